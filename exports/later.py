"""References within a paper: on which page a text goes on that is cut on a first page.

The number is known only once the paper has been set, so until then a mark stands in its place, which names the heading.
"""
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from exports.blocks import Beside, Block, Callout, Led, Paragraph
from guidance.words import say

BEGIN, END = "\ue0f0", "\ue0f1"
"""Letters that no writing has, around the heading that is meant."""
MARK = re.compile(f"{BEGIN}([^{END}]*){END}")
WIDEST = 10
"""The page that is set where it is not known yet: no number that is put in its place is much wider."""


def where(heading: str) -> str:
    """The mark for the page on which a heading stands."""
    return f"{BEGIN}{heading}{END}"


def refers(blocks: Iterable[Block]) -> bool:
    """Whether any of the blocks has such a mark."""
    return any(found != block for block in blocks for found in (_of(block, None),))


def filled(blocks: Iterable[Block], pages: Mapping[str, int] | None = None) -> tuple[Block, ...]:
    """The blocks with the page of each heading in place of its mark; of one that stands on no page that it comes later.
    Without `pages` each has the widest number, to measure with."""
    return tuple(_of(block, pages) for block in blocks)


def _of(block: Block, pages: Mapping[str, int] | None) -> Block:
    match block:
        case Paragraph(said=said):
            return replace(block, said=_line(said, pages))
        case Callout(lines=lines):
            return replace(block, lines=tuple(_line(line, pages) for line in lines))
        case Beside(blocks=blocks):
            return replace(block, blocks=filled(blocks, pages))
        case _:
            return block


def _line(said: str | Led, pages: Mapping[str, int] | None) -> str | Led:
    if isinstance(said, Led):
        return Led(said.lead, _text(said.said, pages)) if BEGIN in said.said else said
    return _text(said, pages) if BEGIN in said else said


def _text(said: str, pages: Mapping[str, int] | None) -> str:
    return MARK.sub(lambda mark: _page(WIDEST if pages is None else pages.get(mark[1])), said)


def _page(number: int | None) -> str:
    return say("papers.on_later_page") if number is None else say("papers.on_page", page=number)
