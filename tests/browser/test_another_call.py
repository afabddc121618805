"""Writing down another call, in Chromium: the fields are empty, and nothing of the call before is said of the next."""
import json

from playwright.sync_api import Page, expect

from decision.case import Call, Case, Child, EarlierCall, SignAnswer
from guidance.load import load_packs
from guidance.words import say
from tests.browser.driving import Visit, settle
from tests.browser.keeping import kept, until_kept, with_case

AREA = next(id_ for id_, area in load_packs().areas.items() if area.levels)
CASE = Case(home_area=AREA, reference="CALLS", children=(Child(label="A", age_years=8),),
            signs={"disclosure": SignAnswer(answer="yes")})
NOTE = "Lead said wait until Monday"


def calls_kept(page: Page) -> tuple[list[str], str]:
    """What was said in the earlier calls that the browser keeps, and in the last one."""
    case = json.loads(kept(page))["case"]
    return [one["note"] for one in case["earlier_calls"]], case["call"]["note"]


def test_the_next_call_starts_with_empty_fields(visit: Visit, app_url: str) -> None:
    """After the button nothing is chosen or written, and Back from an untouched form writes no second call down."""
    page = with_case(visit, app_url, "rang", CASE)
    for words in (say("result.rang.advice"), say("result.rang.own_lead")):
        page.get_by_role("radiogroup").get_by_text(words, exact=True).click()
        settle(page)
    page.get_by_label(say("result.rang.note")).fill(NOTE)
    page.get_by_role("button", name=say("result.rang.save")).click()
    settle(page).get_by_role("button", name=say("result.rang.another")).click()
    settle(page)
    until_kept(page, "earlier_calls", NOTE)
    expect(page.get_by_label(say("result.rang.note"))).to_have_value("")
    expect(page.locator('[role="radiogroup"] input:checked')).to_have_count(0)
    assert calls_kept(page) == ([NOTE], "")
    page.get_by_text(say("steps.back"), exact=True).click()
    settle(page)
    assert calls_kept(page) == ([NOTE], "")


TWO = CASE.but(call=Call(outcome="advice", contact="own_lead", note="Lead"), rung=("front_door",), earlier_calls=(
    EarlierCall(key="1", outcome="taken", contact=load_packs().areas[AREA].front_door, to="front_door", note=NOTE),))


def test_a_call_that_was_never_made_is_taken_off_and_its_number_is_back(visit: Visit, app_url: str) -> None:
    """From the list of answers, by the keyboard: one question, and back to the list with the number in sight."""
    page = with_case(visit, app_url, "check?step=answers", TWO)
    bar = page.locator(".ring-bar")
    expect(bar).to_have_count(0)
    first = page.locator("dl.summary > div").filter(has_text=say("steps.answers.call", number="1"))
    first.get_by_role("link", name=say("steps.answers.change")).press("Enter")
    expect(settle(page).get_by_label(say("result.rang.note"))).to_have_value(NOTE)
    page.get_by_role("button", name=say("steps.back"), exact=True).press("Enter")
    settle(page)
    first.get_by_role("link", name=say("result.rang.off")).press("Enter")
    expect(settle(page).get_by_role("heading", name=say("result.rang.off.title"))).to_be_visible()
    assert calls_kept(page) == ([NOTE], "Lead"), "nothing goes before it is said"
    page.get_by_role("button", name=say("result.rang.off")).press("Enter")
    expect(settle(page).get_by_role("heading", name=say("steps.answers.calls"))).to_be_visible()
    expect(bar).to_have_count(1)
    assert calls_kept(page) == ([], "Lead")
    assert NOTE not in kept(page)
    assert page.url.endswith("check?step=answers")
