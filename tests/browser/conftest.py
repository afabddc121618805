"""What browser tests stand on: a server of their own, one Chromium, and a page that may not speak to other hosts."""
import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.driving import SERVER, Visit, profile, serve

UNUSED = (
    # The pop-up of the address bar is made ready for every window, in a process of its own: a third of a visit's cost.
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
    # What Playwright switches off itself; one list replaces the other.
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "TcpPortRandomizationWin", "ThirdPartyStoragePartitioning",
)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-quic", "--no-first-run", f"--disable-features={','.join(UNUSED)}",
    "--process-per-site",   # tabs of one profile share what has been compiled
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium. Without one the tests are skipped, except under CI, where that is a failure."""
    found = shutil.which("chromium")
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("there is no chromium on the path: .ci/run installs it", pytrace=False)
    pytest.skip("there is no chromium on the path (Debian: apt install chromium)")


@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    """One headless Chromium a worker.

    Playwright keeps an event loop running in this thread, so it has to end before a test that starts one of its own.
    """
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="package")
def tabs(browser: Browser) -> Iterator[BrowserContext]:
    """One profile in which visits are tabs, so that what Streamlit sends is fetched and compiled once a worker.

    Answers are kept a tab (sessionStorage) and a connection, so each tab is a visitor of its own.
    """
    context = profile(browser)
    yield context
    context.close()


@pytest.fixture(scope="package")
def app_url(chromium: str) -> Iterator[str]:
    """The address of the app, served by server.py the way the README starts it: one server a worker."""
    with serve(SERVER) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, tabs: BrowserContext) -> Iterator[Visit]:
    """Opens fresh visits: `visit(address, width=320)` is a settled page in a tab of its own, `apart=True` in a profile
    of its own, which has nothing kept and shares nothing, as another person's browser.

    At the end no visit has asked another host for anything, and no console has reported an error.
    """
    visits = Visit(browser, tabs)
    yield visits
    visits.close()
    visits.forget()
    assert visits.foreign == [], "the page asked another host for something"
    assert visits.errors == [], "the browser console reported an error"
