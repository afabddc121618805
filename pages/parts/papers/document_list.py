"""Which paper the page opens on, where it goes, and the other papers."""
from datetime import datetime

import streamlit as st

from decision.documents import CALL_SHEET, RECORD, REFERRAL, paper_due
from decision.result import Decision, DocumentDue
from exports.calendar import calendar, has_entries
from exports.checks import not_this_help
from exports.declaration import Document
from exports.documents import DOCUMENTS
from exports.documents.early_help_assessment import DOCUMENT_ID as ASSESSMENT
from exports.family_reads import waiting
from exports.material import Material
from exports.signing import who_signs
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import apart, listed
from pages.parts.display.markup import Markup, bullets, join, literal, paragraph, show, strong
from pages.parts.display.pieces import fold, notice
from pages.parts.reading.contact_view import reach
from pages.parts.shell.hand_over import hand_over
from pages.parts.shell.other_page import DOCUMENTS_PAGE, go_to_page
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole

CHOSEN = "document"
"""The paper that the user has chosen in this visit."""


def chosen(decision: Decision) -> Document:
    """The paper that the page is about: the one the user has chosen, else the one that this result calls for."""
    ids = _ordered(decision)
    asked = st.session_state.get(CHOSEN, ids[0])
    return DOCUMENTS[asked if asked in ids else ids[0]]


def leads_to(decision: Decision) -> str:
    """The paper that the page opens on, by id; empty where that is the sheet to ring with or the record of a talk,
    which are kept whatever comes of it."""
    first = _ordered(decision)[0]
    return "" if first in (CALL_SHEET.ours, RECORD.ours) else first


def call_first(document: Document, decision: Decision) -> None:
    """A line with the sheet to ring with, where a talk or call comes before this paper and none is recorded."""
    due = next((one for one in decision.documents if one.first), None)
    if due is None or due.ours == document.id or decision.after_call is not None:
        return
    with st.container(key="call_first", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(paragraph(say("documents.before_it")), width="content")
        _open_button(DOCUMENTS[due.ours])


def _ordered(decision: Decision) -> list[str]:
    """The papers that this area has: the one that the result calls for, then the others that it calls for.

    A referral that is due comes first, then the form of the help that follows; the sheet to ring with comes after them,
    since what to say on the telephone stands in the result too.
    """
    area = knowledge.packs().area(decision.home_area)
    here = [id_ for id_, document in DOCUMENTS.items() if document.belongs is None or document.belongs(area)]
    due = [one.ours for one in sorted(decision.documents, key=lambda one: not one.first)]
    referral = [id_ for id_ in due if id_ == REFERRAL.ours]
    first = [one.ours] if (one := paper_due(decision)) and _all_may_be_told(one.ours, decision) else []
    ordered = dict.fromkeys((*first, *referral, *_of_the_help(decision, area), *due, *here))
    return [id_ for id_ in ordered if id_ in here]


def _of_the_help(decision: Decision, area: AreaPack | None) -> tuple[str, ...]:
    """The paper on which the help goes that this result leads to: none where a talk comes before anybody is asked."""
    called = {form.name: form.ours for form in area.documents} if area else {}
    called |= {due.name: due.ours for due in decision.documents}
    found = called.get(decision.then[0].document, "") if decision.then else ""
    return (found,) if found and not not_this_help(found, decision) and _all_may_be_told(found, decision) else ()


def _all_may_be_told(document_id: str, decision: Decision) -> bool:
    """Whether a paper of the family's can be written with them now; any other paper always can."""
    return DOCUMENTS[document_id].audience != "family" or all(one.state == "tell" for one in decision.telling)


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
    ids = [id_ for id_ in _ordered(decision) if id_ not in {document.id, *above}]
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
