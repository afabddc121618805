"""Part 6 of the result: by when, as a table of dates in words, and the calendar file with the user's own."""
from datetime import datetime

import streamlit as st

from decision.result import Deadline, Decision
from exports.calendar import calendar, has_entries, left_out
from guidance.packs import Packs
from guidance.words.forms import weekday_and_time
from pages.parts.display.markup import bullets, folded, join, literal, paragraph, show, strong
from pages.parts.display.words import OWNER, source_line
from pages.parts.shell.hand_over import hand_over


def deadlines(decision: Decision, packs: Packs, reference: str, now: datetime) -> None:
    """Every deadline in a table of three columns, its rule and source beneath it on demand, and the calendar file.

    A deadline that is not shown, or not in the file, is named with the reason.
    """
    if decision.deadlines:
        _table(decision, packs)
        _calendar(decision, reference, now)
    elif not decision.deadlines_held:
        show(paragraph("There is no deadline to work out from what you have told us."))
    if decision.deadlines_held:
        show(join(paragraph(strong("Not shown here:")), bullets(*(
            join(one.why, source_line(packs, one.source)) for one in decision.deadlines_held
        ))))


def _table(decision: Decision, packs: Packs) -> None:
    rows = [
        {"What": literal(one.says), "By when": literal(by_when(one)), "Whose": OWNER[one.owner]}
        for one in decision.deadlines
    ]
    st.table(rows, hide_index=True, alt="What is due, by when, and whose job it is")
    show(folded("Where these times come from", bullets(*(
        join(f"{one.says}: {one.rule}", paragraph(one.note), source_line(packs, one.source))
        for one in decision.deadlines
    ))))


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
    return f"{due}. This time has passed: do it now." if one.late else due
