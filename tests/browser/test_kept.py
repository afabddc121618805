"""In a real Chromium: answers that no page can take over stay in the tab as a file, and nothing writes over them."""
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import Visit, axe, overflow, settle
from tests.browser.keeping import put

BROKEN = '{"format": "windscreen-draft/1", "case": "“Zofia” said:\\u2028 I am cold 🧣 \\\\" \\r\\n\\t'
DRAFT, KEPT = "windscreen.draft", "windscreen.kept"


def holding(page: Page, app_url: str, text: str, address: str = "check") -> Page:
    """The page at an address, opened in a tab that holds this text as its draft."""
    put(page, app_url, text)
    page.goto(f"{app_url}/{address}")
    return settle(page)


def stored(page: Page, key: str) -> str | None:
    """What the tab holds under a key."""
    return page.evaluate(f"sessionStorage.getItem('{key}')")  # type: ignore[no-any-return]


def kept(page: Page) -> list[str]:
    """The texts that were put aside, the newest first."""
    return [one["text"] for one in json.loads(stored(page, KEPT) or "[]")]


def notice(page: Page) -> Locator:
    """The part of the page that offers them."""
    return page.get_by_role("region", name="Earlier answers, kept as a file")


def saved_file(page: Page, number: int = 0) -> tuple[str, bytes]:
    """The name and the bytes of the file that the page gives."""
    with page.expect_download() as saving:
        notice(page).get_by_role("button", name="Save as a file").nth(number).click()
    return saving.value.suggested_filename, Path(saving.value.path()).read_bytes()


def answer(page: Page) -> None:
    """Give one answer, so that the tab has a draft of its own again."""
    page.locator("label").filter(has_text="At home").first.click()
    page.get_by_role("button", name="Continue", exact=True).first.click()
    settle(page)


def test_a_broken_draft_is_kept_as_a_file_and_never_written_over(visit: Visit, app_url: str) -> None:
    """The file holds exactly what was kept, later answers and a refresh leave it as it is, and the cover hides it."""
    page = holding(visit(app_url), app_url, BROKEN, "check?step=safety")
    expect(page.get_by_text("We could not read the answers")).to_be_visible()
    expect(notice(page)).to_be_visible()
    assert saved_file(page) == ("kept-answers.json", BROKEN.encode())
    assert kept(page) == [BROKEN]

    answer(page)
    assert json.loads(stored(page, DRAFT) or "{}")["case"]["where_now"]["place"] == "home"
    page.reload()
    settle(page)
    expect(page.get_by_text("We could not read the answers")).to_have_count(0)
    assert saved_file(page) == ("kept-answers.json", BROKEN.encode())
    assert "home" in str(stored(page, DRAFT))
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert (axe(page), overflow(page)) == ([], 0)

    page.keyboard.press("Escape")
    covers = """() => { const box = document.querySelector('.st-key-kept').getBoundingClientRect();
        return document.elementFromPoint(box.x + 30, box.y + 30).closest('#windscreen-cover') !== null; }"""
    assert page.evaluate(covers)
    page.keyboard.press("Escape")
    assert not page.evaluate(covers)


def test_the_result_says_that_it_does_not_know_them_until_they_are_deleted(visit: Visit, app_url: str) -> None:
    """Also after answering anew and reloading: a calm result beside a sign that nobody could read would be false."""
    says = "This result does not know your earlier answers."
    page = holding(visit(app_url), app_url, BROKEN, "check?step=safety")
    answer(page)
    for _ in range(2):
        page.goto(f"{app_url}/result")
        settle(page)
        expect(page.get_by_text(says)).to_be_visible()
    notice(page).get_by_role("button", name="Delete").click()
    notice(page).get_by_role("button", name="Delete them").click()
    page.reload()
    settle(page)
    expect(page.get_by_text(says)).to_have_count(0)


def test_what_is_kept_goes_when_somebody_says_so_twice(visit: Visit, app_url: str) -> None:
    """Delete asks first, with the focus on keeping; what is deleted is gone, and nothing stands in its place."""
    page = holding(visit(app_url), app_url, BROKEN)
    notice(page).get_by_role("button", name="Delete").click()
    expect(notice(page).get_by_role("button", name="Keep them")).to_be_focused()
    page.keyboard.press("Enter")
    assert kept(page) == [BROKEN]
    notice(page).get_by_role("button", name="Delete").click()
    notice(page).get_by_role("button", name="Delete them").click()
    assert stored(page, KEPT) is None
    expect(page.locator(".st-key-kept")).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()
    page.reload()
    settle(page)
    expect(page.locator(".st-key-kept")).to_be_hidden()


def test_the_newest_three_are_kept_until_the_answers_are_deleted(visit: Visit, app_url: str) -> None:
    """A draft from a clock that was wrong and one of a newer version are kept beside broken ones; all go at once."""
    page = holding(visit(app_url), app_url, BROKEN, "check?step=safety")
    answer(page)
    taken = json.loads(stored(page, DRAFT) or "{}")
    ahead = json.dumps({**taken, "saved_at": (datetime.now(UTC) + timedelta(days=30)).isoformat()})
    newer = json.dumps({**taken, "format": "windscreen-draft/99"})
    for text in ("[1]", ahead, newer):
        holding(page, app_url, text, "check?step=safety")
    assert kept(page) == [newer, ahead, "[1]"]
    expect(notice(page).get_by_text("A newer version of this page wrote them")).to_be_visible()
    expect(notice(page).get_by_text("a time that has not come yet")).to_be_visible()
    assert saved_file(page, 1)[1] == ahead.encode()

    answer(page)
    page.get_by_role("button", name="Delete my answers", exact=True).first.click()
    page.get_by_role("dialog").get_by_role("button", name="Delete my answers").click()
    expect(page.get_by_text("Your answers have been deleted")).to_be_visible()
    settle(page)
    assert (stored(page, KEPT), stored(page, DRAFT)) == (None, None)
    expect(page.locator(".st-key-kept")).to_be_hidden()


def test_a_draft_that_is_too_long_for_the_server_does_not_stop_the_page(visit: Visit, app_url: str) -> None:
    """It is put aside by the browser itself, whole, and the page can be used."""
    long = json.dumps({"words": "Ä" * 700_000}, ensure_ascii=False)
    page = holding(visit(app_url), app_url, long, "check?step=safety")
    expect(notice(page).get_by_text("too long to be read back")).to_be_visible()
    answer(page)
    assert "home" in str(stored(page, DRAFT))
    assert saved_file(page)[1] == long.encode()


def test_what_is_kept_goes_after_twelve_hours(visit: Visit, app_url: str) -> None:
    """The rule for drafts holds for what was put aside too."""
    page = visit(app_url)
    old = [{"text": BROKEN, "why": "unreadable", "at": (datetime.now(UTC).timestamp() - 12 * 3600 - 60) * 1000}]
    page.evaluate(f"text => sessionStorage.setItem('{KEPT}', text)", json.dumps(old))
    page.reload()
    settle(page)
    assert stored(page, KEPT) is None
    expect(page.locator(".st-key-kept")).to_be_hidden()
