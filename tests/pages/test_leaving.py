"""Whatever is ticked or typed counts, however the page is left: every page, every field, by the menu and others.

Each field of each page is given a value by itself; then the user goes to another page without pressing anything.
"""
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case, Child, Events, Finding, SignAnswer, Voice
from exports.details import Details
from guidance.packs import Packs
from pages.parts.papers.detail_sections import SECTIONS
from pages.parts.visit.clock import LONDON, TEST_TIME
from pages.parts.visit.draft import Progress
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, checked, field, fill, open_app, open_step, press, progress_of, title, words,
)
from tests.pages.opening import details_of, open_page
from tests.steps import LAST, STEPS

TYPED = "Seven words that nobody else has typed"
TOPIC = "neglect"
SIGN = "disclosure"
ROW = "TST-2-TWICE-01"
CHILD = Child(label="A", age_years=8)
TOLD = HOME.model_copy(update={
    "children": (CHILD,), "findings": (Finding(id=ROW, basis="told", note="What was told"),),
    "signs": {SIGN: SignAnswer(answer="yes", note="What was said")},
})
DATED = Events(noticed=datetime(2026, 11, 20, 9, 15, tzinfo=LONDON), returned=datetime(2026, 11, 21, tzinfo=LONDON))
CHOSEN = EVERYTHING.model_copy(update={"topics": (TOPIC,)})
BRIEF = CHOSEN.model_copy(update={"brief": {"Care": "yes"}})
UNSURE = TOLD.model_copy(update={
    "signs_unsure": ("Told or seen",), "unsure_topics": (TOPIC,),
    "signs": {SIGN: SignAnswer(answer="not_sure", why="do_not_understand")},
})


def step(name: str, number: int = 0, case: Case = HOME, progress: Progress = CHOSEN) -> Callable[[], AppTest]:
    """Opens a page of the questions."""
    return lambda: open_step(name, case, progress, number)


def other(name: str, case: Case = TOLD, **address: str) -> Callable[[], AppTest]:
    """Opens one of the other pages."""
    return lambda: open_page(name, case, None, **address)


PAGES: dict[str, Callable[[], AppTest]] = {
    **{name: step(name) for name in STEPS if name not in (LAST, "know")},
    "signs, why": step("signs", 2, UNSURE), "signs, meaning": step("signs", 3, UNSURE),
    "signs, what you know": step("signs", 4, TOLD),
    "topics, briefly": step("topics", 2), "topics, narrowed": step("topics", 3, progress=BRIEF),
    "know": step("know", 1), "know, behind": step("know", 2, TOLD), "know, not sure": step("know", 2, UNSURE),
    "children, two": step("children", case=HOME.model_copy(update={"children": (CHILD, Child(label="B"))})),
    "history, with days": step("history", case=HOME.model_copy(update={"events": DATED})),
    "start": lambda: open_app(Case()), "rang": other("rang"), "result": other("result", HOME.model_copy(update={
        "other_worry": True, "other_worry_note": "A worry"})),
    "documents": other("documents"), "held back": other("documents", section="held_back"),
    **{f"details {section.id}": other("documents", section=section.id) for section in SECTIONS},
    "details assess_said": other("documents", TOLD.but(voice=Voice(words="I like it here")), section="assess_said"),
}
NOT_ANSWERS = ("search", "document", "late_", "password", "what_if")
"""Fields that hold no answer: what somebody looks for, which paper is shown, its password, what is only tried."""
NUMBERS = {"age-": "7", "-day": "3", "-month": "4", "-year": "2024", "leaves_at": "15:15", "_time": "9:05",
           "file_reference": "ABC-7", "clock": "9:05"}


@pytest.fixture(autouse=True)
def _at_ten(monkeypatch: pytest.MonkeyPatch, packs: Packs) -> None:
    """A Monday at ten."""
    monkeypatch.setenv(TEST_TIME, "2026-11-23T10:00")


def fields(screen: AppTest) -> list[Any]:
    """Every field of the page that holds an answer."""
    kinds = (screen.checkbox, screen.radio, screen.text_input, screen.text_area, screen.selectbox)
    return [one for kind in kinds for one in kind if not any(part in str(one.key) for part in NOT_ANSWERS)]


def name_of(widget: Any) -> str:
    """The name of a field, without the marks of this visit."""
    return str(widget.key).removeprefix("w_").rsplit("_", 1)[0]


def change(widget: Any) -> None:
    """Another value than the one that stands there."""
    match type(widget).__name__:
        case "Checkbox":
            widget.set_value(not widget.value)
        case "Selectbox":
            widget.select_index(next(number for number in range(len(widget.options)) if number != widget.index))
        case "Radio":
            value = next(number for number in range(len(widget.options)) if number != widget.index)
            widget.set_value(widget.options[value])
        case _:
            number = next((number for part, number in NUMBERS.items() if part in name_of(widget)), TYPED)
            widget.set_value(number)


def dumped(screen: AppTest) -> dict[str, Any]:
    """All that is kept, without the reference that a first answer is given, and what Continue alone may add."""
    state = screen.session_state
    case, progress = case_of(screen).model_dump(mode="json"), progress_of(screen).model_dump(mode="json")
    details = state["details"] if "details" in state else Details()
    reference = case["reference"] if case["reference"] == NUMBERS["file_reference"] else ""
    return {"case": {**case, "reference": reference}, "details": details.model_dump(mode="json"),
            "progress": {name: value for name, value in progress.items() if name != "seen"}}


def by_menu(screen: AppTest) -> AppTest:
    """Leave by the menu."""
    return checked(screen.run().switch_page("pages/look_up.py").run())


def by_address(screen: AppTest) -> AppTest:
    """Leave by Back, Forward, a link or the address: another page of the questions is shown."""
    screen.run()
    screen.switch_page("pages/check.py")
    screen.query_params["step"] = LAST
    return checked(screen.run())


def opened_first(page: str) -> list[str]:
    """The names of the fields of a page."""
    return [name_of(one) for one in fields(PAGES[page]())]


ALONE_IS_NOTHING = ("-held", "interpreter", "language", "age-", "-year", "-month", "-day", "age_kind", "held_",
                    "works-", "ruled_out_because", "unnamed-", "work_area", "disability_note", "help_", "changed",
                    "earlier_referral", "notice", "sight_", "area_now", "harm_before_next", "basis-", "behind-",
                    "call_disagree", "agree", "why-TST", "-subject-", "which-")
"""Parts of names of fields that are an answer only beside another one, and are tried together with it below."""


TOLD_TO_ME = 1
"""The place of "I was told" among the ways of knowing."""
AGAINST = ("none-", "rest-", "due-", "-unknown")
"""Parts of names of fields that say the contrary of the others, and are not changed together with them."""


def stands(widget: Any) -> Any:
    """What a field shows: a choice by its place."""
    return widget.index if type(widget).__name__ in ("Radio", "Selectbox") else widget.value


@pytest.mark.parametrize("page", PAGES)
def test_every_field_counts_when_the_page_is_left(page: str) -> None:
    """Each tick, choice and text of every page is in the answers once the user is elsewhere, and nothing is seen."""
    screen = PAGES[page]()
    names = [name_of(one) for one in fields(screen)]
    assert names, "this page has no field"
    lost = []
    for place, name in enumerate(names):
        screen = PAGES[page]()
        before, seen = dumped(screen), progress_of(screen).seen
        change(fields(screen)[place])
        gone = by_menu(screen) if place % 2 else by_address(screen)
        if dumped(gone) == before and not any(part in name for part in ALONE_IS_NOTHING):
            lost.append(name)
        assert set(progress_of(gone).seen) <= set(seen)
    assert lost == []


def back_again(screen: AppTest, page: str, address: dict[str, Any]) -> AppTest:
    """The page once more, after another one."""
    path = "check" if "step" in address else page if page in ("rang", "result") else "documents"
    screen.switch_page(f"pages/{path}.py")
    for name, value in address.items():
        screen.query_params[name] = value
    return checked(screen.run())


@pytest.mark.parametrize("page", PAGES)
def test_fields_that_count_together_count_when_the_page_is_left(page: str) -> None:
    """Every field of a page changed, none pressed: those that are an answer beside another stand there on return."""
    screen = PAGES[page]()
    address = dict(screen.query_params)
    for one in fields(screen):
        if name_of(one).startswith("basis-"):   # beside "told" stands who does not want to be named
            one.set_value(one.options[TOLD_TO_ME])
        elif not any(part in name_of(one) for part in AGAINST):
            change(one)
    wanted = {name_of(one): stands(one) for one in fields(screen)}
    screen = back_again(by_menu(screen), page, address)
    got = {name_of(one): stands(one) for one in fields(screen)}
    alone = [name for name in wanted if any(part in name for part in ALONE_IS_NOTHING) and name in got]
    assert {name: got[name] for name in alone} == {name: wanted[name] for name in alone}


def test_a_sign_ticked_and_left_by_the_menu_decides_the_result() -> None:
    """Nobody has pressed anything: the result asks for a call today, and the signs are not marked as looked at."""
    screen = open_app(HOME, Progress(seen=("safety", "where", "children")))
    screen.switch_page("pages/check.py")
    screen.query_params["step"] = "signs"
    screen = fill(checked(screen.run()), **{f"sign-{SIGN}": True}).run()
    screen = checked(screen.switch_page("pages/result.py").run())
    assert case_of(screen).signs[SIGN].answer == "yes"
    assert set(case_of(screen).signs) == {SIGN}
    assert "Talk it through" not in words(screen)
    assert "signs" not in progress_of(screen).seen


def test_taking_a_tick_away_counts_and_leaves_nothing_behind() -> None:
    """Ticked and unticked on one visit is as it was; unticked on a later visit is not answered, and never a no."""
    screen = fill(open_step("signs"), **{f"sign-{SIGN}": True}).run()
    screen = fill(screen, **{f"sign-{SIGN}": False}).run()
    assert dict(case_of(screen).signs) == {}
    screen = by_menu(fill(open_step("signs", TOLD), **{f"sign-{SIGN}": False}))
    assert SIGN not in case_of(screen).signs


def test_a_page_left_half_filled_says_no_to_nothing() -> None:
    """One statement ticked and the page left: no other is answered, and the topic has not been asked."""
    screen = by_menu(fill(step("know", 1)(), **{f"row-{ROW}": True}))
    case = case_of(screen)
    assert ROW in {item.id for item in case.findings}
    assert (dict(case.answers), dict(case.signs), case.asked) == ({}, {}, ())


def test_none_of_these_then_changed_on_the_same_visit() -> None:
    """What "none" said of a statement goes with the box, in whatever order the boxes are touched."""
    screen = fill(step("know", 1)(), **{f"none-{TOPIC}": True}).run()
    assert set(case_of(screen).answers.values()) == {"no"}
    screen = fill(screen, **{f"row-{ROW}": True}).run()
    screen = fill(screen, **{f"none-{TOPIC}": False}).run()
    assert dict(case_of(screen).answers) == {}
    assert ROW in {item.id for item in case_of(screen).findings}


def test_what_cannot_be_read_blocks_nothing_and_stays_as_typed() -> None:
    """The rest of the page counts, the next page says that something does not, and the text stands there again."""
    screen = by_menu(fill(open_step("safety", Case(), Progress()), place="home", leaves_at="25:99"))
    assert case_of(screen).where_now.place == "home"
    assert case_of(screen).where_now.leaves_at is None
    assert "could not be read" in words(screen)
    screen.switch_page("pages/check.py")
    screen.query_params["step"] = "safety"
    screen = checked(screen.run())
    assert field(screen, "leaves_at").value == "25:99"


def test_a_page_does_not_change_under_the_users_hands() -> None:
    """A tick that asks something first, or that answers a topic, leads nowhere until the user goes on."""
    screen = open_step("know", HOME, Progress(seen=tuple(STEPS), topics=(TOPIC, "injury")))
    names = [name_of(one) for one in fields(screen)]
    heading = title(screen)
    for one in names:
        if one.startswith("row-"):
            screen = fill(screen, **{one: True}).run()
            assert (title(screen), [name_of(other_) for other_ in fields(screen)]) == (heading, names)


def test_what_is_ticked_in_a_search_counts_without_its_button() -> None:
    """Also when another search takes its place."""
    screen = press(fill(open_step("topics"), search="hungry"), "Search")
    found = next(name_of(one) for one in fields(screen) if name_of(one).startswith("found-"))
    screen = press(fill(screen, **{found: True}), "Search")
    assert found.removeprefix("found-") in {item.id for item in case_of(by_menu(screen)).findings} | set(
        case_of(screen).signs)


def test_a_log_entry_is_added_once() -> None:
    """However often its fields are changed before the page is left."""
    screen = open_page("missing_education", TOLD)
    for text in ("Rang", "Rang the school"):
        screen = fill(screen, **{"log-new-what": text}).run()
    screen = by_menu(screen)
    assert [entry.what for entry in details_of(screen).log] == ["Rang the school"]


def test_a_call_counts_without_save_and_its_proposed_time_does_not() -> None:
    """The day and time that the page proposes were not said by anybody."""
    screen = by_menu(fill(open_page("rang", HOME), call_outcome="taken"))
    assert (case_of(screen).call.outcome, case_of(screen).events.call_made) == ("taken", None)


def test_a_pdf_has_the_password_that_was_typed() -> None:
    """Nobody gets a file without one because a button was not pressed."""
    screen = open_page("documents", TOLD)
    next(one for one in screen.text_input if "password" in str(one.key)).set_value("only us").run()
    assert screen.session_state["document_password"] == "only us"


def test_the_story_keeps_what_it_did_to_each_child() -> None:
    """A record within another record of its page is kept, on Save too."""
    screen = open_page("documents", TOLD, section="story")
    name = next(name_of(one) for one in screen.text_area if name_of(one).startswith("effect-A"))
    screen = press(fill(screen, **{name: TYPED}), "Save and go back to the list")
    assert details_of(screen).narrative.effects[0].text == TYPED
