"""In a real Chromium: nothing typed or chosen is lost with the connection, for a moment or for longer than a visit."""
import json
from collections.abc import Iterator
from typing import Any

import pytest
import server
from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import SERVER, Visit, serve, settle
from tests.browser.dropping import Line, line_to
from tests.browser.keeping import until_kept, with_case
from tests.browser.test_journey_check import answered
from tests.steps import STEPS

LOST = '[data-testid="stApp"]:not([data-test-connection-state="CONNECTED"])'
CONNECTED = '[data-testid="stApp"][data-test-connection-state="CONNECTED"]'
SAYS_LOST = "Connection lost. What you type and tick is kept. Lists, buttons and page links wait until it is back."
FORGOTTEN_AFTER = 2500
"""Milliseconds after which the forgetful app below knows nothing of a visit any more."""
BETWEEN_KEYS = 100
"""Milliseconds between two keys of somebody who types fast."""
PLACE = """() => { const field = document.activeElement;
    return [field.getAttribute('aria-label'), field.selectionStart, field.selectionEnd]; }"""
HELD = """() => Object.fromEntries([...document.querySelectorAll(
    '[data-testid="stMain"] [class*="st-key-w_"]:not(.stVerticalBlock) :is(input, textarea)')]
    .filter(field => field.role !== 'combobox' && field.type !== 'password').map(field => [
        field.closest('[class*="st-key-w_"]').className.match(/st-key-w_(\\S+)_[0-9a-f]{8}/)[1]
            + (field.type === 'radio' ? ' ' + field.value : ''),
        ['radio', 'checkbox'].includes(field.type) ? field.checked : field.value]))"""
"""What stands in every field of a page, by name."""


@pytest.fixture
def line(app_url: str, visit: Visit) -> Iterator[Line]:
    """A line to the app. The pages are closed before it is: a file that still came along it would be a complaint."""
    with line_to(app_url) as made:
        yield made
        visit.close()


@pytest.fixture(scope="module")
def forgetful(chromium: str) -> Iterator[str]:
    """The address of an app that forgets a visit as soon as its connection is lost; a deployment waits a minute."""
    settings: dict[str, Any] = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1", server.ROUND: "0.2"}
    with serve(SERVER, **settings) as address:
        yield address


@pytest.fixture
def forgetful_line(forgetful: str, visit: Visit) -> Iterator[Line]:
    """A line to the app that forgets, closed after the pages as well."""
    with line_to(forgetful) as made:
        yield made
        visit.close()


def opened(visit: Visit, line: Line, address: str) -> Page:
    """A page at the end of a line, with answers in the tab that open every page."""
    case, progress = answered()
    page = with_case(visit, line.address, address, case, progress.model_copy(update={"seen": tuple(STEPS)}))
    page.wait_for_load_state("networkidle")   # no file is on its way when the line is cut
    return page


def cut(page: Page, line: Line) -> None:
    """Cut the line, and wait until the page knows."""
    line.cut()
    page.wait_for_selector(LOST, state="attached")


def join(page: Page, line: Line) -> Page:
    """Join the line again, and wait until the page has run again."""
    line.join()
    return connected(page)


def connected(page: Page) -> Page:
    """Wait until the page is connected and has run again."""
    page.wait_for_selector(CONNECTED, state="attached")
    page.wait_for_timeout(500)
    return settle(page)


def lose_session(page: Page, line: Line) -> Page:
    """Cut the line for longer than the server remembers the visit."""
    cut(page, line)
    page.wait_for_timeout(FORGOTTEN_AFTER)
    return join(page, line)


def status(page: Page) -> Locator:
    """The line that says how the connection is, in a live region."""
    return page.locator(".st-key-connection").get_by_role("status")


def typed(page: Page, tenths: int) -> str:
    """Type for so many tenths of a second and give back what was typed."""
    words = "".join("abcdefghijklm nopqrstuvwxyz 0123456789 "[number % 39] for number in range(tenths))
    page.keyboard.type(words, delay=BETWEEN_KEYS)
    return words


@pytest.mark.parametrize(("label", "seconds"), [("What was said and agreed?", 2), ("Their reference for the call", 5)])
def test_typing_goes_on_through_a_short_drop(visit: Visit, line: Line, label: str, seconds: int) -> None:
    """No letter is lost before, during or after; focus and caret stay; it is said aloud; the server gets the words."""
    page = opened(visit, line, "rang")
    for line_of_fold in page.locator(".stExpander:not(.st-key-small_menu *) details:not([open]) > summary").all():
        line_of_fold.click()
    field = page.get_by_label(label).first
    field.click()
    page.keyboard.type("Half a end")
    for _ in " end":
        page.keyboard.press("ArrowLeft")
    name = page.evaluate(PLACE)[0]
    cut(page, line)
    expect(status(page)).to_have_text(SAYS_LOST)
    words = "Half a" + typed(page, seconds * 10)
    assert page.evaluate(PLACE) == [name, len(words), len(words)]
    line.join()
    words += typed(page, 30)
    connected(page)
    assert field.input_value() == f"{words} end"
    assert page.evaluate(PLACE) == [name, len(words), len(words)]
    page.get_by_role("button", name="Save what happened").click()
    until_kept(page, f"{words} end")


def test_pasting_and_composing_go_on_through_a_drop(visit: Visit, line: Line) -> None:
    """Words that are pasted, and letters put together by an input method, arrive like typed ones."""
    page = opened(visit, line, "rang")
    field = page.get_by_label("What was said and agreed?").first
    field.click()
    cut(page, line)
    chrome = page.context.new_cdp_session(page)
    for part in ("に", "にほ", "にほん"):
        chrome.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
        page.wait_for_timeout(200)
    join(page, line)
    chrome.send("Input.insertText", {"text": "日本"})
    cut(page, line)
    page.evaluate("document.execCommand('insertText', false, ' pasted')")
    join(page, line)
    assert field.input_value() == "日本 pasted"


def test_what_is_chosen_during_a_drop_is_set_when_it_is_over(visit: Visit, line: Line) -> None:
    """A tick and a choice wait, marked and said aloud, and are set afterwards; a second press takes a tick back."""
    page = unfolded(opened(visit, line, "documents?section=home"))
    boxes = page.locator('[data-testid="stCheckbox"] label')
    first, second = boxes.nth(0), boxes.nth(1)
    radio = page.locator('[data-testid="stRadio"] label:has(input)').first
    cut(page, line)
    for pressed in (first, radio, second):
        pressed.click(force=True)
        page.wait_for_timeout(300)   # longer than Streamlit's boxes wait for a click before they press themselves
        expect(status(page)).to_contain_text("Your choice is noted")
    second.click(force=True)
    expect(status(page)).to_contain_text("taken back")
    assert not first.locator("input").is_checked()
    join(page, line)
    expect(first.locator("input")).to_be_checked()
    expect(radio.locator("input")).to_be_checked()
    expect(second.locator("input")).not_to_be_checked()
    assert page.locator("[data-waiting]").count() == 0


def test_keys_choose_and_enter_sends_nothing_during_a_drop(visit: Visit, line: Line) -> None:
    """The space bar and the arrows choose as ever; Enter in a field sends nothing and says so."""
    page = unfolded(opened(visit, line, "rang"))
    radio = page.locator('.stRadio [role="radiogroup"]').first.locator("input")
    radio.first.focus()
    cut(page, line)
    page.keyboard.press("ArrowDown")
    expect(radio.nth(1)).to_be_focused()
    page.get_by_label("Their reference for the call").first.click()
    page.keyboard.type("AB 12")
    page.keyboard.press("Enter")
    expect(status(page)).to_contain_text("Nothing is sent yet")
    join(page, line)
    expect(radio.nth(1)).to_be_checked()
    page.get_by_role("button", name="Save what happened").click()
    until_kept(page, '"reference":"AB 12"')


@pytest.mark.parametrize(("address", "kind"), [("check?step=topics", "checkbox"), ("check?step=history", "radio")])
def test_the_space_bar_chooses_during_a_drop(visit: Visit, forgetful_line: Line, address: str, kind: str) -> None:
    """A box that a key presses has changed before anybody hears of it: it is noted as meant, and set afterwards, also
    where the session is lost."""
    page = unfolded(opened(visit, forgetful_line, address))
    fields = page.locator(f'[data-testid="stMain"] [class*="st-key-answers_"] input[type={kind}]')
    field = fields.nth(next(number for number in range(fields.count()) if not fields.nth(number).is_checked()))
    cut(page, forgetful_line)
    field.focus()
    page.keyboard.press("Space")
    page.wait_for_timeout(300)
    expect(status(page)).to_contain_text("Your choice is noted")
    page.wait_for_timeout(FORGOTTEN_AFTER)
    join(page, forgetful_line)
    expect(field).to_be_checked(timeout=15_000)


def unfolded(page: Page) -> Page:
    """The page with every fold that holds fields opened, as a hand opens it."""
    closed = page.locator('[data-testid="stMain"] [data-testid="stExpander"] details:not([open]) > summary:visible')
    for _ in range(closed.count()):
        if closed.count():
            closed.first.click()
            page.wait_for_timeout(50)
    return settle(page)


def filled(page: Page) -> None:
    """Something in the first fields of each kind on a page."""
    unfolded(page)
    texts = page.locator('[data-testid="stMain"] :is([data-testid="stTextInputField"][type=text], textarea):visible')
    for number in range(min(texts.count(), 4)):
        if not texts.nth(number).evaluate("field => !!field.closest('[inert]')"):
            texts.nth(number).focus()
            page.keyboard.press("End")
            page.keyboard.type(f"words {number}")
    for kind in ("stCheckbox", "stRadio"):
        choice = page.locator(f'[data-testid="stMain"] [data-testid="{kind}"] label:has(input):visible')
        if choice.count():
            choice.first.click()
    page.wait_for_timeout(200)


NOT_GIVEN = ("-unknown", "call_day-", "call_time")
"""Parts of names of fields that are no answer here: "not known" beside words that say it, which the words undo, and the
day and time that the page itself proposes until something else on it has been answered."""


def given(page: Page) -> dict[str, object]:
    """What stands in the fields of a page by the user's doing."""
    held = page.evaluate(HELD)
    return {name: value for name, value in held.items() if not any(part in name for part in NOT_GIVEN)}


@pytest.mark.parametrize("address", [
    "check?step=children", "check?step=signs", "check?step=know", "documents?section=children",
    "documents?section=story", "rang",
])
def test_no_word_is_lost_with_the_session(visit: Visit, forgetful_line: Line, address: str) -> None:
    """Text, dates, ticks and choices that were not sent stand in their fields again, also after a second time."""
    page = opened(visit, forgetful_line, address)
    filled(page)
    before = given(page)
    assert before
    for _ in range(2):
        lose_session(page, forgetful_line)
        assert given(page) == before


def test_the_first_words_of_a_visit_are_not_lost_with_the_session(visit: Visit, forgetful_line: Line) -> None:
    """Also where nothing has been answered yet, and on the second time."""
    page = visit(f"{forgetful_line.address}/check?step=safety")
    field = page.get_by_label("When does the child leave")
    page.locator("label").filter(has_text="At school or nursery").first.click()
    field.fill("at a quarter past")
    page.wait_for_timeout(200)
    for _ in range(2):
        lose_session(page, forgetful_line)
        expect(field).to_have_value("at a quarter past")


def test_typing_goes_on_when_the_session_is_lost(visit: Visit, forgetful_line: Line) -> None:
    """The focus and the caret come back to the field although it is drawn anew, and Save has every word."""
    page = opened(visit, forgetful_line, "rang")
    field = page.get_by_label("What was said and agreed?").first
    field.click()
    page.keyboard.type("Before")
    cut(page, forgetful_line)
    words = "Before" + typed(page, 25)
    join(page, forgetful_line)
    assert field.input_value() == words
    expect(field).to_be_focused()
    assert page.evaluate(PLACE)[1:] == [len(words)] * 2
    page.get_by_role("button", name="Save what happened").click()
    until_kept(page, words.strip())


def test_continue_keeps_the_copy_of_words_that_the_server_has_not_got(visit: Visit, app_url: str) -> None:
    """The browser lets go of a field only where the server says that it has the same; the rest comes back later."""
    page = visit(f"{app_url}/check?step=safety")
    page.locator("label").filter(has_text="At home").first.click()
    page.wait_for_timeout(200)
    settle(page)
    page.evaluate("""() => { const copy = JSON.parse(sessionStorage.getItem('windscreen.unsent'));
        copy['check safety 0'] = {...copy['check safety 0'], elsewhere: 'never sent'};
        sessionStorage.setItem('windscreen.unsent', JSON.stringify(copy)); }""")
    page.get_by_role("button", name="Continue", exact=True).first.click()
    expect(page.locator("h1")).to_have_text(STEPS["where"])
    settle(page)
    assert json.loads(page.evaluate("sessionStorage.getItem('windscreen.unsent')")) == {
        "check safety 0": {"elsewhere": "never sent"}}
