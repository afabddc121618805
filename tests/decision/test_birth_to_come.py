"""What is only about a birth to come is said where one may be, and never beside children who are all born."""
import re
from functools import cache
from itertools import product
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case
from decision.result import Decision
from guidance.models import Factor, Indicator, Sign
from guidance.packs import Packs
from tests.decision.build import FRIDAY
from tests.decision.every import Added, all_packs, areas, statements
from tests.decision.test_own_lead import texts

TO_COME = re.compile(
    r"\b(?:due date|unborn|antenatal|midwife|how far the pregnancy|weeks of pregnancy|not yet born|baby is expected"
    r"|booked her|before (?:the |a )?birth|pre-birth)\b", re.IGNORECASE)
"""Words about a birth to come."""
ONE_OF_SEVERAL = re.compile(
    r"\b(?:born or unborn|unborn included|or (?:is )?pregnant|pregnant or|GP, midwife|doctor, midwife|as a midwife"
    r"|or the midwife|unborn baby is thought of|see that (?:she|there) (?:has|is) a midwife)\b", re.IGNORECASE)
"""Words that only name one before birth, or whoever cares for one, among others."""
BORN: tuple[tuple[dict[str, Any], ...], ...] = (
    ({"label": "A", "age_months": 2},), ({"label": "A", "age_years": 9},),
    ({"label": "A", "age_years": 15}, {"label": "B", "age_years": 0}))
MAY_COME: tuple[tuple[dict[str, Any], ...], ...] = (
    (), ({"label": "A"},), ({"label": "A", "not_born": True},), ({"label": "A", "due_date": "2027-02-01"},),
    ({"label": "A", "due_date": "2026-11-01"},), ({"label": "A", "age_years": 3}, {"label": "B"}))
Item = Sign | Indicator | Factor


def items(packs: Packs, area_id: str) -> dict[str, Item]:
    """Whatever can be answered in an area, by its id."""
    area = packs.areas[area_id]
    return {one.id: one for one in (*packs.signs(area_id), *area.indicators, *area.factors)}


def of_a_birth(packs: Packs, area_id: str) -> set[str]:
    """The duties that a child who is not born yet starts."""
    return {id_ for id_ in packs.duty_ids(area_id) for one in packs.duties(area_id, id_)
            if one.triggers and one.triggers.unborn}


def tells_of_one(item: Item) -> bool:
    """Whether a statement itself says that a birth is to come, or may be."""
    said = f"{item.says} {item.means if isinstance(item, Sign) else ''}"
    return bool(re.search(r"\b(?:pregnan\w+|unborn|antenatal|baby is expected|the birth is near|before a birth)\b",
                          said, re.IGNORECASE))


def may_mean(item: Item, family: tuple[dict[str, Any], ...]) -> bool:
    """Whether a statement that may also be of a born child can be so of one of these; any other is not asked for it."""
    under = None if isinstance(item, Sign) else item.born_under_months
    return under is None or any(one.get("age_months", 12 * one.get("age_years", 0)) < under for one in family)


def about_one(decision: Decision, packs: Packs, answer: str) -> set[str]:
    """The texts about a birth to come, but for the answer itself, names of roles, and topics that were not opened."""
    names = "|".join(re.escape(topic.name) for topic in packs.national.topics)
    return {text for text in texts(decision) if " " in text and answer not in text
            and TO_COME.search(re.sub(names, "", ONE_OF_SEVERAL.sub("", text)))}


@pytest.mark.parametrize(("packs_name", "area_id"), areas())
def test_beside_born_children_nothing_is_of_a_birth_to_come(packs_name: str, area_id: str) -> None:
    """Whatever else was ticked, in every pack: no due date, no midwife, nothing to do before a birth."""
    packs = all_packs()[packs_name]
    there = items(packs, area_id)
    wrong: dict[str, set[str]] = {}
    for number, added in enumerate(statements(packs, area_id, ("yes",))):
        item = there[added.id]
        if tells_of_one(item):
            continue
        families = [at for at, family in enumerate(BORN) if may_mean(item, family)]
        made = added.into(plain_of(packs_name, area_id, families[number % len(families)]))
        found = assess(made, packs, FRIDAY)
        if said := about_one(found, packs, item.says):
            wrong[added.id] = said
        assert not of_a_birth(packs, area_id) & {duty.id for duty in found.duties}, added.id
    assert wrong == {}


@cache
def plain_of(packs_name: str, area_id: str, number: int) -> Case:
    """The same as `plain`, of one of the families of born children, once."""
    signs = {sign.id: {"answer": "no"} for sign in all_packs()[packs_name].signs(area_id)}
    return Case.model_validate({"home_area": area_id, "danger": "no", "signs": signs, "children": BORN[number]})


@pytest.mark.parametrize(("packs_name", "area_id"), areas())
def test_where_one_may_be_born_yet_it_stays(packs_name: str, area_id: str) -> None:
    """Unknown is never no: of no child named, of an age that nobody gave, after a day of birth that has passed."""
    packs = all_packs()[packs_name]
    wanted = of_a_birth(packs, area_id)
    pulling = [item for item in items(packs, area_id).values() if wanted & set(item.duty)]
    for item in pulling:
        field = "signs" if isinstance(item, Sign) else "factors" if isinstance(item, Factor) else "findings"
        for children in (*MAY_COME, *(family for family in BORN if tells_of_one(item) or not may_mean(item, family))):
            made = Added(item.id, field, "yes").into(
                Case.model_validate({"home_area": area_id, "danger": "no", "children": children}))
            assert wanted & {duty.id for duty in assess(made, packs, FRIDAY).duties}, (item.id, children)


@pytest.mark.parametrize(("packs_name", "area_id"), areas())
def test_nobody_is_sent_for_what_is_written_down_or_to_themselves(packs_name: str, area_id: str) -> None:
    """A due date that was given is not looked for, and a midwife is not sent to the midwife: in no step, and not in the
    few words of what the duty asks first."""
    packs = all_packs()[packs_name]
    if not packs.national.role.get("midwife"):
        pytest.skip("a small made-up pack")
    dated, open_ = ({"label": "A", "due_date": "2027-02-01"},), ({"label": "A", "not_born": True},)
    for role, children in product(("midwife", "health_visitor", ""), (dated, open_, (*dated, *_second(open_)))):
        made = Case.model_validate({"home_area": area_id, "danger": "no", "children": children,
                                    "practitioner": {"role": role}})
        found = assess(made, packs, FRIDAY)
        for duty in (duty for duty in found.duties if duty.id in of_a_birth(packs, area_id)):
            says = " ".join((duty.in_short, *(step.says for step in duty.steps)))
            assert bool(re.search(r"find (?:out .*)?the due date", says, re.IGNORECASE)) == (children != dated), says
            if role:
                assert bool(re.search(r"\btell the midwife", says, re.IGNORECASE)) == (role != "midwife"), says
            assert "your named midwife" in duty.in_short or role != "midwife"


def _second(children: tuple[dict[str, Any], ...]) -> tuple[dict[str, Any], ...]:
    return tuple({**child, "label": "B"} for child in children)


def test_no_step_of_any_pack_sends_a_role_to_itself() -> None:
    """Of all steps that tell a midwife or a health visitor: they are not for whoever is one, but as a colleague."""
    for packs in all_packs().values():
        for area_id in packs.areas:
            for duty in (one for id_ in packs.duty_ids(area_id) for one in packs.duties(area_id, id_)):
                for step in duty.steps:
                    for role, name in (("midwife", "midwife"), ("health_visitor", "health visitor")):
                        told = re.search(rf"\btell (?:the [a-z ]+ or )?the {name}\b", step.says, re.IGNORECASE)
                        for_them = not step.for_roles or role in step.for_roles
                        assert not told or not for_them or role in step.not_for_roles, step.says


@pytest.mark.parametrize("fields", [
    {"family": ({"key": "mother", "relation": "mother", "expecting": "yes"},)},
    {"family": ({"key": "mother", "relation": "mother", "expecting": "not_known"},)},
    {"signs": {"birth_danger": {"answer": "not_sure"}}}, {"unsure_topics": ("unborn",)}])
def test_whoever_may_be_pregnant_keeps_it_for_a_born_child(fields: dict[str, Any]) -> None:
    """Beside a born child a statement about an earlier one asks for it as soon as anything speaks of a pregnancy."""
    packs = all_packs()["shipped"]
    for area_id in packs.areas:
        for item in (one for one in packs.areas[area_id].indicators if one.born_under_months):
            made = {"home_area": area_id, "danger": "no", "children": BORN[0], "findings": ({"id": item.id},)}
            for more, kept in ((fields, True), ({}, False)):
                found = assess(Case.model_validate(made | more), packs, FRIDAY)
                assert kept == bool(of_a_birth(packs, area_id) & {duty.id for duty in found.duties})
