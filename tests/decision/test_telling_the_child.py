"""Telling the child or young person, and who in the family is meant where nobody is named."""
from typing import Any

import pytest

from guidance.words import say
from tests.decision.build import yes
from tests.decision.test_telling import BOTH, FATHER, entry, told

SMALL = [{"label": "A", "age_years": 5}]
SUSPECTED_RULE = yes("domestic_abuse_serious")


@pytest.mark.parametrize("risk", ["yes", "not_sure"])
@pytest.mark.parametrize("family", [1, 2])
def test_a_small_child_is_asked_about_while_telling_somebody_may_be_dangerous(risk: str, family: int) -> None:
    """Whoever else is in the family: one more parent who may be told does not make the child be told."""
    members = [{**BOTH[0], "risk": risk}, BOTH[1]][:family]
    fields: dict[str, Any] = {"home_area": "luton", "family": members, "source_of_harm": {}}
    for ticked in ((), ("LUT-2-GUIDANCE-03",)):
        assert told(**fields, ticked=ticked, children=[{"label": "A", "age_years": 5}])["young_person"] == "ask_first"


def test_the_young_person_is_listened_to_apart_whether_told_or_asked_about_first() -> None:
    """Whoever may be told, they are listened to apart from the family, without questions that lead."""
    asked = entry("young_person", signs=SUSPECTED_RULE, children=SMALL, source_of_harm=FATHER)
    plain = entry("young_person")
    assert (asked.state, plain.state) == ("ask_first", "tell")
    assert say("telling.apart") in asked.how
    assert plain.how == say("telling.apart")


@pytest.mark.parametrize(("kinds", "state"), [
    ([], "ask_first"), (["not_known"], "ask_first"), (["online", "not_known"], "ask_first"),
    (["parent_or_carer"], "ask_first"), (["other_family"], "ask_first"), (["online"], "tell"),
    (["other_adult"], "tell"),
])
def test_a_small_child_is_asked_about_first_while_the_danger_may_be_at_home(kinds: list[str], state: str) -> None:
    """Also where both parents were ruled out and may be told: somebody else at home may be the one."""
    found = told(signs=yes("disclosure"), children=SMALL,
                 source_of_harm={"kinds": kinds, "ruled_out": ["mother", "father"]})
    assert (found["mother"], found["young_person"]) == ("tell", state)


def test_a_small_child_is_asked_about_first_where_somebody_at_home_is_named_beside_somebody_online() -> None:
    """Whoever is named among the family may live with the child, whatever else is said of who it might be."""
    source = {"kinds": ["online"], "members": ["father"]}
    assert told(signs=yes("disclosure"), children=SMALL, source_of_harm=source)["young_person"] == "ask_first"


def test_somebody_else_in_the_family_is_nobody_outside_it() -> None:
    """With nothing found, a relative is no stranger who is not to be told; somebody online is."""
    assert "suspected" not in told(source_of_harm={"kinds": ["other_family"]})
    assert told(source_of_harm={"kinds": ["online"]})["suspected"] == "ask_first"


@pytest.mark.parametrize(("named", "grandmother"), [
    ("relative", "tell"), (None, "ask_first"), ("parent", "ask_first"),
])
def test_a_relative_who_is_suspected_and_not_named_may_be_any_relative(named: str | None, grandmother: str) -> None:
    """Beside somebody named who is no relative, or may be none, a relative of the family is asked about first; beside a
    relative who is named no other one is meant."""
    family = [{"key": "one", "relation": "made up", "role": named}, BOTH[0] | {"role": "parent"},
              {"key": "gran", "relation": "grandmother", "role": "relative"}]
    source = {"kinds": ["parent_or_carer", "other_family"], "members": ["one"]}
    found = told(family=family, signs=yes("domestic_abuse_serious"), source_of_harm=source)
    assert found["gran"] == grandmother
