"""The fonts that documents are set in: one design (Noto Sans) for every script it has, one more for Chinese and Korean.

They come from installed packages and are read once a process. A script whose package is not installed has no font:
`exports.pdf.text` then writes the names of its characters, never an empty box.
"""
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import uharfbuzz as hb

NOTO = "manimgx_fonts"
HAN = "paperang_p2_fonts_cjk"
LATIN = "Sans"
CHINESE = "wqy"

RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0530, 0x058F, "SansArmenian"), (0x0590, 0x05FF, "SansHebrew"), (0x0600, 0x06FF, "SansArabic"),
    (0x0750, 0x077F, "SansArabic"), (0x0870, 0x08FF, "SansArabic"), (0x0900, 0x097F, "SansDevanagari"),
    (0x0980, 0x09FF, "SansBengali"), (0x0A00, 0x0A7F, "SansGurmukhi"), (0x0A80, 0x0AFF, "SansGujarati"),
    (0x0B00, 0x0B7F, "SansOriya"), (0x0B80, 0x0BFF, "SansTamil"), (0x0C00, 0x0C7F, "SansTelugu"),
    (0x0C80, 0x0CFF, "SansKannada"), (0x0D00, 0x0D7F, "SansMalayalam"), (0x0D80, 0x0DFF, "SansSinhala"),
    (0x0E00, 0x0E7F, "SansThai"), (0x0E80, 0x0EFF, "SansLao"), (0x1000, 0x109F, "SansMyanmar"),
    (0x10A0, 0x10FF, "SansGeorgian"), (0x1100, 0x11FF, CHINESE), (0x1200, 0x139F, "SansEthiopic"),
    (0x1780, 0x17FF, "SansKhmer"), (0x2190, 0x27BF, CHINESE), (0x2D80, 0x2DDF, "SansEthiopic"),
    (0x2E80, 0x9FFF, CHINESE), (0xA8E0, 0xA8FF, "SansDevanagari"), (0xAC00, 0xD7AF, CHINESE),
    (0xF900, 0xFAFF, CHINESE), (0xFB1D, 0xFB4F, "SansHebrew"), (0xFB50, 0xFDCF, "SansArabic"),
    (0xFDF0, 0xFDFF, "SansArabic"), (0xFE70, 0xFEFE, "SansArabic"), (0xFF00, 0xFFEF, CHINESE),
)
"""Unicode ranges (first, last) and the font that is asked for them; everything else is asked of Noto Sans."""


UNUSED_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"vhea", b"vmtx", b"FFTM", b"gasp", b"kern", b"OS/2", b"post",
                 b"cmap", b"name")


@dataclass(frozen=True, eq=False)
class Face:
    """One font at one weight. Measures are in units of `upem` to the em; `plain`: a letter is a glyph, in order."""

    key: str
    face: Any
    font: Any
    upem: int
    unicodes: Set[int]
    plain: bool


def family_of(character: str) -> str:
    """The family that is asked for a character, by its Unicode range."""
    point = ord(character)
    return next((family for first, last, family in RANGES if first <= point <= last), LATIN)


@cache
def has(family: str, character: str) -> bool:
    """Whether a family is installed and has a glyph for a character."""
    found = face(family, False)
    return found is not None and ord(character) in found.unicodes


@cache
def face(family: str, bold: bool) -> Face | None:
    """A family at regular or bold weight, or None where its package is not installed.

    Bold is the variable font fixed at weight 700; a family without weights (Chinese) stays regular.
    """
    package, name = (HAN, "fonts/wqy-microhei.ttc") if family == CHINESE else (NOTO, f"Noto{family}[wght].ttf")
    try:
        path = files(package).joinpath(name)
        source = hb.Face(hb.Blob(path.read_bytes()))
    except (ModuleNotFoundError, FileNotFoundError):
        return None
    made = _at_weight(source, 700 if bold else 400)
    return Face(
        key=f"{family}-{'Bold' if bold else 'Regular'}", face=made, font=hb.Font(made), upem=made.upem,
        unicodes=frozenset(made.unicodes), plain=family in (LATIN, CHINESE),
    )


def _at_weight(source: Any, weight: int) -> Any:
    if not any(axis.tag == "wght" for axis in source.axis_infos):
        return source
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(source, "wght", weight)
    return hb.subset(source, wanted)


def subset(whole: Face, glyphs: Set[int]) -> tuple[bytes, dict[int, int]]:
    """The TrueType data of just these glyphs, to be embedded in one document, and the new number of each."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update({int.from_bytes(tag, "big") for tag in UNUSED_TABLES})
    plan = hb.SubsetPlan(whole.face, wanted)
    numbers = dict(plan.old_to_new_glyph_mapping)
    return bytes(plan.execute().blob.data), {glyph: numbers[glyph] for glyph in glyphs}
