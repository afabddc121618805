"""The day, and the time if somebody knows it, at which something in a case happened: asked and read as one."""
from datetime import datetime, time

from decision.asked_events import asked_events
from decision.case import Case, Events
from decision.hours import local
from decision.result import Decision
from guidance.words import say
from guidance.words.forms import capital, day_and_time
from pages.parts.asking.questions import Sent, clock_line, day
from pages.parts.visit.clock import LONDON

LAST_SEEN = "last_seen"
"""Asked as soon as somebody says that nobody knows where the child is: whoever is rung asks for it first."""
IN_HISTORY = ("noticed", "told", LAST_SEEN, "returned", "allegation_known")
"""Events that are asked about with the history."""


def in_history(case: Case) -> tuple[str, ...]:
    """Those of a case; of a child who is missing now, when they were last seen is asked with that."""
    return tuple(event for event in IN_HISTORY if (event, case.where_now.place) != (LAST_SEEN, "missing"))


def worth_asking(here: tuple[str, ...], events: Events, decision: Decision) -> tuple[str, ...]:
    """Of the events that are asked about here, those that are given or that a time limit of the result runs from."""
    counted = asked_events(decision)
    return tuple(event for event in here if event in counted or getattr(events, event) is not None)


def ask(event: str, events: Events) -> None:
    """The question about one event; nothing is proposed."""
    value: datetime | None = getattr(events, event)
    day(_name(event), say(f"ask.event.{event}"), local(value).date() if value else None, say("ask.event.hint"))
    clock_line(f"{_name(event)}_time", say("ask.event.time"), value if _has_time(value) else None,
               say("ask.event.time.hint"))


def take(asked: tuple[str, ...], events: Events, sent: Sent) -> Events:
    """The events with those that were asked about as the page says them."""
    return events.but(**{event: _read(event, getattr(events, event), sent) for event in asked})


def in_words(asked: tuple[str, ...], case: Case) -> list[tuple[str, str]]:
    """What happened and when, for each of these events of which the day was given."""
    given = ((event, getattr(case.events, event)) for event in asked)
    return [(capital(say(f"event.{event}")), day_and_time(local(at))) for event, at in given if at]


def _read(event: str, before: datetime | None, sent: Sent) -> datetime | None:
    """A day without a time stands at its beginning; a time without a day is today's, unless its day was taken away."""
    name, called = _name(event), capital(say(f"event.{event}"))
    was = local(before) if before else None
    on = sent.day(name, called, "past", was.date() if was else None)
    same_day = was is not None and on == was.date()
    at = sent.time(f"{name}_time", called, "past", on=on, kept=before if same_day and _has_time(before) else None)
    if sent.refused_together(f"{name}-day", f"{name}-month", f"{name}-year", f"{name}_time"):
        return before
    if on is None:
        return None if was and at and at.time() == was.time() else at
    found = at or datetime.combine(on, time(), LONDON)
    return before if was == found else found


def _name(event: str) -> str:
    return f"event_{event}"


def _has_time(value: datetime | None) -> bool:
    return value is not None and bool(local(value).hour or local(value).minute)
