"""The decision on a page: worked out once for the same answers in the same minute, and never kept beyond either."""
import pytest
import streamlit as st

from decision.assess import assess, decide
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


def test_what_would_change_it_is_that_of_the_answers_packs_and_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole decision is kept for the same answers, packs and minute alone; otherwise it is that of `assess`."""
    st.session_state.clear()
    hit = CASE.but(signs={"disclosure": SignAnswer(answer="not_sure")})
    fewer = knowledge.packs().model_copy(update={"areas": {CASE.home_area: knowledge.packs().areas[CASE.home_area]}})
    for moment, case in (("16:59:55", CASE), ("16:59:58", hit), ("17:00:00", hit), ("17:31:00", CASE)):
        monkeypatch.setenv(TEST_TIME, f"2026-11-20T{moment}")
        st.session_state["case"] = case
        first = knowledge.decide_now()
        assert first == assess(case, knowledge.packs(), clock.now())
        assert knowledge.decide_now() is first
    with monkeypatch.context() as other:
        other.setattr(knowledge, "packs", lambda: fewer)
        assert knowledge.decide_now() is not first
