"""After the call, and the user's own view beside the result."""
from typing import Any

import pytest

from decision.case import Case
from decision.after import compare_views
from guidance.vocabulary import OUTCOMES, Outcome
from tests.decision.build import AREA, PACKS, result, yes

LADDER = tuple(step.says for item in AREA.processes if item.kind == "escalation" for step in item.steps)


@pytest.mark.parametrize("call", ["taken", "advice", "no_further_action", "no_answer", "get_agreement"])
def test_each_thing_that_can_happen_on_the_telephone_has_its_next_steps(call: str) -> None:
    """The steps are the national ones for that answer, with their source."""
    found = result(signs=yes("disclosure"), call={"outcome": call}).after_call
    process = next(item for item in PACKS.national.processes if item.id == f"after_{call}")
    assert found
    assert found.says == process.says
    assert found.steps[:len(process.steps)] == tuple(step.says for step in process.steps)
    assert found.source == process.source


def test_before_a_call_there_is_nothing_to_say_about_it() -> None:
    """No call, no steps after it."""
    assert result(signs=yes("disclosure")).after_call is None


def test_the_areas_ladder_follows_only_where_nothing_is_to_be_done() -> None:
    """If the front door takes no further action, the four local steps are there; otherwise they are not."""
    refused = result(signs=yes("disclosure"), call={"outcome": "no_further_action"}).after_call
    taken = result(signs=yes("disclosure"), call={"outcome": "taken"}).after_call
    assert refused
    assert taken
    assert LADDER
    assert refused.steps[-len(LADDER):] == LADDER
    assert not set(LADDER) & set(taken.steps)


def test_without_a_pack_there_is_no_ladder_to_follow() -> None:
    """The national steps stand alone; no other area's procedure is borrowed."""
    found = result(home_area="elsewhere", signs=yes("disclosure"), call={"outcome": "no_further_action"}).after_call
    assert found
    assert not set(LADDER) & set(found.steps)


def test_a_decision_against_a_referral_starts_the_duty_to_disagree() -> None:
    """"No further action" brings the escalation duty, "taken" does not."""
    def duties(call: str) -> set[str]:
        return {duty.id for duty in result(signs=yes("disclosure"), call={"outcome": call}).duties}

    assert "escalation" in duties("no_further_action")
    assert "escalation" not in duties("taken")


@pytest.mark.parametrize(("view", "outcome", "relation"), [
    ("watch", "universal", "same"), ("watch", "early_help", "lower"), ("refer_now", "consult_today", "higher"),
    ("refer_now", "refer_now", "same"), ("call_999", "refer_now", "higher"), ("early_help", "refer_now", "lower"),
    ("talk_to_lead", "consult", "same"), ("refer_with_agreement", "early_help", "higher"),
    ("not_sure", "refer_now", "not_given"), (None, "universal", "not_given"),
])
def test_a_view_is_the_same_higher_lower_or_not_given(view: Any, outcome: Outcome, relation: str) -> None:
    """Compared with what the view says in full, not with how far it raises the result."""
    assert compare_views(Case(own_view=view), outcome).relation == relation


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_higher_view_is_left_to_the_user_and_a_lower_one_is_recorded(outcome: Outcome) -> None:
    """Whoever sees it graver is told that they may act on it; both views are to be written down."""
    higher, lower = compare_views(Case(own_view="call_999"), outcome), compare_views(Case(own_view="watch"), outcome)
    assert outcome == "call_999" or "free to act" in higher.says
    assert outcome == "universal" or "Write down both" in lower.says


def test_the_decision_carries_the_comparison() -> None:
    """The result page shows the user's own words for the view beside the result."""
    found = result(own_view="refer_now", ticked=("CBC-2-CHILD-08",)).own_view
    assert (found.view, found.relation) == ("refer now", "higher")
