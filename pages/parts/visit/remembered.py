"""What the session holds of ours, for what is asked at every field of a page.

`st.session_state.get` looks among the widgets too, and raises and catches an error for a key that is not there: on the
longest page a tenth of the server's time went there. A test holds the names inside Streamlit (1.67) that are used here.
"""
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx


def remembered(key: str, otherwise: Any = None) -> Any:
    """The same as `st.session_state.get`, for a key of our own that is no widget's."""
    context = get_script_run_ctx(suppress_warning=True)
    if context is None:
        return st.session_state.get(key, otherwise)
    state: Any = context.session_state._state   # the session of this run, of which no other thread changes anything
    new = state._new_session_state
    return new[key] if key in new else state._old_state.get(key, otherwise)
