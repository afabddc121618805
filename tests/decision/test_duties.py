"""Duties: what triggers them, which packs' steps are shown, and what is said where a fact is not known."""
from typing import Any

import pytest

from decision.duties import find_duties
from decision.known import read
from decision.result import DutyFound
from guidance.models import Condition, Duty, Step
from tests.decision.altered import changed
from tests.decision.build import AREA, CBC, CITED, PACKS, case, known, with_made_up, yes


def found(**fields: Any) -> dict[str, DutyFound]:
    """The duties of a case, by id, in their order."""
    return {id_: duty for id_, (_, duty) in find_duties(known(**fields)).items()}


def steps(duty: DutyFound) -> list[str]:
    """What the steps of a duty say."""
    return [step.says for step in duty.steps]


def test_nothing_triggers_no_duty() -> None:
    """A case with every answer "no" starts no duty."""
    assert found() == {}


@pytest.mark.parametrize("fields", [
    {"signs": yes("domestic_abuse_serious")}, {"ticked": ("CBC-2-PARENT-08",)}, {"ticked": ("CBC-4-PARENT-04",)},
])
def test_a_sign_and_a_statement_start_the_same_duty(fields: dict[str, Any]) -> None:
    """Whichever way the worry is named, the duty is there, and says what it is there for."""
    duty = found(**fields)["domestic_abuse"]
    assert len(duty.because) == 1


def test_a_factor_and_a_fact_of_the_case_start_duties() -> None:
    """A warning sign starts its duty, and so does a status of the child."""
    duties = found(factors={"CBC-FGM-BEFORE-02": "yes"}, children=[{"label": "A", "status": ["young_carer"]}])
    assert {"fgm", "young_carer"} <= set(duties)
    assert duties["young_carer"].because


@pytest.mark.parametrize("fields", [
    {"signs": {"domestic_abuse_serious": {"answer": "not_sure", "why": "could_not_find_out"}}},
    {"answers": {"CBC-2-PARENT-08": "not_sure"}}, {"factors": {"CBC-FGM-BEFORE-02": "not_known"}},
])
def test_a_doubt_starts_no_duty(fields: dict[str, Any]) -> None:
    """What nobody could find out is a reason to talk, not yet a duty to act on."""
    assert found(**fields) == {}


def test_every_reason_for_a_duty_is_named_once() -> None:
    """Two statements are two reasons; the same one twice is one."""
    duty = found(ticked=("CBC-2-PARENT-08", "CBC-4-PARENT-04"), signs=yes("domestic_abuse_serious"))["domestic_abuse"]
    assert len(duty.because) == len(set(duty.because)) == 3


def test_a_duty_says_which_children_it_is_about() -> None:
    """The letters of the children come from the findings that started it."""
    children = [{"label": "A", "age_months": 3}, {"label": "B", "age_years": 8, "moves_about": "yes"}]
    duty = found(children=children, findings=[{"id": "CBC-4-CHILD-15", "about": ["A"]}])["non_mobile_injury"]
    assert duty.about == ("A",)
    assert "non_mobile_injury" not in found(
        children=children, findings=[{"id": "CBC-4-CHILD-15", "about": ["B"]}])


def test_a_bruise_on_a_child_whose_movement_nobody_asked_about_is_treated_as_if_it_cannot_move() -> None:
    """The fact that is not known counts as met and is named."""
    duty = found(children=[{"label": "A"}], findings=[{"id": "CBC-4-CHILD-15", "about": ["A"]}])["non_mobile_injury"]
    assert duty.unknown == ("the child's age or abilities",)


def test_national_steps_come_first_and_the_areas_after_them() -> None:
    """The area's entry adds to the national one: nothing of either is lost."""
    duty = found(ticked=("CBC-2-CHILD-19",))["missing"]
    national, local = (PACKS.duties(CBC, "missing"))
    assert steps(duty) == [step.says for step in (*national.steps, *local.steps)]
    assert len(duty.do_not) == len(national.do_not) + len(local.do_not)
    assert (duty.source, duty.also) == (national.source, local.source)
    assert duty.contacts == (national.contact, local.contact)
    assert duty.gaps == tuple(gap for gap in (national.gap, local.gap) if gap)


def test_a_duty_of_the_area_alone_stands_by_itself() -> None:
    """Without a national entry of that id the area's own is the whole duty."""
    duty = found(ticked=("CBC-4-PARENT-12",))["cbc_risky_person"]
    assert duty.also is None
    assert duty.source.source == AREA.document


def test_every_step_says_where_it_stands() -> None:
    """A step without a citation of its own carries the duty's, so none is without a source."""
    duties = found(ticked=tuple(item.id for item in AREA.indicators), signs=yes(*(s.id for s in PACKS.signs(CBC))))
    assert len(duties) > 20
    assert [step for duty in duties.values() for step in (*duty.steps, *duty.do_not) if step.source is None] == []


@pytest.mark.parametrize(("role", "bound"), [
    ("teacher", True), ("gp", True), ("midwife", True), ("teaching_assistant", False), ("volunteer", False),
])
def test_the_fgm_report_is_put_to_those_whom_it_binds(role: str, bound: bool) -> None:
    """A teacher or nurse is told to ring 101; a teaching assistant is told to tell the lead."""
    duty = found(signs=yes("fgm_done", basis="child_said"), practitioner={"role": role})["fgm_report"]
    own, others = "You ring 101 yourself", "Tell your lead now"
    assert any(says.startswith(own) for says in steps(duty)) is bound
    assert any(says.startswith(others) for says in steps(duty)) is not bound


def test_whoever_has_not_said_their_role_sees_every_step() -> None:
    """No role is no reason to hide a step."""
    duty = found(signs=yes("fgm_done", basis="child_said"))["fgm_report"]
    entries = PACKS.duties(CBC, "fgm_report")
    assert len(duty.steps) == sum(len(entry.steps) for entry in entries)


@pytest.mark.parametrize(("basis", "reported"), [
    ("seen", True), ("child_said", True), (None, True), ("told", False), ("suspected", False),
])
def test_fgm_is_reported_in_person_where_it_was_seen_or_told_by_the_girl(basis: str | None, reported: bool) -> None:
    """Heard from others or suspected: the usual way to the front door, and the duty about FGM still holds."""
    duties = found(signs=yes("fgm_done", basis=basis), children=[{"label": "A", "age_years": 9}])
    assert ("fgm_report" in duties) is reported
    assert "fgm" in duties


def test_duties_are_in_the_packs_order() -> None:
    """National ones as they stand there, then the area's own."""
    duties = list(found(signs=yes("allegation_adult", "fgm_done"), ticked=("CBC-4-PARENT-12",)))
    order = list(PACKS.duty_ids(CBC))
    assert duties == sorted(duties, key=order.index)


def test_an_area_may_narrow_its_own_steps_and_not_the_national_duty() -> None:
    """The area's steps fall away where they do not apply; the duty itself stays."""
    local = Duty(id="neglect", name="Neglect", says="Local", applies=Condition(under_years=1),
                 steps=(Step(says="Only for babies."),), source=CITED)
    packs = with_made_up(duties=(local,))

    def duty(age: int) -> DutyFound:
        facts = case(children=[{"label": "A", "age_years": age}], ticked=("CBC-4-CHILD-06",))
        return find_duties(read(changed(facts, home_area="made_up"), packs))["neglect"][1]

    assert "Only for babies." in steps(duty(0))
    assert steps(duty(9))
    assert "Only for babies." not in steps(duty(9))


def test_an_area_cannot_bring_back_a_duty_that_national_facts_rule_out() -> None:
    """If the national entry is known not to apply, the area's addition does not stand alone."""
    eighteen = [{"label": "A", "age_years": 18, "status": ["privately_fostered"]}]
    assert "private_fostering" not in found(children=eighteen)
    assert len(PACKS.duties(CBC, "private_fostering")) == 2


@pytest.mark.parametrize("duty", PACKS.national.duties, ids=lambda duty: duty.id)
def test_a_duty_that_leads_asks_for_something(duty: Duty) -> None:
    """Whatever takes the headline has an outcome of its own, so it is never headed "keep watching"."""
    assert not duty.leads or duty.at_least not in (None, "universal")
    assert duty.steps
