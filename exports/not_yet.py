"""What cannot be said of a baby, or of a child who is not born yet: no paper has an open row for it.

A row that somebody has filled in stands all the same: only the empty one goes, and nothing is answered by that.
"""
from collections.abc import Callable

from decision.ages import still_unborn
from decision.case import Child
from decision.hours import local
from decision.telling import TALKS_FROM_MONTHS
from exports.blocks import Value
from exports.details import NOT_KNOWN
from exports.material import Material
from guidance.words import say

NOT_BORN: str = say("papers.unborn")
SCHOOL_FROM_MONTHS = 36
"""Below this age no child has a school number or a year group. Ours: nursery classes begin with three years."""
UNBORN: frozenset[str] = frozenset(say(f"papers.{name}") for name in (
    "name", "other_names", "birth", "gender", "language", "interpreter_needed", "school", "missing.school", "gp", "upn",
    "disability", "communicates", "where_now", "phone", "ethnicity", "religion", "moves_about", "nhs_number",
    "legal_status", "missing.orders"))
"""Rows about a child that need somebody who is born."""
BABY: frozenset[str] = frozenset(say(f"papers.{name}") for name in (
    "language", "interpreter_needed", "school", "missing.school", "upn", "communicates", "phone"))
"""Rows that need somebody who talks, or goes to nursery or school."""
SCHOOL: frozenset[str] = frozenset((say("papers.upn"),))
"""Rows that need somebody of an age for school."""


def possible(m: Material, child: Child, rows: tuple[tuple[str, Value], ...]) -> tuple[tuple[str, Value], ...]:
    """The rows about a child without the open ones that cannot be answered at that age. An age that is not known rules
    out nothing."""
    cannot = _cannot(m, child)
    return tuple(row for row in rows if row[0] not in cannot or is_answered(row[1]))


def answered_only(rows: tuple[tuple[str, Value], ...], none_can: bool) -> tuple[tuple[str, Value], ...]:
    """The rows; where they can be said of no child of the case (`none_can`) those that somebody has answered."""
    return tuple(row for row in rows if not none_can or is_answered(row[1]))


def is_answered(answer: Value) -> bool:
    """Whether somebody has said something of it, and not that it is not known."""
    return not answer.muted and answer.said not in (NOT_KNOWN, NOT_BORN) and bool(answer.said.strip())


def all_younger(m: Material, months: int) -> bool:
    """Whether each child of the case is known to be younger, or is not born."""
    return _all(m, lambda child: child.months is not None and child.months < months)


def only_babies(m: Material) -> bool:
    """Whether each child is known to be too young to talk, or is not born."""
    return all_younger(m, TALKS_FROM_MONTHS)


def only_unborn(m: Material) -> bool:
    """Whether surely no child of the case is born yet."""
    return _all(m, lambda child: is_unborn(m, child))


def is_unborn(m: Material, child: Child) -> bool:
    """Whether a child is surely not born yet: after the day of an expected birth nobody knows."""
    return still_unborn(child, local(m.now).date())


def talks(child: Child) -> bool:
    """Whether a child may be old enough to say what they think."""
    return child.months is None or child.months >= TALKS_FROM_MONTHS


def none_at_school(m: Material) -> bool:
    """Whether each child is known to be too young for a class of any kind."""
    return all_younger(m, SCHOOL_FROM_MONTHS)


def _all(m: Material, is_so: Callable[[Child], bool]) -> bool:
    return bool(m.case.children) and all(map(is_so, m.case.children))


def _cannot(m: Material, child: Child) -> frozenset[str]:
    if is_unborn(m, child):
        return UNBORN
    if child.months is None:
        return frozenset()
    return BABY if child.months < TALKS_FROM_MONTHS else SCHOOL if child.months < SCHOOL_FROM_MONTHS else frozenset()
