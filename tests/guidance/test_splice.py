"""Changes in the text of a file: what is asked for, and not one other character."""
import csv
import io
from collections.abc import Sequence

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guidance.splice import records, with_column, with_entries, with_key, without_key

CELL = st.text(st.sampled_from("ab ,;\"\n#é'"), max_size=6)


def rows_of(text: str) -> list[list[str]]:
    """A CSV text as the reader takes it, without blank lines."""
    return [row for row in csv.reader(io.StringIO(text, newline="")) if row]


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]),
       st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_a_cell_is_found_where_the_reader_finds_it(table: Sequence[Sequence[str]], end: str, quoting: int) -> None:
    """Whatever quotes, commas and line ends stand in a cell."""
    file = io.StringIO()
    csv.writer(file, lineterminator=end, quoting=quoting).writerows(table)
    text = file.getvalue()

    found = [[next(csv.reader(io.StringIO(text[slice(*span)], newline="")), [""])[0] for span in row]
             for row in records(text)]
    assert [row for row in found if row] == rows_of(text)


@given(st.lists(st.lists(CELL, min_size=1, max_size=3), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_a_new_column_stands_last_in_every_row_and_nothing_else_changes(
    table: Sequence[Sequence[str]], end: str
) -> None:
    """Shorter rows are filled up, a line in which nothing stands stays empty, and no other cell differs."""
    file = io.StringIO()
    csv.writer(file, lineterminator=end).writerows([["id", "says", "note"], *table])
    before, after = rows_of(file.getvalue()), rows_of(with_column(file.getvalue(), "telling", "none"))

    assert after[0] == ["id", "says", "note", "telling"]
    for old, new in zip(before[1:], after[1:], strict=True):
        if any(cell.strip() for cell in old):
            assert new == [*old, *[""] * (3 - len(old)), "none"]
        else:
            assert new == old


def test_an_empty_cell_of_a_column_that_is_there_is_filled_in_its_place() -> None:
    """The cells that hold something keep it, with their quotes."""
    text = 'id,"telling",note\r\na,,"x, y"\r\nb,"ask",\r\nc,"",\r\n\r\nd'

    assert with_column(text, "telling", "none") == (
        'id,"telling",note\r\na,none,"x, y"\r\nb,"ask",\r\nc,none,\r\n\r\nd,none')


TEXT = """# A comment, with a colon: here
# and another

id: testshire   # beside a value
switchboard: "0123"   # a number
name: 'Test: shire'
levels:
  - {id: a,   name: One}   # kept
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_is_put_before_the_first_or_in_place_of_the_old_one(end: str) -> None:
    """Comments above stay above."""
    text = TEXT.replace("\n", end)

    once = with_key(text, "format", "pack/2")
    assert once == text.replace("id: testshire", f"format: pack/2{end}id: testshire", 1)
    assert with_key(once, "format", "pack/2") == once
    assert with_key(once, "format", "pack/3") == once.replace("pack/2", "pack/3")


@pytest.mark.parametrize("value", ['"0123"   # a number', "council", "", ">-\n  a text\n  of two lines", "[a,\n  b]"])
def test_a_key_is_taken_out_with_its_value(value: str) -> None:
    """However the value is written; every other line stays."""
    text = TEXT.replace('"0123"   # a number', value)

    assert without_key(text, "switchboard") == TEXT.replace('switchboard: "0123"   # a number\n', "")
    assert without_key(TEXT, "nothing") == TEXT


def test_texts_of_a_list_become_entries() -> None:
    """In a row or one a line, with quotes or without; entries that are there, and other lists, stay."""
    text = """- id: a
  signatures: [A parent, 'The "other", too', {by: worker, says: The lead}]   # who
  notes: [A parent]
- id: b
  signatures:
    - A parent: of both
    - >-
      Two lines
      of text
    - plain
""".replace("A parent: of both", '"A parent: of both"')

    made = with_entries(text, "signatures", "by: family")
    first, second = yaml.safe_load(made)
    assert first["signatures"] == [
        {"by": "family", "says": "A parent"}, {"by": "family", "says": 'The "other", too'},
        {"by": "worker", "says": "The lead"},
    ]
    assert first["notes"] == ["A parent"]
    assert [one["says"] for one in second["signatures"]] == ["A parent: of both", "Two lines of text", "plain"]
    assert "   # who\n  notes: [A parent]\n- id: b\n" in made
    assert with_entries(made, "signatures", "by: family") == made
