"""What is left out of the open answers of a result changes nothing in it, whatever the answer; all else stays named."""
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given

from decision.assess import assess, decide
from decision.bears import OWN_VIEW_ENDS_AT
from decision.case import OWN_VIEW_OUTCOME, Case, Voice
from decision.gaps import TELLING_RISK
from decision.known import read
from decision.result import Decision, Gap
from decision.topic_ages import topics_ruled_out
from decision.urgency import urgency
from guidance.words import Said, key_of, say
from pages.parts.wizard.fitting import out_of_age
from tests.decision.build import FRIDAY
from tests.decision.strategies import CASES, ENOUGH, PACKS, moments

SAME = ("outcome", "first_call", "headline", "action", "routes", "telling", "before_telling", "consent", "duties",
        "deadlines", "deadlines_held", "place", "documents", "then", "say")
"""Parts of a decision that an answer which is not listed leaves as they are."""


def answers(case: Case, key: str) -> Iterator[Case]:
    """The case with each answer to an open question that may be left out of the list."""
    if key == "open.reach":
        for access in ("yes", "no", "not_sure", "not_known"):
            yield case.but(source_of_harm=case.source_of_harm.but(access=access))
    if key == "open.voice":
        yield case.but(voice=Voice(words="I do not want to go home", observed="Flinches"))
        yield case.but(voice=Voice(not_asked_because="Too young"))
    if key == "open.own_view":
        for view in OWN_VIEW_OUTCOME:
            yield case.but(own_view=view)


def left_out(decision: Decision) -> tuple[str, ...]:
    """The keys of the open answers that are not listed."""
    return tuple(key for gap in decision.gaps if not gap.bears for key in keys(gap))


def keys(gap: Gap) -> tuple[str, ...]:
    """The key of the words of what was not answered."""
    what = gap.says.filled.get("what") if isinstance(gap.says, Said) else None
    return (key_of(what),) if isinstance(what, Said) else ()


def parts(decision: Decision) -> dict[str, Any]:
    """What is compared of a decision."""
    return {name: getattr(decision, name) for name in SAME}


@pytest.mark.long
@ENOUGH
@given(case=CASES, now=moments)
def test_what_is_left_out_changes_nothing_whatever_the_answer(case: Case, now: datetime) -> None:
    """Cases of every pack: the same outcome, call, people to tell, duties, deadlines, level and papers."""
    before = decide(read(case, PACKS), now)
    for key in left_out(before):
        tried = tuple(answers(case, key))
        assert tried, key
        for one in tried:
            assert parts(decide(read(one, PACKS), now)) == parts(before), (key, one)


@pytest.mark.long
@ENOUGH
@given(case=CASES, now=moments)
def test_what_could_make_it_more_urgent_stays_named(case: Case, now: datetime) -> None:
    """Danger, a sign, a domain, the family, who caused it, and whether it is safe to tell: unknown is never no."""
    decision = decide(read(case, PACKS), now)
    named = {gap.step for gap in decision.gaps if gap.bears and gap.kind == "unanswered"}
    known = read(case, PACKS)
    assert case.danger is not None or "safety" in named
    assert not known.unanswered_signs or "signs" in named
    assert case.family or "family" in named
    assert case.own_view or "view" in named or urgency(decision.outcome) >= urgency(OWN_VIEW_ENDS_AT)
    open_ = {one.person for one in decision.telling if one.risk_open and one.state != "not_yet"}
    assert open_ >= {member.key for member in case.family if member.risk is None} - {
        one.person for one in decision.telling if one.state == "not_yet"}
    assert not open_ or "family" in named


@pytest.mark.parametrize("area_id", ["", *PACKS.areas])
def test_whether_it_is_safe_to_tell_is_asked_by_name(area_id: str) -> None:
    """Of everybody who may be told, or is asked about first, while nobody has said; of nobody else."""
    family = [{"key": "mother", "relation": "Mother"}, {"key": "father", "relation": "Father", "risk": "no"}]
    case = Case.model_validate({"home_area": area_id, "danger": "no", "family": family})
    (gap,) = [gap for gap in assess(case, PACKS, FRIDAY).gaps if gap.id == TELLING_RISK]
    assert gap.says == say("gap.not_answered", what=say("open.risk", names="mother"))
    held = case.but(family=tuple(member.but(risk="yes") for member in case.family))
    assert not [gap for gap in assess(held, PACKS, FRIDAY).gaps if gap.id == TELLING_RISK]
    alone = [gap for gap in assess(case.but(family=()), PACKS, FRIDAY).gaps if gap.step == "family"]
    assert [keys(gap) for gap in alone] == [("open.family",)]


@pytest.mark.parametrize(("fields", "bears"), [
    ({}, True), ({"danger": "no", "other_worry": True}, False),
    ({"danger": "no", "signs": {"disclosure": {"answer": "yes"}}}, False), ({"danger": "yes"}, False),
    ({"danger": "no", "other_worry": True, "family": [{"key": "mother", "relation": "Mother", "risk": "yes"}]}, True),
])
def test_the_own_view_bears_until_nothing_asks_for_more(fields: dict[str, Any], bears: bool) -> None:
    """Below a talk today it can raise the result; up to a referral now where somebody is not to be told yet."""
    for area_id in ("", *PACKS.areas):
        decision = decide(read(Case.model_validate({"home_area": area_id, **fields}), PACKS), FRIDAY)
        (gap,) = [gap for gap in decision.gaps if keys(gap) == ("open.own_view",)]
        assert gap.bears == bears, (area_id, decision.outcome)


@pytest.mark.parametrize("area_id", PACKS.areas)
@pytest.mark.parametrize("ages", [[{"age_months": 5}], [{"age_years": 2}], [{"age_years": 9}], [{"not_born": True}],
                                  [{"age_years": 16}, {"age_months": 5}], [{}], [{"age_years": 9}, {}], []])
def test_topics_of_another_age_are_those_that_the_questions_fold_away(area_id: str, ages: list[dict[str, Any]]) -> None:
    """The same ones, and none where an age is not known; none of them is named as not opened."""
    children = [{"label": "ABC"[number], **age} for number, age in enumerate(ages)]
    case = Case.model_validate({"home_area": area_id, "danger": "no", "children": children})
    area = PACKS.areas[area_id]
    away = topics_ruled_out(read(case, PACKS), area)
    assert away == out_of_age(case, (), PACKS, FRIDAY.date())
    assert not away or all(ages)
    names = [PACKS.national.topic[topic].name for topic in away]
    for row in area.indicators:
        if row.kind == "need" and row.from_months is None and row.under_months is None:
            found = case.but(findings=({"id": row.id},))
            says = " ".join(gap.says for gap in decide(read(found, PACKS), FRIDAY).gaps if gap.step == "topics")
            assert not [name for name in names if name in says]
