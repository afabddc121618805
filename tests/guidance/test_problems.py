"""Problems in words: the place as a reader finds it, what to write instead, and lists that do not drown anybody."""
from pathlib import Path

import pytest

from guidance.problems import PackError, Place, Problem, choose, grouped, key_in_words, shown


def test_a_problem_in_a_spreadsheet_names_row_id_and_column() -> None:
    """A row's problem names the file, the row as a spreadsheet counts it, the id and the column."""
    place = Place("areas/testshire/indicators.csv", "TST-1", row=7)

    problem = place.problem("level", "There is no level \"five\".", "Write one or two.", ("level",))

    assert str(problem) == (
        'areas/testshire/indicators.csv, row 7 (TST-1), column level: There is no level "five". Write one or two.'
    )


@pytest.mark.parametrize(("key", "column"), [
    (("source",), "where"), (("source", "source"), "source"), (("source", "where"), "where"),
    (("checked", "certainty"), "certainty"), (("topics", 2), "topics"),
])
def test_a_value_spread_over_columns_is_found_by_its_column(key: tuple[str | int, ...], column: str) -> None:
    """A citation, a check and an item of a list are named by the column in which they stand."""
    assert Place("x/y/signs.csv", row=2).problem("kind", "Wrong.", key=key).key == column


def test_a_problem_in_a_text_file_names_the_nearest_line() -> None:
    """A YAML problem gives the line of its key, or of the entry where the key is missing."""
    place = Place("areas/testshire/contacts.yaml", "hub", lines={(0,): 3, (0, "name"): 4}, prefix=(0,))

    assert place.problem("kind", "Wrong.", key=("name",)).line == 4
    assert place.problem("kind", "Missing.", key=("says",)).line == 3


def test_a_key_missing_from_a_whole_file_has_no_line() -> None:
    """A key that a file lacks altogether is not blamed on the file's first line."""
    assert Place("areas/testshire/area.yaml", lines={(): 4}).problem("kind", "Missing.", key=("council",)).line is None


def test_keys_are_counted_as_people_count() -> None:
    """The first number's dial is `numbers 1, dial`."""
    assert key_in_words(("numbers", 0, "dial")) == "numbers 1, dial"
    assert key_in_words((1, "id")) == "entry 2, id"


def test_files_are_shown_by_their_last_three_names() -> None:
    """The same file has the same name in messages on every machine."""
    assert shown(Path("/home/anyone/windscreen/guidance/areas/luton/contacts.yaml")) == "areas/luton/contacts.yaml"


def test_few_choices_are_all_listed_with_the_nearest_first() -> None:
    """A short list of allowed values is given whole, and the likely one is named."""
    assert choose("complx", ["acute", "complex", "early"]) == 'Did you mean "complex"? Write acute, complex or early.'


def test_many_choices_are_said_to_stand_in_their_file() -> None:
    """A long list of ids is not printed: the message says where it stands, and the nearest one."""
    topics = [f"topic_{number}" for number in range(40)]

    assert choose("topic_7x", topics, "topics.yaml") == 'Did you mean "topic_7"? The 40 that exist are in topics.yaml.'


def test_nothing_to_choose_from_is_said() -> None:
    """Where no id exists yet, the message says where to add one."""
    assert choose("hub", [], "contacts.yaml") == (
        "There are none in contacts.yaml yet: add it there, or leave this empty."
    )


def test_the_same_problem_is_told_once_with_all_its_places() -> None:
    """A mistake repeated in many rows is one line that names the other rows."""
    rows = [Place("a/b/indicators.csv", row=row).problem("level", "There is no level \"5\".") for row in (2, 4, 9)]
    other = Problem(kind="level", file="a/b/signs.csv", says="Another.")

    assert grouped([*rows, other]) == [
        'a/b/indicators.csv, row 2: There is no level "5". The same at row 4, row 9.', "a/b/signs.csv: Another.",
    ]


def test_a_very_long_list_of_places_is_cut_with_its_number() -> None:
    """Places beyond the sixteenth are counted, not listed."""
    rows = [Place("a/b/indicators.csv", row=row).problem("level", "Wrong.") for row in range(2, 40)]

    assert grouped(rows)[0].endswith("row 18 and 21 more.")


def test_the_error_of_bad_packs_is_the_whole_list() -> None:
    """The exception's text holds every problem, so that a log or a terminal shows them all."""
    error = PackError([Problem(kind="a", file="x.csv", says="One."), Problem(kind="b", file="y.csv", says="Two.")])

    assert str(error) == (
        "The published guidance cannot be used: 2 problems to mend.\n  - x.csv: One.\n  - y.csv: Two."
    )
    assert [problem.kind for problem in error.problems] == ["a", "b"]
