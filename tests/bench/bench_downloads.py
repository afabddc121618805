"""Counts the documents that arrive while many others use the server: `python -m tests.bench.bench_downloads`.

The others speak to the server without a browser, each every few seconds. One Chromium presses the download button,
on fresh pages and again on the same page, over a line without latency and over one of 400 ms.
"""
import argparse
import asyncio
import contextlib
import json
import shutil
import statistics
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from decision.case import Case, Child
from decision.formats import DRAFT, current
from exports.details import Details
from pages.parts.visit.draft import Progress
from tests.bench.delayed import delayed
from tests.bench.visitor import Visitor
from tests.browser.conftest import ARGUMENTS
from tests.browser.driving import SERVER, serve, settle

LATENCIES = (0, 400)
"""Milliseconds of a line between the browser and the server, there and back."""
PRESSES = 5
"""Presses on one page; the first of them is a page's first."""
PATIENCE = 30_000
"""Milliseconds after which a file counts as lost."""
EVERY = 5.0
"""Seconds between two acts of each of the others."""


def main() -> None:
    """Measure, and print one line for each latency."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=100, help="downloads at each latency")
    parser.add_argument("--others", type=int, default=200, help="visits that act meanwhile")
    parser.add_argument("--minutes", type=float, default=4.0,
                        help="at each latency, after which no further download is begun")
    parser.add_argument("--latencies", type=int, nargs="+", default=LATENCIES, help="milliseconds")
    chosen = parser.parse_args()
    with serve(SERVER) as address, _others(address, chosen.others) as acts, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for latency in chosen.latencies:
            before, until = len(acts), time.monotonic() + 60 * chosen.minutes
            with delayed(address, latency) as line:
                first, later = _downloads(browser, line, chosen.tries, until)
            seconds = [one for one in (*first, *later) if one is not None]
            print(f"{latency:3} ms: first press {_arrived(first)}, later presses {_arrived(later)}, "
                  f"median {statistics.median(seconds or [0]):.2f} s, longest {max(seconds or [0]):.2f} s, "
                  f"{len(acts) - before} acts of others meanwhile", flush=True)
        browser.close()


def _arrived(tries: list[float | None]) -> str:
    return f"{sum(one is not None for one in tries)} of {len(tries)}"


@contextlib.contextmanager
def _others(address: str, many: int) -> Iterator[list[float]]:
    """So many visits on the server, in a thread of their own; yields the moments of their acts."""
    acts: list[float] = []
    ended = threading.Event()

    async def one(number: int) -> None:
        await asyncio.sleep(EVERY * number / max(1, many))
        async with Visitor(address) as visitor:
            await visitor.open("check")
            while not ended.is_set():
                await asyncio.sleep(EVERY)
                await visitor.run("check")
                acts.append(time.monotonic())

    async def all_of_them() -> None:
        await asyncio.gather(*(one(number) for number in range(many)), return_exceptions=True)

    thread = threading.Thread(target=lambda: asyncio.run(all_of_them()), daemon=True)
    thread.start()
    time.sleep(EVERY + 1 if many else 0)
    try:
        yield acts
    finally:
        ended.set()
        thread.join(timeout=2 * EVERY)


def _downloads(
    browser: Browser, address: str, tries: int, until: float
) -> tuple[list[float | None], list[float | None]]:
    """Seconds until each file arrived, None for one that did not: first presses of a page, and later ones."""
    first: list[float | None] = []
    later: list[float | None] = []
    while len(first) + len(later) < tries and time.monotonic() < until:
        context = browser.new_context(accept_downloads=True)
        page = _page(context.new_page(), address)
        for press in range(min(PRESSES, tries - len(first) - len(later))):
            (later if press else first).append(_seconds(page))
            with contextlib.suppress(PlaywrightTimeoutError):
                settle(page)
        context.close()
    return first, later


def _page(page: Page, address: str) -> Page:
    """The documents of a tab in which two answers have been given."""
    case = Case(home_area="central_bedfordshire", reference="BENCH", children=(Child(label="A", age_years=8),))
    kept = {
        "format": current(DRAFT), "saved_at": datetime.now(UTC).isoformat(), "case": case.model_dump(mode="json"),
        "details": Details().model_dump(mode="json"), "progress": Progress().model_dump(mode="json"),
    }
    page.goto(f"{address}/_stcore/health")
    page.evaluate("text => sessionStorage.setItem('windscreen.draft', text)", json.dumps(kept))
    page.goto(f"{address}/documents")
    settle(page)
    return page


def _seconds(page: Page) -> float | None:
    start = time.monotonic()
    try:
        with page.expect_download(timeout=PATIENCE) as waiting:
            page.get_by_role("button", name="Download the PDF").click(timeout=PATIENCE)
        return time.monotonic() - start if waiting.value.path().stat().st_size else None
    except PlaywrightError as problem:
        said = page.get_by_role("status").all_text_contents()
        print(f"lost: {type(problem).__name__}; the page says {said}", flush=True)
        return None


if __name__ == "__main__":
    main()
