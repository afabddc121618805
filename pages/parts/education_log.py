"""The log of enquiries: what has been done to find a child, and a form for the next line."""
import streamlit as st

from exports.details import Details, LogEntry
from exports.material import logged
from pages.parts import draft
from pages.parts.detail_fields import ask, take
from pages.parts.detail_questions import LOG
from pages.parts.detail_sections import SECTION
from pages.parts.frame import say_back, sent
from pages.parts.markup import Markup, bullets, join, paragraph, show, strong
from pages.parts.questions import Sent, clear_errors, set_errors

NAME = "log-new"


def enquiries(page: str) -> None:
    """What has been written down so far, and the next line. It goes into the referral, never into a family's paper."""
    log = draft.details().log
    show(
        paragraph("Write down each step: who was rung, asked or visited, and what came of it. Vary the times of day."),
        bullets(*(_line(item) for item in log)),
        paragraph("Nothing has been written down yet." if not log else ""),
        paragraph("Write no address that must stay secret: it is told by telephone.", class_="warn"),
    )
    if log:
        st.page_link("pages/documents.py", label="Change what stands here",
                     query_params={"section": SECTION["log"].id})
    with st.form(draft.widget_key("log_form"), enter_to_submit=False):
        ask(LogEntry(), LOG, NAME)
        st.form_submit_button("Add this to the log", on_click=_save, args=(page,))


def _line(item: LogEntry) -> Markup:
    return join(strong(logged(item).said), ": ", "; ".join(
        part for part in (item.what, item.who, item.result) if part.strip()))


def _save(page: str) -> None:
    fields = Sent()
    entry = take(LogEntry(), LOG, NAME, fields)
    if fields.wrong:
        set_errors(page, fields.wrong)
        return
    clear_errors()
    if entry != LogEntry():
        details = draft.details()
        longer = details.model_copy(update={"log": (*details.log, entry)})
        draft.keep(details=Details.model_validate(longer.model_dump()))
    sent(page)
    say_back(fields)
    draft.renew()
