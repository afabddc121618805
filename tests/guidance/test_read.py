"""Reading files strictly: text stays text, and what is wrong is said in words that need no programmer."""
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from guidance import read
from guidance.read import read_csv, read_yaml

Write = Callable[[str | bytes], Path]


@pytest.fixture
def yaml_file(tmp_path: Path) -> Write:
    """Write a YAML file and give its path."""
    return _writer(tmp_path / "areas" / "testshire" / "contacts.yaml")


@pytest.fixture
def csv_file(tmp_path: Path) -> Write:
    """Write a CSV file and give its path."""
    return _writer(tmp_path / "areas" / "testshire" / "signs.csv")


def _writer(path: Path) -> Write:
    path.parent.mkdir(parents=True)

    def write(content: str | bytes) -> Path:
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path
    return write


@pytest.fixture(params=["fast", "plain"])
def _either_reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the fast reader and with the one in plain Python."""
    monkeypatch.setattr(read, "Loader", yaml.BaseLoader if request.param == "plain" else read.Loader)


@pytest.mark.usefixtures("_either_reader")
def test_every_value_stays_the_text_that_was_written(yaml_file: Write) -> None:
    """Times, leading noughts, no and dates are not turned into numbers, booleans or dates."""
    found = read_yaml(yaml_file("- {a: 17:00, b: 0300, c: no, d: 2026-11-21, e: 1e3, f: null}\n"))

    assert found.value == [{"a": "17:00", "b": "0300", "c": "no", "d": "2026-11-21", "e": "1e3", "f": "null"}]
    assert not found.problems


@pytest.mark.usefixtures("_either_reader")
def test_a_key_without_a_value_is_absent(yaml_file: Write) -> None:
    """An empty value, quoted or not, counts as if the key were not there."""
    assert read_yaml(yaml_file("- a: x\n  b:\n  c: ''\n  d: \"  \"\n")).value == [{"a": "x"}]


def test_a_file_without_content_is_no_problem(yaml_file: Write) -> None:
    """A file of comments alone has no value and nothing to mend."""
    found = read_yaml(yaml_file("## only words\n"))

    assert (found.value, found.problems, found.readable) == (None, (), True)


def test_every_key_and_entry_has_its_line(yaml_file: Write) -> None:
    """Lines are counted from one, so that a message leads to the place."""
    found = read_yaml(yaml_file("# first\n- id: a\n  numbers:\n    - dial: x\n- id: b\n"))

    assert found.lines[(0, "id")] == 2
    assert found.lines[(0, "numbers", 0, "dial")] == 4
    assert found.lines[(1,)] == 5


def test_a_line_feed_of_windows_and_a_byte_order_mark_are_read(yaml_file: Write) -> None:
    """Files saved by Windows editors read the same."""
    assert read_yaml(yaml_file("\ufeff- a: x\r\n- b: y\r\n")).value == [{"a": "x"}, {"b": "y"}]


@pytest.mark.usefixtures("_either_reader")
@pytest.mark.parametrize(("text", "message"), [
    ("- id: a\n  name: x\n  id: b\n", 'line 3, entry 1, id: The key "id" stands twice in this entry. Keep one of the '
                                      "two."),
    ("- id: a\n\tname: b\n", "line 2: There is a tab here. Indent with spaces: two for each step."),
    ("- says: Ring now: today\n", "line 1: A colon stands in the middle of a text, or a line is indented too far. Put "
                                  'the whole text in "double quotes", or line it up with the lines above.'),
    ("- id: a\n name: b\n", "line 2: The lines are not indented evenly here. Line up the keys of one entry, and begin "
                            "each entry of a list with a dash and a space."),
    ("- id: a\n  name\n  says: b\n", "line 2: A key has no colon after it. Write the key, a colon, a space, and the "
                                     "value."),
    ('- id: "a\n  name: b\n', "line 1: A quotation mark is opened here and never closed. Close it."),
    ("- days: [mon, tue\n  opens: 09:00\n", "line 1: A list in [square] or {curly} brackets is not closed, or a comma "
                                            "is missing in it. Close the bracket, and separate the items with commas."),
    ("- at: @council\n", "line 1: A text begins with a character that has a meaning of its own here. Put the text in "
                         '"double quotes".'),
    ("- says: **Do not** wait\n", "line 1: A text begins with a character that has a meaning of its own here. Put the "
                                'text in "double quotes".'),
    ('- at: "C:\\council"\n', "line 1: A backslash stands inside double quotes. Use 'single quotes' for this text."),
    ("- id: &one a\n", "line 1, entry 1, id: A text begins with & or *, which would copy a part of the file. Write the "
                       'value out, or put the text in "double quotes".'),
    ("- id: !new a\n", 'line 1, entry 1, id: A text begins with an exclamation mark. Put the text in "double quotes".'),
    ("- id: a\n---\n- id: b\n", "line 2: A line of three dashes starts a second document. Delete that line."),
    ("- a\n-\n- b\n", "line 2: An entry of this list is empty. Fill it in, or delete its dash."),
    ("- a: \x07\n", "There is a character that cannot be read. Look for odd signs pasted from another program, and "
                    "delete them."),
])
def test_what_is_wrong_in_a_text_file_is_said_in_plain_words(yaml_file: Write, text: str, message: str) -> None:
    """Each mistake gives one message with its line, and no word of the YAML reader's own."""
    (problem,) = read_yaml(yaml_file(text)).problems

    between = ": " if message.startswith("There is a char") else ", "
    assert str(problem) == f"areas/testshire/contacts.yaml{between}{message}"


def test_an_alias_is_refused_and_what_follows_is_still_read(yaml_file: Write) -> None:
    """A copied value is absent, and the rest of the file is read on."""
    found = read_yaml(yaml_file("- id: &one a\n- id: *one\n- id: c\n"))

    assert found.value == [{"id": "a"}, {}, {"id": "c"}]
    assert len(found.problems) == 2


@pytest.mark.parametrize("bad", ["caf\u00e9".encode("cp1252"), "a: b".encode("utf-16")])
def test_another_encoding_is_named(yaml_file: Write, bad: bytes) -> None:
    """A text file that is not UTF-8 says how to save it."""
    (problem,) = read_yaml(yaml_file(bad)).problems

    assert str(problem) == (
        "areas/testshire/contacts.yaml: This file is not saved as UTF-8 text. Save it again as UTF-8."
    )


COLUMNS = ("id", "says", "topics")


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(csv_file: Write) -> None:
    """The header is row 1; empty rows and cells with several lines do not shift the count."""
    found = read_csv(csv_file('id,says,topics\na,"one\ntwo",x\n,,\n\nb,three,\n'), COLUMNS)

    assert found.rows == ((2, {"id": "a", "says": "one\ntwo", "topics": "x"}), (5, {"id": "b", "says": "three"}))


def test_the_order_of_columns_does_not_matter(csv_file: Write) -> None:
    """A spreadsheet may have its columns in any order, and a byte order mark in front."""
    assert read_csv(csv_file("\ufeffsays,topics,id\none,,a\n"), COLUMNS).rows == ((2, {"says": "one", "id": "a"}),)


def test_a_short_row_has_empty_cells(csv_file: Write) -> None:
    """Cells missing at the end of a row are empty."""
    assert read_csv(csv_file("id,says,topics\na,one\n"), COLUMNS).rows == ((2, {"id": "a", "says": "one"}),)


@pytest.mark.parametrize(("text", "message"), [
    ("id,says,topic\n", 'row 1: There is no column "topic". Did you mean "topics"? Write topics.'),
    ("id,says,topics,\n", "row 1: A column has no name. Delete the empty column, or name it."),
    ("id,says,topics,says\n", 'row 1: The column "says" stands here twice. Delete one of them.'),
    ("id,topics\n", "row 1: Missing: the column says. Write the name into the first row; the cells below may be "
                    "empty."),
    ("", "row 1: Missing: the columns id, says, topics. Write the name into the first row; the cells below may be "
         "empty."),
    ("id;says;topics\na;b;c\n", "row 1: The cells are separated by semicolons. Save the file with commas between "
                                "cells."),
    ("id,says,topics\na,Stop, look,x\n", "row 2 (a): This row has 4 cells, but there are 3 columns. Put a text that "
                                         'holds a comma in "double quotes".'),
    ('id,says,topics\na,one,x\nb,"two,y\n', "row 3: A quotation mark is opened and never closed, or stands alone "
                                            'inside a cell. Close it; write a " inside a cell as "".'),
])
def test_what_is_wrong_in_a_spreadsheet_is_said_in_plain_words(csv_file: Write, text: str, message: str) -> None:
    """Each mistake names the row and what to do."""
    problems = read_csv(csv_file(text), COLUMNS).problems

    assert f"areas/testshire/signs.csv, {message}" in [str(problem) for problem in problems]


def test_rows_after_a_bad_row_are_still_read(csv_file: Write) -> None:
    """One row with too many cells does not hide the others."""
    found = read_csv(csv_file("id,says,topics\na,b,c,d\ne,f,g\n"), COLUMNS)

    assert [number for number, _ in found.rows] == [3]
    assert len(found.problems) == 1


def test_a_spreadsheet_in_another_encoding_says_how_to_save_it(csv_file: Write) -> None:
    """A CSV in the old Windows encoding names the choice to make in Excel."""
    (problem,) = read_csv(csv_file("id,says,topics\na,caf\u00e9,x\n".encode("cp1252")), COLUMNS).problems

    assert str(problem) == (
        'areas/testshire/signs.csv: This file is not saved as UTF-8 text. In Excel choose "Save as", then "CSV UTF-8 '
        '(comma delimited)".'
    )


@pytest.mark.parametrize("opened", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("times", [read.DEEPEST + 1, 5000])
def test_what_lies_too_deep_is_a_problem_of_its_line(yaml_file: Write, opened: str, times: int) -> None:
    """A file of brackets within brackets is refused like any that cannot be read, and ends nothing."""
    closed = {"[": "]", "{a: ": "}"}.get(opened, "")

    document = read_yaml(yaml_file(opened * times + "x" + closed * times))

    assert not document.readable
    assert [problem.line for problem in document.problems] == [1]


def test_what_lies_as_deep_as_a_pack_is_read(yaml_file: Write) -> None:
    """A pack needs far less than the most that is read."""
    document = read_yaml(yaml_file("[" * 30 + "x" + "]" * 30))
    assert document.readable
