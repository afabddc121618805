"""Which open answers bear on a case: an answer could change the outcome, who is rung, who may be told, a duty, a
deadline, the level or the paper to make. The others are asked for the papers alone, where each has a place of its own.

What is not known is never taken for "no": only what no rule reads here is left out (tests/decision/test_bears.py tries
each on cases of every pack).
"""
from decision.core import Seen
from decision.harm import of_harm
from decision.urgency import urgency
from guidance.vocabulary import Outcome

ASKED_FOR_PAPERS = frozenset({"open.voice"})
"""Keys of what no decision rests on: free text is never read. Whether somebody can reach the child is none of them: the
front door asks it first."""
OWN_VIEW_ENDS_AT: Outcome = "consult_today"
"""The user's own view asks for this at most, or for a referral now where somebody is not to be told yet."""
LIFTED_TO: Outcome = "refer_now"


def never_bears(seen: Seen) -> frozenset[str]:
    """Keys of the open answers that can change nothing in what was seen."""
    return ASKED_FOR_PAPERS | ({"open.own_view"} if _own_view_changes_nothing(seen) else set())


def _own_view_changes_nothing(seen: Seen) -> bool:
    """Whether the user's own view could raise nothing, and could not be the first to speak of harm either: a view that
    999 should be rung is, and who may be told hangs on that."""
    held = any(one.state == "not_yet" for one in seen.telling)
    ends_at = LIFTED_TO if held else OWN_VIEW_ENDS_AT
    return urgency(seen.outcome) >= urgency(ends_at) and of_harm(seen.known, seen.entries)
