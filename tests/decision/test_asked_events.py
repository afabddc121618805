"""A day is asked only where a time limit runs from it, and once given it takes nothing away and makes nothing later."""
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from decision.asked_events import HELD, asked_events, not_said
from decision.assess import decide
from decision.case import Case
from decision.hours import local
from decision.known import read
from decision.result import Deadline, Decision
from guidance.packs import Packs
from guidance.vocabulary import STILL_TO_COME
from guidance.words import say
from tests.decision.altered import with_national
from tests.decision.build import FRIDAY, PACKS, at, case, result, yes
from tests.decision.every import all_packs, areas, asked, representatives
from tests.decision.test_timescales import deadline, timescale

GIVEN = (timedelta(hours=-1), timedelta(days=-3), timedelta(days=-100), timedelta(days=2))
"""How far from now a day may be said to have been; the last is still to come, which cannot be right."""


def decided(data: dict[str, Any], packs: Packs) -> Decision:
    """The decision for the data of a case, on a Friday morning."""
    return decide(read(Case.model_validate(data), packs), FRIDAY)


def cases(packs: Packs, area_id: str) -> Iterator[dict[str, Any]]:
    """A case of each kind: each way in which a statement can count, at school, at the week's end and where missing."""
    blank = asked(packs, area_id, children=({"label": "A", "age_years": 10},))
    for added in representatives(packs, area_id):
        data = added.to(blank)
        yield data
        if added.field == "signs":
            yield {**data, "where_now": {"place": "missing"}, "practitioner": {"role": "teacher"}}


def latest(one: Deadline) -> datetime:
    """The moment by which it is due, a day by its end; the far end of time where no date is worked out."""
    if one.due is None:
        return at("9999-01-01 00:00")
    if isinstance(one.due, datetime):
        return local(one.due)
    day: date = one.due
    return at(f"{day:%Y-%m-%d} 23:59")


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_a_day_that_is_given_takes_nothing_away_and_makes_nothing_later(name: str, area_id: str) -> None:
    """In every pack: the outcome, the calls, the duties and the limits stay, and no limit is later than from now on."""
    packs = all_packs()[name]
    wrong = []
    for data in cases(packs, area_id):
        before = decided(data, packs)
        due = {one.id: one for one in before.deadlines}
        for event in asked_events(before):
            for far in GIVEN:
                after = decided({**data, "events": {event: FRIDAY + far}}, packs)
                same = (after.outcome, after.routes, after.duties, after.telling) == (
                    before.outcome, before.routes, before.duties, before.telling)
                if not same or [one.id for one in after.deadlines if one.id not in due] or len(
                        after.deadlines) != len(before.deadlines):
                    wrong.append((event, far, "something else changed"))
                wrong += [(event, far, one.id) for one in after.deadlines if latest(one) > latest(due[one.id])]
    assert wrong == []


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_what_is_late_is_shown_as_late(name: str, area_id: str) -> None:
    """Nothing that is due goes away because its day is long past: it is there, and says so."""
    packs = all_packs()[name]
    for data in cases(packs, area_id):
        for event in asked_events(decided(data, packs)):
            after = decided({**data, "events": {event: FRIDAY - timedelta(days=400)}}, packs)
            counted = [one for one in after.deadlines if one.start == event and one.due]
            assert all(one.late for one in counted), (event, [one.id for one in counted if not one.late])


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_a_day_is_asked_exactly_where_a_limit_of_this_result_runs_from_it(name: str, area_id: str) -> None:
    """No question without a use, no limit whose day nobody asks, no link to the day of what may not have been yet."""
    packs = all_packs()[name]
    for data in cases(packs, area_id):
        before = decided(data, packs)
        running = {one.start for one in before.deadlines if one.from_event} & set(HELD)
        assert set(asked_events(before)) == running
        assert set(not_said(before)) == running - set(STILL_TO_COME)
        for event in running:
            assert event not in not_said(decided({**data, "events": {event: FRIDAY}}, packs))


def test_every_event_of_a_case_can_be_asked_and_has_words() -> None:
    """A pack may count from any of them: what runs from it then asks for its day."""
    for event in HELD:
        packs = with_national(PACKS, timescales=(timescale("working_days", 1, start=event),))
        assert asked_events(result(FRIDAY, packs)) == (event,)
        assert say(f"event.{event}")


def test_no_day_is_asked_for_what_is_done_at_once() -> None:
    """Where every limit says its start itself, nothing is asked."""
    packs = with_national(PACKS, timescales=(timescale("at_once"), timescale("recurring", 3), timescale(
        "days", 90, do_by=False), timescale("days", 1, start="now")))
    assert asked_events(result(FRIDAY, packs)) == ()


@pytest.mark.parametrize(("start", "words"), [
    ("2026-11-18 09:30", "when you noticed, 18 November 2026, 09:30"),
    ("2026-11-18 00:00", "when you noticed, 18 November 2026"),
    ("2026-11-23 09:30", "now, because the day given is still to come (when you noticed, 23 November 2026, 09:30)"),
])
def test_what_a_limit_is_counted_from_is_said(start: str, words: str) -> None:
    """The day, with its time where one was given; one that is still to come counts as now, and that is said."""
    found = deadline(timescale("working_days", 1), events={"noticed": at(start)})
    assert found.from_event == words
    assert found.due == (date(2026, 11, 19) if start < "2026-11-20" else date(2026, 11, 23))


def test_a_day_that_is_not_given_is_said_not_to_be() -> None:
    """It counts from now, which is the latest it can be, and says that it may be earlier."""
    assert deadline(timescale("working_days", 1)).from_event == (
        "now, as you have not said when you noticed: it may be earlier")


@pytest.mark.parametrize("event", STILL_TO_COME)
def test_what_has_not_happened_is_named_and_never_now(event: str) -> None:
    """Without its day no date is worked out, and the words say what it would run from."""
    found = deadline(timescale("working_days", 1, start=event))
    assert (found.due, found.from_event) == (None, say(f"event.{event}"))


def test_school_days_say_their_start_and_have_no_date() -> None:
    """Term dates are not known: the day from which to count is all that is said."""
    found = deadline(timescale("school_days", 10, start="last_seen"), events={"last_seen": at("2026-11-12 00:00")})
    assert (found.due, found.from_event) == (None, "when the child was last seen, 12 November 2026")


def test_the_day_of_the_fgm_report_is_asked_of_those_whom_it_binds() -> None:
    """Whoever has to ring within a working day of noticing is asked when that was; nobody else is."""
    for role, is_asked in (("teacher", True), ("teaching_assistant", True), ("midwife", True)):
        found = result(signs=yes("fgm_done", basis="child_said"), practitioner={"role": role})
        assert ("noticed" in asked_events(found)) is is_asked
    assert "noticed" not in asked_events(result(signs=yes("disclosure")))


def test_what_is_to_be_sent_after_the_call_stands_with_the_help_that_follows() -> None:
    """A referral whose document gives the user a time for the form says so; what is only to be chased does not."""
    found = decide(read(case(home_area="telford_wrekin", signs=yes("disclosure"), children=(
        {"label": "A", "age_years": 9},)), PACKS), FRIDAY)
    after = [one.says for one in found.deadlines if one.owner == "you" and one.start == "call_made" and not one.chase]
    assert after
    assert [path.written for path in found.then] == [tuple(after)]
