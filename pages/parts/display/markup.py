"""Small pieces of HTML for the dense parts of a page. Everything that is not already `Markup` is escaped.

Streamlit's Markdown would change what people type (`:smile:`, `$x$`, `www.`); this shows it letter for letter.
"""
import html
import re
from functools import lru_cache
from urllib.parse import urlencode

import streamlit as st

_ESCAPED = re.compile(r"[&<>\"'\n]")
_NAME = re.compile(r"^[a-z][a-z0-9]*$")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:@&])")


class Markup(str):
    """HTML that was put together by this module. Any other string is text and is escaped."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """As it is. Streamlit asks for this before it puts an element on the page, and does not straighten it then."""
        return self


def join(*parts: str) -> Markup:
    """Parts one after the other; text is escaped, and each of its line breaks is kept."""
    return Markup("".join([part if isinstance(part, Markup) else _text(part) for part in parts]))


def tag(name: str, *parts: str, **attributes: str) -> Markup:
    """An element. An attribute that is a Python word ends in an underscore: `class_="source"`."""
    inside = "".join([part if isinstance(part, Markup) else _text(part) for part in parts])
    if not attributes:
        return Markup(f"<{_element(name)}>{inside}</{name}>")
    written = "".join([f' {_attribute(key)}="{_value(value)}"' for key, value in attributes.items()])
    return Markup(f"<{_element(name)}{written}>{inside}</{name}>")


@lru_cache(maxsize=256)
def _element(name: str) -> str:
    """The name of an element, looked at once a process. Raises ValueError where it is none."""
    if not _NAME.match(name):
        raise ValueError(f"{name!r} is not the name of an element")
    return name


@lru_cache(maxsize=256)
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def paragraph(*parts: str, class_: str = "") -> Markup:
    """A paragraph, or nothing where there are no words."""
    if not any(parts):
        return Markup("")
    return tag("p", *parts, class_=class_) if class_ else tag("p", *parts)


def strong(text: str) -> Markup:
    """Words that carry the weight of a sentence."""
    return tag("strong", text)


def bullets(*items: str) -> Markup:
    """An unordered list, or nothing."""
    return _list("ul", items)


def numbered(*items: str) -> Markup:
    """A list whose order matters, or nothing."""
    return _list("ol", items)


def folded(summary: str, *parts: str) -> Markup:
    """A part that opens on demand; print opens it."""
    return tag("details", tag("summary", summary), *parts) if any(parts) else Markup("")


def telephone(dial: str, words: str = "") -> Markup:
    """A number as a link that a telephone rings."""
    return tag("a", words or dial, href=f"tel:{re.sub(r'[^0-9+]', '', dial)}", class_="number")


def link(page: str = "", **parts: str) -> str:
    """The address of a page (empty: this one) with its parts, for a link of class `within`; empty parts left out."""
    return f"{page}?{urlencode({name: value for name, value in parts.items() if value})}"


def show(*blocks: str) -> None:
    """Put the blocks on the page as one element; nothing where there are none."""
    if whole := join(*blocks):
        st.html(whole)


def literal(text: str) -> str:
    """Text for a place where Streamlit reads Markdown, such as a table cell or the label of a field."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _list(kind: str, items: tuple[str, ...]) -> Markup:
    return tag(kind, *(tag("li", item) for item in items if item)) if any(items) else Markup("")


def _value(words: str) -> str:
    return html.escape(words) if _ESCAPED.search(words) else words


def _text(words: str) -> str:
    return html.escape(words).replace("\n", "<br>") if _ESCAPED.search(words) else words
