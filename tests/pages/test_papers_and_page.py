"""What a paper asks to ring is what the page asks to ring, whoever was rung, in which order, and whoever answered."""
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from decision.after import call_999_is_due, has_rung, made, officer_rung, script_is_due, team_rung, untried
from decision.assess import assess
from decision.calls import OFFICER, with_another
from decision.case import Call, Case, Child, SignAnswer
from decision.officer import says_to_officer
from decision.result import Decision, Route
from decision.rung import door_without_number, due, still_to_ring, with_record
from decision.urgency import urgency
from exports.after_call import was_made
from exports.blocks import Callout, Paragraph
from exports.details import Details
from exports.documents import allegation_referral, call_sheet
from exports.documents.text_blocks import lines_of
from exports.material import Material
from exports.page_facts import head
from exports.parts import stop_box
from guidance.load import load_packs
from guidance.vocabulary import CallOutcome, FirstCall
from guidance.words import say
from pages.parts.result.fold_answers import what_to_say
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds

PACKS = load_packs()
DAY = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
TIMES = [DAY, DAY.replace(hour=22), DAY.replace(day=22)]
MOST = 2
"""Calls of one order."""
OUTCOMES: tuple[CallOutcome, ...] = ("taken", "no_answer")


def signs_of(home: str) -> list[tuple[str, ...]]:
    """For every call that comes first one sign of the area that has it first, alone and beside the allegation."""
    first: dict[FirstCall, str] = {}
    for sign in PACKS.signs(home):
        first.setdefault(sign.first_call or "front_door", sign.id)
    beside = ((one, first[OFFICER]) for one in first.values() if one != first[OFFICER])
    return [*((one,) for one in first.values()), *beside]


def noted(before: Case, at: datetime, contact: str, outcome: CallOutcome) -> Case:
    """The case once this is written down, as the page does it."""
    before = with_another(before) if before.call != Call() else before
    after = Case.model_validate({**before.model_dump(), "call": {"contact": contact, "outcome": outcome}})
    return with_record(before, after, assess(after, PACKS, at), PACKS)


@cache
def orders(home: str, at: datetime) -> tuple[tuple[Case, Decision], ...]:
    """The cases of an area at a time, each with its result."""
    return tuple(_orders(home, at))


def _orders(home: str, at: datetime) -> Iterator[tuple[Case, Decision]]:
    """Every case once so many of its calls were made, in each order: all taken, or the last one not answered."""
    for signs in signs_of(home):
        about = Case(home_area=home, children=(Child(label="A", age_years=8),),
                     signs={id_: SignAnswer(answer="yes", basis="child_said") for id_ in signs})
        decision = assess(about, PACKS, at)
        door = door_without_number(about, decision, PACKS)
        ids = dict.fromkeys(one.contact for one in decision.routes if one.dial and one.contact)
        contacts = (*ids, *((door.id,) if door else ()))[:4]
        for number in range(min(MOST, len(contacts)) + 1):
            for order in permutations(contacts, number):
                for last in OUTCOMES if order else OUTCOMES[:1]:
                    case = about
                    for place, contact in enumerate(order, 1):
                        case = noted(case, at, contact, last if place == len(order) else "taken")
                    yield case, assess(case, PACKS, at)


def page_asks(case: Case, decision: Decision) -> Route | None:
    """Whom the page asks to ring; None once nobody is. The officer stands on it until they were rung."""
    if not has_rung(case, decision):
        return due(decision.but(routes=untried(case, decision)), bool(case.signs_some))
    officer = (one for one in decision.routes if one.officer and one.dial and not officer_rung(case))
    return still_to_ring(case, decision) or next(officer, None)


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night", "sunday"])
def test_the_papers_ask_to_ring_whom_the_page_asks_to_ring(home: str, at: datetime) -> None:
    """The box of the referral, that of every other paper, the call sheet, and the referral to the designated officer.
    """
    seen = 0
    for case, decision in orders(home, at):
        m, next_ = Material(case, Details(), decision, PACKS, at), page_asks(case, decision)
        why = (case.signs, [(one.contact, one.outcome) for one in (*case.earlier_calls, case.call)])
        box = "\n".join(lines_of(head(m)[0]))
        other = lines_of(stop_box(m))
        sheet = call_sheet.build(m)
        lines = [line for block in sheet for line in lines_of(block)]
        emergency = m.emergency_number()
        if next_ and next_.dial:
            large = next(str(block.said) for block in sheet if isinstance(block, Paragraph) and block.kind == "big")
            assert next_.dial in large, why
            assert next_.dial in str(now_section(case, decision, PACKS, at)), why
            assert next_.dial in box, why
            reach = say("papers.reach", whom=say("papers.labelled", who=next_.name, said=next_.dial))
            assert next_.dial == emergency or reach not in box, why
        if next_ is None and urgency(decision.outcome) >= urgency("refer_now"):
            assert say("papers.ring_first") not in box, why
            assert say("papers.sheet.ring_again") in lines, why
        if team_rung(case):
            assert say("papers.ring_first") not in box, why
            assert say("papers.ring_first") not in other, why
        for one in decision.routes:
            if one.dial and made(one, case, decision):
                assert was_made(m, one)
                whom = say("papers.labelled", who=one.name, said=one.dial)
                assert not any(line.startswith(whom) and say("ring.front_door_now") in line for line in lines), why
                assert not any(line.startswith(say("papers.ring", whom=one.name)) for line in other), (why, one)
                assert f"{say('papers.ring', whom=one.name)} now" not in box, (why, one)
        script = script_is_due(case, decision) or says_to_officer(decision)
        assert any(line in lines for line in decision.say[1:2]) == script, why
        top = allegation_referral.build(m)[0]
        assert isinstance(top, Callout)
        assert ("Then ring" in str(top)) != officer_rung(case), why
        seen += 1
    assert seen > 20


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night", "sunday"])
def test_whom_to_reach_is_who_was_told(home: str, at: datetime) -> None:
    """Of a number in the box the team's that took it last, never that of the police or of somebody else."""
    for case, decision in orders(home, at):
        box = "\n".join(lines_of(head(Material(case, Details(), decision, PACKS, at))[0]))
        taken = [one.contact for one in (*case.earlier_calls, case.call) if one.outcome == "taken" and one.to not in (
            "999", "police", OFFICER)]
        names = [one.name for one in decision.routes if one.dial and one.contact == (taken or [""])[-1]]
        for one in decision.routes:
            label = say("papers.reach", whom=say("papers.labelled", who=one.name, said=one.dial))
            if team_rung(case) and names[:1] == [one.name]:
                assert label in box, (case.signs, one)
            elif one.kind in ("police", "emergency") or one.officer:
                assert not one.dial or label not in box, (case.signs, one)


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night", "sunday"])
def test_what_is_said_to_the_officer_is_about_the_adult(home: str, at: datetime) -> None:
    """On page and sheet, once the team for the child knows and the officer is still to be rung; to nobody else."""
    for case, decision in orders(home, at):
        now = any(one.officer and one.dial and one.kind == "ring_now" for one in decision.routes)
        alone = now and team_rung(case) and not officer_rung(case)
        assert (say("say.officer") in decision.say) == alone, case.signs
        if alone:
            words = say("say.officer")
            m = Material(case, Details(), decision, PACKS, at)
            said = "\n".join(line for block in call_sheet.build(m) for line in lines_of(block))
            shown = str(folds(case, decision, PACKS, (), at))
            if not call_999_is_due(case, decision):
                assert words.rstrip(".") in what_to_say(case, decision, PACKS)
            for page in (said, shown):
                assert words in page
                assert "I want to make a referral" not in page


def test_where_police_and_team_were_rung_the_sheet_asks_for_neither() -> None:
    """A child who is missing now, in an area whose police are rung first."""
    home = next(id_ for id_ in PACKS.areas if any(
        one.dial and one.kind == "ring_now" for one in assess(Case(home_area=id_, signs={
            "missing_now": SignAnswer(answer="yes")}), PACKS, DAY).routes))
    about = Case(home_area=home, children=(Child(label="A", age_years=8),), signs={
        "missing_now": SignAnswer(answer="yes", basis="child_said")})
    for contact in (PACKS.national.police, PACKS.areas[home].front_door):
        about = noted(about, DAY, contact, "taken")
    m = Material(about, Details(), assess(about, PACKS, DAY), PACKS, DAY)
    lines = [line for block in call_sheet.build(m) for line in lines_of(block)]
    said = "\n".join(lines)
    assert say("papers.sheet.ring_again") in lines
    assert say("papers.sheet.say_again") in lines
    assert said.count(say("papers.sheet.again")) == 2
    assert "I want to make a referral" not in said
    assert "Ring now" not in said
