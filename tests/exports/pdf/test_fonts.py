"""The fonts of documents."""
import uharfbuzz as hb

from exports.pdf.fonts import LATIN, face, family_of, has, subset


def test_the_body_font_covers_the_letters_of_europe() -> None:
    """Polish, Romanian, Turkish, Vietnamese, Yoruba, Greek and Cyrillic letters are in the one font for Latin."""
    assert all(has(LATIN, letter) for letter in "ŻółćęąŁśńźșțğışİữẫẹọΩλЩїґ“”…–—€£½")


def test_bold_is_another_weight_of_the_same_font() -> None:
    """Bold letters are drawn wider than regular ones: a real weight, not the same outlines."""
    regular, bold = face(LATIN, False), face(LATIN, True)
    assert regular is not None
    assert bold is not None
    letter = regular.font.get_nominal_glyph(ord("m"))
    assert bold.font.get_glyph_h_advance(letter) > regular.font.get_glyph_h_advance(letter)


def test_a_family_that_is_not_installed_is_none() -> None:
    """A missing package is no error: its characters are then written by name."""
    assert face("SansNowhere", False) is None
    assert not has("SansNowhere", "a")


def test_every_script_is_asked_of_its_own_font() -> None:
    """Letters are looked up in the font of their script, everything else in the body font."""
    assert [family_of(letter) for letter in "aмع張ਪ"] == [LATIN, LATIN, "SansArabic", "wqy", "SansGurmukhi"]


def test_a_subset_holds_only_what_was_asked_for() -> None:
    """The data to embed is a font of these glyphs only, with a new number for each."""
    whole = face(LATIN, False)
    assert whole is not None
    glyphs = {whole.font.get_nominal_glyph(ord(letter)) for letter in "abc"}
    data, numbers = subset(whole, glyphs)
    assert set(numbers) == glyphs
    assert hb.Face(data).glyph_count <= 5
    assert len(data) < 5_000
