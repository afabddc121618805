"""The chart of a worry in each area: strips of their own, a mark for each statement."""
import pytest

from guidance.packs import Packs
from pages.parts.reading.across import across
from pages.parts.reading.plotly_across import INK, PAPER, figure
from tests.pages.two_areas import with_neighbours


@pytest.fixture
def both(packs: Packs) -> Packs:
    """Three areas with levels of their own, or none."""
    return with_neighbours(packs)


def test_every_statement_at_a_level_is_a_mark_with_its_words(both: Packs) -> None:
    """Whoever points at a mark reads the statement, its level and its source."""
    drawn = figure(across(both, "neglect"), both)
    told = [text.replace("<br>", " ") for trace in drawn.data for text in trace.hovertext or ()]
    assert len(told) == sum(len(row.lines) for one in across(both, "neglect") for row in one.rows if row.level)
    assert any("care is not sought" in text and "Level 3" in text and "item 6" in text for text in told)


def test_each_area_is_cut_into_its_own_levels(both: Packs) -> None:
    """Four levels are quarters and three are thirds: no column runs through two areas."""
    boxes = [trace.x for trace in figure(across(both, "neglect"), both).data if trace.fill == "toself"]
    assert [round(box[1] - box[0], 2) for box in boxes] == [0.25] * 4 + [0.33] * 3


def test_an_area_without_levels_says_so(both: Packs) -> None:
    """It has a name and words, and no strip."""
    said = " ".join(note.text.replace("<br>", " ") for note in figure(across(both, "neglect"), both).layout.annotations)
    assert "Plainham: no levels in this document" in said


def test_a_strength_is_drawn_hollow(both: Packs) -> None:
    """Its mark differs from that of a worry, and the words beside the chart say how."""
    marks = [colour for trace in figure(across(both, "overall")[:1], both).data
             if trace.mode == "markers" for colour in trace.marker.color]
    assert set(marks) == {INK, PAPER}
