"""Parts of a page: heights, division, order."""
import pytest

from exports.pdf.layout import DIVIDED_FROM, Box, Picture, Row, Stack, Text, text
from exports.pdf.style import CELL
from exports.pdf.tagged import Element

WIDTH = 200.0


def words(count: int) -> Text:
    """A paragraph of so many numbered words."""
    return text(" ".join(f"w{number}" for number in range(count)), CELL, Element("P"))


def said(part: Text) -> list[str]:
    """The words of a paragraph, divided or not."""
    return [piece.text for line in part._broken(WIDTH) for piece in line.pieces if not piece.space]


def test_a_divided_text_is_the_whole_text() -> None:
    """Both halves together have every word in order, fit where they were asked to, and are one element."""
    whole = words(300)
    cut = whole.divide(WIDTH, 100)
    assert cut is not None
    first, rest = cut
    assert said(first) + said(rest) == said(whole)
    assert first.height(WIDTH) <= 100
    assert first.element is rest.element


def test_no_line_stands_alone() -> None:
    """A text is not divided where a single line would be left on either page."""
    three = text("a\nb\nc", CELL, Element("P"))
    assert three.divide(WIDTH, CELL.leading * 2.5) is None
    assert words(300).divide(WIDTH, CELL.leading * 1.5) is None


def test_a_stack_is_divided_between_or_inside_its_parts() -> None:
    """Parts that fit stay, the one at the edge is cut if it can be, the rest follows."""
    stack = Stack([words(10), words(300), words(10)])
    cut = stack.divide(WIDTH, 150)
    assert cut is not None
    assert cut[0].height(WIDTH) <= 150
    assert len(cut[0].parts) + len(cut[1].parts) == 4
    assert stack.divide(WIDTH, 1) is None
    assert Stack([words(1)]).divide(WIDTH, 500) is None


def test_a_box_goes_on_with_its_head() -> None:
    """Overleaf a box begins with its head again; the head alone never stays behind."""
    rows = [Row([words(1)], whole=True)] + [Row([words(3)]) for _ in range(20)]
    box = Box(rows, (1.0,), head=1, again=lambda: [Row([words(1)], whole=True)])
    cut = box.divide(WIDTH, 120)
    assert cut is not None
    assert len(cut[0].rows) + len(cut[1].rows) == 22
    assert cut[0].height(WIDTH) <= 120
    assert box.divide(WIDTH, 25) is None


def test_a_low_row_moves_whole_and_a_high_one_is_divided() -> None:
    """A row is torn only where it is high enough for that to be worth it."""
    low = Box([Row([words(5)]), Row([words(30)])], (1.0,))
    cut = low.divide(WIDTH, low.height(WIDTH) - 10)
    assert cut is not None
    assert [len(part.rows) for part in cut] == [1, 1]
    high = Box([Row([words(5)]), Row([words(900)])], (1.0,))
    cut = high.divide(WIDTH, high.height(WIDTH) - DIVIDED_FROM)
    assert cut is not None
    assert [len(part.rows) for part in cut] == [2, 1]


def test_a_row_that_must_stay_whole_is_not_divided() -> None:
    """A head row is never torn, whatever its height."""
    assert Box([Row([words(900)], whole=True)], (1.0,)).divide(WIDTH, 200) is None


def test_a_row_is_as_high_as_its_highest_cell_and_its_least() -> None:
    """Cells side by side share their height, and an empty row keeps room to write in."""
    tall, small = words(100), words(2)
    box = Box([Row([tall, small])], (0.5, 0.5))
    assert box.height(WIDTH) == pytest.approx(tall.height(WIDTH / 2 - 8) + 8)
    assert Box([Row([Stack([])], least=40)], (1.0,)).height(WIDTH) == 40


def test_a_picture_is_never_divided() -> None:
    """A drawing stands whole or moves to the next page."""
    assert Picture(100, lambda *_: None, None).divide(WIDTH, 50) is None
