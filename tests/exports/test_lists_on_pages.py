"""No line of a list is alone at the foot of a page or at the top of the next, with or without its heading."""
import pytest

from exports.blocks import Block, Bullets, Heading, Paragraph
from tests.exports.reading import each_page
from tests.exports.test_document import made

LINES = tuple(f"Reason number {number}, which is said in full and goes on over the end of one line of the page, "
              f"because it names its source and what the document says of it." for number in range(5))


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_wherever_a_list_falls_two_of_its_lines_stand_together(count: int) -> None:
    """Pushed down line by line over the foot of the page: the heading goes with the first two, the last two go on."""
    for above in range(38, 62):
        before: tuple[Block, ...] = tuple(Paragraph("Above.", "small") for _ in range(above))
        list_ = Heading("Reasons for the result", 3), Bullets(LINES[:count])
        pages = each_page(made(*before, *list_, Paragraph("End.")))
        held = [[number for number in range(count) if f"number {number}," in page] for page in pages]
        on = [numbers for numbers in held if numbers]
        assert [number for numbers in on for number in numbers] == list(range(count))
        assert count == 1 or all(len(numbers) > 1 for numbers in on), (above, on)
        heading = next(number for number, page in enumerate(pages) if "Reasons for the result" in page)
        assert 0 in held[heading], above
