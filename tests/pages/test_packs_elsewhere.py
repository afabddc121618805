"""The app with packs that are kept elsewhere, and with an edition that begins while it runs."""
from pathlib import Path

import pytest

from decision.case import Case
from guidance.places import PACKS
from pages.parts.visit import knowledge
from pages.parts.visit.clock import TEST_TIME
from tests.made_up import append, edition, made_up_root, replace, sixth_area
from tests.pages.asking import checked, field, open_app, open_step, words
from tests.pages.opening import open_page

MONDAY = "2026-11-23T10:00"
BEFORE, DAY = "2027-02-28T23:59:59", "2027-03-01T00:00:00"
NEW = "TST-2-NEW-01"


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
    """Testshire with an edition from March 2027: another front door, and a statement that is new."""
    root = made_up_root(tmp_path)
    later = edition(root / "areas/testshire", "2027-03-01")
    replace(later / "contacts.yaml", "name: Testshire Front Door", "name: Testshire Family Hub")
    append(later / "indicators.csv", f"{NEW},extra,child,,child,,need,,sad,overall,The child is sad.,,,,,4,,\n")
    monkeypatch.setenv(PACKS, str(root))


def test_the_areas_of_the_folder_are_offered_and_no_other(elsewhere: Path) -> None:
    """And what holds everywhere is that of the app."""
    screen = open_app(Case())

    assert list(field(screen, "home_area").options) == ["Quayshire", "Somewhere else, or I am not sure"]
    assert "999" in words(screen)


def test_the_questions_and_the_result_speak_from_the_folder(elsewhere: Path) -> None:
    """From the first question to the number to ring and the sources."""
    case = Case(home_area="quayshire", danger="yes", reference="TEST")

    assert "Quayshire" in words(open_step("where", case))
    assert "999" in words(open_page("result", case))
    assert "Quayshire" in words(open_page("sources"))
    assert "Luton" not in words(open_page("contacts", case))


def test_without_a_folder_the_shipped_packs_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty setting is none."""
    monkeypatch.setenv(PACKS, "")
    assert "Luton" in field(open_app(Case()), "home_area").options


@pytest.mark.usefixtures("spring")
def test_an_edition_is_used_from_its_day_on_without_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same process, the same visit: the front door of the old edition, and after midnight that of the new."""
    held = knowledge._held()
    monkeypatch.setattr(knowledge, "_held", lambda: held)
    monkeypatch.setenv(TEST_TIME, BEFORE)
    screen = open_app(Case(home_area="testshire", reference="TEST"))
    assert "Testshire Front Door" in words(screen)
    monkeypatch.setenv(TEST_TIME, DAY)
    shown = words(checked(screen.run()))
    assert "Testshire Family Hub" in shown
    assert "Testshire Front Door" not in shown


@pytest.mark.usefixtures("spring")
def test_an_answer_to_a_statement_of_another_edition_is_kept_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only the new edition has stays a worry in a visit whose time is before it: nothing is lost or refused."""
    case = Case.model_validate({"home_area": "testshire", "reference": "TEST", "findings": [{"id": NEW}]})
    monkeypatch.setenv(TEST_TIME, BEFORE)
    before = open_page("result", case).session_state["case"]
    monkeypatch.setenv(TEST_TIME, DAY)
    after = open_page("result", case).session_state["case"]

    assert (before.findings, NEW in before.other_worry_note) == ((), True)
    assert (after.findings, after.other_worry) == (case.findings, case.other_worry)
