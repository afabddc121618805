"""Where packs lie: those that are shipped, or a folder that somebody keeps elsewhere (`--packs DIR`)."""
import argparse
from dataclasses import dataclass
from pathlib import Path

from guidance.folder import AREA, NATIONAL
from guidance.problems import PackError, Place
from guidance.words import say
from guidance.words.forms import listed

ROOT = Path(__file__).parent
"""The folder of the packs that are shipped."""
PACKS = "WINDSCREEN_PACKS"
"""Environment variable with the folder of packs for the app, which alone reads it. Commands have the option."""


@dataclass(frozen=True)
class Places:
    """The folders of the packs. `own_national`: the national one lies with the areas, and its worked cases name them.

    `alone`: the folder that was given is itself the only area.
    """

    national: Path
    areas: tuple[Path, ...]
    own_national: bool = True
    alone: bool = False


def find_places(root: Path = ROOT) -> Places:
    """The packs of a folder: `areas/` and `national/` in it, or the folder itself where it is one area's.

    Without a `national/` the shipped one is used. Its areas are all that there are: no shipped one is added to them.
    Raises PackError where the folder holds no pack.
    """
    alone = (root / AREA.head).exists()
    if not alone and not (root / "areas").is_dir() and not (root / "national" / NATIONAL.head).exists():
        says = f"There is no pack in this folder: neither areas/ nor {AREA.head} lies in it."
        instead = "Name the folder in which areas/ lies, or the folder of one area."
        raise PackError([Place(str(root)).problem("no_pack", says, instead)])
    own = (root / "national").is_dir()
    return Places(
        national=(root if own else ROOT) / "national",
        areas=(root,) if alone else area_folders(root),
        own_national=own,
        alone=alone,
    )


class NoSuchPack(ValueError):
    """A pack that is neither an area's, nor the national one, nor a folder; the text says which there are."""


def pack_folder(name: str, root: Path = ROOT) -> Path:
    """The folder of a pack that is named by its id or by its path. Raises NoSuchPack."""
    places = find_places(root)
    known = {path.name: path for path in places.areas} | {"national": places.national}
    path = known.get(name, Path(name))
    if not path.is_dir():
        names = listed(known)
        raise NoSuchPack(f'There is no pack "{name}" here. Write the id of an area, national, or a folder: {names}.')
    return path


def packs_option(default: Path = ROOT) -> argparse.ArgumentParser:
    """The option of every command for packs that are kept elsewhere, to be taken over by its parser."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--packs", type=Path, default=default, metavar="DIR", help=say("command.packs"))
    return parser


def area_folders(root: Path = ROOT) -> tuple[Path, ...]:
    """The folders below `root`/areas, in the order of their names."""
    shelf = root / "areas"
    paths = sorted(shelf.iterdir()) if shelf.is_dir() else []
    return tuple(path for path in paths if path.is_dir() and path.name[0] not in "._")
