"""What cannot be so at the ages of the children: only what a known age rules out, for every child of the case."""
from datetime import date, timedelta

import pytest

from decision.ages import ruled_out
from decision.case import Child
from guidance.load import load_packs
from guidance.models import Sign

PACKS = load_packs()
TODAY = date(2026, 11, 27)
ANY = next(sign for sign in PACKS.national.signs if sign.id == "sexual_abuse")
TEEN = ANY.but(from_months=192, under_months=216)


@pytest.mark.parametrize(("child", "out"), [
    (Child(label="A"), False),
    (Child(label="A", age_years=15), True),
    (Child(label="A", age_years=16), False),
    (Child(label="A", age_years=17), False),
    (Child(label="A", age_years=18), True),
])
def test_the_ages_of_a_sign_are_its_first_month_and_the_first_that_is_too_old(child: Child, out: bool) -> None:
    """Of an age in years every month of that year counts; an age that is not known rules out nothing."""
    assert ruled_out(TEEN, (child,), TODAY) is out


def test_a_year_of_age_may_be_any_of_its_months() -> None:
    """A child of one year may be nearly two."""
    sign = ANY.but(from_months=20)
    assert not ruled_out(sign, (Child(label="A", age_years=1),), TODAY)
    assert ruled_out(sign, (Child(label="A", age_months=19),), TODAY)


def test_only_a_sign_that_can_be_about_an_unborn_child_is_asked_of_one() -> None:
    """Until the day of the birth that is expected; after it nobody knows."""
    unborn = ANY.but(unborn=True)
    for child in (Child(label="A", not_born=True), Child(label="A", due_date=TODAY + timedelta(days=1))):
        assert ruled_out(ANY, (child,), TODAY)
        assert not ruled_out(unborn, (child,), TODAY)
    assert not ruled_out(ANY, (Child(label="A", due_date=TODAY),), TODAY)


def test_what_can_be_so_from_birth_on_is_ruled_out_before_it_alone() -> None:
    """A statement from 0 months is about a child who is born; one without an age may be about an unborn child too."""
    row = next(row for row in PACKS.areas["luton"].indicators if row.from_months is None)
    newborn, unborn = Child(label="A", age_months=0), Child(label="A", not_born=True)
    assert not ruled_out(row, (unborn,), TODAY)
    assert ruled_out(row.but(from_months=0), (unborn,), TODAY)
    assert not ruled_out(row.but(from_months=0), (newborn,), TODAY)


def test_one_child_of_the_right_age_is_enough() -> None:
    """Nothing is folded away because of a brother or sister, nor where no child was named."""
    assert not ruled_out(TEEN, (), TODAY)
    assert not ruled_out(TEEN, (Child(label="A", age_years=3), Child(label="B", age_years=16)), TODAY)
    assert not ruled_out(TEEN, (Child(label="A", age_years=3), Child(label="B")), TODAY)
    assert ruled_out(TEEN, (Child(label="A", age_years=3), Child(label="B", age_years=4)), TODAY)


def test_signs_about_harm_by_others_have_no_age() -> None:
    """Of every pack: what somebody does to a child can be done at any age, so only few signs name one."""
    signs: list[Sign] = [*PACKS.national.signs, *(sign for area in PACKS.areas.values() for sign in area.signs)]
    aged = {sign.id for sign in signs if sign.from_months is not None or sign.under_months is not None}
    assert aged == {"suicide_or_self_harm", "homeless_16_17", "partner_abuse", "weapon_or_threat",
                    "lut_threat_to_act", "lut_young_carer_now"}
