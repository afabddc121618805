"""What cannot be so at the ages of the children of a case, by what the packs say. An age that is not known rules out
nothing, and a case that names no child neither: whoever is folded away must be known to be of another age.
"""
from datetime import date
from typing import Protocol

from decision.case import Case, Child
from guidance.models import Indicator, Sign

LAST_MONTH_OF_A_YEAR = 11


class Aged(Protocol):
    """A sign, row or factor, or a statement that is asked for several of them, with the ages of which it can be so."""

    @property
    def from_months(self) -> int | None: ...
    @property
    def under_months(self) -> int | None: ...


def ruled_out(item: Aged, children: tuple[Child, ...], today: date) -> bool:
    """Whether no child of the case can be meant, each by an age that is known."""
    return bool(children) and all(_cannot_be(item, child, today) for child in children)


def may_have_signs(case: Case) -> tuple[Child, ...]:
    """Of whom a sign that cannot wait may be so: the children, and beside an unborn one the mother, who is a child too
    until somebody says that she is 18 or over. Her age in months nobody gives, so by it nothing is ruled out of her."""
    expecting = [member for member in case.family if member.expecting == "yes"]
    grown = bool(expecting) and all(member.under_18 == "no" for member in expecting)
    unborn = any(child.unborn for child in case.children)
    young = bool(case.children) and any(member.under_18 == "yes" for member in expecting)
    return (*case.children, Child(label="Z")) if young or (unborn and not grown) else case.children


def of_other_ages(sign: Sign, children: tuple[Child, ...]) -> bool:
    """Whether a sign's own words name the ages between which it can be so, and every child is born and of another."""
    named = sign.from_months is not None and sign.under_months is not None
    return named and not any(child.unborn for child in children) and ruled_out(sign, children, date.max)


def still_unborn(child: Child, today: date) -> bool:
    """Whether a child is surely not born yet: after the day of a birth that was expected nobody knows."""
    return child.not_born or (child.due_date is not None and child.due_date > today)


def names_age(indicator: Indicator) -> bool:
    """Whether a statement's own words name an age."""
    return indicator.from_years is not None or indicator.under_years is not None


def of_age(indicator: Indicator, child: Child) -> bool | None:
    """Whether a child is of the age that a statement names; None where the age is not known or none is named."""
    if child.unborn or child.months is None or not names_age(indicator):
        return None
    old = child.months >= 12 * (indicator.from_years or 0)
    return old and (indicator.under_years is None or child.months < 12 * indicator.under_years)


def _cannot_be(item: Aged, child: Child, today: date) -> bool:
    if still_unborn(child, today):
        return not item.unborn if isinstance(item, Sign) else item.from_months is not None
    if child.unborn or child.months is None:
        return False
    oldest = child.months + (LAST_MONTH_OF_A_YEAR if child.age_months is None else 0)
    too_old = item.under_months is not None and child.months >= item.under_months
    return oldest < (item.from_months or 0) or too_old
