"""The editions of a pack: its own folder is one, and each folder below its `editions/` is another, called by its day.

`guidance/areas/testshire/` with `holds_from` left out was always in force; `…/testshire/editions/2027-03-01/` is so
from that day on, until a later one begins. On a day before the first edition of an area there is none: the area is not
held yet. The oldest edition of the national pack holds before its day too, since nothing can be used without one.
"""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from guidance.folder import AREA, NATIONAL, Folder, Format, day_written, read_folder
from guidance.packs import AreaPack, NationalPack, Pack
from guidance.problems import KeyPath, Place, Problem, shown
from guidance.vocabulary import AREA_ID, EDITIONS
from guidance.words.forms import capital

P = TypeVar("P", bound=Pack)
BEGINNING = date.min
"""The day of what was always in force."""


@dataclass(frozen=True)
class Period:
    """From a day on: the folders of the packs in force, until the next period begins."""

    since: date
    national: Folder[NationalPack]
    areas: tuple[Folder[AreaPack], ...]


def read_editions(path: Path, format_: Format[P], alone: bool = False) -> tuple[Folder[P], ...]:
    """Every edition of a pack, the earliest first, each with what is wrong with it and with its day.

    `alone`: the folder stands by itself and may be called anything; its area is known by the id in its head. A path
    that is itself one of the editions is read alone, with the name of the pack's own folder.
    """
    if path.parent.name == EDITIONS and (path.parent.parent / format_.head).exists():
        return (_edition(path, format_, path.parent.parent.name),)
    own = read_folder(path, format_)
    called = own.says_id if alone and AREA_ID.fullmatch(own.says_id) else path.name
    others = [_edition(folder, format_, called) for folder in _folders(path)]
    found = sorted((replace(own, called=called), *others), key=lambda one: one.day or BEGINNING)
    clashes = {number: list(_clashes(found, number)) for number in range(len(found))}
    strays = list(_strays(path))
    return tuple(_with(folder, [*clashes[number], *(strays if folder.path == path else ())])
                 for number, folder in enumerate(found))


def periods(
    nationals: Sequence[Folder[NationalPack]], areas: Sequence[Sequence[Folder[AreaPack]]]
) -> tuple[Period, ...]:
    """The periods in which the same packs are in force, from the beginning to the last that is known."""
    later = [folder.day for folder in nationals[1:]]
    days = {day or BEGINNING for day in (*later, *(folder.day for editions in areas for folder in editions))}
    return tuple(
        Period(day, in_force(nationals, day) or nationals[0],
               tuple(folder for editions in areas if (folder := in_force(editions, day))))
        for day in sorted({BEGINNING, *days})
    )


def in_force(editions: Sequence[Folder[P]], day: date) -> Folder[P] | None:
    """The edition, of some that stand in order, that holds on a day: the last that has begun, or None."""
    return next((folder for folder in reversed(editions) if (folder.day or BEGINNING) <= day), None)


def format_of(path: Path) -> Format[Any]:
    """The format of the pack in a folder: by the file that it begins with."""
    return NATIONAL if (path / NATIONAL.head).exists() else AREA


def _folders(path: Path) -> list[Path]:
    shelf = path / EDITIONS
    return sorted(one for one in shelf.iterdir() if one.is_dir() and one.name[0] not in "._") if shelf.is_dir() else []


def _edition(path: Path, format_: Format[P], called: str) -> Folder[P]:
    """An edition beside the pack's own folder. The folder is called by its day, and its head says the same."""
    folder = replace(read_folder(path, format_), called=called)
    day = day_written(path.name)
    if day is None:
        says = f'"{path.name}" is not a day, so nobody can tell from when this edition holds.'
        return _with(folder, [_problem(folder, says, "Call the folder by the day, for example 2027-03-01.", ())])
    if folder.day != day and (folder.head or folder.says_id):
        says = f"This edition lies in the folder of {path.name}, and does not say that it holds from that day."
        return _with(replace(folder, day=day), [_problem(folder, says, f"Write holds_from: {path.name}.")])
    return replace(folder, day=day)


def _clashes(editions: Sequence[Folder[P]], number: int) -> Iterator[Problem]:
    """Two editions of one day, and a later one with the version of one before it."""
    folder = editions[number]
    for other in (*editions[:number], *editions[number + 1:]):
        if other.day == folder.day:
            says = f"Two editions hold from the same day: this one and {_where(other)}."
            yield _problem(folder, says, "Give one of them another day, or take it out.")
    for other in editions[:number]:
        if folder.pack and other.pack and folder.pack.version == other.pack.version:
            says = f'{_where(other)} has the version "{other.pack.version}" too. Papers name an edition by its version.'
            yield _problem(folder, capital(says), "Raise the version of the later one.", ("version",))


def _strays(path: Path) -> Iterator[Problem]:
    """What lies among the editions and is none: it may be a file that was to be in one of them."""
    shelf = path / EDITIONS
    for entry in sorted(shelf.iterdir()) if shelf.is_dir() else ():
        if not entry.is_dir() and not entry.name.startswith((".", "~")):
            yield Place("/".join(entry.parts[-4:])).problem(
                "unknown_file", "Only folders lie here, one for each edition.", "Put it into one of them.")


def _where(folder: Folder[Any]) -> str:
    return f"the one in {EDITIONS}/{folder.path.name}" if folder.path.parent.name == EDITIONS else "the folder itself"


def _problem(folder: Folder[Any], says: str, instead: str, key: KeyPath = ("holds_from",)) -> Problem:
    place = folder.head.place if folder.head else Place(shown(folder.path / folder.format.head))
    return place.problem("edition", says, instead, key)


def _with(folder: Folder[P], problems: Sequence[Problem]) -> Folder[P]:
    """The folder with more problems, and then without a pack."""
    if not problems:
        return folder
    return replace(folder, problems=(*folder.problems, *problems), pack=None)
