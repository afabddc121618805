"""The two ways on from the result: what was said in the talk, and the paper; the one that is due now is filled."""
import streamlit as st

from decision.after import TalkHad, talk_had
from decision.case import Case
from decision.result import Decision
from decision.rung import still_to_ring
from decision.urgency import urgency
from guidance.words import say
from pages.parts.display.markup import literal
from pages.parts.result.deadlines_view import RANG
from pages.parts.shell.other_page import DOCUMENTS_PAGE
from pages.parts.visit.which_paper import leads_to

WORDS: dict[TalkHad, str] = {"lead": "_lead", "team": "_again"}
"""With whom the talk was had that was asked for → how the name of the words for what came of it ends."""


def ways(case: Case, decision: Decision) -> None:
    """The talk first while one is due; otherwise the paper, and beside it what came of a talk."""
    had = WORDS.get(talk_had(case, decision), "")
    rung = had and not still_to_ring(case, decision)
    talk = (RANG, say(f"result.talked{had if rung else ''}"))
    paper = (DOCUMENTS_PAGE, literal(due(decision)))
    written = decision.after_call is not None or not case.rung
    first, second = (paper, talk) if (rung and written) or not talk_is_due(decision) else (talk, paper)
    with st.container(key="result_ways", horizontal=True, gap="small"):
        st.page_link(first[0], label=first[1])
        st.page_link(second[0], label=second[1])


def talk_is_due(decision: Decision) -> bool:
    """Whether the result asks for a talk or a call before anything is written: help that is offered, and a watch that
    is kept, need none."""
    return decision.outcome == "consult" or urgency(decision.outcome) >= urgency("consult_today")


def due(decision: Decision) -> str:
    """What is called for in writing: the paper of the help that follows, another form, or what there is to choose from.
    """
    paper = leads_to(decision)
    return say("result.make", name=say(f"result.paper.{paper}")) if paper else say("result.papers")
