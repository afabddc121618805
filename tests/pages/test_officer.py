"""The designated officer for an allegation and the team for the child: a call to one is none to the other."""
import re
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from decision.after import (
    asked_first, has_rung, made, officer_rung, script_is_due, since_the_call, team_rung, untried,
)
from decision.assess import assess
from decision.calls import OFFICER, answered_to, with_another
from decision.case import Call, Case, Child, PlaceNow, SignAnswer, SourceOfHarm, WhereNow
from decision.result import Route
from decision.rung import door_without_number, due, rang_before, still_to_ring, with_record
from exports.after_call import first_route, is_known
from exports.details import Details
from exports.material import Material
from guidance.load import load_packs
from guidance.vocabulary import CallOutcome
from pages.parts.result.next_view import what_next
from pages.parts.result.now_view import now_section
from pages.parts.result.result_folds import folds

PACKS = load_packs()
DAY = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
TIMES = [DAY, DAY.replace(hour=22), DAY.replace(day=22)]
ALLEGATION = next(sign.id for sign in PACKS.national.signs if sign.first_call == OFFICER)
WITH: dict[str, tuple[str, ...]] = {
    "alone": (ALLEGATION,), "told": (ALLEGATION, "disclosure"), "999": (ALLEGATION, "strangulation"),
}
NUMBER = [id_ for id_, area in PACKS.areas.items()
          if area.allegations and (found := PACKS.contact(id_, area.allegations)) and found.dial()]


def case(home: str, signs: tuple[str, ...], work: str = "") -> Case:
    """A child of 8, of whom these signs are so; the adult works in this area."""
    return Case(home_area=home, children=(Child(label="A", age_years=8),), work_area=work,
                signs={id_: SignAnswer(answer="yes", basis="child_said") for id_ in signs})


def noted(before: Case, at: datetime, contact: str) -> Case:
    """The case once it is written down that they were rung and took it."""
    before = with_another(before) if before.call != Call() else before
    after = Case.model_validate({**before.model_dump(), "call": {"contact": contact, "outcome": "taken"}})
    return with_record(before, after, assess(after, PACKS, at), PACKS)


def asked(about: Case, at: datetime) -> Route | None:
    """Whom the result asks to ring now; None once nobody is."""
    decision = assess(about, PACKS, at)
    return still_to_ring(about, decision) if has_rung(about, decision) else due(
        decision.but(routes=untried(about, decision)))


@pytest.mark.parametrize("work", PACKS.areas)
@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night", "sunday"])
def test_who_does_as_it_says_has_rung_everybody_and_nobody_twice(home: str, work: str, at: datetime) -> None:
    """Each call that it asks for is made, until it asks for none: then the team for the child knows, and the officer
    too or is still in sight."""
    for signs in WITH.values():
        about, rung = case(home, signs, work), []
        while (route := asked(about, at)) is not None:
            key = (route.contact, route.officer)
            assert key not in rung, (signs, rung, route)
            rung.append(key)
            found = door_without_number(about, assess(about, PACKS, at), PACKS) if route.kind == "police" else None
            about = noted(about, at, found.id if found else route.contact)
        decision = assess(about, PACKS, at)
        assert has_rung(about, decision)
        if any(one.kind == "ring_now" and not one.officer for one in decision.routes):
            assert team_rung(about), (signs, rung)
        assert folds(about, decision, PACKS, (), at)
        seen = now_section(about, decision, PACKS, at).partition("<details")[0]
        for one in decision.routes:
            if one.officer and not one.dial and not officer_rung(about):
                assert one.says in unescape(re.sub("<[^>]+>", "", seen)), (signs, rung)
            elif one.officer and not officer_rung(about):
                assert one.dial in seen, (signs, rung)


@pytest.mark.parametrize("place", [None, "with_me", "not_known"])
@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night", "sunday"])
def test_no_call_that_was_made_is_asked_for_anew(home: str, place: PlaceNow | None, at: datetime) -> None:
    """The same of every sign, wherever the child is: the page comes to an end, also where no team of the council's can
    be rung and the police are in its place."""
    for sign in PACKS.signs(home):
        about = case(home, (sign.id,)).but(where_now=WhereNow(place=place))
        rung: list[str] = []
        while (route := asked(about, at)) is not None and route.dial:
            assert route.contact not in rung, (sign.id, rung)
            rung.append(route.contact)
            about = noted(about, at, route.contact)
        if rung:
            assert has_rung(about, assess(about, PACKS, at)), (sign.id, rung)


@pytest.mark.parametrize("home", NUMBER)
def test_the_officer_alone_leaves_the_team_for_the_child_to_be_rung(home: str) -> None:
    """On the page, on the card after the call and on the papers; the script is that team's, and no answer is due yet.
    """
    officer = PACKS.areas[home].allegations
    for contact in ("", officer):
        about = noted(case(home, WITH["alone"]), DAY, contact)
        decision = assess(about, PACKS, DAY)
        next_ = asked(about, DAY)
        assert (officer_rung(about), team_rung(about)) == (True, False)
        assert next_ is not None
        assert next_.contact == PACKS.areas[home].front_door
        assert next_.dial in now_section(about, decision, PACKS, DAY).partition("<details")[0]
        assert next_.name in what_next(about, decision, PACKS, DAY)
        assert script_is_due(about, decision)
        assert not rang_before(about, decision)
        assert answered_to(about) is None
        paper = Material(about, Details(), decision, PACKS, DAY)
        number = first_route(paper, 3)
        assert not is_known(paper)
        assert number is not None
        assert number.contact == next_.contact


@pytest.mark.parametrize("home", NUMBER)
def test_the_team_for_the_child_is_not_the_officer(home: str) -> None:
    """Whichever of the two comes first: also where something else has the front door or 999 come first."""
    area = PACKS.areas[home]
    for signs in WITH.values():
        about = noted(case(home, signs), DAY, area.front_door)
        decision = assess(about, PACKS, DAY)
        officer = next(one for one in decision.routes if one.officer)
        assert not officer_rung(about)
        assert not made(officer, about, decision)
        about = noted(about, DAY, area.allegations)
        assert officer_rung(about)
        assert made(officer, about, assess(about, PACKS, DAY))


@pytest.mark.parametrize("home", NUMBER)
def test_a_talk_for_today_is_still_to_be_had_after_the_officer(home: str) -> None:
    """Where somebody who may be causing harm works with children and nothing is urgent."""
    about = case(home, ()).but(source_of_harm=SourceOfHarm(kinds=("works_with_children",)))
    before = assess(about, PACKS, DAY)
    assert (before.outcome, asked_first(about, before)) == ("consult_today", OFFICER)
    about = noted(about, DAY, PACKS.areas[home].allegations)
    assert not has_rung(about, assess(about, PACKS, DAY))


def test_a_door_asked_for_the_officer_is_one_call_for_both_at_home_and_the_officers_elsewhere() -> None:
    """Where no number for the officer is held."""
    without = [id_ for id_ in PACKS.areas if id_ not in NUMBER]
    for work in without:
        door = PACKS.areas[work].front_door
        here = noted(case(work, WITH["alone"]), DAY, door)
        if any(one.contact == door and one.dial for one in assess(here, PACKS, DAY).routes):
            assert team_rung(here), work
        for home in PACKS.areas:
            first = asked(about := case(home, WITH["alone"], work), DAY)
            if home != work and first and first.officer:
                assert not team_rung(noted(about, DAY, door)), (home, work)


@pytest.mark.parametrize("work", PACKS.areas)
def test_no_other_areas_officer_stands_beside_the_one_who_is_told(work: str) -> None:
    """Whatever the home area's document says of its own: the adult works elsewhere."""
    for home in PACKS.areas:
        decision = assess(case(home, WITH["alone"], work), PACKS, DAY)
        own = PACKS.areas[home].allegations
        if own and home != work:
            assert not [one for one in decision.duties if own in one.contacts], (home, work)
            number = PACKS.contact(home, own)
            assert number is not None
            dial = number.dial()
            assert dial is not None
            assert dial.dial not in folds(case(home, WITH["alone"], work), decision, PACKS, (), DAY), (home, work)


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("there", PACKS.areas)
def test_the_team_of_another_area_is_told_anew(home: str, there: str) -> None:
    """Where the child turns out to live or to be elsewhere, and the officer's where the adult works elsewhere."""
    about = case(home, WITH["told"]).but(rung=("front_door", OFFICER, "999"))
    for moved, left in (
        (about.but(home_area=there), {"999"}), (about.but(area_now=there), {"999"}),
        (about.but(work_area=there), {"999", "front_door"}),
    ):
        after = since_the_call(about, moved, PACKS, lambda one: assess(one, PACKS, DAY))
        assert set(after.rung) == (left if home != there else {"front_door", OFFICER, "999"}), moved


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("said", ["advice", "no_further_action", "get_agreement", "taken"])
def test_medical_care_stays_in_sight_until_it_was_had(home: str, said: CallOutcome) -> None:
    """Whoever rang care or 999 and was only advised, or refused, has not had the child seen."""
    emergency = PACKS.national.emergency
    for sign in (one for one in PACKS.signs(home) if one.first_call == "hospital"):
        about = case(home, (sign.id,))
        for contact, outcome in ((emergency, said), (PACKS.areas[home].front_door, "taken")):
            before = with_another(about) if about.call != Call() else about
            after = Case.model_validate({**before.model_dump(), "call": {"contact": contact, "outcome": outcome}})
            about = with_record(before, after, assess(after, PACKS, DAY), PACKS)
        decision = assess(about, PACKS, DAY)
        if not has_rung(about, decision):
            continue
        seen = unescape(re.sub("<[^>]+>", "", now_section(about, decision, PACKS, DAY).partition("<details")[0]))
        care = [one for one in decision.routes if one.kind == "emergency" and not one.dial]
        assert care
        assert all((one.says in seen) == (said != "taken") for one in care), sign.id
