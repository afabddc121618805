"""Signs that no child here can have: not open while that is so, and never No when an age changes."""
from collections.abc import Callable
from datetime import timedelta
from itertools import product

import pytest

from decision.ages import may_have_signs, ruled_out
from decision.assess import decide
from decision.case import Case, Child
from decision.hours import local
from decision.known import read
from guidance.load import load_packs
from pages.parts.visit.draft import Progress
from pages.parts.wizard import sign_groups, who
from pages.parts.wizard.signs import STEP
from pages.parts.wizard.steps import SoFar
from tests.decision.build import FRIDAY
from tests.pages.asking import GROWN
from tests.pages.test_check_signs import _Page

REAL = load_packs()
TODAY = local(FRIDAY).date()
AGES = {
    "not known": {}, "not born": {"not_born": True}, "expected": {"due_date": TODAY + timedelta(days=30)},
    "perhaps born": {"due_date": TODAY - timedelta(days=1)}, "a baby": {"age_months": 2},
    **{f"{years} years": {"age_years": years} for years in (1, 2, 3, 7, 8, 15, 16, 17, 18)},
}


def aged(case: Case, *ages: str) -> Case:
    """With children of these ages."""
    return case.but(children=tuple(Child.model_validate({"label": label, **AGES[age]})
                                   for label, age in zip("ABC", ages, strict=False)))


def one_by_one(case: Case) -> Case:
    """No to each group that is shown, one after the other."""
    asked = sign_groups.groups(case, REAL, TODAY)
    for group in asked:
        if not sign_groups.out_of_age(group, case, TODAY):
            case = sign_groups.take(case, _Page({group.field: "no"}), asked)
    return case


def at_once(case: Case) -> Case:
    """"None of these at all"."""
    return sign_groups.none_of_the_rest(case, REAL, TODAY)


@pytest.fixture(autouse=True)
def _friday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WINDSCREEN_NOW", FRIDAY.isoformat())


@pytest.mark.parametrize("way", [one_by_one, at_once])
@pytest.mark.parametrize("area_id", ["", *REAL.areas])
def test_nothing_is_open_once_what_is_shown_is_answered(area_id: str, way: Callable[[Case], Case]) -> None:
    """Neither in the result nor among the questions, at any age; and who caused it is asked where it is missed."""
    for age, family in product(AGES, ((), (GROWN,))):
        case = way(aged(Case(home_area=area_id, danger="no", family=family), age))
        decision = decide(read(case, REAL), FRIDAY)
        assert not [gap for gap in decision.gaps if gap.step == "signs"], age
        assert not decision.before_telling, age
        so_far = SoFar(case, Progress(), REAL)
        assert not STEP.left(so_far), age
        missed = any(gap.step == "who" for gap in decision.gaps if gap.kind == "unanswered")
        assert who.STEP.asked(so_far) == missed, age


@pytest.mark.parametrize("way", [one_by_one, at_once])
@pytest.mark.parametrize("area_id", ["", *REAL.areas])
def test_a_sign_that_an_age_rules_out_is_open_once_another_age_fits(area_id: str, way: Callable[[Case], Case]) -> None:
    """Whatever the two ages; what was answered at the first stays answered. An age that is not known hides nothing."""
    signs = REAL.signs(area_id)
    for first, then in product(AGES, AGES):
        start = aged(Case(home_area=area_id, danger="no", family=(GROWN,)), first)
        away = {sign.id for sign in signs if ruled_out(sign, may_have_signs(start), TODAY)}
        after = aged(way(start), then)
        fits = {sign.id for sign in signs if not ruled_out(sign, may_have_signs(after), TODAY)}
        assert {sign.id for sign in read(after, REAL, TODAY).unanswered_signs} == away & fits, (first, then)


@pytest.mark.parametrize("way", [one_by_one, at_once])
def test_a_child_beside_whom_it_fits_and_a_birth_open_it(way: Callable[[Case], Case]) -> None:
    """A second child of another age, and the day after the birth that was expected; the page names what is new."""
    case = way(aged(Case(home_area="luton", danger="no", family=(GROWN,)), "expected"))
    assert not read(case, REAL, TODAY).unanswered_signs
    for later in (read(aged(case, "expected", "7 years"), REAL, TODAY), read(case, REAL, TODAY + timedelta(days=31))):
        assert {"disclosure", "injury_unexplained", "induced_illness"} <= {sign.id for sign in later.unanswered_signs}
    born = sign_groups.groups(aged(case, "a baby"), REAL, TODAY)
    named = {sign.id for group in born for sign in sign_groups.not_covered(group, aged(case, "a baby"))}
    assert "induced_illness" in named


def test_a_no_to_a_group_that_is_folded_away_is_an_answer() -> None:
    """Somebody has opened it and said so: it is about just that."""
    case = aged(Case(home_area="luton", danger="no", family=(GROWN,)), "not born")
    asked = sign_groups.groups(case, REAL, TODAY)
    (group, *_) = [one for one in asked if sign_groups.out_of_age(one, case, TODAY)]
    after = sign_groups.take(case, _Page({group.field: "no"}), asked)
    assert set(after.signs_none[group.id]) == {sign.id for sign in group.signs}
