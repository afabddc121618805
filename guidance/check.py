"""What a pack must satisfy beyond the type of each value, and the reading of all packs that this needs.

`cross_check` needs no date and runs at every start of the app; `check` adds the warnings that depend on today.
"""
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from guidance.check_contacts import contact_problems, known_misprints, misprints_in_words
from guidance.check_everyday import everyday_problems
from guidance.check_fit import fit_problems
from guidance.check_ids import Taken, id_problems, known_ids, reference_problems, taken_ids
from guidance.check_levels import level_problems
from guidance.check_own import own_problems
from guidance.check_signs import sign_problems
from guidance.check_today import warnings
from guidance.check_uses import emergency_problems, job_problems, national_only_problems
from guidance.editions import Period, in_force, periods, read_editions
from guidance.folder import AREA, NATIONAL, Folder
from guidance.formats import CURRENT
from guidance.news import not_read, old_format
from guidance.packs import AreaPack, NationalPack
from guidance.places import ROOT as ROOT, area_folders as area_folders, find_places
from guidance.problems import Place, Problem, Severity, shown
from guidance.vocabulary import OUTCOMES, RESERVED_AREAS, TellingEffect, TimeKind

COUNTED_TIME: tuple[TimeKind, ...] = ("hours", "days", "working_days", "weeks", "months", "school_days")
STRICTNESS: tuple[TellingEffect | None, ...] = (None, "ask_first", "not_yet")
NATIONAL_ONCE = ("signs", "contacts", "timescales")
"""Parts whose national ids an area may not use again; a duty or telling rule with the same id adds to it."""


@dataclass(frozen=True)
class CheckResult:
    """What a check has read and found. `areas` are all folders asked for, sound or not, with every edition of each;
    `nationals` are the editions of the national pack, and `national` the one in force on the day of the check."""

    national: Folder[NationalPack]
    areas: tuple[Folder[AreaPack], ...]
    problems: tuple[Problem, ...]
    nationals: tuple[Folder[NationalPack], ...] = ()

    def errors(self) -> tuple[Problem, ...]:
        """The problems for which a pack is not used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def check(today: date, root: Path = ROOT, folders: Sequence[Path] = ()) -> CheckResult:
    """Read every edition of the national pack and of every area below `root`, or of `folders` as areas; list what to
    mend on a given day."""
    places = find_places(root)
    nationals = read_editions(places.national, NATIONAL)
    areas = tuple(read_editions(path, AREA, places.alone and not folders) for path in folders or places.areas)
    problems = _over_time(periods(nationals, areas), today)
    flat = tuple(folder for editions in areas for folder in editions)
    folders_read: tuple[Folder[Any], ...] = (*nationals, *flat)
    found = [warning for folder in folders_read for warning in (*warnings(folder, today), *not_read(folder))]
    national = in_force(nationals, today) or nationals[0]
    found += [warning for folder in nationals if folder.pack for warning in old_format(folder, ())]
    if not folders and not places.alone:
        found += everyday_problems(national, flat)
    found += [warning for folder in flat if folder.pack and folder.number < CURRENT
              for warning in old_format(folder, problems_alone(replace(folder, number=CURRENT), national))]
    return CheckResult(national, flat, problems + tuple(found), nationals)


def cross_check(national: Folder[NationalPack], areas: Sequence[Folder[AreaPack]]) -> tuple[Problem, ...]:
    """Every error of these folders: those of reading, then those that only the whole shows."""
    return tuple(problem for found in _by_folder(national, areas).values() for problem in found)


def _by_folder(
    national: Folder[NationalPack], areas: Sequence[Folder[AreaPack]]
) -> dict[Path, tuple[Problem, ...]]:
    """Every error, by the folder in which it is to be mended."""
    misprints = known_misprints(national, areas)
    taken = _taken_everywhere(national)
    found: dict[Path, tuple[Problem, ...]] = {}
    for folder in _oldest_first(areas):
        found[folder.path] = tuple(area_problems(folder, national, misprints, taken))
        taken = {**taken_ids(folder, ("sources",)), **taken}
    nationals = tuple(national_problems(national, misprints))
    return {national.path: nationals, **{folder.path: found[folder.path] for folder in areas}}


def _over_time(times: Sequence[Period], today: date) -> tuple[Problem, ...]:
    """The errors of every period, each once. One that arises only beside what holds in some of them says when.

    What is wrong only in the past is a warning: nobody is given it any more, but by whoever asks for it.
    """
    found: dict[Path, dict[Problem, list[int]]] = {}
    used: dict[Path, int] = Counter()
    for number, period in enumerate(times):
        for path, problems in _by_folder(period.national, period.areas).items():
            used[path] += 1
            for problem in problems:
                found.setdefault(path, {}).setdefault(problem, []).append(number)
    now = max(number for number, period in enumerate(times) if period.since <= today)
    return tuple(
        _in_time(problem, times[numbers[0]].since if len(numbers) < used[path] else None, numbers[-1] < now)
        for path, problems in found.items() for problem, numbers in problems.items()
    )


def _in_time(problem: Problem, since: date | None, past: bool) -> Problem:
    """A problem with the day from which it arises, if it does not always; only a warning where that is past."""
    said = f"Beside what holds from {since}: {problem.says}" if since else problem.says
    severity: Severity = "warning" if past else problem.severity
    return problem.but(says=said, severity=severity)


def sort_out(
    national: Folder[NationalPack], areas: Sequence[Folder[AreaPack]]
) -> tuple[tuple[Folder[AreaPack], int], ...]:
    """Each area with the number of its errors, where one that has some takes nothing from the others.

    So what it calls suspect, and the ids that it uses, do not count against a sound one. Of two sound ones that cannot
    stand side by side the one that was there first is kept, whatever the folders are called.
    """
    own = {area.path: len(problems_alone(area, national)) for area in areas}
    misprints = known_misprints(national, [area for area in areas if not own[area.path]])
    taken = _taken_everywhere(national)
    found: dict[Path, int] = {}
    for area in _oldest_first(areas):
        found[area.path] = own[area.path] or sum(1 for _ in area_problems(area, national, misprints, taken))
        if not found[area.path]:
            taken = {**taken_ids(area, ("sources",)), **taken}
    return tuple((area, found[area.path]) for area in areas)


def problems_alone(area: Folder[AreaPack], national: Folder[NationalPack]) -> tuple[Problem, ...]:
    """Every error of an area as if it were the only one."""
    misprints = known_misprints(national, (area,))
    return tuple(area_problems(area, national, misprints, _taken_everywhere(national)))


def _oldest_first(areas: Sequence[Folder[AreaPack]]) -> list[Folder[AreaPack]]:
    """Checked packs before drafts, then by the day of the check, so that a newcomer takes nothing from what is there.

    A pack that cannot be read comes last; where all else is equal, the name of the folder decides.
    """
    def order(folder: Folder[AreaPack]) -> tuple[bool, date, str]:
        pack = folder.pack
        return pack is None or pack.status == "draft", pack.checked_on if pack else date.max, folder.path.name

    return sorted(areas, key=order)


def _taken_everywhere(national: Folder[NationalPack]) -> Taken:
    """National ids that no area may use again."""
    return taken_ids(national, (*NATIONAL_ONCE, "sources"))


def national_problems(national: Folder[NationalPack], misprints: frozenset[str]) -> Iterator[Problem]:
    """Every error of the national pack, with which nothing can be used."""
    yield from (*national.problems, *id_problems(national, {}), *_any_pack(national, national, misprints))
    yield from (*_national(national), *job_problems(national), *emergency_problems(national))


def area_problems(
    folder: Folder[AreaPack], national: Folder[NationalPack], misprints: frozenset[str], taken: Taken
) -> Iterator[Problem]:
    """Every error of an area's pack beside the national one."""
    yield from (*folder.problems, *id_problems(folder, taken), *_any_pack(folder, national, misprints))
    yield from (*_own_name(folder), *level_problems(folder), *_telling_problems(folder, national))
    yield from (*national_only_problems(folder), *own_problems(folder, national))


def _any_pack(folder: Folder[Any], national: Folder[Any], misprints: frozenset[str]) -> Iterator[Problem]:
    yield from reference_problems(folder, known_ids(folder, national))
    yield from (*sign_problems(folder, national), *fit_problems(folder, national))
    yield from contact_problems(folder, misprints)
    yield from misprints_in_words(folder, misprints)
    for row in folder.rows.get("timescales", ()):
        if row.item.kind in COUNTED_TIME and row.item.amount is None:
            yield row.place.problem("time", f"How many {row.item.kind.replace('_', ' ')}?", "Write the amount.",
                                    ("amount",))


def _national(folder: Folder[NationalPack]) -> Iterator[Problem]:
    """A national fact says when it was checked, and every outcome has its words."""
    for row in folder.entries():
        if getattr(row.item, "checked", ...) is None:
            yield row.place.problem("not_checked", "Nothing says when this national fact was checked.",
                                    "Write certainty, checked_on and review_by.", ("checked",))
    if "outcomes" in folder.whole:
        place = Place(shown(folder.path / "outcomes.yaml"))
        for outcome in (known for known in OUTCOMES if known not in folder.ids["outcomes"]):
            yield place.problem("outcome", f'The outcome "{outcome}" has no words.', "Add an entry with this id.")
    for part in ("roles", "topics", "sign_groups"):
        if part in folder.whole and not folder.rows[part]:
            place = Place(shown(folder.path / folder.format.file_of(part)))
            yield place.problem("empty", f"There are no {part}.", "Copy this file from the version before.")


def _own_name(folder: Folder[AreaPack]) -> Iterator[Problem]:
    if folder.head and folder.head.item.id != folder.called:
        says = f'The id "{folder.head.item.id}" is not the name of the folder, "{folder.called}".'
        yield folder.head.place.problem("bad_id", says, "Make them the same.", ("id",))
    if folder.head and folder.head.item.id in RESERVED_AREAS:
        says = f'The app itself uses the word "{folder.head.item.id}" for something else than an area.'
        yield folder.head.place.problem("bad_id", says, "Give the area and its folder another id.", ("id",))


def _telling_problems(folder: Folder[AreaPack], national: Folder[NationalPack]) -> Iterator[Problem]:
    """An area's wording of a national telling rule may be stricter, never looser."""
    rules = {row.item.id: row.item for row in national.rows.get("telling", ())}
    for row in folder.rows.get("telling", ()):
        other = rules.get(row.item.id)
        for name in ("effect", "others") if other else ():
            wanted = getattr(other, name)
            if STRICTNESS.index(getattr(row.item, name)) < STRICTNESS.index(wanted):
                yield row.place.problem("telling", f"The national rule with this id says {wanted}.",
                                        f"Write {wanted}.", (name,))
        if other and other.under_years and (row.item.under_years or 0) < other.under_years:
            yield row.place.problem("telling", f"The national rule with this id is for children under "
                                    f"{other.under_years}.", f"Write {other.under_years} or more.", ("under_years",))
        if other and other.at_home and not row.item.at_home:
            yield row.place.problem("telling", "The national rule with this id is about what happens at home.",
                                    "Write at_home: yes.", ("at_home",))
        for name in ("at_home_for", "not_by") if other else ():
            if getattr(other, name) and not row.item.at_home and getattr(row.item, name) != getattr(other, name):
                yield row.place.problem("telling", f"The national rule with this id has {name}.",
                                        "Write the same as there.", (name,))
        if other and other.scope == "family" and row.item.scope != "family":
            yield row.place.problem("telling", "The national rule with this id is about the whole family.",
                                    "Write family.", ("scope",))
