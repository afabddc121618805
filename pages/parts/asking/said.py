"""What a callback says to the next run of a page: a sentence to show, and what has been taken over."""
import streamlit as st

from guidance.words import say
from pages.parts.asking import questions
from pages.parts.visit import draft, opened

NOTICE, SENT, SAVED, HEADING, NOT_TAKEN = "notice", "sent", "saved", "heading", "not_taken"


def notice(text: str) -> None:
    """A sentence to show once, on top of the next page that is drawn. Never holds what a user typed."""
    earlier = waiting()
    if text not in earlier.split("\n\n"):
        st.session_state[NOTICE] = f"{earlier}\n\n{text}" if earlier else text


def waiting() -> str:
    """What the next page shows."""
    return str(st.session_state.get(NOTICE, ""))


def shown(text: str) -> None:
    """A page with this text has been drawn to its end. One that was ended before says it again."""
    if left := waiting().removeprefix(text).strip():
        st.session_state[NOTICE] = left
    else:
        withdraw()


def withdraw() -> None:
    """Show no sentence on the next page: what stands there cannot wait for it."""
    st.session_state.pop(NOTICE, None)


def say_back(fields: questions.Sent) -> None:
    """Say on the next page how the times and dates of a form were understood."""
    if fields.understood:
        notice(say("asking.read_back", what=". ".join(fields.understood)))


def not_taken(something: bool) -> None:
    """Note in a callback whether something on the page now shown could not be taken over: the next page says so."""
    st.session_state[NOT_TAKEN] = st.session_state.get(HEADING, "") if something else ""


def say_not_taken() -> None:
    """Say on another page what could not be taken over on the one before."""
    if left := st.session_state.pop(NOT_TAKEN, ""):
        notice(say("asking.not_taken", heading=left))


def sent(page: str, errors_too: bool = True) -> None:
    """Say in a callback that what was typed on a page has been taken over, so that it is not offered back.

    Without `errors_too` what was found wrong when a button was pressed stands until it is pressed again.
    """
    has(page, draft.as_told(draft.fields(), opened.opened_page().options))
    draft.drop_unsent(page)
    if errors_too:
        questions.clear_errors()


def has(page: str, fields: dict[str, object]) -> None:
    """Tell the browser what the server has of some fields of a page (`draft.as_told`), so that it lets go of those."""
    st.session_state.setdefault(SENT, {}).setdefault(page, {}).update(fields)
