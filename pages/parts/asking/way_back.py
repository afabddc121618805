"""Back, from a page that asks and is no step of the check."""
from collections.abc import Callable

import streamlit as st

from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.visit import draft
from pages.parts.visit.whole import whole


def way_back(page: str, to: Callable[[], None]) -> None:
    """Back, above the heading as on every page that asks: what stands on the page is taken along."""
    def leave() -> None:
        leaving.collect_now()
        draft.renew()
        to()

    with st.container(key="step_top", horizontal=True, vertical_alignment="center"):
        words = say("steps.back")
        st.button(words, type="tertiary", key=f"press {words} {page}", on_click=whole(leave))
