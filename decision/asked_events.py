"""Which dates of a case a result would be counted from: the only ones that are worth a question. Pure."""
from decision.case import Events
from decision.result import Decision
from guidance.vocabulary import STILL_TO_COME

HELD: tuple[str, ...] = tuple(Events.model_fields)
"""The events of which a case holds the day."""


def asked_events(decision: Decision) -> tuple[str, ...]:
    """The events from which a time limit of this result runs, in the order in which a case holds them."""
    counted = {one.start for one in decision.deadlines if one.from_event}
    return tuple(event for event in HELD if event in counted)


def not_said(decision: Decision) -> tuple[str, ...]:
    """Those of them that may have been, and of which the day is not given."""
    missing = {one.start for one in decision.deadlines
               if one.from_event and one.starts_at is None and one.start not in STILL_TO_COME}
    return tuple(event for event in asked_events(decision) if event in missing)
