"""Made-up cases for the lint: one sign, row, factor or duty alone, and a sign beside one row, in two situations.

Whatever a case does not name was asked and answered no. The age of the child and the user's role are left open, so that
every duty that could apply does.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from decision.case import (
    Case, Child, FamilyMember, Finding, History, Practitioner, Sight, SignAnswer, SourceOfHarm, YoungPerson,
)
from decision.conditions import has_role
from decision.hours import LONDON
from decision.known import asks_for
from guidance.vocabulary import ELSEWHERE, HarmBy
from guidance.models import Condition, Factor, Indicator, Sign
from guidance.packs import Packs
from guidance.words import Said, say

Item = Sign | Indicator | Factor
Tried = Literal["yes", "not_sure"]
ANSWERS: tuple[Tried, ...] = ("yes", "not_sure")
SUSPECT = "father"
WORKER: HarmBy = "works_with_children"
FAMILY = (FamilyMember(key="mother", relation="Mother"), FamilyMember(key=SUSPECT, relation="Father"))


@dataclass(frozen=True)
class Situation:
    """When somebody asks, what is known of who caused it, and whether they have a lead to turn to."""

    says: Said
    now: datetime
    source: SourceOfHarm
    practitioner: Practitioner


NAMED = Situation(say("lint.when.named"), datetime(2026, 11, 20, 10, 5, tzinfo=LONDON),
                  SourceOfHarm(kinds=("parent_or_carer",), members=(SUSPECT,)), Practitioner())
NOT_KNOWN = Situation(say("lint.when.not_known"), datetime(2026, 11, 22, 3, 0, tzinfo=LONDON),
                      SourceOfHarm(kinds=("not_known",)), Practitioner(lead="no_lead"))
SITUATIONS = (NAMED, NOT_KNOWN)


def items(packs: Packs, area_id: str) -> tuple[Item, ...]:
    """Everything in an area that can be answered: signs, rows and factors."""
    area = packs.area(area_id)
    return (*packs.signs(area_id), *(area.indicators if area else ()), *(area.factors if area else ()))


def nothing(packs: Packs, area_id: str, situation: Situation) -> Case:
    """A case in which everything was asked and answered no."""
    return Case(
        home_area=area_id or ELSEWHERE, danger="no", asked=tuple(packs.national.topic), children=(Child(label="A"),),
        signs={sign.id: SignAnswer(answer="no") for sign in packs.signs(area_id)}, family=FAMILY,
        source_of_harm=situation.source, practitioner=situation.practitioner,
    )


def unanswered(case: Case, sign_id: str) -> Case:
    """The case in which nobody has answered one sign."""
    return case.but(signs={id_: said for id_, said in case.signs.items() if id_ != sign_id})


def saying(case: Case, answers: tuple[tuple[Item, Tried], ...]) -> Case:
    """The case with some answers in the place of no."""
    signs, findings, open_ = dict(case.signs), case.findings, dict(case.answers)
    factors = dict(case.factors)
    for item, said in answers:
        match item:
            case Sign():
                signs[item.id] = SignAnswer(answer=said)
            case Factor():
                factors[item.id] = said
            case Indicator() if said == "yes":
                findings = (*findings, Finding(id=item.id))
            case Indicator():
                open_[item.id] = said
    return case.but(signs=signs, findings=findings, answers=open_, factors=factors)


def pairs(packs: Packs, area_id: str) -> Iterator[tuple[Sign, Item]]:
    """Each sign with one row for each harm, duty, telling rule and outcome. Of signs that ask for the same, one."""
    signs = {(sign.outcome, sign.first_call, _telling(sign, packs, area_id)): sign for sign in packs.signs(area_id)}
    rows = _beside(packs, area_id)
    for sign in signs.values():
        yield from ((sign, row) for row in rows)


def _telling(item: Item, packs: Packs, area_id: str) -> frozenset[str]:
    """The telling rules that a sign, row or factor leads to, by itself or through a duty."""
    own = {item.telling} if isinstance(item, Sign) else set()
    return frozenset(own | {entry.telling for id_ in item.duty for entry in packs.duties(area_id, id_)})


def _beside(packs: Packs, area_id: str) -> tuple[Item, ...]:
    """One row or factor for each harm, each duty, each telling rule and each outcome that one asks for."""
    chosen: dict[tuple[str, Any], Item] = {}
    for item in items(packs, area_id):
        if isinstance(item, Sign):
            continue
        chosen.setdefault(("harm", (getattr(item, "harm", None), item.kind)), item)
        chosen.setdefault(("outcome", asks_for(item, packs, area_id)), item)
        for id_ in item.duty:
            chosen.setdefault(("duty", id_), item)
        for id_ in _telling(item, packs, area_id):
            chosen.setdefault(("telling", id_), item)
    return tuple({item.id: item for item in chosen.values()}.values())


def by_facts(packs: Packs, area_id: str, base: Case) -> Iterator[tuple[str, Case]]:
    """For each duty that facts of a case can start: its id, and the case with such facts."""
    for duty in packs.started_by_facts(area_id):
        if duty.triggers:
            yield duty.id, _with_facts(duty.triggers, base, packs)


def narrowed(packs: Packs, area_id: str, base: Case, item: Item) -> Iterator[Case]:
    """For each duty of an item that is not met while its facts are unknown: the case in which they are known."""
    for id_ in item.duty:
        for duty in packs.duties(area_id, id_):
            if duty.applies and duty.applies.beside_concern:
                yield _with_facts(duty.applies, base, packs)


def _with_facts(condition: Condition, case: Case, packs: Packs) -> Case:
    """The case with facts by which a duty starts: the first of each list that the condition asks for."""
    child: dict[str, Any] = {"status": condition.statuses[:1]}
    if condition.unborn:
        child["not_born"] = True
    elif condition.from_years is not None:
        child["age_years"] = condition.from_years
    elif condition.under_years is not None:
        child["age_years"] = max(condition.under_years - 1, 0)
    for field, wanted in (("disability", condition.disabled), ("moves_about", condition.moves_about)):
        if wanted is not None:
            child[field] = "yes" if wanted else "no"
    role = next((role.id for role in packs.national.roles if has_role(role, condition.roles)), "")
    away = next(iter(packs.areas), "") if case.home_area == ELSEWHERE else ELSEWHERE
    lead = "lead_decided_not_to_refer" if condition.disagreement else case.practitioner.lead
    return case.but(
        children=(Child(label="A", **child),), practitioner=Practitioner(role=role, lead=lead),
        area_now=away if condition.elsewhere else "",
        young_person=YoungPerson(interpreter="yes") if condition.interpreter else case.young_person,
        source_of_harm=_source(condition, case.source_of_harm),
        sight=Sight.model_validate(dict.fromkeys(condition.sight[:1], "yes")),
        history=_history(condition),
    )


def _source(condition: Condition, source: SourceOfHarm) -> SourceOfHarm:
    """Who may have caused it: as in the situation, unless the condition asks for somebody else."""
    if condition.harm_by:
        return SourceOfHarm(kinds=condition.harm_by[:1])
    return source.but(kinds=(*source.kinds, WORKER)) if condition.suspected_works else source


def _history(condition: Condition) -> History:
    answered = next(iter(condition.earlier_referral), None)
    return History(earlier_referral="yes", earlier_referral_answer=answered) if answered else History()
