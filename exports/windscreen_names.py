"""The words of the windscreen's picture: names of levels along their arcs, names of rings, the legend and the key."""
from collections.abc import Sequence
from math import radians

from decision.result import Place
from exports.windscreen import level_name
from exports.windscreen_around import arrows, reached
from exports.windscreen_marks import Dot, is_open
from exports.windscreen_parts import (
    ARROW, BAND, CENTRE, INK, REGULAR, TEAL, WIDTH, Bent, Kind, Line, Look, Shapes, Word, width_of,
)
from guidance.models import Level
from guidance.packs import AreaPack
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
    beside = 0.3 if look.whole else 0.2
    return max(radians(180 / count) * (radius - look.letters * (1.0 + row * LINE)) - look.letters * beside, 1.0)


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
    drawn, foot = _signs([(kind, say(f"windscreen.legend.{kind}")) for kind in kinds], y, 12.5, 20)
    return Shapes(foot + 8 if kinds else y - 14, lines=drawn.lines, dots=drawn.dots, words=drawn.words)


def key(place: Place, area: AreaPack, look: Look) -> Shapes:
    """The same below a small picture, in the size of its names: what an open mark means, which level the findings
    support, which single ones reach, and to which each arrow leads and why. Its height is the picture's."""
    highest = reached(place)
    said = [("unsure", say("windscreen.legend.unsure"))] if any(map(is_open, place.marks)) else []
    said += [(kind, say(f"windscreen.key.{kind}", level=_in_key(area.levels[order - 1]))) for kind, order in (
        ("supported", place.supported_order), ("reaching", highest if highest > place.supported_order else 0)) if order]
    said += [("raised", say("windscreen.key.raised", level=_in_key(area.level[one.to_level]), reason=one.reason))
             for one in arrows(place, area)]
    y, size = CENTRE[1] + 1, look.letters
    drawn, foot = _signs(said, y + size * 0.85, size, size * 1.2)
    return Shapes(foot + size * 0.05 if said else y + 2, lines=drawn.lines, dots=drawn.dots, words=drawn.words)


def _in_key(level: Level) -> str:
    """A level as short as it stands in its segment: by its printed number where that is more than a figure."""
    return level.printed if any(letter.isalpha() for letter in level.printed) else level_name(level)


def _signs(said: Sequence[tuple[str, str]], y: float, size: float, line: float) -> tuple[Shapes, float]:
    """Kinds of signs with what each means, from this foot on, beside each other where they fit and in several lines
    where one is too long; and the foot of the last line."""
    x, lines, dots_found, words = 6.0, [], [], []
    for kind, meaning in said:
        is_mark = kind in ("found", "unsure")
        sign = (12.0 if is_mark else 24.0) * max(size / 15, 1)
        rows = _filled(meaning.split(), (((WIDTH - 12 - sign) / size / REGULAR),) * len(meaning))
        wide = sign + 6 + max(width_of(row) for row in rows) * size + 14
        if x > 6.0 and x + wide > WIDTH + 14:
            x, y = 6.0, y + line
        middle = y - size * 0.32
        if is_mark:
            dots_found.append(Dot("", "", x + sign / 2, middle, sign / 2, kind == "unsure"))
        else:
            thick = ARROW if kind == "raised" else BAND
            lines.append(Line(LINES[kind], (x, middle), (x + sign, middle), thick, TEAL))
        words += [Word(row, x + sign + 6, y + number * line, size, "start") for number, row in enumerate(rows)]
        y += (len(rows) - 1) * line
        x = x + wide if len(rows) == 1 else WIDTH
    return Shapes(0, lines=tuple(lines), dots=tuple(dots_found), words=tuple(words)), y
