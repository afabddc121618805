"""Documents from the real packs: worked cases of every pack give their papers, safely."""
from functools import cache

import pytest

from decision.assess import assess
from decision.result import Decision
from decision.worked import expand
from exports.blocks import Block, Callout, Led, Signatures
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.make import DocumentNotForNow, make
from exports.material import Material
from exports.pdf.seal import page_count
from exports.windscreen_svg import svg
from guidance.load import load_packs
from tests.exports import samples
from tests.exports.reading import tagged_text, untagged

PACKS = load_packs()
EACH = 12
"""Worked cases of each pack that are made, spread evenly over all of them."""
CASES = [
    (pack_id, number) for pack_id, pack in (("", PACKS.national), *PACKS.areas.items())
    for number in range(0, len(pack.cases), max(len(pack.cases) // EACH, 1))
]


@cache
def material(pack_id: str, number: int) -> Material:
    """A worked case with its result."""
    pack = PACKS.areas[pack_id] if pack_id else PACKS.national
    worked = expand(pack.cases[number], pack_id, PACKS)
    decision: Decision = assess(worked.case, PACKS, worked.on)
    return Material(worked.case, samples.DETAILS, decision, PACKS, decision.made_at)


def blocks(m: Material, document_id: str) -> tuple[Block, ...]:
    """The blocks of a document of this case, none where it refuses."""
    document = DOCUMENTS[document_id]
    try:
        if document.refuse:
            document.refuse(m)
    except DocumentNotForNow:
        return ()
    return document.build(m) if document.build else ()


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_no_paper_asks_anything_of_somebody_held_back(pack_id: str, number: int) -> None:
    """In every worked case, whoever is not to be told has no signature line, and page one of the referral says who."""
    m = material(pack_id, number)
    held = {item.name for item in m.held_back()}
    for document_id in DOCUMENTS:
        made = blocks(m, document_id)
        people = [person for block in made if isinstance(block, Signatures) for person in block.people]
        for member in m.case.family:
            if not m.may_be_prompted(member.key):
                assert not any(person.startswith(m.relation(member)) for person in people)
    leads = [line.lead.casefold() for block in blocks(m, "referral") if isinstance(block, Callout)
             for line in block.lines if isinstance(line, Led)]
    assert all(any(name.casefold() in lead for lead in leads) for name in held)


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_the_call_sheet_is_one_page_and_the_assessment_waits(pack_id: str, number: int) -> None:
    """Every worked case has a call sheet of one page; one that is urgent or held back has no family paper."""
    m = material(pack_id, number)
    assert page_count(make("call_sheet", m.case, m.details, m.decision, m.packs, m.now)) == 1
    waits = m.decision.outcome in ("refer_now", "call_999") or bool(m.held_back())
    assert (blocks(m, "early_help_assessment") == ()) == waits


@pytest.mark.parametrize("area_id", list(PACKS.areas))
def test_every_area_has_a_whole_referral(area_id: str) -> None:
    """One case of each area becomes a referral with all text tagged and with its windscreen where it has levels."""
    number = next(number for pack_id, number in CASES if pack_id == area_id)
    m = material(area_id, number)
    data = make("referral", m.case, Details(), m.decision, m.packs, m.now)
    assert untagged(data) == []
    assert PACKS.areas[area_id].name in tagged_text(data)
    assert bool(svg(m.decision.place, PACKS.areas[area_id])) == bool(PACKS.areas[area_id].levels)


@pytest.mark.parametrize("document_id", ["call_sheet", "referral"])
def test_the_team_for_missing_education_stands_on_the_papers(document_id: str) -> None:
    """Its number and its e-mail are on the call sheet and in the box at the top of the referral."""
    raw = {"name": "Made up", "on": "2026-11-20 10:05", "facts": [{"id": "NEL-ROUTE-03"}],
           "expect": {"outcome": "consult"}, "children": [{"label": "A", "age_years": 9, "status": ["none"]}]}
    worked = expand(raw, "north_east_lincolnshire", PACKS)
    decision = assess(worked.case, PACKS, worked.on)
    said = tagged_text(make(document_id, worked.case, Details(), decision, PACKS, worked.on))
    assert "01472 326291" in said
    assert "childrenmissingfromeducation@nelincs.gov.uk" in said
