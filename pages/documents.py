"""The papers: the one that this result calls for, ready to download; what can be added to it; and the others."""
import streamlit as st

from exports.checks import not_this_help
from exports.declaration import Document
from exports.material import Material
from guidance.words import say
from pages.parts.asking.questions import error_summary, errors
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.display.pieces import fold, notice
from pages.parts.papers import blanks, detail_page, held_back
from pages.parts.papers.document_list import about, call_first, chosen, form_name, others, sending
from pages.parts.papers.document_make import PAGE, download, file_is, named, refusal, settings, text_blocks, warnings
from pages.parts.papers.document_preview import copy_everything, preview
from pages.parts.papers.document_tasks import tasks
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import clock, draft, knowledge, opened

frame(say("menu.papers"), wide="section" not in st.query_params)


def paper_page() -> None:
    """One paper with all that belongs to it, beside its first page, and the others below it."""
    decision = knowledge.decide_now()
    document = chosen(decision)
    showing(f"{PAGE} {document.id}")
    case, details = named(draft.case(), draft.details()), draft.details()
    error_summary()
    heading(document.title)
    call_first(document, decision)
    if draft.blank():
        show(notice(paragraph(strong(f"{say('documents.no_answers')} "), say("documents.no_answers.more"))))
    if reason := refusal(document, case, details, decision):
        show(notice(paragraph(reason), paragraph(say("documents.meanwhile"))))
        others(document, decision)
        done()
        return
    left, right = st.columns([3, 2], gap="large")
    with left:
        material = Material(case, details, decision, knowledge.packs(), clock.now())
        about(document, material)
        if other := not_this_help(document.id, decision):
            show(notice(paragraph(strong(other))))
        if document.build:
            download(document, case, details, decision)
            the_file(document, material)
        else:
            show(fold(say("documents.how_to_send"), form_name(document, material), sending(document, material)))
            text_blocks(document, case, details, decision)
        more = warnings(document, case, details, decision)
        st.header(say("documents.fill_in"), anchor=False)
        show(paragraph(say("documents.optional_all")))
        tasks(case, details, decision, document, more)
        blanks.button(document, case, details, decision)
    with right:
        picture = st.container(key="page_one")
    others(document, decision)
    done()
    if document.build:
        preview(picture, document, case, details, decision)


def the_file(document: Document, material: Material) -> None:
    """How the paper is sent, its text to copy, and how its file is called, marked and protected: one fold, with what is
    set in its line."""
    sent = sending(document, material)
    line = file_is(material.details, form_name(document, material) if sent else "")
    with st.container(key="fold_file"), st.expander(line, expanded=bool(errors())):
        if sent:
            with st.container(key="sending"):
                show(paragraph(strong(say("documents.how_to_send")), class_="question"), sent)
        with st.container(key="as_text"):
            show(paragraph(strong(say("documents.as_text")), class_="question"))
            copy_everything(document, material.case, material.details, material.decision)
            with opened.as_opened() as page:
                settings(page.parts[0], page.parts[1])


place = detail_page.here()
if not place and not held_back.asked_for():
    paper_page()
else:
    with opened.as_opened():
        if place:
            decision = knowledge.decide_now()
            detail_page.section_page(place.for_(chosen(decision)), decision)
        else:
            held_back.page()
    done()
