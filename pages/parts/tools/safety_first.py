"""The box at the top of a tool: danger and suspicion go to the telephone first, and whom to ring now."""
import streamlit as st

from decision.doors import front_door_now
from guidance.words import say
from pages.parts.display.markup import Markup, paragraph, show, strong
from pages.parts.display.pieces import panel
from pages.parts.reading.contact_view import answering
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit import clock, draft, knowledge
from pages.parts.wizard import called_for


def safety_first(says: str) -> None:
    """Why the call comes first, the number that is open now, and a sign that waits for an answer."""
    now, packs = clock.now(), knowledge.packs()
    number = Markup("")
    if draft.case().home_area:
        number = answering(front_door_now(draft.case().home_area, packs, now)[0], packs, now, None)
    show(panel("today", paragraph(strong(say("tool.ring_first"))), paragraph(says), number))
    if sign := called_for.waiting():
        show(panel("urgent", paragraph(strong(say("tool.urgent")), " ", sign.says), paragraph(sign.means)))
    st.page_link(CHECK_PAGE, label=say("tool.cannot_wait"), query_params={"step": "signs"})
