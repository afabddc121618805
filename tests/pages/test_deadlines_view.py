"""Part 6 of the result: by when, in words, and the calendar file."""
from exports.calendar import has_entries
from pages.parts.deadlines_view import by_when, deadlines
from tests.pages.sample import BLANK, FULL, NOW, PACKS
from tests.pages.screen import part, words


def test_dates_are_words_and_a_rule_stands_where_there_is_no_date() -> None:
    """A date has its weekday; without a date the rule is said; a time that has passed says so."""
    assert [by_when(one) for one in FULL.deadlines] == [
        "at once", "Tuesday 24 November 2026",
        "Sunday 22 November 2026, 5:20pm. This time has passed: do it now.",
    ]


def test_the_table_says_whose_job_each_is() -> None:
    """What, by when, whose: three columns, one row each."""
    table = part(deadlines, FULL, PACKS, "TEST", NOW).table[0].value
    assert list(table.columns) == ["What", "By when", "Whose"]
    assert list(table["Whose"]) == ["You", "You", "The service"]


def test_every_deadline_names_its_rule_and_source() -> None:
    """The rule and where it stands are one press away."""
    seen = words(part(deadlines, FULL, PACKS, "TEST", NOW))
    assert "Chase an answer: 1 working day" in seen
    assert "They decide: 24 hours" in seen


def test_the_calendar_is_offered_only_where_it_would_hold_something() -> None:
    """Dates that are the user's own or to be chased are worth a file; the service's are not."""
    assert part(deadlines, FULL, PACKS, "TEST", NOW).get("download_button")
    others = FULL.model_copy(update={"deadlines": FULL.deadlines[2:]})
    assert not has_entries(others)
    assert not part(deadlines, others, PACKS, "TEST", NOW).get("download_button")


def test_nothing_due_is_said() -> None:
    """An empty table is never drawn."""
    screen = part(deadlines, BLANK, PACKS, "", NOW)
    assert not screen.table
    assert "no deadline to work out" in words(screen)
