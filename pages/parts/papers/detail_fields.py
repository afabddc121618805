"""Fields of the details: each can be answered, left empty, or said to be not known; some can be kept confidential.

A `day` is a date. A `when` is text that may be a date, and a `clock` text that may be a time of day: what can be read
as one is kept in full ("27 March 2018", "15:15"), anything else as it was typed.
"""
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeVar

import streamlit as st
from pydantic import ValidationError

from decision.spoken import time_of_day
from decision.written import read_time, tidy
from decision.written_day import BOUNDS, DayKind, read_day
from exports.details import NOT_KNOWN, Held
from guidance.vocabulary import Fact
from guidance.words.forms import day as written_out
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import AGAIN, Sent, choose, day, group, line, lines, plain, tick, ticks, when_changed
from pages.parts.visit import clock, draft, opened

R = TypeVar("R", bound=Fact)
Kind = Literal["line", "lines", "held", "held_lines", "day", "when", "clock", "choice", "tick", "ticks"]
PARTS = ("", "-day", "-month", "-year", "-unknown", "-held")
"""What the inputs of one question are called by, after its name."""
NO_ROOM = ("There is no room for another one here. Change or empty one that stands here already, or write this on a "
           "paper of its own and send it too.")
_FIGURES = re.compile(r"\d{1,4}([ /.-])\d{1,2}\1\d{1,4}")
"""Text that can be meant for nothing but a date."""


@dataclass(frozen=True)
class Field:
    """One question about a record: the attribute it fills, what it is called, and how it is asked.

    `short` stands beside "not known" and "keep confidential", where `called` is too long for that. `options` belong to
    a choice, and `of` to a date: what it is a date of.
    """

    attribute: str
    called: str
    kind: Kind = "line"
    hint: str = ""
    options: tuple[tuple[str, str], ...] = tuple(YES_NO.items())
    short: str = ""
    of: DayKind = "past"


def ask(record: Fact, fields: tuple[Field, ...], name: str) -> None:
    """Draw every field of a record, as a group that goes by the heading before it.

    `name` keeps the fields of different records apart.
    """
    with group(name):
        for field in fields:
            _ask(field, getattr(record, field.attribute), f"{name}-{field.attribute}")


def take(record: R, fields: tuple[Field, ...], name: str, sent: Sent) -> R:
    """The record as the form says it; what it does not ask about stays. What is wrong goes to `sent.wrong`."""
    values = {field.attribute: _take(field, f"{name}-{field.attribute}", getattr(record, field.attribute), sent)
              for field in fields}
    try:
        return type(record).model_validate(dict(record) | values)
    except ValidationError as problem:
        for error in problem.errors(include_input=False, include_url=False):
            attribute = str(error["loc"][0])
            called = next((field.called for field in fields if field.attribute == attribute), attribute)
            sent.refuse(f"{name}-{attribute}", f"{called}: {error['msg']}.")
        return record


def at(name: str, field: Field) -> str:
    """The input of a question at which what is wrong with it is said; `name` is the record's."""
    return f"{name}-{field.attribute}{'-day' if field.kind == 'day' else ''}"


def no_room(asked: tuple[Field, ...], name: str, sent: Sent) -> None:
    """Say that a list holds no more rows than it does; what was typed for this one stays as it was typed."""
    inputs = (f"{name}-{field.attribute}{part}" for field in asked for part in PARTS)
    sent.refuse(at(name, asked[0]), NO_ROOM, *(one for one in inputs if sent.choice(one) is not None))


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
            day(name, field.called, value if isinstance(value, date) else None,
                field.hint or f"For example {BOUNDS[field.of].example}")
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
    st.checkbox(plain(says), bool(opened.came_back().get(name, ticked)), key=draft.widget_key(name), wrap=True,
                **when_changed())


def _take(field: Field, name: str, before: Any, sent: Sent) -> Any:
    match field.kind:
        case "choice":
            return sent.choice(name, before)
        case "tick":
            return sent.ticked(name)
        case "ticks":
            return sent.chosen(name, dict(field.options), before)
        case "day":
            kept = before if isinstance(before, date) else None
            said: Any = sent.day(name, field.short or field.called, field.of, kept)
            return said or (NOT_KNOWN if sent.ticked(f"{name}-unknown") else None)
        case _:
            text = before.text if isinstance(before, Held) else before
            said = sent.words(name, field.called, "" if text == NOT_KNOWN else text)
            if not said.strip():
                said = NOT_KNOWN if sent.ticked(f"{name}-unknown") else said
    if field.kind == "when" and said != before:
        return _in_full(field, name, said, sent)
    if field.kind == "clock" and said != before:
        return _of_day(field, name, said, sent)
    if field.kind in ("held", "held_lines"):
        return Held(text=said, confidential=sent.ticked(f"{name}-held"))
    return said


def _in_full(field: Field, name: str, said: str, sent: Sent) -> str:
    """Text that is a date, written out; a period or any other text stays. One that cannot be is asked about once."""
    read = read_day(said, clock.now().date(), field.of)
    if not read.words and not _FIGURES.fullmatch(tidy(said)):
        return said
    if read.doubt:
        sent.ask(name, f"{field.called} {read.doubt}. {AGAIN}")
    if read.value is None:
        return said
    sent.understood.append(f"{field.called}: {read.words}")
    return written_out(read.value)


def _of_day(field: Field, name: str, said: str, sent: Sent) -> str:
    """Text that is a time of day, on the 24-hour clock; any other text stays. One with two readings is asked about."""
    read = read_time(said, clock.now(), "by_day")
    if read.value is None:
        return said
    if read.doubt:
        sent.ask(name, f"{read.doubt} {AGAIN}")
        return said
    shown = f"{read.value:%H:%M}"
    sent.understood.append(f"{field.called}: {time_of_day(read.value)}, {shown}")
    return shown
