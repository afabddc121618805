"""The header and the start page in Chromium: the number in sight at 320 pixels, the menu, many areas, another area."""
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from decision.case import Case, Child, SignAnswer
from guidance.load import load_packs
from guidance.words import say
from tests.browser.driving import SERVER, Visit, axe, barriers, overflow, serve, settle
from tests.browser.keeping import with_case
from tests.made_up import PACKS as MADE_UP
from tests.made_up import made_up_root

PACKS = load_packs()
AREA = next(id_ for id_, area in PACKS.areas.items() if area.levels)
OTHER = next(id_ for id_ in PACKS.areas if id_ != AREA)
SIGN = next(sign for sign in PACKS.signs(AREA) if (sign.first_call, sign.outcome) == ("front_door", "refer_now"))
TELEPHONE = (320, 640)
MANY = 150


def in_view(page: Page, selector: str) -> bool:
    """Whether all of the first such thing is in the window, with nothing lying over it."""
    return bool(page.locator(selector).first.evaluate("""one => { const box = one.getClientRects()[0];
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return box.top >= 0 && box.bottom <= innerHeight && (over === one || one.contains(over)); }"""))


def choose(page: Page, area: str) -> None:
    """Press an area in the list."""
    page.get_by_role("radiogroup").get_by_text(PACKS.areas[area].name, exact=True).click()
    settle(page)


def test_the_number_is_in_view_once_an_area_was_chosen(visit: Visit, app_url: str) -> None:
    """On a small telephone, also from far down the list: the number takes the list's place, is said, and the focus is
    at the beginning of the page."""
    page = visit(app_url, *TELEPHONE)
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, main.scrollHeight)")
    choose(page, AREA)
    expect(page.locator("[data-say=number] a.number")).to_be_visible()
    expect(page.get_by_role("radiogroup")).to_have_count(0)
    expect(page.locator("h1")).to_be_focused()
    assert in_view(page, "[data-say=number] a.number")
    number = page.locator("[data-say=number] a.number").inner_text()
    expect(page.locator("#windscreen-says")).to_contain_text(number)
    assert barriers(page) == []


@pytest.mark.parametrize("moment", ["2026-11-20T10:05", "2026-11-20T19:30"])
def test_both_ways_on_are_in_view_once_an_area_was_chosen(visit: Visit, moment: str) -> None:
    """On the smallest telephone, in every area by day and in the evening, below the number and who is next."""
    with serve(SERVER, WINDSCREEN_NOW=moment) as url:
        for area in PACKS.areas:
            page = visit(str(url), *TELEPHONE)
            choose(page, area)
            low = [way.evaluate("way => way.getBoundingClientRect().bottom")
                   for way in page.locator(".st-key-buttons_first_ways a").all()]
            assert len(low) == len(("cannot wait", "think it through"))
            assert max(low) <= TELEPHONE[1], (area, low)
            assert in_view(page, ".number-card summary"), area


def test_three_presses_lead_to_the_number_and_what_to_say(visit: Visit, app_url: str) -> None:
    """A teacher to whom a child has said something: the area, what cannot wait, the sign. Then the number and the words
    for the call are in view on a small telephone, with nothing scrolled and nothing else answered."""
    page = visit(app_url, *TELEPHONE)
    choose(page, AREA)
    page.get_by_role("link", name="Something that cannot wait").click()
    settle(page)
    page.locator('[data-testid="stRadioOption"]').filter(has_text="Yes").first.click()
    settle(page)
    expect(page.locator(".ring-bar a[href^='tel:']")).to_be_visible()
    assert in_view(page, ".ring-bar a.number")
    assert in_view(page, ".say:visible")


def test_the_area_is_changed_with_the_bar_in_sight(visit: Visit, app_url: str) -> None:
    """What was ticked stays, and the bar and the card name who is rung there."""
    case = Case(home_area=AREA, reference="START", children=(Child(label="A", age_years=8),),
                signs={SIGN.id: SignAnswer(answer="yes")})
    page = with_case(visit, app_url, "", case)
    page.set_viewport_size({"width": 320, "height": 640})
    expect(page.locator(".ring-bar")).to_be_visible()
    page.get_by_role("button", name="Change").click()
    settle(page)
    expect(page.get_by_role("radio", name=PACKS.areas[AREA].name)).to_be_checked()
    choose(page, OTHER)
    expect(page.locator(".ring-bar a[href^='tel:']")).to_be_visible()
    assert in_view(page, "[data-say=number] a.number")
    kept = page.evaluate("JSON.parse(sessionStorage.getItem('windscreen.draft')).case")
    assert kept["home_area"] == OTHER
    assert [answer["answer"] for answer in kept["signs"].values()] == ["yes"]
    assert barriers(page) == []


def test_the_same_area_can_be_kept_with_the_keyboard(visit: Visit, app_url: str) -> None:
    """Change and Keep are buttons, and the focus is at the beginning after each."""
    page = with_case(visit, app_url, "", Case(home_area=AREA, reference="START"))
    for name, shown in (("Change", 1), (f"Keep {PACKS.areas[AREA].name}", 0)):
        page.get_by_role("button", name=name).focus()
        page.keyboard.press("Enter")
        settle(page)
        expect(page.get_by_role("radiogroup")).to_have_count(shown)
        expect(page.locator("h1")).to_be_focused()


@pytest.mark.parametrize("key", ["Space", "Enter"])
def test_an_arrow_chooses_no_area(visit: Visit, app_url: str, key: str) -> None:
    """Arrows move the focus round the list and leave it as it is; Space or Enter chooses where the focus is."""
    page = visit(app_url, *TELEPHONE)
    areas = page.get_by_role("radio")
    many = areas.count()
    page.locator("h1").focus()
    while not areas.first.evaluate("one => one === document.activeElement"):
        page.keyboard.press("Tab")
    for arrow, place in (("ArrowDown", 1), ("ArrowRight", 2), ("ArrowUp", 1), ("ArrowLeft", 0), ("ArrowUp", many - 1),
                         ("ArrowDown", 0), ("ArrowDown", 1), ("ArrowDown", 2)):
        page.keyboard.press(arrow)
        expect(areas.nth(place)).to_be_focused()
    settle(page)
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    assert in_view(page, "label:has(:focus-visible)"), "where the focus is can be seen"
    page.keyboard.press(key)
    settle(page)
    expect(page.locator("h2").first).to_have_text(list(PACKS.areas.values())[2].name)
    expect(page.locator("[data-say=number] a.number")).to_be_visible()
    expect(page.locator("h1")).to_be_focused()


def test_another_area_is_chosen_with_the_keyboard(visit: Visit, app_url: str) -> None:
    """From Change too: the arrows go past the areas between, and the one before stays until another is chosen; Tab then
    leaves the list."""
    page = with_case(visit, app_url, "", Case(home_area=AREA, reference="START"))
    page.get_by_role("button", name="Change").press("Enter")
    settle(page)
    before, after = (page.get_by_role("radio", name=PACKS.areas[area].name) for area in (AREA, list(PACKS.areas)[3]))
    page.get_by_role("radio", checked=True).focus()
    while not after.evaluate("one => one === document.activeElement"):
        page.keyboard.press("ArrowDown")
    settle(page)
    expect(before).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=f"Keep {PACKS.areas[AREA].name}")).to_be_focused()
    after.press("Space")
    settle(page)
    expect(page.get_by_role("heading", name=list(PACKS.areas.values())[3].name)).to_be_visible()


def test_where_no_pack_is_held_the_page_of_the_government_is_named(visit: Visit, app_url: str) -> None:
    """A link that leaves only when it is pressed, in a tab of its own, without saying where it comes from."""
    page = visit(app_url, *TELEPHONE)
    page.get_by_role("radiogroup").get_by_text("Somewhere else, or I am not sure", exact=True).click()
    settle(page)
    link = page.get_by_role("link", name=say("result.now.find"))
    expect(link).to_have_attribute("href", "https://www.gov.uk/report-child-abuse-to-local-council")
    expect(link).to_have_attribute("rel", re.compile("noreferrer"))
    assert in_view(page, "[data-say=number] a[rel~=noreferrer]")
    expect(page.locator(".number-card a[href='tel:101']").first).to_be_visible()
    assert barriers(page) == []


@pytest.mark.parametrize("width", [320, 390, 639])
def test_the_menu_is_one_button_on_a_telephone(visit: Visit, app_url: str, width: int) -> None:
    """It opens with the keyboard, lies over the page, leads where it says and is closed there; nothing is too wide."""
    page = visit(f"{app_url}/look_up", width, 640)
    expect(page.locator(".st-key-header a:visible")).to_have_count(1)
    menu = page.locator(".st-key-small_menu summary")
    tall = "[...document.querySelectorAll('.st-key-header')].map(one => one.offsetHeight)"
    before = page.evaluate(tall)
    menu.focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(150)
    assert page.evaluate(tall) == before, "what stands around it moves while it opens"
    links = page.locator(".st-key-small_menu a")
    for name in ("Check", "Your answers", "Result", "Documents", "Numbers", "Look up"):
        expect(links.filter(has_text=re.compile(f"^{name}$"))).to_be_visible()
    expect(links.filter(has_text="Look up")).to_have_attribute("aria-current", "page")
    page.wait_for_timeout(400)
    assert (axe(page), overflow(page)) == ([], 0)
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(links.nth(2)).to_be_focused()
    page.keyboard.press("Enter")
    settle(page)
    assert page.url.endswith("/result")
    expect(links.first).to_be_hidden()


@pytest.mark.parametrize("width", [640, 768, 1280])
def test_the_menu_stands_open_where_there_is_room(visit: Visit, app_url: str, width: int) -> None:
    """One line, one link a page, the page that is shown marked, and 999 before all."""
    page = visit(f"{app_url}/result", width)
    expect(page.locator(".st-key-header a:visible")).to_have_count(7)
    expect(page.locator(".st-key-header a:visible[aria-current=page]")).to_have_text("Result")
    tops = {link.bounding_box()["y"] for link in page.locator(".st-key-menu a").all()}   # type: ignore[index]
    assert len(tops) == 1
    assert overflow(page) == 0
    assert page.locator("main a[href]").first.get_attribute("href") == "tel:999"


@pytest.fixture(scope="module")
def many(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that holds so many areas, all made up."""
    root = made_up_root(tmp_path_factory.mktemp("many"))
    for number in range(2, MANY + 1):
        folder = root / "areas" / f"area{number}"
        folder.mkdir()
        for file in Path(MADE_UP / "areas/testshire").iterdir():
            text = file.read_text(encoding="utf-8").replace("tst_", f"a{number}_")
            text = text.replace("Testshire", f"Shire {number}").replace("id: testshire", f"id: area{number}")
            folder.joinpath(file.name).write_text(text, encoding="utf-8")
    with serve(SERVER, WINDSCREEN_PACKS=str(root)) as address:
        yield address


@pytest.mark.long
def test_one_of_many_areas_is_found_by_typing(visit: Visit, many: str) -> None:
    """A few letters and Enter; the number is in view on a telephone, and nothing that was typed is left over."""
    page = visit(many, *TELEPHONE)
    field = page.get_by_role("combobox")
    assert barriers(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    field.click()
    field.press_sequentially("Shire 149", delay=20)
    page.get_by_role("option", name="Shire 149", exact=True).click()
    settle(page)
    expect(page.get_by_role("heading", name="Shire 149")).to_be_visible()
    assert in_view(page, "[data-say=number] a.number")
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate("sessionStorage.getItem('windscreen.unsent')") in (None, "{}")
    assert barriers(page) == []


@pytest.mark.long
def test_of_many_areas_a_council_that_is_not_held_has_a_way_on(visit: Visit, many: str) -> None:
    """Typing finds what is held alone; the way for everybody else stands under it."""
    page = visit(many, *TELEPHONE)
    field = page.get_by_role("combobox")
    field.click()
    field.press_sequentially("Bedford", delay=20)
    field.press("Escape")
    page.get_by_role("button", name=say("steps.where.elsewhere")).click()
    settle(page)
    expect(page.get_by_role("heading", name=say("steps.where.elsewhere"))).to_be_visible()


def test_without_a_script_the_page_says_whom_to_ring(visit: Visit, app_url: str) -> None:
    """A browser that runs no script shows 999 first, and what to do where nobody is in danger now."""
    context = visit.browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(app_url)
        shown = page.locator("body").inner_text()
        assert shown.strip().startswith("In danger now? Ring 999")
        assert "The children’s services of the council where the child lives" in shown
        assert page.get_by_role("link", name="999").first.get_attribute("href") == "tel:999"
    finally:
        context.close()
