"""How dates, times, lists and texts that follow each other are formed: in one place, each language has its own."""
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from guidance.words import Said, say

FOLLOWING = "form.following"
YEAR_IS_PLAIN = timedelta(days=60)
"""How near a day is of which nobody asks in which year it is."""


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
    return hour(when)


def hour(when: datetime) -> Said:
    """A time of day by the clock of 12 hours: 9am, 5:20pm, 12pm."""
    minutes = f":{when.minute:02}" if when.minute else ""
    return say("form.am" if when.hour < 12 else "form.pm", time=f"{when.hour % 12 or 12}{minutes}")


def at(day_said: str, time: str) -> Said:
    """A day and the time on it, both in words: 21 November 2026, 10:05."""
    return say("form.at", day=day_said, time=time)


def moment(when: datetime) -> Said:
    """21 November 2026, 10:05"""
    return at(day(when), clock(when))


def day_and_time(when: datetime) -> Said:
    """A day, with the time on it where one is known: a day without a time stands at its beginning."""
    return moment(when) if when.hour or when.minute else day(when)


def weekday_and_moment(when: date) -> Said:
    """Saturday 21 November 2026, 10:05; the day alone where there is no time."""
    named = weekday_and_day(when)
    return at(named, clock(when)) if isinstance(when, datetime) else named


def weekday_and_time(when: date) -> Said:
    """Monday 23 November 2026, 5:20pm; the day alone where there is no time."""
    named = weekday_and_day(when)
    return at(named, clock_time(when)) if isinstance(when, datetime) else named


def soon(when: datetime, now: datetime) -> Said:
    """A time as seen from now: 5:20pm today, or the day and the time; the year only where it is not plain."""
    if when.date() == now.date():
        return say("form.today", time=clock_time(when))
    plain = abs(when.date() - now.date()) < YEAR_IS_PLAIN
    return at(weekday_in_year(when), clock_time(when)) if plain else weekday_and_time(when)


def children(labels: tuple[str, ...]) -> str:
    """The children something is about, by letter: child A, or children A and B. Empty for none."""
    if not labels:
        return ""
    return say("form.children", labels=all_of(labels)) if len(labels) > 1 else say("form.child", label=labels[0])


def listed(items: Iterable[str]) -> str:
    """One, another, a third; empty for none."""
    return _folded("form.comma", items)


def all_of(items: Iterable[str]) -> str:
    """One, another and a third; empty for none."""
    given = tuple(items)
    return say("form.and", first=listed(given[:-1]), last=given[-1]) if len(given) > 1 else listed(given)


def any_of(items: Iterable[str]) -> str:
    """One, another or a third; empty for none."""
    given = tuple(items)
    return say("form.or", first=listed(given[:-1]), last=given[-1]) if len(given) > 1 else listed(given)


def apart(items: Iterable[str]) -> str:
    """One; another; a third, for items that are long or have commas of their own; empty for none."""
    return _folded("form.semicolon", items)


def counted(key: str, number: int) -> Said:
    """A number of things in words: 1 answer, 3 answers. The catalogue has both under the key."""
    return say(f"{key}.one" if number == 1 else f"{key}.many", number=number)


def capital(text: str) -> str:
    """A text as a sentence or a line begins with it, its first letter large."""
    return text[:1].upper() + text[1:]


def mid(name: str) -> str:
    """A name or sentence as it stands in the middle of a sentence; one that begins with capitals, or with the writer's
    I, keeps them."""
    return name if name[1:2].isupper() or name[:2] == "I " else name[:1].lower() + name[1:]


def following(*texts: str) -> str:
    """Texts one after the other, the empty ones left out."""
    return _folded(FOLLOWING, (text for text in texts if text))


def run_on(*texts: str) -> str:
    """Texts one after the other with nothing between, for words of ours within those of a pack."""
    return _folded("form.run_on", (text for text in texts if text))


def pieces(said: str) -> tuple[str, ...]:
    """The texts that `following` put one after the other; one alone where it is one."""
    if not isinstance(said, Said) or said.key != FOLLOWING:
        return (said,)
    return tuple(part for text in said.filled.values() if isinstance(text, str) for part in pieces(text))


def _folded(key: str, items: Iterable[str]) -> str:
    """Items joined two by two; one alone stays what it is."""
    said = ""
    for number, item in enumerate(items):
        said = say(key, first=said, then=item) if number else item
    return said
