"""Tagged PDF: a canvas on which everything drawn is either part of the structure tree or marked as decoration.

The tree is made while a document is put together; drawing only notes which marked content (page, number) belongs to
which element. `exports.pdf.seal` writes the tree, and the fonts used here, into the finished file.
"""
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.fonts import LATIN, Face, face
from exports.pdf.shaping import Line, Piece


NO_TEXT = ""
"""What a glyph tells that has no text of its own: it belongs to the one before."""


@dataclass(eq=False)
class Element:
    """A node of the structure tree. `kids` are elements, or (page, number) of marked content, in reading order."""

    role: str
    kids: list["Element | tuple[int, int]"] = field(default_factory=list)
    alt: str = ""
    scope: str = ""
    title: str = ""
    box: tuple[float, float, float, float] | None = None

    def add(self, role: str, **attributes: Any) -> "Element":
        """A new last child."""
        child = Element(role, **attributes)
        self.kids.append(child)
        return child


@dataclass(eq=False)
class FontUse:
    """A font in one document: its resource name, and a code for each glyph together with the text it stands for.

    One glyph that stands for different letters in different places has several codes, so that copying and reading
    aloud always give back what was written.
    """

    name: str
    face: Face
    codes: dict[tuple[int, str], int] = field(default_factory=dict)

    def code(self, glyph: int, text: str) -> int:
        """The code that draws a glyph and tells a text, from 1."""
        return self.codes.setdefault((glyph, text), len(self.codes) + 1)


class Marks:
    """What a document has collected while it was drawn: the tree, the fonts, and the count of marks on each page."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.fonts: dict[str, FontUse] = {}
        self.owners: list[list[Element]] = []

    def font(self, wanted: Face) -> FontUse:
        """The use of a font in this document, begun if it is new."""
        found = self.fonts.get(wanted.key)
        if found is None:
            found = self.fonts[wanted.key] = FontUse(f"F{len(self.fonts) + 1}", wanted)
        return found

    def mark(self, element: Element, page: int) -> int:
        """A new number for marked content of an element on a page (counted from 0)."""
        while len(self.owners) <= page:
            self.owners.append([])
        number = len(self.owners[page])
        self.owners[page].append(element)
        element.kids.append((page, number))
        return number


class TaggedCanvas(Canvas):
    """A canvas with tags. Pages are held back until `save`, so that each can say how many there are."""

    def __init__(self, stream: IO[bytes], size: tuple[float, float]) -> None:
        super().__init__(stream, pagesize=size, invariant=1, pageCompression=0)
        self.marks = Marks()
        self._held: list[dict[str, Any]] = []
        regular = face(LATIN, False)
        if regular is None:
            raise RuntimeError("the package with the Noto fonts is not installed: see requirements.txt")
        self.marks.font(regular)

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn inside belongs to an element."""
        number = self.marks.mark(element, len(self._held))
        self.addLiteral(f"/{element.role} <</MCID {number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside is decoration, or repeats on every page (`Pagination`)."""
        self.addLiteral(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self.addLiteral("EMC")

    def draw_line(self, line: Line, x: float, y: float, size: float, colour: Color) -> None:
        """One line of glyphs with its left end at x and its baseline at y, in points."""
        red, green, blue = colour.rgb()
        writer = _Writer(self.marks, size)
        lefts, left = [0.0] * len(line.pieces), 0.0
        for place in line.order:
            lefts[place] = left
            left += line.pieces[place].width
        for piece, start in zip(line.pieces, lefts, strict=True):
            writer.piece(piece, start)
        if line.soft and not (line.pieces and line.pieces[-1].space):
            writer.space()
        shown = "\n".join(writer.finished())
        self.addLiteral(f"BT {red:.3g} {green:.3g} {blue:.3g} rg 1 0 0 1 {x:.2f} {y:.2f} Tm\n{shown}\nET")

    def showPage(self) -> None:
        """Hold the page back."""
        self._held.append(dict(self.__dict__))
        self._startPage()

    def held_pages(self) -> Iterator[tuple[int, int]]:
        """Take up each page again to draw on it what repeats: (its number, how many there are). Then it is written."""
        held, self._held = self._held, []
        for number, state in enumerate(held, 1):
            self.__dict__.update(state)
            yield number, len(held)
            Canvas.showPage(self)


class _Writer:
    """Builds the operators of one line: glyphs in reading order, each put in its place, in thousandths of the size."""

    def __init__(self, marks: Marks, size: float) -> None:
        self._marks, self._size = marks, size
        self._out: list[str] = []
        self._row: list[str] = []
        self._pen = 0.0
        self._font = ""

    def piece(self, piece: Piece, left: float) -> None:
        """All glyphs of a piece whose left end is at `left`.

        The widest glyph of a cluster tells all its text, the others tell none. A word that runs from the right is drawn
        from the left like any other and marked as reversed: its letters first, in one stretch, then their marks.
        """
        use = self._use(self._marks.font(piece.face))
        reverse = piece.level % 2 == 1
        if reverse:
            self._operator("/ReversedChars BMC")
        marks = []
        for cluster in reversed(piece.clusters) if reverse else piece.clusters:
            for place, (number, across, up, width) in enumerate(cluster.glyphs):
                told = place == cluster.widest
                code = use.code(number, cluster.text if told else NO_TEXT)
                if reverse and not told:
                    marks.append((code, left + across, up, width))
                else:
                    self._glyph(code, left + across, up, width)
        for mark in marks:
            self._glyph(*mark)
        if reverse:
            self._operator("EMC")

    def space(self) -> None:
        """A space after the last word of a line that goes on, so that the words do not run together when read aloud."""
        use = self._use(next(iter(self._marks.fonts.values())))
        self._glyph(use.code(use.face.font.get_nominal_glyph(32), " "), self._pen, 0, 0)

    def finished(self) -> list[str]:
        """The operators, in order."""
        self._flush()
        return self._out

    def _glyph(self, code: int, across: float, up: float, width: float) -> None:
        if up:
            self._operator(f"{up * self._size / 1000:.3f} Ts")
        if abs(self._pen - across) > 0.05:
            self._row.append(f"{self._pen - across:.1f}")
        self._row.append(f"<{code:04X}>")
        self._pen = across + width
        if up:
            self._operator("0 Ts")

    def _use(self, use: FontUse) -> FontUse:
        if use.name != self._font:
            self._font = use.name
            self._operator(f"/{use.name} {self._size:g} Tf")
        return use

    def _operator(self, operator: str) -> None:
        self._flush()
        self._out.append(operator)

    def _flush(self) -> None:
        if self._row:
            self._out.append(f"[{''.join(self._row)}] TJ".replace("><", ""))
            self._row = []
