"""The two ways on from the result: what was said in the talk, and the document that is due."""
import streamlit as st

from decision.documents import CALL_SHEET, RECORD
from decision.result import Decision
from guidance.words import say
from pages.parts.display.markup import literal
from pages.parts.result.closing_view import DOCUMENTS_PAGE
from pages.parts.result.deadlines_view import RANG



def ways(decision: Decision) -> None:
    """The talk first, which is the one filled button; beside it the document."""
    with st.container(key="result_ways", horizontal=True, gap="small"):
        st.page_link(RANG, label=say("result.talked"))
        st.page_link(DOCUMENTS_PAGE, label=literal(due(decision)))


def due(decision: Decision) -> str:
    """What is called for in writing: the referral, another form, or what there is to choose from."""
    aside = (CALL_SHEET.ours, RECORD.ours)
    one = next((one for one in decision.documents if one.ours not in aside), None)
    if one is None:
        return say("result.papers")
    return say("result.make", name=say(f"result.paper.{one.ours}"))
