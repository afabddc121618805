"""A statement whose own words name an age: of whom it is read, and what follows where nobody here is of that age."""
from typing import Any

import pytest

from decision.result import Decision
from guidance.models import Condition
from tests.decision.altered import replaced, with_area
from tests.decision.build import AREA, CBC, PACKS, result

ROW = next(row for row in AREA.indicators if row.kind == "need" and not row.harm and not row.at_least and not row.duty
           and not row.ask_first)
DUTY = next(duty for duty in AREA.duties if duty.id == "cbc_under_13")
PACK = with_area(
    PACKS, CBC, indicators=replaced(AREA.indicators, ROW.id, from_years=13, duty=("cbc_under_13",)),
    duties=replaced(AREA.duties, DUTY.id, applies=Condition(under_years=13, unborn=False)))


def decision(ages: tuple[int | None, ...], about: tuple[str, ...] = (), **fields: Any) -> Decision:
    """The row, made to speak of young people from 13 and to start a duty for children under 13, is ticked."""
    children = [{"label": label} | ({} if age is None else {"age_years": age})
                for label, age in zip("ABC", ages, strict=False)]
    return result(packs=PACK, children=children, findings=[{"id": ROW.id, "about": about}], **fields)


def under_13(found: Decision) -> bool:
    """Whether the duty for children under 13 is met."""
    return any(duty.id == DUTY.id for duty in found.duties)


def test_a_statement_for_an_age_is_not_read_of_a_child_of_another_beside_one_whom_it_fits() -> None:
    """Sixteen and eight, no child named: the eight-year-old is not meant."""
    found = decision((16, 8))
    assert not under_13(found)
    assert under_13(decision((8,)))


@pytest.mark.parametrize(("ages", "about"), [
    ((16, 8), ("B",)), ((16, 8), ("A", "B")), ((8, None), ()), ((16, None), ()), ((None,), ()),
])
def test_a_child_who_is_named_or_whose_age_is_not_known_stays_in(ages: tuple[int | None, ...],
                                                                about: tuple[str, ...]) -> None:
    """What the user says of a child by name holds, and an age that is not known is never counted as another age."""
    assert under_13(decision(ages, about))


def test_an_unborn_child_is_not_the_young_person_and_is_not_left_out() -> None:
    """The pregnancy of a sixteen-year-old: the duty is about her and the baby, not about the brother of eight."""
    children = [{"label": "A", "age_years": 16}, {"label": "B", "age_years": 8}, {"label": "C", "not_born": True}]
    pack = with_area(
        PACK, CBC, duties=replaced(PACK.areas[CBC].duties, DUTY.id, applies=Condition(unborn=True)))
    found = result(packs=pack, children=children, findings=[{"id": ROW.id}])
    assert next(duty.about for duty in found.duties if duty.id == DUTY.id) == ("A", "C")


@pytest.mark.parametrize(("ages", "asked"), [((12,), True), ((16,), False), ((16, 12), False), ((None,), False),
                                             ((5,), False), ((12, 5), True)])
def test_a_statement_for_an_age_that_nobody_here_has_is_looked_at_again(ages: tuple[int | None, ...],
                                                                       asked: bool) -> None:
    """Then the statement or the age is wrong. A small child is not mistaken for a teenager."""
    reasons = [(reason.kind, reason.id, reason.outcome) for reason in decision(ages).reasons]
    assert (("unsure", ROW.id, "consult") in reasons) is asked
