"""Times as people type them: understood in both clocks and in words, never taken in silence."""
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.hours import LONDON
from decision.written import in_the_night, is_before, read_time, tidy
from tests.decision.build import at

TEN = at("2026-11-27 10:00")
FORMS = {
    "15:15": (
        "3.15", "3:15", "3 15", "315", "3,15", "3;15", "3h15", "3.15pm", "3:15 pm", "3.15 p.m.", "3:15 PM", "3 15 pm",
        "315pm", "3.15p", "15:15", "15.15", "15 15", "1515", "15h15", "1515 hrs", "15:15 hours", "15:15pm",
        "quarter past three", "quarter-past three", "three-fifteen",
        "Quarter past 3", "a quarter past three", "¼ past 3", "three fifteen", "3.15 today",
        "quarter past three in the afternoon", "3.15 this afternoon", "at 3.15", "about 3:15", "by quarter past three",
        "٣:١٥", "３：１５", "३.१५", "3.15\u200e", "  3 : 15  ", "fifteen fifteen",
    ),
    "15:00": ("3", "3pm", "3 pm", "three", "three o’clock", "3 o'clock", "three pm", "15", "1500", "15:00", "300"),
    "15:30": ("half past 3", "half past three", "half three", "half-past three", "half-past 3",
              "3.30", "three thirty", "½ past 3", "fifteen thirty"),
    "15:35": ("25 to 4", "twenty-five to four", "twenty five to 4", "25 minutes to four", "three thirty five"),
    "15:05": ("five past three", "3.05", "three oh five", "5 past 3pm", "5 mins past three"),
    "12:00": ("noon", "midday", "12", "12pm", "12 noon", "twelve", "12:00"),
    "12:30": ("12.30", "half past twelve", "12:30pm", "1230"),
    "12:45": ("quarter to one", "12.45", "15 to 1", "quarter-to-one"),
    "15:47": ("thirteen minutes to four",), "15:50": ("ten to 4", "10 to 4", "10 minutes to 4"),
    "11:30": ("11.30", "11:30am", "half eleven", "1130", "eleven thirty"),
}
GARBAGE = (
    "25:00", "24:00", "3.75", "3:5", "13pm", "15am", "0pm", "15:15am", "15:15:15", "9:60", "soon", "after school",
    "home time", "half past", "quarter", "to four", "thirteen to four", "3 to 4", "5 to 6", "10 to 11", "one to three",
    "3-4", "one-to-three", "3-to-4", "3.15 or 3.30", "3.15-3.30", "²:10",
    "-3", "1.5", "31/4", "015", "15151", "in two hours", "half past fifteen", "ninety", "pm", "?", "3.15.2026", "𝟛x",
)


@pytest.mark.parametrize(("typed", "meant"), [(form, meant) for meant, forms in FORMS.items() for form in forms])
def test_home_time_is_understood_however_it_is_written(typed: str, meant: str) -> None:
    """At ten in the morning, of a child at school: one time, read back with its figures, nothing to ask."""
    found = read_time(typed, TEN, daytime=True)
    assert found.value == at(f"2026-11-27 {meant}")
    assert found.words.endswith(meant)
    assert found.doubt == ""


@pytest.mark.parametrize("typed", GARBAGE)
@pytest.mark.parametrize("daytime", [True, False])
def test_what_is_no_time_is_refused_with_words(typed: str, daytime: bool) -> None:
    """Nothing is guessed: no value, and how a time is written."""
    found = read_time(typed, TEN, daytime=daytime)
    assert (found.value, found.words, found.readings) == (None, "", ())
    assert "3.15pm or 15:15" in found.doubt


def test_nothing_typed_is_no_time_and_no_mistake() -> None:
    """Empty, blanks, and marks that nobody sees."""
    for typed in ("", "  ", "\u200e"):
        assert read_time(typed, TEN) == read_time("", TEN)
        assert read_time(typed, TEN).doubt == ""


@pytest.mark.parametrize(("typed", "now", "readings"), [
    ("03:15", "10:00", ("15:15", "03:15")), ("0315", "10:00", ("15:15", "03:15")),
    ("3.15am", "10:00", ("15:15", "03:15")),
    ("3 at night", "10:00", ("15:00", "03:00")), ("midnight", "10:00", ("12:00", "00:00")),
    ("12am", "10:00", ("12:00", "00:00")), ("9pm", "10:00", ("09:00", "21:00")), ("22:30", "10:00", ("10:30", "22:30")),
    ("8", "10:00", ("20:00", "08:00")), ("3.15", "16:00", ("15:15", "03:15")), ("2pm", "14:30", ("14:00",)),
])
def test_a_time_that_cannot_be_at_a_school_is_asked_about(typed: str, now: str, readings: tuple[str, ...]) -> None:
    """In the night, late or past: the doubt is said, and what may be meant is offered, the likeliest first."""
    found = read_time(typed, at(f"2026-11-27 {now}"), daytime=True)
    assert found.doubt
    assert tuple(f"{one:%H:%M}" for one in found.readings) == readings


@pytest.mark.parametrize(("typed", "now", "meant", "asked"), [
    ("3.15", "10:00", "15:15", False), ("8", "10:00", "20:00", False), ("3.15", "02:00", "15:15", True),
    ("3.15", "23:00", "15:15", True), ("3.15", "15:20", "15:15", True),
    ("10.30", "10:35", "10:30", True),
    ("10.30", "21:00", "22:30", False), ("9", "09:10", "21:00", True), ("7.30", "02:00", "07:30", True),
    ("03:15", "10:00", "03:15", True), ("half one", "12:40", "13:30", False),
    ("11pm", "10:00", "23:00", False), ("9am", "10:00", "09:00", True),
])
def test_away_from_school_the_next_time_is_meant(typed: str, now: str, meant: str, asked: bool) -> None:
    """Of two readings the only one that is still to come; where both are, or none is, somebody is asked."""
    found = read_time(typed, at(f"2026-11-27 {now}"))
    assert found.value == at(f"2026-11-27 {meant}")
    assert bool(found.doubt) == asked


@pytest.mark.parametrize(("typed", "now", "first"), [
    ("3.15", "15:20", "15:15"), ("3.15", "02:00", "15:15"), ("03:15", "10:00", "15:15"), ("9am", "10:00", "09:00"),
    ("12.30", "12:40", "12:30"), ("10.30", "10:35", "10:30"),
])
@pytest.mark.parametrize("day", ["2026-11-27", "2027-03-28", "2026-10-25"])
def test_away_from_school_waking_hours_are_offered_first(typed: str, now: str, first: str, day: str) -> None:
    """Nobody is offered a time in the night before the one by day; on no day a time that the clocks do not show."""
    found = read_time(typed, at(f"{day} {now if (now, day) != ('02:00', '2027-03-28') else '03:00'}"))
    assert found.doubt
    assert f"{found.readings[0]:%H:%M}" == first


@pytest.mark.parametrize("typed", ["1.30", "half one", "one thirty", "1:30"])
@pytest.mark.parametrize("daytime", [True, False])
@pytest.mark.parametrize(("now", "expects"), [("09:00", "ahead"), ("00:10", "ahead"), ("16:00", "past")])
def test_an_hour_that_is_left_out_is_no_reading_where_there_is_another(
    typed: str, daytime: bool, now: str, expects: str
) -> None:
    """On the day on which the clocks go forward half past one is in the afternoon, and nothing else is offered."""
    found = read_time(typed, at(f"2027-03-28 {now}"), expects, daytime)  # type: ignore[arg-type]  # one of the four
    assert found.value == at("2027-03-28 13:30")
    assert (found.doubt, found.readings) == ("", ())


def test_a_school_time_that_has_passed_is_not_called_late() -> None:
    """Half past eleven, typed in the afternoon, was this morning."""
    found = read_time("11.30", at("2026-11-27 15:20"), daytime=True)
    assert "has passed" in found.doubt
    assert f"{found.readings[0]:%H:%M}" == "11:30"


def test_late_at_night_early_tomorrow_is_offered() -> None:
    """At eleven at night "one" is tomorrow."""
    assert at("2026-11-28 01:00") in read_time("1am", at("2026-11-27 23:00")).readings


@pytest.mark.parametrize(("typed", "now", "meant", "asked"), [
    ("3.15", "16:00", "15:15", False), ("9.05", "10:00", "09:05", False), ("7.30", "20:00", "07:30", True),
    ("3.15", "10:00", "03:15", True), ("4pm", "10:00", "16:00", True), ("03:15", "10:00", "03:15", False),
])
def test_a_time_that_was_is_read_backwards(typed: str, now: str, meant: str, asked: bool) -> None:
    """A call was made by day and not in the time to come; where that leaves two readings, somebody is asked."""
    found = read_time(typed, at(f"2026-11-27 {now}"), "past")
    assert found.value == at(f"2026-11-27 {meant}")
    assert bool(found.doubt) == asked


def test_on_another_day_a_time_belongs_to_that_day() -> None:
    """The read-back names it."""
    found = read_time("3.15", TEN, "past", on=at("2026-11-26 00:00").date())
    assert found.words == "quarter past three in the afternoon on Thursday 26 November, 15:15"


def test_without_a_direction_a_time_is_the_24_hour_clocks() -> None:
    """Who answers at 3:15 is asked of the night, and shown with the day and am."""
    assert read_time("3:15", TEN, "any").value == at("2026-11-27 03:15")


@pytest.mark.parametrize(("typed", "meant", "asked"), [
    ("3.15", "15:15", False), ("7.30", "07:30", True), ("03:15", "03:15", False), ("11", "11:00", False),
])
def test_on_a_day_that_is_not_known_a_time_is_by_day(typed: str, meant: str, asked: bool) -> None:
    """A step in a log at 3.15 was in the afternoon; half past seven may be either."""
    found = read_time(typed, TEN, "by_day")
    assert f"{found.value:%H:%M}" == meant
    assert bool(found.doubt) == asked


def test_an_hour_that_the_clocks_leave_out_is_no_time() -> None:
    """In the night in which they go forward there is no half past one."""
    found = read_time("01:30", at("2027-03-28 00:10"))
    assert found.value is None
    assert "clocks go forward" in found.doubt
    assert read_time("03:30", at("2027-03-28 00:10")).value == at("2027-03-28 03:30")


def test_an_hour_that_the_clocks_strike_twice_is_the_one_to_come() -> None:
    """Between the two half past ones, the second is meant; a comparison of figures alone would call it past."""
    between = datetime(2026, 10, 25, 0, 45, tzinfo=UTC).astimezone(LONDON)
    found = read_time("01:30", between)
    assert found.doubt == ""
    assert found.value is not None
    assert is_before(between, found.value)
    assert found.value.astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(st.text(max_size=30), st.booleans(), st.sampled_from(("ahead", "past", "by_day", "any")))
def test_whatever_is_typed_something_is_said(text: str, daytime: bool, expects: str) -> None:
    """No text raises; there is a value with words, or a doubt, or nothing was typed."""
    found = read_time(text, TEN, expects, daytime)  # type: ignore[arg-type]  # one of the four
    assert bool(found.value) == bool(found.words)
    assert found.value or found.doubt or not tidy(text)


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 23), st.booleans())
def test_a_time_that_needs_no_question_lies_ahead_and_by_day(hour: int, minute: int, now: int, daytime: bool) -> None:
    """Whatever the hour, what is taken without a question is still to come, and at a school it is not in the night."""
    moment = at(f"2026-11-27 {now:02}:00")
    for typed in (f"{hour}.{minute:02}", f"{hour:02}:{minute:02}", f"{hour % 12 or 12}:{minute:02}pm"):
        found = read_time(typed, moment, daytime=daytime)
        assert found.value is not None
        if not found.doubt:
            assert is_before(moment, found.value)
            assert not (daytime and in_the_night(found.value))
        else:
            assert found.readings


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))  # noqa: DTZ001 - given its zone below
def test_what_the_24_hour_clock_shows_is_what_is_meant(moment: datetime) -> None:
    """Every minute that exists, written with four figures, is read as itself."""
    local = moment.replace(second=0, microsecond=0, tzinfo=LONDON)
    found = read_time(f"{local:%H:%M}", local, "any")
    assert found.value is None or f"{found.value:%H:%M}" == f"{local:%H:%M}"
