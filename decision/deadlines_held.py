"""Deadlines that belong to a result and are not shown, each with the reason: none is left out in silence.

What is to be done by then is not repeated, because that would prompt what must wait; where it stands in its source is.
"""
from decision.result import Deadline, DeadlineHeld

SOMEBODY_WAITS = ("Its time is not shown, because nobody in the family may be told yet. Do nothing about it now; "
                  "ask your safeguarding lead or the front door first.")
PLACE_IS_SECRET = ("Its time is not shown, because the family hides, or may, and nobody looks for where they are. Ask "
                   "the front door.")
NOT_HERE = "Its time is not shown here. Read it where it stands, and ask the front door whether it holds."


def find_held_deadlines(found: tuple[Deadline, ...], shown: tuple[Deadline, ...],
                        some_told: bool) -> tuple[DeadlineHeld, ...]:
    """Those found that are not among the shown, whatever took them out. `some_told`: somebody in the family may be."""
    seen = {item.id for item in shown}
    return tuple(DeadlineHeld(id=item.id, why=_why(item, some_told), source=item.source)
                 for item in found if item.id not in seen)


def _why(item: Deadline, some_told: bool) -> str:
    if item.prompts_telling and not some_told:
        return SOMEBODY_WAITS
    return PLACE_IS_SECRET if item.seeks_place else NOT_HERE
