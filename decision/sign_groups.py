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


def asked_for(signs: Iterable[Sign]) -> Outcome:
    """What it asks for that one of these signs is so, and not which: the least that any of them would, so that saying
    which never makes it calmer; and a talk today where no pack has the group."""
    outcomes = [sign.outcome for sign in signs]
    return max(min(outcomes, key=OUTCOMES.index, default=AT_LEAST), AT_LEAST, key=OUTCOMES.index)


def would_be_more(signs: Iterable[Sign]) -> tuple[tuple[Sign, ...], tuple[Sign, ...]]:
    """Of such signs, those that would be a 999 call, and those that can wait for what one of them at least asks for,
    where any of the others would be more urgent."""
    found = tuple(signs)
    least = asked_for(found)
    emergencies = tuple(sign for sign in found if sign.outcome == "call_999" and least != "call_999")
    mildest = tuple(sign for sign in found if OUTCOMES.index(sign.outcome) <= OUTCOMES.index(least))
    others = len(found) > len(emergencies) + len(mildest)
    return emergencies, mildest if others else ()
