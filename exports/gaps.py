"""What nobody has answered, or knows: in a line under its section, or in one list at the end of a paper."""
from collections.abc import Iterable

from exports.blocks import Block, Heading, Led, Paragraph, Rows
from exports.pdf.text import sentences
from guidance.words import say
from guidance.words.forms import apart


def gap(label: str, known: bool = True) -> Paragraph:
    """In a line what nobody has answered, or, of what is not `known`, that it is not."""
    return Paragraph(Led(say("papers.not_answered" if known else "papers.row_not_known"), label.rstrip("?")), "gaps")


def is_gap(block: Block) -> bool:
    """Whether a block only says what nobody has answered."""
    return isinstance(block, Paragraph) and block.kind == "gaps"


def is_gap_or_heading(block: Block) -> bool:
    """Whether a block says nothing of the case."""
    return isinstance(block, Heading) or is_gap(block)


def without_gaps(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same without what nobody has answered, and without a heading over nothing."""
    return without_empty(block for block in blocks if not is_gap(block))


def gathered(
    blocks: tuple[Block, ...], elsewhere: frozenset[str] = frozenset(), open_: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """The same with all that nobody has answered, or knows, in one list at the end, and no heading over nothing.

    `elsewhere`: headings of which something stands in another part of the paper; `open_`: what the questions before
    the paper have left open. Answers beside their labels that follow each other stand in one table.
    """
    gaps: dict[str, dict[str, list[str]]] = {}
    heading = ""
    for block in blocks:
        if isinstance(block, Heading):
            heading = block.said
        elif isinstance(block, Paragraph) and isinstance(block.said, Led) and is_gap(block):
            gaps.setdefault(block.said.lead, {}).setdefault(heading, []).append(block.said.said)
    filled = _in_one(without_gaps(blocks))
    there = elsewhere | {block.said for block in filled if isinstance(block, Heading)}
    return (*filled, *_not_asked(gaps, there, open_))


def _in_one(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Tables of one column that follow each other as one."""
    kept: list[Block] = []
    for block in blocks:
        last = kept[-1] if kept else None
        if isinstance(block, Rows) and isinstance(last, Rows) and (last.columns, last.open) == (1, block.open) \
                and block.columns == 1:
            kept[-1] = Rows((*last.rows, *block.rows), 1, block.open)
        else:
            kept.append(block)
    return tuple(kept)


def without_empty(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same without a heading that nothing stands under."""
    kept: list[Block] = []
    level = 0   # of the heading that comes next, read from the end; a large one where something stands before it
    for block in reversed(tuple(blocks)):
        if isinstance(block, Heading):
            if level <= block.level:
                continue
            level = block.level
        else:
            level = 9
        kept.append(block)
    return tuple(reversed(kept))


def _not_asked(
    gaps: dict[str, dict[str, list[str]]], there: frozenset[str], asked: tuple[str, ...]
) -> tuple[Block, ...]:
    """What nobody has answered by section; a section of which nothing was answered by its name alone."""
    open_, unknown = (gaps.get(lead, {}) for lead in (say("papers.not_answered"), say("papers.row_not_known")))
    whole = tuple(heading for heading, labels in open_.items() if heading not in there or labels == [heading])
    lines = [Led(say("papers.gaps.check"), sentences((apart(asked),)))] if asked else []
    lines += [Led(say("papers.gaps.whole"), sentences((apart(whole),)))] if whole else []
    lines += [Led(say("papers.gaps.of", section=heading), sentences((apart(labels),)))
              for heading, labels in open_.items() if heading not in whole]
    lines += [Led(say("papers.gaps.not_known", section=heading), sentences((apart(labels),)))
              for heading, labels in unknown.items()]
    return (Heading(say("papers.gaps")), *(Paragraph(line, "small") for line in lines)) if lines else ()
