"""Sizes, colours and spaces of the documents, in points. The look lives here and nowhere else."""
from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4

PAGE = A4
MARGIN = 48.0
TOP = 56.0
BOTTOM = 76.0
WIDTH: float = PAGE[0] - 2 * MARGIN
HEIGHT: float = PAGE[1] - TOP - BOTTOM

INK = HexColor("#0b0c0c")
MUTED = HexColor("#484e53")
TEAL = HexColor("#00566b")
RED = HexColor("#942514")
LINE = HexColor("#8a9095")
LABEL_FILL = HexColor("#eef1f2")
HEAD_FILL = HexColor("#dde5e8")
CALM_FILL = HexColor("#eef6f8")
STOP_FILL = HexColor("#fbeae7")


@dataclass(frozen=True)
class TextStyle:
    """How a stretch of text is set. `before` and `after` are spaces above and below it."""

    size: float = 9.5
    leading: float = 13.2
    bold: bool = False
    colour: Color = INK
    before: float = 0
    after: float = 0
    centred: bool = False


BODY = TextStyle(after=3)
CELL = TextStyle(size=9, leading=12.4)
CELL_BOLD = TextStyle(size=9, leading=12.4, bold=True)
CELL_MUTED = TextStyle(size=8.5, leading=12.4, colour=MUTED)
TIGHT_BODY = TextStyle(size=9, leading=11.7, after=2)
TIGHT_CELL = TextStyle(size=8.4, leading=10.4)
TIGHT_HEADING = TextStyle(size=11, leading=14, bold=True, colour=TEAL, before=6, after=2)
SMALL = TextStyle(size=8, leading=11, colour=MUTED, after=2)
TITLE = TextStyle(size=18, leading=22, bold=True, colour=TEAL)
SUBTITLE = TextStyle(size=10, leading=14, colour=MUTED, after=4)
HEADING = TextStyle(size=13, leading=17, bold=True, colour=TEAL, before=12, after=4)
SUBHEADING = TextStyle(size=10.5, leading=14, bold=True, before=7, after=3)
STOP = TextStyle(size=10.5, leading=14.5, colour=RED, bold=True)
BIG = TextStyle(size=15, leading=20, bold=True, after=2)
MARKING = TextStyle(size=8.5, leading=11, bold=True, colour=RED, centred=True)
FOOTER = TextStyle(size=7.2, leading=9.4, colour=MUTED)
PAD = 4.0
"""Space between the edge of a cell and its text."""
