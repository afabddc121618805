"""Open a page of a tab in which answers are already kept, as the browser keeps them."""
import json
from datetime import UTC, datetime

from playwright.sync_api import Page

from decision.case import Case
from decision.formats import DRAFT, current
from exports.details import Details
from pages.parts.draft import Progress
from tests.browser.driving import Visit, settle


def with_case(visit: Visit, app_url: str, address: str, case: Case, progress: Progress | None = None) -> Page:
    """The page at `address`, settled, with this case in the tab, and how far the user has got."""
    page = visit(app_url)
    kept = {
        "format": current(DRAFT), "saved_at": datetime.now(UTC).isoformat(), "case": case.model_dump(mode="json"),
        "details": Details().model_dump(mode="json"), "progress": (progress or Progress()).model_dump(mode="json"),
    }
    page.evaluate("text => sessionStorage.setItem('windscreen.draft', text)", json.dumps(kept))
    page.goto(f"{app_url}/{address}")
    return settle(page)
