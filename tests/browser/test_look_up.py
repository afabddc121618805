"""The pages for looking things up in a real browser: cold deep links, no barrier, links that do not reload, privacy."""
import pytest
from playwright.sync_api import Page, expect

from guidance.load import load_packs
from tests.browser.driving import WIDTHS, Visit, axe, barriers, overflow, settle

AREA = next(iter(load_packs().areas))
TOPIC = "missing"
DEEP = {
    f"look_up?area={AREA}&topic={TOPIC}": "Look up",
    f"look_up?area={AREA}&kind=contact": "Look up",
    f"look_up?duty={TOPIC}&area={AREA}": load_packs().duties(AREA, TOPIC)[0].name,
    f"compare?topic={TOPIC}": "The same worry in two areas",
    f"contacts?area={AREA}": "Numbers",
}
NAME = "Zebedee"


def search(page: Page, text: str) -> Page:
    """Type into the search and press its button."""
    page.get_by_label("Search all the documents").fill(text)
    page.get_by_role("button", name="Search", exact=True).click()
    return settle(page)


@pytest.mark.parametrize("address", DEEP)
def test_a_cold_deep_link_shows_its_page_without_a_barrier(visit: Visit, app_url: str, address: str) -> None:
    """A link from elsewhere opens what it names, with no axe violation and no scrolling sideways, folds opened too."""
    page = visit(f"{app_url}/{address}", width=min(WIDTHS))
    expect(page.locator("h1")).to_have_text(DEEP[address])
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert barriers(page) == []


def test_what_is_searched_for_is_nowhere_but_on_the_page(visit: Visit, app_url: str) -> None:
    """Not in the address, not in the tab's title, not in what the browser keeps; Back from a duty finds it again."""
    page = search(visit(f"{app_url}/look_up"), f"{NAME} missing from home")
    found = page.locator("p[role=status]").inner_text()
    page.evaluate("window.still = true")
    page.locator('a.within[href*="duty="]').first.click()
    settle(page).wait_for_url("**duty=*")
    expect(page.locator("h1")).to_be_focused()
    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert NAME not in page.url + page.title() + kept
    page.go_back()
    expect(settle(page).get_by_label("Search all the documents")).to_have_value(f"{NAME} missing from home")
    assert page.locator("p[role=status]").inner_text() == found
    assert page.evaluate("window.still"), "a link inside the app reloaded the page"
    assert NAME not in page.url


def test_the_chart_has_no_barrier_and_fits_a_telephone(visit: Visit, app_url: str) -> None:
    """It comes on demand, and at 320 pixels nothing has to be scrolled sideways."""
    page = visit(f"{app_url}/compare?topic={TOPIC}", width=320)
    assert page.locator(".js-plotly-plot").count() == 0
    page.get_by_text("Draw it").click()
    settle(page).locator(".js-plotly-plot").wait_for()
    assert axe(page) == []
    assert overflow(page) == 0


def test_a_wrong_moment_is_said_and_led_to(visit: Visit, app_url: str) -> None:
    """The summary takes the focus, leads to the field, and a right moment clears it."""
    page = visit(f"{app_url}/contacts", width=320)
    page.get_by_text("Who answers at another time").click()
    page.get_by_label("Day", exact=True).fill("31")
    page.get_by_label("Month", exact=True).fill("2")
    page.get_by_role("button", name="Show who answers then").click()
    expect(settle(page).locator(".error-summary")).to_be_focused()
    assert axe(page) == []
    page.locator(".error-summary a").click()
    expect(page.get_by_label("Day", exact=True)).to_be_focused()
    page.get_by_label("Day", exact=True).fill("1")
    page.get_by_role("button", name="Show who answers then").click()
    expect(settle(page).get_by_text("It is not for now.")).to_be_visible()
    assert page.locator(".error-summary").count() == 0
