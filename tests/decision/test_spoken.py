"""Times, dates and ages in words."""
from datetime import date, datetime

import pytest

from decision.hours import LONDON
from decision.spoken import age_words, clock_face, read_back, time_of_day
from guidance.words.forms import weekday_and_day
from tests.decision.build import at

NOON_OF_FRIDAY = at("2026-11-20 12:00")


@pytest.mark.parametrize(("hour", "minute", "words"), [
    (15, 15, "quarter past three"), (15, 30, "half past three"), (15, 45, "quarter to four"), (0, 0, "midnight"),
    (12, 0, "midday"), (12, 40, "twenty to one"), (23, 45, "quarter to twelve"), (9, 1, "1 minute past nine"),
    (9, 59, "1 minute to ten"), (11, 35, "twenty-five to twelve"), (3, 0, "three o’clock"), (0, 30, "half past twelve"),
])
def test_a_clock_face_is_told_as_people_tell_it(hour: int, minute: int, words: str) -> None:
    """Quarters, halves and minutes, past the hour or to the next."""
    assert clock_face(hour, minute) == words


def test_no_two_times_of_a_day_sound_alike() -> None:
    """Whoever hears the words knows which of the 1,440 minutes is meant."""
    heard = {time_of_day(datetime(2026, 11, 20, hour, minute, tzinfo=LONDON))
             for hour in range(24) for minute in range(60)}
    assert len(heard) == 24 * 60


@pytest.mark.parametrize(("moment", "words"), [
    ("2026-11-20 15:15", "quarter past three this afternoon, 15:15"),
    ("2026-11-20 03:15", "quarter past three at night, 03:15"),
    ("2026-11-20 09:00", "nine o’clock this morning, 09:00"),
    ("2026-11-20 19:30", "half past seven this evening, 19:30"),
    ("2026-11-20 22:00", "ten o’clock tonight, 22:00"), ("2026-11-20 12:00", "midday, 12:00"),
    ("2026-11-21 15:15", "quarter past three in the afternoon on Saturday 21 November, 15:15"),
])
def test_a_time_is_read_back_with_its_part_of_the_day(moment: str, words: str) -> None:
    """Words and figures, and the day where it is not today."""
    assert read_back(at(moment), NOON_OF_FRIDAY) == words


def test_a_time_from_elsewhere_is_read_back_in_london() -> None:
    """A file holds times in UTC; in summer the clock in London is an hour on."""
    assert read_back(datetime.fromisoformat("2026-06-26T14:15:00Z"), at("2026-06-26 10:00")).endswith("15:15")


def test_a_year_is_written_with_four_figures() -> None:
    """The year 18 is not 2018, and nobody takes it for that."""
    assert weekday_and_day(date(18, 3, 27)).endswith("27 March 0018")


@pytest.mark.parametrize(("born", "words"), [
    (date(2018, 3, 27), "8 years old"),
    (date(2026, 8, 1), "3 months old"), (date(2026, 11, 1), "less than a month old"),
    (date(2025, 11, 20), "1 year old"), (date(2024, 2, 29), "2 years old"), (date(2026, 11, 21), ""),
])
def test_an_age_is_said_in_the_unit_that_fits(born: date, words: str) -> None:
    """Years, then months, and nothing for a birth that is still to come."""
    assert age_words(born, date(2026, 11, 20)) == words
