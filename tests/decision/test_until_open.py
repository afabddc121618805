"""Whether the child is safe until the front door opens is asked where a talk is for today and the door is closed."""
import pytest

from decision.until_open import waits_for_door
from tests.decision.build import FRIDAY, FRIDAY_AFTER_HOURS, PACKS, case, result

TODAY = {"own_view": "refer_now"}
"""What by itself asks for a talk today."""
SUSPECTED = {**TODAY, "where_now": {"with_whom": "person_suspected"}}


@pytest.mark.parametrize(("now", "fields", "is_asked"), [
    (FRIDAY_AFTER_HOURS, TODAY, True), (FRIDAY, TODAY, False), (FRIDAY_AFTER_HOURS, {}, False),
    (FRIDAY_AFTER_HOURS, SUSPECTED, False),
])
def test_it_is_asked_while_the_door_is_closed_and_a_talk_is_for_today(now: object, fields: dict[str, object],
                                                                      is_asked: bool) -> None:
    """Not by day, not where nothing is for today, and not while the child is with the person suspected."""
    found = result(now, **fields)  # type: ignore[arg-type]
    door = waits_for_door(case(**fields), found, PACKS)
    assert (door is not None) is is_asked


@pytest.mark.parametrize("answer", ["yes", "no", "not_sure"])
def test_whatever_was_answered_it_can_be_answered_again(answer: str) -> None:
    """An answer does not take the question away: a yes of one evening is no yes of the next."""
    fields = {**TODAY, "safe_until_open": answer}
    door = waits_for_door(case(**fields), result(FRIDAY_AFTER_HOURS, **fields), PACKS)  # type: ignore[arg-type]
    assert door is not None
    assert door.opens is not None


def test_no_yes_makes_the_person_suspected_safe() -> None:
    """Where the child is with them the number for now stays, whatever a file says of the night."""
    def rung_now(fields: dict[str, object]) -> bool:
        return any(route.kind == "ring_now" for route in result(FRIDAY_AFTER_HOURS, **fields).routes)

    assert rung_now({**SUSPECTED, "safe_until_open": "yes"})
    assert not rung_now({**TODAY, "safe_until_open": "yes"})
