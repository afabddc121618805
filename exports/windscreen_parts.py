"""What the windscreen is drawn from: its parts, its measures, and how an angle becomes a place. Pure.

Units are those of a picture `WIDTH` wide, y counting downwards; on a desktop one unit is about one pixel.
"""
from dataclasses import dataclass
from math import ceil, cos, radians, sin
from typing import Literal

from exports.windscreen_marks import LARGEST_MARK, SMALLEST_MARK, Dot

WIDTH = 560.0
EDGE = 276.0
"""Radius of all that is drawn."""
CENTRE = (WIDTH / 2, EDGE + 3)
BAND = 8.0
"""How thick a band is."""
ARROW = 3.5
"""How thick an arrow is."""
BOLD, REGULAR = 1.0, 0.9
"""How wide words are, in the widths of `LETTERS`."""
LETTERS = {**dict.fromkeys("ijl.,:;'|!", 0.34), **dict.fromkeys(" ", 0.3), **dict.fromkeys("tfrI()-", 0.48),
           **dict.fromkeys("mwMW", 0.98), **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 0.74)}
"""Widths of bold letters in their size, also in a browser with a rather wide font; any other is `LETTER`."""
LETTER = 0.64
INK, TEAL, URGENT, TODAY, PAPER = "#0b0c0c", "#0b3c4d", "#8c1d1d", "#7a4a00", "#ffffff"
NAMES = "names"
"""The ring that holds the names of the levels."""
Kind = Literal["supported", "reaching", "raised", "rim", "edge", "tick"]




@dataclass(frozen=True)
class Look:
    """Sizes in units. `letters`: of the names of the levels; `whole`: with rings, their names, a legend and the reason
    of a raise along its arrow; without them the marks of a level stand together, and the reason stands in a key."""

    letters: float
    largest: float
    smallest: float
    hole: float
    whole: bool


WHOLE = Look(14.0, LARGEST_MARK, SMALLEST_MARK, 46.0, True)
SMALL = Look(18.2, 17.0, 12.0, 24.0, False)
"""For a picture of 76.5 mm, where a letter of a name is still 7 points tall."""


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


def edges_of(number: int, count: int) -> tuple[float, float]:
    """The angles between which a level lies, counted from 0."""
    return 180 - 180 * number / count, 180 - 180 * (number + 1) / count
