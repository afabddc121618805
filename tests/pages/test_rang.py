"""After ringing: what happened is kept, and what to do next is shown."""
from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Finding
from guidance.packs import Packs
from guidance.words import say
from pages.parts.wizard.calls_said import OUTCOME
from pages.parts.visit.clock import LONDON
from tests.pages.asking import case_of, field, fill, has_field, press
from tests.pages.opening import open_page
from tests.pages.screen import source, words

HOME = Case(home_area="testshire", reference="TEST")


def test_the_call_is_kept_with_its_day_and_time(packs: Packs) -> None:
    """Who, when and what came of it are in the case after saving."""
    screen = fill(open_page("rang", HOME), call_outcome="advice", call_role="Duty social worker", call_reference="R 17",
                  call_day__day="20", call_day__month="11", call_day__year="2026", call_time="15:05",
                  call_note="Ring again on Monday")
    case = case_of(press(screen, "Save what happened"))
    assert (case.call.outcome, case.call.spoke_to_role, case.call.reference) == ("advice", "Duty social worker", "R 17")
    assert case.events.call_made is not None
    assert case.events.call_made.replace(tzinfo=None) == datetime(2026, 11, 20, 15, 5)  # noqa: DTZ001 - compared as written


def test_the_form_starts_with_this_moment_and_then_with_what_was_saved(packs: Packs) -> None:
    """Nobody types today's date, and a saved call is shown as it was saved."""
    screen = open_page("rang", HOME)
    assert [field(screen, f"call_day-{part}").value for part in ("day", "month", "year")] == ["23", "11", "2026"]
    assert field(screen, "call_time").value == "10:00"
    again = press(fill(screen, call_outcome="no_answer", call_time="9:05"), "Save what happened")
    assert field(again, "call_outcome").value == "no_answer"
    assert field(again, "call_time").value == "09:05"


def test_a_disagreement_starts_the_ladder_when_it_begins(packs: Packs) -> None:
    """Disagreeing is dated by the call, and taking it back takes the date back."""
    screen = fill(open_page("rang", HOME), call_outcome="no_further_action", call_disagree="yes")
    screen = press(screen, "Save what happened")
    assert case_of(screen).events.disagreement == case_of(screen).events.call_made
    assert case_of(press(fill(screen, call_disagree="no"), "Save what happened")).events.disagreement is None


def test_a_wrong_time_is_said_and_nothing_typed_is_lost(packs: Packs) -> None:
    """An error names the field, and every field still holds what was typed."""
    screen = press(fill(open_page("rang", HOME), call_time="25:99", call_note="What they said"), "Save what happened")
    assert "There is a problem" in words(screen)
    assert "Enter a time like 3.15pm or 15:15" in words(screen)
    assert field(screen, "call_note").value == "What they said"
    assert case_of(screen).call.note == "What they said"
    assert case_of(screen).events.call_made is None


def test_an_answer_that_is_too_long_is_refused_and_kept_on_screen(packs: Packs) -> None:
    """Nothing is cut: the text stays in its field until it is shorter."""
    screen = press(fill(open_page("rang", HOME), call_note="x" * 20_001), "Save what happened")
    assert "must be 20,000 characters or fewer" in words(screen)
    assert len(field(screen, "call_note").value) == 20_001


def test_an_afternoon_call_is_understood_and_read_back(packs: Packs) -> None:
    """A call on Friday at 3.15 was in the afternoon, and the page says so, once."""
    screen = fill(open_page("rang", HOME), call_day__day="20", call_time="3.15")
    screen = press(screen, "Save what happened")
    made = case_of(screen).events.call_made
    assert made is not None
    assert (made.day, made.hour, made.minute) == (20, 15, 15)
    assert "You talked or rang: Friday 20 November, 3:15pm" in words(screen)
    assert "quarter past three" not in words(screen)


def test_a_call_that_is_still_to_come_is_asked_about_once(packs: Packs) -> None:
    """It is ten o'clock: a call at four this afternoon has not been made, and pressing again keeps it."""
    screen = press(fill(open_page("rang", HOME), call_time="4pm", call_outcome="taken"), "Save what happened")
    assert "is still to come" in words(screen)
    assert (case_of(screen).call.outcome, case_of(screen).events.call_made) == ("taken", None)
    made = case_of(press(screen, "Save what happened")).events.call_made
    assert made is not None
    assert made.hour == 16


@pytest.mark.parametrize("outcome", OUTCOME)
def test_every_end_of_a_call_can_be_recorded(outcome: str, packs: Packs) -> None:
    """Each of the five ends is kept and leaves the page standing."""
    screen = press(fill(open_page("rang", HOME), call_outcome=outcome), "Save what happened")
    assert case_of(screen).call.outcome == outcome
    assert "If you are still worried, ring again" in words(screen)


def test_the_day_of_a_saved_call_can_be_changed_and_its_time_left(packs: Packs) -> None:
    """The time in the field belongs to the day beside it, also where it says what it said before."""
    screen = press(fill(open_page("rang", HOME), call_time="9:05"), "Save what happened")
    made = case_of(press(fill(screen, call_day__day="20"), "Save what happened")).events.call_made
    assert made is not None
    assert (made.day, made.hour, made.minute) == (20, 9, 5)


def test_since_when_somebody_disagrees_is_a_day_of_its_own(packs: Packs) -> None:
    """The ladder begins on the day that is given, not only with the call."""
    screen = fill(open_page("rang", HOME), call_disagree="yes", call_disagree_on__day="20 11 2026")
    screen = press(screen, "Save what happened")
    since = case_of(screen).events.disagreement
    assert since == datetime(2026, 11, 20, tzinfo=LONDON)
    assert case_of(press(screen, "Save what happened")).events.disagreement == since


def test_when_the_form_was_sent_is_asked_once_a_limit_runs_from_it() -> None:
    """Where the result names a time after sending, and not in an ordinary call; to say it tells of no call."""
    at_3 = Case(home_area="central_bedfordshire", reference="TEST", findings=(
        Finding(id="CBC-3-FAMILY-05"), Finding(id="CBC-3-CHILD-09")))
    assert not has_field(open_page("rang", Case(home_area="central_bedfordshire")), "event_sent-day")
    screen = fill(open_page("rang", at_3), event_sent__day="20 11 2026", event_sent_time="4pm")
    saved = case_of(press(screen, "Save what happened"))
    assert saved.events.sent == datetime(2026, 11, 20, 16, tzinfo=LONDON)
    assert (saved.events.call_made, saved.rung) == (None, ())


def test_after_saving_the_page_says_what_comes_next() -> None:
    """The steps that follow this end of the call, the day until which an answer is waited for, and the record."""
    screen = press(fill(open_page("rang", Case(home_area="central_bedfordshire")), call_outcome="taken"),
                   "Save what happened")
    shown = source(screen)
    assert shown.index("What comes next") < shown.index("If you are still worried")
    labels = [link.proto.label for link in screen.get("page_link")]
    assert "Make a record of it, or the form" in labels
    assert "Back to the result, with the dates from this call" in labels


def test_a_chase_and_what_runs_from_a_disagreement_are_named_with_their_day() -> None:
    """Only the user's own times that begin with the call: no other deadline of the result stands there."""
    at_3 = Case(home_area="central_bedfordshire", findings=(
        Finding(id="CBC-3-FAMILY-05"), Finding(id="CBC-3-CHILD-09")))
    screen = fill(open_page("rang", at_3), call_outcome="no_further_action", call_disagree="yes")
    card = source(press(screen, "Save what happened")).split('id="next"')[1].split("</section>")[0]
    assert "ring again" in card


def test_only_what_came_of_it_with_whom_and_what_was_said_stand_open(packs: Packs) -> None:
    """The rest is folded, and opens where something in it is wrong."""
    def opened(screen: AppTest) -> bool:
        return next(one for one in screen.expander if one.label == say("result.rang.more")).proto.expanded

    screen = open_page("rang", HOME)
    assert not opened(screen)
    assert opened(press(fill(screen, call_time="25:99"), "Save what happened"))


def test_back_leads_to_the_result_and_takes_along_what_was_typed(packs: Packs) -> None:
    """Back stands above the heading as on every page that asks, and nothing that was typed is lost by it."""
    screen = press(fill(open_page("rang", HOME), call_note="What they said"), say("steps.back"))
    assert say("result.title") in [one.value for one in screen.title]
    assert case_of(screen).call.note == "What they said"
