"""Doors of an area that have no number of its own: 101 always answers, so no case of the lint would show it."""
from collections.abc import Iterator
from typing import get_args

from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Door
from guidance.words import Said, say


def without_own_number(packs: Packs, area_id: str) -> Iterator[tuple[str, Said]]:
    """(field of the head, what is wrong) of each door that nobody can ring, where no gap says that there is none.

    A number that only an answerphone answers is none.
    """
    area = packs.area(area_id)
    if area is None:
        return
    stated = {door for gap in area.gaps if gap.kind == "silent" for door in gap.lacks}
    for door in get_args(Door):
        if door not in stated and not _rings(area, door):
            yield door, say(f"lint.unnumbered.{door}")
        elif door in stated and _rings(area, door):
            yield door, say(f"lint.numbered.{door}")


def _rings(area: AreaPack, door: Door) -> bool:
    """Whether the contact that the head names is the area's own, has a number to dial and is no answerphone."""
    named = getattr(area, door)
    return any(contact.id == named and contact.dial() and not contact.answerphone for contact in area.contacts)
