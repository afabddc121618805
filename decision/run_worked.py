"""Every worked case of every pack, each run with the edition in which it stands (decision/worked.py is one case)."""
from datetime import date
from typing import Any

from pydantic import ValidationError

from decision.worked import expand, run
from guidance.packs import AreaPack, Packs, Turn
from guidance.words import say

Ran = tuple[str, str, tuple[str, ...]]
"""A worked case that was run: the pack's id, the case's name, and what differs from what it expects."""


def run_all(packs: Packs, since: date = date.min, own_national: bool = True) -> tuple[Ran, ...]:
    """Every worked case of every pack. Those of the national one name areas: they are left out where it is not theirs.

    Where packs have editions, every case is run with those of each time from `since` on, whatever day it says itself.
    """
    return tuple((said_of(pack_id, turn), name, differs) for turn in packs.since(since) if turn.packs
                 for pack_id, name, differs in _run_held(turn.packs, own_national))


def said_of(pack_id: str, turn: Turn) -> str:
    """A pack as it is named in a list: with the day, where it is beside what holds from a day on."""
    if turn.holds_from == date.min:
        return pack_id
    return say("differs.pack_from", pack=pack_id, day=turn.holds_from.isoformat())


def _run_held(packs: Packs, own_national: bool) -> tuple[Ran, ...]:
    results = []
    national: list[tuple[str, Any]] = [("national", packs.national)] if own_national else []
    for pack_id, pack in (*national, *packs.areas.items()):
        area_id = pack.id if isinstance(pack, AreaPack) else ""
        for number, raw in enumerate(pack.cases, 1):
            name = str(raw["name"]) if "name" in raw else say("differs.case", number=number)
            differs: tuple[str, ...]
            try:
                differs = run(expand(raw, area_id, packs), packs)
            except ValidationError as error:
                differs = tuple(_plain(item) for item in error.errors(include_input=False, include_url=False))
            except ValueError as error:
                differs = (error.args[0] if error.args else str(error),)
            results.append((pack_id, name, differs))
    return tuple(results)


def _plain(error: Any) -> str:
    where = " → ".join(str(part) for part in error["loc"])
    return say("differs.wrong", where=where, says=error["msg"])
