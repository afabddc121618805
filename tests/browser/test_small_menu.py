"""The menu of a narrow window in a real Chromium: room for a thumb on every page, closed by what is pressed in it."""
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect

from decision.case import Case
from guidance.words import say
from pages.parts.visit.draft import Progress
from tests.browser.driving import ROOT, Visit, axe, settle
from tests.browser.keeping import with_case
from tests.steps import LAST, STEPS

PAGES = ("", f"check?step={LAST}", "check?step=safety", *sorted(file.stem for file in (ROOT / "pages").glob("*.py")))
CASE = Case(home_area="luton", reference="MENU12", other_worry=True, other_worry_note="A worry", danger="no")
SEEN = Progress(seen=tuple(STEPS)[:3])
THUMB = 44
"""Pixels from one row to the next, and of each row, that a thumb needs."""
LOW = (ROOT / "tests" / "browser" / "touch.js").read_text(encoding="utf-8")


def opened(page: Page) -> Locator:
    """The links of the menu once it has been opened and stands still."""
    page.locator(".st-key-small_menu summary").click()
    rows = page.locator(".st-key-small_menu a:visible")
    expect(rows).not_to_have_count(0)
    page.wait_for_timeout(300)
    return rows


def close(page: Page) -> None:
    """The menu is closed again, and stays so once the page has come."""
    expect(page.locator(".st-key-small_menu a:visible")).to_have_count(0)
    expect(settle(page).locator(".st-key-small_menu a:visible")).to_have_count(0)


def test_each_row_has_room_for_a_thumb_on_every_page(visit: Visit, app_url: str) -> None:
    """No page's own style makes the rows of the menu lower, nor anything else that is pressed on it; axe finds nothing
    while it is open over the page that has most of a style of its own."""
    page = with_case(visit, app_url, PAGES[0], CASE, SEEN)
    wrong: list[tuple[str, float | str]] = []
    page.set_viewport_size({"width": 360, "height": 740})
    for address in PAGES:
        page.goto(f"{app_url}/{address}")
        wrong += [(address, low) for low in settle(page).evaluate(LOW, THUMB)]
        boxes = [row.bounding_box() or pytest.fail(address) for row in opened(page).all()]
        lows = [*(box["height"] for box in boxes), *(
            below["y"] - above["y"] for above, below in pairwise(boxes))]
        wrong += [(address, low) for low in lows if low < THUMB]
        wrong += [(address, barrier) for barrier in (axe(page) if address == "result" else ())]
    assert wrong == []


@pytest.mark.parametrize(("address", "words"), [
    ("check?step=safety", "menu.answers"), (f"check?step={LAST}", "menu.check"), (f"check?step={LAST}", "menu.answers"),
    ("result", "menu.result"), ("result", "menu.papers"), ("result", "menu.check"),
])
def test_a_press_in_the_menu_closes_it(visit: Visit, app_url: str, address: str, words: str) -> None:
    """Whether it leads to another page, to another place of the page that is shown, or to what is shown already."""
    page = with_case(visit, app_url, address, CASE, SEEN)
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page).filter(has_text=say(words)).first.click()
    close(page)
    opened(page)
