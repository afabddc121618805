"""Fields behind a line that says what it holds, and answers that stand beside each other like three buttons."""
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.parts.asking.questions import errors, plain
from pages.parts.visit import draft, opened


@contextmanager
def fold(name: str, heading: str, line: str = "", open_: bool = False) -> Iterator[None]:
    """Fields that show once the line above them is pressed: its heading, and in a few words what stands behind it.

    A field behind a closed line is on the page all the same: it keeps what stands in it, and is read.
    """
    said = f"**{plain(heading)}** {plain(line)}" if line else f"**{plain(heading)}**"
    with st.container(key=f"fold_{draft.widget_key(name)}"), st.expander(said, expanded=open_):
        yield


@contextmanager
def segments(name: str) -> Iterator[None]:
    """A choice whose few answers stand beside each other and are pressed with a thumb."""
    with st.container(key=f"seg_{draft.widget_key(name)}"):
        yield


def started(*names: str) -> bool:
    """Whether something stands in one of these fields that was not taken, so that no fold may hide it."""
    waiting = {*errors(), *opened.came_back()}
    return any(name in waiting for name in names)
