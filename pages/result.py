"""The result: what to do now first, then where it stands, why, whom to tell, what else, by when, and what to send."""
import streamlit as st

from pages.parts import clock, draft, knowledge
from pages.parts.action_view import action
from pages.parts.closing_view import documents, gaps, own_view
from pages.parts.deadlines_view import deadlines
from pages.parts.duties_view import duties
from pages.parts.frame import done, frame, heading
from pages.parts.look import look
from pages.parts.markup import paragraph, show
from pages.parts.reasons_view import each_child, not_known, reasons, would_change
from pages.parts.telling_view import telling
from pages.parts.windscreen_view import windscreen

frame("Result")

case, packs = draft.case(), knowledge.packs()
decision = knowledge.decide_now()
heading("Result")
look()
if draft.blank():
    show(paragraph("You have not answered anything yet, so this says only what holds for everyone. That is all right: "
                   "if you are worried now, talk to somebody now. The questions take a few minutes."))
    st.page_link("pages/check.py", label="Go to the questions")
    st.page_link("app.py", label="Choose an area, and see the number to ring")

st.header("What to do now", anchor=False)
action(decision, packs, clock.now())
st.page_link("pages/rang.py", label="I have rung: write down what happened")

st.header("The windscreen", anchor=False)
windscreen(decision, packs)

st.header("Why here", anchor=False)
reasons(decision, packs)
would_change(decision, packs)
if not_known(decision):
    st.page_link("pages/check.py", label="Answer what is still open")
each_child(case, decision)

st.header("Telling the family, and agreement", anchor=False)
telling(decision, packs)

st.header("Other duties", anchor=False)
duties(decision, packs)

st.header("By when", anchor=False)
deadlines(decision, packs, case.reference, clock.now())

st.header("Your view and this result", anchor=False)
own_view(case, decision)

st.header("Gaps and warnings", anchor=False)
gaps(decision, packs)
st.page_link("pages/sources.py", label="What this rests on")

st.header("Documents to make", anchor=False)
documents(decision)
st.page_link("pages/documents.py", label="Make the documents")
done("result")
