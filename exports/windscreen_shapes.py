"""The geometry of the windscreen: where each level, ring, mark and word stands. Pure, and the same for every renderer.

Levels are segments of a half circle, calmest on the left. Rings are the domains: the child in the middle, then
parenting, then family and environment; what happens outside the home, and whole-case rows, stand in a ring around it.
Units are those of a picture `WIDTH` wide, y counting downwards.
"""
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, cos, radians, sin

from decision.result import Mark, Place
from guidance.models import Level
from guidance.packs import AreaPack
from guidance.vocabulary import Ring

WIDTH = 1000.0
CENTRE = (500.0, 420.0)
RINGS: dict[str, tuple[float, float]] = {
    "child": (50.0, 134.0), "parenting": (134.0, 206.0), "family": (206.0, 278.0), "outside": (284.0, 322.0),
}
RING_OF: dict[Ring, str] = {
    "child": "child", "parenting": "parenting", "family": "family", "outside": "outside", "whole": "outside",
}
RING_NAMES: dict[Ring, str] = {
    "child": "the child", "parenting": "parenting", "family": "family and environment",
    "outside": "outside the home", "whole": "the whole picture",
}
RING_LABELS = {
    "child": ("the", "child"), "parenting": ("parent-", "ing"), "family": ("family,", "home"),
    "outside": ("outside,", "whole"),
}
BAND = (329.0, 341.0)
LABEL_RADIUS = 356.0
LABEL_SIZE = 18.0
LABEL_LETTERS = 12
"""Letters of a level's name that fit beside the half circle, also in a browser with a wide font."""
LARGEST_MARK = 15.0
SMALLEST_MARK = 7.5
GAP = 2.5
"""Between two marks."""
COLOURS = {"universal": "#e6f2ec", "early": "#f3e3a3", "complex": "#e9b481", "acute": "#cc8076"}
SCALE = ("#e6f2ec", "#efe4b4", "#ecd08c", "#e4b480", "#d69878", "#c8796e")
"""For levels whose colour token has no colour here: from light to dark by their order."""


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
class Dot:
    """One mark. `open`: not sure or not known, drawn dashed. A dot without an id stands for more than fit."""

    letter: str
    id: str
    x: float
    y: float
    radius: float
    open: bool


@dataclass(frozen=True)
class Word:
    """Words at a place; `anchor` is start, middle or end."""

    said: str
    x: float
    y: float
    size: float
    anchor: str
    bold: bool = False


@dataclass(frozen=True)
class Band:
    """The stretch from the level that is supported to the highest. `reaching`: only single findings lie there."""

    start: float
    end: float
    reaching: bool


@dataclass(frozen=True)
class Shapes:
    """Everything in the picture."""

    height: float
    segments: tuple[Segment, ...]
    bands: tuple[Band, ...]
    dots: tuple[Dot, ...]
    words: tuple[Word, ...]


def point(radius: float, angle: float) -> tuple[float, float]:
    """The place at a radius and an angle around the centre."""
    return CENTRE[0] + radius * cos(radians(angle)), CENTRE[1] - radius * sin(radians(angle))


def arc_points(radius: float, start: float, end: float) -> tuple[tuple[float, float], ...]:
    """Points along an arc, one about every two degrees."""
    steps = max(2, ceil(abs(end - start) / 2))
    return tuple(point(radius, start + (end - start) * step / steps) for step in range(steps + 1))


def shapes(place: Place, area: AreaPack) -> Shapes:
    """The picture of a place. An area without levels has none, and its picture has no segments."""
    levels = area.levels
    if not levels:
        return Shapes(0, (), (), (), ())
    edges = {level.id: _edges(number, len(levels)) for number, level in enumerate(levels)}
    segments = tuple(
        Segment(level.id, ring, inner, outer, *edges[level.id], colour_of(level, number, len(levels)))
        for number, level in enumerate(levels) for ring, (inner, outer) in RINGS.items()
    )
    words = (*_level_words(levels), *_ring_words())
    return Shapes(CENTRE[1] + 46, segments, _bands(place, len(levels)), _dots(place.marks, levels, edges), words)


def _edges(number: int, count: int) -> tuple[float, float]:
    return 180 - 180 * number / count, 180 - 180 * (number + 1) / count


def colour_of(level: Level, number: int, count: int) -> str:
    """The colour of a level: its token's, or one from the scale by its order (counted from 0)."""
    return COLOURS.get(level.colour, SCALE[round(number * (len(SCALE) - 1) / max(count - 1, 1))])


def _bands(place: Place, count: int) -> tuple[Band, ...]:
    lowest, highest = place.supported_order, place.highest_order
    found = []
    if lowest:
        found.append(Band(*_edges(lowest - 1, count), reaching=False))
    if highest > lowest:
        found.append(Band(_edges(lowest if lowest else highest - 1, count)[0], _edges(highest - 1, count)[1], True))
    return tuple(found)


def _dots(marks: Sequence[Mark], levels: Sequence[Level], edges: dict[str, tuple[float, float]]) -> tuple[Dot, ...]:
    dots: list[Dot] = []
    for level in levels:
        for ring in RINGS:
            here = [mark for mark in marks if levels[mark.order - 1].id == level.id and RING_OF[mark.ring] == ring]
            dots += _cell(here, ring, *edges[level.id])
    return tuple(dots)


def _cell(marks: list[Mark], ring: str, start: float, end: float) -> list[Dot]:
    """Marks of one cell in rows, as large as they fit; where not all fit, the last says that there are more."""
    if not marks:
        return []
    places, radius = _best_grid(len(marks), ring, start, end)
    shown = [(mark.letter, mark.id, mark.state != "found") for mark in marks]
    if len(places) < len(marks):
        shown = [*shown[:len(places) - 1], ("+", "", False)]
    return [
        Dot(letter, id_, round(x, 1), round(y, 1), round(radius, 1), is_open)
        for (letter, id_, is_open), (x, y) in zip(shown, places, strict=True)
    ]


def _best_grid(count: int, ring: str, start: float, end: float) -> tuple[list[tuple[float, float]], float]:
    """Places for marks in a cell and their radius: the largest at which all fit, or as many as fit of the smallest."""
    radius = LARGEST_MARK
    rows = _capacities(radius, ring, start, end)
    while sum(room for _, room in rows) < count and radius > SMALLEST_MARK:
        radius -= 0.25
        rows = _capacities(radius, ring, start, end)
    shown = min(count, sum(room for _, room in rows))
    places = []
    for (middle, _), number in zip(rows, _share(shown, [room for _, room in rows]), strict=True):
        for column in range(number):
            places.append(point(middle, start + (end - start) * (column + 0.5) / number))
    return places, radius


def _capacities(radius: float, ring: str, start: float, end: float) -> list[tuple[float, int]]:
    """For marks of this radius: the rows of a cell from the outside in, as (radius of the row, marks it holds)."""
    inner, outer = RINGS[ring]
    size = 2 * radius + GAP
    number = int((outer - inner) / size)
    depth = (outer - inner) / max(number, 1)
    middles = [outer - depth * (row + 0.5) for row in range(number)]
    return [(middle, int(radians(abs(end - start)) * middle / (size + GAP / 2))) for middle in middles]


def _share(count: int, rooms: list[int]) -> list[int]:
    """A number of marks shared among rows in proportion to their room, never more than it."""
    shares = [count * room // max(sum(rooms), 1) for room in rooms]
    while sum(shares) < count:
        roomiest = max(range(len(rooms)), key=lambda row: rooms[row] - shares[row])
        shares[roomiest] += 1
    return shares


def _level_words(levels: Sequence[Level]) -> list[Word]:
    """Each level's number and name, level with the middle of its segment, outside the half circle."""
    found = []
    for number, level in enumerate(levels):
        start, end = _edges(number, len(levels))
        middle = (start + end) / 2
        x, y = point(LABEL_RADIUS, middle)
        anchor = "end" if cos(radians(middle)) < -0.2 else "start" if cos(radians(middle)) > 0.2 else "middle"
        lines = [*([level.printed] if level.printed else []), *wrap(level.name, LABEL_LETTERS)]
        top = y - (len(lines) - 1) * LABEL_SIZE * 1.15 * sin(radians(middle)) + 5
        for row, said in enumerate(lines):
            big = 1.25 if row == 0 and level.printed else 1
            size = LABEL_SIZE * min(big, LABEL_LETTERS / max(len(said), 1))
            y_of_line = top + row * LABEL_SIZE * 1.15
            found.append(Word(said, round(x, 1), round(y_of_line, 1), round(size, 1), anchor, True))
    return found


def wrap(said: str, room: int) -> list[str]:
    """Words in lines of about this many letters."""
    lines: list[str] = []
    for word in said.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _ring_words() -> list[Word]:
    return [
        Word(said, CENTRE[0] - (inner + outer) / 2, CENTRE[1] + 20 + row * 16, 14, "middle")
        for ring, (inner, outer) in RINGS.items() for row, said in enumerate(RING_LABELS[ring])
    ]
