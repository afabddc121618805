"""The front page: the number that is open now, and the ways in."""
import pytest

from decision.case import Case
from pages.parts.visit.clock import TEST_TIME
from pages.parts.visit.draft import Progress
from tests.pages.asking import AREA, HOME, checked, field, open_app, words

pytestmark = pytest.mark.usefixtures("packs")


def test_no_area_is_chosen_beforehand_and_no_number_shown() -> None:
    """Before an area is chosen there is no number but 999."""
    screen = open_app(Case())
    assert field(screen, "home_area").value is None
    assert "01632" not in words(screen)


def test_an_area_shows_the_number_that_is_open_now() -> None:
    """On a Monday morning the front door, with no other question asked."""
    screen = open_app(Case())
    field(screen, "home_area").set_value(AREA)
    shown = words(checked(screen.run()))
    assert "Ring now: Testshire Front Door" in shown
    assert "01632960001" in shown


def test_out_of_hours_it_is_another_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Saturday night the duty team stands first and the front door only with its next opening."""
    monkeypatch.setenv(TEST_TIME, "2026-11-21T23:00")
    shown = words(open_app(HOME))
    assert "Ring now: Testshire Duty Team" in shown
    assert shown.index("Duty Team") < shown.index("Opens Monday")


def test_elsewhere_is_an_answer() -> None:
    """Somebody without a pack is told whom to ask, and nothing is borrowed from another area."""
    shown = words(open_app(HOME.model_copy(update={"home_area": "elsewhere"})))
    assert "101" in shown
    assert "01632" not in shown


def test_the_role_is_kept() -> None:
    """It may be chosen here, and may be left out."""
    screen = open_app(HOME)
    field(screen, "role").set_value("health_visitor")
    assert checked(screen.run()).session_state["case"].practitioner.role == "health_visitor"


def test_one_can_carry_on_where_one_was() -> None:
    """With answers in the tab the next open step is named."""
    assert "Next: About the children" in words(open_app(HOME, Progress(seen=("safety", "where"))))
    assert "Next:" not in words(open_app(HOME))
