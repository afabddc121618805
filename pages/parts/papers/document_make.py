"""Making a document: gentle checks first, then the file, or the text to copy. Nothing here ever blocks a referral."""
import re
from collections.abc import Iterator, Mapping
from typing import get_args

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
from exports.prefilled import is_blank
from guidance.words import say
from guidance.words.forms import apart, capital, counted, listed
from pages.parts.asking import leaving, said
from pages.parts.asking.questions import Sent, choose, line, plain, when_changed
from pages.parts.display.markup import bullets, paragraph, show
from pages.parts.display.pieces import hint, notice
from pages.parts.papers.detail_page import checked
from pages.parts.papers.detail_sections import sections_for
from pages.parts.shell.hand_over import hand_over
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.draft import Parts
from pages.parts.visit.whole import whole

PAGE = "documents"
MADE, PASSWORD, PASSWORD_FIELD = "document_made", "document_password", "document_password_typed"
MARKINGS: dict[Marking, str] = {one: say(f"documents.marking.{one}") for one in get_args(Marking)}
DETAILS = "details."
STORY, EFFECTS = ("narrative",), ("narrative", "effects")
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


def warnings(document: Document, case: Case, details: Details, decision: Decision) -> tuple[str, ...]:
    """What a reader of the paper would miss, and what cannot be drawn: safety first, three lines. The rest is handed
    back, to stand at the end of the list of what can be added. None of it holds the paper up."""
    asked = frozenset(".".join((DETAILS.rstrip("."), *record.path, field.attribute))
                      for section in sections_for(document) for record in section.records(case, details, decision)
                      for field in record.fields)
    known = _known(case, details, decision)
    found = tuple(dict.fromkeys(says for field, says in checks(case, details, decision)
                                if _concerns(field, asked) and field not in known))
    missing = tuple(dict.fromkeys(name for text in _texts((case, details)) for name in missing_glyphs(text)))
    if missing and document.build:
        show(notice(paragraph(say("documents.glyphs", names=listed(missing)))))
    if found:
        left = len(found) - SHOWN
        show(notice(paragraph(say("documents.worth_a_look"), class_="question"), bullets(*found[:SHOWN]),
                    paragraph(counted("documents.look_below", left)) if left > 0 else ""))
    return found[SHOWN:]


def _concerns(field: str, asked: frozenset[str]) -> bool:
    """Whether a paper asks what a check is about: what it does not ask, its reader does not miss."""
    return not field.startswith(DETAILS) or any(f"{path}.".startswith(f"{field}.") for path in asked)


def _known(case: Case, details: Details, decision: Decision) -> frozenset[str]:
    """Questions of the story that the paper answers from the check, since nothing was written: no reader misses them.
    """
    found, story = checked(case, details, decision), details.narrative
    effects = {place.row for place in found if place.path == EFFECTS} | {one.label for one in story.effects if one.text}
    said = {place.attribute for place in found
            if place.path == STORY and is_blank(getattr(story, place.attribute))}
    said |= {"effects"} if effects >= {child.label for child in case.children} else set()
    return frozenset(f"{DETAILS}narrative.{name}" for name in said)


def file_is(details: Details, form: str = "") -> str:
    """What can be done with the file; then the `form` that it is sent as, where it goes by one, and how it is marked
    and protected now."""
    now = (form, say("documents.marked", marking=MARKINGS[details.marking]),
           say("documents.password_on" if st.session_state.get(PASSWORD) else "documents.password_off"))
    said = say("documents.file_sent" if form else "documents.file")
    return f"**{plain(said)}** {plain(capital(apart(filter(None, now))))}"


def settings(case: Case, details: Details) -> None:
    """The reference in the name of the file, the marking on every page, and a password for the PDF."""
    with leaving.answers("file"):
        line("file_reference", say("documents.reference"), case.reference, say("documents.reference.hint"))
        choose("file_marking", say("documents.marking"), MARKINGS, details.marking, across=True)
        st.text_input(say("documents.password"), type="password", key=PASSWORD_FIELD,
                      autocomplete="new-password", **when_changed())
        show(hint(say("documents.password.hint")))
        leaving.reads(_take)
        leaving.save_button(say("documents.save_settings"), primary=False)
    if st.session_state.get(PASSWORD):
        st.button(say("documents.no_password"), key=draft.widget_key("password_off"), on_click=whole(_no_password))


def download(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """The button that makes the PDF when it is pressed; afterwards the offer to delete the answers."""
    packs, password = knowledge.packs(), st.session_state.get(PASSWORD)
    on_paper = named(case, details)
    hand_over(
        "download", say("documents.download_protected" if password else "documents.download"),
        lambda: make(document.id, on_paper, details, decision, packs, clock.now(), password=password),
        file_name(case, document), "application/pdf", primary=True, on_saved=lambda: _made(document.id),
    )
    if st.session_state.get(MADE) == document.id:
        show(notice(paragraph(say("documents.made"))))
        st.button(say("documents.delete"), key=draft.widget_key("delete_after"), on_click=whole(_forget))


def text_blocks(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """The text in blocks, each with its number of characters and a button that copies it."""
    blocks = blocks_of_text(document.id, named(case, details), details, decision, knowledge.packs(), clock.now())
    show(paragraph(say("documents.each_block")))
    for block in blocks:
        st.subheader(block.title, anchor=False)
        st.code(block.text, language=None, wrap_lines=True)
        show(paragraph(say("documents.characters", number=f"{block.count:,}"), class_="source"))


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
    reference = fields.words("file_reference", say("documents.reference"), case.reference)
    if reference and reference != case.reference and not REFERENCE.fullmatch(reference):
        fields.refuse("file_reference", say("documents.reference.wrong"))
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
    said.notice(say("documents.deleted"))


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
