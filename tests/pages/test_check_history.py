"""Step 9: history and help so far; step 10: the user's own view."""
import pytest

from decision.case import Help, History
from pages.parts.choices import OWN_VIEW
from tests.pages.asking import case_of, field, fill, has_field, open_step, press

pytestmark = pytest.mark.usefixtures("packs")


def test_the_history_is_kept() -> None:
    """Earlier worries, help with what came of it, and whether it gets worse."""
    screen = fill(open_step("history"), earlier_concerns="yes", help_tried="yes", help_what__0="Breakfast club",
                  help_result__0="Came twice", changed="some", getting_worse="not_known", how_long="A year")
    assert case_of(press(screen, "Continue")).history == History(
        earlier_concerns="yes", help_tried="yes", help=(Help(what="Breakfast club", result="Came twice"),),
        changed="some", getting_worse="not_known", how_long="A year")


def test_filled_rows_make_room_for_more() -> None:
    """There is always an empty row for help that was tried."""
    screen = fill(open_step("history"), help_tried="yes", help_what__0="One", help_what__1="Two")
    case = case_of(press(screen, "Continue"))
    assert has_field(open_step("history", case), "help_what-2")


def test_no_help_tried_has_no_effect_to_report() -> None:
    """What changed belongs to help that was tried."""
    assert case_of(press(fill(open_step("history"), help_tried="no", changed="no"), "Continue")).history.changed is None


def test_the_own_view_has_no_default_and_is_kept_with_its_reason() -> None:
    """Seven views, none of them chosen beforehand."""
    screen = open_step("view")
    assert field(screen, "own_view").value is None
    assert len(field(screen, "own_view").options) == len(OWN_VIEW)
    case = case_of(press(fill(screen, own_view="refer_now", own_view_reason="The pattern"), "Continue"))
    assert (case.own_view, case.own_view_reason) == ("refer_now", "The pattern")
