"""The small pieces of HTML: what is text stays text."""
import pytest

from pages.parts.display.markup import bullets, folded, join, literal, paragraph, tag, telephone

HOSTILE = "<img src=x onerror=alert(1)> & \"quoted\" 'single' :smile: $x$"


def test_text_is_escaped_wherever_it_enters() -> None:
    """Neither a body nor an attribute lets a tag through."""
    written = join(paragraph(HOSTILE), bullets(HOSTILE), tag("a", HOSTILE, href=HOSTILE), folded(HOSTILE, HOSTILE))
    assert "<img" not in written
    assert 'href="&lt;img' in written
    assert ":smile: $x$" in written


def test_lines_are_kept() -> None:
    """A line break that somebody typed is a line break on the page."""
    assert paragraph("one\ntwo") == "<p>one<br>two</p>"


def test_nothing_makes_no_empty_element() -> None:
    """Absent words leave no empty paragraph, list or fold behind."""
    assert join(paragraph("", ""), bullets("", ""), folded("More")) == ""


def test_a_telephone_link_holds_digits_only() -> None:
    """Spaces and brackets do not get into the link."""
    assert telephone("(01632) 960 001") == '<a href="tel:01632960001" class="number">(01632) 960 001</a>'


def test_an_element_has_a_plain_name() -> None:
    """Nobody can smuggle attributes in as the name of an element."""
    with pytest.raises(ValueError, match="not the name"):
        tag("p onclick=x", "text")


def test_literal_text_survives_markdown() -> None:
    """Marks that Markdown would act on are kept from it."""
    assert literal("*a* [b](c) :red[d] $e$") == r"\*a\* \[b\]\(c\) \:red\[d\] \$e\$"
