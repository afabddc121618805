"""What is not known of a topic: which statements might be so, why one is not sure of harm, and the others."""
import pytest
from streamlit.testing.v1 import AppTest

from decision.case import Child, Finding
from guidance.packs import Packs
from pages.parts.asking import choices
from pages.parts.visit.draft import Progress
from tests.pages.asking import (
    EVERYTHING, HOME, case_of, field, fill, has_field, open_step, press, step_of, words,
)

UNWELL, LEFT = "TST-3-CHILD-01", "TST-4-PARENT-01"


@pytest.fixture(autouse=True)
def _packs(packs: Packs) -> None:
    """Every test here uses the made-up packs."""


def about(*topics: str) -> Progress:
    """All steps seen and these topics chosen."""
    return Progress(seen=EVERYTHING.seen, topics=topics)


def doubting(*answers: Finding, children: tuple[Child, ...] = (), **fields: object) -> AppTest:
    """The page of what is not known of a topic of which the user does not know something."""
    case = HOME.model_copy(update={"unsure_topics": ("neglect",), "findings": answers, "children": children, **fields})
    return open_step("know", case, about("neglect"), number=2)


def test_only_a_statement_of_harm_asks_why_one_is_not_sure() -> None:
    """Each reason is offered with what follows from it; a need is talked through without the question."""
    screen = doubting()
    assert field(screen, f"why-{LEFT}").options == list(choices.WHY_SAID.values())
    assert all(means in said for means, said in zip(choices.WHY_MEANS.values(), choices.WHY_SAID.values(), strict=True))
    assert not has_field(screen, f"why-{UNWELL}")


def test_not_sure_of_harm_without_a_reason_stays_not_sure() -> None:
    """The question may be left open."""
    screen = press(fill(doubting(), **{f"might-{LEFT}": True}), "Continue")
    assert case_of(screen).answers == {LEFT: "not_sure"}
    assert case_of(screen).findings == ()


def test_a_suspicion_is_a_finding_and_what_lies_behind_it_is_asked() -> None:
    """It is shown ticked like a yes, and one learns how it is known; the reason stays with it."""
    screen = doubting(children=(Child(label="A"),))
    press(fill(screen, **{f"might-{LEFT}": True, f"why-{LEFT}": "cannot_prove"}), "Continue")
    assert case_of(screen).findings == (Finding(id=LEFT, why="cannot_prove", about=("A",)),)
    assert step_of(screen) == ("know", "2")
    press(fill(screen, **{f"basis-{LEFT}": "told"}), "Continue")
    assert case_of(screen).findings == (Finding(id=LEFT, why="cannot_prove", about=("A",), basis="told"),)
    again = open_step("know", case_of(screen), about("neglect"), number=1)
    assert field(again, f"row-{LEFT}").value is True
    assert case_of(press(fill(again, **{f"row-{LEFT}": False}), "Continue")).findings == ()


def test_what_is_not_understood_is_shown_and_asked_again() -> None:
    """The page comes again with what is meant and with yes and no; left as it is, the user goes on."""
    screen = press(fill(doubting(), **{f"might-{LEFT}": True, f"why-{LEFT}": "do_not_understand"}), "Continue")
    unclear = (Finding(id=LEFT, why="do_not_understand"),)
    assert case_of(screen).findings == unclear
    assert step_of(screen) == ("know", "2")
    assert "Read once more what is meant" in words(screen)
    assert "section 4, item 12" in words(screen)
    assert field(screen, f"why-{LEFT}").options == list(choices.IS_SO.values())
    assert not has_field(screen, f"might-{LEFT}")
    press(screen, "Continue")
    assert step_of(screen) != ("know", "2")
    assert case_of(screen).findings == unclear


@pytest.mark.parametrize(("chosen", "findings", "answers"), [
    ("yes", (Finding(id=LEFT),), {}), ("no", (), {LEFT: "no"}),
    ("cannot_prove", (Finding(id=LEFT, why="cannot_prove"),), {}),
    ("could_not_find_out", (Finding(id=LEFT, why="could_not_find_out"),), {}),
])
def test_the_second_answer_takes_the_place_of_the_first(
    chosen: str, findings: tuple[Finding, ...], answers: dict[str, str]
) -> None:
    """Once it is understood, the statement is so, or not, or unsure for another reason."""
    screen = doubting(Finding(id=LEFT, why="do_not_understand"))
    press(fill(screen, **{f"why-{LEFT}": chosen}), "Continue")
    assert (case_of(screen).findings, case_of(screen).answers) == (findings, answers)


def test_a_doubt_is_no_tick_and_is_never_lost_to_one_of_another_statement() -> None:
    """Not for the user to find out: the statement stays unticked, and is still answered after other answers."""
    doubt = Finding(id=LEFT, why="could_not_find_out")
    screen = doubting(doubt)
    assert field(screen, f"might-{LEFT}").value is True
    first = open_step("know", case_of(screen), about("neglect"), number=1)
    assert field(first, f"row-{LEFT}").value is False
    press(fill(first, **{f"row-{UNWELL}": True}), "Continue")
    assert case_of(first).findings == (doubt, Finding(id=UNWELL))


def test_a_doubt_ends_where_the_user_ends_it() -> None:
    """Unticked it is not answered; ticked as a statement it is a plain yes; "None of these" makes it a no."""
    doubt = Finding(id=LEFT, why="could_not_find_out")
    assert case_of(press(fill(doubting(doubt), **{f"might-{LEFT}": False}), "Continue")).findings == ()
    ticked = press(fill(open_step("know", case_of(doubting(doubt)), about("neglect"), number=1),
                        **{f"row-{LEFT}": True}), "Continue")
    assert case_of(ticked).findings == (Finding(id=LEFT),)
    none = press(fill(open_step("know", case_of(doubting(doubt)), about("neglect"), number=1),
                      **{"unsure-neglect": False, "none-neglect": True}), "Continue")
    assert (case_of(none).findings, case_of(none).answers[LEFT]) == ((), "no")


def test_the_others_that_are_not_known_say_nothing_about_a_doubt() -> None:
    """One tick for the rest leaves a statement that was answered with a reason as it is."""
    doubt = Finding(id=LEFT, why="do_not_understand")
    screen = press(fill(doubting(doubt), **{"rest-neglect": True}), "Continue")
    assert case_of(screen).findings == (doubt,)
    assert case_of(screen).answers[UNWELL] == "not_known"
    assert LEFT not in case_of(screen).answers


def test_how_it_is_known_is_not_asked_again_beside_the_doubts() -> None:
    """What was said on the page before stands in a line that can be opened; a statement without it is asked openly."""
    told = doubting(Finding(id=UNWELL, basis="told"))
    lines = [one.label for one in told.expander if one.label.endswith(choices.BASIS["told"])]
    assert len(lines) == 1
    assert not any(one.label.endswith(choices.BASIS["told"]) for one in doubting(Finding(id=UNWELL)).expander)
    assert has_field(doubting(Finding(id=UNWELL)), f"basis-{UNWELL}")
