"""Every worked case of every pack, each run with the edition in which it stands (decision/worked.py is one case)."""
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from decision.worked import expand, run
from guidance.packs import AreaPack, Packs, Turn
from guidance.vocabulary import ELSEWHERE
from guidance.words import say

AREAS = ("home_area", "area_now", "work_area")
"""The fields of a case that name an area."""
Ran = tuple[str, str, tuple[str, ...]]
"""A worked case that was run: the pack's id, the case's name, and what differs from what it expects."""


def run_all(packs: Packs, since: date = date.min, own_national: bool = True) -> tuple[Ran, ...]:
    """Every worked case of every pack. Those of the national one name areas: they are left out where it is not theirs.
    So is, beside a national pack that is not theirs, what `left_out` gives.

    Where packs have editions, every case is run with those of each time from `since` on, whatever day it says itself.
    """
    return tuple((said_of(pack_id, turn), name, differs) for turn in packs.since(since) if turn.packs
                 for pack_id, name, differs in _run_held(turn.packs, own_national, packs))


def left_out(packs: Packs, since: date = date.min, own_national: bool = True) -> tuple[Ran, ...]:
    """The worked cases that are not run, each with the areas it names that lie in none of these packs.

    None where the national pack is theirs: there such an area is a slip, and its case fails.
    """
    return tuple((said_of(pack.id, turn), _name(raw, number), missing) for turn in packs.since(since)
                 if turn.packs and not own_national for pack in turn.packs.areas.values()
                 for number, raw in enumerate(pack.cases, 1) if (missing := _missing(raw, packs)))


def _missing(raw: Mapping[str, Any], packs: Packs) -> tuple[str, ...]:
    """The areas that a worked case names and no pack is there for, neither in use nor set aside, on any day."""
    all_packs = (packs, *(turn.packs for turn in packs.turns if turn.packs))
    there = {ELSEWHERE, *(id_ for one in all_packs for id_ in (*one.areas, *(aside.id for aside in one.set_aside)))}
    named = dict.fromkeys(str(raw[key]) for key in AREAS if raw.get(key))
    return tuple(id_ for id_ in named if id_ not in there)


def _name(raw: Mapping[str, Any], number: int) -> str:
    return str(raw["name"]) if "name" in raw else say("differs.case", number=number)


def said_of(pack_id: str, turn: Turn) -> str:
    """A pack as it is named in a list: with the day, where it is beside what holds from a day on."""
    if turn.holds_from == date.min:
        return pack_id
    return say("differs.pack_from", pack=pack_id, day=turn.holds_from.isoformat())


def _run_held(packs: Packs, own_national: bool, all_packs: Packs) -> tuple[Ran, ...]:
    results = []
    national: list[tuple[str, Any]] = [("national", packs.national)] if own_national else []
    for pack_id, pack in (*national, *packs.areas.items()):
        area_id = pack.id if isinstance(pack, AreaPack) else ""
        for number, raw in enumerate(pack.cases, 1):
            if not own_national and _missing(raw, all_packs):
                continue
            name = _name(raw, number)
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
