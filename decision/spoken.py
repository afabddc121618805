"""Times, dates and ages in words, so that somebody can see at once whether they were understood. Pure."""
from datetime import date, datetime

from dateutil.relativedelta import relativedelta

from decision.hours import local

HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
MINUTES = {
    5: "five", 10: "ten", 15: "quarter", 20: "twenty", 25: "twenty-five", 30: "half",
}
"""Minutes that have a word of their own on a clock face."""
MORNING, NOON, AFTERNOON, EVENING, NIGHT = 5, 12, 12, 18, 21
"""The hours at which the parts of a day begin; before the morning it is night."""


def clock_face(hour: int, minute: int) -> str:
    """A time of day without its part of the day: quarter past three, seven minutes to one, midday."""
    if minute == 0:
        return {0: "midnight", NOON: "midday"}.get(hour, f"{HOURS[hour % 12]} o’clock")
    if minute <= 30:
        return f"{_minutes(minute)} past {HOURS[hour % 12]}"
    return f"{_minutes(60 - minute)} to {HOURS[(hour + 1) % 12]}"


def _minutes(number: int) -> str:
    if number in MINUTES:
        return MINUTES[number]
    return f"{number} minute{'' if number == 1 else 's'}"


def time_of_day(moment: datetime) -> str:
    """A time of day with its part of the day: quarter past three in the afternoon, quarter past three at night."""
    when = local(moment)
    face = clock_face(when.hour, when.minute)
    return face if face.startswith("mid") else f"{face} {_part(when.hour)}"


def _part(hour: int) -> str:
    if MORNING <= hour < NOON:
        return "in the morning"
    if AFTERNOON <= hour < EVENING:
        return "in the afternoon"
    return "in the evening" if EVENING <= hour < NIGHT else "at night"


def read_back(moment: datetime, now: datetime) -> str:
    """A time as seen from now, in words and figures: quarter past three this afternoon, 15:15."""
    when, words = local(moment), time_of_day(moment)
    if when.date() != local(now).date():
        return f"{words} on {when:%A} {when.day} {when:%B}, {when:%H:%M}"
    if when.hour >= NIGHT:
        words = words.replace("at night", "tonight")
    return f"{words.replace('in the', 'this')}, {when:%H:%M}"


def day_words(day: date) -> str:
    """A date in words: Tuesday 27 March 2018."""
    return f"{day:%A} {day.day} {day:%B} {day.year:04}"


def age_words(born: date, today: date) -> str:
    """An age in words: 8 years old, 3 months old, less than a month old; empty for a birth that is still to come."""
    if born > today:
        return ""
    age = relativedelta(today, born)
    number, unit = (age.years, "year") if age.years else (age.months, "month")
    return f"{number} {unit}{'' if number == 1 else 's'} old" if number else "less than a month old"
