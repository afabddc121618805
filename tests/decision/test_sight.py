"""A child who goes out of sight: lawful by itself, a talk beside a need, today beside harm or an earlier worry."""
from itertools import product
from typing import Any, get_args

import pytest

from decision.known import read
from decision.open_signs import asked_first
from decision.sight import OUT_OF_SIGHT, changes_said, sight_reasons
from guidance.vocabulary import OUTCOMES, SightFact
from tests.decision.build import PACKS, known, result, yes

CHANGES = tuple(OUT_OF_SIGHT)
TODAY: list[dict[str, Any]] = [
    {"signs": yes("disclosure")},
    {"signs": {"disclosure": {"answer": "not_sure", "why": "could_not_find_out"}}},
    {"ticked": ("CBC-4-CHILD-06",)},
    {"children": [{"label": "A", "status": ["child_in_need"]}]},
    {"history": {"earlier_referral": "yes", "earlier_referral_answer": "closed"}},
    {"history": {"earlier_injury": "yes"}},
    {"findings": [{"id": "CBC-2-CHILD-08", "body": ["back"]}]},
    {"other_worry": True, "harm_before_next": "not_sure"},
]
"""What makes a change urgent, each by itself."""


NOTHING_BEFORE: dict[str, Any] = {
    "history": {"earlier_referral": "no", "earlier_injury": "no"}, "children": [{"label": "A", "status": ["none"]}],
}
"""What is lawful by itself is calm only where these three are known to be no."""
FACTS = ("earlier_referral", "earlier_injury", "status")


def outcomes(change: str, answer: str = "yes", **fields: Any) -> set[str]:
    """What the change asks for."""
    return {reason.outcome for reason in sight_reasons(known(sight={change: answer}, **NOTHING_BEFORE | fields))
            if reason.id == change}


def facts(**answers: str | None) -> dict[str, Any]:
    """The three facts beside a change, no but for what is given; None is not asked."""
    given = dict.fromkeys(FACTS, "no") | answers
    status = {"yes": ["child_in_need"], "no": ["none"], "not_known": ["not_known"], None: []}[given["status"]]
    history = {name: given[name] for name in FACTS[:2]} | {"earlier_referral_answer": "closed"}
    return {"history": history, "children": [{"label": "A", "age_years": 10, "status": status}]}


def test_every_change_has_its_words() -> None:
    """The words cover the facts that packs may name, and no other."""
    assert set(CHANGES) == set(get_args(SightFact))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_alone_asks_for_nothing(change: str) -> None:
    """Each is lawful and ordinary by itself, where an earlier referral, an injury and a social worker are ruled out."""
    assert outcomes(change) == set()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("answer", ["not_known", None])
def test_a_change_beside_a_fact_that_is_not_known_is_talked_through(
    change: str, fact: str, answer: str | None
) -> None:
    """Unknown is never "no": a talk, and what is to be looked up in one's own records, without asking the child."""
    decision = result(sight={change: "yes"}, **facts(**{fact: answer}))
    assert decision.outcome == "consult"
    (gap,) = [gap for gap in decision.gaps if gap.id == fact]
    assert "Do not ask the child" in gap.says
    assert outcomes(change, **facts(**{fact: answer})) == {"consult"}


@pytest.mark.parametrize("answers", list(product(("no", None, "not_known", "yes"), repeat=3)))
@pytest.mark.parametrize("change", CHANGES)
def test_yes_is_never_calmer_than_unknown_and_unknown_never_calmer_than_no(
    change: str, answers: tuple[str | None, ...]
) -> None:
    """Over all answers to the three facts, and to the change itself."""
    rank: list[str | None] = ["no", "not_known", "not_sure", "yes"]

    def urgent(said: str, given: tuple[str | None, ...]) -> int:
        case = known(sight={change: said}, **facts(**dict(zip(FACTS, given, strict=True))))
        return max((OUTCOMES.index(reason.outcome) for reason in sight_reasons(case)), default=0)

    for number, answer in enumerate(answers):
        for other in ("no", "not_known", "yes"):
            if answer is not None and rank.index(other) >= rank.index(answer):
                assert urgent("yes", (*answers[:number], other, *answers[number + 1:])) >= urgent("yes", answers)
    said = [urgent(one, answers) for one in rank]
    assert said == sorted(said)
    assert urgent("yes", tuple(one or "not_known" for one in answers)) == urgent("yes", answers)


@pytest.mark.parametrize("answer", ["no_answer", "not_known", None])
def test_an_earlier_referral_without_an_answer_is_talked_through_by_itself(answer: str | None) -> None:
    """Nobody may have looked at it; one that was answered asks for nothing alone."""
    def found(given: str | None) -> set[str]:
        history = {"earlier_referral": "yes", "earlier_referral_answer": given, "earlier_injury": "no"}
        return {reason.outcome for reason in sight_reasons(known(history=history))}

    assert found(answer) == {"consult"}
    assert found("closed") == set()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("answer", ["yes", "not_sure"])
@pytest.mark.parametrize("fields", TODAY)
def test_a_change_beside_harm_or_an_earlier_worry_cannot_wait(
    change: str, answer: str, fields: dict[str, Any]
) -> None:
    """The people who would notice are the ones who are lost, so somebody is told today."""
    assert outcomes(change, answer, **fields) == {"consult_today"}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_beside_a_need_is_talked_through(change: str) -> None:
    """One need is enough for a talk, and not enough for today."""
    assert outcomes(change, ticked=("CBC-2-CHILD-08",)) == {"consult"}


def test_what_is_not_so_is_no_change() -> None:
    """Only yes, not sure and not known leave open that somebody may be lost from sight."""
    case = known(sight=dict.fromkeys(CHANGES, "no"), signs=yes("disclosure"))
    assert changes_said(case) == frozenset()
    assert sight_reasons(case) == ()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("fields", TODAY)
def test_a_change_that_nobody_knows_is_a_talk_where_a_yes_would_be_urgent(change: str, fields: dict[str, Any]) -> None:
    """Home education not known beside a closed referral is not nothing; beside nothing it asks for nothing."""
    assert outcomes(change, "not_known", **fields) == {"consult"}
    assert outcomes(change, "not_known") == set()


ASKING = [(sign.id, change) for sign in PACKS.national.signs for change in sign.sight]


@pytest.mark.parametrize(("sign_id", "change"), ASKING)
def test_a_sign_is_asked_first_because_of_a_change(sign_id: str, change: str) -> None:
    """A child who was not brought: is it treatment without which they could die? Not asked, that is a talk today."""
    answered = known(sight={change: "yes"})
    signs = {id_: answer for id_, answer in answered.case.signs.items() if id_ != sign_id}
    unanswered = read(answered.case.model_copy(update={"signs": signs}), PACKS)

    assert asked_first(answered) == ()
    assert [sign.id for sign in asked_first(unanswered)] == [sign_id]


def test_a_change_starts_its_duty_alone_and_leaves_the_result_calm() -> None:
    """Home education by itself: the duty says what the school must and must not do, and nothing is urgent."""
    decision = result(sight={"home_education": "yes"}, **NOTHING_BEFORE)
    assert decision.outcome == "universal"
    assert "home_education" in {duty.id for duty in decision.duties}
