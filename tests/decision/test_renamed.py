"""Nothing depends on what an entry of a pack is called: with every id renamed, every decision is the same."""
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from decision.assess import assess
from decision.worked import expand
from guidance.check import ROOT
from guidance.check_ids import FIXED, REFERENCES
from guidance.load import load_packs
from guidance.packs import AreaPack, Packs
from tests.decision.build import PACKS
from tests.decision.renamed import (
    BESIDE, KEYS, RENAMED, ids_in, name, old_names, renamed_case, write_renamed,
)

HOLDERS = ("", *PACKS.areas)
HASH = re.compile(r" #[0-9a-f]{8}(?=\")")
"""How the content of a pack is named in a decision."""


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """All shipped packs with every id renamed, read back from files."""
    return load_packs(write_renamed(tmp_path_factory.mktemp("renamed"), ROOT))


def test_every_id_has_another_name(others: Packs) -> None:
    """Nothing that has an id in the copy, down to the step of a duty and the band of a scale, is called what it was."""
    before, after = (sorted(id_ for pack in (packs.national, *packs.areas.values()) for id_ in ids_in(pack))
                     for packs in (PACKS, others))
    assert len(before) > 1500
    assert sorted(old_names(id_) for id_ in after) == before
    assert {id_ for id_ in after if not RENAMED.fullmatch(id_.rpartition(":")[2])} == set()
    assert set(others.areas) == {name(area_id) for area_id in PACKS.areas}


def test_every_field_that_holds_ids_holds_other_ones(others: Packs) -> None:
    """No reference and no concern of the copy is a name of an entry of the packs, but the documents that are ours, the
    sections of our referral and what a role can be."""
    free = frozenset().union(*FIXED.values())
    held = {value for pack in (others.national, *others.areas.values()) for value in _held(pack)}
    assert len(held) > 150
    assert {value for value in held - free if not RENAMED.fullmatch(value)} == set()


def _held(item: Any) -> Iterator[str]:
    """Every id that an entry, or a part of it, refers to, and the concern it belongs to."""
    if isinstance(item, tuple):
        for part in item:
            yield from _held(part)
    if isinstance(item, BaseModel):
        referring = {*REFERENCES.get(type(item), ()), *BESIDE.get(type(item), ()), KEYS.get(type(item), "")}
        for field in type(item).model_fields:
            value = getattr(item, field)
            if field in referring:
                yield from (one for one in (value if isinstance(value, tuple) else (value,)) if one)
            else:
                yield from _held(value)


@pytest.mark.parametrize("area_id", HOLDERS, ids=[area_id or "national" for area_id in HOLDERS])
def test_a_worked_case_comes_out_the_same_under_other_names(others: Packs, area_id: str) -> None:
    """Outcome, calls, duties, telling, places, documents and gaps are equal but for the ids in them.

    The hash of a pack is another, since it is one of its ids too.
    """
    holder: AreaPack | None = PACKS.area(area_id)
    for raw in (holder or PACKS.national).cases:
        worked = expand(raw, area_id, PACKS)
        before = assess(worked.case, PACKS, worked.on)
        after = assess(renamed_case(worked.case), others, worked.on)
        said, wanted = old_names(after.model_dump_json()), before.model_dump_json()
        assert HASH.sub("", said) == HASH.sub("", wanted), raw["name"]
        assert said != wanted
