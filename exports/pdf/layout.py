"""What stands on a page: text, boxes of cells, pictures. Each part knows its height, can be divided, and paints itself.

A part is measured for one width only. `x` and `top` are the left and upper edge in points, y counting upwards.
"""
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from reportlab.lib.colors import Color

from exports.pdf.shaping import Line, break_lines
from exports.pdf.style import LINE, PAD, TextStyle
from exports.pdf.tagged import Element, TaggedCanvas
from exports.pdf.text import printable

DIVIDED_FROM = 110.0
"""A row of at least this height may go on overleaf; a lower one moves there whole."""
LEAST_LINES = 2
"""Lines of a text that stand together at least, at the foot of one page and the top of the next."""


class Part(Protocol):
    """Anything that can be put on a page."""

    def height(self, width: float) -> float:
        """How high the part is at this width."""
        ...

    def divide(self, width: float, room: float) -> "tuple[Part, Part] | None":
        """The part cut in two, the first at most `room` high; None where it cannot be cut there."""
        ...

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the part."""
        ...


@dataclass(eq=False)
class Text:
    """One paragraph. `spans` are stretches of outside or own text, each with whether it is bold.

    Without an element it is decoration, such as a heading that is repeated on the next page.
    """

    spans: tuple[tuple[str, bool], ...]
    style: TextStyle
    element: Element | None
    lines: list[Line] | None = None

    def _broken(self, width: float) -> list[Line]:
        if self.lines is None:
            self.lines = [
                line for paragraph in _paragraphs(self.spans)
                for line in break_lines(paragraph, width * 1000 / self.style.size)
            ]
        return self.lines

    def height(self, width: float) -> float:
        return len(self._broken(width)) * self.style.leading

    def divide(self, width: float, room: float) -> "tuple[Text, Text] | None":
        lines = self._broken(width)
        fit = min(int((room + 0.01) / self.style.leading), len(lines) - LEAST_LINES)
        if fit < LEAST_LINES:
            return None
        return replace(self, lines=lines[:fit]), replace(self, lines=lines[fit:])

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        style = self.style
        lines = self._broken(width)
        with canvas.content(self.element) if self.element else canvas.artifact():
            for number, line in enumerate(lines):
                baseline = top - number * style.leading - style.leading / 2 - style.size * 0.34
                free = width - line.width * style.size / 1000
                start = x + (free / 2 if style.centred else free if line.right else 0)
                canvas.draw_line(line, start, baseline, style.size, style.colour)


def text(said: str, style: TextStyle, element: Element | None, bold: bool | None = None) -> Text:
    """A paragraph of one weight."""
    return Text(((printable(said), style.bold if bold is None else bold),), style, element)


def _paragraphs(spans: Sequence[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    """Stretches cut at line ends: a list of stretches for each line that was typed."""
    paragraphs: list[list[tuple[str, bool]]] = [[]]
    for said, bold in spans:
        first, *others = said.split("\n")
        paragraphs[-1].append((first, bold))
        paragraphs += [[(other, bold)] for other in others]
    return paragraphs


@dataclass(eq=False)
class Stack:
    """Parts one above the other, with a space between them."""

    parts: list[Part]
    gap: float = 0

    def height(self, width: float) -> float:
        return sum(part.height(width) for part in self.parts) + self.gap * max(len(self.parts) - 1, 0)

    def divide(self, width: float, room: float) -> "tuple[Stack, Stack] | None":
        used = 0.0
        for number, part in enumerate(self.parts):
            high = part.height(width)
            if used + high > room + 0.01:
                cut = part.divide(width, room - used)
                if cut:
                    first, rest = [*self.parts[:number], cut[0]], [cut[1], *self.parts[number + 1:]]
                else:
                    first, rest = self.parts[:number], self.parts[number:]
                return (replace(self, parts=first), replace(self, parts=rest)) if first else None
            used += high + self.gap
        return None

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        for part in self.parts:
            part.paint(canvas, x, top, width)
            top -= part.height(width) + self.gap


@dataclass(eq=False)
class Row:
    """Cells side by side. `fills` colours a cell's ground; `least` is a lowest height, for writing in by hand."""

    cells: list[Part]
    fills: tuple[Color | None, ...] = ()
    least: float = 0
    whole: bool = False


@dataclass(eq=False)
class Box:
    """Rows of cells with lines around them. `head`: how many first rows come again at the top of each further page.

    `again` makes a head row anew as decoration. `shares` are the widths of the columns, together 1. `inset` is the
    space between the edge of a cell and what stands in it.
    """

    rows: list[Row]
    shares: tuple[float, ...]
    head: int = 0
    again: Callable[[], list[Row]] = field(default=list)
    stripe: Color | None = None
    lined: bool = True
    inset: float = PAD
    _heights: dict[int, float] = field(default_factory=dict)

    def _widths(self, width: float) -> list[float]:
        return [share * width for share in self.shares]

    def _row_height(self, row: Row, width: float) -> float:
        if id(row) not in self._heights:
            cells = zip(row.cells, self._widths(width), strict=True)
            high = max(part.height(wide - 2 * self.inset) for part, wide in cells)
            self._heights[id(row)] = max(high + 2 * self.inset, row.least)
        return self._heights[id(row)]

    def height(self, width: float) -> float:
        return sum(self._row_height(row, width) for row in self.rows)

    def divide(self, width: float, room: float) -> "tuple[Box, Box] | None":
        used = 0.0
        for number, row in enumerate(self.rows):
            high = self._row_height(row, width)
            if used + high > room + 0.01:
                cut = self._divide_row(row, width, room - used) if high > DIVIDED_FROM else None
                first = self.rows[:number] + ([cut[0]] if cut else [])
                rest = ([cut[1]] if cut else [row]) + self.rows[number + 1:]
                if len(first) <= self.head:
                    return None
                return self._with(first, False), self._with(rest, True)
            used += high
        return None

    def _with(self, rows: list[Row], goes_on: bool) -> "Box":
        kept = {id(row): self._heights[id(row)] for row in rows if id(row) in self._heights}
        if not goes_on:
            return replace(self, rows=rows, _heights=kept)
        again = self.again()
        return replace(self, rows=again + rows, head=len(again), _heights=kept)

    def _divide_row(self, row: Row, width: float, room: float) -> tuple[Row, Row] | None:
        if row.whole or room < 3 * self.inset:
            return None
        first: list[Part] = []
        rest: list[Part] = []
        divided = False
        for part, wide in zip(row.cells, self._widths(width), strict=True):
            inner = wide - 2 * self.inset
            cut = part.divide(inner, room - 2 * self.inset) if part.height(inner) > room - 2 * self.inset else None
            if cut is None and part.height(inner) > room - 2 * self.inset:
                return None
            divided = divided or cut is not None
            first.append(cut[0] if cut else part)
            rest.append(cut[1] if cut else Stack([]))
        return (replace(row, cells=first, least=0), replace(row, cells=rest, least=0)) if divided else None

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        widths = self._widths(width)
        self._paint_ground(canvas, x, top, width, widths)
        for row in self.rows:
            left = x
            for part, wide in zip(row.cells, widths, strict=True):
                part.paint(canvas, left + self.inset, top - self.inset, wide - 2 * self.inset)
                left += wide
            top -= self._row_height(row, width)

    def _paint_ground(self, canvas: TaggedCanvas, x: float, top: float, width: float, widths: list[float]) -> None:
        """Fills and lines, as decoration."""
        high = self.height(width)
        with canvas.artifact():
            y = top
            for row in self.rows:
                tall, left = self._row_height(row, width), x
                for fill, wide in zip(row.fills, widths, strict=False):
                    if fill is not None:
                        canvas.setFillColor(fill)
                        canvas.rect(left, y - tall, wide, tall, stroke=0, fill=1)
                    left += wide
                y -= tall
            canvas.setLineWidth(0.6)
            canvas.setStrokeColor(LINE)
            if self.lined:
                self._paint_lines(canvas, x, top, width, widths)
            if self.stripe is not None:
                canvas.setFillColor(self.stripe)
                canvas.rect(x, top - high, 4, high, stroke=0, fill=1)

    def _paint_lines(self, canvas: TaggedCanvas, x: float, top: float, width: float, widths: list[float]) -> None:
        y = top
        canvas.line(x, y, x + width, y)
        for row in self.rows:
            tall, left = self._row_height(row, width), x
            for wide in widths:
                canvas.line(left, y, left, y - tall)
                left += wide
            canvas.line(left, y, left, y - tall)
            y -= tall
            canvas.line(x, y, x + width, y)


@dataclass(eq=False)
class Picture:
    """A drawing of fixed height that fills the width. `draw` gets the canvas, the left and lower edge, and the width.

    Its element carries the words that stand for it.
    """

    tall: float
    draw: Callable[[TaggedCanvas, float, float, float], None]
    element: Element | None

    def height(self, width: float) -> float:
        return self.tall

    def divide(self, width: float, room: float) -> None:
        return None

    def paint(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        if self.element is None:
            with canvas.artifact():
                self.draw(canvas, x, top - self.tall, width)
            return
        self.element.box = (x, top - self.tall, x + width, top)
        with canvas.content(self.element):
            self.draw(canvas, x, top - self.tall, width)
