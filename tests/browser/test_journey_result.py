"""From the first page to the finished document in a real browser, and the pages beyond the questions with answers."""
import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from decision.case import Call, Case, Child, FamilyMember, Finding, Practitioner, SignAnswer
from decision.formats import DRAFT, current
from exports.details import ChildDetails, Details, Held
from guidance.load import load_packs
from guidance.words import say
from pages.parts.visit.draft import Progress
from tests.browser.driving import WIDTHS, Visit, barriers, resize, settle
from tests.browser.keeping import put

pytestmark = pytest.mark.long
AREA = "central_bedfordshire"
SIGN = "frightened_home"
NAME = "Robin Madeup"
SECTIONS = ("children", "home&n=2", "story", "agreement", "assess_start")
PAGES = ("result", "rang", "documents", f"sources?area={AREA}", *(f"documents?section={name}" for name in SECTIONS))


def a_case() -> Case:
    """A case with a sign, two findings, two children and a call, in a real area."""
    area = load_packs().areas[AREA]
    needs = [row.id for row in area.indicators if row.kind == "need" and not row.scale][:2]
    return Case(
        home_area=AREA, reference="JOURNEY", danger="no", practitioner=Practitioner(role="teacher"),
        children=(Child(label="A", age_years=8), Child(label="B", age_months=3, moves_about="no")),
        family=(FamilyMember(key="mother", relation="Mother"),), own_view="early_help",
        signs={SIGN: SignAnswer(answer="yes", about=("A",), basis="child_said")},
        findings=tuple(Finding(id=id_, about=("A",), basis="seen") for id_ in needs),
        call=Call(outcome="no_further_action", contact=area.front_door),
    )


def with_answers(visit: Visit, app_url: str, address: str) -> Page:
    """A page of a tab in which the questions have been answered, as the browser keeps it."""
    page = visit(app_url)
    kept = {
        "format": current(DRAFT), "saved_at": datetime.now(UTC).isoformat(), "case": a_case().model_dump(mode="json"),
        "details": Details(children=(ChildDetails(label="A", name=Held(text=NAME)),)).model_dump(mode="json"),
        "progress": Progress(topics=("neglect",)).model_dump(mode="json"),
    }
    put(page, app_url, json.dumps(kept))
    page.goto(f"{app_url}/{address}")
    return settle(page)


def words(path: Path) -> str:
    """Every word of a PDF, in one line."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def download(page: Page) -> Path:
    """Press the download button once and wait for the file."""
    with page.expect_download(timeout=30_000) as waiting:
        page.get_by_role("button", name="Download the PDF").click()
    return Path(waiting.value.path())


def test_from_the_first_page_to_a_finished_referral(visit: Visit, app_url: str) -> None:
    """Area, button, sign, show: the number. Then a name, a PDF that holds both, and the offer to delete the answers."""
    packs = load_packs()
    sign = next(sign for sign in packs.signs(AREA) if sign.id == SIGN)
    page = visit(app_url)
    page.get_by_role("radiogroup").get_by_text(packs.areas[AREA].name, exact=True).click()
    settle(page).get_by_role("link", name="Something that cannot wait").click()
    settle(page).locator('[class*="st-key-w_group-0_"] label').filter(has_text="Yes").click()
    settle(page).locator(f'[class*="st-key-w_sign-{SIGN}_"] label').click()
    settle(page).locator("button:visible").filter(has_text="See what to do now").click()
    settle(page).get_by_role("heading", name="What to do now").wait_for()
    assert page.locator(".panel.urgent a[href^='tel:']").first.is_visible()
    page.get_by_role("link", name="Papers", exact=True).click()
    settle(page).get_by_text("Referral to children's services", exact=True).click()
    settle(page).get_by_role("button", name="The children").click()
    settle(page).get_by_label("Full name", exact=True).fill(NAME)
    page.get_by_role("button", name="Save and go back to the list").click()
    settle(page).get_by_text("Some answers given").first.wait_for()
    said = words(download(page))
    assert NAME in said
    assert sign.says.rstrip(".") in said
    settle(page).get_by_text("Open the file and see that it is right").wait_for()
    page.get_by_role("button", name="Delete my answers").first.click()
    settle(page).get_by_text("Your answers have been deleted.").wait_for()
    assert page.evaluate("sessionStorage.getItem('windscreen.draft')") is None


def test_a_password_protects_the_file(visit: Visit, app_url: str) -> None:
    """Once the button says so, the file cannot be read without the password."""
    page = with_answers(visit, app_url, "documents")
    page.get_by_label("Password for the PDF, if you want one").fill("three random words")
    page.get_by_role("button", name="Save these").click()
    settle(page).get_by_role("button", name="Download the PDF, with your password").wait_for()
    reader = PdfReader(BytesIO(download(page).read_bytes()))
    assert reader.is_encrypted
    assert reader.decrypt("three random words")


def test_neither_a_saved_nor_an_unsent_answer_is_lost_on_refresh(visit: Visit, app_url: str) -> None:
    """After F5 the saved name is there, and so is the text that was still being typed."""
    page = with_answers(visit, app_url, "documents?section=story")
    page.get_by_label("What are you worried about?").fill("Half a sentence")
    page.wait_for_timeout(300)
    page.reload()
    assert settle(page).get_by_label("What are you worried about?").input_value() == "Half a sentence"
    page.goto(f"{app_url}/documents?section=children")
    assert settle(page).get_by_label("Full name", exact=True).input_value() == NAME


def test_an_answer_is_tried_and_leads_to_where_it_was_given(visit: Visit, app_url: str) -> None:
    """The result if it were not so stands beside the one now, the answers stay, and a link leads to this one."""
    page = with_answers(visit, app_url, "result")
    before = page.evaluate("sessionStorage.getItem('windscreen.draft')")
    page.locator(".st-key-fold_what_if summary").click()
    page.get_by_label(say("windscreen.try.which")).click()
    page.get_by_role("option").first.click()
    settle(page).locator(".st-key-seg_what_if label").filter(has_text=say("windscreen.try.no")).click()
    settle(page).locator(".what-if").wait_for()
    assert json.loads(page.evaluate("sessionStorage.getItem('windscreen.draft')"))["case"] == json.loads(before)["case"]
    page.get_by_text(say("windscreen.try.change")).click()
    page.wait_for_url("**/check?step=*")


@pytest.mark.parametrize("width", [1280, 768, 641, 639, 390, 320])
def test_the_windscreen_is_a_fan_or_bands_by_width(visit: Visit, app_url: str, width: int) -> None:
    """Above 640 pixels the fan, below the bands, never both; names of levels are 13 pixels tall at 560 and whole."""
    page = resize(with_answers(visit, app_url, "result"), width)
    fan, bands = page.locator(".windscreen img.fan"), page.locator(".windscreen .bands")
    assert (fan.is_visible(), bands.is_visible()) == ((True, False) if width > 640 else (False, True))
    if width > 640:
        assert fan.evaluate("image => image.complete && image.naturalWidth > 0")
        assert fan.evaluate("image => image.getBoundingClientRect().width") <= 560
    else:
        cut = "names => names.filter(name => name.scrollWidth > name.clientWidth + 1 && name.clientWidth).length"
        assert page.locator(".band-name").evaluate_all(cut) == 0


def test_the_result_prints_whole(visit: Visit, app_url: str) -> None:
    """Also what is folded away on the screen and below its edge is on paper, and the menu is not."""
    page = with_answers(visit, app_url, "result")
    folded = page.locator("details p:not(.source), details li").last.text_content()
    printed = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages).split())
    assert folded is not None
    assert " ".join(folded.split())[:40] in printed
    assert "Documents to make" in printed
    assert "In danger now" not in printed


def test_no_page_with_answers_has_a_barrier(visit: Visit, app_url: str) -> None:
    """With answers given, no page has an axe violation, has to be scrolled sideways or shows an error."""
    page = with_answers(visit, app_url, PAGES[0])
    found = {PAGES[0]: barriers(page)}
    for address in PAGES[1:]:
        resize(page, min(WIDTHS)).goto(f"{app_url}/{address}")
        found[address] = barriers(settle(page))
    assert found == {address: [] for address in PAGES}


def test_two_visitors_never_see_each_others_answers(visit: Visit, app_url: str) -> None:
    """A second browser starts empty, at once and after the first has made a document."""
    first = with_answers(visit, app_url, "documents?section=children")
    assert first.get_by_label("Full name", exact=True).input_value() == NAME
    first.goto(f"{app_url}/documents")
    assert download(settle(first)).stat().st_size > 0
    second = visit(f"{app_url}/documents?section=children", apart=True)
    assert second.get_by_label("Full name", exact=True).input_value() == ""
    second.goto(f"{app_url}/result")
    assert settle(second).get_by_text("You have not answered anything yet").is_visible()
    assert "JOURNEY" not in second.content()
