"""A talk with a lead or a colleague, or a tick that was not saved, ends no call that is due now."""
import pytest

from decision.case import Call
from guidance.packs import Packs
from guidance.vocabulary import CallOutcome
from guidance.words import say
from pages.parts.result.call_form import SOMEONE_ELSE
from pages.parts.shell.ring_bar import due, recorded
from tests.pages.asking import case_of, fill, press
from tests.pages.opening import open_page
from tests.pages.screen import source, words
from tests.pages.test_ring_bar import REAL, decided, told


@pytest.mark.parametrize("outcome", ["taken", "advice", "no_further_action", "get_agreement"])
def test_a_talk_with_somebody_else_leaves_the_number(outcome: CallOutcome) -> None:
    """In every area and for every sign that is rung about now: a lead or a colleague ends no urgency."""
    for area in REAL.areas:
        for sign in REAL.signs(area):
            case = told(area=area, **{sign.id: ""})
            decision = decided(case)
            first = due(decision)
            if first is None or not first.contact:
                continue
            call = Call(outcome=outcome, contact=SOMEONE_ELSE)
            assert not recorded(case.but(call=call), decision), (area, sign.id)
            assert recorded(case.but(call=call.but(contact=first.contact)), decision), (area, sign.id)


def test_a_tick_that_was_not_saved_leaves_the_number(packs: Packs) -> None:
    """It is kept, and says nothing of who was rung: the bar stays until the call is saved."""
    screen = press(fill(open_page("rang", told(disclosure="")), call_outcome="advice"), say("steps.back"))
    assert case_of(screen).call.outcome == "advice"
    assert case_of(screen).rung == ()
    assert "ring-bar" in source(screen)


def test_after_a_talk_with_somebody_else_the_page_says_whom_to_ring(packs: Packs) -> None:
    """Nothing of an answer that would come from the front door; the number stays."""
    filled = fill(open_page("rang", told(disclosure="")), call_outcome="get_agreement", call_contact=SOMEONE_ELSE)
    screen = press(filled, say("result.rang.save"))
    assert say("result.rang.still_says") in words(screen)
    assert say("result.rang.next") not in words(screen)
    assert "ring-bar" in source(screen)


def test_what_is_said_to_have_been_no_call_to_them_takes_it_off(packs: Packs) -> None:
    """Nobody answered, also where it was not saved; or it was somebody else after all: the number is back."""
    made = press(fill(open_page("rang", told(disclosure="")), call_outcome="taken"), say("result.rang.save"))
    assert case_of(made).rung == ("front_door",)
    left = press(fill(open_page("rang", case_of(made)), call_outcome="no_answer"), say("steps.back"))
    assert case_of(left).rung == ()
    assert "ring-bar" in source(left)
    other = press(fill(open_page("rang", case_of(made)), call_contact=SOMEONE_ELSE), say("result.rang.save"))
    assert case_of(other).rung == ()
    assert "ring-bar" in source(other)
