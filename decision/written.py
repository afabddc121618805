"""Times and dates as people type them: what was meant, read back in words, and what is doubtful about it.

Pure: now is an argument. Nothing is guessed in silence: a reading has its words, and a doubt is a sentence to show.
"""
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from decision.hours import LONDON, local
from decision.spoken import read_back
from guidance.words import say
from guidance.words.forms import clock as in_figures

Expects = Literal["ahead", "past", "by_day", "any"]
"""Whether a time lies ahead (a child leaves), behind (a call was made), on a day that is not known here (then rather by
day than by night), or anywhere (then as on a 24-hour clock)."""
NIGHT_ENDS, NIGHT_BEGINS = time(7), time(21)
"""A school or nursery holds no child between these: a time there is asked about."""
HOME_BY = time(19)
"""A time without am or pm at a school or nursery is taken for one before this; a later one is asked about."""
WAKING_FROM, WAKING_TO = time(6), time(22)
"""Away from school, of two readings of a time the one between these is the likelier."""
JUST_NOW = timedelta(hours=1)
"""A waking time that passed less than this ago may be meant still, whatever lies twelve hours on."""
HALF_A_DAY = timedelta(hours=12)

# How people write a time in English: none of these words is said by us.
_COUNTED = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)
_NUMBERS = {word: number for number, word in enumerate(_COUNTED)} | {
    "oh": 0, "thirty": 30, "forty": 40, "fifty": 50, "half": 30, "quarter": 15,
}
_PARTS = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "night", "tonight": "night"}
_SAME = str.maketrans({"：": ":", "．": ".", "，": ",", "／": "/", "－": "-", "–": "-", "—": "-", "−": "-", "‐": "-",
                       "’": "'", "‘": "'", "½": "half", "¼": "quarter"})
_BEFORE = re.compile(r"^(?:(?:at|by|about|around|approximately|approx\.?|roughly|circa|before|just before) |~ ?)+")
_AFTER = re.compile(r"(?: today|,)$")
_JOINED = re.compile(r"(?<=[a-z])-(?=[a-z\d])|(?<=\d)-(?=[a-z])")
"""A hyphen beside a word, as in half-past three or three-fifteen; between figures it may be a span of time."""
_HALF = re.compile(r"(?:(?<=\d) ?|(?<=[a-z]) )(?:([ap])\.? ?m\.?|(?<=\d)([ap])(?: ?m)?)$"
                   r"|,? (?:(?:in the|this|at) )?(morning|afternoon|evening|night|tonight)$")
_FIGURES = re.compile(r"(\d{1,2})(?: ?[:.,;h] ?| )(\d{2})|(\d{1,2})|(\d{1,2})(\d{2})")
_TOLD = re.compile(r"(?:a )?(.+?)( (?:minutes?|mins?))? (past|to) (.+)|(half) (.+)")
_MIDDAY = re.compile(r"noon|midday|12 noon|12 midday|twelve noon")
_MIDNIGHT = re.compile(r"midnight|12 midnight|twelve midnight")
_OCLOCK = re.compile(r" ?o ?'?clock$")
_ON_24 = re.compile(r"(.*\d) ?(?:hrs?|hours|h)")


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """What a typed time means. `value` is None where nothing was typed or nothing could be understood.

    `words` read it back. `doubt` is a sentence about what does not fit, empty where nothing is; `readings` are then
    the moments that may be meant, the likeliest first, and `value` is the one that is kept if nobody chooses.
    """

    value: datetime | None = None
    words: str = ""
    doubt: str = ""
    readings: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day as typed; `exact` where morning or afternoon, or the 24-hour clock, is plain from it."""

    hour: int
    minute: int
    exact: bool


def read_time(text: str, now: datetime, expects: Expects = "ahead", daytime: bool = False,
              on: date | None = None) -> WrittenTime:
    """A time of day on this day (today where none is given), in 12- or 24-hour figures or in words.

    `daytime`: the child leaves a school or nursery. Raises nothing: what cannot be read has `value` None and a doubt.
    """
    said = tidy(text)
    if not said:
        return WrittenTime()
    moment = local(now)
    day = on or moment.date()
    clock = _clock(said)
    if clock is None:
        return WrittenTime(doubt=say("typed.not_understood"))
    written = tuple(_at(day, hour, clock.minute) for hour in _hours(clock))
    readings = tuple(filter(_exists, written)) or written[:1]
    if expects == "any" or not _exists(readings[0]):
        return _told(readings[0], moment)
    if expects == "ahead":
        return _ahead(readings, moment, daytime)
    return _past(readings, moment) if expects == "past" else _by_day(readings, moment)


def tidy(text: str) -> str:
    """Typed text in one plain shape: small letters, figures of any script as 0 to 9, no marks that nobody sees."""
    shown = "".join(_plain(character) for character in text.translate(_SAME).casefold())
    return " ".join(shown.split()).strip(" ,")


def _plain(character: str) -> str:
    """A figure of any script as 0 to 9, a mark without a shape as nothing. A raised 2 is no figure."""
    if unicodedata.category(character) == "Cf":
        return ""
    figure = unicodedata.decimal(character, None)
    return character if figure is None else str(figure)


def in_the_night(moment: datetime) -> bool:
    """Whether a time lies between nine at night and seven in the morning."""
    return not NIGHT_ENDS <= local(moment).time() < NIGHT_BEGINS


def is_before(first: datetime, second: datetime) -> bool:
    """Whether one moment comes before another, also in the hour that the clocks strike twice."""
    return local(first).astimezone(UTC) < local(second).astimezone(UTC)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), LONDON)


def _exists(moment: datetime) -> bool:
    """Whether the clocks show this time at all; one hour is left out when they go forward."""
    return moment.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == moment.replace(tzinfo=None)


def _told(value: datetime, now: datetime, doubt: str = "", readings: tuple[datetime, ...] = (),
          **other: str) -> WrittenTime:
    """This time, and what is doubtful about it: the key of a sentence that begins with the time."""
    if not _exists(value):
        return WrittenTime(doubt=say("typed.clocks_forward", clock=in_figures(value)))
    words = read_back(value, now)
    says = say(doubt, time=words, **other) if doubt else ""
    return WrittenTime(value, words, says, tuple(dict.fromkeys(readings)))


def _ahead(readings: tuple[datetime, ...], now: datetime, daytime: bool) -> WrittenTime:
    """A time that should still come: of two readings the only one that can be meant."""
    ahead = tuple(one for one in (_second_time(reading, now) for reading in readings) if is_before(now, one))
    if len(readings) == 1:
        return _ahead_as_written(readings[0], ahead, now, daytime)
    return _home_time(readings, ahead, now) if daytime else _nextwaking(readings, ahead, now)


def _ahead_as_written(written: datetime, ahead: tuple[datetime, ...], now: datetime, daytime: bool) -> WrittenTime:
    """A time that says itself whether it is morning or afternoon: kept as written, and asked about where it is past."""
    others = _others((written,), now, daytime)
    if daytime and in_the_night(written):
        return _told(written, now, "typed.not_from_school", (*others, written))
    if ahead:
        return _told(ahead[0], now)
    return _told(written, now, "typed.passed", (*others, written) if not waking(written) else (written, *others))


def _home_time(readings: tuple[datetime, ...], ahead: tuple[datetime, ...], now: datetime) -> WrittenTime:
    """Of two readings the one at which a child leaves school or nursery."""
    likely = tuple(one for one in ahead if NIGHT_ENDS <= one.time() < HOME_BY)
    if len(likely) == 1:
        return _told(likely[0], now)
    by_day = tuple(one for one in (*ahead, *readings) if not in_the_night(one))
    best = (*likely, *by_day, *ahead, *readings)[0]
    offered = (best, *likely, *ahead, *readings, *_others(readings, now, daytime=True))
    if not is_before(now, best):
        return _told(best, now, "typed.passed", offered)
    return _told(best, now, "typed.both_to_come" if len(ahead) > 1 else "typed.late_for_school", offered)


def _nextwaking(readings: tuple[datetime, ...], ahead: tuple[datetime, ...], now: datetime) -> WrittenTime:
    """Of two readings the next one to come in waking hours; asked about where the other may be meant as well.

    What has passed in waking hours comes before what was in the night, and before a night that is further off.
    """
    def far(one: datetime) -> timedelta:
        return abs(one.astimezone(UTC) - now.astimezone(UTC))

    passed = tuple(one for one in readings if one not in ahead)
    by_day = sorted(filter(waking, ahead), key=far)
    rest = sorted((*(one for one in ahead if not waking(one)), *filter(waking, passed)), key=far)
    nights = (one for one in passed if not waking(one))
    best, *others = (*by_day, *rest, *nights)
    if not ahead:
        return _told(best, now, "typed.passed", (best, *_others(readings, now, daytime=False), *others))
    recent = any(waking(one) and far(one) < JUST_NOW for one in passed)
    if len(ahead) > 1 or recent or best not in ahead:
        return _told(best, now, "typed.or_other", (best, *others), other=read_back(others[0], now))
    return _told(best, now)


def waking(moment: datetime) -> bool:
    """Whether a time lies between six in the morning and ten at night."""
    return WAKING_FROM <= local(moment).time() < WAKING_TO


def _second_time(reading: datetime, now: datetime) -> datetime:
    """In the hour that the clocks strike twice, the second time where the first has passed."""
    again = reading.replace(fold=1)
    return again if is_before(reading, now) and is_before(reading, again) else reading


def _others(readings: tuple[datetime, ...], now: datetime, daytime: bool) -> tuple[datetime, ...]:
    """What else may be meant: the same figures twelve hours on or back, or early tomorrow where it is late today."""
    turned = tuple(_at(one.date(), (one.hour + 12) % 24, one.minute) for one in readings)
    turned = tuple(filter(_exists, turned))
    if daytime:
        return tuple(one for one in turned if not in_the_night(one))
    later = tuple(_at(one.date() + timedelta(days=1), one.hour, one.minute) for one in (*readings, *turned))
    soon = tuple(one for one in later if _exists(one) and one.astimezone(UTC) - now.astimezone(UTC) < HALF_A_DAY)
    return (*(one for one in turned if is_before(now, one)), *soon)


def _past(readings: tuple[datetime, ...], now: datetime) -> WrittenTime:
    """A time that has been: of two readings the only one that has, or the only one by day."""
    been = tuple(one for one in readings if not is_before(now, one))
    if not been:
        return _told(readings[0], now, "typed.to_come", readings)
    if len(readings) > 1 and all(map(in_the_night, been)):
        return _told(been[0], now, "typed.in_the_night", been)
    return _by_day(been, now)


def _by_day(readings: tuple[datetime, ...], now: datetime) -> WrittenTime:
    """Of two readings the only one by day."""
    by_day = tuple(one for one in readings if not in_the_night(one))
    if len(readings) > 1 and len(by_day) != 1:
        return _told(readings[0], now, "typed.either", readings)
    return _told((by_day or readings)[0], now)


def _hours(clock: _Clock) -> tuple[int, ...]:
    """The hours that may be meant, on the 24-hour clock, as written first."""
    if clock.exact:
        return (clock.hour,)
    return (clock.hour, (clock.hour + 12) % 24)


def _clock(said: str) -> _Clock | None:
    """The time of day in tidied text, or None."""
    said = _AFTER.sub("", _BEFORE.sub("", _JOINED.sub(" ", said)))
    if _MIDDAY.fullmatch(said):
        return _Clock(12, 0, exact=True)
    if _MIDNIGHT.fullmatch(said):
        return _Clock(0, 0, exact=True)
    half = _HALF.search(said)
    part = (f"{half[1] or half[2]}m" if half[1] or half[2] else _PARTS[half[3]]) if half else ""
    body = _OCLOCK.sub("", (said[:half.start()] if half else said).strip())
    on_24 = _ON_24.fullmatch(body)
    found = _figures(on_24[1] if on_24 else body) or _in_words(body)
    if found is None or (on_24 and part):
        return None
    hour, minute, plain, alone = found
    return _in_half(hour, minute, part, alone) if part else _Clock(hour, minute, plain or bool(on_24))


def _in_half(hour: int, minute: int, part: str, alone: bool) -> _Clock | None:
    """An hour with am or pm. "15:15pm" says the same thing twice; "13pm" and "15am" may be slips, so nobody guesses."""
    if part == "night":
        part = "pm" if 6 <= hour < 12 else "am"
    if part == "am":
        return _Clock(hour % 12, minute, exact=True) if hour <= 12 else None
    if hour == 0 or (hour > 12 and alone):
        return None
    return _Clock(hour if hour >= 12 else hour + 12, minute, exact=True)


_Found = tuple[int, int, bool, bool]
"""Hour, minute, whether the 24-hour clock is plain from how it is written, whether the hour stands alone."""


def _figures(body: str) -> _Found | None:
    found = _FIGURES.fullmatch(body)
    if not found:
        return None
    hour, minute = found[1] or found[3] or found[4], found[2] or found[5] or "0"
    if len(body) == 3 and body.startswith("0"):
        return None
    return _sound(int(hour), int(minute), hour.startswith("0"), alone=bool(found[3]))


def _in_words(body: str) -> _Found | None:
    """Half past three, ten to 4, three fifteen, three. "3 to 4" and "5 to 6" may be spans of time, and are refused."""
    told = _TOLD.fullmatch(body)
    if told:
        minute, hour = _number(told[1] or told[5]), _number(told[4] or told[6])
        if minute is None or hour is None or not 1 <= hour <= 12 or not 1 <= minute <= 30:
            return None
        if told[3] != "to":
            return hour, minute, False, False
        from_to = minute % 5 or (body[0].isdigit() and minute < hour)
        return None if from_to and not told[2] else ((hour - 2) % 12 + 1, 60 - minute, False, False)
    first, _, rest = body.partition(" ")
    hour, minute = _NUMBERS.get(first), _number(rest) if rest else 0
    if hour is None or minute is None or first in ("half", "quarter", "oh"):
        return None
    return _sound(hour, minute, False, alone=not rest)


def _number(words: str) -> int | None:
    """A number up to fifty-nine in words or figures; "oh five" is five."""
    if re.fullmatch(r"\d{1,2}", words):
        return int(words)
    parts = [_NUMBERS.get(word) for word in re.split(r"[ -]", words)]
    if not parts or any(part is None for part in parts) or len(parts) > 2:
        return None
    total = sum(part for part in parts if part is not None)
    tens = len(parts) == 1 or parts[0] == 0 or (parts[0] in (20, 30, 40, 50) and 1 <= (parts[1] or 0) <= 9)
    return total if tens and total <= 59 else None


def _sound(hour: int, minute: int, plain: bool, alone: bool) -> _Found | None:
    """A time that a clock can show; from thirteen on, and at nought, it is the 24-hour clock."""
    if hour > 23 or minute > 59:
        return None
    return hour, minute, plain or hour > 12 or hour == 0, alone
