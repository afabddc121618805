"""No paper asks of an unborn baby, or of a baby of months, what none of them can have."""
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Voice, YoungPerson
from exports.blocks import Block, Grid, Heading, Long, Paragraph, Rows
from exports.checks import checks
from exports.copies import for_readers
from exports.details import ChildDetails, Details, MissingEducation, Narrative
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.material import Material
from exports.not_yet import NOT_BORN, not_asked
from guidance.load import load_packs
from guidance.words import say
from pages.parts.papers.detail_sections import SECTION
from tests.exports import samples

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
UNBORN = ({"not_born": True}, {"due_date": date(2027, 2, 1)})
MOTHER = FamilyMember(key="mother", relation="mother", role="parent", told="yes", agrees="agrees", risk="no",
                      expecting="yes")
NO_BABY_HAS = ("School or nursery", "UPN", "How they communicate", "young person", "Young person", "own words",
               "What was said, in the exact words", "The question asked before", "Why the child was not spoken to",
               "be heard", "Year group", "Last attended", "what I think", "Interpreter needed", "First language",
               "Leaver form", "register")
NO_UNBORN_HAS = (*NO_BABY_HAS, "NHS number", "Gender", "Other names", "Moves about", "Ethnicity", "Religion",
                 "Date of birth", "How the child behaves", "What was observed", "Any injury or mark", "Last seen",
                 "an ordinary day", "Where they are now", "GP", "Disability or need", "Learning")


def material(area: str, document: str, *children: dict[str, Any], **more: Any) -> Material:
    """A case with these children, as a document is given it; `details` for those of a document."""
    details = more.pop("details", Details())
    labelled = tuple(Child(label=label, **child) for label, child in zip("ABC", children, strict=False))
    case = Case(home_area=area, children=labelled, family=(MOTHER,), danger="no", **more)
    whole = Material(case, details, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    return for_readers(DOCUMENTS[document], whole)


def blocks_of(m: Material, document: str) -> tuple[Block, ...]:
    """What a document is made of; of one of text blocks each block as one paragraph."""
    of = DOCUMENTS[document]
    if of.build:
        return of.build(m)
    assert of.build_text
    return tuple(Paragraph(f"{one.title}\n{one.text}") for one in of.build_text(m))


def left_open(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The label of everything that stands open: without an answer, in the list of those, or as an empty box."""
    whole = ""
    for block in blocks:
        if isinstance(block, Heading):
            whole = block.said
        if isinstance(block, Paragraph) and (block.kind == "gaps" or whole == say("papers.gaps")):
            yield str(block.said)
        if isinstance(block, Rows):
            yield from (label for label, said in block.rows if said.muted or not said.said.strip())
        if isinstance(block, Long) and (block.answer.muted or not block.answer.said.strip()):
            yield block.label
        if isinstance(block, Grid):
            yield from (row[0].said for row in block.rows if not any(cell.said.strip() for cell in row[1:]))


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
@pytest.mark.parametrize("area", AREAS)
def test_nothing_stands_open_that_a_baby_cannot_have(area: str, document: str) -> None:
    """In every document of every area, for a baby not born yet, with and without a due date, and one of five months."""
    for child, cannot in ((UNBORN[0], NO_UNBORN_HAS), (UNBORN[1], NO_UNBORN_HAS), ({"age_months": 5}, NO_BABY_HAS)):
        found = list(left_open(blocks_of(material(area, document, child), document)))
        of_child = [said for said in found if not said.startswith(say("papers.allegation.adult"))]
        assert not [(said, part) for said in of_child for part in cannot if part in said]


@pytest.mark.parametrize("document", sorted(DOCUMENTS))
def test_beside_an_older_child_the_rows_go_for_the_baby_alone(document: str) -> None:
    """What is open of a child of ten stays open, and so it does for an age that nobody has said."""
    for older in ({"age_years": 10}, {}):
        alone = list(left_open(blocks_of(material("luton", document, older), document)))
        beside = " ".join(left_open(blocks_of(material("luton", document, older, UNBORN[0]), document)))
        schools = [part for part in ("UPN", "School or nursery", "Year group", "what I think")
                   if any(part in said for said in alone)]
        assert all(part in beside for part in schools)
        assert all(beside.count(part) == " ".join(alone).count(part) for part in schools)


def test_what_was_answered_stands_all_the_same() -> None:
    """Only an open row goes: a name that is chosen, words of a child and a year group that were written are printed."""
    details = Details(
        children=(ChildDetails(label="A", name="Baby Example", school="Little Nursery"),),
        narrative=Narrative(exact_words="He coos", question_asked="None"),
        missing_education=MissingEducation(year_group="nursery"))
    for child in (*UNBORN, {"age_months": 5}):
        more = {"voice": Voice(words="coo"),
                "young_person": YoungPerson(view="smiles"), "details": details}
        said = "\n".join(line for block in blocks_of(material("luton", "referral", child, **more), "referral")
                         for line in lines_of(block))
        assert all(part in said for part in ("Baby Example", "Little Nursery", "He coos", "coo", "smiles"))
        missing = "\n".join(line for block in blocks_of(
            material("luton", "missing_education_referral", child, **more), "missing_education_referral")
            for line in lines_of(block))
        assert "nursery" in missing


@pytest.mark.parametrize("document", ["call_sheet", "referral", "allegation_referral", "conversation_record"])
def test_where_a_child_is_who_is_not_born(document: str) -> None:
    """Where a paper says where the child is it says that they are not born yet; after the day of the birth it asks."""
    for child in UNBORN:
        assert NOT_BORN in _where(blocks_of(material("luton", document, child), document))
    late = blocks_of(material("luton", document, {"due_date": date(2026, 11, 1)}), document)
    assert NOT_BORN not in _where(late)


def _where(blocks: tuple[Block, ...]) -> list[str]:
    labels = {say(f"papers.{name}") for name in ("now", "where_now", "sheet.where")}
    return [said.said for block in blocks if isinstance(block, Rows) for label, said in block.rows if label in labels]


@pytest.mark.parametrize(("child", "asked"), [(UNBORN[0], False), ({"age_months": 5}, True), ({}, True)])
def test_nobody_is_reminded_of_the_voice_of_a_child_not_born(child: dict[str, Any], asked: bool) -> None:
    """A baby shows much, so what was seen of one is worth a look; of one who is not born nothing was."""
    m = material("luton", "referral", child)
    assert ("case.voice" in [field for field, _ in checks(m.case, m.details, m.decision)]) is asked


def test_of_a_baby_one_is_reminded_of_what_could_be_seen_and_of_no_words() -> None:
    """A baby of five months says nothing; of an older child, alone or beside a baby, the words are asked for."""
    def reminder(*children: dict[str, Any]) -> str:
        m = material("luton", "referral", *children)
        return next(says for field, says in checks(m.case, m.details, m.decision) if field == "case.voice")

    assert reminder({"age_months": 5}) == say("checks.voice_baby")
    assert reminder({"age_months": 5}, {"age_years": 8}) == reminder({}) == say("checks.voice")


def test_the_papers_of_an_unborn_baby_tell_of_no_child_or_young_person() -> None:
    """Nobody is told anything, or asked, who is not born."""
    for child in UNBORN:
        said = "\n".join(line for block in blocks_of(material("luton", "referral", child), "referral")
                         for line in lines_of(block))
        assert say("papers.young_person") not in said


@pytest.mark.parametrize(("child", "not_asked_of"), [
    ({"age_years": 12}, {"due"}), ({}, set()),
    ({"age_months": 5}, {"due", "school", "upn", "language", "interpreter", "phone"}),
    ({"not_born": True}, {"born", "born_estimated", "school", "upn", "gp", "nhs_number", "gender", "where_now"}),
])
def test_no_page_asks_what_a_child_of_that_age_cannot_have(child: dict[str, Any], not_asked_of: set[str]) -> None:
    """A due date of one who is born, a school of a baby; a name can be chosen before the birth, and an age that is not
    known rules out nothing."""
    m = material("luton", "referral", child)
    without = not_asked(m, ("children",), "A")
    assert not_asked_of <= without
    assert not {"name", "address"} & without
    assert without or child == {}
    written = Details(children=(ChildDetails(label="A", upn="U1", due=date(2027, 1, 1)),))
    (record,) = SECTION["children"].records(m.case, written, m.decision)
    assert {"upn", "due"} <= {field.attribute for field in record.fields}
    name = next(field.called for field in record.fields if field.attribute == "name")
    assert name == say("documents.child.name.unborn" if child in UNBORN else "documents.child.name")
