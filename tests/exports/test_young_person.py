"""With several children every line about the young person's own answers says which child it is about."""
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, SignAnswer, SourceOfHarm, YoungPerson
from exports.details import AgreementBlock, AgreementRecord, Details
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.material import Material
from exports.signing import family_signs
from exports.young_person import the_young_person, which
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.test_not_yet import blocks_of

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", responsibility="yes", told="yes",
                      agrees="agrees", risk="no")
YOUNG = YoungPerson(told="yes", agrees="agrees", understanding="understands", view="I want help", interpreter="yes",
                    language="Polish")
DETAILS = Details(agreement=AgreementBlock(records=(AgreementRecord(key="young_person", said="Yes"),)))
BARE = say("papers.young_person")


def material(area: str, *ages: int | None, **more: Any) -> Material:
    """Children of these ages and a young person who answered."""
    children = tuple(Child(label=label, age_years=age) for label, age in zip("ABC", ages, strict=False))
    case = Case(home_area=area, danger="no", children=children, family=(MOTHER,), young_person=YOUNG).but(**more)
    return Material(case, DETAILS, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def lines(m: Material, document: str) -> list[str]:
    """All that a document says, line by line."""
    return [line for block in blocks_of(m, document) for said in lines_of(block) for line in said.split("\n")]


@pytest.mark.parametrize("document", sorted(set(DOCUMENTS) - {"early_help_assessment"}))
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("ages", "of"), [((14, 3), "child A"), ((14, 15), "it is not said which child")])
def test_each_line_says_which_child(document: str, area: str, ages: tuple[int, int], of: str) -> None:
    """In every document, with a sign and without: the one whose answer it can be, or that it was not said."""
    sign = {"signs": {"strangulation": SignAnswer(answer="yes", about=("A",))},
            "source_of_harm": SourceOfHarm(kinds=("parent_or_carer",), members=("mother",), access="yes")}
    for more in ({}, sign):
        for line in lines(material(area, *ages, **more), document):
            for at, _ in enumerate(line):
                if line[at:].startswith(BARE):
                    assert line[at + len(BARE):].startswith((f" ({of})", " (any of the children")), line
            if say("papers.told.view") in line and ": " in line:
                assert of in line


@pytest.mark.parametrize("area", AREAS)
def test_with_one_child_nothing_is_said_twice(area: str) -> None:
    """There is nothing to tell apart."""
    m = material(area, 14)
    assert which(m) == ""
    assert the_young_person(m) == BARE


def test_what_was_answered_of_one_is_not_read_of_the_others() -> None:
    """Of the other children it stands apart what they may be told; where nothing was answered one line is for all."""
    said = lines(material("luton", 14, 3), "referral")
    assert any(line.startswith(say("papers.other_children")) for line in said)
    nothing = lines(material("luton", 14, 3, young_person=YoungPerson()), "referral")
    assert any(line.startswith(f"{BARE} (any of the children)") for line in nothing)
    assert not any(line.startswith(say("papers.other_children")) for line in nothing)


def test_of_whom_nobody_may_be_told_is_said_of_every_child() -> None:
    """The box on page one, the record of a talk, and the note on signatures: none of the children is left out by a name
    for one; that one of them knows already is said of that one."""
    m = material("luton", 14, 3, signs={"sexual_abuse": SignAnswer(answer="yes", about=("A",))},
                 young_person=YOUNG.but(risk="yes"))
    for document in ("referral", "conversation_record"):
        said = " ".join(lines(m, document))
        assert "the child or young person (any of the children; knows already: child A)" in said
    alone = " ".join(lines(material("luton", 14, young_person=YOUNG.but(risk="yes")), "referral"))
    assert "any of the children" not in alone


def test_each_who_is_old_enough_has_a_line_to_sign_on() -> None:
    """Two of fourteen and fifteen; with one of three nobody can be confused."""
    two = [line.says for line in family_signs(material("luton", 14, 15), DOCUMENTS["referral"])]
    assert [line for line in two if line.startswith(("Child A", "Child B"))] == two[-2:]
    one = [line.says for line in family_signs(material("luton", 14, 3), DOCUMENTS["referral"])]
    assert not any(line.startswith("Child") for line in one)
