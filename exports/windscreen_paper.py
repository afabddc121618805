"""The windscreen on paper: the same shapes as on the screen, as a figure whose words are its sentence."""
from math import radians

from reportlab.lib.colors import HexColor, white

from decision.result import Place
from exports.pdf.layout import Picture
from exports.pdf.shaping import break_lines
from exports.pdf.style import WIDTH as PAPER_WIDTH
from exports.pdf.tagged import Element, TaggedCanvas
from exports.pdf.text import printable
from exports.windscreen import in_words
from exports.windscreen_marks import Dot
from exports.windscreen_parts import (
    INK, PAPER, SMALL, TEAL, WHOLE, WIDTH, Bent, Line, Shapes, Stroke, Word, arc_points, point,
)
from exports.windscreen_shapes import shapes
from exports.windscreen_svg import dot_words
from guidance.packs import AreaPack

SHARE = 0.8
"""How much of the width of a page the picture takes."""
SMALL_WIDTH = 76.5 * 72 / 25.4
"""Points: 76.5 mm, for a place beside other text."""
DASHES: dict[str, list[float]] = {"reaching": [6, 4], "edge": [7, 5], "raised": [1.5, 5]}


def drawing(place: Place, area: AreaPack, small: bool = False) -> Picture | None:
    """The picture for a document, as a figure whose alternative text is the sentence. None without levels.

    `small`: 76.5 mm wide, in the middle of the width it is given, without rings, and with a key instead of the legend
    and of the reasons along the arrows; no letter of a name is too small to read. Its height is that of `SMALL_WIDTH`.
    """
    drawn = shapes(place, area, SMALL if small else WHOLE)
    if not drawn.segments:
        return None
    tall = drawn.height * (SMALL_WIDTH if small else SHARE * PAPER_WIDTH) / WIDTH

    def draw(canvas: TaggedCanvas, x: float, bottom: float, width: float) -> None:
        scale = min(tall / drawn.height, width / WIDTH)
        canvas.saveState()
        canvas.translate(x + (width - WIDTH * scale) / 2, bottom + drawn.height * scale)
        canvas.scale(scale, scale)
        _draw(canvas, drawn)
        canvas.restoreState()

    return Picture(tall, draw, Element("Figure", alt=in_words(place, area)))


def _draw(canvas: TaggedCanvas, drawn: Shapes) -> None:
    """Draw with the origin at the upper left corner, one unit to the picture's unit."""
    canvas.setLineWidth(1.5)
    for segment in drawn.segments:
        _shape(canvas, segment.points(), segment.colour)
    for stroke in drawn.strokes:
        _pen(canvas, stroke)
        _shape(canvas, arc_points(stroke.radius, stroke.start, stroke.end), "")
    for line in drawn.lines:
        _pen(canvas, line)
        _shape(canvas, (line.start, line.end), "")
    canvas.setDash([])
    canvas.setLineCap(0)
    canvas.setLineWidth(0.5)
    for head in drawn.heads:
        _shape(canvas, head, TEAL)
    for word in drawn.words:
        _word(canvas, word, INK)
    for bent in drawn.bent:
        _bent(canvas, bent)
    for dot in drawn.dots:
        _dot(canvas, dot)
    canvas.setDash([])


def _pen(canvas: TaggedCanvas, stroke: Stroke | Line) -> None:
    canvas.setStrokeColor(HexColor(stroke.colour))
    canvas.setLineWidth(stroke.width)
    canvas.setDash(DASHES.get(stroke.kind, []))
    canvas.setLineCap(1 if stroke.kind == "raised" else 0)


def _shape(canvas: TaggedCanvas, points: tuple[tuple[float, float], ...], fill: str) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, -y)
    if fill:
        path.close()
        canvas.setFillColor(HexColor(fill))
        canvas.setStrokeColor(white)
    canvas.drawPath(path, stroke=1, fill=1 if fill else 0)


def _dot(canvas: TaggedCanvas, dot: Dot) -> None:
    canvas.setLineWidth(1.8 if dot.open else 1.2)
    canvas.setDash([3.5, 2.5] if dot.open else [])
    canvas.setStrokeColor(HexColor(INK) if dot.open else white)
    canvas.setFillColor(white if dot.open else HexColor(INK))
    canvas.circle(dot.x, -dot.y, dot.radius, stroke=1, fill=1)
    said, size = dot_words(dot)
    if said:
        _word(canvas, Word(said, dot.x, dot.y + size * 0.35, size, "middle", True), INK if dot.open else PAPER)


def _word(canvas: TaggedCanvas, word: Word, colour: str) -> None:
    line = break_lines([(printable(word.said), word.bold)], 1e9)[0]
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[word.anchor]
    canvas.draw_line(line, word.x - share * line.width * word.size / 1000, -word.y, word.size, HexColor(colour))


def _bent(canvas: TaggedCanvas, bent: Bent) -> None:
    """Words along an arc: each letter stands upright on it, at the place that its width gives it."""
    letters = [break_lines([(letter, bent.bold)], 1e9)[0] for letter in printable(bent.said)]
    widths = [line.width * bent.size / 1000 for line in letters]
    done = -sum(widths) / 2
    for line, width in zip(letters, widths, strict=True):
        angle = bent.middle - (done + width / 2) / bent.radius / radians(1)
        x, y = point(bent.radius, angle)
        canvas.saveState()
        canvas.translate(x, -y)
        canvas.rotate(angle - 90)
        canvas.draw_line(line, -width / 2, 0, bent.size, HexColor(bent.colour))
        canvas.restoreState()
        done += width
