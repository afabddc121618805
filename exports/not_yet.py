"""What cannot be said of a baby, or of a child who is not born yet: no paper has an open row for it.

A row that somebody has filled in stands all the same: only the empty one goes, and nothing is answered by that.
"""
from collections.abc import Callable
from typing import TypeVar

from decision.ages import still_unborn
from decision.case import Child
from decision.hours import local
from decision.telling import TALKS_FROM_MONTHS, talks
from exports.blocks import Value
from exports.details import NOT_KNOWN
from exports.material import Material
from guidance.words import say

R = TypeVar("R", frozenset[str], tuple[str, ...])
NOT_BORN: str = say("papers.unborn")
SCHOOL_FROM_MONTHS = 36
"""Below this age no child has a school number or a year group. Ours: nursery classes begin with three years."""
_UNBORN = (
    "name", "other_names", "birth", "gender", "language", "interpreter_needed", "school", "missing.school", "gp", "upn",
    "disability", "communicates", "where_now", "phone", "ethnicity", "religion", "moves_about", "nhs_number",
    "legal_status", "missing.orders")
_BABY = ("language", "interpreter_needed", "school", "missing.school", "upn", "communicates", "phone")
_SCHOOL = ("upn",)
UNBORN: frozenset[str] = frozenset(say(f"papers.{name}") for name in _UNBORN)
"""Rows about a child that need somebody who is born."""
BABY: frozenset[str] = frozenset(say(f"papers.{name}") for name in _BABY)
"""Rows that need somebody who talks, or goes to nursery or school."""
SCHOOL: frozenset[str] = frozenset(say(f"papers.{name}") for name in _SCHOOL)
"""Rows that need somebody of an age for school."""
ASKED = {"birth": ("born", "born_estimated"), "interpreter_needed": ("interpreter",), "name": ()}
"""What fills a row, where that is not called as the row is. A name can be chosen before the birth, so it is asked."""
SPOKEN, SEEN = ("exact_words", "question_asked"), ("injury",)
"""What is asked of what happened that needs somebody who talks, and somebody who is born."""
AT_SCHOOL = ("last_attended", "last_seen", "last_seen_by", "year_group", "attendance_before", "signs_of_a_move",
             "destination_known", "file_uploaded", "file_on", "file_taken", "leaver_form", "leaver_form_on",
             "home_education", "authority_asked", "ground", "plan_reviewed")
"""What is asked of a child of an age for school alone."""
NOT_BEFORE_BIRTH: frozenset[str | None] = frozenset({"learning", "emotions_and_behaviour", "identity", "self_care"})
"""Parts of an assessment of which nothing can be written before a child is born."""


def not_asked(m: Material, path: tuple[str, ...], row: str = "") -> frozenset[str]:
    """What the details do not ask of a record, by its path and the letter or id of its row: the attributes that nobody
    can answer at the ages of the case. An age that is not known rules out nothing."""
    child = m.case.child(row) if path in (("children",), ("assessment", "children")) else None
    if child:
        return frozenset(_not_asked_of(m, child) if path == ("children",) else _no_day(m, child))
    found = {
        ("narrative",): (*(SPOKEN if only_babies(m) else ()), *(SEEN if only_unborn(m) else ())),
        ("missing_education",): AT_SCHOOL if none_at_school(m) else (),
        ("assessment", "domains"): ("strengths", "worries", "evidence")
        if row in NOT_BEFORE_BIRTH and only_unborn(m) else (),
    }
    return frozenset(found.get(path, ()))


def _not_asked_of(m: Material, child: Child) -> tuple[str, ...]:
    """Of a child: what fills the rows that they cannot have, and of one who is born already the day of the birth to
    come."""
    rows = _cannot(m, child, _UNBORN, _BABY, _SCHOOL)
    due = ("due",) if child.months is not None and not child.unborn else ()
    return (*(attribute for row in rows for attribute in ASKED.get(row, (row,))), *due)


def _no_day(m: Material, child: Child) -> tuple[str, ...]:
    return ("view", "day", "method") if is_unborn(m, child) else () if talks(child) else ("view",)


def possible(m: Material, child: Child, rows: tuple[tuple[str, Value], ...]) -> tuple[tuple[str, Value], ...]:
    """The rows about a child without the open ones that cannot be answered at that age. An age that is not known rules
    out nothing."""
    cannot = _cannot(m, child, UNBORN, BABY, SCHOOL)
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


def none_at_school(m: Material) -> bool:
    """Whether each child is known to be too young for a class of any kind."""
    return all_younger(m, SCHOOL_FROM_MONTHS)


def _all(m: Material, is_so: Callable[[Child], bool]) -> bool:
    return bool(m.case.children) and all(map(is_so, m.case.children))


def _cannot(m: Material, child: Child, unborn: R, baby: R, school: R) -> R:
    """Which of these cannot be said of a child at their age: nothing where the age is not known."""
    if is_unborn(m, child):
        return unborn
    none = type(school)()
    if child.months is None:
        return none
    return baby if child.months < TALKS_FROM_MONTHS else school if child.months < SCHOOL_FROM_MONTHS else none
