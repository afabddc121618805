"""The calendar file: what the user or their setting must do by when, and when to chase. It names no child.

Every dated duty of the user or the setting is in it, or is named as left out with the reason (`left_out`): a deadline
that is silently missing is a deadline lost. A calendar is seen on shared screens, so while anybody is not to be told
yet a deadline that the pack marks as prompting to tell has no entry.
"""
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vText

from decision.result import Deadline, Decision
from guidance.vocabulary import Owner
from guidance.words import say

LENGTH = timedelta(minutes=15)
OURS: tuple[Owner, ...] = ("you", "your_setting")
AT_ONCE = say("calendar.at_once")
NO_DATE = say("calendar.no_date")
NOT_YOURS = say("calendar.not_yours")
WOULD_TELL = say("calendar.would_tell")


def calendar(decision: Decision, reference: str, now: datetime) -> bytes:
    """An iCalendar file of the deadlines of the user and the setting; without entries if none has a date."""
    file = Calendar()
    file.add("prodid", "-//Windscreen//EN")
    file.add("version", "2.0")
    for deadline in decision.deadlines:
        if not _reason(deadline, decision):
            file.add_component(_event(deadline, reference, now))
    return bytes(file.to_ical())


def left_out(decision: Decision) -> tuple[tuple[Deadline, str], ...]:
    """The deadlines that have no entry in the file, each with the reason in words."""
    found = ((deadline, _reason(deadline, decision)) for deadline in decision.deadlines)
    return tuple((deadline, reason) for deadline, reason in found if reason)


def has_entries(decision: Decision) -> bool:
    """Whether the calendar file would hold anything."""
    return len(left_out(decision)) < len(decision.deadlines)


def _reason(deadline: Deadline, decision: Decision) -> str:
    """Why a deadline has no entry; empty where it has one."""
    if deadline.kind == "at_once":
        return AT_ONCE
    if deadline.due is None:
        return NO_DATE
    if deadline.owner not in OURS and not deadline.chase:
        return NOT_YOURS
    if deadline.prompts_telling and any(item.state != "tell" for item in decision.telling):
        return WOULD_TELL
    return ""


def _event(deadline: Deadline, reference: str, now: datetime) -> Event:
    """An hour in UTC, which every calendar understands; a day as the whole day, since it is due by its end."""
    event = Event()
    due = deadline.due
    if isinstance(due, datetime):
        start = due.astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + LENGTH)
        said = deadline.says
    elif due is not None:
        event.add("dtstart", due)
        event.add("dtend", due + timedelta(days=1))
        said = say("calendar.by_the_end", what=deadline.says)
    event.add("summary", vText(f"{said} ({reference})" if reference else said))
    if deadline.from_event:
        event.add("description", vText(say("counted.from", start=deadline.from_event)))
    event.add("uid", f"{deadline.id}-{reference or 'case'}@windscreen")
    event.add("dtstamp", now)
    event.add("class", "PRIVATE")
    return event
