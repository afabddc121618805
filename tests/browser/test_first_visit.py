"""The real app behind the real server, as the README starts it: every address, cold, wide and narrow."""
import urllib.request
from pathlib import Path

import pytest

from tests.browser.driving import ROOT, Visit, axe, overflow

ADDRESSES = ["", *sorted(file.stem for file in Path(ROOT / "pages").glob("*.py"))]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_deep_link_stands_alone(visit: Visit, app_url: str, address: str) -> None:
    """A first visit to any address shows its own heading and the emergency number, and no error."""
    page = visit(f"{app_url}/{address}")
    page.locator("h1").first.wait_for()
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.get_by_role("link", name="999").first.is_visible()
    assert page.locator('[data-testid="stException"]').count() == 0
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_first_visit_meets_no_barrier(visit: Visit, app_url: str, address: str, width: int) -> None:
    """With nothing answered yet, no page has an axe violation or has to be scrolled sideways."""
    page = visit(f"{app_url}/{address}", width=width)
    assert axe(page) == []
    assert overflow(page) == 0


def test_the_page_names_the_number_of_the_packs(app_url: str) -> None:
    """What the server sends before any script holds the emergency number and this product's name."""
    with urllib.request.urlopen(app_url, timeout=5) as answer:
        page = answer.read().decode()
    assert '<a href="tel:999">999</a>' in page
    assert "<title>Windscreen</title>" in page
