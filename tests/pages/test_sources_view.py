"""The sources of a list: one short line, and which line stands where."""
from pages.parts.result.sources_view import places, with_sources
from tests.pages.sample import CITE, LAW, PACKS


def shown(*items: tuple[str, tuple[object, ...]]) -> str:
    """The HTML of a list with its sources."""
    return str(with_sources(PACKS, items))  # type: ignore[arg-type]


def test_a_line_names_where_it_stands_by_its_number() -> None:
    """Each source is said once, with the numbers of the lines that rest on it."""
    seen = shown(("One", (CITE,)), ("Two", (LAW,)), ("Three", (CITE,)))
    assert "<ol><li>One</li>" in seen
    assert "1 and 3: Fairshire’s document (2023), section 4, item 2" in seen
    assert "2: A Statute (2023), section 47" in seen


def test_one_source_is_one_line_without_a_fold() -> None:
    """There is nothing to open where there is nothing more."""
    seen = shown(("One", (CITE,)))
    assert "Source: Fairshire’s document (2023), section 4, item 2" in seen
    assert "<details" not in seen


def test_lines_without_a_source_have_none() -> None:
    """Nothing is invented, and nothing empty is drawn."""
    assert places(PACKS, [(None,)]) == ""
    assert with_sources(PACKS, ()) == ""
