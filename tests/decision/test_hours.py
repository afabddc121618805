"""Opening hours, bank holidays and working days in Europe/London, also where clocks change and years run out."""
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from decision.hours import LONDON, Open, add_working_days, is_bank_holiday, is_working_day, local, opening
from guidance.models import Contact, Hours, Period
from guidance.vocabulary import DAYS
from tests.decision.altered import changed
from tests.decision.build import CBC, PACKS, at, contact, weekly, with_made_up

KNOWN = PACKS.national.holidays
HUB, NIGHT = "access_and_referral_hub", "emergency_duty_team"
BANK_HOLIDAYS = [date.fromisoformat(day) for day in (
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28",
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28",
    "2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
)]
EVERY_DAY = [date(2026, 1, 1) + timedelta(days=n) for n in range((date(2029, 1, 1) - date(2026, 1, 1)).days)]


def hub(moment: str, contact_id: str = HUB) -> Open:
    """Whether the Hub, or another contact of the area, answers at a moment."""
    found = PACKS.contact(CBC, contact_id)
    assert found
    return opening(found, at(moment), PACKS, CBC)


def made_up(moment: str, hours: Hours, **fields: Any) -> Open:
    """Whether a made-up contact with these hours answers at a moment."""
    door = contact(hours=hours, **fields)
    return opening(door, at(moment), with_made_up(contacts=(door,)), "made_up")


def test_the_bank_holidays_of_three_years_are_those_of_england() -> None:
    """Of all weekdays of 2026 to 2028 exactly these are bank holidays, substitute days among them."""
    assert [day for day in EVERY_DAY if is_bank_holiday(day, KNOWN) and day.weekday() < 5] == BANK_HOLIDAYS


@pytest.mark.parametrize("day", BANK_HOLIDAYS)
def test_the_hub_is_closed_on_a_bank_holiday_and_the_duty_team_answers(day: date) -> None:
    """At eleven in the morning of each of them the number to ring is the duty team's."""
    assert hub(f"{day} 11:00").now is False
    assert hub(f"{day} 11:00", NIGHT).now is True


def test_a_year_that_is_not_known_is_said_to_be_unknown() -> None:
    """After the last known year nobody guesses: neither bank holidays nor working days."""
    assert is_bank_holiday(date(KNOWN.known_until + 1, 12, 25), KNOWN) is None
    assert is_bank_holiday(date(KNOWN.known_until, 12, 25), KNOWN) is True
    assert is_working_day(date(KNOWN.known_until + 1, 12, 24), KNOWN) is None


def test_a_weekend_is_no_working_day_in_any_year() -> None:
    """For a Saturday no list of bank holidays is needed."""
    assert is_working_day(date(2031, 11, 22), KNOWN) is False


def test_an_extra_bank_holiday_of_the_pack_counts() -> None:
    """A day off that is proclaimed is added in the pack and closes the office."""
    one_more = changed(KNOWN, extra=(date(2027, 6, 14),))
    assert is_working_day(date(2027, 6, 14), KNOWN) is True
    assert is_working_day(date(2027, 6, 14), one_more) is False


@pytest.mark.parametrize(("start", "days", "due"), [
    ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"), ("2026-11-23", 1, "2026-11-24"),
    ("2026-12-24", 1, "2026-12-29"), ("2026-12-23", 2, "2026-12-29"), ("2026-12-31", 1, "2027-01-04"),
    ("2027-03-25", 1, "2027-03-30"), ("2027-12-24", 1, "2027-12-29"), ("2026-11-20", 45, "2027-01-27"),
    ("2026-11-20", 0, "2026-11-20"), ("2028-12-27", 2, "2028-12-29"),
])
def test_working_days_leave_out_weekends_and_bank_holidays(start: str, days: int, due: str) -> None:
    """The first day counted is the day after; Christmas and Easter are stepped over."""
    assert add_working_days(date.fromisoformat(start), days, KNOWN) == date.fromisoformat(due)


@pytest.mark.parametrize(("start", "days"), [("2028-12-29", 1), ("2028-12-01", 45), ("2029-03-01", 1)])
def test_a_working_day_in_an_unknown_year_is_no_date(start: str, days: int) -> None:
    """None, not a guess, if the count runs past the years that are known."""
    assert add_working_days(date.fromisoformat(start), days, KNOWN) is None


@pytest.mark.parametrize(("moment", "is_open", "until", "opens"), [
    ("2026-11-20 08:44", False, None, "2026-11-20 08:45"),
    ("2026-11-20 08:45", True, "2026-11-20 16:20", None),
    ("2026-11-20 16:19", True, "2026-11-20 16:20", None),
    ("2026-11-20 16:20", False, None, "2026-11-23 08:45"),
    ("2026-11-20 16:25", False, None, "2026-11-23 08:45"),
    ("2026-11-19 17:19", True, "2026-11-19 17:20", None),
    ("2026-11-19 17:20", False, None, "2026-11-20 08:45"),
    ("2026-11-21 12:00", False, None, "2026-11-23 08:45"),
    ("2026-11-23 08:44", False, None, "2026-11-23 08:45"),
    ("2026-12-24 17:30", False, None, "2026-12-29 08:45"),
    ("2026-12-25 03:00", False, None, "2026-12-29 08:45"),
    ("2027-03-25 17:20", False, None, "2027-03-30 08:45"),
    ("2026-10-25 01:30", False, None, "2026-10-26 08:45"),
    ("2027-03-28 01:30", False, None, "2027-03-30 08:45"),
])
def test_the_hub_is_open_in_its_hours_and_says_until_when_or_when_next(
    moment: str, is_open: bool, until: str | None, opens: str | None
) -> None:
    """To the minute, over weekends, Christmas, Easter and both Sundays on which the clocks change."""
    found = hub(moment)
    assert found.now is is_open
    if is_open:
        assert found.until == at(str(until))
    else:
        assert found.opens == at(str(opens))


@pytest.mark.parametrize("moment", ["2026-11-20 16:25", "2026-12-25 03:00", "2026-10-25 01:30", "2027-03-28 03:30",
                                    "2026-11-23 08:44", "2026-11-21 12:00"])
def test_the_duty_team_answers_whenever_the_hub_does_not(moment: str) -> None:
    """It is open until the Hub opens."""
    assert hub(moment, NIGHT).now is True
    assert hub(moment, NIGHT).until == hub(moment).opens


def test_the_duty_team_is_closed_while_the_hub_is_open() -> None:
    """It opens when the Hub closes."""
    found = hub("2026-11-20 10:05", NIGHT)
    assert (found.now, found.opens) == (False, at("2026-11-20 16:20"))


@pytest.mark.parametrize("hours", [weekly("09:00", "17:00"), weekly("17:00", "09:00"), weekly("22:00", "06:00", DAYS)])
def test_at_every_hour_exactly_one_of_a_pair_answers(hours: Hours) -> None:
    """A contact that answers outside another's hours never leaves a gap and never overlaps."""
    door = contact(hours=hours)
    night = contact("night", hours=Hours(kind="outside", outside_of="door"))
    packs = with_made_up(contacts=(door, night))
    moments = [at("2026-12-23 00:00") + timedelta(minutes=30 * n) for n in range(48 * 8)]
    assert all(opening(door, moment, packs, "made_up").now is not opening(night, moment, packs, "made_up").now
               for moment in moments)


@pytest.mark.parametrize(("moment", "is_open", "until"), [
    ("2026-11-20 23:30", True, "2026-11-21 08:00"), ("2026-11-21 07:59", True, "2026-11-21 08:00"),
    ("2026-11-21 08:00", False, None), ("2026-11-20 17:00", True, "2026-11-21 08:00"),
    ("2026-11-20 16:59", False, None), ("2026-11-23 02:00", False, None),
])
def test_hours_may_cross_midnight(moment: str, is_open: bool, until: str | None) -> None:
    """From five in the evening until eight next morning, Monday to Friday: Friday's shift ends on Saturday."""
    found = made_up(moment, weekly("17:00", "08:00"))
    assert found.now is is_open
    assert not until or found.until == at(until)


def test_periods_that_touch_are_one_run() -> None:
    """Open until midnight and again from midnight is open until the second one ends."""
    evening = Period.model_validate({"days": ["fri"], "opens": "17:00", "closes": "00:00"})
    night = Period.model_validate({"days": ["sat"], "opens": "00:00", "closes": "09:00"})
    found = made_up("2026-11-20 18:00", Hours(kind="weekly", periods=(evening, night)))
    assert (found.now, found.until) == (True, at("2026-11-21 09:00"))


def test_hours_that_are_not_known_are_neither_open_nor_closed() -> None:
    """Unknown hours, and being outside of unknown hours, are None."""
    assert made_up("2026-11-20 10:00", Hours(kind="unknown")) == Open(None)
    night = contact("night", hours=Hours(kind="outside", outside_of="door"))
    packs = with_made_up(contacts=(contact(hours=Hours(kind="unknown")), night))
    assert opening(night, at("2026-11-20 10:00"), packs, "made_up") == Open(None)


def test_always_is_always() -> None:
    """Also at three in the morning on Christmas Day."""
    assert made_up("2026-12-25 03:00", Hours(kind="always")) == Open(True)


def test_bank_holidays_are_open_closed_or_not_known_as_the_pack_says() -> None:
    """On the Monday after Christmas the three kinds of contact differ."""
    monday = "2026-12-28 11:00"
    assert made_up(monday, weekly("09:00", "17:00", bank_holidays="closed")).now is False
    assert made_up(monday, weekly("09:00", "17:00", bank_holidays="open")).now is True
    assert made_up(monday, weekly("09:00", "17:00", bank_holidays="unknown")).now is None


def test_in_a_year_that_is_not_known_nobody_says_that_an_office_is_open() -> None:
    """Christmas Day 2029 is a Tuesday; whether it is a bank holiday is not in the pack, so the answer is not known."""
    assert hub("2029-12-25 10:00").now is None


def test_a_time_of_another_zone_is_turned_into_londons() -> None:
    """In July ten to eight in UTC is ten to nine in London, and the Hub is open."""
    moment = datetime(2026, 7, 1, 7, 50, tzinfo=UTC)
    door = PACKS.contact(CBC, HUB)
    assert isinstance(door, Contact)
    assert opening(door, moment, PACKS, CBC).now is True
    assert local(moment).hour == 8


def test_a_time_without_a_zone_is_londons() -> None:
    """A moment typed into a command is local time."""
    bare = datetime(2026, 7, 1, 9, 0)  # noqa: DTZ001 (that it has no zone is the point)
    assert local(bare) == datetime(2026, 7, 1, 9, 0, tzinfo=LONDON)


@pytest.mark.parametrize(("moment", "now"), [("2026-12-25 03:00", True), ("2026-12-24 03:00", None)])
def test_a_team_that_answers_on_bank_holidays_does_so_beside_unknown_hours(moment: str, now: bool | None) -> None:
    """Outside hours that are not printed is not known, but on a bank holiday where that much is said."""
    door = contact("door", hours=Hours(kind="unknown"))
    night = contact("night", hours=Hours(kind="outside", outside_of="door", bank_holidays="open"))
    packs = with_made_up(contacts=(door, night))
    assert opening(night, at(moment), packs, "made_up").now is now


def test_on_a_bank_holiday_only_who_says_so_answers_beside_unknown_hours() -> None:
    """What is said of ordinary nights says nothing of Christmas: closed, or not said, is not known."""
    door = contact("door", hours=Hours(kind="unknown"))
    for said in ("closed", "unknown"):
        night = contact("night", hours=Hours(kind="outside", outside_of="door", bank_holidays=said))
        assert opening(night, at("2026-12-25 03:00"), with_made_up(contacts=(door, night)), "made_up").now is None


def test_whoever_answers_on_bank_holidays_opens_next_on_one() -> None:
    """On the evening before Christmas one office opens on Christmas Day, the others on the Tuesday after."""
    moment = "2026-12-24 18:00"
    assert made_up(moment, weekly("09:00", "17:00", bank_holidays="open")).opens == at("2026-12-25 09:00")
    for said in ("closed", "unknown"):
        assert made_up(moment, weekly("09:00", "17:00", bank_holidays=said)).opens == at("2026-12-29 09:00")


def test_hours_not_printed_for_bank_holidays_are_known_on_every_other_day() -> None:
    """On an ordinary evening such an office is closed, and not perhaps."""
    found = made_up("2026-11-20 18:00", weekly("09:00", "17:00", bank_holidays="unknown"))
    assert (found.now, found.opens) == (False, at("2026-11-23 09:00"))
