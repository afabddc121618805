"""In a real Chromium: what a page of questions shows at first, what an answer brings, what it takes out of sight."""
import re

import pytest
from playwright.sync_api import Page, expect

from decision.case import Case, Child
from guidance.words import say
from pages.parts.visit.draft import Progress
from tests.browser.driving import Visit, barriers, settle
from tests.browser.keeping import with_case
from tests.steps import STEPS

SEEN = Progress(seen=tuple(STEPS)[:-1])
BABY = Case(home_area="luton", reference="SHOWN1", danger="no", children=(Child(label="A", age_months=5),))


def pick(page: Page, words: str) -> None:
    """Choose or tick the first choice with these words, and wait."""
    page.locator("[data-testid=stMain] label:visible").filter(has_text=words).first.click()
    settle(page)


def test_who_is_with_the_child_is_asked_once_it_is_said_where_the_child_is(visit: Visit, app_url: str) -> None:
    """Two questions at first. A child at home does not leave for home; where nobody knows, nobody is with them."""
    page = with_case(visit, app_url, "check?step=safety", Case(home_area="luton", reference="SHOWN1"), SEEN)
    company, leaves = page.get_by_text(say("steps.safety.with_whom")), page.get_by_label(say("steps.safety.leaves"))
    expect(page.get_by_role("radiogroup").locator("visible=true")).to_have_count(2)
    for place, asks, goes in (("At school or nursery", True, True), ("At home", True, False),
                              ("Nobody knows where", False, False)):
        pick(page, place)
        assert company.first.is_visible() == asks
        assert leaves.is_visible() == goes
    assert barriers(page) == []


def test_what_somebody_suspected_says_of_help_goes_out_of_sight_with_the_tick(visit: Visit, app_url: str) -> None:
    """The reason stands in its place, and it comes back as it was when the tick is taken away."""
    page = with_case(visit, app_url, "check?step=family", BABY, SEEN)
    asked = page.locator("[class*='st-key-w_agrees-carer_1'] label").filter(has_text="Agrees")
    help_, reason = page.get_by_text(say("ask.agreed_to")), page.get_by_text(say("steps.family.agrees.not_asked"))
    asked.click()
    settle(page)
    expect(help_.first).to_be_visible()
    expect(reason).to_be_hidden()
    pick(page, say("steps.family.suspected"))
    expect(asked).to_be_hidden()
    expect(help_.first).to_be_hidden()
    expect(reason).to_be_visible()
    pick(page, say("steps.family.suspected"))
    expect(asked).to_be_visible()
    expect(page.locator("[class*='st-key-w_agrees-carer_1'] input").first).to_be_checked()


def test_whether_they_were_asked_alone_is_asked_where_somebody_may_have_heard(visit: Visit, app_url: str) -> None:
    """Of one parent alone with nobody named it is no question until they may be harmed too; of two it is one."""
    page = with_case(visit, app_url, "check?step=family", BABY, SEEN)
    alone = page.get_by_text(say("ask.asked_alone"))
    page.locator("[class*='st-key-w_agrees-carer_1'] label").filter(has_text="Agrees").click()
    settle(page)
    expect(alone.first).to_be_hidden()
    page.locator("[class*='st-key-w_harmed-carer_1'] label").filter(has_text="I am not sure").click()
    settle(page)
    expect(alone.first).to_be_visible()
    page.locator("[class*='st-key-w_harmed-carer_1'] label").filter(has_text=re.compile("^No$")).click()
    settle(page)
    expect(alone.first).to_be_hidden()
    page.get_by_role("button", name=say("steps.family.add")).click()
    expect(settle(page).get_by_text(say("ask.asked_alone")).first).to_be_visible()


@pytest.mark.parametrize("width", [320, 768])
def test_no_short_answer_is_broken_and_nothing_is_wider_than_the_window(
        visit: Visit, app_url: str, width: int) -> None:
    """Each word of an answer in a bar stands whole, also once it is chosen and heavier."""
    page = with_case(visit, app_url, "check?step=children", BABY, SEEN)
    for step in ("children", "who", "family"):
        page.goto(f"{app_url}/check?step={step}")
        settle(page).set_viewport_size({"width": width, "height": 900})
        for answer in page.locator("[class*='st-key-seg_'] label:visible").all():
            answer.click()
        settle(page)
        assert page.evaluate("""() => [...document.querySelectorAll('[class*="st-key-seg_"] [role=radiogroup]')]
            .filter(bar => bar.checkVisibility()).flatMap(bar => [...bar.querySelectorAll('label p')])
            .filter(word => word.scrollWidth > word.closest('label').clientWidth).map(word => word.innerText)""") == []
        assert page.evaluate("() => { const m = document.querySelector('[data-testid=stMain]');"
                             " return m.scrollWidth - m.clientWidth; }") == 0


def test_the_focus_goes_around_all_of_a_list_that_opens(visit: Visit, app_url: str) -> None:
    """And not around what is typed in it alone, of which only an end was seen."""
    page = with_case(visit, app_url, "check?step=where", BABY, SEEN)
    page.keyboard.press("Tab")
    page.get_by_role("combobox").first.focus()
    outlines = page.evaluate("""() => { const input = document.activeElement, box = input.closest('[role=group]');
        return [input, box].map(one => getComputedStyle(one).outlineStyle); }""")
    assert outlines == ["none", "solid"]
