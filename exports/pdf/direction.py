"""Reading direction: which parts of a line run from right to left, and in which order they stand on paper.

The bidirectional algorithm of Unicode without its embedding codes, which `exports.pdf.text` strips: strong letters,
numbers among right-to-left letters, and neutral characters that follow their neighbours.
"""
import unicodedata
from functools import cache

_RIGHT = {"R", "AL"}
_NUMBER = {"EN", "AN"}
PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»"}


@cache
def kind_of(character: str) -> str:
    """`L`, `R`, `N` (number) or an empty text for a neutral character."""
    found = unicodedata.bidirectional(character)
    return "R" if found in _RIGHT else "N" if found in _NUMBER else "L" if found == "L" else ""


def has_right_to_left(text: str) -> bool:
    """Whether any letter runs from right to left."""
    return not text.isascii() and any(kind_of(character) == "R" for character in text)


def base_of(text: str) -> int:
    """1 where the first strong letter runs from right to left, otherwise 0."""
    return next((1 if kind == "R" else 0 for kind in map(kind_of, text) if kind in ("L", "R")), 0)


def levels_of(text: str) -> list[int]:
    """The embedding level of each character: even runs from left to right, odd from right to left."""
    base = base_of(text)
    strong = "R" if base else "L"
    kinds = [kind_of(character) for character in text]
    last = strong
    for place, kind in enumerate(kinds):
        if kind == "N" and last == "L":
            kinds[place] = "L"
        elif kind in ("L", "R"):
            last = kind
    _settle_brackets(text, kinds, strong)
    _settle_neutrals(kinds, strong)
    return [_level(kind, base) for kind in kinds]


def _level(kind: str, base: int) -> int:
    if kind == "R":
        return 1
    return 2 if kind == "N" or base else 0


def _settle_brackets(text: str, kinds: list[str], strong: str) -> None:
    """Both brackets of a pair run as what they enclose: the line's own direction first, else that of what is before."""
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in PAIRS:
            opened.append(place)
        elif character in PAIRS.values() and any(PAIRS[text[start]] == character for start in opened):
            while PAIRS[text[start := opened.pop()]] != character:
                pass
            inside = {_side(kind) for kind in kinds[start + 1:place] if kind}
            before = next((_side(kind) for kind in reversed(kinds[:start]) if kind), strong)
            if strong in inside:
                kinds[start] = kinds[place] = strong
            elif inside:
                kinds[start] = kinds[place] = before if before in inside else strong


def _settle_neutrals(kinds: list[str], strong: str) -> None:
    """Neutral characters between two of one direction take it; otherwise they take the line's own. In place."""
    place = 0
    while place < len(kinds):
        if kinds[place]:
            place += 1
            continue
        end = next((later for later in range(place, len(kinds)) if kinds[later]), len(kinds))
        before = _side(kinds[place - 1] if place else strong)
        after = _side(kinds[end] if end < len(kinds) else strong)
        kinds[place:end] = [before if before == after else strong] * (end - place)
        place = end


def _side(kind: str) -> str:
    return "R" if kind in ("R", "N") else "L"


def visual_order(levels: list[int]) -> list[int]:
    """The order in which pieces with these levels stand on a line from left to right, as places in the given list."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[place:end] = reversed(order[place:end])
            place = end + 1
    return order
