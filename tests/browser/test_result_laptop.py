"""On the first screen of a laptop both answers are in sight, also where there is most to say."""
import re

import pytest

from decision.assess import assess
from decision.case import Case, Child, Practitioner
from decision.result import Decision
from decision.worked import expand
from pages.parts.result.first_questions import asks_first
from pages.parts.result.now_view import now_section
from pages.parts.result.settle_view import doubts_section
from pages.parts.result.then_view import then_section
from pages.parts.result.windscreen_view import is_drawn
from tests.browser.driving import SERVER, Visit, serve
from tests.browser.test_result_size import MOMENTS, shown
from tests.pages.test_result_worked import FOLDED, packs, worked

pytestmark = pytest.mark.long
LONGEST = 3
"""Worked cases of a pack, those of which most stands in sight."""
EVENING = ("A girl is at risk of exploitation, at Level 3",
           "Dense: earlier concerns on top of Complex needs, so it is talked through today, and nobody is asked before")
"""Worked cases in which it is asked whether the child is safe until the door opens."""
LEAST_WIDE = 460
"""Pixels of a fan; a narrower one is drawn as bands."""
TAG = re.compile("<[^>]+>")


def letters(case: Case, decision: Decision) -> int:
    """How much stands in sight in the card of the two answers."""
    sections = (now_section(case, decision, packs(), decision.made_at), then_section(case, decision, packs()),
                doubts_section(case, decision, packs()))
    return len(TAG.sub("", FOLDED.sub("", "".join(sections))))


def longest() -> list[tuple[str, Case]]:
    """Name and case of the longest worked cases of each pack."""
    by_pack: dict[str, list[tuple[int, str, Case]]] = {}
    for name, case, decision in worked():
        by_pack.setdefault(name.partition(":")[0], []).append((letters(case, decision), name, case))
    return [(name, case) for found in by_pack.values()
            for _, name, case in sorted(found, key=lambda one: -one[0])[:LONGEST]]


def test_the_longest_results_have_both_answers_in_sight_on_a_laptop(visit: Visit) -> None:
    """At 1280 x 800, above the foot bar: both answers to their end and both ways on; in a pack's own cases what to say
    that one does not know too."""
    wrong = []
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS["day"]) as url:
        page = visit(str(url), 1280, 800)
        for name, case in longest():
            shown(page, str(url), case, MOMENTS["day"])
            ends = page.evaluate("""names => {
                const at = (name, side) => document.querySelector(name)?.getBoundingClientRect()[side];
                return [at('.ring-bar p', 'top') ?? innerHeight, ...names.map(name => at(name, 'bottom') ?? 0)]; }""",
                                 ["#now", "#then", ".st-key-result_ways", "#doubts"])
            limit, now, then, ways, doubts = ends
            own = 0 if name.startswith("national") else doubts
            wrong += [(name, ends)] if max(now, then, ways, own) > limit or not now else []
    assert wrong == []


def test_beside_the_question_of_the_night_the_windscreen_is_in_sight_on_a_laptop(visit: Visit) -> None:
    """At 1280 x 800, without scrolling: the fan to its lower edge."""
    found = [expand(raw, area, packs()).case for area, pack in packs().areas.items() for raw in pack.cases
             if raw["name"] in EVENING]
    assert len(found) == len(EVENING)
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS["evening"]) as url:
        page = visit(str(url), 1280, 800)
        for case in found:
            shown(page, str(url), case, MOMENTS["evening"])
            fan = page.locator("img.fan").bounding_box() or pytest.fail("there is no fan")
            assert page.locator("[class*='st-key-answers_until_open']").count()
            assert fan["y"] + fan["height"] <= page.evaluate(
                "() => document.querySelector('.ring-bar p')?.getBoundingClientRect().top ?? innerHeight")


def asked_first() -> list[tuple[str, Case]]:
    """Cases in which something is asked first while somebody is to be rung now, where there is a windscreen: the packs'
    own, and a Yes to each group of signs that does not say which."""
    found = [(name, case) for name, case, decision in worked() if _drawn_and_asked(case, decision)]
    for area in packs().areas:
        for group in packs().national.sign_group:
            case = Case(home_area=area, reference="FIRST", danger="no", signs_some=(group,),
                        practitioner=Practitioner(role="teacher"), children=(Child(label="A", age_years=8),))
            decision = assess(case, packs(), worked()[0][2].made_at)
            found += [(f"{area}: {group}", case)] if _drawn_and_asked(case, decision) else []
    return found


def _drawn_and_asked(case: Case, decision: Decision) -> bool:
    return is_drawn(decision, packs()) and asks_first(decision) and decision.outcome in ("refer_now", "call_999")


def test_beside_a_first_question_and_the_foot_bar_the_windscreen_is_in_sight_on_a_laptop(visit: Visit) -> None:
    """At 1280 x 800, without scrolling: the fan to its lower edge, and its labels no smaller than they are read."""
    cut, bars = [], 0
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS["day"]) as url:
        page = visit(str(url), 1280, 800)
        for name, case in asked_first():
            shown(page, str(url), case, MOMENTS["day"])
            fan = page.locator("img.fan").bounding_box() or pytest.fail(f"{name}: there is no fan")
            bars += page.locator(".ring-bar p").count()
            limit = page.evaluate(
                "() => document.querySelector('.ring-bar p')?.getBoundingClientRect().top ?? innerHeight")
            assert page.locator(".st-key-first_questions, .st-key-first_which").count(), name
            cut += [(name, fan)] if fan["y"] + fan["height"] > limit or fan["width"] < LEAST_WIDE else []
    assert cut == []
    assert bars > len(packs().areas)
