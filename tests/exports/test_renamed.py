"""No paper depends on what an entry of a pack is called: with every id renamed, each says the same."""
import pytest

from decision.assess import assess
from decision.case import Case
from decision.worked import expand
from exports.blocks import Block
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.make import DocumentNotForNow
from exports.material import Material, TextBlock
from guidance.check import ROOT
from guidance.load import load_packs
from guidance.packs import Packs
from tests.decision.altered import changed, with_areas
from tests.decision.renamed import old_names, renamed_case, write_renamed

PACKS = load_packs()
BARE = with_areas(PACKS, *(changed(area, cases=()) for area in PACKS.areas.values()))
"""The packs as they are, without worked cases, which the copy lacks."""
EACH = 10
"""Worked cases of each pack of which every paper is made, spread over all of them."""


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """All shipped packs with every id renamed, read back from files."""
    return load_packs(write_renamed(tmp_path_factory.mktemp("renamed"), ROOT))


def _said(document_id: str, case: Case, packs: Packs, m: Material) -> tuple[Block | TextBlock, ...] | str:
    """What a paper says, or why it is not made now."""
    document = DOCUMENTS[document_id]
    try:
        if document.refuse:
            document.refuse(m)
    except DocumentNotForNow as why:
        return str(why)
    return document.build(m) if document.build else document.build_text(m) if document.build_text else ()


@pytest.mark.parametrize("area_id", ["", *PACKS.areas], ids=["national", *PACKS.areas])
def test_a_paper_says_the_same_under_other_names(others: Packs, area_id: str) -> None:
    """Every paper of worked cases of a pack has the same blocks, but for the ids in them."""
    cases = (PACKS.area(area_id) or PACKS.national).cases
    for raw in cases[::max(len(cases) // EACH, 1)]:
        worked = expand(raw, area_id, PACKS)
        case = renamed_case(worked.case)
        before = Material(worked.case, Details(), assess(worked.case, BARE, worked.on), BARE, worked.on)
        after = Material(case, Details(), assess(case, others, worked.on), others, worked.on)
        for document_id in DOCUMENTS:
            said = _said(document_id, case, others, after)
            assert old_names(repr(said)) == repr(_said(document_id, worked.case, BARE, before)), document_id
