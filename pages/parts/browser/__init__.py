"""What only the browser can do: keep the draft in the tab, hide the page at once, move the focus, save what it kept.

The scripts beside this file are ours, are fixed, and never hold what a user typed.
"""
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_HIDE = """<button type="button" title="Hides this page and its title at once. Press again to bring it back.">
Hide page <kbd>Esc</kbd></button>"""
_HIDE_STYLE = """
button { font: inherit; font-size: 1rem; line-height: 1.25; min-height: 2.25rem; padding: 0.25rem 0.75rem;
  cursor: pointer; background: #fff; color: #0b0c0c; border: 2px solid #0b0c0c; border-radius: 4px;
  white-space: nowrap; }
button:hover { background: #f3f2f1; }
button:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; outline-offset: 0; }
kbd { font: inherit; font-size: 0.875rem; border: 1px solid #505a5f; border-radius: 3px; padding: 0 0.25rem; }
@media print { button { display: none; } }
"""

_KEPT = '<section aria-label="Earlier answers, kept as a file"></section>'
_KEPT_STYLE = """
section { border-left: 6px solid #8a4b00; background: #f3f2f1; color: #0b0c0c; padding: 0.5rem 1rem;
  font-size: 1rem; line-height: 1.4; }
p { margin: 0 0 0.4rem; }
summary { cursor: pointer; color: #00566b; text-decoration: underline; min-height: 1.75rem; width: fit-content; }
summary:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; border-radius: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { border-top: 1px solid #b1b4b6; padding-top: 0.5rem; margin-top: 0.5rem; }
button { font: inherit; min-height: 2.75rem; padding: 0.25rem 0.9rem; margin: 0 0.5rem 0.25rem 0; cursor: pointer;
  background: #fff; color: #0b0c0c; border: 2px solid #0b0c0c; border-radius: 4px; }
button:hover { background: #e4e3e2; }
button:focus-visible { outline: 3px solid #ffdd00; box-shadow: 0 0 0 6px #0b0c0c; outline-offset: 0; }
@media print { section { display: none; } }
"""

_guard = st.components.v2.component(
    "windscreen_guard", html=_HIDE, css=_HIDE_STYLE, js=(_HERE / "guard.js").read_text(encoding="utf-8")
)
_kept = st.components.v2.component(
    "windscreen_kept", html=_KEPT, css=_KEPT_STYLE, js=(_HERE / "kept.js").read_text(encoding="utf-8")
)
_reach = st.components.v2.component("windscreen_reach", js=(_HERE / "reach.js").read_text(encoding="utf-8"))
_store = st.components.v2.component("windscreen_store", js=(_HERE / "store.js").read_text(encoding="utf-8"))

SAVE_KEY = "store_save"


def hide_button() -> None:
    """The button that blanks the page and brings it back; Escape does the same."""
    _guard(key="guard")


def reach() -> None:
    """A way past the menu, names for groups of boxes, and a polite word when a number to ring appears or changes."""
    _reach(key="reach", height=1)


def kept_answers() -> None:
    """Answers that no page could take over, offered as a file; hidden while the browser has none. No server needed."""
    _kept(key="kept")


def ask_for_draft() -> dict[str, Any] | None:
    """What the browser kept; None while it has not answered yet.

    `json` is the draft or None, `unsent` what was typed and not sent, `aside` whether answers that no page could take
    over are still kept beside it.
    """
    answer = _store(key="store_load", data={"op": "load"}, on_draft_change=lambda: None, height=1)
    return answer.draft  # type: ignore[no-any-return]


def save(data: dict[str, Any], on_unsent: Any) -> None:
    """Mirror the draft, forget sent pages, mark wrong fields and move the focus: the last element of every page.

    `unread` in the data: why the draft that the browser gave could not be taken; it is put aside first.
    """
    _store(key=SAVE_KEY, data={"op": "save", **data}, on_unsent_change=on_unsent, height=1)
