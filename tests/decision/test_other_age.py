"""A statement whose own words name an age: of whom it is read, and what follows where nobody here is of that age."""
from typing import Any

import pytest

from decision.assess import decide
from decision.basis import same_statement
from decision.case import Case
from decision.known import read
from decision.other_age import other_age_reasons
from decision.result import Decision
from guidance.models import Condition, Factor, Indicator, Sign
from guidance.packs import Packs
from guidance.vocabulary import OUTCOMES
from tests.decision.altered import replaced, with_area
from tests.decision.build import AREA, CBC, FRIDAY, PACKS, result
from tests.decision.every import all_packs, areas

ROW = next(row for row in AREA.indicators if row.kind == "need" and not row.harm and not row.at_least and not row.duty
           and not row.ask_first)
DUTY = next(duty for duty in AREA.duties if duty.id == "cbc_under_13")
PACK = with_area(
    PACKS, CBC, indicators=replaced(AREA.indicators, ROW.id, from_years=13, duty=("cbc_under_13",)),
    duties=replaced(AREA.duties, DUTY.id, applies=Condition(under_years=13, unborn=False)))


def decision(ages: tuple[int | None, ...], about: tuple[str, ...] = (), **fields: Any) -> Decision:
    """The row, made to speak of young people from 13 and to start a duty for children under 13, is ticked."""
    children = [{"label": label} | ({} if age is None else {"age_years": age})
                for label, age in zip("ABC", ages, strict=False)]
    return result(packs=PACK, children=children, findings=[{"id": ROW.id, "about": about}], **fields)


def under_13(found: Decision) -> bool:
    """Whether the duty for children under 13 is met."""
    return any(duty.id == DUTY.id for duty in found.duties)


def test_a_statement_for_an_age_is_not_read_of_a_child_of_another_beside_one_whom_it_fits() -> None:
    """Sixteen and eight, no child named: the eight-year-old is not meant."""
    found = decision((16, 8))
    assert not under_13(found)
    assert under_13(decision((8,)))


@pytest.mark.parametrize(("ages", "about"), [
    ((16, 8), ("B",)), ((16, 8), ("A", "B")), ((8, None), ()), ((16, None), ()), ((None,), ()),
])
def test_a_child_who_is_named_or_whose_age_is_not_known_stays_in(ages: tuple[int | None, ...],
                                                                about: tuple[str, ...]) -> None:
    """What the user says of a child by name holds, and an age that is not known is never counted as another age."""
    assert under_13(decision(ages, about))


def test_an_unborn_child_is_not_the_young_person_and_is_not_left_out() -> None:
    """The pregnancy of a sixteen-year-old: the duty is about her and the baby, not about the brother of eight."""
    children = [{"label": "A", "age_years": 16}, {"label": "B", "age_years": 8}, {"label": "C", "not_born": True}]
    pack = with_area(
        PACK, CBC, duties=replaced(PACK.areas[CBC].duties, DUTY.id, applies=Condition(unborn=True)))
    found = result(packs=pack, children=children, findings=[{"id": ROW.id}])
    assert next(duty.about for duty in found.duties if duty.id == DUTY.id) == ("A", "C")


@pytest.mark.parametrize(("ages", "asked"), [((12,), True), ((16,), False), ((16, 12), False), ((None,), False),
                                             ((5,), True), ((12, 5), True), ((5, None), False), ((16, 5), False)])
def test_a_statement_for_an_age_that_nobody_here_has_is_looked_at_again(ages: tuple[int | None, ...],
                                                                       asked: bool) -> None:
    """Then the statement or the age is wrong. An age that is not known is never counted as another age."""
    found = decision(ages)
    reasons = [(reason.kind, reason.id, reason.outcome) for reason in found.reasons]
    assert (("unsure", ROW.id, "consult") in reasons) is asked
    assert (("check_again", ROW.id) in [(gap.kind, gap.id) for gap in found.gaps]) is asked


@pytest.mark.parametrize(("kind", "from_months", "child", "asked"), [
    ("context", None, {"age_months": 5}, False), ("context", None, {"not_born": True}, False),
    ("context", None, {"age_years": 9}, True), ("context", 96, {"age_months": 5}, True),
    ("need", None, {"age_months": 5}, True), ("need", None, {"not_born": True}, True),
    ("need", None, {"due_date": "2026-12-20"}, True),
])
def test_only_a_circumstance_may_be_of_the_young_parent_of_a_small_child(
    kind: str, from_months: int | None, child: dict[str, Any], asked: bool
) -> None:
    """A teenager who is a parent stands beside a baby; a worry about a teenager never does, nor what the pack rules
    out for small children."""
    pack = with_area(PACKS, CBC, indicators=replaced(
        AREA.indicators, ROW.id, from_years=13, kind=kind, from_months=from_months))
    found = result(packs=pack, children=[{"label": "A", **child}], findings=[{"id": ROW.id}])
    assert ((ROW.id, "consult") in [(one.id, one.outcome) for one in found.reasons if one.kind == "unsure"]) is asked


BABY = {"label": "A", "age_months": 5}
COUNTS = ("sign", "finding", "at_least")
"""Kinds of reason for which a tick counts by itself; a duty may hold at some ages only."""
EARLIEST = 12
"""Months from which a statement cannot be about the baby here, whatever is not known of its age."""


def for_older_ones(packs: Packs, area_id: str) -> list[Indicator | Factor | Sign]:
    """Everything that can be ticked and cannot be so of a baby, by what the pack says of it; of rows that are asked as
    one statement, where it is so of each."""
    area = packs.areas[area_id]
    items: list[Indicator | Factor | Sign] = [*area.indicators, *area.factors, *packs.signs(area_id)]
    old = {item.id for item in items if (item.from_months or 0) >= EARLIEST}
    return [item for item in items if item.id in old and set(same_statement(item.id, area)) <= old]


def ticked(item: Indicator | Factor | Sign, children: list[dict[str, Any]]) -> dict[str, Any]:
    """A case in which this is so of the first child."""
    if isinstance(item, Sign):
        return {"children": children, "signs": {item.id: {"answer": "yes", "about": ["A"]}}}
    return {"children": children, "findings": [{"id": item.id, "about": ["A"]}]}


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_an_age_that_is_changed_to_that_of_a_baby_leaves_no_tick_an_ordinary_one(name: str, area_id: str) -> None:
    """Each tick of each pack that is about older ones: it stays, it is talked through at least, and both are looked at
    again. While the age is not known, nothing of the kind is said."""
    packs = all_packs()[name]
    wrong = []
    for item in for_older_ones(packs, area_id):
        found = decided(packs, area_id, **ticked(item, [BABY]))
        kinds = {one.kind for one in found.reasons if one.id == item.id}
        again = [gap.id for gap in found.gaps if gap.kind == "check_again"]
        asks = OUTCOMES.index(found.outcome) >= OUTCOMES.index("consult")
        if not (asks and again == [item.id] and (isinstance(item, Sign) or "unsure" in kinds)):
            wrong.append(f"{item.id}: {found.outcome}, {again}")
        open_ = decided(packs, area_id, **ticked(item, [{"label": "A"}]))
        if not {one.kind for one in open_.reasons if one.id == item.id and one.kind in COUNTS} <= kinds:
            wrong.append(f"{item.id}: it counts for less than it did")
        if item.id in [gap.id for gap in open_.gaps if gap.kind == "check_again"]:
            wrong.append(f"{item.id}: age not known")
    assert wrong == []


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_what_is_left_out_beside_a_baby_is_a_circumstance_of_its_young_parents(name: str, area_id: str) -> None:
    """Every statement of every pack that names an age from which it is so, and is no circumstance of young parents, is
    looked at again beside a baby."""
    packs = all_packs()[name]
    named = [row for row in packs.areas[area_id].indicators if row.from_years]
    left_out = [row for row in named if not other_age_reasons(read(
        Case.model_validate({"home_area": area_id, **ticked(row, [BABY])}), packs))]
    assert [row.id for row in left_out if row.kind != "context" or "young_parents" not in row.topics] == []


def decided(packs: Packs, area_id: str, **fields: Any) -> Decision:
    """The decision on a case of this area in which everything else was asked and answered no."""
    signs = {sign.id: {"answer": "no"} for sign in packs.signs(area_id)} | fields.pop("signs", {})
    data = {"home_area": area_id, "danger": "no", "asked": tuple(packs.national.topic), "signs": signs, **fields}
    return decide(read(Case.model_validate(data), packs), FRIDAY)
