"""Tagged PDF: a canvas on which everything drawn is either part of the structure tree or marked as decoration.

The tree is made while a document is put together; drawing only notes which marked content (page, number) belongs to
which element. `exports.seal` writes the tree, and the fonts used here, into the finished file.
"""
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from exports.fonts import LATIN, Face, face
from exports.shaping import Cluster, Line, Piece


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
    """A font in one document: its resource name, and for each glyph used the text it stands for."""

    name: str
    face: Face
    glyphs: dict[int, str] = field(default_factory=dict)


class Marks:
    """What a document has collected while it was drawn: the tree, the fonts, and the count of marks on each page."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.fonts: dict[str, FontUse] = {}
        self.owners: list[list[Element]] = []
        self._unclear: dict[tuple[str, Cluster], bool] = {}

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

    def note(self, drawn_in: Face, cluster: Cluster) -> bool:
        """Remember the glyphs of a cluster; true if they do not tell its text, so that it must be spelt out."""
        key = (drawn_in.key, cluster)
        if key not in self._unclear:
            told = self.font(drawn_in).glyphs
            texts = [cluster.text] + ["\u200b"] * (len(cluster.glyphs) - 1)
            kept = [told.setdefault(glyph[0], text) for glyph, text in zip(cluster.glyphs, texts, strict=True)]
            self._unclear[key] = kept != [cluster.text]
        return self._unclear[key]


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
    """Builds the operators of one line: glyphs in reading order, each put where it belongs, in thousandths of the size."""

    def __init__(self, marks: Marks, size: float) -> None:
        self._marks, self._size = marks, size
        self._out: list[str] = []
        self._row: list[str] = []
        self._pen = 0.0
        self._font = ""

    def piece(self, piece: Piece, left: float) -> None:
        """All glyphs of a piece whose left end is at `left`; what its glyphs do not tell is spelt out beside them.

        A word that runs from the right is drawn from the left like any other, and marked as reversed.
        """
        self._use(self._marks.font(piece.face).name)
        right = piece.level % 2 == 1
        unclear = [self._marks.note(piece.face, cluster) for cluster in piece.clusters]
        whole = any(unclear) and not right
        if right or whole:
            self._operator("/ReversedChars BMC" if right else _actual(piece.text))
        pairs = zip(piece.clusters, unclear, strict=True)
        for cluster, alone in reversed(list(pairs)) if right else pairs:
            if alone and right:
                self._operator(_actual(cluster.text))
            for number, across, up in cluster.glyphs:
                self._glyph(piece.face, number, left + across, up)
            if alone and right:
                self._operator("EMC")
        if right or whole:
            self._operator("EMC")

    def space(self) -> None:
        """A space after the last word of a line that goes on, so that the words do not run together when read aloud."""
        use = next(iter(self._marks.fonts.values()))
        number = use.face.font.get_nominal_glyph(32)
        use.glyphs.setdefault(number, " ")
        self._use(use.name)
        self._row.append(f"<{number:04X}>")

    def finished(self) -> list[str]:
        """The operators, in order."""
        self._flush()
        return self._out

    def _glyph(self, drawn_in: Face, number: int, across: float, up: float) -> None:
        if up:
            self._operator(f"{up * self._size / 1000:.3f} Ts")
        if abs(self._pen - across) > 0.05:
            self._row.append(f"{self._pen - across:.1f}")
        self._row.append(f"<{number:04X}>")
        self._pen = across + natural_width(drawn_in, number)
        if up:
            self._operator("0 Ts")

    def _use(self, name: str) -> None:
        if name != self._font:
            self._font = name
            self._operator(f"/{name} {self._size:g} Tf")

    def _operator(self, operator: str) -> None:
        self._flush()
        self._out.append(operator)

    def _flush(self) -> None:
        if self._row:
            self._out.append(f"[{''.join(self._row)}] TJ".replace("><", ""))
            self._row = []


def _actual(text: str) -> str:
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"


@lru_cache(maxsize=50_000)
def natural_width(drawn_in: Face, glyph: int) -> float:
    """The advance of a glyph as the font has it, in thousandths of the font size."""
    return float(drawn_in.font.get_glyph_h_advance(glyph)) * 1000 / drawn_in.upem
