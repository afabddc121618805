"""Who is told, for every statement of every pack: statement 0 of what must always hold (design/2), what softens it, and
the child's own row, as `decision/telling.py` promises them.

Every sign, row of any kind or scale, factor and duty, alone, yes, not sure and not known, for a child of eight, a young
person of fifteen and an age not known, with a suspected father, a cause not known or not asked about, and every kind of
person outside the family, or nobody. Then every finding of harm beside one representative of each telling rule. What is
*of harm*, and what is about the home, is worked out here a second time, from the packs alone.
"""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

import pytest

from decision.case import Case, Finding, SignAnswer
from decision.core import core
from decision.known import Known, Row, read
from decision.result import Telling
from decision.suspects import WITHIN_FAMILY
from guidance.models import Condition, Factor, Indicator, Sign, TellingRule
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Answer, HarmBy
from tests.decision.altered import with_area
from tests.decision.every import all_packs, areas, asked

FAMILY = ({"key": "mother", "relation": "mother"}, {"key": "father", "relation": "father"})
SOURCES = {
    "a suspected father": {"kinds": ("parent_or_carer",), "members": ("father",)},
    "cause not known": {"kinds": ("not_known",)},
    "cause not asked": {},
    "the mother ruled out": {"kinds": ("not_known",), "ruled_out": ("mother",)},
    **{kind: {"kinds": (kind,)} for kind in get_args(HarmBy) if kind not in WITHIN_FAMILY | {"not_known"}},
}
SUSPECTED = ("a suspected father",)
OUTSIDE = tuple(source for source in SOURCES if source in get_args(HarmBy))
"""Sources by the kind alone: somebody outside the family, or nobody."""
OPEN = ("cause not known", "cause not asked")
IN_PAIRS = ("a suspected father", "cause not asked", "other_adult", "online")
HOME_RINGS = ("parenting", "family")
ANSWERS: tuple[Answer, ...] = ("yes", "not_sure", "not_known")
AGES = (8, 15, None)
URGENT = frozenset({"consult_today", "refer_now", "call_999"})
AREAS = areas()
Item = Sign | Indicator | Factor


@dataclass(frozen=True)
class Pack:
    """The packs and one of their areas, with a made-up row for each duty, so that every duty is tried alone."""

    name: str
    packs: Packs
    area: AreaPack

    def items(self) -> tuple[Item, ...]:
        """Everything that can be answered."""
        return (*self.packs.signs(self.area.id), *self.area.indicators, *self.area.factors)

    def rules(self, *tried: tuple[Item, Answer], age: int | None) -> tuple[TellingRule, ...]:
        """The telling rules that the packs name for these answers, by their signs and duties."""
        ids = [item.telling for item, _ in tried if isinstance(item, Sign)]
        ids += [telling for item, answer in tried if not (isinstance(item, Sign) and answer != "yes")
                for telling in self.duty_rules(item, answer, age)]
        return tuple(rule for id_ in ids if id_ and (rule := self.packs.telling(self.area.id, id_)))

    def duty_rules(self, item: Item, answer: Answer, age: int | None) -> tuple[str, ...]:
        """Ids of the telling rules of the duties of an answer that no known fact rules out."""
        found: list[str] = []
        if answer == "not_known" and not isinstance(item, Sign):
            return ()
        for id_ in item.duty:
            entries = self.packs.duties(self.area.id, id_)
            moves_from = self.packs.national.moves_about_from
            meant = [entry for entry in entries if could_apply(entry.applies, age, moves_from)]
            if entries and (answer != "yes" or entries[0] in meant):
                found += [entry.telling for entry in meant if entry.telling]
        return tuple(found)

    def harm(self, item: Item, answer: Answer, age: int | None, source: str = "a suspected father") -> bool:
        """Whether an answer is of harm: a sign, a row or factor that says so, or a duty that has a telling rule.

        A rule that keeps a young person's confidence says nothing of harm. One that speaks only of somebody whom the
        user suspects says nothing where nobody at home is suspected.
        """
        if isinstance(item, Sign) or answer == "not_known":
            return isinstance(item, Sign)
        stated = isinstance(item, Indicator) and item.harm == "significant"
        rules = (self.packs.telling(self.area.id, id_) for id_ in self.duty_rules(item, answer, age))
        return stated or item.at_least in URGENT or any(
            rule is None or not (rule.confidence or (rule.named_only and source not in SUSPECTED)) for rule in rules)

    def home(self, rules: tuple[TellingRule, ...], *tried: tuple[Item, Answer], age: int | None) -> bool:
        """Whether anything is about what happens at home: by its rule on telling, or by its part of the document."""
        moves_from = self.packs.national.moves_about_from
        return any(
            rule.at_home or (rule.at_home_for and could_apply(rule.at_home_for, age, moves_from)) for rule in rules
        ) or any(
            isinstance(item, Indicator) and (item.ring in HOME_RINGS or item.at_home) and answer != "not_known"
            and (item.harm == "significant" or item.at_least in URGENT) for item, answer in tried)


def could_apply(condition: Condition | None, age: int | None, moves_from: int | None) -> bool:
    """Whether a duty could apply to a child of whom nothing is known but the age; the child is born.

    From the age that the national pack gives, such a child counts as moving about.
    """
    if condition is None:
        return True
    if condition.either:
        asked_of_child = condition.model_dump(include={"under_years", "from_years", "unborn", "moves_about"},
                                              exclude_none=True)
        return any(could_apply(Condition(**{fact: value}), age, moves_from) for fact, value in asked_of_child.items())
    if condition.moves_about is False and age is not None and moves_from is not None and age >= moves_from:
        return False
    if condition.unborn and age is not None:
        return False
    below = condition.under_years is None or age is None or age < condition.under_years
    return below and (condition.from_years is None or age is None or age >= condition.from_years)


@cache
def pack(name: str, area_id: str) -> Pack:
    """The packs of that name, and the area with a row of its own for each duty there is."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    rows = tuple(_duty_row(area, id_) for id_ in packs.duty_ids(area_id))
    packs = with_area(packs, area_id, indicators=(*area.indicators, *rows))
    return Pack(name, packs, packs.areas[area_id])


def _duty_row(area: AreaPack, duty: str) -> Indicator:
    return Indicator.model_validate({
        "id": f"duty {duty}", "level": area.levels[0].id if area.levels else "", "domain": (), "ring": "child",
        "kind": "context", "concern": duty, "topics": (), "says": f"What starts {duty}.", "duty": (duty,),
        "source": {"source": next(iter(area.sources)).id, "where": "made up for a test"}})


@cache
def blank(name: str, area_id: str, source: str, age: int | None) -> Known:
    """A case read against the packs in which nothing was found, but who might cause harm was said."""
    found = pack(name, area_id)
    data = asked(found.packs, area_id, children=[{"label": "A", "age_years": age}], family=FAMILY,
                 source_of_harm=SOURCES[source])
    return read(Case.model_validate(data), found.packs)


def with_answers(known: Known, *tried: tuple[Item, Answer]) -> Known:
    """The case with these answers, as `read` would make it."""
    signs = [(item, SignAnswer(answer=answer)) for item, answer in tried if isinstance(item, Sign)]
    rows = tuple(_row(item, answer, known) for item, answer in tried if isinstance(item, Indicator))
    factors = [(item, answer) for item, answer in tried if isinstance(item, Factor)]
    return replace(
        known, rows=rows,
        yes_signs=tuple(pair for pair in signs if pair[1].answer == "yes"),
        unsure_signs=tuple(pair for pair in signs if pair[1].answer != "yes"),
        factors=tuple(item for item, answer in factors if answer == "yes"),
        unsure_factors=tuple(item for item, answer in factors if answer == "not_sure"),
        unknown_factors=tuple(item for item, answer in factors if answer == "not_known"),
    )


def _row(item: Indicator, answer: Answer, known: Known) -> Row:
    levels = known.area.order if known.area else {}
    return Row(item, 0 if item.scale else levels.get(item.stands_at or item.level, 0), answer, Finding(id=item.id))


def told(known: Known) -> dict[str, Telling]:
    """Person → who is told what."""
    return {item.person: item for item in core(known).telling}


def wrong(found: Pack, source: str, age: int | None, *tried: tuple[Item, Answer]) -> Iterator[str]:
    """In words, what is promised about telling and does not hold for these answers."""
    people = told(with_answers(blank(found.name, found.area.id, source, age), *tried))
    rules = found.rules(*tried, age=age)
    harm = any(found.harm(item, answer, age, source) for item, answer in tried)
    kept = frozenset(rule.id for rule in rules if rule.confidence)
    at_home = found.home(rules, *tried, age=age)
    yield from _suspected(people, source, harm, bool(kept))
    yield from _others(people, source, harm, rules, at_home=at_home)
    yield from _softened(people, found)
    yield from _child(people, source, harm, age, found, kept, at_home=at_home)


def _suspected(people: dict[str, Telling], source: str, harm: bool, kept: bool) -> Iterator[str]:
    named = people["father"].state
    if source == "a suspected father" and (named == "tell") == (harm or kept):
        yield f"the suspected father is {named}"
    if harm and ("suspected" not in people or people["suspected"].state == "tell"):
        yield "the person who might be causing it has no entry, or is told"


def _others(people: dict[str, Telling], source: str, harm: bool, rules: tuple[TellingRule, ...], *,
            at_home: bool) -> Iterator[str]:
    impossible = any(source in rule.not_by for rule in rules)
    by_somebody = source == "nobody" and any(rule.scope == "suspected" for rule in rules)
    for person in ("mother", "father"):
        state = people[person].state
        ruled_out = source == "the mother ruled out" and person == "mother"
        suspected = source == "a suspected father" and person == "father"
        home = source in OUTSIDE and (at_home or impossible)
        might_be = harm and (source in OPEN or source == "the mother ruled out" or home) and not ruled_out
        widely = source == "works_with_children" or any(rule.scope == "family" or rule.others for rule in rules)
        if might_be and state == "tell":
            yield f"the {person} is told, and nobody knows who caused it"
        if not (might_be or suspected or widely or by_somebody) and state != "tell":
            yield f"the {person} is {state}, and nothing speaks against telling"
        if state == "tell" and any(rule.scope == "family" for rule in rules):
            yield f"the {person} is told against a rule about the whole family"


def _softened(people: dict[str, Telling], found: Pack) -> Iterator[str]:
    family = [people["mother"], people["father"]]
    clauses = {rule.unless for rule in (*found.packs.national.telling, *found.area.telling)
               if rule.unless and rule.scope == "suspected"}
    if all(one.state != "tell" for one in family):
        said = [one.name for one in (*family, *people.values()) if any(clause in one.how for clause in clauses)]
        if said:
            yield f"softened for {said}, and nobody in the family is simply told"
    yield from (f"the {one.person} is not to be told yet, and softened" for one in family
                if one.state == "not_yet" and one.how)


def _child(people: dict[str, Telling], source: str, harm: bool, age: int | None, found: Pack,
           kept: frozenset[str], *, at_home: bool) -> Iterator[str]:
    child = people["young_person"]
    national = found.packs.national
    own = {rule.id: rule for rule in national.telling if rule.use in ("child_beside_family", "small_child")}
    small = next(rule.under_years for rule in own.values() if rule.use == "small_child")
    theirs = any(people[person].state == "ask_first" and people[person].rule in kept for person in ("mother", "father"))
    if child.state == "tell" and not theirs and all(
            people[person].state != "tell" for person in ("mother", "father")):
        yield "the child is told, and nobody in the family is"
    young = age is None or (small is not None and age < small)
    if child.state == "tell" and harm and young and (source not in OUTSIDE or at_home):
        yield "a small child is told, and somebody at home may be dangerous"
    if child.state != "tell" and child.rule not in own:
        yield f"the child's row has the family's words ({child.rule})"
    if child.state == "not_yet":
        yield "the child is not to be told, and nobody said that it would be dangerous for them"


def _ages(item: Item, answer: Answer, found: Pack) -> tuple[int | None, ...]:
    """Every age for a yes and wherever a duty asks for one; a doubt about anything else is the same at each age."""
    aged = any(duty.applies and duty.applies.about_child for id_ in item.duty
               for duty in found.packs.duties(found.area.id, id_))
    return AGES if answer == "yes" or aged else AGES[:1]


@pytest.mark.parametrize("source", list(SOURCES))
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_statement_alone_tells_nobody_whom_it_should_not(name: str, area_id: str, source: str) -> None:
    """Beside harm a suspected or possible person is never told, and nothing softens that; below harm a parent is."""
    found = pack(name, area_id)
    problems = [f"{item.id} ({answer}, age {age}): {says}" for item in found.items() for answer in ANSWERS
                for age in _ages(item, answer, found) for says in wrong(found, source, age, (item, answer))]
    assert problems == []


@pytest.mark.parametrize("source", IN_PAIRS)
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_finding_of_harm_beside_each_telling_rule(name: str, area_id: str, source: str) -> None:
    """No telling rule that joins a finding of harm makes anybody told who was not to be.

    Rows and factors of harm that name the same duties are one finding here: nothing else of them speaks of telling.
    """
    found = pack(name, area_id)
    alike: dict[tuple[str, ...], Item] = {}
    switches_on: dict[str, Item] = {}
    for item in found.items():
        if found.harm(item, "yes", AGES[0]):
            alike.setdefault((item.id,) if isinstance(item, Sign) else ("", *item.duty), item)
            for rule in found.rules((item, "yes"), age=AGES[0]):
                switches_on.setdefault(rule.id, item)
    problems = [f"{one.id} and {other.id}: {says}" for one in alike.values() for other in switches_on.values()
                if one is not other
                for says in wrong(found, source, AGES[0], (one, "yes"), (other, "yes"))]
    assert problems == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_answers_put_in_directly_are_read_as_a_case_would_be(name: str, area_id: str) -> None:
    """The short way of these tests gives what the case itself gives when it is read."""
    found = pack(name, area_id)
    known = blank(name, area_id, "cause not known", 8)
    for item in (found.items()[0], *found.area.indicators[:1], *found.area.indicators[-1:], *found.area.factors[:1]):
        for answer in ANSWERS:
            said = {"signs": {**known.case.signs, item.id: SignAnswer(answer=answer)}} if isinstance(item, Sign) else {
                "answers": {item.id: answer}}
            assert told(read(known.case.model_copy(update=said), found.packs)) == told(
                with_answers(known, (item, answer)))
