"""From text to lines."""
import pytest

from exports.pdf.shaping import break_lines, forget, shape
from tests.exports.hostile import MARKUP, OTHER_SCRIPTS, SCRIPTS
from tests.exports.work import calls

NARROW = 9_000


def said(text: str, width: float = NARROW, bold: bool = False) -> list[str]:
    """The text of each line."""
    return ["".join(piece.text for piece in line.pieces) for line in break_lines([(text, bold)], width)]


@pytest.mark.parametrize("text", MARKUP + SCRIPTS + OTHER_SCRIPTS + ("a  b   c", " lead", "x" * 500, ""))
def test_breaking_loses_nothing(text: str) -> None:
    """The lines together are the text, character for character, spaces included."""
    assert "".join(said(text)) == text


@pytest.mark.parametrize("text", ["word " * 40, "x" * 300, "سلام " * 30, "ภาษาไทยไม่มีช่องว่าง" * 12, "汉字" * 60])
def test_no_line_is_wider_than_its_room(text: str) -> None:
    """Words, endless words, right-to-left text and scripts without spaces all stay inside their line."""
    assert all(line.width <= NARROW + 1 for line in break_lines([(text, False)], NARROW))


def test_a_line_ends_after_a_hyphen() -> None:
    """A double name may be broken at its hyphen."""
    assert said("Wolska-Kowalczykowska", 8_000) == ["Wolska-", "Kowalczykowska"]


def test_bold_and_regular_share_a_line() -> None:
    """Stretches of two weights follow one another on one line."""
    line, = break_lines([("CONFIDENTIAL: ", True), ("12 Rose Lane", False)], 50_000)
    assert {piece.face.key for piece in line.pieces} == {"Sans-Bold", "Sans-Regular"}


def test_letters_that_join_are_joined() -> None:
    """Arabic letters take the form that their neighbours ask for: the same letter has other glyphs inside a word."""
    alone, _ = shape("ه", "SansArabic", False, True)
    inside, _ = shape("ههه", "SansArabic", False, True)
    assert alone[0].glyphs[0][0] != inside[1].glyphs[0][0]


def test_clusters_tell_the_whole_text() -> None:
    """Stacked and reordered letters still stand for exactly the text that was typed."""
    clusters, width = shape("ক্ষুধার্ত", "SansBengali", False, False)
    assert "".join(cluster.text for cluster in clusters) == "ক্ষুধার্ত"
    assert width > 0


def test_work_grows_with_length_and_no_faster() -> None:
    """Eight times the text takes about eight times the work: a long answer cannot hang the server."""
    def work(count: int) -> int:
        forget()
        text = "".join(f"word{number} " for number in range(count))
        return calls(lambda: break_lines([(text, False)], 50_000))
    work(500)
    assert work(24_000) < 8 * 2 * work(3_000)
