"""From blocks to a finished PDF: structure, text, long answers, what repeats, time."""
import re
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdf
import pytest

from exports import document
from exports.blocks import (
    NOT_ANSWERED, Beside, Block, Bullets, Callout, Grid, Heading, Led, Long, Paragraph, Rows, Signatures, Ticks, Value,
    Windscreen, value,
)
from exports.document import KINDS, Paper, render
from exports.pdf.paging import Chrome
from exports.pdf.shaping import shape
from tests.exports import samples
from tests.exports.hostile import MARKUP, OTHER_SCRIPTS, SCRIPTS
from tests.exports.reading import elements, pages_text, roles, squeezed, tagged, tagged_text, untagged
from tests.exports.work import calls

CHROME = Chrome("CONFIDENTIAL: sample", "Sample · Testford", ("Source: sample, 2023.", "Made today."))
ONE_OF_EACH: tuple[Block, ...] = (
    Heading("Section"), Heading("Part", 3), Paragraph("Body."), Paragraph("Small.", "small"), Paragraph("Big.", "big"),
    Bullets(("one", "two")), Rows((("Name", Value("A")), ("Home", Value("B", confidential=True))), 1),
    Rows((("Name", Value("A")), ("Home", NOT_ANSWERED), ("Third", Value("C"))), 2),
    Grid(("Who", "What"), ((Value("x"), Value("y")),)), Long("Question", Value("Answer.\n\nMore."), "Hint"),
    Ticks((("Yes", True), ("No", False))), Callout("stop", "Stop", ("Now.",)), Callout("note", "Note"),
    Windscreen(samples.PLACE, samples.AREA), Signatures(("Referrer",)),
    Heading("Tight", tight=True), Paragraph(Led("Lead:", "and the rest."), "tight"), Paragraph("Gap.", "gaps"),
    Rows((("Name", Value("A")), ("Home", Value("B")), ("Third", Value("C")), ("Fourth", Value("D"))), 2, open=True),
    Rows((("Name", Value("A")),), open=True), Grid(("Who", "What"), ((Value("x"), Value("y")),), tight=True),
    Beside((Callout("note", "", (Led("Now:", "ring."), "And then."), tight=True),),
           Windscreen(samples.PLACE, samples.AREA, small=True)),
)


def made(*blocks: Block) -> bytes:
    """A document of these blocks."""
    return render(Paper("Sample document", "Testford", blocks), CHROME, samples.NOW)


@pytest.fixture(scope="module")
def everything() -> bytes:
    """A document with one block of each kind."""
    return made(*ONE_OF_EACH)


def test_every_kind_of_block_is_tried(everything: bytes) -> None:
    """The sample holds every kind of block there is, so the tests of structure leave none out."""
    assert {type(block) for block in ONE_OF_EACH} == set(KINDS)


def test_nothing_is_drawn_outside_the_structure(everything: bytes) -> None:
    """All text, lines and fills belong to an element or are marked as decoration."""
    assert untagged(everything) == []


def test_structure_uses_standard_roles_in_order(everything: bytes) -> None:
    """One document with one title, headings that skip no level, and tables, lists and a figure as what they are."""
    found = roles(everything)
    assert found[:3] == ["Document", "H1", "P"]
    assert found.count("H1") == 1
    levels = [int(role[1]) for role in found if role in ("H1", "H2", "H3")]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert set(found) == {"Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
                          "Figure"}


def test_headers_say_what_they_head(everything: bytes) -> None:
    """Every table header has a scope: a label its row, a column head its column."""
    scopes = [element["scope"] for element in elements(everything, "TH")]
    assert set(scopes) == {"/Row", "/Column"}


def test_two_columns_of_labels_are_one_label_a_row_in_the_structure() -> None:
    """A label beside another label is read with its own answer only."""
    data = made(Rows((("Name", Value("A")), ("Home", Value("B"))), 2))
    assert [row["kids"] for row in elements(data, "TR")] == [["/TH", "/TD"], ["/TH", "/TD"]]


def test_the_figure_has_words(everything: bytes) -> None:
    """The windscreen's picture has an alternative text that says what it shows, the small one too."""
    figures = elements(everything, "Figure")
    assert len(figures) == 2
    assert all("support Level 3" in figure["alt"] for figure in figures)


def test_the_file_says_its_language_title_and_standard(everything: bytes) -> None:
    """Language, title shown in the title bar, tags and PDF/UA mark are in the catalogue."""
    with pikepdf.open(BytesIO(everything)) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert bool(root.MarkInfo.Marked)
        assert str(pdf.docinfo["/Title"]) == "Sample document"
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root.Metadata.read_bytes()
        assert all(page.obj.Tabs == "/S" for page in pdf.pages)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Section", "Tight"]


@pytest.mark.parametrize("text", MARKUP + SCRIPTS + OTHER_SCRIPTS)
def test_every_string_prints_as_typed_and_is_read_back(text: str) -> None:
    """Hostile and foreign strings print literally in a cell, a list, a heading and a long answer, without links."""
    data = made(Heading(text), Rows(((text, Value(text)),)), Bullets((text,)), Long(text, Value(text)))
    found = squeezed(tagged_text(data))
    assert found.count(squeezed(text)) == 6
    assert b"/Annots" not in data
    assert b"/URI" not in data


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS, "张伟", "محمد", "김민준"])
def test_another_reader_reads_it_too(text: str) -> None:
    """An independent reader of PDF finds the same letters, so that search and copying work."""
    assert squeezed(text) in squeezed(pages_text(made(Paragraph(text))))


def test_joined_words_are_read_with_their_spaces() -> None:
    """Where a line ends, the words before and after it do not run together."""
    data = made(Paragraph("wonderful " * 60))
    assert tagged_text(data).count("wonderful wonderful") + tagged_text(data).count("wonderful  ") >= 30
    assert "wonderfulwonderful" not in tagged_text(data)


def test_an_emoji_prints_as_its_name() -> None:
    """An emoji is written out, and the file stays readable."""
    assert "[crying face]" in tagged_text(made(Long("Words", Value("I am 😢"))))


def test_a_long_answer_loses_nothing() -> None:
    """An answer over many pages is there to its last word, in order, once."""
    words = [f"w{number}" for number in range(3_000)]
    data = made(Long("Question", Value(" ".join(words))), Heading("After"))
    found = [word for role, text in tagged(data) if role == "P" for word in text.split() if word.startswith("w")]
    assert found == words


def test_a_question_comes_again_on_each_page_as_decoration() -> None:
    """Overleaf the question is repeated for the eye and not for the ear."""
    data = made(Long("A long question", Value("word " * 6_000)))
    assert "A long question (continued)" in pages_text(data)
    assert "continued" not in tagged_text(data)
    assert tagged_text(data).count("A long question") == 1


def test_a_table_repeats_its_head_and_keeps_its_rows() -> None:
    """A table over several pages shows its head on each and has every row once in the structure."""
    rows = tuple((Value(f"row {number}"), Value("x " * 20)) for number in range(120))
    data = made(Grid(("First head", "Second"), rows))
    assert pages_text(data).count("First head") >= 4
    assert roles(data).count("TR") == 121
    first = [text.strip() for role, text in tagged(data) if role == "TD"][::2]
    assert first == [f"row {number}" for number in range(120)]


def test_a_cell_that_is_higher_than_a_page_is_divided() -> None:
    """An endless answer in a narrow cell goes over as many pages as it needs, without loss."""
    words = [f"n{number}" for number in range(1_500)]
    data = made(Grid(("A", "B"), ((Value("label"), Value(" ".join(words))),), (0.8, 0.2)))
    assert [word for role, text in tagged(data) if role == "TD" for word in text.split()][1:] == words


def test_each_page_says_which_it_is() -> None:
    """Page x of y, marking, source and running title stand on every page."""
    pages = pypdf.PdfReader(BytesIO(made(Long("Q", Value("word " * 4_000))))).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert f"Page {number} of {len(pages)}." in text
        assert text.count("CONFIDENTIAL: sample") == 2
        assert "Source: sample, 2023." in text
        assert "Sample · Testford" in text
    assert len(pages) > 3


def test_confidential_and_unanswered_are_marked() -> None:
    """A confidential answer says so in words, and an empty one says that nobody has answered."""
    text = tagged_text(made(Rows((("Home", Value("12 Rose Lane", confidential=True)), ("Born", value(""))))))
    assert "CONFIDENTIAL: 12 Rose Lane" in text
    assert "not answered" in text


def test_the_same_paper_gives_the_same_bytes() -> None:
    """Nothing in the file depends on the clock, on chance, or on what was made before in the process."""
    first = made(*ONE_OF_EACH, Paragraph("Żółkowska محمد বাংলা"))
    made(Paragraph("বাংলা 张伟 محمد something else"))
    assert made(*ONE_OF_EACH, Paragraph("Żółkowska محمد বাংলা")) == first


def test_no_word_stays_in_memory_once_a_document_is_made() -> None:
    """What was typed is forgotten with the document, so that a server keeps nobody's name."""
    made(Paragraph("Zofia Żółkowska"))
    assert shape.cache_info().currsize == 0


def test_a_password_locks_with_aes_256() -> None:
    """With a password the file opens with it only, its structure kept and screen readers allowed."""
    data = render(Paper("T", "S", (Paragraph("secret words"),)), CHROME, samples.NOW, "open sesame")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(data))
    with pikepdf.open(BytesIO(data), password="open sesame") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert pdf.allow.accessibility
        assert "/StructTreeRoot" in pdf.Root
    assert b"secret words" not in data


@pytest.mark.parametrize("text", ["x" * 20_000, "line\n" * 999, "word " * 4_000, "😀" * 2_000, "汉" * 20_000])
def test_the_longest_answers_take_bounded_work(text: str) -> None:
    """An answer at the limit of length or of lines takes at most twice ten times the work of one of a tenth of it."""
    def work(said: str) -> int:
        return calls(lambda: made(Long("Q", Value(said))))
    made(Long("Q", Value(text[:200])))
    empty = work("")
    assert work(text) - empty < 10 * 2 * (work(text[:len(text) // 10]) - empty)


def test_no_markup_parser_is_near_outside_text() -> None:
    """Nothing in exports uses ReportLab's paragraphs or tables, whose parser reads files and drops what it knows."""
    files = list(Path(document.__file__).parent.rglob("*.py"))
    assert len(files) > 20
    for file in files:
        assert not re.search(r"platypus|paraparser|rl_config|reportlab\.graphics", file.read_text(encoding="utf-8"))


def test_the_moment_is_in_the_metadata() -> None:
    """The time a file was made is the time it was given."""
    made_at = datetime(2026, 11, 20, 10, 5, tzinfo=samples.LONDON)
    assert b"2026-11-20T10:05:00" in _metadata(render(Paper("T", "S", ()), CHROME, made_at))


def _metadata(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        return bytes(pdf.Root.Metadata.read_bytes())
