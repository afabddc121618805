"""A child who is missing education, or soon might be: who counts, why, who is told today, enquiries, the register."""
import streamlit as st

from guidance.words import say
from pages.parts.asking.questions import error_summary
from pages.parts.display.markup import paragraph, show
from pages.parts.papers.document_list import open_document
from pages.parts.shell import area_tools
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.shell.other_page import follow
from pages.parts.tools.education_log import enquiries
from pages.parts.tools.education_view import by_when, definition, duties, first, reasons, register, what_is_unsure
from pages.parts.visit import knowledge, opened
from pages.parts.visit.whole import whole

frame(say("education.heading"))

PAGE = "missing_education"

follow()
showing(PAGE)
error_summary()
heading(say("education.heading"))
area = knowledge.area()
with st.container():   # one place, whatever stands in it: else the fields below are drawn anew under the hands
    first()
if area_tools.EDUCATION_PAGE not in area_tools.pages_for(area):
    show(paragraph(say("education.only_england")))

st.header(say("education.reasons"), anchor=False)
with opened.as_opened():
    reasons(area)

with st.container():   # the same
    duties(area)
by_when(area)

st.header(say("education.enquiries"), anchor=False)
with opened.as_opened():
    enquiries()

with st.container(horizontal=True, key="education_next"):
    st.button(say("education.make"), type="primary", key="make_referral", on_click=whole(open_document),
              args=("missing_education_referral",))

definition(area)
register(area)
what_is_unsure(area)
done()
