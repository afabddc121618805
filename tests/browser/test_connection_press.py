"""In a real Chromium: what was typed comes before what is pressed, and no run takes words away from who writes them."""
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import Visit, serve, settle
from tests.browser.dropping import Line
from tests.browser.keeping import until_kept
from tests.browser.test_connection import (
    CONNECTED, FORGOTTEN_AFTER, cut, forgetful, forgetful_line, line, opened, unfolded,
)

__all__ = ["forgetful", "forgetful_line", "line"]
PRESS_WHEN_JOINED = """([where, words]) => {
    const app = document.querySelector('[data-testid="stApp"]');
    const button = [...document.querySelectorAll(where)].find(one => one.innerText.trim() === words);
    const watch = new MutationObserver(() => {
        if (app.getAttribute('data-test-connection-state') !== 'CONNECTED' || button.disabled) return;
        watch.disconnect();
        button.click();
    });
    watch.observe(document.body, { subtree: true, attributes: true });
}"""
"""Presses a button in the very moment in which the connection is back, long before the page has run again."""
WRITTEN = ('"reference":"AB 12"', '"note":"They will ring back"', '"outcome":"advice"')
SCRIPT = '''
import secrets, time
import streamlit as st
from pages.parts import browser
st.set_page_config(page_title="A small page", page_icon="🪟")
browser.connection()
time.sleep(1.0)
if st.session_state.get("w_choice_00000000"):
    st.header("This stands above now")
with st.container(key="answers_made__70"):
    st.checkbox("Choice", key="w_choice_00000000")
    with st.expander("More"):
        words = st.text_input("Words", key="w_words_00000000")
st.write(f"The server has: {words}.")
browser.save({"run": secrets.token_hex(4), "json": None, "clear": False, "unread": None, "forget": None, "page": "p",
              "errors": {}, "sent": {}}, lambda: None)
'''
"""A page that moves its fields to another place after a tick, and takes a second for it."""


@pytest.fixture(scope="module")
def moving(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page that moves its fields."""
    script = tmp_path_factory.mktemp("moving") / "moving.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with serve(script) as address:
        yield address


@pytest.fixture(autouse=True)
def _left_while_cut(visit: Visit) -> Iterator[None]:
    """Streamlit says on the console that it cannot send a field that is left during a drop; it sends it afterwards."""
    yield
    visit.errors[:] = [one for one in visit.errors if "Cannot send rerun backMessage when disconnected" not in one]


def written_while_cut(page: Page, line: Line) -> None:
    """A reference, a note, part of a day and a choice, all during a drop; the caret stays in the reference."""
    cut(page, line)
    page.get_by_label("What was said and agreed?").first.fill("They will ring back")
    page.locator('.stRadio [role="radiogroup"]').first.locator("label").nth(1).click(force=True)
    page.get_by_label("Year", exact=True).first.fill("2026")
    page.get_by_label("Their reference for the call").first.fill("AB 12")


def test_a_press_in_the_moment_of_the_return_saves_all_that_was_typed(visit: Visit, line: Line) -> None:
    """Words in the field with the caret, words in one that was left, and a choice are in what Save saves."""
    page = unfolded(opened(visit, line, "rang"))
    written_while_cut(page, line)
    page.evaluate(PRESS_WHEN_JOINED, ["button", "Save what happened"])
    line.join()
    expect(page.get_by_text("Your record of the call")).to_be_visible()
    until_kept(page, *WRITTEN)
    settle(page)
    until_kept(page, *WRITTEN)


def test_a_press_in_the_moment_of_the_return_loses_nothing_where_the_session_is_lost(
        visit: Visit, forgetful_line: Line) -> None:
    """The page is drawn anew with all that was typed, and what is pressed then, or was already, saves it."""
    page = unfolded(opened(visit, forgetful_line, "rang"))
    written_while_cut(page, forgetful_line)
    page.wait_for_timeout(FORGOTTEN_AFTER)
    page.evaluate(PRESS_WHEN_JOINED, ["button", "Save what happened"])
    forgetful_line.join()
    until_kept(page, *WRITTEN)


def test_a_link_that_is_pressed_in_the_moment_of_the_return_leaves_nothing_behind(visit: Visit, line: Line) -> None:
    """It leads on, and what was typed before it counts."""
    page = unfolded(opened(visit, line, "rang"))
    written_while_cut(page, line)
    page.evaluate(PRESS_WHEN_JOINED, [".st-key-menu a", "Numbers"])
    line.join()
    expect(page).to_have_url(re.compile("/contacts"))
    until_kept(page, *WRITTEN)


def test_a_number_is_dialled_at_once(visit: Visit, line: Line) -> None:
    """No call waits for what was typed."""
    page = opened(visit, line, "rang")
    cut(page, line)
    page.locator(".ring-bar a.number").evaluate("""link => link.addEventListener('click', event => {
        window.dialled = !event.defaultPrevented; event.preventDefault(); })""")
    page.evaluate(PRESS_WHEN_JOINED, [".ring-bar a.number", page.locator(".ring-bar a.number").inner_text().strip()])
    line.join()
    page.wait_for_selector(CONNECTED, state="attached")
    assert page.evaluate("window.dialled")


def test_words_stay_in_a_field_that_a_run_draws_anew(visit: Visit, moving: str) -> None:
    """The field stands elsewhere now and its fold was closed: fold, words, focus and caret are as they were, typing
    goes on, and the server gets all of it."""
    page = visit(moving)
    page.locator(".stExpander summary").click()
    field = page.get_by_label("Words")
    page.locator("label").filter(has_text="Choice").click()
    field.click()
    page.keyboard.type("Half a end")
    for _ in " end":
        page.keyboard.press("ArrowLeft")
    field.evaluate("field => { window.before = field; }")
    expect(page.get_by_text("This stands above now")).to_be_visible()
    settle(page)
    assert page.evaluate("!window.before.isConnected"), "the page was meant to draw its field anew"
    expect(field).to_be_focused()
    expect(field).to_have_value("Half a end")
    page.keyboard.type(" word")
    expect(field).to_have_value("Half a word end")
    field.blur()
    expect(page.get_by_text("The server has: Half a word end.")).to_be_visible()
