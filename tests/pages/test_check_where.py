"""The area, where the child is now, and who is asking; and what a change of area does."""
import pytest

from decision.case import Case, Finding, SignAnswer
from guidance.vocabulary import ELSEWHERE
from pages.parts.asking.questions import LIMIT_HINT
from tests.pages.asking import (
    AREA, EVERYTHING, HOME, case_of, field, fill, open_step, press, progress_of, step_of, words,
)

pytestmark = pytest.mark.usefixtures("packs")


def test_no_area_is_chosen_beforehand() -> None:
    """Neither the home area nor the role has a default."""
    screen = open_step("where", Case())
    assert (field(screen, "home_area").value, field(screen, "role").value) == (None, None)


def test_the_answers_are_kept() -> None:
    """Area, role, relationship and lead go into the case; the same area now is the home area."""
    screen = fill(open_step("where", Case()), home_area=AREA, area_now="same", role="teacher",
                  relationship="Form tutor", lead="cannot_reach")
    case = case_of(press(screen, "Continue"))
    assert (case.home_area, case.area_now, case.practitioner.role) == (AREA, AREA, "teacher")
    assert (case.practitioner.relationship, case.practitioner.lead) == ("Form tutor", "cannot_reach")


def test_teacher_and_teaching_assistant_are_two_roles() -> None:
    """The roles are those of the national pack, a teacher and a teaching assistant apart."""
    assert {"Teacher", "Teaching assistant"} <= set(field(open_step("where"), "role").options)


def test_a_change_of_area_keeps_the_old_statements_as_notes() -> None:
    """The old area's statements leave the findings, stay as a worry in words, and are said on the topics step."""
    case = HOME.model_copy(update={
        "findings": (Finding(id="TST-3-CHILD-01", note="Twice this week", basis="seen"),), "asked": ("neglect",),
        "signs": {"disclosure": SignAnswer(answer="yes"), "tst_quarry": SignAnswer(answer="yes")},
        "own_view": "refer_now",
    })
    screen = press(fill(open_step("where", case), home_area=ELSEWHERE), "Continue")
    moved = case_of(screen)
    assert (moved.findings, moved.asked, set(moved.signs)) == ((), (), {"disclosure"})
    assert moved.own_view == "refer_now"
    assert moved.other_worry is True
    assert "often unwell" in moved.other_worry_note
    assert "Twice this week" in moved.other_worry_note
    assert "old quarry" in moved.other_worry_note
    assert "neglect" in progress_of(screen).topics
    seen = progress_of(screen).model_copy(update={"seen": EVERYTHING.seen})
    assert "often unwell" in words(open_step("topics", moved, seen))


def test_a_doubt_goes_into_the_notes_as_a_doubt_with_its_reason() -> None:
    """A suspicion that is put aside is not written down as a yes."""
    case = HOME.model_copy(update={"findings": (Finding(id="TST-4-PARENT-01", why="cannot_prove"),)})
    moved = case_of(press(fill(open_step("where", case), home_area=ELSEWHERE), "Continue"))
    assert "have left the child. Not sure; I suspect it but cannot prove it." in moved.other_worry_note


def test_the_signs_are_asked_again_after_a_change_of_area() -> None:
    """The new area may have signs of its own, so that step is open again and comes next."""
    case = HOME.model_copy(update={"findings": (Finding(id="TST-3-CHILD-01"),)})
    assert step_of(press(fill(open_step("where", case), home_area=ELSEWHERE), "Continue")) == ("signs", "")


def test_changing_the_area_back_puts_everything_back() -> None:
    """The statements return with their notes, and the words that stood for them go."""
    case = HOME.model_copy(update={
        "findings": (Finding(id="TST-3-CHILD-01", note="Twice this week"),), "asked": ("neglect",),
        "answers": {"TST-4-PARENT-01": "not_sure"}, "factors": {"TST-F-01": "yes"},
    })
    away = press(fill(open_step("where", case), home_area=ELSEWHERE), "Continue")
    back = press(fill(open_step("where", case_of(away), progress_of(away)), home_area=AREA), "Continue")
    assert case_of(back) == case


def test_an_area_that_changes_with_nothing_answered_leaves_no_note() -> None:
    """Without any statement there is nothing to put aside."""
    case = case_of(press(fill(open_step("where"), home_area=ELSEWHERE), "Continue"))
    assert (case.other_worry, case.other_worry_note) == (None, "")


def test_text_over_the_limit_is_refused_and_never_cut() -> None:
    """The message gives the limit and the length; what was typed stays on the screen."""
    long = "a" * 20_001
    screen = press(fill(open_step("where"), relationship=long), "Continue")
    assert "20,000 characters or fewer. You have written 20,001" in words(screen)
    assert field(screen, "relationship").value == long
    assert "20,000" in LIMIT_HINT
