"""Whom to ring at this moment in an area, with no question asked, and what to do where no number can be trusted."""
from typing import Any

import pytest

from decision.doors import front_door_now
from guidance.vocabulary import ELSEWHERE
from guidance.models import Hours, Number
from tests.decision.altered import replaced
from tests.decision.build import (
    AREA, CBC, CITED, FRIDAY, FRIDAY_AFTER_HOURS, PACKS, at, contact, result, with_made_up, yes,
)

HUB, NIGHT = "access_and_referral_hub", "emergency_duty_team"
CHRISTMAS = at("2026-12-25 03:00")


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
    """The page that has each council's number, then who advises without it, and the police for danger or a crime."""
    finder, advice, police = front_door_now(area_id, PACKS, CHRISTMAS)
    assert (finder.dial, finder.web[:19]) == ("", "https://www.gov.uk/")
    assert advice.kind == "advice"
    assert (police.kind, police.dial) == ("police", "101")
    assert "999" in police.instead
    assert {route.contact for route in (finder, advice, police)} <= {one.id for one in PACKS.national.contacts}


def test_a_misprinted_number_is_shown_and_never_offered() -> None:
    """The duty team's printed number stands beside its warning; the one to dial is another."""
    route = front_door_now(CBC, PACKS, CHRISTMAS)[0]
    assert (route.printed, route.dial) == ("0300 330 8123", "0300 300 8123")
    assert route.warning


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


def test_a_number_that_is_confirmed_needs_no_way_round_it() -> None:
    """101 stands beside a duty team only while its number has not been checked."""
    contacts = replaced(AREA.contacts, NIGHT, numbers=(Number(
        printed="01632 960009", dial="01632 960009", trust="confirmed", source=CITED),))
    packs = with_made_up(contacts=contacts)
    assert [route.contact for route in front_door_now("made_up", packs, CHRISTMAS)] == [NIGHT, HUB]


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
