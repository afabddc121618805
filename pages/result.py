"""The result: what to do now first, then where it stands, why, whom to tell, what else, by when, and what to send."""
import streamlit as st

from pages.parts import browser
from pages.parts.display.markup import bullets, paragraph, show, strong, tag
from pages.parts.reading.currency_view import draft_mark
from pages.parts.result.action_view import action, because
from pages.parts.result.closing_view import documents, gaps, own_view
from pages.parts.result.deadlines_view import deadlines
from pages.parts.result.duties_view import duties
from pages.parts.result.first_questions import PAGE, first_questions, waits
from pages.parts.result.reasons_view import each_child, not_known, reasons, still_open, would_change
from pages.parts.result.settle_view import settle
from pages.parts.result.telling_view import telling
from pages.parts.result.then_view import then
from pages.parts.result.until_open import until_open
from pages.parts.result.windscreen_view import windscreen
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import clock, draft, knowledge, opened

frame("Result")

PARTS = {
    "windscreen": "The windscreen",
    "why": "Why here",
    "telling": "Telling the family, and agreement",
    "duties": "Other duties",
    "by_when": "By when",
    "own_view": "Your view and this result",
    "gaps": "Gaps and warnings",
    "documents": "Documents to make",
}
"""What follows the action, in order: where each part stands on the page, and its heading."""


def further() -> None:
    """Links to the other parts of the page, after the action and never before it."""
    links = (tag("a", name, href=f"#{id_}") for id_, name in PARTS.items())
    show(tag("nav", paragraph("Further down this page:"), bullets(*links), aria_label="Parts of this page",
             class_="no-print"))


def part(id_: str) -> None:
    """The heading of one part."""
    show(tag("h2", PARTS[id_], id=id_))


showing(PAGE)
case, packs = draft.case(), knowledge.packs()
decision = knowledge.decide_now()
with opened.as_opened() as visit:
    asked = decision if draft.case() == case else knowledge.decide_now()
heading("Result")
if draft.left_out():
    show(tag("div", paragraph(strong("This result does not know your earlier answers.")),
             paragraph("They could not be read. If they held a sign of harm, or you are not sure: talk to someone "
                       "today, or ring now. Do not wait for this page."), class_="panel urgent"))
if opened.unheard() and browser.has_answered():
    show(tag("div", paragraph(strong("Your browser has not said yet whether it has more answers.")),
             paragraph("What you ticked or typed last may be missing here. Do not rest on this result until this goes "
                       "away. If you are worried now, ring now."), class_="panel urgent"))
if draft.blank():
    show(paragraph("You have not answered anything yet, so this says only what holds for everyone. That is all right: "
                   "if you are worried now, talk to somebody now. The questions take a few minutes."))
    st.page_link("pages/check.py", label="Go to the questions")
    st.page_link("app.py", label="Choose an area, and see the number to ring")

show(draft_mark(case, packs))
if not waits(asked):
    first_questions(visit.parts[0], asked, packs)
st.header("What to do now", anchor=False)
action(decision, packs, clock.now())
until_open(visit.parts[0], decision, packs)
then(decision, packs)
settle(case, decision, packs)
because(decision, packs)
if waits(asked):
    first_questions(visit.parts[0], asked, packs)
st.page_link("pages/rang.py", label="I have rung: write down what happened")
further()

part("windscreen")
windscreen(decision, packs)

part("why")
reasons(decision, packs)
would_change(decision, packs)
if not_known(decision):
    still_open(decision, packs, draft.progress().topics)
each_child(case, decision)

part("telling")
telling(decision, packs)

part("duties")
duties(decision, packs)

part("by_when")
deadlines(case, decision, packs, clock.now())

part("own_view")
own_view(case, decision)

part("gaps")
gaps(decision, packs)
st.page_link("pages/sources.py", label="What this rests on")

part("documents")
documents(decision)
st.page_link("pages/documents.py", label="Make the documents")
done(PAGE)
