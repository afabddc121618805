"""The day on which something happened, asked where it arises: its field, what is kept of it, and what is not."""
from datetime import datetime
from typing import Any

import pytest

from decision.case import Case, Events, Finding, Practitioner, SignAnswer, WhereNow
from pages.parts.visit.clock import LONDON, TEST_TIME
from pages.parts.visit.draft import Progress
from tests.pages.asking import case_of, checked, fill, has_field, open_step, press, words

HOME = Case(home_area="central_bedfordshire", reference="TEST")
FGM = HOME.model_copy(update={"practitioner": Practitioner(role="teacher"), "signs": {
    "fgm_done": SignAnswer(answer="yes", basis="child_said")}})
PARTS = ("day", "month", "year")


@pytest.fixture(autouse=True)
def _monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TEST_TIME, "2026-11-23T10:00")


def with_events(case: Case = FGM, **events: datetime) -> Case:
    """The case with these events."""
    return case.model_copy(update={"events": Events(**events)})


def kept(day: str, time: str = "", case: Case = FGM, event: str = "noticed") -> datetime | None:
    """What is kept of a day and a time typed into the history's question about an event."""
    typed: dict[str, Any] = {f"event_{event}__{part}": text for part, text in zip(PARTS, day.split("/"), strict=True)}
    screen = press(fill(open_step("history", case), **typed, **{f"event_{event}_time": time}), "Continue")
    found: datetime | None = getattr(case_of(screen).events, event)
    return found


def test_no_day_is_asked_that_nothing_runs_from() -> None:
    """An ordinary case sees not one field more."""
    screen = open_step("history", HOME.model_copy(update={"findings": (Finding(id="CBC-2-CHILD-08"),)}))
    assert not [box for box in screen.text_input if "event_" in str(box.key)]


def test_the_day_a_limit_runs_from_is_asked_with_the_history_and_kept() -> None:
    """A teacher who knows of FGM is asked when they noticed: a day, and the time if they know it."""
    assert kept("20/11/2026") == datetime(2026, 11, 20, tzinfo=LONDON)
    assert kept("20/11/2026", "3.15pm") == datetime(2026, 11, 20, 15, 15, tzinfo=LONDON)


def test_what_was_kept_is_shown_and_stays() -> None:
    """Going on changes nothing, with a time or without; a day without a time shows none."""
    for at in (datetime(2026, 11, 20, tzinfo=LONDON), datetime(2026, 11, 20, 15, 15, tzinfo=LONDON)):
        screen = open_step("history", with_events(noticed=at))
        assert "Kept as Friday 20 November 2026" in words(screen)
        assert ("Kept as quarter past three" in words(screen)) is bool(at.hour)
        assert case_of(press(screen, "Continue")).events.noticed == at


def test_another_day_with_the_same_time_is_another_moment() -> None:
    """The time that stands in its field belongs to the day that stands beside it."""
    before = with_events(noticed=datetime(2026, 11, 20, 15, 15, tzinfo=LONDON))
    assert kept("19/11/2026", "15:15", before) == datetime(2026, 11, 19, 15, 15, tzinfo=LONDON)
    assert kept("19/11/2026", "", before) == datetime(2026, 11, 19, tzinfo=LONDON)


def test_a_day_that_is_taken_away_is_gone() -> None:
    """Without its day a time that was kept stands for nothing; a time alone that is new is today's."""
    before = with_events(noticed=datetime(2026, 11, 20, 9, 15, tzinfo=LONDON))
    assert kept("//", "09:15", before) is None
    assert kept("//", "09:15") == datetime(2026, 11, 23, 9, 15, tzinfo=LONDON)


@pytest.mark.parametrize(("day", "says"), [("31/2/2026", "must be a real date"), ("30/11/2026", "still to come")])
def test_a_day_that_cannot_be_is_asked_about(day: str, says: str) -> None:
    """It is said what is wrong, the field names what it is about, and the rest of the page counts."""
    typed: dict[str, Any] = {f"event_noticed__{part}": text for part, text in zip(PARTS, day.split("/"), strict=True)}
    screen = press(fill(open_step("history", FGM), **typed, getting_worse="yes"), "Continue")
    assert f"When you noticed {'must' if 'must' in says else 'is'}" in words(screen)
    assert says in words(screen)
    assert case_of(screen).history.getting_worse == "yes"
    assert case_of(screen).events.noticed is None


def test_it_can_be_opened_before_its_turn() -> None:
    """From the result somebody comes here who has not been through the steps before."""
    screen = open_step("history", FGM, Progress(seen=("safety",)))
    assert has_field(screen, "event_noticed-day")


def test_a_missing_child_was_last_seen_and_that_is_asked_at_once() -> None:
    """With "nobody knows where the child is", on the first page of the questions, and nowhere twice."""
    screen = fill(open_step("safety", HOME), place="missing", event_last_seen__day="22",
                  event_last_seen__month="11", event_last_seen__year="2026", event_last_seen_time="18:30")
    case = case_of(press(screen, "Continue"))
    assert case.where_now == WhereNow(place="missing")
    assert case.events.last_seen == datetime(2026, 11, 22, 18, 30, tzinfo=LONDON)
    history = open_step("history", case)
    assert not has_field(history, "event_last_seen-day")
    assert has_field(history, "event_returned-day")
    answers = words(open_step("answers", case))
    assert answers.count("When the child was last seen 22 November") == 1
    assert "22 November 2026, 18:30" in answers


def test_a_day_counts_as_soon_as_it_is_typed() -> None:
    """Whoever leaves without Continue has said it too."""
    screen = fill(open_step("history", FGM), event_noticed__day="20 11 2026")
    assert case_of(checked(screen.run())).events.noticed == datetime(2026, 11, 20, tzinfo=LONDON)
