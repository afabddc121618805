"""Whether a birth may be to come, and which duties are only about one: those that a child who is not born yet starts.

A statement that may as well be of a child who is born (`born_under_months`) starts none of these beside such a child
where every child is known to be born and nothing that was told speaks of somebody who is pregnant. What is not known is
never a no: where no child was named, or one has no age, or the day of a birth has only passed, one may be to come.
"""
from decision.ages import still_unborn
from decision.known import Known
from guidance.models import Duty, Factor, Indicator, Sign, Step

Item = Sign | Indicator | Factor


def duties_of(item: Item, known: Known) -> tuple[str, ...]:
    """The duties that a yes to this starts, without those about a birth to come where it means a child who is born."""
    if isinstance(item, Sign) or not _may_be_born(item, known) or birth_may_come(known):
        return item.duty
    return tuple(id_ for id_ in item.duty if not _of_a_birth(known.packs.duties(known.area_id, id_)))


def birth_may_come(known: Known) -> bool:
    """Whether a child of the case, or of somebody in it, may not be born yet."""
    case = known.case
    if not case.children or any(child.unborn or child.months is None for child in case.children):
        return True
    said = (*(child.expecting for child in case.children), *(member.expecting for member in case.family))
    return any(one not in (None, "no") for one in said) or _spoken_of(known)


def _may_be_born(item: Indicator | Factor, known: Known) -> bool:
    """Whether a child of the case is young enough to be the one who is born and of whom it may be."""
    under = item.born_under_months
    return under is not None and any(child.months is not None and child.months < under for child in known.case.children)


def is_written(step: Step, known: Known) -> bool:
    """Whether a step asks to find out what the case says already: a due date, where each unborn child has one that is
    still to come."""
    unborn = [child for child in known.case.children if child.unborn]
    return step.finds_due_date and bool(unborn) and all(
        child.due_date is not None and still_unborn(child, known.today) for child in unborn)


def _spoken_of(known: Known) -> bool:
    """Whether a statement that means a birth to come and nothing else is so or in doubt, or is in doubt as a topic."""
    items: list[Item] = [sign for sign, _ in (*known.yes_signs, *known.unsure_signs)]
    items += [row.indicator for row in (*known.rows, *known.least)]
    items += [*known.factors, *known.unsure_factors, *known.unknown_factors]
    asked = {id_ for item in items if isinstance(item, Sign) or item.born_under_months is None for id_ in item.duty}
    topics = set(known.case.unsure_topics)
    for id_ in known.packs.duty_ids(known.area_id):
        entries = known.packs.duties(known.area_id, id_)
        if _of_a_birth(entries) and (id_ in asked or any(topics.intersection(entry.topics) for entry in entries)):
            return True
    return False


def _of_a_birth(entries: tuple[Duty, ...]) -> bool:
    return any(entry.triggers is not None and entry.triggers.unborn is True for entry in entries)
