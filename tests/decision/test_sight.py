"""A child who goes out of sight: lawful by itself, a talk beside a need, today beside harm or an earlier worry."""
from typing import Any, get_args

import pytest

from decision.known import read
from decision.open_signs import asked_first
from decision.sight import OUT_OF_SIGHT, changes_said, sight_reasons
from guidance.vocabulary import SightFact
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


def outcomes(change: str, answer: str = "yes", **fields: Any) -> set[str]:
    """What the change asks for."""
    return {reason.outcome for reason in sight_reasons(known(sight={change: answer}, **fields))}


def test_every_change_has_its_words() -> None:
    """The words cover the facts that packs may name, and no other."""
    assert set(CHANGES) == set(get_args(SightFact))


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_alone_asks_for_nothing(change: str) -> None:
    """Each is lawful and ordinary by itself."""
    assert outcomes(change) == set()


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


@pytest.mark.parametrize("answer", ["no", "not_known"])
def test_what_is_not_so_and_what_nobody_knows_is_no_change(answer: str) -> None:
    """Only yes and not sure say that somebody may be lost from sight."""
    case = known(sight=dict.fromkeys(CHANGES, answer), signs=yes("disclosure"))
    assert changes_said(case) == frozenset()
    assert sight_reasons(case) == ()


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
    decision = result(sight={"home_education": "yes"})
    assert decision.outcome == "universal"
    assert "home_education" in {duty.id for duty in decision.duties}
