"""Where each mark stands on the windscreen: rings as deep as what they hold, and marks in rows that never touch."""
from collections.abc import Sequence
from dataclasses import dataclass
from math import pi, radians

from decision.result import Mark
from guidance.models import Level
from guidance.vocabulary import Ring

RINGS = ("child", "parenting", "family", "outside")
"""From the inside out."""
ALL = "all"
"""The one ring of a picture that is too small for four."""
RING_OF: dict[Ring, str] = {
    "child": "child", "parenting": "parenting", "family": "family", "outside": "outside", "whole": "outside",
}
LARGEST_MARK, SMALLEST_MARK = 13.0, 9.0
GAP = 2.0
"""Between two marks."""
Edges = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Dot:
    """One mark. `open`: in doubt or only suspected, drawn dashed. A dot without an id stands for more than fit."""

    letter: str
    id: str
    x: float
    y: float
    radius: float
    open: bool


@dataclass(frozen=True)
class Spot:
    """One mark before it is drawn: how far from the centre, and at which angle."""

    letter: str
    id: str
    away: float
    angle: float
    radius: float
    open: bool


def is_open(mark: Mark) -> bool:
    """Whether a mark is not known to be so: in doubt, or suspected, which counts all the same."""
    return mark.state != "found" or mark.basis == "suspected"


def least_depth(smallest: float) -> float:
    """How much room the rings need: a row of marks in each."""
    return len(RINGS) * (2 * smallest + GAP)


def ring_edges(marks: Sequence[Mark], levels: Sequence[Level], outer: float, inner: float, smallest: float) -> Edges:
    """The radii of each ring. All have room for a row of marks; what is left goes where most stand in one segment."""
    row = 2 * smallest + GAP
    most = {ring: max((_count(marks, level, ring, levels) for level in levels), default=0) for ring in RINGS}
    rows = dict.fromkeys(RINGS, 1)
    while sum(rows.values()) < int((outer - inner) / row):
        edges = _stacked(rows, outer, inner)
        held = {ring: max(1, rows[ring] * _in_row(sum(edges[ring]) / 2, pi / len(levels), smallest)) for ring in RINGS}
        needy = max(RINGS, key=lambda ring: (most[ring] / held[ring] if most[ring] > held[ring] else 0, -rows[ring],
                                             -RINGS.index(ring)))
        rows[needy] += 1
    return _stacked(rows, outer, inner)


def _stacked(rows: dict[str, int], outer: float, inner: float) -> Edges:
    depth, away, edges = (outer - inner) / sum(rows.values()), inner, {}
    for ring in RINGS:
        edges[ring] = (away, away + rows[ring] * depth)
        away = edges[ring][1]
    return edges


def _count(marks: Sequence[Mark], level: Level, ring: str, levels: Sequence[Level]) -> int:
    return sum(levels[mark.order - 1].id == level.id and RING_OF[mark.ring] == ring for mark in marks)


def dots(marks: Sequence[Mark], levels: Sequence[Level], edges: Edges, rings: dict[str, Edges],
         sizes: tuple[float, float]) -> tuple[Spot, ...]:
    """Every mark in the cell of its level and ring. `edges`: the angles of each level; `rings`: its radii; `sizes`:
    largest and smallest."""
    found: list[Spot] = []
    for level in levels:
        for ring, radii in rings[level.id].items():
            here = [mark for mark in marks
                    if levels[mark.order - 1].id == level.id and ring in (ALL, RING_OF[mark.ring])]
            found += _cell(here, radii, edges[level.id], sizes)
    return tuple(found)


def _cell(marks: list[Mark], ring: tuple[float, float], angles: tuple[float, float],
          sizes: tuple[float, float]) -> list[Spot]:
    """Marks of one cell in rows, as large as they fit; where not all fit, the last says that there are more."""
    if not marks:
        return []
    places, radius = _best_grid(len(marks), ring, angles, sizes)
    shown = [(mark.letter, mark.id, is_open(mark)) for mark in marks]
    if len(places) < len(marks):
        shown = [*shown[:len(places) - 1], ("+", "", False)]
    return [Spot(letter, id_, away, angle, radius, is_open)
            for (letter, id_, is_open), (away, angle) in zip(shown, places, strict=True)]


def _best_grid(count: int, ring: tuple[float, float], angles: tuple[float, float],
               sizes: tuple[float, float]) -> tuple[list[tuple[float, float]], float]:
    """Places for marks in a cell and their radius: the largest at which all fit, or as many as fit of the smallest."""
    start, end = angles
    radius, smallest = sizes
    rows = _rows(radius, ring, start - end)
    while (room := sum(room for _, room in rows)) < count and (radius > smallest or room == 0):
        radius -= 0.25
        rows = _rows(radius, ring, start - end)
    shown = min(count, sum(room for _, room in rows))
    places = []
    for (away, _), number in zip(rows, _share(shown, [room for _, room in rows]), strict=True):
        places += [(away, start + (end - start) * (column + 0.5) / number) for column in range(number)]
    return places, radius


def _rows(radius: float, ring: tuple[float, float], degrees: float) -> list[tuple[float, int]]:
    """For marks of this radius: the rows of a cell from the outside in, as (radius of the row, marks it holds)."""
    inner, outer = ring
    number = int((outer - inner + 0.01) / (2 * radius + GAP))
    depth = (outer - inner) / max(number, 1)
    middles = [outer - depth * (row + 0.5) for row in range(number)]
    return [(middle, _in_row(middle, radians(degrees), radius)) for middle in middles]


def _in_row(away: float, angle: float, radius: float) -> int:
    """How many marks of this radius stand beside each other at this distance from the centre."""
    return int(angle * away / (2 * radius + 1.5 * GAP))


def _share(count: int, rooms: list[int]) -> list[int]:
    """A number of marks shared among rows in proportion to their room, never more than it."""
    shares = [count * room // max(sum(rooms), 1) for room in rooms]
    while sum(shares) < count:
        roomiest = max(range(len(rooms)), key=lambda row: rooms[row] - shares[row])
        shares[roomiest] += 1
    return shares
