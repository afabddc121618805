"""The calendar file."""
from datetime import datetime

import pytest
from icalendar import Calendar

from decision.result import Deadline
from exports.calendar import CHASE, calendar
from tests.exports import samples


def entries(data: bytes) -> list[tuple[str, datetime]]:
    """Summary and start of every entry."""
    return [(str(event["summary"]), event.decoded("dtstart")) for event in Calendar.from_ical(data).walk("VEVENT")]


def with_deadline(says: str, **changes: object) -> list[tuple[str, datetime]]:
    """The entries of a result with one deadline of the user's, while the father is not to be told."""
    deadline = samples.DECISION.deadlines[0].model_copy(update={"says": says, **changes})
    return entries(calendar(samples.decision(deadlines=(deadline,)), "KESTREL-17", samples.NOW))


def test_only_the_users_own_dates_are_in_it() -> None:
    """The user's deadlines and chase dates are entries; what a service must do is not."""
    found = entries(calendar(samples.DECISION, "KESTREL-17", samples.NOW))
    assert [summary for summary, _ in found] == ["Send the referral in writing (KESTREL-17)", f"{CHASE} (KESTREL-17)"]
    assert found[0][1].date().isoformat() == "2026-11-24"


def test_a_time_is_kept_and_a_date_stands_in_the_morning() -> None:
    """An hour that is known is the entry's hour; a date alone is put at nine in London."""
    exact = datetime(2026, 11, 20, 16, 30, tzinfo=samples.LONDON)
    assert with_deadline("Ring back", due=exact)[0][1] == exact
    assert with_deadline("Ring back")[0][1].astimezone(samples.LONDON).hour == 9


def test_a_deadline_without_a_date_has_no_entry() -> None:
    """Nothing is guessed: a rule that has no date yet makes no entry."""
    assert with_deadline("Ring back", due=None) == []


@pytest.mark.parametrize("says", ["Tell the parents", "Ask the family to agree", "Get the mother's consent",
                                  "Inform the carers of this", "Talk it through with Dad"])
def test_nothing_prompts_telling_while_somebody_is_not_to_be_told(says: str) -> None:
    """An entry that would prompt telling or asking is not made while anybody is not to be told yet."""
    assert with_deadline(says) == []


def test_it_is_made_where_everybody_may_be_told() -> None:
    """The same entry is made when nothing speaks against it."""
    deadline = samples.DECISION.deadlines[0].model_copy(update={"says": "Tell the parents"})
    open_result = samples.decision(deadlines=(deadline,), told=samples.telling("tell", "tell")[:2])
    assert entries(calendar(open_result, "", samples.NOW))[0][0] == "Tell the parents"


def test_no_name_can_be_in_it() -> None:
    """The file is made from the result and a reference only; a chase date says nothing about whom."""
    data = calendar(samples.DECISION, "KESTREL-17", samples.NOW)
    assert b"Zofia" not in data
    assert b"CLASS:PRIVATE" in data


def test_the_same_result_gives_the_same_file() -> None:
    """Entries have steady names, so importing twice does not double them."""
    assert calendar(samples.DECISION, "K", samples.NOW) == calendar(samples.DECISION, "K", samples.NOW)
    assert isinstance(samples.DECISION.deadlines[0], Deadline)
