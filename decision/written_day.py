"""Dates as people type them, in one field or in three: what was meant, read back in words, and what is doubtful.

Pure: today is an argument. Two figures of a year are read so that the date is possible for what is asked.
"""
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from decision.written import tidy
from guidance.words import say
from guidance.words.forms import weekday_and_day

DayKind = Literal["child_born", "born", "adult_born", "past", "event", "earlier", "due", "ahead", "change", "any"]
"""What a date is of: the birth of a child, of anybody, of an adult at work; something done lately; something that
happened at any time of a life, or in a child's; a due date; something planned; a change in a child's life that has come
or is to come; any day at all."""

_MONTHS = tuple(say(f"form.month.{number}").casefold() for number in range(1, 13))
_WEEKDAYS = tuple(say(f"form.weekday.{number}").casefold() for number in range(1, 8))
"""As people type them; what else is read here, such as "27th of", is English."""
_SHORT = 3
"""Letters from which the name of a month or a day of the week is known."""
_TOGETHER = re.compile(r"(\d{2})(\d{2})((?:19|20)\d{2}|\d{2})|((?:19|20)\d{2})(\d{2})(\d{2})")
"""Figures without anything between them: 27032018, 270318, 20180327."""


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """What a typed date means: `value` is None where nothing was typed or nothing possible could be understood.

    `words` read it back. `doubt` continues a sentence that begins with what the date is called ("must be a real date,
    such as …"); empty where nothing is doubtful.
    """

    value: date | None = None
    words: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """How far from today a date may lie: beyond `least` and `most` it is impossible, beyond `early` and `late` odd.

    The last three are keys of what is said of such a date.
    """

    least: relativedelta
    most: relativedelta
    early: relativedelta
    late: relativedelta
    example: str
    impossible: str
    odd_early: str = ""
    odd_late: str = ""


def _years(number: int) -> relativedelta:
    return relativedelta(years=number)


_NOW = relativedelta()
_CHILD = relativedelta(years=-26, days=1)
"""A child in these answers is at most twenty-five."""
BOUNDS: dict[DayKind, _Bounds] = {
    "child_born": _Bounds(_CHILD, _NOW, _CHILD, _NOW, "27 3 2018", "date.child_born"),
    "born": _Bounds(_years(-120), _NOW, _years(-105), _NOW, "27 3 1988", "date.born", "date.over_105_years"),
    "adult_born": _Bounds(_years(-120), _NOW, _years(-90), _years(-16), "27 3 1988", "date.born",
                          "date.over_90_years", "date.under_16"),
    "past": _Bounds(_years(-26), _years(1), _years(-2), _NOW, "27 3 2026", "date.when_it_was",
                    "date.over_2_years", "date.to_come"),
    "event": _Bounds(_years(-120), _years(1), _years(-105), _NOW, "27 3 2024", "date.when_it_was",
                     "date.over_105_years", "date.to_come"),
    "earlier": _Bounds(_CHILD, _NOW, _CHILD, _NOW, "27 3 2024", "date.in_a_childs_life"),
    "due": _Bounds(_years(-1), _years(1), _NOW, relativedelta(months=10), "27 3 2027", "date.when_due",
                   "date.past_due", "date.over_10_months_away"),
    "ahead": _Bounds(_years(-2), _years(6), _NOW, _years(2), "27 3 2027", "date.when_planned",
                     "date.past", "date.over_2_years_away"),
    "change": _Bounds(_CHILD, _years(2), _CHILD, _years(1), "27 3 2027", "date.from_when",
                      odd_late="date.over_a_year_away"),
    "any": _Bounds(_years(-120), _years(120), _years(-120), _years(120), "27 3 2027", "date.of_this_age"),
}


def read_day(text: str, today: date, kind: DayKind) -> WrittenDay:
    """A date in figures or words: 27 3 18, 27/3/2018, 27th March 2018, 2018-03-27, yesterday. Raises nothing."""
    said = tidy(text)
    if not said:
        return WrittenDay()
    words, weekday = _words(said)
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(" ".join(words))
    if near is not None:
        return _judged(today + relativedelta(days=near), today, kind)
    parts = _parts(words)
    if parts is None:
        return _refused(kind, "" if len(words) != 2 else say("date.all_three"))
    day, month, year = parts
    years = _meant(year, today)
    found = [one for one in (_real(day, month, one) for one in years) if one]
    if not found:
        return _refused(kind, _what_is_wrong(day, month, year))
    best = next((one for one in found if not day_doubt(one, today, kind)),
                next((one for one in found if not impossible(one, today, kind)),
                     min(found, key=lambda one: abs(one - today))))
    read = _judged(best, today, kind)
    if weekday is not None and weekday != best.weekday() and not read.doubt:
        wrote = say(f"form.weekday.{weekday + 1}")
        return WrittenDay(best, read.words, say("date.other_weekday", day=read.words, weekday=wrote))
    return read


def day_doubt(value: date, today: date, kind: DayKind) -> str:
    """What is impossible or odd about a date, with the date, continuing a sentence; empty where nothing is."""
    if impossible(value, today, kind):
        return say("date.impossible", day=weekday_and_day(value), why=say(BOUNDS[kind].impossible))
    odd = oddness(value, today, kind)
    return say("date.odd", day=weekday_and_day(value), odd=odd) if odd else ""


def oddness(value: date, today: date, kind: DayKind) -> str:
    """What is odd about a possible date, without the date ("which is still to come"); empty where nothing is."""
    bounds = BOUNDS[kind]
    odd = bounds.odd_early if value < today + bounds.early else bounds.odd_late if value > today + bounds.late else ""
    return say(odd) if odd else ""


def impossible(value: date, today: date, kind: DayKind) -> bool:
    """Whether a date cannot be what it is said to be."""
    bounds = BOUNDS[kind]
    return not today + bounds.least <= value <= today + bounds.most


def _judged(value: date, today: date, kind: DayKind) -> WrittenDay:
    doubt = day_doubt(value, today, kind)
    return WrittenDay(None if impossible(value, today, kind) else value, weekday_and_day(value), doubt)


def _refused(kind: DayKind, why: str) -> WrittenDay:
    example = BOUNDS[kind].example
    return WrittenDay(doubt=say("date.not_real_because", example=example, why=why) if why
                      else say("date.not_real", example=example))


def _words(said: str) -> tuple[list[str], int | None]:
    """The words and figures of a date without ordinals, "of" and the day of the week, which is the second."""
    apart = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", said)
    apart = re.sub(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " ", apart)
    words = [word for word in re.split(r"[\s/.,'-]+", apart) if word and word not in ("of", "the")]
    weekday = _name(words[0], _WEEKDAYS) if len(words) > 1 else None
    words = words[1:] if weekday is not None else words
    together = _TOGETHER.fullmatch(words[0]) if len(words) == 1 else None
    return ([part for part in together.groups() if part] if together else words), weekday


def _name(word: str, names: tuple[str, ...]) -> int | None:
    """The number of a name, from nought, by its first three letters or more; a short weekday also as "Weds"."""
    if len(word) < _SHORT:
        return None
    return next((number for number, name in enumerate(names)
                 if name.startswith(word) or (name in _WEEKDAYS and word == f"{name[:_SHORT]}s")), None)


def _parts(words: list[str]) -> tuple[int, int, str] | None:
    """Day, month and the year as written; None where the words are no date."""
    if len(words) != 3:
        return None
    if len(words[0]) == 4 and words[0].isdigit():
        words = words[::-1]
    elif _month(words[0]) is not None and not words[0].isdigit():
        words = [words[1], words[0], words[2]]
    month = _month(words[1])
    figures = re.fullmatch(r"\d{1,2}", words[0]) and re.fullmatch(r"\d{1,4}", words[2])
    return (int(words[0]), month, words[2]) if month is not None and figures else None


def _month(word: str) -> int | None:
    if re.fullmatch(r"\d{1,2}", word):
        return int(word)
    number = _name(word, _MONTHS)
    return None if number is None else number + 1


def _meant(year: str, today: date) -> tuple[int, ...]:
    """The years that may be meant, the latest first: two figures stand for this century or the last."""
    if len(year) == 4:
        return (int(year),)
    if len(year) != 2:
        return ()
    century = today.year // 100 * 100
    return (century + int(year), century - 100 + int(year))


def _real(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _what_is_wrong(day: int, month: int, year: str) -> str:
    if len(year) not in (2, 4):
        return say("date.year_in_figures")
    if not 1 <= month <= 12:
        return say("date.no_month", month=month)
    named = say(f"form.month.{month}")
    if len(year) == 2:
        return say("date.no_day", day=day, month=named)
    return say("date.no_day_that_year", day=day, month=named, year=year)
