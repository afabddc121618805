"""The last step: fonts, tree, title, encryption."""
from io import BytesIO

import pikepdf

from exports.blocks import Paragraph
from exports.document import Paper, render
from exports.pdf.paging import Chrome
from exports.pdf.seal import page_count, to_unicode
from tests.exports import samples


def made(title: str = "T", said: str = "words", password: str | None = None) -> bytes:
    """A small document."""
    return render(Paper(title, "S", (Paragraph(said),)), Chrome("M", "R", ("f",)), samples.NOW, password)


def test_a_title_with_signs_is_written_as_it_is() -> None:
    """A title that looks like XML does not break the metadata."""
    with pikepdf.open(BytesIO(made('A <b> & "c"'))) as pdf:
        assert b"A &lt;b&gt; &amp;" in pdf.Root.Metadata.read_bytes()
        assert str(pdf.docinfo["/Title"]) == 'A <b> & "c"'


def test_only_our_own_fonts_are_in_the_file() -> None:
    """Every font is embedded; none of the fonts that viewers must bring along is named."""
    with pikepdf.open(BytesIO(made())) as pdf:
        names = [str(font.BaseFont) for font in pdf.pages[0].obj.Resources.Font.values()]
        assert all("Windscreen" in name for name in names)
        assert len(names) == len(set(names)) == 2


def test_nothing_about_the_maker_is_told() -> None:
    """The file names no user, machine, path or library."""
    with pikepdf.open(BytesIO(made())) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}


def test_the_file_is_small() -> None:
    """A page of text with its fonts takes less than 20 kB."""
    assert len(made(said="The quick brown fox jumps over the lazy dog. " * 40)) < 20_000


def test_pages_are_counted_also_behind_a_password() -> None:
    """A locked file's pages can be counted with its password."""
    assert page_count(made()) == page_count(made(password="open"), "open") == 1


def test_the_map_of_characters_has_no_more_than_a_hundred_lines_a_block() -> None:
    """The map from codes to text keeps to the limit that the format sets."""
    text = to_unicode({(number, chr(0x4E00 + number)): number + 1 for number in range(250)}).decode()
    assert text.count("beginbfchar") == 3
    assert "50 beginbfchar" in text
    assert "<0001> <4E00>" in text
