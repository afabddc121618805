"""Moving through the questions: order, nothing answered, jumping ahead, unknown addresses."""
import re
from typing import Any

import pytest
import streamlit as st

from decision.case import Case, Child, Finding, Practitioner
from guidance.words import say
from pages.parts.shell import header
from pages.parts.visit.draft import Progress
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, checked, fill, open_step, press, progress_of, step_of, title, to_answers, words,
)
from tests.pages.screen import source
from tests.steps import LAST, STEPS

pytestmark = pytest.mark.usefixtures("packs")


def test_every_step_can_be_opened_once_it_has_been_seen() -> None:
    """Each step draws its own heading, with no answer in the case."""
    assert [title(open_step(step, Case())) for step in STEPS] == list(STEPS.values())


@pytest.mark.parametrize("step", [step for step in STEPS if step not in ("know", "answers")])
def test_every_step_can_be_left_empty(step: str) -> None:
    """Continue with nothing answered leaves the answers as they were, but for a child of whom nothing is known, notes
    that the step was looked at, and moves on."""
    names = list(STEPS)
    before = Progress(seen=tuple(names[: names.index(step)]))
    screen = press(open_step(step, HOME, before), "Continue")
    assert case_of(screen) == (HOME.but(children=(Child(label="A"),)) if step == "children" else HOME)
    assert progress_of(screen).seen == (*before.seen, step)
    after = names[names.index(step) + 1]
    assert title(screen) == (STEPS[after] if after != LAST else "Result")


def test_behind_the_last_question_stands_the_result() -> None:
    """Whoever has been through it all needs no list in between; one that was opened again from the list leads back."""
    before = Progress(seen=tuple(STEPS)[:-2])
    assert title(press(open_step("view", HOME, before), "Continue")) == "Result"
    assert title(press(open_step("view", HOME), "Continue")) == STEPS[LAST]


def test_an_address_that_jumps_ahead_leads_to_the_first_step_not_seen() -> None:
    """A link to a later step in a fresh tab opens the first question and says why."""
    screen = open_step("family", HOME, Progress(seen=("safety",)))
    assert title(screen) == STEPS["where"]
    assert "first page that is still open" in words(screen)


def test_the_signs_need_no_step_before_them() -> None:
    """The signs that cannot wait open at once, whatever has been answered."""
    assert title(open_step("signs", Case(), Progress())) == STEPS["signs"]


def test_an_address_nobody_made_leads_to_the_first_step() -> None:
    """A step that does not exist is said to be unknown, and the first question is shown."""
    screen = open_step("../../etc", HOME)
    assert title(screen) == STEPS["safety"]
    assert "no such page" in words(screen)


@pytest.mark.parametrize("number", ["0", "-1", "99999", "two", "²"])
def test_a_running_number_nobody_made_is_harmless(number: str) -> None:
    """A number in the address that leads nowhere shows the step all the same."""
    screen = open_step("signs")
    screen.query_params["n"] = number
    assert title(screen.run()) == STEPS["signs"]
    assert not screen.exception


def test_back_keeps_what_was_filled_in() -> None:
    """Back takes over the half-filled form and shows the step before."""
    screen = press(fill(open_step("who"), who_note="Seen at the gate"), "Back")
    assert case_of(screen).source_of_harm.note == "Seen at the gate"
    assert step_of(screen)[0] == "know"


def test_a_change_leads_back_to_the_answers() -> None:
    """Once everything has been seen, Continue on any step returns to the answers."""
    screen = press(open_step("view"), "Continue")
    assert step_of(screen)[0] == "answers"


def test_the_address_holds_nothing_but_step_and_number() -> None:
    """No answer ever gets into the address."""
    screen = press(fill(open_step("where"), relationship="Her teacher", role="teacher"), "Continue")
    assert set(screen.query_params) <= {"step", "n"}


def test_the_questions_without_a_step_open_where_the_user_was() -> None:
    """The menu leads back to the page that was shown last."""
    screen = open_step("history")
    screen.query_params.clear()
    assert title(screen.run()) == STEPS["history"]


YOU = HOME.model_copy(update={"practitioner": Practitioner(role="teacher")})


@pytest.mark.parametrize("step", [step for step in STEPS if step != LAST])
def test_each_page_has_one_filled_button_and_the_quiet_ways(step: str) -> None:
    """Continue is filled and nothing else is; Back stands above; the answers and the result are in the menu."""
    screen = open_step(step)
    kinds = {button.label: button.proto.type for button in screen.button}
    assert [label for label, kind in kinds.items() if kind == "primary"] == ["Continue"]
    assert "Back" in kinds
    assert {"Your answers", "Result"} <= {link.proto.label for link in screen.get("page_link")}


def test_the_answers_open_in_the_middle_and_lead_back() -> None:
    """They take over what stands, show what is open, and go back to the page from which they were opened."""
    progress = Progress(seen=("safety", "where", "children", "signs", "topics", "know"))
    screen = to_answers(fill(open_step("who", HOME, progress), who_note="Seen at the gate"))
    assert title(screen) == STEPS[LAST]
    assert "Seen at the gate" in words(screen)
    assert "Still open" in words(screen)
    assert step_of(press(screen, "Back"))[0] == "who"
    screen = to_answers(open_step("who", HOME, progress))
    assert step_of(press(screen, "Go on with the questions"))[0] == "who"


def test_the_link_of_the_menu_is_the_last_step_and_from_it_the_menu_leads_back() -> None:
    """The address in the header is the list's own, on every page; "Check" then shows the question one was at."""
    assert {"step": LAST} == header.ANSWERS
    screen = to_answers(open_step("who", HOME))
    del screen.query_params["step"]
    assert title(checked(screen.run())) == STEPS["who"]


def test_the_answers_open_while_a_sign_waits_to_be_asked() -> None:
    """The question that comes before anything else is no wall in front of them; going on leads back to it."""
    case = HOME.but(findings=(Finding(id="TST-3-CHILD-02"),))
    screen = open_step("family", case)
    assert title(screen) == say("steps.ask_first")
    screen = to_answers(screen)
    assert title(screen) == STEPS[LAST]
    assert title(press(screen, "Back")) == say("steps.ask_first")


def test_a_fresh_tab_may_open_the_answers() -> None:
    """A lead who is given the address sees what is open, and goes on with the first question."""
    screen = open_step(LAST, Case(), Progress())
    assert title(screen) == STEPS[LAST]
    assert step_of(press(screen, "Go on with the questions"))[0] == "safety"


def test_what_was_answered_elsewhere_is_passed_over_and_can_be_changed() -> None:
    """With area and role known nobody is asked for them; Back and the count leave the page out, its link does not."""
    progress = Progress(seen=("safety",))
    screen = press(open_step("safety", YOU, Progress()), "Continue")
    assert title(screen) == STEPS["children"]
    assert say("steps.which", number=2, most=len(STEPS) - 1) in words(screen)
    assert step_of(press(screen, "Back"))[0] == "safety"
    assert 'href="?step=where&amp;from=answers"' in source(open_step(LAST, YOU, progress))
    screen = open_step("where", YOU, Progress(seen=tuple(STEPS)[:5]))
    assert title(screen) == STEPS["where"]


def test_a_page_that_was_answered_in_its_turn_is_not_passed_over() -> None:
    """Back from the page after it leads to it, although all of it is known now."""
    screen = press(open_step("children", YOU, Progress(seen=("safety", "where"))), "Back")
    assert step_of(screen)[0] == "where"


def test_the_tab_says_first_that_something_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its title begins with "Error" while a field is refused, and no longer."""
    titles: list[str] = []
    really = st.set_page_config

    def noted(page_title: str = "", **more: Any) -> None:
        titles.append(page_title)
        really(page_title=page_title, **more)

    monkeypatch.setattr(st, "set_page_config", noted)
    screen = press(fill(open_step("safety"), leaves_at="25:99"), "Continue")
    assert titles[-1].startswith(f"Error: {STEPS['safety']}")
    press(fill(screen, leaves_at=""), "Continue")
    assert titles[-1].startswith(STEPS[LAST])


@pytest.mark.parametrize("step", [step for step in STEPS if step != LAST])
def test_no_page_of_questions_is_a_form_that_enter_sends(step: str) -> None:
    """Enter in a field keeps what is typed; only a button leads on, and a search looks and leads nowhere."""
    forms = {button.proto.form_id for button in open_step(step).button if button.proto.form_id}
    assert not [form for form in forms if "search" not in form]


@pytest.mark.parametrize(("case", "seen"), [
    (Case(), EVERYTHING), (HOME, EVERYTHING), (HOME.but(other_worry=True), EVERYTHING), (YOU, EVERYTHING),
    (YOU, EVERYTHING.but(seen=tuple(one for one in STEPS if one != "where"))),
])
def test_no_step_says_that_there_are_fewer_than_come(case: Case, seen: Progress) -> None:
    """With few answers and with more: the steps are counted without a gap, and none has a number above the most that it
    says, which is the same on every page."""
    said = []
    for step in list(STEPS)[:-1]:
        screen = open_step(step, case, seen)
        said += [tuple(map(int, re.findall(r"\d+", found)))
                 for found in re.findall(r'class="which">([^<]+)<', source(screen))]
    numbers = [number for number, _ in said]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {most for _, most in said} == {len(STEPS) - 1}
    assert max(numbers) <= len(STEPS) - 1
