"""Danger, where the child is, with whom, until when."""
from datetime import datetime

import pytest

from decision.case import Case, WhereNow
from pages.parts.visit.clock import LONDON
from pages.parts.visit.draft import Progress
from tests.pages.asking import case_of, field, fill, open_step, press, step_of, title, words
from tests.steps import STEPS

pytestmark = pytest.mark.usefixtures("packs")


def test_nothing_is_chosen_beforehand() -> None:
    """No question on this page has an answer before the user gives one."""
    screen = open_step("safety", Case(), Progress())
    assert [radio.value for radio in screen.radio] == [None] * len(screen.radio)


def test_the_answers_are_kept() -> None:
    """Place, company and the time the child leaves today, in local time, go into the case."""
    screen = fill(open_step("safety", Case(), Progress()), danger="no", place="school_or_nursery",
                  with_whom="safe_adult", leaves_at="15.15")
    case = case_of(press(screen, "Continue"))
    assert (case.danger, case.where_now.place, case.where_now.with_whom) == ("no", "school_or_nursery", "safe_adult")
    assert case.where_now.leaves_at == datetime(2026, 11, 23, 15, 15, tzinfo=LONDON)
    assert step_of(screen)[0] == "where"


@pytest.mark.parametrize("typed", [
    "3.15", "3:15", "3 15", "315", "3.15pm", "3.15 p.m.", "15:15", "1515", "15h15", "quarter past three", "¼ past 3",
    "٣:١٥", "３：１５", "at 3.15",
])
def test_home_time_is_understood_as_people_write_it_and_read_back(typed: str) -> None:
    """A child leaves school in the afternoon, whichever way it is written, and the next page says so in words."""
    screen = fill(open_step("safety", Case(), Progress()), place="school_or_nursery", leaves_at=typed)
    screen = press(screen, "Continue")
    assert case_of(screen).where_now.leaves_at == datetime(2026, 11, 23, 15, 15, tzinfo=LONDON)
    assert title(screen) == STEPS["where"]
    assert "The child leaves: quarter past three this afternoon, 15:15" in words(screen)
    assert "Kept as quarter past three this afternoon, 15:15" in words(open_step("safety", case_of(screen)))


def test_a_night_time_at_a_school_is_asked_about_with_both_readings() -> None:
    """The time is not taken over; the afternoon is offered first, and choosing it is enough."""
    screen = fill(open_step("safety", Case(), Progress()), place="school_or_nursery", leaves_at="03:15")
    screen = press(screen, "Continue")
    assert "no time at which a child leaves school or nursery" in words(screen)
    assert case_of(screen).where_now == WhereNow(place="school_or_nursery")
    choice = field(screen, "leaves_at-reading")
    assert choice.value is None
    assert choice.options == ["Quarter past three this afternoon, 15:15", "Quarter past three at night, 03:15"]
    choice.set_value(choice.options[0])
    case = case_of(press(screen, "Continue"))
    assert case.where_now.leaves_at == datetime(2026, 11, 23, 15, 15, tzinfo=LONDON)


def test_the_second_continue_keeps_a_doubtful_time_and_never_blocks() -> None:
    """Asked once: whoever leaves it gets on, and the answers say that the time has to be asked."""
    screen = fill(open_step("safety", Case(), Progress()), place="school_or_nursery", leaves_at="03:15")
    screen = press(press(screen, "Continue"), "Continue")
    assert case_of(screen).where_now.leaves_at == datetime(2026, 11, 23, 3, 15, tzinfo=LONDON)
    assert step_of(screen)[0] == "where"
    assert "cannot be right: ask when the child leaves" in words(open_step("answers", case_of(screen)))


def test_a_choice_does_not_outlive_the_time_it_was_for() -> None:
    """Whoever corrects the time after choosing means the corrected one."""
    screen = fill(open_step("safety", Case(), Progress()), place="school_or_nursery", leaves_at="03:15")
    screen = press(screen, "Continue")
    fill(screen, leaves_at__reading=field(screen, "leaves_at-reading").options[1], leaves_at="2.45pm")
    case = case_of(press(screen, "Continue"))
    assert case.where_now.leaves_at == datetime(2026, 11, 23, 14, 45, tzinfo=LONDON)


def test_a_time_that_has_passed_is_asked_about() -> None:
    """At ten o'clock nine has passed, at a school or anywhere else."""
    for place in ("school_or_nursery", "home"):
        screen = fill(open_step("safety", Case(), Progress()), place=place, leaves_at="9am")
        assert "has passed" in words(press(screen, "Continue"))


@pytest.mark.parametrize(("danger", "confirmed"), [("yes", None), ("not_sure", None), ("not_sure", "not_known")])
def test_danger_leads_to_the_emergency_panel(danger: str, confirmed: str | None) -> None:
    """Danger, or doubt without a safe named adult, shows 999 before any other question; then one can carry on."""
    screen = fill(open_step("safety", Case(), Progress()), danger=danger)
    if confirmed:
        field(screen, "confirmed_safe").set_value(confirmed)
    press(screen, "Continue")
    assert step_of(screen) == ("safety", "2")
    assert "Ring 999 now" in words(screen)
    press(screen, "It is safe: carry on")
    assert title(screen) == STEPS["where"]


def test_doubt_with_a_safe_named_adult_carries_on() -> None:
    """Not sure, and somebody has confirmed that the child is safe: no panel, the next step."""
    screen = press(fill(open_step("safety", Case(), Progress()), danger="not_sure", confirmed_safe="yes"), "Continue")
    assert step_of(screen)[0] == "where"


@pytest.mark.parametrize("typed", ["25:99", "soon", "15:15:15", "-1"])
def test_a_time_that_is_none_is_refused_and_kept_on_screen(typed: str) -> None:
    """The error names the field and links to it; what was typed stays, and all the rest of the page counts."""
    screen = press(fill(open_step("safety", Case(), Progress()), place="home", leaves_at=typed), "Continue")
    assert "There is a problem" in words(screen)
    assert any('href="#field-leaves_at"' in block.proto.body for block in screen.get("html"))
    assert field(screen, "leaves_at").value == typed
    assert case_of(screen).where_now == WhereNow(place="home")


def test_nothing_stands_above_the_emergency_panel() -> None:
    """The time is read back once it is safe and the questions go on, not above "Ring 999 now"."""
    screen = fill(open_step("safety", Case(), Progress()), danger="yes", place="school_or_nursery", leaves_at="3.15")
    screen = press(screen, "Continue")
    assert "quarter past three" not in words(screen)
    assert "The child leaves: quarter past three this afternoon, 15:15" in words(press(screen, "It is safe: carry on"))
