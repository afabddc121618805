"""The same worry in each area: at which of its own levels does each document put it? For leads and trainers."""
import streamlit as st

from pages.parts.asking.statements import signs_about
from pages.parts.display.markup import bullets, folded, paragraph, show, tag
from pages.parts.display.words import source_line
from pages.parts.reading.across import across, in_words, narrower
from pages.parts.reading.across_view import WARNING, table
from pages.parts.reading.address import begin, choice, link
from pages.parts.reading.catalogue import topic_options
from pages.parts.reading.guides import guides
from pages.parts.shell.frame import done, frame, heading
from pages.parts.visit import draft, knowledge

frame("The same worry in each area")

EXPLORE = "across_explore"


def national_signs(topic: str) -> None:
    """The signs that cannot wait, whatever any document says."""
    packs = knowledge.packs()
    show(folded("Signs that cannot wait in any area", bullets(*(
        tag("span", sign.says, source_line(packs, sign.source)) for sign in signs_about(topic, packs, "")
    ))))


def compared(topic: str, about: str) -> None:
    """One sentence an area, the table, and on demand the chart."""
    packs = knowledge.packs()
    found = across(packs, topic, about)
    show(paragraph(WARNING, class_="warn"), bullets(*in_words(found)))
    national_signs(topic)
    if st.toggle("Draw it", key=draft.widget_key(EXPLORE)):
        from pages.parts.reading.plotly_across import chart  # heavy: only for those who ask

        show(paragraph("A strip for each area, cut into its own levels, calmest on the left. A mark is one "
                       "statement; a hollow one is a strength or a circumstance. The strips share no scale. The "
                       "table below says the same."))
        chart(found, packs)
    show(table(found, packs.national.topic[topic].name, packs))
    show(paragraph(tag("a", "Search this worry in all documents", href=link("look_up", area="all", topic=topic),
                       class_="within")))


begin()
heading("The same worry in each area")
guides()
show(paragraph("Choose a worry, and see where each area’s document puts it, statement by statement."))
topic = choice("topic", "Worry", topic_options(knowledge.packs(), "Choose a worry"), "", clears=("about",))
if topic:
    about = choice("about", "Only one part of it", {"": "All of it", **narrower(knowledge.packs(), topic)}, "")
    compared(topic, about)
done()
