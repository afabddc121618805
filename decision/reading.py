"""The one reader of JSON that comes from outside: a case on the command line, a case file, a draft out of a browser.

Pure: bytes or text in, a dict out. What cannot be taken for certain is refused whole, because of two answers under one
name, or of a number that is none, the calmer one could be read unseen. Messages name the place by our own names for
fields, and repeat nothing of the content.
"""
import json
import math
from collections import Counter
from typing import Any

from pydantic import ValidationError

from decision.bounds import NO_DATE, NO_NUMBER, OUT_OF_BOUNDS
from decision.formats import FormatProblem, Json
from guidance.words import Said, say
from guidance.words.forms import following

LARGEST = 2_000_000
"""Bytes of a case, a case file or a draft at most."""
DEEPEST = 30
"""Levels of objects and lists; a draft with everything in it has nine."""
LONGEST_NUMBER = 15
"""Digits of a whole number; up to here every program reads the same number."""
NO_NAMES: frozenset[str] = frozenset()


class _Twice(dict[str, Any]):
    """An object in which this name stands more than once."""

    def __init__(self, pairs: list[tuple[str, Any]], name: str) -> None:
        super().__init__(pairs)
        self.name = name


class _NoNumber:
    """Stands where a number is that is none, or that cannot be taken as written."""


def parsed(content: bytes | str, names: frozenset[str] = NO_NAMES, largest: int = LARGEST) -> Json:
    """The object in this JSON, which is UTF-8 with or without a byte order mark. `names` are those a message may name.

    Raises FormatProblem, whose text continues a sentence: "it …".
    """
    text = _text(content, largest)
    try:
        found = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_number, parse_int=_whole,
                           parse_float=_part)
    except json.JSONDecodeError as error:
        raise FormatProblem(say("input.not_json", line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise _too_deep() from None
    if not isinstance(found, dict):
        raise FormatProblem(say("input.no_case"))
    _look_through(found, (), names)
    return found


def place(where: tuple[int | str, ...], names: frozenset[str]) -> str:
    """Where in a file something is: names of fields and positions, never a name that the file made up; "" at the top.

    >>> place(("children", 0, "Jane"), frozenset({"children"}))
    'children.0.(a name not known here)'
    """
    said = ""
    for number, part in enumerate(where):
        name = str(part) if isinstance(part, int) or part in names else say("input.unnamed")
        said = say("input.within", first=said, then=name) if number else name
    return said


def explained(error: ValidationError, names: frozenset[str], top: str) -> tuple[str, ...]:
    """Which fields are wrong, each once with its place and the reason; `top` is what the whole is called."""
    found = error.errors(include_url=False, include_input=False)
    return tuple(dict.fromkeys(following(place(item["loc"], names) or top, _reason(item)) for item in found))


def _reason(item: Any) -> Said:
    match item["type"]:
        case "extra_forbidden":
            return say("input.not_known")
        case "too_long" | "too_many_lines" | "string_too_long":
            return say("input.too_long", limit=item["msg"])
        case "missing":
            return say("input.missing")
        case "value_error":
            return say("input.cannot_be", why=_why(item["ctx"]["error"]))
        case "literal_error" | "enum":
            return say("input.other_value", expected=item["ctx"]["expected"])
    if item["type"] in (OUT_OF_BOUNDS, NO_DATE, NO_NUMBER):
        return say(item["type"], **item.get("ctx", {}))
    return say("input.value")


def _why(error: ValueError) -> str:
    """What a check of ours says; its own words where the error is none of ours."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Said) else str(error)


def _text(content: bytes | str, largest: int) -> str:
    """The text without its byte order mark, whose length is looked at before anything else."""
    if len(content) > largest:
        raise FormatProblem(say("input.too_large", size=largest // 1_000_000))
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormatProblem(say("input.not_utf8")) from None


def _pairs(pairs: list[tuple[str, Any]]) -> Json:
    """An object; one in which a name stands twice is marked, because only the whole knows the place."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    often = Counter(name for name, _ in pairs)
    return _Twice(pairs, next(name for name in often if often[name] > 1))


def _no_number(_: str) -> _NoNumber:
    return _NoNumber()


def _whole(digits: str) -> int | _NoNumber:
    return int(digits) if len(digits) <= LONGEST_NUMBER else _NoNumber()


def _part(digits: str) -> float | _NoNumber:
    number = float(digits)
    return number if math.isfinite(number) else _NoNumber()


def _look_through(item: Any, where: tuple[int | str, ...], names: frozenset[str]) -> None:
    """Refuse, with its place, what JSON allows and an answer cannot be."""
    if len(where) > DEEPEST:
        raise _too_deep()
    if isinstance(item, _Twice):
        raise FormatProblem(say("input.name_twice", at=_at((*where, item.name), names)))
    if isinstance(item, _NoNumber):
        raise FormatProblem(say("input.no_number", at=_at(where, names)))
    if isinstance(item, str):
        _letters(item, where, names)
    elif isinstance(item, dict):
        for name, value in item.items():
            _letters(name, where, names)
            _look_through(value, (*where, name), names)
    elif isinstance(item, list):
        for number, value in enumerate(item):
            _look_through(value, (*where, number), names)


def _letters(text: str, where: tuple[int | str, ...], names: frozenset[str]) -> None:
    """Refuse half a letter: it cannot be shown, printed or saved again."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise FormatProblem(say("input.half_a_letter", at=_at(where, names))) from None


def _at(where: tuple[int | str, ...], names: frozenset[str]) -> Said:
    found = place(where, names)
    return say("input.at", place=found) if found else say("input.at_the_top")


def _too_deep() -> FormatProblem:
    return FormatProblem(say("input.too_deep", levels=DEEPEST))
