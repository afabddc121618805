"""An area's indicator: the list of its categories, and one page of statements for each."""
import streamlit as st

from decision.case import Case
from decision.known import so
from exports.documents.exploitation_grid import ASIDE, asked_in, categories
from guidance.models import Indicator, Scale
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import all_of
from pages.parts.asking import evidence, leaving
from pages.parts.asking.questions import plain
from pages.parts.asking.statements import Asked
from pages.parts.asking.way_back import way_back
from pages.parts.display.markup import paragraph, show, strong
from pages.parts.display.pieces import fold
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
    safety_first(say("tool.safety_first"))
    show(
        paragraph(say("tool.joins")),
        fold(say("tool.about"), say("tool.about_says"), paragraph(scale.says),
             *(paragraph(strong(say("duty.who_may")), " ", who)
               for who in dict.fromkeys(duty.tool.who_may for duty in duties if duty.tool)),
             *(paragraph(strong(say("tool.gap")), " ", gap.says)
               for gap in area_tools.gaps_of(area, tuple(duty.id for duty in duties))),
             source_line(knowledge.packs(), scale.source)),
    )
    st.header(say("tool.categories"), anchor=False)
    with st.container(gap=None):
        for number, name in enumerate(categories(area.rows_of_scale[scale.id]), 1):
            _task(area, scale, number, name)
    with st.container(key="indicator_next", horizontal=True):
        st.button(say("tool.show_now"), type="primary", key=draft.widget_key("indicator_result"),
                  on_click=whole(go_to_page), args=(RESULT_PAGE,))
        st.button(say("tool.paper"), key=draft.widget_key("indicator_paper"), on_click=whole(open_document),
                  args=(DOCUMENT,))


def category_page(area: AreaPack, scale: Scale, number: int, case: Case) -> None:
    """The statements of one category, band by band, then what is never counted; sent as one form."""
    page = f"{PAGE} {number}"
    showing(page)
    found = statements_of(area, scale, number)
    way_back(page, lambda: _go(number - 1))
    heading(category(area, scale, number))
    show(paragraph(say("tool.tick")),
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
            st.header(say("tool.beside"), anchor=False)
            evidence.ask(tuple(_asked(same, scale) for same in aside), case)
        evidence.reads(asked)
        with st.container(horizontal=True, key="detail_buttons"):
            last = number >= len(categories(area.rows_of_scale[scale.id]))
            if not last:
                st.button(say("tool.next"), type="primary", key=f"press next {page}", on_click=whole(_save),
                          args=(number + 1,))
            st.button(say("tool.back"), type="primary" if last else "secondary", key=f"press list {page}",
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
    places = [*(say("tool.in_band", band=name) for name in bands),
              *(say("tool.under", category=name) for name in elsewhere)]
    return say("tool.printed_elsewhere", places=all_of(places)) if places else ""


def _asked_before(area: AreaPack, scale: Scale, number: int) -> tuple[str, ...]:
    """Statements that the document prints in this category too and that an earlier one asks."""
    name, rows = category(area, scale, number), area.rows_of_scale[scale.id]
    before = (same for earlier in categories(rows)[:number - 1] for same in asked_in(scale, rows, earlier))
    return tuple(say("tool.asked_before", category=same[0].subdomain, says=same[0].says)
                 for same in before if any(row.subdomain == name for row in same))


def _task(area: AreaPack, scale: Scale, number: int, name: str) -> None:
    """One line of the list: the category, and which bands have something ticked. Never a number."""
    found = {item.id for item in so(draft.case())}
    ticked = [row for row in area.rows_of_scale[scale.id] if row.subdomain == name and row.id in found]
    with st.container(horizontal=True, vertical_alignment="center", key=f"task_category_{number}"):
        st.button(plain(name), key=draft.widget_key(f"category_{number}"), type="tertiary", on_click=whole(_go),
                  args=(number,))
        state = say("tool.ticked" if ticked else "tool.unticked")
        show(paragraph(state, class_="state done" if ticked else "state"))


def _go(number: int = 0) -> None:
    st.query_params.from_dict({"n": str(number)} if number else {})


def _save(then: int) -> None:
    """Take the page over and move on, or stay where something is wrong."""
    leaving.submit(lambda: _saved(then))


def _saved(then: int) -> None:
    draft.renew()
    _go(then)
