"""Loading packs: typed, checked, immutable, and read from disk once a process."""
import logging
from datetime import datetime
from functools import cache
from pathlib import Path

from guidance.check import ROOT, national_problems, sort_out
from guidance.check_contacts import known_misprints
from guidance.editions import Period, periods, read_editions
from guidance.folder import AREA, NATIONAL, Folder, read_folder
from guidance.packs import LONDON, AreaPack, NationalPack, Packs, SetAside, Turn, turn_of
from guidance.places import find_places
from guidance.problems import PackError
from guidance.vocabulary import EDITIONS

LOG = logging.getLogger(__name__)


def load_area(folder: Path) -> AreaPack:
    """The pack of one area's folder, without a look at other packs. Raises PackError with every problem found."""
    read = read_folder(Path(folder), AREA)
    if read.pack is None:
        raise PackError(read.problems)
    return read.pack


def load_national(folder: Path) -> NationalPack:
    """The national pack of a folder. Raises PackError with every problem of the folder."""
    read = read_folder(Path(folder), NATIONAL)
    if read.pack is None:
        raise PackError(read.problems)
    return read.pack


def load_packs(root: Path = ROOT) -> Packs:
    """Every pack below `root` (guidance/places.py), cross-checked, the same object at each call on one day.

    What it gives is in force on the clock's day; `Packs.at` gives what is in force at any other moment, also at one to
    come: every edition has been read. Raises PackError, whose text lists what to mend, if the national pack of today or
    of a day to come has an error: nothing can be used without it. An area with an error is set aside and named in the
    log, and the others are used. Facts past their review date are no error.
    """
    root = Path(root).resolve()
    return _from_turn(root, turn_of(_turns(root), datetime.now(LONDON).date()))


@cache
def _from_turn(root: Path, number: int) -> Packs:
    turns = _turns(root)
    packs = turns[number].packs
    assert packs is not None, "the national pack of no later day had an error when it was read"
    return packs.but(turns=turns) if len(turns) > 1 else packs


@cache
def _turns(root: Path) -> tuple[Turn, ...]:
    """What is in force in each period, earliest first, as it was on disk when this was first asked."""
    places = find_places(root)
    nationals = read_editions(places.national, NATIONAL)
    areas = [read_editions(path, AREA, places.alone) for path in places.areas]
    turns = tuple(_turn(period) for period in periods(nationals, areas))
    still = turns[turn_of(turns, datetime.now(LONDON).date()):]
    if problems := dict.fromkeys(problem for turn in still for problem in turn.problems):
        raise PackError(problems)
    return turns


def _turn(period: Period) -> Turn:
    national = period.national
    problems = tuple(national_problems(national, known_misprints(national, ())))
    if problems or national.pack is None:
        return Turn(holds_from=period.since, problems=problems)
    areas = sort_out(national, period.areas)
    aside = tuple(_set_aside(area, errors) for area, errors in areas if errors)
    held = {area.pack.id: area.pack for area, errors in areas if area.pack and not errors}
    return Turn(holds_from=period.since, packs=Packs(national=national.pack, areas=held, set_aside=aside))


def _set_aside(area: Folder[AreaPack], errors: int) -> SetAside:
    """An area that is not used, said in the log by its folder and nothing of what is in it."""
    path = area.path
    folder = f"{area.called}/{EDITIONS}/{path.name}" if path.parent.name == EDITIONS else area.called
    LOG.error("The pack in the folder %r is set aside: %d to mend. See: python -m guidance check", folder, errors)
    return SetAside(id=area.called, name=area.name, problems=errors)
