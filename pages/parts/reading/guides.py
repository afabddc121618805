"""The pages for looking things up, and the row of links between them: in the menu they stand behind one word."""
import streamlit as st

from pages.parts.shell.area_tools import tool_links

GUIDES = (
    ("pages/look_up.py", "Search"),
    ("pages/compare.py", "Compare areas"),
    ("pages/contacts.py", "Numbers"),
    ("pages/sources.py", "Sources"),
)


def guides() -> None:
    """The links, in one row where there is room, and under them the tools of the area where the child lives."""
    with st.container(key="guides", horizontal=True, gap="small"):
        for page, label in GUIDES:
            st.page_link(page, label=label)
    tool_links()
