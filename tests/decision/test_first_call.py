"""Who is rung first because of a duty: one that leads, or one that brings help which comes before the front door."""
import pytest

from decision.result import Decision
from guidance.packs import Packs
from tests.decision.altered import replaced, with_national
from tests.decision.build import FRIDAY, PACKS, result, yes

ADULT = {"kinds": ["works_with_children"]}


def with_duty(id_: str, **update: object) -> Packs:
    """The packs with one national duty that says something else."""
    assert any(duty.id == id_ for duty in PACKS.national.duties)
    return with_national(PACKS, duties=replaced(PACKS.national.duties, id_, **update))


def hurt(packs: Packs = PACKS) -> Decision:
    """A child of twenty months who was seen to be hurt: its sign alone has the front door rung, now."""
    return result(FRIDAY, packs, signs=yes("seen_hurt"), children=[{"label": "A", "age_months": 20}])


def test_only_a_duty_that_leads_names_who_is_rung_first() -> None:
    """The same duty, met and asking for the same talk today, names nobody once it does not lead."""
    plain = with_duty("allegation", leads=False)
    for packs, first in ((PACKS, "lado"), (plain, None)):
        found = result(packs=packs, source_of_harm=ADULT)
        assert ("allegation" in {duty.id for duty in found.duties}, found.outcome) == (True, "consult_today")
        assert found.first_call == first


def test_a_duty_that_asks_for_less_than_the_result_leaves_the_first_call_to_what_made_it_urgent() -> None:
    """A talk today with the hospital is not what makes this a call now: the front door is first, and a doctor stays."""
    assert hurt().first_call == "hospital"
    calmer = hurt(with_duty("hurt_small_child", at_least="consult_today"))
    assert (calmer.outcome, calmer.first_call) == ("refer_now", "front_door")
    assert "Urgent medical care" in {route.name for route in calmer.routes}


@pytest.mark.parametrize("call", ["999", "police", "hospital"])
def test_a_duty_that_brings_help_at_once_need_not_lead(call: str) -> None:
    """Help that a child needs while the front door is rung comes first, whatever is said of the headline."""
    packs = with_duty("hurt_small_child", first_call=call)
    assert not next(duty for duty in packs.national.duties if duty.id == "hurt_small_child").leads
    assert hurt(packs).first_call == call


@pytest.mark.parametrize("call", ["front_door", "lado", "named_doctor"])
def test_any_other_call_of_a_duty_that_does_not_lead_changes_nothing(call: str) -> None:
    """The sign's own call stands."""
    assert hurt(with_duty("hurt_small_child", first_call=call)).first_call == "front_door"


def test_a_leading_duty_of_a_calmer_kind_names_nobody_for_a_graver_result() -> None:
    """Where a duty leads to a talk by the next working day and the result is for today, its call is not the first."""
    packs = with_duty("allegation", at_least="consult")
    found = result(packs=packs, source_of_harm=ADULT, ticked=("CBC-2-CHILD-18",))
    assert (found.outcome, found.first_call) == ("consult_today", None)
