"""Step 1: danger, where the child is, with whom, until when."""
from datetime import datetime

import pytest

from decision.case import Case
from pages.parts.clock import LONDON
from pages.parts.draft import Progress
from pages.parts.steps import STEPS
from tests.pages.asking import case_of, field, fill, open_step, press, step_of, title, words

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
    """The error names the field and links to it; what was typed stays, and nothing is taken over."""
    screen = press(fill(open_step("safety", Case(), Progress()), place="home", leaves_at=typed), "Continue")
    assert "There is a problem" in words(screen)
    assert any('href="#field-leaves_at"' in block.proto.body for block in screen.get("html"))
    assert field(screen, "leaves_at").value == typed
    assert case_of(screen).where_now.place is None
