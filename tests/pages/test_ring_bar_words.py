"""What the bar at the foot says: whom to ring, how soon, and medical care beside it."""
from datetime import timedelta

import pytest

from decision.case import Case, SignAnswer
from decision.headline import how_soon, in_short
from decision.rung import NOW, due
from guidance.vocabulary import ELSEWHERE
from guidance.words import say
from pages.parts.result.now_view import now_section
from pages.parts.shell import ring_bar
from pages.parts.visit import knowledge
from tests.pages.test_ring_bar import DAY, REAL, YES, decided, told


@pytest.mark.parametrize("area", REAL.areas)
def test_the_bar_dials_what_the_engine_puts_first_and_never_a_suspect_number(area: str) -> None:
    """For each sign by day and by night: the first call there is, 999 before all; words where nobody can be dialled."""
    suspects = {number.printed for contact in REAL.areas[area].contacts for number in contact.suspects()}
    for sign in REAL.signs(area):
        for now in (DAY, DAY + timedelta(hours=13)):
            decision = decided(told(area=area, **{sign.id: ""}), now=now)
            route = due(decision)
            if sign.outcome in ("refer_now", "call_999"):
                assert route, sign.id
            if route is None:
                continue
            words = ring_bar._words(route, decision)
            assert route == next(one for one in decision.routes if one.kind in NOW)
            assert ("tel:" in words) or "now" in words
            assert not any(f">{number}<" in words for number in suspects)
            assert decision.outcome != "call_999" or 'tel:999"' in words


@pytest.mark.parametrize("area", ["", *REAL.areas])
def test_the_bar_is_as_urgent_as_the_headline(area: str) -> None:
    """For each sign that is so or in doubt and each group of which one is so, with and without a council: where there
    is a bar, it says now where the headline says so, and today where that says today."""
    cases = [Case(home_area=area, signs={sign.id: said}) for sign in REAL.signs(area)
             for said in (YES, SignAnswer(answer="not_sure", why="could_not_find_out"))]
    cases += [Case(home_area=area, signs_some=(group,)) for group in REAL.national.sign_group]
    cases += [Case(home_area=area, danger="yes")]
    for case in cases:
        decision = decided(case)
        route = due(decision, bool(case.signs_some))
        if route is None:
            assert how_soon(decision.outcome) != "urgent", case
            continue
        words, shown = ring_bar._words(route, decision), now_section(case, decision, REAL, DAY)
        soon = how_soon(decision.outcome)
        assert f'class="section {soon}"' in shown
        assert ('class="ring-bar"' in words) == (soon == "urgent")
        assert ('class="ring-bar today"' in words) == (soon == "today")
        assert "Ring now" not in words or soon == "urgent"


def test_medical_care_stays_where_the_police_are_rung_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ticking more takes nothing away: the bar and the result say both."""
    monkeypatch.setattr(knowledge, "packs", lambda: REAL)
    for area in (*REAL.areas, ELSEWHERE):
        care, police = ([sign for sign in REAL.signs(area) if (sign.first_call, sign.outcome) == (call, "refer_now")]
                        for call in ("hospital", "police"))
        for one in care:
            for other in police:
                decision, bar = ring_bar._worked_out(told(area=area, **{one.id: "", other.id: ""}))
                assert all("medical care" in said.lower() for said in (bar, in_short(decision, REAL)[0])), other.id


def test_with_no_pack_the_bar_and_the_result_ring_the_same_team(monkeypatch: pytest.MonkeyPatch) -> None:
    """After medical care it is the council, whose number has to be found, and not the police."""
    monkeypatch.setattr(knowledge, "packs", lambda: REAL)
    for sign in REAL.signs(ELSEWHERE):
        if (sign.first_call, sign.outcome) == ("hospital", "refer_now"):
            bar = ring_bar._worked_out(told(area=ELSEWHERE, **{sign.id: ""}))[1]
            assert say("ring_bar.council") in bar, sign.id
            assert "tel:" not in bar, sign.id
