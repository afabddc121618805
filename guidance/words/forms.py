"""How dates, times, lists and texts that follow each other are formed: in one place, each language has its own."""
from collections.abc import Iterable
from datetime import date, datetime

from guidance.words import Said, say


def month(when: date) -> Said:
    """November"""
    return say(f"form.month.{when.month}")


def weekday(when: date) -> Said:
    """Saturday"""
    return say(f"form.weekday.{when.isoweekday()}")


def day(when: date) -> Said:
    """21 November 2026"""
    return say("form.day", day=when.day, month=month(when), year=f"{when.year:04}")


def weekday_and_day(when: date) -> Said:
    """Saturday 21 November 2026"""
    return say("form.weekday_and_day", weekday=weekday(when), day=day(when))


def weekday_in_year(when: date) -> Said:
    """Saturday 21 November, where the year is plain"""
    return say("form.weekday_in_year", weekday=weekday(when), day=when.day, month=month(when))


def clock(when: datetime) -> str:
    """10:05, in figures of 24 hours"""
    return f"{when:%H:%M}"


def clock_time(when: datetime) -> Said:
    """A time of day as people say it: 9am, 5:20pm, midday, midnight."""
    if when.minute == 0 and when.hour in (0, 12):
        return say("form.midday" if when.hour else "form.midnight")
    hour, minutes = when.hour % 12 or 12, f":{when.minute:02}" if when.minute else ""
    return say("form.am" if when.hour < 12 else "form.pm", time=f"{hour}{minutes}")


def at(day_said: str, time: str) -> Said:
    """A day and the time on it, both in words: 21 November 2026, 10:05."""
    return say("form.at", day=day_said, time=time)


def day_and_time(when: datetime) -> Said:
    """A day, with the time on it where one is known: a day without a time stands at its beginning."""
    return at(day(when), clock(when)) if when.hour or when.minute else day(when)


def listed(items: Iterable[str]) -> str:
    """One, another, a third; empty for none."""
    return _folded("form.comma", items)


def all_of(items: Iterable[str]) -> str:
    """One, another and a third; empty for none."""
    given = tuple(items)
    return say("form.and", first=listed(given[:-1]), last=given[-1]) if len(given) > 1 else listed(given)


def following(*texts: str) -> str:
    """Texts one after the other, the empty ones left out."""
    return _folded("form.following", (text for text in texts if text))


def _folded(key: str, items: Iterable[str]) -> str:
    """Items joined two by two; one alone stays what it is."""
    said = ""
    for number, item in enumerate(items):
        said = say(key, first=said, then=item) if number else item
    return said
