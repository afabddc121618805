"""The one door for outside text."""
import pytest

from exports.pdf.text import clean, missing_glyphs, name_of, plain, printable, sentences
from tests.exports.hostile import MARKUP, OTHER_SCRIPTS, SCRIPTS


@pytest.mark.parametrize("text", MARKUP + SCRIPTS)
def test_ordinary_and_hostile_text_is_not_changed(text: str) -> None:
    """Markup is text like any other: not one character of it is dropped, escaped or read."""
    assert printable(text) == text


@pytest.mark.parametrize("text", OTHER_SCRIPTS)
def test_names_in_other_scripts_have_their_own_letters(text: str) -> None:
    """Every script that families here write in has a font, so no name is replaced by character names."""
    assert missing_glyphs(text) == ()
    assert printable(text) == text


@pytest.mark.parametrize("character", [
    "\x00", "\x07", "\x1b", "\x7f", "\x9f", "\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u200e", "\ufeff",
    "\ud800", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\u00ad", "\ufe0f",
])
def test_characters_without_a_shape_are_dropped(character: str) -> None:
    """Controls, direction overrides, surrogates and noncharacters go, and what stands around them stays."""
    assert printable(f"be{character}fore") == "before"


def test_an_override_cannot_turn_a_sentence_round() -> None:
    """A direction override leaves the words in the order in which they were typed."""
    assert printable("He said \u202eon\u202c to me") == "He said on to me"


@pytest.mark.parametrize(("text", "shown"), [
    ("sad 😢", "sad [crying face]"), ("👍🏽", "[thumbs up sign][emoji modifier fitzpatrick type-4]"),
    ("👨\u200d👧", "[man][girl]"), ("𝐀", "[mathematical bold capital a]"),
    ("\U000e0041", "[tag latin capital letter a]"),
    ("\ue000", "[character u+e000]"),
])
def test_what_has_no_glyph_is_written_out_by_name(text: str, shown: str) -> None:
    """Emoji, symbols beyond the basic plane and private characters print as names in brackets, never as a box."""
    assert printable(text) == shown


def test_missing_glyphs_are_announced_once_and_in_order() -> None:
    """A page can say beforehand which characters will be written by name."""
    assert missing_glyphs("😢 and 😀 and 😢") == ("crying face", "grinning face")


def test_nothing_is_announced_that_is_drawn_or_dropped() -> None:
    """Dropped characters, spaces, new lines and joiners are no missing glyphs."""
    assert missing_glyphs("a\x00b\n c\u200d Żółkowska 张伟 محمد") == ()


def test_spaces_tabs_and_blank_lines_stay_visible() -> None:
    """Runs of spaces and blank lines stay, a tab becomes four spaces, and every kind of line end a new line."""
    assert clean("a\tb  c\r\n\r\nd\re\u2028f\x0bg") == "a    b  c\n\nd\ne\nf\ng"


def test_a_long_stretch_of_blank_lines_becomes_a_remark() -> None:
    """Up to three blank lines print; more are counted in words, so that no page is empty and nothing is hidden."""
    assert clean("a\n\n\n\nb") == "a\n\n\n\nb"
    assert clean("a" + "\n" * 21 + "b") == "a\n[20 blank lines]\nb"


def test_decomposed_letters_are_composed() -> None:
    """A letter typed with a separate accent is the same letter."""
    assert clean("Zo\u0065\u0308") == "Zo\u00eb"


def test_joiners_stay_where_letters_join() -> None:
    """A joiner between letters of a joining script shapes them, so it stays there and goes elsewhere."""
    assert printable("می\u200cخواهم") == "می\u200cخواهم"
    assert printable("a\u200db") == "ab"


def test_plain_text_has_no_curly_quotes() -> None:
    """Text for a web form has straight quotes, hyphens and three full stops, and keeps accents."""
    assert plain("“Zoë’s – café…”\u00a0•") == "\"Zoë's - café...\" -"


def test_sentences_end_once() -> None:
    """Parts become sentences with one full stop each, and empty parts vanish."""
    assert sentences(("One", "Two.", " ", "Three?")) == "One. Two. Three?"
    assert sentences(("“No.”", "(A note.)", "(All in brackets)", "cut …")) == "“No.” (A note.) (All in brackets) Cut …"


def test_a_sentence_begins_with_a_large_letter_where_one_has_ended() -> None:
    """After a full stop; not after a colon, nor where the line begins, nor in a name or an address."""
    said = sentences(("in the kitchen", "last night", "Ring:", "the hub", "iPad taken", "hub@example.org"))
    assert said == "in the kitchen. Last night. Ring: the hub. iPad taken. hub@example.org."


def test_a_character_without_a_name_has_its_number() -> None:
    """A character that Unicode does not name is called by its number."""
    assert name_of("\ue123") == "character u+e123"
