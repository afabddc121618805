"""Open a page of a tab in which answers are already kept, as the browser keeps them."""
import json
import time
from datetime import UTC, datetime

from playwright.sync_api import Page

from decision.case import Case
from decision.formats import DRAFT, current
from exports.details import Details
from pages.parts.visit.draft import Progress
from tests.browser.driving import Visit, settle

PATIENCE = 60
"""Looks at whether the answers have been taken over, at least a fifth of a second apart."""


def put(page: Page, app_url: str, text: str) -> None:
    """Put this text into the tab as its draft, at an address without a page: one that is shown could still clear it."""
    page.goto(f"{app_url}/_stcore/health")
    page.evaluate("text => sessionStorage.setItem('windscreen.draft', text)", text)


def with_case(visit: Visit, app_url: str, address: str, case: Case, progress: Progress | None = None,
              saved_at: str = "") -> Page:
    """The page at `address`, drawn with this case, and how far the user has got; `saved_at`: an ISO time, where the
    server's clock is stopped.

    A busy server may begin without the answers and take them over later, so this waits until it has mirrored them back.
    """
    page = visit(app_url)
    kept = {
        "format": current(DRAFT), "saved_at": saved_at or datetime.now(UTC).isoformat(),
        "case": case.model_dump(mode="json"),
        "details": Details().model_dump(mode="json"), "progress": (progress or Progress()).model_dump(mode="json"),
    }
    text = json.dumps(kept)
    put(page, app_url, text)
    page.goto(f"{app_url}/{address}")
    for _ in range(PATIENCE):
        settle(page)
        if page.evaluate("sessionStorage.getItem('windscreen.draft')") != text:
            break
    return page


def kept(page: Page) -> str:
    """The answers as the server gave them to the browser; "None" where it keeps none."""
    return str(page.evaluate("sessionStorage.getItem('windscreen.draft')"))


def until_kept(page: Page, *words: str, within: float = 15.0) -> None:
    """Wait until the answers that the browser keeps hold all these words: what is sent is kept after the next run.

    Fails after `within` seconds.
    """
    until = time.monotonic() + within
    while not all(one in kept(page) for one in words):
        assert time.monotonic() < until, f"not kept: {[one for one in words if one not in kept(page)]}"
        page.wait_for_timeout(50)
