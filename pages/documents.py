"""The documents: choose one, fill in what you have, see what a reader would miss, and download it."""
import streamlit as st

from exports.checks import not_this_help
from pages.parts.asking.questions import error_summary
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.papers import detail_page, held_back
from pages.parts.papers.document_list import about, choose, tasks
from pages.parts.papers.document_make import PAGE, download, refusal, settings, text_blocks, warnings
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import draft, knowledge, opened

frame("Documents")

NO_ANSWERS = ("Each tab keeps its own. If you have answered the questions in another tab or window, go back to it and "
              "open Documents from the menu there. A document made here holds only what you fill in here.")

def list_page() -> None:
    """Choose a document, fill in its parts in any order, and make it."""
    showing(PAGE)
    case, details = draft.case(), draft.details()
    error_summary()
    heading("Documents")
    show(paragraph("You can make a document now, with whatever you have. Names are asked for only here, and everything "
                   "is optional: what you leave out is passed on as not known."))
    if draft.blank():
        show(paragraph(strong("There are no answers in this tab. "), NO_ANSWERS, class_="inset"))
    document = choose(decision)
    st.header(document.title, anchor=False)
    if reason := refusal(document, case, details, decision):
        show(paragraph(reason, class_="inset"), paragraph("You can make any other document meanwhile."))
        return
    about(document, case, details, decision)
    if other := not_this_help(document.id, decision):
        show(paragraph(strong(other), class_="inset"))
    if document.build:
        download(document, case, details, decision)
    warnings(case, details, decision)
    st.header("Fill in what you have", anchor=False)
    tasks(case, details, decision, document)
    held_back.task(case)
    if document.build:
        st.header("The file", anchor=False)
        with opened.as_opened() as page:
            settings(page.parts[0], page.parts[1])
    else:
        text_blocks(document, case, details, decision)


place = detail_page.here()
if held_back.asked_for():
    with opened.as_opened():
        held_back.page()
elif place:
    with opened.as_opened():
        detail_page.section_page(place, knowledge.decide_now())
else:
    decision = knowledge.decide_now()
    list_page()
done()
