"""Look it up: search and browse everything that the packs say, and read one special circumstance from end to end."""
import streamlit as st

from exports.windscreen import level_name
from pages.parts.asking.statements import stems
from pages.parts.display.markup import paragraph, show, tag
from pages.parts.reading.address import ALL, ENGLAND, begin, choice, link
from pages.parts.reading.catalogue import KINDS, Wanted, area_options, find, topic_options
from pages.parts.reading.catalogue_view import results
from pages.parts.reading.duty_page import duty_page
from pages.parts.reading.guides import guides
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import draft, knowledge

frame("Look it up")

PAGE = "look_up"
SEARCH = "look_for"
"""Name of the search. Its key does not begin like that of a field, so the browser keeps no copy of what is typed."""


def choose_area(clears: tuple[str, ...] = ()) -> str:
    """The area: from the address, else where the child of this draft lives, else every area."""
    packs = knowledge.packs()
    home = draft.case().home_area
    return choice("area", "Area", area_options(packs), home if home in packs.areas else ALL, clears)


def choose_level(area_id: str) -> str:
    """A level of the chosen area; without one there is none to choose, because levels differ between areas."""
    area = knowledge.packs().area(area_id)
    if area is None or not area.levels:
        if area:
            show(paragraph(f"The document of {area.name} has no levels."))
        return ""
    return choice("level", "Level", {"": "Every level", **{one.id: level_name(one) for one in area.levels}}, "")


def search() -> str:
    """What somebody looks for. It stays out of the address, because it could hold a name."""
    with st.form("search"):
        text = st.text_input("Search for words", key=draft.widget_key(SEARCH).removeprefix("w_"), autocomplete="off",
                             persist_state="session")
        st.form_submit_button("Search")
    return str(text or "")


def list_page() -> None:
    """The fields, then what fits them."""
    heading("Look it up")
    guides()
    show(paragraph("Every sign, statement, duty, process, contact and word in the documents, each with its source. "
                   "Nothing here is about one child, so leave out names."))
    words = search()
    area = choose_area(clears=("level",))
    topic = choice("topic", "Worry", topic_options(knowledge.packs(), "Every worry"), "")
    level = choose_level(area)
    kind = choice("kind", "Show", {"": "Everything", **KINDS}, "")
    if words and not stems(words):
        show(paragraph("Those words are too common to search for. Add another."))
    wanted = Wanted(area=area, topic=topic, level=level, kind=kind, words=words)
    results(find(knowledge.packs(), wanted), wanted, knowledge.packs())


def duty_view(duty_id: str) -> None:
    """One special circumstance, for all England or with what an area adds to it."""
    packs = knowledge.packs()
    chosen = st.query_params.get("area", draft.case().home_area)
    area = packs.area(chosen)
    entries = packs.duties(area.id if area else ENGLAND, duty_id)
    showing(f"{PAGE} {entries[0].id if entries else ''}")
    if not entries:
        heading("Look it up")
        guides()
        show(paragraph("There is no such special circumstance here. It may belong to another area."))
    else:
        heading(entries[0].name)
        guides()
        choose_area()
        duty_page(entries, area, packs)
    show(paragraph(tag("a", "Search everything", href=link("look_up", area=area.id if area else ""), class_="within")))


opened = begin()
if duty := st.query_params.get("duty", ""):
    duty_view(duty)
else:
    showing(f"{PAGE} {opened}")
    list_page()
done()
