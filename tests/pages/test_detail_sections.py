"""Records of the details: each is read from its place and put back there, and nothing else moves."""
import pytest

from decision.case import Case, Child, FamilyMember
from exports.details import ChildDetails, Details, Held, HouseholdMember, Professional
from exports.documents import DOCUMENTS
from guidance.vocabulary import Fact
from pages.parts.papers.detail_sections import (
    ASSESSMENT, NEEDS, SECTION, SECTIONS, Record, begun, read, sections_for, write,
)
from tests.pages.sample import BLANK, FULL

CASE = Case(children=(Child(label="A"), Child(label="B")), family=(FamilyMember(key="mother", relation="Mother"),))


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
                                 "ticks": ("something",)}
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
    """The mother's row is there with her relation, then one for somebody else."""
    mother, other = records("home")
    assert read(Details(), mother) == HouseholdMember(key="mother", relation="Mother")
    assert other.heading == "Another person"


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


def test_the_parts_of_an_assessment_are_asked_only_for_an_assessment() -> None:
    """Eighteen domains would bury a referral."""
    only = {section.id for section in SECTIONS if section.only_for == ASSESSMENT}
    assert only == {section.id for section in SECTIONS if section.id.startswith("assess_")}
    assert not only & {section.id for section in sections_for("referral")}
    assert only <= {section.id for section in sections_for(ASSESSMENT)}


@pytest.mark.parametrize("document", list(NEEDS))
def test_a_special_document_asks_only_for_what_it_needs(document: str) -> None:
    """A long list of questions that the paper does not print would only cost time; what is for it alone is asked."""
    asked = {section.id for section in sections_for(document)}
    assert asked == set(NEEDS[document])
    assert {section.id for section in SECTIONS if section.only_for == document} <= asked
    assert "story" not in asked


def test_what_belongs_to_one_special_document_is_asked_for_no_other() -> None:
    """The adult of an allegation is never asked about for a referral of a child."""
    assert not {"adult", "attendance", "talk"} & {section.id for section in sections_for("referral")}


def test_every_special_document_exists() -> None:
    """A document that needs certain sections is one that can be made."""
    assert set(NEEDS) <= set(DOCUMENTS)
