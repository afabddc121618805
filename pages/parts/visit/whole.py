"""Where Streamlit may end a run: only where something is drawn, never between two things that are remembered.

When another run is asked for, Streamlit (1.67) ends the one that goes on at its next element, and at its next look at
`st.session_state` as well: also in the middle of a callback, whose rest is then never done, and between two values that
belong together. `remember_whole` takes the second away for the runs of this thread; `whole` is for every function that
Streamlit calls by itself (callbacks, fragments). That no second thread changes the session meanwhile is a setting,
`runner.fastReruns = false`. tests/pages/test_cut_off.py ends runs at every place where they can end.
"""
import functools
from collections.abc import Callable
from typing import Any

from streamlit.runtime.scriptrunner import get_script_run_ctx


def remember_whole() -> None:
    """From now on no look at the session ends this run; elements still do. Nothing happens outside a run."""
    if context := get_script_run_ctx(suppress_warning=True):
        object.__setattr__(context.session_state, "_yield_callback", _go_on)   # a test holds that this is its name


def whole(do: Callable[..., object]) -> Callable[..., None]:
    """The same for a callback or fragment: it is done to its end or not at all."""

    @functools.wraps(do)
    def done(*args: Any, **kwargs: Any) -> None:
        remember_whole()
        do(*args, **kwargs)

    return done


def _go_on() -> None:
    """In the place of Streamlit's own question whether to end the run here."""
