"""Part 6 of the result: by when, in words, and the calendar file."""
import re
from typing import Any

import pytest

from decision.case import Case, Events, Practitioner, SignAnswer, WhereNow
from decision.result import DeadlineHeld
from exports.calendar import WOULD_TELL, has_entries
from guidance.words import say
from pages.parts.papers.document_list import calendar_file
from pages.parts.result.deadlines_view import asked_on, by_when, deadlines, in_order
from tests.pages.handed import offers
from tests.pages.opening import open_page
from tests.pages.sample import BLANK, FULL, NOW, PACKS
from tests.pages.screen import part, read, source, words


def test_dates_are_words_and_a_rule_stands_where_there_is_no_date() -> None:
    """A date has its weekday; without a date the rule is said; a time that has passed says so."""
    assert [by_when(one) for one in FULL.deadlines] == [
        "at once", "Tuesday 24 November 2026",
        "Sunday 22 November 2026, 5:20pm. This time has passed: do it now.",
    ]


def test_each_date_says_whose_job_it_is() -> None:
    """By when, whose, what: one line each."""
    shown = str(deadlines(Case(), FULL, PACKS))
    assert re.findall(r'<li><strong>(.*?)</strong> <span class="state">(.*?)</span><p>(.*?)</p>', shown) == [
        ("Sunday 22 November 2026, 5:20pm. This time has passed: do it now.", "The service", "They decide"),
        ("at once", "You", "Ring"), ("Tuesday 24 November 2026", "You", "Chase an answer")]


def test_what_is_late_and_what_is_due_at_once_stand_first() -> None:
    """Then the dates in their order, then what has none; nothing is lost."""
    undated = FULL.deadlines[1].model_copy(update={"id": "undated", "due": None, "chase": False})
    found = in_order((undated, *reversed(FULL.deadlines)))
    assert [one.id for one in found] == ["reply", "ring_by", "chase", "undated"]


def test_every_deadline_names_its_rule_and_source() -> None:
    """The rule and where it stands are one press away."""
    seen = read(deadlines(Case(), FULL, PACKS))
    assert "3: 1 working day" in seen
    assert "1: 24 hours" in seen


def test_the_calendar_is_offered_only_where_it_would_hold_something() -> None:
    """Dates that are the user's own or to be chased are worth a file; the service's are not."""
    assert offers(part(calendar_file, FULL, "TEST", NOW)) == [say("documents.to_calendar")]
    assert say("result.to_calendar") in read(deadlines(Case(), FULL, PACKS))
    others = FULL.model_copy(update={"deadlines": FULL.deadlines[2:]})
    assert not has_entries(others)
    assert not offers(part(calendar_file, others, "TEST", NOW))
    assert say("result.to_calendar") not in read(deadlines(Case(), others, PACKS))
    assert "Why there is no calendar file" in read(deadlines(Case(), others, PACKS))


def test_a_result_whose_dates_all_stay_out_of_the_file_says_so() -> None:
    """Where one parent is not to be told yet, no entry prompts telling, and each is named with that reason."""
    waits = FULL.telling[0].model_copy(update={"state": "ask_first"})
    review = FULL.deadlines[1].model_copy(update={"prompts_telling": True})
    decision = FULL.model_copy(update={"telling": (waits,), "deadlines": (review,)})
    assert not offers(part(calendar_file, decision, "TEST", NOW))
    assert f"{WOULD_TELL}." in read(deadlines(Case(), decision, PACKS))


def test_a_deadline_that_is_not_shown_is_named_by_its_source_and_its_reason() -> None:
    """With others or alone: it is never said that there is none, and what is to be done is not repeated."""
    waits = say("held.somebody_waits")
    held = tuple(DeadlineHeld(id=one.id, why=waits, source=one.source) for one in FULL.deadlines[:1])
    for shown in (FULL.deadlines[1:], ()):
        decision = FULL.model_copy(update={"deadlines": shown, "deadlines_held": held})
        seen = read(deadlines(Case(), decision, PACKS))
        assert waits in seen
        assert held[0].source.where in seen
        assert FULL.deadlines[0].says not in seen
        assert "no deadline to work out" not in seen


def test_nothing_due_is_said() -> None:
    """An empty list is never drawn."""
    shown = str(deadlines(Case(), BLANK, PACKS))
    assert "<ol" not in shown
    assert "no deadline to work out" in shown


@pytest.mark.parametrize(("event", "place", "page"), [
    ("noticed", None, ("pages/check.py", {"step": "history"})),
    ("last_seen", None, ("pages/check.py", {"step": "history"})),
    ("last_seen", "missing", ("pages/check.py", {"step": "safety"})), ("sent", None, ("pages/rang.py", None)),
    ("call_made", None, ("pages/rang.py", None)), ("disagreement", None, ("pages/rang.py", None)),
])
def test_each_day_is_asked_on_a_page_of_its_own(event: str, place: Any, page: Any) -> None:
    """The link leads to where the day is asked in this case."""
    assert asked_on(event, Case(where_now=WhereNow(place=place))) == page


def test_what_dates_are_counted_from_stands_once_with_the_lines_that_it_is_of() -> None:
    """With the day that was given, by number where it is not of all; what says its start itself is not named."""
    start = "when you rang, 23 November 2026, 10:05"
    chase = FULL.deadlines[1].model_copy(update={"start": "call_made", "from_event": start, "starts_at": NOW})
    again = chase.model_copy(update={"id": "again", "says": "Chase again"})
    seen = read(deadlines(Case(), FULL.model_copy(update={"deadlines": (FULL.deadlines[0], chase, again)}), PACKS))
    assert seen.count(start) == 1
    assert f"2 and 3: Counted from {start}." in seen
    alone = read(deadlines(Case(), FULL.model_copy(update={"deadlines": (chase, again)}), PACKS))
    assert f" Counted from {start}." in alone
    assert "1 and 2" not in alone


def test_a_day_that_is_not_given_is_said_and_can_be_given() -> None:
    """The result says that it counts from now, and a link leads to where the day is asked."""
    fgm = Case(home_area="central_bedfordshire", practitioner=Practitioner(role="teacher"),
               signs={"fgm_done": SignAnswer(answer="yes")})
    screen = open_page("result", fgm)
    assert "Counted from now, as you have not said when you noticed" in words(screen)
    assert '<a href="check?step=history" class="within">Say when you noticed</a>' in source(screen)
    given = fgm.model_copy(update={"events": Events(noticed=NOW)})
    assert "Say when you noticed" not in source(open_page("result", given))
