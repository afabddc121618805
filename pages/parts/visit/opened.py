"""One visit to one page: what it was opened with, so that nothing on it moves under the user's hands."""
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import streamlit as st

from pages.parts.visit import clock, draft
from pages.parts.visit.draft import Parts
from pages.parts.visit.remembered import remembered

_ADDRESS, _VISITED, _UNHEARD, _LEFT = "opened_at", "visited", "unheard", "left"


@dataclass
class Opened:
    """One visit to one page. Its fields are drawn from `parts`, the answers as they were when it was opened, so that
    nothing moves or vanishes under the user's hands; `kept` is what has been taken from its fields since.

    `address` is what it was opened by, `at` the moment. `takes` reads each group of its fields (asking/leaving.py).
    `values` is what the server last had of each field, by name; `options` the values of each choice, in order.

    `came_back` is what the browser gave back for its fields, which they go on starting from.
    Somebody may be quicker than the page: `begun` once it has fields, `whole` once all of it has been drawn, `early` if
    a field was changed before that.
    """

    address: object
    parts: Parts
    kept: Parts
    at: datetime
    page: str = ""
    takes: dict[str, Callable[[Parts, Any], Parts]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    options: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    came_back: dict[str, Any] | None = None
    begun: bool = False
    whole: bool = False
    early: bool = False


def opened_page() -> Opened:
    """The visit to the page that is shown now."""
    found: Opened | None = remembered(draft.OPENED)
    if found is None:
        if draft.GENERATION not in st.session_state:
            draft.renew()
        now = draft.parts()
        found = Opened(st.session_state.get(_ADDRESS), now, now, clock.now())
        st.session_state[draft.OPENED] = found
    return found


def came_back() -> dict[str, Any]:
    """What was typed on this page earlier and never sent, by widget name: where its fields start, all through a visit.
    """
    page = opened_page()
    if page.came_back is None:
        page.came_back = dict(draft.unsent())
    return page.came_back


def turn_to(address: object) -> bool:
    """Say what is shown now, at the beginning of a run: another address is another visit. Whether it is one."""
    state = st.session_state
    if state.get(_ADDRESS) == address:
        return False
    state[_ADDRESS] = address
    left: Opened | None = state.get(draft.OPENED)
    turn_over()
    if left and left.begun:
        ask()
    return True


def turn_over() -> None:
    """End the visit to this page: what is drawn next starts from the answers as they are now."""
    page: Opened | None = st.session_state.pop(draft.OPENED, None)
    if page and page.begun:
        st.session_state.setdefault(_VISITED, {})[page.page] = page
        st.session_state[_LEFT] = page.page


def ask() -> None:
    """Let the browser say what it still has of the page that was left, before another one is shown."""
    st.session_state[_UNHEARD] = secrets.token_hex(4)


def visited(page: str) -> Opened | None:
    """The last visit to a page that has been left, as the browser's copy calls it."""
    found: Opened | None = st.session_state.get(_VISITED, {}).get(page)
    return found


def last_left() -> str:
    """The page with fields that was left last."""
    return str(st.session_state.get(_LEFT, ""))


def unheard() -> str:
    """The browser is to say what it still has of the page that was left, and has not yet: the number of this question,
    or nothing."""
    return str(st.session_state.get(_UNHEARD, ""))


def heard() -> None:
    """The browser has said it."""
    st.session_state.pop(_UNHEARD, None)


@contextmanager
def as_opened() -> Iterator[Opened]:
    """Inside, `case()`, `details()` and `progress()` are what they were when this page was opened."""
    page, before = opened_page(), st.session_state.get(draft.SHOWN)
    st.session_state[draft.SHOWN] = page.parts
    try:
        yield page
    finally:
        st.session_state[draft.SHOWN] = before
