"""What this rests on: for an area or all England, every document, its dates, and what in it cannot be relied on."""
import streamlit as st

from guidance.packs import AreaPack
from pages.parts.display.markup import paragraph, show
from pages.parts.reading.currency_view import area_summary, law, not_covered, not_held, numbers, readings, sources
from pages.parts.reading.guides import guides
from pages.parts.shell.frame import done, frame, heading
from pages.parts.visit import clock, draft, knowledge
from pages.parts.visit.whole import whole

frame("Sources")

ENGLAND = "england"
AREA = "area"


def choose() -> str:
    """The area to show: from the address, else where the child of this draft lives, else all England."""
    packs = knowledge.packs()
    options = (ENGLAND, *packs.areas)
    asked = st.query_params.get(AREA, draft.case().home_area)
    key = draft.widget_key("sources_area")
    st.selectbox(
        "Show the sources for",
        options,
        index=options.index(asked) if asked in options else 0,
        format_func=lambda id_: packs.areas[id_].name if id_ in packs.areas else "All England",
        key=key,
        on_change=whole(lambda: st.query_params.from_dict({AREA: st.session_state[key]})),
    )
    return st.session_state[key]  # type: ignore[no-any-return]


def show_area(area: AreaPack) -> None:
    """Everything about one area's document."""
    packs, today = knowledge.packs(), clock.now().date()
    area_summary(area, packs, today)
    st.header("What the document does not cover", anchor=False)
    not_covered(area, packs)
    st.header("Where the reading is ours", anchor=False)
    readings(area, packs)
    st.header("Telephone numbers", anchor=False)
    numbers(area, packs)
    st.header("Documents it rests on", anchor=False)
    sources(area, packs, today)


def show_england() -> None:
    """What holds everywhere: law and guidance, and how sure we are of each."""
    packs, today = knowledge.packs(), clock.now().date()
    show(paragraph(f"Version of the national pack: {packs.national.version}"))
    st.header("What has changed in law and guidance", anchor=False)
    law(packs.national, packs, today)
    st.header("Telephone numbers", anchor=False)
    numbers(packs.national, packs)
    st.header("Documents it rests on", anchor=False)
    sources(packs.national, packs, today)


heading("What this rests on")
guides()
show(paragraph("Every statement on these pages names the document it comes from. This page says how old each is, "
               "whether something newer has replaced it, and where we are not sure."))
not_held(knowledge.packs())
area = knowledge.packs().area(choose())
if area:
    show_area(area)
else:
    show_england()
done("sources")
