"""What a button of the page itself brings stands in sight: in a real Chromium, on a telephone and a desktop."""
import pytest
from playwright.sync_api import expect

from decision.case import Case
from guidance.words import say
from tests.browser.driving import Visit, settle
from tests.browser.keeping import with_case

TOP = "document.querySelector('[data-testid=stMain]').scrollTop"


@pytest.mark.parametrize("width", [360, 1280])
def test_what_comes_next_is_in_sight_once_a_call_is_saved(visit: Visit, app_url: str, width: int) -> None:
    """The page is at its top and the heading has the focus, each time it is saved; an answer alone moves nothing."""
    page = with_case(visit, app_url, "rang", Case(home_area="luton", reference="SAVED1"))
    page.set_viewport_size({"width": width, "height": 740})
    save = page.get_by_role("button", name=say("result.rang.save"))
    for outcome in ("result.rang.taken", "result.rang.advice"):
        choice = page.get_by_role("radiogroup").get_by_text(say(outcome), exact=True).first
        choice.scroll_into_view_if_needed()
        choice.click()
        before = settle(page).evaluate(TOP)
        page.wait_for_timeout(200)
        assert page.evaluate(TOP) == before
        expect(page.locator("h1")).not_to_be_focused()
        save.click()
        expect(page.locator("h1")).to_be_focused()
        assert settle(page).evaluate(TOP) == 0
        expect(page.locator("#next h2, #next h3").first).to_be_in_viewport()
