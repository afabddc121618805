"""Which paper the page opens on, where it goes, and the other papers."""
import streamlit as st

from decision.documents import REFERRAL
from decision.result import Decision, DocumentDue
from exports.declaration import Document
from exports.documents import DOCUMENTS
from exports.material import Material
from exports.signing import who_signs
from guidance.words import say
from pages.parts.display.markup import bullets, join, literal, paragraph, show, strong
from pages.parts.display.pieces import fold, notice
from pages.parts.reading.contact_view import reach
from pages.parts.shell.other_page import go_to_page
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole

CHOSEN = "document"
"""The paper that the user has chosen in this visit."""


def chosen(decision: Decision) -> Document:
    """The paper that the page is about: the one the user has chosen, else the one that this result calls for.

    A referral that is due comes before the sheet to ring with: what to say on the telephone stands in the result too.
    """
    ids = _ordered(decision)
    first = REFERRAL.ours if _is_due(decision, REFERRAL.ours) and REFERRAL.ours in ids else ids[0]
    asked = st.session_state.get(CHOSEN, first)
    return DOCUMENTS[asked if asked in ids else first]


def _ordered(decision: Decision) -> list[str]:
    """The papers that this area has: first those that the result calls for."""
    due = list(dict.fromkeys(one.ours for one in sorted(decision.documents, key=lambda one: not one.first)))
    area = knowledge.packs().area(decision.home_area)
    here = [id_ for id_, document in DOCUMENTS.items() if document.belongs is None or document.belongs(area)]
    return [*(id_ for id_ in due if id_ in here), *(id_ for id_ in here if id_ not in due)]


def _is_due(decision: Decision, document_id: str) -> bool:
    return any(one.ours == document_id for one in decision.documents)


def about(document: Document, material: Material) -> None:
    """What the paper is or where it goes, in a line; how the area wants it sent, who signs and what goes with it,
    folded."""
    if document.given:
        show(notice(paragraph(strong(say("documents.family_reads")), " ", say("documents.family_reads_look"))))
    due = material.due(document.id)
    if due is None:
        show(paragraph(document.says))
        return
    to = reach(say("documents.goes_to"), material.packs.contact(due.area, due.sent_to))
    show(to or paragraph(due.says), fold(say("documents.how_to_send"), _short(due, material),
                                         _due(due, document, material, bool(to))))


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
    """The other papers, each with a line of what it is: those that the result calls for first."""
    ids = [id_ for id_ in _ordered(decision) if id_ != document.id]
    due = [id_ for id_ in ids if _is_due(decision, id_)]
    st.header(say("documents.others"), anchor=False)
    for id_ in due:
        _other(DOCUMENTS[id_], say("documents.called_for"))
    with st.container(key="fold_other_papers"), st.expander(say("documents.all_papers")):
        for id_ in ids:
            if id_ not in due:
                _other(DOCUMENTS[id_], DOCUMENTS[id_].says)


def _other(document: Document, says: str) -> None:
    with st.container(key=f"paper_{document.id}", gap=None):
        st.button(literal(document.title), key=draft.widget_key(f"paper_{document.id}"), type="tertiary",
                  on_click=whole(_choose), args=(document.id,))
        show(paragraph(says, class_="paper-says"))


def open_document(document_id: str) -> None:
    """Callback: to the papers, with this one chosen. The page calls `follow()` when it begins."""
    st.session_state[CHOSEN] = document_id
    go_to_page("pages/documents.py")


def _choose(document_id: str) -> None:
    st.session_state[CHOSEN] = document_id
    draft.renew()
