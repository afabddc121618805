"""What browser tests stand on: a server of their own, one Chromium, and a page that may not speak to other hosts."""
import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.driving import SERVER, Visit, serve

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic", "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that `-m "not browser"` leaves them out, and let them run last.

    Playwright keeps an event loop running in this thread, so a test that starts one of its own has to come before.
    """
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium. Without one the tests are skipped, except under CI, where that is a failure."""
    found = shutil.which("chromium")
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("there is no chromium on the path: .ci/run installs it", pytrace=False)
    pytest.skip("there is no chromium on the path (Debian: apt install chromium)")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def app_url(chromium: str) -> Iterator[str]:
    """The address of the app, served by server.py the way the README starts it."""
    with serve(SERVER) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens fresh visits: `visit(address, width=320)` is a settled page in a context of its own.

    At the end no visit has asked another host for anything, and no console has reported an error.
    """
    visits = Visit(browser)
    yield visits
    visits.close()
    assert visits.foreign == [], "the page asked another host for something"
    assert visits.errors == [], "the browser console reported an error"


@pytest.fixture
def page(visit: Visit, app_url: str) -> Page:
    """The front page of the app, settled, in a context of its own, 1280 pixels wide."""
    return visit(app_url)


@pytest.fixture
def narrow_page(visit: Visit, app_url: str) -> Page:
    """The front page at the width of a small telephone, 320 pixels."""
    return visit(app_url, width=320)
