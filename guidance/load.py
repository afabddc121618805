"""Loading packs: typed, checked, immutable, and read from disk once a process."""
from functools import cache
from pathlib import Path

from guidance.check import ROOT, area_folders, cross_check
from guidance.folder import AREA, NATIONAL, read_folder
from guidance.packs import AreaPack, NationalPack, Packs
from guidance.problems import PackError


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

    Raises PackError, whose text lists what to mend, if any pack has an error: the app does not start with half of its
    guidance. Facts past their review date are no error.
    """
    return _load_packs(Path(root).resolve())


@cache
def _load_packs(root: Path) -> Packs:
    national = read_folder(root / "national", NATIONAL)
    areas = tuple(read_folder(path, AREA) for path in area_folders(root))
    problems = cross_check(national, areas)
    if problems or national.pack is None:
        raise PackError(problems)
    return Packs(national=national.pack, areas={area.pack.id: area.pack for area in areas if area.pack})
