"""Fields of the details: each can be answered, left empty, or said to be not known; some can be kept confidential."""
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

import streamlit as st
from pydantic import ValidationError

from exports.details import NOT_KNOWN, Held
from guidance.vocabulary import Fact
from pages.parts import draft
from pages.parts.choices import YES_NO
from pages.parts.questions import Sent, choose, day, line, lines, plain, tick, ticks

R = TypeVar("R", bound=Fact)
Kind = Literal["line", "lines", "held", "held_lines", "day", "choice", "tick", "ticks"]


@dataclass(frozen=True)
class Field:
    """One question about a record: the attribute it fills, what it is called, and how it is asked.

    `short` stands beside "not known" and "keep confidential", where `called` is too long for that. `options` belong to
    a choice.
    """

    attribute: str
    called: str
    kind: Kind = "line"
    hint: str = ""
    options: tuple[tuple[str, str], ...] = tuple(YES_NO.items())
    short: str = ""


def ask(record: Fact, fields: tuple[Field, ...], name: str) -> None:
    """Draw every field of a record; `name` keeps the fields of different records apart."""
    for field in fields:
        _ask(field, getattr(record, field.attribute), f"{name}-{field.attribute}")


def take(record: R, fields: tuple[Field, ...], name: str, sent: Sent) -> R:
    """The record as the form says it; what it does not ask about stays. What is wrong goes to `sent.wrong`."""
    values = {field.attribute: _take(field, f"{name}-{field.attribute}", sent) for field in fields}
    try:
        return type(record).model_validate(dict(record) | values)
    except ValidationError as problem:
        for error in problem.errors(include_input=False, include_url=False):
            attribute = str(error["loc"][0])
            called = next((field.called for field in fields if field.attribute == attribute), attribute)
            sent.refuse(f"{name}-{attribute}", f"{called}: {error['msg']}.")
        return record


def _ask(field: Field, value: Any, name: str) -> None:
    held = value if isinstance(value, Held) else None
    text = held.text if held else value
    match field.kind:
        case "choice":
            choose(name, field.called, dict(field.options), value, field.hint, across=True)
            return
        case "tick":
            tick(name, field.called, bool(value))
            return
        case "ticks":
            ticks(name, field.called, dict(field.options), value, field.hint)
            return
        case "day":
            day(name, field.called, value if isinstance(value, date) else None, field.hint or "For example 27 3 2018")
        case "lines" | "held_lines":
            lines(name, field.called, "" if text == NOT_KNOWN else text, field.hint)
        case _:
            line(name, field.called, "" if text == NOT_KNOWN else text, field.hint)
    with st.container(horizontal=True, key=f"ticks_{name}"):
        _small_tick(f"{name}-unknown", f"{field.short or field.called}: not known", text == NOT_KNOWN)
        if held:
            _small_tick(f"{name}-held", f"{field.short or field.called}: confidential", held.confidential)


def _small_tick(name: str, says: str, ticked: bool) -> None:
    """A tick that belongs to the field above it; its words wrap on a narrow screen."""
    st.checkbox(plain(says), bool(draft.unsent().get(name, ticked)), key=draft.widget_key(name), wrap=True)


def _take(field: Field, name: str, sent: Sent) -> Any:
    match field.kind:
        case "choice":
            return sent.choice(name)
        case "tick":
            return sent.ticked(name)
        case "ticks":
            return sent.chosen(name, dict(field.options))
        case "day":
            said: Any = sent.day(name, field.called)
            return said or (NOT_KNOWN if sent.ticked(f"{name}-unknown") else None)
        case _:
            said = sent.words(name, field.called) or (NOT_KNOWN if sent.ticked(f"{name}-unknown") else "")
    if field.kind in ("held", "held_lines"):
        return Held(text=said, confidential=sent.ticked(f"{name}-held"))
    return said
