"""The order of the questions and how one moves through them. The address holds a step name and a running number only.

Every step may be skipped. A step that has not been reached yet cannot be opened from the address, except the signs and
the history.
"""
from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from decision.case import Case
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent
from pages.parts.shell.frame import showing
from pages.parts.visit import draft
from pages.parts.visit.whole import whole

STEPS: dict[str, str] = {
    "safety": "Is the child safe now?",
    "where": "Where the child lives, and who you are",
    "children": "About the children",
    "signs": "Signs that cannot wait",
    "who": "Who might be causing this",
    "topics": "What are you worried about?",
    "know": "What you know",
    "strengths": "Strengths, safe people and the child’s voice",
    "history": "History and help so far",
    "view": "Your own view first",
    "family": "The family",
    "answers": "Check your answers",
}
"""Step name → its heading, in order."""
LAST = "answers"
ALWAYS_OPEN = ("signs", "history")
"""Steps that may come before their turn: what cannot wait, and the dates that a time limit of the result runs from."""
_LAST_SHOWN = "last_shown"

Take = Callable[[Case, Sent], Case]
"""Reads the fields of a page into the case; what is wrong goes to `Sent.refuse`."""
Then = Callable[[], None]


@dataclass(frozen=True)
class Here:
    """Where the user is: a step, its running number (0 where the address gives none), and a message if it is another
    step than the address asked for."""

    step: str
    number: int = 0
    message: str = ""

    @property
    def page(self) -> str:
        return page_name(self.step, self.number)


def here() -> Here:
    """The step that the address asks for, or the first that may be shown instead; without one, where the user was."""
    asked = st.query_params.get("step", "")
    number = st.query_params.get("n", "")
    first = first_open()
    if not asked:
        return st.session_state.get(_LAST_SHOWN, Here(first))  # type: ignore[no-any-return]
    if asked not in STEPS:
        return Here(next(iter(STEPS)), 0, "There is no such page of questions, so this is the first one.")
    names = list(STEPS)
    if asked not in ALWAYS_OPEN and names.index(asked) > names.index(first):
        return Here(first, 0, "This is the first page that is still open. You can skip it.")
    return Here(asked, int(number) if number.isascii() and number.isdigit() and 0 < len(number) < 4 else 0)


def page_name(step: str, number: int) -> str:
    """What the browser's copy calls a page of questions."""
    return f"check {step} {number}"


def first_open() -> str:
    """The first step that has been neither continued nor skipped."""
    seen = draft.progress().seen
    return next((step for step in STEPS if step not in seen), LAST)


def go(step: str, number: int = 0) -> None:
    """Show a step, and one of its pages. For callbacks: one run and one entry in the history."""
    st.query_params.from_dict({"step": step, **({"n": str(number)} if number else {})})


def mark(step: str, skipped: bool = False) -> None:
    """Note that a step has been continued or skipped."""
    progress = draft.progress()
    seen = tuple(dict.fromkeys((*progress.seen, step)))
    left = tuple(name for name in progress.skipped if name != step)
    draft.keep(progress=progress.but(seen=seen, skipped=(*left, step) if skipped else left))


def move_on(step: str, skipped: bool = False) -> None:
    """Note that a step is behind the user and show the first one that is not, or else the answers."""
    mark(step, skipped)
    go(first_open())


def reopen(step: str) -> None:
    """Ask a step again, because an answer that it rests on has changed."""
    progress = draft.progress()
    draft.keep(progress=progress.but(seen=tuple(name for name in progress.seen if name != step)))


def before(step: str) -> str:
    """The step before this one; empty for the first."""
    names = list(STEPS)
    place = names.index(step)
    return names[place - 1] if place else ""


def buttons(place: Here, take: Take, then: Then | None = None, back: Then | None = None,
            skip: Then | None = None) -> None:
    """Continue, Skip for now, Back, below the fields that `take` reads. All three take over what is valid; Continue
    alone notes that the page has been looked at."""
    leaving.reads_case(take)
    with st.container(horizontal=True, key="step_buttons"):
        _button(place, "Continue", lambda: leaving.submit(then or (lambda: move_on(place.step))), primary=True)
        _button(place, "Skip for now", _leave(skip or (lambda: move_on(place.step, skipped=True))))
        if earlier := back or _to_step_before(place.step):
            _button(place, "Back", _leave(earlier))


def _button(place: Here, words: str, press: Then, primary: bool = False) -> None:
    """A button of this page alone, so that a second press never counts for the page that follows."""
    st.button(words, type="primary" if primary else "secondary", key=f"press {words} {place.page}",
              on_click=whole(press))


def _leave(then: Then) -> Then:
    def leave() -> None:
        leaving.collect_now()
        then()

    return leave


def _to_step_before(step: str) -> Then | None:
    earlier = before(step)
    return (lambda: go(earlier)) if earlier else None


def begin(place: Here) -> None:
    """Tell the frame which page of questions this is, and remember it as where the user was."""
    showing(place.page)
    st.session_state[_LAST_SHOWN] = replace(place, message="")
