"""Ages as people type them."""
import pytest

from decision.written_age import WrittenAge, read_age


@pytest.mark.parametrize(("typed", "number", "unit"), [
    ("7", 7, None), (" 7 ", 7, None), ("0", 0, None), ("7 years", 7, "years"), ("1 year", 1, "years"),
    ("7yrs", 7, "years"), ("7 years old", 7, "years"), ("7y", 7, "years"), ("9 months", 9, "months"),
    ("9m", 9, "months"), ("18 mths.", 18, "months"), ("9 Months old", 9, "months"), ("6 weeks", 1, "months"),
    ("3 wks", 0, "months"), ("2 years 3 months", 27, "months"), ("2 years and 3 months", 27, "months"),
    ("7 years, 11 months", 7, "years"), ("5 years 1 month", 5, "years"),
])
def test_an_age_is_read_as_people_type_it(typed: str, number: int, unit: str | None) -> None:
    """With its unit, if one was typed; a bare number has none, so nobody is made older than they are."""
    assert read_age(typed) == WrittenAge(number, unit)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["", "seven", "7.5", "٧", "7 days", "about 7", "1000", "-1", "7-8", "months", "7 8"])
def test_what_is_no_age_is_not_read(typed: str) -> None:
    """Words, fractions, figures of other scripts and spans are refused where they are typed."""
    assert read_age(typed) is None
