"""Helpers for browser tests: serve a script, open a page, wait until it has settled, look for barriers."""
import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

ROOT = Path(__file__).parents[2]
SERVER = ROOT / "server.py"
WAITING = (ROOT / "tests" / "browser" / "waiting.js").read_text(encoding="utf-8")
"""Runs in every page before its own scripts, and marks it while something that it has sent is not answered and kept."""
SETTLED = ('html:not([data-test-waits]) '
           '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]')
UNDRAWN = '[data-testid="stSkeleton"]'
AXE = Axe().axe_script
LOOKING_FOR = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    "resultTypes": ["violations"],   # without lists of what is well, which nobody reads
}
PROBED = ("/_stcore/health", "/_stcore/host-config")
WIDTHS = (320, 768, 1280)
"""Pixels at which a page is looked at: a small telephone, a tablet, and a desktop."""
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
STARTED_WITHIN = 60.0
"""Seconds a server may take to answer on a busy machine."""


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Address(str):
    """The address of a server that was started here, such as http://127.0.0.1:8501, and its process id."""

    pid: int


@contextlib.contextmanager
def serve(script: Path, port: int = 0, routes: str = "", **settings: str) -> Iterator[Address]:
    """Serve a script with the hardened server, the way the README does; yields its address.

    `script` is server.py, or a Streamlit script of the test's own, beside which a small launcher is written;
    `routes` names further routes for it, such as `witness.ROUTE` in a module beside the script.
    `settings` are environment variables, such as STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL="5".
    """
    if script != SERVER:
        script = _launcher(script, routes)
    port = port or free_port()
    environment = {**os.environ, "STREAMLIT_SERVER_PORT": str(port), "PYTHONPATH": str(ROOT), **settings}
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT)
        base = settings.get("STREAMLIT_SERVER_BASE_URL_PATH", "")
        address = Address(f"http://127.0.0.1:{port}{f'/{base}' if base else ''}")
        address.pid = process.pid
        try:
            _wait_for_answer(address, process, said)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def _launcher(script: Path, routes: str) -> Path:
    launcher = script.with_name(f"serve_{script.name}")
    beside = f"import {routes.split('.')[0]}\n" if routes else ""
    launcher.write_text(
        f"import server\nimport streamlit as st\n{beside}"
        f"app = st.App({str(script)!r}, routes=[{routes}], middleware=server.middleware(), lifespan=server.lifespan)\n",
        encoding="utf-8",
    )
    return launcher


def _wait_for_answer(address: str, process: "subprocess.Popen[bytes]", said: IO[bytes]) -> None:
    until = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    said.seek(0)
    words = said.read().decode(errors="replace")
    raise RuntimeError(f"the server at {address} stopped or did not answer within {STARTED_WITHIN} seconds:\n{words}")


def profile(browser: Browser) -> BrowserContext:
    """A profile in which nothing is kept yet, and whose pages say when they wait."""
    context = browser.new_context(accept_downloads=True)
    context.add_init_script(WAITING)
    return context


class Visit:
    """Opens pages, and remembers what they asked of other hosts and complained about.

    Each is a tab of a shared profile, or stands in a profile of its own. `sessionStorage` belongs to a tab; what a
    profile keeps beside it, cookies and `localStorage`, is deleted at the end.
    """

    def __init__(self, browser: Browser, tabs: BrowserContext) -> None:
        self.browser = browser
        self.tabs = tabs
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self._apart: list[BrowserContext] = []
        self._watch(tabs)

    def __call__(self, address: str, width: int = 1280, height: int = 900, *, apart: bool = False) -> Page:
        """A settled page at this address."""
        page = self._profile_of_its_own().new_page() if apart else self._tab(address)
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        return settle(page)

    def close(self) -> None:
        """Close every page that was opened."""
        for context in self._apart:
            context.close()
        for page in self.tabs.pages[1:]:
            with contextlib.suppress(Error):   # an address that did not answer keeps nothing
                page.evaluate("localStorage.clear()")
            page.close()
        self.tabs.clear_cookies()

    def forget(self) -> None:
        """Look away from the shared profile, which the next test uses."""
        self.tabs.remove_listener("request", self._note)
        self.tabs.remove_listener("console", self._listen)

    def _tab(self, address: str) -> Page:
        """A new tab. The first one of a profile stays open, without a script, so that what is compiled stays too."""
        if not self.tabs.pages:
            self.tabs.new_page().goto(urljoin(address, PROBED[0]))
        return self.tabs.new_page()

    def _profile_of_its_own(self) -> BrowserContext:
        self._apart.append(profile(self.browser))
        self._watch(self._apart[-1])
        return self._apart[-1]

    def _watch(self, context: BrowserContext) -> None:
        context.on("request", self._note)
        context.on("console", self._listen)

    def _listen(self, message: ConsoleMessage) -> None:
        """Keep an error. On a deep link Streamlit looks for its server below the page's address first: that is none.
        Nor is it one that Chromium asks for an icon of the first tab, which shows no page of ours."""
        if message.type == "error" and not message.location["url"].endswith((*PROBED, "/favicon.ico")):
            self.errors.append(f"{message.text} {message.location['url']}")

    def _note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            self.foreign.append(request.url)


def settle(page: Page) -> Page:
    """Wait until all that was sent is answered and kept, the browser has answered what it was asked, and every element
    is drawn."""
    for _ in range(2):
        page.wait_for_selector(SETTLED, state="attached", timeout=30_000)
        page.locator(UNDRAWN).first.wait_for(state="detached", timeout=30_000)
        page.wait_for_timeout(100)
    return page


def axe(page: Page) -> list[str]:
    """Barriers that axe finds against WCAG 2.0 to 2.2, A and AA: one line each, none if all is well."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found = page.evaluate("looking_for => axe.run(document, looking_for).then(found => found.violations)", LOOKING_FOR)
    return [
        f"{violation['id']}: {violation['help']} at {node['target']}" for violation in found
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the window; 0 when nobody has to scroll sideways."""
    return int(page.evaluate(
        "() => { const m = document.querySelector('[data-testid=stMain]') || document.documentElement;"
        " return Math.max(m.scrollWidth - m.clientWidth,"
        " document.documentElement.scrollWidth - document.documentElement.clientWidth); }"
    ))


def resize(page: Page, width: int) -> Page:
    """The same page in a window of this width, drawn again."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(DRAWN)
    return page


def barriers(page: Page) -> list[str]:
    """What stands in somebody's way on this page at each of the `WIDTHS`, one line each, none if all is well.

    That is what axe finds, having to scroll sideways, and an error that is shown.
    """
    found = ["an error is shown"] if page.locator('[data-testid="stException"]').count() else []
    for width in WIDTHS:
        resize(page, width)
        found += [f"at {width}: {barrier}" for barrier in axe(page)]
        found += [f"at {width}: too wide by {wide}"] if (wide := overflow(page)) else []
    return found
