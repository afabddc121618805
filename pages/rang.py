"""What happened when you rang, and what to do next."""
import streamlit as st

from pages.parts.asking.questions import error_summary
from pages.parts.display.markup import numbered, paragraph, show, tag
from pages.parts.display.words import source_line
from pages.parts.result.call_form import PAGE, call_form
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import draft, knowledge, opened

frame("After ringing")

showing(PAGE)
decision = knowledge.decide_now()
error_summary()
heading("What happened when you rang?")
if decision.after_call:
    show(tag(
        "div",
        tag("h2", "What to do next"),
        paragraph(decision.after_call.says),
        numbered(*decision.after_call.steps),
        source_line(knowledge.packs(), decision.after_call.source),
        class_="panel steady",
    ))
    st.page_link("pages/documents.py", label="Make a record of the call, or the form")
    st.page_link("pages/result.py", label="Back to the result, with the dates from this call")
    st.header("Your record of the call", anchor=False)
else:
    show(paragraph("Write it down while it is fresh. Then this page says what to do next. Everything is optional."))
with opened.as_opened():
    call_form(draft.case(), decision)
show(paragraph("If you are still worried, ring again, or ring someone else. Their decision does not take away yours."))
done(PAGE)
