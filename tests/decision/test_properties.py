"""The ten statements that must always hold (design/2), tried on random cases against the shipped packs."""
import json
import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.assess import assess, decide
from decision.case import Case, Finding, SignAnswer
from decision.known import read
from decision.result import Decision
from decision.urgency import urgency
from guidance.vocabulary import Citation
from tests.decision.strategies import AREAS, CASES, ENOUGH, MOMENTS, PACKS, moments

pytestmark = pytest.mark.long
NOON = MOMENTS[0]


def result(case: Case, now: datetime = NOON) -> Decision:
    """The core decision, without what would change it."""
    return decide(read(case, PACKS), now)


def calmer(after: Decision, before: Decision) -> bool:
    """Whether the second result is less urgent than the first."""
    return urgency(after.outcome) < urgency(before.outcome)


@ENOUGH
@given(case=CASES, data=st.data())
def test_one_more_finding_is_never_calmer(case: Case, data: st.DataObject) -> None:
    """1. Adding a finding, about all, one or some of the children, never makes the outcome less urgent."""
    area = PACKS.areas[case.home_area]
    ids = [item.id for item in area.indicators if item.id not in {finding.id for finding in case.findings}]
    if not ids:
        return
    labels = [child.label for child in case.children]
    about = tuple(data.draw(st.lists(st.sampled_from(labels), max_size=2, unique=True))) if labels else ()
    extra = Finding(id=data.draw(st.sampled_from(ids)), about=about)
    more = case.model_copy(update={"findings": (*case.findings, extra)})
    assert not calmer(result(more), result(case))


@ENOUGH
@given(case=CASES, data=st.data(), answer=st.sampled_from(("yes", "not_sure", "not_known")))
def test_a_yes_or_not_sure_to_a_sign_is_never_calmer(case: Case, data: st.DataObject, answer: str) -> None:
    """1. A yes or a not-sure to a sign that was no or unanswered never makes the outcome less urgent."""
    ids = [sign.id for sign in PACKS.signs(case.home_area)
           if sign.id not in case.signs or case.signs[sign.id].answer == "no"]
    if not ids:
        return
    extra = {data.draw(st.sampled_from(ids)): SignAnswer(answer=answer)}
    more = Case.model_validate({**case.model_dump(), "signs": {**case.model_dump()["signs"], **{
        id_: item.model_dump() for id_, item in extra.items()}}})
    assert not calmer(result(more), result(case))


@ENOUGH
@given(case=CASES, data=st.data(), answer=st.sampled_from(("yes", "not_sure", "not_known")))
def test_an_answer_to_a_statement_is_never_calmer(case: Case, data: st.DataObject, answer: str) -> None:
    """1. A yes, not-sure or not-known to a statement that was no or unanswered never makes the outcome less urgent."""
    area = PACKS.areas[case.home_area]
    taken = {finding.id for finding in case.findings}
    ids = [item.id for item in area.indicators if case.answers.get(item.id, "no") == "no" and item.id not in taken]
    if not ids:
        return
    more = case.model_copy(update={"answers": {**case.answers, data.draw(st.sampled_from(ids)): answer}})
    assert not calmer(result(more), result(case))


@ENOUGH
@given(case=CASES, data=st.data())
def test_protective_factors_never_make_it_calmer(case: Case, data: st.DataObject) -> None:
    """2. Any protective factor leaves the outcome as urgent; only "none that I know of" acts, upward."""
    area = PACKS.areas[case.home_area]
    strengths = [item.id for item in area.factors if item.kind == "strength"]
    plain = case.model_copy(update={"no_protective_factor": None})
    if strengths:
        chosen = data.draw(st.lists(st.sampled_from(strengths), min_size=1, max_size=4, unique=True))
        more = plain.model_copy(update={"factors": {**plain.factors, **dict.fromkeys(chosen, "yes")}})
        assert result(more).outcome == result(plain).outcome
    none_known = plain.model_copy(update={"no_protective_factor": True})
    assert not calmer(result(none_known), result(plain))


@ENOUGH
@given(case=CASES, now=moments)
def test_every_outcome_has_a_route_that_can_be_used(case: Case, now: datetime) -> None:
    """3. Urgent outcomes have a route usable now, or say 999/101 and why; calm ones at least a stated next time."""
    decision = result(case, now)
    if urgency(decision.outcome) >= urgency("refer_now"):
        usable = [route for route in decision.routes if route.dial and route.open_now is not False]
    else:
        usable = [route for route in decision.routes if route.dial and (route.open_now is not False or route.opens)]
    assert usable
    assert all(route.says for route in decision.routes)


@ENOUGH
@given(case=CASES, now=moments)
def test_everything_said_has_a_source_in_the_packs(case: Case, now: datetime) -> None:
    """4. Every reason, duty, deadline, consent statement, telling, route and gap citation is in the packs."""
    decision = assess(case, PACKS, now)
    cited = [item.source for part in (decision.reasons, decision.duties, decision.deadlines, decision.telling,
                                      decision.routes, decision.would_change, decision.consent.statements)
             for item in part]
    cited += [step.source for duty in decision.duties for step in (*duty.steps, *duty.do_not)]
    cited += [gap.source for gap in decision.gaps if gap.source]
    missing = [item for item in cited if not isinstance(item, Citation) or item.source not in PACKS.sources]
    assert missing == []


@ENOUGH
@given(case=CASES, note=st.text(max_size=30))
def test_notes_and_dates_of_findings_never_influence_it(case: Case, note: str) -> None:
    """5. Notes, words and the dates of findings change nothing about the outcome, telling, duties or place."""
    filled = case.model_copy(update={
        "findings": tuple(item.model_copy(update={"note": note, "words": note, "when": note})
                          for item in case.findings),
        "own_view_reason": note, "strengths_note": note, "safe_people": note, "other_worry_note": note,
        "reference": note,
    })
    plain, noted = result(case), result(filled)
    assert plain.model_dump(exclude={"gaps"}) == noted.model_dump(exclude={"gaps"})


@ENOUGH
@given(case=CASES, now=moments)
def test_nobody_who_is_not_to_be_told_is_asked_for_agreement(case: Case, now: datetime) -> None:
    """6 and 9. Where anyone in the family is not to be told yet, no agreement is asked of the family."""
    decision = result(case, now)
    withheld = [item for item in decision.telling if item.state == "not_yet" and item.person != "suspected"]
    if any(item.person != "young_person" for item in withheld):
        assert decision.outcome not in ("refer_with_agreement", "early_help")
        assert decision.consent.state in ("not_needed", "not_sought")


@ENOUGH
@given(case=CASES, now=moments)
def test_same_case_packs_and_time_give_an_equal_decision(case: Case, now: datetime) -> None:
    """7. The engine is a function: equal input, equal Decision, also after a round trip through JSON."""
    again = Case.model_validate_json(case.model_dump_json())
    assert assess(case, PACKS, now) == assess(again, PACKS, now)


FORBIDDEN = re.compile(
    r"\blow risk|\bno risk\b|does not meet (the )?threshold|\d+ ?%|total score|score of", re.IGNORECASE)


@ENOUGH
@given(case=CASES, now=moments)
def test_forbidden_words_never_appear(case: Case, now: datetime) -> None:
    """8. "Low risk", "no risk", "does not meet threshold", percentages and totals never appear."""
    text = json.dumps(assess(case, PACKS, now).model_dump(mode="json"))
    assert not FORBIDDEN.search(text)


@pytest.mark.parametrize("area", [area.id for area in AREAS])
def test_a_blank_case_is_never_universal(area: str) -> None:
    """10. With nothing answered the result is to talk it through, and it says what has not been asked."""
    decision = result(Case(home_area=area))
    assert decision.outcome != "universal"
    assert [reason.kind for reason in decision.reasons] == ["blank"]


def test_a_blank_case_without_an_area_is_never_universal() -> None:
    """10. Without an area the national part answers, and never calmly."""
    assert result(Case()).outcome != "universal"
