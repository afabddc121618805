"""What came of the talk or call, and what comes next."""
import streamlit as st

from decision.calls import last
from guidance.words import say
from pages.parts.asking.questions import error_summary, errors
from pages.parts.asking.way_back import way_back
from pages.parts.display.markup import paragraph, show
from pages.parts.result.call_form import call_form, earlier
from pages.parts.result.next_view import what_next
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.shell.other_page import DOCUMENTS_PAGE, RESULT_PAGE, follow, go_to_page
from pages.parts.visit import draft, knowledge, opened
from pages.parts.wizard.calls_said import PAGE

frame(say("result.rang.title"))

follow()
showing(PAGE)
decision = knowledge.decide_now()
way_back(PAGE, lambda: go_to_page(RESULT_PAGE))
error_summary()
heading(say("result.rang.title"))
with st.container():   # one place, whatever stands in it: else the form is drawn anew, with a word half typed in it
    with opened.as_opened():
        written = last(draft.case())
    if decision.after_call and written and written.outcome and not errors():
        show(what_next(draft.case(), decision, knowledge.packs()))
        with st.container(key="result_ways", horizontal=True, gap="small"):
            st.page_link(DOCUMENTS_PAGE, label=say("result.rang.record"))
            st.page_link(RESULT_PAGE, label=say("result.rang.back"))
        earlier(draft.case(), decision)
        st.header(say("result.rang.yours" if draft.case().call.outcome else "result.rang.next_one"), anchor=False)
    else:
        show(paragraph(say("result.rang.says")))
with opened.as_opened():
    call_form(draft.case(), decision)
show(paragraph(say("result.rang.worried")))
done(PAGE, answers_above=True)
