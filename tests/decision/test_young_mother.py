"""A pregnant mother who is under 18 is a child too: no sign is ruled out of her because only her baby is entered."""
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from decision.ages import ruled_out
from decision.assess import decide
from decision.case import Case, Child, FamilyMember
from decision.known import read
from decision.outcome import urgency
from guidance.load import load_packs

PACKS = load_packs()
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
UNBORN = (Child(label="A", not_born=True),)


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_signs_of_a_young_mother_stay_open(area_id: str) -> None:
    """With every sign answered No that an unborn child can have, those that she can have are still to be answered."""
    none: dict[str, tuple[str, ...]] = {}
    for sign in PACKS.signs(area_id):
        if not ruled_out(sign, UNBORN, NOW.date()):
            none[sign.group] = (*none.get(sign.group, ()), sign.id)
    mother = FamilyMember(key="mother", relation="mother", expecting="yes", under_18="yes")
    known = read(Case(
        home_area=area_id, children=UNBORN, danger="no", asked=tuple(topic.id for topic in PACKS.national.topics),
        other_worry=False, harm_before_next="no", signs_none=none, family=(mother,)), PACKS, NOW.date())
    assert {"sexual_abuse", "grooming", "partner_abuse"} <= {sign.id for sign in known.unanswered_signs}
    assert urgency(decide(known, NOW).outcome) >= urgency("consult")
