"""What a case leads to whatever the time, told once: `decide` goes on from it, and an answer that is tried ends here.

known → duties → telling → place → reasons → rim → outcome
"""
from typing import NamedTuple

from decision.duties import find_duties
from decision.known import Known
from decision.outcome import find_outcome, find_reasons
from decision.place import place_findings
from decision.result import Deadline, DocumentDue, DutyFound, Place, Reason, Telling
from decision.rim import find_rim
from decision.telling import find_telling
from guidance.models import Duty
from guidance.vocabulary import Outcome


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
    found = find_duties(known).values()
    entries = tuple(entry for both, _ in found for entry in both)
    duties = tuple(duty for _, duty in found)
    telling = find_telling(known, entries)
    place = place_findings(known)
    reasons = find_reasons(known, place, duties, telling)
    place = place.but(rim=find_rim(known, reasons))
    return Seen(known, entries, duties, telling, place, reasons, find_outcome(reasons))
