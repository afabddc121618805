"""The page of the calls: what comes next and the record that is being written; and the page of one earlier record."""
import streamlit as st

from decision.calls import last, written
from guidance.words import say
from pages.parts.asking.questions import error_summary, errors
from pages.parts.asking.way_back import way_back
from pages.parts.display.markup import paragraph, show
from pages.parts.result import call_off
from pages.parts.result.call_form import another, call_form, earlier
from pages.parts.result.next_view import talked_to_somebody_else, what_next
from pages.parts.shell.frame import heading
from pages.parts.shell.other_page import DOCUMENTS_PAGE, RESULT_PAGE
from pages.parts.visit import clock, draft, knowledge, opened
from pages.parts.wizard.calls_said import in_a_line


def what_happened(name: str) -> None:
    """What comes next, what was written down before, and the record that is being written."""
    decision = knowledge.decide_now()
    way_back(name, call_off.back)
    error_summary()
    heading(say("result.rang.title"))
    with st.container():   # one place, whatever stands in it: else the form is drawn anew, with a word half typed in it
        with opened.as_opened():
            told = last(draft.case())
        if not errors():
            known = told and told.outcome and (decision.after_call or talked_to_somebody_else(draft.case()))
            show(what_next(draft.case(), decision, knowledge.packs(), clock.now()) if known else
                 paragraph(say("result.rang.says")))
            if known:
                with st.container(key="result_ways", horizontal=True, gap="small"):
                    st.page_link(DOCUMENTS_PAGE, label=say("result.rang.record"))
                    st.page_link(RESULT_PAGE, label=say("result.rang.back"))
            earlier(draft.case(), decision)
            another(draft.case())
            if known or draft.case().earlier_calls:
                st.header(say("result.rang.yours" if draft.case().call.outcome else "result.rang.next_one"),
                          anchor=False)
        else:
            show(paragraph(say("result.rang.says")))
    with opened.as_opened():
        call_form(draft.case(), decision)
    call_off.button(draft.case(), "")
    show(paragraph(say("result.rang.worried")))


def one_of_before(name: str, key: str) -> None:
    """One record that was written down before, to be changed."""
    way_back(name, call_off.back)
    error_summary()
    heading(say("result.rang.title"))
    with opened.as_opened():
        case, decision = draft.case(), knowledge.decide_now()
        if one := written(case, key):
            show(paragraph(in_a_line(one, case, decision)))
        call_form(case, decision, key, call_off.after_change)
    call_off.button(draft.case(), key)
