"""A year whose bank holidays are not known: what is closed on any reading is closed, and the rest is said and why."""
from datetime import datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from decision.hours import Open, opening
from decision.result import Gap, Route
from guidance.models import Contact, Hours
from tests.decision.build import AREA, CBC, PACKS, at, contact, result, weekly, with_made_up, yes

HUB, NIGHT = (next(one for one in PACKS.areas[CBC].contacts if one.id == id_)
              for id_ in ("access_and_referral_hub", "emergency_duty_team"))
SATURDAY, SMALL_HOURS, MORNING = at("2029-01-06 10:00"), at("2029-01-03 03:00"), at("2029-01-03 11:00")


def made_up(moment: str, *contacts: Contact) -> Open:
    """Whether the last of these answers at a moment of the unknown year."""
    return opening(contacts[-1], at(moment), with_made_up(contacts=contacts), "made_up")


def calls(now: datetime, **fields: object) -> tuple[dict[str, Route], dict[str, Gap]]:
    """The calls by contact, and by contact what is said of the calendar."""
    found = result(now, **fields)
    return ({route.contact: route for route in found.routes},
            {gap.id: gap for gap in found.gaps if gap.kind == "calendar"})


@pytest.mark.parametrize("moment", [SATURDAY, SMALL_HOURS])
def test_at_a_weekend_and_at_night_the_office_is_closed_and_the_duty_team_answers(moment: datetime) -> None:
    """Whatever the holidays are, the Hub is closed then, so its duty team answers; when it opens stays not known."""
    assert opening(HUB, moment, PACKS, CBC) == Open(False)
    assert opening(NIGHT, moment, PACKS, CBC) == Open(True)


def test_within_the_weekly_hours_of_a_possible_bank_holiday_neither_is_known() -> None:
    """On a Wednesday morning the Hub answers unless it is a bank holiday, and the duty team only then."""
    for one in (HUB, NIGHT):
        assert opening(one, MORNING, PACKS, CBC) == Open(None, year_unknown=True)


@pytest.mark.parametrize(("moment", "now"), [
    ("2029-01-03 08:44", False), ("2029-01-03 08:45", None), ("2029-01-03 17:19", None), ("2029-01-03 17:20", False),
    ("2029-01-05 16:20", False), ("2029-01-07 11:00", False),
])
def test_the_hours_of_the_weekday_say_where_it_is_not_known(moment: str, now: bool | None) -> None:
    """To the minute, by the hours of that day of the week."""
    assert opening(HUB, at(moment), PACKS, CBC).now is now


@pytest.mark.parametrize(("moment", "now"), [
    ("2029-01-05 23:00", None), ("2029-01-06 07:59", None), ("2029-01-06 08:00", False), ("2029-01-06 18:00", False),
    ("2029-01-08 07:00", False),
])
def test_a_night_that_may_have_begun_is_not_known_until_its_end(moment: str, now: bool | None) -> None:
    """A shift from Friday evening to Saturday morning is open or not by what Friday is; no shift begins on Saturday."""
    assert made_up(moment, contact(hours=weekly("17:00", "08:00"))).now is now


@pytest.mark.parametrize("said", ["closed", "unknown"])
def test_what_is_said_of_bank_holidays_does_not_open_an_office_outside_its_hours(said: str) -> None:
    """Closed on them, or not said: at night it is closed, by day nobody knows."""
    door = contact(hours=weekly("09:00", "17:00", bank_holidays=said))
    assert made_up("2029-01-03 03:00", door) == Open(False)
    assert made_up("2029-01-03 11:00", door) == Open(None, year_unknown=True)


def test_hours_that_nobody_printed_are_not_blamed_on_the_year() -> None:
    """Unknown hours, and those outside them, are not known in any year."""
    door, night = contact(hours=Hours(kind="unknown")), contact("night", hours=Hours(kind="outside", outside_of="door"))
    assert made_up("2029-01-03 11:00", door) == Open(None)
    assert made_up("2029-01-03 11:00", door, night) == Open(None)


@given(day=st.integers(0, 364), minute=st.integers(0, 24 * 60 - 1), opens=st.times(), closes=st.times())
def test_closed_is_said_only_where_no_holiday_could_make_a_difference(
        day: int, minute: int, opens: time, closes: time) -> None:
    """Where an office that keeps its hours on bank holidays answers, one that may rest on them is not known."""
    opens, closes = opens.replace(second=0, microsecond=0), closes.replace(second=0, microsecond=0)
    assume(opens != closes)
    moment = (at("2029-01-02 00:00") + timedelta(days=day)).replace(hour=minute // 60, minute=minute % 60)
    hours = f"{opens:%H:%M}", f"{closes:%H:%M}"
    keeps, rests = (opening(contact(hours=weekly(*hours, bank_holidays=said)), moment, PACKS, CBC).now
                    for said in ("open", "closed"))
    assert rests is (None if keeps else False)


def test_at_night_the_duty_team_is_rung_and_the_hub_is_closed() -> None:
    """The one who surely answers is the one to ring; that nobody knows when the Hub opens is said with the reason."""
    for moment in (SATURDAY, SMALL_HOURS):
        routes, said = calls(moment, signs=yes("disclosure"))
        assert (routes[NIGHT.id].kind, routes[NIGHT.id].open_now) == ("ring_now", True)
        assert (routes[HUB.id].kind, routes[HUB.id].open_now) == ("ring_when_open", False)
        assert "when it opens next" in said[HUB.id].says
        assert NIGHT.id not in said


def test_in_the_morning_both_are_offered_and_the_page_is_told_why_their_hours_are_not_known() -> None:
    """Neither is said to answer, and for each the reason is the year."""
    routes, said = calls(MORNING, signs=yes("disclosure"))
    for id_ in (HUB.id, NIGHT.id):
        assert (routes[id_].kind, routes[id_].open_now) == ("ring_now", None)
        assert "whether it is open now" in said[id_].says
        assert "2028" in said[id_].says


def test_a_contact_without_printed_hours_has_no_gap_of_the_calendar() -> None:
    """The officer for allegations prints no hours: that is no matter of bank holidays, in that year or in this."""
    for moment in (MORNING, at("2026-11-20 10:05")):
        routes, said = calls(moment, signs=yes("allegation_adult"))
        assert routes[AREA.allegations].open_now is None
        assert AREA.allegations not in said


def test_nothing_waits_for_an_office_of_which_nobody_knows_when_it_opens() -> None:
    """Safe until it opens, said once, is no answer about a time that is not known: the duty team is there to ring."""
    fields = {"ticked": ("CBC-2-CHILD-18",), "safe_until_open": "yes", "safe_until": at("2026-11-23 08:45")}
    assert NIGHT.id in calls(SATURDAY, **fields)[0]
    assert NIGHT.id not in calls(at("2026-11-21 10:00"), **fields)[0]
