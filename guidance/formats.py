"""Older formats of a pack, brought up to today's: one pure step for each, over entries as they were read.

The head of a pack says its `format`; one that says nothing is of the first. A step is given the part that an entry
stands in ("" for the head) and changes only what the next format writes otherwise: no fact is lost and none is added.
"""
import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from guidance.vocabulary import NO_RULE, PackFormat

Step = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
(FORMAT,) = get_args(PackFormat)
WRITTEN = re.compile(r"windscreen-pack/([0-9]+)")


def _from_1(part: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Format 2 says who signs a form beside the words, names no switchboard, and adds what may be left out.

    Words alone are taken as a signature of the family: it has no line wherever the family is not to be told. The
    switchboard itself stays among the contacts. Of a sign without a telling rule it says that it has none.
    """
    if part == "signs":
        return {"telling": NO_RULE, **entry}
    if part == "documents" and isinstance(entry.get("signatures"), list):
        signed = [{"by": "family", "says": one} if isinstance(one, str) else one for one in entry["signatures"]]
        return {**entry, "signatures": signed}
    if part == "":
        return {key: value for key, value in entry.items() if key != "switchboard"}
    return entry


def _from_2(part: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Format 3 may give the day from which a pack holds, `holds_from`, and has no sentences of the app in a pack.

    No entry is written otherwise. The file of those sentences is not read (`unread` in guidance/folder.py).
    """
    return entry


def _from_3(part: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Format 4 groups signs by the id of a national group and has a few words for each, which nobody can make up here.

    Until a person has written them, a sign stands in a group of its own name, and in its whole words.
    """
    return entry


STEPS: tuple[Step, ...] = (_from_1, _from_2, _from_3)
"""The step from each format to the next, the first format first."""
CURRENT = len(STEPS) + 1
WHOLE = 2
"""The format from which every file of a pack is there and an area's own entries begin alike (guidance/check_own.py)."""

GROUPED = 4
"""The format from which a sign names a national group and the few words for it (guidance/check_signs.py)."""


def number_of(written: object) -> int | None:
    """The number of a format as written; 1 where nothing is; None for one that this version does not know."""
    if written is None:
        return 1
    found = WRITTEN.fullmatch(written) if isinstance(written, str) else None
    number = int(found[1]) if found else 0
    return number if 1 <= number <= CURRENT else None


def raised(number: int, part: str, entry: Any) -> Any:
    """An entry of format `number` as today's writes it. What has no keys is left for the check to refuse."""
    if not isinstance(entry, Mapping):
        return entry
    for step in STEPS[number - 1:]:
        entry = step(part, entry)
    return {**entry, "format": FORMAT} if part == "" else dict(entry)
