"""Part 2 of the result: the windscreen as a picture, in words, as a table, and on demand as a chart to explore."""
import re

import streamlit as st

from decision.result import Beside, Decision, LevelMeaning, Mark, Place
from exports import windscreen as drawing
from exports.windscreen_shapes import RING_NAMES
from guidance.packs import AreaPack, Packs
from guidance.words.forms import capital, children, listed
from pages.parts.display.markup import Markup, bullets, folded, join, literal, paragraph, show, strong
from pages.parts.display.words import our_reading, source_line
from pages.parts.shell.other_page import CHECK_PAGE
from pages.parts.visit import draft
from pages.parts.wizard.topic_pages import page_about

EXPLORE = "explore"


def windscreen(decision: Decision, packs: Packs) -> None:
    """The windscreen of the child's home area; where its document has no levels, that is said and nothing is drawn."""
    area = packs.area(decision.home_area)
    if area is None:
        show(paragraph("There is no windscreen, because no area with a document here has been chosen."))
    elif not area.levels:
        show(paragraph(f"{area.name}: the document we have sets out no levels, so there is no windscreen to show. "
                       "We do not borrow another area’s levels."))
    else:
        _picture(decision.place, area, packs)


def _picture(place: Place, area: AreaPack, packs: Packs) -> None:
    """The picture at once, the same in words and in a table, and the chart only when somebody asks for it."""
    said = drawing.in_words(place, area)
    st.image(drawing.svg(place, area), alt=said, width="stretch")
    show(paragraph(said), *(_meaning(one, packs) for one in place.meaning), *_reading(place, area, packs))
    if place.marks:
        st.table([_row(mark, area) for mark in place.marks], hide_index=True, alt="The marks on the windscreen")
        show(_sources(place, packs))
        if st.toggle("Explore the windscreen", key=draft.widget_key(EXPLORE)):
            _explore(place, area, packs)
    show(_beside(place, packs))


def _meaning(one: LevelMeaning, packs: Packs) -> Markup:
    """What a level means here and who leads, at once; what is done, whose agreement and on what basis, on demand."""
    basis = "In law" if names_law(one.basis) else "Basis"
    more = (("What is done", one.response), ("Agreement", one.agreement), (basis, one.basis), ("Form", one.document))
    return join(
        paragraph(strong(f"{one.name} here means: "), one.means),
        paragraph(strong("Who leads: "), one.leads),
        folded(f"More about {one.name}", bullets(*(join(strong(f"{name}: "), said) for name, said in more if said)),
               source_line(packs, one.source)),
    )


def names_law(basis: str) -> bool:
    """Whether the basis of a level names a law: an Act, or a section of one."""
    return re.search(r"\bAct\b|\bsection \d", basis) is not None


def _row(mark: Mark, area: AreaPack) -> dict[str, str]:
    known = listed(part for part in (drawing.how_known(mark), children(mark.about)) if part)
    level = drawing.level_name(area.levels[mark.order - 1])
    return {
        "Mark": mark.letter,
        "What you told us": literal(f"{mark.says} ({known})"),
        "Where it stands": literal(f"{level}: {RING_NAMES[mark.ring]}"),
    }


def _reading(place: Place, area: AreaPack, packs: Packs) -> tuple[Markup, ...]:
    """How each level is read, after its name: several stand one below the other."""
    return tuple(
        join(paragraph(strong(f"Reading of {drawing.level_name(area.level[one.level])}: "),
                       our_reading(one.says) if one.ours else one.says), source_line(packs, one.source))
        for one in place.reading
    )


def _sources(place: Place, packs: Packs) -> Markup:
    return folded("Where each mark stands in the document", bullets(*(
        join(f"{mark.letter}: {mark.says}", paragraph(mark.note), source_line(packs, mark.source))
        for mark in place.marks
    )))


def _beside(place: Place, packs: Packs) -> Markup:
    """Strengths and circumstances: they stand beside the windscreen and never lower or raise a place on it."""
    return join(
        _titled("Strengths that stand beside this, and never lower it:", place.strengths, packs),
        _titled("Circumstances to keep in mind. They are not risks:", place.context, packs),
    )


def _titled(title: str, items: tuple[Beside, ...], packs: Packs) -> Markup:
    lines = (
        join(capital(one.says), f" ({children(one.about)})" if one.about else "", source_line(packs, one.source))
        for one in items
    )
    return join(paragraph(title), bullets(*lines)) if items else Markup("")


def _explore(place: Place, area: AreaPack, packs: Packs) -> None:
    """The chart, and the same links without a pointer. Plotly is loaded here and nowhere else: it is heavy."""
    from pages.parts.result.plotly_windscreen import chosen

    show(paragraph("Point at a mark to read it. Press it to change that answer. The links below do the same."))
    if pressed := chosen(place, area, packs):
        st.switch_page(CHECK_PAGE, query_params=question_of(pressed, area, draft.progress().topics))
    for mark in place.marks:
        st.page_link(CHECK_PAGE, label=literal(f"{mark.letter}: change “{mark.says}”"),
                     query_params=question_of(mark.id, area, draft.progress().topics))


def question_of(indicator_id: str, area: AreaPack, topics: tuple[str, ...]) -> dict[str, str]:
    """The address of the page of questions that a finding came from: its topic, by its place among the chosen ones."""
    row = area.indicator.get(indicator_id)
    return page_about(row.topics if row else (), topics)
