"""Inputs: where they start, how they are read back, and how wrong ones are refused."""
from datetime import date, datetime

import pytest
import streamlit as st

from pages.parts.asking.questions import Sent, clear_errors, errors, plain, set_errors
from pages.parts.visit import draft
from pages.parts.visit.clock import LONDON, TEST_TIME
from tests.pages.asking import HOME, case_of, field, fill, has_field, open_app, open_step

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=LONDON)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """A session in which fields hold what a test puts there."""
    state: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", state)
    return state


def put(**values: object) -> Sent:
    """A form that was sent with these values."""
    for name, value in values.items():
        st.session_state[draft.widget_key(name.replace("__", "-"))] = value
    return Sent()


@pytest.fixture
def ten_o_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Monday morning."""
    monkeypatch.setenv(TEST_TIME, NOW.isoformat())


@pytest.mark.usefixtures("ten_o_clock")
@pytest.mark.parametrize(("text", "expected"), [
    ("15:15", (15, 15)), ("9.05", (9, 5)), (" 7 : 30 ", (7, 30)), ("9", (9, 0)), ("00:00", (0, 0)), ("nine", (9, 0)),
])
def test_a_time_is_read_as_people_type_it(text: str, expected: tuple[int, int], typed: dict[str, object]) -> None:
    """Colon or full stop, with or without blanks, in words; today, in local time, and read back."""
    sent = put(leaves=text)
    found = sent.time("leaves", "Then")
    assert found == NOW.replace(hour=expected[0], minute=expected[1])
    assert sent.wrong == {}
    assert f"{found:%H:%M}" in sent.understood[0]


@pytest.mark.usefixtures("ten_o_clock")
@pytest.mark.parametrize("text", ["24:00", "9:60", "ninety", "9:5:1", "²:10", "-3"])
def test_what_is_no_time_is_refused(text: str, typed: dict[str, object]) -> None:
    """The message shows how a time is written."""
    sent = put(leaves=text)
    assert sent.time("leaves", "Then") is None
    assert "15:15" in sent.wrong["leaves"]


@pytest.mark.usefixtures("ten_o_clock")
def test_a_doubtful_time_is_asked_about_once(typed: dict[str, object]) -> None:
    """The question stands at the field; pressed again with the same question in sight, the time is kept."""
    typed[draft.PAGE] = "check safety 0"
    sent = put(leaves="03:15")
    sent.time("leaves", "The child leaves", "ahead", daytime=True)
    assert "no time at which a child leaves school" in sent.wrong["leaves"]
    set_errors("check safety 0", sent.wrong)
    again = put(leaves="03:15")
    assert again.time("leaves", "The child leaves", "ahead", daytime=True) == NOW.replace(hour=3, minute=15)
    assert again.wrong == {}
    other = put(leaves="02:15")
    other.time("leaves", "The child leaves", "ahead", daytime=True)
    assert set(other.wrong) == {"leaves"}


@pytest.mark.usefixtures("ten_o_clock")
def test_a_date_needs_all_three_parts(typed: dict[str, object]) -> None:
    """All empty is no date, some empty is a mistake, and a real one is read."""
    assert put().day("due", "The date", "due") is None
    assert put(due__day="1", due__month="3", due__year="2027").day("due", "The date", "due") == date(2027, 3, 1)
    sent = put(due__day="", due__month="3", due__year="2027")
    assert sent.day("due", "The date", "due") is None
    assert set(sent.wrong) == {"due-day"}


@pytest.mark.usefixtures("ten_o_clock")
def test_a_whole_date_in_the_first_field_is_understood(typed: dict[str, object]) -> None:
    """Whoever pastes a date has to take nothing apart."""
    sent = put(born__day="27/3/2018", born__month="", born__year="")
    assert sent.day("born", "Date of birth", "child_born") == date(2018, 3, 27)
    assert sent.understood == ["Date of birth: Tuesday 27 March 2018, 8 years old"]


@pytest.mark.usefixtures("ten_o_clock")
def test_a_date_that_was_kept_before_is_not_asked_about_again(typed: dict[str, object]) -> None:
    """An odd date is asked about when it is new, not each time the page is saved."""
    fields = {"made__day": "24", "made__month": "12", "made__year": "2026"}
    sent = put(**fields)
    sent.day("made", "The day", "past")
    assert set(sent.wrong) == {"made-day"}
    kept = put(**fields)
    assert kept.day("made", "The day", "past", date(2026, 12, 24)) == date(2026, 12, 24)
    assert (kept.wrong, kept.understood) == ({}, [])


def test_text_is_read_without_the_blanks_around_it(typed: dict[str, object]) -> None:
    """Blanks alone are no answer; line breaks inside stay."""
    assert put(note="  a\nb \n").words("note", "The note") == "a\nb"
    assert put(note="   ").words("note", "The note") == ""


def test_text_of_exactly_the_limit_is_taken(typed: dict[str, object]) -> None:
    """Twenty thousand characters are accepted whole; one more is refused with its length."""
    assert len(put(note="ä" * 20_000).words("note", "The note")) == 20_000
    sent = put(note="ä" * 20_001)
    assert sent.words("note", "The note") == ""
    assert "20,001" in sent.wrong["note"]


def test_the_first_message_of_a_field_stays(typed: dict[str, object]) -> None:
    """One field, one message."""
    sent = Sent()
    sent.refuse("age", "first")
    sent.refuse("age", "second")
    assert sent.wrong == {"age": "first"}


def test_errors_belong_to_the_page_they_were_made_on(typed: dict[str, object]) -> None:
    """Another page does not show them, and a form that was taken over clears them."""
    set_errors("check who 0", {"kinds": "Untick one"})
    typed[draft.PAGE] = "check where 0"
    assert errors() == {}
    typed[draft.PAGE] = "check who 0"
    assert errors() == {"kinds": "Untick one"}
    clear_errors()
    assert errors() == {}


@pytest.mark.parametrize("words", ["a plain label, with 5:20pm (and brackets) - and a dash.", "It’s 3 > 2 & more"])
def test_plain_words_stay_as_they_are(words: str) -> None:
    """A screen reader hears the label of a field letter for letter, so nothing is escaped without need."""
    assert plain(words) == words


@pytest.mark.parametrize("words", ["**bold**", "[a](http://x)", "$x$", "<b>", ":red[x]", "`code`", "_x_", "~~x~~"])
def test_nothing_is_read_as_markdown(words: str) -> None:
    """Whatever Markdown would read is escaped."""
    assert plain(words) != words
    assert plain(words).replace("\\", "") == words


@pytest.mark.usefixtures("packs")
def test_what_was_typed_and_not_sent_is_where_a_field_starts() -> None:
    """Text, a choice by its number and a tick come back, and count at once."""
    screen = open_app(HOME)
    screen.session_state["unsent"] = {"check who 0": {"who_note": "At the gate", "access": 0, "kinds-partner": True}}
    screen.switch_page("pages/check.py")
    screen.session_state["progress"] = open_step("who").session_state["progress"]
    screen.query_params["step"] = "who"
    screen.run()
    assert (field(screen, "who_note").value, field(screen, "access").value) == ("At the gate", "yes")
    assert field(screen, "kinds-partner").value is True
    source = case_of(screen).source_of_harm
    assert (source.note, source.access, source.kinds) == ("At the gate", "yes", ("partner",))


@pytest.mark.usefixtures("packs")
@pytest.mark.parametrize("junk", [99, -1, "two", None, [], True])
def test_what_the_browser_holds_is_not_trusted(junk: object) -> None:
    """A choice that does not exist is no choice, and raises nothing."""
    screen = open_app(HOME, open_step("who").session_state["progress"])
    screen.session_state["unsent"] = {"check who 0": {"access": junk, "who_note": junk}}
    screen.switch_page("pages/check.py")
    screen.query_params["step"] = "who"
    screen.run()
    assert not screen.exception
    assert has_field(fill(screen, access=None), "access")
