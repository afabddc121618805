"""Agreement is worked out once: what is said of the result never contradicts the paths of help."""
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.path import AgreementState
from decision.result import Decision
from decision.urgency import urgency
from guidance.words import say
from tests.decision.build import FRIDAY, PACKS, result
from tests.decision.every import areas
from tests.decision.strategies import CASES, MORE
from tests.decision.test_then import AREAS, WHO, person, tried, with_people

CAUTIOUS: tuple[AgreementState, ...] = ("not_sought", "refused", "ask", "have")
HELP = ("early_help", "refer_with_agreement")


def contradictions(decision: Decision) -> Iterator[str]:
    """In words, where what is said of agreement and the paths of help differ."""
    state = decision.consent.state
    asking = [path for path in decision.then if path.agreement_needed and path.agreement != "after_talk"]
    states = {path.agreement for path in asking}
    if state == "have" and states != {"have"}:
        yield f"have, beside {sorted(states)}"
    if decision.outcome not in HELP:
        if state != "not_needed":
            yield f"{state} for a talk or a referral"
        return
    if any(path.agreement_needed for path in decision.then) != (state != "not_needed"):
        yield f"{state}, and the paths say otherwise"
    if states and state != min(states, key=CAUTIOUS.index):
        yield f"{state}, and the most cautious path says {sorted(states)}"
    if asking and state != "not_needed" and decision.consent.says not in {path.says_agreement for path in asking}:
        yield "other words than those of the path"


@pytest.mark.long
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_beside_every_family_the_two_say_the_same(name: str, area_id: str) -> None:
    """Each way to count beside families who answer in every way, in every pack."""
    assert [f"{words}: {says}" for words, _, decision in tried(name, area_id)
            for says in contradictions(decision)] == []


@pytest.mark.long
@MORE
@given(case=CASES, people=WHO)
def test_in_random_cases_the_two_say_the_same(case: Case, people: dict[str, Any]) -> None:
    """Any findings, doubts, history and view, beside any people."""
    made = with_people(case, people)
    assert list(contradictions(decide(read(made, PACKS), FRIDAY))) == []


def of(*family: dict[str, Any], **fields: Any) -> Decision:
    """Early help for a child of nine in Luton, and what this family says."""
    return result(**{"home_area": "luton", "ticked": ("LUT-2-RELATIONSHIPS-01",),
                     "children": [{"label": "A", "age_years": 9}], "family": list(family), **fields})


def test_a_yes_that_the_path_does_not_count_is_no_agreement_of_the_result_either() -> None:
    """A yes to another help; a yes of a carer beside a guardian; a yes for a young person of seventeen."""
    other = person("mother", "agrees", agreed_to=("beyond_early_help",))
    assert of(other).consent.state == "ask"
    assert of(person("mother", "agrees"), children=[{"label": "A", "age_years": 17}]).consent.state == "ask"
    guardian = person("guardian", "agrees", role="special_guardian", responsibility=None)
    assert of(guardian).consent.state == "have"


def test_two_children_of_whom_one_is_agreed_for_are_not_both_agreed_for() -> None:
    """Of a yes for one and a question for the other the result keeps the question."""
    two = [{"label": "A", "age_years": 17}, {"label": "B", "age_years": 9}]
    found = of(person("mother", "not_asked"), children=two, young_person={"agrees": "agrees"})
    assert [path.agreement for path in found.then] == ["have", "ask"]
    assert found.consent.state == "ask"


def test_a_no_for_one_child_is_in_the_headline_though_another_agrees() -> None:
    """The young person's own yes does not hide the mother's no for the other child."""
    two = [{"label": "A", "age_years": 17}, {"label": "B", "age_years": 9}]
    found = of(person("mother", "refuses"), children=two, young_person={"agrees": "agrees"})
    assert found.outcome == "consult"
    assert found.headline.startswith("Agreement was refused")


def test_a_no_never_makes_the_headline_of_a_talk_today_or_a_referral_calmer() -> None:
    """Once a talk is recorded a refusal counts again, and the headline is still that of the outcome."""
    unsafe = person("father", "not_asked", risk="yes", told="no")
    found = of(person("mother", "refuses", asked_alone="yes"), unsafe, call={"outcome": "advice"},
               ticked=("LUT-3-RELATIONSHIPS-01", "LUT-3-IDENTITY-03"))
    assert urgency(found.outcome) >= urgency("consult_today")
    assert found.then[0].agreement == "refused"
    assert found.headline == PACKS.national.words[found.outcome].name


def test_where_the_worker_asks_the_result_asks_nobody() -> None:
    """A child in need: not sought here; a protection plan: nobody's agreement is needed to tell the worker."""
    in_need = of(person("mother", "agrees"), children=[{"label": "A", "age_years": 9, "status": ["child_in_need"]}])
    assert (in_need.outcome, in_need.consent.state) == ("early_help", "not_sought")
    plan = of(person("mother", "agrees"), children=[{"label": "A", "age_years": 9, "status": ["protection_plan"]}])
    assert (plan.consent.state, plan.consent.agreement_needed) == ("not_needed", False)


@pytest.mark.parametrize(("children", "member", "counts"), [
    ([{"label": "A", "age_years": 9}], {"role": "parent"}, True),
    ([{"label": "A", "age_years": 9}], {"role": "foster_carer"}, False),
    ([{"label": "A", "age_years": 9}], {"role": "parent", "risk": "yes"}, False),
    ([{"label": "A", "not_born": True}], {"role": "parent"}, False),
    ([{"label": "A", "age_years": 17}], {"role": "parent"}, False),
])
def test_a_no_that_does_not_count_is_not_called_a_refusal_of_agreement(
    children: list[dict[str, Any]], member: dict[str, Any], counts: bool
) -> None:
    """It is a talk all the same, and the words say only that somebody said no."""
    father = {"key": "father", "relation": "father", "agrees": "refuses", "responsibility": "yes", **member}
    decision = result(children=children, family=[father])
    says = next(reason.says for reason in decision.reasons if reason.kind == "family")
    assert says == say("reason.refused" if counts else "reason.said_no")
    assert decision.outcome != "universal"


def test_every_area_is_tried() -> None:
    """The areas of this file are all that there are."""
    assert areas() == AREAS
