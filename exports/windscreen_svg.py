"""The windscreen as SVG for the screen: on a white ground, without scripts, styles or anything from outside."""
from math import pi, radians
from xml.sax.saxutils import escape, quoteattr

from decision.result import Place
from exports.windscreen import in_words
from exports.windscreen_marks import Dot
from exports.windscreen_parts import INK, PAPER, TEAL, WIDTH, Bent, Line, Segment, Stroke, Word, point
from exports.windscreen_shapes import shapes
from guidance.packs import AreaPack

FONTS = "'Source Sans 3', 'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
"""Each name of several words in quotation marks: one with a figure in it would otherwise make the whole list void."""
DASHES = {"reaching": "6 4", "edge": "7 5", "raised": "1.5 5"}
"""Kind of a stroke → its dashes; any other is whole."""


def svg(place: Place, area: AreaPack, named: str = "") -> str:
    """The picture as one SVG element, named by its sentence: `named` where that is formed already. Empty without
    levels."""
    drawn = shapes(place, area)
    if not drawn.segments:
        return ""
    inside = [
        *(_segment(segment) for segment in drawn.segments),
        *(_stroke(stroke) for stroke in drawn.strokes),
        *(_line(line) for line in drawn.lines),
        *(f'<polygon points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in head)}" fill="{TEAL}"/>'
          for head in drawn.heads),
        *(_word(word) for word in drawn.words),
        *(_bent(bent, number) for number, bent in enumerate(drawn.bent)),
        *(_dot(dot) for dot in drawn.dots),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {drawn.height:g}" role="img" '
        f'aria-label={quoteattr(named or in_words(place, area))} font-family="{FONTS}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(inside)}</svg>'
    )


def _at(radius: float, angle: float) -> str:
    x, y = point(radius, angle)
    return f"{x:.1f},{y:.1f}"


def _segment(segment: Segment) -> str:
    inner, outer, start, end = segment.inner, segment.outer, segment.start, segment.end
    path = (f"M{_at(outer, start)} A{outer:.1f},{outer:.1f} 0 0 1 {_at(outer, end)} L{_at(inner, end)} "
            f"A{inner:.1f},{inner:.1f} 0 0 0 {_at(inner, start)} Z")
    return f'<path d="{path}" fill="{segment.colour}" stroke="{PAPER}" stroke-width="1.5"/>'


def _pen(kind: str, width: float, colour: str) -> str:
    dash = f' stroke-dasharray="{DASHES[kind]}"' if kind in DASHES else ""
    round_ = ' stroke-linecap="round"' if kind == "raised" else ""
    return f'fill="none" stroke="{colour}" stroke-width="{width:g}"{dash}{round_}'


def _stroke(stroke: Stroke) -> str:
    radius = stroke.radius
    path = f"M{_at(radius, stroke.start)} A{radius:.1f},{radius:.1f} 0 0 1 {_at(radius, stroke.end)}"
    return f'<path d="{path}" {_pen(stroke.kind, stroke.width, stroke.colour)}/>'


def _line(line: Line) -> str:
    (x, y), (to_x, to_y) = line.start, line.end
    return f'<path d="M{x:.1f},{y:.1f} L{to_x:.1f},{to_y:.1f}" {_pen(line.kind, line.width, line.colour)}/>'


def _word(word: Word) -> str:
    return _text(word.said, f'x="{word.x:.1f}" y="{word.y:.1f}"', word.size, word.bold, INK, word.anchor)


def _text(said: str, where: str, size: float, bold: bool, colour: str, anchor: str = "middle") -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (f'<text {where} text-anchor="{anchor}" font-size="{size:g}"{weight} fill="{colour}">'
            f'{escape(said)}</text>')


def _bent(bent: Bent, number: int) -> str:
    """Words along an arc that is longer than they are in any font."""
    half = min(1.5 * bent.width() / bent.radius / 2, pi / 2) / radians(1)
    radius = bent.radius
    path = f"M{_at(radius, bent.middle + half)} A{radius:.1f},{radius:.1f} 0 0 1 {_at(radius, bent.middle - half)}"
    weight = ' font-weight="bold"' if bent.bold else ""
    return (f'<path id="arc{number}" d="{path}" fill="none"/>'
            f'<text font-size="{bent.size:g}"{weight} fill="{bent.colour}" text-anchor="middle">'
            f'<textPath href="#arc{number}" startOffset="50%">{escape(bent.said)}</textPath></text>')


def _dot(dot: Dot) -> str:
    look = (f'fill="{PAPER}" stroke="{INK}" stroke-width="1.8" stroke-dasharray="3.5 2.5"' if dot.open
            else f'fill="{INK}" stroke="{PAPER}" stroke-width="1.2"')
    circle = f'<circle cx="{dot.x:g}" cy="{dot.y:g}" r="{dot.radius:g}" {look}/>'
    said, size = dot_words(dot)
    return circle + _text(said, f'x="{dot.x:g}" y="{dot.y + size * 0.35:.1f}"', round(size, 1), True,
                          INK if dot.open else PAPER)


def dot_words(dot: Dot) -> tuple[str, float]:
    """What stands in a mark, and how large: its letter, and ? where it is open and has room for it."""
    said = f"{dot.letter}?" if dot.open and len(dot.letter) < 2 else dot.letter
    return said, dot.radius * (1.2 if len(said) < 2 else 1.05)
