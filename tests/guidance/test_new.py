"""A new pack: every file is there, it is valid from the start, and its examples are true examples."""
import re
from datetime import date
from pathlib import Path

import pytest

from guidance.__main__ import main
from guidance.check import check
from guidance.folder import AREA, NOTES, csv_columns
from guidance.models import Condition, Factor, Indicator, Sign
from guidance.new import TEMPLATE, NewAreaError, new_area, new_edition
from guidance.packs import AreaPack
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 21)
EXAMPLE = re.compile("(?m)^# ")
CSV_EXAMPLE = re.compile(r"```csv (\S+)\n(.*?)```", re.DOTALL)


def test_a_new_pack_has_every_file_and_no_error(tmp_path: Path) -> None:
    """The empty pack passes the check; what it lacks are warnings."""
    root = made_up_root(tmp_path)

    folder = new_area("newshire", TODAY, root)

    assert {path.name for path in folder.iterdir()} == {AREA.head, NOTES, *AREA.files, *AREA.inside}
    result = check(TODAY, root)
    assert result.errors() == ()
    assert {problem.kind for problem in result.problems} == {"unwritten", "draft", "thin"}


def test_a_new_pack_bears_its_id_and_dates(tmp_path: Path) -> None:
    """Nothing of the template's marks is left, and the pack is to be reviewed later than today."""
    folder = new_area("north_testshire", TODAY, made_up_root(tmp_path))

    assert not [path.name for path in folder.iterdir() if "{{" in path.read_text(encoding="utf-8")]
    area = next(read.pack for read in check(TODAY, tmp_path).areas if read.path == folder)
    assert area is not None
    assert (area.id, area.name, area.status, area.checked_on) == (
        "north_testshire", "North Testshire", "draft", TODAY)
    assert area.review_by > TODAY


def test_all_examples_together_make_a_sound_pack(tmp_path: Path) -> None:
    """With every example taken out of its comment, the pack still has no error: no example misleads."""
    root = made_up_root(tmp_path)
    folder = new_area("newshire", TODAY, root)
    for path in folder.glob("*.yaml"):
        path.write_text(EXAMPLE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    for name, rows in CSV_EXAMPLE.findall((folder / NOTES).read_text(encoding="utf-8")):
        (folder / name).write_text(rows, encoding="utf-8")

    result = check(TODAY, root, [folder])

    assert [str(problem) for problem in result.errors()] == []
    pack = result.areas[0].pack
    assert pack is not None
    assert not [part for part in AREA.parts() if not getattr(pack, part)]


@pytest.mark.parametrize(("name", "model"), [("indicators", Indicator), ("signs", Sign), ("factors", Factor)])
def test_every_column_is_explained(name: str, model: type[Indicator] | type[Sign] | type[Factor]) -> None:
    """The notes of a new pack have a line for each column of each spreadsheet, and an example row."""
    notes = (TEMPLATE / NOTES).read_text(encoding="utf-8")
    section = notes[notes.index(f"## {name}.csv"):].split("\n## ")[0]
    columns = csv_columns(model, own_document=name != "signs", checked=False)

    assert re.findall(r"(?m)^\| `(\w+)` \|", section) == list(columns)
    assert (TEMPLATE / f"{name}.csv").read_text(encoding="utf-8") == ",".join(columns) + "\n"


WRITTEN_IN_YAML = [part for name, part in AREA.files.items() if name.endswith(".yaml") and part != "cases"]


@pytest.mark.parametrize("part", [*WRITTEN_IN_YAML, "consent", "telling", "levels", "gaps", "raises"])
def test_every_key_is_explained(part: str) -> None:
    """The comments of each text file name every key that an entry may have."""
    text = (TEMPLATE / AREA.file_of(part)).read_text(encoding="utf-8")
    model = AREA.model(part)

    assert model is not None
    explained = " ".join(line for line in text.splitlines() if line.startswith("##"))
    missing = [key for key in model.model_fields if key != "checked" and not re.search(rf"\b{key}\b", explained)]
    assert missing == []


def test_every_key_of_a_condition_is_explained() -> None:
    """What a condition may ask for is named where conditions are first used."""
    text = (TEMPLATE / "timescales.yaml").read_text(encoding="utf-8")

    assert [key for key in Condition.model_fields if not re.search(rf"\b{key}\b", text)] == []


def test_every_single_value_of_an_area_is_explained() -> None:
    """area.yaml has a line for each of the pack's own values, as a value or as an example."""
    text = (TEMPLATE / AREA.head).read_text(encoding="utf-8")
    own = set(AreaPack.model_fields) - set(AREA.parts())

    assert [key for key in sorted(own) if not re.search(rf"(?m)^(# )?{key}:", text)] == []


@pytest.mark.parametrize("area_id", ["", "A", "Testshire", "test shire", "../escape", "1shire", "x" * 41, "caf\u00e9"])
def test_a_wrong_id_is_refused_and_makes_nothing(tmp_path: Path, area_id: str) -> None:
    """An id that cannot be a folder and an address is refused with what to write instead."""
    with pytest.raises(NewAreaError, match="Write small letters, figures and _"):
        new_area(area_id, TODAY, tmp_path)
    assert not (tmp_path / "areas").exists()


def test_a_folder_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    """Making an area twice refuses the second time and leaves the first as it is."""
    folder = new_area("newshire", TODAY, tmp_path)
    (folder / "area.yaml").write_text("edited")

    with pytest.raises(NewAreaError, match='There is a folder for "newshire" already'):
        new_area("newshire", TODAY, tmp_path)
    assert (folder / "area.yaml").read_text() == "edited"


def test_a_new_edition_is_what_holds_before_it_from_another_day_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Copied from the edition before its day, comments and all; its day is written, and the version is to be raised."""
    root = made_up_root(tmp_path)
    area = root / "areas/testshire"

    assert main(["edition", "testshire", "2027-03-01"], TODAY, root) == 0
    assert "Raise its version" in capsys.readouterr().out
    made = area / "editions/2027-03-01"
    assert {file.name for file in made.iterdir()} == {file.name for file in area.iterdir() if file.is_file()}
    changed = [file.name for file in made.iterdir() if file.read_bytes() != (area / file.name).read_bytes()]
    assert changed == ["area.yaml"]
    assert "holds_from: 2027-03-01\n" in (made / "area.yaml").read_text(encoding="utf-8")
    (problem,) = check(TODAY, root).errors()
    assert "Raise the version of the later one." in str(problem)
    replace(made / "area.yaml", 'version: "test.1"', 'version: "test.2"')
    assert check(TODAY, root).errors() == ()


def test_the_next_edition_follows_the_last_one(tmp_path: Path) -> None:
    """Also where that one is still to come, and for what holds everywhere."""
    root = made_up_root(tmp_path)
    replace(new_edition("testshire", "2027-03-01", root) / "area.yaml", "council: Testshire", "council: New Testshire")
    later = new_edition("testshire", "2027-06-01", root)

    text = (later / "area.yaml").read_text(encoding="utf-8")
    assert "council: New Testshire Council" in text
    assert text.count("holds_from") == 1
    assert "holds_from: 2027-06-01\n" in text
    assert (new_edition("national", "2027-06-01", root) / "national.yaml").exists()


@pytest.mark.parametrize(("pack", "day", "sentence"), [
    ("testshire", "spring", '"spring" is not a day.'), ("testshire", "2027-03-01", "there is one already"),
    ("nowhere", "2027-03-01", 'There is no pack "nowhere" here.'),
])
def test_an_edition_that_cannot_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pack: str, day: str, sentence: str
) -> None:
    """Nothing is written over."""
    root = made_up_root(tmp_path)
    new_edition("testshire", "2027-03-01", root)

    assert main(["edition", pack, day], TODAY, root) == 1
    assert sentence in capsys.readouterr().err
