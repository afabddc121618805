"""Who signs a paper: as the area's own form says, and never anybody who is not to be asked."""
from typing import Any

import pytest

from decision.assess import assess
from decision.worked import expand
from exports.blocks import Signatures
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.material import Material
from guidance.load import load_packs

PACKS = load_packs()
TWO_NEEDS = {"luton": ("LUT-3-HEALTH-07", "LUT-3-EMOTIONAL-02"), "central_bedfordshire": ("CBC-3-FAMILY-05",)}
EARLY = {"telford_wrekin": "TEL-2-EDUCATION-01", "north_lincolnshire": "NL-ALERT-02",
         "central_bedfordshire": "CBC-2-CHILD-08"}


def material(area: str, facts: tuple[str, ...], **more: Any) -> Material:
    """A case of a ten-year-old in an area with these findings."""
    raw = {"name": "Made up", "on": "2026-11-20 10:05", "facts": [{"id": id_, "basis": "seen"} for id_ in facts],
           "children": [{"label": "A", "age_years": 10, "status": ["none"]}], "expect": {"outcome": "consult"}, **more}
    worked = expand(raw, area, PACKS)
    decision = assess(worked.case, PACKS, worked.on)
    return Material(worked.case, Details(), decision, PACKS, decision.made_at)


def lines(m: Material, document_id: str) -> list[str]:
    """Every line to sign on."""
    document = DOCUMENTS[document_id]
    assert document.build
    return [person for block in document.build(m) if isinstance(block, Signatures) for person in block.people]


def test_lutons_referral_is_signed_by_a_parent_in_the_consent_part_and_the_young_person() -> None:
    """The form's own words stand beside each who may be asked."""
    m = material("luton", TWO_NEEDS["luton"], family={"mother": "told"})
    assert "Mother (a parent, in the consent part)" in lines(m, "referral")
    assert "The young person, if they understand the decision" in lines(m, "referral")


def test_a_form_that_names_nobody_keeps_our_own_lines() -> None:
    """Central Bedfordshire prints no signature on a referral: the referrer, the lead, and who may be asked."""
    m = material("central_bedfordshire", TWO_NEEDS["central_bedfordshire"], family={"mother": "told"}, role="teacher")
    assert lines(m, "referral") == ["Teacher", "Safeguarding lead or manager", "Mother (if they agree)"]


@pytest.mark.parametrize(("area", "expected"), [
    ("telford_wrekin", ["Mother (a parent, who agrees to it)"] * 2 + ["The Lead Professional"]),
    ("north_lincolnshire", ["The assessor's line manager, or the designated safeguarding lead"]),
    ("central_bedfordshire", ["Mother (a parent, who agrees to it)"] * 2),
])
def test_the_assessment_is_signed_as_the_areas_own_is(area: str, expected: list[str]) -> None:
    """The family where the form asks for them, the lead professional or the manager where it asks for those."""
    m = material(area, (EARLY[area],), family={"mother": "told"})
    assert lines(m, "early_help_assessment") == expected


def test_whoever_is_held_back_has_no_line_whatever_the_form_asks_for() -> None:
    """A form that a parent signs is not signed where no parent is to be asked."""
    m = material("luton", ("disclosure",), family={"mother": "not_told"}, source_of_harm={"members": ["mother"]})
    assert not any("parent" in line.lower() or "mother" in line.lower() for line in lines(m, "referral"))
    nobody = material("luton", ("sexual_abuse",))
    assert not any("parent" in line.lower() or "young" in line.lower() for line in lines(nobody, "referral"))
