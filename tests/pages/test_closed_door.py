"""A talk for today while the front door is closed and the child is said to be safe until it opens: one page, one word.

In every area with a door that has hours: nothing says to ring a closed number now, or not to wait for what is waited
for, and no day is counted from a call that nobody can make yet.
"""
import re
from datetime import datetime, timedelta

import pytest

from decision.after import untried
from decision.assess import assess
from decision.case import Call, Case, Child, Events, WhereNow
from decision.headline import meaning
from decision.result import Decision
from decision.until_open import rung_when_open
from guidance.load import load_packs
from guidance.words import say
from pages.parts.result.next_view import what_next
from pages.parts.result.now_view import now_section
from pages.parts.visit.clock import LONDON

PACKS = load_packs()
NIGHT = datetime(2026, 11, 21, 23, 40, tzinfo=LONDON)
WITH_HOURS = [id_ for id_ in PACKS.areas if any(
    one.kind == "ring_when_open" and one.opens for one in assess(
        Case(home_area=id_, own_view="refer_now"), PACKS, NIGHT).routes)]
TAG = re.compile(r"<[^>]+>")


def safe(area_id: str) -> tuple[Case, Decision]:
    """A talk for today, in the night, of a child who is said to be safe until the front door opens."""
    case = Case(home_area=area_id, danger="no", own_view="refer_now", children=(Child(label="A", age_years=9),),
                where_now=WhereNow(place="school_or_nursery", leaves_at=NIGHT - timedelta(hours=32)))
    door = next(one for one in assess(case, PACKS, NIGHT).routes if one.kind == "ring_when_open")
    case = case.but(safe_until_open="yes", safe_until=door.opens)
    return case, assess(case, PACKS, NIGHT)


def shown(case: Case, decision: Decision) -> str:
    """The first answer as it is read."""
    return " ".join(TAG.sub(" ", str(now_section(case, decision, PACKS, NIGHT))).split())


@pytest.mark.parametrize("area_id", WITH_HOURS)
def test_the_closed_number_is_rung_when_it_opens_and_nothing_says_otherwise(area_id: str) -> None:
    """Beside it stands who answers now if it gets worse; nobody is to find out at once where a child is who is said to
    be safe."""
    case, decision = safe(area_id)
    assert decision.outcome == "consult_today"
    assert rung_when_open(decision.routes)
    seen = shown(case, decision)
    assert say("result.route.ring_when_open") in seen
    assert say("result.now.not_reached") not in seen
    assert say("result.now.still_worried_closed") in seen
    assert meaning(decision, PACKS, case)[1] not in seen
    assert "find out at once" not in seen
    assert decision.if_worse


@pytest.mark.parametrize("area_id", WITH_HOURS)
def test_a_time_that_was_over_is_asked_about_where_nobody_said_that_the_child_is_safe(area_id: str) -> None:
    """The yes alone is an answer to it."""
    case, _ = safe(area_id)
    for answer in (None, "no", "not_sure"):
        open_ = case.but(safe_until_open=answer)
        assert "find out at once" in shown(open_, assess(open_, PACKS, NIGHT))


@pytest.mark.parametrize("area_id", WITH_HOURS)
def test_a_time_that_is_to_come_stays_beside_the_lead(area_id: str) -> None:
    """The yes takes nothing off the limit until which the lead is spoken to."""
    case, _ = safe(area_id)
    leaves = NIGHT + timedelta(hours=11)
    later = case.but(where_now=WhereNow(place="with_me", leaves_at=leaves))
    lead = next(one for one in assess(later, PACKS, NIGHT).routes if one.kind == "your_lead")
    assert lead.before == leaves


@pytest.mark.parametrize("area_id", WITH_HOURS)
def test_after_no_answer_nobody_is_told_to_ring_a_closed_number_now(area_id: str) -> None:
    """The lead is tried again, and the number rung when it opens; without the yes the one that answers is rung now."""
    case, _ = safe(area_id)
    tried = case.but(call=Call(outcome="no_answer"), events=Events(call_made=NIGHT))
    now, again = say("result.no_answer.now"), say("result.now.lead_again", lead="your safeguarding lead")
    seen = shown(tried, assess(tried, PACKS, NIGHT))
    assert say("result.no_answer.when_open") in seen
    assert again in seen
    assert now not in seen
    unsafe = tried.but(safe_until_open=None, safe_until=None)
    decision = assess(unsafe, PACKS, NIGHT)
    assert now in shown(unsafe, decision)
    number = next(one.dial for one in untried(unsafe, decision) if one.dial and one.open_now is not False)
    assert number in str(what_next(unsafe, decision, PACKS, NIGHT))


@pytest.mark.parametrize("area_id", WITH_HOURS)
def test_no_day_is_counted_from_a_call_that_waits_for_the_door(area_id: str) -> None:
    """Until it was made; what stands without it keeps its day."""
    case, decision = safe(area_id)
    from_call = [one for one in decision.deadlines if one.start == "call_made"]
    assert any(one.chase for one in from_call)
    assert [one.due for one in from_call] == [None] * len(from_call)
    unsafe = case.but(safe_until_open=None, safe_until=None)
    assert any(one.due for one in assess(unsafe, PACKS, NIGHT).deadlines if one.chase)


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_who_has_said_that_nothing_further_is_done_is_not_waited_for(area_id: str) -> None:
    """No time to ask them again for an answer that they gave; after any other there is one."""
    case = Case(home_area=area_id, danger="no", own_view="refer_now", children=(Child(label="A", age_years=9),))
    for outcome in ("taken", "advice", "no_further_action", "get_agreement"):
        rang = case.but(call=Call(outcome=outcome, contact=PACKS.areas[area_id].front_door, to="front_door"),
                        rung=("front_door",), events=Events(call_made=NIGHT))
        chased = [one for one in assess(rang, PACKS, NIGHT).deadlines if one.chase and one.start == "call_made"]
        assert bool(chased) == (outcome != "no_further_action"), outcome
        anew = assess(rang.but(rung=()), PACKS, NIGHT)   # something is new since
        assert any(one.chase and one.start == "call_made" for one in anew.deadlines), outcome
