"""Opening hours, bank holidays and working days, in Europe/London. All pure: the time is an argument."""
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays as bank_holidays

from guidance.models import Contact, Holidays, Period
from guidance.packs import Packs
from guidance.vocabulary import DAYS

LONDON = ZoneInfo("Europe/London")
LOOK_AHEAD_DAYS = 14
"""How far to look for the next opening; no published closure is longer."""
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Open:
    """Whether a contact answers at a moment: `now` is None, and `until` and `opens` too, where hours are not known.

    `opens` is None as well where it is closed and its next day lies in a year whose bank holidays are not known.
    `year_unknown`: its hours are known, and it answers now unless the day is a bank holiday of such a year.
    """

    now: bool | None
    until: datetime | None = None
    opens: datetime | None = None
    year_unknown: bool = False


def local(moment: datetime) -> datetime:
    """The moment in Europe/London; a time without a zone is taken as London's."""
    return moment.replace(tzinfo=LONDON) if moment.tzinfo is None else moment.astimezone(LONDON)


@cache
def _calendar(subdivision: str, year: int) -> frozenset[date]:
    return frozenset(bank_holidays.country_holidays("GB", subdiv=subdivision, years=year))


def is_bank_holiday(day: date, known: Holidays) -> bool | None:
    """Whether a day is a bank holiday; None after the last year that is known."""
    if day.year > known.known_until:
        return None
    return day in known.extra or day in _calendar(known.subdivision, day.year)


def is_working_day(day: date, known: Holidays) -> bool | None:
    """Monday to Friday but for bank holidays; None where the year is not known."""
    if day.weekday() >= SATURDAY:
        return False
    holiday = is_bank_holiday(day, known)
    return None if holiday is None else not holiday


def add_working_days(start: date, days: int, known: Holidays) -> date | None:
    """The day that many working days after `start`; None if it lies in a year that is not known."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        working = is_working_day(day, known)
        if working is None:
            return None
        days -= working
    return day


def find_next_acting(now: datetime, known: Holidays) -> date | None:
    """The next working day: by its end somebody would next act if nothing were done today. None where not known."""
    return add_working_days(local(now).date(), 1, known)


def opening(contact: Contact, moment: datetime, packs: Packs, area_id: str) -> Open:
    """Whether a contact answers at this moment, until when, or when it opens next."""
    now = local(moment)
    match contact.hours.kind:
        case "always":
            return Open(True)
        case "weekly":
            return _weekly(contact, now, packs.national.holidays)
        case "outside":
            other = packs.contact(area_id, contact.hours.outside_of)
            if other is None:
                return Open(None)
            inner = opening(other, now, packs, area_id)
            if inner.now is None:
                said = _said_of_holidays(contact, now.date(), packs.national.holidays)
                return Open(said, year_unknown=inner.year_unknown)
            return Open(not inner.now, until=inner.opens, opens=inner.until)
    return Open(None)


def _said_of_holidays(contact: Contact, day: date, known: Holidays) -> bool | None:
    """Whether they answer on a bank holiday by what is said of that alone; None on any other day."""
    return True if contact.hours.bank_holidays == "open" and is_bank_holiday(day, known) else None


def _weekly(contact: Contact, now: datetime, known: Holidays) -> Open:
    """By weekly hours. Outside all of them it is closed, also where nobody knows whether the day is a bank holiday:
    that could only take hours away."""
    spans = _spans(contact, now, known)
    for start, end in spans:
        if start <= now < end:
            return Open(True, until=_joined_end(end, spans))
    if any(start <= now < end for start, end in _spans(contact, now, known, keeps=None)):
        return Open(None, year_unknown=True)
    later = [start for start, _ in spans if start > now]
    unsure = _holiday_unsure(contact, now, known)
    return Open(None if unsure else False, opens=min(later, default=None))


def _joined_end(end: datetime, spans: list[tuple[datetime, datetime]]) -> datetime:
    """The end of a run of periods that touch, so that "open until" crosses midnight where the hours do."""
    for start, later in spans:
        if start == end:
            return _joined_end(later, spans)
    return end


def _keeps_hours(contact: Contact, day: date, known: Holidays) -> bool | None:
    """Whether its weekly hours hold on a day: not on a bank holiday, and None where nobody knows whether it is one."""
    if contact.hours.bank_holidays == "open":
        return True
    holiday = is_bank_holiday(day, known)
    return None if holiday is None else not holiday


def _spans(contact: Contact, now: datetime, known: Holidays,
           keeps: bool | None = True) -> list[tuple[datetime, datetime]]:
    """The periods around a moment in which it is sure to answer, by the day on which they begin.

    `keeps`: None for those of days of which nobody knows whether they are bank holidays.
    """
    days = [now.date() + timedelta(days=offset) for offset in range(-1, LOOK_AHEAD_DAYS)]
    return sorted(_span(day, period) for day in days if _keeps_hours(contact, day, known) is keeps
                  for period in contact.hours.periods if DAYS[day.weekday()] in period.days)


def _span(day: date, period: Period) -> tuple[datetime, datetime]:
    ends_on = day if period.closes > period.opens else day + timedelta(days=1)
    return (datetime.combine(day, period.opens, LONDON), datetime.combine(ends_on, period.closes, LONDON))


def _holiday_unsure(contact: Contact, now: datetime, known: Holidays) -> bool:
    """Whether today is a bank holiday on which the document does not say if they are open."""
    return contact.hours.bank_holidays == "unknown" and bool(is_bank_holiday(now.date(), known))
