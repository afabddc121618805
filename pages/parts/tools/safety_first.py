"""The box at the top of a tool: danger and suspicion go to the telephone first, and whom to ring now."""
import streamlit as st

from decision.doors import front_door_now
from pages.parts.display.markup import Markup, paragraph, show, strong, tag
from pages.parts.result.action_view import route
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit import clock, draft, knowledge
from pages.parts.wizard import ask_first


def safety_first(says: str) -> None:
    """Why the call comes first, the number that is open now, and a sign that waits for an answer."""
    now, packs = clock.now(), knowledge.packs()
    number = Markup("")
    if draft.case().home_area:
        number = route(front_door_now(draft.case().home_area, packs, now)[0], packs, now)
    show(tag("div", paragraph(strong("Ring first.")), paragraph(says), number, class_="panel today"))
    if sign := ask_first.waiting():
        show(tag("div", paragraph(strong("Something that you ticked makes this question urgent: "), sign.says),
                 paragraph(sign.means), class_="panel urgent"))
    st.page_link(CHECK_PAGE, label="A sign that cannot wait", query_params={"step": "signs"})
