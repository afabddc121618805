"""The number to ring in sight, high contrast, named groups, the way past the menu and what is said, in Chromium."""
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from decision.case import Case, Child, FamilyMember, SignAnswer
from guidance.load import load_packs
from guidance.words import say
from pages.parts.visit.draft import Progress
from tests.browser.driving import SERVER, Visit, axe, overflow, serve, settle
from tests.browser.keeping import with_case
from tests.browser.test_tools import GRID_CASE, RULES_CASE
from tests.steps import STEPS

pytestmark = pytest.mark.long
PACKS = load_packs()
AREA = next(id_ for id_, area in PACKS.areas.items() if area.levels)
SIGN = next(sign for sign in PACKS.signs(AREA) if (sign.first_call, sign.outcome) == ("front_door", "refer_now"))
CASE = Case(home_area=AREA, reference="SIGHT", children=(Child(label="A", age_years=8),),
            signs={SIGN.id: SignAnswer(answer="yes")})
PAGES = ("", "result", "documents", "documents?section=children", "rang", "look_up", "sources", "contacts", "compare",
         "check?step=safety", "check?step=signs")
SIZES = ((1280, 800), (360, 740), (320, 640))
TIGHT = 3
"""Pixels by which the boxes of two tightly set lines overlap, and their letters do not."""
SAYS = "#windscreen-says"
SATURDAY_EVENING = "2026-11-21T20:00"
TOPIC = next(topic for topic in PACKS.national.topics if any(
    topic.id in row.topics for row in PACKS.areas[AREA].indicators if row.kind == "need")).id
GROUPED = CASE.model_copy(update={
    "children": (Child(label="A", age_years=8), Child(label="B", age_years=3)), "unsure_topics": (TOPIC,),
    "family": (FamilyMember(key="mother", relation="Mother"), FamilyMember(key="father", relation="Father")),
    "strengths_note": "Likes school", "not_sure_where_to_start": True,
})
SEEN = Progress(seen=tuple(step for step in STEPS if step != "answers"), topics=(TOPIC,))
GROUP = next(group.name for group in PACKS.national.sign_groups if group.id == SIGN.group)
ALONE = {"I am not sure where to start", "I do not know about any of the others", "None that I know of"}


def bar(page: Page) -> Locator:
    """The bar that is in sight."""
    return page.locator(".ring-bar:visible")


def answer(page: Page, words: str) -> None:
    """Answer the group that holds the sign."""
    group = page.get_by_role("radiogroup", name=GROUP)
    group.get_by_text(words, exact=True).click()
    settle(page)


def box(page: Page, name: str) -> Locator:
    """The label of a box of a form."""
    return page.locator(f'[class*="st-key-w_{name}_"] label').first


def test_the_number_is_in_sight_on_every_page_at_every_size(visit: Visit, app_url: str) -> None:
    """One line at the foot that nothing has to be scrolled for, and the last thing of the page is not below it."""
    page = with_case(visit, app_url, PAGES[0], CASE)
    wrong = []
    for address in PAGES:
        page.goto(f"{app_url}/{address}")
        settle(page)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            place = bar(page).bounding_box() or pytest.fail(address)
            found = {"not at the foot": place["y"] + place["height"] != height, "too high": place["height"] > 64,
                     "covers the foot": not above(page, place["y"]), "sideways": overflow(page), "axe": axe(page)}
            wrong += [(address, width, what, how) for what, how in found.items() if how]
    assert wrong == []


def test_the_way_to_what_is_to_be_done_is_read_and_pressed_on_the_smallest_telephone(
        visit: Visit) -> None:
    """In its own words, beside the number and never over it, as tall as a thumb, for each area, at an hour at which the
    names are the longest: those of the teams of the evening."""
    wrong = []
    with serve(SERVER, WINDSCREEN_NOW=SATURDAY_EVENING) as url:
        for area in PACKS.areas:
            wrong += _hard_to_press(visit, str(url), area)
    assert wrong == []


def _hard_to_press(visit: Visit, url: str, area: str) -> list[tuple[object, ...]]:
    """What of the bar is too small, too tall, or over something else on a small telephone."""
    wrong: list[tuple[object, ...]] = []
    sign = next(one for one in PACKS.signs(area) if (one.first_call, one.outcome) == ("front_door", "refer_now"))
    case = CASE.but(home_area=area, signs={sign.id: SignAnswer(answer="yes")})
    page = with_case(visit, url, "look_up", case, saved_at=f"{SATURDAY_EVENING}+00:00")
    see, number = bar(page).locator("a.see"), bar(page).locator("a.number")
    expect(see).to_have_text(say("ring_bar.see"))
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 640})
        found = [one.bounding_box() or pytest.fail(area) for one in (see, number, bar(page))]
        wrong += [(area, width, found) for here, there, whole in (found,) if (
            min(here["height"], there["height"]) < 44 or here["x"] + here["width"] > there["x"]
            or whole["height"] > 640 / 7 or not above(page, whole["y"]))]
        wide, below = see.evaluate("""see => { const words = document.createRange(), name = document.createRange();
            words.selectNodeContents(see); name.selectNodeContents(see.parentElement.firstChild);
            const at = words.getBoundingClientRect();
            return [at.width, at.top - name.getBoundingClientRect().bottom]; }""")
        wrong += [(area, width, wide, below)] if wide < 60 or below < -TIGHT else []
    return wrong


def above(page: Page, top: float) -> bool:
    """Whether the last thing of the page, scrolled to its end, stands above the bar."""
    page.locator('[data-testid="stMain"]').evaluate("main => main.scrollTo(0, main.scrollHeight)")
    foot = page.locator(".st-key-foot").bounding_box() or pytest.fail("no foot")
    return foot["y"] + foot["height"] <= top


def test_the_longest_words_of_any_area_fit(visit: Visit, app_url: str) -> None:
    """On a small telephone the longest name that any area's number has leaves four fifths of the window to the page."""
    page = with_case(visit, app_url, "result", CASE)
    page.set_viewport_size({"width": 320, "height": 640})
    name = max((contact.name for area in PACKS.areas.values() for contact in area.contacts), key=len)
    bar(page).locator(".who").evaluate("(who, words) => { who.textContent = words; }",
                                       f"Urgent medical care, now. Ring {name}")
    place = bar(page).bounding_box() or pytest.fail("no bar")
    assert place["height"] <= 640 / 5
    assert overflow(page) == 0
    assert above(page, place["y"])


def test_it_comes_with_the_answer_and_is_said_once(visit: Visit, app_url: str) -> None:
    """Before Continue the number is there, with a Yes alone and with its tick; No takes it away; the region was there
    before."""
    page = with_case(visit, app_url, "check?step=signs", CASE.model_copy(update={"signs": {}}))
    expect(bar(page)).to_have_count(0)
    expect(page.locator(SAYS)).to_have_text("")
    answer(page, "Yes")
    expect(bar(page).locator("a[href^='tel:']")).to_be_visible()
    expect(page.locator(SAYS)).to_contain_text(bar(page).locator("a[href^='tel:']").inner_text())
    assert page.locator(f"{SAYS}[role=status][aria-live=polite]").count() == 1
    box(page, f"sign-{SIGN.id}").click()
    expect(settle(page).locator(".ring-bar:visible")).to_have_count(1)
    box(page, f"sign-{SIGN.id}").click()
    settle(page)
    answer(page, "No")
    expect(bar(page)).to_have_count(0)


def test_danger_brings_999_with_the_choice(visit: Visit, app_url: str) -> None:
    """Before Continue, and it is said."""
    page = with_case(visit, app_url, "check?step=safety", Case(reference="SIGHT"))
    expect(bar(page)).to_have_count(0)
    page.locator('[class*="st-key-w_danger_"]').get_by_text("Yes", exact=True).click()
    expect(bar(page).locator("a[href='tel:999']")).to_be_visible()
    expect(page.locator(SAYS)).to_contain_text("999")


def test_a_saved_sign_that_is_taken_away_takes_it_along(visit: Visit, app_url: str) -> None:
    """Before Continue too: the bar never asks for what is no longer so. A Yes that does not say which sign it is still
    asks for a call; No does not."""
    page = with_case(visit, app_url, "check?step=signs", CASE)
    expect(bar(page)).to_have_count(1)
    box(page, f"sign-{SIGN.id}").click()
    settle(page)
    expect(bar(page)).to_have_count(1)
    answer(page, "No")
    expect(bar(page)).to_have_count(0)


def test_the_focus_is_never_behind_it(visit: Visit, app_url: str) -> None:
    """Going through a long page with the keyboard, what has the focus stands above the bar."""
    page = with_case(visit, app_url, "check?step=signs", CASE)
    page.set_viewport_size({"width": 320, "height": 640})
    top = (bar(page).bounding_box() or pytest.fail("no bar"))["y"]
    page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    for _ in range(50):
        page.keyboard.press("Tab")
        page.wait_for_timeout(30)
        low = page.evaluate("""() => { const one = document.activeElement.closest('label') || document.activeElement;
            return one.closest('.ring-bar') || one.matches('main, body') ? 0 : one.getBoundingClientRect().bottom; }""")
        assert low <= top + 1, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_a_call_on_record_takes_it_away(visit: Visit, app_url: str) -> None:
    """After "I have rung" it is gone, also after a reload."""
    page = with_case(visit, app_url, "rang", CASE)
    page.get_by_role("button", name="Save what happened").click()
    expect(settle(page).locator(".ring-bar")).to_have_count(0)
    page.goto(f"{app_url}/result")
    expect(settle(page).locator(".ring-bar")).to_have_count(0)


@pytest.mark.parametrize("address", ["", "check?step=signs", "result", "documents", "rang", "look_up", "contacts"])
def test_the_way_past_the_menu_leads_to_the_heading(visit: Visit, app_url: str, address: str) -> None:
    """The first Tab finds it, Enter moves the focus to the heading, and the next Tab is in the page itself."""
    page = visit(f"{app_url}/{address}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('.st-key-header, .st-key-strip') !== null")


def test_boxes_that_belong_together_are_a_group_with_a_name(visit: Visit, app_url: str) -> None:
    """In the tree that a screen reader reads, also after Streamlit has drawn the page again."""
    page = with_case(visit, app_url, "check?step=signs", CASE)
    group = page.get_by_role("group", name=GROUP, exact=True)
    expect(group.get_by_role("checkbox", name=SIGN.says, exact=True)).to_have_count(1)
    page.get_by_role("link", name="Windscreen", exact=True).click()
    settle(page).get_by_role("link", name="Something that cannot wait").click()
    expect(settle(page).get_by_role("group", name=GROUP, exact=True)).to_have_count(1)


def test_the_number_of_an_area_is_said_when_it_appears(visit: Visit, app_url: str) -> None:
    """The region is there and empty before; after choosing an area it holds who to ring and the number."""
    page = visit(app_url)
    page.evaluate(f"window.region = document.querySelector('{SAYS}')")
    expect(page.locator(SAYS)).to_have_text("")
    page.get_by_role("radiogroup").get_by_text(PACKS.areas[AREA].name, exact=True).click()
    number = settle(page).locator("[data-say=number] a.number").first.inner_text()
    expect(page.locator(SAYS)).to_contain_text(number)
    assert page.evaluate(f"window.region === document.querySelector('{SAYS}')")


@pytest.mark.parametrize(("address", "case"), [
    ("check?step=who", GROUPED), ("check?step=children", GROUPED), ("check?step=signs&n=4", GROUPED),
    ("check?step=topics", GROUPED), ("check?step=topics&n=1", GROUPED), ("check?step=know&n=1", GROUPED),
    ("check?step=know&n=2", GROUPED), ("check?step=strengths", GROUPED), ("check?step=history", GROUPED),
    ("check?step=family", GROUPED), ("documents?section=held_back", GROUPED), ("documents?section=children", GROUPED),
    ("documents?section=home", GROUPED), ("exploitation?n=1", GRID_CASE), ("missing_education", RULES_CASE),
])
def test_every_box_of_a_page_stands_in_a_group_with_its_own_name(
    visit: Visit, app_url: str, address: str, case: Case
) -> None:
    """The group's name is the heading or question above its boxes. With the names of the groups around it, no box of a
    page is read out like another one. A box that says all by itself, about the whole page, stands alone.
    """
    page = with_case(visit, app_url, address, case, SEEN)
    page.wait_for_timeout(300)
    found = page.evaluate("""() => [...document.querySelectorAll('[data-testid="stMain"] input[type="checkbox"]')]
        .filter(box => box.getAttribute('role') !== 'switch').map(box => {
            const names = [box.ariaLabel || box.closest('label').innerText];
            for (let one = box; (one = one.parentElement?.closest('[role="group"]'));) {
                const label = document.getElementById(one.getAttribute('aria-labelledby'));
                const before = label.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING;
                names.push(before ? label.textContent.trim() : 'not before it');
            }
            return names; })""")
    assert found
    assert {names[0] for names in found if len(names) == 1} <= ALONE
    assert not [names for names in found if "" in names or "not before it" in names]
    assert [names for names in found if found.count(names) > 1] == [], "boxes that cannot be told apart"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_ticked_shows_in_high_contrast(browser: Browser, app_url: str, scheme: str) -> None:
    """A box, a choice and a switch look different once they are ticked, chosen and on."""
    context = browser.new_context(forced_colors="active", color_scheme=scheme)   # type: ignore[arg-type]
    page = context.new_page()
    try:
        choice, ticked = '[data-testid="stRadioOption"]', 'label:has(input[type="checkbox"]):visible'
        for address, label, before_it in (
            ("check?step=signs", ticked, "Yes"), ("check?step=safety", choice, ""), ("check?step=signs", choice, ""),
            ("compare?topic=missing", ticked, ""),
        ):
            page.goto(f"{app_url}/{address}")
            if before_it:
                settle(page).get_by_text(before_it, exact=True).first.click()
            one = settle(page).locator(label).first
            before = mark(one)
            one.click()
            settle(page)
            page.mouse.move(0, 0)
            page.evaluate("document.activeElement.blur()")
            assert changed(before, mark(page.locator(label).first)) > 40, address
    finally:
        context.close()


def mark(label: Locator) -> Image.Image:
    """The picture of a box or circle: the first bit of its label."""
    whole = Image.open(BytesIO(label.screenshot()))
    return whole.crop((0, 0, 24, whole.height)).convert("L")


def changed(one: Image.Image, two: Image.Image) -> int:
    """How many pixels are clearly lighter or darker."""
    return sum(abs(a - b) > 60 for a, b in zip(one.tobytes(), two.tobytes(), strict=False))
