"""Look up: search everything that the packs say, browse by worry, and read one special circumstance from end to end."""
import streamlit as st

from exports.windscreen import level_name
from guidance.words import say
from pages.parts.display.markup import link, paragraph, show, tag
from pages.parts.reading.address import ALL, ENGLAND, begin, choice
from pages.parts.reading.catalogue import Wanted, find, kind_options, topic_options
from pages.parts.reading.catalogue_view import browse, results
from pages.parts.reading.duty_page import duty_page
from pages.parts.reading.guides import guides, open_areas
from pages.parts.shell.frame import done, frame, heading, showing
from pages.parts.visit import draft, knowledge

frame(say("menu.look_up"))

PAGE = "look_up"
SEARCH = "look_for"
"""Name of the search. Its key does not begin like that of a field, so the browser keeps no copy of what is typed."""


def choose_area(clears: tuple[str, ...] = ()) -> str:
    """The area: from the address, else where the child of this draft lives, else every area."""
    packs = knowledge.packs()
    home = draft.case().home_area
    return choice("area", say("reading.area"), open_areas(packs), home if home in packs.areas else ALL, clears)


def choose_level(area_id: str) -> str:
    """A level of the chosen area; without one there is none to choose, because levels differ between areas."""
    area = knowledge.packs().area(area_id)
    if area is None or not area.levels:
        if area:
            show(paragraph(say("look_up.no_levels", area=area.name)))
        return ""
    every = say("look_up.every_level")
    return choice("level", say("look_up.level"), {"": every, **{one.id: level_name(one) for one in area.levels}}, "")


def search() -> str:
    """What somebody looks for. It stays out of the address, because it could hold a name."""
    with st.form("search", border=False), st.container(horizontal=True, vertical_alignment="bottom", key="look_for"):
        text = st.text_input(say("look_up.search_for"), key=draft.widget_key(SEARCH).removeprefix("w_"),
                             autocomplete="off", persist_state="session")
        st.form_submit_button(say("look_up.search"), type="primary")
    return str(text or "")


def narrowed(area: str) -> tuple[str, str, str]:
    """The worry, the level and the kind of entry, chosen in a fold: most people only search."""
    asked = any(st.query_params.get(name) for name in ("topic", "level", "kind"))
    with st.container(key="fold_narrow"), st.expander(say("look_up.narrow"), expanded=asked):
        topic = choice("topic", say("reading.worry"), topic_options(knowledge.packs(), say("look_up.every_worry")), "")
        level = choose_level(area)
        kind = choice("kind", say("look_up.show"), {"": say("look_up.everything"), **kind_options()}, "")
    return topic, level, kind


def list_page() -> None:
    """The search, then what fits it; where nothing is looked for, the worries that the area's document speaks of."""
    heading(say("look_up.heading"))
    guides()
    words = search()
    area = choose_area(clears=("level",))
    topic, level, kind = narrowed(area)
    packs = knowledge.packs()
    wanted = Wanted(area=area, topic=topic, level=level, kind=kind, words=words)
    if any((words, topic, level, kind)):
        listed = find(packs, wanted)
        if words and not listed.how.asked:
            show(paragraph(say("look_up.too_common")))
        results(listed, wanted, packs)
    else:
        browse(packs, area)


def duty_view(duty_id: str) -> None:
    """One special circumstance, for all England or with what an area adds to it."""
    packs = knowledge.packs()
    chosen = st.query_params.get("area", draft.case().home_area)
    area = packs.area(chosen)
    entries = packs.duties(area.id if area else ENGLAND, duty_id)
    showing(f"{PAGE} {entries[0].id if entries else ''}")
    if not entries:
        heading(say("look_up.heading"))
        guides()
        show(paragraph(say("look_up.no_duty")))
    else:
        heading(entries[0].name)
        guides()
        choose_area()
        duty_page(entries, area, packs)
    everything = link("look_up", area=area.id if area else "")
    show(paragraph(tag("a", say("look_up.search_everything"), href=everything, class_="within")))


opened = begin()
if duty := st.query_params.get("duty", ""):
    duty_view(duty)
else:
    showing(f"{PAGE} {opened}")
    list_page()
done()
