"""A talk with somebody else is none of those for which a result asks, whatever it asks for and whatever they said."""
import html
import re
from datetime import timedelta
from functools import cache

import pytest

from decision.after import has_rung, talk_had, team_rung
from decision.assess import assess
from decision.calls import TALKED, lead_told, with_another, written
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Call, Case, SignAnswer
from decision.rung import TEAMS, with_record
from exports.after_call import first_line, now_in_short, now_whole
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.material import Material
from guidance.vocabulary import CallOutcome
from guidance.words import say
from pages.parts.result.next_view import what_next
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds
from pages.parts.wizard.calls_said import contacts_of
from tests.pages.test_after_lead_or_taken import AT, NOW, PACKS, RUNG, TODAY, calm

ENDS: tuple[CallOutcome, ...] = (*TALKED, "no_answer")


@cache
def every() -> tuple[Case, ...]:
    """A case for each area and outcome that can wait, one for a talk today, and one for a call now."""
    return (*calm(), TODAY, NOW)


def after(case: Case, whom: str, outcome: CallOutcome, hours: int = 1) -> Case:
    """The case once this talk or call is written down, as the page does it."""
    case = with_another(case) if case.call != Call() else case
    call = Call(outcome=outcome, contact=whom, spoke_to_role="Colleague" if whom == SOMEBODY_ELSE else "", note="Wait")
    noted = case.but(call=call, events=case.events.but(call_made=AT - timedelta(hours=hours)))
    key = str(len(noted.earlier_calls) + 1)
    told = lead_told(case, noted, None, written(noted, key))
    return with_record(case, told, assess(told, PACKS, AT), PACKS, key)


def on_page(case: Case) -> str:
    """What the result and the page of the calls say, as one reads it."""
    decision = assess(case, PACKS, AT)
    shown = now_section(case, decision, PACKS, AT) + folds(case, decision, PACKS, (), AT) + what_next(
        case, decision, PACKS, AT)
    return html.unescape(re.sub(r"<[^>]+>", " ", shown))


def material(case: Case) -> Material:
    """What a paper of this case is made from."""
    return Material(case, Details(), assess(case, PACKS, AT), PACKS, AT)


def on_paper(m: Material, document: str) -> list[str]:
    """The lines of a paper."""
    build = DOCUMENTS[document].build
    assert build
    return [line for block in build(m) for line in lines_of(block)]


@pytest.mark.parametrize("outcome", ENDS)
def test_a_talk_with_somebody_else_is_no_call_and_no_talk_that_was_asked_for(outcome: CallOutcome) -> None:
    """Page and papers say nothing of a call or of the lead, and whatever was asked for is asked for still."""
    for before in every():
        case = after(before, SOMEBODY_ELSE, outcome)
        decision, was = assess(case, PACKS, AT), assess(before, PACKS, AT)
        assert (case.rung, case.call.to) == ((), None)
        assert talk_had(case, decision) == ("none" if outcome == "no_answer" else "somebody_else")
        assert not has_rung(case, decision)
        assert (decision.after_call, decision.outcome, decision.then) == (None, was.outcome, was.then)
        assert (decision.routes, decision.deadlines, decision.documents) == (was.routes, was.deadlines, was.documents)
        m = material(case)
        seen = " ".join((on_page(case), first_line(m), now_in_short(m), now_whole(m)))
        said = (*RUNG, "your lead took it on", say("result.after"), say("result.after_talk"), say("papers.lead_talk"),
                say("result.after_talk.says"), say("result.no_answer"))
        assert [words for words in said if words.rstrip(".") in seen] == [], decision.outcome
        assert (now_in_short(m), now_whole(m)) == (now_in_short(material(before)), now_whole(material(before)))
        assert all(one.dial in on_page(case) for one in decision.routes if one.dial)


@pytest.mark.parametrize("outcome", TALKED)
def test_the_page_says_with_whom_it_was_and_what_is_still_asked_for(outcome: CallOutcome) -> None:
    """A call where a result asks for one, a talk where it asks for that; of a result that asks for neither, no such
    thing is said to be still to be made."""
    for before in every():
        case = after(before, SOMEBODY_ELSE, outcome)
        asked = assess(case, PACKS, AT).outcome
        call = "That is not the call asked for here"
        still = {"consult": "That is not the talk asked for here", "consult_today": call, "refer_now": call}.get(
            asked, "What this page asks for still holds.")
        seen = re.sub(r"\s+", " ", on_page(case))
        assert f"You talked on Friday 20 November 2026, 9:05am: somebody else, Colleague. {still}" in seen, asked
        assert ("still to be" in seen) == (asked in ("consult", "consult_today", "refer_now"))


@pytest.mark.parametrize("document", ["referral", "conversation_record", "call_sheet", "allegation_referral"])
@pytest.mark.parametrize("outcome", ENDS)
def test_a_paper_prints_it_as_what_it_was(document: str, outcome: CallOutcome) -> None:
    """With whom, what was said, and under no name of a call."""
    for before in every():
        lines = on_paper(material(after(before, SOMEBODY_ELSE, outcome)), document)
        assert any("omebody else" in line for line in lines), document
        assert any("Wait" in line for line in lines)
        assert not any("referral was taken" in line for line in lines)
        assert not any("Wait" in line and line.startswith((say("papers.rung"), say("papers.call.before")))
                       for line in lines)


@pytest.mark.parametrize("whom", ["door", OWN_LEAD])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("outcome", ENDS)
def test_beside_another_talk_it_changes_nothing_of_that(whom: str, first: bool, outcome: CallOutcome) -> None:
    """Before or after the call to the front door, or the talk with the lead: what stands, and what is said of them."""
    for before in every():
        door = PACKS.areas[before.home_area].front_door
        named = {one.contact for one in assess(before, PACKS, AT).routes}
        if whom == "door" and door not in named:
            continue
        other = door if whom == "door" else OWN_LEAD
        alone = after(before, other, "advice", 2)
        case = after(after(before, SOMEBODY_ELSE, outcome, 3), other, "advice", 2) if first else after(
            alone, SOMEBODY_ELSE, outcome, 1)
        decision = assess(case, PACKS, AT)
        assert (case.rung, talk_had(case, decision)) == (alone.rung, talk_had(alone, assess(alone, PACKS, AT)))
        assert now_section(case, decision, PACKS, AT) == now_section(alone, assess(alone, PACKS, AT), PACKS, AT)


@pytest.mark.parametrize("outcome", TALKED)
def test_a_file_of_before_that_took_it_for_the_call_does_so_no_more(outcome: CallOutcome) -> None:
    """A talk with somebody else stood for the front door where the result could wait."""
    for before in calm():
        case = after(before, SOMEBODY_ELSE, outcome)
        old = case.but(rung=("front_door",))
        decision = assess(old, PACKS, AT)
        assert talk_had(old, decision) == "somebody_else"
        assert now_section(old, decision, PACKS, AT) == now_section(case, assess(case, PACKS, AT), PACKS, AT)
        assert first_line(material(old)) in (say("papers.ring_first"), say("papers.talk_first"))
        assert first_line(material(old)) == first_line(material(case))


def test_the_police_and_the_lead_are_no_team() -> None:
    """A report to the police and a talk with the lead, where the result can wait: nobody has rung the front door."""
    for before in calm():
        police = after(before, PACKS.national.police, "taken", 2)
        case = after(police, OWN_LEAD, "advice", 1)
        decision = assess(case, PACKS, AT)
        assert case.rung == ("police", "front_door")
        assert talk_had(case, decision) == "lead"
        assert say("papers.call_made").rstrip(".") not in now_whole(material(case))


def test_a_line_for_advice_is_no_call_where_a_talk_is_due_today() -> None:
    """Where no council is known the line that advises is named beside the page that finds one; nobody there takes it
    on."""
    case = TODAY.but(home_area="elsewhere")
    lines = [one for one in assess(case, PACKS, AT).routes if one.kind == "advice"]
    assert lines
    for one in lines:
        noted = after(case, one.contact, "advice")
        assert noted.rung == ()
        assert not has_rung(noted, assess(noted, PACKS, AT))


@pytest.mark.parametrize("hour", [10, 22])
@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_call_to_a_team_of_which_no_number_is_known_can_be_written_down(area_id: str, hour: int) -> None:
    """Whoever found the number of a front door elsewhere is not left with "somebody else": the call counts. It is
    offered only where the result has no number of any team, which may be another one than the front door of home."""
    at, area = AT.replace(hour=hour), PACKS.areas[area_id]
    sign = next(iter(PACKS.signs(area_id)))
    case = Case(home_area=area_id, signs={sign.id: SignAnswer(answer="yes", basis="seen")})
    decision = assess(case, PACKS, at)
    named = {one.contact for one in decision.routes if one.contact and one.kind in TEAMS}
    assert (area.front_door in contacts_of(case, decision, PACKS)) == (not named or area.front_door in named)
    if not named:
        noted = with_record(case, case.but(call=Call(outcome="taken", contact=area.front_door)), decision, PACKS)
        assert team_rung(noted)
        assert has_rung(noted, assess(noted, PACKS, at))
        assert area.front_door not in {one.contact for one in decision.routes}
