"""The answers of this browser tab: one `Case`, one `Details`, and how far the user has got. Nothing is written to disk.

`case()`, `details()` and `progress()` read; `keep(...)` replaces and is called in callbacks, before the script runs;
`forget()` deletes. `parts.frame` restores the draft from the browser and `frame.done()` mirrors it back.
In a test, put a Case into `session_state["case"]` before the first run: then nothing waits for a browser.
"""
import json
import secrets
from datetime import datetime, timedelta
from typing import Any

import streamlit as st
from pydantic import Field, ValidationError

from decision.case import Case
from exports.details import Details
from guidance.vocabulary import Fact, FrozenMap

FORMAT = "windscreen-draft/1"
KEPT_FOR = timedelta(hours=12)
CASE, DETAILS, PROGRESS, GENERATION, UNSENT, PAGE = "case", "details", "progress", "generation", "unsent", "page"
_REFERENCE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_REFERENCE_LENGTH = 6


class SetAside(Fact):
    """The old area's statements after a change of area: kept to be put back, and shown as notes until then."""

    area: str
    case: Case
    note: str


class Progress(Fact):
    """How far the user has got. `seen` are the steps continued or skipped, `topics` those chosen, in order.

    `brief` is group of topics → yes, no or not_sure, where the user was not sure where to start.
    """

    seen: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    brief: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    set_aside: FrozenMap[str, SetAside] = Field(default_factory=dict, validate_default=True)


class DraftProblem(ValueError):
    """A stored draft that cannot be used. The message is for the user and repeats nothing of the draft."""


def case() -> Case:
    """The answers so far, without names."""
    return st.session_state.setdefault(CASE, Case())  # type: ignore[no-any-return]


def details() -> Details:
    """Names, dates of birth and addresses: for documents only, never for the decision."""
    return st.session_state.setdefault(DETAILS, Details())  # type: ignore[no-any-return]


def progress() -> Progress:
    """How far the user has got in the questions."""
    return st.session_state.setdefault(PROGRESS, Progress())  # type: ignore[no-any-return]


def keep(case: Case | None = None, details: Details | None = None, progress: Progress | None = None) -> None:
    """Replace what is given and leave the rest. A first answer gets a random reference that the user may replace."""
    if case is not None:
        named = case if case.reference else case.model_copy(update={"reference": _reference()})
        st.session_state[CASE] = named
    if details is not None:
        st.session_state[DETAILS] = details
    if progress is not None:
        st.session_state[PROGRESS] = progress


def forget() -> None:
    """Delete every answer of this tab. The browser's copy goes with the next `frame.done()`."""
    for key in list(st.session_state):
        del st.session_state[key]
    st.session_state[CASE] = Case()
    renew()


def blank() -> bool:
    """Whether nothing has been answered yet."""
    return (case(), details(), progress()) == (Case(), Details(), Progress())


def widget_key(name: str) -> str:
    """The key of a widget. It changes with each restored session, so no widget shows another session's value."""
    generation = st.session_state.get(GENERATION)
    if generation is None:
        renew()
        generation = st.session_state[GENERATION]
    return f"w_{name}_{generation}"


def renew() -> None:
    """Give every widget a new key, so that it takes its value from the model again."""
    st.session_state[GENERATION] = secrets.token_hex(4)


def start(unsent: Any) -> None:
    """Begin with new widgets and with what was typed on some page and never sent: page → widget name → value.

    It comes from the browser, so whatever has another shape is left out.
    """
    case()
    renew()
    found = unsent if isinstance(unsent, dict) else {}
    kept = {page: values for page, values in found.items() if isinstance(values, dict)}
    st.session_state[UNSENT] = {**st.session_state.get(UNSENT, {}), **kept}


def page() -> str:
    """What is shown now, as the browser's copy calls it."""
    return str(st.session_state.get(PAGE, ""))


def unsent() -> dict[str, Any]:
    """What was typed on the page now shown and never sent, by widget name; empty if nothing was."""
    typed = st.session_state.get(UNSENT)
    return typed.get(st.session_state.get(PAGE), {}) if typed else {}


def drop_unsent(page: str) -> None:
    """Forget what was typed on a page, because it has been sent or is not wanted."""
    st.session_state.get(UNSENT, {}).pop(page, None)


def to_json(case: Case, details: Details, progress: Progress, now: datetime) -> str:
    """A draft as the browser keeps it. Written at every run of every page, so straight from the models."""
    head = json.dumps({"format": FORMAT, "saved_at": now.isoformat()})
    parts = {"case": case, "details": details, "progress": progress}
    body = ", ".join(f'"{name}": {part.model_dump_json()}' for name, part in parts.items())
    return f"{head[:-1]}, {body}}}"


def restore(text: str, now: datetime) -> datetime:
    """Take over a stored draft and return when it was saved. Raises DraftProblem if it is too old or unreadable."""
    try:
        stored = json.loads(text)
        if stored["format"] != FORMAT:
            raise ValueError
        saved_at = datetime.fromisoformat(stored["saved_at"])
        parts = (
            Case.model_validate(stored["case"]),
            Details.model_validate(stored["details"]),
            Progress.model_validate(stored["progress"]),
        )
        age = now - saved_at
    except (ValueError, KeyError, TypeError, ValidationError):
        raise DraftProblem("We could not read the answers kept in this browser tab, so we start with none.") from None
    if age > KEPT_FOR:
        raise DraftProblem("Your earlier answers were more than 12 hours old, so they were deleted.")
    keep(*parts)
    return saved_at


def _reference() -> str:
    return "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(_REFERENCE_LENGTH))
