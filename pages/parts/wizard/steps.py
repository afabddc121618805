"""The order of the questions and how one moves through them. The address holds a step name, a running number, whether
the page was opened from the list of answers and for which of its fields; never an answer.

Every question may be left empty, and Continue then leads on. A step that was answered elsewhere is passed over, and
stays among the answers with its link. The menu of every page leads to the answers and to the result.
One that has not been reached yet cannot be opened from the address, unless it is always open.
What is opened from the list to be changed leads back to it, by way of what the change makes due.
"""
from collections.abc import Callable
from dataclasses import replace
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from decision.case import Case
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent
from pages.parts.display.markup import paragraph, show
from pages.parts.shell.frame import showing
from pages.parts.shell.header import START
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.visit import clock, draft, knowledge, opened
from pages.parts.visit.draft import Parts
from pages.parts.visit.remembered import once
from pages.parts.visit.whole import whole
from pages.parts.wizard import called_for
from pages.parts.wizard.registry import all_steps
from pages.parts.wizard.step import Here, Row, SoFar, Step

__all__ = ["Here", "Row", "SoFar", "Step"]
"""Passed on, so that a step needs this one module for its order, its buttons and what it says about itself."""

_LAST_SHOWN, _TOP, _ASKED, _DUE = "last_shown", "top_of_step", "steps_asked", "due_by_change"
_FROM = "from"
"""In the address of a page that was opened from the list of answers: the id of that list."""
_AT = "at"
"""In the same address: the field to which the focus goes (store.js); without one it goes to the heading."""

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


def most() -> int:
    """How many steps are asked at most: every one but the list of answers. Which of them are depends on what is still
    to be answered, so no smaller number holds for sure."""
    return len(names()) - 1


def go(step: str, number: int = 0) -> None:
    """Show a step, and one of its pages. For callbacks: one run and one entry in the history. What follows on a page
    that was opened to be changed is opened so too."""
    st.query_params.from_dict(_address(step, number, changing() and step != names()[-1]))


def to_change(step: str, number: int = 0, field: str = "") -> str:
    """The address of a page for a link in the list of answers, to which Continue and Back then lead again."""
    return f"?{urlencode({**_address(step, number, from_list=True), **({_AT: field} if field else {})})}"


def _address(step: str, number: int, from_list: bool) -> dict[str, str]:
    return {"step": step, **({"n": str(number)} if number else {}), **({_FROM: names()[-1]} if from_list else {})}


def changing() -> bool:
    """Whether the page that is shown was opened from the list of answers; not one that is shown in its place."""
    return _from_list() and not at_end_of_change() and not _asked_for().message


def at_end_of_change() -> bool:
    """Whether a change leads to the list of answers, ahead of which stands a sign that it calls for."""
    return _from_list() and st.query_params.get("step") == names()[-1]


def _from_list() -> bool:
    return st.query_params.get(_FROM) == names()[-1]


def before_change() -> Case | None:
    """In a callback that leads on from a page that was opened to be changed: the answers from before. None elsewhere,
    and on one that a change has made due, so that all is asked there in its turn."""
    left = _page_left() if changing() and not due(st.query_params.get("step", "")) else None
    return left[0] if left else None


def _page_left() -> Parts | None:
    left = opened.visited(opened.last_left())
    return left.parts if left else None


def due(step: str) -> bool:
    """Whether a change has made this step due, so that it is gone through before the list is shown again."""
    return step in st.session_state.get(_DUE, ())


def mark(step: str) -> None:
    """Note that a step has been continued."""
    progress = draft.progress()
    draft.keep(progress=progress.but(seen=tuple(dict.fromkeys((*progress.seen, step)))))


def move_on(step: str) -> None:
    """Note that a step is behind the user and show the first one that is not. Behind the last stands the result; and
    the list of answers, where the step was looked at again. One that was opened from the list leads back to it."""
    again, to_list = step in draft.progress().seen, changing()
    mark(step)
    if to_list and (next_ := _first_due()):
        go(next_)
    elif to_list:
        st.query_params.from_dict(_address(names()[-1], 0, from_list=called_for.waiting() is not None))
    elif first_open() == names()[-1] and not again:
        go_to_page(RESULT_PAGE)
    else:
        go(first_open())


def _first_due() -> str:
    """The first step that is open because of a change since the list was shown; empty for none."""
    left = _page_left()
    before, now = _still_open(left or draft.parts()), _still_open(draft.parts())
    st.session_state[_DUE] = found = tuple(step for step in now if step not in before or due(step))
    return next(iter(found), "")


def _still_open(parts: Parts) -> tuple[str, ...]:
    """The steps that are asked after these answers and have not been continued."""
    case, _, progress = parts
    so_far = SoFar(case, progress, knowledge.packs())
    return tuple(step.id for step in all_steps().values()
                 if step.rows and step.id not in progress.seen and step.asked(so_far))


def reopen(step: str) -> None:
    """Ask a step again, because an answer that it rests on has changed."""
    progress = draft.progress()
    draft.keep(progress=progress.but(seen=tuple(name for name in progress.seen if name != step)))


def before(step: str) -> str:
    """The step that was asked before this one; empty for the first. Before one that is opened ahead of others, the last
    that was reached."""
    gone_through, order = _as_asked(step), names()
    seen, first = draft.progress().seen, order.index(first_open())
    reached = [one for one in gone_through[:gone_through.index(step)] if one in seen or order.index(one) <= first]
    return reached[-1] if reached else ""


def _as_asked(now: str) -> tuple[str, ...]:
    """The steps that are asked and the one that is shown, in the order in which the user meets them: the one that a way
    of its own begins with may have been opened first, and then stands ahead of those that it was opened ahead of. A
    page that other pages lead to, and that comes in its turn as well, has one number."""
    seen, wanted = tuple(dict.fromkeys((*draft.progress().seen, now))), asked()
    order = [step for step in names() if step == now or step in wanted]
    for step in [one for one in order if one in seen and of(one).always_open and not of(one).waits]:
        waited = next((one for one in order[:order.index(step)] if _went_ahead(step, one, seen)), "")
        if waited:
            order.remove(step)
            order.insert(order.index(waited), step)
    return tuple(order)


def _went_ahead(step: str, other: str, seen: tuple[str, ...]) -> bool:
    """Whether one step was gone through while the other, which stands before it, was still to come; not where that one
    was passed already, and is asked again or is new."""
    until = seen[:seen.index(other)] if other in seen else seen
    order = names()
    passed = any(order.index(one) > order.index(other) and not of(one).always_open for one in until if one in order)
    return other not in seen[:seen.index(step)] and not passed


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
    to_list = changing() or at_end_of_change()
    _above(place, to_answers if to_list else back or (lambda: _to_step_before(place.step)))


def to_answers() -> None:
    """Show the list of answers."""
    go(names()[-1])


def way_back_from_answers(place: Here) -> None:
    """From the list of answers, to the page of questions from which it was opened."""
    came_from = where_one_was()
    if came_from.step == place.step:   # nothing is open, and no page has been shown
        _above(place, lambda: go_to_page(RESULT_PAGE))
    else:
        _above(place, lambda: go(came_from.step, came_from.number))


def where_one_was() -> Here:
    """The page of questions that was shown before the list of answers, or else the first that is open."""
    return st.session_state.get(_LAST_SHOWN) or Here(first_open())


def _above(place: Here, back: Then) -> None:
    """In the room that `top` has left: Back, and which page this is, of how many at most."""
    with st.session_state[_TOP]:
        _button(place, "steps.back", _leave(back))
        if place.step in asked():
            number = _as_asked(place.step).index(place.step) + 1
            show(paragraph(say("steps.which", number=number, most=most()), class_="which"))


def _button(place: Here, key: str, press: Then, kind: Literal["primary", "tertiary"] = "tertiary") -> None:
    """A button of this page alone, so that a second press never counts for the page that follows."""
    words = say(key)
    st.button(words, type=kind, key=f"press {words} {place.page}", on_click=whole(press))


def _leave(then: Then) -> Then:
    def leave() -> None:
        leaving.collect_now()
        then()

    return leave


def _to_step_before(step: str) -> None:
    """To the step that was asked before this one; from the first to the start."""
    if earlier := before(step):
        go(earlier)
    else:
        go_to_page(START)


def begin(place: Here, instead: str = "") -> None:
    """Tell the frame which page of questions this is, remember it as where the user was, and leave room for Back. The
    list of answers is not such a page, nor is one opened from it to be changed: the menu leads back to the questions.
    `instead`: what stands there for now, as the browser's copy calls it."""
    showing(instead or place.page)
    _top()
    if place.step == names()[-1]:
        st.session_state.pop(_DUE, None)
    elif not changing():
        st.session_state[_LAST_SHOWN] = replace(place, message="")
