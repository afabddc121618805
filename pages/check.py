"""Check a concern: the questions, step by step, one page at a time. `?step=` says which."""
import streamlit as st

from guidance.words import say
from pages.parts.asking import questions
from pages.parts.shell.frame import done, frame, heading
from pages.parts.shell.other_page import follow
from pages.parts.visit import opened
from pages.parts.wizard import ask_first, steps
from pages.parts.wizard.steps import Here

frame(say("menu.check"))


def show(here: Here) -> None:
    """One page of questions: the way back, the heading, what is wrong, the questions."""
    steps.begin(here)
    step = steps.of(here.step)
    heading(step.heading)
    if here.message:
        st.info(here.message)
    questions.error_summary()
    step.view(here)


follow()
with opened.as_opened():
    place = steps.here()
    sign = ask_first.waiting(place)
    if sign:
        steps.begin(place, ask_first.place(sign).page)
        heading(say("steps.ask_first"))
        ask_first.view(sign)
    else:
        show(place)
done()
