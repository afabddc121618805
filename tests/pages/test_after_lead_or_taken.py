"""What is said after a talk with the own lead, who is asked first for a talk today, and after a referral was taken."""
import html
import re
from datetime import datetime
from functools import cache

import pytest

from decision.after import has_rung, talk_had
from decision.assess import assess, decide
from decision.calls import TALKED, lead_told, written
from decision.case import OWN_LEAD, Call, Case, Child, Events, Finding, LeadReached, Practitioner, SignAnswer
from decision.hours import LONDON
from decision.known import read
from decision.rung import lead_asked_first, of_outcomes, with_record
from decision.worked import expand
from exports.after_call import first_line, now_in_short, now_whole
from exports.details import Details
from exports.material import Material
from exports.two_answers import first_heading, first_paths
from guidance.load import load_packs
from guidance.vocabulary import CallOutcome, FirstCall
from guidance.words import say
from pages.parts.result.deadlines_view import deadlines
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds
from pages.parts.result.then_view import then_section

PACKS = load_packs()
AT = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)
CAN_WAIT = ("universal", "early_help", "consult", "refer_with_agreement")
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
TODAY = Case(home_area="central_bedfordshire", danger="no", practitioner=Practitioner(role="teacher"),
             children=(Child(label="A", age_years=8),), other_worry=True, harm_before_next="not_sure")
NOW = TODAY.but(signs={"disclosure": SignAnswer(answer="yes", about=("A",), basis="child_said")})


def with_lead(case: Case, outcome: CallOutcome, lead: LeadReached = "yes") -> Case:
    """The same after a talk with the own lead, as the page writes it down."""
    return case.but(call=Call(outcome=outcome, contact=OWN_LEAD), events=Events(call_made=AT),
                    practitioner=Practitioner(role="teacher", lead=lead))


RUNG = (say("result.after.rung_says"), say("result.say.again"), "They took the referral", "The call was made",
        "You rang", say("papers.rung.not_written"))
"""What is said of a call to a team that was made."""


@cache
def calm() -> tuple[Case, ...]:
    """A worked case for each area and each outcome that can wait, before any call."""
    found: dict[tuple[object, ...], Case] = {}
    for id_, area in PACKS.areas.items():
        for raw in area.cases[::4]:
            worked = expand(raw, id_, PACKS).case.but(rung=(), call=Call(), earlier_calls=())
            decision = decide(read(worked, PACKS), AT)
            key = (id_, decision.outcome, decision.first_call)
            if decision.outcome in CAN_WAIT:
                found.setdefault(key, worked.but(events=worked.events.but(call_made=None)))
    assert {outcome for _, outcome, _ in found} >= set(CAN_WAIT[1:])
    return tuple(found.values())


@pytest.mark.parametrize("outcome", TALKED)
def test_after_a_talk_with_the_lead_alone_nobody_is_said_to_have_been_rung(outcome: CallOutcome) -> None:
    """The talk that was due is had. Page and papers speak of a talk, and what to say on the telephone stays."""
    for before in calm():
        after = before.but(call=Call(outcome=outcome, contact=OWN_LEAD), events=before.events.but(call_made=AT))
        after = with_record(before, after, decide(read(before, PACKS), AT), PACKS)
        case = lead_told(before, after, None, written(after, "1"))
        decision = assess(case, PACKS, AT)
        m = Material(case, Details(), decision, PACKS, AT)
        page = now_section(case, decision, PACKS, AT) + folds(case, decision, PACKS, (), AT)
        seen = " ".join((html.unescape(re.sub(r"<[^>]+>", "", page)), first_line(m), now_in_short(m), now_whole(m)))
        assert [words for words in RUNG if words in seen] == [], decision.outcome
        if has_rung(case, decision):
            assert talk_had(case, decision) == "lead"
            assert say(f"result.after_talk.{outcome}") in seen
            assert all(html.unescape(re.sub(r"<[^>]+>", "", one)) in seen for one in decision.say)
            assert now_whole(m).startswith(say("papers.lead_talk").rstrip("."))
            for about, result, due in ((before, decide(read(before, PACKS), AT), True), (case, decision, False)):
                talks = [one.says for one in result.deadlines if one.id in of_outcomes(PACKS)]
                when = deadlines(about, result, PACKS)
                assert all((html.escape(words) in when) == due for words in talks)
        with_team = case.but(call=Call(outcome=outcome, to="front_door"), rung=("front_door",))
        assert talk_had(with_team, decision) in ("team", "somebody_else")


def shown(case: Case, folded: bool = False) -> str:
    """Both answers as one reads them; `folded`: with what is folded away."""
    decision = assess(case, PACKS, AT)
    page = now_section(case, decision, PACKS, AT) + then_section(case, decision, PACKS)
    return html.unescape(re.sub(r"<[^>]+>", "", page if folded else FOLDED.sub("", page)))


@pytest.mark.parametrize("outcome", ["advice", "taken", "get_agreement"])
def test_a_talk_with_the_lead_who_is_asked_first_is_that_talk(outcome: CallOutcome) -> None:
    """It was asked for and is had; the number stays in sight, and when to ring it all the same is said."""
    case = with_lead(TODAY, outcome)
    decision = assess(case, PACKS, AT)
    assert (decision.outcome, lead_asked_first(case, decision)) == ("consult_today", True)
    assert not has_rung(case, decision)
    seen = shown(case)
    assert "not the call asked for" not in seen
    assert "Do what you agreed. Ring yourself if you still worry" in seen
    assert "0300 300 8585" in seen
    assert "After the talk" in shown(TODAY)
    assert "After the talk" not in seen


def test_a_lead_who_does_not_refer_is_no_reason_to_do_what_they_decided() -> None:
    """Whoever still worries rings themselves."""
    seen = shown(with_lead(TODAY, "no_further_action", "lead_decided_not_to_refer"))
    assert "Do what you agreed" not in seen
    assert "Ring yourself if you still worry" in seen
    assert "0300 300 8585" in seen


def test_where_something_is_rung_now_a_talk_with_the_lead_was_not_that_call() -> None:
    """The call is still to be made, and that is said."""
    case = with_lead(NOW, "advice")
    assert not lead_asked_first(case, assess(case, PACKS, AT))
    assert "That is not the call asked for here, which is still to be made." in shown(case)


def test_a_talk_with_the_lead_beside_a_worker_who_comes_first_was_not_that_talk() -> None:
    """With an open case the child's worker is told first."""
    case = with_lead(TODAY.but(children=(TODAY.children[0].but(status=("child_in_need",)),)), "advice")
    decision = assess(case, PACKS, AT)
    assert any(one.kind == "worker" for one in decision.routes)
    assert not lead_asked_first(case, decision)


def test_once_a_referral_was_taken_what_the_council_decides_comes_first() -> None:
    """The help of the level is what the answers point to, and no talk is still to find more."""
    found = (Finding(id="CBC-2-CHILD-08", about=("A",)), Finding(id="CBC-3-FAMILY-05", about=("A",)))
    case = TODAY.but(findings=found, call=Call(outcome="taken", contact="access_and_referral_hub"),
                     events=Events(call_made=AT), rung=("front_door",))
    decision = assess(case, PACKS, AT)
    assert any(path.level for path in decision.then)
    seen = shown(case, folded=True)
    assert "What children's services decide comes first" in seen
    assert "if the talk finds more" not in seen
    before = shown(case.but(call=Call(), events=Events(), rung=()), folded=True)
    assert "What children's services decide comes first" not in before


@pytest.mark.parametrize(("rung", "heading"), [((), "then.heading_after_talk"), (("front_door",), "then.heading")])
def test_page_and_papers_head_the_help_alike_once_a_talk_does_not_know_of_what_is_new(
        rung: tuple[FirstCall, ...], heading: str) -> None:
    """A call that was had before something new was said is still to be had: the help comes after it on both."""
    case = TODAY.but(call=Call(outcome="advice", contact="access_and_referral_hub", to="front_door"),
                     events=Events(call_made=AT), rung=rung)
    decision = assess(case, PACKS, AT)
    assert f'aria-label="{say(heading)}"' in then_section(case, decision, PACKS)
    paths = first_paths(decision)
    assert first_heading(Material(case, Details(), decision, PACKS, AT), *paths) == say(heading)
