"""What a sign says to do stands whole in the calls, and a Yes to a group says once what would be more urgent."""
import re

import pytest

from decision.assess import assess
from decision.case import Case, SignAnswer
from decision.known import read
from decision.result import Decision
from decision.sign_groups import asked_for, would_be_less, would_be_more
from decision.urgency import urgency
from guidance.load import load_packs
from guidance.models import Sign
from pages.parts.result.action_view import or_else
from tests.decision.build import FRIDAY

PACKS = load_packs()
AREAS = ("", *PACKS.areas)
GROUPS = tuple(PACKS.national.sign_group)
YES, NO = SignAnswer(answer="yes"), SignAnswer(answer="no")
POLICE = re.compile(r"\b(?:and (?:the )?(?:local )?police|the police (?:must know|as well|on 101|as soon)|"
                    r"tell the police|police at once)\b", re.IGNORECASE)
"""How the words of a sign have the police told."""


def decided(area_id: str, **fields: object) -> Decision:
    """What follows on a Friday morning."""
    return assess(Case.model_validate({"home_area": area_id, "danger": "no", **fields}), PACKS, FRIDAY)


def everywhere() -> tuple[tuple[str, Sign], ...]:
    """Each area with each sign that holds there."""
    return tuple((area_id, sign) for area_id in AREAS for sign in PACKS.signs(area_id))


def test_whoever_a_sign_has_rung_is_among_the_calls() -> None:
    """Every sign of every pack: its first call, medical care in its own words, and the police where it has them told,
    or in the duty of whoever must ring them in person."""
    for area_id, sign in everywhere():
        found = decided(area_id, signs={sign.id: YES})
        routes = found.routes
        contacts = {route.contact for route in routes} | {id_ for duty in found.duties for id_ in duty.contacts}
        if sign.first_call == "hospital":
            assert any(sign.then in route.says for route in routes), sign.id
        if POLICE.search(sign.then) or "police" in (sign.first_call, *sign.also):
            assert PACKS.national.police in contacts or sign.outcome == "call_999", (area_id, sign.id)


def test_medical_care_always_says_when_to_ring_999() -> None:
    """Every sign and duty of every pack that has medical care first: in what is added to it, which papers print alone;
    a page says the number once beside the sign's own words."""
    found = 0
    cases = [(area_id, {"signs": {sign.id: YES}}) for area_id, sign in everywhere()]
    cases += [(area_id, {"findings": ({"id": row.id},)}) for area_id in PACKS.areas
              for row in PACKS.areas[area_id].indicators if row.duty]
    for area_id, fields in cases:
        for route in decided(area_id, **fields).routes:
            if route.kind == "emergency" and not route.dial:
                found += 1
                assert "999" in route.instead, (area_id, fields)
                assert f"{route.says} {or_else(route)}".count("999") == 1, (area_id, fields)
    assert found


def test_the_police_come_after_the_call_that_a_sign_puts_first() -> None:
    """Rung as well: after the front door of the area, and after medical care."""
    found = decided("central_bedfordshire", signs={"strangulation": YES}).routes
    assert [route.kind for route in found][:3] == ["emergency", "ring_now", "police"]


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_a_group_is_one_reason_and_one_part_of_the_rim(area_id: str, group: str) -> None:
    """Not one for each of its signs; what would be more urgent is said in it, and an emergency is asked first."""
    found = decided(area_id, signs_some=(group,))
    signs = tuple(sign for sign in PACKS.signs(area_id) if sign.group == group)
    case = Case(signs_some=(group,))
    emergencies, mildest = would_be_more(group, signs, case), would_be_less(group, signs, case)
    assert [one.id for one in found.place.rim] == [group]
    assert not found.place.rim[0].doubted
    assert [one.id for one in found.reasons if one.kind == "sign"] == [group]
    why = next(one.why for one in found.reasons if one.id == group)
    assert all(sign.in_short in why for sign in (*emergencies, *mildest))
    assert {gap.id for gap in found.gaps if gap.kind == "ask_now"} == {sign.id for sign in emergencies}


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_only_duties_that_all_its_signs_share_are_due(area_id: str, group: str) -> None:
    """Every other one holds if it is a certain sign, says which, and asks for no step."""
    signs = tuple(sign for sign in PACKS.signs(area_id) if sign.group == group)
    shared = set.intersection(*(set(sign.duty) for sign in signs))
    found = decided(area_id, signs_some=(group,)).duties
    started_by_facts = {one.id for one in decided(area_id).duties}
    assert {one.id for one in found if not one.doubted} - started_by_facts <= shared
    for one in found:
        if one.doubted:
            assert one.because, one.id
            assert not one.steps, one.id


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("group", GROUPS)
def test_ruling_out_the_mildest_makes_a_group_more_urgent_and_never_calmer(area_id: str, group: str) -> None:
    """One of the group is so: each No to one of its signs leaves the others, and with all No the Yes still stands. Nor
    does a No to those that are a call, or to all but one, take the call back: only a statement that is so does."""
    signs = tuple(sign for sign in PACKS.signs(area_id) if sign.group == group)
    said: dict[str, SignAnswer] = {}
    before = urgency(decided(area_id, signs_some=(group,)).outcome)
    for sign in sorted(signs, key=lambda sign: urgency(sign.outcome)):
        said[sign.id] = NO
        case = Case(home_area=area_id, danger="no", signs_some=(group,), signs=dict(said))
        now = urgency(decided(area_id, signs_some=(group,), signs=dict(said)).outcome)
        assert now >= urgency(asked_for(group, signs, case))
        assert now >= before or len(said) == len(signs)
        before = now if len(said) < len(signs) else before
    start = urgency(decided(area_id, signs_some=(group,)).outcome)
    said = {}
    for sign in sorted(signs, key=lambda sign: -urgency(sign.outcome)):
        said[sign.id] = NO
        assert urgency(decided(area_id, signs_some=(group,), signs=dict(said)).outcome) >= start


def test_an_answer_of_its_own_takes_a_sign_out_of_the_doubt_of_its_group() -> None:
    """What nobody has answered by itself is of the group; the others are not."""
    known = read(Case(signs_some=("care",), signs={"alone_unsafe": NO}), PACKS)
    assert known.of_group == {sign.id for sign in PACKS.signs("") if sign.group == "care"} - {"alone_unsafe"}
