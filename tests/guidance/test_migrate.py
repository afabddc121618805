"""Bringing a folder of an older format up to today's: what is safe is written, said, and read as the same pack."""
import csv
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from guidance.__main__ import main
from guidance.check import ROOT, check
from guidance.folder import AREA, NATIONAL, Folder, read_folder
from guidance.formats import CURRENT, FORMAT
from guidance.migrate import migrate
from guidance.packs import AreaPack, NationalPack
from tests.made_up import edition, made_up_root, older_testshire, replace

TODAY = date(2026, 11, 27)
KEPT = [path for path in sorted((Path(__file__).parents[1] / "formats").glob("pack_*/*/"))
        if read_folder(path, AREA).number < CURRENT]
"""An area's pack, or a part of one, in each older format as it was written."""
SHIPPED = read_folder(ROOT / "national", NATIONAL)
NEED_PATH = """    need_path:
      means: The child has needs that are high, and no harm is known.
      leads: A social worker.
      help: Refer.
      needs_agreement: yes
      agreement: The family agrees to the help, not to the referral.
      source: {source: cbc_thresholds_2023, where: "section 8"}
"""


def in_groups(folder: Path) -> None:
    """What only a person can write: of each sign the national group and a few words for it."""
    file = folder / "signs.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | {"group": "injury", "in_short": row["id"]} for row in rows)


@pytest.fixture(params=KEPT, ids=lambda path: path.parent.name)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of each older pack."""
    return Path(shutil.copytree(request.param, tmp_path / "areas" / request.param.name))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Testshire as if it were of the first format, with nothing that a person would have to decide."""
    return older_testshire(tmp_path)


def national(folder: Path) -> Folder[NationalPack]:
    """What holds everywhere beside a folder."""
    return read_folder(folder.parents[1] / "national", NATIONAL)


def pack(folder: Path) -> AreaPack:
    """The pack as it is read, of whatever format."""
    read = read_folder(folder, AREA)
    assert read.pack is not None, [str(problem) for problem in read.problems]
    return read.pack


def texts(folder: Path) -> dict[str, bytes]:
    """Every file with its content."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def says(folder: Path) -> Iterator[str]:
    """What the command says of a folder."""
    for one in migrate(folder, national(folder)):
        yield from one.says


def test_there_is_a_kept_pack_of_each_older_format() -> None:
    """Formats 1 to the one before today's."""
    assert [read_folder(path, AREA).number for path in KEPT] == list(range(1, CURRENT))


def test_a_kept_pack_is_read_the_same_afterwards_and_nothing_is_lost(kept: Path) -> None:
    """What was written is what was read there anyway; a second run changes no byte."""
    before = pack(kept)
    migrate(kept, SHIPPED)
    written = texts(kept)

    assert pack(kept) == before
    assert pack(kept).digest == before.digest
    migrate(kept, SHIPPED)
    assert texts(kept) == written


def test_what_a_person_must_decide_is_said_and_the_format_is_not_raised_before(tmp_path: Path) -> None:
    """Only when it has been decided is the folder of today's format; until then it stays in use as it is."""
    kept = Path(shutil.copytree(KEPT[0], tmp_path / "areas" / KEPT[0].name))
    (first,) = migrate(kept, SHIPPED)

    assert first.ok is False
    assert any("need_path: This level does not say what help there is" in one for one in first.says)
    assert read_folder(kept, AREA).number == 1
    before = pack(kept)
    acting = "    acting: true\n"
    replace(kept / "area.yaml", acting, acting + NEED_PATH)
    in_groups(kept)
    (second,) = migrate(kept, SHIPPED)
    assert (second.ok, second.says[-1]) == (True, f"The folder is of format {CURRENT} now.")
    assert read_folder(kept, AREA).number == CURRENT
    assert pack(kept).model_copy(update={"levels": before.levels, "signs": before.signs}) == before
    assert check(TODAY, folders=[kept]).errors() == ()


@pytest.mark.parametrize("kept", KEPT[1:], ids=lambda path: path.parent.name)
def test_of_a_later_format_only_the_new_column_is_written_and_then_the_line_on_formats(
    tmp_path: Path, kept: Path
) -> None:
    """Each sign is asked for its group and few words, every other byte stays; then the check has no word on it."""
    copy = Path(shutil.copytree(kept, tmp_path / "areas" / kept.name))
    before, signs = texts(copy), pack(copy).signs
    (first,) = migrate(copy, SHIPPED)

    assert first.ok is False
    assert first.says[0].startswith("signs.csv, in_short: written: in_short into the first row, with empty cells below")
    assert sum(f"({sign.id}), column group" in one for one in first.says for sign in signs) == len(signs)
    assert {name for name, text in texts(copy).items() if text != before[name]} == {"signs.csv"}
    in_groups(copy)
    (second,) = migrate(copy, SHIPPED)
    number = read_folder(kept, AREA).number
    head = before["area.yaml"].replace(f"windscreen-pack/{number}".encode(), FORMAT.encode())
    assert second.ok is True
    assert f"area.yaml, format: written: format: {FORMAT}." in second.says[0]
    assert second.says[0].endswith("They need not.")
    assert texts(copy)["area.yaml"] == head
    assert "old_format" not in {problem.kind for problem in check(TODAY, folders=[copy]).problems}


def test_a_folder_with_nothing_to_decide_is_of_todays_format_at_once(old: Path) -> None:
    """Every key is written, the pack is the same, and the check has no word on formats any more."""
    before = pack(old)
    (found,) = migrate(old, national(old))

    assert found.ok is True
    assert pack(old) == before
    assert (old / "area.yaml").read_text(encoding="utf-8").count(f"format: {FORMAT}\n") == 1
    assert "switchboard" not in (old / "area.yaml").read_text(encoding="utf-8")
    assert "  signatures: [{by: family, says: \"A parent\"}]   # at the end\n" in (
        old / "documents.yaml").read_text(encoding="utf-8")
    kinds = {problem.kind for problem in check(TODAY, old.parents[1]).problems}
    assert "old_format" not in kinds
    assert check(TODAY, old.parents[1]).errors() == ()


def test_every_line_that_needs_no_change_is_kept_to_the_byte(old: Path) -> None:
    """Comments, quotes, blank lines, order; of a spreadsheet every cell."""
    before = texts(old)
    migrate(old, national(old))
    after = texts(old)

    assert set(after) - set(before) == {"scales.yaml"}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"area.yaml", "documents.yaml", "signs.csv"}
    old_lines, new_lines = (one["area.yaml"].decode().splitlines() for one in (before, after))
    assert [line for line in new_lines if line not in old_lines] == [f"format: {FORMAT}"]
    assert [line for line in old_lines if line not in new_lines] == ["switchboard: front_door  # by day"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_line_ends_and_a_mark_at_the_beginning_stay(old: Path, mark: bytes, end: bytes) -> None:
    """As the program of the officer wrote them."""
    for file in old.iterdir():
        file.write_bytes(mark + file.read_bytes().replace(b"\n", end))
    before = pack(old)
    migrate(old, national(old))

    assert pack(old) == before
    assert read_folder(old, AREA).number == CURRENT
    for name in ("area.yaml", "documents.yaml", "signs.csv"):
        data = (old / name).read_bytes()
        assert data.startswith(mark)
        assert data.count(b"\n") == data.count(end)
        assert data.count(b"\xef\xbb\xbf") == len(mark) // 3


def test_everything_that_is_written_is_said(old: Path) -> None:
    """Which file gets which key, and why."""
    said = "\n".join(says(old))

    for words in ("scales.yaml: written: an empty file. Every file of a pack is there",
                  "signs.csv, telling: written: none into the cells that are empty (tst_quarry).",
                  'documents.yaml, signatures: written: by: family beside "A parent".',
                  "area.yaml, switchboard: written: nothing here, and take the line out.",
                  f"area.yaml, format: written: format: {FORMAT}."):
        assert words in said


def test_only_to_say_writes_nothing(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same sentences, and every file as it was."""
    before = texts(old)

    assert main(["migrate", "--only-say", str(old)], TODAY, old.parents[1]) == 0
    assert texts(old) == before
    assert "would be written: none into the cells" in capsys.readouterr().out


def test_what_is_of_todays_format_is_left_alone(tmp_path: Path) -> None:
    """And said to be so."""
    folder = made_up_root(tmp_path) / "areas/testshire"
    before = texts(folder)

    assert list(says(folder)) == [f"Of format {CURRENT} already. Nothing was written."]
    assert texts(folder) == before


def test_a_folder_of_a_newer_format_is_refused_in_a_sentence(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It may say what this version cannot understand."""
    (old / "area.yaml").write_text(
        "format: windscreen-pack/99\n" + (old / "area.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    before = texts(old)

    assert main(["migrate", str(old)], TODAY, old.parents[1]) == 1
    assert f"the folder is of windscreen-pack/99, which is newer than this version of the app ({FORMAT})" in (
        capsys.readouterr().out)
    assert texts(old) == before


def test_a_folder_with_errors_in_its_own_format_is_mended_first(old: Path) -> None:
    """Nothing is written into what cannot be read whole."""
    replace(old / "area.yaml", "status: checked", "status: done")
    before = texts(old)
    (found,) = migrate(old, national(old))

    assert found.ok is False
    assert '"done" cannot stand here' in "".join(found.says)
    assert texts(old) == before


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """A slip in the path is no success."""
    made_up_root(tmp_path)
    (found,) = migrate(tmp_path / "areas/nowhere", SHIPPED)

    assert found.ok is False
    assert "This file is missing" in "".join(found.says)
    assert not (tmp_path / "areas/nowhere").exists()


def test_the_editions_of_a_pack_are_brought_up_too(old: Path) -> None:
    """Each is a whole pack of its own, and keeps what it says, so that a record finds it again."""
    later = edition(old, "2027-03-01")
    before = pack(later)
    found = migrate(old, national(old))

    assert [one.ok for one in found] == [True, True]
    assert read_folder(later, AREA).number == CURRENT
    assert pack(later).edition == before.edition


def test_all_areas_of_a_folder_are_meant_where_none_is_named(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`migrate --packs DIR` goes through DIR/areas."""
    assert main(["migrate", "--packs", str(old.parents[1])], TODAY) == 0
    assert "The folder is of format" in capsys.readouterr().out
    assert read_folder(old, AREA).number == CURRENT


def test_what_holds_everywhere_is_never_rewritten(tmp_path: Path) -> None:
    """It comes with the app; a file that nothing reads any more is named."""
    root = made_up_root(tmp_path)
    (root / "national/words.yaml").write_text("- {key: x, says: A sentence.}\n", encoding="utf-8")
    (found,) = migrate(root / "national", SHIPPED)

    assert found.ok is True
    assert "It comes with the app and is never rewritten." in found.says[0]
    assert "words.yaml: This file is not read any more" in found.says[1]


def test_a_file_that_is_not_read_any_more_is_a_warning_of_the_check(tmp_path: Path) -> None:
    """A folder of what holds everywhere that was kept before still loads."""
    root = made_up_root(tmp_path)
    (root / "national/words.yaml").write_text("- {key: x, says: A sentence.}\n", encoding="utf-8")

    (problem,) = check(TODAY, root).problems
    assert (problem.severity, problem.kind, problem.file.split("/")[-1]) == ("warning", "unread", "words.yaml")


def test_the_check_says_which_file_gets_which_key_and_why(old: Path) -> None:
    """In sentences, as warnings: the pack is in use meanwhile."""
    replace(old / "circumstances.yaml", "- id: missing", "- id: a_duty_of_its_own")
    found = [problem for problem in check(TODAY, old.parents[1]).problems if problem.kind == "old_format"]

    assert {problem.severity for problem in found} == {"warning"}
    said = "\n".join(map(str, found))
    assert "signs.csv, telling: A sign without a rule on telling the family says so" in said
    assert "Write none into the cells that are empty (tst_quarry), or run: python -m guidance migrate FOLDER." in said
    assert "a person must decide: There is no national duty \"a_duty_of_its_own\" to which this could add." in said
    assert check(TODAY, old.parents[1]).errors() == ()
