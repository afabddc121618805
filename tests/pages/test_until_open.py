"""While the front door is closed the result asks whether the child is safe until it opens, after the numbers."""
import pytest

from decision.case import Case
from pages.parts.visit.clock import TEST_TIME
from tests.pages.asking import case_of, checked, field, fill, has_field, open_step
from tests.pages.opening import open_page
from tests.pages.screen import source, words

TODAY = Case(home_area="central_bedfordshire", reference="TEST", own_view="refer_now")


@pytest.fixture(autouse=True)
def _evening(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEST_TIME, "2026-11-23T20:00")


def test_it_is_asked_with_the_name_and_the_hour() -> None:
    """Which door, and until when: a yes is about one night."""
    screen = open_page("result", TODAY)
    assert field(screen, "safe_until_open").value is None
    assert "opens, Tuesday 24 November 2026" in words(screen)


def test_only_a_plain_yes_lets_it_wait() -> None:
    """With yes the first call is the door when it opens; anything else, and no answer, keep the number for now."""
    for answer in ("no", "not_sure", None):
        screen = open_page("result", TODAY)
        if answer:
            screen = checked(fill(screen, safe_until_open=answer).run())
        assert "Ring now" in words(screen)
        assert case_of(screen).safe_until_open == answer
    screen = checked(fill(open_page("result", TODAY), safe_until_open="yes").run())
    assert case_of(screen).safe_until_open == "yes"
    assert "Ring now:" not in words(screen)
    assert field(screen, "safe_until_open").value == "yes"


def test_it_is_not_asked_where_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not by day, and not where the result asks for nothing today."""
    assert not has_field(open_page("result", Case(home_area="central_bedfordshire")), "safe_until_open")
    monkeypatch.setenv(TEST_TIME, "2026-11-23T10:00")
    assert not has_field(open_page("result", TODAY), "safe_until_open")


def test_a_yes_is_about_one_night_and_a_no_can_be_taken_back_by_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next evening it is asked anew and the number is there; a no of the night is asked again by day."""
    safe = case_of(checked(fill(open_page("result", TODAY), safe_until_open="yes").run()))
    unsafe = case_of(checked(fill(open_page("result", TODAY), safe_until_open="no").run()))
    monkeypatch.setenv(TEST_TIME, "2026-11-24T20:00")
    screen = open_page("result", safe)
    assert field(screen, "safe_until_open").value is None
    assert "Ring now" in words(screen)
    monkeypatch.setenv(TEST_TIME, "2026-11-24T10:00")
    assert not has_field(open_page("result", safe), "safe_after_the_night")
    screen = open_page("result", unsafe)
    assert case_of(checked(fill(screen, safe_after_the_night="no").run())).safe_until_open == "no"
    again = checked(fill(open_page("result", unsafe), safe_after_the_night="yes").run())
    assert case_of(again).safe_until_open is None
    assert not has_field(open_page("result", case_of(again)), "safe_after_the_night")


def test_what_was_said_of_the_night_stands_among_the_answers() -> None:
    """With the hour that it is about, and a link to the result, where it is changed; nothing where it was not asked."""
    safe = case_of(checked(fill(open_page("result", TODAY), safe_until_open="yes").run()))
    shown = open_step("answers", safe)
    assert "Child safe until Tuesday 24 November 2026, 8:45am" in words(shown)
    assert 'href="result"' in source(shown)
    assert "Child safe until" not in words(open_step("answers", TODAY))


def test_it_waits_until_harm_before_anybody_acts_is_answered() -> None:
    """The same thing the other way round: one Yes is never to be mistaken for the other. What was answered stays."""
    worry = TODAY.but(own_view=None, other_worry=True, other_worry_note="Something else")
    screen = open_page("result", worry)
    assert has_field(screen, "harm_before_next")
    assert not has_field(screen, "safe_until_open")
    assert "Ring now" in words(screen)
    assert has_field(open_page("result", worry.but(harm_before_next="yes")), "safe_until_open")
    beside = open_page("result", worry.but(own_view="refer_now"))   # then that answer decides nothing any more
    assert not has_field(beside, "harm_before_next")
    assert has_field(beside, "safe_until_open")
    safe = case_of(checked(fill(open_page("result", TODAY), safe_until_open="yes").run()))
    assert has_field(open_page("result", safe.but(other_worry=True)), "safe_until_open")
