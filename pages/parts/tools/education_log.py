"""The log of enquiries: what has been done to find a child, and a form for the next line."""
from dataclasses import replace

import streamlit as st
from pydantic import ValidationError

from exports.details import Details, LogEntry
from exports.material import logged
from guidance.words.forms import apart
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong
from pages.parts.papers.detail_fields import ask, no_room, take
from pages.parts.papers.detail_questions import LOG
from pages.parts.papers.detail_sections import SECTION
from pages.parts.visit import draft, knowledge

NAME = "log-new"
EACH_STEP = "Write down each step: who was rung, asked or visited, and what came of it. Vary the times of day."
TOLD_ONLY = ("Nobody looks for a family that hides: no visit, and no question to others about where they are. Write "
             "down whom you told, when, and what was decided.")
NO_ADDRESS = "Write no address that must stay secret: it is told by telephone."
NO_PLACE = "Write no address, telephone number, school or GP: they are told by telephone."
TOLD = tuple(replace(one, hint="Whom you told, and what was decided.") if one.attribute == "what" else one
             for one in LOG)
"""The questions of the log without the hint that speaks of visits and of asking others."""


def enquiries() -> None:
    """What has been written down so far, and the next line. It goes into the referral, never into a family's paper."""
    log = draft.details().log
    hides = knowledge.decide_now().withholds_place
    show(
        paragraph(TOLD_ONLY, class_="warn") if hides else paragraph(EACH_STEP),
        bullets(*(_line(item) for item in log)),
        paragraph("Nothing has been written down yet." if not log else ""),
        paragraph(NO_PLACE if hides else NO_ADDRESS, class_="warn"),
    )
    if log:
        st.page_link("pages/documents.py", label="Change what stands here",
                     query_params={"section": SECTION["log"].id})
    with leaving.answers("log_form"):
        ask(LogEntry(), TOLD if hides else LOG, NAME)
        leaving.reads_details(_with_entry)
        leaving.save_button("Add this to the log", primary=False)


def _line(item: LogEntry) -> Markup:
    return join(strong(logged(item).said), ": ", apart(
        part for part in (item.what, item.who, item.result) if part.strip()))


def _with_entry(details: Details, fields: Sent) -> Details:
    entry = take(LogEntry(), LOG, NAME, fields)
    if entry == LogEntry():
        return details
    try:
        return details.but(log=(*details.log, entry))
    except ValidationError:
        no_room(LOG, NAME, fields)
        return details
