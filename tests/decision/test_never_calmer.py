"""Nothing that is added makes the answer calmer (design/2, statement 1): every statement of every pack.

Every sign, row and factor, yes and not sure, is added to a case at each level, with harm, with a sign, and where
telling would raise the risk; and each way in which a statement can count is added to each other way, about each child.
"""
import itertools
from typing import Any

import pytest

from decision.case import Case
from decision.core import core
from decision.known import read
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import OUTCOMES
from tests.decision.every import (
    Added, all_packs, areas, asked, outcome_in, outcome_of, representatives, statements,
)

CHILDREN = ({"label": "A", "age_years": 10}, {"label": "B", "age_years": 15})
BABY = ({"label": "A", "age_months": 3, "moves_about": "no"}, {"label": "B", "age_years": 17})
UNSAFE = ({"key": "mother", "relation": "mother", "risk": "yes", "responsibility": "yes"},)
CONTEXTS: dict[str, dict[str, Any]] = {
    "nobody described": {},
    "telling a parent raises the risk": {"children": CHILDREN, "family": UNSAFE},
    "an older and a younger child": {"children": CHILDREN},
    "a baby and a young person": {"children": BABY},
    "agreement refused": {"children": CHILDREN[:1], "family": ({**UNSAFE[0], "risk": "no", "agrees": "refuses"},)},
}
NOBODY: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (((), ()),)
ABOUT: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {
    "nobody described": NOBODY,
    "telling a parent raises the risk": NOBODY,
    "an older and a younger child": (((), ("B",)), (("A",), ("B",)), (("B",), ())),
    "a baby and a young person": (((), ("B",)),),
    "agreement refused": NOBODY,
}
"""Context → pairs: whom the first statement is about, and whom the one that is added."""
QUIET = ("context", "strength")
AREAS = areas()


def one_for_each_outcome(packs: Packs, area_id: str) -> list[Added]:
    """The first statement of the area that gives each outcome, alone."""
    blank = asked(packs, area_id)
    found: dict[str, Added] = {}
    for way in representatives(packs, area_id):
        found.setdefault(outcome_of(way.to(blank), packs), way)
    return list(found.values())


def calmer(base: Case, added: Added, about: tuple[str, ...], name: str, limit: str) -> str:
    """In words, that adding a statement made the answer calmer; empty where it did not."""
    after = outcome_in(added.into(base, about), all_packs()[name])
    if OUTCOMES.index(after) >= OUTCOMES.index(limit):  # type: ignore[arg-type]
        return ""
    return f"{added.id} ({added.answer}, about {about or 'nobody'}) turned {limit} into {after}"


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_statement_added_to_every_kind_of_case_is_never_calmer(name: str, area_id: str) -> None:
    """One more sign, row or factor, yes or not sure, never lowers the outcome, whoever may be told."""
    packs = all_packs()[name]
    found = []
    for context in ("nobody described", "telling a parent raises the risk"):
        for start in one_for_each_outcome(packs, area_id):
            base = Case.model_validate(start.to(asked(packs, area_id, **CONTEXTS[context])))
            limit = outcome_in(base, packs)
            found += [f"{start.id}: {says}" for added in statements(packs, area_id) if added.id != start.id
                      and (says := calmer(base, added, (), name, limit))]
    assert found == []


@pytest.mark.parametrize("context", [context for context in CONTEXTS if ABOUT[context] == NOBODY])
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_one_more_about_nobody_is_never_calmer(name: str, area_id: str, context: str) -> None:
    """Each pair of ways to count, once: in whichever order they were said it is the same (below)."""
    packs = all_packs()[name]
    assert paired(representatives(packs, area_id), asked(packs, area_id, **CONTEXTS[context]), packs) == []


@pytest.mark.parametrize("context", [context for context in CONTEXTS if ABOUT[context] != NOBODY])
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_whoever_it_is_about_and_whoever_may_be_told_one_more_is_never_calmer(
    name: str, area_id: str, context: str
) -> None:
    """The same for each pair of ways to count, about each child or none."""
    packs = all_packs()[name]
    fields = CONTEXTS[context]
    more = representatives(packs, area_id, each=2)
    found = []
    for start in representatives(packs, area_id):
        for of, about in ABOUT[context]:
            base = Case.model_validate(start.to(asked(packs, area_id, **fields), of))
            limit = outcome_in(base, packs)
            found += [f"{start.id} about {of}: {says}" for added in more
                      if added.id != start.id and (says := calmer(base, added, about, name, limit))]
    assert found == []


def paired(ways: list[Added], data: dict[str, Any], packs: Packs) -> list[str]:
    """In words, each pair about nobody that is calmer than one of the two alone, whichever of them was said first."""
    found = []
    alone = [(way, Case.model_validate(way.to(data))) for way in ways]
    before = [(way, case, urgency(outcome_in(case, packs))) for way, case in alone]
    for (start, base, limit), (added, _, other) in itertools.combinations(before, 2):
        after = outcome_in(added.into(base), packs)
        if start.id != added.id and urgency(after) < max(limit, other):
            found.append(f"{start.id} and {added.id}: {after}")
    return found


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_which_of_two_statements_was_said_first_makes_no_difference(name: str, area_id: str) -> None:
    """So that above each pair is tried once: every way to count beside one of another outcome, in both orders."""
    packs = all_packs()[name]
    base = Case.model_validate(asked(packs, area_id))
    for one, other in itertools.product(representatives(packs, area_id), one_for_each_outcome(packs, area_id)):
        if one.id != other.id:
            both = other.into(one.into(base)), one.into(other.into(base))
            there, back = (core(read(case, packs)) for case in both)
            assert (there.outcome, there.place.supported_order) == (back.outcome, back.place.supported_order)


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_beside_a_yes_to_a_group_only_the_sign_that_was_meant_may_be_calmer(name: str, area_id: str) -> None:
    """The one exception (docs/decisions/0019): a sign of the group that is so takes the place of the Yes, down to what
    that sign asks for. Every other statement, yes or not sure, leaves it as urgent."""
    packs = all_packs()[name]
    signs = {sign.id: sign for sign in packs.signs(area_id)}
    found = []
    for group in dict.fromkeys(sign.group for sign in signs.values()):
        base = Case(home_area=area_id, danger="no", signs_some=(group,))
        limit = outcome_in(base, packs)
        for added in statements(packs, area_id):
            sign = signs.get(added.id)
            meant = sign is not None and sign.group == group and added.answer == "yes"
            lowest = min(limit, sign.outcome, key=OUTCOMES.index) if sign and meant else limit
            found += [f"{group}: {says}" for says in [calmer(base, added, (), name, lowest)] if says]
    assert found == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_statement_is_added_to_a_case_as_it_is_to_its_data(name: str, area_id: str) -> None:
    """Both ways give the same case, so that what is tried above is what a page would hand over."""
    data = asked(all_packs()[name], area_id, **CONTEXTS["an older and a younger child"])
    case = Case.model_validate(data)
    for added in statements(all_packs()[name], area_id):
        assert added.into(case, ("B",)) == Case.model_validate(added.to(data, ("B",)))


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_doubt_about_what_a_yes_would_ask_for_never_stands_beside_universal(name: str, area_id: str) -> None:
    """Not sure about another scale's row, or one whose yes asks for an outcome, is talked through at least."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    blank = asked(packs, area_id)
    asks = [row.id for row in area.indicators if (row.scale and row.kind not in QUIET) or row.at_least
            or any(duty.at_least for id_ in row.duty for duty in packs.duties(area_id, id_))]
    calm = [id_ for id_ in asks if outcome_of(Added(id_, "findings", "not_sure").to(blank), packs) == "universal"]
    assert calm == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_doubt_about_a_circumstance_raises_nothing(name: str, area_id: str) -> None:
    """Not sure about a circumstance whose yes asks for nothing leaves the outcome as it is: it is a gap."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    blank = asked(packs, area_id)
    limit = outcome_of(blank, packs)
    plain = [row.id for row in area.indicators if row.kind == "context" and not row.at_least and not row.scale
             and not any(duty.at_least for id_ in row.duty for duty in packs.duties(area_id, id_))]
    raised = [id_ for id_ in plain if outcome_of(Added(id_, "findings", "not_sure").to(blank), packs) != limit]
    assert raised == []
