"""Somebody is named: one who is not in the family, and a father beside what cannot wait."""
from typing import Any

import pytest

from guidance.words import say
from tests.decision.build import result, yes
from tests.decision.test_telling import BOTH, FATHER, told


@pytest.mark.parametrize("kinds", [["parent_or_carer"], ["other_adult"], []])
def test_somebody_named_who_is_not_in_the_family_is_not_known(kinds: list[str]) -> None:
    """The one who is meant cannot be found among the family: then it may be any of them."""
    for family in (BOTH, []):
        source = {"kinds": kinds, "members": ["grandfather"]}
        state = told(signs=yes("disclosure"), family=family, source_of_harm=source)
        assert {state[person] for person in ("mother", "father", "family") if person in state} == {"ask_first"}
    found = result(family=[], children=[{"label": "A", "age_years": 9, "status": ["looked_after"]}],
                   source_of_harm={"kinds": ["parent_or_carer"], "members": ["carer"]})
    assert "allegation" in {duty.id for duty in found.duties}


@pytest.mark.parametrize("fields", [
    {"children": [{"label": "A", "age_years": 9, "status": ["protection_plan"]}], "sight": {"moves": "yes"}},
    {"sight": {"home_education": "not_sure"}, "findings": [{"id": "CBC-2-CHILD-21", "body": ["arms"]}]},
    {"own_view": "call_999"}, {"where_now": {"with_whom": "person_suspected"}}, {"safe_until_open": "no"},
    {"family": [{**BOTH[0], "risk": "yes"}, BOTH[1]]},
])
def test_a_named_father_is_asked_about_beside_what_cannot_wait(fields: dict[str, Any]) -> None:
    """Whatever makes it a talk today, or a danger to tell somebody else, is of harm for the one who is named."""
    assert told(**fields, source_of_harm=FATHER)["father"] == "ask_first"


def test_somebody_named_answers_who_it_is_and_stands_once() -> None:
    """Nothing asks again who it is; whoever else it may be is another person, and called so."""
    found = result(signs=yes("disclosure"), family=BOTH, source_of_harm={"members": ["father"]})
    who = say("gap.not_answered", what=say("open.who"))
    assert who not in {gap.says for gap in found.gaps}
    assert who in {gap.says for gap in result(signs=yes("disclosure"), family=BOTH).gaps}
    names = [one.name for one in found.telling]
    assert say("telling.suspected_too") in names
    assert say("telling.suspected") not in names
