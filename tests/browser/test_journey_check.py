"""The questions in a real Chromium: nothing is lost, nothing stands in the way of the telephone, keys are enough."""
import json

import pytest
from playwright.sync_api import Page, expect

from decision.case import Case, Child, FamilyMember, Finding, SignAnswer
from exports.details import Details
from guidance.load import load_packs
from pages.parts.asking.statements import worries
from pages.parts.visit import clock, draft
from pages.parts.visit.draft import Progress
from tests.browser.driving import SERVER, Visit, barriers, free_port, overflow, resize, serve, settle
from tests.browser.keeping import put, with_case
from tests.steps import STEPS

pytestmark = pytest.mark.long
SAVED = "sessionStorage.getItem('windscreen.draft')"
TAKEN_DOWN = 150
"""Milliseconds after which the browser's copy holds what was typed."""
SHOW = "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate', {state: {}})); }"
"""Shows another page of the questions the way a link on the page does."""


@pytest.fixture
def page(visit: Visit, app_url: str) -> Page:
    """The first page of the questions in a fresh visit."""
    return visit(f"{app_url}/check?step=safety")


def press(page: Page, name: str, role: str = "button") -> Page:
    """Press a button or link and wait until the page has settled."""
    page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
    return settle(page)


def to_answers(page: Page) -> Page:
    """To the list of answers by the menu."""
    page.locator(".st-key-menu a").filter(has_text="Your answers").click()
    page.wait_for_timeout(300)
    return settle(page)


def pick(page: Page, words: str) -> None:
    """Choose or tick the first choice with these words."""
    page.locator("label").filter(has_text=words).first.click()


def type_in(page: Page, field: str, words: str) -> None:
    """Type into a field, which may stand behind a line, and give the browser's copy the moment it needs."""
    if not page.get_by_label(field).is_visible():
        page.locator("summary").filter(has_text="how you know the child").first.click()
    page.get_by_label(field).fill(words)
    page.wait_for_timeout(TAKEN_DOWN)


def at(page: Page, step: str) -> Page:
    """The questions at a step, opened by its address."""
    page.goto(f"{page.url.split('/check')[0].rstrip('/')}/check?step={step}")
    return settle(page)


def answered() -> tuple[Case, Progress]:
    """Answers that open every page of the questions, for the first area there is."""
    packs = load_packs()
    area = next(iter(packs.areas.values()))
    first, *others = packs.signs(area.id)
    row = next(row for row in worries(area) if len(row.ids) == 1 and not row.ask_first)
    unsure = SignAnswer(answer="not_sure", why="do_not_understand")
    case = Case(
        home_area=area.id, danger="not_sure",
        children=(Child(label="A", age_months=3), Child(label="B", not_born=True)),
        signs={first.id: SignAnswer(answer="yes"), others[0].id: unsure}, signs_unsure=(first.group,),
        findings=(Finding(id=row.name),), asked=(row.topics[0],), unsure_topics=(row.topics[0],),
        family=(FamilyMember(key="carer_1", relation="Mother"),), not_sure_where_to_start=True,
    )
    progress = Progress(seen=tuple(STEPS)[:-1], topics=(row.topics[0],), brief={
        topic.group: "yes" for topic in packs.national.topics})
    return case, progress


PAGES = [*STEPS, "safety&n=2", "signs&n=3", "signs&n=4", "topics&n=2", "topics&n=3", "know&n=2"]


def test_no_page_of_the_questions_has_a_barrier(visit: Visit, app_url: str) -> None:
    """With answers given, no page has an axe violation, shows an error or scrolls sideways, nor at 640 pixels."""
    page = visit(app_url)
    case, progress = answered()
    text = draft.to_json(case, Details(), progress, clock.now())
    put(page, app_url, text)
    page.goto(f"{app_url}/check")
    found = {}
    for address in PAGES:
        page.evaluate(SHOW, f"?step={address}")
        expect(page.locator("h1")).to_have_text(STEPS[address.split("&")[0]])
        settle(page)
        found[address] = [*barriers(page), *(["at 640: too wide"] * bool(overflow(resize(page, 640))))]
    assert found == {address: [] for address in PAGES}


def test_three_presses_lead_from_the_front_page_to_the_number(visit: Visit, app_url: str) -> None:
    """Area, button, yes: then there is somebody to ring and what to say, in sight on a small telephone."""
    page = visit(app_url)
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_role("radio").first.locator("xpath=ancestor::label").click()
    settle(page)
    press(page, "Something that cannot wait", "link")
    page.locator('[class*="st-key-w_group-0_"] label').filter(has_text="Yes").click()
    settle(page)
    expect(page.locator(".ring-bar a[href^='tel:']")).to_be_in_viewport()
    expect(page.locator(".say").first).to_be_in_viewport()


def test_a_statement_and_one_press_lead_to_the_result(visit: Visit, app_url: str) -> None:
    """Behind the Yes stand the statements of that group alone, and below them the way to what to do now."""
    page = with_case(visit, app_url, "check?step=signs", Case(home_area=next(iter(load_packs().areas))))
    page.locator('[class*="st-key-w_group-0_"] label').filter(has_text="Yes").click()
    settle(page)
    expect(page.get_by_role("checkbox")).to_have_count(sum(
        1 for sign in load_packs().national.signs if sign.group == next(iter(load_packs().national.sign_group))))
    page.get_by_role("checkbox").first.locator("xpath=ancestor::label").click()
    settle(page)
    page.locator("button:visible").filter(has_text="See what to do now").click()
    settle(page)
    expect(page.locator("h1")).to_have_text("Result")


def test_a_refresh_keeps_the_step_the_answers_and_what_was_being_typed(page: Page) -> None:
    """F5 in the middle of a form brings back what was sent and what was not."""
    pick(page, "At home")
    press(page, "Continue")
    type_in(page, "How do you know the child", "Tutor")
    page.reload()
    settle(page)
    expect(page.locator("h1")).to_have_text(STEPS["where"])
    expect(page.get_by_label("How do you know the child")).to_have_value("Tutor")
    press(page, "Back")
    expect(page.get_by_role("radio", name="At home")).to_be_checked()


def test_choices_that_were_not_sent_come_back_too(visit: Visit, app_url: str) -> None:
    """A choice and a tick are no text, and are not lost either."""
    page = visit(f"{app_url}/check?step=signs")
    page.get_by_role("radio").nth(1).locator("xpath=ancestor::label").click()
    page.get_by_role("checkbox").nth(1).locator("xpath=ancestor::label").click()
    page.wait_for_timeout(TAKEN_DOWN)
    page.reload()
    settle(page)
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(page.get_by_role("checkbox").nth(0)).not_to_be_checked()


def test_back_and_forward_go_one_step_and_keep_what_was_typed(page: Page) -> None:
    """Each step is one entry in the history, and half a sentence survives a look back."""
    before = page.evaluate("history.length")
    press(page, "Continue")
    assert page.evaluate("history.length") == before + 1
    type_in(page, "How do you know the child", "Tutor")
    page.go_back()
    expect(page.locator("h1")).to_have_text(STEPS["safety"])
    page.go_forward()
    expect(page.locator("h1")).to_have_text(STEPS["where"])
    settle(page)
    expect(page.get_by_label("How do you know the child")).to_have_value("Tutor")


def test_a_step_can_be_done_with_the_keyboard_alone(page: Page) -> None:
    """Tab, arrows, Space and Enter choose, tick and continue; the focus goes to the new heading."""
    page.locator("h1").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="No", exact=True).first).to_be_checked()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Continue":
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(STEPS["where"])
    settle(page)
    expect(page.locator("h1")).to_be_focused()


def test_an_error_takes_the_focus_and_leads_to_its_field(page: Page) -> None:
    """The summary has the focus, its link leads to the field, the field says what is wrong with it, so does the tab."""
    pick(page, "At school or nursery")
    page.get_by_label("When does the child leave").fill("half past")
    press(page, "Continue")
    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith("Error: ")
    page.locator(".error-summary a").click()
    wrong = page.get_by_label("When does the child leave")
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#{wrong.get_attribute('aria-describedby')}")).to_contain_text("Enter a time")
    assert "#" not in page.url


def test_a_change_link_leads_to_its_page_without_a_new_session(page: Page) -> None:
    """From the answers a link opens the step in the same page, the way to the answers returns, and Back works."""
    for _ in range(len(STEPS)):
        if page.locator("h1").inner_text() == STEPS["view"]:
            break
        press(page, "Continue")
    to_answers(page)
    page.evaluate("window.stillTheSame = true")
    page.locator('a[href="?step=view"]').first.click()
    expect(page.locator("h1")).to_have_text(STEPS["view"])
    assert page.evaluate("window.stillTheSame") is True
    to_answers(page)
    expect(page.locator("h1")).to_have_text(STEPS["answers"])
    page.go_back()
    expect(page.locator("h1")).to_have_text(STEPS["view"])


def test_the_page_hides_at_once_and_comes_back(page: Page) -> None:
    """One key and one button blank the page and its title; the same key or a button brings both back."""
    shown = page.title()
    cover = page.locator("#windscreen-cover")
    page.get_by_role("button", name="Hide page").click()
    expect(cover).to_be_visible()
    assert "child" not in page.title().lower()
    page.get_by_role("button", name="Show the page").click()
    expect(cover).to_be_hidden()
    page.keyboard.press("Escape")
    expect(cover).to_be_visible()
    page.keyboard.press("Escape")
    expect(cover).to_be_hidden()
    assert page.title() == shown


def test_deleting_empties_the_tab(page: Page) -> None:
    """After the confirmation nothing is left in the browser, and the front page says so."""
    pick(page, "At home")
    press(page, "Continue")
    assert "home" in page.evaluate(SAVED)
    press(page, "Delete my answers")
    page.get_by_role("dialog").get_by_role("button", name="Delete my answers").click()
    expect(page.get_by_text("Your answers have been deleted")).to_be_visible()
    settle(page)
    assert page.evaluate(SAVED) is None
    at(page, "safety")
    expect(page.get_by_role("radio", name="At home")).not_to_be_checked()


@pytest.mark.parametrize("apart", [False, True])
def test_two_visitors_do_not_share_their_answers(page: Page, visit: Visit, app_url: str, apart: bool) -> None:
    """What one visitor answers never shows in another's page, be it a tab beside it or another browser."""
    pick(page, "At home")
    press(page, "Continue")
    other = visit(f"{app_url}/check?step=safety", apart=apart)
    expect(other.get_by_role("radio", name="At home")).not_to_be_checked()


def test_a_tab_left_alone_is_covered_and_later_forgotten_by_the_server(visit: Visit, app_url: str) -> None:
    """After ten minutes the page is covered; after an hour it begins anew, and the answers come back when asked for."""
    page = visit(f"{app_url}/check?step=safety", apart=True)   # a clock that is moved on is that of a whole profile
    pick(page, "At home")
    press(page, "Continue")
    page.clock.install()
    page.reload()
    settle(page)
    page.clock.fast_forward("11:00")
    expect(page.locator("#windscreen-cover")).to_be_visible()
    page.get_by_role("button", name="Show the page").click()
    with page.expect_navigation():
        page.clock.fast_forward("01:01:00")
    expect(page.locator("#windscreen-cover")).to_be_visible()
    expect(page.locator("h1")).to_have_count(0)
    page.get_by_role("button", name="Show the page").click()
    expect(page.locator("h1")).to_have_text(STEPS["where"])
    assert "home" in page.evaluate(SAVED)


def test_a_browser_that_answers_late_still_gets_its_answers_back(page: Page) -> None:
    """A tab left alone for an hour starts empty behind its cover, loses nothing, and comes back when asked for."""
    pick(page, "At home")
    press(page, "Continue")
    page.evaluate("sessionStorage.setItem('windscreen.idle', '1')")
    page.reload()
    expect(page.locator("#windscreen-cover")).to_be_visible()
    expect(page.get_by_text("Your browser has not answered")).to_be_attached(timeout=15_000)
    assert "home" in page.evaluate(SAVED)
    page.get_by_role("button", name="Show the page").click()
    settle(page)
    expect(page.locator("h1")).to_have_text(STEPS["where"])


def test_a_killed_and_restarted_server_loses_no_answer(visit: Visit, chromium: str) -> None:
    """The page recovers by itself on the same step, and Continue goes on from there."""
    port = free_port()
    with serve(SERVER, port) as address:
        page = visit(f"{address}/check?step=safety")
        pick(page, "At home")
        press(page, "Continue")
        type_in(page, "How do you know the child", "Tutor")
    with serve(SERVER, port):
        expect(page.locator('[data-test-connection-state="CONNECTED"]')).to_be_attached(timeout=30_000)
        settle(page)
        expect(page.get_by_label("How do you know the child")).to_have_value("Tutor", timeout=15_000)
        press(page, "Continue")
        expect(page.locator("h1")).to_have_text(STEPS["children"])
        saved = page.evaluate(SAVED)
    visit.errors.clear()
    assert json.loads(saved)["case"]["where_now"]["place"] == "home"
    assert "Tutor" in saved
