"""What every page begins and ends with."""
import ast
import json
from datetime import timedelta
from pathlib import Path

import pytest

from decision.case import Case, Practitioner
from exports.details import Details
from pages.parts import browser
from pages.parts.reading import guides
from pages.parts.result.deadlines_view import RANG
from pages.parts.shell import area_tools, frame, header
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Progress
from tests.pages.asking import HOME, ROOT, checked, open_app, open_step, press, words
from tests.pages.opening import open_page
from tests.pages.screen import source

PAGES = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py"))]


@pytest.fixture(autouse=True)
def _packs(packs: object) -> None:
    """Every test here uses the made-up packs."""


def saved(screen: object) -> dict[str, object]:
    """What the last element of the page hands to the browser."""
    blocks = [block.proto for block in screen.get("bidi_component")]  # type: ignore[attr-defined]
    return json.loads(blocks[-1].json)  # type: ignore[no-any-return]


def ends_with_done(body: list[ast.stmt], functions: dict[str, list[ast.stmt]]) -> bool:
    """Whether done(...) is the last that these statements do, in each way in which they can go, but for what may come
    late: a function of the page that calls done(...) itself, in the open."""
    last = body[-1]
    if isinstance(last, ast.If):
        return bool(last.orelse) and all(ends_with_done(way, functions) for way in (last.body, last.orelse))
    if not isinstance(last, ast.Expr) or not isinstance(last.value, ast.Call):
        return False
    name = ast.unparse(last.value.func)
    return name == "done" or any(
        isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and ast.unparse(one.value.func) == "done"
        for one in functions.get(name, []))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_every_page_ends_with_done(file: Path) -> None:
    """The last that a page does is done(...), so that the answers of this run reach the browser."""
    body = ast.parse(file.read_text(encoding="utf-8")).body
    assert ends_with_done(body, {one.name: one.body for one in body if isinstance(one, ast.FunctionDef)})


def test_the_menu_leads_to_every_page() -> None:
    """No page is left out: the name and the menu, the row of what can be looked up, the tools of an area, and what the
    result leads to; they lead nowhere else. The page that shows the parts is for whoever works on the pages."""
    further = {area_tools.EXPLOITATION_PAGE, area_tools.EDUCATION_PAGE, RANG, "pages/design.py"}
    led_to = {header.START, *(page for page, _ in (*header.MENU, *guides.GUIDES))} | further
    assert led_to == {file.relative_to(ROOT).as_posix() for file in PAGES}


def test_the_result_leads_to_what_happened_on_the_telephone() -> None:
    """The page that no menu names is one press away from the result."""
    screen = open_page("result", HOME)
    assert "rang" in {link.proto.page for link in screen.get("page_link")}


def test_whose_answers_these_are_stands_above_every_page() -> None:
    """Area, role and reference as far as they are known, also in the folded menu; nothing before the first answer."""
    you = Practitioner(role="health_visitor")
    shown = source(open_app(HOME.model_copy(update={"practitioner": you})))
    assert shown.count("Testshire · health visitor · ref TEST") == 2
    assert "ref " not in source(open_app(Case()))


def test_the_emergency_number_is_the_packs_own() -> None:
    """The one number in code is the number in the national pack."""
    contact = knowledge.packs().contact("", "emergency_999")
    assert contact
    assert contact.dial().dial == header.EMERGENCY  # type: ignore[union-attr]


def test_the_emergency_number_waits_for_nothing() -> None:
    """While the browser has not answered, strip and menu are there and nothing else is."""
    screen = open_app()
    assert "999" in words(screen)
    assert not screen.title
    assert not screen.exception


def test_a_browser_that_does_not_answer_is_given_up_after_three_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page starts empty and says so, and does not overwrite what the browser may still hold."""
    screen = open_app()
    later = clock.ticks() + frame.WAIT_SECONDS + 1
    monkeypatch.setattr(clock, "ticks", lambda: later)
    checked(screen.run())
    assert screen.title
    assert "has not answered" in words(screen)
    assert saved(screen)["json"] is None
    assert saved(screen)["clear"] is False


def answering(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let the browser answer at once that it holds this draft."""
    monkeypatch.setattr(browser, "ask_for_draft", lambda: {"json": text, "unsent": {}})


OTHER_TIMES = {"unreadable": {"case": 7}, "newer": {"format": "windscreen-draft/99"},
               "clock": {"saved_at": "2026-12-23T10:00:00+00:00"}}


@pytest.mark.parametrize("why", OTHER_TIMES)
def test_a_draft_that_is_not_taken_is_put_aside_and_not_cleared(why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page starts empty and says so, and the browser is told to put the draft aside before it writes anything."""
    text = draft.to_json(HOME, Details(), Progress(), clock.now())
    answering(monkeypatch, json.dumps({**json.loads(text), **OTHER_TIMES[why]}))
    screen = checked(open_app())
    assert "save them as a file" in words(screen)
    assert screen.session_state["case"] == Case()
    data = saved(screen)
    assert (data["unread"], data["clear"], data["json"]) == (why, False, None)
    screen.session_state["case"] = HOME
    assert saved(checked(screen.run()))["unread"] == why, "a page that was not drawn to its end lost the word"


def test_a_draft_that_is_too_old_is_deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve hours hold: nothing is put aside, and the page says what became of it."""
    answering(monkeypatch, draft.to_json(HOME, Details(), Progress(), clock.now() - timedelta(hours=13)))
    screen = checked(open_app())
    assert "were deleted" in words(screen)
    assert (saved(screen)["unread"], saved(screen)["clear"]) == (None, True)


def test_a_late_draft_that_cannot_be_read_is_put_aside_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not offered first: by then the browser's copy would be written over."""
    screen = open_app(HOME)
    screen.session_state["unrestored"] = True
    answering(monkeypatch, '{"format": "windscreen-draft/2"}')
    checked(screen.run())
    assert saved(screen)["unread"] == "unreadable"
    assert screen.session_state["case"] == HOME
    assert not [button for button in screen.button if button.key == "late_use"]


def test_a_draft_of_the_first_format_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who answers while the app is renewed keeps their place, and their draft is written anew."""
    now = clock.now().isoformat()
    old = {"format": "windscreen-draft/1", "saved_at": now, "details": {"format": "windscreen-details/1"},
           "case": {"format": "windscreen-case/1", "home_area": HOME.home_area, "findings": [{"id": "GONE-1"}]},
           "progress": {"seen": ["safety"], "skipped": [], "topics": [], "brief": {}, "set_aside": {}}}
    answering(monkeypatch, json.dumps(old))
    screen = checked(open_app())
    assert "guidance has changed" in words(screen)
    data = json.loads(str(saved(screen)["json"]))
    assert data["format"] == "windscreen-draft/2"
    assert data["progress"]["seen"] == ["safety"]
    assert "GONE-1" in data["case"]["other_worry_note"]


def test_answers_are_handed_to_the_browser_at_the_end_of_the_page() -> None:
    """The browser's copy holds the answers and names the page that is shown."""
    data = saved(open_step("who", HOME))
    assert json.loads(str(data["json"]))["case"]["home_area"] == HOME.home_area
    assert data["page"] == "check who 0"


def test_a_blank_draft_leaves_nothing_in_the_browser() -> None:
    """Nothing answered, nothing kept: an old copy is removed."""
    data = saved(open_app(Case()))
    assert (data["json"], data["clear"]) == (None, True)


def test_what_was_sent_is_not_offered_again() -> None:
    """After Continue the browser is told what the server has of that page's fields, so that it forgets just that."""
    told = saved(press(open_step("who"), "Continue"))["sent"]
    assert list(told) == ["check who 0"]  # type: ignore[call-overload]
    assert told["check who 0"]["who_note"] == ""  # type: ignore[index]
    assert told["check who 0"]["kinds-nobody"] is False  # type: ignore[index]


def test_wrong_fields_are_named_for_the_browser() -> None:
    """The browser marks the fields with an error and moves the focus to the summary."""
    screen = open_step("who")
    next(box for box in screen.text_area if "who_note" in box.key).set_value("x" * 20_001)
    assert set(saved(press(screen, "Continue"))["errors"]) == {"who_note"}  # type: ignore[call-overload]


def test_deleting_asks_first_and_leads_to_the_front_page() -> None:
    """One button asks, the next deletes; keeping them changes nothing."""
    screen = press(open_step("who"), "Delete my answers")
    kept = press(screen, "Keep them")
    assert kept.session_state["case"] == HOME
    screen = press(kept, "Delete my answers")
    next(button for button in screen.button if button.key == "delete_yes").click()
    checked(screen.run())
    assert screen.session_state["case"] == Case()
    assert "have been deleted" in words(screen)
    assert saved(screen)["forget"], "what was put aside goes too"


@pytest.mark.parametrize("why", OTHER_TIMES)
def test_a_result_says_that_it_does_not_know_answers_that_could_not_be_read(
    why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside answers that nobody could read, no calm result stands alone: talk today, or ring."""
    text = draft.to_json(HOME, Details(), Progress(), clock.now())
    answering(monkeypatch, json.dumps({**json.loads(text), **OTHER_TIMES[why]}))
    screen = checked(open_app())
    screen.switch_page("pages/result.py")
    shown = words(checked(screen.run()))
    assert "This result does not know your earlier answers" in shown
    assert "talk to someone today" in shown


def test_a_result_from_answers_that_were_read_says_nothing_of_it() -> None:
    """The warning stands only where something is missing."""
    screen = open_app(HOME)
    screen.switch_page("pages/result.py")
    assert "does not know your earlier answers" not in words(checked(screen.run()))
