"""The calendar file: what the user must do by when, and when to chase. It names a reference, never a child.

A calendar is seen on shared screens. While somebody is not to be told yet, nothing in it prompts telling them.
"""
import re
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from decision.result import Deadline, Decision

PROMPTS_TELLING = re.compile(
    r"\b(tell|told|parent|carer|famil|mother|father|mum|dad|agree|consent|inform)", re.IGNORECASE
)
CHASE = "Chase: ask what has been decided"
LENGTH = timedelta(minutes=15)


def calendar(decision: Decision, reference: str, now: datetime) -> bytes:
    """An iCalendar file of the user's own deadlines and chase dates; without entries if none has a date."""
    file = Calendar()
    file.add("prodid", "-//Windscreen//EN")
    file.add("version", "2.0")
    silent = any(item.state != "tell" for item in decision.telling)
    for deadline in decision.deadlines:
        said = _said(deadline, silent)
        if said and deadline.due is not None:
            file.add_component(_event(deadline, said, reference, now))
    return bytes(file.to_ical())


def _said(deadline: Deadline, silent: bool) -> str:
    """The words of an entry, or none where it is not the user's, or would prompt telling somebody too early."""
    if deadline.chase:
        return CHASE
    if deadline.owner != "you" or (silent and PROMPTS_TELLING.search(f"{deadline.says} {deadline.rule}")):
        return ""
    return deadline.says


def _event(deadline: Deadline, said: str, reference: str, now: datetime) -> Event:
    event = Event()
    event.add("summary", vText(f"{said} ({reference})" if reference else said))
    event.add("uid", f"{deadline.id}-{reference or 'case'}@windscreen")
    event.add("dtstamp", now)
    event.add("class", "PRIVATE")
    due = deadline.due
    if due is not None:
        # In UTC, which every calendar understands; a date alone is put at nine in the morning where the user is.
        start = (due if isinstance(due, datetime) else datetime.combine(due, time(9), now.tzinfo)).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + LENGTH)
    return event
