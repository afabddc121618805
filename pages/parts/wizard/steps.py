"""The order of the questions and how one moves through them. The address holds a step name and a running number only.

Every question may be left empty, and Continue then leads on. A step that was answered elsewhere is passed over, and
stays among the answers with its link. The menu of every page leads to the answers and to the result.
One that has not been reached yet cannot be opened from the address, unless it is always open.
"""
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import streamlit as st

from decision.case import Case
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent
from pages.parts.display.markup import paragraph, show
from pages.parts.shell.frame import showing
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.remembered import once
from pages.parts.visit.whole import whole
from pages.parts.wizard.registry import all_steps
from pages.parts.wizard.step import Here, Row, SoFar, Step

__all__ = ["Here", "Row", "SoFar", "Step"]
"""Passed on, so that a step needs this one module for its order, its buttons and what it says about itself."""

_LAST_SHOWN, _TOP, _ASKED = "last_shown", "top_of_step", "steps_asked"

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
        return Here(order[0], 0, say("steps.no_such_page"))
    if not of(asked).always_open and order.index(asked) > order.index(first):
        return Here(first, 0, say("steps.first_open"))
    return Here(asked, int(number) if number.isascii() and number.isdigit() and 0 < len(number) < 4 else 0)


def first_open() -> str:
    """The first step to ask that has not been continued; the last one where all have been."""
    seen = draft.progress().seen
    return next((step for step in asked() if step not in seen), names()[-1])


def asked() -> tuple[str, ...]:
    """The steps that are asked, in order: without those that were answered elsewhere, and without the last one. Worked
    out once for the same answers on the same day, since every page needs it several times."""
    rests_on = SoFar(draft.case(), draft.progress(), knowledge.packs())
    return once(_ASKED, lambda: tuple(step.id for step in all_steps().values() if step.rows and step.asked(rests_on)),
                rests_on.case, rests_on.progress, rests_on.packs, on=clock.now().date())


def go(step: str, number: int = 0) -> None:
    """Show a step, and one of its pages. For callbacks: one run and one entry in the history."""
    st.query_params.from_dict({"step": step, **({"n": str(number)} if number else {})})


def mark(step: str) -> None:
    """Note that a step has been continued."""
    progress = draft.progress()
    draft.keep(progress=progress.but(seen=tuple(dict.fromkeys((*progress.seen, step)))))


def move_on(step: str) -> None:
    """Note that a step is behind the user and show the first one that is not. Behind the last stands the result; and
    the list of answers, where the step was opened again from it."""
    again = step in draft.progress().seen
    mark(step)
    if first_open() == names()[-1] and not again:
        go_to_page(RESULT_PAGE)
    else:
        go(first_open())


def reopen(step: str) -> None:
    """Ask a step again, because an answer that it rests on has changed."""
    progress = draft.progress()
    draft.keep(progress=progress.but(seen=tuple(name for name in progress.seen if name != step)))


def before(step: str) -> str:
    """The step that is asked before this one; empty for the first."""
    order, here_ = names(), names().index(step)
    return next((one for one in reversed(asked()) if order.index(one) < here_), "")


def _top() -> None:
    """Room above the heading for Back, which `buttons` puts there, and which page this is."""
    st.session_state[_TOP] = st.container(key="step_top", horizontal=True, vertical_alignment="center")


def buttons(place: Here, take: Take, then: Then | None = None, back: Then | None = None) -> None:
    """Continue below the fields that `take` reads, and Back at the top of the page; the answers are in the menu.

    Both take over what is valid; Continue alone notes that the page has been looked at.
    """
    leaving.reads_case(take)
    with st.container(key="step_buttons"):
        _button(place, "steps.continue", lambda: leaving.submit(then or (lambda: move_on(place.step))), "primary")
    _above(place, back or _to_step_before(place.step))


def way_back_from_answers(place: Here) -> None:
    """From the list of answers, to the page of questions from which it was opened."""
    came_from = where_one_was()
    _above(place, lambda: go(came_from.step, came_from.number))


def where_one_was() -> Here:
    """The page of questions that was shown before the list of answers, or else the first that is open."""
    return st.session_state.get(_LAST_SHOWN) or Here(first_open())


def _above(place: Here, back: Then | None) -> None:
    """In the room that `top` has left: Back, and which page this is; not of how many, since answers change that."""
    order = asked()
    with st.session_state[_TOP]:
        if back:
            _button(place, "steps.back", _leave(back))
        if place.step in order:
            show(paragraph(say("steps.which", number=order.index(place.step) + 1), class_="which"))


def _button(place: Here, key: str, press: Then, kind: Literal["primary", "tertiary"] = "tertiary") -> None:
    """A button of this page alone, so that a second press never counts for the page that follows."""
    words = say(key)
    st.button(words, type=kind, key=f"press {words} {place.page}", on_click=whole(press))


def _leave(then: Then) -> Then:
    def leave() -> None:
        leaving.collect_now()
        then()

    return leave


def _to_step_before(step: str) -> Then | None:
    earlier = before(step) if step in names() else ""
    return (lambda: go(earlier)) if earlier else None


def begin(place: Here, instead: str = "") -> None:
    """Tell the frame which page of questions this is, remember it as where the user was, and leave room for Back. The
    list of answers is not such a page: from it the menu leads back to the questions.
    `instead`: what stands there for now, as the browser's copy calls it."""
    showing(instead or place.page)
    _top()
    if place.step != names()[-1]:
        st.session_state[_LAST_SHOWN] = replace(place, message="")
