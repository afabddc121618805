"""The one way to give a file over: made when asked for, sent over the visit's own connection, saved by the browser.

Streamlit's own download button keeps such a file beside all others, where any two runs by anybody delete it before it
is fetched (docs/decisions/0011). Here nothing is kept: a press is a run of the page that makes the file, and the
browser's answer "saved" is a run without it.
"""
import base64
import logging
from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.parts import browser
from pages.parts.visit import draft
from pages.parts.visit.whole import whole

LARGEST = 12_000_000
"""Bytes of a file: in the letters it travels in it stays below the 20 MB that one message may have (config.toml)."""
WAITING, SAVED = "waiting", "saved"


def hand_over(
    name: str, label: str, make: Callable[[], bytes | str], file_name: str, mime: str, *,
    primary: bool = False, on_saved: Callable[[], None] | None = None,
) -> None:
    """A button that gives the user a file each time it is pressed.

    `name` tells this file from others of the page. `make` is called in the run that a press causes, with what is
    answered by then; where it fails the page says so and the button offers the file again. `on_saved` is a callback
    for when the browser has the file.
    """
    key = draft.widget_key(name)

    def changed() -> None:
        if on_saved and _asked(key).get("state") == SAVED:
            on_saved()

    data = {"offer": name, "label": label, "primary": primary, **_file(_asked(key), make, file_name, mime)}
    browser.offer_file(key, data, whole(changed))


def _asked(key: str) -> dict[str, Any]:
    """What the browser last said of this file: the number of the press, and whether the file is awaited or saved."""
    asked = getattr(st.session_state.get(key), "asked", None)
    return dict(asked) if isinstance(asked, dict) else {}


def _file(asked: dict[str, Any], make: Callable[[], bytes | str], file_name: str, mime: str) -> dict[str, Any]:
    """The file for the press that waits for it, or that it could not be made; nothing where nobody waits."""
    if asked.get("state") != WAITING:
        return {}
    try:
        made = make()
        content = made.encode() if isinstance(made, str) else made
        if len(content) > LARGEST:
            raise ValueError("a file of this size cannot be sent")
    except Exception as problem:   # whatever it was, the user is told, and the log hears nothing that was typed
        logging.getLogger(__name__).error("a file could not be made: %s", type(problem).__name__)
        return {"number": asked["number"], "failed": True}
    return {"number": asked["number"], "file": base64.b64encode(content).decode(), "name": file_name, "mime": mime}
