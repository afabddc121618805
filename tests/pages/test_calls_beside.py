"""A call beside the one that is asked for stands for none, and what was tried or rung before is not forgotten."""
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from decision import formats
from decision.after import has_rung, talk_had, team_rung, untried
from decision.assess import assess
from decision.calls import with_another
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Call, Case, Child, Finding, SignAnswer
from decision.rung import stands_for, still_to_ring, with_record
from exports.after_call import first_line
from exports.details import Details
from exports.material import Material
from guidance.load import load_packs
from guidance.words import say
from pages.parts.result.after_view import nobody_answered
from pages.parts.result.next_view import what_next
from pages.parts.wizard.calls_said import contacts_of

PACKS = load_packs()
DAY = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
NIGHT = DAY.replace(hour=22)
TOLD = {"disclosure": SignAnswer(answer="yes", basis="child_said")}
NELC = "north_east_lincolnshire"


def case(home_area: str, **parts: Any) -> Case:
    """A child of 8, of whom somebody of this area is worried."""
    return Case(home_area=home_area, children=(Child(label="A", age_years=8),), **parts)


def noted(before: Case, at: datetime, contact: str, outcome: str) -> Case:
    """The case once this is written down, as the page does it."""
    before = with_another(before) if before.call != Call() else before
    after = Case.model_validate({**before.model_dump(), "call": {"contact": contact, "outcome": outcome}})
    return with_record(before, after, assess(after, PACKS, at), PACKS)


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("away", PACKS.areas)
@pytest.mark.parametrize("at", [DAY, NIGHT], ids=["day", "night"])
def test_whoever_is_told_as_well_was_not_the_call(home: str, away: str, at: datetime) -> None:
    """Where the child is in another area, its team is rung; the home area's, which is told too, stands for none."""
    about = case(home, area_now=away, signs=TOLD)
    decision = assess(about, PACKS, at)
    others = {one.contact for one in decision.routes if one.kind != "tell_too"}
    for one in decision.routes:
        if one.kind == "tell_too" and one.contact and one.contact not in others:
            after = noted(about, at, one.contact, "taken")
            assert not has_rung(after, assess(after, PACKS, at)), (home, away)


def test_the_call_of_an_older_file_is_not_undone_by_a_later_talk_with_the_lead() -> None:
    """What was rung stays rung, on the page and on the paper."""
    old = {"format": "windscreen-case/6", **case("luton", signs=TOLD).model_dump(mode="json", exclude={"format"}),
           "call": {"contact": "mash", "outcome": "taken"}, "rung": ["front_door"]}
    old.pop("earlier_calls", None)
    opened = Case.model_validate(formats.raised("windscreen-case", old))
    assert team_rung(opened)
    after = noted(opened, DAY, OWN_LEAD, "advice")
    decision = assess(after, PACKS, DAY)
    assert talk_had(after, decision) == "team"
    assert still_to_ring(after, decision) is None
    assert "own lead" not in first_line(Material(after, Details(), decision, PACKS, DAY))


@pytest.mark.parametrize(("at", "signs"), [(DAY, {}), (DAY, TOLD), (NIGHT, {}), (NIGHT, TOLD)])
def test_a_line_for_something_else_is_not_the_call_and_is_not_asked_for_again(
        at: datetime, signs: dict[str, SignAnswer]) -> None:
    """A team for school admissions stands for no talk about a child's safety, also before it opens; once it was rung
    nothing says that it was not."""
    about = case(NELC, signs=signs, findings=(Finding(id="NEL-ROUTE-08", basis="seen"),))
    assert "cme_team" in contacts_of(about, assess(about, PACKS, at), PACKS)
    after = noted(about, at, "cme_team", "taken")
    decision = assess(after, PACKS, at)
    assert not has_rung(after, decision)
    admissions = next(one.name for one in decision.routes if one.contact == "cme_team")
    assert say("result.rang.still", name=admissions) not in str(what_next(after, decision, PACKS, at))


@pytest.mark.parametrize("status", ["", "social_worker", "protection_plan", "looked_after"])
def test_the_front_door_can_be_named_wherever_no_team_has_a_number(status: str) -> None:
    """Also beside a worker of whom none is known; and then it counts."""
    child = Child(label="A", age_years=8, status=(status,) if status else ())
    about = case(NELC, signs=TOLD).but(children=(child,))
    assert "children_services_daytime" in contacts_of(about, assess(about, PACKS, DAY), PACKS)
    after = noted(about, DAY, "children_services_daytime", "taken")
    assert has_rung(after, assess(after, PACKS, DAY))


def test_a_colleague_does_not_take_back_that_nobody_answered() -> None:
    """The next number stays in its place, and the page of the calls says that this was none of them."""
    silent = noted(case("luton", signs=TOLD), DAY, "mash", "no_answer")
    after = noted(silent, DAY, SOMEBODY_ELSE, "advice")
    decision = assess(after, PACKS, DAY)
    assert say("result.no_answer") in nobody_answered(after, None, DAY)
    next_ = untried(after, decision)[0].name
    assert say("result.rang.still", name=next_) in str(what_next(after, decision, PACKS, DAY))


@pytest.mark.parametrize("area_id", PACKS.areas)
@pytest.mark.parametrize("at", [DAY, NIGHT], ids=["day", "night"])
def test_whom_the_result_says_to_ring_now_counts(area_id: str, at: datetime) -> None:
    """The other side of it: each team of the council with a number that is to be rung now is the call."""
    about = case(area_id, signs=TOLD)
    decision = assess(about, PACKS, at)
    for one in decision.routes:
        if one.kind == "ring_now" and one.dial:
            assert stands_for(Call(contact=one.contact, outcome="taken"), about, decision, PACKS), one.contact


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_the_designated_officer_with_a_number_of_their_own_is_rung_too(area_id: str) -> None:
    """Neither call stands for the other (tests/pages/test_officer.py); where the front door is asked for the officer,
    the one call is both."""
    about = case(area_id, signs={"allegation_adult": SignAnswer(answer="yes", basis="seen")})
    decision, officer = assess(about, PACKS, DAY), PACKS.areas[area_id].allegations
    own = any(one.dial and officer and one.contact == officer for one in decision.routes)
    for one in decision.routes:
        if one.kind == "ring_now" and one.dial:
            after = noted(about, DAY, one.contact, "taken")
            assert has_rung(after, assess(after, PACKS, DAY)) == (not own), one.contact
