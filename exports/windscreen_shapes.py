"""The geometry of the windscreen: where each level, ring, mark and word stands. Pure, and the same for every renderer.

Levels are segments of a half circle, calmest on the left, with their names along the arc. Rings are the domains: the
child in the middle, then parenting, then family and environment; what happens outside the home, and whole-case rows,
stand around them. Outside the levels lie, from the inside out: the band of what the answers support, the arrow of a
raise with its reason, and the rim: what asks to act whatever the level.
Units are those of a picture `WIDTH` wide, y counting downwards; on a desktop one unit is about one pixel.
"""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import Literal

from decision.result import Place, Raised, Rim
from exports.windscreen_marks import ALL, LARGEST_MARK, SMALLEST_MARK, Dot, dots, least_depth, ring_edges
from guidance.models import Level
from guidance.packs import AreaPack
from guidance.words import say

WIDTH = 560.0
EDGE = 276.0
"""Radius of all that is drawn."""
CENTRE = (WIDTH / 2, EDGE + 3)
BAND, RIM_EXTRA, GAP = 8.0, 11.0, 4.0
LINE = 1.16
"""Height of a line of a level's name, in its size."""
BOLD, REGULAR = 1.0, 0.9
"""How wide words are, in the widths of `LETTERS`."""
LETTERS = {**dict.fromkeys("ijl.,:;'|!", 0.34), **dict.fromkeys(" ", 0.3), **dict.fromkeys("tfrI()-", 0.48),
           **dict.fromkeys("mwMW", 0.98), **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.74)}
"""Widths of bold letters in their size, also in a browser with a rather wide font; any other is `LETTER`."""
LETTER = 0.64
INK, TEAL, URGENT, TODAY, PAPER = "#0b0c0c", "#0b3c4d", "#8c1d1d", "#7a4a00", "#ffffff"
COLOURS = {"universal": "#e6f2ec", "early": "#f3e3a3", "complex": "#e9b481", "acute": "#cc8076"}
SCALE = ("#e6f2ec", "#efe4b4", "#ecd08c", "#e4b480", "#d69878", "#c8796e")
"""For levels whose colour token has no colour here: from light to dark by their order."""
NAMES = "names"
"""The ring that holds the names of the levels."""
Kind = Literal["supported", "reaching", "raised", "rim", "edge", "tick"]


@dataclass(frozen=True)
class Look:
    """Sizes in units. `letters`: of the names of the levels; `whole`: with rings, their names, a legend and the reason
    of a raise; without them the marks of a level stand together."""

    letters: float
    largest: float
    smallest: float
    hole: float
    whole: bool


WHOLE = Look(14.0, LARGEST_MARK, SMALLEST_MARK, 46.0, True)
SMALL = Look(18.5, 17.0, 13.0, 24.0, False)
"""For a picture of about 70 mm, where a letter of a name is still 6.5 points tall."""


@dataclass(frozen=True)
class Segment:
    """One level in one ring: radii and angles (degrees, counted from the right, against the clock)."""

    level: str
    ring: str
    inner: float
    outer: float
    start: float
    end: float
    colour: str

    def points(self) -> tuple[tuple[float, float], ...]:
        """The outline as a closed polygon."""
        outer = arc_points(self.outer, self.start, self.end)
        return outer + tuple(reversed(arc_points(self.inner, self.start, self.end)))


@dataclass(frozen=True)
class Word:
    """Words on a straight line; `anchor` is start, middle or end."""

    said: str
    x: float
    y: float
    size: float
    anchor: str
    bold: bool = False


@dataclass(frozen=True)
class Bent:
    """Words along an arc, read with the clock: radius of their foot, and the angle of their middle."""

    said: str
    radius: float
    middle: float
    size: float
    bold: bool
    colour: str

    def width(self) -> float:
        """About how long the words are."""
        return width_of(self.said, self.bold) * self.size


@dataclass(frozen=True)
class Stroke:
    """An arc drawn with a pen as wide as `width`."""

    kind: Kind
    radius: float
    width: float
    start: float
    end: float
    colour: str


@dataclass(frozen=True)
class Line:
    """A straight stroke, in the legend or from a ring to its name."""

    kind: Kind
    start: tuple[float, float]
    end: tuple[float, float]
    width: float
    colour: str


@dataclass(frozen=True)
class Shapes:
    """Everything in the picture. `heads`: the points of arrows, each a polygon."""

    height: float
    segments: tuple[Segment, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    heads: tuple[tuple[tuple[float, float], ...], ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    words: tuple[Word, ...] = ()
    bent: tuple[Bent, ...] = ()


def width_of(said: str, bold: bool = False) -> float:
    """About how wide words are, in their size."""
    return sum(LETTERS.get(letter, LETTER) for letter in said) * (BOLD if bold else REGULAR)


def point(radius: float, angle: float) -> tuple[float, float]:
    """The place at a radius and an angle around the centre."""
    return CENTRE[0] + radius * cos(radians(angle)), CENTRE[1] - radius * sin(radians(angle))


def arc_points(radius: float, start: float, end: float) -> tuple[tuple[float, float], ...]:
    """Points along an arc, one about every two degrees."""
    steps = max(2, ceil(abs(end - start) / 2))
    return tuple(point(radius, start + (end - start) * step / steps) for step in range(steps + 1))


def shapes(place: Place, area: AreaPack, look: Look = WHOLE) -> Shapes:
    """The picture of a place. An area without levels has none, and its picture has no segments."""
    levels = area.levels
    if not levels:
        return Shapes(0)
    edges = {level.id: edges_of(number, len(levels)) for number, level in enumerate(levels)}
    radius, around = _around(place, area, look)
    names = level_names(levels, radius, look)
    depth = max(len(lines) for lines in names) * look.letters * LINE + look.letters * 0.6
    hole = min(look.hole, max(radius - depth - least_depth(look.smallest), 0))
    rings = (ring_edges(place.marks, levels, radius - depth, hole, look.smallest) if look.whole
             else {ALL: (look.hole, radius - depth)})
    segments = tuple(
        Segment(level.id, ring, inner, outer, *edges[level.id], colour_of(level, number, len(levels)))
        for number, level in enumerate(levels)
        for ring, (inner, outer) in (*rings.items(), (NAMES, (radius - depth, radius)))
    )
    drawn = tuple(Dot(one.letter, one.id, *_rounded(point(one.away, one.angle)), round(one.radius, 1), one.open)
                  for one in dots(place.marks, levels, edges, rings, (look.largest, look.smallest)))
    ticks, words = _ring_words(rings) if look.whole else ((), ())
    below = _legend(place, CENTRE[1] + 50) if look.whole else Shapes(CENTRE[1] + 3)
    return Shapes(
        below.height, segments, around.strokes, around.heads, (*ticks, *below.lines), (*drawn, *below.dots),
        (*words, *below.words),
        (*_bent_names(names, radius, edges, levels, look), *around.bent),
    )


def edges_of(number: int, count: int) -> tuple[float, float]:
    """The angles between which a level lies, counted from 0."""
    return 180 - 180 * number / count, 180 - 180 * (number + 1) / count


def colour_of(level: Level, number: int, count: int) -> str:
    """The colour of a level: its token's, or one from the scale by its order (counted from 0)."""
    return COLOURS.get(level.colour, SCALE[round(number * (len(SCALE) - 1) / max(count - 1, 1))])


def raise_shown(place: Place, area: AreaPack) -> Raised | None:
    """The raise to a level above the one that the answers support; one that reaches no further changes no picture."""
    return next((one for one in place.raised if area.order[one.to_level] > place.supported_order), None)


def reached(place: Place) -> int:
    """The order of the highest level at which something that is so stands; 0 where nothing does."""
    return max((mark.order for mark in place.marks if mark.state == "found"), default=0)


def rim_words(rim: Iterable[Rim]) -> str:
    """What the rim says, by the most urgent thing in it; empty without one."""
    first = next(iter(rim), None)
    if first is None:
        return ""
    known = ("call_999", "refer_now")
    return say(f"windscreen.rim.{'doubted' if first.doubted else first.outcome if first.outcome in known else 'today'}")


def _around(place: Place, area: AreaPack, look: Look) -> tuple[float, Shapes]:
    """What lies outside the levels, from the outside in, and the radius that is left for them."""
    radius, found = EDGE, Shapes(0)
    for part in (_rim, _raise, _bands):
        radius, more = part(place, area, look, radius)
        found = Shapes(0, strokes=(*found.strokes, *more.strokes), heads=(*found.heads, *more.heads),
                       bent=(*found.bent, *more.bent))
    return radius, found


def _rim(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """One rim for all signs: filled where one is so, two broken lines where all are in doubt."""
    if not place.rim:
        return radius, Shapes(0)
    first, width = place.rim[0], look.letters + (RIM_EXTRA if look.whole else RIM_EXTRA / 2)
    middle = radius - width / 2
    colour = URGENT if first.outcome in ("call_999", "refer_now") else TODAY
    strokes = ((Stroke("edge", radius - 1, 2, 180, 0, colour), Stroke("edge", radius - width + 1, 2, 180, 0, colour))
               if first.doubted else (Stroke("rim", middle, width, 180, 0, colour),))
    said = rim_words(place.rim)
    size = min(look.letters, 150 / 57.3 * middle / width_of(said, True))
    word = Bent(said, middle - size * 0.35, 90, round(size, 1), True, colour if first.doubted else PAPER)
    return radius - width - GAP, Shapes(0, strokes=strokes, bent=(word,))


def _raise(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """The arrow from the level that the answers support to the one that a rule raises it to, and the reason.

    In a small picture it goes on from the band, in whose place further up nothing else stands then.
    """
    raised = raise_shown(place, area)
    if raised is None:
        return radius, Shapes(0)
    count, to = len(area.levels), area.order[raised.to_level]
    start = sum(edges_of(max(place.supported_order, 1) - 1, count)) / 2
    from_, till = edges_of(to - 1, count)
    end, size = from_ + (till - from_) * 0.75, look.letters * 0.9
    away = radius - size * 1.3 - 3 if look.whole else radius - BAND / 2
    reason = Bent(say(f"windscreen.raise.{raised.kind}"), radius - size, (start + end) / 2, round(size, 1), False, INK)
    head = (point(away, end - 340 / away), point(away + 5.5, end), point(away - 5.5, end))
    stroke = Stroke("raised", away, 3.5, start if look.whole else from_, end, TEAL)
    if not look.whole:
        return radius, Shapes(0, strokes=(stroke,), heads=(head,))
    return away - 5.5 - GAP / 2, Shapes(0, strokes=(stroke,), heads=(head,), bent=(reason,))


def _bands(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """A whole line over the level that the answers support, a striped one up to the highest that single ones reach."""
    count, supported, highest, middle = len(area.levels), place.supported_order, reached(place), radius - BAND / 2
    found = []
    if supported:
        found.append(Stroke("supported", middle, BAND, *edges_of(supported - 1, count), TEAL))
    if highest > supported and (look.whole or raise_shown(place, area) is None):
        first = supported if supported else highest - 1
        found.append(Stroke("reaching", middle, BAND, edges_of(first, count)[0], edges_of(highest - 1, count)[1], TEAL))
    return radius - BAND - GAP, Shapes(0, strokes=tuple(found))


def level_names(levels: Sequence[Level], radius: float, look: Look) -> tuple[tuple[str, ...], ...]:
    """Each level's number, if it has one, and its name in lines that fit its segment; never cut."""
    found = []
    for level in levels:
        printed = (level.printed,) if level.printed and level.printed not in level.name else ()
        rooms = [_room(row, radius, len(levels), look) / look.letters for row in range(len(printed), 30)]
        found.append((*printed, *_even(level.name.split(), rooms)))
    return tuple(found)


def _room(row: int, radius: float, count: int, look: Look) -> float:
    """How long this line of a level's name may be, counted from 0 at the outer edge of the level."""
    return max(radians(180 / count) * (radius - look.letters * (1.0 + row * LINE)) - look.letters * 0.4, 1.0)


def _even(words: Sequence[str], rooms: Sequence[float]) -> list[str]:
    """Words in as few lines as have room, and those as even as can be."""
    lines = _filled(words, rooms)
    for share in (0.9, 0.8, 0.7, 0.6, 0.5):
        narrower = _filled(words, [room * share for room in rooms])
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _filled(words: Sequence[str], rooms: Sequence[float]) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width_of(f"{lines[-1]} {word}", True) <= rooms[min(len(lines), len(rooms)) - 1]:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _bent_names(names: Sequence[Sequence[str]], radius: float, edges: dict[str, tuple[float, float]],
                levels: Sequence[Level], look: Look) -> tuple[Bent, ...]:
    found = []
    for level, lines in zip(levels, names, strict=True):
        middle = sum(edges[level.id]) / 2
        for row, said in enumerate(lines):
            away = radius - look.letters * (1.0 + row * LINE)
            size = min(look.letters, _room(row, radius, len(levels), look) / width_of(said, True))
            found.append(Bent(said, round(away, 1), middle, round(size, 1), True, INK))
    return tuple(found)


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


def _ring_words(rings: dict[str, tuple[float, float]]) -> tuple[tuple[Line, ...], tuple[Word, ...]]:
    """The names of the rings in a row under their left foot, each with a line from its ring."""
    size, left, y, ticks, words = 12.0, 2.0, CENTRE[1] + 26, [], []
    for ring in reversed(rings):
        said, foot = say(f"windscreen.ring_short.{ring}"), CENTRE[0] - sum(rings[ring]) / 2
        wide = width_of(said) * size
        words.append(Word(said, round(left + wide / 2, 1), y, size, "middle"))
        ticks.append(Line("tick", (foot, CENTRE[1] + 2), (left + wide / 2, y - size), 1, INK))
        left += wide + 10
    return tuple(ticks), tuple(words)


def _legend(place: Place, y: float) -> Shapes:
    """What each sign means, only those that are drawn, in one line where they fit. Its height is the picture's."""
    states = {mark.state for mark in place.marks}
    unsure = "unsure" if "not_sure" in states or "not_known" in states else ""
    kinds = [kind for kind, there in (
        ("found", "found" in states), (unsure, bool(unsure)), ("supported", place.supported_order > 0),
        ("reaching", reached(place) > place.supported_order)) if there]
    size, x = 12.5, 6.0
    lines, dots_found, words = [], [], []
    for kind in kinds:
        said, sign = say(f"windscreen.legend.{kind}"), 12.0 if kind in ("found", "unsure") else 24.0
        wide = sign + 6 + width_of(said) * size + 14
        if x + wide > WIDTH + 14:
            x, y = 6.0, y + 20
        if kind in ("found", "unsure"):
            dots_found.append(Dot("", "", x + 6, y - 4, 6, kind == "unsure"))
        else:
            drawn: Kind = "supported" if kind == "supported" else "reaching"
            lines.append(Line(drawn, (x, y - 4), (x + sign, y - 4), BAND, TEAL))
        words.append(Word(said, x + sign + 6, y, size, "start"))
        x += wide
    return Shapes(y + 8 if kinds else y - 14, lines=tuple(lines), dots=tuple(dots_found), words=tuple(words))
