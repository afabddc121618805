"""The first page of the documents: which one to make, and the list of what can be filled in for it."""
import streamlit as st

from decision.case import Case
from decision.result import Decision, DocumentDue
from exports.declaration import Document
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.material import Material
from exports.signing import who_signs
from pages.parts.display.markup import bullets, join, literal, paragraph, show, strong
from pages.parts.papers.detail_page import go
from pages.parts.papers.detail_sections import Section, begun, sections_for
from pages.parts.papers.document_make import named
from pages.parts.reading.contact_view import reach
from pages.parts.shell.other_page import go_to_page
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole

CHOSEN = "document"
CALLED_FOR = "This result calls for it"


def choose(decision: Decision) -> Document:
    """The document the user has chosen; at first the first one that the result calls for."""
    due = {one.ours: one for one in sorted(decision.documents, key=lambda one: not one.first)}
    area = knowledge.packs().area(decision.home_area)
    here = [id_ for id_, document in DOCUMENTS.items() if document.belongs is None or document.belongs(area)]
    ids = [*(id_ for id_ in due if id_ in here), *(id_ for id_ in here if id_ not in due)]
    chosen = st.session_state.get(CHOSEN, ids[0])
    key = draft.widget_key(CHOSEN)
    st.radio(
        "Which document?", ids, index=ids.index(chosen) if chosen in ids else 0, key=key,
        format_func=lambda id_: literal(DOCUMENTS[id_].title), on_change=whole(_choose), args=(key,),
        captions=[CALLED_FOR if id_ in due else literal(DOCUMENTS[id_].says) for id_ in ids],
    )
    return DOCUMENTS[st.session_state[key]]


def about(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """What the document is, how the area wants it sent, who is asked to sign it, and what goes with it."""
    material = Material(named(case, details), details, decision, knowledge.packs(), clock.now())
    due = material.due(document.id)
    show(paragraph(document.says) if due is None else _due(due, material))


def tasks(case: Case, details: Details, decision: Decision, document: Document) -> None:
    """Every section of the details that this document asks for, with whether anything has been said in it."""
    with st.container(gap=None):
        for section in sections_for(document):
            _task(section, begun(case, details, decision, section))


def open_document(document_id: str) -> None:
    """Callback: to the documents, with this one chosen. The page calls `follow()` when it begins."""
    st.session_state[CHOSEN] = document_id
    go_to_page("pages/documents.py")


def _choose(key: str) -> None:
    st.session_state[CHOSEN] = st.session_state[key]


def _due(due: DocumentDue, material: Material) -> str:
    packs, form, signed = material.packs, material.local(due.ours), who_signs(material, DOCUMENTS[due.ours])
    return join(
        paragraph(due.says),
        paragraph(form.note) if form else "",
        paragraph(strong("How to send it: "), due.local) if due.local else "",
        reach("It goes to: ", packs.contact(due.area, due.sent_to)),
        reach("Questions about the form: ", packs.contact(due.area, due.ask)) if due.ask != due.sent_to else "",
        paragraph(strong("Who signs it: "), signed) if signed else "",
        join(paragraph("Send with it if you have it:"), bullets(*due.attachments)) if due.attachments else "",
    )


def _task(section: Section, has_answers: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"task_{section.id}"):
        st.button(section.title, key=draft.widget_key(f"open_{section.id}"), type="tertiary", on_click=whole(go),
                  args=(section.id,))
        show(paragraph("Some answers given" if has_answers else "Nothing yet", class_="state"))
