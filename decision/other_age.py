"""A ticked statement whose own words name an age that no child here has: the statement or the age is wrong.

It is not an alarm and not nothing: it is talked through, and the user is asked to look at both again.
"""
from decision.known import Known, Row, names_age, of_age
from decision.result import Reason
from guidance.words import say

SMALL_MONTHS = 12 * 8
"""Below this a child is not mistaken for a teenager, and may be a teenager's own child."""


def other_age_reasons(known: Known) -> tuple[Reason, ...]:
    """A reason for each ticked statement that names an age which everyone it is about is known not to have."""
    return tuple(
        Reason(kind="unsure", id=row.indicator.id, says=row.indicator.says, why=say("doubt.other_age"),
               about=row.finding.about, outcome="consult", source=row.indicator.source)
        for row in known.yes_rows if names_age(row.indicator) and _of_no_child(row, known)
    )


def _of_no_child(row: Row, known: Known) -> bool:
    children = [child for child in known.children(row.finding.about) if child.months is None or
                child.months >= SMALL_MONTHS]
    return bool(children) and all(of_age(row.indicator, child) is False for child in children)
