"""The editions that a record names, found again among those that are held: on request, and only if they are the same.

A record names each pack by its version and the hash of what it says (`Pack.edition`). A version alone is no proof: the
folder may have been edited since.
"""
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from guidance.packs import AreaPack, NationalPack, Packs
from guidance.words import say
from guidance.words.forms import listed

NATIONAL_ID = "national"
MARK = "#"
"""What stands before the hash in the name of an edition."""
NAME = re.compile(rf"[a-z][a-z0-9_]{{1,39}} [A-Za-z0-9._-]{{1,20}}( {MARK}[0-9a-f]{{8}})?")
"""What a record looks like that this app has written. Anything else that stands in a file is not repeated."""


class NotHeld(ValueError):
    """A record that cannot be read under the editions it names. The text says why, for each pack."""


def as_recorded(packs: Packs, recorded: Mapping[str, str], now: datetime) -> Packs:
    """The packs with the very editions that a record names; of other areas, those in force at a moment.

    `recorded`: pack id → the name of its edition. What is given back has no other editions, so that nothing is moved to
    those of today. Raises NotHeld.
    """
    if NATIONAL_ID not in recorded:
        raise NotHeld(say("recorded.no_names"))
    held = {id_: {pack.edition: pack for pack in _editions(packs, id_)} for id_ in recorded}
    if missing := [_missing(id_, name, held[id_]) for id_, name in recorded.items() if name not in held[id_]]:
        raise NotHeld("\n".join(missing))
    there = packs.at(now)
    found = {id_: held[id_][name] for id_, name in recorded.items()}
    national = found.pop(NATIONAL_ID)
    assert isinstance(national, NationalPack), "no area may be called national"
    areas = {id_: pack for id_, pack in found.items() if isinstance(pack, AreaPack)}
    return Packs(national=national, areas={**there.areas, **areas},
                 set_aside=tuple(area for area in there.set_aside if area.id not in areas))


def _editions(packs: Packs, id_: str) -> Iterator[NationalPack | AreaPack]:
    """Every edition of a pack that can be used, whenever it holds."""
    for there in (packs, *(turn.packs for turn in packs.turns if turn.packs)):
        pack = there.national if id_ == NATIONAL_ID else there.area(id_)
        if pack:
            yield pack


def _missing(id_: str, name: str, held: Mapping[str, NationalPack | AreaPack]) -> str:
    """Why the edition that a record names is not there, in a sentence."""
    version, _, content = name.partition(f" {MARK}")
    if not NAME.fullmatch(f"{id_} {name}"):
        return say("recorded.not_ours")
    if not content:
        return say("recorded.only_version", id=id_, name=name)
    if same := next((pack for pack in held.values() if pack.version == version), None):
        return say("recorded.edited", id=id_, name=name, version=version, content=f"{MARK}{same.digest}")
    if not held:
        return say("recorded.none_held", id=id_, name=name)
    return say("recorded.not_held", id=id_, name=name, held=listed(held))
