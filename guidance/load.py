"""Loading packs: typed, checked, immutable, and read from disk once a process."""
import logging
from functools import cache
from pathlib import Path

from guidance.check import ROOT, area_folders, national_problems, sort_out
from guidance.check_contacts import known_misprints
from guidance.folder import AREA, NATIONAL, Folder, read_folder
from guidance.packs import AreaPack, NationalPack, Packs, SetAside
from guidance.problems import PackError

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
    """Every pack below `root` (`national/` and `areas/*/`), cross-checked, the same object at each call.

    Raises PackError, whose text lists what to mend, if the national pack has an error: nothing can be used without it.
    An area with an error is set aside and named in the log, and the others are used. Facts past their review date are
    no error.
    """
    return _load_packs(Path(root).resolve())


@cache
def _load_packs(root: Path) -> Packs:
    national = read_folder(root / "national", NATIONAL)
    problems = tuple(national_problems(national, known_misprints(national, ())))
    if problems or national.pack is None:
        raise PackError(problems)
    areas = sort_out(national, [read_folder(path, AREA) for path in area_folders(root)])
    aside = tuple(_set_aside(area, errors) for area, errors in areas if errors)
    held = {area.pack.id: area.pack for area, errors in areas if area.pack and not errors}
    return Packs(national=national.pack, areas=held, set_aside=aside)


def _set_aside(area: Folder[AreaPack], errors: int) -> SetAside:
    """An area that is not used, said in the log by its folder and nothing of what is in it."""
    id_ = area.path.name
    LOG.error("The pack in the folder %r is set aside: %d to mend. See: python -m guidance check", id_, errors)
    return SetAside(id=id_, name=area.name, problems=errors)
