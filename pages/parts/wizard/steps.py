"""The order of the questions and how one moves through them. The address holds a step name and a running number only.

Every step may be skipped. A step that has not been reached yet cannot be opened from the address, unless it is always
open.
"""
from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from decision.case import Case
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent
from pages.parts.shell.frame import showing
from pages.parts.visit import draft
from pages.parts.visit.whole import whole
from pages.parts.wizard.registry import all_steps
from pages.parts.wizard.step import Here, Row, SoFar, Step

__all__ = ["Here", "Row", "SoFar", "Step"]
"""Passed on, so that a step needs this one module for its order, its buttons and what it says about itself."""

_LAST_SHOWN = "last_shown"

Take = Callable[[Case, Sent], Case]
"""Reads the fields of a page into the case; what is wrong goes to `Sent.refuse`."""
Then = Callable[[], None]


def of(step: str) -> Step:
    """The step of this id. Raises KeyError where there is none."""
    return all_steps()[step]


def names() -> tuple[str, ...]:
    """The id of every step, in order. The last one shows the answers of the others."""
    return tuple(all_steps())


def here() -> Here:
    """The page of the step that the address asks for, or of the first that may be shown instead; without one, where
    the user was."""
    place = _asked_for()
    return of(place.step).opens(place)


def _asked_for() -> Here:
    asked = st.query_params.get("step", "")
    number = st.query_params.get("n", "")
    first, order = first_open(), names()
    if not asked:
        return st.session_state.get(_LAST_SHOWN, Here(first))  # type: ignore[no-any-return]
    if asked not in order:
        return Here(order[0], 0, "There is no such page of questions, so this is the first one.")
    if not of(asked).always_open and order.index(asked) > order.index(first):
        return Here(first, 0, "This is the first page that is still open. You can skip it.")
    return Here(asked, int(number) if number.isascii() and number.isdigit() and 0 < len(number) < 4 else 0)


def first_open() -> str:
    """The first step that has been neither continued nor skipped; the last one where all have been."""
    seen = draft.progress().seen
    return next((step for step in names() if step not in seen), names()[-1])


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
    order = names()
    place = order.index(step)
    return order[place - 1] if place else ""


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
