"""Ages as people type them: a number, and whether it counts years or months where that was typed too. Pure.

Nothing is assumed: a bare number has no unit. How people write an age is read by patterns for English.
"""
import re
from dataclasses import dataclass
from typing import Literal

from decision.bounds import MOST_MONTHS

Unit = Literal["years", "months"]
MONTHS_A_YEAR, WEEKS_A_YEAR = 12, 52
_YEARS, _MONTHS, _WEEKS = r"(?:years?|yrs?|y)", r"(?:months?|mths?|mos?|m)", r"(?:weeks?|wks?|w)"
_ONE = re.compile(rf"(\d{{1,3}})(?: ?(?:({_YEARS})|({_MONTHS})|({_WEEKS}))\.?(?: old)?)?")
_BOTH = re.compile(rf"(\d{{1,2}}) ?{_YEARS}\.?(?:,| and)? ?(\d{{1,2}}) ?{_MONTHS}\.?(?: old)?")


@dataclass(frozen=True, slots=True)
class WrittenAge:
    """A typed age. `unit` is None where none was typed."""

    number: int
    unit: Unit | None


def read_age(text: str) -> WrittenAge | None:
    """What a typed age means, in whole years or months, never more than was typed; None where it is no age."""
    typed = " ".join(text.casefold().split())
    if not typed.isascii():
        return None
    if both := _BOTH.fullmatch(typed):
        years, months = int(both[1]), int(both[2])
        whole = MONTHS_A_YEAR * years + months
        return WrittenAge(whole, "months") if whole <= MOST_MONTHS else WrittenAge(years, "years")
    found = _ONE.fullmatch(typed)
    if not found:
        return None
    number = int(found[1])
    if found[4]:
        return WrittenAge(number * MONTHS_A_YEAR // WEEKS_A_YEAR, "months")
    return WrittenAge(number, "years" if found[2] else "months" if found[3] else None)
