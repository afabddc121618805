"""The windscreen: one geometry, three pictures, words and a table."""
import re
from itertools import combinations, pairwise
from math import hypot
from xml.etree import ElementTree

import pytest

from decision.result import Place
from exports import windscreen
from exports.windscreen_shapes import RING_OF, RINGS, colour_of, shapes
from guidance.packs import AreaPack
from tests.exports import samples


def area(levels: int) -> AreaPack:
    """A sample area with this many levels."""
    names = ("Universal", "Early help", "Targeted early help", "Complex needs with a long name", "Specialist", "Acute")
    made = tuple(samples.level(number + 1, names[number], "", number == levels - 1) for number in range(levels))
    return samples.AREA.model_copy(update={"levels": made})


def crowded(count: int, ring: str = "child", order: int = 2) -> Place:
    """A place with this many marks in one cell, every fifth of them not sure."""
    marks = tuple(
        samples.PLACE.marks[0].model_copy(update={
            "letter": f"M{number}", "id": f"m{number}", "order": order, "ring": ring,
            "state": "not_sure" if number % 5 == 0 else "found",
        }) for number in range(count)
    )
    return samples.PLACE.model_copy(update={"marks": marks, "supported_order": order, "highest_order": order})


EMPTY = Place(levels=("1", "2", "3", "4"))


@pytest.mark.parametrize("levels", range(2, 7))
@pytest.mark.parametrize("count", [0, 1, 3, 8, 15, 40])
@pytest.mark.parametrize("ring", ["child", "parenting", "family", "outside"])
def test_marks_never_overlap_and_stay_in_their_cell(levels: int, count: int, ring: str) -> None:
    """However many marks a cell holds, no two touch, and none leaves its ring."""
    drawn = shapes(crowded(count, ring), area(levels))
    for one, other in combinations(drawn.dots, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    inner, outer = RINGS[RING_OF[ring]]
    for dot in drawn.dots:
        distance = hypot(dot.x - 500, dot.y - 420)
        assert inner <= distance - dot.radius + 0.2
        assert distance + dot.radius <= outer + 0.2


def test_more_marks_than_fit_are_announced() -> None:
    """Where not every mark can be drawn, the last says that there are more, and the table has them all."""
    place = crowded(60)
    drawn = shapes(place, area(4))
    assert drawn.dots[-1].letter == "+"
    assert len(drawn.dots) < 60
    assert len(windscreen.table(place, area(4))) == 60


@pytest.mark.parametrize("levels", range(2, 7))
def test_every_level_has_its_name_and_every_ring_a_segment(levels: int) -> None:
    """All levels are drawn, calmest left, each with its number and name."""
    drawn = shapes(EMPTY, area(levels))
    said = " ".join(word.said for word in drawn.words)
    assert len(drawn.segments) == levels * len(RINGS)
    for level in area(levels).levels:
        assert level.printed in said
        assert level.name.split()[-1] in said
    assert drawn.segments[0].start == 180
    assert drawn.segments[-1].end == pytest.approx(0)


def test_words_stay_inside_the_picture() -> None:
    """No word of a level with a long name leaves the picture at either side."""
    for word in shapes(EMPTY, area(6)).words:
        width = len(word.said) * word.size * 0.7
        left = word.x - {"start": 0, "middle": width / 2, "end": width}[word.anchor]
        assert left > 0
        assert left + width < 1000
        assert word.y > 0


def test_colours_grow_darker_from_calm_to_urgent() -> None:
    """Levels differ in lightness as well as in hue, so the picture works without colour."""
    def lightness(colour: str) -> float:
        red, green, blue = (int(colour[at:at + 2], 16) for at in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    known = [lightness(colour_of(level, number, 4)) for number, level in enumerate(samples.AREA.levels)]
    scale = [lightness(colour_of(level, number, 6)) for number, level in enumerate(area(6).levels)]
    for shades in (known, scale):
        assert all(earlier - later > 8 for earlier, later in pairwise(shades))


def test_the_band_is_solid_where_supported_and_striped_above() -> None:
    """The band covers the supported level; a striped part reaches to the highest."""
    place = EMPTY.model_copy(update={"supported_order": 2, "highest_order": 4})
    bands = shapes(place, area(4)).bands
    assert [(band.start, band.end, band.reaching) for band in bands] == [(135, 90, False), (90, 0, True)]
    assert shapes(EMPTY, area(4)).bands == ()
    only_high = EMPTY.model_copy(update={"supported_order": 0, "highest_order": 3})
    assert [band.reaching for band in shapes(only_high, area(4)).bands] == [True]


def test_the_svg_is_well_formed_and_closed() -> None:
    """The SVG has a white ground, a name, and no script, style, link or address."""
    drawn = windscreen.svg(samples.PLACE, samples.AREA)
    root = ElementTree.fromstring(drawn)
    assert root.attrib["aria-label"] == windscreen.in_words(samples.PLACE, samples.AREA)
    assert not re.search(r"<script|<style|href|url\(|on\w+=", drawn)
    assert drawn.count("http") == 1
    assert len(drawn) < 12_000


def test_the_svg_shows_no_number_or_needle() -> None:
    """No percentage and no total stands in the picture: only levels, rings, letters and legend."""
    texts = [node.text or "" for node in ElementTree.fromstring(windscreen.svg(samples.PLACE, samples.AREA)).iter()
             if node.tag.endswith("text")]
    assert not any("%" in text for text in texts)
    assert [text for text in texts if re.search(r"\d", text)] == ["Level 1", "Level 2", "Level 3", "Level 4"]


def test_a_mark_that_is_not_sure_is_dashed_and_has_a_question_mark() -> None:
    """Not sure looks different without colour: dashed, open, with a question mark."""
    drawn = windscreen.svg(samples.PLACE, samples.AREA)
    assert drawn.count("stroke-dasharray") == 1
    assert ">D?<" in drawn


def test_words_from_a_pack_cannot_break_the_svg() -> None:
    """Letters with a meaning in XML are written out."""
    levels = (samples.level(1, 'A "b" & <c>', "early"), samples.level(2, "Acute", "acute", True))
    odd = samples.AREA.model_copy(update={"levels": levels, "name": 'X <script>&"'})
    assert ElementTree.fromstring(windscreen.svg(EMPTY, odd)) is not None


def test_the_words_name_every_mark_and_level() -> None:
    """The sentence holds every level and every mark with its ring, and says what is not sure."""
    said = windscreen.in_words(samples.PLACE, samples.AREA)
    assert all(level.name in said for level in samples.AREA.levels)
    assert "D (the child, not sure)" in said
    assert "The findings support Level 3, Complex needs." in said


def test_the_table_has_one_row_a_mark() -> None:
    """Statement, child, level, ring and how it is known: what the picture shows, in a table."""
    rows = windscreen.table(samples.PLACE, samples.AREA)
    assert [row[0] for row in rows] == ["A", "B", "C", "D", "E"]
    assert rows[1][1:] == ("Daily care of the baby is often not good enough (child A, B)", "Level 3, Complex needs",
                           "parenting", "someone told me")


def test_an_area_without_levels_has_no_picture_and_says_so() -> None:
    """No windscreen is invented: the picture is empty and the sentence says why."""
    bare = samples.AREA.model_copy(update={"levels": ()})
    assert windscreen.svg(Place(), bare) == ""
    assert windscreen.drawing(Place(), bare) is None
    assert windscreen.figure_data(Place(), bare)["segments"] == []
    assert "no levels" in windscreen.in_words(Place(), bare)


def test_no_finding_is_said_and_not_calm() -> None:
    """Without marks the words say that nothing stands on a level yet, and never that all is well."""
    assert "No finding stands on a level yet." in windscreen.in_words(EMPTY, samples.AREA)


def test_chart_data_has_the_same_marks_with_their_statements() -> None:
    """Every mark of the picture is in the chart with its id, words and how it is known, y counting upwards."""
    data = windscreen.figure_data(samples.PLACE, samples.AREA)
    assert {mark["id"] for mark in data["marks"]} == {mark.id for mark in samples.PLACE.marks}
    first = next(mark for mark in data["marks"] if mark["id"] == "CBC-2-CHILD-01")
    assert first["says"] == "The child often comes without warm clothes"
    assert first["known"] == "I saw or heard it"
    assert all(0 <= y <= data["height"] for segment in data["segments"] for _, y in segment["points"])


def test_a_mark_keeps_its_own_level() -> None:
    """A mark is drawn between the angles of the level it stands at."""
    drawn = {dot.id: dot for dot in shapes(samples.PLACE, samples.AREA).dots}
    for mark in samples.PLACE.marks:
        x = drawn[mark.id].x - 500
        assert (x < 0) == (mark.order <= 2)
