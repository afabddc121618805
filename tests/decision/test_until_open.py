"""Whether the child is safe until the front door opens is asked where a talk is for today and the door is closed."""
from datetime import datetime

import pytest

from decision.until_open import is_about, night_is_over, waits_for_door
from tests.decision.build import FRIDAY, FRIDAY_AFTER_HOURS, PACKS, at, case, result

TODAY = {"own_view": "refer_now"}
"""What by itself asks for a talk today."""
SAFE = {"safe_until_open": "yes", "safe_until": at("2026-11-23 08:45")}
"""The child is safe for the night after that Friday, until the Hub opens on Monday."""
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
    """An answer does not take the question away."""
    fields = {**TODAY, "safe_until_open": answer}
    door = waits_for_door(case(**fields), result(FRIDAY_AFTER_HOURS, **fields), PACKS)  # type: ignore[arg-type]
    assert door is not None
    assert door.opens is not None


def rung_now(now: datetime = FRIDAY_AFTER_HOURS, **fields: object) -> bool:
    """Whether a number is for now."""
    return any(route.kind == "ring_now" for route in result(now, **fields).routes)


def test_no_yes_makes_the_person_suspected_safe() -> None:
    """Where the child is with them the number for now stays, whatever a file says of the night."""
    assert rung_now(**SUSPECTED, **SAFE)
    assert not rung_now(**TODAY, **SAFE)


@pytest.mark.parametrize("later", ["2026-11-23 20:00", "2026-11-24 06:00", "2026-12-24 20:00"])
def test_a_yes_of_one_night_is_no_yes_of_the_next(later: str) -> None:
    """Once the door has opened since, the number for now is there again, and the question is open."""
    assert rung_now(at(later), **TODAY, **SAFE)
    found = waits_for_door(case(**TODAY, **SAFE), result(at(later), **TODAY, **SAFE), PACKS)
    assert found is not None
    assert found.opens is not None
    assert not is_about(case(**SAFE), found.opens)


def test_a_yes_that_does_not_say_until_when_takes_no_number_away() -> None:
    """A file of an older format holds the answer without the night that it is about."""
    assert rung_now(**TODAY, safe_until_open="yes")


@pytest.mark.parametrize(("answer", "now", "over"), [
    ("no", "2026-11-23 10:00", True), ("not_sure", "2026-11-23 10:00", True), ("no", "2026-11-23 08:00", False),
    ("yes", "2026-11-23 10:00", False),
])
def test_a_no_about_a_night_that_is_over_is_asked_again(answer: str, now: str, over: bool) -> None:
    """It goes on counting until somebody says that the child is safe now, and can be taken back by day."""
    fields = {**TODAY, **SAFE, "safe_until_open": answer}
    assert night_is_over(case(**fields), at(now)) is over
    assert (result(at(now), **{**SAFE, "safe_until_open": answer}).outcome == "consult_today") is (answer != "yes")
