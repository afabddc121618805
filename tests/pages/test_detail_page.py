"""Pages of the details: dates and times are understood, asked about once where they cannot be, and never lost."""
from datetime import date

import pytest

from decision.case import Case, Child
from exports.details import ChildDetails, Details, LogEntry
from guidance.packs import Packs
from pages.parts.papers.detail_sections import SECTIONS
from tests.pages.asking import fill, press, title
from tests.pages.opening import details_of, open_page
from tests.pages.screen import words
from tests.pages.test_documents import LIST

EIGHT = Case(home_area="testshire", reference="TEST", children=(Child(label="A", age_years=8),))


@pytest.mark.parametrize(("day", "month", "year"), [
    ("27", "3", "18"), ("27", "Mar", "2018"), ("27/3/2018", "", ""), ("2018-03-27", "", ""),
    ("27th March 2018", "", ""), ("27.3.18", "", ""), ("٢٧", "٣", "٢٠١٨"),
])
def test_a_date_of_birth_is_understood_and_read_back(day: str, month: str, year: str, packs: Packs) -> None:
    """A child of eight was born in 2018, however it is typed, and the next page says the day and the age."""
    screen = open_page("documents", EIGHT, section="children")
    fill(screen, child__A__born__day=day, child__A__born__month=month, child__A__born__year=year)
    screen = press(screen, LIST)
    assert details_of(screen).child("A").born == date(2018, 3, 27)
    assert "Date of birth: Tuesday 27 March 2018, 8 years old" in words(screen)
    again = open_page("documents", EIGHT, details_of(screen), section="children")
    assert "Kept as Tuesday 27 March 2018" in words(again)


@pytest.mark.parametrize("year", ["2062", "0018", "1988"])
def test_a_date_of_birth_that_no_child_has_is_refused(year: str, packs: Packs) -> None:
    """However often it is sent; not even with the second press."""
    screen = open_page("documents", EIGHT, section="children")
    fill(screen, child__A__born__day="27", child__A__born__month="3", child__A__born__year=year)
    screen = press(press(screen, LIST), LIST)
    assert "a child is born already and 25 or under" in words(screen)
    assert "details" not in screen.session_state or details_of(screen).child("A").born is None


def test_a_date_of_birth_that_does_not_fit_the_age_is_asked_about_once(packs: Packs) -> None:
    """Born on 1 August 2026, and eight: asked at the field once, kept, and named by the checks."""
    screen = open_page("documents", EIGHT, section="children")
    fill(screen, child__A__born__day="1", child__A__born__month="8", child__A__born__year="2026")
    screen = press(screen, LIST)
    assert "Date of birth: Saturday 1 August 2026. Child A: the date of birth makes the child" in words(screen)
    assert "and the age given is 8 years old" in words(screen)
    screen = press(screen, LIST)
    assert details_of(screen).child("A").born == date(2026, 8, 1)
    assert title(screen) == "Call sheet"
    assert "makes the child 3 months old" in words(screen)
    again = press(open_page("documents", EIGHT, details_of(screen), section="children"), LIST)
    assert title(again) == "Call sheet"


@pytest.mark.parametrize("born", [date(18, 3, 27), date(2062, 3, 27)])
def test_a_date_from_a_file_that_cannot_be_is_asked_about_and_stays(born: date, packs: Packs) -> None:
    """Nothing of the file is lost or read as another year, and the rest of the page can still be saved."""
    details = Details(children=(ChildDetails(label="A", born=born),))
    screen = fill(open_page("documents", EIGHT, details, section="children"), child__A__name="U1")
    screen = press(screen, LIST)
    assert "cannot be" in words(screen)
    screen = press(screen, LIST)
    child = details_of(screen).child("A")
    assert (child.born, child.name.text) == (born, "U1")
    assert "it cannot be this date" in words(screen)


def test_something_done_is_not_still_to_come(packs: Packs) -> None:
    """The day on which children's services were told lies behind; a later one is asked about and may be kept."""
    screen = open_page("documents", EIGHT, section="told")
    fill(screen, told__safeguarding_on__day="24", told__safeguarding_on__month="12",
         told__safeguarding_on__year="26")
    screen = press(screen, LIST)
    assert "When they were told is Thursday 24 December 2026, which is still to come" in words(screen)
    assert details_of(press(screen, LIST)).missing_education.safeguarding_on == date(2026, 12, 24)


def test_a_year_group_that_does_not_fit_is_asked_about(packs: Packs) -> None:
    """A child of eight is not in year 10."""
    screen = press(fill(open_page("documents", EIGHT, section="attendance"), attendance__year_group="Year 10"), LIST)
    assert "year group does not fit" in words(screen)
    assert details_of(press(screen, LIST)).missing_education.year_group == "Year 10"


@pytest.mark.parametrize(("typed", "kept"), [
    ("27 3 18", "27 March 2018"), ("summer 2025", "summer 2025"), ("2024-02-29", "29 February 2024"),
    ("every Monday", "every Monday"),
])
def test_an_event_is_dated_in_full_or_as_it_was_typed(typed: str, kept: str, packs: Packs) -> None:
    """A date is written out, so that nobody reads it the other way round; a period stays."""
    screen = press(fill(open_page("documents", EIGHT, section="chronology"), event__0__when=typed), LIST)
    assert details_of(screen).chronology[0].when == kept


@pytest.mark.parametrize("typed", ["31 2 2026", "27 3 2062"])
def test_an_event_on_a_day_that_cannot_be_is_asked_about_and_kept_as_typed(typed: str, packs: Packs) -> None:
    """It is text, so nothing is lost, and nothing is made of it."""
    screen = press(fill(open_page("documents", EIGHT, section="chronology"), event__0__when=typed), LIST)
    assert "There is a problem" in words(screen)
    assert details_of(press(screen, LIST)).chronology[0].when == typed


@pytest.mark.parametrize(("typed", "kept"), [("3.15", "15:15"), ("quarter past 9", "09:15"), ("lunch", "lunch")])
def test_a_step_in_the_log_has_a_time_of_day(typed: str, kept: str, packs: Packs) -> None:
    """What reads as a time is kept on the 24-hour clock, anything else as it was typed."""
    screen = press(fill(open_page("documents", EIGHT, section="log"), log__0__time=typed), LIST)
    assert details_of(screen).log[0].time == kept


def test_a_time_with_two_readings_is_asked_about(packs: Packs) -> None:
    """Half past seven is morning or evening."""
    screen = press(fill(open_page("documents", EIGHT, section="log"), log__0__time="7.30"), LIST)
    assert "Write am or pm" in words(screen)
    assert details_of(press(fill(screen, log__0__time="7.30pm"), LIST)).log[0].time == "19:30"


def test_back_leads_one_page_back_and_takes_along_what_stands_on_the_page(packs: Packs) -> None:
    """Above the heading of every page of details; from the first page of a section to the list."""
    screen = open_page("documents", EIGHT, section="children")
    screen = press(fill(screen, child__A__name="Robin Madeup"), "Back")
    assert title(screen) == "Call sheet"
    assert details_of(screen).child("A").name.text == "Robin Madeup"
    for id_ in (*(section.id for section in SECTIONS), "held_back"):
        labels = [one.label for one in open_page("documents", EIGHT, section=id_).button]
        assert labels.count("Back") == 1, id_
    two = Details(log=(LogEntry(what="One"), LogEntry(what="Two")))
    screen = press(open_page("documents", EIGHT, two, section="log", n="2"), "Back")
    assert dict(screen.query_params) == {"section": "log"}
