"""The pages for looking things up, and the row of links between them: in the menu they stand behind one word."""
import streamlit as st

from guidance.packs import Packs
from guidance.words import say
from pages.parts.reading.address import ALL, ENGLAND
from pages.parts.shell.area_tools import tool_links

GUIDES = (
    ("pages/look_up.py", "guides.search"),
    ("pages/compare.py", "guides.compare"),
    ("pages/sources.py", "guides.sources"),
)
"""A page, and the key of what its link says."""


def guides() -> None:
    """The links, in one row where there is room, with the tools of the area where the child lives as the last ones."""
    with st.container(key="guides", horizontal=True, gap="small"):
        for page, key in GUIDES:
            st.page_link(page, label=say(key))
        tool_links()


def open_areas(packs: Packs, every: bool = True, none: bool = False) -> dict[str, str]:
    """Value → words of a field for the area; with `none` nothing is chosen until somebody does."""
    return {
        **({"": say("reading.choose_area")} if none else {}), **({ALL: say("reading.every_area")} if every else {}),
        **{area.id: area.name for area in packs.areas.values()}, ENGLAND: say("reading.england_only")}
