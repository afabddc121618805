"""In a real Chromium: the line that says how the connection is names what waits, and stands in nobody's way."""
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.driving import Visit, axe, overflow
from tests.browser.dropping import Line, line_to
from tests.browser.test_connection import SAYS_LOST, cut, join, opened, status


@pytest.fixture
def line(app_url: str) -> Iterator[Line]:
    """A line to the app."""
    with line_to(app_url) as made:
        yield made


@pytest.mark.parametrize("address", ["rang", "look_up"])
def test_the_state_is_said_politely_and_stands_in_nobodys_way(visit: Visit, line: Line, address: str) -> None:
    """One polite live region, there from the start, says both changes and is quiet afterwards; no dialog, no barrier,
    nothing too wide, and the number to ring stays in sight beside it."""
    page = opened(visit, line, address)
    expect(status(page)).to_have_text("")
    expect(status(page)).to_have_attribute("aria-live", "polite")
    region = status(page).element_handle()
    cut(page, line)
    expect(status(page)).to_have_text(SAYS_LOST)
    assert status(page).evaluate("(now, before) => now === before", region)
    page.wait_for_timeout(5000)   # longer than Streamlit waits before it opens its dialog
    expect(page.get_by_role("dialog")).to_have_count(0)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe(page) == []
        assert overflow(page) == 0
        said, bar = status(page).bounding_box(), page.locator(".ring-bar").bounding_box()
        assert said
        assert bar
        assert said["y"] + said["height"] <= bar["y"]
    join(page, line)
    expect(status(page)).to_have_text("Connected again.")
    expect(status(page)).to_have_text("", timeout=12_000)


def test_what_waits_says_so_when_it_is_pressed(visit: Visit, line: Line) -> None:
    """A list, a button and each kind of page link do nothing during a drop, and the line says to press them again; a
    number can be dialled all the same."""
    page = opened(visit, line, "look_up")
    address = page.url
    cut(page, line)
    for waits in (page.get_by_role("combobox").first, page.get_by_role("button", name="Search"),
                  page.get_by_role("link", name="Documents"), page.get_by_role("link", name="Compare areas")):
        expect(status(page)).to_have_text(SAYS_LOST)
        waits.scroll_into_view_if_needed()
        waits.click(force=True)
        expect(status(page)).to_contain_text("Nothing is sent yet")
        assert page.url == address
        join(page, line)
        cut(page, line)
    number = page.locator(".ring-bar a.number")
    number.evaluate("""link => link.addEventListener('click', event => {
        window.dialled = !event.defaultPrevented; event.preventDefault(); })""")
    number.click()
    assert page.evaluate("window.dialled")
