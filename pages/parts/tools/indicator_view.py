"""An area's indicator: the list of its categories, and one page of statements for each."""
import streamlit as st

from decision.case import Case
from decision.known import so
from exports.documents.exploitation_grid import ASIDE, asked_in, categories
from guidance.models import Indicator, Scale
from guidance.packs import AreaPack
from guidance.words.forms import all_of
from pages.parts.asking import evidence, leaving
from pages.parts.asking.questions import plain
from pages.parts.asking.statements import Asked
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.display.words import source_line
from pages.parts.papers.document_list import open_document
from pages.parts.shell import area_tools
from pages.parts.shell.frame import heading, showing
from pages.parts.shell.other_page import RESULT_PAGE, go_to_page
from pages.parts.tools.safety_first import safety_first
from pages.parts.visit import draft, knowledge
from pages.parts.visit.whole import whole

DOCUMENT = "exploitation_grid"
PAGE = area_tools.INDICATOR


def list_page(area: AreaPack, scale: Scale) -> None:
    """What the indicator is and is not, who may use it, its categories, and what to do with it."""
    showing(PAGE)
    heading(scale.name)
    duties = area_tools.duties_of(area, scale)
    safety_first("A suspicion is enough. It goes to the front door before anything is filled in here, and this page "
                 "never holds up a call. Do not question the child to fill it in.")
    show(
        paragraph(scale.says),
        *(paragraph(strong("Who may use it: "), who)
          for who in dict.fromkeys(duty.tool.who_may for duty in duties if duty.tool)),
        *(paragraph(strong("Gap: "), gap.says) for gap in area_tools.gaps_of(area, tuple(duty.id for duty in duties))),
        paragraph("What you tick joins your answers and the result. Nothing is added up, and an empty line is never a "
                  "no."),
        source_line(knowledge.packs(), scale.source),
    )
    st.header("Categories", anchor=False)
    with st.container(gap=None):
        for number, name in enumerate(categories(area.rows_of_scale[scale.id]), 1):
            _task(area, scale, number, name)
    with st.container(key="indicator_next", horizontal=True):
        st.button("Show what to do now", type="primary", key=draft.widget_key("indicator_result"),
                  on_click=whole(go_to_page), args=(RESULT_PAGE,))
        st.button("Make it as a paper", key=draft.widget_key("indicator_paper"), on_click=whole(open_document),
                  args=(DOCUMENT,))


def category_page(area: AreaPack, scale: Scale, number: int, case: Case) -> None:
    """The statements of one category, band by band, then what is never counted; sent as one form."""
    page = f"{PAGE} {number}"
    showing(page)
    found = statements_of(area, scale, number)
    heading(category(area, scale, number))
    show(paragraph("Tick what you have seen, been told or suspect, and write down how you know. Leave out the rest."),
         *(paragraph(says, class_="hint") for says in _asked_before(area, scale, number)))
    asked = tuple(_asked(same, scale) for same in found)
    counted = tuple(same for same in found if same[0].kind not in ASIDE)
    with leaving.answers(f"indicator_{number}"):
        for band in scale.bands:
            here = tuple(same for same in counted if same[0].level == band.id)
            if here:
                st.header(plain(band.name), anchor=False)
                evidence.ask(tuple(_asked(same, scale) for same in here), case)
        aside = tuple(same for same in found if same[0].kind in ASIDE)
        if aside:
            st.header("Strengths and circumstances: never counted", anchor=False)
            evidence.ask(tuple(_asked(same, scale) for same in aside), case)
        evidence.reads(asked)
        with st.container(horizontal=True, key="detail_buttons"):
            last = number >= len(categories(area.rows_of_scale[scale.id]))
            if not last:
                st.button("Save and next category", type="primary", key=f"press next {page}", on_click=whole(_save),
                          args=(number + 1,))
            st.button("Save and go back to the list", type="primary" if last else "secondary", key=f"press list {page}",
                      on_click=whole(_save), args=(0,))


def chosen(area: AreaPack, scale: Scale) -> int:
    """The number of the category in the address, 0 where there is none of that number."""
    asked = st.query_params.get("n", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    return number if number <= len(categories(area.rows_of_scale[scale.id])) else 0


def category(area: AreaPack, scale: Scale, number: int) -> str:
    """The name of a category, by its number from 1."""
    return categories(area.rows_of_scale[scale.id])[number - 1]


def statements_of(area: AreaPack, scale: Scale, number: int) -> tuple[tuple[Indicator, ...], ...]:
    """What a category asks, by its number from 1: each statement's rows, the one it stands at first, in band order."""
    return asked_in(scale, area.rows_of_scale[scale.id], category(area, scale, number))


def _asked(same: tuple[Indicator, ...], scale: Scale) -> Asked:
    return Asked(
        ids=tuple(row.id for row in same),
        says=same[0].says,
        topics=tuple(dict.fromkeys(topic for row in same for topic in row.topics)),
        ask_first=next((row.ask_first for row in same if row.ask_first), ""),
        hint=_also_printed(same, scale),
    )


def _also_printed(same: tuple[Indicator, ...], scale: Scale) -> str:
    """Where else the document prints a statement: other bands of its category, other categories."""
    first, *others = same
    names = {band.id: band.name for band in scale.bands}
    bands = dict.fromkeys(names[row.level] for row in others if row.subdomain == first.subdomain)
    elsewhere = dict.fromkeys(row.subdomain for row in others if row.subdomain != first.subdomain)
    places = [*(f"in {name}" for name in bands), *(f"under “{name}”" for name in elsewhere)]
    return f"The document prints this {all_of(places)} as well. It is asked once, here." if places else ""


def _asked_before(area: AreaPack, scale: Scale, number: int) -> tuple[str, ...]:
    """Statements that the document prints in this category too and that an earlier one asks."""
    name, rows = category(area, scale, number), area.rows_of_scale[scale.id]
    before = (same for earlier in categories(rows)[:number - 1] for same in asked_in(scale, rows, earlier))
    return tuple(f"Printed here too, and asked once, under “{same[0].subdomain}”: {same[0].says}"
                 for same in before if any(row.subdomain == name for row in same))


def _task(area: AreaPack, scale: Scale, number: int, name: str) -> None:
    """One line of the list: the category, and which bands have something ticked. Never a number."""
    found = {item.id for item in so(draft.case())}
    ticked = [row for row in area.rows_of_scale[scale.id] if row.subdomain == name and row.id in found]
    with st.container(horizontal=True, vertical_alignment="center", key=f"task_category_{number}"):
        st.button(plain(name), key=draft.widget_key(f"category_{number}"), type="tertiary", on_click=whole(_go),
                  args=(number,))
        show(paragraph("Something ticked" if ticked else "Nothing ticked yet", class_="state"))


def _go(number: int = 0) -> None:
    st.query_params.from_dict({"n": str(number)} if number else {})


def _save(then: int) -> None:
    """Take the page over and move on, or stay where something is wrong."""
    leaving.submit(lambda: _saved(then))


def _saved(then: int) -> None:
    draft.renew()
    _go(then)
