"""How times, children and sources are written."""
from datetime import date, datetime

from pages.parts.display.words import children, clock_time, moment, soon, source_words
from tests.pages.sample import CITE, LAW, NOW, OLD, PACKS


def test_times_of_day_are_said_as_people_say_them() -> None:
    """Whole hours lose their minutes, and twelve has a name."""
    said = [clock_time(NOW.replace(hour=hour, minute=minute)) for hour, minute in ((9, 0), (17, 20), (12, 0), (0, 0))]
    assert said == ["9am", "5:20pm", "midday", "midnight"]
    assert clock_time(NOW.replace(hour=0, minute=5)) == "12:05am"


def test_a_date_names_its_weekday() -> None:
    """A date is said with its weekday, and with the time where there is one."""
    assert moment(date(2026, 11, 23)) == "Monday 23 November 2026"
    assert moment(datetime(2026, 11, 23, 17, 20, tzinfo=NOW.tzinfo)) == "Monday 23 November 2026, 5:20pm"


def test_today_is_called_today() -> None:
    """A time later today needs no date."""
    assert soon(NOW.replace(hour=17), NOW) == "5pm today"
    assert "Tuesday 24" in soon(NOW.replace(day=24, hour=9), NOW)


def test_children_are_named_by_letter() -> None:
    """One child, several, or nobody in particular."""
    assert [children(labels) for labels in ((), ("A",), ("A", "B", "C"))] == ["", "child A", "children A, B and C"]


def test_an_areas_own_document_goes_by_the_name_of_the_area() -> None:
    """The line under a statement stays short enough to be read."""
    assert source_words(PACKS, CITE) == "Fairshire’s document (2023), section 4, item 2"


def test_a_replaced_source_says_so() -> None:
    """A reader of one line sees that the document has been replaced."""
    assert source_words(PACKS, LAW) == "A Statute (2023), section 47"
    assert "since replaced" in source_words(PACKS, OLD)
