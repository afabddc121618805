"""How sources are written."""
from pages.parts.display.words import source_words
from tests.pages.sample import CITE, LAW, OLD, PACKS


def test_an_areas_own_document_goes_by_the_name_of_the_area() -> None:
    """The line under a statement stays short enough to be read."""
    assert source_words(PACKS, CITE) == "Fairshire’s document (2023), section 4, item 2"


def test_a_replaced_source_says_so() -> None:
    """A reader of one line sees that the document has been replaced."""
    assert source_words(PACKS, LAW) == "A Statute (2023), section 47"
    assert "since replaced" in source_words(PACKS, OLD)
