"""The chart to explore: what it shows beside a mark, and what a mark leads to."""
from html import unescape

from pages.parts.result.plotly_windscreen import LINE_LENGTH, figure
from tests.pages.sample import AREA, FULL, MARK, PACKS


def _marks(decision=FULL):  # type: ignore[no-untyped-def]
    return figure(decision.place, AREA, PACKS).data[-1]


def test_each_mark_carries_its_finding() -> None:
    """A press on a mark says which answer it was."""
    assert [data[0] for data in _marks().customdata] == ["F-3-01", "F-4-01"]


def test_beside_a_mark_stand_the_statement_the_basis_and_the_source() -> None:
    """Whoever points at a mark reads what was said, how it is known and where it is from."""
    beside = _marks().hovertext[0].replace("<br>", " ")
    for said in ("The child is always hungry at school", "I saw or heard it", "section 4, item 2", "Complex"):
        assert said in beside


def test_a_mark_that_is_not_sure_differs_in_words() -> None:
    """Not sure is said with a question mark, not only with a colour."""
    assert list(_marks().text) == ["A", "B?"]


def test_statements_are_escaped_and_kept_in_short_lines() -> None:
    """Nothing in a statement becomes a tag, and the box fits a small telephone."""
    mark = MARK.model_copy(update={"says": "<i>Some</i> " + "word " * 40})
    place = FULL.place.model_copy(update={"marks": (mark,)})
    beside = figure(place, AREA, PACKS).data[-1].hovertext[0]
    assert "<i>" not in beside
    assert all(len(unescape(line)) <= LINE_LENGTH + len("<b>A</b> ") for line in beside.split("<br>"))


def test_every_part_of_the_picture_has_a_name() -> None:
    """A segment says its level and its part when it is pointed at."""
    names = {trace.text for trace in figure(FULL.place, AREA, PACKS).data if trace.fill == "toself"}
    assert any("Complex" in name and "parenting" in name for name in names)
