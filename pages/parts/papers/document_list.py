"""Which paper the page opens on, where it goes, and the other papers."""
from datetime import datetime

import streamlit as st

from decision.result import Decision, DocumentDue
from exports.calendar import calendar, has_entries
from exports.declaration import Document
from exports.documents import DOCUMENTS
from exports.documents.early_help_assessment import DOCUMENT_ID as ASSESSMENT
from exports.family_reads import waiting
from exports.material import Material
from exports.signing import who_signs
from guidance.words import say
from guidance.words.forms import apart, listed
from pages.parts.display.markup import Markup, bullets, join, literal, paragraph, show, strong
from pages.parts.display.pieces import fold, notice
from pages.parts.reading.contact_view import reach
from pages.parts.shell.hand_over import hand_over
from pages.parts.shell.other_page import DOCUMENTS_PAGE, go_to_page
from pages.parts.visit import clock, draft
from pages.parts.visit.whole import whole
from pages.parts.visit.which_paper import in_order_of_use

CHOSEN = "document"
"""The paper that the user has chosen in this visit."""


def chosen(decision: Decision) -> Document:
    """The paper that the page is about: the one the user has chosen, else the one that this result calls for."""
    ids = in_order_of_use(decision)
    asked = st.session_state.get(CHOSEN, ids[0])
    return DOCUMENTS[asked if asked in ids else ids[0]]


def call_first(document: Document, decision: Decision) -> None:
    """A line with the sheet to ring with, where a talk or call comes before this paper and none is recorded."""
    due = next((one for one in decision.documents if one.first), None)
    if due is None or due.ours == document.id or decision.after_call is not None:
        return
    with st.container(key="call_first", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(paragraph(say("documents.before_it")), width="content")
        _open_button(DOCUMENTS[due.ours])


def _is_due(decision: Decision, document_id: str) -> bool:
    return any(one.ours == document_id for one in decision.documents)


def about(document: Document, material: Material) -> None:
    """What the paper is or where it goes, in a line; how the area wants it sent, who signs and what goes with it,
    folded."""
    if document.given:
        show(notice(paragraph(strong(say("documents.family_reads")), " ", say("documents.family_reads_look")),
                    *_stays_out(document, material)))
    due = material.due(document.id)
    if due is None:
        show(paragraph(document.says))
        return
    to = reach(say("documents.goes_to"), material.packs.contact(due.area, due.sent_to))
    show(to or paragraph(due.says), fold(say("documents.how_to_send"), _short(due, material),
                                         _due(due, document, material, bool(to))))


def _stays_out(document: Document, material: Material) -> tuple[Markup, ...]:
    """What was noticed and stays out of the assessment, and which sign it waits for, in a line."""
    out = waiting(material) if document.id == ASSESSMENT else ()
    if not out:
        return ()
    return (paragraph(say("documents.stays_out", statements=apart(dict.fromkeys(says.rstrip(".") for says, _ in out)),
                          signs=apart(dict.fromkeys(sign.rstrip(".") for _, sign in out)))),)


def _short(due: DocumentDue, material: Material) -> str:
    """The way to send it in the words of the area's form, where it has one."""
    form = material.local(due.ours)
    return form.name if form else due.name


def _due(due: DocumentDue, document: Document, material: Material, sent: bool) -> str:
    packs, form, signed = material.packs, material.local(due.ours), who_signs(material, document)
    return join(
        paragraph(due.says) if sent else "",
        paragraph(form.note) if form else "",
        paragraph(strong(say("documents.how")), due.local) if due.local else "",
        reach(say("documents.questions"), packs.contact(due.area, due.ask)) if due.ask != due.sent_to else "",
        paragraph(strong(say("documents.signs")), signed) if signed else "",
        join(paragraph(say("documents.with_it")), bullets(*due.attachments)) if due.attachments else "",
    )


def others(document: Document, decision: Decision) -> None:
    """The other papers, each with a line of what it is, folded: those that the result calls for first, by name in the
    heading. The last is the calendar file."""
    above = {one.ours for one in decision.documents if one.first and decision.after_call is None}
    ids = [id_ for id_ in in_order_of_use(decision) if id_ not in {document.id, *above}]
    due = [id_ for id_ in ids if _is_due(decision, id_)]
    heading = say("documents.others_due", names=literal(listed(DOCUMENTS[id_].title for id_ in due))) if due else say(
        "documents.others")
    with st.container(key="fold_other_papers"), st.expander(heading):
        for id_ in (*due, *(one for one in ids if one not in due)):
            _other(DOCUMENTS[id_], say("documents.called_for") if id_ in due else DOCUMENTS[id_].says)
        calendar_file(decision, draft.case().reference, clock.now())


def calendar_file(decision: Decision, reference: str, now: datetime) -> None:
    """The button for the file of the user's own dates, where it would hold anything."""
    if has_entries(decision):
        hand_over("calendar", say("documents.to_calendar"), lambda: calendar(decision, reference, now), "dates.ics",
                  "text/calendar")


def _other(document: Document, says: str) -> None:
    with st.container(key=f"paper_{document.id}", gap=None):
        _open_button(document)
        show(paragraph(says, class_="paper-says"))


def _open_button(document: Document) -> None:
    st.button(literal(document.title), key=draft.widget_key(f"paper_{document.id}"), type="tertiary",
              on_click=whole(_choose), args=(document.id,))


def open_document(document_id: str) -> None:
    """Callback: to the papers, with this one chosen. The page calls `follow()` when it begins."""
    st.session_state[CHOSEN] = document_id
    go_to_page(DOCUMENTS_PAGE)


def _choose(document_id: str) -> None:
    st.session_state[CHOSEN] = document_id
    draft.renew()
