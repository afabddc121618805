"""What the result asks first, answered right there: harm before somebody would next act, and a sign not asked."""
import streamlit as st

from decision.case import Case
from decision.gaps import BEFORE_NEXT, before_next_question
from decision.result import Decision
from guidance.models import Sign
from guidance.packs import Packs
from guidance.vocabulary import OUTCOMES
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.choices import IS_SO, YES_NO_NOT_SURE
from pages.parts.asking.questions import Sent, choose, error_summary
from pages.parts.display.markup import paragraph, show, tag
from pages.parts.wizard.signs import answered

PAGE = "result"


def waits(decision: Decision) -> bool:
    """Whether the call comes before these questions: where it is to be made now, nothing stands above it."""
    return OUTCOMES.index(decision.outcome) >= OUTCOMES.index("refer_now")


def first_questions(case: Case, decision: Decision, packs: Packs) -> None:
    """The questions, each with its possible answers; nothing where nothing is to be asked first."""
    asked = [gap.id for gap in decision.gaps if gap.kind == "ask_now"]
    if not asked:
        return
    signs = tuple(sign for sign in packs.signs(case.home_area) if sign.id in asked)
    with st.container(key="first_questions"):
        error_summary()
        show(tag("h2", say("result.first"), class_="doubts-heading"))
        show(paragraph(say("result.first_says")))
        with leaving.answers("first_questions_form"):
            if BEFORE_NEXT in asked:
                choose(BEFORE_NEXT, before_next_question(decision.next_acting), YES_NO_NOT_SURE, None,
                       say("result.first_worry", hint=say("gap.by_what_you_know")))
            for sign in signs:
                choose(f"first-{sign.id}", sign.says, IS_SO, None, sign.means)
            leaving.reads_case(lambda case, fields: take(signs, case, fields))
            leaving.save_button(say("result.first_use"), primary=False)


def take(signs: tuple[Sign, ...], case: Case, sent: Sent) -> Case:
    """The answers into the case; what was left open stays open."""
    case = answered(case, {sign.id: sent.choice(f"first-{sign.id}") for sign in signs})
    before = sent.choice(BEFORE_NEXT)
    return case.but(harm_before_next=before) if before else case
