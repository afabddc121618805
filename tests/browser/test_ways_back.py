"""In a real Chromium: from a change to the list of answers, from the first question to the start; nothing is lost."""
from playwright.sync_api import expect

from decision.case import Case, Finding
from guidance.load import load_packs
from guidance.words import say
from pages.parts.visit.draft import Progress
from pages.parts.wizard import sign_groups
from tests.browser.driving import Visit, settle
from tests.browser.keeping import until_kept, with_case
from tests.steps import LAST, STEPS

PACKS = load_packs()
CASE = Case(home_area="luton", reference="BACK12", danger="no")


def test_a_change_leads_back_to_the_list_also_after_a_reload(visit: Visit, app_url: str) -> None:
    """The address alone carries where it leads; the choice that was made last is kept, by Continue and by Back."""
    page = with_case(visit, app_url, f"check?step={LAST}", CASE, Progress(seen=tuple(STEPS)[:5]))
    for button, choice in (("steps.continue", "Yes"), ("steps.back", "Not sure")):
        page.locator("a[href*='step=safety']").first.click()
        expect(page.locator("h1")).to_have_text(STEPS["safety"])
        settle(page).reload()
        settle(page).locator("[class*='st-key-w_confirmed_safe_'] label, [class*='st-key-w_danger_'] label").filter(
            has_text="Not sure").first.click()
        settle(page).get_by_text(say("steps.safety.confirmed")).first.wait_for()
        page.locator("[class*='st-key-w_place_'] label").nth(["Yes", "Not sure"].index(choice)).click()
        page.get_by_role("button", name=say(button), exact=True).click()
        if button == "steps.continue":
            page.get_by_role("button", name=say("steps.safety.carry_on")).click()
        expect(page.locator("h1")).to_have_text(STEPS[LAST])
        assert settle(page).url.endswith(f"?step={LAST}")
        until_kept(page, '"danger":"not_sure"')


def test_a_change_of_a_group_of_signs_opens_at_that_group(visit: Visit, app_url: str) -> None:
    """Its question stands at the top of the window with the focus on its answer, on a telephone and with the keyboard
    too; on a page without such a place the focus is on the heading."""
    groups = sign_groups.groups(CASE, PACKS)
    none = {group.id: tuple(sign.id for sign in group.signs) for group in groups}
    unsure = groups[1]
    case = CASE.but(signs_none={id_: ids for id_, ids in none.items() if id_ != unsure.id}, signs_unsure=(unsure.id,))
    page = with_case(visit, app_url, f"check?step={LAST}", case, Progress(seen=tuple(STEPS)[:5]))
    page.set_viewport_size({"width": 360, "height": 740})
    for group, answer in ((groups[-1], "signs.no"), (unsure, "signs.not_sure")):
        link = page.locator(f"a[href$='&at={group.field}']")
        link.focus()
        link.press("Enter")
        expect(page.locator("h1")).to_have_text(STEPS["signs"])
        row = page.locator(f".st-key-seg_signs-{group.number}")
        expect(row.get_by_role("radio", name=say(answer), exact=True)).to_be_focused()
        top = settle(page).locator(f".st-key-seg_signs-{group.number} .question").first.bounding_box()
        assert top
        assert 0 <= top["y"] < 300
        page.get_by_role("button", name=say("steps.back"), exact=True).click()
        expect(page.locator("h1")).to_have_text(STEPS[LAST])
    settle(page).locator("a[href*='step=safety']").first.click()
    expect(page.locator("h1")).to_be_focused()


def test_a_no_beside_a_statement_with_its_words_is_one_line_with_the_way_to_its_group(
        visit: Visit, app_url: str) -> None:
    """The result opens the group of the sign, which says what does not fit; once it is answered the line is gone."""
    area = PACKS.areas["luton"]
    row, group = next((row, group) for row in area.indicators for group in sign_groups.groups(CASE, PACKS)
                      for sign in group.signs if row.alike == sign.says)
    case = CASE.but(findings=(Finding(id=row.id),), signs_none={
        one.id: tuple(sign.id for sign in one.signs) for one in sign_groups.groups(CASE, PACKS)})
    page = with_case(visit, app_url, "result", case, Progress(seen=tuple(STEPS)))
    page.set_viewport_size({"width": 360, "height": 740})
    settle(page).locator("#fold-unknown summary").first.click()
    page.get_by_role("link", name=say("signs.look_again"), exact=True).click()
    expect(page.locator("h1")).to_have_text(STEPS["signs"])
    held = settle(page).locator(f".st-key-seg_signs-{group.number}")
    expect(held.get_by_text(row.says)).to_be_visible()
    expect(held.get_by_role("radio", name=say("signs.no"), exact=True)).not_to_be_checked()
    held.locator("label").filter(has_text=say("signs.no")).first.click()
    expect(settle(page).get_by_text(row.says)).to_have_count(0)
    until_kept(page, '"answer":"no"')
    page.goto(f"{app_url}/result")
    settle(page).locator("#fold-unknown summary").first.click()
    expect(page.get_by_role("link", name=say("signs.look_again"), exact=True)).to_have_count(0)


def test_back_from_the_first_question_leads_to_the_start_with_what_was_just_chosen(visit: Visit, app_url: str) -> None:
    """In the moment after the choice, as somebody quick would."""
    page = with_case(visit, app_url, "check?step=safety", Case(home_area="luton", reference="BACK12"))
    page.locator("[class*='st-key-w_danger_']").get_by_text("No", exact=True).click()
    page.get_by_role("button", name=say("steps.back"), exact=True).click()
    expect(page.locator("h1")).to_have_text(say("start.heading"))
    until_kept(settle(page), '"danger":"no"')
