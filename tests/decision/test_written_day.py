"""Dates as people type them: possible for what they are of, read back, and never a wrong century."""
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.written_day import BOUNDS, day_doubt, impossible, read_day
from guidance.words.forms import weekday_and_day

TODAY = date(2026, 11, 27)
FORMS = (
    "27 3 18", "27 3 2018", "27/3/2018", "27.3.18", "27-03-2018", "2018-03-27", "2018/03/27", "27 Mar 2018",
    "27th March 2018", "27 of march, 2018", "March 27 2018", "Mar. 27th, 2018", "27mar2018", "27032018", "270318",
    "20180327", "27 mar '18", "Tuesday 27 March 2018", "tue 27/3/18", "Tues 27 March 2018",
    "tues. 27/3/18", "٢٧/٣/٢٠١٨", "２７／３／２０１８", "27–3–2018",
    "\u200e27/3/2018", " 27  3  18 ",
)
GARBAGE = (
    "31 2 2026", "31/4/2018", "29 2 2023", "29/2/23", "0 3 2018", "32 3 2018", "27 13 2018", "3/27/2018", "27 3",
    "27 3 8", "27 3 018", "27 3 20188", "27 march", "march 2018", "summer 2018", "27 ma 2018", "² 3 2018", "x", "27",
    "2018", "1 2 3 4", "--", "12345", "27 3 18 2018", "Tuesday",
)


@pytest.mark.parametrize("typed", FORMS)
def test_a_childs_date_of_birth_is_understood_however_it_is_written(typed: str) -> None:
    """Figures or words, two figures of a year or four, any script's figures: the same day, read back."""
    found = read_day(typed, TODAY, "child_born")
    assert (found.value, found.words, found.doubt) == (date(2018, 3, 27), "Tuesday 27 March 2018", "")


@pytest.mark.parametrize("typed", GARBAGE)
@pytest.mark.parametrize("kind", BOUNDS)
def test_what_is_no_date_is_refused_with_an_example(typed: str, kind: str) -> None:
    """No value, no words, and how a date is written."""
    found = read_day(typed, TODAY, kind)  # type: ignore[arg-type]  # a key of the table
    assert (found.value, found.words) == (None, "")
    assert found.doubt.startswith("must be a real date, such as 27 3")


def test_nothing_typed_is_no_date_and_no_mistake() -> None:
    """Three empty fields."""
    assert read_day("  ", TODAY, "past") == read_day("", TODAY, "past")
    assert read_day("", TODAY, "past").doubt == ""


@pytest.mark.parametrize(("typed", "kind", "meant"), [
    ("1 5 99", "born", date(1999, 5, 1)), ("1 5 88", "born", date(1988, 5, 1)), ("1 5 26", "born", date(2026, 5, 1)),
    ("1 5 27", "born", date(1927, 5, 1)), ("1 5 88", "adult_born", date(1988, 5, 1)),
    ("1 5 27", "due", date(2027, 5, 1)),
    ("1 5 02", "child_born", date(2002, 5, 1)), ("29 2 24", "child_born", date(2024, 2, 29)),
    ("1 12 26", "ahead", date(2026, 12, 1)), ("yesterday", "past", date(2026, 11, 26)), ("today", "past", TODAY),
])
def test_two_figures_of_a_year_are_read_by_what_is_asked(typed: str, kind: str, meant: date) -> None:
    """The century is the one in which the date is possible."""
    assert read_day(typed, TODAY, kind).value == meant  # type: ignore[arg-type]  # a key of the table


@pytest.mark.parametrize(("typed", "kind"), [
    ("27 3 2062", "child_born"), ("27 3 0018", "child_born"), ("28 11 2026", "child_born"),
    ("27 11 2000", "child_born"),
    ("1 5 1999", "child_born"), ("27 3 2062", "born"), ("1 5 1850", "born"), ("27 3 2062", "past"),
    ("27 3 0018", "past"), ("1 1 2028", "due"), ("1 1 2025", "due"), ("27 3 2062", "ahead"), ("27 3 2062", "event"),
])
def test_a_date_that_cannot_be_has_no_value(typed: str, kind: str) -> None:
    """It is read back all the same, so that the mistake can be seen."""
    found = read_day(typed, TODAY, kind)  # type: ignore[arg-type]  # a key of the table
    assert found.value is None
    assert found.words in found.doubt
    assert found.doubt.startswith("cannot be")


@pytest.mark.parametrize(("typed", "kind", "says"), [
    ("26 11 2026", "due", "in the past"), ("1 11 2027", "due", "more than ten months"),
    ("1 12 2026", "past", "still to come"), ("1 1 2024", "past", "more than two years ago"),
    ("1 5 2012", "adult_born", "less than 16"), ("26 11 2026", "ahead", "in the past"),
    ("1 1 2029", "ahead", "more than two years away"), ("Mon 27 3 2018", "child_born", "you wrote Monday"),
])
def test_an_odd_date_has_a_value_and_a_doubt(typed: str, kind: str, says: str) -> None:
    """It can be so, and somebody is asked."""
    found = read_day(typed, TODAY, kind)  # type: ignore[arg-type]  # a key of the table
    assert found.value is not None
    assert says in found.doubt


@given(st.dates(date(2000, 11, 28), TODAY))
def test_every_possible_birth_is_read_back_as_itself(born: date) -> None:
    """In every order and form, with two figures of the year and with four."""
    for typed in (f"{born.day} {born.month} {born.year}", f"{born:%d/%m/%y}", born.isoformat(), f"{born:%d %b %Y}",
                  weekday_and_day(born), f"{born:%d%m%Y}"):
        assert read_day(typed, TODAY, "child_born").value == born, typed


@given(st.dates(), st.sampled_from(sorted(BOUNDS)), st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_value_is_always_possible(day: date, kind: str, today: date) -> None:
    """Whatever is typed and whenever, what comes back can be what it is said to be; a doubt is words, not a crash."""
    found = read_day(f"{day.day}/{day.month}/{day.year:04}", today, kind)  # type: ignore[arg-type]  # a key of the table
    if found.value is not None:
        assert not impossible(found.value, today, kind)  # type: ignore[arg-type]
        assert found.doubt == day_doubt(found.value, today, kind)  # type: ignore[arg-type]


@given(st.text(max_size=30))
def test_whatever_is_typed_nothing_is_raised(text: str) -> None:
    """Any text is a date, a doubt or nothing."""
    found = read_day(text, TODAY, "past")
    assert found.value is None or found.words


@pytest.mark.parametrize("typed", ["Weds 25 11 2026", "wed 25/11/26", "Wednesday 25 November 2026", "Weds. 25 Nov"])
def test_a_short_day_of_the_week_is_understood(typed: str) -> None:
    """Weds, Thurs and the like; a date without a year is still refused."""
    found = read_day(typed, TODAY, "past")
    assert found.value == (None if typed.endswith("Nov") else date(2026, 11, 25))
    assert bool(found.doubt) == typed.endswith("Nov")
