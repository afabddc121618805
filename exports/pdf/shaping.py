"""From text to lines of glyphs: which font draws which part, how wide it is, and where a line may end.

Widths are in thousandths of the font size. Everything is linear in the length of the text.
"""
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from exports.pdf.direction import base_of, has_right_to_left, levels_of, visual_order
from exports.pdf.fonts import CHINESE, LATIN, Face, face, has
from exports.pdf.text import font_family

LONGEST_PIECE = 60
"""Characters that are shaped together at most; a longer word is one that may be broken anywhere."""
BREAK_AFTER = "-/"
SMALL_PART = 6
VIRAMA = 9
"""The combining class of signs that join the next consonant."""


@dataclass(frozen=True)
class Cluster:
    """The smallest part of a text that has glyphs of its own, and they: (number in the font, across, up, width) each.

    `across` is measured from the left end of the piece; `width` is the font's own. `widest` tells which glyph stands
    for the text when the page is read aloud or copied.
    """

    text: str
    glyphs: tuple[tuple[int, float, float, float], ...]
    widest: int


@dataclass(frozen=True)
class Piece:
    """Part of a line that has one font and one direction: a word, a stretch of spaces, or part of a long word.

    `clusters` are in reading order. `glued`: the line may not end before it.
    """

    text: str
    face: Face
    level: int
    clusters: tuple[Cluster, ...]
    width: float
    space: bool
    glued: bool


@dataclass(frozen=True)
class Line:
    """Pieces in reading order, with the order in which they stand on paper. `soft`: the text goes on in the next."""

    pieces: tuple[Piece, ...]
    order: tuple[int, ...]
    width: float
    right: bool
    soft: bool


@lru_cache(maxsize=10_000)
def shape(text: str, family: str, bold: bool, right: bool) -> tuple[tuple[Cluster, ...], float]:
    """The glyphs of a piece of text, in reading order, and the width of the piece."""
    found = face(family, bold)
    if found is None:
        raise ValueError(f"the font {family} is not installed")
    buffer = hb.Buffer()
    # Marks of right-to-left letters stay with their letter: only the letter tells text, in one stretch a word.
    levels = hb.BufferClusterLevel
    buffer.cluster_level = levels.MONOTONE_GRAPHEMES if right else levels.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right else "ltr"
    hb.shape(found.font, buffer, {"liga": False, "clig": False} if found.plain else {})
    scale = 1000 / found.upem
    drawn: dict[int, list[tuple[int, float, float, float]]] = {}
    pen = 0.0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        across, up = pen + place.x_offset * scale, place.y_offset * scale
        width = natural_width(found, info.codepoint)
        drawn.setdefault(info.cluster, []).append((info.codepoint, across, up, width))
        pen += place.x_advance * scale
    starts = sorted(drawn)
    ends = [*starts[1:], len(text)]
    return tuple(_cluster(text[start:end], drawn[start]) for start, end in zip(starts, ends, strict=True)), pen


def forget() -> None:
    """Forget every word that was shaped: nothing that a person typed stays in memory once a document is made."""
    shape.cache_clear()


def _cluster(text: str, glyphs: list[tuple[int, float, float, float]]) -> Cluster:
    return Cluster(text, tuple(glyphs), max(range(len(glyphs)), key=lambda place: glyphs[place][3]))


@lru_cache(maxsize=50_000)
def natural_width(drawn_in: Face, glyph: int) -> float:
    """The advance of a glyph as the font has it, in thousandths of the font size."""
    return float(drawn_in.font.get_glyph_h_advance(glyph)) * 1000 / drawn_in.upem


def pieces_of(text: str, bold: bool) -> list[Piece]:
    """One line of text, without line ends, as pieces in reading order."""
    levels = levels_of(text) if has_right_to_left(text) else None
    pieces = []
    glued = False
    for start, end, family, level in _stretches(text, levels):
        found = face(family, bold)
        if found is None:
            raise ValueError(f"the font {family} is not installed")
        part = text[start:end]
        clusters, width = shape(part, family, bold, bool(level % 2))
        space = part[0] == " "
        breakable = space or (found.key.startswith(CHINESE) and part[0] not in "。，、；：？！）」』")
        pieces.append(Piece(part, found, level, clusters, width, space, glued and not breakable))
        glued = not space and not found.key.startswith(CHINESE) and part[-1] not in BREAK_AFTER
    return pieces


def _stretches(text: str, levels: list[int] | None) -> Iterator[tuple[int, int, str, int]]:
    """Start, end, font family and level of each piece: a change of font, direction or space begins a new one."""
    start, current = 0, None
    family = LATIN
    for place, character in enumerate(text):
        family = _family(character, family)
        found = (family, levels[place] if levels else 0, character == " ")
        alone = family == CHINESE and character != " "
        after = place > start and text[place - 1] in BREAK_AFTER and character.isalpha()
        if current is not None and (found != current or alone or after or place - start >= LONGEST_PIECE):
            yield start, place, current[0], current[1]
            start = place
        current = found
    if current is not None:
        yield start, len(text), current[0], current[1]


def _family(character: str, before: str) -> str:
    """The font of a character; joiners, and marks that the font before also has, stay with what stands before them."""
    if character in "\u200c\u200d":
        return before
    if character == " ":
        return LATIN
    if character in "\u0964\u0965" and before.startswith("Sans") and before != LATIN:
        return before if has(before, character) else font_family(character)
    return font_family(character) or LATIN


def break_lines(spans: Sequence[tuple[str, bool]], width: float) -> list[Line]:
    """Stretches of text (each with: bold?), without line ends, as lines of at most `width`; never no line.

    Width is in thousandths of the font size. Spaces at the end of a line hang over its edge, and a word that is wider
    than a line is broken.
    """
    text = "".join(part for part, _ in spans)
    right = bool(has_right_to_left(text) and base_of(text))
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0.0
    for unit in _units([piece for part, bold in spans for piece in pieces_of(part, bold)]):
        wide = sum(piece.width for piece in unit)
        if used + wide > width and current and not unit[0].space:
            lines.append(_line(current, right, True))
            current, used = [], 0.0
        for piece in _parts(unit, wide, width):
            if used + piece.width > width and current and not piece.space:
                lines.append(_line(current, right, True))
                current, used = [], 0.0
            current.append(piece)
            used += piece.width
    return [*lines, _line(current, right, False)]


def _units(pieces: list[Piece]) -> Iterator[list[Piece]]:
    unit: list[Piece] = []
    for piece in pieces:
        if unit and not piece.glued:
            yield unit
            unit = []
        unit.append(piece)
    if unit:
        yield unit


def _parts(unit: list[Piece], wide: float, width: float) -> list[Piece]:
    """The pieces of a unit, cut into letters where the unit does not fit on a line of its own."""
    if wide <= width or unit[0].space:
        return unit
    return [part for piece in unit for part in _letters(piece)]


def _letters(piece: Piece) -> Iterator[Piece]:
    """A piece cut up: into letters, or where letters join or stack, into parts of a few letters shaped anew."""
    if piece.face.plain:
        yield from _single(piece)
        return
    family, _, weight = piece.face.key.partition("-")
    start = 0
    for place in range(1, len(piece.text) + 1):
        if place == len(piece.text) or (place - start >= SMALL_PART and _may_cut(piece.text, place)):
            part = piece.text[start:place]
            clusters, width = shape(part, family, weight == "Bold", bool(piece.level % 2))
            yield Piece(part, piece.face, piece.level, clusters, width, False, False)
            start = place


def _single(piece: Piece) -> Iterator[Piece]:
    """A piece of single letters, each a piece of its own."""
    starts = [cluster.glyphs[0][1] for cluster in piece.clusters]
    for cluster, start, end in zip(piece.clusters, starts, [*starts[1:], piece.width], strict=True):
        moved = [(number, across - start, up, width) for number, across, up, width in cluster.glyphs]
        alone = (_cluster(cluster.text, moved),)
        yield Piece(cluster.text, piece.face, piece.level, alone, end - start, False, False)


def _may_cut(text: str, place: int) -> bool:
    """Whether a mark or a joined consonant would not be torn from its letter."""
    before = text[place - 1]
    joined = before in "\u200c\u200d" or unicodedata.combining(before) == VIRAMA
    return not joined and not unicodedata.category(text[place]).startswith("M")


def _line(pieces: list[Piece], right: bool, soft: bool) -> Line:
    """A line whose last spaces do not count towards its width."""
    width = sum(piece.width for piece in pieces)
    if soft and pieces and pieces[-1].space:
        width -= pieces[-1].width
    levels = [piece.level for piece in pieces]
    order = visual_order(levels) if any(levels) else range(len(pieces))
    return Line(tuple(pieces), tuple(order), width, right, soft)
