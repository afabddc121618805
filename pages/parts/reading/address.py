"""What a page shows, chosen by fields and kept in its address, so that a link and Back lead to the same thing.

Only ids of the packs may stand in an address, never words that somebody has typed: those could hold a name.
"""
from collections.abc import Mapping

import streamlit as st

from pages.parts.asking.questions import plain
from pages.parts.visit import draft
from pages.parts.visit.whole import whole

_AT, _ROUND = "address_at", "address_round"
ALL, ENGLAND = "all", "england"
"""Values of the field for the area beside the areas' own ids."""


def begin() -> int:
    """Before the fields: where a link or Back has changed the address, every field starts from it again.

    Gives back how often that has happened, so that a page can move the focus then and leave it alone otherwise.
    """
    here = st.query_params.to_dict()
    if st.session_state.get(_AT) != here:
        st.session_state[_AT] = here
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    return int(st.session_state[_ROUND])


def choice(name: str, question: str, options: Mapping[str, str], default: str, clears: tuple[str, ...] = ()) -> str:
    """A field of the address: value → words. A value that is not offered counts as the default.

    `clears`: parts of the address that lose their meaning when this one changes.
    """
    asked = st.query_params.get(name, default)
    chosen = asked if asked in options else default
    values = list(options)
    key = draft.widget_key(f"{name}_{st.session_state.get(_ROUND, 0)}")
    st.selectbox(
        plain(question), values, index=values.index(chosen), format_func=options.__getitem__, key=key,
        on_change=whole(lambda: _go(name, st.session_state[key], clears)),
    )
    return chosen


def _go(name: str, value: str, clears: tuple[str, ...]) -> None:
    kept = {key: text for key, text in st.query_params.to_dict().items() if key not in (name, *clears)}
    st.query_params.from_dict({**kept, name: value})
    st.session_state[_AT] = st.query_params.to_dict()

