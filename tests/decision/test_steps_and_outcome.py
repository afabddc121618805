"""What a duty says to do now is never more than the outcome that it brings by itself, for all statements of packs."""
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.urgency import urgency
from tests.decision.every import all_packs, statements

NOW = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
PACKS = all_packs()["shipped"]
AT_ONCE = re.compile(r"Refer\b|Ring [^.;:,]*(?<!is) now\b")
"""How a step begins that has somebody refer, or ring now, whatever else is so. One with a condition begins with it."""
LEFT = {("luton", "forced_marriage_hba"), ("telford_wrekin", "unaccompanied")}
"""(area, duty): the talk today is here before the young person leaves, or the status alone; none may be added."""


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_no_step_says_to_refer_or_ring_now_beside_a_calmer_result(area_id: str) -> None:
    """A statement alone, with its duties: where the result is calmer than a referral now, no step is more urgent."""
    found = set()
    for one in statements(PACKS, area_id, ("yes",)):
        data = one.to({"home_area": area_id, "children": [{"label": "A", "age_years": 9}]})
        decision = decide(read(Case.model_validate(data), PACKS, NOW.date()), NOW)
        if urgency(decision.outcome) < urgency("refer_now"):
            found |= {(area_id, duty.id) for duty in decision.duties for step in duty.steps
                      if step.who == "you" and step.by == "now" and AT_ONCE.match(step.says)}
    assert found == {each for each in LEFT if each[0] == area_id}


def test_a_suspicion_of_fgm_is_rung_about() -> None:
    """The documents say "known or suspected": no step that is calmer is for somebody who suspects it."""
    first, calmer = PACKS.duties("", "fgm")[0].steps[:2]
    assert first.by == "now"
    assert "suspect it" in first.says
    assert calmer.says.startswith("If you do not suspect it")


@pytest.mark.parametrize("id_", ["TELCE-02-ACUTE-08", "TELCE-06-COMPLEX-05"])
def test_what_says_more_than_a_sign_is_asked_in_its_own_words(id_: str) -> None:
    """Grooming, coercion and exploitation in one: under the words of one sign two of them would be out of sight."""
    assert not PACKS.areas["telford_wrekin"].indicator[id_].alike
