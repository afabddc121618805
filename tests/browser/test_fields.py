"""Fields in a real Chromium: the browser is asked to leave what is typed alone, and a doubtful time is asked about."""
import re

import pytest
from playwright.sync_api import Page, expect

from decision.case import Case, Child, FamilyMember, SignAnswer
from exports.details import Details
from guidance.words import say
from pages.parts.visit import clock, draft
from pages.parts.visit.draft import Progress
from tests.browser.driving import SERVER, Visit, axe, overflow, serve, settle
from tests.browser.keeping import put, with_case
from tests.browser.test_journey_check import PAGES, SHOW, answered
from tests.steps import STEPS

ASKED = {
    "spellcheck": "false", "writingsuggestions": "false", "autocorrect": "off", "data-gramm": "false",
    "data-gramm_editor": "false", "data-enable-grammarly": "false", "data-lt-active": "false",
    "data-ms-editor": "false",
}
"""What the page asks of the browser, and of extensions that look, for every field."""
FIELDS = """() => [...document.querySelectorAll(
    'textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=hidden], [type=file])')]
    .map(field => ({label: field.getAttribute('aria-label') || field.type, checks: field.spellcheck,
                    attributes: Object.fromEntries([...field.attributes].map(one => [one.name, one.value]))}))"""
CASE = Case(children=(Child(label="A", not_born=True),), family=(FamilyMember(key="mother", relation="Mother"),))
FREE_TEXT = 8
"""Pages of the questions on which something can be typed, at least."""


def unasked(page: Page) -> list[str]:
    """Fields of which the page does not ask all of it, by label; fails where there is no field to look at."""
    fields = page.evaluate(FIELDS)
    assert fields, "there is no field on this page, so nothing was looked at"
    return [
        field["label"] for field in fields
        if field["checks"] or any(field["attributes"].get(name) != value for name, value in ASKED.items())
        or field["attributes"].get("autocomplete") not in ("off", "new-password")
    ]


def test_no_field_of_the_questions_is_checked_by_the_browser(visit: Visit, app_url: str) -> None:
    """On each page with something to type, every field asks the browser to leave it alone."""
    page = visit(app_url)
    case, progress = answered()
    text = draft.to_json(case, Details(), progress, clock.now())
    put(page, app_url, text)
    page.goto(f"{app_url}/check")
    seen, found = 0, {}
    for address in PAGES:
        page.evaluate(SHOW, f"?step={address}")
        expect(page.locator("h1")).to_have_text(STEPS[address.split("&")[0]])
        settle(page)
        if page.evaluate(FIELDS):
            seen += 1
            if wrong := unasked(page):
                found[address] = wrong
    assert found == {}
    assert seen >= FREE_TEXT


@pytest.mark.parametrize("address", [
    "documents", "documents?section=children", "documents?section=story", "rang", "contacts", "look_up",
])
def test_no_field_beside_the_questions_is_checked_by_the_browser(visit: Visit, app_url: str, address: str) -> None:
    """Names, dates, the story, the password, what was said on the telephone: also on a page that is opened directly."""
    assert unasked(with_case(visit, app_url, address, CASE)) == []


def test_a_field_that_is_drawn_later_or_again_is_asked_too(visit: Visit, app_url: str) -> None:
    """A field that comes with a tick, one that somebody adds, one whose attribute is taken away, a shown password."""
    page = with_case(visit, app_url, "documents?section=children", CASE)
    page.evaluate("""() => {
        const box = document.createElement('div');
        box.innerHTML = '<p><textarea aria-label="added"></textarea><input type="text" aria-label="too"></p>';
        document.body.append(box);
        document.querySelector('textarea').removeAttribute('spellcheck');
        document.querySelector('input[type=text]').setAttribute('data-gramm', 'true');
    }""")
    assert unasked(page) == []
    page.get_by_role("button", name="Save and go back to the list").click()
    settle(page)
    page.locator(".st-key-fold_file summary").click()
    page.get_by_role("button", name="Show password").click()
    assert unasked(page) == []


def test_the_password_keeps_its_own_kind_of_completion(visit: Visit, app_url: str) -> None:
    """A new password is no field to fill in from memory."""
    page = with_case(visit, app_url, "documents", CASE)
    expect(page.locator("input[type=password]")).to_have_attribute("autocomplete", "new-password")


def test_a_date_asks_a_telephone_for_figures(visit: Visit, app_url: str) -> None:
    """Day, month and year bring up figures; a time and a name bring up letters."""
    page = with_case(visit, app_url, "documents?section=children", CASE)
    for part in ("Day", "Month", "Year"):
        expect(page.get_by_label(part, exact=True).first).to_have_attribute("inputmode", "numeric")
    assert page.get_by_label("Name, if there is one yet", exact=True).first.get_attribute("inputmode") is None


def test_fields_are_unchecked_before_any_script_has_come(visit: Visit, app_url: str) -> None:
    """The page itself says it for whatever is in it."""
    page = visit(app_url)
    assert page.evaluate("document.documentElement.getAttribute('spellcheck')") == "false"


@pytest.mark.parametrize("width", [1280, 320])
def test_a_night_time_at_school_is_asked_about_and_one_tap_answers(visit: Visit, chromium: str, width: int) -> None:
    """Both readings are offered; the afternoon is one tap and Continue away, and is read back."""
    with serve(SERVER, WINDSCREEN_NOW="2026-11-26T10:00") as address:
        page = visit(f"{address}/check?step=safety", width=width)
        page.locator("label").filter(has_text="At school or nursery").first.click()
        page.get_by_label("When does the child leave").fill("03:15")
        page.get_by_role("button", name="Continue", exact=True).click()
        expect(page.locator(".error-summary")).to_be_focused()
        settle(page)
        assert axe(page) == []
        assert overflow(page) == 0
        page.locator("label").filter(has_text="Quarter past three this afternoon, 15:15").click()
        page.get_by_role("button", name="Continue", exact=True).click()
        expect(page.locator("h1")).to_have_text(STEPS["where"])
        expect(page.get_by_text("The child leaves: quarter past three this afternoon, 15:15")).to_be_visible()
        assert "T15:15" in settle(page).evaluate("sessionStorage.getItem('windscreen.draft')")


def test_an_age_that_cannot_be_typed_leaves_no_room(visit: Visit, app_url: str) -> None:
    """The choice stays where it is under the finger, and what comes next stands right below it."""
    page = with_case(visit, app_url, "check?step=children", Case(reference="AGE"), Progress(seen=("safety", "where")))
    choice, age = page.get_by_role("radiogroup").first, page.get_by_role("textbox", name="How old is the child?")
    expect(age).to_be_visible()
    before = choice.bounding_box()
    assert before
    for words, below in (("Not born yet", page.get_by_text("When is the baby due?")),
                         ("Not known", page.get_by_text("Known to services, disability, moving about"))):
        choice.get_by_text(words).click()
        settle(page)
        expect(age).to_be_hidden()
        box = below.bounding_box()
        assert choice.bounding_box() == before
        assert box
        assert box["y"] - (before["y"] + before["height"]) < 60
    choice.get_by_text("Months").click()
    expect(age).to_be_visible()


def test_four_answers_stand_two_and_two_on_a_telephone(visit: Visit, app_url: str) -> None:
    """Each keeps its words off its edges, and none of them moves when one is chosen."""
    page = with_case(visit, app_url, "check?step=signs&n=4", Case(signs={"disclosure": SignAnswer(answer="yes")}),
                     Progress(seen=("safety",)))
    page.set_viewport_size({"width": 360, "height": 800})
    options = page.get_by_role("radiogroup", name=say("statements.details.basis")).get_by_test_id("stRadioOption")
    before = [option.bounding_box() for option in options.all()]
    assert len({box["y"] for box in before if box}) == 2
    assert len({box["width"] for box in before if box}) == 1
    options.nth(2).click()
    settle(page)
    assert [option.bounding_box() for option in options.all()] == before
    spare = "one => one.clientWidth - one.querySelector('p').offsetWidth"
    assert min(option.evaluate(spare) for option in options.all()) >= 8


def test_no_over_a_tick_says_that_the_tick_counts(visit: Visit, app_url: str) -> None:
    """In the group alone where both stand: the No is about the others, and the bar to ring stays."""
    page = with_case(visit, app_url, "check?step=signs", Case(reference="NO"), Progress(seen=("safety",)))
    group = page.locator('[class*="st-key-seg_signs-"]').first
    said, press = page.get_by_text(say("signs.still_ticked")), group.locator('[data-testid="stRadioOption"]')
    for words, shown in (("No", 0), ("Yes", 0)):
        press.filter(has_text=re.compile(f"^{words}$")).click()
        settle(page)
        expect(said.locator("visible=true")).to_have_count(shown)
    group.get_by_role("checkbox").first.locator("xpath=ancestor::label").click()
    settle(page)
    expect(said.locator("visible=true")).to_have_count(0)
    press.filter(has_text=re.compile("^No$")).click()
    settle(page)
    expect(said.locator("visible=true")).to_have_count(1)
    expect(group.get_by_role("checkbox").first).to_be_checked()
    expect(page.locator(".ring-bar")).to_be_visible()


def test_an_empty_tab_says_that_answers_may_be_in_another(visit: Visit, app_url: str) -> None:
    """Documents in a fresh tab says so; with answers in the tab it does not."""
    page = visit(f"{app_url}/documents")
    expect(page.get_by_text("There are no answers in this tab.")).to_be_visible()
    expect(page.get_by_text("answered in another tab")).to_be_visible()
    full = with_case(visit, app_url, "documents", CASE)
    expect(full.get_by_text("There are no answers in this tab.")).to_have_count(0)


def test_a_role_is_found_by_typing_and_counts_however_quick_the_button(visit: Visit, app_url: str) -> None:
    """Three letters and Enter choose it, and Continue in the same moment takes it along; what was searched is none."""
    page = with_case(visit, app_url, "check?step=where", Case(home_area="luton", reference="FIELD1"),
                     Progress(seen=("safety",)))
    role = page.get_by_role("combobox", name="What is your role?")
    role.click()
    role.press_sequentially("health vis", delay=10)
    role.press("Enter")
    page.get_by_role("button", name="Continue", exact=True).click()
    expect(page.locator("h1")).to_have_text(STEPS["children"])
    assert '"role":"health_visitor"' in settle(page).evaluate("sessionStorage.getItem('windscreen.draft')")
    assert "health vis" not in page.evaluate("sessionStorage.getItem('windscreen.unsent') || ''")


def test_enter_keeps_what_is_typed_and_nothing_lies_over_it(visit: Visit, app_url: str) -> None:
    """In a field Enter leads nowhere, the words count, and no help of the browser's or ours covers them."""
    page = with_case(visit, app_url, "check?step=where", Case(home_area="luton", reference="FIELD1"),
                     Progress(seen=("safety",)))
    page.locator("summary").filter(has_text="how you know the child").click()
    field = page.get_by_label("How do you know the child")
    field.press_sequentially("Tutor", delay=5)
    expect(page.get_by_test_id("InputInstructions").locator("visible=true")).to_have_count(0)
    field.press("Enter")
    page.wait_for_timeout(300)
    settle(page)
    expect(page.locator("h1")).to_have_text(STEPS["where"])
    expect(field).to_have_value("Tutor")
    assert "Tutor" in page.evaluate("sessionStorage.getItem('windscreen.draft')")
