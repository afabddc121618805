"""What every page begins and ends with: `frame("Title")` first, `done()` last.

The danger strip comes before everything, so the emergency number waits for no script and no pack.
"""
import secrets
from typing import Any

import streamlit as st

from guidance.words import say
from pages.parts import browser
from pages.parts.asking import leaving, questions
from pages.parts.asking.said import HEADING, SAVED, SENT, notice, say_not_taken, shown, waiting, withdraw
from pages.parts.display.markup import bullets, paragraph, show, strong, tag
from pages.parts.display.style import STYLE
from pages.parts.shell.header import PRODUCT, START, top, whose
from pages.parts.shell.new_edition import fit_kept, take_new_edition
from pages.parts.shell.ring_bar import ring_bar
from pages.parts.visit import clock, draft, opened
from pages.parts.visit.whole import remember_whole, whole

WAIT_SECONDS = 3
_ASKED_AT, _UNRESTORED, _LATE, _DELETED, _UNREAD, _FORGOTTEN, _SINCE, _LATE_HEARD = (
    "asked_at", "unrestored", "late", "deleted", "unread", "forgotten", "listening_since", "late_heard")
_UNREAD_SLOT, _SHOWN_NOTICE = "unread_slot", "notice_shown"


def frame(title: str, *, wide: bool = False) -> None:
    """First statement of a page: title, emergency line, menu; then restores the answers kept in this browser tab.

    A `wide` page has room for two columns; any other is as wide as a line that is easily read.
    """
    remember_whole()
    st.set_page_config(page_title=f"{title} – {PRODUCT}", page_icon="🪟", initial_sidebar_state="collapsed",
                       layout="wide" if wide else "centered")
    st.session_state[draft.PAGE] = title
    if opened.turn_to((title, st.query_params.to_dict())):
        say_not_taken()
    take_new_edition()
    st.html(STYLE)
    places = top()
    browser.kept_answers()
    browser.connection()
    browser.reach()
    with st.container():   # a place of its own, also when empty: else what follows is drawn anew and loses the focus
        _restore()
        _hear_out()
    whose(places)
    _rerun_after_reconnect()
    ring_bar()
    if st.session_state.pop(_DELETED, False):
        st.switch_page(START)
    with st.container():
        _show_notice()
    st.session_state[_UNREAD_SLOT] = st.container(key="unread")


def heading(text: str) -> None:
    """The page's own h1, and the same words as the title of the tab, which says first that something is wrong."""
    title = say("asking.error_title", title=text) if questions.errors() else text
    st.set_page_config(page_title=f"{title} – {PRODUCT}")
    st.title(text, anchor=False)
    st.session_state[HEADING] = text


def showing(page: str) -> None:
    """Name what a page shows now, where it shows different things: for the focus and for text typed and not sent."""
    st.session_state[draft.PAGE] = page


def done(page: str = "", *, answers_above: bool = False) -> None:
    """Last statement of a page: the foot, then the copy of the answers in the browser. `page` as in `showing`.

    `answers_above`: what a button at the foot of its fields brings stands at the top of it, so that is shown then.
    """
    if page:
        showing(page)
    leaving.count_at_once()
    with st.session_state.pop(_UNREAD_SLOT):
        _say_unread()
    _foot()
    state, blank = st.session_state, draft.blank()
    waiting, unread = state.get(_UNRESTORED, False) and blank, state.get(_UNREAD)
    browser.save(
        {
            "run": secrets.token_hex(4),
            "json": None if blank else _stored(),
            "clear": blank and not waiting and not unread,
            "unread": unread,
            "forget": state.get(_FORGOTTEN),
            "page": state[draft.PAGE],
            "errors": questions.errors(),
            "to_top": state.pop(SAVED, False) and answers_above,
            "sent": state.pop(SENT, {}),
        },
        whole(_take_left),
    )
    shown(state.pop(_SHOWN_NOTICE, ""))


def _say_unread() -> None:
    """Which other pages hold something that does not count yet, because nobody knows how it is read until they open."""
    if unread := draft.unread():
        show(tag("div", paragraph(strong(say("unread.title"))), paragraph(say("unread.says")),
                 bullets(*(tag("a", name or address, href=address, class_="within") for address, name in unread)),
                 class_="panel urgent"))


def _stored() -> str:
    return draft.to_json(draft.case(), draft.details(), draft.progress(), clock.now())


def _restore() -> None:
    """Take the draft from the browser. After three seconds without an answer the page starts empty and says so."""
    state = st.session_state
    if draft.CASE in state and not state.get(_UNRESTORED):
        return
    answer = browser.ask_for_draft()
    if answer is not None:
        _take_over(answer)
    elif draft.CASE not in state:
        state.setdefault(_ASKED_AT, clock.ticks())
        _give_up_waiting()
        st.stop()


def _hear_out() -> None:
    """Before another page is shown: take over what the browser still has of the one that was left.

    A click may come so soon after a change that Streamlit drops the change. No page is drawn from answers without it.
    After three seconds without an answer the page is shown, the result says what it may not know, and a late answer
    still counts.
    """
    state, token = st.session_state, opened.unheard()
    if not token or not browser.has_answered():
        return
    answer = browser.ask_for_unsent(token)
    if answer is not None:
        opened.heard()
        state.pop(_SINCE, None)
        if leaving.take_late(draft.of_pages(answer)) and state.pop(_LATE_HEARD, False):
            draft.renew()
        say_not_taken()
    elif not state.get(_LATE_HEARD):
        state.setdefault(_SINCE, clock.ticks())
        _stop_listening()
        st.stop()


def _take_left() -> None:
    """Callback: a button was so quick that the page was left before all that was changed on it had arrived."""
    page = opened.opened_page()
    if leaving.take_late(draft.of_pages(browser.left())) and page.kept == page.parts:
        opened.turn_over()   # nothing is answered yet on the page that is shown: it starts from the answers as they are


@st.fragment(run_every=WAIT_SECONDS)
@whole
def _stop_listening() -> None:
    state = st.session_state
    if _SINCE in state and clock.ticks() - state[_SINCE] >= WAIT_SECONDS:
        state[_LATE_HEARD] = True
        st.rerun()


@st.fragment(run_every=WAIT_SECONDS)
@whole
def _give_up_waiting() -> None:
    state = st.session_state
    if draft.CASE not in state and clock.ticks() - state[_ASKED_AT] >= WAIT_SECONDS:
        state[_UNRESTORED] = True
        draft.case()
        notice(say("late.silent"))
        st.rerun()


def _take_over(answer: dict[str, Any]) -> None:
    """Restore a stored draft, unless something new has been answered meanwhile: then offer it."""
    state = st.session_state
    stored = answer.get("json")
    if answer.get("aside"):
        draft.leave_out()
    if state.get(_UNRESTORED) and not draft.blank() and stored:
        _offer(stored)
        state.pop(_UNRESTORED)
        return
    withdraw()
    if stored:
        _read(stored)
    state.pop(_UNRESTORED, None)
    draft.start(answer.get("unsent"))


def _offer(text: str) -> None:
    """Offer a draft that came late; one that cannot be taken over is put aside at once, as at the start of a visit."""
    try:
        draft.opened(text, clock.now())
        st.session_state[_LATE] = text
    except draft.DraftProblem as problem:
        _refuse(problem)


def _refuse(problem: draft.DraftProblem) -> None:
    """Say why a draft was not taken over. Unless it was too old, the browser puts it aside before it writes again."""
    notice(str(problem))
    st.session_state[_UNREAD] = problem.unread
    if problem.unread:
        draft.leave_out()


def _read(text: str) -> None:
    try:
        draft.restore(text, clock.now())
    except draft.DraftProblem as problem:
        _refuse(problem)
        return
    fit_kept(say("edition.since"))


def _use_late() -> None:
    _read(st.session_state.pop(_LATE))
    draft.renew()


def _show_notice() -> None:
    st.session_state[_SHOWN_NOTICE] = text = waiting()
    if text:
        st.info(text)
    if _LATE in st.session_state:
        st.warning(say("late.came"))
        with st.container(horizontal=True):
            st.button(say("late.use"), key="late_use", on_click=whole(_use_late))
            st.button(say("late.keep"), key="late_keep", on_click=whole(lambda: st.session_state.pop(_LATE, None)))


@st.fragment(run_every="12h")
@whole
def _rerun_after_reconnect() -> None:
    """Never fires: a page with a timed fragment runs again at once when a lost connection comes back (1.67)."""


def _foot() -> None:
    with st.container(key="foot"):
        show(paragraph(say("foot.kept")))
        if not draft.blank() and st.button(say("foot.delete"), key="delete", type="tertiary"):
            _confirm_delete()


@st.dialog(say("foot.delete.title"))
@whole
def _confirm_delete() -> None:
    st.text(say("foot.delete.says"))
    with st.container(horizontal=True):
        st.button(say("foot.delete"), key="delete_yes", type="primary", on_click=whole(_delete))
        if st.button(say("foot.delete.keep"), key="delete_no") or _DELETED in st.session_state:
            st.rerun()


def _delete() -> None:
    draft.forget()
    st.session_state[_DELETED] = True
    st.session_state[_FORGOTTEN] = secrets.token_hex(4)
    notice(say("foot.deleted"))
