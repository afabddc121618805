"""The geometry of the windscreen: where each level, ring, mark and word stands. Pure, and the same for every renderer.

Levels are segments of a half circle, calmest on the left, with their names along the arc. Rings are the domains: the
child in the middle, then parenting, then family and environment; what happens outside the home, and whole-case rows,
stand around them. What lies outside the levels is in `windscreen_around`.
"""
from collections.abc import Sequence

from decision.result import Place
from exports.windscreen_around import around, arrows
from exports.windscreen_marks import ALL, Dot, dots, least_depth, ring_edges
from exports.windscreen_names import LINE, RING_NAMES_DEPTH, bent_names, key, legend, level_names, ring_words
from exports.windscreen_parts import CENTRE, NAMES, WHOLE, Look, Segment, Shapes, edges_of, point
from guidance.models import Level
from guidance.packs import AreaPack

COLOURS = {"universal": "#e6f2ec", "early": "#f3e3a3", "complex": "#e9b481", "acute": "#cc8076"}
SCALE = ("#e6f2ec", "#efe4b4", "#ecd08c", "#e4b480", "#d69878", "#c8796e")
"""For levels whose colour token has no colour here: from light to dark by their order."""


def shapes(place: Place, area: AreaPack, look: Look = WHOLE) -> Shapes:
    """The picture of a place. An area without levels has none, and its picture has no segments."""
    levels = area.levels
    if not levels:
        return Shapes(0)
    edges = {level.id: edges_of(number, len(levels)) for number, level in enumerate(levels)}
    radius, outside = around(place, area, look)
    names = level_names(levels, radius, look)
    inner = {level.id: radius - _deep(lines, look) for level, lines in zip(levels, names, strict=True)}
    least = min(inner.values())
    hole = min(look.hole, max(least - least_depth(look.smallest), 0))
    ringed = ring_edges(place.marks, levels, least, hole, look.smallest) if look.whole else {}
    rings = {level.id: ringed or {ALL: (look.hole, inner[level.id])} for level in levels}
    segments = tuple(
        Segment(level.id, ring, foot, top, *edges[level.id], colour_of(level, number, len(levels)))
        for number, level in enumerate(levels)
        for ring, (foot, top) in (*rings[level.id].items(), (NAMES, (least if look.whole else inner[level.id], radius)))
    )
    drawn = tuple(Dot(one.letter, one.id, *_rounded(point(one.away, one.angle)), round(one.radius, 1), one.open)
                  for one in dots(place.marks, levels, edges, rings, (look.largest, look.smallest)))
    ticks, words = ring_words(ringed) if look.whole else ((), ())
    led = bool(arrows(place, area))
    below = legend(place, CENTRE[1] + RING_NAMES_DEPTH, led) if look.whole else key(place, area, look)
    return Shapes(
        below.height, segments, outside.strokes, outside.heads, (*ticks, *below.lines), (*drawn, *below.dots),
        (*words, *below.words),
        (*bent_names(names, radius, edges, levels, look), *outside.bent),
    )


def _deep(lines: Sequence[str], look: Look) -> float:
    """How deep the name of a level is in so many lines."""
    return len(lines) * look.letters * LINE + look.letters * 0.6


def colour_of(level: Level, number: int, count: int) -> str:
    """The colour of a level: its token's, or one from the scale by its order (counted from 0)."""
    return COLOURS.get(level.colour, SCALE[round(number * (len(SCALE) - 1) / max(count - 1, 1))])


def wrap(said: str, room: int) -> list[str]:
    """Words in lines of about this many letters."""
    lines: list[str] = []
    for word in said.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _rounded(place: tuple[float, float]) -> tuple[float, float]:
    return round(place[0], 1), round(place[1], 1)
