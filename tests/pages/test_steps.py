"""Moving through the questions: order, skipping, jumping ahead, unknown addresses."""
import pytest

from decision.case import Case
from pages.parts.visit.draft import Progress
from tests.pages.asking import HOME, case_of, fill, open_step, press, progress_of, step_of, title, words
from tests.steps import STEPS

pytestmark = pytest.mark.usefixtures("packs")


def test_every_step_can_be_opened_once_it_has_been_seen() -> None:
    """Each step draws its own heading, with no answer in the case."""
    assert [title(open_step(step, Case())) for step in STEPS] == list(STEPS.values())


@pytest.mark.parametrize("step", [step for step in STEPS if step not in ("know", "answers")])
def test_every_step_can_be_skipped(step: str) -> None:
    """Skipping leaves the answers as they were, notes the step as skipped and moves on."""
    names = list(STEPS)
    before = Progress(seen=tuple(names[: names.index(step)]))
    screen = press(open_step(step, HOME, before), "Skip")
    assert case_of(screen) == HOME
    assert progress_of(screen).skipped == (step,)
    assert step_of(screen)[0] == names[names.index(step) + 1]


def test_an_address_that_jumps_ahead_leads_to_the_first_step_not_seen() -> None:
    """A link to a later step in a fresh tab opens the first question and says why."""
    screen = open_step("family", HOME, Progress(seen=("safety",)))
    assert title(screen) == STEPS["where"]
    assert "first page that is still open" in words(screen)


def test_the_signs_need_no_step_before_them() -> None:
    """The signs that cannot wait open at once, whatever has been answered."""
    assert title(open_step("signs", Case(), Progress())) == STEPS["signs"]


def test_an_address_nobody_made_leads_to_the_first_step() -> None:
    """A step that does not exist is said to be unknown, and the first question is shown."""
    screen = open_step("../../etc", HOME)
    assert title(screen) == STEPS["safety"]
    assert "no such page" in words(screen)


@pytest.mark.parametrize("number", ["0", "-1", "99999", "two", "²"])
def test_a_running_number_nobody_made_is_harmless(number: str) -> None:
    """A number in the address that leads nowhere shows the step all the same."""
    screen = open_step("signs")
    screen.query_params["n"] = number
    assert title(screen.run()) == STEPS["signs"]
    assert not screen.exception


def test_back_keeps_what_was_filled_in() -> None:
    """Back takes over the half-filled form and shows the step before."""
    screen = press(fill(open_step("who"), who_note="Seen at the gate"), "Back")
    assert case_of(screen).source_of_harm.note == "Seen at the gate"
    assert step_of(screen)[0] == "signs"


def test_a_change_leads_back_to_the_answers() -> None:
    """Once everything has been seen, Continue on any step returns to the answers."""
    screen = press(open_step("view"), "Continue")
    assert step_of(screen)[0] == "answers"


def test_the_address_holds_nothing_but_step_and_number() -> None:
    """No answer ever gets into the address."""
    screen = press(fill(open_step("where"), relationship="Her teacher", role="teacher"), "Continue")
    assert set(screen.query_params) <= {"step", "n"}


def test_the_questions_without_a_step_open_where_the_user_was() -> None:
    """The menu leads back to the page that was shown last."""
    screen = open_step("history")
    screen.query_params.clear()
    assert title(screen.run()) == STEPS["history"]
