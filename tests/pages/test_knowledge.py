"""The decision on a page: worked out once for the same answers in the same minute, and never kept beyond either."""
import pytest
import streamlit as st

from decision.assess import decide
from decision.case import Case, SignAnswer
from decision.known import read
from pages.parts.visit import clock, knowledge
from pages.parts.visit.clock import TEST_TIME

CASE = Case(home_area=next(iter(knowledge.packs().areas)), reference="KNOW01")


def test_the_same_answers_in_the_same_minute_are_decided_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other answers and the next minute are decided anew, each as if nothing had been kept."""
    st.session_state.clear()
    monkeypatch.setenv(TEST_TIME, "2026-11-20T16:59:10")
    first = knowledge.decide_about(CASE)
    monkeypatch.setenv(TEST_TIME, "2026-11-20T16:59:50")
    assert knowledge.decide_about(CASE) is first
    hit = CASE.but(signs={"disclosure": SignAnswer(answer="yes")})
    for moment, case in (("16:59:55", hit), ("17:00:00", hit), ("17:31:00", CASE), ("17:31:30", hit)):
        monkeypatch.setenv(TEST_TIME, f"2026-11-20T{moment}")
        assert knowledge.decide_about(case) == decide(read(case, knowledge.packs()), clock.now())
