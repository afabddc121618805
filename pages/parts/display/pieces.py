"""The parts that every page is made of: card, panel, call button, pill, fold, rows, notice. What each is for and how it
looks: docs/design.md. Their rules: sheets/1_base.css. Fields and buttons are Streamlit's own.
"""
from collections.abc import Iterable
from typing import Literal

from pages.parts.display.markup import Markup, paragraph, tag, telephone

Tone = Literal["urgent", "today", "steady"]
"""How strongly a part of a card is drawn. The words say the same, so the drawing is never the only signal."""


def card(*sections: str) -> Markup:
    """The one card of a page: sections under one another, each made by `section`."""
    return tag("div", *sections, class_="card")


def section(name: str, *inside: str, tone: Tone | Literal["plain", "quiet"] = "plain", id_: str = "") -> Markup:
    """A section of a card under a small name such as "Now"; `quiet` for what is said beside the answer."""
    named = tag("p", name, class_="section-name") if name else ""
    ids = {"id": id_} if id_ else {}
    return tag("section", named, *inside, class_=f"section {tone}", **({"aria_label": name} if name else {}), **ids)


def big(words: str, level: str = "h2") -> Markup:
    """The answer of a section: the largest words on the page."""
    return tag(level, words, class_="big")


def panel(tone: Tone, *inside: str) -> Markup:
    """A message that stands by itself: something is wrong, or cannot wait."""
    return tag("div", *inside, class_=f"panel {tone}")


def call_button(who: str, dial: str, detail: str = "") -> Markup:
    """The one big button that rings: whom and until when on the left, the number on the right. Without
    a number it is a plain block that says whom to reach."""
    return call_block(who, detail, telephone(dial) if dial else "")


def call_block(who: str, detail: str, link: str) -> Markup:
    """The same with a link of another kind, such as to the page that finds a number."""
    said = tag("span", detail, class_="call-detail") if detail else ""
    return tag("div", tag("span", tag("span", who, class_="call-who"), said, class_="call-words"), link, class_="call")


def pill(words: str, colour: str = "") -> Markup:
    """A few words that stand out of a sentence: a level in the area's own colour, or a state without one."""
    return tag("span", words, class_="pill", **({"style": f"background:{colour}"} if colour else {}))


def fold(heading: str, answer: str, *inside: str, id_: str = "", opened: bool = False) -> Markup:
    """A line that already answers; what stands behind it opens on demand, and in print. Nothing where it holds nothing.
    """
    if not any(inside):
        return Markup("")
    attributes = {**({"id": id_} if id_ else {}), **({"open": "open"} if opened else {})}
    line = tag("summary", tag("span", heading, class_="fold-heading"), " ", tag("span", answer, class_="fold-answer"))
    return tag("details", line, tag("div", *inside, class_="fold-inside"), class_="fold", **attributes)


def more(words: str, *inside: str) -> Markup:
    """A small fold within a text: sources, definitions, the rest of a list."""
    return tag("details", tag("summary", words), *inside, class_="more") if any(inside) else Markup("")


def summary_row(question: str, answer: str, change: str = "", href: str = "",
                *others: tuple[str, str]) -> Markup:
    """An answer as it is read back, with the link that changes it, and `others` beside it: words and address."""
    hidden = tag("span", f": {question}", class_="hidden-words")
    links = [tag("a", words, hidden, href=to, class_="within") for words, to in ((change, href), *others) if to]
    apart = [part for one in links for part in (" ", one)][1:]
    return tag("div", tag("dt", question), tag("dd", answer), tag("dd", *apart) if links else "")


def summary_rows(rows: Iterable[str]) -> Markup:
    """Answers read back, one under another."""
    return tag("dl", *rows, class_="summary")


def task_row(task: str, state: str, tone: Literal["done", "open", "optional"] = "open") -> Markup:
    """One thing to fill in, and how far it is."""
    return tag("div", tag("span", task, class_="task"), tag("span", state, class_=f"state {tone}"), class_="task-row")


def notice(*inside: str) -> Markup:
    """Words beside a question that change how it is answered."""
    return tag("div", *inside, class_="inset")


def hint(words: str) -> Markup:
    """Grey words under a heading: a source, or what a question means. Never an instruction."""
    return paragraph(words, class_="hint") if words else Markup("")


def hidden(words: str) -> Markup:
    """Words for a screen reader alone."""
    return tag("span", words, class_="hidden-words")
