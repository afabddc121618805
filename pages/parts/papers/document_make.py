"""Making a document: gentle checks first, then the file, or the text to copy. Nothing here ever blocks a referral."""
import re
from collections.abc import Iterator, Mapping

import streamlit as st
from pydantic import BaseModel

from decision.case import Case, Child
from decision.result import Decision
from exports.checks import checks
from exports.declaration import Document
from exports.details import Details, Marking
from exports.make import DocumentNotForNow, blocks_of_text, make
from exports.material import Material
from exports.pdf.text import missing_glyphs
from guidance.words.forms import listed
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent, choose, line, when_changed
from pages.parts.asking.said import notice
from pages.parts.display.markup import bullets, folded, paragraph, show, tag
from pages.parts.shell.hand_over import hand_over
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.visit.whole import whole

PAGE = "documents"
MADE, PASSWORD, PASSWORD_FIELD = "document_made", "document_password", "document_password_typed"
MARKINGS: dict[Marking, str] = {"confidential": "Confidential", "official_sensitive": "Official-Sensitive"}
REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
WITHOUT_REFERENCE = "no-reference"
SHOWN = 3


def refusal(document: Document, case: Case, details: Details, decision: Decision) -> str:
    """Why this document must not be made now, in words; empty where it may."""
    if document.refuse is None:
        return ""
    try:
        document.refuse(Material(case, details, decision, knowledge.packs(), clock.now()))
    except DocumentNotForNow as reason:
        return str(reason)
    return ""


def warnings(case: Case, details: Details, decision: Decision) -> None:
    """What a reader of the document would miss, and what cannot be drawn. None of it holds it up."""
    found = tuple(dict.fromkeys(says for _, says in checks(case, details, decision)))
    missing = tuple(dict.fromkeys(name for text in _texts((case, details)) for name in missing_glyphs(text)))
    if missing:
        show(paragraph(f"The PDF cannot draw these signs and writes their names instead: {listed(missing)}.",
                       class_="inset"))
    if found:
        show(tag("div", paragraph("Worth a look before you send it. You can send it as it is."),
                 bullets(*found[:SHOWN]), folded(f"{len(found) - SHOWN} more", bullets(*found[SHOWN:])),
                 class_="inset"))


def settings(case: Case, details: Details) -> None:
    """The reference in the name of the file, the marking on every page, and a password for the PDF."""
    with leaving.answers("file"):
        line("file_reference", "Your reference for the file", case.reference,
             "Letters, digits, - and _. Never the name of a child: names of files are seen by many.")
        choose("file_marking", "Marking on every page", MARKINGS, details.marking, across=True)
        st.text_input("Password for the PDF, if you want one", type="password", key=PASSWORD_FIELD,
                      autocomplete="new-password", **when_changed())
        show(paragraph("Tell the password to whoever receives it by another way, such as a call. Nobody can open the "
                       "PDF without it, and we do not keep it.", class_="hint"))
        leaving.reads(_take)
        leaving.save_button("Save these", primary=False)
    if st.session_state.get(PASSWORD):
        st.button("Take the password off", key=draft.widget_key("password_off"), on_click=whole(_no_password))


def download(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """The button that makes the PDF when it is pressed; afterwards the offer to delete the answers."""
    packs, password = knowledge.packs(), st.session_state.get(PASSWORD)
    on_paper = named(case, details)
    protected = "with your password" if password else "without a password"
    hand_over(
        "download", f"Download the PDF, {protected}",
        lambda: make(document.id, on_paper, details, decision, packs, clock.now(), password=password),
        file_name(case, document), "application/pdf", primary=True, on_saved=lambda: _made(document.id),
    )
    if st.session_state.get(MADE) == document.id:
        show(paragraph("Open the file and see that it is right. Then, if you need nothing else here, delete your "
                       "answers: on a shared computer somebody else could see them.", class_="inset"))
        st.button("Delete my answers", key=draft.widget_key("delete_after"), on_click=whole(_forget))


def text_blocks(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """The text in blocks, each with its number of characters and a button that copies it."""
    blocks = blocks_of_text(document.id, named(case, details), details, decision, knowledge.packs(), clock.now())
    show(paragraph("Each block has a button that copies it. Paste it into the form or the record."))
    for block in blocks:
        st.subheader(block.title, anchor=False)
        st.code(block.text, language=None, wrap_lines=True)
        show(paragraph(f"{block.count:,} characters", class_="source"))


def named(case: Case, details: Details) -> Case:
    """The case with every child that has details, also where the questions about the children were skipped.

    For the paper only: the result rests on what was answered, and a name never changes it.
    """
    labels = {child.label for child in case.children}
    more = tuple(Child(label=child.label) for child in details.children if child.label not in labels)
    return case.but(children=case.children + more) if more else case


def file_name(case: Case, document: Document) -> str:
    """The reference and the document, and nothing that names a child."""
    reference = case.reference if REFERENCE.fullmatch(case.reference) else WITHOUT_REFERENCE
    return f"{reference}-{document.id}.pdf"


def _take(parts: Parts, fields: Sent) -> Parts:
    """The settings of the file. The password stays in this session and is in no answer."""
    case, details, progress = parts
    reference = fields.words("file_reference", "The reference", case.reference)
    if reference and reference != case.reference and not REFERENCE.fullmatch(reference):
        fields.refuse("file_reference", "The reference can have letters, digits, - and _, 40 characters at most.")
        reference = case.reference
    st.session_state[PASSWORD] = st.session_state.get(PASSWORD_FIELD) or st.session_state.get(PASSWORD)
    marking = fields.choice("file_marking", details.marking)
    return (case.but(reference=reference), details.but(marking=marking), progress)


def _no_password() -> None:
    st.session_state.pop(PASSWORD, None)


def _made(document_id: str) -> None:
    st.session_state[MADE] = document_id


def _forget() -> None:
    draft.forget()
    notice("Your answers have been deleted.")


def _texts(node: object) -> Iterator[str]:
    """Every text in a model, however deep."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _texts(getattr(node, name))
    elif isinstance(node, Mapping):
        yield from _texts(tuple(node.values()))
    elif isinstance(node, tuple):
        for item in node:
            yield from _texts(item)
