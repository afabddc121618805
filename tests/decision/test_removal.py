"""No rule of a pack is idle: with any one of them taken out, some worked case no longer comes out as expected."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from decision.assess import decide
from decision.harm import item_of_harm
from decision.known import read
from decision.result import Decision
from decision.worked import WorkedCase, differences, expand
from guidance.load import load_packs
from guidance.models import Duty, Factor, Indicator
from guidance.packs import Packs
from tests.decision.altered import changed, replaced, with_area, with_national, without_duty

pytestmark = pytest.mark.long
PACKS = load_packs()
ANY = "any"
"""Touched by every case that expects paths: a rule that holds too widely shows where it should not have held."""
NATIONAL = ""
"""Stands for the national pack where an area's id would stand."""
TOLD_ALREADY_BY_THE_SIGN = frozenset({
    "fgm_report", "faith_abuse", "induced_illness", "modern_slavery", "not_seen", "partner_abuse",
    "sexual_under_13",
})
"""Duties that only a sign starts which names the same telling rule itself: said twice so that it cannot be lost. For
these, all that the sign brings about telling is taken out together."""
FALLBACK = PACKS.national.telling_for("harm").id
"""The rule that the engine falls back to where anything is of harm: a duty that names it and is of harm by itself says
the same twice, so that taking it out changes nothing. So does an area's sign, but for the answer that nobody caused it,
which the cases of the national signs try. What the fallback does is held in test_telling.py."""


@dataclass(frozen=True)
class Tried:
    """A worked case that comes out as expected, and the ids that it has to do with."""

    worked: WorkedCase
    touches: frozenset[str]


@dataclass(frozen=True)
class Removal:
    """One rule to take out: its name, the packs without it, and an id that a case must have to do with to notice."""

    name: str
    packs: Callable[[], Packs]
    touches: str


@cache
def sound_cases() -> tuple[Tried, ...]:
    """Every worked case of every pack that comes out as expected with all rules in place."""
    holders = [("", PACKS.national), *PACKS.areas.items()]
    cases = [_without_settle(expand(raw, area_id, PACKS)) for area_id, pack in holders for raw in pack.cases]
    decided = ((worked, decision_of(worked, PACKS)) for worked in cases)
    return tuple(Tried(worked, _touches(worked, decision)) for worked, decision in decided
                 if not differences(worked, decision))


def _without_settle(worked: WorkedCase) -> WorkedCase:
    """The worked case without what it expects of doubts, which `decide` does not work out: test_then.py holds them."""
    return worked.model_copy(update={"expect": worked.expect.model_copy(update={"settle": None})})


def decision_of(worked: WorkedCase, packs: Packs) -> Decision:
    """The decision for a worked case without what would change it, of which no rule here decides anything."""
    return decide(read(worked.case, packs), worked.on)


def _touches(worked: WorkedCase, decision: Decision) -> frozenset[str]:
    case = worked.case
    ids = {id_ for id_, answer in case.signs.items() if answer.answer != "no"}
    ids |= {finding.id for finding in case.findings} | {*case.answers, *case.factors}
    ids |= {item.id for item in (*decision.duties, *decision.deadlines)} | {item.kind for item in decision.place.raised}
    if any(item.state != "tell" for item in decision.telling):
        ids.add("telling")
    if worked.expect.then:
        ids.add(ANY)
        ids |= _touched_by_paths(worked, decision)
    return frozenset(ids | ({"missing_now"} if case.where_now.place == "missing" else set()))


def _touched_by_paths(worked: WorkedCase, decision: Decision) -> set[str]:
    """What the paths of help of this case have to do with: rules, levels, paths of the area, and carers' roles."""
    area = PACKS.areas.get(worked.case.home_area)
    said = {path.rule for path in decision.then} | {path.note for path in decision.then}
    ids = {f"path rule {rule.id}" for rule in PACKS.national.path_rules if rule.agreement in said}
    if area:
        ids |= {f"{area.id} level {path.level}" for path in decision.then}
        ids |= {f"{area.id} path {path.id}" for path in area.paths if path.agreement in said}
    rules = (PACKS.national.carer(member.role) for member in worked.case.family)
    return ids | {f"carer {rule.id}" for rule in rules if rule}


def _with(pack_id: str, **update: object) -> Packs:
    return with_national(PACKS, **update) if pack_id == NATIONAL else with_area(PACKS, pack_id, **update)


def _holders() -> Iterator[tuple[str, str]]:
    yield from ((NATIONAL, "national"), *((area_id, area_id) for area_id in PACKS.areas))


def removals() -> Iterator[Removal]:
    """Every rule that the packs hold, one at a time."""
    for pack_id, name in _holders():
        yield from _signs(pack_id, name)
        yield from _duties(pack_id, name)
        yield from _telling(pack_id, name)
        yield from _timescales(pack_id, name)
    for area_id in PACKS.areas:
        yield from _rows(area_id, "indicators")
        yield from _rows(area_id, "factors")
        yield from _places(area_id)
        yield from _levels(area_id)
        yield from _area_paths(area_id)
    yield from _carers()
    yield from _path_rules()
    for id_ in dict.fromkeys(id_ for area_id, _ in _holders() for id_ in PACKS.duty_ids(area_id)):
        yield Removal(f"duty {id_}", lambda id_=id_: without_duty(PACKS, id_), id_)


def _signs(pack_id: str, name: str) -> Iterator[Removal]:
    pack = PACKS.areas.get(pack_id, PACKS.national)
    for sign in pack.signs:
        def altered(id_: str = sign.id, **update: object) -> Packs:
            return _with(pack_id, signs=replaced(pack.signs, id_, **update))

        yield Removal(f"{name} sign {sign.id}: outcome", lambda f=altered: f(outcome="universal"), sign.id)
        other = "named_doctor" if sign.first_call != "named_doctor" else "front_door"
        if sign.outcome != "call_999":  # with that outcome, 999 is first whatever the sign says
            yield Removal(f"{name} sign {sign.id}: first call", lambda f=altered, o=other: f(first_call=o), sign.id)
        if sign.telling and (pack_id == NATIONAL or sign.telling != FALLBACK):
            yield Removal(f"{name} sign {sign.id}: telling", lambda f=altered: f(telling=""), sign.id)
        for duty in sign.duty:
            rest = tuple(id_ for id_ in sign.duty if id_ != duty)
            yield Removal(f"{name} sign {sign.id}: {duty}", lambda f=altered, rest=rest: f(duty=rest), sign.id)


def _rows(area_id: str, part: str) -> Iterator[Removal]:
    rows = getattr(PACKS.areas[area_id], part)
    for row in rows:
        def altered(id_: str = row.id, **update: object) -> Packs:
            return _with(area_id, **{part: replaced(rows, id_, **update)})

        if row.at_least:
            yield Removal(f"{row.id}: at least", lambda f=altered: f(at_least=None), row.id)
        for duty in row.duty:
            rest = tuple(id_ for id_ in row.duty if id_ != duty)
            yield Removal(f"{row.id}: {duty}", lambda f=altered, rest=rest: f(duty=rest), row.id)


def _places(area_id: str) -> Iterator[Removal]:
    area = PACKS.areas[area_id]
    for row in area.indicators:
        if row.stands_at and row.stands_at != row.level:
            yield Removal(f"{row.id}: stands at", lambda id_=row.id: _with(
                area_id, indicators=replaced(area.indicators, id_, stands_at="", harm=None)), row.id)
    for item in area.raises:
        rest = tuple(other for other in area.raises if other is not item)
        yield Removal(f"{area_id} raise {item.kind}", lambda rest=rest: _with(area_id, raises=rest), item.kind)


OTHERWISE: dict[str, object] = {"leads": "Somebody else.", "agreement": "Something else."}
"""What a path says in the place of what its document does."""


def _levels(area_id: str) -> Iterator[Removal]:
    """The help of each level that a need can bring: its own, and at the acting level that for needs without harm."""
    area = PACKS.areas[area_id]
    for level in area.levels:
        if level.outcome == "universal":
            continue  # nothing there is more than everyday services meet, so no path begins at it
        other = next(form.id for form in area.documents if form.id != level.document)

        def altered(id_: str = level.id, **update: object) -> Packs:
            return _with(area_id, levels=replaced(area.levels, id_, **update))

        name = f"{area_id} level {level.id}"
        if level.need_path:
            yield Removal(f"{name}: need path", lambda f=altered: f(need_path=None), name)
        for field, value in (OTHERWISE | {"document": other, "needs_agreement": not level.needs_agreement}).items():
            yield Removal(f"{name}: {field}", lambda f=altered, field=field, value=value: f(**{field: value}), name)
            if level.need_path:
                value = not level.need_path.needs_agreement if field == "needs_agreement" else value
                need = changed(level.need_path, **{field: value})
                yield Removal(f"{name}: need path, {field}", lambda f=altered, need=need: f(need_path=need), name)


def _area_paths(area_id: str) -> Iterator[Removal]:
    """What a document without levels has next: each path out, and each part of it changed."""
    area = PACKS.areas[area_id]
    for path in area.paths:
        name = f"{area_id} path {path.id}"
        rest = tuple(other for other in area.paths if other is not path)
        other = next(form.id for form in area.documents if form.id != path.document)
        yield Removal(name, lambda rest=rest: _with(area_id, paths=rest), name)
        parts = OTHERWISE | {"document": other, "needs_agreement": not path.needs_agreement, "everyone": False}
        for field, value in parts.items():
            if getattr(path, field) != value:
                yield Removal(f"{name}: {field}", lambda path=path, field=field, value=value: _with(
                    area_id, paths=replaced(area.paths, path.id, **{field: value})), name)


def _carers() -> Iterator[Removal]:
    """Who may agree. A role without a rule is one of whom the user says so, so each rule is changed, not taken out."""
    carers = PACKS.national.carers
    for rule in carers:
        for holds in {"said": ("never", "always"), "always": ("said", "never"), "never": ("said",)}[rule.holds]:
            yield Removal(f"carer {rule.id}: {holds}", lambda id_=rule.id, holds=holds: with_national(
                PACKS, carers=replaced(carers, id_, holds=holds)), f"carer {rule.id}")
        if rule.alone:
            yield Removal(f"carer {rule.id}: alone", lambda id_=rule.id: with_national(
                PACKS, carers=replaced(carers, id_, alone=False)), f"carer {rule.id}")


def _path_rules() -> Iterator[Removal]:
    """What comes before the levels."""
    rules = PACKS.national.path_rules
    for rule in rules:
        rest = tuple(other for other in rules if other is not rule)
        yield Removal(f"path rule {rule.id}", lambda rest=rest: with_national(PACKS, path_rules=rest),
                      f"path rule {rule.id}")
        for field, none in (("ground", None), ("duties", ()), ("worse_since_refusal", None)):
            if getattr(rule, field) != none:
                yield Removal(f"path rule {rule.id}: {field}", lambda rule=rule, field=field, none=none: with_national(
                    PACKS, path_rules=replaced(rules, rule.id, **{field: none})), ANY)
        if rule.instead_of == "every_path":
            yield Removal(f"path rule {rule.id}: needs agreement", lambda rule=rule: with_national(
                PACKS, path_rules=replaced(rules, rule.id, needs_agreement=not rule.needs_agreement)),
                f"path rule {rule.id}")


def _duties(pack_id: str, name: str) -> Iterator[Removal]:
    pack = PACKS.areas.get(pack_id, PACKS.national)
    for duty in pack.duties:
        if duty.at_least:
            yield Removal(f"{name} duty {duty.id}: at least", lambda id_=duty.id: _with(
                pack_id, duties=replaced(pack.duties, id_, at_least=None)), duty.id)
        if duty.at_least_where:
            yield Removal(f"{name} duty {duty.id}: at least where", lambda id_=duty.id: _with(
                pack_id, duties=replaced(pack.duties, id_, at_least_where=None)), duty.id)
        if duty.telling and not (duty.telling == FALLBACK and _of_harm_anyhow(duty.id)):
            yield Removal(f"{name} duty {duty.id}: telling", lambda duty=duty: _without_telling(pack_id, duty), duty.id)


def _of_harm_anyhow(duty_id: str) -> bool:
    """Whether everything that starts this duty is of harm by itself, as every sign is."""
    areas = PACKS.areas.values()
    items: list[Indicator | Factor] = []
    for area in areas:
        items += [*area.indicators, *area.factors]
    entries = [entry for area_id, _ in _holders() for entry in PACKS.duties(area_id, duty_id)]
    return not any(entry.triggers for entry in entries) and all(
        item_of_harm(item) for item in items if duty_id in item.duty)


def _without_telling(pack_id: str, duty: Duty) -> Packs:
    pack = PACKS.areas.get(pack_id, PACKS.national)
    if duty.id not in TOLD_ALREADY_BY_THE_SIGN:
        return _with(pack_id, duties=replaced(pack.duties, duty.id, telling=""))
    signs, duties = pack.signs, pack.duties
    for sign in (sign for sign in pack.signs if duty.id in sign.duty and sign.telling == duty.telling):
        signs = replaced(signs, sign.id, telling="")
        for id_ in sign.duty:
            duties = replaced(duties, id_, telling="")
    return _with(pack_id, signs=signs, duties=duties)


def _telling(pack_id: str, name: str) -> Iterator[Removal]:
    pack = PACKS.areas.get(pack_id, PACKS.national)
    for rule in pack.telling:
        rest = tuple(other for other in pack.telling if other is not rule)
        if pack_id != NATIONAL and any(other.id == rule.id for other in PACKS.national.telling):
            continue  # without the area's own wording, the national rule of the same id would hold
        if rule.use == "unread":
            continue  # holds only where a pack is set aside, which no worked case can be: test_unread.py
        if rule.use:  # the engine asks for it by its job, so some other rule would do it
            rest = (*rest, changed(rule, id="another"))
        yield Removal(f"{name} telling {rule.id}", lambda rest=rest: _with(pack_id, telling=rest), "telling")


def _timescales(pack_id: str, name: str) -> Iterator[Removal]:
    pack = PACKS.areas.get(pack_id, PACKS.national)
    for item in pack.timescales:
        rest = tuple(other for other in pack.timescales if other is not item)
        yield Removal(f"{name} timescale {item.id}", lambda rest=rest: _with(pack_id, timescales=rest), item.id)


@pytest.mark.parametrize("removal", list(removals()), ids=lambda removal: removal.name)
def test_a_rule_taken_out_is_missed_by_some_worked_case(removal: Removal) -> None:
    """Without this rule at least one worked case comes out otherwise than expected."""
    packs = removal.packs()
    noticed = (tried for tried in sound_cases() if removal.touches in tried.touches
               and differences(tried.worked, decision_of(tried.worked, packs)))
    assert next(noticed, None) is not None, f"no worked case shows what this rule is for: {removal.name}"
