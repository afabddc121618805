"""What can wait waits for the door; whoever is told to ring if it gets worse is given the number that answers now."""
import html
import re
from datetime import datetime
from functools import cache

import pytest

from decision.assess import decide
from decision.case import OWN_LEAD, Call, Case, Child, Events, Practitioner
from decision.doors import front_door_now
from decision.hours import LONDON
from decision.known import read
from decision.result import Decision
from decision.until_open import waits_for_door
from decision.urgency import urgency
from decision.worked import expand
from guidance.load import load_packs
from pages.parts.result.blank_view import blank_section
from pages.parts.result.now_view import now_section

PACKS = load_packs()
FOLDED = re.compile(r"<details.*?</details>", re.DOTALL)
DAY, EVENING, NIGHT = (datetime.fromisoformat(each).replace(tzinfo=LONDON) for each in (
    "2026-11-20T10:05", "2026-11-20T22:30", "2026-11-22T02:30"))
CALM = ("universal", "early_help", "consult", "refer_with_agreement")
MONDAY = datetime(2026, 11, 23, 8, 45, tzinfo=LONDON)


@cache
def cases(area: str) -> tuple[Case, ...]:
    """The worked cases of an area as if nobody was rung yet, and a child of whom little is known."""
    worked = (expand(raw, area, PACKS).case for raw in PACKS.areas[area].cases)
    little = Case(home_area=area, danger="no", practitioner=Practitioner(role="teacher"),
                  children=(Child(label="A", age_years=8),))
    return (*(one.but(call=Call(), earlier_calls=(), rung=(), events=Events()) for one in worked), little)


def decided(case: Case, now: datetime) -> Decision:
    """The result at a moment, without what would change it: nothing here shows that."""
    return decide(read(case, PACKS.at(now), now.date()), now)


def in_sight(case: Case, decision: Decision) -> str:
    """The first answer without what is folded away."""
    return html.unescape(FOLDED.sub("", now_section(case, decision, PACKS, decision.made_at)))


@pytest.mark.parametrize("area", PACKS.areas)
@pytest.mark.parametrize("moment", [DAY, EVENING, NIGHT])
def test_whoever_is_told_to_ring_if_it_is_worse_is_given_a_number_that_answers(area: str, moment: datetime) -> None:
    """In every area and for every calm outcome: the number that the start page names is in sight and in the fold, and
    no large button rings it through for what can wait. Nothing says that a closed door may be rung at any time."""
    seen: set[str] = set()
    for case in cases(area):
        decision = decided(case, moment)
        if decision.outcome not in CALM:
            continue
        seen.add(decision.outcome)
        first = front_door_now(case.area_now or area, PACKS, moment)[0]
        shown, whole = in_sight(case, decision), html.unescape(str(now_section(case, decision, PACKS, moment)))
        assert first.dial in shown or not first.dial, (area, decision.outcome)
        assert whole.count(first.dial) > shown.count(first.dial) or not decision.if_worse
        assert "at any time" not in whole
        for one in decision.if_worse:
            assert one.open_now is not False
            assert one not in decision.routes
            assert f"tel:{one.dial.replace(' ', '')}" not in "".join(re.findall(r'<div class="call".*?</div>', shown))
        door = next((one for one in decision.routes if one.kind == "ring_when_open"), None)
        assert door is None or decision.if_worse or first.dial in {one.dial for one in decision.routes}
    assert seen >= {"consult"}


def test_every_calm_outcome_is_looked_at() -> None:
    """The rule above is not empty."""
    found = {decided(case, EVENING).outcome for area in PACKS.areas for case in cases(area)}
    assert set(CALM) <= found


def test_until_when_is_said_in_the_words_of_the_start_page() -> None:
    """The duty team at night, until the morning on which the door opens."""
    case = cases("central_bedfordshire")[-1]
    shown = re.sub(r"<[^>]+>", "", in_sight(case, decided(case, EVENING)))
    assert "ring: Emergency Duty Team, 0300 300 8123. Open until Monday 23 November, 8:45am." in shown
    by_day = decided(case, DAY)
    assert by_day.if_worse == ()
    assert "If you learn anything worse, do not wait. Ring." in in_sight(case, by_day)


def test_a_talk_today_that_waits_for_the_door_names_who_answers_until_then() -> None:
    """The child is said to be safe until it opens, and what is worse than that does not wait."""
    safe = cases("central_bedfordshire")[-1].but(other_worry=True, harm_before_next="not_sure", safe_until_open="yes",
                                                 safe_until=MONDAY)
    decision = decided(safe, EVENING)
    assert (decision.outcome, waits_for_door(safe, decision, PACKS) is not None) == ("consult_today", True)
    assert "0300 300 8123" not in {one.dial for one in decision.routes}
    assert "0300 300 8123" in in_sight(safe, decision)


@pytest.mark.parametrize("area", PACKS.areas)
def test_after_a_talk_the_number_for_what_is_worse_is_the_one_that_answers(area: str) -> None:
    """Also once the call was made, and where nothing was answered at all."""
    open_ = front_door_now(area, PACKS, EVENING)[0].dial
    little = cases(area)[-1]
    talked = little.but(call=Call(outcome="advice", contact=OWN_LEAD), rung=("front_door",))
    decision = decided(talked, EVENING)
    assert urgency(decision.outcome) < urgency("consult_today")
    assert open_ in in_sight(talked, decision)
    blank = Case(home_area=area)
    assert open_ in FOLDED.sub("", blank_section(blank, decided(blank, EVENING), PACKS, EVENING))
