"""The time at which a child leaves, once the day for which it was given is over."""
from decision.assess import assess
from decision.consistency import find_inconsistencies
from tests.decision.build import PACKS, at
from tests.decision.test_consistency import case_file


def test_home_time_of_a_day_that_is_over_says_which_day_and_asks_anew() -> None:
    """A draft of the evening before that is opened next morning: no "was to leave" that reads as of today, the same
    call, and the question where the child is at once and when they leave today."""
    case = case_file("leaves_1515")
    over, before = (assess(case, PACKS, at(moment)) for moment in ("2026-11-27 10:05", "2026-11-26 10:00"))
    says = next(route.says for route in over.routes if "That day is over" in route.says)
    assert "was to leave on Thursday 26 November" in says
    assert "find out at once where the child is, and ask about today" in says
    assert over.outcome == before.outcome
    assert [route.dial for route in over.routes] == [route.dial for route in before.routes]
    assert not any(route.before for route in over.routes)
    assert [item.id for item in find_inconsistencies(case, at("2026-11-27 10:05"))] == ["leaves_at"]
