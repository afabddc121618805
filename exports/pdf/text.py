"""The one door for outside text: what a person typed becomes what a document can print, and no letter of it is lost.

Text never meets a markup parser here or later. What cannot be drawn is written out by name, in square brackets.
"""
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from exports.pdf.fonts import LATIN, family_of, has
from guidance.words import begun, ended

BLANK_LINES = 3
"""Longer stretches of blank lines are printed as a remark that says how many there were."""

_CONTROLS = {
    *range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0),
    0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF,
    *range(0xFFF9, 0xFFFC), *range(0xFE00, 0xFE10), *range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0),
    *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
}
_DROP = dict.fromkeys(_CONTROLS)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_MANY_BLANK_LINES = re.compile(rf"\n([ \t]*\n){{{BLANK_LINES + 1},}}")
_JOINERS = "\u200c\u200d"
_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2013": "-",
    "\u2014": "-", "\u2212": "-", "\u2026": "...", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2022": "-",
})


def clean(text: str) -> str:
    """The same words without what has no shape on paper.

    Control, formatting, surrogate and noncharacter codes and overrides of the reading direction go; line ends become
    new lines, a tab four spaces; a long stretch of blank lines becomes a remark. Composed form (NFC) throughout.
    """
    text = _LINE_ENDS.sub("\n", text).replace("\t", "    ").replace("\u00a0", " ").translate(_DROP)
    return _MANY_BLANK_LINES.sub(_remark, unicodedata.normalize("NFC", text))


def _remark(blank: re.Match[str]) -> str:
    return f"\n[{blank.group().count(chr(10)) - 1} blank lines]\n"


@cache
def font_family(character: str) -> str:
    """The family that has a glyph for a character, or an empty text: then its name is written instead."""
    if ord(character) > 0xFFFF:
        return ""
    asked = family_of(character)
    return next((family for family in (asked, LATIN) if has(family, character)), "")


def name_of(character: str) -> str:
    """What a character is called, in small letters: `grinning face`; its number where it has no name."""
    return unicodedata.name(character, f"character U+{ord(character):04X}").lower()


def printable(text: str) -> str:
    """Clean text in which every character has a glyph: the others are written as their names in brackets."""
    text = clean(text)
    if text.isascii():
        return text
    return "".join(_drawn(text, place) for place in range(len(text)))


def _drawn(text: str, place: int) -> str:
    character = text[place]
    if character in _JOINERS:
        around = text[max(place - 1, 0):place] + text[place + 1:place + 2]
        return character if any(font_family(other) not in ("", LATIN) for other in around if other != " ") else ""
    return character if character in "\n " or font_family(character) else f"[{name_of(character)}]"


def missing_glyphs(text: str) -> tuple[str, ...]:
    """The names of characters that no installed font can draw, each once, so that a page can say so beforehand."""
    text = clean(text)
    if text.isascii():
        return ()
    missing = (character for character in text if character not in "\n " + _JOINERS and not font_family(character))
    return tuple(dict.fromkeys(name_of(character) for character in missing))


def plain(text: str) -> str:
    """Clean text for pasting into a web form: straight quotes, hyphens and three full stops, no other change."""
    return clean(text).translate(_PLAIN)


def sentences(parts: Iterable[str]) -> str:
    """Non-empty parts one after the other, each ending in a full stop unless a mark ends it already, and each after
    such an end beginning with a large letter. What follows a colon goes on.
    """
    said = ""
    for part in (part.strip() for part in parts if part.strip()):
        goes_on = not said or said.endswith(":")
        said += (" " if said else "") + ended(part if goes_on else begun(part))
    return said
