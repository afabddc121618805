"""A doubt that somebody's knowledge has settled: taken into the case, with the record of what stood before.

Only a doubt that the result itself offers (`Decision.settle`, with what it would be either way) is taken: one that is
found in records or known to a colleague. A "no", and a "yes" that makes the result calmer because the doubt alone asked
for a talk, is taken only with whose knowledge it is; in a file without that it counts as the doubt (decision/basis.py).
"""
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from pydantic import ValidationError

from decision.basis import same_statement
from decision.case import Case, Finding, Settled
from decision.hours import local
from decision.known import is_yes
from decision.path import Settle
from decision.result import Decision
from decision.urgency import urgency
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Answer
from guidance.words import say
from guidance.words.forms import at, clock, day, following

Said = Literal["yes", "no"]
KEPT = "earlier_answers"
"""The place of what was written about a statement that is not so."""


class NotSettled(ValueError):
    """The doubt is not settled by this. `reason`: what is missing."""

    def __init__(self, reason: Literal["not_open", "whose", "too_long"]) -> None:
        super().__init__(reason)
        self.reason = reason


def open_doubts(decision: Decision) -> tuple[Settle, ...]:
    """The doubts that may be settled: those of which the result says what it would be either way."""
    return tuple(item for item in decision.settle if item.if_so is not None and item.if_not is not None)


def settled(case: Case, decision: Decision, area: AreaPack | None, id_: str, answer: Said, whose: str,
            now: datetime) -> Case:
    """The case with one doubt of this result answered, and the record of it.

    `area`: the pack of the child's home; `whose`: whose knowledge it is, in the user's words. Raises NotSettled where
    the result has no such doubt open, where an answer that needs it comes without whose knowledge it is, and where the
    words are longer than a text may be.
    """
    doubt = next((item for item in open_doubts(decision) if item.id == id_), None)
    if doubt is None:
        raise NotSettled("not_open")
    if asks_whose(doubt, answer, decision) and not whose.strip():
        raise NotSettled("whose")
    moment = local(now)
    try:
        record = Settled(id=id_, answer=answer, whose=whose.strip(), before=decision.outcome,
                         when=at(day(moment), clock(moment)))
    except ValidationError as error:
        raise NotSettled("too_long") from error
    changed = with_answer(case, same_statement(id_, area), answer)
    return changed.but(settled=(*changed.settled, record))


def asks_whose(doubt: Settle, answer: Said, decision: Decision) -> bool:
    """Whether an answer counts only with whose knowledge it is: a "no" always, a "yes" where it makes this calmer."""
    after = doubt.if_so if answer == "yes" else doubt.if_not
    return answer == "no" or after is None or urgency(after) < urgency(decision.outcome)


def says(id_: str, case: Case, packs: Packs) -> str:
    """The words of the sign or statement that a record is about; its id where the packs no longer have it."""
    area = packs.area(case.home_area)
    row = area.indicator.get(id_) if area else None
    sign = next((one for one in packs.signs(case.home_area) if one.id == id_), None)
    return row.says if row else sign.says if sign else id_


def in_words(record: Settled, packs: Packs) -> str:
    """One record as sentences: the answer, whose knowledge it is, when it was written down, and the result before."""
    before = packs.national.words[record.before].name if record.before else ""
    return following(
        say(f"settle.said_{record.answer}"), say("settle.known_from", whose=record.whose) if record.whose else "",
        say("settle.at", when=record.when) if record.when else "",
        say("settle.before", outcome=before) if before else "",
    )


def with_answer(case: Case, ids: tuple[str, ...], answer: Said) -> Case:
    """The case with one sign or statement answered so; whom it is about and what was written of it stay.

    Words about a statement that is not so are kept beside the answers, still held back where they were.
    """
    if ids[0] in case.signs:
        said = case.signs[ids[0]].but(answer=answer, why=None)
        return case.but(signs={**case.signs, ids[0]: said})
    before = {finding.id: finding for finding in case.findings if finding.id in ids}
    others = tuple(finding for finding in case.findings if finding.id not in ids)
    open_again = {key: said for key, said in case.answers.items() if key not in ids}
    factors = {key: said for key, said in case.factors.items() if key not in ids}
    if answer == "yes":
        so = (before.get(id_, Finding(id=id_)) for id_ in ids)
        findings = (*others, *(item if is_yes(item) else item.but(why=None) for item in so))
        return case.but(answers=open_again, findings=findings, factors=factors)
    not_so: dict[str, Answer] = {**open_again, **dict.fromkeys(ids, "no")}
    kept = case.but(answers=not_so, findings=others, factors=factors)
    return _beside(kept, before)


def _beside(case: Case, gone: Mapping[str, Finding]) -> Case:
    """Words of answers that are gone, kept; a hold never ends because its answer moves."""
    words = tuple(text for item in gone.values() for text in (item.when, item.note, item.words) if text)
    moved = [case.held_back[place] for id_ in gone if (place := f"findings.{id_}") in case.held_back]
    held = {place: why for place, why in case.held_back.items() if place.removeprefix("findings.") not in gone}
    if words and moved:
        held.setdefault(KEPT, moved[0])
    return case.but(earlier_answers=(*case.earlier_answers, *words), held_back=held)
