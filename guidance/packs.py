"""A loaded pack: one `AreaPack` an area, one `NationalPack`, and `Packs` that holds them and answers look-ups."""
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from pydantic import ConfigDict

from guidance.agreement import AreaPath, CarerRule, PathRule
from guidance.models import (
    ConsentRule, Contact, Domain, Duty, EverydayWords, Factor, Holidays, Indicator, Law, Level, LocalDocument,
    OutcomeWords, Process, Raise, Role, Scale, Sign, SignGroup, Source, Statement, TellingRule, Term, Timescale, Topic,
)
from guidance.problems import PackError, Problem
from guidance.repeated import statements
from guidance.query import Spoken, spoken
from guidance.vocabulary import (
    CallOutcome, CarerRole, Citation, ConsentUse, DutyUse, Fact, FrozenMap, PackFormat, PackStatus, ProcessUse, Ring,
    TellingUse,
)
from guidance.words import say


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)
LONDON = ZoneInfo("Europe/London")
SAYS_NOTHING = {"format", "holds_from", "cases"}
"""What of a pack is no part of what it says: how it is written, from when it holds, and the cases that try it."""
DIGITS = 8
"""Of the hash of a pack's content: enough to tell its few editions apart, and short enough for the foot of a page."""


def _by_id(items: Iterable[N]) -> dict[str, N]:
    return {item.id: item for item in items}


class Pack(Fact):
    """What an area's pack and the national pack have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, ignored_types=(cached_property,))

    format: PackFormat = "windscreen-pack/4"
    version: str
    holds_from: date | None = None
    """The day from which this edition is in force; none for one that always was (guidance/editions.py)."""
    signs: tuple[Sign, ...] = ()
    duties: tuple[Duty, ...] = ()
    contacts: tuple[Contact, ...] = ()
    consent: tuple[ConsentRule, ...] = ()
    telling: tuple[TellingRule, ...] = ()
    timescales: tuple[Timescale, ...] = ()
    processes: tuple[Process, ...] = ()
    sources: tuple[Source, ...] = ()
    glossary: tuple[Term, ...] = ()
    cases: tuple[FrozenMap[str, Any], ...] = ()

    @cached_property
    def digest(self) -> str:
        """A short hash of what the pack says: the same whatever its layout, comments or format."""
        said = self.model_dump_json(exclude=SAYS_NOTHING, exclude_defaults=True)
        return hashlib.sha256(json.dumps(json.loads(said), sort_keys=True).encode()).hexdigest()[:DIGITS]

    @property
    def edition(self) -> str:
        """How a record names this edition: its version and the hash of what it says, such as `2026.2 #1a2b3c4d`."""
        return f"{self.version} #{self.digest}"


class NationalPack(Pack):
    """What holds in every area."""

    emergency: str
    """Contact to ring in immediate danger."""
    police: str
    """Contact of the police where it is not an emergency."""
    own_rules: str
    """Source of the rules of this app's own making, for reasons that no published document gives."""
    moves_about_from: int | None = None
    """Age in years from which a child of whom neither this nor a disability was said counts as moving about."""
    roles: tuple[Role, ...]
    topics: tuple[Topic, ...]
    sign_groups: tuple[SignGroup, ...] = ()
    """The questions in which signs are asked, from the top."""
    everyday: tuple[EverydayWords, ...] = ()
    """What people say instead of the words of statements and signs."""
    law: tuple[Law, ...] = ()
    outcomes: tuple[OutcomeWords, ...]
    holidays: Holidays
    carers: tuple[CarerRule, ...] = ()
    path_rules: tuple[PathRule, ...] = ()
    misprints: tuple[str, ...] = ()
    """Numbers that are printed somewhere and known to be wrong: no pack may offer them for dialling."""

    @cached_property
    def role(self) -> dict[str, Role]:
        return _by_id(self.roles)

    @cached_property
    def topic(self) -> dict[str, Topic]:
        return _by_id(self.topics)

    @cached_property
    def sign_group(self) -> dict[str, SignGroup]:
        return _by_id(sorted(self.sign_groups, key=lambda group: group.order))

    @cached_property
    def spoken(self) -> Spoken:
        """What people say, ready for a search."""
        return spoken(self.everyday)

    @cached_property
    def topic_words(self) -> dict[str, str]:
        """Topic id → its name and what it says."""
        return {topic.id: f"{topic.name} {topic.says}" for topic in self.topics}

    @cached_property
    def words(self) -> dict[str, OutcomeWords]:
        return _by_id(self.outcomes)

    def carer(self, role: CarerRole | None) -> CarerRule | None:
        """Whether somebody with this role may agree; None where the pack says nothing of such a role."""
        return next((rule for rule in self.carers if role in rule.roles), None)

    def own_rule(self, key: str) -> Citation:
        """A citation of our own rules. `key`: of the place in them, in the catalogue of words."""
        return Citation(source=self.own_rules, where=say(key))

    def telling_for(self, use: TellingUse) -> TellingRule:
        """The rule that does a job; the check holds that each job has exactly one."""
        return next(rule for rule in self.telling if rule.use == use)

    def consent_for(self, use: ConsentUse) -> ConsentRule:
        """The rule on agreement, sharing or telling that does a job; the check holds that each job has exactly one."""
        return next(rule for rule in self.consent if rule.use == use)

    def process_for(self, use: ProcessUse) -> Process:
        """The process that does a job; the check holds that each job has exactly one."""
        return next(process for process in self.processes if process.use == use)

    def after(self, outcome: CallOutcome) -> Process:
        """What follows what happened on the telephone; the check holds that each has exactly one."""
        return next(process for process in self.processes if process.after == outcome)

    def duty_for(self, use: DutyUse) -> Duty:
        """The duty that does a job; the check holds that each job has exactly one."""
        return next(duty for duty in self.duties if duty.use == use)


class AreaPack(Pack):
    """One area's published document as data. An absent part is a gap in the document, shown to the user."""

    id: str
    name: str
    council: str
    partnership: str
    document: str
    status: PackStatus
    checked_on: date
    review_by: date
    front_door: str = ""
    duty_team: str = ""
    allegations: str = ""
    worker: str = ""
    levels: tuple[Level, ...] = ()
    domains: tuple[Domain, ...] = ()
    reading: tuple[Statement, ...] = ()
    raises: tuple[Raise, ...] = ()
    gaps: tuple[Statement, ...] = ()
    paths: tuple[AreaPath, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    factors: tuple[Factor, ...] = ()
    scales: tuple[Scale, ...] = ()
    documents: tuple[LocalDocument, ...] = ()

    @cached_property
    def indicator(self) -> dict[str, Indicator]:
        return _by_id(self.indicators)

    @cached_property
    def same_statement(self) -> dict[str, tuple[str, ...]]:
        """Indicator id → the ids of all rows that are one statement with it, its own among them, in order."""
        return {row.id: tuple(one.id for one in rows) for rows in statements(self.indicators) for row in rows}

    @cached_property
    def rows_of_scale(self) -> dict[str, tuple[Indicator, ...]]:
        """Scale id → its rows in the order of the pack, for the scales that have rows: those that can be filled in."""
        rows = {scale.id: tuple(row for row in self.indicators if row.scale == scale.id) for scale in self.scales}
        return {id_: found for id_, found in rows.items() if found}

    @cached_property
    def factor(self) -> dict[str, Factor]:
        return _by_id(self.factors)

    @cached_property
    def level(self) -> dict[str, Level]:
        return _by_id(self.levels)

    @cached_property
    def order(self) -> dict[str, int]:
        """Level id → place on the windscreen, 1 for the calmest."""
        return {level.id: number for number, level in enumerate(self.levels, 1)}

    @cached_property
    def rings_of_topic(self) -> dict[str, frozenset[Ring]]:
        """Topic id → the ring that most of its statements of need lie in, so that one topic stands for one domain.

        A ring that is no topic's main ring is stood for by every topic that touches it.
        """
        counted = {
            topic: Counter(item.ring for item in self.indicators
                           if item.kind == "need" and not item.scale and topic in item.topics)
            for topic in dict.fromkeys(topic for item in self.indicators for topic in item.topics)
        }
        main = {topic: rings.most_common(1)[0][0] for topic, rings in counted.items() if rings}
        stood_for = set(main.values())
        return {topic: frozenset({main[topic]} | (set(rings) - stood_for)) for topic, rings in counted.items() if rings}

    @cached_property
    def rings_asked(self) -> frozenset[Ring]:
        """The rings that some topic asks about."""
        return frozenset(ring for rings in self.rings_of_topic.values() for ring in rings)

    @cached_property
    def acting(self) -> int:
        """The order of the level for significant harm; 0 where the document has no levels."""
        return next((number for number, level in enumerate(self.levels, 1) if level.acting), 0)


class SetAside(Fact):
    """An area whose pack cannot be used: its folder, its name where that can be read, and how much is to be mended."""

    id: str
    name: str = ""
    problems: int


class Turn(Fact):
    """The packs that are in force from a day on. None where the national one cannot be used, for the `problems`."""

    holds_from: date
    packs: "Packs | None" = None
    problems: tuple[Problem, ...] = ()


class Packs(Fact):
    """All loaded packs. Look-ups take the area first, then what holds everywhere.

    An area that is `set_aside` is not held: nothing of its pack is used, and a child who lives there is treated as one
    who lives elsewhere. `turns`, earliest first, are there where a pack has more than one edition: `at` a moment gives
    those in force, which have no other turns.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, ignored_types=(cached_property,))

    national: NationalPack
    areas: FrozenMap[str, AreaPack]
    set_aside: tuple[SetAside, ...] = ()
    turns: tuple[Turn, ...] = ()

    def at(self, now: datetime) -> "Packs":
        """The packs in force at a moment, by its day in London; these where they have no other edition.

        A time without a zone is taken as London's. Raises PackError for a day whose national edition cannot be used.
        """
        if not self.turns:
            return self
        turn = self.turns[turn_of(self.turns, day_of(now))]
        if turn.packs is None:
            raise PackError(turn.problems)
        return turn.packs

    def since(self, day: date) -> tuple[Turn, ...]:
        """What is in force on a day and after it, in turn; one turn without a beginning where there is one edition."""
        return self.turns[turn_of(self.turns, day):] if self.turns else (Turn(holds_from=date.min, packs=self),)

    def drafts(self, area_ids: Iterable[str]) -> tuple[AreaPack, ...]:
        """Of these areas the packs that are drafts, in their order."""
        found = (self.area(area_id) for area_id in area_ids)
        return tuple(pack for pack in found if pack and pack.status == "draft")

    def aside(self, area_id: str) -> SetAside | None:
        """The area as set aside, or None where its pack is held or where there is none."""
        return next((area for area in self.set_aside if area.id == area_id), None)

    def name_of(self, area_id: str) -> str:
        """The name of an area that is held or set aside; its id where the name cannot be read."""
        area = self.area(area_id)
        aside = self.aside(area_id)
        return area.name if area else (aside.name if aside else "") or area_id

    def area(self, area_id: str) -> AreaPack | None:
        """The pack of an area, or None where there is none: the national part still works."""
        return self.areas.get(area_id)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source of every pack by id; ids are unique across packs (guidance/check.py)."""
        packs: tuple[Pack, ...] = (self.national, *self.areas.values())
        return {source.id: source for pack in packs for source in pack.sources}

    def source(self, citation: Citation) -> Source:
        """The source a citation points to; KeyError if a pack lacks it, which the check refuses."""
        return self.sources[citation.source]

    def signs(self, area_id: str) -> tuple[Sign, ...]:
        """National signs, then the area's own."""
        return self.national.signs + _of(self.area(area_id), "signs")

    def duties(self, area_id: str, duty_id: str) -> tuple[Duty, ...]:
        """The national duty and the area's addition to it, whichever exist."""
        return self._duties.get(area_id, self._duties[""]).get(duty_id, ())

    def duty_with_document(self, area_id: str, ours: str) -> tuple[Duty, ...]:
        """The duty, national and of the area, that calls for a document of ours; empty where none does."""
        found = next((duty for duty in self.national.duties if duty.document and duty.document.ours == ours), None)
        return self.duties(area_id, found.id) if found else ()

    def duty_ids(self, area_id: str) -> tuple[str, ...]:
        """Every duty id known in an area, national ones first, each once."""
        return tuple(self._duties.get(area_id, self._duties[""]))

    def started_by_facts(self, area_id: str) -> tuple[Duty, ...]:
        """The duties that facts of a case can start without any finding."""
        return self._started.get(area_id, self._started[""])

    @cached_property
    def _duties(self) -> dict[str, dict[str, tuple[Duty, ...]]]:
        """Area id ("" for none) → duty id → the national entry and the area's."""
        index: dict[str, dict[str, tuple[Duty, ...]]] = {}
        for area_id in ("", *self.areas):
            grouped: dict[str, tuple[Duty, ...]] = {}
            for duty in (*self.national.duties, *_of(self.area(area_id), "duties")):
                grouped[duty.id] = (*grouped.get(duty.id, ()), duty)
            index[area_id] = grouped
        return index

    @cached_property
    def _started(self) -> dict[str, tuple[Duty, ...]]:
        return {
            area_id: tuple(duty for both in grouped.values() for duty in both if duty.triggers)
            for area_id, grouped in self._duties.items()
        }

    def telling(self, area_id: str, rule_id: str) -> TellingRule | None:
        """A telling rule; the area's own wording wins over the national one with the same id."""
        return self._telling.get(area_id, self._telling[""]).get(rule_id)

    @cached_property
    def _telling(self) -> dict[str, dict[str, TellingRule]]:
        """Area id ("" for none) → rule id → the rule as it is worded there."""
        return {
            area_id: {rule.id: rule for rule in reversed(_of(self.area(area_id), "telling") + self.national.telling)}
            for area_id in ("", *self.areas)
        }

    def contact(self, area_id: str, contact_id: str) -> Contact | None:
        """A contact of the area or, failing that, a national one."""
        both = _of(self.area(area_id), "contacts") + self.national.contacts
        return next((contact for contact in both if contact.id == contact_id), None)

    def everybody_knows(self, dial: str) -> bool:
        """Whether this is the number for emergencies or that of the police: nobody is told to check those before use.
        """
        both = (self.contact("", id_) for id_ in (self.national.emergency, self.national.police))
        return bool(dial) and dial in [number.dial for one in both if one and (number := one.dial())]

    def timescales(self, area_id: str) -> tuple[Timescale, ...]:
        """The area's timescales, then the national ones."""
        return _of(self.area(area_id), "timescales") + self.national.timescales

    def consent(self, area_id: str) -> tuple[ConsentRule, ...]:
        """The area's consent rules, then the national ones."""
        return _of(self.area(area_id), "consent") + self.national.consent


Turn.model_rebuild()


def day_of(now: datetime) -> date:
    """The day of a moment in London, in which an edition begins at midnight."""
    return (now if now.tzinfo is None else now.astimezone(LONDON)).date()


def turn_of(turns: Sequence[Turn], day: date) -> int:
    """Which of the turns, earliest first, is in force on a day: the last that has begun."""
    return max(number for number, turn in enumerate(turns) if turn.holds_from <= day or number == 0)


def _of(area: AreaPack | None, part: str) -> tuple[Any, ...]:
    return getattr(area, part) if area else ()
