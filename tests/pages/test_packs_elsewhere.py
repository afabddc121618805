"""The app with packs that are kept elsewhere, and with an edition that begins while it runs."""
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Case
from guidance.load import load_packs
from guidance.places import PACKS
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME
from tests.made_up import edition, made_up_root, replace, sixth_area
from tests.pages.asking import EVERYTHING, HOME, checked, field, open_app, open_step, words
from tests.pages.opening import open_page
from tests.steps import STEPS

MONDAY = "2026-11-23T10:00"
BEFORE, DAY = "2027-02-28T23:59:59", "2027-03-01T00:00:00"
GONE = "TST-2-HOME-02"
"""A statement that the new edition does not have."""


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """The packs are found again for each test."""
    monkeypatch.setattr(knowledge, "_held", knowledge._held.__wrapped__)
    monkeypatch.setenv(TEST_TIME, MONDAY)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder outside the project with one area and nothing else, as the environment names it."""
    sixth_area(tmp_path)
    monkeypatch.setenv(PACKS, str(tmp_path))
    return tmp_path


@pytest.fixture
def spring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Testshire with an edition from March 2027: another front door, one statement fewer. Loaded once, as served."""
    root = made_up_root(tmp_path)
    later = edition(root / "areas/testshire", "2027-03-01")
    replace(later / "contacts.yaml", "name: Testshire Front Door", "name: Testshire Family Hub")
    rows = (later / "indicators.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (later / "indicators.csv").write_text("".join(row for row in rows if not row.startswith(GONE)), encoding="utf-8")
    held = load_packs(root)
    monkeypatch.setattr(knowledge, "_held", lambda: held)


def test_the_areas_of_the_folder_are_offered_and_no_other(elsewhere: Path) -> None:
    """And what holds everywhere is that of the app."""
    screen = open_app(Case())

    assert list(field(screen, "home_area").options) == ["Quayshire", "Somewhere else, or I am not sure"]
    assert "999" in words(screen)


def test_the_questions_and_the_result_speak_from_the_folder(elsewhere: Path) -> None:
    """From the first question to the number to ring and the sources."""
    case = Case(home_area="quayshire", danger="yes", reference="TEST")

    assert "Quayshire" in field(open_step("where", case), "home_area").options
    assert "999" in words(open_page("result", case))
    shown = words(open_page("contacts", case))
    assert "Quayshire" in shown
    assert "Luton" not in shown


def test_without_a_folder_the_shipped_packs_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty setting is none."""
    monkeypatch.setenv(PACKS, "")
    assert "Luton" in field(open_app(Case()), "home_area").options


@pytest.fixture
def midnight(spring: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[AppTest], AppTest]:
    """The clock stands before midnight; the function lets the day of the new edition begin in the middle of a visit."""
    monkeypatch.setenv(TEST_TIME, BEFORE)

    def begun(screen: AppTest) -> AppTest:
        monkeypatch.setenv(TEST_TIME, DAY)
        return checked(screen.run())

    return begun


Midnight = Callable[[AppTest], AppTest]
CASE = Case.model_validate({"home_area": "testshire", "reference": "TEST",
                            "findings": [{"id": GONE}, {"id": "TST-2-CHILD-01"}]})


def test_an_edition_is_used_from_its_day_on_without_a_restart(midnight: Midnight) -> None:
    """The same process, the same visit: the front door of the old edition, and after midnight that of the new."""
    screen = open_app(Case(home_area="testshire", reference="TEST"))
    assert "Testshire Front Door" in words(screen)
    shown = words(midnight(screen))
    assert "Testshire Family Hub" in shown
    assert "Testshire Front Door" not in shown
    assert "A new edition of the guidance holds from today." in shown


def test_an_answer_that_the_new_edition_has_no_place_for_is_kept_in_words(midnight: Midnight) -> None:
    """In the middle of a visit as between two: a worry stays one, the others stay as they are, and the page says so."""
    screen = open_page("result", CASE)
    assert screen.session_state["case"].findings == CASE.findings
    after = midnight(screen)

    case = after.session_state["case"]
    assert [item.id for item in case.findings] == ["TST-2-CHILD-01"]
    assert (case.other_worry, GONE in case.other_worry_note) == (True, True)
    assert "It has no place for 1 of your answers." in words(after)
    assert "A new edition" not in words(checked(after.run()))


@pytest.mark.parametrize("step", STEPS)
def test_every_step_goes_on_with_the_new_edition(step: str, midnight: Midnight) -> None:
    """Whatever page is open when the day begins."""
    assert [item.id for item in midnight(open_step(step, CASE)).session_state["case"].findings] == ["TST-2-CHILD-01"]


@pytest.mark.parametrize("page", ["documents", "rang", "contacts", "look_up", "compare", "sources"])
def test_every_page_goes_on_with_the_new_edition(page: str, midnight: Midnight) -> None:
    """And with the next click after it."""
    midnight(midnight(open_page(page, CASE)))


def test_what_is_ticked_as_the_day_begins_is_taken_and_then_read_anew(midnight: Midnight) -> None:
    """The tick is taken by the edition that showed it; what it has no place for is kept in words, not refused."""
    screen = open_step("know", HOME, EVERYTHING.model_copy(update={"topics": ("housing_money",)}), number=1)
    field(screen, f"row-{GONE}").set_value(True)
    case = midnight(screen).session_state["case"]

    assert (case.findings, case.other_worry, GONE in case.other_worry_note) == ((), True, True)


def test_a_visit_without_answers_is_not_told(midnight: Midnight) -> None:
    """Nothing was read under anything yet, and the tab still counts as blank."""
    after = midnight(open_app(Case()))
    assert "A new edition" not in words(after)
    assert after.session_state["case"] == Case()


def test_a_visit_that_does_not_rest_on_what_changed_is_not_told(midnight: Midnight) -> None:
    """For a child who lives elsewhere nothing is new."""
    assert "A new edition" not in words(midnight(open_app(Case(home_area="elsewhere", reference="TEST"))))
