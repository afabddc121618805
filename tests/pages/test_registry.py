"""The steps are found by themselves: one module more is one step more, and every name of a step is that of one."""
import ast
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Finding
from decision.result import AskedAt
from guidance.packs import Packs
from guidance.words import say
from pages.parts.visit.draft import Progress
from pages.parts.wizard import registry, steps
from pages.parts.wizard.registry import all_steps, in_order
from pages.parts.wizard.steps import Here, Row, SoFar, Step
from tests.layers import ROOT, tree
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, fill, open_app, open_step, press, progress_of, step_of, title, words,
)
from tests.pages.screen import source
from tests.steps import LAST, STEPS

NEW, HEADING, BEFORE, BEHIND = "school", "What helps at school", "strengths", "history"
TYPED = "Her teaching assistant"


@pytest.fixture
def one_more(tmp_path: Path, packs: Packs, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The step of docs/add_a_step.md as one module in a folder of its own, and nothing else."""
    page = (ROOT / "docs/add_a_step.md").read_text(encoding="utf-8")
    (tmp_path / f"{NEW}.py").write_text(re.findall(r"```python\n(.*?)```", page, re.DOTALL)[0], encoding="utf-8")
    room = import_module(registry.ROOM)
    with monkeypatch.context() as patch:
        patch.setattr(room, "__path__", [*room.__path__, str(tmp_path)])
        all_steps.cache_clear()
        yield
    sys.modules.pop(f"{registry.ROOM}.{NEW}", None)
    room.__dict__.pop(NEW, None)
    all_steps.cache_clear()


def seen(*, until: str) -> Progress:
    """Every step ahead of this one looked at."""
    order = steps.names()
    return Progress(seen=order[:order.index(until)])


def which(screen: AppTest) -> str:
    """Which of how many pages the user is on."""
    return re.findall(r'class="which">([^<]+)<', source(screen))[0]  # type: ignore[no-any-return]


def test_a_module_more_is_a_step_more_in_its_place(one_more: None) -> None:
    """It stands between the two that its number lies between; nothing else moves."""
    names = list(STEPS)
    assert steps.names() == (*names[:names.index(BEHIND)], NEW, *names[names.index(BEHIND):])
    screen = open_step(NEW)
    assert title(screen) == HEADING
    assert which(screen) == say("steps.which", number=names.index(BEHIND) + 1, most=len(names))


def test_going_on_and_back_lead_through_a_new_step(one_more: None) -> None:
    """Continue reaches it and leaves it, Back from the next one returns to it, and what was typed is kept."""
    screen = press(open_step(BEFORE, HOME, seen(until=BEFORE)), "Continue")
    assert (step_of(screen)[0], title(screen)) == (NEW, HEADING)
    screen = press(fill(screen, school=TYPED), "Continue")
    assert (step_of(screen)[0], case_of(screen).strengths_note) == (BEHIND, TYPED)
    assert NEW in progress_of(screen).seen
    screen = press(screen, "Back")
    assert title(screen) == HEADING
    assert step_of(press(screen, "Back"))[0] == BEFORE


def test_a_new_step_can_be_left_empty_and_is_offered_to_those_who_carry_on(one_more: None) -> None:
    """An older draft that never saw it goes on there, the front page says so; left empty, the result follows."""
    assert any(HEADING in link.proto.label for link in open_app(HOME, EVERYTHING).get("page_link"))
    screen = press(open_step("", HOME, EVERYTHING), "Continue")
    assert NEW in progress_of(screen).seen
    assert title(screen) == "Result"


def test_the_address_of_a_new_step_is_kept_closed_until_it_is_reached(one_more: None) -> None:
    """As with every step, a link that jumps ahead opens the first one that is still open."""
    screen = open_step(NEW, HOME, seen(until="where"))
    assert title(screen) == STEPS["where"]
    assert "first page that is still open" in words(screen)


def test_the_answers_of_a_new_step_are_read_back(one_more: None) -> None:
    """What was answered stands there with its link; where nothing was, the step is offered as still open."""
    progress = seen(until=LAST)
    blank = source(open_step(LAST, HOME, progress))
    assert blank.count(f'href="?step={NEW}"') == 1
    shown = open_step(LAST, HOME.model_copy(update={"strengths_note": TYPED}), progress)
    assert f"What helps at school {TYPED} Change : What helps at school" in words(shown)
    assert source(shown).count(f'href="?step={NEW}&amp;from={LAST}"') == 1


def test_a_sign_is_asked_before_a_new_step(one_more: None) -> None:
    """A step that says nothing about it waits, as one that was forgotten in a list would not."""
    case = HOME.model_copy(update={"findings": (Finding(id="TST-3-CHILD-02"),)})
    assert title(open_step(NEW, case)) == "Before anything else"


@pytest.mark.usefixtures("packs")
def test_without_its_module_the_step_is_gone() -> None:
    """What the tests above add is theirs alone."""
    assert steps.names() == tuple(STEPS)
    assert title(open_step(NEW)) == next(iter(STEPS.values()))


def step(id_: str, order: int, last: bool = False) -> Step:
    """A step that asks nothing."""
    def view(_: Here) -> None:
        """Nothing."""

    def rows(_: SoFar) -> list[Row]:
        return [Row("What was asked", "")]

    return Step(id_, id_, order, view, None if last else rows)


A, B, END = step("a", 1), step("b", 2), step("end", 9, last=True)


def test_steps_stand_by_their_numbers() -> None:
    """In whatever order they were found."""
    assert list(in_order((END, B, A))) == ["a", "b", "end"]


@pytest.mark.parametrize(("found", "says"), [
    ((A, step("a", 2), END), "same id: a"), ((A, step("b", 1), END), "same place: 1"),
    ((A, END, step("late", 10)), "except the last"), ((A, B), "except the last"),
    ((step("early", 0, last=True), A, END), "except the last"),
])
def test_steps_that_cannot_be_told_apart_or_read_back_are_refused(found: tuple[Step, ...], says: str) -> None:
    """One id or place twice, a step behind the answers, and one that never reads its own back."""
    with pytest.raises(ValueError, match=says):
        in_order(found)


def test_a_step_without_an_answer_says_nothing() -> None:
    """A question that was left open is never shown as an answer."""
    assert A.answers(SoFar(Case(), Progress(), None)) == ()   # type: ignore[arg-type]


def test_every_place_that_a_decision_names_is_a_step() -> None:
    """What the result calls open leads to a step there is, and not to the one that only shows answers."""
    named = set(get_args(AskedAt)) - {""}
    assert named
    assert named <= set(STEPS) - {LAST}


MOVES = {"go", "mark", "move_on", "reopen", "before", "of"}


def named_in(file: Path) -> Iterator[str]:
    """Every step that a file names: in an address, or where it moves the user."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Dict):
            yield from (value.value for key, value in zip(node.keys, node.values, strict=True)
                        if isinstance(key, ast.Constant) and key.value == "step" and isinstance(value, ast.Constant))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MOVES \
                and ast.unparse(node.func.value) == "steps" and node.args and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def test_every_step_that_a_page_leads_to_exists() -> None:
    """A step that is renamed or taken away leaves no link and no button behind that leads nowhere."""
    named = {name for file in (ROOT / "app.py", *(ROOT / "pages").rglob("*.py")) for name in named_in(file)}
    assert named >= {"safety", "signs", "topics", "know"}
    assert named <= set(STEPS)
