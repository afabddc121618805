"""What stands above every page: the line for danger, the product's name with the menu, and whose answers these are.

The line comes first and is drawn before the packs load, so the emergency number waits for no script and no pack.
"""
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from guidance.words import say
from guidance.words.forms import mid, weekday_and_time
from pages.parts import browser
from pages.parts.display.markup import paragraph, show, tag
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit import clock, draft, knowledge

EMERGENCY = "999"
"""The only number not read from a pack: it is drawn before the packs load. A test holds it to the national pack."""
PRODUCT = "Windscreen"
START = "app.py"
MENU = (
    (CHECK_PAGE, "menu.check"),
    ("pages/result.py", "menu.result"),
    ("pages/documents.py", "menu.papers"),
    ("pages/contacts.py", "menu.numbers"),
    ("pages/look_up.py", "menu.look_up"),
)
"""Page → the key of its word. What else there is hangs from one of these."""
ANSWERS = {"step": "answers"}
"""The address of the list of all answers, which is a page of the questions. A test holds it to the last step's id."""


def top() -> tuple[DeltaGenerator, ...]:
    """The number for danger, the name and the menu. Gives back the places for whose answers these are (`whose`).

    The menu stands twice, for wide windows and folded for narrow ones; the style shows one of them, to everybody.
    """
    with st.container(key="top", gap=None):
        _strip()
        with st.container(key="header", horizontal=True, vertical_alignment="center"):
            with st.container(key="home"):
                st.page_link(START, label=PRODUCT)
            with st.container(key="menu", horizontal=True):
                _links()
            wide = st.container(key="whose")
            with st.container(key="small_menu"), st.expander(say("menu.name")):
                _links()
                narrow = st.container(key="whose_small")
    return wide, narrow


def _strip() -> None:
    with st.container(key="strip", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="danger" role="note"><strong>{say("strip.danger")} '
                f'<a href="tel:{EMERGENCY}">{EMERGENCY}</a></strong></p>')
        browser.hide_button()


def _links() -> None:
    """Each page, and behind the questions the list of what was answered: one press from everywhere, for a lead too."""
    for page, key in MENU:
        st.page_link(page, label=say(key))
        if page == CHECK_PAGE:
            st.page_link(page, label=say("menu.answers"), query_params=ANSWERS)


def whose(places: tuple[DeltaGenerator, ...]) -> None:
    """Area, role and reference, as far as they are known, once the answers are back; on paper also when it was made."""
    if draft.CASE not in st.session_state or draft.blank():
        return
    case, packs = draft.case(), knowledge.packs()
    role = packs.national.role.get(case.practitioner.role)
    area = packs.name_of(case.home_area) if packs.area(case.home_area) else ""
    reference = say("header.reference", reference=case.reference) if case.reference else ""
    made = tag("span", f" · {say('header.made', when=weekday_and_time(clock.now()))}", class_="only-print")
    known = " · ".join(part for part in (area, mid(role.name) if role else "", reference) if part)
    for place in places:
        with place:
            show(paragraph(known, made))
