"""Whose the own answers of a child or young person can be: a case holds them once, and does not say of which child."""
from typing import Protocol

from decision.case import Case, Child
from guidance.packs import Packs
from guidance.words import say


class Told(Protocol):
    """A case with the packs that it is read by: a reading of it, or what a paper is made from."""

    @property
    def case(self) -> Case: ...
    @property
    def packs(self) -> Packs: ...


def may_be_young_person(known: Told) -> tuple[Child, ...]:
    """The children whose own answer to help a case can hold: it holds one, and does not say whose it is.

    Where one child has the age from which a child is told apart from the family, a smaller one is not meant.
    """
    born = tuple(child for child in known.case.children if not child.unborn)
    small = 12 * (known.packs.national.telling_for("small_child").under_years or 0)
    return tuple(child for child in born if child.months is None or child.months >= small) or born


def whose_answer(known: Told) -> str:
    """Of several children the one whose answers these can be, or that it was not said of which; empty for one child,
    where there is nothing to tell apart."""
    if sum(not child.unborn for child in known.case.children) <= 1:
        return ""
    meant = may_be_young_person(known)
    return say("form.child", label=meant[0].label) if len(meant) == 1 else say("whose.not_known")
