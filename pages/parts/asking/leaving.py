"""Whatever is ticked or typed on a page counts, in whatever way the user leaves it.

The fields of a page stand in `answers(...)`, and `reads(take)` says how they are read. Each field is then sent when it
is changed, and a callback takes all of them over, before any page reads the case. Continue adds only that the page has
been looked at, and says what is wrong. What cannot be taken stays on the page as it was typed.

A page is drawn from the answers as they were when it was opened (`opened.as_opened`), and they are what its fields are
read against: a tick that is taken away again leaves nothing behind.
"""
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from decision.case import Case
from exports.details import Details
from pages.parts.asking.questions import CHANGED, Sent, set_errors
from pages.parts.asking.said import SAVED, has, not_taken, say_back, sent
from pages.parts.visit import draft, knowledge, opened
from pages.parts.visit.draft import AT, Parts
from pages.parts.visit.opened import Opened
from pages.parts.visit.whole import whole

Take = Callable[[Parts, Sent], Parts]
"""Reads a group of fields into the answers; what is wrong goes to `Sent.refuse`, and then that field keeps what it was.
"""
_GROUP, _READ = "group", "group_is_read"


@contextmanager
def answers(name: str) -> Iterator[None]:
    """The fields of a page, or of one group on it: each counts as soon as it is changed. `reads` must be called inside.
    """
    page, state = opened.opened_page(), st.session_state
    state[_GROUP], state[_READ], state[CHANGED] = name, False, {"on_change": whole(collect), "args": (page,)}
    page.begun, page.page = True, draft.page()
    try:
        with st.container(key=f"answers_{name}__{page.page.encode().hex()}"):   # store.js reads the page's name there
            yield
        if not state[_READ]:
            raise RuntimeError(f"nothing reads the fields of {name}")
    finally:
        del state[_GROUP], state[_READ], state[CHANGED]
        page.values.update(draft.fields())


def reads(take: Take) -> None:
    """How the fields of this group are read."""
    opened.opened_page().takes[st.session_state[_GROUP]] = take
    st.session_state[_READ] = True


def reads_case(take: Callable[[Case, Sent], Case]) -> None:
    """The same for a group that fills in the case only."""
    reads(lambda parts, fields: (take(parts[0], fields), *parts[1:]))


def reads_details(take: Callable[[Details, Sent], Details]) -> None:
    """The same for a group that fills in the details only."""
    reads(lambda parts, fields: (parts[0], take(parts[1], fields), parts[2]))


def collect(page: Opened) -> None:
    """Callback of every field: take over all that stands on the page and can be taken; keep the rest as typed.

    A visit that another callback of the same run has ended has been taken over already.
    """
    if page is not opened.opened_page():
        return
    page.early = not page.whole
    fields = Sent(leaving=True)
    page.values.update(draft.fields())
    _keep(page, _read(page, fields))
    _taken(page, fields)


def _taken(page: Opened, fields: Sent) -> None:
    """Tell the browser what it can let go of, and keep what was refused as it was typed."""
    not_taken(bool(fields.wrong))
    if not fields.wrong:   # else the browser keeps all of the page, which costs nothing
        has(page.page, draft.as_told(page.values, page.options))
    draft.hold_unsent(page.page, fields.typed)


def count_at_once() -> None:
    """At the end of a page: what the browser gave back of an earlier visit stands in its fields, and counts at once.

    So does what was changed before all of the page had been drawn, when nobody knew yet how it is read.
    """
    page, before = opened.opened_page(), draft.parts()
    if page.whole or not page.begun:
        return
    page.whole = True
    if page.early or draft.unsent():
        collect(page)
    if draft.parts() != before:
        st.rerun()


def take_late(unsent: dict[str, dict[str, Any]]) -> bool:
    """What the browser still had of pages that were left: read as each page is read. Whether any of it was new.

    Where other answers were kept since, or nobody knows any more how the page is read, it is held until the page is
    opened: its fields then show it, and it counts.
    """
    new = False
    for name in sorted(unsent, key=lambda name: name != opened.last_left()):
        page, values = opened.visited(name), unsent[name]
        typed = {key: _value(page, key, values[key]) for key in values if key in page.values} if page else {}
        known = page is not None and all(page.values[key] == held for key, held in typed.items())
        if page is None or not page.whole or not (known or _untouched_since(page)):
            draft.hold_unsent(name, values)
        elif known:
            has(name, draft.as_told({key: held for key, held in typed.items() if key not in draft.held(name)},
                                    page.options))
        else:
            new = True
            page.values.update(typed)
            fields = Sent(leaving=True, values=page.values)
            _keep(page, _read(page, fields))
            _taken(page, fields)
            if fields.typed and AT in values:
                draft.hold_unsent(name, {**fields.typed, AT: values[AT]})
    return new


def _untouched_since(page: Opened) -> bool:
    """Whether no answer has been kept since those of this page; that it was looked at is none."""
    (case, details, progress), now = page.kept, draft.parts()
    return (case, details, progress.but_looked_at(now[2])) == now


def _value(page: Opened, name: str, held: Any) -> Any:
    """What a field holds as the server calls it; the browser calls a choice by its place."""
    options = page.options.get(name)
    if options is None:
        return held
    return options[held] if type(held) is int and 0 <= held < len(options) else None


def collect_now() -> None:
    """The same in a callback that leads away from the page or changes what stands on it: its visit ends."""
    collect(opened.opened_page())
    opened.turn_over()


def submit(then: Callable[[], None]) -> None:
    """Callback of a button: take the page over and move on, or keep what can be taken and say what is wrong."""
    page, fields = opened.opened_page(), Sent()
    page.values.update(draft.fields())
    new = _read(page, fields)
    if fields.wrong:
        collect(page)
        set_errors(page.page, fields.wrong)
        return
    _keep(page, new)
    sent(page.page)
    not_taken(False)
    say_back(fields)
    st.session_state[SAVED] = True
    opened.turn_over()
    then()


def save_button(words: str, then: Callable[[], None] = draft.renew, primary: bool = True,
                key: str | None = None) -> None:
    """A button that takes the page over (`submit`); unless it leads on, the page is then drawn from what was saved."""
    st.button(words, type="primary" if primary else "secondary", key=key, on_click=whole(submit), args=(then,))


def _read(page: Opened, fields: Sent) -> Parts:
    """The answers with what stands in the fields. Where something else was kept meanwhile, they start from that."""
    now = draft.parts()
    if now != page.kept:
        page.parts = now
    new = page.parts
    for take in page.takes.values():
        new = take(new, fields)
    case = knowledge.open_again(page.parts[0], new[0])
    return knowledge.without_old_calls(page.parts[0], case), new[1], new[2]


def _keep(page: Opened, new: Parts) -> None:
    case, details, progress = new
    before = draft.parts()
    draft.keep(
        case=case if case != before[0] else None,
        details=details if details != before[1] else None,
        progress=progress if progress != before[2] else None,
    )
    page.kept = draft.parts()
