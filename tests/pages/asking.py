"""Helpers for tests of the questions: open a step with some answers, fill in fields by name, press a button, look."""
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from streamlit.testing.v1 import AppTest

from decision.case import Case, FamilyMember
from guidance.words import say
from pages.parts.visit.draft import Progress
from tests.pages.screen import words
from tests.steps import STEPS

ROOT = Path(__file__).parents[2]
AREA = "testshire"
HOME = Case(home_area=AREA, reference="TEST")
GROWN = FamilyMember(key="mother", relation="mother", expecting="yes", under_18="no")
"""Of a mother whose age nobody gave nothing is ruled out: she may be a child too (test_young_mother.py)."""
EVERYTHING = Progress(seen=tuple(step for step in STEPS if step != "answers"))


def visit(case: Case | None = None, progress: Progress | None = None) -> AppTest:
    """A visit with these answers of which no page has run yet: for a page that is opened by its address."""
    screen = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    if case is not None:
        screen.session_state["case"] = case
        screen.session_state["progress"] = progress or Progress()
    return screen


def open_app(case: Case | None = None, progress: Progress | None = None) -> AppTest:
    """The front page with these answers; without a case it waits for a browser that never answers."""
    return visit(case, progress).run()


def open_step(step: str, case: Case = HOME, progress: Progress = EVERYTHING, number: int = 0) -> AppTest:
    """A page of the questions, all steps seen unless the progress says otherwise."""
    screen = visit(case, progress)
    screen.switch_page("pages/check.py")
    if step:
        screen.query_params["step"] = step
    if number:
        screen.query_params["n"] = str(number)
    return checked(screen.run())


def checked(screen: AppTest) -> AppTest:
    """The same screen, once it is certain that nothing was raised."""
    assert not screen.exception, screen.exception
    return screen


def field(screen: AppTest, name: str) -> Any:
    """The input of this name, whatever its kind."""
    key = f"w_{name}_{screen.session_state['generation']}"
    for kind in (screen.radio, screen.checkbox, screen.text_input, screen.text_area, screen.selectbox):
        for widget in kind:
            if widget.key == key:
                return widget
    raise AssertionError(f"there is no field {name} on this page")


def has_field(screen: AppTest, name: str) -> bool:
    """Whether there is an input of this name."""
    try:
        field(screen, name)
    except AssertionError:
        return False
    return True


def fill(screen: AppTest, **values: Any) -> AppTest:
    """Give fields a value without sending anything; `--` in a name stands for `-`."""
    for name, value in values.items():
        field(screen, name.replace("__", "-")).set_value(value)
    return screen


def press(screen: AppTest, label: str) -> AppTest:
    """Press the button with exactly these words."""
    return checked(next(button for button in screen.button if button.label == label).click().run())


def to_answers(screen: AppTest) -> AppTest:
    """Leave for the list of answers by its link in the menu."""
    found = next(link for link in screen.get("page_link") if link.proto.label == say("menu.answers"))
    screen.query_params.clear()
    for name, value in parse_qsl(found.proto.query_string):
        screen.query_params[name] = value
    return checked(screen.run())


def case_of(screen: AppTest) -> Case:
    """The answers after the last run."""
    return screen.session_state["case"]  # type: ignore[no-any-return]


def progress_of(screen: AppTest) -> Progress:
    """How far the user has got after the last run."""
    return screen.session_state["progress"]  # type: ignore[no-any-return]


def step_of(screen: AppTest) -> tuple[str, str]:
    """The step and running number in the address."""
    def one(name: str) -> str:
        found = screen.query_params.get(name, "")
        return found if isinstance(found, str) else found[0]

    return one("step"), one("n")


def title(screen: AppTest) -> str:
    """The page's heading."""
    return screen.title[0].value


__all__ = ["AREA", "EVERYTHING", "HOME", "case_of", "checked", "field", "fill", "has_field", "open_app", "open_step",
           "press", "progress_of", "step_of", "title", "words"]
