"""A talk with a lead or a colleague, or a tick that was not saved, ends no call that is due now."""
import itertools
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from decision.after import asked_first, has_rung
from decision.calls import calls, with_another
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Call, Case
from decision.rung import due, still_to_ring
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import CallOutcome
from guidance.words import say
from pages.parts.result.next_view import what_next
from pages.parts.result.now_view import now_section
from tests.pages.asking import case_of, field, fill, has_field, open_step, press
from tests.pages.opening import open_page
from tests.pages.screen import source, words
from tests.pages.test_ring_bar import DAY, REAL, decided, recording, told

CALL = get_args(CallOutcome)


@pytest.mark.parametrize("outcome", ["taken", "advice", "no_further_action", "get_agreement"])
def test_a_talk_with_somebody_else_leaves_the_number(outcome: CallOutcome) -> None:
    """In every area and for every sign that is rung about now: a lead or a colleague ends no urgency."""
    for area in REAL.areas:
        for sign in REAL.signs(area):
            case = told(area=area, **{sign.id: ""})
            first = due(decided(case))
            if first is None or not first.contact:
                continue
            for whom in (SOMEBODY_ELSE, OWN_LEAD):
                noted = recording(case.but(call=Call(outcome=outcome, contact=whom)))
                assert (noted.rung, noted.call.to) == ((), None), (area, sign.id, whom)
            noted = recording(case.but(call=Call(outcome=outcome, contact=first.contact)))
            assert noted.call.to in noted.rung, (area, sign.id)


@pytest.mark.parametrize("area", REAL.areas)
def test_each_number_stands_for_itself(area: str) -> None:
    """For every sign and everybody whom its result names: the police stand for no council, nor a council for the police
    or 999; and while the council is still to be rung now, whoever else was, its number stays."""
    for sign in REAL.signs(area):
        case = told(area=area, **{sign.id: ""})
        decision = decided(case)
        first = asked_first(case, decision)
        for route in decision.routes:
            if not route.contact or not due(decision):
                continue
            noted = recording(case.but(call=Call(outcome="taken", contact=route.contact)))
            emergency = "hospital" if first == "hospital" else "999"
            kind = {REAL.national.police: "police", REAL.national.emergency: emergency}.get(route.contact)
            if kind:
                assert noted.rung == (kind,), (sign.id, route.contact)
                assert has_rung(noted, decision) == (first == kind)
                team = any(one.kind == "ring_now" and one.open_now is not False for one in decision.routes)
                left = still_to_ring(noted, decision)
                assert bool(left) == (team and first == kind), (sign.id, route.contact)
            elif noted.rung:
                assert not {"police", "999", "hospital"} & set(noted.rung), (sign.id, route.contact)
                assert still_to_ring(noted, decision) is None


@pytest.mark.parametrize("outcome", ["taken", "advice", "no_further_action", "no_answer", "get_agreement"])
def test_a_talk_with_the_own_lead_waits_for_no_answer_of_a_council(outcome: CallOutcome) -> None:
    """Nothing is counted from it, nor from the police, and the call of today is still to be made; one to the council
    starts what is counted from a call."""
    for area in REAL.areas:
        case = Case(home_area=area, reference="T", other_worry=True, danger="no", harm_before_next="not_sure",
                    events={"call_made": DAY})
        assert urgency(decided(case).outcome) >= urgency("consult_today")
        door = REAL.areas[area].front_door
        for whom, counts in ((OWN_LEAD, False), (REAL.national.police, False), (door, outcome != "no_answer")):
            noted = recording(case.but(call=Call(outcome=outcome, contact=whom)))
            decision = decided(noted)
            assert has_rung(noted, decision) == counts, (area, whom)
            assert {one.starts_at for one in decision.deadlines if one.start == "call_made"} <= (
                {DAY} if counts else {None}), (area, whom)
            assert urgency(decision.outcome) >= urgency(decided(case).outcome)


def test_a_tick_that_was_not_saved_leaves_the_number(packs: Packs) -> None:
    """It is kept, and says nothing of who was rung: the bar stays until the call is saved."""
    screen = press(fill(open_page("rang", told(disclosure="")), call_outcome="advice"), say("steps.back"))
    assert case_of(screen).call.outcome == "advice"
    assert case_of(screen).rung == ()
    assert "ring-bar" in source(screen)


def test_what_was_left_and_is_saved_later_counts(packs: Packs) -> None:
    """The tick that was kept, and then whom it was with: with the day and time of the page, as if in one go."""
    left = press(fill(open_page("rang", told(disclosure="")), call_outcome="taken"), say("steps.back"))
    door = packs.areas["testshire"].front_door
    saved = press(fill(open_page("rang", case_of(left)), call_contact=door), say("result.rang.save"))
    assert (case_of(saved).rung, bool(case_of(saved).events.call_made)) == (("front_door",), True)
    both = fill(fill(open_page("rang", told(disclosure="")), call_outcome="taken"), call_contact=door)
    assert case_of(press(both, say("steps.back"))).events.call_made is not None


def test_a_council_that_was_told_is_not_rung_again_beside_999() -> None:
    """999 is still to be rung; nothing is new, and nothing asks for the council's number a second time."""
    rung = 0
    for area in REAL.areas:
        case = told(area=area, **{next(one.id for one in REAL.signs(area) if one.outcome == "call_999"): ""})
        decision = decided(case)
        team = [one for one in decision.routes if one.kind == "ring_now" and one.contact]
        rung += len(team)
        for one in team:
            noted = recording(case.but(call=Call(outcome="taken", contact=one.contact)))
            shown = str(now_section(noted, decided(noted), REAL, DAY))
            assert not has_rung(noted, decision)
            assert say("result.after.said_to_others", talk="").strip() in shown
            assert "Something is new since" not in shown
            assert shown.count(one.dial) < str(now_section(case, decision, REAL, DAY)).count(one.dial), area
    assert rung


@pytest.mark.parametrize("sign", ["disclosure", ""])
def test_a_later_talk_takes_back_nothing_of_what_the_council_said(sign: str) -> None:
    """Whatever came of any two calls, and with whom, the result is drawn. Once the council has answered it speaks of
    that, also after a talk with one's own lead, or with one who did not answer."""
    door = REAL.areas["luton"].front_door
    base = told(area="luton", **({sign: ""} if sign else {}))
    ends, tried = itertools.product(CALL, (door, OWN_LEAD)), 0
    for first, second in itertools.product(ends, itertools.product(CALL, (door, OWN_LEAD, SOMEBODY_ELSE))):
        case = recording(base.but(call=Call(outcome=first[0], contact=first[1])))
        case = recording(with_another(case).but(call=Call(outcome=second[0], contact=second[1])))
        decision = decided(case)
        shown = str(now_section(case, decision, REAL, DAY)) + str(what_next(case, decision, REAL, DAY))
        if first[1] == door and first[0] != "no_answer" and second[1] == OWN_LEAD and has_rung(case, decision):
            tried += 1
            assert say(f"result.after.{first[0]}") in shown, (first, second)
    assert tried


def test_after_a_talk_with_somebody_else_the_page_says_whom_to_ring(packs: Packs) -> None:
    """Nothing of an answer that would come from the front door; the number stays."""
    filled = fill(open_page("rang", told(disclosure="")), call_outcome="get_agreement", call_contact=SOMEBODY_ELSE)
    screen = press(filled, say("result.rang.save"))
    assert say("result.rang.still_says") in words(screen)
    assert say("result.rang.next") not in words(screen)
    assert "ring-bar" in source(screen)


def test_a_talk_with_the_own_lead_is_kept_as_that(packs: Packs) -> None:
    """Its answer stays chosen, says that the lead was spoken to, and the number stays."""
    filled = fill(open_page("rang", told(disclosure="")), call_contact=OWN_LEAD).run()
    screen = press(fill(filled, call_outcome="advice"), say("result.rang.save"))
    case = case_of(screen)
    assert (case.call.contact, case.practitioner.lead, case.rung) == (OWN_LEAD, "yes", ())
    assert field(screen, "call_contact").value == OWN_LEAD
    assert "ring-bar" in source(screen)
    refused = press(fill(screen, call_outcome="no_further_action"), say("result.rang.save"))
    assert case_of(refused).practitioner.lead == "lead_decided_not_to_refer"


def test_what_is_said_to_have_been_no_call_to_them_takes_it_off(packs: Packs) -> None:
    """Nobody answered, also where it was not saved; or it was somebody else after all: the number is back."""
    made = press(fill(open_page("rang", told(disclosure="")), call_outcome="taken"), say("result.rang.save"))
    assert case_of(made).rung == ("front_door",)
    left = press(fill(open_page("rang", case_of(made)), call_outcome="no_answer"), say("steps.back"))
    assert case_of(left).rung == ()
    assert "ring-bar" in source(left)
    other = press(fill(open_page("rang", case_of(made)), call_contact=SOMEBODY_ELSE), say("result.rang.save"))
    assert case_of(other).rung == ()
    assert "ring-bar" in source(other)


def test_another_call_starts_with_nothing_of_the_one_before(packs: Packs) -> None:
    """Neither what came of it, nor with whom, nor a word of it; Back from an untouched form writes nothing down."""
    filled = fill(open_page("rang", told(disclosure="")), call_outcome="advice", call_contact=OWN_LEAD).run()
    saved = press(fill(filled, call_note="Lead said wait"), say("result.rang.save"))
    blank = press(saved, say("result.rang.another"))
    assert [one.note for one in calls(case_of(blank))] == ["Lead said wait"]
    assert (field(blank, "call_outcome").value, field(blank, "call_contact").value) == (None, None)
    assert field(blank, "call_note").value == ""
    left = press(blank, say("steps.back"))
    assert [one.note for one in calls(case_of(left))] == ["Lead said wait"]


def two(packs: Packs) -> AppTest:
    """The page after a call to the front door and then a talk with somebody else."""
    first = press(fill(open_page("rang", told(disclosure="")), call_outcome="taken", call_note="One"),
                  say("result.rang.save"))
    blank = press(first, say("result.rang.another"))
    return press(fill(blank, call_outcome="advice", call_contact=SOMEBODY_ELSE, call_note="Two"),
                 say("result.rang.save"))


def test_an_earlier_call_is_changed_in_its_place(packs: Packs) -> None:
    """Its own fields, its own number; the one after it stays, and the bar follows at once."""
    case = case_of(two(packs))
    assert case.rung == ("front_door",)
    one = open_page("rang", case, n="1")
    assert (field(one, "call_note-1").value, field(one, "call_outcome-1").value) == ("One", "taken")
    assert not has_field(one, "call_disagree")
    saved = press(fill(one, **{"call_outcome-1": "no_answer", "call_note-1": "Nobody"}), say("result.rang.save"))
    assert [(made.note, made.outcome) for made in calls(case_of(saved))] == [("Nobody", "no_answer"), ("Two", "advice")]
    assert case_of(saved).rung == ()
    assert "ring-bar" in source(saved)
    assert field(saved, "call_note").value == "Two"


def test_any_call_is_taken_off_after_one_question(packs: Packs) -> None:
    """The last leaves the one before; nothing goes while it is asked, by Keep it, or at a number that is none."""
    case = case_of(two(packs))
    asked = press(open_page("rang", case), say("result.rang.off.this"))
    assert asked.title[0].value == say("result.rang.off.title")
    assert case_of(press(asked, say("result.rang.off.keep"))) == case
    left = case_of(press(open_page("rang", case, off="ask"), say("result.rang.off")))
    assert [(made.note, made.key) for made in calls(left)] == [("One", "1")]
    assert left.rung == ("front_door",)
    gone = press(open_page("rang", case, n="1", off="ask"), say("result.rang.off"))
    assert [(made.note, made.key) for made in calls(case_of(gone))] == [("Two", "1")]
    assert case_of(gone).rung == ()
    assert "ring-bar" in source(gone)
    assert open_page("rang", case, n="7", off="ask").title[0].value == say("result.rang.title")


def test_each_call_has_its_links_among_the_answers(packs: Packs) -> None:
    """Change and Take it off, by its number; the last one's fields stand on the page itself."""
    shown = source(open_step("answers", case_of(two(packs))))
    for address in ("rang?n=1&amp;from=answers", "rang?n=1&amp;off=ask&amp;from=answers", "rang?from=answers",
                    "rang?off=ask&amp;from=answers"):
        assert f'href="{address}"' in shown, address
