"""The coverage register: what each pack holds, how sure its numbers are, and what it does not have."""
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from guidance.check import CheckResult
from guidance.folder import Folder
from guidance.packs import AreaPack, NationalPack, Pack
from guidance.problems import Problem, grouped
from guidance.vocabulary import EDITIONS, Fact
from guidance.words.forms import apart, day, listed

SCALES = "other scales"
NO_LEVEL = "no level"


class PackCounts(Fact):
    """What any pack holds. `numbers` counts telephone numbers by trust."""

    signs: int
    duties: int
    contacts: int
    numbers: dict[str, int]
    timescales: int
    processes: int
    worked_cases: int
    sources: int
    past_review: tuple[str, ...]
    superseded: tuple[str, ...]


class AreaEntry(Fact):
    """One area's line of the register. `indicators`: level (or "other scales") → kind → number of rows."""

    id: str
    name: str
    document: str
    version: str
    holds_from: date | None
    status: str
    checked_on: date
    review_by: date
    levels: tuple[str, ...]
    indicators: dict[str, dict[str, int]]
    factors: dict[str, int]
    counts: PackCounts
    gaps: tuple[str, ...]


class NationalEntry(Fact):
    """The national pack's line of the register."""

    version: str
    holds_from: date | None
    roles: int
    topics: int
    laws: dict[str, int]
    holidays_known_until: int
    counts: PackCounts


class Register(Fact):
    """The whole register on one day. Folders that did not load are in `not_loaded`.

    `national` is the edition in force on that day, `other_nationals` are those before and after it.
    """

    today: date
    national: NationalEntry | None
    other_nationals: tuple[NationalEntry, ...]
    areas: tuple[AreaEntry, ...]
    not_loaded: tuple[str, ...]
    problems: tuple[Problem, ...]


def register(result: CheckResult, today: date) -> Register:
    """The register of what a check has read. A pack with an error in its own files is listed as not loaded."""
    national = result.national.pack
    others = [folder for folder in result.nationals if folder is not result.national]
    folders: tuple[Folder[Any], ...] = (result.national, *others, *result.areas)
    return Register(
        today=today,
        national=_national(national, today) if national else None,
        other_nationals=tuple(_national(folder.pack, today) for folder in others if folder.pack),
        areas=tuple(_area(folder.pack, today) for folder in result.areas if folder.pack),
        not_loaded=tuple(_name(folder) for folder in folders if folder.pack is None),
        problems=result.problems,
    )


def _name(folder: Folder[Any]) -> str:
    """The name of a pack's folder, and the day of an edition beside it."""
    path = folder.path
    return f"{folder.called}/{EDITIONS}/{path.name}" if path.parent.name == EDITIONS else path.name


def _counts(pack: Pack, today: date) -> PackCounts:
    return PackCounts(
        signs=len(pack.signs), duties=len(pack.duties), contacts=len(pack.contacts),
        numbers=_tally(number.trust for contact in pack.contacts for number in contact.numbers),
        timescales=len(pack.timescales), processes=len(pack.processes), worked_cases=len(pack.cases),
        sources=len(pack.sources),
        past_review=tuple(one.id for one in pack.sources if one.review_by < today),
        superseded=tuple(f"{one.id} (now {one.superseded_by})" for one in pack.sources if one.superseded_by),
    )


def _area(pack: AreaPack, today: date) -> AreaEntry:
    rows = {level: Counter[str]() for level in (*pack.level, NO_LEVEL, SCALES)}
    for item in pack.indicators:
        level = SCALES if item.scale else item.stands_at or item.level or NO_LEVEL
        rows.setdefault(level, Counter())[item.kind] += 1
    return AreaEntry(
        id=pack.id, name=pack.name, document=pack.document, version=pack.version, holds_from=pack.holds_from,
        status=pack.status,
        checked_on=pack.checked_on, review_by=pack.review_by,
        levels=tuple(f"{level.id} {level.name}" for level in pack.levels),
        indicators={level: dict(sorted(kinds.items())) for level, kinds in rows.items() if kinds},
        factors=_tally(factor.kind for factor in pack.factors),
        counts=_counts(pack, today),
        gaps=tuple(gap.says for gap in pack.gaps),
    )


def _national(pack: NationalPack, today: date) -> NationalEntry:
    return NationalEntry(
        version=pack.version, holds_from=pack.holds_from, roles=len(pack.roles), topics=len(pack.topics),
        laws=_tally(law.status for law in pack.law), holidays_known_until=pack.holidays.known_until,
        counts=_counts(pack, today),
    )


def _tally(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def in_words(found: Register) -> str:
    """The register and the problems as plain text for a terminal."""
    return "\n".join(_lines(found))


def _lines(found: Register) -> Iterator[str]:
    yield f"Coverage register, {day(found.today)}"
    for entry in (*((found.national,) if found.national else ()), *found.other_nationals):
        yield from _national_lines(entry)
    for area in found.areas:
        yield from _area_lines(area)
    for name in found.not_loaded:
        yield from ("", f"{name}: not loaded, see the problems below")
    for severity, title in (("error", "Errors: a pack that has one is set aside, and the app needs the national one"),
                            ("warning", "Warnings: the app works, but look at these")):
        chosen = [problem for problem in found.problems if problem.severity == severity]
        if chosen:
            yield from ("", f"{title} ({len(chosen)})", *(f"  - {text}" for text in grouped(chosen)))
    errors = sum(problem.severity == "error" for problem in found.problems)
    yield from ("", f"Errors: {errors}. Warnings: {len(found.problems) - errors}.")


def _national_lines(entry: NationalEntry) -> Iterator[str]:
    yield from ("", f"National, version {entry.version}{_holds(entry.holds_from)}")
    yield f"  roles {entry.roles}, topics {entry.topics}"
    yield f"  law: {_pairs(entry.laws)}"
    yield f"  bank holidays known until {entry.holidays_known_until}"
    yield from _count_lines(entry.counts)


def _area_lines(entry: AreaEntry) -> Iterator[str]:
    yield from ("", f"{entry.name} ({entry.id}), version {entry.version}{_holds(entry.holds_from)}, {entry.status}")
    yield f"  checked on {day(entry.checked_on)}, review by {day(entry.review_by)}"
    yield f"  levels: {apart(entry.levels) or 'none'}"
    if not entry.indicators:
        yield "  indicators: none"
    for level, kinds in entry.indicators.items():
        yield f"  indicators, {level if level in (SCALES, NO_LEVEL) else f'level {level}'}: {_pairs(kinds)}"
    yield f"  strengths and warnings: {_pairs(entry.factors)}"
    yield from _count_lines(entry.counts)
    yield from _list_lines("gaps", entry.gaps)


def _count_lines(counts: PackCounts) -> Iterator[str]:
    yield f"  signs {counts.signs}, duties {counts.duties}, timescales {counts.timescales}"
    yield f"  contacts {counts.contacts}; telephone numbers: {_pairs(counts.numbers)}"
    yield f"  processes {counts.processes}, worked cases {counts.worked_cases}, sources {counts.sources}"
    yield from _list_lines("sources past their review date", counts.past_review)
    yield from _list_lines("superseded sources", counts.superseded)


def _list_lines(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from (f"  {title}:", *(f"    - {item}" for item in items))


def _pairs(numbers: Mapping[str, int]) -> str:
    return listed(f"{name} {number}" for name, number in numbers.items()) or "none"


def _holds(from_day: date | None) -> str:
    return f", holds from {day(from_day)}" if from_day else ""


def as_data(found: Register) -> dict[str, Any]:
    """The register for JSON."""
    return found.model_dump(mode="json")
