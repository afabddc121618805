"""A pregnant mother may be a child too: no sign is ruled out of her before somebody says that she is not."""
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from decision.ages import ruled_out
from decision.assess import decide
from decision.case import Case, Child, FamilyMember
from decision.known import read
from decision.urgency import urgency
from guidance.load import load_packs
from guidance.vocabulary import YesNo

PACKS = load_packs()
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
UNBORN = (Child(label="A", not_born=True),)


@pytest.mark.parametrize("under_18", ["yes", None, "no"])
@pytest.mark.parametrize("area_id", PACKS.areas)
def test_signs_of_a_mother_who_may_be_young_stay_open(area_id: str, under_18: YesNo | None) -> None:
    """With every sign answered No that an unborn child can have, those that she can have are still to be answered, also
    where nobody said how old she is; and they are not where she is grown."""
    none: dict[str, tuple[str, ...]] = {}
    for sign in PACKS.signs(area_id):
        if not ruled_out(sign, UNBORN, NOW.date()):
            none[sign.group] = (*none.get(sign.group, ()), sign.id)
    mother = FamilyMember(key="mother", relation="mother", expecting="yes", under_18=under_18)
    known = read(Case(
        home_area=area_id, children=UNBORN, danger="no", asked=tuple(topic.id for topic in PACKS.national.topics),
        other_worry=False, harm_before_next="no", signs_none=none, family=(mother,)), PACKS, NOW.date())
    open_ = {sign.id for sign in known.unanswered_signs}
    if under_18 == "no":
        assert not open_
    else:
        assert {"sexual_abuse", "grooming", "partner_abuse"} <= open_
        assert urgency(decide(known, NOW).outcome) >= urgency("consult")
    nobody = read(known.case.but(family=()), PACKS, NOW.date())
    assert {"sexual_abuse", "grooming", "partner_abuse"} <= {sign.id for sign in nobody.unanswered_signs}
