"""Reading a case against the packs: what counts as yes, and what is said about ids that no pack has."""
from typing import Any

import pytest

from decision.case import Case, SignAnswer
from decision.known import is_unsure, is_yes, read
from decision.unknown_ids import CaseProblem
from guidance.vocabulary import ELSEWHERE
from tests.decision.build import CBC, PACKS, known, yes

SECRET = "Jane Smith of 4 Mill Lane"
UNKNOWN: list[dict[str, Any]] = [
    {"home_area": "atlantis"}, {"area_now": "atlantis"}, {"work_area": "atlantis"}, {"practitioner": {"role": "king"}},
    {"signs": {"atlantis": {"answer": "yes"}}}, {"findings": [{"id": "CBC-9-X-01"}]}, {"answers": {"CBC-9-X-01": "no"}},
    {"factors": {"CBC-9-X-01": "yes"}}, {"asked": ["atlantis"]}, {"unsure_topics": ["atlantis"]},
]
TYPED: list[dict[str, Any]] = [
    {"home_area": SECRET}, {"area_now": SECRET}, {"work_area": SECRET}, {"practitioner": {"role": SECRET}},
    {"signs": {SECRET: {"answer": "yes"}}}, {"findings": [{"id": SECRET}]}, {"answers": {SECRET: "no"}},
    {"factors": {SECRET: "yes"}}, {"asked": [SECRET]}, {"unsure_topics": [SECRET]},
]


@pytest.mark.parametrize("fields", UNKNOWN, ids=lambda fields: next(iter(fields)))
def test_an_id_that_no_pack_has_is_named_with_its_field(fields: dict[str, Any]) -> None:
    """The problem says in which field the id stands and which it is."""
    with pytest.raises(CaseProblem) as caught:
        read(Case.model_validate({"home_area": CBC, **fields}), PACKS)
    problem = caught.value.problems[0]
    assert problem.startswith(next(iter(fields)))
    assert any(id_ in problem for id_ in ("atlantis", "king", "CBC-9-X-01"))


@pytest.mark.parametrize("fields", TYPED, ids=lambda fields: next(iter(fields)))
def test_what_cannot_be_an_id_is_not_repeated(fields: dict[str, Any]) -> None:
    """Free text in the place of an id is refused without a word of it."""
    with pytest.raises(CaseProblem) as caught:
        read(Case.model_validate({"home_area": CBC, **fields}), PACKS)
    assert not [word for word in ("Jane", "Smith", "Mill") if word in str(caught.value)]


def test_every_problem_of_a_case_is_said_at_once() -> None:
    """Nobody has to mend a case file one error after the other."""
    with pytest.raises(CaseProblem) as caught:
        read(Case(home_area="atlantis", asked=("nothing",)), PACKS)
    assert len(caught.value.problems) == 2


def test_statements_cannot_be_answered_without_an_area() -> None:
    """An indicator belongs to an area's document; without the area it means nothing."""
    with pytest.raises(CaseProblem, match="no area with a pack is chosen"):
        read(Case.model_validate({"home_area": ELSEWHERE, "findings": [{"id": "CBC-2-CHILD-08"}]}), PACKS)


def test_a_child_who_lives_elsewhere_has_the_national_signs_and_no_statements() -> None:
    """The national part still works where there is no pack."""
    read_so = known(home_area=ELSEWHERE, signs=yes("disclosure"))

    assert read_so.area is None
    assert read_so.area_id == ""
    assert [sign.id for sign, _ in read_so.yes_signs] == ["disclosure"]
    assert read_so.rows == ()


@pytest.mark.parametrize(("answer", "why", "counts_as_yes", "unsure"), [
    ("yes", None, True, False), ("no", None, False, False), ("not_sure", "cannot_prove", True, False),
    ("not_sure", "do_not_understand", False, True), ("not_sure", "could_not_find_out", False, True),
    ("not_sure", None, False, True), ("not_known", None, False, True),
])
def test_a_suspicion_without_proof_is_a_yes(answer: str, why: str | None, counts_as_yes: bool, unsure: bool) -> None:
    """Only "I suspect it and cannot prove it" turns not sure into yes; every other doubt stays a doubt."""
    made = SignAnswer.model_validate({"answer": answer, "why": why})
    assert (is_yes(made), is_unsure(made)) == (counts_as_yes, unsure)


@pytest.mark.parametrize("signs", [{}, {"missing_now": {"answer": "no"}}, {"missing_now": {"answer": "not_known"}}])
def test_a_child_who_is_missing_is_missing_whatever_else_was_answered(signs: dict[str, Any]) -> None:
    """The answer "missing" to where the child is counts as the sign, also against a "no"."""
    read_so = known(where_now={"place": "missing"}, signs=signs)
    assert "missing_now" in [sign.id for sign, _ in read_so.yes_signs]


def test_signs_that_were_not_answered_are_kept_apart_from_those_answered_no() -> None:
    """Unanswered is never no."""
    one = read(Case.model_validate({"home_area": CBC, "signs": {"disclosure": {"answer": "no"}}}), PACKS)
    assert len(one.unanswered_signs) == len(PACKS.signs(CBC)) - 1
    assert "disclosure" not in {sign.id for sign in one.unanswered_signs}


def test_a_finding_means_yes_whatever_else_was_answered() -> None:
    """A statement that is ticked and also answered no is a yes."""
    read_so = known(ticked=("CBC-2-CHILD-08",), answers={"CBC-2-CHILD-08": "no"})
    assert [row.answer for row in read_so.rows] == ["yes"]


def test_a_plain_no_is_no_row_and_every_doubt_is_one() -> None:
    """Not sure and not known are kept beside yes; no leaves nothing behind."""
    answers = {"CBC-2-CHILD-08": "no", "CBC-2-CHILD-09": "not_sure", "CBC-2-CHILD-10": "not_known",
               "CBC-2-CHILD-12": "yes"}
    rows = {row.indicator.id: row.answer for row in known(answers=answers).rows}
    assert rows == {"CBC-2-CHILD-09": "not_sure", "CBC-2-CHILD-10": "not_known", "CBC-2-CHILD-12": "yes"}


def test_only_needs_answered_yes_are_counted() -> None:
    """Circumstances, statuses, pointers and doubts are read and not counted."""
    read_so = known(ticked=("CBC-2-CHILD-08", "CBC-2-DEF-04", "CBC-3-CHILD-12", "CBC-3-DEF-01"),
                    answers={"CBC-2-CHILD-09": "not_sure"})
    assert [row.indicator.id for row in read_so.counted] == ["CBC-2-CHILD-08"]
    assert len(read_so.yes_rows) == 4


def test_a_row_stands_where_the_pack_says_and_not_where_it_is_printed() -> None:
    """A statement printed at Level 2 that the pack puts at Level 4 is read at Level 4."""
    row = known(ticked=("CBC-2-CHILD-23",)).rows[0]
    assert (row.indicator.level, row.order) == ("2", 4)


def test_a_factor_counts_whether_it_was_ticked_or_answered() -> None:
    """A warning sign of a factor list is a yes as a finding and as an answer among the factors."""
    ticked = known(ticked=("CBC-FGM-BEFORE-03",))
    answered = known(factors={"CBC-FGM-BEFORE-03": "yes"})
    assert [item.id for item in ticked.factors] == [item.id for item in answered.factors] == ["CBC-FGM-BEFORE-03"]


@pytest.mark.parametrize("answer", ["not_sure", "not_known"])
def test_a_doubt_about_a_factor_is_kept(answer: str) -> None:
    """A factor about which somebody is not sure is neither a yes nor forgotten."""
    read_so = known(factors={"CBC-FGM-BEFORE-03": answer})
    assert read_so.factors == ()
    kept = read_so.unsure_factors if answer == "not_sure" else read_so.unknown_factors
    assert [item.id for item in kept] == ["CBC-FGM-BEFORE-03"]


def test_no_yes_is_lost_because_it_stands_in_another_field() -> None:
    """Statements and factors are accepted in `answers` and in `factors`, so a yes counts in either."""
    statement = known(factors={"CBC-4-CHILD-06": "yes"})
    factor = known(answers={"CBC-FGM-BEFORE-03": "yes"})
    assert [row.indicator.id for row in statement.counted] == ["CBC-4-CHILD-06"]
    assert [item.id for item in factor.factors] == ["CBC-FGM-BEFORE-03"]


def test_a_finding_about_nobody_in_particular_is_about_every_child() -> None:
    """Where the user did not say which child, all of them are meant."""
    read_so = known(children=[{"label": "A", "age_years": 8}, {"label": "B", "age_years": 2}])
    assert [child.label for child in read_so.children(())] == ["A", "B"]
    assert [child.label for child in read_so.children(("B",))] == ["B"]


def test_no_id_stands_for_two_things_in_one_case() -> None:
    """Signs, statements and factors of an area have different ids, so an answer means one thing."""
    signs, area = {sign.id for sign in PACKS.signs(CBC)}, PACKS.areas[CBC]
    assert not signs & set(area.indicator)
    assert not signs & set(area.factor)
    assert not set(area.indicator) & set(area.factor)
