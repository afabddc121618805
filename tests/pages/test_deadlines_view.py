"""Part 6 of the result: by when, in words, and the calendar file."""
from typing import Any

import pytest

from decision.case import Case, Events, Practitioner, SignAnswer, WhereNow
from decision.result import DeadlineHeld
from exports.calendar import WOULD_TELL, has_entries
from guidance.words import say
from pages.parts.result.deadlines_view import asked_on, by_when, deadlines
from tests.pages.handed import offers
from tests.pages.opening import open_page
from tests.pages.sample import BLANK, FULL, NOW, PACKS
from tests.pages.screen import part, words


def test_dates_are_words_and_a_rule_stands_where_there_is_no_date() -> None:
    """A date has its weekday; without a date the rule is said; a time that has passed says so."""
    assert [by_when(one) for one in FULL.deadlines] == [
        "at once", "Tuesday 24 November 2026",
        "Sunday 22 November 2026, 5:20pm. This time has passed: do it now.",
    ]


def test_the_table_says_whose_job_each_is() -> None:
    """What, by when, whose: three columns, one row each."""
    table = part(deadlines, Case(reference="TEST"), FULL, PACKS, NOW).table[0].value
    assert list(table.columns) == ["What", "By when", "Whose"]
    assert list(table["Whose"]) == ["You", "You", "The service"]


def test_every_deadline_names_its_rule_and_source() -> None:
    """The rule and where it stands are one press away."""
    seen = words(part(deadlines, Case(reference="TEST"), FULL, PACKS, NOW))
    assert "Chase an answer: 1 working day" in seen
    assert "They decide: 24 hours" in seen


def test_the_calendar_is_offered_only_where_it_would_hold_something() -> None:
    """Dates that are the user's own or to be chased are worth a file; the service's are not."""
    assert offers(part(deadlines, Case(reference="TEST"), FULL, PACKS, NOW)) == ["Put my dates into a calendar"]
    others = FULL.model_copy(update={"deadlines": FULL.deadlines[2:]})
    assert not has_entries(others)
    screen = part(deadlines, Case(reference="TEST"), others, PACKS, NOW)
    assert not offers(screen)
    assert "Why there is no calendar file" in words(screen)


def test_a_result_whose_dates_all_stay_out_of_the_file_says_so() -> None:
    """Where one parent is not to be told yet, no entry prompts telling, and each is named with that reason."""
    waits = FULL.telling[0].model_copy(update={"state": "ask_first"})
    review = FULL.deadlines[1].model_copy(update={"prompts_telling": True})
    decision = FULL.model_copy(update={"telling": (waits,), "deadlines": (review,)})
    screen = part(deadlines, Case(reference="TEST"), decision, PACKS, NOW)
    assert not offers(screen)
    assert f"{WOULD_TELL}." in words(screen)


def test_a_deadline_that_is_not_shown_is_named_by_its_source_and_its_reason() -> None:
    """With others or alone: it is never said that there is none, and what is to be done is not repeated."""
    waits = say("held.somebody_waits")
    held = tuple(DeadlineHeld(id=one.id, why=waits, source=one.source) for one in FULL.deadlines[:1])
    for shown in (FULL.deadlines[1:], ()):
        decision = FULL.model_copy(update={"deadlines": shown, "deadlines_held": held})
        seen = words(part(deadlines, Case(reference="TEST"), decision, PACKS, NOW))
        assert waits in seen
        assert held[0].source.where in seen
        assert FULL.deadlines[0].says not in seen
        assert "no deadline to work out" not in seen


def test_nothing_due_is_said() -> None:
    """An empty table is never drawn."""
    screen = part(deadlines, Case(reference="TEST"), BLANK, PACKS, NOW)
    assert not screen.table
    assert "no deadline to work out" in words(screen)


@pytest.mark.parametrize(("event", "place", "page"), [
    ("noticed", None, ("pages/check.py", {"step": "history"})),
    ("last_seen", None, ("pages/check.py", {"step": "history"})),
    ("last_seen", "missing", ("pages/check.py", {"step": "safety"})), ("sent", None, ("pages/rang.py", None)),
    ("call_made", None, ("pages/rang.py", None)), ("disagreement", None, ("pages/rang.py", None)),
])
def test_each_day_is_asked_on_a_page_of_its_own(event: str, place: Any, page: Any) -> None:
    """The link leads to where the day is asked in this case."""
    assert asked_on(event, Case(where_now=WhereNow(place=place))) == page


def test_what_a_date_is_counted_from_stands_beside_it() -> None:
    """With the day that was given; what says its start itself stands as it is."""
    chase = FULL.deadlines[1].model_copy(update={
        "start": "call_made", "from_event": "when you rang, 23 November 2026, 10:05", "starts_at": NOW})
    decision = FULL.model_copy(update={"deadlines": (FULL.deadlines[0], chase)})
    screen = part(deadlines, Case(), decision, PACKS, NOW)
    assert [text.replace("\\", "") for text in screen.table[0].value["By when"]] == [
        "at once", "Tuesday 24 November 2026. Counted from when you rang, 23 November 2026, 10:05."]


def test_a_day_that_is_not_given_is_said_and_can_be_given() -> None:
    """The result says that it counts from now, and a link leads to where the day is asked."""
    fgm = Case(home_area="central_bedfordshire", practitioner=Practitioner(role="teacher"),
               signs={"fgm_done": SignAnswer(answer="yes")})
    screen = open_page("result", fgm)
    assert "Counted from now, as you have not said when you noticed" in words(screen)
    links = {link.proto.label: link.proto.query_string for link in screen.get("page_link")}
    assert links["Say when you noticed"] == "step=history"
    given = fgm.model_copy(update={"events": Events(noticed=NOW)})
    assert "Say when you noticed" not in {link.proto.label for link in open_page("result", given).get("page_link")}
