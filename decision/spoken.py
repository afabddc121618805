"""Times and ages in words, so that somebody can see at once whether they were understood. Pure."""
from datetime import date, datetime
from typing import Literal

from dateutil.relativedelta import relativedelta

from decision.hours import local
from guidance.words import Said, say
from guidance.words.forms import clock, counted, soon, weekday_in_year

ON_THE_FACE = (5, 10, 15, 20, 25, 30)
"""Minutes that have a word of their own on a clock face."""
MORNING, NOON, AFTERNOON, EVENING, NIGHT = 5, 12, 12, 18, 21
"""The hours at which the parts of a day begin; before the morning it is night."""
Named = Literal["midnight", "midday"]


def clock_face(hour: int, minute: int) -> Said:
    """A time of day without its part of the day: quarter past three, seven minutes to one, midday."""
    if named := _named(hour, minute):
        return say(f"form.{named}")
    if minute == 0:
        return say("spoken.oclock", hour=_hour(hour))
    if minute <= 30:
        return say("spoken.past", minutes=_minutes(minute), hour=_hour(hour))
    return say("spoken.to", minutes=_minutes(60 - minute), hour=_hour(hour + 1))


def _named(hour: int, minute: int) -> Named | None:
    """The two times of day that have a name, and so no part of the day beside it."""
    if minute or hour not in (0, NOON):
        return None
    return "midday" if hour else "midnight"


def _hour(number: int) -> Said:
    return say(f"spoken.hour.{number % 12}")


def _minutes(number: int) -> Said:
    if number in ON_THE_FACE:
        return say(f"spoken.minutes.{number}")
    return counted("spoken.minutes", number)


def time_of_day(moment: datetime) -> Said:
    """A time of day with its part of the day: quarter past three in the afternoon, quarter past three at night."""
    when = local(moment)
    face = clock_face(when.hour, when.minute)
    if _named(when.hour, when.minute):
        return face
    if MORNING <= when.hour < NOON:
        return say("spoken.in_the_morning", face=face)
    if AFTERNOON <= when.hour < EVENING:
        return say("spoken.in_the_afternoon", face=face)
    return say("spoken.in_the_evening" if EVENING <= when.hour < NIGHT else "spoken.at_night", face=face)


def read_back(moment: datetime, now: datetime) -> Said:
    """A time as seen from now, in words and figures: quarter past three this afternoon, 15:15."""
    when = local(moment)
    if when.date() != local(now).date():
        return say("spoken.on_day", time=time_of_day(when), day=weekday_in_year(when), clock=clock(when))
    return say("spoken.in_figures", time=_today(when), clock=clock(when))


def by_the_clock(moment: datetime, now: datetime) -> Said:
    """A time as seen from now, once: 11:46am today; the day and the time of any other day."""
    return soon(local(moment), local(now))


def _today(when: datetime) -> Said:
    """A time of this day: quarter past three this afternoon, ten o’clock tonight."""
    face = clock_face(when.hour, when.minute)
    if _named(when.hour, when.minute):
        return face
    if MORNING <= when.hour < NOON:
        return say("spoken.this_morning", face=face)
    if AFTERNOON <= when.hour < EVENING:
        return say("spoken.this_afternoon", face=face)
    if EVENING <= when.hour < NIGHT:
        return say("spoken.this_evening", face=face)
    return say("spoken.tonight" if when.hour >= NIGHT else "spoken.at_night", face=face)


def age_words(born: date, today: date) -> str:
    """An age in words: 8 years old, 3 months old, less than a month old; empty for a birth that is still to come."""
    if born > today:
        return ""
    age = relativedelta(today, born)
    if not (age.years or age.months):
        return say("age.under_a_month")
    return counted("age.years", age.years) if age.years else counted("age.months", age.months)
