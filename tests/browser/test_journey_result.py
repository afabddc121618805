"""From the first page to the finished document in a real browser, and the pages beyond the questions with answers."""
import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from decision.case import Call, Case, Child, FamilyMember, Finding, Practitioner, SignAnswer
from decision.formats import DRAFT, current
from exports.details import ChildDetails, Details, Held
from guidance.load import load_packs
from guidance.words import say
from pages.parts.papers.detail_sections import SECTIONS
from pages.parts.visit.draft import Progress
from tests.browser.driving import WIDTHS, Visit, barriers, resize, settle
from tests.browser.keeping import kept as stored, put

pytestmark = pytest.mark.long
AREA = "central_bedfordshire"
SIGN = "frightened_home"
NAME = "Robin Madeup"
STORY = '[class*="st-key-answers_details_story"] [class*="st-key-fold_"]'
PAGES = (
    "result", "rang", "", "documents", f"sources?area={AREA}", "contacts", f"look_up?area={AREA}&topic=neglect",
    "compare?topic=neglect", "documents?section=home&n=2", *(f"documents?section={section.id}" for section in SECTIONS),
)
"""Every page that shows something of the answers, and every section of a paper. The questions: test_journey_check."""


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
    group = settle(page).locator(f'[class*="st-key-seg_signs-"]:has([class*="st-key-w_sign-{SIGN}_"])')
    group.get_by_text("Yes", exact=True).first.click()
    group.locator(f'[class*="st-key-w_sign-{SIGN}_"] label').click()
    settle(page)
    group.get_by_role("button", name=say("signs.see")).locator("visible=true").first.click()
    settle(page).get_by_role("heading", name="Phone now and refer").wait_for()
    assert page.locator("#now .call a[href^='tel:']").is_visible()
    page.get_by_role("link", name="Documents", exact=True).click()
    settle(page).get_by_role("heading", name="Referral to children's services").wait_for()
    assert page.locator("img.page-one").evaluate("picture => picture.decode().then(() => picture.naturalWidth > 500)")
    page.get_by_role("button", name="The children").click()
    settle(page).get_by_label("Full name", exact=True).first.fill(NAME)
    page.get_by_role("button", name="Save and go back to the list").click()
    settle(page).locator(".st-key-task_children").get_by_text("Done").wait_for()
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
    page.locator(".st-key-fold_file summary").click()
    page.get_by_label("Password for the PDF, if you want one").fill("three random words")
    page.get_by_role("button", name="Save these").click()
    settle(page).get_by_role("button", name="Download the PDF, with your password").wait_for()
    reader = PdfReader(BytesIO(download(page).read_bytes()))
    assert reader.is_encrypted
    assert reader.decrypt("three random words")


def test_neither_a_saved_nor_an_unsent_answer_is_lost_on_refresh(visit: Visit, app_url: str) -> None:
    """After F5 the saved name is there, and so is the text that was still being typed."""
    page = with_answers(visit, app_url, "documents?section=story")
    page.locator(f"{STORY} summary").first.click()
    page.get_by_label("What are you worried about?").fill("Half a sentence")
    page.wait_for_timeout(300)
    page.reload()
    assert settle(page).get_by_label("What are you worried about?").input_value() == "Half a sentence"
    page.goto(f"{app_url}/documents?section=children")
    assert settle(page).get_by_label("Full name", exact=True).first.input_value() == NAME


def test_an_answer_is_tried_and_leads_to_where_it_was_given(visit: Visit, app_url: str) -> None:
    """The result if it were not so stands beside the one now, the answers stay, and a link leads to this one."""
    page = with_answers(visit, app_url, "result")
    before = page.evaluate("sessionStorage.getItem('windscreen.draft')")
    page.locator(".st-key-fold_picture summary").first.click()
    which = settle(page).get_by_label(say("windscreen.try.which"))
    which.evaluate("field => field.scrollIntoView({block: 'center'})")   # a list that scrolls as it opens closes again
    page.wait_for_timeout(300)
    which.click()
    page.get_by_role("option").first.click()
    settle(page).locator(".st-key-seg_what_if label").filter(has_text=say("windscreen.try.no")).click()
    settle(page).locator(".what-if").wait_for()
    assert json.loads(page.evaluate("sessionStorage.getItem('windscreen.draft')"))["case"] == json.loads(before)["case"]
    page.get_by_text(say("windscreen.try.change")).click()
    page.wait_for_url("**/check?step=*")


@pytest.mark.parametrize("width", [1280, 768, 641, 639, 390, 320])
def test_the_windscreen_is_a_fan_or_bands_by_width(visit: Visit, app_url: str, width: int) -> None:
    """On a wide screen the fan, below 640 pixels or in a column too narrow for its letters the bands, never both."""
    page = resize(with_answers(visit, app_url, "result"), width)
    fan, bands = page.locator(".windscreen img.fan"), page.locator(".windscreen .bands")
    column = page.locator(".windscreen").evaluate("part => part.getBoundingClientRect().width")
    wide = width > 640 and column > 460
    assert wide or width < 1024
    assert (fan.is_visible(), bands.is_visible()) == ((True, False) if wide else (False, True))
    if wide:
        assert fan.evaluate("image => image.complete && image.naturalWidth > 0")
        assert fan.evaluate("image => image.getBoundingClientRect().width") <= 560
    else:
        cut = "names => names.filter(name => name.scrollWidth > name.clientWidth + 1 && name.clientWidth).length"
        assert page.locator(".band-name").evaluate_all(cut) == 0


def test_the_result_prints_whole(visit: Visit, app_url: str) -> None:
    """Also what is folded away on the screen and below its edge is on paper. 999 heads it, as it heads the screen; the
    number to ring stands in its card and not a second time as a bar; the menu is not on it. Whose it is and when it was
    made head it too, and what each level means stands on it."""
    page = with_answers(visit, app_url, "result")
    folded = page.locator("details.fold p:not(.source), details.fold li").last.text_content()
    printed = normalize("NFKC", " ".join(" ".join(
        sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages).split()))   # letters that are joined
    assert folded is not None
    assert " ".join(folded.split())[:40] in printed
    for heading in page.locator("details.fold .fold-heading").all_text_contents():
        assert heading in printed
    said = page.locator("#fold-say li").last.text_content()
    assert said is not None
    assert " ".join(said.split()) in printed
    assert printed.count(f"{say('strip.danger')} 999") == 1
    assert say("menu.look_up") not in printed
    whose = page.locator(".st-key-whose p").text_content()
    assert whose is not None
    assert " ".join(whose.split()) in printed
    assert say("header.made", when="") in whose
    levels = page.locator(".windscreen-more .with-fan > p").all_text_contents()
    assert levels
    assert [words for words in levels if " ".join(words.split())[:40].strip() not in printed] == []


@pytest.mark.parametrize(("address", "bars"), [("result", 0), ("check?step=signs", 1), ("documents", 1)])
def test_the_number_that_is_due_is_printed_once(visit: Visit, app_url: str, address: str, bars: int) -> None:
    """In its card on the result, and as one line at the top of every page that has no such card."""
    page = with_answers(visit, app_url, address)
    page.emulate_media(media="print")
    assert page.locator(".ring-bar:visible").count() == bars
    assert page.locator(".ring-bar:visible, .stMain .call:visible").count() == 1


def test_print_names_the_papers_and_leaves_no_page_half_empty_for_the_picture(visit: Visit, app_url: str) -> None:
    """On the screen a row leads to the papers, on paper they are listed; the words of the picture come before it, so
    that they fill a page that has no room for it, and nothing that holds it is kept in one piece."""
    page = with_answers(visit, app_url, "result")
    row, listed = page.locator(".st-key-papers_row a"), page.locator("#fold-papers")
    assert (row.is_visible(), listed.is_visible()) == (True, False)
    page.emulate_media(media="print")
    assert (row.is_visible(), listed.is_visible()) == (False, True)
    says, fan = page.locator(".windscreen-says").bounding_box(), page.locator("img.fan").bounding_box()
    assert says is not None
    assert fan is not None
    assert says["y"] + says["height"] <= fan["y"]
    kept = page.locator("img.fan").evaluate("""fan => { const found = [];
        for (let one = fan.parentElement; one; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (style.containerType !== "normal" || style.breakInside !== "auto" || /scroll|auto/.test(style.overflowY))
                found.push(one.className); }
        return found; }""")
    assert kept == []


def test_the_row_of_the_papers_leads_to_them_and_keeps_the_answers(visit: Visit, app_url: str) -> None:
    """It looks like the folds above it, names the paper that is due, and loses nothing."""
    page = with_answers(visit, app_url, "result")
    row, fold = page.locator(".st-key-papers_row a"), page.locator("#fold-when > summary")
    expect(row).to_contain_text(say("result.fold.papers"))
    one, other = row.bounding_box(), fold.bounding_box()
    assert one is not None
    assert other is not None
    assert (one["x"], one["width"]) == pytest.approx((other["x"], other["width"]), abs=1)
    before = stored(page)
    row.click()
    page.wait_for_url("**/documents")
    settle(page)
    assert json.loads(stored(page))["case"] == json.loads(before)["case"]


def test_both_answers_and_the_windscreen_stand_beside_each_other_on_a_desktop(visit: Visit, app_url: str) -> None:
    """At 1280 x 800 nobody scrolls to see the number and the drawing."""
    page = with_answers(visit, app_url, "result")
    page.set_viewport_size({"width": 1280, "height": 800})
    settle(page)
    now, drawing = page.locator("#now").bounding_box(), page.locator(".windscreen img.fan").bounding_box()
    assert now is not None
    assert drawing is not None
    assert now["x"] + now["width"] <= drawing["x"]
    assert max(now["y"] + now["height"], drawing["y"] + drawing["height"]) <= 800


def test_no_page_with_answers_has_a_barrier(visit: Visit, app_url: str) -> None:
    """With answers given, no page has an axe violation, has to be scrolled sideways or shows an error."""
    page = with_answers(visit, app_url, PAGES[0])
    found = {PAGES[0]: barriers(page)}
    for address in PAGES[1:]:
        resize(page, min(WIDTHS)).goto(f"{app_url}/{address}")
        found[address] = barriers(settle(page))
    assert found == {address: [] for address in PAGES}


@pytest.mark.parametrize("address", ["result", "", "documents", "contacts", "rang"])
def test_nothing_that_was_folded_is_a_barrier(visit: Visit, app_url: str, address: str) -> None:
    """With every fold open, too: axe looks only at what is shown, and a long line may be behind a fold."""
    page = with_answers(visit, app_url, address)
    page.evaluate(
        "document.querySelectorAll('main details:not(.st-key-header *)').forEach(one => { one.open = true; })")
    settle(page)
    assert barriers(page) == []


def test_two_visitors_never_see_each_others_answers(visit: Visit, app_url: str) -> None:
    """A second browser starts empty, at once and after the first has made a document."""
    first = with_answers(visit, app_url, "documents?section=children")
    assert first.get_by_label("Full name", exact=True).first.input_value() == NAME
    first.goto(f"{app_url}/documents")
    assert download(settle(first)).stat().st_size > 0
    second = visit(f"{app_url}/documents?section=children", apart=True)
    assert second.get_by_label("Full name", exact=True).first.input_value() == ""
    second.goto(f"{app_url}/result")
    assert settle(second).get_by_text("You have not answered anything yet, so this").is_visible()
    assert "JOURNEY" not in second.content()
