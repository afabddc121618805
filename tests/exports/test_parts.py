"""Parts that several papers share."""
from datetime import date
from typing import Any

import pytest

from decision.result import Deadline
from exports.parts import by_when
from guidance.vocabulary import Citation
from guidance.words import say

DUE: dict[str, Any] = {
    "id": "chase", "says": "Ring again.", "rule": "1 working day", "kind": "working_days", "owner": "you",
    "due": date(2026, 11, 20), "start": "call_made", "from_event": "when you rang",
    "source": Citation(source="own", where="here"),
}


@pytest.mark.parametrize("late", [True, False])
def test_a_time_that_has_passed_is_said_to_have_passed(late: bool) -> None:
    """On paper as on the screen, beside what it is counted from."""
    said = by_when(Deadline(**DUE, late=late))
    assert said.startswith("Ring again: Friday 20 November 2026.")
    assert said.endswith("Counted from when you rang.")
    assert (say("counted.late") in said) is late
