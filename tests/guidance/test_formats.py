"""Formats of a pack: an older folder opens as it was meant, with nothing lost, and a newer one says what to do."""
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from decision.assess import assess
from decision.worked import expand
from guidance.check import ROOT, check
from guidance.folder import AREA, LIST_SEPARATOR, Folder, read_folder
from guidance.formats import CURRENT, FORMAT, STEPS, number_of, raised
from guidance.load import load_packs
from guidance.packs import AreaPack, Packs
from guidance.read import read_csv, read_yaml
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 27)
KEPT = Path(__file__).parents[1] / "formats"
FIRST = KEPT / "pack_1/central_bedfordshire"
"""A part of an area's pack in the first format, as it was written."""
SECOND = KEPT / "pack_2/north_lincolnshire"
"""A whole pack of an area in the second format, as it was written."""
THIRD = KEPT / "pack_3/telford_wrekin"
"""A whole pack of an area in the third format, as it was written."""
OLDER = pytest.mark.parametrize(("kept", "number"), [(FIRST, 1), (SECOND, 2), (THIRD, 3)], ids=["1", "2", "3"])
EMPTY: dict[Path, set[str]] = {
    FIRST: {"paths"}, SECOND: {"factors", "scales", "levels", "raises", "telling"}, THIRD: {"paths"}}
"""The parts for which the document has nothing."""


def _opened(kept: Path) -> tuple[Folder[AreaPack], AreaPack]:
    (folder,) = check(TODAY, folders=[kept]).areas
    assert folder.pack is not None
    return folder, folder.pack


def _written(file: Path, key: str) -> list[dict[str, Any]]:
    """The entries of a file as they are written in it."""
    if file.suffix == ".csv":
        columns = file.read_text(encoding="utf-8").splitlines()[0].split(",")
        return [cells for _, cells in read_csv(file, columns).rows]
    value = read_yaml(file).value or {}
    return list(value.get(key) or () if key else value)


PARTS = [(name, "", part) for name, part in AREA.files.items()]
PARTS += [(name, key, part) for name, keys in AREA.inside.items() for key, part in keys.items()]


@OLDER
def test_a_folder_of_an_older_format_has_no_error(kept: Path, number: int) -> None:
    """It was sound when it was written, and it still is; that it is old is a warning."""
    result = check(TODAY, folders=[kept])

    assert [str(problem) for problem in result.errors()] == []
    assert "old_format" in {problem.kind for problem in result.problems}
    assert result.areas[0].number == number


@OLDER
@pytest.mark.parametrize(("name", "key", "part"), PARTS, ids=[part for _, _, part in PARTS])
def test_no_entry_and_no_word_of_an_older_format_is_lost(
    kept: Path, number: int, name: str, key: str, part: str
) -> None:
    """Every entry of every file is there, in its order, with every text that was written in it."""
    _, pack = _opened(kept)
    written, read = _written(kept / name, key), getattr(pack, part)

    assert len(read) == len(written)
    assert bool(written) is (part not in EMPTY[kept])
    for before, after in zip(written, read, strict=True):
        kept = "\n".join(_texts(after if part == "cases" else after.model_dump(mode="json")))
        for text in (text for text in _texts(before) if len(text) > len("yes or no")):
            assert all(piece.strip() in kept for piece in text.split(LIST_SEPARATOR)), text


def _texts(value: Any) -> list[str]:
    """Every text in an entry. Short ones, such as yes, a time or a number, may have got a type and look otherwise."""
    if isinstance(value, dict) or hasattr(value, "items"):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


@OLDER
def test_the_head_of_an_older_format_keeps_its_values(kept: Path, number: int) -> None:
    """Whose document it is, its version, its dates and whom to ring are those that were written; the format is ours."""
    _, pack = _opened(kept)
    head = read_yaml(kept / AREA.head).value

    for key in ("id", "name", "council", "partnership", "document", "version", "status", "front_door", "duty_team"):
        assert getattr(pack, key) == head.get(key, "")
    assert head.get("format", "windscreen-pack/1") == f"windscreen-pack/{number}"
    assert (pack.format, pack.holds_from) == (FORMAT, None)


def test_a_signature_of_the_first_format_is_taken_as_the_familys() -> None:
    """Its words stay, and it asks nobody to sign who is not to be told."""
    _, pack = _opened(FIRST)
    (form,) = (form for form in pack.documents if form.signatures)

    assert {one.by for one in form.signatures} == {"family"}
    assert form.signatures[0].says == "The parents"


def test_a_switchboard_of_the_first_format_stays_a_contact() -> None:
    """The head no longer names it; every other value of the head stays."""
    head = {"id": "x", "switchboard": "council", "front_door": "door"}

    assert raised(1, "", head) == {"id": "x", "front_door": "door", "format": FORMAT}
    assert raised(1, "contacts", {"id": "council"}) == {"id": "council"}


def test_a_sign_of_the_first_format_without_a_telling_rule_has_none() -> None:
    """An empty cell was no mistake before; one that is filled stays as it is."""
    assert raised(1, "signs", {"id": "x"}) == {"id": "x", "telling": "none"}
    assert raised(1, "signs", {"id": "x", "telling": "ask_how"}) == {"id": "x", "telling": "ask_how"}
    assert raised(1, "factors", {"id": "x"}) == {"id": "x"}


def test_what_was_sound_in_the_first_format_opens(tmp_path: Path) -> None:
    """Files left out, signs without a word on telling and ids of any beginning were sound, and still are."""
    root = made_up_root(tmp_path)
    area = root / "areas/testshire"
    replace(area / "area.yaml", FORMAT, "windscreen-pack/1")
    replace(area / "signs.csv", "Ring 999.,none,", "Ring 999.,,")
    replace(area / "circumstances.yaml", "- id: missing", "- id: a_duty_of_its_own")
    (area / "scales.yaml").unlink()

    assert {problem.kind for problem in check(TODAY, root).problems} == {"old_format"}
    sign = load_packs(root).areas["testshire"].signs[0]
    assert (sign.id, sign.telling) == ("tst_quarry", "")


@pytest.mark.parametrize("part", ["", *AREA.parts()])
def test_the_third_format_writes_every_entry_as_the_second_does(part: str) -> None:
    """But for the line that says the format itself."""
    entry = {"id": "x", "telling": "ask_how", "signatures": [{"by": "worker", "says": "W"}]}

    assert raised(2, part, entry) == (entry | {"format": FORMAT} if part == "" else entry)


def test_a_pack_of_the_second_format_says_what_it_says_with_todays_line(tmp_path: Path) -> None:
    """The same pack to the last letter, under the same hash, so that a record finds it again."""
    _, before = _opened(SECOND)
    today = Path(shutil.copytree(SECOND, tmp_path / "areas" / SECOND.name))
    replace(today / AREA.head, "windscreen-pack/2", FORMAT)

    after = read_folder(today, AREA)
    assert (after.number, after.pack) == (CURRENT, before)
    assert after.pack is not None
    assert after.pack.digest == before.digest


@OLDER
def test_worked_cases_of_an_older_format_still_run(kept: Path, number: int) -> None:
    """Each is read, filled in and decided."""
    _, pack = _opened(kept)
    shipped = load_packs(ROOT)
    packs = Packs(national=shipped.national, areas={**shipped.areas, pack.id: pack})

    for raw in pack.cases:
        worked = expand(raw, pack.id, packs)
        assert assess(worked.case, packs, worked.on).home_area == pack.id


@pytest.mark.parametrize(("written", "number"), [
    (None, 1), ("windscreen-pack/1", 1), ("windscreen-pack/2", 2), ("windscreen-pack/3", 3),
    ("windscreen-pack/99", None), ("windscreen-pack/0", None), ("2", None), ("windscreen-case/2", None),
    ({}, None), ("", None),
])
def test_a_format_is_a_number_that_this_version_knows(written: object, number: int | None) -> None:
    """What says nothing is of the first format; what is newer, or no format, is none."""
    assert number_of(written) == number


def test_there_is_a_step_from_every_older_format() -> None:
    """The newest format is the one that the models admit."""
    assert number_of(FORMAT) == CURRENT == len(STEPS) + 1


def test_a_step_changes_nothing_in_what_it_is_given() -> None:
    """Entries are brought up to date as copies, and what is no entry is left for the check."""
    entry: dict[str, Any] = {"id": "form", "signatures": ["A parent"]}
    before = {"id": "form", "signatures": ["A parent"]}

    assert raised(1, "documents", entry) != before
    assert entry == before
    assert raised(CURRENT, "documents", entry) == before
    assert raised(1, "documents", "text") == "text"


def test_a_newer_pack_says_what_to_do_and_is_not_used(tmp_path: Path) -> None:
    """Half of what a newer version means would be worse than none: the area is set aside, with the way out."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", FORMAT, f"windscreen-pack/{CURRENT + 1}")

    (problem,) = (problem for problem in check(TODAY, root).errors() if problem.kind == "format")

    assert problem.where() == "areas/testshire/area.yaml, line 1, format"
    assert str(problem).endswith(f'The format "windscreen-pack/{CURRENT + 1}" is none that this version of the app can '
                                 f"read. Write {FORMAT}. If the pack was made for a newer version of the app, use that "
                                 "version.")
    assert [aside.id for aside in load_packs(root).set_aside] == ["testshire"]


def test_a_national_pack_of_the_first_format_is_refused_in_words(tmp_path: Path) -> None:
    """It lacks what the app now looks for, so the one that came with this version is asked for."""
    root = made_up_root(tmp_path)
    replace(root / "national/national.yaml", f"format: {FORMAT}\n", "")

    (problem,) = check(TODAY, root).errors()

    assert "This national pack was made for an older version of the app." in str(problem)


def test_a_national_pack_of_the_second_format_is_read_without_its_sentences(tmp_path: Path) -> None:
    """Its file of sentences may lie there, even broken: nothing reads it. That the folder is old is a warning."""
    root = made_up_root(tmp_path)
    before = load_packs(root).national
    replace(root / "national/national.yaml", FORMAT, "windscreen-pack/2")
    (root / "national/words.yaml").write_text("- {key: x, says: [", encoding="utf-8")

    assert {problem.kind for problem in check(TODAY, root).problems} == {"unread", "old_format"}
    (old,) = (problem for problem in check(TODAY, root).problems if problem.kind == "old_format")
    assert f"Write format: {FORMAT}." in str(old)
    assert "migrate" not in str(old)
    assert load_packs(root).national == before


def test_an_area_without_a_format_is_read_with_a_warning(tmp_path: Path) -> None:
    """Nobody's pack stops opening because a line is missing."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", f"format: {FORMAT}  #", "#")

    (problem,) = check(TODAY, root).problems

    assert (problem.severity, problem.kind) == ("warning", "old_format")
    assert read_folder(root / "areas/testshire", AREA).number == 1
