"""The result: now and then in one card with the windscreen beside it, then a fold for each question that is left."""
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import browser
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.display.pieces import card, panel
from pages.parts.reading.currency_view import draft_mark
from pages.parts.result.blank_view import blank_section
from pages.parts.result.closing_view import papers_row
from pages.parts.result.first_questions import PAGE, asks_first, first_questions
from pages.parts.result.result_folds import folds
from pages.parts.result.now_view import now_section
from pages.parts.result.settle_view import doubts_section, settle
from pages.parts.result.then_view import nothing_said, then_section
from pages.parts.result.until_open import is_asked, until_open
from pages.parts.result.ways_view import ways
from pages.parts.result.windscreen_view import is_drawn, windscreen
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import clock, draft, knowledge, opened
from guidance.words import say

frame(say("menu.result"), wide=True)
showing(PAGE)
case, packs, now = draft.case(), knowledge.packs(), clock.now()
decision = knowledge.decide_now()
with opened.as_opened() as visit:
    asked = decision if draft.case() == case else knowledge.decide_now()


def what_is_missing() -> None:
    """What this result may not know, before anything of it is read."""
    if draft.left_out():
        show(panel("urgent", paragraph(strong(say("result.lost"))), paragraph(say("result.lost_says"))))
    if opened.unheard() and browser.has_answered():
        show(panel("urgent", paragraph(strong(say("result.unheard"))), paragraph(say("result.unheard_says"))))
    if draft.blank():
        show(paragraph(say("result.blank")))
        st.page_link("pages/check.py", label=say("result.to_questions"))
        st.page_link("app.py", label=say("result.to_start"))


def both_answers(answers: DeltaGenerator, beside: DeltaGenerator) -> None:
    """Now, then, and what is to be said on the phone or may be settled, in one card; questions about the call stand
    below its number. Where they do, or where there is no picture, what follows stands beside it: so that all of it, and
    the ways on, are on the first screen of a laptop. On a telephone both stand under one another."""
    blank = nothing_said(case)
    first = blank_section(case, decision, packs, now) if blank else now_section(case, decision, packs, now)
    others = (then_section(case, decision, packs, blank), doubts_section(case, decision, packs))
    night = is_asked(visit.parts[0], decision, packs, asked)
    apart = night or asks_first(asked) or not is_drawn(decision, packs)
    with answers:
        show(card(first, *(() if apart else others)))
        if night:
            until_open(visit.parts[0], decision, packs)
        first_questions(visit.parts[0], asked, packs)
    with beside if apart else answers:
        if apart and any(others):
            show(card(*others))
        settle(case, decision, packs)


heading(say("result.title"))
what_is_missing()
show(draft_mark(case, packs))
with st.container(key="result"):
    left, right = st.columns((4, 3), gap="medium")
    both_answers(left, right)
    with right:
        ways(case, decision)
        windscreen(decision, packs)
with st.container(key="folds", gap=None):
    show(folds(case, decision, packs, draft.progress().topics, now))
    papers_row(decision)
done(PAGE)
