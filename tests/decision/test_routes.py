"""Whom to ring now, in which order, with which number, and what to do where no number can be trusted."""
import re
from datetime import datetime
from typing import Any

import pytest

from decision.assess import assess, decide
from decision.case import Case
from decision.known import read
from guidance.vocabulary import ELSEWHERE
from decision.result import Decision, Route
from decision.worked import expand
from guidance.words import say
from tests.decision.build import (
    AREA, CBC, FRIDAY, FRIDAY_AFTER_HOURS, PACKS, at, contact, result, with_made_up, yes,
)

HUB, NIGHT, LADO = "access_and_referral_hub", "emergency_duty_team", "designated_officer"
CHRISTMAS = at("2026-12-25 03:00")
UNSURE = {"answer": "not_sure", "why": "could_not_find_out"}
WORKED = [expand(raw, CBC, PACKS) for raw in AREA.cases]


def rung(decision: Decision) -> list[str]:
    """Contacts and kinds in the order in which they are to be rung."""
    return [route.contact or route.kind for route in decision.routes]


def kinds(decision: Decision) -> list[str]:
    """The kinds of route, in order."""
    return [route.kind for route in decision.routes]


def digits(text: str) -> str:
    """A number without its spaces."""
    return re.sub(r"\D", "", text)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_no_worked_case_ever_dials_a_misprint(worked: Any) -> None:
    """Whatever the case and the hour, no suspect number is a number to ring."""
    suspect = {digits(number.printed) for item in AREA.contacts for number in item.suspects()}
    suspect |= {digits(number) for number in PACKS.national.misprints}
    offered = {digits(route.dial) for route in assess(worked.case, PACKS, worked.on).routes}
    assert suspect
    assert not offered & suspect


def test_danger_is_999_and_then_the_front_door() -> None:
    """Nobody else comes before 999."""
    decision = result(danger="yes")
    assert rung(decision)[:2] == ["emergency_999", HUB]


@pytest.mark.parametrize(("sign", "first"), [
    ("missing_now", "police_101"), ("serious_assault", "police_101"), ("strangulation", "emergency_999"),
    ("disclosure", HUB), ("suicide_or_self_harm", "emergency_999"), ("alone_unsafe", "emergency_999"),
])
def test_a_sign_leads_with_its_own_first_call_and_the_front_door_follows(sign: str, first: str) -> None:
    """Police or hospital first where the sign says so, and the Hub is rung as well."""
    decision = result(signs=yes(sign))
    assert rung(decision)[0] == first
    assert HUB in rung(decision)


def test_the_hospital_comes_without_a_number_of_its_own() -> None:
    """Urgent medical care is arranged; 999 is named for a child who is unwell."""
    route = result(signs=yes("strangulation")).routes[0]
    assert route.dial == ""
    assert "999" in route.instead


@pytest.mark.parametrize("fields", [
    {"signs": yes("allegation_adult")}, {"source_of_harm": {"kinds": ["works_with_children"]}},
])
def test_an_allegation_goes_to_the_officer_of_the_area_where_the_adult_works(fields: dict[str, Any]) -> None:
    """In office hours the LADO is the first number, with the corrected digits."""
    decision = result(work_area=CBC, home_area=ELSEWHERE, **fields)
    numbers = [route for route in decision.routes if route.dial and route.kind != "your_lead"]
    assert (numbers[0].contact, numbers[0].dial) == (LADO, "0300 300 8142")


def test_the_officer_of_an_area_without_a_pack_is_asked_for_and_not_invented() -> None:
    """Where the adult works elsewhere, no other area's LADO is shown."""
    decision = result(work_area=ELSEWHERE, signs=yes("allegation_adult"))
    assert LADO not in rung(decision)
    assert any("LADO" in route.name and not route.dial and route.instead for route in decision.routes)


def test_before_the_child_leaves_is_said_with_the_number() -> None:
    """The call of an urgent result carries the time at which the child leaves."""
    leaves = at("2026-11-20 15:15")
    decision = result(signs=yes("frightened_home"), where_now={"place": "with_me", "leaves_at": leaves})
    assert next(route for route in decision.routes if route.contact == HUB).before == leaves


@pytest.mark.parametrize(("safe", "first"), [("yes", HUB), ("no", NIGHT), ("not_sure", NIGHT), (None, NIGHT)])
def test_a_call_today_after_hours_depends_on_whether_the_child_is_safe_until_the_door_opens(
    safe: str | None, first: str
) -> None:
    """Only "yes" lets it wait for the front door; anything else is the duty team now."""
    decision = result(FRIDAY_AFTER_HOURS, ticked=("CBC-2-CHILD-18",), safe_until_open=safe,
                      safe_until=at("2026-11-23 08:45"))
    numbers = [route.contact for route in decision.routes if route.dial]
    assert numbers[0] == first
    assert HUB in numbers


@pytest.mark.parametrize("ticked", [
    (), ("CBC-2-CHILD-08",), ("CBC-3-FAMILY-05",), ("CBC-3-FAMILY-05", "CBC-3-CHILD-09"),
])
def test_a_calm_outcome_names_the_next_opening_and_not_the_duty_team(ticked: tuple[str, ...]) -> None:
    """What can wait is not rung through to the night team."""
    decision = result(FRIDAY_AFTER_HOURS, ticked=ticked)
    door = next(route for route in decision.routes if route.contact == HUB)
    assert (door.kind, door.opens) == ("ring_when_open", at("2026-11-23 08:45"))
    assert NIGHT not in rung(decision)


def test_urgent_action_is_where_the_child_is_and_the_home_area_is_told() -> None:
    """A child from another area is for the front door here, and home is told as well."""
    here = result(home_area=ELSEWHERE, area_now=CBC, signs=yes("disclosure"))
    assert rung(here)[0] == HUB
    assert "tell_too" in kinds(here)
    away = result(area_now=ELSEWHERE, signs=yes("disclosure"))
    assert [route.contact for route in away.routes][:3] == ["find_a_council", "nspcc_helpline", "police_101"]
    assert [route.contact for route in away.routes if route.kind == "tell_too"] == [HUB]


def test_the_home_area_is_told_although_it_has_no_number_at_night() -> None:
    """That its door is closed is no reason not to be told that home must know."""
    packs = with_made_up(contacts=(contact("door"),), front_door="door", duty_team="")
    decision = result(CHRISTMAS, packs, home_area="made_up", area_now=CBC, signs=yes("disclosure"))
    assert "tell_too" in kinds(decision)


def test_what_is_not_urgent_goes_to_the_area_where_the_child_lives() -> None:
    """Early help is for home, wherever the child is today."""
    decision = result(area_now=ELSEWHERE, ticked=("CBC-2-CHILD-08",))
    assert HUB in rung(decision)
    assert "tell_too" not in kinds(decision)


@pytest.mark.parametrize("now", [FRIDAY, FRIDAY_AFTER_HOURS, CHRISTMAS, at("2026-10-25 01:30")])
@pytest.mark.parametrize("worked", WORKED[::6], ids=lambda worked: worked.name)
def test_no_contact_is_listed_twice_and_every_route_says_what_to_do(worked: Any, now: Any) -> None:
    """At any hour each number stands once, with its reason and its source."""
    routes: tuple[Route, ...] = assess(worked.case, PACKS, now).routes
    keys = [(route.contact or route.name, route.dial) for route in routes]
    assert len(keys) == len(set(keys))
    assert all(route.says and route.source.source in PACKS.sources for route in routes)


def test_a_time_that_is_past_is_not_shown_as_a_limit() -> None:
    """"Before the child leaves at three" is said at two o'clock and not at four."""
    leaving = {"where_now": {"place": "school_or_nursery", "leaves_at": "2026-11-20T15:00"}, "signs": yes("disclosure")}
    assert any(route.before for route in result(at("2026-11-20 14:00"), **leaving).routes)
    assert not any(route.before for route in result(at("2026-11-20 16:00"), **leaving).routes)


TEACHER = {"role": "teacher"}


def test_two_reasons_to_ring_the_police_stand_in_one_route() -> None:
    """Police first, and no number for the front door: one call, with both reasons."""
    decision = result(home_area="north_east_lincolnshire", signs=yes("missing_now"))
    says = [route.says for route in decision.routes if route.contact == "police_101"]
    assert len(says) == 1
    assert "Ring the police first" in says[0]
    assert "duty social worker" in says[0]


@pytest.mark.parametrize(("area", "number"), [
    ("telford_wrekin", "01952 385385"), ("north_lincolnshire", "01724 296500"), ("north_east_lincolnshire", "101"),
])
def test_where_no_officer_is_printed_the_first_route_has_a_number(area: str, number: str) -> None:
    """The front door is rung now and asked for the LADO; where it has no number, 101."""
    decision = result(home_area=area, signs=yes("allegation_adult"), practitioner=TEACHER)
    assert decision.routes[0].dial == number
    assert ("ask for the designated officer (LADO)" in decision.routes[0].says) == (number != "101")
    officer = next(route for route in decision.routes if "LADO" in route.name)
    assert officer.dial == ""
    assert "prints no number" in officer.says


def test_at_night_nobody_is_sent_to_an_officer_whose_hours_are_not_known() -> None:
    """The officer is for when offices are open; until then who answers is rung, and named beside the officer."""
    decision = result(CHRISTMAS, signs=yes("allegation_adult"))
    officer = next(route for route in decision.routes if route.contact == LADO)
    assert officer.kind == "ring_when_open"
    assert "Emergency Duty Team, 0300 300 8123" in officer.instead
    by_day = next(route for route in result(signs=yes("allegation_adult")).routes if route.contact == LADO)
    assert by_day.kind == "ring_now"
    assert "Access and Referral Hub, 0300 300 8585" in by_day.instead


@pytest.mark.parametrize("area_id", PACKS.areas)
@pytest.mark.parametrize("now", [FRIDAY, CHRISTMAS], ids=["by day", "at rest"])
@pytest.mark.parametrize("signs", [
    yes("weapon_or_threat"), {"missing_now": UNSURE}, yes("injury_unexplained") | {"missing_now": UNSURE},
], ids=["police first", "not found out", "harm beside it"])
def test_the_police_card_speaks_of_no_number_but_its_own(
    area_id: str, now: datetime, signs: dict[str, dict[str, str]]
) -> None:
    """The way round a number stands beside that number, and a doubt about a missing child is never lost behind it."""
    child = {"label": "A", "age_years": 9, "status": ["protection_plan"]}
    found = result(now, home_area=area_id, signs=signs, children=[child]).routes
    cards = [route for route in found if route.contact == PACKS.national.police]
    assert [route.kind for route in cards] == ["police"]
    assert "does not answer" not in cards[0].says
    assert ("nobody can say where the child is" in cards[0].says) == ("missing_now" in signs)
    for route in found:
        assert route.kind != "ring_now" or route.trust != "reported" or "101" in route.instead


def test_whereabouts_nobody_knows_are_asked_about_beside_a_reason_alone() -> None:
    """The police come first beside a statement that makes missing a question; by itself not knowing is ordinary."""
    home = "north_east_lincolnshire"
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs(home) if sign.id != "missing_now"}
    asked = {"home_area": home, "danger": "no", "signs": signs, "asked": tuple(PACKS.national.topic),
             "children": [{"label": "A", "age_years": 5, "status": ["protection_plan"]}],
             "where_now": {"place": "not_known"}}
    beside = decide(read(Case.model_validate(asked | {"findings": [{"id": "NEL-REASON-01"}]}), PACKS), FRIDAY)
    assert (beside.outcome, beside.routes[0].kind) == ("consult_today", "police")
    assert "nobody can say where the child is" in beside.routes[0].says
    alone = decide(read(Case.model_validate(asked), PACKS), FRIDAY)
    assert alone.outcome == "consult"
    assert not [gap for gap in alone.gaps if gap.kind == "ask_now"]


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_who_works_with_the_child_is_not_spoken_of_as_for_a_missing_child(area_id: str) -> None:
    """What is said of an open case holds for every open case."""
    child = {"label": "A", "age_years": 9, "status": ["protection_plan"]}
    found = result(home_area=area_id, signs=yes("injury_unexplained"), children=[child]).routes
    worker = next(route for route in found if route.kind == "worker")
    assert "missing" not in f"{worker.name} {worker.says} {worker.instead}"


def test_home_without_a_number_is_said_plainly() -> None:
    """Nobody is told to ring the police "to tell the area too": which number is not held is said."""
    decision = result(home_area="north_east_lincolnshire", area_now=CBC, signs=yes("disclosure"))
    told = next(route for route in decision.routes if route.kind == "tell_too")
    assert (told.dial, told.contact) == ("", "")
    assert "North East Lincolnshire" in told.name
    assert "no number" in told.says


@pytest.mark.parametrize(("area", "row", "where"), [
    ("telford_wrekin", "TEL-2-EDUCATION-01", "strengthening_families"),
    ("north_lincolnshire", "NL-ALERT-02", "mars_website"),
])
def test_an_assessment_that_goes_elsewhere_is_not_for_the_front_door(area: str, row: str, where: str) -> None:
    """The front door is for advice; where the form goes has a route of its own."""
    decision = result(home_area=area, ticked=(row,))
    door, sent = decision.routes[-2:]
    assert (sent.kind, sent.contact) == ("send_to", where)
    assert door.says == "You may ring about early help."


def test_every_call_made_now_is_before_the_child_leaves() -> None:
    """Officer, lead and front door alike; a calm result has no such hour."""
    leaves = {"place": "with_me", "leaves_at": at("2026-11-20 15:15")}
    decision = result(signs=yes("allegation_adult"), where_now=leaves, practitioner=TEACHER)
    assert {route.kind for route in decision.routes if route.before} == {"ring_now", "your_lead"}
    assert all(route.before for route in decision.routes)
    assert not any(route.before for route in result(where_now=leaves, practitioner=TEACHER).routes)


def test_medical_care_today_never_waits_for_the_lead() -> None:
    """A bite or a mark that a doctor must see: the doctor first, then the lead, also where the rest is a talk today."""
    for sign in ("dog_bite", "unsure_mark"):
        found = result(signs=yes(sign), practitioner={"role": "teacher"})
        assert [route.kind for route in found.routes][:2] == ["emergency", "your_lead"]


def test_at_a_level_for_the_front_door_a_refusal_changes_what_it_is_rung_for() -> None:
    """Refused where agreement is the way in, it is rung about the refusal; for any calmer talk it is not."""
    refuses = [{"key": "mother", "relation": "mother", "agrees": "refuses"}]

    def hub(ticked: tuple[str, ...], **fields: Any) -> str:
        return next(route.says for route in result(ticked=ticked, **fields).routes if route.contact == HUB)

    two_at_three, one_at_three = ("CBC-3-FAMILY-05", "CBC-3-CHILD-09"), ("CBC-3-FAMILY-05",)
    assert result(ticked=two_at_three, family=refuses).outcome == "refer_with_agreement"
    assert hub(two_at_three, family=refuses) == say("ring.calm.refused") != hub(two_at_three)
    assert result(ticked=one_at_three, family=refuses).outcome == "consult"
    assert hub(one_at_three, family=refuses) == say("ring.calm.consult")


def test_the_police_come_before_the_front_door_only_where_nobody_knows_where_the_child_is() -> None:
    """With a doubt whether the child is missing beside a call now: first while that is open, otherwise after it."""
    signs = {"disclosure": {"answer": "yes"}, "missing_now": UNSURE}
    for place, police_first in (("not_known", True), ("home", False)):
        order = rung(result(signs=signs, where_now={"place": place}))
        assert (order.index("police_101") < order.index(HUB)) is police_first
