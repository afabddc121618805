"""After the call."""
import pytest

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
