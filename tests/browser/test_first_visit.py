"""The real app behind the real server, as the README starts it: every address, cold, wide and narrow."""
import urllib.request
from pathlib import Path

import pytest

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
    """What the server sends before any script holds the emergency number and this product's name."""
    with urllib.request.urlopen(app_url, timeout=5) as answer:
        page = answer.read().decode()
    assert '<a href="tel:999">999</a>' in page
    assert "<title>Windscreen</title>" in page
