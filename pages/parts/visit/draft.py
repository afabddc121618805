"""The answers of this browser tab: one `Case`, one `Details`, and how far the user has got. Nothing is written to disk.

`case()`, `details()` and `progress()` read; `keep(...)` replaces and is called in callbacks, before the script runs;
`forget()` deletes. `shell.frame` restores the draft from the browser and `frame.done()` mirrors it back.
In a test, put a Case into `session_state["case"]` before the first run: then nothing waits for a browser.
"""
import json
import re
import secrets
from datetime import datetime, timedelta
from typing import Any, Literal

import streamlit as st
from pydantic import Field, ValidationError

from decision.case import Case
from decision.formats import DRAFT, FormatProblem, current, raised
from decision.moving import SetAside
from decision.reading import parsed
from exports.details import Details
from guidance.vocabulary import Fact, FrozenMap
from guidance.words import say
from pages.parts.visit.remembered import remembered

KEPT_FOR = timedelta(hours=12)
AHEAD = timedelta(minutes=5)
"""By how much the clocks of two servers may differ. A draft from further ahead is not taken: some clock was wrong."""
CASE, DETAILS, PROGRESS, GENERATION, UNSENT, PAGE = "case", "details", "progress", "generation", "unsent", "page"
NOT_READ = "not_read"
AT = "@"
"""Beside the fields of a page in the browser's copy: where it is."""
OPENED, SHOWN = "opened", "shown_parts"
"""The visit to the page that is shown, and the answers that it is drawn from (opened.py)."""
PARTS = ("format", "saved_at", CASE, DETAILS, PROGRESS)
"""All that a draft of today's format holds. What else stands in one would be lost, so such a draft is not read."""
_OURS = re.compile(r"\./|[a-z_]*(\?[A-Za-z0-9_=&.%-]{0,200})?")
_REFERENCE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_REFERENCE_LENGTH = 6


class Progress(Fact):
    """How far the user has got. `seen` are the steps continued or skipped, `topics` those chosen, in order.

    `brief` is group of topics → yes, no or not_sure, where the user was not sure where to start.
    """

    seen: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    brief: FrozenMap[str, str] = Field(default_factory=dict, validate_default=True)
    set_aside: FrozenMap[str, SetAside] = Field(default_factory=dict, validate_default=True)

    def but_looked_at(self, other: "Progress") -> "Progress":
        """The same, with the pages looked at that the other one has."""
        return self.but(seen=other.seen, skipped=other.skipped)


Unread = Literal["unreadable", "newer", "clock"]
"""Why a stored draft is not taken over: it cannot be read, a later version wrote it, its time has not come yet."""


class DraftProblem(ValueError):
    """A stored draft that cannot be used. The message is for the user and repeats nothing of the draft.

    `unread`: why it is kept and offered as a file, or None where it was too old, so that it goes.
    """

    def __init__(self, text: str, unread: Unread | None = None) -> None:
        super().__init__(text)
        self.unread = unread


Parts = tuple[Case, Details, Progress]


def case() -> Case:
    """The answers so far, without names."""
    shown = _shown()
    return shown[0] if shown else st.session_state.setdefault(CASE, Case())


def details() -> Details:
    """Names, dates of birth and addresses: for documents only, never for the decision."""
    shown = _shown()
    return shown[1] if shown else st.session_state.setdefault(DETAILS, Details())


def progress() -> Progress:
    """How far the user has got in the questions."""
    shown = _shown()
    return shown[2] if shown else st.session_state.setdefault(PROGRESS, Progress())


def parts() -> Parts:
    """All three."""
    return case(), details(), progress()


def _shown() -> Parts | None:
    """Within `opened.as_opened` the answers that the page was opened with."""
    shown: Parts | None = remembered(SHOWN)
    return shown


def keep(case: Case | None = None, details: Details | None = None, progress: Progress | None = None) -> None:
    """Replace what is given and leave the rest. A first answer gets a random reference that the user may replace."""
    if case is not None:
        named = case if case.reference else case.but(reference=_reference())
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


def leave_out() -> None:
    """Note that answers of this tab could not be read, so that no result passes for one that knows them."""
    st.session_state[NOT_READ] = True


def left_out() -> bool:
    """Whether answers of this tab could not be read, now or before a reload; they are still kept in it as a file."""
    return bool(st.session_state.get(NOT_READ))


def blank() -> bool:
    """Whether nothing has been answered yet."""
    return (case(), details(), progress()) == (Case(), Details(), Progress())


def widget_key(name: str) -> str:
    """The key of a widget. It changes with each restored session, so no widget shows another session's value."""
    generation = remembered(GENERATION)
    if generation is None:
        renew()
        generation = st.session_state[GENERATION]
    return f"w_{name}_{generation}"


def renew() -> None:
    """Give every widget a new key, so that it takes its value from the model again."""
    st.session_state[GENERATION] = secrets.token_hex(4)
    st.session_state.pop(OPENED, None)


def start(unsent: Any) -> None:
    """Begin with new widgets and with what was typed on some page and never sent: page → widget name → value."""
    case()
    renew()
    for page, values in of_pages(unsent).items():
        hold_unsent(page, values)


def of_pages(unsent: Any) -> dict[str, dict[str, Any]]:
    """What the browser hands over of fields: page → widget name → value. What has another shape is left out.

    Under `AT` stand the address of the page and its heading; an address that is none of ours is left out.
    """
    found = unsent if isinstance(unsent, dict) else {}
    pages = {str(page): dict(values) for page, values in found.items() if isinstance(values, dict)}
    for values in pages.values():
        at = values.pop(AT, None)
        if isinstance(at, list) and len(at) == 2 and _OURS.fullmatch(str(at[0])):
            values[AT] = (str(at[0]), str(at[1])[:100])
    return pages


def page() -> str:
    """What is shown now, as the browser's copy calls it."""
    return str(st.session_state.get(PAGE, ""))


def unsent() -> dict[str, Any]:
    """What was typed on the page now shown and never sent, by widget name; empty if nothing was."""
    return held(page())


def held(page: str) -> dict[str, Any]:
    """The same of any page."""
    found: dict[str, Any] = st.session_state.get(UNSENT, {}).get(page, {})
    return found


def unread() -> tuple[tuple[str, str], ...]:
    """Other pages on which something was ticked or typed that does not count yet: their addresses and headings."""
    pages = st.session_state.get(UNSENT, {})
    return tuple(dict.fromkeys(values[AT] for name, values in pages.items() if AT in values and name != page()))


def hold_unsent(page: str, typed: dict[str, Any]) -> None:
    """Keep what cannot be taken from a page's fields, so that it stands there as typed when the user comes back."""
    held = st.session_state.setdefault(UNSENT, {})
    if typed:
        held[page] = {**({AT: held[page][AT]} if AT in held.get(page, {}) else {}), **typed}
    else:
        held.pop(page, None)


def drop_unsent(page: str) -> None:
    """Forget what was typed on a page, because it has been sent or is not wanted."""
    st.session_state.get(UNSENT, {}).pop(page, None)


def fields() -> dict[str, Any]:
    """What stands in the fields now shown, by widget name."""
    end, state = f"_{st.session_state.get(GENERATION)}", st.session_state
    return {str(key)[2:-len(end)]: value for key, value in state.to_dict().items()
            if str(key).startswith("w_") and str(key).endswith(end)}


def as_told(fields: dict[str, Any], options: dict[str, tuple[Any, ...]]) -> dict[str, Any]:
    """What stands in fields, by widget name: text, ticked or not, or the place of the choice; -1 for none.

    The browser lets go of its own copy of a field only where this says the same. `options`: the values of each choice.
    """
    places = {name: options[name].index(value) if value in options[name] else -1
              for name, value in fields.items() if name in options}
    return {**{name: value for name, value in fields.items() if isinstance(value, str | bool)}, **places}


def to_json(case: Case, details: Details, progress: Progress, now: datetime) -> str:
    """A draft as the browser keeps it. Written at every run of every page, so straight from the models."""
    head = json.dumps({"format": current(DRAFT), "saved_at": now.isoformat()})
    parts = {"case": case, "details": details, "progress": progress}
    body = ", ".join(f'"{name}": {part.model_dump_json()}' for name, part in parts.items())
    return f"{head[:-1]}, {body}}}"


def restore(text: str, now: datetime) -> datetime:
    """Take over a stored draft and return when it was saved. Raises DraftProblem as `opened` does."""
    saved_at, parts = opened(text, now)
    keep(*parts)
    return saved_at


def opened(text: str, now: datetime) -> tuple[datetime, Parts]:
    """When a stored draft of any format was saved, and what it holds.

    Raises DraftProblem: too old, unreadable, of a newer version, or saved at a time that has not come yet.
    """
    try:
        stored = parsed(text)
        saved_at = _saved_at(stored)
        if saved_at and now - saved_at > KEPT_FOR:
            raise DraftProblem(say("draft.too_old"))
        stored = raised(DRAFT, {"format": "", **stored})
        if not saved_at or set(stored) - set(PARTS):
            raise _unread("unreadable")
        parts = (
            Case.model_validate(stored["case"]), Details.model_validate(stored["details"]),
            Progress.model_validate(stored["progress"]),
        )
    except FormatProblem as problem:
        raise _unread("newer" if problem.newer else "unreadable") from None
    except (KeyError, ValidationError):
        raise _unread("unreadable") from None
    if saved_at - now > AHEAD:
        raise _unread("clock")
    return saved_at, parts


def _saved_at(stored: dict[str, Any]) -> datetime | None:
    """The moment at which a draft was saved, with its zone; None where that cannot be read."""
    try:
        moment = datetime.fromisoformat(stored["saved_at"])
    except (KeyError, TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None


def _unread(why: Unread) -> DraftProblem:
    return DraftProblem(say("draft.kept_as_file", why=say(f"draft.{why}")), why)


def _reference() -> str:
    return "".join(secrets.choice(_REFERENCE_LETTERS) for _ in range(_REFERENCE_LENGTH))
