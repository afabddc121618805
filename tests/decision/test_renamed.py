"""Nothing depends on what an entry of a pack is called: with every id renamed, every decision is the same."""
import re

import pytest

from decision.assess import assess
from decision.worked import expand
from guidance.check import ROOT
from guidance.load import load_packs
from guidance.packs import AreaPack, Packs
from tests.decision.build import PACKS
from tests.decision.renamed import name, old_names, renamed_case, write_renamed

HOLDERS = ("", *PACKS.areas)
HASH = re.compile(r" #[0-9a-f]{8}(?=\")")
"""How the content of a pack is named in a decision."""


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """All shipped packs with every id renamed, read back from files."""
    return load_packs(write_renamed(tmp_path_factory.mktemp("renamed"), ROOT))


def test_every_id_has_another_name(others: Packs) -> None:
    """No sign, row, duty, rule, contact, source or area of the copy is called what it was."""
    packs = (others.national, *others.areas.values())
    ids = {item.id for pack in packs for part in type(pack).model_fields
           for item in (getattr(pack, part) if isinstance(getattr(pack, part), tuple) else ())
           if hasattr(item, "id") and part not in ("outcomes", "gaps")}
    assert len(ids) > 1000
    assert {id_ for id_ in ids if not (id_.startswith("zq-") and id_.endswith("-qz"))} == set()
    assert set(others.areas) == {name(area_id) for area_id in PACKS.areas}


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
