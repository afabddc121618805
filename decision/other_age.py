"""What is ticked and can be so of no child here, by an age that is known: the statement or the age is wrong.

It is not an alarm and not nothing: the tick stays and counts as it did, it is talked through, and the user is asked to
look at both again. An age that is changed after a tick leads here. Only a circumstance that names an age and may be so
of a small child's young parent is left out: then the small child is the parent's own. A worry never is.
"""
from collections.abc import Iterator
from datetime import date

from decision.ages import names_age, of_age, ruled_out
from decision.basis import same_statement
from decision.case import Child
from decision.known import Known, Row
from decision.once import once
from decision.result import Gap, Reason
from decision.unsure import finding_of
from guidance.models import Factor, Indicator, Sign
from guidance.words import say

SMALL_MONTHS = 12 * 8
"""Below this a child may be the own child of the teenager of whom a circumstance speaks."""
BORN_BY_NOW = 12
"""Months of age that nobody has who was not born when the case was written."""
Item = Indicator | Factor | Sign


def other_age_reasons(known: Known) -> tuple[Reason, ...]:
    """A reason to talk it through for each ticked statement that everyone it is about is known to be too old or young
    for. A sign needs none: it asks for more by itself."""
    return tuple(
        Reason(kind="unsure", id=item.id, says=item.says, why=say("doubt.other_age"), about=about, outcome="consult",
               source=item.source)
        for item, about in once(known, "of_other_ages", _of_other_ages) if not isinstance(item, Sign)
    )


def other_age_gaps(known: Known) -> tuple[Gap, ...]:
    """Each of them, signs too, to be looked at again together with the age; what is one statement stands once."""
    found = {item.says: item for item, _ in once(known, "of_other_ages", _of_other_ages)}
    return tuple(Gap(kind="check_again", id=item.id, says=say("fits.statement", statement=item.says),
                     source=item.source) for item in found.values())


def _of_other_ages(known: Known) -> tuple[tuple[Item, tuple[str, ...]], ...]:
    return tuple(_found(known))


def _found(known: Known) -> Iterator[tuple[Item, tuple[str, ...]]]:
    """What is so and fits no child whom it is about, and whom the user named."""
    for sign, answer in known.yes_signs:
        if _of_nobody(sign, known.children(answer.about)):
            yield sign, answer.about
    for row in known.yes_rows:
        if _of_an_age(row.indicator) and all(
                _of_nobody(item, known.children(row.finding.about)) for item in _as_asked(row, known)):
            yield row.indicator, row.finding.about
    for factor in known.factors:
        about = finding_of(factor, known).about
        if _of_nobody(factor, known.children(about)):
            yield factor, about


def _as_asked(row: Row, known: Known) -> Iterator[Indicator]:
    """The row, then those that are asked as one statement with it: that is of every age that one of them is of."""
    yield row.indicator
    if known.area:
        yield from (known.area.indicator[id_] for id_ in same_statement(row.indicator.id, known.area)
                    if id_ in known.area.indicator)


def _of_nobody(item: Item, children: tuple[Child, ...]) -> bool:
    return bool(children) and _of_an_age(item) and all(_of_another_age(item, child) for child in children)


def _of_an_age(item: Item) -> bool:
    """Whether there may be children of whom it cannot be so: it names an age, or it is a sign and they are unborn."""
    return (isinstance(item, Sign) or item.from_months is not None or item.under_months is not None
            or (isinstance(item, Indicator) and names_age(item)))


def _of_another_age(item: Item, child: Child) -> bool:
    """Whether a child is known to be of another age than this can be about."""
    if ruled_out(item, (child,), date.max):
        return True
    years = item.from_years or 0 if isinstance(item, Indicator) else 0
    unborn_then = child.unborn and max(item.from_months or 0, 12 * years) >= BORN_BY_NOW
    named = isinstance(item, Indicator) and of_age(item, child) is False
    return (unborn_then or named) and not _of_a_parent(item, child)


def _of_a_parent(item: Item, child: Child) -> bool:
    """Whether it may be a circumstance of the child's own young parent: it names an age, and the pack rules out no
    smaller child."""
    small = child.unborn or child.months is None or child.months < SMALL_MONTHS
    return small and isinstance(item, Indicator) and item.kind == "context" and item.from_months is None
