"""The end of the last year whose bank holidays are known: no day after it is ever presented as a working day."""
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.assess import decide
from decision.case import Case
from decision.hours import LONDON, Open, add_working_days, find_next_acting, is_working_day, opening
from decision.known import read
from decision.result import Decision
from guidance.models import Contact, Hours
from guidance.packs import Packs
from tests.decision.build import CBC, PACKS, contact, weekly, with_made_up
from tests.decision.every import all_packs, areas, asked, representatives

LAST = {name: packs.national.holidays.known_until for name, packs in all_packs().items()}
YEAR = LAST["shipped"]
DAYS_AROUND = st.integers(-40, 400)
MINUTES = st.integers(0, 24 * 60 - 1)
EVE = datetime(YEAR, 12, 31, 11, tzinfo=LONDON)


def around(name: str, day: int, minute: int) -> datetime:
    """A moment so many days after the last day that is known, or before it."""
    begins = datetime(LAST[name], 12, 31, tzinfo=LONDON) + timedelta(days=day)
    return begins.replace(hour=minute // 60, minute=minute % 60)


def contacts(packs: Packs) -> Iterator[tuple[str, Contact]]:
    """Every contact of every pack with its area."""
    yield from (("", one) for one in packs.national.contacts)
    yield from ((area.id, one) for area in packs.areas.values() for one in area.contacts)


def by_working_days(one: Contact, packs: Packs, area_id: str) -> bool:
    """Whether a contact's hours, or those outside which it answers, leave out bank holidays."""
    inner = packs.contact(area_id, one.hours.outside_of) if one.hours.kind == "outside" else one
    return inner is not None and inner.hours.kind == "weekly" and inner.hours.bank_holidays != "open"


@pytest.mark.parametrize("name", all_packs())
@given(day=DAYS_AROUND, minute=MINUTES)
def test_no_contact_opens_on_a_day_that_may_be_a_bank_holiday(name: str, day: int, minute: int) -> None:
    """Of no contact of any pack it is said that it opens, or has opened, on a day after the last known year."""
    packs, moment = all_packs()[name], around(name, day, minute)
    for area_id, one in contacts(packs):
        if not by_working_days(one, packs, area_id):
            continue
        found = opening(one, moment, packs, area_id)
        assert found.opens is None or found.opens.year <= LAST[name], one.id
        assert found.now is not None or found.year_unknown or moment.year <= LAST[name], one.id
        begun = [moment] if found.now and one.hours.kind == "weekly" else []
        for when in (*begun, *([found.until] if found.until else ())):
            assert (when - timedelta(days=1)).year <= LAST[name], one.id


@given(start=st.dates(date(YEAR - 1, 1, 1), date(YEAR + 3, 12, 31)), days=st.integers(1, 300))
def test_no_day_after_the_last_known_year_is_a_working_day(start: date, days: int) -> None:
    """Neither by itself, nor at the end of a count, nor as the day by whose end somebody would next act."""
    holidays = PACKS.national.holidays
    assert start.year <= YEAR or is_working_day(start, holidays) is not True
    ends = (add_working_days(start, days, holidays),
            find_next_acting(datetime.combine(start, datetime.min.time(), UTC), holidays))
    assert all(end is None or (end.year <= YEAR and is_working_day(end, holidays)) for end in ends)


def cases(packs: Packs, area_id: str) -> Iterator[Case]:
    """One case a way in which a statement can count, and one with nothing found."""
    children = [{"label": "A", "age_years": 9}]
    yield Case.model_validate(asked(packs, area_id, children=children))
    for added in representatives(packs, area_id):
        yield Case.model_validate(added.to(asked(packs, area_id, children=children)))


def wrong(made: Decision, packs: Packs, area_id: str, last: int) -> Iterator[str]:
    """What a decision presents as a working day of a year that is not known, or leaves out without saying so."""
    said = {gap.id for gap in made.gaps if gap.kind == "calendar"}
    for item in made.deadlines:
        if item.kind == "working_days" and item.due and item.due.year > last:
            yield f"{item.id} is due {item.due}"
    for route in made.routes:
        one = packs.contact(area_id, route.contact)
        counted = one is not None and by_working_days(one, packs, area_id)
        if counted and route.opens and route.opens.year > last:
            yield f"{route.contact} opens {route.opens}"
        if route.open_now is False and route.opens is None and route.contact not in said:
            yield f"{route.contact} is closed, and nothing says why it is not known when it opens"
        if counted and route.open_now is None and route.contact not in said:
            yield f"nothing says why it is not known whether {route.contact} is open"
    if made.next_acting and made.next_acting.year > last:
        yield f"somebody acts on {made.next_acting}"


@pytest.mark.parametrize(("name", "area_id"), areas())
@pytest.mark.parametrize(("day", "hour"), [(-1, 18), (0, 11), (1, 11), (7, 19)])
def test_no_result_at_the_end_of_the_last_year_names_a_day_that_may_be_a_holiday(
    name: str, area_id: str, day: int, hour: int
) -> None:
    """On its last days and the first of the next year, for every way in which something counts in every area."""
    packs, now = all_packs()[name], around(name, day, 60 * hour)
    for case in cases(packs, area_id):
        assert not list(wrong(decide(read(case, packs), now), packs, area_id, LAST[name]))


def test_on_the_last_day_that_is_known_the_hub_is_closed_and_nobody_knows_until_when() -> None:
    """At eleven on the last day, a Sunday, the duty team answers; the next morning the Hub may or may not."""
    contacts_of = {one.id: one for one in PACKS.areas[CBC].contacts}
    hub, night = contacts_of["access_and_referral_hub"], contacts_of["emergency_duty_team"]
    assert opening(hub, EVE, PACKS, CBC) == Open(False)
    assert opening(night, EVE, PACKS, CBC) == Open(True)
    assert opening(hub, EVE + timedelta(days=1), PACKS, CBC) == Open(None, year_unknown=True)


def test_the_last_working_day_that_is_known_is_still_named() -> None:
    """Two days before the last Friday of the year the next opening is the next day's."""
    hub = PACKS.contact(CBC, "access_and_referral_hub")
    assert hub
    evening = datetime(YEAR, 12, 28, 19, tzinfo=LONDON)
    assert opening(hub, evening, PACKS, CBC).opens == datetime(YEAR, 12, 29, 8, 45, tzinfo=LONDON)


def test_whoever_answers_on_bank_holidays_opens_in_any_year() -> None:
    """Where the document says so, it does not matter which days they are."""
    door = contact(hours=weekly("09:00", "17:00", bank_holidays="open"))
    found = opening(door, EVE, with_made_up(contacts=(door,)), "made_up")
    assert (found.now, found.opens) == (False, datetime(YEAR + 1, 1, 1, 9, tzinfo=LONDON))


def test_a_night_that_begins_on_a_known_day_is_open_until_its_end() -> None:
    """The last shift of all goes on after midnight, into the next year; then it is closed, and the next not known."""
    door = contact(hours=weekly("22:00", "06:00", ("sun",)))
    packs = with_made_up(contacts=(door,))
    for moment in (EVE.replace(hour=23), EVE + timedelta(hours=15)):
        found = opening(door, moment, packs, "made_up")
        assert (found.now, found.until) == (True, datetime(YEAR + 1, 1, 1, 6, tzinfo=LONDON))
    assert opening(door, EVE + timedelta(hours=20), packs, "made_up") == Open(False)
    assert opening(door, EVE + timedelta(days=7, hours=12), packs, "made_up") == Open(None, year_unknown=True)


def test_a_contact_beside_one_whose_day_is_not_known_is_not_known_either() -> None:
    """Outside hours that may not hold nobody is said to answer, unless they answer on bank holidays as well."""
    door, night = contact(), contact("night", hours=Hours(kind="outside", outside_of="door"))
    packs = with_made_up(contacts=(door, night))
    assert opening(night, EVE + timedelta(days=1), packs, "made_up").now is None
