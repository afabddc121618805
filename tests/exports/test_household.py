"""Who was entered is the household in every paper of every area, and nobody else is: no paper invents a parent."""
import re
from dataclasses import replace
from functools import cache

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Finding, SignAnswer, SourceOfHarm
from exports import from_check
from exports.blocks import Grid, Heading, Long
from exports.copies import for_readers
from exports.details import Assessment, Details, Held, HouseholdMember
from exports.documents import DOCUMENTS
from exports.material import Material
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.papers.blanks import not_known
from pages.parts.papers.detail_sections import sections_for
from tests.exports import samples
from tests.exports.test_from_check import EHA, PACKS, said_in

AREAS = sorted(PACKS.areas)
FAMILIES: tuple[tuple[str, ...], ...] = (
    (), ("mother",), ("mother", "stepfather"), ("grandmother", "godfather"), ("foster carer",), ("mother", "mother"),
    ("father", "father's partner"),
)
ROLES = re.compile(r"\b(?:mother|father)\b(?!['’]s?\b)", re.IGNORECASE)
"""A word for a parent as somebody's own name in a household: no part of another word, and not "the mother's"."""


def family(relations: tuple[str, ...]) -> tuple[FamilyMember, ...]:
    """The parents and carers who were entered."""
    return tuple(FamilyMember(key=f"p{number}", relation=relation) for number, relation in enumerate(relations))


@cache
def material(area: str, relations: tuple[str, ...]) -> Material:
    """A case of an area with one need that was seen and this family."""
    row = next((row for row in PACKS.areas[area].indicators if row.kind == "need" and not (
        row.harm or row.scale or row.ask_first or row.at_home or ROLES.search(row.says))), None)
    case = Case(home_area=area, children=(Child(label="A", age_years=7),), family=family(relations), danger="no",
                signs={sign.id: SignAnswer(answer="no") for sign in PACKS.signs(area)},
                source_of_harm=SourceOfHarm(kinds=("nobody",)),
                findings=(Finding(id=row.id, about=("A",), basis="seen"),) if row else ())
    decision = assess(case, PACKS, samples.NOW)
    calm = decision.but(outcome="early_help", telling=tuple(one.but(state="tell") for one in decision.telling))
    return Material(case, Details(), calm, PACKS, samples.NOW)


def lines(document_id: str, m: Material) -> list[str]:
    """Every text of a paper."""
    document = DOCUMENTS[document_id]
    if document.build_text:
        return [part for block in document.build_text(for_readers(document, m)) for part in block.text.split("\n")]
    assert document.build
    return list(said_in(document.build(for_readers(document, m))))


@pytest.mark.parametrize("relations", FAMILIES, ids="+".join)
@pytest.mark.parametrize("document_id", sorted(DOCUMENTS))
@pytest.mark.parametrize("area", AREAS)
def test_no_paper_names_a_parent_whom_nobody_entered(area: str, document_id: str, relations: tuple[str, ...]) -> None:
    """A word for a parent stands in a paper only where it was entered."""
    m = material(area, relations)
    named = {word.casefold() for line in relations for word in ROLES.findall(line)}
    found = {word.casefold(): line for line in lines(document_id, m) for word in ROLES.findall(line)}
    assert {word: line for word, line in found.items() if word not in named} == {}


def all_not_known(m: Material, every: bool = False) -> Material:
    """The same once all blanks of the records are not known; `every`: also of what has no key, as the writer."""
    records = (record for section in sections_for(DOCUMENTS["referral"])
               for record in section.records(m.case, Details(), m.decision) if every or record.key is not None)
    blank = tuple((record, tuple(field for field in record.fields if field.fact)) for record in records)
    return replace(m, details=not_known(Details(), blank))


def test_what_is_not_known_of_a_person_stands_once_with_what_it_is_of() -> None:
    """A row of "not known; Born: not known; not known, not known" says nothing: the names of the questions do."""
    m = material(AREAS[0], ("mother", "stepfather"))
    m = replace(m, case=m.case.but(family=(m.case.family[0].but(responsibility="yes"), m.case.family[1])))
    pressed = all_not_known(m)
    said = next(line for line in lines("referral", pressed) if line.startswith("Mother: Par"))
    assert said == ("Mother: Parental responsibility: yes; "
                    "Not known: name, born, lives in the home, address, telephone")
    for id_ in DOCUMENTS:
        for line in lines(id_, all_not_known(m, every=True)):
            assert "not known, not known" not in line, (id_, line)


@pytest.mark.parametrize("relations", FAMILIES, ids="+".join)
@pytest.mark.parametrize("area", AREAS)
def test_the_household_is_who_was_entered_each_once(area: str, relations: tuple[str, ...]) -> None:
    """Two of the same relation are two people; nobody is lost, also once all blanks are not known."""
    m = material(area, relations)
    rows = [row.relation for row in from_check.household(m)]
    assert rows == list(relations)
    pressed = all_not_known(m)
    assert [row.relation for row in from_check.household(pressed)] == list(relations)


@pytest.mark.parametrize("relations", FAMILIES, ids="+".join)
@pytest.mark.parametrize("area", AREAS)
def test_an_assessment_has_a_row_and_a_view_for_each_who_was_entered(area: str, relations: tuple[str, ...]) -> None:
    """Where nobody was: empty lines for a parent or carer, without a name and without a role."""
    document = DOCUMENTS[EHA]
    assert document.build
    blocks = document.build(for_readers(document, material(area, relations)))
    at = next(number for number, one in enumerate(blocks)
              if isinstance(one, Heading) and one.said == say("papers.household"))
    table = blocks[at + 1]
    assert isinstance(table, Grid)
    nobody = say("papers.home.parent_or_carer")
    assert [row[1].said for row in table.rows] == [capital(who) for who in relations or (nobody, nobody)]
    assert {row[0].said for row in table.rows} == {""}
    views = [one.label for one in blocks if isinstance(one, Long) and one.label.endswith("view")]
    assert views == [say("papers.eha.view", who=capital(who)) for who in (relations or (nobody,))]


def test_a_view_that_was_written_stands_though_nobody_entered_who_said_it() -> None:
    """Nothing that was written is lost; the reason why a father was not asked is such an answer."""
    whole = replace(material(AREAS[0], ("mother",)), details=Details(
        assessment=Assessment(mother="Tired.", father_not_asked_because="He lives away")))
    said = lines(EHA, whole)
    assert "Mother’s view: Tired." in said
    assert "Father’s view: Not asked: He lives away" in said


def test_who_was_added_for_a_paper_stands_there_by_relation_alone() -> None:
    """A person without a name is a person: also in a missing-education referral."""
    details = Details(household=(HouseholdMember(relation="Uncle"), HouseholdMember(relation="brother"),
                                 HouseholdMember(key="p1", relation="brother", name=Held(text="One"))))
    whole = replace(material(AREAS[0], ("mother", "brother", "brother")), details=details)
    rows = [row.relation for row in from_check.household(whole)]
    assert sorted(rows) == ["Uncle", "brother", "brother", "mother"]
    for document_id in ("referral", "missing_education_referral"):
        assert any("Uncle" in line for line in lines(document_id, whole))


@pytest.mark.parametrize("area", AREAS)
def test_what_is_said_of_a_person_does_not_end_twice(area: str) -> None:
    """A person with facts of their own, and whether they may be told, stand in one line of the referral."""
    m = material(area, ("mother",))
    harmed = replace(m, case=m.case.but(family=(m.case.family[0].but(harmed="yes"),)))
    said = [line for line in lines("referral", harmed) if "harmed" in line]
    assert said
    assert [line for line in said if ".:" in line] == []
