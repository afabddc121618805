"""Reading a folder: which file fills which part, and what happens to files that are strange, absent or broken."""
from pathlib import Path
from typing import Any

import pytest

from guidance.folder import AREA, NATIONAL, Format, csv_columns, read_folder
from guidance.formats import FORMAT
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, NationalPack
from tests.made_up import append, replace, testshire, tiny_national


def _messages(folder: Path) -> list[str]:
    return [str(problem) for problem in read_folder(folder, AREA).problems]


def test_every_part_of_an_area_is_filled_from_its_file(tmp_path: Path) -> None:
    """No part of a pack is left without a file that fills it."""
    folder = read_folder(testshire(tmp_path), AREA)

    assert not folder.problems
    assert folder.pack is not None
    empty = [name for name in AREA.parts() if not getattr(folder.pack, name)]
    assert not empty
    assert set(AREA.parts()) | set(NATIONAL.parts()) == {
        name for model in (AreaPack, NationalPack) for name, info in model.model_fields.items()
        if str(info.annotation).startswith("tuple") and name != "misprints"
    }


def test_columns_are_those_of_the_written_format() -> None:
    """The columns of the spreadsheets are the ones partnership officers have been told."""
    assert ",".join(csv_columns(Indicator, own_document=True, checked=False)) == (
        "id,level,domain,subdomain,ring,scale,kind,harm,concern,topics,says,stands_at,at_least,ask_first,duty,"
        "from_years,under_years,at_home,between_adults,found_in,from_months,under_months,alike,differs,known_by,born_under_months,"
        "where,note"
    )
    assert ",".join(csv_columns(Sign, own_document=False, checked=False)) == (
        "id,group,in_short,says,means,outcome,first_call,then,telling,duty,topics,unborn,place_now,body,sight,found_in,"
        "from_months,under_months,also,known_by,still,source,where"
    )
    assert csv_columns(Sign, own_document=False, checked=True)[-3:] == ("certainty", "checked_on", "review_by")
    assert ",".join(csv_columns(Factor, own_document=True, checked=False)) == (
        "id,kind,group,topics,says,at_least,ask_first,duty,from_months,under_months,alike,differs,born_under_months,where,note"
    )


def test_a_row_of_a_spreadsheet_becomes_a_fact(tmp_path: Path) -> None:
    """Lists are split at semicolons, empty cells are absent, and the citation is put together."""
    folder = read_folder(testshire(tmp_path), AREA)

    assert folder.pack is not None
    row = folder.pack.indicator["TST-2-PARENT-01"]
    assert (row.domain, row.topics, row.harm, row.at_least) == (("parents",), ("parenting", "neglect"), None, None)
    assert (row.source.source, row.source.where) == ("tst_thresholds", "section 4, item 3")


def test_a_national_row_says_when_it_was_checked(tmp_path: Path) -> None:
    """The three columns of a national spreadsheet become the check of the fact."""
    folder = read_folder(tiny_national(tmp_path), NATIONAL)

    assert folder.pack is not None
    checked = folder.pack.signs[0].checked
    assert checked is not None
    assert (checked.certainty, checked.review_by.year) == ("high", 2027)


EVERY_FILE = [(format_, name) for format_ in (AREA, NATIONAL) for name in (*format_.files, *format_.inside)]


@pytest.mark.parametrize(("format_", "name"), EVERY_FILE, ids=[f"{one.head}-{name}" for one, name in EVERY_FILE])
def test_a_file_that_is_lost_is_missed(tmp_path: Path, format_: Format[Any], name: str) -> None:
    """Its facts never go without a word, whichever file it is."""
    path = testshire(tmp_path) if format_ is AREA else tiny_national(tmp_path)
    (path / name).unlink()

    folder = read_folder(path, format_)

    assert folder.pack is None
    (problem,) = (problem for problem in folder.problems if problem.kind == "missing_file")
    assert problem.file.endswith(name)


def test_an_absent_file_of_an_older_format_is_an_empty_part(tmp_path: Path) -> None:
    """In the first formats what a document has nothing on needed no file, and such a pack still opens."""
    path = testshire(tmp_path)
    replace(path / "area.yaml", FORMAT, "windscreen-pack/1")
    for name in AREA.files:
        (path / name).unlink()
    (path / "consent.yaml").unlink()

    folder = read_folder(path, AREA)

    assert not folder.problems
    assert folder.pack is not None
    assert (folder.pack.indicators, folder.pack.contacts, folder.pack.telling) == ((), (), ())


@pytest.mark.parametrize("format_", ["windscreen-pack/2", FORMAT])
def test_a_file_or_column_is_missed_in_every_format_that_asked_for_it(tmp_path: Path, format_: str) -> None:
    """From the second format on each file and each needed column is there; a newer format makes none optional."""
    path = testshire(tmp_path)
    replace(path / "area.yaml", FORMAT, format_)
    (path / "scales.yaml").unlink()
    lines = [line.replace(",telling,", ",").replace(",none,", ",")
             for line in (path / "signs.csv").read_text(encoding="utf-8").splitlines()]
    (path / "signs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    folder = read_folder(path, AREA)

    assert folder.pack is None
    assert {"missing_file", "missing_column"} <= {problem.kind for problem in folder.problems}


def test_an_empty_file_is_an_empty_part(tmp_path: Path) -> None:
    """A file of comments alone says nothing and is no problem."""
    path = testshire(tmp_path)
    (path / "scales.yaml").write_text("## nothing yet\n")

    folder = read_folder(path, AREA)

    assert folder.pack is not None
    assert folder.pack.scales == ()


def test_a_misspelt_file_name_is_not_passed_over(tmp_path: Path) -> None:
    """Signs in a file that nobody reads would be lost in silence."""
    path = testshire(tmp_path)
    (path / "signs.csv").rename(path / "sings.csv")

    message, missed = _messages(path)

    assert message.startswith('areas/testshire/sings.csv: No file of a pack has this name. Did you mean "signs.csv"?')
    assert missed.startswith("areas/testshire/signs.csv: This file is missing.")


@pytest.mark.parametrize("name", [".DS_Store", "~$signs.csv", ".~lock.signs.csv#", "README.md"])
def test_files_of_editors_and_notes_are_left_alone(tmp_path: Path, name: str) -> None:
    """Lock files and the notes of a folder are no part of the pack."""
    path = testshire(tmp_path)
    (path / name).write_text("anything")

    assert not _messages(path)


def test_a_folder_without_its_first_file_is_refused(tmp_path: Path) -> None:
    """A folder with no area.yaml is no pack."""
    path = testshire(tmp_path)
    (path / "area.yaml").unlink()

    assert _messages(path) == [
        "areas/testshire/area.yaml: This file is missing, and a pack begins with it. Copy it from another pack, or "
        "make a new one: python -m guidance new AREA_ID."
    ]


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    """A mistyped folder name is a problem and no crash."""
    assert "This file is missing" in _messages(tmp_path / "areas" / "nowhere")[0]


def test_problems_of_all_files_are_gathered(tmp_path: Path) -> None:
    """One check names every mistake of a folder, in whatever file it stands."""
    path = testshire(tmp_path)
    replace(path / "area.yaml", "colour: complex", "color: complex")
    replace(path / "contacts.yaml", "opens: 08:45, closes: 16:20", "opens: 8.45, closes: 16:20")
    replace(path / "indicators.csv", "CHILD-01,extra,child,,child,,need", "CHILD-01,extra,child,,child,,ned")
    replace(path / "glossary.yaml", "- {term", "- term")

    files = {problem.file.split("/")[-1] for problem in read_folder(path, AREA).problems}

    assert files == {"area.yaml", "contacts.yaml", "indicators.csv", "glossary.yaml"}


def test_a_bad_row_names_its_row_and_id(tmp_path: Path) -> None:
    """A mistake in a spreadsheet is found by its row, its id and its column."""
    path = testshire(tmp_path)
    replace(path / "indicators.csv", "CHILD-01,extra,child,,child,,need", "CHILD-01,extra,child,,chid,,need")

    assert _messages(path) == [
        'areas/testshire/indicators.csv, row 3 (TST-2-CHILD-01), column ring: "chid" cannot stand here. Did you mean '
        '"child"? Write child, parenting, family, outside or whole.'
    ]


def test_a_row_without_its_place_in_the_document_is_refused(tmp_path: Path) -> None:
    """An indicator says where it is printed."""
    path = testshire(tmp_path)
    replace(path / "indicators.csv", '"section 4, item 2"', "")

    assert _messages(path) == [
        "areas/testshire/indicators.csv, row 3 (TST-2-CHILD-01), column where: This fact has no source. Write where it "
        "stands: the id of the document, and the section and item in it."
    ]


def test_a_repeated_key_is_named_with_its_line(tmp_path: Path) -> None:
    """The second of two equal keys does not win."""
    path = testshire(tmp_path)
    replace(path / "area.yaml", "council: Testshire Council\n", "council: Testshire Council\ncouncil: Another\n")

    assert _messages(path) == [
        'areas/testshire/area.yaml, line 5, council: The key "council" stands twice in this entry. Keep one of the two.'
    ]


def test_an_unknown_key_of_a_file_with_parts_is_named(tmp_path: Path) -> None:
    """A misspelt heading would lose the whole list below it."""
    path = testshire(tmp_path)
    replace(path / "consent.yaml", "telling:\n", "teling:\n")

    assert _messages(path) == [
        'areas/testshire/consent.yaml, line 9, teling: There is no key "teling" here. Did you mean "telling"? Write '
        "rules or telling."
    ]


def test_a_part_in_the_wrong_file_is_sent_to_its_own(tmp_path: Path) -> None:
    """Contacts written into area.yaml would stand in two places."""
    path = testshire(tmp_path)
    append(path / "area.yaml", "contacts:\n  - {id: hub}\n")

    (message,) = _messages(path)

    assert message.endswith('"contacts" does not belong in this file. Write it in contacts.yaml.')


@pytest.mark.parametrize(("name", "text", "message"), [
    ("contacts.yaml", "front_door: 01632 960001\n",
     "This should be a list of entries. Begin each entry with a dash and a space."),
    ("consent.yaml", "- id: a\n",
     "This file should have keys at its top, such as rules. Write each key, a colon, and its list below."),
    ("cases.yaml", "- only words\n", "This should be a case with keys. Begin with its name: and on: keys."),
])
def test_a_file_of_the_wrong_shape_is_explained(tmp_path: Path, name: str, text: str, message: str) -> None:
    """A list where keys belong, or keys where a list belongs, is said in words."""
    path = testshire(tmp_path)
    (path / name).write_text(text)

    assert any(found.endswith(message) for found in _messages(path))
