"""Every format and each step to the next."""
import copy
from typing import Any

import pytest
from pydantic import ValidationError

from decision import formats
from decision.case import SOMEBODY_ELSE, Call, Case
from decision.formats import CASE, CASE_FILE, DETAILS, DRAFT, FormatProblem, current, raised
from decision.known import answered

KINDS = (CASE, DETAILS, CASE_FILE, DRAFT)
OLD_DRAFT: dict[str, Any] = {
    "format": "windscreen-draft/1", "saved_at": "2026-11-23T10:00:00+00:00",
    "case": {"format": "windscreen-case/1", "danger": "no"}, "details": {"format": "windscreen-details/1"},
    "progress": {"set_aside": {"x": {"area": "x", "note": "", "case": {"format": "windscreen-case/1"}}}},
}


def test_everything_inside_is_raised_too() -> None:
    """A draft, and the case that was set aside in it, come to the formats of today."""
    new = raised(DRAFT, OLD_DRAFT)
    assert new["format"] == current(DRAFT)
    assert new["case"] == {"format": current(CASE), "danger": "no"}
    assert new["details"]["format"] == current(DETAILS)
    assert new["progress"]["set_aside"]["x"]["case"]["format"] == current(CASE)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_changed_in_place(kind: str) -> None:
    """What is given stays as it was."""
    data = {**OLD_DRAFT, "format": f"{kind}/1"}
    before = copy.deepcopy(data)
    raised(kind, data)
    assert data == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_of_today_stays_as_it_is(kind: str) -> None:
    """No step touches it, and raising twice is raising once."""
    new = raised(kind, {"format": f"{kind}/1", "something": [1]})
    assert raised(kind, new) == new


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", ["0", "01", "-1", "1.0", "", "one", "1 ", "1\n", "²", "9999999"])
def test_a_number_that_is_none_is_refused(kind: str, number: str) -> None:
    """It is not taken for a format, old or new."""
    with pytest.raises(FormatProblem) as caught:
        raised(kind, {"format": f"{kind}/{number}"})
    assert not caught.value.newer


@pytest.mark.parametrize("given", [None, 1, ["windscreen-case/1"], {}, "windscreen-case", "Jane Smith/1"])
def test_another_format_is_refused_and_not_repeated(given: object) -> None:
    """Whatever stands where the format should, the message holds nothing of it."""
    with pytest.raises(FormatProblem) as caught:
        raised(CASE, {"format": given})
    assert "Jane" not in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_from_the_future_says_so(kind: str) -> None:
    """It is told apart from one that is broken."""
    number = len(formats.STEPS[kind]) + 2
    with pytest.raises(FormatProblem, match="newer version") as caught:
        raised(kind, {"format": f"{kind}/{number}"})
    assert caught.value.newer


def test_a_part_from_the_future_says_so_too() -> None:
    """A case file of today with a case of tomorrow is newer than this app."""
    with pytest.raises(FormatProblem, match="newer version"):
        raised(CASE_FILE, {"format": current(CASE_FILE), "case": {"format": "windscreen-case/99"}})


def test_a_finding_of_an_older_case_is_a_plain_yes() -> None:
    """Until format 3 nobody was asked why they are not sure of a statement: every finding was so, and "not sure" stays.
    """
    old = {"format": "windscreen-case/2", "findings": [{"id": "x"}], "answers": {"y": "not_sure"}}
    case = Case.model_validate(raised(CASE, old))
    assert [finding.why for finding in case.findings] == [None]
    assert answered(case) == {"x": "yes", "y": "not_sure"}


def test_what_was_written_by_hand_is_of_today() -> None:
    """Without a format nothing is older than today."""
    assert raised(CASE, {"danger": "no"}) == {"danger": "no", "format": current(CASE)}


@pytest.mark.parametrize("odd", [None, "text", [], 7])
@pytest.mark.parametrize("key", ["case", "details", "progress"])
def test_a_part_of_another_kind_is_left_for_the_model(key: str, odd: object) -> None:
    """A step changes no answer that it does not understand."""
    assert raised(DRAFT, {**OLD_DRAFT, key: odd})[key] == odd


def test_a_field_that_no_format_has_is_refused_aloud() -> None:
    """What an old case holds beside its fields is carried to the model, which refuses it: it is never dropped."""
    with pytest.raises(ValidationError, match="a_field_of_nobody"):
        Case.model_validate(raised(CASE, {"format": "windscreen-case/1", "a_field_of_nobody": "words"}))


def test_somebody_else_on_record_is_somebody_else_still() -> None:
    """The name that a record had for whom the result does not name is an id today."""
    old = {"format": f"{CASE}/6", "call": {"outcome": "advice", "contact": "Somebody else"}}
    assert Case.model_validate(raised(CASE, old)).call == Call(outcome="advice", contact=SOMEBODY_ELSE)
