"""A text that is longer than an answer may be, in every field of every page: refused with words, and nothing is lost.

A change of the case is validated, so what a field lets through must never be what the case refuses.
"""
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import TEXT_LIMIT, Case
from exports.details import AttachedPaper, Details, HouseholdMember, LogEntry, UnnamedSource
from guidance.packs import Packs
from pages.parts.papers.detail_fields import NO_ROOM
from pages.parts.visit.clock import TEST_TIME
from tests.pages.asking import case_of, checked, field, fill, press
from tests.pages.opening import details_of, open_page
from tests.pages.screen import words
from tests.pages.test_leaving import AGAINST, PAGES, TOLD, back_again, by_menu, change, dumped, fields, name_of

LONG = "x" * 30_000
LONGEST = "y" * TEXT_LIMIT
BUTTONS = ("Continue", "Save", "Use this answer")
"""How the buttons begin that take a page over."""

NOT_ASKED = "due-"
"""The due date, where the choice beside it is an age: nobody has said it, so it is not kept."""


@pytest.fixture(autouse=True)
def _at_ten(monkeypatch: pytest.MonkeyPatch, packs: Packs) -> None:
    """A Monday at ten."""
    monkeypatch.setenv(TEST_TIME, "2026-11-23T10:00")


def texts(screen: AppTest) -> list[Any]:
    """The fields of a page that are typed in."""
    return [one for one in fields(screen) if type(one).__name__ in ("TextInput", "TextArea")]


def written(page: str) -> AppTest:
    """A page with far too much in each field that is typed in, and every choice made that goes with it."""
    screen = PAGES[page]()
    for one in fields(screen):
        if not any(part in name_of(one) for part in AGAINST) and type(one).__name__ in ("Checkbox", "Radio"):
            change(one)
    for one in texts(screen):
        one.set_value(LONG)
    return screen


def stand(screen: AppTest) -> dict[str, str]:
    """What each field shows that is typed in."""
    return {name_of(one): one.value for one in texts(screen)}


NONE = ("signs", "signs, why", "signs, meaning", "topics, briefly", "start", "result", "details tests",
        "details assess_said")
TYPED_IN = [page for page in PAGES if page not in NONE]
"""The pages that have such a field."""


def test_the_pages_left_out_have_nothing_to_type_in(packs: Packs) -> None:
    """A field that is added there is tried here as well."""
    assert [page for page in NONE if texts(PAGES[page]())] == []


@pytest.mark.parametrize("page", TYPED_IN)
def test_a_text_that_is_too_long_is_refused_with_words(page: str) -> None:
    """The button says what is wrong, the page stays with all that was typed, and none of that is in the answers."""
    screen = written(page)
    wanted = stand(screen)
    assert set(wanted.values()) == {LONG}
    button = next(one for one in screen.button if one.label.startswith(BUTTONS))
    screen = checked(button.click().run())
    assert "must be 20,000 characters or fewer. You have written 30,000." in words(screen)
    assert stand(screen) == wanted
    assert LONG not in str(dumped(screen))


@pytest.mark.parametrize("page", TYPED_IN)
def test_a_text_that_is_too_long_is_there_again_after_another_page(page: str) -> None:
    """Whoever leaves finds it as it was typed, and the choices made beside it count."""
    screen = written(page)
    address, wanted = dict(screen.query_params), stand(screen)
    left = by_menu(screen)
    assert LONG not in str(dumped(left))
    again = stand(back_again(left, page, address))
    assert {name for name in wanted if again.get(name) != LONG and not name.startswith(NOT_ASKED)} == set()


@pytest.mark.parametrize("page", TYPED_IN)
def test_the_longest_text_that_may_be_is_kept(page: str) -> None:
    """Each field that holds an answer in free words holds as much as the message says, and the page can be left."""
    screen = PAGES[page]()
    for one in texts(screen):
        one.set_value(LONGEST)
    checked(by_menu(screen))


@pytest.mark.parametrize(("section", "full", "name"), [
    ("home", Details(household=(HouseholdMember(relation="Aunt"),) * 60), "home-60"),
    ("log", Details(log=(LogEntry(what="Rang"),) * 200), "log-200"),
    ("papers", Details(attachments=(AttachedPaper(name="Map"),) * 60), "paper-60"),
    ("unnamed", Details(sources=(UnnamedSource(relation="Aunt"),) * 20), "unnamed-20"),
])
def test_a_list_that_is_full_says_so_and_keeps_what_was_typed(section: str, full: Details, name: str) -> None:
    """One more row than a list holds is refused with words, by the button and on leaving, and stands in its fields."""
    case = Case(home_area="testshire", reference="TEST", other_worry=True, other_worry_note="Mine")
    number = str(int(name.rpartition("-")[2]) + 1)
    screen = open_page("documents", case, full, section=section, n=number)
    text = next(one for one in texts(screen) if name_of(one).startswith(name) and type(one).__name__ == "TextInput"
                and not name_of(one).endswith(("-day", "-month", "-year")))
    typed = name_of(text)
    text.set_value("One more")
    button = next(one for one in screen.button if one.label.startswith("Save"))
    screen = checked(button.click().run())
    assert NO_ROOM in words(screen)
    assert field(screen, typed).value == "One more"
    assert details_of(screen) == full
    left = by_menu(screen)
    assert details_of(left) == full
    assert field(back_again(left, "documents", {"section": section, "n": number}), typed).value == "One more"


def test_a_log_that_is_full_says_so_where_a_line_is_added() -> None:
    """The line is still there to be copied."""
    full = Details(log=(LogEntry(what="Rang"),) * 200)
    screen = open_page("missing_education", TOLD, full)
    screen = press(fill(screen, **{"log-new-what": "Rang once more"}), "Add this to the log")
    assert NO_ROOM in words(screen)
    assert field(screen, "log-new-what").value == "Rang once more"
    assert details_of(screen) == full
    assert case_of(screen) == TOLD
