"""Deadlines that are not shown: each is named with its reason, and none is lost in silence."""
from typing import Any

import pytest

from decision.deadlines_held import find_held_deadlines
from decision.result import Deadline
from guidance.vocabulary import Citation
from guidance.words import key_of, say
from tests.decision.build import result

ALERT = "NL-ALERT-03"
MOTHER = {"key": "mother", "relation": "Mother"}
ITEM = Deadline(id="review", says="Tell the parents by then.", rule="3 months", kind="months", owner="you",
                start="now", source=Citation(source="made_up", where="page 2"))


def test_a_plan_with_a_parent_who_is_not_to_be_told_is_named() -> None:
    """Early help for a young person of 16 who decides who at home knows: every time limit left out is there."""
    fields: dict[str, Any] = {"home_area": "telford_wrekin", "children": [{"label": "A", "age_years": 16}],
                              "family": [MOTHER]}
    open_family = result(ticked=("TEL-2-EDUCATION-02",), **fields)
    waiting = result(ticked=("TEL-2-HEALTH-07",), **fields)
    assert {open_family.outcome, waiting.outcome} == {"early_help"}
    assert open_family.deadlines_held == ()
    shown, held = ({item.id for item in found} for found in (waiting.deadlines, waiting.deadlines_held))
    prompting = {item.id for item in open_family.deadlines if item.prompts_telling}
    assert prompting
    assert prompting <= held
    assert not shown & held
    assert {item.why for item in waiting.deadlines_held} == {say("held.somebody_waits")}


@pytest.mark.parametrize(("fields", "some_told", "why"), [
    ({"prompts_telling": True}, False, "somebody_waits"), ({"seeks_place": True}, False, "place_is_secret"),
    ({"prompts_telling": True, "seeks_place": True}, True, "place_is_secret"), ({}, False, "not_here"),
])
def test_whatever_took_it_out_there_is_a_reason(fields: dict[str, bool], some_told: bool, why: str) -> None:
    """The reason fits what was left out, names the place in the source, and repeats nothing of what is to be done."""
    item = ITEM.model_copy(update=fields)
    (held,) = find_held_deadlines((item,), (), some_told)
    assert (key_of(held.why), held.source) == (f"held.{why}", item.source)
    assert item.says not in held.model_dump_json()


def test_what_is_shown_is_not_held() -> None:
    """A deadline is in one of the two lists and never in both."""
    assert find_held_deadlines((ITEM,), (ITEM,), some_told=False) == ()
