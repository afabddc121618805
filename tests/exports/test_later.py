"""A reference to a later page: a mark until the paper has been set, then the page on which the heading stands."""
from exports.blocks import Callout, Heading, Led, Paragraph
from exports.later import filled, refers, where

BLOCKS = (Heading("A"), Paragraph(Led("Why:", f"more {where('B')}")), Callout("note", "", (f"more {where('C')}", "x")))


def test_each_mark_has_the_page_of_its_heading() -> None:
    """Of a heading that stands on no page it is said that it comes later; without pages each has a number."""
    _, paragraph, box = filled(BLOCKS, {"B": 3})
    assert paragraph == Paragraph(Led("Why:", "more on page 3"))
    assert box == Callout("note", "", ("more later in this paper", "x"))
    assert filled(BLOCKS)[1] == Paragraph(Led("Why:", "more on page 10"))


def test_only_a_paper_with_marks_is_set_again() -> None:
    """Every other paper is drawn once."""
    assert refers(BLOCKS)
    assert not refers(filled(BLOCKS, {}))
    assert not refers((Heading("A"), Paragraph("on page 3")))
