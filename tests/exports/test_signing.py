"""Who signs a paper: as the area's own form says, and never anybody who is not to be asked."""
from dataclasses import replace
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case
from decision.worked import expand
from exports.blocks import Paragraph, Signatures
from exports.details import Details, HouseholdMember
from exports.documents import DOCUMENTS
from exports.material import DocumentNotForNow, Material
from exports.signing import OURS, who_signs
from guidance.load import load_packs
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.test_way_to_send import DAY, decided

PACKS = load_packs()
TWO_NEEDS = {"luton": ("LUT-3-HEALTH-07", "LUT-3-EMOTIONAL-02"), "central_bedfordshire": ("CBC-3-FAMILY-05",)}
EARLY = {"telford_wrekin": "TEL-2-EDUCATION-01", "north_lincolnshire": "NL-ALERT-02",
         "central_bedfordshire": "CBC-2-CHILD-08", "luton": "LUT-2-EMOTIONAL-04"}
IF_THEY_WISH = "Child or young person, if they wish"
FAMILY = ["Mother (a parent, if they agree to it)", IF_THEY_WISH]
GRANDMOTHER = {
    "key": "grandmother", "relation": "grandmother", "role": "relative", "responsibility": "no", "risk": "no"}
STEPFATHER = {"key": "stepfather", "relation": "stepfather", "responsibility": "no", "risk": "no"}
SIGNED = [document.id for document in DOCUMENTS.values() if document.own_lines]
"""The documents that somebody of the family can sign."""
ASSESSED = ("central_bedfordshire", "luton", "telford_wrekin")


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


def test_no_line_prints_an_agreement_that_was_not_given() -> None:
    """Beside a mother who agrees, one who was not asked and a father who refused stands the same condition, so that
    nobody reads on the paper who said what."""
    said = {"mother": "agrees", "father": "refuses", "aunt": "not_asked"}
    people = [{"key": key, "relation": key, "role": "parent", "responsibility": "yes", "told": "yes", "risk": "no",
               "agrees": agrees} for key, agrees in said.items()]
    for area in ASSESSED:
        signed = [line for line in lines(material(area, (EARLY[area],), family=people), "early_help_assessment")
                  if line.startswith(("Mother", "Father", "Aunt"))]
        assert signed, area
        assert {line.partition(" (")[2] for line in signed} == {"a parent, if they agree to it)"}


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
    ("telford_wrekin", FAMILY * 2 + ["The Lead Professional"]),
    ("north_lincolnshire", ["The assessor's line manager, or the designated safeguarding lead"]),
    ("central_bedfordshire", FAMILY * 2), ("luton", FAMILY * 2),
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


@pytest.mark.parametrize("area", ASSESSED)
def test_nobody_without_parental_responsibility_signs_as_a_parent(area: str) -> None:
    """A grandmother and a stepfather sign for help to themselves; one line is for whoever may agree for the child."""
    m = material(area, (EARLY[area],), family=[GRANDMOTHER, STEPFATHER])
    signed = lines(m, "early_help_assessment")[:4]
    assert signed == ["Somebody with parental responsibility (a parent, if they agree to it)",
                      "Grandmother (for help to themselves)", "Stepfather (for help to themselves)", IF_THEY_WISH]


def test_on_lutons_referral_too_only_somebody_entitled_signs_as_a_parent() -> None:
    """The form's consent part is for parents: a grandmother who holds no responsibility does not stand in it."""
    signed = lines(material("luton", TWO_NEEDS["luton"], family=[GRANDMOTHER, STEPFATHER]), "referral")
    assert "Somebody with parental responsibility (a parent, in the consent part)" in signed
    assert "Grandmother (for help to themselves)" in signed
    assert not any("Grandmother (a parent" in line or "Stepfather (a parent" in line for line in signed)


@pytest.mark.parametrize(("member", "first"), [
    ({"relation": "mother", "responsibility": "yes"}, "Mother (a parent, in the consent part)"),
    ({"relation": "father", "role": "parent"}, "Father (a parent, in the consent part)"),
    ({"relation": "aunt", "role": "special_guardian", "responsibility": "yes"}, "Aunt (a parent, in the consent part)"),
    ({"relation": "mother", "role": "parent", "responsibility": "no"},
     "Somebody with parental responsibility (a parent, in the consent part)"),
    ({"relation": "mother"}, "Somebody with parental responsibility (a parent, in the consent part)"),
])
def test_who_may_agree_is_known_by_responsibility_and_then_by_role(member: dict[str, str], first: str) -> None:
    """A relation in the user's own words makes nobody entitled; where it is not known there is a line to be filled."""
    m = material("luton", TWO_NEEDS["luton"], family=[{"key": "one", "risk": "no", **member}])
    assert lines(m, "referral")[0] == first


def test_what_the_household_says_of_responsibility_counts_too() -> None:
    """It is asked in the details as well; of two answers that differ the "no" holds."""
    m = material("luton", TWO_NEEDS["luton"], family={"mother": "told"})
    without = Details(household=(HouseholdMember(key="mother", relation="Mother", parental_responsibility="no"),))
    assert lines(replace(m, details=without), "referral")[0].startswith("Somebody with parental responsibility")


@pytest.mark.parametrize(("children", "signs"), [
    ([{"label": "A", "age_months": 5}], False), ([{"label": "A", "age_years": 9}], False),
    ([{"label": "A", "not_born": True}], False), ([{"label": "A", "age_years": 10}], True),
    ([{"label": "A", "age_years": 17}], True), ([{"label": "A"}], True),
    ([{"label": "A", "age_months": 5}, {"label": "B", "age_years": 17}], True),
])
def test_only_a_child_who_can_weigh_it_has_a_line(children: list[dict[str, Any]], signs: bool) -> None:
    """No baby or small child signs, on the referral or the assessment; an age that is not known keeps the line."""
    luton = material("luton", TWO_NEEDS["luton"], family={"mother": "told"}, children=children)
    assert ("The young person, if they understand the decision" in lines(luton, "referral")) == signs
    for area in ASSESSED:
        m = material(area, (EARLY[area],), family={"mother": "told"}, children=children)
        assert (IF_THEY_WISH in who_signs(m, DOCUMENTS["early_help_assessment"])) == signs


@pytest.mark.parametrize(("years", "parent"), [(17, True), (18, False), (24, False)])
def test_nobody_signs_as_a_parent_for_an_adult(years: int, parent: bool) -> None:
    """From 18 on a mother has no line, and the person keeps theirs."""
    m = material("telford_wrekin", (), children=[{"label": "A", "age_years": years}],
                 family={"mother": {"relation": "Mother", "role": "parent", "responsibility": "yes"}})
    found = " ".join(lines(m, "early_help_assessment"))
    assert ("Mother" in found) is parent
    assert "young person" in found


def test_a_line_that_is_ours_is_said_to_be_ours() -> None:
    """The page and the paper say it where the form prints no such line, and not where it does."""
    for area in ASSESSED:
        m = material(area, (EARLY[area],), family={"mother": "told"})
        assert who_signs(m, DOCUMENTS["early_help_assessment"]).endswith(OURS)
        blocks = DOCUMENTS["early_help_assessment"].build
        assert blocks
        assert Paragraph(OURS, "small") in blocks(m)
    referral = DOCUMENTS["referral"]
    assert OURS not in who_signs(material("luton", TWO_NEEDS["luton"], family={"mother": "told"}), referral)
    mixed = who_signs(material("luton", TWO_NEEDS["luton"], family=[GRANDMOTHER]), referral)
    assert mixed.endswith("Ours, and not of the area’s own form: Grandmother (for help to themselves).")


SOMEBODY: tuple[dict[str, Any], ...] = (
    {"family": ({"key": "mother", "relation": "qmother", "responsibility": "yes"},
                {"key": "father", "relation": "qfather", "role": "parent"},
                {"key": "gran", "relation": "qgran", "responsibility": "no"}),
     "source_of_harm": {"kinds": ("parent_or_carer",), "members": ("father",)}},
    {"family": ({"key": "mother", "relation": "qmother", "responsibility": "yes", "risk": "yes"},
                {"key": "gran", "relation": "qgran", "responsibility": "no", "risk": "no"}),
     "source_of_harm": {"ruled_out": ("mother", "gran")}},
    {"source_of_harm": {"kinds": ("parent_or_carer",)}},
)
"""Families of whom somebody may not be told: one suspected, one who would raise the risk, and nobody described."""
CHILD = {"children": ({"label": "A", "age_years": 12},)}


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_nobody_who_is_not_to_be_told_is_asked_to_sign_in_any_area(name: str, area_id: str) -> None:
    """Each way in which a statement counts, in every pack: on page and paper only who may be told has a line.

    A parent's line without a name is a line for somebody of the family: none while anybody of it is held back.
    """
    packs = all_packs()[name]
    wrong = []
    assert SIGNED
    for facts in SOMEBODY:
        base = {**asked(packs, area_id), **CHILD, **facts}
        for way in representatives(packs, area_id):
            data = way.to(base)
            case, decision = Case.model_validate(data), decided(data, packs, DAY)
            m = Material(case, Details(), decision, packs, DAY)
            wrong += [f"{way.id}: {one}: {said}" for one in SIGNED for said in not_to_be_asked(m, one)]
    assert wrong == []


def not_to_be_asked(m: Material, document_id: str) -> list[str]:
    """What a page or paper says to somebody who is not to be told."""
    document = DOCUMENTS[document_id]
    page = who_signs(m, document)
    try:
        document.refuse and document.refuse(m)
        paper = "; ".join(lines(m, document_id))
    except DocumentNotForNow:
        paper = ""
    secret = [item for item in m.decision.telling if item.state != "tell"]
    names = [item.name for item in secret if item.name.startswith("q")]
    names += ["Somebody with parental"] if secret else []
    names += ["young person"] if any(item.person == "young_person" for item in secret) else []
    return [f"{name} in {said}" for name in names for said in (page, paper) if name.casefold() in said.casefold()]
