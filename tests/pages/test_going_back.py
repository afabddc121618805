"""The way back: from the first page of questions to where it was opened, and from a change to the list of answers."""
import re

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Finding, SignAnswer
from guidance.words import say
from pages.parts.visit.draft import Progress
from tests.pages.asking import (
    HOME, case_of, checked, field, fill, open_app, open_step, press, progress_of, step_of, title, to_answers, words,
)
from tests.pages.screen import source
from tests.steps import LAST, STEPS

pytestmark = pytest.mark.usefixtures("packs")
ALL = tuple(STEPS)[:-1]
FULL = HOME.but(danger="no", signs={"disclosure": SignAnswer(answer="yes")}, asked=("neglect", "injury"),
                findings=(Finding(id="TST-3-CHILD-01", basis="seen", note="Cold hands"),), own_view="early_help")
SAID_NO = FULL.but(signs={}, signs_none={"child_says": ("disclosure",)})
TOPICS = Progress(seen=ALL, topics=("neglect", "injury"))


def follow(screen: AppTest, address: str) -> AppTest:
    """Follow a link of the list of answers that changes one, which must be there."""
    found = re.search(rf'href="\?({re.escape(address)}&amp;from={LAST}(?:&amp;at=[a-z0-9_-]+)?)"', source(screen))
    assert found, address
    screen.query_params.clear()
    for name, value in (part.split("=") for part in found[1].split("&amp;")):
        screen.query_params[name] = value
    return checked(screen.run())


def number(screen: AppTest) -> str:
    """Which page the line above the heading says this is."""
    return (re.search(r'class="which">Step (\d+) of', source(screen)) or [""] * 2)[1]


def at_list(screen: AppTest) -> bool:
    """Whether the list of answers is shown, and its address says nothing else."""
    return step_of(screen) == (LAST, "") and "from" not in screen.query_params


def test_back_from_the_first_question_leads_to_the_start() -> None:
    """Where the questions are gone through in their order; nothing that was filled in is lost."""
    screen = press(fill(open_step("safety", HOME, Progress()), danger="no"), "Back")
    assert say("start.heading") in [one.value for one in screen.title]
    assert case_of(screen).danger == "no"
    assert progress_of(screen).seen == ()


def test_on_the_way_of_what_cannot_wait_the_signs_come_first_and_back_leads_to_them() -> None:
    """The pages are numbered as they are asked, and Back goes the same way to the start."""
    screen = open_step("signs", HOME, Progress())
    assert number(screen) == "1"
    screen = press(fill(screen, group__0="no"), "Continue")
    assert (title(screen), number(screen)) == (STEPS["safety"], "2")
    screen = press(fill(screen, danger="no"), "Back")
    assert (title(screen), number(screen)) == (STEPS["signs"], "1")
    assert case_of(screen).danger == "no"
    assert field(screen, "group-0").value == "no"
    screen = press(press(press(screen, "Continue"), "Continue"), "Continue")
    assert (title(screen), number(screen)) == (STEPS["children"], "4")
    screen = press(screen, "Continue")
    assert (title(screen), number(screen)) == (STEPS["topics"], "5")
    assert title(press(screen, "Back")) == STEPS["children"]
    screen = press(open_step("signs", HOME, Progress()), "Back")
    assert say("start.heading") in [one.value for one in screen.title]


def test_signs_that_are_opened_in_the_middle_stand_where_they_were_asked() -> None:
    """After what was asked before them, ahead of what comes after; in their own order they have their own number."""
    begun = Progress(seen=("safety", "where"))
    screen = open_step("signs", HOME, begun)
    assert number(screen) == "3"
    screen = press(screen, "Continue")
    assert (title(screen), number(screen)) == (STEPS["children"], "4")
    assert title(press(screen, "Back")) == STEPS["signs"]
    assert number(open_step("signs")) == "4"
    assert number(open_step("children")) == "3"
    again = Progress(seen=tuple(step for step in ALL if step != "know"), topics=("injury",))
    assert number(open_step("know", HOME, again)) == "6"   # asked again after all: no page has been opened ahead of it


def test_a_page_that_the_result_leads_to_has_one_number_however_it_was_reached() -> None:
    """Cold, in the middle or in its turn; Back from it leads to the last page that was reached."""
    reached = {number(open_step("history", HOME, Progress(seen=seen, topics=("neglect",))))
               for seen in ((), ("safety",), ALL[:ALL.index("topics")], ALL[:ALL.index("history")], ALL)}
    assert reached == {str(1 + ALL.index("history"))}
    begun = open_step("history", HOME, Progress(seen=("safety", "where")))
    assert title(press(begun, "Back")) == STEPS["children"]


@pytest.mark.parametrize("address", ["step=safety", "step=signs", "step=signs&amp;n=4", "step=know&amp;n=1",
                                     "step=know&amp;n=2", "step=topics"])
@pytest.mark.parametrize("button", ["Continue", "Back"])
@pytest.mark.parametrize("seen", [ALL, ALL[:6]])
def test_a_change_leads_back_to_the_list(address: str, button: str, seen: tuple[str, ...]) -> None:
    """Also in the middle of the questions, and whether or not more of the same kind follows; then they go on where
    one was."""
    screen = open_step("history", FULL, TOPICS.but(seen=seen))
    was = title(screen)
    if address == "step=signs":
        screen = open_step("history", SAID_NO, TOPICS.but(seen=seen))
    screen = press(follow(to_answers(screen), address), button)
    assert at_list(screen)
    assert title(press(screen, "Back")) == was


def test_what_was_changed_is_kept_by_both_ways() -> None:
    """By Continue and by Back."""
    for button in ("Continue", "Back"):
        screen = press(fill(follow(to_answers(open_step("history", FULL, TOPICS)), "step=safety"), danger="not_sure"),
                       button)
        assert case_of(screen).danger == "not_sure"


def test_danger_that_is_said_in_a_change_still_leads_to_what_to_do_first() -> None:
    """The panel with 999 comes, and going on from it leads to the list."""
    screen = press(fill(follow(open_step(LAST, FULL, TOPICS), "step=safety"), danger="yes"), "Continue")
    assert step_of(screen) == ("safety", "2")
    assert at_list(press(screen, say("steps.safety.carry_on")))


def test_a_topic_that_a_change_adds_is_asked_and_then_the_list_comes() -> None:
    """Its own page alone, not those of the topics that were asked before; all that is open is on the list."""
    screen = follow(open_step(LAST, FULL.but(asked=("neglect",)), TOPICS.but(topics=("neglect",))), "step=topics")
    screen = press(fill(screen, topic__injury=True), "Continue")
    assert title(screen) == STEPS["know"]
    assert "Injury" in [one.value for one in screen.header]
    screen = press(screen, "Continue")
    assert at_list(screen)
    assert progress_of(screen).seen[-1] == "know"


def test_a_sign_that_a_change_adds_is_asked_about_and_then_the_list_comes() -> None:
    """How one knows it is asked once it is so; the second time nothing is new."""
    screen = follow(open_step(LAST, SAID_NO, TOPICS), "step=signs")
    screen = press(fill(screen, group__0="yes", sign__disclosure=True), "Continue")
    assert step_of(screen) == ("signs", "4")
    assert at_list(press(screen, "Continue"))


@pytest.mark.parametrize("button", ["Continue", "Back"])
def test_a_sign_that_a_change_calls_for_is_asked_before_the_list(button: str) -> None:
    """Once, however it is left, and the list then stands at its own address."""
    calls = FULL.but(signs={}, asked=("neglect",), findings=(Finding(id="TST-3-CHILD-02"),))
    screen = follow(open_step(LAST, calls, TOPICS.but(topics=("neglect",))), "step=safety")
    screen = press(screen, "Continue")
    assert title(screen) == say("steps.ask_first")
    screen = press(screen, button)
    assert (title(screen), at_list(screen)) == (STEPS[LAST], True)


def test_the_address_of_a_change_works_in_a_fresh_tab() -> None:
    """With answers it leads back to the list; without any it is as if the page that is open had been opened itself."""
    screen = open_step("view", FULL, TOPICS)
    screen.query_params["from"] = LAST
    assert at_list(press(checked(screen.run()), "Continue"))
    screen = open_app(Case())
    screen.switch_page("pages/check.py")
    for name, value in (("step", "family"), ("from", LAST)):
        screen.query_params[name] = value
    screen = checked(screen.run())
    assert title(screen) == STEPS["safety"]
    assert title(press(screen, "Continue")) == STEPS["where"]


def test_back_from_the_list_leads_to_the_result_where_nothing_is_open_and_no_page_was_shown() -> None:
    """It never leads to the list itself."""
    assert title(press(open_step(LAST, FULL, TOPICS), "Back")) == say("result.title")


def test_an_address_that_says_something_else_changes_nothing() -> None:
    """Only the list is led back to."""
    screen = open_step("safety", HOME, Progress())
    screen.query_params["from"] = "result"
    assert title(press(checked(screen.run()), "Continue")) == STEPS["where"]
    assert "no such page" not in words(screen)
