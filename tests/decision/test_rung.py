"""Whether the call that a result asks for was made and knows all that is so: what a page shows first rests on it."""
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from decision.after import COUNCIL, has_rung, since_the_call
from decision.assess import decide
from decision.case import Call, Case, Child, Finding, Practitioner, SignAnswer
from decision.known import read
from decision.result import Decision
from decision.rung import is_met
from decision.urgency import urgency
from guidance.load import load_packs

PACKS = load_packs()
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
YES = SignAnswer(answer="yes")


def decided(case: Case) -> Decision:
    """What follows at the moment of these tests."""
    return decide(read(case, PACKS), NOW)


def called(case: Case) -> Case:
    """The same case after a call that was taken and told of all of it."""
    return case.but(call=Call(outcome="taken"), rung=(decided(case).first_call or COUNCIL,))


def changed(before: Case, after: Case) -> Case:
    """The answers after a change, with the calls that still hold."""
    return since_the_call(before, after, PACKS, decided)


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_finding_that_cannot_wait_brings_the_call_back(area_id: str) -> None:
    """Every statement that by itself asks to ring now, ticked after a talk about less, or after a call about a sign."""
    area = PACKS.areas[area_id]
    for start in (called(Case(home_area=area_id)), called(Case(home_area=area_id, signs={"disclosure": YES}))):
        for row in area.indicators:
            after = changed(start, start.but(findings=(Finding(id=row.id),)))
            alone = decided(Case(home_area=area_id, findings=(Finding(id=row.id),)))
            if urgency(alone.outcome) >= urgency("refer_now"):
                assert not has_rung(after, decided(after)), row.id


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_a_group_of_which_one_is_so_brings_the_call_back(area_id: str) -> None:
    """A Yes to any group after the call: nobody has told of it."""
    start = called(Case(home_area=area_id, signs={"disclosure": YES}))
    for group in PACKS.national.sign_group:
        after = changed(start, start.but(signs_some=(group,)))
        assert not has_rung(after, decided(after)), group


@pytest.mark.parametrize("now", [NOW, NOW.replace(day=28, hour=23)], ids=["day", "saturday night"])
@pytest.mark.parametrize("area_id", PACKS.areas)
def test_no_call_to_the_council_knows_of_a_sign_that_came_after_it(area_id: str, now: datetime) -> None:
    """Any sign, whoever comes first because of it, and where the council is closed or has no number: it is told too."""
    child = (Child(label="A", age_years=8),)
    first = next(iter(PACKS.signs(area_id)))
    before = Case(home_area=area_id, children=child, signs={first.id: YES}, rung=(COUNCIL, "999", "police"))
    for sign in PACKS.signs(area_id):
        if sign != first:
            after = before.but(signs={**before.signs, sign.id: YES})
            left = since_the_call(before, after, PACKS, lambda case: decide(read(case, PACKS), now))
            assert COUNCIL not in left.rung, sign.id


def test_danger_after_the_call_is_999() -> None:
    """A call to the council does not know of it and does not stand for 999."""
    start = called(Case(home_area="luton", signs={"disclosure": YES}))
    after = changed(start, start.but(danger="yes"))
    assert not has_rung(after, decided(after))
    assert COUNCIL not in after.rung


def test_what_makes_nothing_more_urgent_leaves_the_call() -> None:
    """A note, a need of level two and an answer No change nothing."""
    start = called(Case(home_area="luton", signs={"disclosure": YES}))
    need = next(row.id for row in PACKS.areas["luton"].indicators
                if row.kind == "need" and row.level == "2" and not (row.at_least or row.duty))
    for more in ({"other_worry_note": "A word"}, {"findings": (Finding(id=need),)},
                 {"signs": {**start.signs, "strangulation": SignAnswer(answer="no")}}):
        after = changed(start, start.but(**more))
        assert has_rung(after, decided(after)), more


def test_a_talk_that_made_it_calmer_is_no_reason_to_stop_where_the_result_has_risen() -> None:
    """From a talk by the next working day to a talk today: the day of the first was not about this."""
    start = called(Case(home_area="luton", own_view="talk_to_lead"))
    assert has_rung(start, decided(start))
    after = changed(start, start.but(danger="not_sure", confirmed_safe="yes"))
    assert decided(after).outcome == "consult_today"
    assert not has_rung(after, decided(after))


def test_a_police_call_about_something_else_is_no_report_of_fgm() -> None:
    """A report that is newly due is asked for, whatever the police were rung about before; a call after it does it."""
    for area in PACKS.areas:
        reports = [one for one in PACKS.signs(area) if "fgm_report" in one.duty]
        assert reports, area
        for sign in reports:
            case = Case(home_area=area, children=(Child(label="A", age_years=9),), signs={"serious_assault": YES},
                        practitioner=Practitioner(role="teacher"), rung=("police", "front_door"))
            said = SignAnswer(answer="yes", basis="child_said", about=("A",))
            more = changed(case, case.but(signs={**case.signs, sign.id: said}))
            due = [one.id for one in decided(more).deadlines if one.id.startswith("fgm_101")]
            assert due, (area, sign.id)
            assert "police" not in more.rung
            assert not any(is_met(id_, more, PACKS) for id_ in due)
            assert all(is_met(id_, more.but(rung=("police",)), PACKS) for id_ in due)
