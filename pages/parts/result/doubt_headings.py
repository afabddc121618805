"""Under which heading a doubt that the result rests on stands on the page, for whoever shows it or points at it."""
from decision.after import has_rung
from decision.case import Case
from decision.path import Settle
from decision.result import Decision
from decision.rung import still_to_ring
from decision.settled import open_doubts
from guidance.words import say


def heading_of(item: Settle, case: Case, decision: Decision) -> str:
    """Of one that may be settled what would settle it; of every other what is to be said on the phone, or was left."""
    return say("result.settle") if item in open_doubts(decision) else of_those_to_say(case, decision)


def of_those_to_say(case: Case, decision: Decision) -> str:
    """The heading over the doubts that are only said."""
    return say("settle.say_heading" if call_is_due(case, decision) else "settle.left_heading")


def call_is_due(case: Case, decision: Decision) -> bool:
    """Whether somebody is still to be rung to whom it can be said: also where 999 was, and the council was not."""
    return not has_rung(case, decision) or still_to_ring(case, decision) is not None
