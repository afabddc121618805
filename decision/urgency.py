"""Which outcome is more urgent than another."""
from collections.abc import Iterable

from guidance.vocabulary import OUTCOMES, Outcome


def urgency(outcome: Outcome) -> int:
    """0 for the calmest, 6 for 999."""
    return OUTCOMES.index(outcome)


def most_urgent(outcomes: Iterable[Outcome]) -> Outcome:
    """The most urgent of several outcomes; `universal` if there is none."""
    return max(outcomes, key=urgency, default="universal")
