"""Every page there is, opened cold by its address in a tab that keeps answers: it is shown, and nothing is lost."""
import json

import pytest
from playwright.sync_api import expect

from decision.case import Case
from tests.browser.driving import ROOT, Visit
from tests.browser.keeping import kept, with_case

PAGES = sorted(file.stem for file in (ROOT / "pages").glob("*.py"))
CASE = Case(home_area="luton", reference="EVERY1", other_worry=True, other_worry_note="A worry in somebody's own words")


@pytest.mark.parametrize("page_name", PAGES)
def test_a_cold_link_shows_its_page_and_the_answers_stay(visit: Visit, app_url: str, page_name: str) -> None:
    """999 comes first, the heading stands once, the answers are as they were, and no other host is asked (`visit`)."""
    page = with_case(visit, app_url, page_name, CASE)
    expect(page.locator("h1")).to_have_count(1)
    assert page.url.startswith(f"{app_url}/{page_name}")
    assert page.locator("main a[href]").first.get_attribute("href") == "tel:999"
    expect(page.locator('[data-testid="stException"], [data-testid="stDialog"]')).to_have_count(0)
    assert Case.model_validate(json.loads(kept(page))["case"]) == CASE
