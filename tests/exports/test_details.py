"""Names and written answers."""
import pytest
from pydantic import ValidationError

from exports.details import NOT_KNOWN, ChildDetails, Details, Held, HouseholdMember, Narrative


def test_a_blank_is_valid() -> None:
    """Nothing has to be filled in: an urgent, incomplete referral must still be possible."""
    assert Details().children == ()
    assert Details().child("A").name.text == ""


def test_not_known_is_an_answer_everywhere() -> None:
    """Text, dates and choices can each be not known, which is different from empty."""
    child = ChildDetails(label="A", born=NOT_KNOWN, gender=NOT_KNOWN, interpreter="not_known", gp=Held(text=NOT_KNOWN))
    assert child.born == NOT_KNOWN != ChildDetails(label="A").born


def test_a_plain_text_is_held_openly() -> None:
    """A name given as text is a name that is not confidential."""
    assert ChildDetails.model_validate({"label": "A", "name": "Child A"}).name == Held(text="Child A")


@pytest.mark.parametrize(("text", "message"), [
    ("x" * 20_001, "more than 20,000 characters"), ("x" * 200_000, "more than 20,000 characters"),
    ("\n" * 1_000, "more than 1,000 lines"),
])
def test_a_longer_answer_is_refused_with_a_reason(text: str, message: str) -> None:
    """What would not fit is refused with what to do about it, never cut, and never repeated in the message."""
    with pytest.raises(ValidationError) as problem:
        Narrative(worry=text)
    assert message in str(problem.value)
    assert "attach it" in str(problem.value)
    assert "xxx" not in str(problem.value)


def test_an_answer_at_the_limit_is_kept_whole() -> None:
    """The longest allowed answer comes back to its last character."""
    text = "y" * 19_000 + "\n" * 999 + "z"
    assert Narrative(worry=text).worry == text


def test_unknown_fields_are_refused_without_their_content() -> None:
    """A field that does not exist is refused, and its content is not in the message."""
    with pytest.raises(ValidationError) as problem:
        Details.model_validate({"nickname": "Somebody Secret"})
    assert "Secret" not in str(problem.value)


def test_household_rows_are_found_by_the_key_of_the_case() -> None:
    """A family member of the case finds the row with the name, and an empty key finds nobody."""
    details = Details(household=(HouseholdMember(name=Held(text="N")), HouseholdMember(key="mother")))
    assert details.member("mother") == HouseholdMember(key="mother")
    assert details.member("") is None
