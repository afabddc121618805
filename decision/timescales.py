"""Deadlines as dates. Kinds are never converted; where the start is not known it is counted from now and says so.

What has not happened yet, such as a missing child's return, home time or a finished assessment, is never counted from
now, nor is what is rung or sent only after a talk and on agreement. A time counted backwards that is already here is
due now; once its event is past there is nothing left to do by then. What goes with the call is the time of the area
that is rung (decision/elsewhere.py).
"""
from datetime import UTC, date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from decision.calls import answered_to, calls, decided
from decision.case import SOMEBODY_ELSE
from decision.conditions import holds
from decision.consistency import leaves_at_night
from decision.elsewhere import calls_elsewhere
from decision.hours import LONDON, add_working_days, local
from decision.known import Known
from decision.result import Deadline, DutyFound, Place
from guidance.models import Timescale
from guidance.vocabulary import STILL_TO_COME, Outcome, TimeKind
from guidance.words import say
from guidance.words.forms import counted, day_and_time, following

UNITS: tuple[TimeKind, ...] = ("hours", "days", "working_days", "weeks", "months", "school_days")
"""Kinds of time that are so many of something."""
OWN_ACTS = frozenset({"call_made", "sent"})
"""What the user may still have to do: no day is given because there is none yet, or because it was not said."""
WITH_USER = frozenset({"with_me", "school_or_nursery", "hospital"})
"""Places from which the child goes home or is fetched."""
COMPUTED = frozenset({"hours", "days", "working_days", "weeks", "months"})
COUNTED = COMPUTED | {"school_days"}
"""Kinds that run from a day; of school days it is said from which, though no date is worked out."""


def find_deadlines(known: Known, place: Place, result: Outcome, duties: tuple[DutyFound, ...],
                   now: datetime, when_open: bool = False) -> tuple[Deadline, ...]:
    """The timescales that belong to this result, soonest first; those that are no date keep their rule in words.

    `when_open`: the call is made once the front door opens, so that nothing runs from it as if it were made now.
    """
    moment = local(now)
    levels = tuple(dict.fromkeys(level for level in (place.supported, place.highest) if level))
    ids = tuple(duty.id for duty in duties)
    away = calls_elsewhere(known, result)
    met = [item for item in known.packs.timescales(known.area_id)
           if not (away and item.with_the_call) and holds(item.when, known, result, levels, ids)]
    receiving = known.packs.area(known.case.area_now) if away else None
    met += [item for item in (receiving.timescales if receiving else ())
            if item.with_the_call and holds(item.when, known, result, (), ids)]
    later = _later_acts(known, result, when_open)
    met = [item for item in met if not _over(item, known, moment) and not _is_answered(item, known)]
    found = [_deadline(item, known, moment, later) for item in met]
    return tuple(sorted(found, key=_soonest))


def offered(known: Known) -> tuple[Timescale, ...]:
    """Every timescale that a result can show: national, of the home area, and of the area where the child is now."""
    receiving = known.packs.area(known.case.area_now)
    found = (*known.packs.timescales(known.area_id), *(receiving.timescales if receiving else ()))
    return tuple({item.id: item for item in found}.values())


def begun(item: Timescale, known: Known, moment: datetime) -> bool:
    """Whether a time can be counted from its start, or from now for want of it: not for what has not happened yet."""
    return item.start not in STILL_TO_COME or _event(item, known, moment) is not None


def _soonest(deadline: Deadline) -> tuple[bool, str, bool]:
    """Of what is due at the same time, or has no date, the user's own comes first; otherwise the order of the packs."""
    return (deadline.due is None, deadline.due.isoformat() if deadline.due else "", deadline.owner != "you")


def _event(item: Timescale, known: Known, moment: datetime) -> datetime | None:
    """The moment that a timescale starts from, or None where it is not known: nothing runs from a call that nobody
    answered, or that was to nobody who owes an answer."""
    if item.start == "now":
        return moment
    if item.start == "call_made":
        event = answered_to(known.case)
    elif item.start == "leaves":
        where = known.case.where_now
        event = None if leaves_at_night(where, moment) else where.leaves_at
    else:
        event = getattr(known.case.events, item.start, None)
    return local(event) if event else None


def _over(item: Timescale, known: Known, moment: datetime) -> bool:
    """Whether a time before an event has no use any more, or cannot have one: the event is past, or nobody leaves."""
    if not item.before:
        return False
    event = _event(item, known, moment)
    return event < moment if event else known.case.where_now.place not in WITH_USER


def _is_answered(item: Timescale, known: Known) -> bool:
    """Whether the answer that this would have the user ask for was given."""
    return item.chase and item.start == "call_made" and decided(known.case)


def _later_acts(known: Known, result: Outcome, when_open: bool) -> frozenset[str]:
    """The user's own acts that come after a talk and an agreement, which may be refused, or when the front door opens:
    what runs from them does not run as if they were done now."""
    if result != "refer_with_agreement" and not when_open:
        return frozenset()
    rang = any(one.contact != SOMEBODY_ELSE for one in calls(known.case))
    return OWN_ACTS - {"call_made"} if rang else OWN_ACTS


def _deadline(item: Timescale, known: Known, moment: datetime, later: frozenset[str]) -> Deadline:
    event = _event(item, known, moment)
    waits = event is None and item.start in later
    computed = item.do_by and begun(item, known, moment) and not waits
    start = _counted(event, item, moment)
    due = _due(item, start, known) if computed else None
    if item.before and isinstance(due, datetime):
        due = max(due, moment)
    rule = rule_words(item) if item.do_by else say("time.no_date", rule=rule_words(item))
    return Deadline(
        id=item.id, says=item.says, rule=rule, kind=item.kind, owner=item.owner, due=due, start=item.start,
        starts_at=event, from_event=_counted_from(item, event, moment, waits) if item.do_by else "",
        late=_is_late(due, moment), note=_note(item, known), chase=item.chase, prompts_telling=item.prompts_telling,
        seeks_place=item.seeks_place, source=item.source,
    )


def _counted(event: datetime | None, item: Timescale, moment: datetime) -> datetime:
    """The moment that a time is counted from: a day that is still to come, of what has been, makes nothing later."""
    return event if event and (item.before or event <= moment) else moment


def _counted_from(item: Timescale, event: datetime | None, moment: datetime, waits: bool) -> str:
    """What a time is counted from, in words that follow "counted from"; empty where it says so itself. `waits`: what
    it runs from comes later."""
    if item.kind not in COUNTED or item.start == "now" or item.before:
        return ""
    words = say(f"event.{item.start}")
    if event is None:
        waits = waits or item.kind not in COMPUTED or item.start in STILL_TO_COME
        if item.start in OWN_ACTS and not waits:
            return say(f"counted.as_if.{item.start}")
        return words if waits else say("counted.not_given", event=words)
    return say("counted.given" if event <= moment else "counted.ahead", event=words, at=day_and_time(event))


def _note(item: Timescale, known: Known) -> str:
    """The pack's note, and what the document says otherwise about the same thing."""
    if not item.disagrees_with:
        return item.note
    other = next((one for one in offered(known) if one.id == item.disagrees_with), None)
    if other is None:
        return item.note
    return following(item.note, say("time.said_otherwise", rule=rule_words(other)))


def _due(item: Timescale, start: datetime, known: Known) -> datetime | date | None:
    """The moment or day it is due; None for kinds that are not computed or years whose holidays are not known."""
    if item.kind not in COMPUTED or item.amount is None:
        return None
    match item.kind:
        case "hours" if item.before:
            return (start.astimezone(UTC) - timedelta(hours=item.amount)).astimezone(LONDON)
        case "hours":
            return (start.astimezone(UTC) + timedelta(hours=item.amount)).astimezone(LONDON)
        case "days":
            return start.date() + timedelta(days=item.amount)
        case "weeks":
            return start.date() + timedelta(weeks=item.amount)
        case "months":
            day: date = start.date() + relativedelta(months=item.amount)
            return day
    return add_working_days(start.date(), item.amount, known.packs.national.holidays)


def _is_late(due: datetime | date | None, moment: datetime) -> bool:
    if due is None:
        return False
    return due < moment if isinstance(due, datetime) else due < moment.date()


def rule_words(item: Timescale) -> str:
    """The rule in words: "2 working days", "at once"."""
    if item.kind not in UNITS:
        return say(f"time.{item.kind}")
    if item.amount is None:
        return ""
    time = counted(f"unit.{item.kind}", item.amount)
    return say("time.before", time=time, event=say(f"before.{item.start}")) if item.before else time
