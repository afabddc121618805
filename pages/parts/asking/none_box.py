"""One rule for every box that says "none": a tick beside it wins, and "none" then speaks of the others only.

A doubt beside it wins as well. So two ticks that seem to contradict each other never have to be put right first, and
never have the calmer of their two readings.
"""


def of_the_others(none: bool, unsure: bool = False) -> bool:
    """Whether everything that is not ticked is answered no. Not where the user is not sure about some of it."""
    return none and not unsure


def beside(chosen: tuple[str, ...], before: tuple[str, ...], none: str, *wins: str) -> tuple[str, ...]:
    """The values chosen under one question without its `none` where a value that `wins` stands beside it; without
    `wins` any other does. What is as it was `before` stays so."""
    others = [value for value in chosen if value != none and (not wins or value in wins)]
    return chosen if chosen == before or not others else tuple(value for value in chosen if value != none)
