"""The windscreen as a picture for the screen, a picture for paper, plain shapes for a chart, a sentence and a table.

No needle, no number, no percentage: a mark for each finding, a band from the level that is supported to the highest.
"""
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import HexColor, white

from decision.result import Mark, Place
from exports.pdf.layout import Picture
from exports.pdf.shaping import break_lines
from exports.pdf.style import INK, TEAL
from exports.pdf.style import WIDTH as PAPER_WIDTH
from exports.pdf.tagged import Element, TaggedCanvas
from exports.pdf.text import printable
from exports.windscreen_shapes import (
    BAND, CENTRE, RING_NAMES, WIDTH, Band, Dot, Segment, Shapes, Word, arc_points, point, shapes,
)
from exports.words import BASIS
from guidance.models import Level
from guidance.packs import AreaPack
from guidance.words.forms import any_of, apart, listed

BLACK = "#0b0c0c"
BAND_COLOUR = "#00566b"
LEGEND = "Each mark is one thing you told us. A dashed mark with ? is not sure or not known."
LEGEND_BAND = "Thick line: the level your answers support. Striped line: up to the highest level that answers reach."
SHARE = 0.92
"""How much of the width of a page the picture takes."""
TABLE_HEADS = ("Mark", "What was found", "Level", "Part", "How it is known")


def svg(place: Place, area: AreaPack) -> str:
    """The picture as SVG on a white ground, without scripts, styles or anything from outside. Empty without levels."""
    drawn = shapes(place, area)
    if not drawn.segments:
        return ""
    height = drawn.height + 62
    legend = [Word(said, CENTRE[0], drawn.height + 24 + 22 * row, 15, "middle")
              for row, said in enumerate((LEGEND, LEGEND_BAND))]
    inside = [
        *(_svg_segment(segment) for segment in drawn.segments),
        *(_svg_band(band) for band in drawn.bands),
        *(_svg_word(word) for word in (*drawn.words, *legend)),
        *(_svg_dot(dot) for dot in drawn.dots),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" role="img" '
        f'aria-label={quoteattr(in_words(place, area))} font-family="Noto Sans, DejaVu Sans, Arial, sans-serif">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(inside)}</svg>'
    )


def _at(radius: float, angle: float) -> str:
    x, y = point(radius, angle)
    return f"{x:.1f},{y:.1f}"


def _svg_segment(segment: Segment) -> str:
    inner, outer, start, end = segment.inner, segment.outer, segment.start, segment.end
    path = (f"M{_at(outer, start)} A{outer:g},{outer:g} 0 0 1 {_at(outer, end)} L{_at(inner, end)} "
            f"A{inner:g},{inner:g} 0 0 0 {_at(inner, start)} Z")
    return f'<path d="{path}" fill="{segment.colour}" stroke="#ffffff" stroke-width="2.5"/>'


def _svg_band(band: Band) -> str:
    middle = (BAND[0] + BAND[1]) / 2
    dash = ' stroke-dasharray="5 4"' if band.reaching else ""
    return (f'<path d="M{_at(middle, band.start - 0.6)} A{middle:g},{middle:g} 0 0 1 {_at(middle, band.end + 0.6)}" '
            f'fill="none" stroke="{BAND_COLOUR}" stroke-width="{BAND[1] - BAND[0]:g}"{dash}/>')


def _svg_word(word: Word) -> str:
    bold = ' font-weight="bold"' if word.bold else ""
    return (f'<text x="{word.x:g}" y="{word.y:g}" text-anchor="{word.anchor}" font-size="{word.size:g}"{bold} '
            f'fill="{BLACK}">{escape(word.said)}</text>')


def _svg_dot(dot: Dot) -> str:
    look = (f'fill="#ffffff" stroke="{BLACK}" stroke-width="2.2" stroke-dasharray="4 3"' if dot.open
            else f'fill="{BLACK}" stroke="#ffffff" stroke-width="1.5"')
    said, size = _dot_word(dot)
    return (f'<circle cx="{dot.x:g}" cy="{dot.y:g}" r="{dot.radius:g}" {look}/>'
            f'<text x="{dot.x:g}" y="{dot.y + size * 0.35:.1f}" text-anchor="middle" font-size="{size:.1f}" '
            f'font-weight="bold" fill="{BLACK if dot.open else "#ffffff"}">{escape(said)}</text>')


def _dot_word(dot: Dot) -> tuple[str, float]:
    said = f"{dot.letter}?" if dot.open else dot.letter
    return said, dot.radius * (1.15 if len(said) < 2 else 0.95 if len(said) < 3 else 0.7)


def drawing(place: Place, area: AreaPack) -> Picture | None:
    """The picture for a document, as a figure whose alternative text is the sentence. None without levels."""
    drawn = shapes(place, area)
    if not drawn.segments:
        return None

    def draw(canvas: TaggedCanvas, x: float, bottom: float, width: float) -> None:
        scale = width * SHARE / WIDTH
        canvas.saveState()
        canvas.translate(x + width * (1 - SHARE) / 2, bottom + drawn.height * scale)
        canvas.scale(scale, scale)
        _draw(canvas, drawn)
        canvas.restoreState()

    return Picture(drawn.height * SHARE * PAPER_WIDTH / WIDTH, draw, Element("Figure", alt=in_words(place, area)))


def _draw(canvas: TaggedCanvas, drawn: Shapes) -> None:
    """Draw with the origin at the upper left corner, one unit to the picture's unit."""
    canvas.setLineWidth(2.5)
    for segment in drawn.segments:
        _draw_shape(canvas, segment.points(), segment.colour)
    canvas.setStrokeColor(TEAL)
    canvas.setLineWidth(BAND[1] - BAND[0])
    for band in drawn.bands:
        canvas.setDash([5, 4] if band.reaching else [])
        _draw_shape(canvas, arc_points((BAND[0] + BAND[1]) / 2, band.start - 0.6, band.end + 0.6), "")
    for word in drawn.words:
        _draw_word(canvas, word, dark=True)
    for dot in drawn.dots:
        canvas.setLineWidth(2.2 if dot.open else 1.5)
        canvas.setDash([4, 3] if dot.open else [])
        canvas.setStrokeColor(INK if dot.open else white)
        canvas.setFillColor(white if dot.open else INK)
        canvas.circle(dot.x, -dot.y, dot.radius, stroke=1, fill=1)
        said, size = _dot_word(dot)
        _draw_word(canvas, Word(said, dot.x, dot.y + size * 0.35, size, "middle", True), dark=dot.open)
    canvas.setDash([])


def _draw_shape(canvas: TaggedCanvas, points: tuple[tuple[float, float], ...], fill: str) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0][0], -points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, -y)
    if fill:
        path.close()
        canvas.setFillColor(HexColor(fill))
        canvas.setStrokeColor(white)
    canvas.drawPath(path, stroke=1, fill=1 if fill else 0)


def _draw_word(canvas: TaggedCanvas, word: Word, dark: bool) -> None:
    line = break_lines([(printable(word.said), word.bold)], 1e9)[0]
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[word.anchor]
    canvas.draw_line(line, word.x - share * line.width * word.size / 1000, -word.y, word.size, INK if dark else white)


def figure_data(place: Place, area: AreaPack) -> dict[str, Any]:
    """The same shapes as plain lists, y counting upwards, for a chart: segments, bands, marks and words.

    `marks` carry the finding's id, statement, level, ring and how it is known, for hover and click.
    """
    drawn = shapes(place, area)
    found = {mark.id: mark for mark in place.marks}

    def flip(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
        return [(round(x, 1), round(drawn.height - y, 1)) for x, y in points]

    return {
        "width": WIDTH, "height": drawn.height,
        "segments": [{"level": segment.level, "ring": segment.ring, "colour": segment.colour,
                      "points": flip(segment.points())} for segment in drawn.segments],
        "bands": [{"reaching": band.reaching, "points": flip(arc_points(sum(BAND) / 2, band.start, band.end))}
                  for band in drawn.bands],
        "marks": [{"letter": dot.letter, "id": dot.id, "x": dot.x, "y": drawn.height - dot.y, "radius": dot.radius,
                   "open": dot.open, **_hover(found.get(dot.id), area)} for dot in drawn.dots],
        "words": [{"said": word.said, "x": word.x, "y": drawn.height - word.y, "size": word.size,
                   "anchor": word.anchor, "bold": word.bold} for word in drawn.words],
    }


def _hover(mark: Mark | None, area: AreaPack) -> dict[str, str]:
    if mark is None:
        return {"says": "more marks: see the table", "level": "", "ring": "", "known": ""}
    return {"says": mark.says, "level": level_name(area.levels[mark.order - 1]), "ring": RING_NAMES[mark.ring],
            "known": how_known(mark)}


def level_name(level: Level) -> str:
    """A level as the document names it: its printed number, if it has one, and its name."""
    return f"{level.printed}, {level.name}" if level.printed and level.printed not in level.name else level.name


def _also_called(level: Level) -> str:
    """The other names that people may know a level by."""
    return f" (also called {any_of(level.also_called)})" if level.also_called else ""


def how_known(mark: Mark) -> str:
    """How the user knows this, or that they are not sure."""
    if mark.state != "found":
        return "not sure" if mark.state == "not_sure" else "not known"
    return BASIS.get(mark.basis or "", "not said")


def in_words(place: Place, area: AreaPack) -> str:
    """The whole picture in sentences: the levels, what they hold, and what is not sure."""
    if not area.levels:
        return f"The document of {area.name} has no levels, so there is no windscreen."
    names = {level.id: level_name(level) for level in area.levels}
    whole = apart(names[level.id] + _also_called(level) for level in area.levels)
    said = [f"The windscreen of {area.name} has {len(area.levels)} levels: {whole}."]
    if not place.highest and not place.supported:
        said.append("No finding stands on a level yet.")
    elif place.supported and place.supported == place.highest:
        said.append(f"The findings support {names[place.supported]}.")
    elif place.supported:
        said.append(f"The findings support {names[place.supported]} and reach up to {names[place.highest]}.")
    else:
        said.append(f"The findings reach {names[place.highest]}; taken together they do not yet support a level.")
    for level in area.levels:
        here = [mark for mark in place.marks if area.levels[mark.order - 1].id == level.id]
        if here:
            said.append(f"In {names[level.id]}: {listed(_named(mark) for mark in here)}.")
    return " ".join(said)


def _named(mark: Mark) -> str:
    unsure = {"not_sure": ", not sure", "not_known": ", not known"}.get(mark.state, "")
    return f"{mark.letter} ({RING_NAMES[mark.ring]}{unsure})"


def table(place: Place, area: AreaPack) -> tuple[tuple[str, str, str, str, str], ...]:
    """One row a mark under `TABLE_HEADS`, in the order of the letters."""
    return tuple(
        (mark.letter, mark.says + (f" (child {listed(mark.about)})" if mark.about else ""),
         level_name(area.levels[mark.order - 1]), RING_NAMES[mark.ring], how_known(mark))
        for mark in place.marks
    )
