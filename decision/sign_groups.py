"""Answers to whole groups of signs: what a "No" to one line covers, and a "Yes" that does not say yet which sign it is.

A "No" is an answer to the signs that its line named when it was given, so it names their ids: a sign that a newer pack
adds has not been answered. An answer to a sign by itself always stands above the one to its group. A "Yes" is not the
answer to any one sign until a statement is ticked, and until then none of its group counts as "no" or as not asked.
"""
from collections.abc import Iterable, Mapping

from decision.case import Case, SignAnswer
from guidance.models import Sign
from guidance.vocabulary import OUTCOMES, FrozenMap, Outcome

NO = SignAnswer(answer="no")
OPEN = SignAnswer(answer="not_sure", why="could_not_find_out")
"""What each sign of a group counts as that was answered "Yes" as a whole: it may be so, and nobody has said."""
AT_LEAST: Outcome = "consult_today"
RINGS: Outcome = "refer_now"
"""The least urgent outcome that is a call now."""


def answers(case: Case) -> dict[str, SignAnswer]:
    """Every sign that has an answer: its own, or else the No of a group that named it."""
    covered = {id_: NO for ids in case.signs_none.values() for id_ in ids}
    return {**covered, **case.signs}


def by_place(signs: Iterable[Sign], case: Case) -> dict[str, SignAnswer]:
    """The signs to which the answer about where the child is amounts: yes, with what was written of one that was."""
    written = {id_: said for id_, said in case.signs.items() if said.answer == "yes"}
    return {sign.id: written.get(sign.id, SignAnswer(answer="yes")) for sign in signs
            if sign.place_now is not None and sign.place_now == case.where_now.place}


def said_no(case: Case, group: str) -> frozenset[str]:
    """The signs that a group's No covers and that have no answer of their own."""
    return frozenset(case.signs_none.get(group, ())) - set(case.signs)


def without_no(case: Case, group: str) -> Case:
    """The same without the No to a group."""
    return case.but(signs_none={name: ids for name, ids in case.signs_none.items() if name != group})


def of_signs(none: FrozenMap[str, tuple[str, ...]], ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The No to each group as far as it covers these signs; a group of which nothing is left goes."""
    wanted = set(ids)
    kept = {group: tuple(id_ for id_ in covered if id_ in wanted) for group, covered in none.items()}
    return {group: covered for group, covered in kept.items() if covered}


def one_is_so(group: str, signs: Iterable[Sign], case: Case) -> tuple[Sign, ...]:
    """The signs of a group of which one is so: those that have not been answered No by themselves, or all of them where
    every one has, since then two answers do not fit and neither is taken back."""
    found = tuple(sign for sign in signs if sign.group == group)
    left = tuple(sign for sign in found if (said := case.signs.get(sign.id)) is None or said.answer != "no")
    return left or found


def in_doubt(case: Case, signs: Iterable[Sign], said: Mapping[str, SignAnswer]) -> tuple[str, ...]:
    """The groups answered not sure of which no sign is said to be so or in doubt by itself. `said`: what counts."""
    doubted = {sign.group for sign in signs if sign.id in said and said[sign.id].answer != "no"}
    return tuple(group for group in dict.fromkeys(case.signs_unsure) if group not in doubted)


def asked_for(group: str, signs: Iterable[Sign], case: Case) -> Outcome:
    """What it asks for that one sign of a group is so, and not which: to ring now where any sign of the group would,
    more where each that is left would, and never less than a talk today, also where no pack has the group.

    Only the statement that was meant brings it down, to what that one says (docs/decisions/0019). No age and no No to
    one of them does.
    """
    found = tuple(sign for sign in signs if sign.group == group)
    least = min((sign.outcome for sign in one_is_so(group, found, case)), key=OUTCOMES.index, default=AT_LEAST)
    rings = any(OUTCOMES.index(sign.outcome) >= OUTCOMES.index(RINGS) for sign in found)
    return max(least, RINGS if rings else AT_LEAST, key=OUTCOMES.index)


def would_be_more(group: str, signs: Iterable[Sign], case: Case) -> tuple[Sign, ...]:
    """Of the signs of a group of which one is so, those that would be a 999 call where that is not asked for yet."""
    found = tuple(signs)
    if asked_for(group, found, case) == "call_999":
        return ()
    return tuple(sign for sign in one_is_so(group, found, case) if sign.outcome == "call_999")


def would_be_less(group: str, signs: Iterable[Sign], case: Case) -> tuple[Sign, ...]:
    """Of such signs, those that would ask for less than the group does: to be said, so that nobody is left with more
    than what they saw."""
    found = tuple(signs)
    asked = OUTCOMES.index(asked_for(group, found, case))
    return tuple(sign for sign in one_is_so(group, found, case) if OUTCOMES.index(sign.outcome) < asked)
