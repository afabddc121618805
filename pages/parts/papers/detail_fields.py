"""Fields of the details: each can be answered, left empty, or said to be not known; some can be kept confidential.

What the check has answered is read back and not asked again: its field stands in the fold, with that answer in it, for
whoever wants the paper to say it otherwise. Left as it is, it stays the answer of the check.

A `choice` stands across, an `option` has longer answers, one below the other. A `day` is a date. A `when` is text that
may be a date, and a `clock` text that may be a time of day: what can be read as one is kept in full ("27 March 2018",
"15:15"), anything else as it was typed.
"""
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, TypeVar

import streamlit as st
from pydantic import ValidationError

from decision.spoken import time_of_day
from decision.written import read_time, tidy
from decision.written_day import BOUNDS, DayKind, read_day
from exports.details import NOT_KNOWN, Held
from exports.prefilled import FromCheck, is_blank
from guidance.vocabulary import Fact
from guidance.words import say
from guidance.words.forms import capital, listed, mid
from guidance.words.forms import day as written_out
from pages.parts.asking.choices import YES_NO
from pages.parts.asking.questions import (
    AGAIN, Sent, choose, day, errors, group, line, lines, plain, tick, ticks, when_changed,
)
from pages.parts.visit import clock, draft, opened

R = TypeVar("R", bound=Fact)
Kind = Literal["line", "lines", "held", "held_lines", "day", "when", "clock", "choice", "option", "tick", "ticks"]
Still = Literal["yours", "safe", "asked", "together", "happened"]
"""Why "not known" is no answer: only the user can say it, a guess could put somebody at risk, it is what somebody says
when asked, it is written with the family, it has not happened yet."""
NAMED = 4
"""Fields that the line of a fold names."""
PARTS = ("", "-day", "-month", "-year", "-unknown", "-held")
"""What the inputs of one question are called by, after its name."""
NO_ROOM = say("documents.no_room")
_FIGURES = re.compile(r"\d{1,4}([ /.-])\d{1,2}\1\d{1,4}")
"""Text that can be meant for nothing but a date."""


@dataclass(frozen=True)
class Field:
    """One question about a record: the attribute it fills, what it is called, and how it is asked.

    `short` stands beside "not known" and "keep confidential", where `called` is too long for that. `options` belong to
    a choice, and `of` to a date: what it is a date of. `first`: seen at once; where one of a record is, the others are
    folded away. `fact`: about the child or family, so that "all blanks are not known" may be said of it. `still`: why
    it may not, of what is needed all the same; where neither is said it can be left out.
    """

    attribute: str
    called: str
    kind: Kind = "line"
    hint: str = ""
    options: tuple[tuple[str, str], ...] = tuple(YES_NO.items())
    short: str = ""
    of: DayKind = "past"
    first: bool = False
    fact: bool = False
    still: Still | None = None

    @property
    def in_short(self) -> str:
        """What it is called in a list of several."""
        return self.short or self.called


Known = Mapping[str, FromCheck]
"""Attribute → what the check says of it, of those that the record leaves blank."""


def ask(record: Fact, fields: tuple[Field, ...], name: str, known: Known = MappingProxyType({})) -> None:
    """Draw the fields of a record, as a group that goes by the heading before it; those that are not needed at first
    sight, and what the check has answered, in a fold that says what it holds.

    `name` keeps the fields of different records apart.
    """
    seen, folded = split(fields, known)
    with group(name):
        _draw(seen, record, name, known)
        if folded:
            label, wrong = _line_of(folded, record, known), is_wrong(folded, name)
            with st.container(key=f"fold_{draft.widget_key(name)}"), st.expander(label, expanded=wrong):
                _draw(folded, record, name, known)


def is_wrong(fields: tuple[Field, ...], name: str) -> bool:
    """Whether something has to be put right in one of these fields, so that their fold is open."""
    return any(f"{name}-{field.attribute}{part}" in errors() for field in fields for part in PARTS)


def split(fields: tuple[Field, ...], known: Known) -> tuple[tuple[Field, ...], tuple[Field, ...]]:
    """The fields that are seen at once, and those in the fold. A date that the check has is in neither: it is changed
    where it was given."""
    asked = tuple(field for field in fields if not (field.kind == "day" and field.attribute in known))
    some = any(field.first for field in fields)
    seen = tuple(field for field in asked if field.attribute not in known and (field.first or not some))
    return seen, tuple(field for field in asked if field not in seen)


def _draw(fields: tuple[Field, ...], record: Fact, name: str, known: Known) -> None:
    for field in fields:
        _ask(field, getattr(record, field.attribute), f"{name}-{field.attribute}", known.get(field.attribute))


def _line_of(fields: tuple[Field, ...], record: Fact, known: Known) -> str:
    """What a fold holds: what it asks, and how much of it has been said here."""
    answered = sum(not is_blank(getattr(record, field.attribute)) for field in fields if field.attribute not in known)
    names = [mid(field.in_short) for field in fields]
    others = len(names) - NAMED
    asked = listed((*names[:NAMED], say("documents.more", number=others))) if others > 1 else listed(names)
    if all(field.attribute in known for field in fields):
        return plain(say("documents.differently", asked=asked))
    line_ = say("documents.fold_answered", asked=asked, number=answered) if answered else asked
    return plain(capital(line_))


def take(record: R, fields: tuple[Field, ...], name: str, sent: Sent, known: Known = MappingProxyType({})) -> R:
    """The record as the form says it; what it does not ask about stays. What is wrong goes to `sent.wrong`."""
    values = {field.attribute: _take(field, f"{name}-{field.attribute}", getattr(record, field.attribute), sent,
                                     known.get(field.attribute))
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


def _ask(field: Field, value: Any, name: str, known: FromCheck | None) -> None:
    held = value if isinstance(value, Held) else None
    text = _shown(value, known)
    match field.kind:
        case "choice" | "option":
            start = value or (known.value if known else None)
            choose(name, field.called, dict(field.options), start, field.hint, across=field.kind == "choice")
        case "tick":
            tick(name, field.called, bool(value))
        case "ticks":
            ticks(name, field.called, dict(field.options), value, field.hint)
        case "day":
            day(name, field.called, value if isinstance(value, date) else None,
                field.hint or say("documents.example", day=BOUNDS[field.of].example))
            with st.container(key=f"ticks_{name}"):
                _small_tick(f"{name}-unknown", say("documents.is_not_known", what=field.in_short), value == NOT_KNOWN)
        case "lines" | "held_lines":
            lines(name, field.called, text, field.hint)
        case _:
            line(name, field.called, text, field.hint)
    if held:
        with st.container(key=f"ticks_{name}"):
            _small_tick(f"{name}-held", say("documents.is_confidential", what=field.in_short), held.confidential)


def _shown(value: Any, known: FromCheck | None) -> str:
    """What stands in a field of words: what was written, else what the check says."""
    text = value.text if isinstance(value, Held) else value
    if isinstance(text, str) and text:
        return text
    return known.words if known else ""


def _small_tick(name: str, says: str, ticked: bool) -> None:
    """A tick that belongs to the field above it; its words wrap on a narrow screen."""
    st.checkbox(plain(says), bool(opened.came_back().get(name, ticked)), key=draft.widget_key(name), wrap=True,
                **when_changed())


def _take(field: Field, name: str, before: Any, sent: Sent, known: FromCheck | None) -> Any:
    match field.kind:
        case "choice" | "option":
            said = sent.choice(name, before)
            return before if known and said == known.value else said
        case "tick":
            return sent.ticked(name)
        case "ticks":
            return sent.chosen(name, dict(field.options), before)
        case "day" if known:
            return before
        case "day":
            kept = before if isinstance(before, date) else None
            on: Any = sent.day(name, field.in_short, field.of, kept)
            return on or (NOT_KNOWN if sent.ticked(f"{name}-unknown") else None)
        case _:
            return _words(field, name, before, sent, known)


def _words(field: Field, name: str, before: Any, sent: Sent, known: FromCheck | None) -> Any:
    """What a field of words says; "not known" in any spelling is that answer, and the words of the check add nothing.
    """
    text = before.text if isinstance(before, Held) else before
    shown = _shown(before, known)
    said = sent.words(name, field.called, shown)
    if said == shown:
        said = text
    elif tidy(said).casefold().rstrip(".") == NOT_KNOWN:
        said = NOT_KNOWN
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
