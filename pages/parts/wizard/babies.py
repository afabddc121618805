"""What is no question about a baby: nothing is asked that the ages of the children rule out."""
from decision.case import Case
from decision.telling import TALKS_FROM_MONTHS


def only_babies(case: Case) -> bool:
    """Whether each child of a case is known to be too young to talk, or not born. An age not known is no baby's."""
    return bool(case.children) and all(
        child.months is not None and child.months < TALKS_FROM_MONTHS for child in case.children)
