"""The days, moments and numbers that an answer may hold: real ones, with room to count from, whatever a file says.

Pure. A year such as 18 is a slip of the hand and stays: it is named and marked where it is shown. A day at the very end
of the calendar leaves no room for counting days or changing zones, and a bare number is no date; those are refused.
"""
import re
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from guidance.words import say

D = TypeVar("D", bound=date)

FIRST_YEAR, LAST_YEAR = 2, 9900
"""Years with room to change a zone, and at the end to count on for longer than any time limit or life."""
OLDEST, MOST_MONTHS = 25, 60
"""The highest age of a child or young person in whole years, and the highest that is given in months."""
OUT_OF_BOUNDS, NO_DATE, NO_NUMBER = "input.date_out_of_bounds", "input.no_date", "input.not_a_number"
"""Kinds of problem whose message is ours: the keys of what is said."""
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].{1,40})?", re.DOTALL)


def within(day: D) -> D:
    """The same day or moment. Raises PydanticCustomError, a ValueError, outside the years that can be counted from."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years: dict[str, str | int] = {"first": FIRST_YEAR, "last": LAST_YEAR}
        raise PydanticCustomError(OUT_OF_BOUNDS, say(OUT_OF_BOUNDS, **years), years)
    return day


def _no_number(value: Any) -> Any:
    """A number, or figures alone, would be taken for seconds since 1970: a damaged answer as a date of long ago."""
    if isinstance(value, date) or (isinstance(value, str) and _WRITTEN.fullmatch(value)):
        return value
    raise PydanticCustomError(NO_DATE, say(NO_DATE))


def _no_truth(value: Any) -> Any:
    """True would be taken for one, and no for nought."""
    if isinstance(value, bool):
        raise PydanticCustomError(NO_NUMBER, say(NO_NUMBER))
    return value


Day = Annotated[date, BeforeValidator(_no_number), AfterValidator(within)]
"""A day of the calendar."""
Moment = Annotated[datetime, BeforeValidator(_no_number), AfterValidator(within)]
"""A day with its time; local time in London where no zone is given."""
Years = Annotated[int, Field(ge=0, le=OLDEST), BeforeValidator(_no_truth)]
"""The age of a child or young person in whole years; packs write the figures in quotation marks as well."""
Months = Annotated[int, Field(ge=0, le=MOST_MONTHS), BeforeValidator(_no_truth)]
"""The age of a small child in whole months."""
