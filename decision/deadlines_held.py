"""Deadlines that belong to a result and are not shown, each with the reason: none is left out in silence.

What is to be done by then is not repeated, because that would prompt what must wait; where it stands in its source is.
"""
from decision.result import Deadline, DeadlineHeld
from guidance.words import say


def find_held_deadlines(found: tuple[Deadline, ...], shown: tuple[Deadline, ...],
                        some_told: bool) -> tuple[DeadlineHeld, ...]:
    """Those found that are not among the shown, whatever took them out. `some_told`: somebody in the family may be."""
    seen = {item.id for item in shown}
    return tuple(DeadlineHeld(id=item.id, why=_why(item, some_told), source=item.source)
                 for item in found if item.id not in seen)


def _why(item: Deadline, some_told: bool) -> str:
    if item.prompts_telling and not some_told:
        return say("held.somebody_waits")
    return say("held.place_is_secret" if item.seeks_place else "held.not_here")
