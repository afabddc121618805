"""Part 2 of the result: the windscreen as a picture, in words, as a table, and on demand as a chart to explore."""
import streamlit as st

from decision.result import Decision, Place
from exports import windscreen as drawing
from guidance.packs import AreaPack, Packs
from pages.parts import draft, step_links
from pages.parts.markup import Markup, bullets, folded, join, literal, paragraph, show
from pages.parts.words import RING, capital, children, how_known, source_line

EXPLORE = "explore_windscreen"


def windscreen(decision: Decision, packs: Packs) -> None:
    """The windscreen of the child's home area; where its document has no levels, that is said and nothing is drawn."""
    area = packs.area(decision.home_area)
    if area is None:
        show(paragraph("There is no windscreen, because no area with a document here has been chosen."))
    elif not area.levels:
        show(paragraph(f"{area.name}: the document we have sets out no levels, so there is no windscreen to show. "
                       "We do not borrow another area's levels."))
    else:
        _picture(decision.place, area, packs)


def _picture(place: Place, area: AreaPack, packs: Packs) -> None:
    words = drawing.in_words(place, area)
    st.image(drawing.svg(place, area), alt=words, width="stretch")
    show(paragraph(words), *(_reading(place, packs)))
    if place.marks:
        _table(place, area)
        show(_sources(place, packs))
    show(_beside(place, packs))
    if place.marks and st.toggle("Explore the windscreen", key=draft.widget_key(EXPLORE)):
        _explore(place, area)


def _table(place: Place, area: AreaPack) -> None:
    """Every mark as a row of a real table: its letter, what was said and how it is known, and where it stands."""
    rows = [
        {
            "Mark": mark.letter,
            "What you told us": literal(f"{mark.says} ({how_known(mark)})"),
            "Where it stands": literal(f"{area.level[mark.level].name}: {RING[mark.ring]}"),
        }
        for mark in place.marks
    ]
    st.table(rows, hide_index=True, alt="The marks on the windscreen")


def _reading(place: Place, packs: Packs) -> tuple[Markup, ...]:
    return tuple(
        join(paragraph(one.says, " This is our own reading." if one.ours else ""), source_line(packs, one.source))
        for one in place.reading
    )


def _sources(place: Place, packs: Packs) -> Markup:
    return folded("Where each mark stands in the document", bullets(*(
        join(f"{mark.letter}: {mark.says}", paragraph(mark.note), source_line(packs, mark.source))
        for mark in place.marks
    )))


def _beside(place: Place, packs: Packs) -> Markup:
    """Strengths and circumstances: they stand beside the windscreen and never lower or raise a place on it."""
    def lines(items: tuple) -> tuple[Markup, ...]:  # type: ignore[type-arg]
        return tuple(
            join(capital(one.says), f" ({children(one.about)})" if one.about else "", source_line(packs, one.source))
            for one in items
        )
    strengths, context = lines(place.strengths), lines(place.context)
    return join(
        join(paragraph("Strengths that stand beside this, and never lower it:"), bullets(*strengths)) if strengths else "",
        join(paragraph("Circumstances to keep in mind. They are not risks:"), bullets(*context)) if context else "",
    )


def _explore(place: Place, area: AreaPack) -> None:
    """The Plotly chart, imported only here: it weighs more than the rest of the page."""
    from pages.parts.plotly_windscreen import chart

    chosen = chart(place, area)
    if chosen:
        step_links.go(chosen)
