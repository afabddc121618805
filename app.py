"""The front door: what this is, which area, the number that is open now, and the ways in."""
import streamlit as st

from decision.case import Case
from decision.doors import front_door_now
from decision.result import Route
from pages.parts.asking import leaving
from pages.parts.asking.questions import Sent, choose
from pages.parts.display.markup import folded, paragraph, show, strong, tag
from pages.parts.reading.currency_view import draft_mark
from pages.parts.result.action_view import route
from pages.parts.shell.area_tools import tool_links
from pages.parts.shell.frame import done, frame, heading
from pages.parts.shell.other_page import CHECK_PAGE, RESULT_PAGE, follow
from pages.parts.visit import clock, draft, knowledge, opened
from pages.parts.visit.draft import Parts
from pages.parts.wizard import steps
from pages.parts.wizard.area_change import move, moved_words
from pages.parts.wizard.where import area_options, role_options

frame("Start")


def choose_area(before: Case) -> None:
    """The council area of the child's home, `before` as the page was opened; nothing is chosen beforehand."""
    with leaving.answers("start_area"):
        choose("home_area", "Which council area does the child live in?", area_options(), before.home_area)
        leaving.reads(take_area)
    if draft.case().home_area != before.home_area:
        show(paragraph(moved_words(before.home_area), class_="inset"))


def take_area(parts: Parts, fields: Sent) -> Parts:
    """The area into the case. A change of area keeps the old area's statements as notes."""
    case, details, progress = parts
    moved, progress = move(case, progress, fields.choice("home_area", case.home_area))
    return moved, details, progress


def choose_role(before: Case) -> None:
    """The user's role; not needed for the number."""
    with leaving.answers("start_role"), st.expander("Your role (you can leave this for later)"):
        choose("role", "What is your role?", role_options(), before.practitioner.role)
        leaving.reads_case(take_role)


def take_role(case: Case, fields: Sent) -> Case:
    """The role into the case."""
    you = case.practitioner
    return case.but(practitioner=you.but(role=fields.choice("role", you.role)))


def number_now() -> tuple[Route, ...]:
    """The number to ring at this moment, with no question asked. Gives back the other ways, for those who need them."""
    now, packs = clock.now(), knowledge.packs()
    first, *others = front_door_now(draft.case().home_area, packs, now)
    show(tag("div", route(first, packs, now), class_="panel today", data_say="number"))
    return tuple(others)


def other_numbers(others: tuple[Route, ...]) -> None:
    """What to do where nobody answers, and when the front door opens."""
    now, packs = clock.now(), knowledge.packs()
    show(folded("If nobody answers, and when it opens next", *(route(one, packs, now) for one in others)))


def ways_in() -> None:
    """The two ways in, and back to where one was."""
    with st.container(key="ways", horizontal=True):
        st.page_link(CHECK_PAGE, label="A sign that cannot wait", query_params={"step": "signs"})
        st.page_link(CHECK_PAGE, label="Check a concern", query_params={"step": steps.names()[0]})


def carry_on() -> None:
    """Where the user was, if there are answers."""
    if not draft.progress().seen:
        return
    step = steps.first_open()
    show(paragraph(strong("You have answers in this tab."), f" Next: {steps.of(step).heading}"))
    with st.container(key="carry_on", horizontal=True):
        st.page_link(CHECK_PAGE, label="Carry on where you were", query_params={"step": step})
        st.page_link(RESULT_PAGE, label="Show the result so far")


follow()
heading("Are you worried about a child?")
show(
    paragraph("Windscreen helps people who work with children in England to decide what to do about a worry: whom to "
              "ring, what the family is told, and what to write down."),
    paragraph("It supports your judgement and never replaces it. If you think that a child may be harmed, you can ring "
              "at any time, whatever this page says."),
)
carry_on()
as_opened = opened.opened_page().parts[0]
choose_area(as_opened)
show(draft_mark(draft.case(), knowledge.packs()))
others = number_now() if draft.case().home_area else ()
ways_in()
tool_links()
other_numbers(others)
choose_role(as_opened)
show(paragraph("No names until the documents. Every statement names its source: see Look it up."))
done()
