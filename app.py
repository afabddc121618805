"""The front door: which area, the number to ring there at this moment, and the two ways in."""
import streamlit as st

from decision.case import Case
from guidance.vocabulary import ELSEWHERE
from guidance.words import say
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent, choose, pick
from pages.parts.display.markup import paragraph, show, tag
from pages.parts.reading.currency_view import draft_mark
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.shell.number_card import number_card
from pages.parts.shell.other_page import CHECK_PAGE, RESULT_PAGE, follow
from pages.parts.visit import clock, draft, knowledge, opened
from pages.parts.visit.draft import Parts
from pages.parts.visit.whole import whole
from pages.parts.wizard import steps
from pages.parts.wizard.area_change import move, moved_words
from pages.parts.wizard.where import area_options

frame(say("start.title"))
FEW = 8
"""Up to so many areas stand as a list; more are found by typing."""
CHANGING = "changing_area"
"""The area whose place the list takes again; another choice ends that."""


def choosing() -> bool:
    """Whether the list is shown, in the place of the number."""
    area = draft.case().home_area
    return not area or st.session_state.get(CHANGING) == area


def choose_area(before: Case) -> None:
    """The council area of the child's home; nothing is chosen beforehand."""
    areas = area_options()
    few = len(areas) <= FEW + 1
    with leaving.answers("start_area"):
        (choose if few else pick)("home_area", say("start.area"), areas, before.home_area)
        leaving.reads(take_area)
    if not few:   # typing finds what is in the list alone
        st.button(areas[ELSEWHERE], type="tertiary", on_click=whole(choose_elsewhere))
    if before.home_area:
        st.button(say("start.keep", area=areas.get(before.home_area, before.home_area)), type="tertiary",
                  on_click=whole(keep_area))


def choose_elsewhere() -> None:
    """Callback: the council is not in the list."""
    case, progress = move(draft.case(), draft.progress(), ELSEWHERE)
    draft.keep(case=case, progress=progress)
    draft.renew()


def take_area(parts: Parts, fields: Sent) -> Parts:
    """The area into the case. A change of area keeps the old area's statements as notes."""
    case, details, progress = parts
    moved, progress = move(case, progress, fields.choice("home_area", case.home_area))
    return moved, details, progress


def change_area() -> None:
    """Callback: the list takes the place of the number again."""
    st.session_state[CHANGING] = draft.case().home_area
    draft.renew()


def keep_area() -> None:
    """Callback: the number again, of the same area."""
    st.session_state.pop(CHANGING, None)
    draft.renew()


def number(case: Case) -> None:
    """The area that was chosen, with its number."""
    with st.container(key="chosen", horizontal=True, vertical_alignment="center"):
        show(tag("h2", area_options().get(case.home_area, case.home_area)))
        st.button(say("start.change"), type="tertiary", on_click=whole(change_area))
    packs = knowledge.packs()
    show(draft_mark(case, packs), number_card(case.home_area, packs, clock.now()),
         *(paragraph(words, class_="inset") for area in draft.progress().set_aside if (words := moved_words(area))))


def ways_in() -> None:
    """What cannot wait, and the whole of it; where there are answers, on from where the user was."""
    seen = draft.progress().seen
    on = say("start.carry_on", step=steps.of(steps.first_open()).heading) if seen else say("start.think")
    with st.container(key="buttons_first_ways", horizontal=True):
        st.page_link(CHECK_PAGE, label=say("start.cannot_wait"), query_params={"step": "signs"})
        st.page_link(CHECK_PAGE, label=on, query_params={"step": steps.first_open()})
    if seen:
        st.page_link(RESULT_PAGE, label=say("start.result"))


follow()
heading(say("start.heading"))
if opened.opened_page().parts[0].home_area != draft.case().home_area:
    opened.turn_over()   # the area has been chosen: what is shown next starts from it
as_opened = opened.opened_page().parts[0]
if choosing():
    showing("Start")
    show(paragraph(say("start.what")), paragraph(say("start.judge")))
    choose_area(as_opened)
else:
    showing("Start, number")
    number(as_opened)
ways_in()
done()
