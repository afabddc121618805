"""What a case leads to whatever the time, told once: `decide` goes on from it, and an answer that is tried ends here.

known → duties → telling → place → reasons → rim → outcome
"""
from collections.abc import Mapping
from typing import NamedTuple

from decision.case import Case
from decision.changes import tick, untick
from decision.duties import find_duties
from decision.known import Known, read
from decision.one_of import Statement, reason_of, statements, without
from decision.outcome import find_outcome, find_reasons
from decision.place import place_findings
from decision.result import Deadline, DocumentDue, DutyFound, Place, Reason, ReasonKind, Telling
from decision.rim import find_rim
from decision.telling import find_telling
from decision.urgency import most_urgent, urgency
from guidance.models import Duty
from guidance.vocabulary import Outcome

NOT_OF_A_FINDING: tuple[ReasonKind, ...] = ("blank", "sight")
"""Kinds of reason that a case has of which next to nothing has been said."""


class Seen(NamedTuple):
    """What is seen in a case so far. `entries`: the packs' own words on the duties that are met.

    `forms` and `deadlines` are empty until `decide` has them: the help that follows rests on both.
    """

    known: Known
    entries: tuple[Duty, ...]
    duties: tuple[DutyFound, ...]
    telling: tuple[Telling, ...]
    place: Place
    reasons: tuple[Reason, ...]
    outcome: Outcome
    forms: tuple[DocumentDue, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


def core(known: Known) -> Seen:
    """Everything of a decision that needs no clock: the same case and packs give an equal one."""
    seen = _seen(known, {})
    return _seen(known, _of_sets(known, seen.outcome)) if known.one_of else seen


def _seen(known: Known, shared: Mapping[Statement, Reason]) -> Seen:
    """`shared`: what each set of statements asks for of which one is so, without which."""
    found = find_duties(known).values()
    entries = tuple(entry for both, _ in found for entry in both)
    duties = tuple(duty for _, duty in found)
    telling = find_telling(known, entries)
    place = place_findings(known)
    reasons = find_reasons(known, place, duties, telling, shared)
    outcome = find_outcome(reasons)
    place = place.but(rim=find_rim(known, reasons), asks=outcome)
    return Seen(known, entries, duties, telling, place, reasons, outcome)


def _of_sets(known: Known, without_them: Outcome) -> dict[Statement, Reason]:
    """For each set of statements of which one is so what the calmest of them asks for, tried as if it had been said.

    Of several sets the calmest of each is tried together, since two findings may ask for more than one. `without_them`:
    the outcome while all of them are only not sure.
    """
    picked = {ids: min(((one, _said(known, {ids: one})) for one in statements(ids, known.area)),
                       key=lambda tried: (urgency(tried[1].outcome), urgency(_asked(tried[1], tried[0]))))
              for ids in known.one_of}
    seen = (next(iter(picked.values()))[1] if len(picked) == 1
            else _said(known, {ids: one for ids, (one, _) in picked.items()}))
    more = urgency(seen.outcome) > urgency(without_them)
    return {ids: reason_of(ids, known.area, asked := seen.outcome if more else _asked(seen, one),
                           urgency(_alone(known, ids, one)) >= urgency(asked))
            for ids, (one, _) in picked.items() if known.area}


def _said(known: Known, chosen: Mapping[Statement, Statement]) -> Seen:
    """What is seen if of each of these sets this statement had been said to be so, and nothing of the others."""
    case = known.case
    for ids, one in chosen.items():
        case = tick(untick(case.but(one_of=without(case, ids)), ids), one)
    return _seen(read(case, known.packs, known.today), {})


def _asked(seen: Seen, ids: Statement) -> Outcome:
    """What these statements ask for by themselves."""
    return most_urgent(tuple(reason.outcome for reason in seen.reasons if reason.id in ids))


def _alone(known: Known, ids: Statement, one: Statement) -> Outcome:
    """What this statement of a set would lead to if nothing else had been said of these children."""
    bare = Case(home_area=known.case.home_area, children=known.case.children, one_of=(ids,),
                findings=tuple(finding for finding in known.case.findings if finding.id in ids))
    seen = _said(read(bare, known.packs, known.today), {ids: one})
    return most_urgent(tuple(reason.outcome for reason in seen.reasons if reason.kind not in NOT_OF_A_FINDING))
