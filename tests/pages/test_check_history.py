"""History and help so far; the user's own view."""
from datetime import date

import pytest

from decision.case import Child, Help, History, Sight
from pages.parts.asking.choices import OWN_VIEW, SIGHT
from tests.pages.asking import HOME, case_of, field, fill, has_field, open_step, press, words

pytestmark = pytest.mark.usefixtures("packs")


def test_the_history_is_kept() -> None:
    """Earlier worries, help with what came of it, and whether it gets worse."""
    screen = fill(open_step("history"), earlier_concerns="yes", help_tried="yes", help_what__0="Breakfast club",
                  help_result__0="Came twice", changed="some", getting_worse="not_known", how_long="A year")
    assert case_of(press(screen, "Continue")).history == History(
        earlier_concerns="yes", help_tried="yes", help=(Help(what="Breakfast club", result="Came twice"),),
        changed="some", getting_worse="not_known", how_long="A year")


def test_filled_rows_make_room_for_more() -> None:
    """There is always an empty row for help that was tried, on the same visit too."""
    screen = press(fill(open_step("history"), help_tried="yes", help_what__0="One"), "Add more help")
    case = case_of(press(fill(screen, help_what__1="Two"), "Continue"))
    assert [one.what for one in case.history.help] == ["One", "Two"]
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


def test_an_earlier_referral_is_kept_with_its_day_and_its_answer() -> None:
    """A closed referral has a place of its own, and an earlier injury too."""
    screen = fill(open_step("history"), earlier_referral="yes", earlier_referral_on__day="12",
                  earlier_referral_on__month="3", earlier_referral_on__year="2026", earlier_referral_answer="closed",
                  earlier_injury="yes")
    history = case_of(press(screen, "Continue")).history
    assert (history.earlier_referral, history.earlier_referral_on) == ("yes", date(2026, 3, 12))
    assert (history.earlier_referral_answer, history.earlier_injury) == ("closed", "yes")


@pytest.mark.parametrize(("typed", "kept"), [
    (("1", "1", "1990"), None), (("27", "3", "62"), None), (("1", "1", "2015"), date(2015, 1, 1)),
])
def test_a_day_that_cannot_be_is_asked_about(typed: tuple[str, str, str], kept: date | None) -> None:
    """Of a child of six nobody asked in 1990 or 1962, nor in 2062; one before every child is kept when left so."""
    parts = dict(zip(("earlier_referral_on__day", "earlier_referral_on__month", "earlier_referral_on__year"), typed,
                     strict=True))
    case = HOME.model_copy(update={"children": (Child(label="A", age_years=6),)})
    screen = press(fill(open_step("history", case), earlier_referral="yes", **parts), "Continue")
    assert "There is a problem" in words(screen)
    assert case_of(press(screen, "Continue")).history.earlier_referral_on == kept


def test_home_education_in_2062_is_refused() -> None:
    """A change lies in the past of a child or in the two years to come."""
    screen = press(fill(open_step("history"), sight__home_education=True, sight_on__day="27", sight_on__month="3",
                        sight_on__year="2062"), "Continue")
    assert "cannot be" in words(screen)
    assert case_of(screen).sight.on is None


def test_no_earlier_referral_has_neither_day_nor_answer() -> None:
    """What belongs to a referral goes with it."""
    screen = fill(open_step("history"), earlier_referral="no", earlier_referral_answer="closed")
    history = case_of(press(screen, "Continue")).history
    assert (history.earlier_referral, history.earlier_referral_answer) == ("no", None)


def test_changes_that_take_a_child_out_of_sight_are_kept() -> None:
    """Home education with the notice and the day; what was not ticked is not answered."""
    screen = fill(open_step("history"), sight__home_education=True, notice="spoken", sight_on__day="27",
                  sight_on__month="11", sight_on__year="2026", sight_note="From Friday")
    assert case_of(press(screen, "Continue")).sight == Sight(
        home_education="yes", notice="spoken", on=date(2026, 11, 27), note="From Friday")


def test_nothing_ticked_is_never_no_and_none_of_these_is() -> None:
    """An untouched question stays open; "None of these" answers all of it, and beside a tick all the others."""
    assert case_of(press(open_step("history"), "Continue")).sight == Sight()
    none = case_of(press(fill(open_step("history"), sight__none=True), "Continue"))
    assert {getattr(none.sight, fact) for fact in SIGHT} == {"no"}
    assert field(open_step("history", none), "sight-none").value is True

    both = case_of(press(fill(open_step("history"), sight__none=True, sight__moves=True), "Continue"))
    assert both.sight == Sight(**{**dict.fromkeys(SIGHT, "no"), "moves": "yes"})
    assert field(open_step("history", both), "sight-none").value is True


def test_a_doubt_stays_a_doubt_and_a_tick_can_be_taken_away() -> None:
    """What a file noted as not sure is shown as ticked and kept; without the tick it is not answered any more."""
    unsure = HOME.model_copy(update={"sight": Sight(moves="not_sure", off_roll="not_known")})
    assert case_of(press(open_step("history", unsure), "Continue")).sight == unsure.sight
    taken = press(fill(open_step("history", unsure), sight__moves=False), "Continue")
    assert case_of(taken).sight == Sight(off_roll="not_known")


def test_of_a_baby_nothing_of_school_is_asked_and_none_of_these_says_no_to_what_was() -> None:
    """Home education and a school's roll are no question about a baby, and so get no answer; one given before stays."""
    case = HOME.but(children=(Child(label="A", age_months=5),))
    screen = open_step("history", case)
    assert not has_field(screen, "sight-home_education")
    assert not has_field(screen, "sight-off_roll")
    none = case_of(press(fill(screen, sight__none=True), "Continue"))
    assert none.sight == Sight(not_brought="no", moves="no", appointments_end="no")
    assert field(open_step("history", none), "sight-none").value is True
    assert "None of these changes" in words(open_step("answers", none))
    before = case.but(sight=Sight(off_roll="yes"))
    screen = open_step("history", before)
    assert field(screen, "sight-off_roll").value is True
    assert case_of(press(screen, "Continue")) == before
