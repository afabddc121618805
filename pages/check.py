"""Check a concern: twelve steps of questions, one page at a time. `?step=` says which."""
import streamlit as st

from pages.parts.asking import questions
from pages.parts.display.look import look
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.shell.other_page import follow
from pages.parts.visit import opened
from pages.parts.wizard import (
    answers, ask_first, children, family, history, know, own_view, safety, signs, steps, strengths, topics, where, who,
)
from pages.parts.wizard.steps import STEPS, Here

frame("Questions")

VIEWS = {
    "safety": safety.view, "where": where.view, "children": children.view, "signs": signs.view, "who": who.view,
    "topics": topics.view, "know": know.view, "strengths": strengths.view, "history": history.view,
    "view": own_view.view, "family": family.view, "answers": answers.view,
}


def show(here: Here) -> None:
    """One page of questions: where one is, the heading, what is wrong, the questions."""
    steps.begin(here)
    st.caption(f"Step {list(STEPS).index(here.step) + 1} of {len(STEPS)}")
    heading(STEPS[here.step])
    if here.message:
        st.info(here.message)
    questions.error_summary()
    VIEWS[here.step](here)


follow()
look()
with opened.as_opened():
    place = know.open_page(steps.here())
    sign = ask_first.waiting() if place.step in ask_first.AFTER else None
    if sign:
        showing(ask_first.place(sign).page)
        heading("Before anything else")
        ask_first.view(sign)
    else:
        show(place)
done()
