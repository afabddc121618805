"""The canvas with tags."""
from io import BytesIO

from reportlab.lib.colors import black

from exports.pdf.fonts import LATIN, face
from exports.pdf.seal import seal
from exports.pdf.shaping import break_lines
from exports.pdf.tagged import Element, FontUse, TaggedCanvas
from tests.exports import samples
from tests.exports.reading import roles, tagged, untagged


def drawn(*texts: tuple[Element | None, str]) -> bytes:
    """A page with a line for each element, or as decoration without one."""
    stream = BytesIO()
    canvas = TaggedCanvas(stream, (300, 300))
    canvas.marks.root.kids += [element for element, _ in texts if element]
    for number, (element, said) in enumerate(texts):
        with canvas.content(element) if element else canvas.artifact():
            canvas.draw_line(break_lines([(said, False)], 1e6)[0], 10, 280 - 20 * number, 10, black)
    canvas.showPage()
    for _ in canvas.held_pages():
        pass
    canvas.save()
    return seal(stream.getvalue(), canvas.marks, "T", samples.NOW)


def test_text_belongs_to_its_element() -> None:
    """Each element has its own text, decoration has none, and nothing is left over."""
    data = drawn((Element("H1"), "Title"), (None, "decoration"), (Element("P"), "Body"))
    assert tagged(data) == [("H1", "Title"), ("P", "Body")]
    assert roles(data) == ["Document", "H1", "P"]
    assert untagged(data) == []


def test_a_letter_that_shares_its_glyph_is_read_as_what_was_typed() -> None:
    """Letters of different alphabets that look the same stay different when the page is read aloud or copied."""
    typed = ["Omega \u03a9", "Ohm \u2126", "\u06cc\u064a \u0649\u064a", "hyphen - \u2010"]
    assert [text for _, text in tagged(drawn(*((Element("P"), said) for said in typed)))] == typed


def test_words_from_the_right_are_read_in_reading_order() -> None:
    """Arabic and Hebrew, also with marks on their letters, are read in the order in which they were typed."""
    for said in ("مُحَمَّد", "שָׁלוֹם", "شہباز پښتو"):
        assert tagged(drawn((Element("P"), said)))[0][1] == said


def test_a_code_stands_for_one_glyph_and_one_text() -> None:
    """The same pair has the same code, another text another one, from 1 on."""
    found = face(LATIN, False)
    assert found is not None
    use = FontUse("F1", found)
    assert [use.code(5, "a"), use.code(5, "b"), use.code(5, "a")] == [1, 2, 1]


def test_operators_in_text_stay_text() -> None:
    """Text that looks like page operators is drawn, not carried out."""
    said = ") Tj ET Q EMC /Artifact BMC ( \\051"
    assert tagged(drawn((Element("P"), said))) == [("P", said)]
