"""Whom to ring now, in which order, with which number, and what to do where no number can be trusted."""
import re
from typing import Any

import pytest

from decision.assess import assess
from decision.known import ELSEWHERE
from decision.result import Decision, Route
from decision.doors import front_door_now
from decision.worked import expand
from guidance.models import Hours, Number
from tests.decision.altered import replaced
from tests.decision.build import (
    AREA, CBC, CITED, FRIDAY, FRIDAY_AFTER_HOURS, PACKS, at, contact, result, with_made_up, yes,
)

HUB, NIGHT, LADO = "access_and_referral_hub", "emergency_duty_team", "designated_officer"
CHRISTMAS = at("2026-12-25 03:00")
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


def test_the_number_open_now_is_known_without_a_question() -> None:
    """As soon as an area is chosen, its open number can be shown with until when."""
    first = front_door_now(CBC, PACKS, FRIDAY)[0]
    assert (first.contact, first.dial, first.open_now) == (HUB, "0300 300 8585", True)
    assert first.until == at("2026-11-20 16:20")


def test_out_of_hours_the_duty_team_is_shown_and_when_the_front_door_opens() -> None:
    """The reported number comes with 101 as the way round it, and the front door with its next opening."""
    routes = front_door_now(CBC, PACKS, FRIDAY_AFTER_HOURS)
    assert [(route.kind, route.contact) for route in routes] == [
        ("ring_now", NIGHT), ("switchboard", "police_101"), ("ring_when_open", HUB)]
    assert routes[0].trust == "reported"
    assert routes[-1].opens == at("2026-11-23 08:45")


@pytest.mark.parametrize("area_id", [ELSEWHERE, "", "atlantis"])
def test_without_a_pack_no_number_is_invented(area_id: str) -> None:
    """999 and 101, and whom to ask for."""
    routes = front_door_now(area_id, PACKS, CHRISTMAS)
    assert [(route.kind, route.dial) for route in routes] == [("police", "101")]
    assert "999" in routes[0].says


def test_a_misprinted_number_is_shown_and_never_offered() -> None:
    """The duty team's printed number stands beside its warning; the one to dial is another."""
    route = front_door_now(CBC, PACKS, CHRISTMAS)[0]
    assert (route.printed, route.dial) == ("0300 330 8123", "0300 300 8123")
    assert route.warning


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_no_worked_case_ever_dials_a_misprint(worked: Any) -> None:
    """Whatever the case and the hour, no suspect number is a number to ring."""
    suspect = {digits(number.printed) for item in AREA.contacts for number in item.suspects()}
    suspect |= {digits(number) for number in PACKS.national.misprints}
    offered = {digits(route.dial) for route in assess(worked.case, PACKS, worked.on).routes}
    assert suspect
    assert not offered & suspect


def test_a_front_door_that_is_only_an_answerphone_is_not_the_number_to_ring() -> None:
    """An answerphone cannot act tonight: 101 and 999 instead, and when the front door opens."""
    door = contact("door")
    machine = contact("machine", hours=Hours(kind="always"), answerphone=True)
    packs = with_made_up(contacts=(door, machine), front_door="door", duty_team="machine")
    routes = front_door_now("made_up", packs, CHRISTMAS)
    assert [route.kind for route in routes] == ["police", "ring_when_open"]


def test_an_area_without_a_night_number_says_101_at_night() -> None:
    """Nothing is borrowed from another area."""
    packs = with_made_up(contacts=(contact("door"),), front_door="door", duty_team="")
    routes = front_door_now("made_up", packs, CHRISTMAS)
    assert routes[0].dial == "101"
    assert routes[1].opens == at("2026-12-29 09:00")


def test_a_front_door_with_a_suspect_number_alone_is_not_rung() -> None:
    """Nobody is sent to a number that cannot be right."""
    wrong = Number(printed="01632 96", trust="suspect", note="Too short.", source=CITED)
    door = contact("door", dial="", numbers=(wrong,))
    packs = with_made_up(contacts=(door,), front_door="door", duty_team="")
    assert [route.dial for route in front_door_now("made_up", packs, FRIDAY)] == ["101"]


def test_a_number_whose_hours_are_not_known_is_offered_and_said_so() -> None:
    """Unknown hours are no reason to hide the number."""
    packs = with_made_up(contacts=(contact("door", hours=Hours(kind="unknown")),), front_door="door", duty_team="")
    route = front_door_now("made_up", packs, FRIDAY)[0]
    assert (route.contact, route.open_now) == ("door", None)


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


def test_the_lead_comes_first_where_it_can_wait_and_beside_where_it_cannot() -> None:
    """Talk to the lead first for a call today; when it is now, tell the lead and do not wait."""
    teacher = {"practitioner": {"role": "teacher"}}
    assert kinds(result(ticked=("CBC-2-CHILD-18",), **teacher))[0] == "your_lead"
    now = result(signs=yes("disclosure"), **teacher)
    assert kinds(now).index("your_lead") > kinds(now).index("ring_now")
    assert "do not wait" in next(route.says for route in now.routes if route.kind == "your_lead").lower()


@pytest.mark.parametrize("fields", [
    {"practitioner": {"role": "designated_safeguarding_lead"}}, {"practitioner": {"lead": "i_am_the_lead"}},
    {"practitioner": {"lead": "no_lead"}}, {"practitioner": {"role": "teacher", "lead": "lead_decided_not_to_refer"}},
    {"practitioner": {"role": "teacher", "lead": "yes"}},
])
def test_nobody_is_sent_to_a_lead_whom_they_have_spoken_to_or_are(fields: dict[str, Any]) -> None:
    """Whoever is the lead, has none, or has already asked, rings the front door."""
    decision = result(ticked=("CBC-2-CHILD-18",), **fields)
    assert "your_lead" not in kinds(decision)
    assert HUB in rung(decision)


def test_a_lead_who_cannot_be_reached_is_no_reason_to_wait() -> None:
    """The user is told to ring themselves."""
    decision = result(ticked=("CBC-2-CHILD-18",), practitioner={"role": "teacher", "lead": "cannot_reach"})
    lead = next(route for route in decision.routes if route.kind == "your_lead")
    assert "ring yourself" in lead.says
    assert HUB in rung(decision)


def test_the_lead_is_named_as_in_the_users_setting() -> None:
    """A GP has a practice lead, a midwife a named midwife."""
    assert "practice" in result(ticked=("CBC-2-CHILD-18",), practitioner={"role": "gp"}).routes[0].name
    assert "midwife" in result(ticked=("CBC-2-CHILD-18",), practitioner={"role": "midwife"}).routes[0].name


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
    decision = result(FRIDAY_AFTER_HOURS, ticked=("CBC-2-CHILD-18",), safe_until_open=safe)
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
    assert away.routes[0].contact == "police_101"
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


@pytest.mark.parametrize("status", ["social_worker", "protection_plan", "child_in_need", "looked_after"])
def test_an_open_case_goes_to_the_social_worker_and_never_waits_for_them(status: str) -> None:
    """Urgent: the front door and the worker. Otherwise the worker is rung before the front door."""
    children = [{"label": "A", "age_years": 9, "status": [status]}]
    urgent = result(signs=yes("disclosure"), children=children)
    assert kinds(urgent).index("ring_now") < kinds(urgent).index("worker")
    calm = result(ticked=("CBC-3-FAMILY-05",), children=children)
    assert kinds(calm).index("worker") < rung(calm).index(HUB)


def test_a_closed_or_early_help_case_has_no_worker_to_ring() -> None:
    """Only an open social work case has one."""
    children = [{"label": "A", "status": ["early_help", "care_leaver"]}]
    assert "worker" not in kinds(result(signs=yes("disclosure"), children=children))


@pytest.mark.parametrize("now", [FRIDAY, FRIDAY_AFTER_HOURS, CHRISTMAS, at("2026-10-25 01:30")])
@pytest.mark.parametrize("worked", WORKED[::6], ids=lambda worked: worked.name)
def test_no_contact_is_listed_twice_and_every_route_says_what_to_do(worked: Any, now: Any) -> None:
    """At any hour each number stands once, with its reason and its source."""
    routes: tuple[Route, ...] = assess(worked.case, PACKS, now).routes
    keys = [(route.contact or route.name, route.dial) for route in routes]
    assert len(keys) == len(set(keys))
    assert all(route.says and route.source.source in PACKS.sources for route in routes)


def test_a_role_that_is_not_known_is_sent_to_a_safeguarding_lead() -> None:
    """Without a role the lead is named in general words."""
    assert result(ticked=("CBC-2-CHILD-18",)).routes[0].name == "Your safeguarding lead"


def test_a_number_that_is_confirmed_needs_no_way_round_it() -> None:
    """101 stands beside a duty team only while its number has not been checked."""
    contacts = replaced(AREA.contacts, NIGHT, numbers=(Number(
        printed="01632 960009", dial="01632 960009", trust="confirmed", source=CITED),))
    packs = with_made_up(contacts=contacts)
    assert [route.contact for route in front_door_now("made_up", packs, CHRISTMAS)] == [NIGHT, HUB]


def test_a_time_that_is_past_is_not_shown_as_a_limit() -> None:
    """"Before the child leaves at three" is said at two o'clock and not at four."""
    leaving = {"where_now": {"place": "school_or_nursery", "leaves_at": "2026-11-20T15:00"}, "signs": yes("disclosure")}
    assert any(route.before for route in result(at("2026-11-20 14:00"), **leaving).routes)
    assert not any(route.before for route in result(at("2026-11-20 16:00"), **leaving).routes)


PLAN = [{"label": "A", "age_years": 9, "status": ["protection_plan"]}]
TEACHER = {"role": "teacher"}
UNSURE = {"answer": "not_sure", "why": "could_not_find_out"}


def test_for_a_call_today_the_social_worker_comes_before_the_lead_and_the_front_door() -> None:
    """The worker who has the case is told first; the lead is told as well and is nobody to wait for."""
    decision = result(ticked=("CBC-2-CHILD-18",), children=PLAN, practitioner=TEACHER)
    assert kinds(decision)[:2] == ["worker", "your_lead"]
    assert "as well" in decision.routes[1].says
    assert decision.action.startswith("Ring the child's social worker first, now.")


def test_whom_a_document_names_for_an_open_case_is_named() -> None:
    """The document's own words stand beside the name, and who answers in their place."""
    route = result(home_area="luton", ticked=(), signs={"disclosure": UNSURE}, children=PLAN).routes[0]
    assert route.contact == "allocated_social_worker"
    assert "MASH" in route.instead
    assert "01582 547653" in route.instead


@pytest.mark.parametrize("signs", [{"missing_now": UNSURE}, {"missing_now": UNSURE, "disclosure": UNSURE}])
def test_where_nobody_can_say_where_the_child_is_the_police_come_first_of_all(signs: dict[str, Any]) -> None:
    """It could not be found out whether the child is missing: before the worker, the lead and the front door."""
    decision = result(signs=signs, children=PLAN, practitioner=TEACHER)
    assert decision.outcome == "consult_today"
    assert rung(decision)[:3] == ["police_101", "worker", "your_lead"]


def test_a_sign_that_says_nothing_of_where_the_child_is_sends_nobody_to_the_police_first() -> None:
    """An assault that could not be found out is for the lead, as any other sign."""
    decision = result(signs={"serious_assault": UNSURE}, practitioner=TEACHER)
    assert "police_101" not in rung(decision)


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
    assert by_day.instead == ""


def test_who_answers_in_place_of_a_closed_door_is_found_through_the_contacts() -> None:
    """A contact names who answers when it is closed, also where the area names no duty team."""
    night = contact("night", "01632 960009", hours=Hours(kind="always"))
    packs = with_made_up(contacts=(contact("door", outside="night"), night), front_door="door", duty_team="")
    assert front_door_now("made_up", packs, CHRISTMAS)[0].contact == "night"


@pytest.mark.parametrize(("moment", "first"), [
    (FRIDAY, "door"), (at("2026-11-24 03:00"), "night"), (at("2026-11-21 12:00"), "night"), (CHRISTMAS, "night"),
])
def test_a_door_whose_hours_are_not_printed_comes_last_when_offices_rest(moment: Any, first: str) -> None:
    """Both are offered; at night, at a weekend and on a holiday the other one first."""
    unknown = Hours(kind="unknown")
    doors = (contact("door", hours=unknown), contact("night", "01632 960009", hours=unknown))
    packs = with_made_up(contacts=doors, front_door="door", duty_team="night")
    found = [route.contact for route in front_door_now("made_up", packs, moment) if route.kind == "ring_now"]
    assert found[0] == first
    assert set(found) == {"door", "night"}


def test_a_front_door_without_a_number_is_named_with_its_page_for_what_can_wait() -> None:
    """On the start page the page follows the police; a call for today or now is never sent to it."""
    start = front_door_now("north_east_lincolnshire", PACKS, FRIDAY)
    assert [(route.kind, bool(route.web)) for route in start] == [("police", False), ("advice", True)]
    urgent = result(home_area="north_east_lincolnshire", signs=yes("disclosure"))
    assert not any(route.web for route in urgent.routes)


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
    assert door.says == "For advice about early help."


def test_every_call_made_now_is_before_the_child_leaves() -> None:
    """Officer, lead and front door alike; a calm result has no such hour."""
    leaves = {"place": "with_me", "leaves_at": at("2026-11-20 15:15")}
    decision = result(signs=yes("allegation_adult"), where_now=leaves, practitioner=TEACHER)
    assert {route.kind for route in decision.routes if route.before} == {"ring_now", "your_lead"}
    assert all(route.before for route in decision.routes)
    assert not any(route.before for route in result(where_now=leaves, practitioner=TEACHER).routes)
