"""What was answered about the user's own lead, in every sentence that sends to one.

Whoever is the lead decides, and rings; whoever has none rings the front door for advice; whoever has spoken with theirs
does what was agreed, and rings if still worried. The talk with a lead is never the call that is due: no route, no
deadline and no outcome changes here, only words, and what is said instead never asks for less.
"""
import re
from collections.abc import Iterable
from typing import Literal

from decision.case import Case
from decision.result import Decision
from decision.reworded import reworded
from guidance.packs import Packs
from guidance.vocabulary import Outcome
from guidance.words import Said, ours, say

Standing = Literal["is_lead", "no_lead", "spoken"]
BY_ANSWER: dict[str | None, Standing] = {
    "i_am_the_lead": "is_lead", "no_lead": "no_lead", "yes": "spoken",
}
"""A lead who decided not to refer is none of them: nobody who still worries is told to do what that lead decided."""

OF_A_LEAD = re.compile(
    r"\byour\b(?! (agency|answers|yes))[^.;:<>]{0,40}\blead\b(?! (practitioner|professional|agency))", re.IGNORECASE)
"""A sentence that sends to the user's own lead, such as "Tell your safeguarding lead today."."""


def standing(case: Case, packs: Packs) -> Standing | None:
    """Where the user stands to their own lead; None while a talk with one is still to be had, or it was not said. A
    role that has no lead above it is the lead; where it is answered all the same that there is one who was not spoken
    to or decided otherwise, as a deputy may, there is nobody to be sent to."""
    practitioner = case.practitioner
    if practitioner.lead in BY_ANSWER:
        return BY_ANSWER[practitioner.lead]
    role = packs.national.role.get(practitioner.role)
    if role is None or role.lead:
        return None
    return "no_lead" if practitioner.lead else "is_lead"


def said_to(case: Case, packs: Packs, key: str) -> str:
    """A sentence of ours by its key, as it fits where the user stands."""
    stands = standing(case, packs)
    return fitting(say(key), stands) if stands else say(key)


def who_it_is(case: Case, packs: Packs, texts: Iterable[str]) -> str:
    """Who is meant where one of these texts says "your lead", to whoever is the lead or has none: the packs' sentences
    stay as they are, and this is said of them once. Empty where none says so, and to everybody else."""
    stands = standing(case, packs)
    if stands not in ("is_lead", "no_lead") or not any(OF_A_LEAD.search(text) for text in texts):
        return ""
    return say(f"own_lead.{stands}")


def as_it_stands(decision: Decision, case: Case, packs: Packs) -> Decision:
    """The decision with its words as they fit the answer about the lead; everything else stays."""
    stands = standing(case, packs)
    return decision if stands is None else reworded(decision, lambda said: fitting(said, stands))


def means(outcome: Outcome, says: str, case: Case, packs: Packs) -> str:
    """What an outcome means (`says`, the pack's words) as it fits where the user stands. Nobody is sent for a talk to a
    lead who decided not to refer: what is left is to ring."""
    stands = standing(case, packs)
    if stands is None:
        decided = case.practitioner.lead == "lead_decided_not_to_refer"
        return (_instead(f"means_{outcome}", "decided") if decided else "") or says
    return _instead(f"means_{outcome}", stands) or fitting(says, stands)


def fitting(said: str, stands: Standing) -> str:
    """One text as it fits: a sentence of ours in the words that stand for it, at any depth. A pack's words stay."""
    if not isinstance(said, Said):
        return said
    filled = {name: fitting(value, stands) if isinstance(value, str) else value
              for name, value in said.filled.items()}
    name = said.key.replace(".", "_")
    return say(key, **filled) if (key := f"lead.{stands}.{name}") in ours() else Said(said.key, filled, ours())


def _instead(name: str, stands: str) -> str:
    key = f"lead.{stands}.{name}"
    return say(key) if key in ours() else ""
