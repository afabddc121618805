"""What a case may hold, and what it refuses."""
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from decision.case import TEXT_LIMIT, Case, Child, FamilyMember
from tests.decision.build import PACKS

SECRET = "Jane lives at 4 Mill Lane"


def test_a_blank_case_is_valid_and_says_nothing() -> None:
    """Nothing has a default that means "no"."""
    case = Case()

    assert case.danger is None
    assert case.confirmed_safe is None
    assert not case.signs
    assert case.other_worry is None
    assert case.no_protective_factor is None
    assert case.history.earlier_concerns is None


def test_a_case_survives_being_written_and_read_again() -> None:
    """The JSON of a full case reads back as an equal case."""
    raw: dict[str, Any] = {
        "home_area": "central_bedfordshire", "children": [{"label": "A", "due_date": "2027-02-01"}],
        "signs": {"disclosure": {"answer": "not_sure", "why": "cannot_prove", "about": ["A"]}},
        "answers": {"CBC-2-CHILD-08": "not_known"}, "events": {"noticed": "2026-11-20T09:00"},
        "family": [{"key": "mother", "relation": "mother", "told": "yes"}],
    }
    case = Case.model_validate(raw)
    assert Case.model_validate_json(case.model_dump_json()) == case


def test_a_case_cannot_be_changed() -> None:
    """Answers are frozen, also the ones kept in mappings."""
    case = Case(answers={"CBC-2-CHILD-08": "yes"})

    with pytest.raises(ValidationError):
        case.danger = "no"  # type: ignore[misc]
    with pytest.raises(TypeError):
        case.answers["CBC-2-CHILD-08"] = "no"  # type: ignore[index]


@pytest.mark.parametrize(("child", "months", "unborn"), [
    ({"age_years": 2}, 24, False), ({"age_months": 5}, 5, False), ({"age_years": 0}, 0, False), ({}, None, False),
    ({"due_date": date(2027, 2, 1)}, 0, True), ({"not_born": True}, 0, True),
])
def test_an_age_is_known_in_months_or_not_at_all(child: dict[str, Any], months: int | None, unborn: bool) -> None:
    """Years and months become months, an unborn child is 0, and no age is None."""
    made = Child(label="A", **child)
    assert (made.months, made.unborn) == (months, unborn)


@pytest.mark.parametrize("two", [
    {"age_years": 1, "age_months": 12}, {"age_months": 0, "not_born": True},
    {"due_date": date(2027, 2, 1), "not_born": True},
])
def test_two_ages_for_one_child_are_refused(two: dict[str, Any]) -> None:
    """A child has one age; two of them would make one of them wrong."""
    with pytest.raises(ValidationError, match="not two"):
        Child(label="A", **two)


def test_two_children_with_one_letter_are_refused() -> None:
    """Findings could not be told apart."""
    with pytest.raises(ValidationError, match="same letter"):
        Case.model_validate({"children": [{"label": "A"}, {"label": "A"}]})


@pytest.mark.parametrize("fields", [
    {"findings": [{"id": "CBC-2-CHILD-08", "about": ["B"]}]},
    {"signs": {"disclosure": {"answer": "yes", "about": ["B"]}}},
])
def test_an_answer_about_a_child_who_is_not_there_is_refused(fields: dict[str, Any]) -> None:
    """A finding or sign can only be about a child of this case."""
    with pytest.raises(ValidationError, match="child B"):
        Case.model_validate({"children": [{"label": "A"}], **fields})


def test_a_text_is_kept_whole_or_refused_and_never_cut() -> None:
    """A text of the full length is kept to the last letter; one letter more is refused."""
    full = "a" * TEXT_LIMIT
    assert Case(own_view_reason=full).own_view_reason == full
    with pytest.raises(ValidationError):
        Case(own_view_reason=full + "a")


@pytest.mark.parametrize("fields", [
    {"reference": SECRET * 10}, {"danger": SECRET}, {"children": [{"label": SECRET}]}, {"own_view": SECRET},
    {"family": [{"key": SECRET, "relation": "mother"}]}, {"events": {"noticed": SECRET}},
])
def test_an_error_does_not_repeat_what_was_typed(fields: dict[str, Any]) -> None:
    """The message names the field and what is allowed, and never the value."""
    with pytest.raises(ValidationError) as caught:
        Case.model_validate(fields)
    assert "Jane" not in str(caught.value)
    assert "Mill Lane" not in str(caught.value)


@pytest.mark.parametrize("key", ["Mother", "mrs smith", "", "a" * 30])
def test_a_family_member_has_a_short_key_and_no_name(key: str) -> None:
    """A key is small letters and figures, so that it can stand in a result without being a name."""
    with pytest.raises(ValidationError):
        FamilyMember(key=key, relation="mother")


def test_an_unknown_field_is_refused() -> None:
    """A misspelt field is an error; otherwise an answer would be lost in silence."""
    with pytest.raises(ValidationError):
        Case.model_validate({"dangr": "yes"})


def test_a_child_is_found_by_letter() -> None:
    """`child` gives the child with the letter, or None."""
    case = Case.model_validate({"children": [{"label": "A"}, {"label": "B", "age_years": 3}]})
    assert case.child("B") == case.children[1]
    assert case.child("C") is None


def test_the_schema_lists_the_values_of_every_closed_field() -> None:
    """Whoever writes a case by hand finds the allowed answers in the JSON Schema."""
    schema = Case.model_json_schema()

    assert schema["properties"]["danger"]["anyOf"][0]["enum"] == ["yes", "no", "not_sure"]
    assert "missing" in schema["$defs"]["WhereNow"]["properties"]["place"]["anyOf"][0]["enum"]
    assert schema["additionalProperties"] is False


def test_nothing_in_a_case_depends_on_a_pack() -> None:
    """Ids are checked when a case is read against the packs, so a case of an area without a pack can still be kept."""
    assert "no_such_sign" not in {sign.id for sign in PACKS.national.signs}
    assert Case.model_validate({"signs": {"no_such_sign": {"answer": "yes"}}}).signs["no_such_sign"].answer == "yes"
