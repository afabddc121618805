"""The sources of a list: one short line, and on demand which line of the list stands where."""
from collections.abc import Iterable

from guidance.packs import Packs
from guidance.vocabulary import Citation
from guidance.words import say
from guidance.words.forms import all_of
from pages.parts.display.markup import Markup, bullets, join, numbered, paragraph
from pages.parts.display.pieces import more
from pages.parts.display.words import source_words

Item = tuple[str, tuple[Citation | None, ...]]
"""A line, and what it rests on."""


def with_sources(packs: Packs, items: Iterable[Item]) -> Markup:
    """Lines one under another, numbered, and the places that they rest on by these numbers in a small fold."""
    found = [item for item in items if item[0]]
    several = len(found) > 1
    lines = numbered(*(words for words, _ in found)) if several else bullets(*(words for words, _ in found))
    return join(lines, places(packs, (cited for _, cited in found), by_number=several))


def places(packs: Packs, cited: Iterable[tuple[Citation | None, ...]], by_number: bool = False) -> Markup:
    """Where the lines of a list stand: the first document in sight, the rest on demand; nothing without a source.

    `by_number`: the lines are numbered, so that it can be said which stands where.
    """
    by_place: dict[str, list[str]] = {}
    for number, citations in enumerate(cited, start=1):
        for place in dict.fromkeys(source_words(packs, one) for one in citations if one):
            by_place.setdefault(place, []).append(str(number))
    if not by_place:
        return Markup("")
    first = next(iter(by_place))
    if len(by_place) == 1:
        return paragraph(say("result.sources.one", first=first), class_="source")
    lines = (say("result.sources.at", numbers=all_of(numbers), place=place) for place, numbers in by_place.items())
    return more(say("result.sources.many", first=first.partition(", ")[0].partition(" (")[0]),
                bullets(*(lines if by_number else by_place)))
