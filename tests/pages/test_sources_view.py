"""The sources of a fold: one short line, and each document once."""
from guidance.vocabulary import Citation
from pages.parts.result.sources_view import numbers, places
from tests.pages.sample import CITE, LAW, PACKS
from tests.pages.screen import read


def test_a_document_is_named_once_with_the_places_and_whose_they_are() -> None:
    """Each place is said once, with the numbers of the lines that rest on it; what two places share is said once."""
    other = Citation(source=CITE.source, where="section 4, item 5")
    seen = read(places(PACKS, ((CITE,), (LAW,), (CITE, other)), numbers(3)))
    assert "Fairshire’s document (2023), section 4, item 2 (1 and 3) and item 5 (3)" in seen
    assert "A Statute (2023), section 47 (2)" in seen
    assert seen.count("Fairshire’s document (2023)") == 1
    assert "Sources: Fairshire’s document, and more" in seen


def test_one_place_is_one_line_without_a_fold() -> None:
    """There is nothing to open where there is nothing more."""
    seen = places(PACKS, [(CITE,)])
    assert "Source: Fairshire’s document (2023), section 4, item 2" in seen
    assert "<details" not in seen


def test_one_document_is_no_more_than_that() -> None:
    """The line in sight promises no other."""
    other = Citation(source=CITE.source, where="section 7")
    seen = read(places(PACKS, [(CITE, other)]))
    assert seen.startswith("Source: Fairshire’s document Fairshire’s document (2023), section 4, item 2; section 7")


def test_lines_without_a_source_have_none() -> None:
    """Nothing is invented, and nothing empty is drawn."""
    assert places(PACKS, [(None,)]) == ""
    assert places(PACKS, ()) == ""
