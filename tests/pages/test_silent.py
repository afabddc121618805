"""Who did not answer is not rung first again while another number may be tried, whatever else is written down since."""
from datetime import datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest

from decision.after import has_rung, untried
from decision.assess import assess
from decision.calls import silent, spoken_of, with_another
from decision.case import OWN_LEAD, Call, Case, Child, SignAnswer
from decision.rung import due, still_to_ring, with_record
from guidance.load import load_packs
from guidance.words import say
from pages.parts.result.next_view import what_next
from pages.parts.result.now_view import now_section

PACKS = load_packs()
DAY = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
TIMES = [DAY, DAY.replace(hour=22)]


def case(home: str, sign: str) -> Case:
    """A child of 8, of whom this is so."""
    return Case(home_area=home, children=(Child(label="A", age_years=8),), signs={sign: SignAnswer(answer="yes")})


def noted(before: Case, at: datetime, contact: str, outcome: str) -> Case:
    """The case once this is written down, as the page does it."""
    before = with_another(before) if before.call != Call() else before
    after = Case.model_validate({**before.model_dump(), "call": {"contact": contact, "outcome": outcome}})
    return with_record(before, after, assess(after, PACKS, at), PACKS)


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night"])
@pytest.mark.parametrize("between", ["", OWN_LEAD, "police_101", "emergency_999"])
@pytest.mark.parametrize("sign", ["disclosure", "alone_unsafe", "missing_now", "strangulation"])
def test_a_silence_is_not_forgotten(home: str, at: datetime, between: str, sign: str) -> None:
    """The next number comes first, and page, bar and card name the same one; it is said that nobody answered."""
    about = case(home, sign)
    if between == "emergency_999":
        about = noted(about, at, between, "taken")
    decision = assess(about, PACKS, at)
    teams = [one for one in decision.routes if one.kind == "ring_now" and one.dial and one.open_now is not False]
    if not teams:   # nobody of the council's can be rung here at this hour
        assert any(one.kind == "police" for one in decision.routes)
        return
    after = noted(about, at, teams[0].contact, "no_answer")
    if between and between != "emergency_999":
        after = noted(after, at, between, "advice")
    decision = assess(after, PACKS, at)
    assert [one.contact for one in silent(after)] == [teams[0].contact]
    first = still_to_ring(after, decision) if has_rung(after, decision) else due(
        decision.but(routes=untried(after, decision)))
    if first is None:
        return
    others = [one for one in teams[1:] if one.contact != teams[0].contact]
    if others and first.contact not in ("police_101", "emergency_999"):
        assert first.contact != teams[0].contact, first.contact
    seen = now_section(after, decision, PACKS, at).partition("<details")[0]
    card = unescape(str(what_next(after, decision, PACKS, at)))
    if first.kind == "ring_now":
        assert first.dial in seen
        assert say("result.no_answer_at", when="")[:15] in seen
        assert not between or say("result.rang.still", name=first.name) in card


def test_an_answer_ends_a_silence() -> None:
    """Of the one who was silent, and of everybody once a team has answered; a lead's or the police's of nobody."""
    quiet = noted(case("luton", "disclosure"), DAY, "mash", "no_answer")
    for contact in (OWN_LEAD, "police_101"):
        assert silent(noted(quiet, DAY, contact, "taken"))
    for contact in ("mash", "emergency_duty_team"):
        assert not silent(noted(quiet, DAY, contact, "taken"))
    late = noted(noted(quiet, DAY, "mash", "taken"), DAY + timedelta(hours=1), "mash", "no_answer")
    assert [one.contact for one in silent(late)] == ["mash"]


@pytest.mark.parametrize("home", PACKS.areas)
@pytest.mark.parametrize("at", TIMES, ids=["day", "night"])
def test_the_police_who_were_rung_are_not_the_way_round_for_ever(home: str, at: datetime) -> None:
    """Nobody of the council's answered and the police were rung: those who were silent are tried again."""
    about = case(home, "disclosure")
    teams = [one for one in assess(about, PACKS, at).routes if one.kind == "ring_now" and one.dial]
    for one in teams:
        about = noted(about, at, one.contact, "no_answer")
    about = noted(about, at, "police_101", "taken")
    decision = assess(about, PACKS, at)
    first = still_to_ring(about, decision) if has_rung(about, decision) else due(
        decision.but(routes=untried(about, decision)))
    assert (first.contact if first else "") != "police_101"
    if teams:
        assert first is not None
    seen = now_section(about, decision, PACKS, at).partition("<details")[0]
    closed = [one for one in decision.routes if one.kind == "ring_when_open"]
    assert (say("result.after.no_team") in unescape(seen)) == (not teams and not closed)


def test_a_team_that_is_told_as_well_does_not_speak_for_the_team_that_was_rung() -> None:
    """A child of one area who is in another now: the team there took it, and the home area's says what it says."""
    about = case("central_bedfordshire", "disclosure").but(area_now="luton")
    hub = PACKS.areas["central_bedfordshire"].front_door
    for there, here in (("taken", "no_further_action"), ("no_further_action", "taken")):
        after = noted(noted(about, DAY, "mash", there), DAY, hub, here)
        spoken = spoken_of(after)
        assert spoken is not None
        assert (spoken.contact, spoken.outcome) == ("mash", there)
