"""Looking at a paper before it is sent: page one as a picture, and all of it as text to copy. Neither is kept on disk.
"""
import base64
import logging

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from decision.case import Case
from decision.result import Decision
from exports.declaration import Document
from exports.details import Details
from exports.documents.text_blocks import keeps_open_record
from exports.make import make, plain_text
from exports.material import Material
from exports.preview import first_page
from guidance.words import say
from pages.parts.display.markup import paragraph, show, tag
from pages.parts.display.pieces import notice
from pages.parts.visit import clock, draft, knowledge

DRAWN = "page_one"
"""The last picture of this visit, and what it was drawn of: it is drawn anew only where something has changed."""
LONGEST = 300_000
"""Letters of a case with its details of which a picture is drawn: it takes a moment, and never long."""


def copy_everything(document: Document, case: Case, details: Details, decision: Decision) -> None:
    """All that the paper says as plain text, with the button that copies it."""
    packs = knowledge.packs()
    if keeps_open_record(Material(case, details, decision, packs, clock.now())):
        show(notice(paragraph(say("papers.text.hide.says"))))
    st.code(plain_text(document.id, case, details, decision, packs, clock.now()), language=None, wrap_lines=True,
            height=300)


def preview(place: DeltaGenerator, document: Document, case: Case, details: Details, decision: Decision) -> None:
    """Page one at its place on the page. Called last, so that nobody waits for it; nothing where it cannot be drawn."""
    picture = _picture(document, case, details, decision)
    if not picture:
        return
    with place:
        show(tag("figure", tag("img", src=f"data:image/png;base64,{picture}", class_="page-one",
                               alt=say("documents.page_one_alt", title=document.title)),
                 tag("figcaption", say("documents.page_one"))))


def _picture(document: Document, case: Case, details: Details, decision: Decision) -> str:
    asked = (document.id, case, details, draft.details().marking)
    drawn = st.session_state.get(DRAWN)
    if drawn and drawn[0] == asked:
        return str(drawn[1])
    if len(case.model_dump_json()) + len(details.model_dump_json()) > LONGEST:
        return ""
    try:
        picture = base64.b64encode(
            first_page(make(document.id, case, details, decision, knowledge.packs(), clock.now()))).decode()
    except Exception as problem:   # the picture is a help: the file says itself, when it is asked for, what is wrong
        logging.getLogger(__name__).error("a page could not be drawn: %s", type(problem).__name__)
        return ""
    st.session_state[DRAWN] = (asked, picture)
    return picture
