"""A new, empty area: the commented files of `template/`, copied with its id and dates."""
from datetime import date, timedelta
from pathlib import Path

from guidance.check import ROOT
from guidance.folder import AREA
from guidance.vocabulary import AREA_ID, RESERVED_AREAS

TEMPLATE = ROOT / "template"
DAYS_TO_REVIEW = 182


class NewAreaError(ValueError):
    """An id that cannot be used for a new area; the text says why and what to write instead."""


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
