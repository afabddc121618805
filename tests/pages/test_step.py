"""Every answer in words, with the page on which it can be changed."""
from datetime import date

from decision.case import Case, Child, FamilyMember, Finding, Help, History, SignAnswer, SourceOfHarm
from guidance.packs import Packs
from pages.parts.visit.draft import Progress
from pages.parts.wizard import steps
from pages.parts.wizard.steps import Row, SoFar
from tests.pages.asking import HOME
from tests.steps import LAST, STEPS


def rows(step: str, case: Case, progress: Progress, packs: Packs) -> tuple[Row, ...]:
    """The answers of one step."""
    return steps.of(step).answers(SoFar(case, progress, packs))


def said(step: str, case: Case, packs: Packs, progress: Progress | None = None) -> dict[str, str]:
    """Question → answer of one step."""
    return {row.question: row.answer for row in rows(step, case, progress or Progress(), packs)}


def test_nothing_answered_is_nothing_said(packs: Packs) -> None:
    """A blank case has no row at all: unanswered is never shown as an answer."""
    assert [step for step in STEPS if step != LAST and rows(step, Case(), Progress(), packs)] == []


def test_each_child_has_a_row_with_what_is_known(packs: Packs) -> None:
    """Years, months, a due date, not born without a date, and not known are all told apart."""
    case = HOME.model_copy(update={"children": (
        Child(label="A", age_years=7, moves_about="yes"), Child(label="B", age_months=3),
        Child(label="C", due_date=date(2027, 3, 1)), Child(label="D", not_born=True), Child(label="E"),
    )})
    shown = said("children", case, packs)
    assert shown["Child A"] == "7 years\nMoves about alone: yes"
    assert shown["Child B"] == "3 months"
    assert "due 1 March 2027" in shown["Child C"]
    assert "due date not known" in shown["Child D"]
    assert shown["Child E"] == "Age not known"


def test_a_suspected_sign_is_shown_with_its_reason_and_never_as_no(packs: Packs) -> None:
    """Yes and not sure stand with their own words; a plain no is named in the line of its group."""
    case = HOME.model_copy(update={"signs": {
        "disclosure": SignAnswer(answer="not_sure", why="cannot_prove"), "missing_now": SignAnswer(answer="no"),
    }})
    shown = said("signs", case, packs)
    assert "I suspect it but cannot prove it" in next(answer for ask, answer in shown.items() if "hurts them" in ask)
    assert any(answer.startswith("None of: ") for answer in shown.values())


def test_why_a_statement_is_not_sure_is_read_back(packs: Packs) -> None:
    """The answer and its reason stand together, and a suspicion is not shown as a plain yes."""
    case = HOME.model_copy(update={"findings": (
        Finding(id="TST-4-CHILD-01", why="cannot_prove", basis="told"),
        Finding(id="TST-4-PARENT-01", why="could_not_find_out"))})
    shown = said("know", case, packs)
    assert shown["The child has injuries that are not accidents."] == (
        "I am not sure\nI suspect it but cannot prove it\nSomeone told me or wrote it")
    assert shown["The parents have left the child."] == (
        "I am not sure\nI do not know, and it is not for me to find out")


def test_rows_of_the_same_words_are_shown_once(packs: Packs) -> None:
    """What was asked once is shown once, with what lies behind it."""
    case = HOME.model_copy(update={"findings": (
        Finding(id="TST-2-TWICE-01", basis="seen", note="Daily"),
        Finding(id="TST-3-TWICE-01", basis="seen", note="Daily"),
    )})
    found = [row for row in rows("know", case, Progress(topics=("neglect",)), packs) if "hungry" in row.question]
    assert [row.answer for row in found] == ["Yes\nI saw or heard it\nDaily"]
    assert found[0].number == 2


def test_every_statement_that_is_open_is_shown_with_its_answer(packs: Packs) -> None:
    """Not sure and not known are answers; a topic that was not opened says so."""
    case = HOME.model_copy(update={"answers": {"TST-4-PARENT-01": "not_sure", "TST-3-CHILD-01": "not_known"}})
    shown = said("know", case, packs, Progress(topics=("injury",)))
    assert shown["The parents have left the child."] == "I am not sure"
    assert shown["Injury"] == "Not answered yet"


def test_groups_the_user_was_not_sure_about_are_shown(packs: Packs) -> None:
    """Topics left open on the way in are not lost from sight."""
    case = HOME.model_copy(update={"unsure_topics": ("neglect",)})
    assert said("topics", case, packs)["Not sure about"] == "Neglect"


def test_help_and_family_are_told_whole(packs: Packs) -> None:
    """Each help with what came of it, each carer with what they know and whether they are suspected."""
    case = HOME.model_copy(update={
        "history": History(help_tried="yes", help=(Help(what="Club", result="Stopped"),)),
        "family": (FamilyMember(key="carer_1", relation="Mother", told="no", agrees="not_asked"),),
        "source_of_harm": SourceOfHarm(members=("carer_1",)),
    })
    assert said("history", case, packs)["Help tried"] == "Yes\nClub; Stopped"
    assert said("family", case, packs)["Mother"] == "Might be causing it\nKnows: no\nNot asked"
