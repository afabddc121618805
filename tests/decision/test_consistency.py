"""What in a case does not fit together is named, and what can be so is left alone."""
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision.assess import assess
from decision import formats
from decision.case import Case, Child
from decision.consistency import (
    DAYS, EVENTS, MOMENTS, age_doubt, day_mark, event_mark, find_inconsistencies, leaving_doubt,
)
from decision.reading import parsed
from guidance.vocabulary import Fact
from tests.decision import strategies
from tests.decision.build import FRIDAY, PACKS, at, result, yes

TODAY = FRIDAY.date()
FIELD = Path(__file__).parents[1] / "field"
"""Case files that went wrong in the field, as they were saved."""


def case_file(name: str) -> Case:
    """The case of a file from the field."""
    text = (FIELD / f"{name}.json").read_text(encoding="utf-8")
    return Case.model_validate(formats.raised(formats.CASE_FILE, parsed(text))["case"])


def found(**fields: Any) -> set[str]:
    """The ids of what does not fit on Friday morning, 20 November 2026."""
    return {item.id for item in find_inconsistencies(Case.model_validate(fields), FRIDAY)}


def child(**fields: Any) -> tuple[dict[str, Any]]:
    """One child A."""
    return ({"label": "A", **fields},)


def test_a_blank_case_has_nothing_that_does_not_fit() -> None:
    """What was not answered contradicts nothing."""
    assert find_inconsistencies(Case(), FRIDAY) == ()


@pytest.mark.parametrize(("place", "leaves_at", "ids"), [
    ("school_or_nursery", "2026-11-20T15:15", set()), ("school_or_nursery", "2026-11-20T20:59", set()),
    ("school_or_nursery", "2026-11-20T21:00", {"leaves_at"}), ("school_or_nursery", "2026-11-20T03:15", {"leaves_at"}),
    ("school_or_nursery", "2026-11-21T06:59", {"leaves_at"}), ("home", "2026-11-20T22:00", set()),
    ("with_me", "2026-11-20T10:05", {"leaves_at"}), ("home", "2026-11-20T09:00", {"leaves_at"}),
    ("hospital", "2026-11-22T09:00", {"leaves_at"}), ("missing", "2026-11-20T15:15", {"leaves_at_missing"}),
    (None, "2026-11-20T15:15", set()), ("school_or_nursery", None, set()),
    ("with_me", "2026-11-20T03:15", {"leaves_at"}),
])
def test_the_time_a_child_leaves_is_held_against_place_and_clock(place: str, leaves_at: str, ids: set[str]) -> None:
    """In the night at a school, past, not today, or of a child who is missing."""
    assert found(where_now={"place": place, "leaves_at": leaves_at}) == ids


def test_a_time_from_a_file_is_read_in_london() -> None:
    """Half past eight in the evening in UTC is half past nine in London's summer, and that is night."""
    case = Case.model_validate({"where_now": {"place": "school_or_nursery", "leaves_at": "2026-06-26T20:30:00Z"}})
    assert leaving_doubt(case.where_now, at("2026-06-26 10:00"))
    assert not leaving_doubt(case.where_now.model_copy(update={"place": "home"}), at("2026-06-26 10:00"))


@pytest.mark.parametrize(("due", "ids"), [
    (TODAY, set()), (TODAY - timedelta(days=1), {"due_date_A"}), (date(2027, 9, 20), set()),
    (date(2027, 9, 21), {"due_date_A"}), (date(2062, 3, 27), {"due_date_A"}), (date(18, 3, 27), {"due_date_A"}),
])
def test_a_due_date_lies_in_the_coming_ten_months(due: date, ids: set[str]) -> None:
    """A past one is late or born; one further away is a wrong month or year."""
    assert found(children=child(due_date=due)) == ids


@pytest.mark.parametrize("name", EVENTS)
def test_an_event_is_neither_to_come_nor_years_ago(name: str) -> None:
    """Time limits are counted from it, so a wrong day is asked about."""
    assert found(events={name: "2026-11-20T10:06"}) == {f"{name}_ahead"}
    assert found(events={name: "2025-11-01T10:00"}) == {f"{name}_long_ago"}
    assert found(events={name: "0018-11-01T10:00"}) == {f"{name}_long_ago"}
    assert found(events={name: "2026-11-20T10:05"}) == set()


@pytest.mark.parametrize(("events", "ids"), [
    ({"noticed": "2026-11-20T09:30", "call_made": "2026-11-20T09:00"}, {"noticed_after_call_made"}),
    ({"noticed": "2026-11-19T09:30", "call_made": "2026-11-20T09:00"}, set()),
    ({"noticed": "2026-11-20T09:30", "call_made": "2026-11-20T00:00"}, set()),
    ({"told": "2026-11-20T09:30", "call_made": "2026-11-20T09:00"}, {"told_after_call_made"}),
    ({"noticed": "2026-11-18T09:30", "told": "2026-11-20T09:30", "call_made": "2026-11-19T09:00"}, set()),
    ({"last_seen": "2026-11-20T09:30", "returned": "2026-11-19T09:00"}, {"last_seen_after_returned"}),
    ({"call_made": "2026-11-20T09:30", "disagreement": "2026-11-19T09:00"}, {"call_made_after_disagreement"}),
    ({"noticed": "2026-11-20T09:30", "sent": "2026-11-19T09:00"}, {"noticed_after_sent"}),
])
def test_events_stand_in_an_order_that_can_be(events: dict[str, str], ids: set[str]) -> None:
    """Nobody rings before noticing; a day without a time is compared as a day."""
    assert found(events=events) == ids


def test_a_child_is_not_missing_and_back() -> None:
    """Unless the child was seen again, and lost again, after coming back."""
    where = {"place": "missing"}
    assert found(where_now=where, events={"returned": "2026-11-20T09:00"}) == {"missing_and_returned"}
    again = {"returned": "2026-11-19T09:00", "last_seen": "2026-11-20T09:00"}
    assert "missing_and_returned" not in found(where_now=where, events=again)


@pytest.mark.parametrize(("fields", "ids"), [
    ({"age_months": 1, "moves_about": "yes"}, {"moves_A"}), ({"not_born": True, "moves_about": "yes"}, {"moves_A"}),
    ({"age_months": 5, "moves_about": "yes"}, {"moves_A"}), ({"age_months": 5, "moves_about": "no"}, set()),
    ({"age_months": 6, "moves_about": "yes"}, set()), ({"age_months": 5, "moves_about": "not_known"}, set()),
    ({"age_months": 8, "moves_about": "yes"}, set()), ({"age_years": 1, "moves_about": "yes"}, set()),
    ({"age_months": 7, "status": ["care_leaver"]}, {"status_A"}), ({"age_years": 17, "status": ["care_leaver"]}, set()),
    ({"age_years": 8, "status": ["youth_justice"]}, {"status_A"}),
    ({"not_born": True, "status": ["ehc_plan"]}, {"status_A"}),
    ({"not_born": True, "status": ["protection_plan"]}, set()), ({"status": ["care_leaver"]}, set()),
    ({"age_months": 0, "status": ["looked_after"]}, set()),
])
def test_an_age_fits_what_else_is_said_of_the_child(fields: dict[str, Any], ids: set[str]) -> None:
    """Months that should be years show in what a child of that age cannot do or be."""
    assert found(children=child(**fields)) == ids


def test_a_baby_tells_nothing_in_words_and_decides_nothing() -> None:
    """Seven months in place of seven years shows in "the child told me" and in "understands the decision"."""
    told = {"disclosure": {"answer": "yes", "basis": "child_said", "about": ["A"]}}
    assert found(children=child(age_months=7), signs=told) == {"baby_speaks"}
    assert found(children=child(age_months=7), young_person={"understanding": "understands"}) == {"baby_speaks"}
    assert found(children=child(age_years=7), signs=told) == set()
    two = (*child(age_months=7), {"label": "B", "age_years": 9})
    assert found(children=two, young_person={"agrees": "agrees"}) == set()
    assert found(children=two, signs=told) == {"baby_speaks"}


@pytest.mark.parametrize(("fields", "born", "fits"), [
    ({"age_years": 8}, date(2018, 3, 27), True), ({"age_years": 8}, date(2026, 8, 1), False),
    ({"age_years": 8}, date(2017, 11, 21), True), ({"age_years": 8}, date(2017, 11, 20), False),
    ({"age_years": 8}, date(2018, 11, 20), True), ({"age_years": 8}, date(2018, 11, 21), False),
    ({"age_months": 3}, date(2026, 8, 1), True), ({"age_months": 3}, date(2026, 10, 15), False),
    ({"age_years": 2}, date(2024, 2, 29), True), ({}, date(1990, 1, 1), True),
    ({"not_born": True}, date(2026, 8, 1), False),
])
def test_a_date_of_birth_is_held_against_the_age(fields: dict[str, Any], born: date, fits: bool) -> None:
    """In whole years; in months within one; an unborn child has none."""
    assert (age_doubt(Child(label="A", **fields), born, TODAY) == "") == fits


def test_an_estimated_date_of_birth_may_be_a_year_out() -> None:
    """And no more."""
    eight = Child(label="A", age_years=8)
    assert age_doubt(eight, date(2017, 3, 1), TODAY, estimated=True) == ""
    assert age_doubt(eight, date(2016, 3, 1), TODAY, estimated=True) != ""


def test_each_finding_has_an_id_of_its_own_words_and_fields_that_exist() -> None:
    """A page links to the fields, and can tell two findings apart."""
    case = Case.model_validate({
        "children": [*child(age_months=1, moves_about="yes", status=["care_leaver"]),
                     {"label": "B", "due_date": "2062-01-01"}],
        "where_now": {"place": "missing", "leaves_at": "2026-11-20T09:00"},
        "events": {"noticed": "2026-11-21T09:00", "call_made": "2026-11-19T09:00", "returned": "2026-11-19T09:00"},
        "young_person": {"agrees": "agrees"},
    })
    items = find_inconsistencies(case, FRIDAY)
    assert len({item.id for item in items}) == len(items) >= 7
    for item in items:
        assert item.says.endswith((".", "?"))
        for field in item.fields:
            first, _, rest = field.partition(".")
            inner = {"children": Child}.get(first, type(getattr(case, first)))
            assert not rest or rest in inner.model_fields


@given(st.sampled_from(strategies.AREAS).flatmap(strategies.cases_in), strategies.moments)
def test_no_case_raises_and_none_changes_the_outcome(case: Case, now: Any) -> None:
    """Whatever is answered, the check ends; a time that cannot be right leaves the outcome as it is."""
    assert isinstance(find_inconsistencies(case, now), tuple)
    where = case.where_now.model_copy(update={"place": "school_or_nursery", "leaves_at": now.replace(hour=3)})
    doubtful = case.model_copy(update={"where_now": where})
    plain = case.model_copy(update={"where_now": where.model_copy(update={"leaves_at": None})})
    assert assess(doubtful, PACKS, now).outcome == assess(plain, PACKS, now).outcome


@pytest.mark.parametrize("clock", ["02:00", "10:00", "16:00"])
def test_home_time_at_quarter_past_three_at_night_is_no_limit_and_says_so(clock: str) -> None:
    """The file of a child said to leave school at 03:15: the call is before the child leaves, and the time is asked."""
    now = at(f"2026-11-26 {clock}")
    case = case_file("leaves_0315")
    decision = assess(case, PACKS, now)
    assert not any(route.before for route in decision.routes)
    says = next(route.says for route in decision.routes if route.kind == "ring_now")
    assert "before the child leaves" in says
    assert "quarter past three at night, cannot be right: ask the school or nursery" in says
    assert [item.id for item in find_inconsistencies(case, now)] == ["leaves_at"]


def test_home_time_in_the_afternoon_is_a_limit_until_it_is_past() -> None:
    """The file of a child who leaves school at 15:15: a limit at ten, and at four the question where the child is."""
    case = case_file("leaves_1515")
    morning, later = (assess(case, PACKS, at(f"2026-11-26 {clock}")) for clock in ("10:00", "16:00"))
    assert {route.before for route in morning.routes if route.kind == "ring_now"} == {at("2026-11-26 15:15")}
    assert find_inconsistencies(case, at("2026-11-26 10:00")) == ()
    assert not any(route.before for route in later.routes)
    assert any("was to leave" in route.says and "find out at once" in route.says for route in later.routes)


def test_a_doubt_about_the_time_is_said_once() -> None:
    """The first call that had the time says it; the others lose the time and say no more."""
    where = {"place": "school_or_nursery", "leaves_at": at("2026-11-20 03:15")}
    decision = result(signs=yes("frightened_home"), where_now=where, practitioner={"role": "teacher"})
    assert sum("cannot be right" in route.says for route in decision.routes) == 1


@pytest.mark.parametrize("place", ["with_me", "hospital", "home", None])
def test_a_home_time_in_a_night_that_is_over_has_to_be_asked(place: str | None) -> None:
    """Wherever the child is: 3.15 kept as the night is no limit; a time in the night that is to come can be so."""
    def doubt(leaves_at: str) -> str:
        where = Case.model_validate({"where_now": {"place": place, "leaves_at": f"2026-11-20T{leaves_at}"}}).where_now
        return leaving_doubt(where, at("2026-11-20 10:05"))

    assert "cannot be right: find out when the child leaves" in doubt("03:15")
    assert "was to leave today at nine" in doubt("09:00")
    assert doubt("23:00") == ""


def flat(annotation: Any) -> list[Any]:
    """The plain types in an annotation."""
    inside = get_args(annotation)
    return [one for kind in inside for one in flat(kind)] if inside else [annotation]


def dates_of(model: type[Fact], place: str = "") -> set[str]:
    """Every field that can hold a date or a moment, with its place, read from the types."""
    found = set()
    for name, field in model.model_fields.items():
        kinds, here = flat(field.annotation), f"{place}.{name}".strip(".")
        if date in kinds or datetime in kinds:
            found.add(here)
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, Fact):
                found |= dates_of(kind, here)
    return found


def test_every_date_of_a_case_says_what_it_is_a_date_of() -> None:
    """A date that is added to the case has to be classified, or this fails.

    When the front door opens is not told by anybody: it is read from the pack, and of no opening it says nothing. The
    day of an earlier call was looked at while it was that of the last one.
    """
    assert dates_of(Case) == {*DAYS, *MOMENTS, "safe_until", "earlier_calls.made"}


@pytest.mark.parametrize("wrong", ["0018-03-27", "1990-01-01", "2062-03-27"])
def test_every_date_of_a_case_that_cannot_be_is_asked_about(wrong: str) -> None:
    """On the result each is named with its field, and nothing that can be so is."""
    moment = f"{wrong}T10:00"
    items = find_inconsistencies(Case.model_validate({
        "children": [{"label": "A", "due_date": wrong}, {"label": "B", "age_years": 6}],
        "where_now": {"place": "with_me", "leaves_at": moment}, "sight": {"on": wrong},
        "history": {"earlier_referral_on": wrong}, "events": dict.fromkeys(EVENTS, moment),
    }), FRIDAY)
    assert {field for item in items for field in item.fields} >= {*DAYS, *MOMENTS}


@pytest.mark.parametrize(("children", "on", "ids"), [
    ([{"label": "A", "age_years": 6}], "2019-01-19", {"history_earlier_referral_on"}),
    ([{"label": "A", "age_years": 6}], "2019-01-21", set()), ([{"label": "A", "age_years": 6}], "2026-11-20", set()),
    ([{"label": "A", "age_years": 6}, {"label": "B", "age_years": 14}], "2015-01-01", set()),
    ([{"label": "A", "age_years": 6}, {"label": "B"}], "2015-01-01", set()), ([], "2015-01-01", set()),
    ([{"label": "A", "not_born": True}], "2026-03-01", set()),
    ([{"label": "A", "not_born": True}], "2025-12-01", {"history_earlier_referral_on"}),
    ([], "2000-11-20", {"history_earlier_referral_on"}), ([], "2026-11-21", {"history_earlier_referral_on"}),
])
def test_an_earlier_referral_lies_in_the_life_of_one_of_the_children(
    children: list[dict[str, Any]], on: str, ids: set[str]
) -> None:
    """From the pregnancy with the eldest child until today; without an age of each, in the last twenty-five years."""
    assert found(children=children, history={"earlier_referral": "yes", "earlier_referral_on": on}) == ids


@pytest.mark.parametrize(("on", "ids"), [
    ("2026-12-01", set()), ("2027-11-20", set()), ("2027-11-21", {"sight_on"}), ("2062-03-27", {"sight_on"}),
    ("2024-09-01", set()), ("1990-01-01", {"sight_on"}),
])
def test_a_change_lies_in_the_past_of_a_child_or_in_the_coming_year(on: str, ids: set[str]) -> None:
    """Home education that began two years ago or begins next term can be so."""
    assert found(sight={"home_education": "yes", "on": on}) == ids


def test_a_paper_has_a_mark_for_what_cannot_be_and_none_for_what_can() -> None:
    """In a few words, without the date."""
    case = Case.model_validate({"children": child(age_years=6)})
    said = {on: day_mark("history.earlier_referral_on", date.fromisoformat(on), case, TODAY)
            for on in ("1990-01-01", "2062-03-27", "2015-01-01", "2024-01-01")}
    assert list(map(bool, said.values())) == [True, True, True, False]
    marks = [event_mark(at(when), FRIDAY) for when in ("2026-11-20 10:06", "2024-01-01 10:00", "2026-11-19 10:00")]
    assert list(map(bool, marks)) == [True, True, False]
