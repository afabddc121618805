"""The same worry in two areas side by side: at which of its own levels each document puts it."""
import streamlit as st

from guidance.words import say
from pages.parts.asking.statements import signs_about
from pages.parts.display.markup import bullets, link, paragraph, show, tag
from pages.parts.display.pieces import fold
from pages.parts.display.words import source_line
from pages.parts.reading.across import Across, across, in_words, narrower
from pages.parts.reading.across_view import beside, first
from pages.parts.reading.address import begin, choice
from pages.parts.reading.catalogue import topic_options
from pages.parts.reading.guides import guides
from pages.parts.shell.frame import done, frame, heading
from pages.parts.visit import draft, knowledge

frame(say("guides.compare"), wide=True)

EXPLORE = "across_explore"


def two_areas() -> tuple[str, ...]:
    """The area where the child of this draft lives, or the first, and another one; none where none is held."""
    areas = knowledge.packs().areas
    if not areas:
        return ()
    home = draft.case().home_area
    first, second = st.columns(2)
    names = {area.id: area.name for area in areas.values()}
    with first:
        one = choice("area", say("across.one"), names, home if home in areas else next(iter(areas)))
    others = {id_: name for id_, name in names.items() if id_ != one} or names
    with second:
        return one, choice("with", say("across.other"), others, next(iter(others)))


def national_signs(topic: str) -> None:
    """The signs that cannot wait, whatever any document says."""
    packs = knowledge.packs()
    show(fold(say("across.national_signs"), say("across.any_area"), bullets(*(
        tag("span", sign.says, source_line(packs, sign.source)) for sign in signs_about(topic, packs, "")))))


def one_part(narrow: dict[str, str]) -> str:
    """The part of the worry that is shown, chosen in a fold: most people read all of it."""
    with st.container(key="fold_part"), st.expander(say("across.part"), expanded=bool(st.query_params.get("about"))):
        return choice("about", say("across.which_part"), {"": say("across.all_of_it"), **narrow}, "")


def drawn(found: tuple[Across, ...]) -> None:
    """The chart, only for those who ask: it is heavy."""
    if st.toggle(say("across.draw"), key=draft.widget_key(EXPLORE)):
        from pages.parts.reading.plotly_across import chart

        show(paragraph(say("across.drawn")), bullets(*in_words(found)))
        chart(found, knowledge.packs())


begin()
heading(say("across.heading"))
guides()
packs = knowledge.packs()
topics = topic_options(packs, say("across.choose"))
worry = next((id_ for id_ in draft.progress().topics if id_ in topics), "")
topic = choice("topic", say("reading.worry"), topics, worry, clears=("about",))
areas = two_areas()
if topic and areas:
    narrow = narrower(packs, areas, topic)
    about = one_part(narrow)
    found = across(packs, dict.fromkeys(areas), topic, about)
    show(paragraph(say("across.warning"), class_="warn"), first(found, packs))
    show(beside(found, packs))
    national_signs(topic)
    drawn(found)
    show(paragraph(tag("a", say("across.search"), href=link("look_up", area="all", topic=topic), class_="within")))
done()
