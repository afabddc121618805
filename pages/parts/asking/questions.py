"""Inputs that start from the model, show their own error, and are read back once, when their form is sent.

A field has a name; its widget key, its error and its place in the browser's copy all follow from that name.
"""
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from typing import Any

import streamlit as st

from decision.case import TEXT_LIMIT
from decision.hours import local
from decision.spoken import age_words, read_back
from decision.written import Expects, WrittenTime, read_time
from decision.written_day import DayKind, day_doubt, impossible, read_day
from guidance.words import say
from guidance.words.forms import capital, weekday_and_day
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, tag
from pages.parts.visit import clock, draft, opened
from pages.parts.visit.remembered import remembered

ERRORS = "errors"
CHANGED = "changed"
"""What a field does when it is changed, while the fields of a page are drawn whose answers count at once (leaving.py).
"""
READINGS = "readings"
"""Field → what its time may mean (ISO time → words), where that was asked."""
_READ_AS_MARKDOWN = re.compile(r"([\\\\*_`\[\]$<~]|:(?=[a-z]))")
AGAIN = say("asking.again")
ReadBack = Callable[[datetime, datetime], str]
"""A time, as seen from now, in the words in which it is read back."""
LIMIT_HINT = say("asking.limit", limit=f"{TEXT_LIMIT:,}")


def choose(name: str, question: str, options: Mapping[Any, str], chosen: str | None, hint: str = "",
           across: bool = False) -> None:
    """One of several answers (value → words); nothing is chosen beforehand unless it was answered before. Short answers
    stand `across`, as the parts of one bar."""
    values = list(options)
    start = opened.came_back().get(name, chosen)
    if isinstance(start, str):
        start = values.index(start) if start in values else None
    if when_changed():
        opened.opened_page().options[name] = tuple(values)
    label, visibility = _asked(name, question, hint)
    with st.container(key=f"seg_{draft.widget_key(name)}") if across else nullcontext():
        st.radio(
            label, values, index=start if type(start) is int and 0 <= start < len(values) else None,
            horizontal=across, key=draft.widget_key(name), format_func=lambda value: plain(options[value]),
            label_visibility=visibility, **when_changed(),
        )


def pick(name: str, question: str, options: Mapping[Any, str], chosen: str | None, hint: str = "") -> None:
    """One of many answers (value → words), in one line that is searched by typing. It is sent as soon as it is chosen,
    so the browser keeps no copy of it. Nothing is chosen beforehand unless it was answered before."""
    values = list(options)
    label, visibility = _asked(name, question, hint)
    st.selectbox(
        label, values, index=values.index(chosen) if chosen in values else None, key=draft.widget_key(name),
        format_func=lambda value: options[value], label_visibility=visibility,
        placeholder=say("asking.pick"), **when_changed(),
    )


def tick(name: str, says: str, ticked: bool) -> None:
    """One statement to tick. Unticked is never "no"."""
    _error(name)
    st.checkbox(plain(says), bool(opened.came_back().get(name, ticked)), key=draft.widget_key(name), **when_changed())


def ticks(name: str, question: str, options: Mapping[Any, str], ticked: tuple[str, ...], hint: str = "") -> None:
    """Several statements under one question; each is a field of its own, `name-value`."""
    with group(name):
        show(tag("p", tag("strong", question), class_="question"), paragraph(hint, class_="hint"))
        _error(name)
        for value, says in options.items():
            tick(f"{name}-{value}", says, value in ticked)


@contextmanager
def group(name: str, called: str = "") -> Iterator[None]:
    """Fields that belong together: a group for a screen reader. It is named by the question or heading that is in it or
    stands before it (reach.js), or by words that are not shown.
    """
    with st.container(key=f"group_{draft.widget_key(name)}"):
        if called:
            show(tag("p", called, class_="question", hidden=""))
        yield


def line(name: str, question: str, text: str = "", hint: str = "", width: int = 0) -> None:
    """A short answer in one line; `width` in pixels for a number or a time."""
    label, visibility = _asked(name, question, hint)
    st.text_input(label, _typed(name, text), key=draft.widget_key(name), autocomplete="off",
                  label_visibility=visibility, width=width or "stretch", **when_changed())


def lines(name: str, question: str, text: str = "", hint: str = "") -> None:
    """A longer answer. Nothing is cut: an answer over the limit is refused with words when the form is sent."""
    label, visibility = _asked(name, question, hint)
    st.text_area(label, _typed(name, text), key=draft.widget_key(name), height=110,
                 label_visibility=visibility, **when_changed())


def clock_line(name: str, question: str, value: datetime | None, hint: str, kept: bool = True,
               back: ReadBack = read_back) -> None:
    """A time of day in one line, as people write it; where two times may be meant, a choice between them.

    A value that is `kept`, and not only proposed, is read `back`.
    """
    words = say("asking.kept", hint=hint, what=back(value, clock.now())) if value and kept else hint
    line(name, question, f"{local(value):%H:%M}" if value else "", words, width=150)
    readings = st.session_state.get(READINGS, {}).get(name, {})
    if name in errors() and readings:
        choose(f"{name}-reading", say("asking.which"), readings, None)


def day(name: str, question: str, value: date | None, hint: str = "", kept: bool = True) -> None:
    """A date as three short fields: day, month, year. A whole date in the first of them is understood too.

    A value that is `kept`, and not only proposed, is read back in words.
    """
    hint = hint or say("asking.day.hint")
    words = say("asking.kept", hint=hint, what=weekday_and_day(value)) if value and kept else hint
    with group(name):
        show(tag("p", tag("strong", question), class_="question"), paragraph(words, class_="hint"))
        _error(f"{name}-day")
        with st.container(horizontal=True, key=draft.widget_key(f"{name}-parts")):
            boxes = (("day", say("asking.day"), 80), ("month", say("asking.month"), 110),
                     ("year", say("asking.year"), 90))
            for (part, words, width), start in zip(boxes, _boxes(value) if value else ("", "", ""), strict=True):
                st.text_input(words, _typed(f"{name}-{part}", start), key=draft.widget_key(f"{name}-{part}"),
                              autocomplete="off", width=width, **when_changed())


def when_changed() -> dict[str, Any]:
    """What a field does when it is changed: where its page takes answers over at once, it does that."""
    return remembered(CHANGED) or {}


@contextmanager
def reveal(name: str, when: str | tuple[str, ...], *indexes: int, ticked: tuple[str, ...] = ()) -> Iterator[None]:
    """Fields that show only while one of these choices of a field is chosen; without choices, while one is ticked.

    They show as well while one of `ticked` is, which may be among them: a tick is never out of sight.
    Style sheet only: no rerun, and where a browser is too old for it the fields simply always show.
    """
    box = draft.widget_key(f"{name}-box")
    picked = ",".join((_picked(when, *indexes), *(_picked(other) for other in ticked)))
    hidden = f"[data-testid='stLayoutWrapper']:has(> .st-key-{box})"
    show(Markup(f"<style>body:not(:has({picked})) {hidden} {{ display: none; }}</style>"))
    with st.container(key=box):
        yield


@contextmanager
def unless(name: str, when: str, *indexes: int) -> Iterator[None]:
    """Fields that are no question while one of these choices of another is chosen; without choices, while it is ticked.
    What was answered in them before stays."""
    box, picked = draft.widget_key(f"{name}-box"), _picked(when, *indexes)
    hidden = f"[data-testid='stLayoutWrapper']:has(> .st-key-{box})"
    show(Markup(f"<style>body:has({picked}) {hidden} {{ display: none; }}</style>"))
    with st.container(key=box):
        yield


def _picked(when: str | tuple[str, ...], *indexes: int) -> str:
    """Where one of these choices of a field is chosen, or one of these fields is ticked, for a style sheet."""
    inputs = [f'input[value="{index}"]' for index in indexes] or ["input"]
    rulers = [draft.widget_key(ruler) for ruler in ([when] if isinstance(when, str) else when)]
    return ",".join(f".st-key-{ruler} {one}:checked" for ruler in rulers for one in inputs)


def error_summary() -> None:
    """What has to be put right, each with a link to its field; nothing where nothing is wrong."""
    wrong = errors()
    if not wrong:
        return
    links = bullets(*(tag("a", message, href=f"#field-{name}") for name, message in wrong.items()))
    show(tag("div", tag("h2", say("asking.problem")), links, class_="error-summary", role="alert", tabindex="-1"))


def errors() -> dict[str, str]:
    """Field → message, for the page now shown."""
    page, wrong = remembered(ERRORS, ("", {}))
    return wrong if wrong and page == remembered(draft.PAGE) else {}


def set_errors(page: str, wrong: dict[str, str]) -> None:
    """Show these messages when the page is drawn again."""
    st.session_state[ERRORS] = (page, wrong)


def clear_errors() -> None:
    """Nothing is wrong any more."""
    st.session_state.pop(ERRORS, None)


class Sent:
    """The fields of a form that has just been sent, read by name, and what is wrong with them.

    `understood` reads back, in words, every time and every new date. `before` is what the field started from:
    what was not changed comes back exactly so, and what the field could not show, such as a value that is not offered,
    stays. So does a field that is refused.

    `leaving`: no button was pressed. Nothing is taken then that has to be asked about, and nothing counts as looked at;
    `typed` is what stands in the fields that were refused. `values` is what the fields of a page hold that is no
    longer shown.
    """

    def __init__(self, leaving: bool = False, values: Mapping[str, Any] | None = None) -> None:
        self.leaving = leaving
        self._values = values
        self.wrong: dict[str, str] = {}
        self.typed: dict[str, Any] = {}
        self.understood: list[str] = []

    def _held(self, name: str) -> Any:
        if self._values is not None:
            return self._values.get(name)
        return st.session_state.get(draft.widget_key(name))

    def choice(self, name: str, before: Any = None) -> Any:
        """The value chosen. A choice cannot be taken back, so where none is made it is what it was."""
        chosen = self._held(name)
        return before if chosen is None else chosen

    def asked(self, name: str) -> bool:
        """Whether the field stood on the page."""
        return draft.widget_key(name) in st.session_state

    def ticked(self, name: str) -> bool:
        """Whether a statement is ticked."""
        return bool(self._held(name))

    def chosen(self, name: str, options: Mapping[Any, str], before: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The values ticked under one question; values that are not offered stay."""
        ticked = tuple(value for value in options if self.ticked(f"{name}-{value}"))
        if set(ticked) == set(before) & set(options):
            return before
        return (*ticked, *(value for value in before if value not in options))

    def words(self, name: str, called: str, before: str = "") -> str:
        """Text as typed, without blanks around it. One that is too long is refused, never cut."""
        text = str(self._held(name) or "").strip()
        if text == before.strip():
            return before
        if len(text) > TEXT_LIMIT:
            self.refuse(name, say("asking.too_long", what=called, limit=f"{TEXT_LIMIT:,}", written=f"{len(text):,}"))
            return before
        return text

    def time(self, name: str, called: str, expects: Expects = "any", daytime: bool = False,
             on: date | None = None, kept: datetime | None = None, back: ReadBack = read_back) -> datetime | None:
        """A time of day on this day, today where none is given; None where nothing is typed.

        A doubtful one is asked about once, with what it may mean; whoever leaves it and presses again keeps it. Where
        the field says what it said of the moment that was `kept`, that moment stays, on its own day. It is read `back`.
        """
        now, text = clock.now(), self.words(name, called)
        if name in self.wrong:
            return kept
        read = read_time(text, now, expects, daytime, on)
        if read.value is None:
            if read.doubt:
                self.refuse(name, read.doubt)
            return kept if read.doubt else None
        value = self._chosen(name, read)
        if value is None and read.doubt:
            st.session_state.setdefault(READINGS, {})[name] = {
                one.isoformat(): capital(read_back(one, now)) for one in read.readings}
            self.ask(name, say("asking.say_which", doubt=read.doubt, again=AGAIN), f"{name}-reading")
        same = kept and text == f"{local(kept):%H:%M}"
        if name in self.wrong:
            return kept
        value = value or (kept if same and kept else read.value)
        self.understood.append(say("asking.understood", what=called, means=back(value, now)))
        return value

    def _chosen(self, name: str, read: WrittenTime) -> datetime | None:
        """The reading that was chosen, as long as the field still says what it was chosen for."""
        chosen = self.choice(f"{name}-reading")
        return next((one for one in read.readings if one.isoformat() == chosen), None)

    def day(self, name: str, called: str, kind: DayKind, kept: date | None = None,
            since: date | None = None) -> date | None:
        """A date from its three fields; None where all are empty or where it cannot be; `since`: no child before it.

        An odd one is asked about once, but not where it is what was `kept` before. One that cannot be and came with a
        file is asked about and stays, so that nothing is lost and the rest of the page can be saved.
        """
        today = clock.now().date()
        parts = tuple(self.words(f"{name}-{part}", called) for part in ("day", "month", "year"))
        if kept and parts == _boxes(kept):
            if impossible(kept, today, kind):
                self.ask(f"{name}-day", _doubted(called, day_doubt(kept, today, kind)))
            return kept
        read = read_day(" ".join(parts), today, kind)
        beside = (f"{name}-month", f"{name}-year")
        if read.value is None and read.doubt:
            self.refuse(f"{name}-day", say("asking.refused", what=called, doubt=read.doubt), *beside)
        elif read.doubt and read.value != kept:
            self.ask(f"{name}-day", _doubted(called, read.doubt), *beside)
        elif read.value and since and read.value < since:
            self.ask(f"{name}-day", _doubted(called, say("asking.before_children", day=read.words)), *beside)
        if {f"{name}-day", *beside} & set(self.wrong):
            return kept
        if read.value and read.value != kept:
            self.understood.append(
                say("asking.understood", what=called, means=f"{read.words}{_age(read.value, today, kind)}"))
        return read.value

    def ask(self, name: str, question: str, *beside: str) -> None:
        """Ask about an answer once: it is refused, unless this very question stands at the field already."""
        if self.leaving or errors().get(name) != question:
            self.refuse(name, question, *beside)

    def refuse(self, name: str, message: str, *beside: str) -> None:
        """Note what is wrong with a field; the first message of a field stays. `beside`: fields that belong to it."""
        self.wrong.setdefault(name, message)
        for one in (name, *beside):
            self.typed[one] = self._held(one)

    def refused_together(self, *names: str) -> bool:
        """Whether any of these fields, which are one answer, was refused; then all of them stay as they were typed."""
        if not set(names) & set(self.wrong):
            return False
        for one in names:
            self.typed.setdefault(one, self._held(one))
        return True


def _doubted(called: str, doubt: str) -> str:
    """A question about something odd, which is kept by whoever leaves it and presses again."""
    return say("asking.doubted", what=called, doubt=doubt, again=AGAIN)


def _boxes(value: date) -> tuple[str, str, str]:
    """A date as its three fields show it; a year always with four figures, because 18 would be read as 2018."""
    return str(value.day), str(value.month), f"{value.year:04}"


def _age(born: date, today: date, kind: DayKind) -> str:
    return f", {age_words(born, today)}" if kind.endswith("born") else ""


def _typed(name: str, text: str) -> str:
    """What was typed and not sent, or the text from the model."""
    typed = opened.came_back().get(name)
    return typed if isinstance(typed, str) else text


def _asked(name: str, question: str, hint: str) -> tuple[str, Any]:
    """The question in sight, with its hint and error; the same words stay the field's name for a screen reader."""
    if not hint and name not in errors():
        return plain(question), "visible"
    show(join(tag("p", tag("strong", question), class_="question", aria_hidden="true"),
              tag("p", hint, class_="hint", aria_hidden="true") if hint else ""))
    _error(name)
    return plain(f"{question} {hint}".strip()), "collapsed"


def _error(name: str) -> None:
    if message := errors().get(name):
        show(tag("p", say("asking.error", what=message), class_="field-error", id=f"error-{name}"))


def plain(words: str) -> str:
    """Words for a label, letter for letter: only what Markdown would read is escaped; a screen reader hears words."""
    return _READ_AS_MARKDOWN.sub(r"\\\1", " ".join(words.split()))
