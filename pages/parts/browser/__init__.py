"""What only the browser can do: keep the draft in the tab, hide the page at once, move the focus, save what it kept,
go on where the connection is lost.

The scripts beside this file are ours, are fixed, and never hold what a user typed.
"""
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_HIDE = """<button type="button" title="Hides this page and its title at once. Press again to bring it back.">
Hide<span class="wide"> page <kbd>Esc</kbd></span></button>"""
_HIDE_STYLE = """
button { font: inherit; font-size: 1rem; line-height: 1.25; min-height: 2.25rem; padding: 0.25rem 0.75rem;
  cursor: pointer; background: transparent; color: #fff; font-weight: 600; border: 1px solid #fff; border-radius: 6px;
  white-space: nowrap; }
button:hover { background: #fff; color: #8c1d1d; }
button:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; outline-offset: 0; }
kbd { font: inherit; font-size: 0.875rem; border: 1px solid currentColor; border-radius: 3px; padding: 0 0.25rem; }
@media (max-width: 40rem) { .wide { display: none; } }
@media print { button { display: none; } }
"""

_KEPT = '<section aria-label="Earlier answers, kept as a file"></section>'
_KEPT_STYLE = """
section { border-left: 6px solid #c2760a; border-radius: 8px; background: #fff6e8; color: #0b0c0c; padding: 0.5rem 1rem;
  font-size: 1rem; line-height: 1.4; }
p { margin: 0 0 0.4rem; }
summary { cursor: pointer; color: #0b3c4d; text-decoration: underline; min-height: 1.75rem; width: fit-content; }
summary:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; border-radius: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { border-top: 1px solid #b1b4b6; padding-top: 0.5rem; margin-top: 0.5rem; }
button { font: inherit; min-height: 2.75rem; padding: 0.25rem 0.9rem; margin: 0 0.5rem 0.25rem 0; cursor: pointer;
  background: #fff; color: #0b3c4d; font-weight: 600; border: 2px solid #0b3c4d; border-radius: 8px; }
button:hover { background: #e4edef; }
button:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; outline-offset: 0; }
@media print { section { display: none; } }
"""

_CONNECTION = '<div role="status" aria-live="polite"><p></p></div>'
_CONNECTION_STYLE = """
div { position: fixed; left: 0; right: 0; bottom: var(--above, 0); z-index: 100; pointer-events: none; }
p { margin: 0; font-size: 1rem; line-height: 1.4; }
div[data-says] p { background: #0b0c0c; color: #fff; border-top: 4px solid #ffdd00; padding: 0.5rem 1rem; }
@media print { div { display: none; } }
"""

_HAND_OVER = '<button type="button"></button><p role="status"></p>'
_HAND_OVER_STYLE = """
button { font: inherit; font-size: 1rem; font-weight: 600; line-height: 1.25; min-height: 2.75rem;
  padding: 0.3rem 1.1rem; cursor: pointer; background: #fff; color: #0b3c4d;
  border: 2px solid #0b3c4d; border-radius: 8px; max-width: 100%; }
button:hover { background: #e4edef; }
button.primary { background: #0b3c4d; color: #fff; }
button.primary:hover { background: #072a36; }
button:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; outline-offset: 0; }
p { margin: 0.4rem 0 0; font-size: 1rem; line-height: 1.4; color: #0b0c0c; }
p:empty { margin: 0; }
@media print { button, p { display: none; } }
@media (forced-colors: active) {
  button.primary { forced-color-adjust: none; background: ButtonText; color: ButtonFace; border-color: ButtonText; }
}
"""


def _script(name: str) -> str:
    """A script without the lines that only explain it, and without indents: each visit fetches it anew."""
    lines = (line.strip() for line in (_HERE / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if not line.startswith("//"))


_guard = st.components.v2.component("windscreen_guard", html=_HIDE, css=_HIDE_STYLE, js=_script("guard.js"))
_kept = st.components.v2.component("windscreen_kept", html=_KEPT, css=_KEPT_STYLE, js=_script("kept.js"))
_connection = st.components.v2.component(
    "windscreen_connection", html=_CONNECTION, css=_CONNECTION_STYLE, js=_script("connection.js"))
_hand_over = st.components.v2.component(
    "windscreen_hand_over", html=_HAND_OVER, css=_HAND_OVER_STYLE, js=_script("hand_over.js"))
_reach = st.components.v2.component("windscreen_reach", js=_script("reach.js"))
_store = st.components.v2.component("windscreen_store", js=_script("store.js"))

_LOAD_KEY, _SAVE_KEY = "store_load_key", "store_save"


def hide_button() -> None:
    """The button that blanks the page and brings it back; Escape does the same."""
    _guard(key="guard")


def reach() -> None:
    """A way past the menu, names for groups of boxes, and a polite word when a number to ring appears or changes."""
    _reach(key="reach", height=1)


def kept_answers() -> None:
    """Answers that no page could take over, offered as a file; hidden while the browser has none. No server needed."""
    _kept(key="kept")


def connection() -> None:
    """Keep fields writable while the connection is lost, and say so."""
    _connection(key="connection")


def ask_for_draft() -> dict[str, Any] | None:
    """What the browser kept; None while it has not answered yet.

    `json` is the draft or None, `unsent` what was typed and not sent, `aside` whether answers that no page could take
    over are still kept beside it. Each session asks under a key of its own: after a lost one the browser repeats the
    answer it gave to that one, which knows nothing of what was typed since.
    """
    key = st.session_state.setdefault(_LOAD_KEY, f"store_load_{secrets.token_hex(4)}")
    answer = _store(key=key, data={"op": "load"}, on_draft_change=lambda: None, height=1)
    return answer.draft  # type: ignore[no-any-return]


def has_answered() -> bool:
    """Whether this visit has a browser that answers: it has been asked for the draft."""
    return _LOAD_KEY in st.session_state


def ask_for_unsent(token: str) -> dict[str, Any] | None:
    """What was typed on any page and never sent: page → widget name → value. None while it has not answered yet.

    Each `token` is a question of its own.
    """
    answer = _store(key=f"store_unsent_{token}", data={"op": "unsent"}, on_unsent_change=lambda: None, height=1)
    return answer.unsent  # type: ignore[no-any-return]


def save(data: dict[str, Any], on_left: Callable[..., None]) -> None:
    """Mirror the draft, forget sent pages, mark wrong fields and move the focus: the last element of every page.

    `unread` in the data: why the draft that the browser gave could not be taken; it is put aside first. `on_left` is a
    callback for when the browser has something of other pages that the server does not have (`left`).
    """
    _store(key=_SAVE_KEY, data={"op": "save", **data}, on_left_change=on_left, height=1)


def left() -> Any:
    """What the browser last said that it has of pages that were left, in the shape of `ask_for_unsent`."""
    return getattr(st.session_state.get(_SAVE_KEY), "left", None)


def offer_file(key: str, data: dict[str, Any], on_asked: Any) -> None:
    """The button of a file and the words on how it goes; `pages.parts.shell.hand_over` is the one that calls it.

    The browser says `asked`: the number of a press, and whether its file is waited for, saved or dropped.
    """
    _hand_over(key=key, data=data, on_asked_change=on_asked)
