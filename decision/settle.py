"""What a doubt does to the answer, bounded so that it never turns into an investigation (design/2, Two answers).

Up to `MOST` doubts that are answered *not sure* or *not known*, never a topic that was not opened. Where the result is
a talk today or more no result is shown: the doubt is said on the phone. Below that only what records or a colleague
already hold is named, with what the result would be either way, also where only not knowing it asks for a talk. Quiet
where `would_change` is quiet, but for a talk today: there the doubt is what is talked about, and nobody looks for it.
"""
from typing import Literal

from decision.basis import same_statement, without_basis
from decision.core import core
from decision.explain import quiet
from decision.gaps import day_in_words
from decision.known import Known, matters, read
from decision.one_of import in_words, name, rows_of, which
from decision.path import Settle
from decision.result import Decision
from decision.settled import with_answer
from decision.urgency import urgency
from guidance.models import Indicator, Sign
from guidance.repeated import identity
from guidance.vocabulary import QUIETEST, FoundIn, Outcome
from guidance.words import say
from guidance.words.forms import following

MOST = 5
LISTED: tuple[FoundIn, ...] = ("records", "colleague")
"""Where somebody may look. Nobody is sent to observe or to ask a child."""


def settle(known: Known, decision: Decision) -> tuple[Settle, ...]:
    """The doubts on which the result rests, and what to do about each."""
    if decision.outcome != "consult_today" and quiet(known, decision):
        return ()
    baseless = without_basis(known.case, known.area, "yes")
    doubts = _doubts(known, baseless)
    if urgency(decision.outcome) >= urgency("consult_today"):
        together = {id_ for ids in known.one_of for id_ in ids}
        said = [item for item in doubts if item.id not in baseless and item.id not in together]
        alone = (Settle(id=item.id, says=item.says, found_in=item.found_in, do=say("settle.say_on_the_phone"),
                        source=item.source) for item in said)
        return (*_of_sets(known), *alone)[:MOST]
    before = day_in_words(decision.next_acting)
    found = []
    for item in doubts:
        if item.found_in in LISTED:
            if_so, if_not = _replayed(known, item, "yes"), _replayed(known, item, "no")
            open_still = item.id not in baseless or urgency(if_so) < urgency(decision.outcome)
            if open_still and {if_so, if_not} != {decision.outcome}:
                found.append(Settle(
                    id=item.id, says=item.says, found_in=item.found_in, if_so=if_so, if_not=if_not,
                    do=following(say(f"settle.look_{item.found_in}"), say("settle.look_rule", before=before)),
                    source=item.source))
    return tuple(found[:MOST])


def _of_sets(known: Known) -> tuple[Settle, ...]:
    """Of statements of which one is so: that it is, and that the user does not know which."""
    return tuple(
        Settle(id=name(ids), do=say("settle.say_on_the_phone"), source=rows[0].source,
               found_in=rows[0].found_in if isinstance(rows[0], Indicator) else QUIETEST,
               says=say("one_of.say", statement=in_words(ids, known.area).rstrip("."),
                        statements=which(ids, known.area)))
        for ids in known.one_of if (rows := rows_of(ids, known.area)))


def _doubts(known: Known, baseless: frozenset[str]) -> tuple[Sign | Indicator, ...]:
    """The signs and rows answered not sure or not known that would count, signs first and then the highest.

    Rows that are one statement are one doubt. A yes that rests on nobody's knowledge is one still.
    """
    rows = [row for row in known.rows if (row.answer != "yes" or row.indicator.id in baseless)
            and matters(row.indicator, known.packs, known.area_id)]
    rows.sort(key=lambda row: (row.answer != "not_sure", -row.order))
    unknown = (sign for sign in known.packs.signs(known.area_id)
               if (answer := known.case.signs.get(sign.id)) and answer.answer in ("not_sure", "not_known"))
    yes = {sign.id for sign, _ in known.yes_signs}
    once: dict[tuple[str, str], Indicator] = {}
    for row in rows:
        once.setdefault(identity(row.indicator), row.indicator)
    return (*(sign for sign in unknown if sign.id not in yes), *once.values())


def _replayed(known: Known, item: Sign | Indicator, answer: Literal["yes", "no"]) -> Outcome:
    """The outcome if this one doubt were answered so by somebody who knows, and everything else stood as it does."""
    ids = same_statement(item.id, known.area)
    others = tuple(record for record in known.case.settled if record.id not in ids)
    case = with_answer(known.case, ids, answer).but(settled=others)
    return core(read(case, known.packs, known.today)).outcome
