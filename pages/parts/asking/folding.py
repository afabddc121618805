"""Fields behind a line that says what it holds, or what was answered there."""
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.parts.asking.questions import errors, plain
from pages.parts.visit import draft, opened

ANSWER_IN_A_LINE = 90
"""Characters of an answer that the line of a fold shows; the fold itself has all of it."""


@contextmanager
def fold(name: str, heading: str, line: str = "", open_: bool = False) -> Iterator[None]:
    """Fields that show once the line above them is pressed: its heading, and in a few words what stands behind it.

    A field behind a closed line is on the page all the same: it keeps what stands in it, and is read.
    """
    said = f"**{plain(heading)}** {plain(line)}" if line else plain(heading)
    with st.container(key=f"fold_{draft.widget_key(name)}"), st.expander(said, expanded=open_):
        yield


@contextmanager
def folded(name: str, heading: str, answer: str, *fields: str, open_: bool = False) -> Iterator[None]:
    """Fields that few need, behind a line that says what was answered in them; open where one of them was not taken."""
    short = answer if len(answer) <= ANSWER_IN_A_LINE else f"{answer[:ANSWER_IN_A_LINE]}…"
    with fold(name, heading, short, open_ or started(*fields)):
        yield


def started(*names: str) -> bool:
    """Whether something stands in one of these fields, or in a part of one, that was not taken: no fold may hide it."""
    waiting = {*errors(), *opened.came_back()}
    return any(field == name or field.startswith(f"{name}-") for name in names for field in waiting)
