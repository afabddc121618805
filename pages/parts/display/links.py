"""A link to a page of the app within a text, which reloads nothing (store.js, class `within`)."""
from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import urlencode

from pages.parts.display.markup import Markup, tag


def within(words: str, page: str, query: Mapping[str, str] | None = None) -> Markup:
    """Words that lead to a page, such as `pages/check.py`, at what stands after the question mark."""
    address = PurePath(page).stem
    return tag("a", words, href=f"{address}?{urlencode(query)}" if query else address, class_="within")
