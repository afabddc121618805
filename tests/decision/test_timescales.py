"""Deadlines: kinds are never mixed, the start is said, and what cannot be computed has no date."""
from datetime import date
from typing import Any

import pytest

from decision.result import Deadline
from decision.timescales import rule_words
from guidance.models import Timescale
from guidance.words import say
from tests.decision.altered import with_national
from tests.decision.build import CITED, FRIDAY, PACKS, at, result, yes

TWO_AT_3 = ("CBC-3-FAMILY-05", "CBC-3-CHILD-09")


def timescale(kind: str, amount: int | None = None, **fields: Any) -> Timescale:
    """A made-up timescale that runs from when the user noticed."""
    return Timescale.model_validate({
        "id": "made_up", "says": "A made-up time.", "kind": kind, "amount": amount, "start": "noticed",
        "when": {"always": True}, "owner": "you", "source": CITED, **fields,
    })


def deadline(made: Timescale, now: Any = FRIDAY, **fields: Any) -> Deadline:
    """The deadline that comes of the made-up timescale."""
    packs = with_national(PACKS, timescales=(made,))
    return next(item for item in result(now, packs, **fields).deadlines if item.id == "made_up")


def due(id_: str, **fields: Any) -> Deadline:
    """One deadline of a result with the shipped packs."""
    return next(item for item in result(**fields).deadlines if item.id == id_)


@pytest.mark.parametrize(("kind", "amount", "start", "when"), [
    ("hours", 24, "2026-11-20 09:30", at("2026-11-21 09:30")),
    ("hours", 72, "2026-11-20 09:30", at("2026-11-23 09:30")),
    ("days", 45, "2026-11-20 09:30", date(2027, 1, 4)), ("working_days", 1, "2026-11-20 23:59", date(2026, 11, 23)),
    ("working_days", 1, "2026-12-24 15:00", date(2026, 12, 29)), ("weeks", 1, "2026-12-24 15:00", date(2026, 12, 31)),
    ("months", 3, "2026-11-30 10:00", date(2027, 2, 28)), ("months", 1, "2027-01-31 10:00", date(2027, 2, 28)),
])
def test_each_kind_of_time_is_counted_in_its_own_way(kind: str, amount: int, start: str, when: Any) -> None:
    """Hours give a moment; days, working days, weeks and months a day; a short month ends where it ends."""
    found = deadline(timescale(kind, amount), at(start), events={"noticed": at(start)})
    assert found.due == when
    assert (found.start, found.starts_at) == ("noticed", at(start))
    assert found.from_event.startswith(say("event.noticed"))


@pytest.mark.parametrize(("start", "when"), [
    ("2026-10-24 12:00", "2026-10-27 11:00"), ("2027-03-27 12:00", "2027-03-30 13:00"),
])
def test_hours_are_hours_also_when_the_clocks_change(start: str, when: str) -> None:
    """72 hours are 72 hours: an hour earlier by the clock in October, an hour later in March."""
    found = deadline(timescale("hours", 72), at(start), events={"noticed": at(start)})
    assert found.due == at(when)


@pytest.mark.parametrize("made", [
    timescale("school_days", 10), timescale("at_once"), timescale("recurring", 3), timescale("limit"),
    timescale("days", 90, do_by=False), timescale("hours", 24, do_by=False), timescale("days"),
])
def test_what_is_no_date_has_none(made: Timescale) -> None:
    """School days are never computed, nor is anything that runs from what nobody told us."""
    found = deadline(made, events={"noticed": at("2026-11-20 09:30")})
    assert found.due is None
    assert not found.late


@pytest.mark.parametrize(("made", "words"), [
    (timescale("working_days", 1), "1 working day"), (timescale("working_days", 2), "2 working days"),
    (timescale("school_days", 10), "10 school days"), (timescale("hours", 72), "72 hours"),
    (timescale("months", 1), "1 month"), (timescale("at_once"), "at once"),
    (timescale("recurring", 3), "again and again"), (timescale("limit"), "a limit"),
])
def test_the_rule_is_said_in_words(made: Timescale, words: str) -> None:
    """Whoever reads it sees the rule itself, also where there is no date."""
    assert rule_words(made) == words


def test_a_start_that_is_not_known_is_counted_from_now_and_said_so() -> None:
    """Never later than it could be without saying that it may have to be earlier."""
    found = deadline(timescale("working_days", 1))
    assert found.due == date(2026, 11, 23)
    assert "earlier" in found.from_event


def test_what_is_past_is_late() -> None:
    """A day is late from the day after, a moment from the minute after."""
    noticed = {"noticed": at("2026-11-18 09:30")}
    assert deadline(timescale("days", 1), events=noticed).late
    assert not deadline(timescale("days", 2), events=noticed).late
    assert deadline(timescale("hours", 48), events=noticed).late
    assert not deadline(timescale("hours", 49), events=noticed).late


def test_dates_come_soonest_first_and_rules_without_a_date_last() -> None:
    """The next thing to do is read first."""
    rung = {"sent": at("2026-11-20 09:00"), "call_made": at("2026-11-20 09:00")}
    found = result(ticked=TWO_AT_3, events=rung).deadlines
    dated = [item.due.isoformat() for item in found if item.due]
    assert dated == sorted(dated)
    assert [item.due is None for item in found] == sorted(item.due is None for item in found)


def test_where_the_document_disagrees_with_itself_both_dates_stand_and_the_earlier_first() -> None:
    """45 days come before 45 working days, and each says that the other is printed too."""
    found = [item for item in result(ticked=TWO_AT_3, events={"sent": at("2026-11-20 09:00")}).deadlines
             if item.id.startswith("cbc_assessment")]
    assert [(item.id, item.due) for item in found] == [
        ("cbc_assessment_days", date(2027, 1, 4)), ("cbc_assessment_working_days", date(2027, 1, 27))]
    assert all("Section" in item.note for item in found)


def test_the_first_call_is_chased_on_the_next_working_day() -> None:
    """One timescale is marked as the chase date, and it runs from the call."""
    found = due("chase", signs=yes("disclosure"), events={"call_made": at("2026-11-20 10:00")})
    assert (found.chase, found.due, found.owner) == (True, date(2026, 11, 23), "you")


@pytest.mark.parametrize(("role", "bound"), [
    ("teacher", True), ("gp", True), ("", True), ("teaching_assistant", False),
])
def test_the_day_of_the_fgm_report_is_for_those_whom_it_binds(role: str, bound: bool) -> None:
    """A teacher has the date, a teaching assistant has not, and whoever has not said their role has it."""
    decision = result(signs=yes("fgm_done", basis="child_said"), practitioner={"role": role},
                      events={"noticed": at("2026-11-20 09:30")})
    dates = {item.id: item.due for item in decision.deadlines}
    assert (dates.get("fgm_101") == date(2026, 11, 23)) is bound


def test_the_24_hours_of_a_missing_child_are_never_a_date() -> None:
    """They are about a meeting; no date may look like a time to wait before ringing the police."""
    found = due("cbc_missing_24_hours", signs=yes("missing_now"), events={"last_seen": at("2026-11-19 08:00")})
    assert (found.due, found.late) == (None, False)


def test_a_date_in_a_year_without_known_bank_holidays_is_not_computed_and_is_a_gap() -> None:
    """Past the known years the rule stands without a date, and the result says why."""
    decision = result(at("2029-03-01 10:00"), ticked=("CBC-3-FAMILY-05",))
    found = {item.id: item for item in decision.deadlines}
    assert found["talk_next_day"].due is None
    assert "talk_next_day" in {gap.id for gap in decision.gaps if gap.kind == "calendar"}


def test_a_calendar_day_needs_no_bank_holidays() -> None:
    """45 days after the last known year can still be counted."""
    found = deadline(timescale("days", 45), at("2029-03-01 10:00"), events={"noticed": at("2029-03-01 10:00")})
    assert found.due == date(2029, 4, 15)


@pytest.mark.parametrize("fields", [
    {"signs": yes("missing_now", "fgm_done", "allegation_adult", "non_mobile_injury")}, {"ticked": TWO_AT_3},
    {"ticked": ("CBC-2-CHILD-13",)}, {"ticked": ("CBC-3-FAMILY-05",)},
])
def test_every_deadline_has_an_owner_a_rule_and_a_source(fields: dict[str, Any]) -> None:
    """Nobody reads a time without seeing whose it is and where it stands."""
    decision = result(**fields)
    assert decision.deadlines
    for item in decision.deadlines:
        assert item.rule
        assert item.owner in ("you", "your_setting", "the_service")
        assert item.source.source in PACKS.sources


def test_times_belong_to_the_result_they_are_for() -> None:
    """An early help result has none of the times of a referral."""
    ids = {item.id for item in result(ticked=("CBC-2-CHILD-08",)).deadlines}
    assert not ids & {"ring_now", "chase", "cbc_assessment_days", "cbc_level_3_decision"}


@pytest.mark.parametrize(("now", "when"), [
    ("2026-11-20 10:05", "2026-11-20 14:15"), ("2026-11-20 14:30", "2026-11-20 14:30"),
    ("2026-11-20 15:15", "2026-11-20 15:15"),
])
def test_an_answer_is_chased_an_hour_before_the_child_goes_home_or_at_once(now: str, when: str) -> None:
    """Home time is a clock of its own, however long the next working day is away."""
    where = {"place": "school_or_nursery", "leaves_at": at("2026-11-20 15:15")}
    found = due("home_time", now=at(now), signs=yes("disclosure"), where_now=where)
    assert (found.due, found.chase, found.owner) == (at(when), True, "you")


def test_after_the_child_has_left_there_is_no_home_time_to_chase() -> None:
    """A time that is past is gone, and a child at home does not leave the user."""
    gone = {"place": "school_or_nursery", "leaves_at": at("2026-11-20 15:15")}
    for now, where in ((at("2026-11-20 16:00"), gone), (FRIDAY, {"place": "home"}), (FRIDAY, {})):
        found = result(now, signs=yes("disclosure"), where_now=where)
        assert "home_time" not in {item.id for item in found.deadlines}


def test_home_time_that_is_not_known_is_a_rule_without_a_date() -> None:
    """With the child at school and no time given, the rule is said: one hour before the child leaves."""
    found = due("home_time", signs=yes("disclosure"), where_now={"place": "school_or_nursery"})
    assert (found.due, found.rule) == (None, "1 hour before the child leaves you")


def test_what_has_not_happened_yet_is_not_counted_from_now() -> None:
    """While the child is missing nobody can say when the 72 hours after the return end."""
    assert due("return_interview", signs=yes("missing_now")).due is None
    found = due("return_interview", signs=yes("missing_now"), events={"returned": at("2026-11-20 09:00")})
    assert found.due == at("2026-11-23 09:00")


def test_a_home_time_in_the_night_is_no_clock() -> None:
    """A night that is over, or at which no school is open, cannot be chased by: the rule stands without a date."""
    for place in ("school_or_nursery", "with_me"):
        where = {"place": place, "leaves_at": at("2026-11-20 03:15")}
        assert due("home_time", signs=yes("disclosure"), where_now=where).due is None


@pytest.mark.parametrize("area_id", PACKS.areas)
def test_nothing_is_dated_from_an_assessment_or_a_meeting_that_has_not_been(area_id: str) -> None:
    """No case holds when an assessment was finished or a meeting held, so no result dates what follows it."""
    waiting = {item.id for item in PACKS.timescales(area_id) if item.start in ("assessed", "met")}
    found = result(home_area=area_id, children=[{"label": "A", "age_years": 9}],
                   ticked=[row.id for row in PACKS.areas[area_id].indicators if row.at_least == "early_help"][:1])
    shown = [item for item in found.deadlines if item.id in waiting]
    assert {item.id for item in shown} == (waiting if area_id == "north_lincolnshire" else set())
    assert not [item for item in shown if item.due]
    assert not [gap for gap in found.gaps if gap.kind == "calendar" and gap.id in waiting]


def test_what_the_document_says_otherwise_stands_beside_its_own_note() -> None:
    """Both are read: the note of the pack, and the other time that is printed, by its rule."""
    other = timescale("working_days", 45, id="other")
    for note in ("", "Section 3."):
        made = timescale("days", 45, note=note, disagrees_with="other")
        found = next(item for item in result(FRIDAY, with_national(PACKS, timescales=(made, other))).deadlines
                     if item.id == "made_up")
        assert found.note.startswith(note)
        assert "45 working days" in found.note
        assert found.note == found.note.strip()
    assert deadline(timescale("days", 45, note="Section 3.", disagrees_with="gone")).note == "Section 3."
    assert deadline(timescale("days", 45, note="Section 3.")).note == "Section 3."


def test_what_is_due_now_or_today_is_not_late() -> None:
    """At the minute it is due there is still that minute, and on the day still the rest of it; then it is late."""
    noticed = {"noticed": at("2026-11-20 10:05")}
    hours, days = timescale("hours", 24), timescale("days", 1)
    for made, due_at, late_from in ((hours, "2026-11-21 10:05", "2026-11-21 10:06"),
                                    (days, "2026-11-21 23:59", "2026-11-22 00:00")):
        assert not deadline(made, at(due_at), events=noticed).late
        assert deadline(made, at(late_from), events=noticed).late


def test_what_is_due_at_the_same_time_stays_in_the_order_of_the_packs() -> None:
    """What a timescale is called has no part in the order."""
    first, second = timescale("days", 1, id="zebra"), timescale("days", 1, id="ant")
    for made in ((first, second), (second, first)):
        found = result(FRIDAY, with_national(PACKS, timescales=made)).deadlines
        assert [item.id for item in found if item.id in ("zebra", "ant")] == [one.id for one in made]


@pytest.mark.parametrize("area", PACKS.areas)
def test_nothing_runs_from_a_call_that_nobody_answered(area: str) -> None:
    """Nobody was reached, so nobody is waited for; a call that was taken starts the same times."""
    made = {"home_area": area, "signs": yes("disclosure"), "events": {"call_made": FRIDAY}}
    started = {outcome: {one.id for one in result(call={"outcome": outcome}, **made).deadlines
                         if one.start == "call_made" and one.starts_at} for outcome in ("taken", "no_answer")}
    assert started["taken"]
    assert started["no_answer"] == set()


def test_of_what_is_due_at_once_the_users_own_stands_first() -> None:
    """What a service does at once never stands before the call that the user makes."""
    services = timescale("at_once", id="service", owner="the_service", start="now")
    packs = with_national(PACKS, timescales=(services, timescale("at_once", start="now")))
    found = [item.id for item in result(FRIDAY, packs).deadlines if item.kind == "at_once" and item.id in (
        "service", "made_up")]
    assert found == ["made_up", "service"]
