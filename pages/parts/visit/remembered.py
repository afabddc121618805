"""What the session holds of ours, for what is asked at every field of a page.

`st.session_state.get` looks among the widgets too, and raises and catches an error for a key that is not there: on the
longest page a tenth of the server's time went there. A test holds the names inside Streamlit (1.67) that are used here.
"""
from collections.abc import Callable
from operator import is_
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

T = TypeVar("T")


def remembered(key: str, otherwise: Any = None) -> Any:
    """The same as `st.session_state.get`, for a key of our own that is no widget's."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return st.session_state.get(key, otherwise)
    state: Any = context.session_state._state   # the session of this run, of which no other thread changes anything
    new = state._new_session_state
    return new[key] if key in new else state._old_state.get(key, otherwise)


def once(name: str, make: Callable[[], T], *of: object, on: object = None) -> T:
    """What `make` works out, once for the same answers and packs in `of`, which are the same if they are one object,
    and for an equal `on`, such as the day. The session holds the last one of this name and no other, and it goes with
    the session.
    """
    kept: tuple[object, tuple[object, ...], T] | None = remembered(name)
    if kept and kept[0] == on and len(kept[1]) == len(of) and all(map(is_, kept[1], of)):
        return kept[2]
    made = make()
    st.session_state[name] = (on, of, made)
    return made
