"""The windscreen on paper: the same shapes, and a small one beside other text."""
from io import BytesIO

import pytest
from pypdf import PdfReader

from decision.result import Place
from exports.blocks import Windscreen
from exports.windscreen import in_words
from exports.windscreen_paper import SMALL_WIDTH, drawing
from tests.exports import samples
from tests.exports.reading import elements, untagged
from tests.exports.test_document import made
from tests.exports.test_windscreen_shapes import FULL


@pytest.mark.parametrize("small", [False, True])
def test_the_figure_has_the_sentence_as_its_words(small: bool) -> None:
    """A screen reader hears the whole picture, the rim first; nothing of it stands outside the tags."""
    data = made(Windscreen(FULL, samples.AREA, small))
    figure, = elements(data, "Figure")
    assert figure["alt"] == in_words(FULL, samples.AREA)
    assert figure["alt"].startswith("Act now, whatever the level")
    assert untagged(data) == []


def test_every_letter_of_the_names_and_the_rim_is_on_the_paper() -> None:
    """Along the arc each letter is set by itself, and none is missing."""
    drawn = "".join(PdfReader(BytesIO(made(Windscreen(FULL, samples.AREA)))).pages[0].extract_text().split())
    for letter in "Act now, whatever the level Universal needs Complex needs":
        assert letter == " " or letter in drawn


def test_a_small_one_is_a_picture_and_nothing_else() -> None:
    """Beside other text there is no table and no second sentence; it is as tall as half of its width, and the key that
    this place needs."""
    for place, rows in ((Place(), 0), (FULL, 2)):
        small = drawing(place, samples.AREA, small=True)
        assert small is not None
        assert small.tall == pytest.approx(SMALL_WIDTH / 2 + rows * 8.7, rel=0.05)
    assert elements(made(Windscreen(FULL, samples.AREA, small=True)), "Table") == []
    assert len(elements(made(Windscreen(FULL, samples.AREA)), "Table")) == 1


def test_an_area_without_levels_has_no_drawing() -> None:
    """No windscreen is invented."""
    assert drawing(Place(), samples.AREA.model_copy(update={"levels": ()})) is None
