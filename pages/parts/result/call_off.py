"""Taking off the record of a talk or call: a page that asks once; and where one goes from the page of a single record.

The address holds a running number, the list from which it was opened, and that it asks; never an answer.
"""
import streamlit as st

from decision.calls import written
from decision.case import Case, EarlierCall
from decision.rung import taken_off
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.said import notice
from pages.parts.asking.way_back import way_back
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.result.call_form import record
from pages.parts.shell.frame import heading
from pages.parts.shell.header import ANSWERS
from pages.parts.shell.other_page import CHECK_PAGE, RESULT_PAGE, go_to_page
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole
from pages.parts.wizard.calls_said import ASKED, FROM, PAGE, in_a_line


def asked_for(case: Case) -> tuple[str, bool]:
    """The number of the earlier record that the address asks for, empty for the one that is being written; and whether
    it asks to take that off. A number that is none of them is as if there was none."""
    number = st.query_params.get("n", "")
    key = number if any(one.key == number for one in case.earlier_calls) else ""
    return key, number == key and st.query_params.get("off") == ASKED and _is_written(case, key)


def name_of(key: str, asks: bool) -> str:
    """What the page is called for what was typed on it."""
    return " ".join(part for part in (PAGE, "off" if asks else "", key) if part)


def button(case: Case, key: str) -> None:
    """The way to take this record off, where there is one."""
    if _is_written(case, key):
        st.button(say("result.rang.off.this"), type="tertiary", key=draft.widget_key("call_off"),
                  on_click=whole(_to_ask), args=(key,))


def ask(page: str, key: str) -> None:
    """The one question: what is taken off, what that means, and the two ways on."""
    one = record(draft.case(), key)
    way_back(page, lambda: _keep(key))
    heading(say("result.rang.off.title"))
    show(paragraph(strong(in_a_line(one, draft.case(), knowledge.decide_now()))), paragraph(one.note),
         paragraph(say("result.rang.off.says")))
    with st.container(key="call_off_ways", horizontal=True, gap="small"):
        st.button(say("result.rang.off"), type="primary", key=draft.widget_key("call_off_yes"),
                  on_click=whole(_take_off), args=(one,))
        st.button(say("result.rang.off.keep"), key=draft.widget_key("call_off_no"), on_click=whole(_keep), args=(key,))


def back() -> None:
    """Back from a record: to the list from which it was opened, or from an earlier one to the page of the calls, and
    from there to the result."""
    if _from_answers():
        _to_answers()
    elif st.query_params.get("n"):
        st.query_params.clear()
    else:
        go_to_page(RESULT_PAGE)


def after_change() -> None:
    """Once an earlier record was saved: to the list from which it was opened, or to the page of the calls."""
    draft.renew()
    _to_list()


def _take_off(one: EarlierCall) -> None:
    """What was typed on the page of another record stays with no number that is now that of the next."""
    case = draft.case()
    if written(case, one.key) == one:
        for page in (PAGE, *(name_of(other.key, asks=False) for other in case.earlier_calls)):
            draft.drop_unsent(page)
        draft.keep(case=taken_off(case, one.key, knowledge.decide_about))
        notice(say("result.rang.off.done"))
    draft.renew()
    _to_list()


def _keep(key: str) -> None:
    draft.renew()
    if _from_answers():
        _to_answers()
    else:
        st.query_params.from_dict({"n": key} if key else {})


def _to_ask(key: str) -> None:
    leaving.collect_now()
    draft.renew()
    back_to = {FROM: ANSWERS["step"]} if _from_answers() else {}
    st.query_params.from_dict({**({"n": key} if key else {}), "off": ASKED, **back_to})


def _to_list() -> None:
    if _from_answers():
        _to_answers()
    else:
        st.query_params.clear()


def _to_answers() -> None:
    go_to_page(CHECK_PAGE, **ANSWERS)


def _from_answers() -> bool:
    return st.query_params.get(FROM) == ANSWERS["step"]


def _is_written(case: Case, key: str) -> bool:
    return written(case, record(case, key).key) is not None
