"""A run that Streamlit ends in the middle, because another was asked for: what was changed counts all the same."""
import ast
from pathlib import Path

import pytest
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequest, ScriptRequests, ScriptRequestType
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

from guidance.packs import Packs
from pages.parts.visit.whole import _go_on, whole
from tests.pages.asking import checked, progress_of
from tests.pages.test_leaving import PAGES, change, dumped, fields, name_of
from tests.steps import STEPS

ROOT = Path(__file__).parents[2]
SCRIPTS = (ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py")))


@pytest.fixture(autouse=True)
def _made_up(packs: Packs) -> None:
    """The made-up areas, on a Monday morning."""


class Cuts:
    """Asks for another run at the `at`-th place at which Streamlit asks whether to end this one; counts all places.

    As a browser does, it asks with all that stands in the fields then.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.places = 0
        self.at: int | None = None
        really = ScriptRequests.on_scriptrunner_yield

        def asked(requests: ScriptRequests) -> ScriptRequest | None:
            self.places += 1
            if self.places == self.at:
                return ScriptRequest(ScriptRequestType.RERUN, self.next)
            return really(requests)

        self.next = RerunData()
        monkeypatch.setattr(ScriptRequests, "on_scriptrunner_yield", asked)

    def run(self, screen: AppTest, at: int | None) -> int:
        """Run the screen with one cut, or none; the number of places that there were."""
        self.places, self.at = 0, at
        self.next = RerunData(page_script_hash=screen._page_hash, query_string=_query(screen),
                              widget_states=screen._tree.get_widget_states())
        screen.run()
        return self.places


def _query(screen: AppTest) -> str:
    return "&".join(f"{name}={value[0] if isinstance(value, list) else value}"
                    for name, value in screen.query_params.items())


def changed(page: str) -> tuple[AppTest, str]:
    """The page with its first field that can be changed alone, changed and not yet run."""
    screen = PAGES[page]()
    found = next(one for one in fields(screen) if type(one).__name__ != "Radio" or len(one.options) > 1)
    change(found)
    return screen, name_of(found)


@pytest.mark.parametrize("page", PAGES)
def test_a_change_counts_wherever_the_run_is_ended(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ended in its callback, at its beginning, in its middle or at its end: the answers are those of a whole run."""
    cuts = Cuts(monkeypatch)
    screen, name = changed(page)
    places = cuts.run(screen, None)
    wanted = dumped(checked(screen))
    for at in sorted({1, 2, 3, 5, 8, places // 4, places // 2, 3 * places // 4, places - 1, places} - {0}):
        screen, _ = changed(page)
        cuts.run(screen, at)
        assert dumped(checked(screen)) == wanted, f"{name}, ended at place {at} of {places}"


@pytest.mark.parametrize("page", [name for name in PAGES if name in STEPS and name != "safety"])
def test_continue_counts_wherever_the_run_is_ended(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """So does a button that takes the page over and moves on: never the answers without the step, or half of them."""
    cuts = Cuts(monkeypatch)

    def pressed() -> AppTest:
        screen, _ = changed(page)
        next(one for one in screen.button if one.label == "Continue").set_value(True)
        return screen

    screen = pressed()
    places = cuts.run(screen, None)
    wanted = dumped(checked(screen)), progress_of(screen).seen
    for at in sorted({1, 2, 3, 5, places // 2, places} - {0}):
        screen = pressed()
        cuts.run(screen, at)
        assert (dumped(checked(screen)), progress_of(screen).seen) == wanted, f"ended at place {at} of {places}"


def test_nothing_that_is_remembered_ends_a_run() -> None:
    """The name that `remember_whole` replaces is the one that Streamlit looks at; else it would do nothing."""
    asked: list[int] = []
    session = SafeSessionState(SessionState(), lambda: asked.append(1))
    session["one"] = 1
    assert asked
    asked.clear()
    object.__setattr__(session, "_yield_callback", _go_on)
    session["one"], session["two"] = 2, 3
    assert (asked, session["one"]) == ([], 2)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_every_callback_is_done_whole(script: Path) -> None:
    """Whatever Streamlit calls by itself is wrapped: callbacks where they are given, fragments where they are written.
    """
    tree = ast.parse(script.read_text(encoding="utf-8"))
    given = [word.value for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords
             if word.arg in ("on_click", "on_change", "on_submit", "on_select")]
    given += [value for node in ast.walk(tree) if isinstance(node, ast.Dict)
              for key, value in zip(node.keys, node.values, strict=True)
              if isinstance(key, ast.Constant) and key.value in ("on_click", "on_change")]
    bare = [ast.unparse(one) for one in given if not _is_whole(one)]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            marks = [ast.unparse(mark) for mark in node.decorator_list]
            if any("fragment" in mark or "dialog" in mark for mark in marks) and marks[-1] != whole.__name__:
                bare.append(node.name)
    assert bare == []


def _is_whole(given: ast.expr) -> bool:
    """A word such as "rerun" calls nothing of ours."""
    return isinstance(given, ast.Constant) or (
        isinstance(given, ast.Call) and ast.unparse(given.func) == whole.__name__)
