"""Records of the details: each is read from its place and put back there, and nothing else moves."""
import pytest

from decision.case import Case, Child, FamilyMember, Voice
from exports.details import ChildDetails, Details, Held, HouseholdMember, Professional
from exports.documents import DOCUMENTS
from guidance.vocabulary import Fact
from pages.parts.papers.detail_record import Record, read, write
from pages.parts.papers.detail_sections import SECTION, SECTIONS, sections_for
from pages.parts.papers.document_tasks import begun
from tests.pages.sample import BLANK, FULL

CASE = Case(children=(Child(label="A"), Child(label="B")), family=(FamilyMember(key="mother", relation="Mother"),),
            voice=Voice(words="I like it here"))


def records(section: str, details: Details = Details(), case: Case = CASE) -> tuple[Record, ...]:  # noqa: B008 - frozen
    """The records of a section when everybody may be told."""
    return SECTION[section].records(case, details, BLANK)


@pytest.mark.parametrize("section", [section.id for section in SECTIONS])
def test_every_field_of_every_section_exists_in_its_record(section: str) -> None:
    """No question asks for something that the details cannot hold."""
    for record in SECTION[section].records(CASE, Details(), FULL):
        fields = type(read(Details(), record)).model_fields
        assert {field.attribute for field in record.fields} <= set(fields), record.name


@pytest.mark.parametrize("section", [section.id for section in SECTIONS])
def test_what_is_written_is_read_back_and_makes_the_section_begun(section: str) -> None:
    """A record that is put back is found again, and only then has the section been begun."""
    record = SECTION[section].records(CASE, Details(), FULL)[0]
    values: dict[str, object] = {"line": "Something", "lines": "Something", "held": Held(text="Something"),
                                 "ticks": ("something",), "option": "stands"}
    attribute, value = next((field.attribute, values[field.kind]) for field in record.fields if field.kind in values)
    new: Fact = read(Details(), record).model_copy(update={attribute: value})
    after = write(Details(), record, new)
    assert read(after, record) == new
    assert Details.model_validate(after.model_dump()) == after
    assert begun(CASE, after, FULL, SECTION[section])
    assert not begun(CASE, Details(), FULL, SECTION[section])


def test_each_child_of_the_case_has_a_record() -> None:
    """Brothers and sisters are asked about too, and without any child there is still child A."""
    assert [record.heading for record in records("children")] == ["Child A", "Child B"]
    assert [record.heading for record in records("children", case=Case())] == ["Child A"]


def test_family_members_named_in_the_questions_are_not_asked_for_again() -> None:
    """The mother's row is there with her relation, then a folded one for somebody else."""
    mother, other = records("home")
    assert read(Details(), mother) == HouseholdMember(key="mother", relation="Mother")
    assert (mother.heading, other.heading, other.folded) == ("Mother", "Add another person", True)


def test_a_row_is_added_changed_and_taken_out_without_touching_the_others() -> None:
    """Rows keep their order; one that is emptied goes."""
    details = Details()
    for role in ("GP", "Health visitor"):
        details = write(details, records("professionals", details)[-1], Professional(role=role))
    changed = write(details, records("professionals", details)[0], Professional(role="Midwife"))
    assert [row.role for row in changed.professionals] == ["Midwife", "Health visitor"]
    emptied = write(changed, records("professionals", changed)[0], Professional())
    assert [row.role for row in emptied.professionals] == ["Health visitor"]


def test_an_empty_new_row_adds_nothing() -> None:
    """Saving the empty page for another person leaves no ghost behind."""
    assert write(Details(), records("home")[-1], HouseholdMember()).household == ()


def test_other_children_stay_as_they_are() -> None:
    """Writing one child's details does not change another's."""
    first, second = records("children")
    details = write(Details(), first, ChildDetails(label="A", name=Held(text="Child One")))
    details = write(details, second, ChildDetails(label="B", name=Held(text="Child Two")))
    assert [child.name.text for child in details.children] == ["Child One", "Child Two"]


def test_nobody_who_is_not_to_be_told_is_asked_about_in_the_agreement() -> None:
    """Only those who may be told have a record; the reason for not asking the others has one too."""
    father = FamilyMember(key="suspected", relation="Father")
    case = Case(family=(FamilyMember(key="mother", relation="Mother"), father))
    assert [record.heading for record in SECTION["agreement"].records(case, Details(), FULL)] == [
        "Mother", "If somebody was not asked"
    ]


def asked(document_id: str) -> list[str]:
    """The ids of the sections that a document asks for, in order."""
    return [section.id for section in sections_for(DOCUMENTS[document_id])]


def test_an_assessment_asks_only_what_it_prints() -> None:
    """Its own parts, the family and who writes it; what only a referral prints would bury them, and the reverse. What
    may stand in it of what the child said comes first of its own."""
    parts = [section.id for section in SECTIONS if section.id.startswith("assess_")]
    assert parts
    assert not set(parts) & set(asked("referral"))
    first, *others = parts
    assert asked("early_help_assessment") == ["children", "home", "you", first, "professionals", *others]


@pytest.mark.parametrize("document", [
    "missing_education_referral", "exploitation_grid", "allegation_referral", "conversation_record"])
def test_a_special_document_asks_only_for_what_it_needs(document: str) -> None:
    """A long list of questions that the paper does not print would only cost time."""
    assert DOCUMENTS[document].needs
    assert "story" not in asked(document)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_asks_each_of_its_sections_once(document: str) -> None:
    """Every section that it names exists, and none is named twice."""
    assert asked(document)
    assert len(set(asked(document))) == len(asked(document))


def test_what_belongs_to_one_special_document_is_asked_for_no_other() -> None:
    """The adult of an allegation is never asked about for a referral of a child."""
    naming = {section.id: [id_ for id_ in DOCUMENTS if section.id in asked(id_)] for section in SECTIONS}
    assert not {"adult", "attendance", "talk"} & set(asked("referral"))
    assert naming["adult"] == naming["tests"] == naming["alleged"] == ["allegation_referral"]
    assert {id_ for id_, papers in naming.items() if not papers} == set(), "a section that no document asks"
