"""The result on a telephone is three screens with the number on the first; on a laptop both answers are in sight."""
import json
import re
from datetime import datetime

import pytest
from playwright.sync_api import Page

from decision.assess import assess
from decision.case import Call, Case, Child, Finding, Practitioner, SignAnswer
from decision.formats import DRAFT, current
from decision.result import Decision
from decision.settle import LISTED, MOST
from decision.settled import open_doubts
from decision.urgency import urgency
from decision.worked import expand
from exports.details import Details
from guidance.load import load_packs
from pages.parts.result.now_view import now_section
from pages.parts.result.settle_view import doubts_section, how_to_settle, in_order, settles
from pages.parts.result.then_view import then_section
from pages.parts.visit.draft import Progress
from tests.browser.driving import SERVER, Visit, overflow, serve, settle
from tests.browser.keeping import PATIENCE, put

pytestmark = pytest.mark.long
PACKS = load_packs()
HOURS = re.compile("open|hours|999")
SCREENS, WIDTH, HEIGHT = 3, 360, 640
FOLDED = re.compile(r"<details.*?</details>|<[^>]+>", re.DOTALL)
OF_EACH = 4
"""Worked cases of an area that are looked at because they say most before anything is unfolded."""
MOMENTS = {"day": "2026-11-20T10:05", "evening": "2026-11-20T19:30", "weekend night": "2026-11-22T02:30"}
LONGEST = ("example", "nobody answered", "exploited", "pregnant")
"""All that is looked at out of hours: what says most while the door is shut."""
ROWS = "details.fold > summary, .bands li > details > summary, .st-key-papers_row a, .st-key-fold_picture summary"
"""What is tapped to open or to go on: each as tall as a thumb."""
THUMB = 44
EXPLOITED = next(sign.id for sign in PACKS.national.signs if sign.topics[:1] == ("exploitation",))
EMERGENCY = next(sign.id for sign in PACKS.national.signs if sign.outcome == "call_999")


def cases(area: str) -> dict[str, Case]:
    """What is tried in an area: its example, one sign alone, own words alone, nothing, and a call without answer; and
    where the document has a teenager who is pregnant, that of a small child, which asks first of a sign."""
    example = expand(PACKS.areas[area].cases[0], area, PACKS).case
    alone = Case(home_area=area, reference="PHONE", danger="no", practitioner=Practitioner(role="teacher"),
                 children=(Child(label="A", age_years=8),))
    yes = SignAnswer(answer="yes", about=("A",), basis="child_said")
    young = next((one for one in PACKS.areas[area].indicators if one.concern == "young_parents" and one.ask_first),
                 None)
    small = Child(label="A", age_years=2)
    return {
        **({"pregnant": alone.but(children=(small,), findings=(Finding(id=young.id, about=("A",)),))} if young else {}),
        "example": example, "999": alone.but(signs={EMERGENCY: yes}), "exploited": alone.but(signs={EXPLOITED: yes}),
        "own words": alone.but(other_worry=True, other_worry_note="Comes to school with a stranger"),
        "nothing": Case(home_area=area, reference="PHONE"),
        "nobody answered": example.but(call=Call(outcome="no_answer", contact=PACKS.areas[area].front_door)),
    }


def shown(page: Page, url: str, case: Case, moment: str) -> Page:
    """The result of this case, drawn with it: a busy server may begin without the answers and take them over later."""
    text = json.dumps({
        "format": current(DRAFT), "saved_at": f"{moment}:00+00:00", "case": case.model_dump(mode="json"),
        "details": Details().model_dump(mode="json"), "progress": Progress().model_dump(mode="json")})
    put(page, url, text)
    page.goto(f"{url}/result")
    for _ in range(PATIENCE):
        if page.evaluate("sessionStorage.getItem('windscreen.draft')") != text:
            break
        settle(page)
    return settle(page)


def thin(page: Page) -> list[float]:
    """The heights of rows that are too thin for a thumb."""
    heights = page.locator(f":is({ROWS}):visible").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().height)")
    return [height for height in heights if height < THUMB] if heights else [0]


def then_is_low(page: Page) -> bool:
    """Whether at 1280 x 800, beside the windscreen and above the foot bar, what help follows is not in sight, or with
    nothing answered the way to the first question; or both ways on from the result."""
    page.set_viewport_size({"width": 1280, "height": 800})
    then = settle(page).locator("#then .help, #then a").first.bounding_box()
    ways = page.locator(".st-key-result_ways").bounding_box()
    bar = page.locator(".ring-bar p").bounding_box() if page.locator(".ring-bar p").count() else None
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    limit = bar["y"] if bar else 800
    return any(one is None or one["y"] + one["height"] > limit for one in (then, ways))


@pytest.mark.parametrize("moment", MOMENTS)
def test_three_screens_hold_the_result_before_anything_is_unfolded(visit: Visit, moment: str) -> None:
    """In every area, from the strip to the foot. On the first screen stand 999 and the number to ring, with until when,
    and who is next stands in sight. By day it is looked at on a laptop too."""
    wrong = []
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS[moment]) as url:
        page = visit(str(url), WIDTH, HEIGHT)
        for area in PACKS.areas:
            for name, case in cases(area).items():
                if moment != "day" and name not in LONGEST:
                    continue
                shown(page, str(url), case, MOMENTS[moment])
                tall = page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight")
                # without a number that can be trusted for what can wait, the page to ask on stands in its place
                here = "#now .call" if page.locator("#now .call").count() else "#now"
                number = page.locator(f"{here} a.number").first.bounding_box() or pytest.fail(f"{area}, {name}: nobody")
                found = {
                    "pixels": tall if tall > SCREENS * HEIGHT else 0, "sideways": overflow(page), "thin": thin(page),
                    "number too low": number["y"] + number["height"] > HEIGHT,
                    "no hours": not page.locator(here).filter(has_text=HOURS).count(),
                    "no 999": not page.locator(".danger a[href='tel:999']").is_visible(),
                    "who is next": page.locator("#now > ul a[href^='tel:']:visible").count()
                    != page.locator("#now > ul a[href^='tel:']").count(),
                }
                if moment == "day" and name != "own words":   # there the question that is asked first comes before it
                    found["too low on a laptop"] = then_is_low(page)
                wrong += [(area, name, what, how) for what, how in found.items() if how]
    assert wrong == []


def seen(case: Case, decision: Decision) -> str:
    """What stands in the card of the two answers and below it before anything is unfolded, without its tags."""
    card = (now_section(case, decision, PACKS, decision.made_at), then_section(case, decision, PACKS),
            doubts_section(case, decision, PACKS))
    doubts = in_order(decision)
    below = [item.says + settles(item, PACKS, True) for item in doubts]
    return FOLDED.sub("", "".join(card)) + (how_to_settle(doubts) if doubts else "") + "".join(below)


def longest(area: str) -> dict[str, Case]:
    """The worked cases of an area that say most, of those that ask for a talk or more; and the one that leaves most to
    settle, also where all else that records and colleagues may know is in doubt."""
    day, found = datetime.fromisoformat(MOMENTS["day"]), []
    for raw in PACKS.areas[area].cases:
        one = expand(raw, area, PACKS)
        decision = assess(one.case, PACKS, day)
        if urgency(decision.outcome) >= urgency("consult"):
            found.append((len(seen(one.case, decision)), len(open_doubts(decision)), one.name, one.case))
    first = sorted(found, key=lambda one: -one[0])[:OF_EACH]
    _, some, name, most = max(found, key=lambda one: (one[1], one[0]))
    if not some:
        return {name: case for _, _, name, case in first}
    rows = [row.id for row in PACKS.areas[area].indicators if row.found_in in LISTED]
    so = {one.id for one in most.findings}
    unsure = (most.but(answers={**most.answers, **dict.fromkeys(ids, "not_sure")})
              for number in range(0, len(rows), MOST) if not (ids := set(rows[number:number + MOST])) & so)
    fuller = max(unsure, key=lambda case: len(open_doubts(assess(case, PACKS, day))))
    return {**{name: case for _, _, name, case in first}, name: most, "more in doubt": fuller}


def test_the_longest_worked_cases_are_three_screens_too(visit: Visit) -> None:
    """In every area those that say most, and those that leave most to settle: from the strip to the foot, nothing of a
    doubt cut, and of many the first ones in sight and the others counted."""
    wrong, doubts = [], 0
    with serve(SERVER, WINDSCREEN_NOW=MOMENTS["day"]) as url:
        page = visit(str(url), WIDTH, HEIGHT)
        for area in PACKS.areas:
            for name, case in longest(area).items():
                shown(page, str(url), case, MOMENTS["day"])
                tall = page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight")
                rows = page.locator(".st-key-settle summary:visible")
                low = rows.evaluate_all("rows => rows.filter(row => row.getBoundingClientRect().height < 44).length")
                doubts = max(doubts, len(open_doubts(assess(case, PACKS, datetime.fromisoformat(MOMENTS["day"])))))
                found = {"pixels": tall if tall > SCREENS * HEIGHT else 0, "sideways": overflow(page), "thin": low,
                         "doubts": rows.count() if rows.count() > 3 else 0}
                wrong += [(area, name, what, how) for what, how in found.items() if how]
    assert wrong == []
    assert doubts == MOST
