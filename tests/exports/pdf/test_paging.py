"""Putting parts on pages."""
from io import BytesIO

import pikepdf
import pypdf
import pytest

from exports.pdf.layout import Box, Picture, Row, text
from exports.pdf.paging import Chrome, Placed, paginate
from exports.pdf.seal import seal
from exports.pdf.style import BODY, HEADING, HEIGHT, PAGE
from exports.pdf.tagged import TaggedCanvas
from tests.exports import samples
from tests.exports.reading import pages_text

CHROME = Chrome("MARK", "Running", ("foot",))


def pages(*parts: Placed) -> int:
    """How many pages these parts make."""
    stream = BytesIO()
    canvas = TaggedCanvas(stream, PAGE)
    data = seal(paginate(canvas, parts, CHROME, stream), canvas.marks, "T", samples.NOW)
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


def where(said: str, *parts: Placed) -> int:
    """The page on which a text stands."""
    stream = BytesIO()
    canvas = TaggedCanvas(stream, PAGE)
    data = seal(paginate(canvas, parts, CHROME, stream), canvas.marks, "T", samples.NOW)
    return next(number for number, page in enumerate(pypdf.PdfReader(BytesIO(data)).pages, 1)
                if said in page.extract_text())


def block(tall: float) -> Picture:
    """Something of this height that cannot be divided."""
    return Picture(tall, lambda *_: None, None)


@pytest.mark.parametrize(("heights", "expected"), [
    ([], 1), ([HEIGHT], 1), ([HEIGHT / 2] * 2, 1), ([HEIGHT / 2] * 3, 2), ([HEIGHT * 0.6] * 3, 3),
])
def test_parts_fill_pages_and_move_on(heights: list[float], expected: int) -> None:
    """A part that does not fit begins the next page; an empty document has one page."""
    assert pages(*(Placed(block(tall)) for tall in heights)) == expected


def test_something_too_high_is_still_drawn() -> None:
    """A part higher than a page is put on one of its own instead of looping for ever."""
    assert pages(Placed(block(20)), Placed(block(HEIGHT * 1.5)), Placed(block(20))) == 3


def test_a_heading_stays_with_what_follows() -> None:
    """A heading at the foot of a page moves over with what stands under it, also through a second heading."""
    heading = Placed(text("Section", HEADING, None), with_next=60)
    long = Placed(text("\n".join("word" for _ in range(30)), BODY, None))
    above = Placed(block(HEIGHT - 70))
    assert where("Section", above, heading, long) == 2
    assert where("Section", above, heading, heading, Placed(block(40))) == 2
    assert where("Section", Placed(block(HEIGHT - 150)), heading, long) == 1
    assert where("Section", Placed(block(HEIGHT - 150)), heading, Placed(block(140), whole=True)) == 2


def test_a_heading_stays_with_the_head_and_the_first_row_of_a_table() -> None:
    """Where the first row is higher than what a heading asks for, it does not stand alone at the foot of a page."""
    heading = Placed(text("Section", HEADING, None), with_next=60)
    table = Placed(Box([Row([block(20)]), Row([block(70)]), Row([block(70)])], (1.0,), head=1))
    assert where("Section", Placed(block(HEIGHT - 110)), heading, table) == 2
    assert where("Section", Placed(block(HEIGHT - 160)), heading, table) == 1


def test_a_new_page_is_begun_only_where_something_stands() -> None:
    """A section that asks for a new page gets one, and none that would be empty."""
    assert pages(Placed(block(10), new_page=True), Placed(block(10), new_page=True)) == 2


def test_a_whole_part_is_not_divided_where_it_would_fit_on_a_page() -> None:
    """A box that must stay together moves to the next page."""
    long = text("\n".join("word" for _ in range(30)), BODY, None)
    assert pages(Placed(block(HEIGHT - 100)), Placed(long, whole=True)) == 2


def test_what_repeats_is_on_every_page() -> None:
    """Marking, running title, foot and number of pages are drawn on the first page and on the last."""
    stream = BytesIO()
    canvas = TaggedCanvas(stream, PAGE)
    raw = paginate(canvas, [Placed(block(HEIGHT)), Placed(block(HEIGHT))], CHROME, stream)
    found = pages_text(seal(raw, canvas.marks, "T", samples.NOW))
    for part in ("Page 1 of 2. foot", "Page 2 of 2. foot"):
        assert part in found
    assert found.count("MARK") == 4
