"""Leading to another page: where the questions and the result are, and how a callback goes there."""
import streamlit as st

from pages.parts.visit import opened

CHECK_PAGE = "pages/check.py"
RESULT_PAGE = "pages/result.py"
DOCUMENTS_PAGE = "pages/documents.py"
_GO = "go"


def go_to_page(page: str, **address: str) -> None:
    """Leave this page for another, such as the result, which then waits for what the browser still has. `address`:
    what stands after the question mark there.

    For callbacks; `follow` does it at the start of the run.
    """
    st.session_state[_GO] = (page, address)
    opened.ask()


def follow() -> None:
    """Go where a callback has asked to go. A page whose buttons lead away calls it when it begins."""
    page, address = st.session_state.pop(_GO, ("", {}))
    if page:
        st.switch_page(page, query_params=address)
