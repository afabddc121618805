"""The questions in a real Chromium: nothing is lost, nothing stands in the way of the telephone, keys are enough."""
import re

from playwright.sync_api import Page, expect

from decision.case import Case, Child, FamilyMember, Finding, SignAnswer
from exports.details import Details
from guidance.load import load_packs
from pages.parts import clock, draft
from pages.parts.draft import Progress
from pages.parts.statements import worries
from pages.parts.steps import STEPS
from tests.browser.driving import SERVER, Visit, axe, free_port, overflow, serve, settle

SAVED = "sessionStorage.getItem('windscreen.draft')"
SHOW = "address => { history.pushState({}, '', address); dispatchEvent(new PopStateEvent('popstate', {state: {}})); }"
"""Shows another page of the questions the way a link on the page does."""


def press(page: Page, name: str, role: str = "button") -> Page:
    """Press a button or link and wait until the page has settled."""
    page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
    return settle(page)


def pick(page: Page, words: str) -> None:
    """Choose or tick the first choice with these words."""
    page.locator("label").filter(has_text=words).first.click()


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


PAGES = [*STEPS, "safety&n=2", "signs&n=2", "signs&n=3", "signs&n=4", "topics&n=2", "topics&n=3", "know&n=2"]


def test_no_page_of_the_questions_has_a_barrier(visit: Visit, app_url: str) -> None:
    """With answers given, no page has an axe violation or scrolls sideways at 320, 640 and 1280 pixels."""
    page = visit(app_url)
    case, progress = answered()
    text = draft.to_json(case, Details(), progress, clock.now())
    page.evaluate("text => sessionStorage.setItem('windscreen.draft', text)", text)
    page.goto(f"{app_url}/check")
    found = {}
    for address in PAGES:
        page.evaluate(SHOW, f"?step={address}")
        expect(page.locator("h1")).to_have_text(STEPS[address.split("&")[0]])
        settle(page)
        for width in (320, 640, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            if wrong := [*axe(page), *(["scrolls sideways"] if overflow(page) else [])]:
                found[address, width] = wrong
    assert found == {}


def test_a_killed_and_restarted_server_loses_no_answer(visit: Visit, chromium: str) -> None:
    """The page recovers by itself on the same step, and Continue goes on from there."""
    port = free_port()
    with serve(SERVER, port) as address:
        page = visit(f"{address}/check?step=safety")
        pick(page, "At home")
        press(page, "Continue")
        page.get_by_label("How do you know the child").fill("Tutor")
        page.wait_for_timeout(100)
    with serve(SERVER, port):
        expect(page.locator('[data-test-connection-state="CONNECTED"]')).to_be_attached(timeout=30_000)
        settle(page)
        expect(page.get_by_label("How do you know the child")).to_have_value("Tutor", timeout=15_000)
        press(page, "Continue")
        expect(page.locator("h1")).to_have_text(STEPS["children"])
        saved = page.evaluate(SAVED)
    visit.errors.clear()
    assert '"place": "home"' in saved
    assert "Tutor" in saved
