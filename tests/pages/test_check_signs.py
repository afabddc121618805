"""Signs that cannot wait."""
import pytest

from decision.case import SignAnswer
from guidance.packs import Packs
from pages.parts.visit.draft import Progress
from tests.pages.asking import HOME, case_of, fill, has_field, open_step, press, step_of, title, words

YES = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes")}})
FIRST_GROUP = ("disclosure", "suicide_or_self_harm")


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs."""


def test_every_sign_of_the_nation_and_the_area_is_there(packs: Packs) -> None:
    """Each sign can be ticked, and its definition stands beside it."""
    screen = open_step("signs")
    for sign in packs.signs("testshire"):
        assert has_field(screen, f"sign-{sign.id}")
        assert sign.means in words(screen)


def test_a_tick_and_one_press_lead_to_what_to_do() -> None:
    """The shortest way: one sign, one button, the result; nothing before has been answered."""
    screen = press(fill(open_step("signs", HOME, Progress()), sign__disclosure=True), "Show what to do now")
    assert case_of(screen).signs == {"disclosure": SignAnswer(answer="yes")}
    assert title(screen) == "Result"


def test_unticked_is_never_no() -> None:
    """Signs that nobody ticked stay unanswered."""
    assert case_of(press(open_step("signs"), "Continue")).signs == {}


def test_none_of_these_is_no_for_its_own_group_only() -> None:
    """Only the signs of that group become a no."""
    case = case_of(press(fill(open_step("signs"), none__0=True), "Continue"))
    assert {id_: answer.answer for id_, answer in case.signs.items()} == dict.fromkeys(FIRST_GROUP, "no")


def test_a_tick_wins_over_none_of_these() -> None:
    """Where both are ticked the sign is a yes: no error stands between the user and the telephone."""
    screen = fill(open_step("signs"), none__0=True, sign__disclosure=True)
    assert case_of(press(screen, "Show what to do now")).signs["disclosure"].answer == "yes"


def test_not_sure_asks_which_and_why() -> None:
    """Each reason leads to its own answer: a suspicion, a question of words, something not found out."""
    screen = press(fill(open_step("signs"), unsure__0=True), "Continue")
    assert step_of(screen) == ("signs", "2")
    assert case_of(screen).signs_unsure == ("What a child has said",)
    press(fill(screen, why__disclosure="cannot_prove", why__suicide_or_self_harm="could_not_find_out"), "Continue")
    assert case_of(screen).signs == {
        "disclosure": SignAnswer(answer="not_sure", why="cannot_prove"),
        "suicide_or_self_harm": SignAnswer(answer="not_sure", why="could_not_find_out"),
    }


def test_not_understood_is_asked_again_with_the_definition() -> None:
    """The definition is shown once more; an answer replaces the doubt, and doubt stays doubt."""
    screen = press(fill(open_step("signs"), unsure__0=True), "Continue")
    press(fill(screen, why__disclosure="do_not_understand", why__suicide_or_self_harm="do_not_understand"), "Continue")
    assert step_of(screen) == ("signs", "3")
    press(fill(screen, again__disclosure="yes", again__suicide_or_self_harm="not_sure"), "Continue")
    assert case_of(screen).signs["disclosure"].answer == "yes"
    assert case_of(screen).signs["suicide_or_self_harm"].why == "do_not_understand"


def test_show_asks_the_reason_first_only_where_nothing_is_a_yes() -> None:
    """Doubt alone is explained before the result; a yes goes straight to it."""
    doubt = press(fill(open_step("signs"), unsure__0=True), "Show what to do now")
    assert step_of(doubt) == ("signs", "2")
    both = press(fill(open_step("signs"), unsure__0=True, sign__missing_now=True), "Show what to do now")
    assert title(both) == "Result"


def test_a_sign_that_is_so_is_written_down_after_the_call() -> None:
    """Continue asks how the user knows it; the only child is the one it is about."""
    screen = press(fill(open_step("signs"), sign__disclosure=True), "Continue")
    assert step_of(screen) == ("signs", "4")
    fill(screen, basis__disclosure="child_said", when__disclosure="Today", words__disclosure="He hits me")
    press(screen, "Continue")
    answer = case_of(screen).signs["disclosure"]
    assert (answer.basis, answer.when, answer.words) == ("child_said", "Today", "He hits me")


def test_answering_the_page_again_keeps_what_was_written() -> None:
    """Ticks that stay keep their notes; a tick taken away is unanswered again."""
    case = HOME.model_copy(update={"signs": {"disclosure": SignAnswer(answer="yes", note="At lunch"),
                                             "missing_now": SignAnswer(answer="yes")}})
    screen = press(fill(open_step("signs", case), sign__missing_now=False), "Continue")
    assert case_of(screen).signs == {"disclosure": SignAnswer(answer="yes", note="At lunch")}


def test_where_on_the_body_is_asked_of_the_user_beside_a_mark_only() -> None:
    """What was seen in ordinary care is kept; a sign about words or acts does not ask for a place."""
    case = HOME.model_copy(update={"signs": {"non_mobile_injury": SignAnswer(answer="yes"),
                                             "disclosure": SignAnswer(answer="yes")}})
    screen = open_step("signs", case, number=4)
    assert "Do not undress the child" in words(screen)
    assert not has_field(screen, "body-disclosure-thighs")

    fill(screen, body__non_mobile_injury__thighs=True, body__non_mobile_injury__back=True)
    assert case_of(press(screen, "Continue")).signs["non_mobile_injury"].body == ("back", "thighs")
