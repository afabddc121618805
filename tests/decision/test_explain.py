"""What would change the result: single answers, tried for real, and only upward."""
from typing import Any

import pytest

from decision.assess import assess, decide
from decision.case import Case
from decision.known import read
from decision.result import Change, Decision
from decision.urgency import urgency
from guidance.vocabulary import OUTCOMES
from tests.decision.build import AREA, CBC, FRIDAY, PACKS, case, yes

OPEN = Case(home_area=CBC, danger="no")
"""A case in which no sign and no statement has been answered yet."""


def explained(made: Case) -> tuple[Change, ...]:
    """What would change the result of a case."""
    return assess(made, PACKS, FRIDAY).would_change


def after(made: Case, change: Change) -> Decision:
    """The result if this one answer were so."""
    raw = made.model_dump()
    if change.id in AREA.indicator:
        raw["findings"] = [*raw["findings"], {"id": change.id}]
    else:
        raw["signs"] = {**raw["signs"], change.id: {"answer": "yes"}}
    return decide(read(Case.model_validate(raw), PACKS), FRIDAY)


@pytest.mark.parametrize("made", [
    OPEN, case(), case(ticked=("CBC-2-CHILD-08",)), case(ticked=("CBC-3-FAMILY-05",)),
    Case(home_area=CBC, danger="no", findings=({"id": "CBC-2-CHILD-18"},)),  # type: ignore[arg-type]
])
def test_each_answer_named_would_really_move_it_up(made: Case) -> None:
    """Whoever finds that it is so and says yes gets the outcome that was named, or a more urgent one."""
    changes, before = explained(made), decide(read(made, PACKS), FRIDAY)
    assert changes
    for change in changes:
        assert urgency(change.to_outcome) > urgency(before.outcome)
        assert urgency(after(made, change).outcome) >= urgency(change.to_outcome)


def test_the_most_urgent_change_is_read_first() -> None:
    """999 before anything else."""
    grades = [urgency(change.to_outcome) for change in explained(OPEN)]
    assert grades == sorted(grades, reverse=True)
    assert explained(OPEN)[0].to_outcome == OUTCOMES[-1]


def test_signs_that_were_answered_are_not_asked_about_again() -> None:
    """A sign answered no is no suggestion; one that was left out is."""
    assert not [change for change in explained(case()) if change.id in {sign.id for sign in PACKS.signs(CBC)}]
    assert "disclosure" in {change.id for change in explained(OPEN)}


def test_a_statement_that_was_answered_is_not_suggested() -> None:
    """Not sure is an answer: the same statement is not offered as what would change it."""
    first = next(change.id for change in explained(case()) if change.id in AREA.indicator)
    assert first not in {change.id for change in explained(case(answers={first: "no"}))}


def test_one_statement_stands_for_each_level_and_harm() -> None:
    """A few examples, not the whole chart."""
    statements = [change for change in explained(case()) if change.id in AREA.indicator]
    kinds = [(AREA.indicator[change.id].stands_at or AREA.indicator[change.id].level, AREA.indicator[change.id].harm)
             for change in statements]
    assert 1 < len(kinds) == len(set(kinds))


def test_statements_come_from_the_topics_that_were_opened() -> None:
    """Whoever has looked at school is shown something about school."""
    asked = ("education", "parent_health", "family_support")
    changes = explained(Case.model_validate(case().model_dump() | {"asked": asked}))
    level_2 = next(change for change in changes if change.to_level == "2")
    assert set(asked) & set(AREA.indicator[level_2.id].topics)


@pytest.mark.parametrize("fields", [
    {"signs": yes("disclosure")}, {"signs": yes("unsure_mark")}, {"signs": yes("fgm_risk")},
    {"signs": {"sexual_abuse": {"answer": "not_sure", "why": "cannot_prove"}}}, {"where_now": {"place": "missing"}},
])
def test_beside_a_sign_nothing_is_suggested(fields: dict[str, Any]) -> None:
    """Looking for more would mean asking the child or the family; the call comes first."""
    assert explained(case(**fields)) == ()


@pytest.mark.parametrize("fields", [
    {"source_of_harm": {"kinds": ["works_with_children"]}}, {"ticked": ("CBC-3-CHILD-08",)},
    {"ticked": ("CBC-2-FAMILY-06",)}, {"ticked": ("CBC-4-CHILD-02",)},
])
def test_beside_an_allegation_sexual_harm_or_forced_marriage_nothing_is_suggested(fields: dict[str, Any]) -> None:
    """These duties are quiet: no question is put in anybody's mind."""
    assert explained(case(**fields)) == ()


def test_nothing_calmer_or_equal_is_ever_suggested() -> None:
    """At a referral now, only what would make it 999 is left."""
    urgent = explained(case(ticked=("CBC-4-CHILD-06",)))
    assert {change.to_outcome for change in urgent} <= {"call_999"}


def test_without_an_area_only_signs_are_suggested() -> None:
    """Statements belong to a document; without one there are the national signs."""
    changes = explained(Case(home_area="elsewhere", danger="no"))
    assert changes
    assert {change.id for change in changes} <= {sign.id for sign in PACKS.national.signs}


def test_the_core_leaves_it_out() -> None:
    """`decide` alone says nothing about what would change; `assess` differs in that and in nothing else."""
    made = case(ticked=("CBC-2-CHILD-08",))
    core, whole = decide(read(made, PACKS), FRIDAY), assess(made, PACKS, FRIDAY)
    assert core.would_change == ()
    assert whole.model_copy(update={"would_change": ()}) == core
