"""The calendar file: every dated duty of the user or the setting is in it, or is named as left out with the reason."""
from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.result import Deadline, Decision
from exports.calendar import NO_DATE, NOT_YOURS, OURS, WOULD_TELL, calendar, has_entries, left_out
from tests.decision.build import PACKS, at, result, yes
from tests.decision.every import all_packs, areas, asked, representatives
from tests.exports import samples

RETURNED_ON = at("2026-12-24 15:00")


def entries(data: bytes) -> list[tuple[str, Any]]:
    """Summary and start of every entry."""
    return [(str(event["summary"]), event.decoded("dtstart")) for event in Calendar.from_ical(data).walk("VEVENT")]


def with_deadline(says: str, **changes: object) -> list[tuple[str, Any]]:
    """The entries of a result with one deadline of the user's, while the father is not to be told."""
    return entries(calendar(one_deadline(says, **changes), "KESTREL-17", samples.NOW))


def one_deadline(says: str, **changes: object) -> Decision:
    """A result with one deadline of the user's, while the father is not to be told."""
    deadline = samples.DECISION.deadlines[0].model_copy(update={"says": says, **changes})
    return samples.decision(deadlines=(deadline,))


def ids(decision: Decision) -> set[str]:
    """Ids of the deadlines that have an entry."""
    data = calendar(decision, "", samples.NOW)
    return {str(event["uid"]).removesuffix("-case@windscreen") for event in Calendar.from_ical(data).walk("VEVENT")}


def test_only_the_users_and_the_settings_dates_are_in_it() -> None:
    """Their deadlines and chase dates are entries; what a service must do is named as left out."""
    found = entries(calendar(samples.DECISION, "KESTREL-17", samples.NOW))
    assert len(found) == sum(item.due is not None and (item.owner in OURS or item.chase)
                             for item in samples.DECISION.deadlines)
    assert found[0][0].endswith("Send the referral in writing (KESTREL-17)")
    assert with_deadline("The LADO is told", owner="your_setting")
    assert [why for _, why in left_out(one_deadline("They decide", owner="the_service", chase=False))] == [NOT_YOURS]


def test_a_time_is_kept_and_a_day_is_due_by_its_end() -> None:
    """An hour that is known is the entry's hour; a day alone is a whole day that says "by the end of today"."""
    exact = datetime(2026, 11, 20, 16, 30, tzinfo=samples.LONDON)
    assert with_deadline("Ring back", due=exact)[0][1] == exact
    said, start = with_deadline("Ring back", due=date(2026, 11, 24))[0]
    assert (said.startswith("By the end of today: "), start) == (True, date(2026, 11, 24))


def test_a_deadline_without_a_date_has_no_entry() -> None:
    """Nothing is guessed: a rule that has no date yet makes no entry, and that is said."""
    assert with_deadline("Ring back", due=None) == []
    assert [why for _, why in left_out(one_deadline("Ring back", due=None))] == [NO_DATE]


def test_at_the_end_of_the_last_known_year_no_working_day_is_guessed() -> None:
    """No entry falls on a day that may be a bank holiday: the next working day is named as left out, without a date."""
    made = result(at(f"{PACKS.national.holidays.known_until}-12-31 11:00"), signs=yes("disclosure"))
    counted = {item.id for item in made.deadlines if item.kind == "working_days"}
    assert "chase" in counted
    assert not counted & ids(made)
    assert {why for item, why in left_out(made) if item.id in counted} == {NO_DATE}


def test_nothing_prompts_telling_while_somebody_is_not_to_be_told() -> None:
    """What the pack marks as prompting has no entry while anybody is not to be told yet; that it is missing is said."""
    assert with_deadline("Agree the date", prompts_telling=True) == []
    assert [why for _, why in left_out(one_deadline("Agree the date", prompts_telling=True))] == [WOULD_TELL]


@pytest.mark.parametrize("says", ["Fill in the form of Family Connect", "Tell the LADO", "Ask Children and Families"])
def test_words_alone_never_keep_a_deadline_out(says: str) -> None:
    """A service may be called Family: only what the pack marks counts, so no duty is lost by its name."""
    assert with_deadline(says)


def test_it_is_made_where_everybody_may_be_told() -> None:
    """The entry that prompts is made when nothing speaks against it."""
    deadline = samples.DECISION.deadlines[0].model_copy(update={"says": "Agree the date", "prompts_telling": True})
    open_result = samples.decision(deadlines=(deadline,), told=samples.telling("tell", "tell")[:2])
    assert entries(calendar(open_result, "", samples.NOW))[0][0].endswith("Agree the date")


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_no_dated_duty_of_anyones_is_silently_missing_in_any_pack(name: str, area_id: str) -> None:
    """In every pack each deadline has an entry or a reason, and a duty of the user or setting only the stated ones."""
    packs = all_packs()[name]
    for way in representatives(packs, area_id):
        data = way.to(asked(packs, area_id, events={"call_made": RETURNED_ON, "allegation_known": RETURNED_ON}))
        decision = decide(read(Case.model_validate(data), packs), RETURNED_ON)
        out = {deadline.id: why for deadline, why in left_out(decision)}
        assert ids(decision) == {item.id for item in decision.deadlines} - set(out)
        lost = [item.id for item in decision.deadlines if item.due and item.owner in OURS
                and not item.prompts_telling and item.kind != "at_once" and item.id in out]
        assert lost == []
        assert has_entries(decision) == bool(ids(decision))


def test_the_written_confirmation_and_the_lado_are_in_the_file_over_the_bank_holidays() -> None:
    """Rung on Christmas Eve where the service is called Family: its form, the LADO and the chase all stand in it."""
    decision = result(now=RETURNED_ON, home_area="telford_wrekin", signs=yes("disclosure", "allegation_adult"),
                      children=[{"label": "A", "age_years": 7}], family=[{"key": "mother", "relation": "Mother"}],
                      call={"outcome": "taken"}, events={"call_made": RETURNED_ON})
    due = {item.id: item.due for item in decision.deadlines}
    assert {"tel_request_form", "lado", "chase"} <= ids(decision)
    assert (due["chase"], due["tel_request_form"]) == (date(2026, 12, 29), date(2026, 12, 30))


def test_no_name_can_be_in_it() -> None:
    """The file is made from the result and a reference only; a chase date says nothing about whom."""
    data = calendar(samples.DECISION, "KESTREL-17", samples.NOW)
    assert b"Zofia" not in data
    assert b"CLASS:PRIVATE" in data


def test_the_same_result_gives_the_same_file() -> None:
    """Entries have steady names, so importing twice does not double them."""
    assert calendar(samples.DECISION, "K", samples.NOW) == calendar(samples.DECISION, "K", samples.NOW)
    assert isinstance(samples.DECISION.deadlines[0], Deadline)


def test_an_entry_says_what_its_day_is_counted_from() -> None:
    """Whoever opens it weeks later sees from when it runs; one that says its start itself has no more words."""
    for words in ("when you rang, 20 November 2026, 10:05", ""):
        data = calendar(one_deadline("Ring again", from_event=words), "", samples.NOW)
        said = [str(event.get("description", "")) for event in Calendar.from_ical(data).walk("VEVENT")]
        assert said == ([f"Counted from {words}."] if words else [""])
