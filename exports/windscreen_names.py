"""The words of the windscreen's picture: names of levels along their arcs, names of rings, and the legend."""
from collections.abc import Sequence
from math import radians

from decision.result import Place
from exports.windscreen_around import reached
from exports.windscreen_marks import Dot, is_open
from exports.windscreen_parts import (
    ARROW, BAND, CENTRE, INK, TEAL, WIDTH, Bent, Kind, Line, Look, Shapes, Word, width_of,
)
from guidance.models import Level
from guidance.words import say

LINE = 1.16
"""Height of a line of a name, in its size."""
RING_SIZE, RING_ROOM = 13.0, 12.0
"""Size of the names of rings, and how long a line of one may be, in its size."""
RING_NAMES_DEPTH = 66.0
"""Room from the foot of the picture to the legend, with the names of the rings in two lines."""
LINES: dict[str, Kind] = {"supported": "supported", "reaching": "reaching", "raised": "raised"}
"""What is a line in the legend → the line that is drawn."""


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
    return max(radians(180 / count) * (radius - look.letters * (1.0 + row * LINE)) - look.letters * 0.3, 1.0)


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


def bent_names(names: Sequence[Sequence[str]], radius: float, edges: dict[str, tuple[float, float]],
               levels: Sequence[Level], look: Look) -> tuple[Bent, ...]:
    """The lines of each level's name along their arcs. A word that is longer than its arc is set smaller, not cut."""
    found = []
    for level, lines in zip(levels, names, strict=True):
        middle = sum(edges[level.id]) / 2
        for row, said in enumerate(lines):
            away = radius - look.letters * (1.0 + row * LINE)
            size = min(look.letters, _room(row, radius, len(levels), look) / width_of(said, True))
            found.append(Bent(said, round(away, 1), middle, round(size, 1), True, INK))
    return tuple(found)


def ring_words(rings: dict[str, tuple[float, float]]) -> tuple[tuple[Line, ...], tuple[Word, ...]]:
    """The names of the rings in a row under their left foot, each with a line from its ring to where it is nearest.

    A long name stands in two lines, for which `RING_NAMES_DEPTH` has room.
    """
    size, left, y, ticks, words = RING_SIZE, 6.0, CENTRE[1] + 28, [], []
    for ring in reversed(rings):
        said, foot = say(f"windscreen.ring_short.{ring}"), CENTRE[0] - sum(rings[ring]) / 2
        lines = _even(said.split(), (RING_ROOM,) * len(said))
        wide = max(width_of(line) for line in lines) * size
        words += [Word(line, round(left + wide / 2, 1), y + row * size * LINE, size, "middle")
                  for row, line in enumerate(lines)]
        near = min(max(foot, left + wide * 0.1), left + wide * 0.9)
        ticks.append(Line("tick", (foot, CENTRE[1] + 2), (near, y - size), 1, INK))
        left += wide + 12
    return tuple(ticks), tuple(words)


def legend(place: Place, y: float, led: bool = False) -> Shapes:
    """What each sign means, only those that are drawn, in one line where they fit. Its height is the picture's. `led`:
    an arrow is drawn to a level that a rule or the help is at."""
    open_ = {is_open(mark) for mark in place.marks}
    kinds = [kind for kind, there in (
        ("found", False in open_), ("unsure", True in open_), ("supported", place.supported_order > 0),
        ("reaching", reached(place) > place.supported_order), ("raised", led)) if there]
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
            lines.append(Line(LINES[kind], (x, y - 4), (x + sign, y - 4), ARROW if kind == "raised" else BAND, TEAL))
        words.append(Word(said, x + sign + 6, y, size, "start"))
        x += wide
    return Shapes(y + 8 if kinds else y - 14, lines=tuple(lines), dots=tuple(dots_found), words=tuple(words))
