"""Which paper the page opens on, where it goes, and the other papers."""
from datetime import datetime

import streamlit as st

from decision.result import Decision, DocumentDue
from decision.rung import still_due
from decision.urgency import urgency
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
from pages.parts.display.pieces import notice
from pages.parts.reading.contact_view import reach
from pages.parts.shell.hand_over import hand_over
from pages.parts.shell.other_page import DOCUMENTS_PAGE, go_to_page
from pages.parts.visit import clock, draft, knowledge
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
    """A line that a talk or call comes before this paper, where none is recorded; beside it the sheet to ring with
    where the call is now. Otherwise that is the first of the other papers."""
    due = _first(decision)
    if due is None or due.ours == document.id:
        return
    if not _now(decision):
        show(paragraph(say("documents.before_it_below")))
        return
    with st.container(key="call_first", horizontal=True, vertical_alignment="center", gap="small"):
        words = say("documents.before_it_999" if decision.say_999 else "documents.before_it")
        st.html(paragraph(words), width="content")
        _open_button(DOCUMENTS[due.ours])


def _first(decision: Decision) -> DocumentDue | None:
    """The sheet for the talk or call that comes before any other paper; none once it is recorded."""
    return next((one for one in decision.documents if one.first and decision.after_call is None), None)


def _now(decision: Decision) -> bool:
    """Whether the call is now, so that its sheet is in sight on every paper."""
    return urgency(decision.outcome) >= urgency("refer_now")


def _is_due(decision: Decision, document_id: str) -> bool:
    return any(one.ours == document_id for one in decision.documents)


def about(document: Document, material: Material) -> None:
    """What the paper is, in a line; where it goes stands with how to send it."""
    if document.given:
        show(notice(paragraph(strong(say("documents.family_reads")), " ", say("documents.family_reads_look")),
                    *_stays_out(document, material)))
    due = material.due(document.id)
    if due is None:
        show(paragraph(document.says))
        return
    show(paragraph(due.says))


def _stays_out(document: Document, material: Material) -> tuple[Markup, ...]:
    """What was noticed and stays out of the assessment, and which sign it waits for, in a line."""
    out = waiting(material) if document.id == ASSESSMENT else ()
    if not out:
        return ()
    return (paragraph(say("documents.stays_out", statements=apart(dict.fromkeys(says.rstrip(".") for says, _ in out)),
                          signs=apart(dict.fromkeys(sign.rstrip(".") for _, sign in out)))),)


def form_name(document: Document, material: Material) -> str:
    """The way to send it in the words of the area's form, where it has one; empty where the result asks for none."""
    form, due = material.local(document.id), material.due(document.id)
    return "" if due is None else form.name if form else due.name


def sending(document: Document, material: Material) -> Markup:
    """Where it goes, how the area wants it sent, whom to ask, who signs and what goes with it; empty where the result
    asks for none."""
    due, packs = material.due(document.id), material.packs
    if due is None:
        return Markup("")
    form, signed = material.local(due.ours), who_signs(material, document)
    return join(
        reach(say("documents.goes_to"), packs.contact(due.area, due.sent_to)),
        paragraph(form.note) if form else "",
        paragraph(strong(say("documents.how")), due.local) if due.local else "",
        reach(say("documents.questions"), packs.contact(due.area, due.ask)) if due.ask != due.sent_to else "",
        paragraph(strong(say("documents.signs")), signed) if signed else "",
        join(paragraph(say("documents.with_it")), bullets(*due.attachments)) if due.attachments else "",
    )


def others(document: Document, decision: Decision) -> None:
    """The other papers, each with a line of what it is, folded: those that the result calls for first, by name in the
    heading, and of them the sheet for a talk or call that comes before. The last is the calendar file."""
    first = _first(decision)
    above = {first.ours} if first and _now(decision) else set()
    ids = [id_ for id_ in in_order_of_use(decision) if id_ not in {document.id, *above}]
    due = sorted((id_ for id_ in ids if _is_due(decision, id_)), key=lambda id_: not (first and id_ == first.ours))
    heading = say("documents.others_due", names=literal(listed(DOCUMENTS[id_].title for id_ in due))) if due else say(
        "documents.others")
    with st.container(key="fold_other_papers"), st.expander(heading):
        for id_ in (*due, *(one for one in ids if one not in due)):
            _other(DOCUMENTS[id_], say("documents.called_for") if id_ in due else DOCUMENTS[id_].says)
        due_still = still_due(draft.case(), decision, knowledge.packs())
        calendar_file(due_still, draft.case().reference, clock.now())


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
