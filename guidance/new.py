"""A new, empty area from the commented files of `template/`, or the next edition of a pack from the one before it."""
import shutil
from datetime import date, timedelta
from pathlib import Path

from guidance.check import ROOT
from guidance.editions import format_of, in_force, read_editions
from guidance.folder import AREA, day_written
from guidance.places import pack_folder
from guidance.splice import with_key
from guidance.vocabulary import AREA_ID, EDITIONS, RESERVED_AREAS

TEMPLATE = ROOT / "template"
DAYS_TO_REVIEW = 182
MARK = "\ufeff"
"""What some programs write before the first letter of a file."""


class NewAreaError(ValueError):
    """A new area or edition that cannot be made; the text says why and what to write instead."""


def new_area(area_id: str, today: date, root: Path = ROOT) -> Path:
    """Make the folder `area_id` below `root`/areas with every file of a pack. Raises NewAreaError for a wrong id."""
    if not AREA_ID.fullmatch(area_id):
        raise NewAreaError(f'"{area_id}" cannot be the id of an area. Write small letters, figures and _, beginning '
                           "with a letter, for example north_testshire.")
    if area_id in RESERVED_AREAS:
        raise NewAreaError(f'"{area_id}" is a word that the app uses for something else. Write another id.')
    if (root / AREA.head).exists():
        raise NewAreaError(f"{root} is itself one area, so no other can lie in it. Name the folder above.")
    folder = root / "areas" / area_id
    if folder.exists():
        raise NewAreaError(f'There is a folder for "{area_id}" already: {folder}. Choose another id, or edit that one.')
    folder.mkdir(parents=True)
    words = {
        "{{area_id}}": area_id, "{{area_name}}": area_id.replace("_", " ").title(), "{{today}}": today.isoformat(),
        "{{review_by}}": (today + timedelta(days=DAYS_TO_REVIEW)).isoformat(),
    }
    for template in sorted(TEMPLATE.iterdir()):
        text = template.read_text(encoding="utf-8")
        for mark, value in words.items():
            text = text.replace(mark, value)
        (folder / template.name).write_text(text, encoding="utf-8", newline="")
    return folder


def new_edition(name: str, written: str, root: Path = ROOT) -> Path:
    """Make the folder of an edition that holds from a day, with what holds on the day before. Raises NewAreaError."""
    day = day_written(written)
    if day is None:
        raise NewAreaError(f'"{written}" is not a day. Write the one from which the edition holds, such as 2027-03-01.')
    own = pack_folder(name, root)
    format_ = format_of(own)
    before = in_force(read_editions(own, format_), day - timedelta(days=1))
    folder = own / EDITIONS / written
    if before is None or folder.exists() or before.day == day:
        why = "is one already" if before else "is none before it that could be copied"
        raise NewAreaError(f"No edition of {name} was made for {written}: there {why}.")
    shutil.copytree(before.path, folder, ignore=shutil.ignore_patterns(EDITIONS, ".*"))
    head = folder / format_.head
    text = head.read_bytes().decode()
    head.write_bytes(with_key(text.removeprefix(MARK), "holds_from", written).encode())
    return folder
