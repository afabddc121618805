"""Statements that say nearly the same and are asked as one: what they share is so, and nobody has said which of them.

Each of them stands as not sure in the case, and `Case.one_of` keeps that one is so. So it asks for what the one of them
asks for that asks for least, and never for less: saying what they share is no calmer than saying which it is.
"""
from collections.abc import Callable, Iterable, Mapping

from decision.basis import same_statement
from decision.case import Case
from decision.result import Reason
from guidance.models import Factor, Indicator
from guidance.packs import AreaPack
from guidance.vocabulary import Answer, Outcome
from guidance.words import Words, key_of, say
from guidance.words.forms import apart

Statement = tuple[str, ...]
"""The ids of one statement: of every row that has its words."""


def open_sets(case: Case, area: AreaPack, said: Mapping[str, Answer]) -> tuple[Statement, ...]:
    """The sets of which one is so and none is said to be, as far as the area has their statements.

    Those that are answered no by themselves are left out, unless every one is: then two answers do not fit, and neither
    is taken back. `said`: statement → its answer.
    """
    held = of_rows(case.one_of, lambda id_: id_ in area.indicator or id_ in area.factor)
    open_ = (ids for ids in held if not any(said.get(id_) == "yes" for id_ in ids))
    return tuple(tuple(id_ for id_ in ids if said.get(id_) != "no") or ids for ids in open_)


def statements(ids: Statement, area: AreaPack | None) -> tuple[Statement, ...]:
    """The statements of a set, each with the ids of all of its rows."""
    return tuple(dict.fromkeys(same_statement(id_, area) for id_ in ids))


def in_words(ids: Statement, area: AreaPack | None) -> Words:
    """What they share; where the pack no longer says it of all of them, each of them."""
    rows = rows_of(ids, area)
    shared = {row.alike for row in rows}
    if len(shared) == 1 and (word := shared.pop()):
        return word
    return say("one_of.says", statements=apart(dict.fromkeys(row.says.rstrip(".") for row in rows)))


def which(ids: Statement, area: AreaPack | None) -> str:
    """In what they differ, each once."""
    return apart(dict.fromkeys(row.differs or row.says.rstrip(".") for row in rows_of(ids, area)))


def rows_of(ids: Statement, area: AreaPack | None) -> tuple[Indicator | Factor, ...]:
    """The rows and factors of a set, as far as the area has them."""
    found = (area.indicator.get(id_) or area.factor.get(id_) for id_ in ids) if area else ()
    return tuple(row for row in found if row)


def name(ids: Statement) -> str:
    """The set as one id, which no statement has."""
    return "/".join(ids)


def reason_of(ids: Statement, area: AreaPack, outcome: Outcome, alone: bool = True) -> Reason:
    """That one of them is so, and which they may be; `outcome`: what the calmest of them asks for, `alone` or not."""
    return Reason(kind="one_of", id=name(ids), says=in_words(ids, area), outcome=outcome, alone=alone,
                  why=say("one_of.why", statements=which(ids, area)), source=rows_of(ids, area)[0].source)


def raised_by_doubt(reason: Reason, outcome: Outcome, ids: Statement, area: AreaPack | None) -> Reason:
    """The same where one of them may ask for more than the calmest does, and which it is stays in doubt."""
    return reason.but(outcome=outcome, alone=True, why=say("one_of.why_more", statements=which(ids, area)))


def asks_for_more(reason: Reason) -> bool:
    """Whether a reason asks for what only some of the statements ask for of which one is so."""
    return key_of(reason.why) == "one_of.why_more"


def without(case: Case, ids: Iterable[str]) -> tuple[Statement, ...]:
    """`Case.one_of` without the sets that hold one of these."""
    gone = frozenset(ids)
    return tuple(kept for kept in case.one_of if not gone & set(kept))


def of_rows(sets: Iterable[Statement], kept: Callable[[str], bool]) -> tuple[Statement, ...]:
    """Sets as far as their statements are `kept`; one of which nothing is left goes."""
    left = (tuple(filter(kept, ids)) for ids in sets)
    return tuple(ids for ids in left if ids)
