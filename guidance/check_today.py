"""What a pack's keeper should look at without delay, though the pack still works: facts past their review date, twins
with different concerns, texts not written yet, and parts that a user would miss."""
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from guidance.check_found_in import unsaid
from guidance.folder import AREA, Folder, Row
from guidance.packs import AreaPack
from guidance.problems import Place, Problem
from guidance.words.forms import day

OURS = "our reading"
UNWRITTEN = "(write here"
"""How a text of a new, empty pack begins until somebody has written it."""


def warnings(folder: Folder[Any], today: date) -> Iterator[Problem]:
    """Everything in a folder that is a warning on a given day."""
    yield from _past_review(folder, today)
    yield from _same_words(folder.rows.get("indicators", ()))
    yield from unsaid(folder)
    for row in (*((folder.head,) if folder.head else ()), *folder.entries()):
        for name in type(row.item).model_fields:
            value = getattr(row.item, name)
            if isinstance(value, str) and value.startswith(UNWRITTEN):
                yield row.place.problem("unwritten", "This is still the text of a new pack.", "Write your own.",
                                        (name,), "warning")
    yield from _said_twice(folder.rows.get("levels", ()))
    if folder.format is AREA and folder.head:
        yield from _thin(folder.head)


def _past_review(folder: Folder[Any], today: date) -> Iterator[Problem]:
    own = (folder.head,) if folder.head and folder.format is AREA else ()
    for row in (*own, *folder.rows.get("sources", ())):
        if row.item.review_by < today:
            yield _review(row.place, row.item.review_by, ("review_by",))
    checked: dict[str, list[Row]] = {}
    for row in folder.entries():
        facts = getattr(row.item, "checked", None)
        if facts and facts.review_by < today:
            checked.setdefault(row.place.file, []).append(row)
    for file, rows in checked.items():
        earliest = min(row.item.checked.review_by for row in rows)
        yield _review(Place(file), earliest, (), f"{len(rows)} entries, the first of them {rows[0].item.id}, were ")


def _review(place: Place, due: date, key: tuple[str, ...], what: str = "This was ") -> Problem:
    return place.problem("past_review", f"{what}to be looked at again by {day(due)}.",
                         "Compare with the publisher's page, then write new dates.", key, "warning")


def _said_twice(levels: Iterable[Row]) -> Iterator[Problem]:
    """Readings of ours whose words say so themselves, as they did until format 3."""
    for row in levels:
        reading = row.item.reading
        if reading and reading.ours and reading.says.lower().startswith(OURS):
            yield row.place.problem(
                "said_twice", "That a reading is ours is said by the app since format 3, and these words say it too.",
                "Leave the beginning out.", ("reading", "says"), "warning")


def _same_words(rows: Iterable[Row]) -> Iterator[Problem]:
    seen: dict[str, Row] = {}
    for row in rows:
        first = seen.setdefault(" ".join(row.item.says.lower().split()).rstrip("."), row)
        if first.item.concern != row.item.concern:
            says = (f'The words are those of {first.item.id} ({first.place.words()}), but the concern differs: '
                    f'"{row.item.concern}" and "{first.item.concern}".')
            yield row.place.problem("same_words", says, "Give both the same concern, or make the difference clear.",
                                    ("concern",), "warning")


def _thin(head: Row) -> Iterator[Problem]:
    """What the user of a pack will miss most. It may be that the document does not print it: then it is a gap."""
    pack: AreaPack = head.item
    if pack.status == "draft":
        yield head.place.problem("draft", "This pack is a draft: nobody has checked it against its document yet.",
                                 "Write status: checked when two people have.", ("status",), "warning")
    for name, what in (("front_door", "front door"), ("duty_team", "duty team out of hours"),
                       ("allegations", "contact for allegations about adults")):
        if not getattr(pack, name):
            yield head.place.problem("thin", f"No {what} is named.", "Name it, or say in gaps that none is printed.",
                                     (name,), "warning")
    if not pack.levels:
        yield head.place.problem("thin", "There are no levels, so no windscreen is drawn.",
                                 "Add them, or say in gaps that the document prints none.", ("levels",), "warning")
