"""The chart of a worry in each area: strips of their own, one shade a level."""
import pytest

from guidance.packs import Packs
from pages.parts.reading.across import across
from pages.parts.reading.plotly_across import EMPTY, figure
from tests.pages.two_areas import with_neighbours


@pytest.fixture
def both(packs: Packs) -> Packs:
    """Three areas with levels of their own, or none."""
    return with_neighbours(packs)


def test_whoever_points_at_a_level_reads_every_statement_there(both: Packs) -> None:
    """With the level's name and each source; there is no mark a statement, since marks are counted."""
    found = across(both, both.areas, "neglect")
    told = " ".join(trace.text.replace("<br>", " ") for trace in figure(found, both).data)
    for line in (line for one in found for row in one.rows if row.level for line in row.lines):
        assert line.says in told
    assert "Level 3, Complex" in told
    assert "item 6" in told
    assert all(trace.mode == "lines" for trace in figure(found, both).data)


def test_each_area_is_cut_into_its_own_levels(both: Packs) -> None:
    """Four levels are quarters and three are thirds: no column runs through two areas."""
    boxes = [trace.x for trace in figure(across(both, both.areas, "neglect"), both).data if trace.fill == "toself"]
    assert [round(box[1] - box[0], 2) for box in boxes] == [0.25] * 4 + [0.33] * 3


def test_an_area_without_levels_says_so(both: Packs) -> None:
    """It has a name and words, and no strip."""
    notes = figure(across(both, both.areas, "neglect"), both).layout.annotations
    said = " ".join(note.text.replace("<br>", " ") for note in notes)
    assert "Plainham: no levels in this document" in said


def test_a_level_at_which_nothing_is_printed_stays_empty(both: Packs) -> None:
    """Colour says that the document speaks of the worry there; the words of an empty one say that it does not."""
    first = across(both, both.areas, "overall")[:1]
    shown = figure(first, both).data
    assert [trace.fillcolor == EMPTY for trace in shown] == [not row.lines for row in first[0].rows if row.level]
    assert "Nothing of this is printed here." in next(trace.text for trace in shown if trace.fillcolor == EMPTY)
