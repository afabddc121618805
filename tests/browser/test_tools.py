"""The tools of an area in a real browser: no barrier, nothing to scroll sideways, and ticks that bring their fields."""
import pytest

from decision.case import Case, Child, Finding
from guidance.load import load_packs
from guidance.repeated import statements
from pages.parts.shell.area_tools import EDUCATION_PAGE, EXPLOITATION_PAGE, pages_for
from tests.browser.driving import WIDTHS, Visit, barriers, resize, settle
from tests.browser.keeping import with_case

pytestmark = pytest.mark.long
PACKS = load_packs()
AREAS = PACKS.areas
EDUCATION = PACKS.national.duty_for("missing_education").id
WITH_GRID = next(area for area in AREAS.values() if EXPLOITATION_PAGE in pages_for(area))
WITH_RULES = next(area for area in AREAS.values() if EDUCATION_PAGE in pages_for(area) and not area.levels)
ROWS = next(iter(WITH_GRID.rows_of_scale.values()))
REASON = next(row for row in WITH_RULES.indicators if EDUCATION in row.duty and row.kind == "need")
CHILDREN = (Child(label="A", age_years=14), Child(label="B"))
GRID_CASE = Case(home_area=WITH_GRID.id, reference="TOOLS", children=CHILDREN, findings=(Finding(id=ROWS[0].id),))
HIDES = next(duty.id for duty in WITH_RULES.duties if duty.withholds_place)
HIDDEN = next(row for row in WITH_RULES.indicators if HIDES in row.duty)
HIDDEN_CASE = Case(home_area=WITH_RULES.id, reference="TOOLS", children=CHILDREN, findings=(Finding(id=HIDDEN.id),))
RULES_CASE = Case(home_area=WITH_RULES.id, reference="TOOLS", children=CHILDREN, findings=(Finding(id=REASON.id),))
SAME = next(same for same in statements(ROWS) if len({row.level for row in same}) > 1)
SECTIONS = ("log", "attendance", "told", "school_file", "tests", "adult", "alleged", "done_so_far", "talk", "decided")
GRID_PAGES = ("exploitation", "exploitation?n=1", *(f"documents?section={name}" for name in SECTIONS))


@pytest.mark.parametrize(("case", "addresses"), [
    (GRID_CASE, GRID_PAGES), (RULES_CASE, ("missing_education",)), (HIDDEN_CASE, ("missing_education",)),
])
def test_no_tool_has_a_barrier(visit: Visit, app_url: str, case: Case, addresses: tuple[str, ...]) -> None:
    """No tool and no section of its papers has an axe violation, has to be scrolled sideways or shows an error."""
    page = with_case(visit, app_url, addresses[0], case)
    found = {addresses[0]: barriers(page)}
    for address in addresses[1:]:
        resize(page, min(WIDTHS)).goto(f"{app_url}/{address}")
        found[address] = barriers(settle(page))
    assert found == {address: [] for address in addresses}


def test_a_tick_brings_its_fields_and_the_result_its_tool(visit: Visit, app_url: str) -> None:
    """Fields of a row show once it is ticked; what is saved is there after a reload; the result leads back here."""
    page = with_case(visit, app_url, "exploitation?n=1", GRID_CASE.model_copy(update={"findings": ()}))
    note = page.locator('[class*="st-key-w_note-"] textarea').first
    assert not note.is_visible()
    page.locator('[class*="st-key-w_row-"] label').first.click()
    note.wait_for(state="visible")
    note.fill("Seen twice")
    page.get_by_role("button", name="Save and go back to the list").click()
    settle(page).get_by_text("Something ticked").first.wait_for()
    page.reload()
    settle(page).get_by_text("Something ticked").first.wait_for()
    page.goto(f"{app_url}/result")
    settle(page).locator("summary").filter(has_text="What else you must do").click()
    page.get_by_role("link", name="Open the tool").first.click()
    settle(page).get_by_role("heading", name="Categories").wait_for()


def test_words_printed_in_several_columns_are_asked_once(visit: Visit, app_url: str) -> None:
    """The page of that category shows one box for them, and says where else the document prints them."""
    number = 1 + list(dict.fromkeys(row.subdomain for row in ROWS)).index(SAME[0].subdomain)
    page = with_case(visit, app_url, f"exploitation?n={number}", GRID_CASE)
    settle(page).get_by_text("It is asked once, here.").first.wait_for()
    assert page.get_by_role("checkbox", name=SAME[0].says, exact=True).count() == 1
