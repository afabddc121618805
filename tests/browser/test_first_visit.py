"""The real app behind the real server, as the README starts it: every address, cold, wide and narrow."""
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from guidance.words import say
from tests.browser.driving import ROOT, WIDTHS, Visit, barriers

ADDRESSES = ["", *sorted(file.stem for file in Path(ROOT / "pages").glob("*.py"))]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_deep_link_stands_alone_and_meets_no_barrier(visit: Visit, app_url: str, address: str) -> None:
    """A first visit to any address shows its own heading and the emergency number, and no error.

    With nothing answered yet, no page has an axe violation or has to be scrolled sideways.
    """
    page = visit(f"{app_url}/{address}", width=min(WIDTHS))
    page.locator("h1").first.wait_for()
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.get_by_role("link", name="999").first.is_visible()
    assert page.locator("h1").count() == 1
    assert barriers(page) == []
    assert page.get_by_role("link", name="999").first.is_visible()


def test_the_page_names_the_number_of_the_packs(app_url: str) -> None:
    """What the server sends holds the emergency number before any script, and this product's name."""
    with urllib.request.urlopen(app_url, timeout=5) as answer:
        page = answer.read().decode()
    assert page.index('<a href="tel:999">999</a>') < page.index("<script")
    assert "<title>Windscreen</title>" in page


@pytest.mark.parametrize("width", WIDTHS)
def test_without_scripts_the_page_says_whom_to_ring(browser: Browser, app_url: str, width: int) -> None:
    """999, the page that finds a council's number and 101 are links, all on one screen; nothing is still loading."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 640})
    page = context.new_page()
    page.goto(app_url)
    for name in ("999", "101", "Report child abuse to a local council"):
        box = page.get_by_role("link", name=name, exact=True).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= 640
        assert box["height"] >= 24
    assert not page.get_by_text(say("first_words.loading")).is_visible()
    context.close()
