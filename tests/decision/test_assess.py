"""From a case to a Decision: the same input gives the same answer, and it says what it was made from."""
from datetime import UTC, datetime

import pytest

from decision.assess import assess
from decision.case import Case
from decision.unknown_ids import CaseProblem
from tests.decision.altered import with_area
from tests.decision.build import AREA, CBC, FRIDAY, FRIDAY_AFTER_HOURS, PACKS, case, result, yes


def test_a_decision_says_which_packs_it_was_made_from() -> None:
    """The editions of what holds everywhere and of the area, by version and hash, so that a paper can be traced."""
    national, area = (f"{pack.version} #{pack.digest}" for pack in (PACKS.national, AREA))
    assert dict(result().pack_versions) == {"national": national, CBC: area}
    assert dict(result(home_area="elsewhere").pack_versions) == {"national": national}


def test_a_decision_does_not_name_the_edition_of_the_area_where_the_child_is_now() -> None:
    """It stands at the foot of every paper, and the place of a hidden child must not."""
    away = next(area_id for area_id in PACKS.areas if area_id != CBC)
    assert dict(result(area_now=away).pack_versions).keys() == {"national", CBC}


def test_a_decision_says_when_it_was_made_in_londons_time() -> None:
    """A moment given in another zone is written in ours."""
    made = assess(case(), PACKS, datetime(2026, 7, 1, 9, 0, tzinfo=UTC)).made_at
    assert f"{made:%H:%M}" == "10:00"


def test_the_time_is_an_argument_and_only_routes_and_dates_depend_on_it() -> None:
    """In and out of hours the outcome, place, duties and telling of a case are the same."""
    by_time = {"made_at", "routes", "action", "deadlines", "gaps"}
    early, late = result(FRIDAY, signs=yes("disclosure")), result(FRIDAY_AFTER_HOURS, signs=yes("disclosure"))
    assert early.model_dump(exclude=by_time) == late.model_dump(exclude=by_time)
    assert early.routes != late.routes


def test_the_packs_are_an_argument() -> None:
    """Another pack, another answer: nothing is kept from the last time."""
    without = with_area(PACKS, CBC, indicators=())
    plain = case(own_view="watch")
    assert assess(plain, PACKS, FRIDAY).outcome == "universal"
    assert assess(plain, without, FRIDAY).outcome == "consult"
    assert assess(plain, PACKS, FRIDAY).outcome == "universal"


def test_a_case_that_names_what_no_pack_has_is_refused() -> None:
    """An id that means nothing is a problem to mend, not an answer to leave out."""
    with pytest.raises(CaseProblem):
        assess(Case(home_area="atlantis"), PACKS, FRIDAY)
