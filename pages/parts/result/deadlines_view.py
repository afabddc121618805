"""Part 6 of the result: by when, as a table of dates in words, and the calendar file with the user's own."""
from datetime import datetime

import streamlit as st

from decision.asked_events import not_said
from decision.case import Case
from decision.result import Deadline, Decision
from exports.calendar import calendar, has_entries, left_out
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import following, weekday_and_time
from pages.parts.asking.moments import LAST_SEEN, in_history
from pages.parts.display.markup import bullets, folded, join, literal, paragraph, show, strong
from pages.parts.display.words import OWNER, source_line
from pages.parts.shell.hand_over import hand_over
from pages.parts.shell.other_page import CHECK_PAGE

RANG = "pages/rang.py"


def deadlines(case: Case, decision: Decision, packs: Packs, now: datetime) -> None:
    """Every deadline in a table of three columns, its rule and source beneath it on demand, and the calendar file.

    Where the day that it runs from is not given, the way to give it. A deadline that is not shown, or not in the file,
    is named with the reason.
    """
    if decision.deadlines:
        _table(decision, packs)
        _say_when(case, decision)
        _calendar(decision, case.reference, now)
    elif not decision.deadlines_held:
        show(paragraph("There is no deadline to work out from what you have told us."))
    if decision.deadlines_held:
        show(join(paragraph(strong("Not shown here:")), bullets(*(
            join(one.why, source_line(packs, one.source)) for one in decision.deadlines_held
        ))))


def _table(decision: Decision, packs: Packs) -> None:
    rows = [
        {"What": literal(one.says), "By when": literal(with_start(one)), "Whose": OWNER[one.owner]}
        for one in decision.deadlines
    ]
    st.table(rows, hide_index=True, alt="What is due, by when, and whose job it is")
    show(folded("Where these times come from", bullets(*(
        join(f"{one.says}: {one.rule}", paragraph(one.note), source_line(packs, one.source))
        for one in decision.deadlines
    ))))


def _say_when(case: Case, decision: Decision) -> None:
    """A link for each day that is not given to the page on which it is asked."""
    for event in not_said(decision):
        page, place = asked_on(event, case)
        st.page_link(page, label=say("counted.say", event=say(f"event.{event}")), query_params=place)


def asked_on(event: str, case: Case) -> tuple[str, dict[str, str] | None]:
    """The page on which the day of an event is asked, and its address."""
    if event in in_history(case):
        return CHECK_PAGE, {"step": "history"}
    return (CHECK_PAGE, {"step": "safety"}) if event == LAST_SEEN else (RANG, None)


def _calendar(decision: Decision, reference: str, now: datetime) -> None:
    """The file where it would hold anything, and what is not in it, also where that is everything."""
    if has_entries(decision):
        hand_over("calendar", "Put my dates into a calendar", lambda: calendar(decision, reference, now), "dates.ics",
                  "text/calendar")
    missing = [f"{one.says} ({by_when(one)}): {why}." for one, why in left_out(decision)]
    if missing:
        title = "What is not in that calendar, and why" if has_entries(decision) else "Why there is no calendar file"
        show(folded(title, bullets(*missing)))


def by_when(one: Deadline) -> str:
    """The due date in words, or the rule where no date can be worked out. Says if the time has passed."""
    due = weekday_and_time(one.due) if one.due else one.rule
    return following(f"{due}.", say("counted.late")) if one.late else due


def with_start(one: Deadline) -> str:
    """By when, and what that is counted from where it does not say so itself."""
    return f"{by_when(one).rstrip('.')}. {counted(one)}" if counted(one) else by_when(one)


def counted(one: Deadline) -> str:
    """What the time is counted from, as a sentence; empty where it says so itself."""
    return say("counted.from", start=one.from_event) if one.from_event else ""
