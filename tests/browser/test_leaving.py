"""In a real Chromium: what was ticked or typed arrives, whichever way the page is left, with no button pressed."""
import json

import pytest
from playwright.sync_api import Page, expect

from decision.case import Case
from pages.parts.visit.draft import Progress
from tests.browser.driving import Visit, settle
from tests.browser.keeping import with_case
from tests.steps import STEPS

AS_A_PERSON = 80
"""Milliseconds that a button of the mouse stays down."""


def kept(page: Page) -> dict[str, object]:
    """The case as the tab keeps it."""
    return json.loads(page.evaluate("sessionStorage.getItem('windscreen.draft')"))["case"]  # type: ignore[no-any-return]


def tick_a_sign(page: Page) -> None:
    """Tick the first sign of the first group, and wait until it has been sent."""
    page.locator('[class*="st-key-w_group-0_"] label').filter(has_text="Yes").click(delay=AS_A_PERSON)
    page.wait_for_timeout(100)
    settle(page)
    page.get_by_role("checkbox").first.locator("xpath=ancestor::label").click(delay=AS_A_PERSON)
    page.wait_for_timeout(100)
    settle(page)


def leave(page: Page, way: str, app_url: str) -> None:
    """Go elsewhere."""
    match way:
        case "menu":
            page.locator(".st-key-menu a").filter(has_text="Result").click(delay=AS_A_PERSON)
        case "back":
            page.go_back()
        case "refresh":
            page.reload()
        case "address":
            page.goto(f"{app_url}/result")
    page.wait_for_timeout(300)
    settle(page)


@pytest.mark.parametrize("way", ["menu", "back", "refresh", "address"])
def test_a_sign_counts_whichever_way_the_page_is_left(way: str, visit: Visit, app_url: str) -> None:
    """The sign is a yes, and no other sign is answered; the result, if it is shown, asks for a call."""
    page = with_case(visit, app_url, "check?step=safety", Case(home_area="luton", reference="LEAVE1"))
    page.evaluate("history.pushState({}, '', 'check?step=signs')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate', {state: {}}))")
    page.wait_for_timeout(300)
    settle(page)
    tick_a_sign(page)
    leave(page, way, app_url)
    assert [answer["answer"] for answer in kept(page)["signs"].values()] == ["yes"]  # type: ignore[attr-defined]
    if way in ("menu", "address"):
        expect(page.locator("h1")).to_have_text("Result")
        expect(page.locator(".ring-bar a[href^='tel:']")).to_be_visible()


def test_typed_words_arrive_before_the_page_of_a_link(visit: Visit, app_url: str) -> None:
    """The click on the link takes the focus out of the field, which sends what was typed."""
    page = with_case(visit, app_url, "rang", Case(home_area="luton", reference="LEAVE1"))
    page.locator("textarea").first.press_sequentially("I worry", delay=5)
    leave(page, "menu", app_url)
    assert kept(page)["call"]["note"] == "I worry"  # type: ignore[index]


QUICK = """words => {
  const main = document.querySelector('[data-testid=stMain]');
  main.querySelector('[class*="st-key-w_harm_before_next_"] input').click();
  const text = main.querySelector('textarea');
  text.focus();
  document.execCommand('insertText', false, 'Seven words that nobody else typed');
  [...main.querySelectorAll('button, .st-key-menu a')].find(one => one.innerText.trim() === words).click();
}"""
"""A choice, a text, and a button or a link of the menu, faster than the field can send what it holds."""


@pytest.mark.parametrize("button", ["Back", "Your answers", "Continue"])
def test_what_was_changed_before_a_button_counts(button: str, visit: Visit, app_url: str) -> None:
    """However quick the button is: what has not been sent when the page is left comes afterwards from the browser."""
    start = Case(home_area="luton", other_worry=True, other_worry_note="", reference="LEAVE1")
    page = with_case(visit, app_url, "check?step=topics", start, Progress(seen=tuple(STEPS)))
    page.evaluate(QUICK, button)
    for _ in range(50):
        page.wait_for_timeout(200)
        if kept(page)["other_worry_note"]:
            break
    assert kept(page)["other_worry_note"] == "Seven words that nobody else typed"
    assert kept(page)["harm_before_next"] == "yes"


def test_every_link_of_the_menu_leads_where_it_says(visit: Visit, app_url: str) -> None:
    """One to the page that is shown changes nothing on it; each other one shows its page."""
    page = with_case(visit, app_url, "rang", Case(home_area="luton", reference="LEAVE1"))
    for name in ("Windscreen", "Check", "Numbers", "Look up", "Windscreen", "Your answers", "Result", "Check"):
        link = page.locator(".st-key-header a:visible").filter(has_text=name)
        link.click()
        page.wait_for_timeout(300)
        settle(page)
        expect(link).to_have_attribute("aria-current", "page")
        expect(page.locator(".st-key-header a:visible[aria-current]")).to_have_count(1)
        assert page.url.removeprefix(f"{app_url}/") == link.get_attribute("href")
    page.locator("label").filter(has_text="At school or nursery").first.click()
    field = settle(page).get_by_label("When does the child leave")
    field.press_sequentially("at a quarter past", delay=5)
    link.click()
    page.wait_for_timeout(300)
    expect(settle(page).get_by_label("When does the child leave")).to_have_value("at a quarter past")
