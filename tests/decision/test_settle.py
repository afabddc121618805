"""What must always hold of the doubts that a result rests on, `settle`: bounded, quiet, and true when it is so.

Over every pack given: each way in which a statement can count, not sure and not known; and random cases.
"""
from collections.abc import Iterator

import pytest
from hypothesis import given

from decision.assess import decide
from decision.case import Case
from decision.explain import quiet
from decision.known import Known, counts, read
from decision.lint_words import prompts
from decision.result import Decision
from decision.settle import LISTED, MOST, settle
from decision.urgency import urgency
from guidance.vocabulary import Outcome
from tests.decision.build import FRIDAY
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.strategies import CASES, MORE, PACKS

pytestmark = pytest.mark.long
AREAS = areas()
TODAY = urgency("consult_today")


def unsettled(known: Known, decision: Decision) -> Iterator[str]:
    """In words, what is promised of the doubts and does not hold."""
    found = settle(known, decision)
    rows = {row.indicator.id: row.answer for row in known.rows if row.answer != "yes"}
    doubts = rows | {sign.id: answer.answer for sign, answer in known.unsure_signs}
    if len(found) > MOST or (found and decision.outcome != "consult_today" and quiet(known, decision)):
        yield "too many, or not quiet"
    if any(doubts.get(item.id) not in ("not_sure", "not_known") for item in found):
        yield "something that was not answered not sure or not known"
    for item in found:
        if urgency(decision.outcome) >= TODAY:
            if item.if_so or item.if_not:
                yield "a result is shown beside a talk today"
        elif item.found_in not in LISTED or {item.if_so, item.if_not} == {decision.outcome}:
            yield f"{item.id}: looked for where nobody should look, or it changes nothing"
        elif (replayed(known, item.id, True), replayed(known, item.id, False)) != (item.if_so, item.if_not):
            yield f"{item.id}: the case with that answer comes out otherwise"
        if prompts(item.do):
            yield "prompts to ask the family"


def replayed(known: Known, id_: str, so: bool) -> Outcome:
    """The outcome of the case itself with this answer, worked out anew."""
    raw = known.case.model_dump()
    raw["findings"] = [finding for finding in raw["findings"] if finding["id"] != id_]
    raw["answers"] = {key: answer for key, answer in raw["answers"].items() if key != id_}
    if id_ in raw["signs"]:
        raw["signs"][id_] |= {"answer": "yes" if so else "no", "why": None}
    elif so:
        raw["findings"].append({"id": id_})
    else:
        raw["answers"][id_] = "no"
    return decide(read(Case.model_validate(raw), known.packs), FRIDAY).outcome


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_each_doubt_is_said_on_the_phone_or_looked_up_and_never_found_out(name: str, area_id: str) -> None:
    """Each way to count, not sure or not known, alone and beside a need: bounded, quiet, and true when it is so."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    need = next((row.id for row in area.indicators if counts(row) and not row.at_least and not row.duty and not row.harm
                 and row.found_in in LISTED), None)
    problems = []
    for added in representatives(packs, area_id, each=3):
        if added.field == "factors":
            continue
        for answer in ("not_sure", "not_known"):
            for findings in ((), ({"id": need},) if need and need != added.id else ()):
                data = asked(packs, area_id, children=[{"label": "A", "age_years": 9}], findings=findings)
                if added.field == "signs":
                    data["signs"] = {**data["signs"], added.id: {"answer": answer}}
                else:
                    data["answers"] = {added.id: answer}
                known = read(Case.model_validate(data), packs)
                problems += [f"{added.id} ({answer}): {says}" for says in unsettled(known, decide(known, FRIDAY))]
    assert problems == []


@MORE
@given(case=CASES)
def test_doubts_in_random_cases_are_bounded(case: Case) -> None:
    """Any number of doubts beside anything else."""
    known = read(case, PACKS)
    assert list(unsettled(known, decide(known, FRIDAY))) == []
