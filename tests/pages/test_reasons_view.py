"""Why: each reason once, what would change it, and each child."""
from decision.case import Case, Child
from decision.result import Change
from pages.parts.result.reasons_view import cited, each_child, reasons, would_change
from tests.pages.sample import BLANK, CITE, FULL, PACKS
from tests.pages.screen import read

CHILDREN = Case(children=(Child(label="A"), Child(label="B")))
NAMED = FULL.but(
    reasons=tuple(one for one in FULL.reasons if one.about),
    place=FULL.place.but(marks=tuple(one for one in FULL.place.marks if one.about)))
"""Nothing that was said to be so is of nobody."""


def test_the_deciding_reason_stands_before_the_others() -> None:
    """What decided the result is open to see; what was only weighed is folded."""
    shown = str(reasons(Case(), FULL, PACKS))
    assert shown.index("frightened to go home") < shown.index("1 more thing that was weighed")
    assert shown.index("1 more thing that was weighed") < shown.index("always hungry")


def test_each_reason_names_its_source_and_its_children() -> None:
    """A reason without a source or a child would be an assertion."""
    assert "frightened to go home (child A)" in read(reasons(Case(), FULL, PACKS))
    assert "A Statute (2023), section 47" in read(cited(FULL, PACKS))


def test_a_change_says_what_would_then_happen_and_where_to_look() -> None:
    """What would move the result up is to be found in records, not by questioning."""
    seen = read(would_change(FULL, PACKS))
    assert "The child has been hurt" in seen
    assert "Then: Name of call_999." in seen
    assert "Do not question the child or the family" in seen


def test_nothing_is_said_of_changes_where_there_are_none() -> None:
    """Where the decision offers no change, the page does not invite looking for one."""
    assert would_change(BLANK, PACKS) == ""


def test_many_changes_are_folded_and_none_is_lost() -> None:
    """A long list stays short on the screen and whole on the page."""
    many = tuple(Change(id=str(n), says=f"Statement {n}", to_outcome="consult", source=CITE) for n in range(9))
    shown = str(would_change(FULL.model_copy(update={"would_change": many}), PACKS))
    assert "4 more" in shown
    assert all(f"Statement {n}" in shown for n in range(9))


def test_every_child_in_the_home_has_a_line() -> None:
    """A brother or sister about whom nothing was said is named, and that is not called well."""
    seen = read(each_child(CHILDREN, NAMED))
    assert "Child A: 2 things that you told us." in seen
    assert "Child B: you have told us nothing about this child yet" in seen
    assert "does not mean all is well" in seen


def test_one_child_needs_no_such_list() -> None:
    """With one child there is nobody to compare."""
    assert each_child(Case(children=(Child(label="A"),)), FULL) == ""


def test_a_worry_of_ones_own_is_told_of_every_child() -> None:
    """A worry is asked for all of them: of none of them is it said that nothing was told."""
    worry = FULL.reasons[0].model_copy(update={"kind": "worry", "id": "", "says": "A worry.", "about": ()})
    seen = read(each_child(CHILDREN, FULL.model_copy(update={"reasons": (*FULL.reasons, worry)})))
    assert "Child B: 1 thing that you told us." in seen
    assert "told us nothing" not in seen


def test_where_answers_name_no_child_nobody_is_told_that_they_said_nothing_of_one() -> None:
    """A statement of an unborn baby that was ticked for nobody may be of the child who is not born yet."""
    said = tuple(FULL.reasons[0].but(kind="at_least", id=id_, says=id_, about=()) for id_ in ("x", "y"))
    seen = read(each_child(CHILDREN, NAMED.but(reasons=(*NAMED.reasons, *said))))
    assert "Child B: no answer names this child. 2 things that you told us name no child" in seen
    assert "told us nothing about this child yet" not in seen
    assert "does not mean all is well" in seen
