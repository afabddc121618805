"""The log of enquiries: what has been done to find a child, and a form for the next line."""
from dataclasses import replace

import streamlit as st
from pydantic import ValidationError

from exports.details import Details, LogEntry
from exports.material import logged
from guidance.words import say
from guidance.words.forms import apart
from pages.parts.asking import folding, leaving
from pages.parts.asking.questions import Sent, errors
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong
from pages.parts.papers.detail_fields import ask, no_room, take
from pages.parts.papers.detail_questions import LOG
from pages.parts.papers.detail_sections import SECTION
from pages.parts.visit import draft, knowledge

NAME = "log-new"
TOLD = tuple(replace(one, hint=say("education.log.told_hint")) if one.attribute == "what" else one
             for one in LOG)
"""The questions of the log without the hint that speaks of visits and of asking others."""


def enquiries() -> None:
    """What has been written down so far, and the next line. It goes into the referral, never into a family's paper."""
    log = draft.details().log
    hides = knowledge.decide_now().withholds_place
    show(
        paragraph(say("education.log.told_only"), class_="warn") if hides
        else paragraph(say("education.log.each_step")),
        bullets(*(_line(item) for item in log)),
        paragraph(say("education.log.nothing") if not log else ""),
        paragraph(say("education.log.no_place") if hides else say("education.log.no_address"), class_="warn"),
    )
    if log:
        st.page_link("pages/documents.py", label=say("education.log.change"),
                     query_params={"section": SECTION["log"].id})
    said = say("education.log.another" if log else "education.log.first")
    with folding.fold("log", said, open_=bool(errors())), leaving.answers("log_form"):
        ask(LogEntry(), TOLD if hides else LOG, NAME)
        leaving.reads_details(_with_entry)
        leaving.save_button(say("education.log.add"), primary=False)


def _line(item: LogEntry) -> Markup:
    return join(strong(say("education.log.when", when=logged(item).said)), " ", apart(
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
