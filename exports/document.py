"""From blocks to a finished PDF: every kind of block becomes parts on a page with their place in the structure tree."""
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any

from exports import later, windscreen
from exports.blocks import (
    Beside, Block, Bullets, Callout, Grid, Heading, Led, Long, Paragraph, Rows, Signatures, Ticks, Value, Windscreen,
)
from exports.pdf.layout import Box, Part, Row, Stack, Text, text
from exports.pdf.paging import Chrome, Placed, paginate
from exports.pdf.seal import seal
from exports.pdf.shaping import forget
from exports.pdf.style import (
    BIG, BODY, CALM_FILL, CELL, CELL_BOLD, CELL_MUTED, HEAD_FILL, HEADING, HEIGHT, LABEL_FILL, PAD, PAGE, RED, SMALL,
    STOP, STOP_FILL, SUBHEADING, SUBTITLE, TEAL, TIGHT_BODY, TIGHT_CELL, TIGHT_HEADING, TITLE, WIDTH, TextStyle,
)
from exports.pdf.tagged import Element, Marks, TaggedCanvas
from exports.pdf.text import printable
from exports.windscreen_paper import drawing
from guidance.words import say

PASSES = 3
"""How often a paper that names its own pages is set again, until every number is right."""
WITH_NEXT = 48.0
"""Room that must be left under a heading for what follows it."""
CONFIDENTIAL: str = say("papers.held_as_confidential")
WHOLE_BELOW = HEIGHT / 8
"""A table of labels and answers that is lower than this stands on one page; a taller one is divided between rows."""
OPEN_LEFT = 3
"""Rows of the left half where labels and answers stand on the bare page in two columns."""
BESIDE_STRIPE = 0.012
"""The share of a box that is left free beside its stripe."""
OPEN_INSET = 0.8
"""Space around a label or answer on the bare page."""
OPEN_LABEL, OPEN_SIDE = 0.16, 0.49
"""Shares of the width: a label, the same in one column as in two, so that answers stand in line; one side of two."""
TIGHT = 1.5
"""Space between edge and text in a cell of a low row."""


@dataclass(frozen=True)
class Paper:
    """A document ready to be set: its title, a line under it, and its blocks."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]


def render(paper: Paper, chrome: Chrome, made: datetime, password: str | None = None) -> bytes:
    """The PDF of a paper. The same paper gives the same bytes, unless there is a password."""
    try:
        return _render(paper, chrome, made, password)
    finally:
        forget()


def _render(paper: Paper, chrome: Chrome, made: datetime, password: str | None) -> bytes:
    raw, marks = _drawn(paper, chrome, later.filled(paper.blocks))
    pages: dict[str, int] = {}
    for _ in range(PASSES if later.refers(paper.blocks) else 0):
        before, pages = pages, _pages(marks)
        if before == pages:
            break
        raw, marks = _drawn(paper, chrome, later.filled(paper.blocks, pages))
    return seal(raw, marks, paper.title, made, password)


def _drawn(paper: Paper, chrome: Chrome, blocks: Sequence[Block]) -> tuple[bytes, Marks]:
    """The pages of these blocks, under the title of the paper."""
    stream = BytesIO()
    canvas = TaggedCanvas(stream, PAGE)
    root = canvas.marks.root
    placed = [
        Placed(text(paper.title, TITLE, root.add("H1", title=paper.title)), after=TITLE.after),
        Placed(text(paper.subtitle, SUBTITLE, root.add("P")), after=SUBTITLE.after),
    ]
    for block in blocks:
        placed += KINDS[type(block)](block, root)
    return paginate(canvas, placed, chrome, stream), canvas.marks


def _pages(marks: Marks) -> dict[str, int]:
    """On which page after the first each heading stands."""
    pages: dict[str, int] = {}
    for element in marks.root.kids:
        if isinstance(element, Element) and element.role in ("H2", "H3") and element.title:
            on = next((kid[0] + 1 for kid in element.kids if isinstance(kid, tuple)), 1)
            if on > 1:
                pages.setdefault(element.title, on)
    return pages


def first_page_holds(title: str, subtitle: str, blocks: Sequence[Block]) -> bool:
    """Whether the blocks fit on the first page, under the title."""
    root = Element("Document")
    used = sum(text(said, style, None).height(WIDTH) + style.after
               for said, style in ((title, TITLE), (subtitle, SUBTITLE)))
    placed = [item for block in later.filled(blocks) for item in KINDS[type(block)](block, root)]
    used += sum(item.before + item.part.height(WIDTH) + item.after for item in placed)
    return used - (placed[-1].after if placed else 0) <= HEIGHT


def _heading(block: Heading, root: Element) -> list[Placed]:
    style = TIGHT_HEADING if block.tight else HEADING if block.level == 2 else SUBHEADING
    part = text(block.said, style, root.add(f"H{block.level}", title=block.said))
    return [Placed(part, style.before, style.after, with_next=WITH_NEXT, new_page=block.new_page)]


def _paragraph(block: Paragraph, root: Element) -> list[Placed]:
    style = {"body": BODY, "small": SMALL, "gaps": SMALL, "tight": TIGHT_BODY, "big": BIG}[block.kind]
    return [Placed(_line(block.said, style, root.add("P")), after=style.after,
                   with_next=WITH_NEXT if block.keeps else 0, whole=block.keeps)]


def _line(said: str | Led, style: TextStyle, element: Element) -> Text:
    """A paragraph, with the words that lead it in bold where it has some."""
    if isinstance(said, str) or not said.lead:
        return text(str(said), style, element)
    return Text(((f"{printable(said.lead)} ", True), (printable(said.said), False)), style, element)


def _bullets(block: Bullets, root: Element) -> list[Placed]:
    """One below the other. The first two stand together, and so do the last two: none is alone at the foot of a page or
    at the top of the next, with or without its heading."""
    parts = _list(block.items, root, SMALL if block.small else BODY)
    last = len(parts) - 1
    keeps = {0, last - 1} - {last}
    return [Placed(part, after=1.5 if place < last else 4, with_next=WITH_NEXT if place in keeps else 0)
            for place, part in enumerate(parts)]


def _list(items: Sequence[str], parent: Element, style: TextStyle) -> list[Part]:
    """A tagged list: for each item its sign and its text, side by side."""
    tree = parent.add("L")
    parts: list[Part] = []
    for item in items:
        entry = tree.add("LI")
        sign, said = text("•", style, entry.add("Lbl")), text(item, style, entry.add("LBody"))
        parts.append(Box([Row([sign, said])], (0.028, 0.972), lined=False, inset=0))
    return parts


def _cell(answer: Value, style: TextStyle, element: Element | None) -> Text:
    """An answer in a cell; a confidential one after that word in bold."""
    if answer.confidential:
        return Text(((CONFIDENTIAL, True), (printable(answer.said), False)), style, element)
    return text(answer.said, CELL_MUTED if answer.muted else style, element)


def _rows(block: Rows, root: Element) -> list[Placed]:
    """Labels and answers. Two columns are still one label and one answer a row in the structure tree."""
    table = root.add("Table")
    cells: list[list[Part]] = []
    style = TIGHT_CELL if block.open else CELL
    for label, answer in block.rows:
        tree = table.add("TR")
        head = text(label, replace(style, bold=True), tree.add("TH", scope="Row"))
        cells.append([head, _cell(answer, style, tree.add("TD"))])
    if block.open:
        return [Placed(_open_rows(cells, block.columns), after=1, whole=True)]
    if block.columns == 1 or len(cells) == 1:
        box = Box([Row(pair, (LABEL_FILL, None)) for pair in cells], (0.3, 0.7))
        return [Placed(box, after=6, whole=box.height(WIDTH) < WHOLE_BELOW)]
    if len(cells) % 2:
        cells.append([Stack([]), Stack([])])
    pairs = zip(cells[::2], cells[1::2], strict=True)
    rows = [Row(left + right, (LABEL_FILL, None, None if isinstance(right[0], Stack) else LABEL_FILL, None))
            for left, right in pairs]
    return [Placed(Box(rows, (0.17, 0.33, 0.17, 0.33)), after=6, whole=True)]


def _open_rows(cells: list[list[Part]], columns: int) -> Box:
    """Labels and answers on the bare page; of two columns the second half stands beside the first."""
    if columns == 1:
        return Box([Row(pair) for pair in cells], (OPEN_LABEL, 1 - OPEN_LABEL), lined=False, inset=OPEN_INSET)
    half = OPEN_LEFT
    label = OPEN_LABEL / OPEN_SIDE
    sides: list[Part] = [Box([Row(pair) for pair in side], (label, 1 - label), lined=False, inset=OPEN_INSET)
                         for side in (cells[:half], cells[half:])]
    return Box([Row([sides[0], Stack([]), sides[1]])], (OPEN_SIDE, 1 - 2 * OPEN_SIDE, OPEN_SIDE), lined=False, inset=0)


def _grid(block: Grid, root: Element) -> list[Placed]:
    if not block.rows:
        return []
    table = root.add("Table")
    shares = block.shares or tuple(1 / len(block.heads) for _ in block.heads)
    fills = tuple(HEAD_FILL for _ in block.heads)
    heads = table.add("TR")
    first = Row([text(head, CELL_BOLD, heads.add("TH", scope="Column")) for head in block.heads], fills, whole=True)

    def again() -> list[Row]:
        return [Row([text(head, CELL_BOLD, None) for head in block.heads], fills, whole=True)]

    rows = [first]
    for answers in block.rows:
        tree = table.add("TR")
        style = TIGHT_CELL if block.tight else CELL
        rows.append(Row([_cell(answer, style, tree.add("TD")) for answer in answers], least=block.least))
    return [Placed(Box(rows, shares, head=1, again=again, inset=TIGHT if block.tight else PAD), after=6)]


def _long(block: Long, root: Element) -> list[Placed]:
    """A question above its answer; where the answer goes on overleaf, the question comes again."""
    head: list[Part] = [text(block.label, CELL_BOLD, root.add("H3", title=block.label))]
    if block.hint:
        head.append(text(block.hint, CELL_MUTED, root.add("P")))

    def again() -> list[Row]:
        return [Row([text(f"{block.label} (continued)", CELL_BOLD, None)], (LABEL_FILL,), whole=True)]

    # Each line that was typed is a paragraph of its own; a blank line shows as one.
    answer = Stack([
        _cell(Value(line, block.answer.muted, block.answer.confidential), CELL, root.add("P") if line.strip() else None)
        for line in printable(block.answer.said).split("\n")
    ])
    rows = [Row([Stack(head)], (LABEL_FILL,), whole=True), Row([answer], least=block.least)]
    return [Placed(Box(rows, (1.0,), head=1, again=again), after=6)]


def _ticks(block: Ticks, root: Element) -> list[Placed]:
    tree = root.add("L")
    rows = []
    for said, ticked in block.items:
        entry = tree.add("LI")
        sign = text("[X]" if ticked else "[  ]", CELL_BOLD, entry.add("Lbl"))
        rows.append(Row([sign, text(said, CELL, entry.add("LBody"))]))
    return [Placed(Box(rows, (0.05, 0.95), lined=False, inset=0.75), after=6, whole=True)]


def _callout(block: Callout, root: Element) -> list[Placed]:
    stop = block.kind == "stop"
    title_style = STOP if stop else TextStyle(size=10.5, leading=14.5, bold=True, colour=TEAL)
    parts: list[Part] = [text(block.title, title_style, root.add("P"))] if block.title else []
    parts += [_line(line, TIGHT_BODY if block.tight else BODY, root.add("P")) for line in block.lines]
    fill = STOP_FILL if stop else CALM_FILL
    row = Row([Stack([]), Stack(parts, gap=1.5)], (fill, fill))
    box = Box([row], (BESIDE_STRIPE, 1 - BESIDE_STRIPE), stripe=RED if stop else TEAL, lined=False,
              inset=4 if block.tight else 6)
    return [Placed(box, before=2, after=4 if block.tight else 8, whole=True)]


def _windscreen(block: Windscreen, root: Element) -> list[Placed]:
    picture = drawing(block.place, block.area, block.small)
    if picture is None or picture.element is None:
        return _paragraph(Paragraph(windscreen.in_words(block.place, block.area)), root)
    root.kids.append(picture.element)
    if block.small:
        return [Placed(picture, after=4, whole=True)]
    placed = [Placed(picture, before=4, after=4, whole=True)]
    placed += _paragraph(Paragraph(windscreen.in_short(block.place, block.area)), root)
    rows = tuple(tuple(Value(cell) for cell in row) for row in windscreen.table(block.place, block.area))
    return placed + _grid(Grid(windscreen.TABLE_HEADS, rows, (0.08, 0.42, 0.2, 0.14, 0.16)), root)


def _beside(block: Beside, root: Element) -> list[Placed]:
    """Blocks at the left, the small picture at the right."""
    left: list[Part] = [item.part for one in block.blocks for item in KINDS[type(one)](one, root)]
    right: list[Part] = [item.part for item in _windscreen(block.picture, root)]
    box = Box([Row([Stack(left, gap=4), Stack(right)])], (block.share, 1 - block.share), lined=False, inset=0)
    return [Placed(box, after=6, whole=True)]


def _signatures(block: Signatures, root: Element) -> list[Placed]:
    rows = tuple((Value(person), Value(""), Value(""), Value("")) for person in block.people)
    heads = tuple(say(f"papers.signs.{name}") for name in ("who", "name", "signature", "date"))
    placed = _grid(Grid(heads, rows, (0.25, 0.27, 0.32, 0.16), least=32), root)
    return [replace(item, whole=True) for item in placed]


KINDS: dict[type, Callable[[Any, Element], list[Placed]]] = {
    Heading: _heading, Paragraph: _paragraph, Bullets: _bullets, Rows: _rows, Grid: _grid, Long: _long,
    Ticks: _ticks, Callout: _callout, Windscreen: _windscreen, Beside: _beside,
    Signatures: _signatures,
}
"""How each kind of block is set. A new kind is one function here."""
