"""The geometry of the windscreen: marks, names, bands, arrow and rim, for any number of levels."""
from itertools import combinations, pairwise
from math import hypot, radians

import pytest

from decision.result import Place, Raised, Rim
from exports.windscreen import RING_NAMES
from exports.windscreen_around import rim_words
from exports.windscreen_marks import RING_OF, RINGS, ring_edges
from exports.windscreen_names import RING_NAMES_DEPTH
from exports.windscreen_parts import (
    CENTRE, EDGE, INK, NAMES, SMALL, TODAY, URGENT, WHOLE, WIDTH, Look, width_of,
)
from exports.windscreen_paper import SMALL_WIDTH
from exports.windscreen_shapes import COLOURS, SCALE, colour_of, shapes
from guidance.load import load_packs
from guidance.packs import AreaPack
from guidance.words import say
from tests.decision.sixth import AREA as SIXTH
from tests.exports import samples

PACKS = load_packs()
AREAS = [area for area in (*PACKS.areas.values(), SIXTH, samples.AREA) if area.levels]


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


def sign(outcome: str = "refer_now", doubted: bool = False) -> Rim:
    """A sign on the rim."""
    return Rim(kind="sign", id="s", says="The neck was pressed.", outcome=outcome, doubted=doubted, source=samples.HERE)


def raised(to: str) -> Raised:
    """A raise to a level, because help changed little."""
    return Raised(kind="help_without_change", says="Help was tried.", to_level=to, source=samples.HERE)


EMPTY = Place(levels=("1", "2", "3", "4"))
FULL = samples.PLACE.model_copy(update={"rim": (sign(),), "raised": (raised("4"),)})

DOUBTED = FULL.model_copy(update={"rim": (sign("consult_today", True),)})


@pytest.mark.parametrize("look", [WHOLE, SMALL])
@pytest.mark.parametrize("levels", range(2, 7))
@pytest.mark.parametrize("count", [0, 1, 3, 8, 15, 40])
@pytest.mark.parametrize("ring", ["child", "parenting", "family", "outside"])
def test_marks_never_overlap_and_stay_in_their_cell(levels: int, count: int, ring: str, look: Look) -> None:
    """However many marks a cell holds, no two touch, and none leaves its ring, also within a rim and an arrow."""
    place = crowded(count, ring).model_copy(update={"rim": (sign(),), "raised": (raised(str(min(3, levels))),)})
    drawn = shapes(place, area(levels), look)
    dots = [dot for dot in drawn.dots if dot.letter]
    for one, other in combinations(dots, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius - 0.2
    cell = next(item for item in drawn.segments
                if item.level == "2" and item.ring == (RING_OF[ring] if look is WHOLE else "all"))
    for dot in dots:
        distance = hypot(dot.x - CENTRE[0], dot.y - CENTRE[1])
        assert cell.inner <= distance - dot.radius + 0.2
        assert distance + dot.radius <= cell.outer + 0.2


def test_more_marks_than_fit_are_announced() -> None:
    """Where not every mark can be drawn, the last says that there are more."""
    drawn = [dot for dot in shapes(crowded(80), area(4)).dots if dot.letter]
    assert drawn[-1].letter == "+"
    assert len(drawn) < 80


@pytest.mark.parametrize(("ring", "count"), [("child", 14), ("parenting", 18), ("family", 20)])
def test_many_marks_in_one_part_are_all_drawn_with_letters_one_can_read(ring: str, count: int) -> None:
    """A ring grows with what it holds, and no mark is smaller than a letter of ten pixels."""
    drawn = [dot for dot in shapes(crowded(count, ring), area(4)).dots if dot.letter]
    assert len(drawn) == count
    assert min(dot.radius for dot in drawn) >= 9


def test_rings_share_the_room_from_the_middle_out() -> None:
    """The child stands innermost, no ring is without room, and together they fill what there is."""
    rings = ring_edges(crowded(30).marks, area(4).levels, 200, 46, 9)
    assert list(rings) == list(RINGS)
    assert [rings["child"][0], rings["outside"][1]] == pytest.approx([46, 200])
    assert all(before[1] == after[0] for before, after in pairwise(rings.values()))
    assert all(outer - inner >= 20 - 0.1 for inner, outer in rings.values())


@pytest.mark.parametrize("place", [EMPTY, FULL, DOUBTED], ids=["empty", "full", "doubted"])
@pytest.mark.parametrize("look", [WHOLE, SMALL], ids=["whole", "small"])
@pytest.mark.parametrize("drawn_area", [*AREAS, *(area(levels) for levels in range(2, 7))], ids=lambda one: one.name)
def test_every_level_name_is_whole_and_large_enough(drawn_area: AreaPack, look: Look, place: Place) -> None:
    """Of every pack each level's number and name stands in its segment word for word, in letters of 13 pixels on the
    screen and 7 points on paper, and no line is longer than its arc."""
    raises = (raised(drawn_area.levels[-1].id),) if place.raised else ()
    supported = min(place.supported_order, len(drawn_area.levels))
    place = place.model_copy(update={"marks": (), "raised": raises, "supported_order": supported})
    drawn = shapes(place, drawn_area, look)
    least = 13 if look is WHOLE else 7 / (SMALL_WIDTH / WIDTH)
    if drawn_area not in AREAS:
        least = 1
    for level in drawn_area.levels:
        cell = next(item for item in drawn.segments if item.level == level.id and item.ring == NAMES)
        lines = [word for word in drawn.bent
                 if cell.end < word.middle < cell.start and word.bold and cell.inner < word.radius < cell.outer]
        printed = level.printed if level.printed not in level.name else ""
        assert " ".join(word.said for word in lines) == f"{printed} {level.name}".strip()
        for word in lines:
            assert word.size >= least
            assert word.width() <= radians(cell.start - cell.end) * word.radius
            assert cell.inner <= word.radius - word.size * 0.25


@pytest.mark.parametrize("place", [EMPTY, FULL, crowded(40), crowded(15, "outside")])
@pytest.mark.parametrize("levels", [4, 6])
def test_words_stay_inside_the_picture_and_apart(place: Place, levels: int) -> None:
    """No word leaves the picture, and no two words in a row below it run into one another."""
    drawn = shapes(place, area(levels))
    spans = []
    for word in drawn.words:
        wide = width_of(word.said) * word.size
        left = word.x - {"start": 0, "middle": wide / 2, "end": wide}[word.anchor]
        assert left >= 0
        assert left + wide <= WIDTH
        assert 0 < word.y < drawn.height
        spans.append((word.y, left, left + wide))
    for (row, _, end), (other, start, _) in combinations(sorted(spans), 2):
        assert row != other or end < start
    assert all(word.radius + word.size <= EDGE + 1 for word in drawn.bent)


@pytest.mark.parametrize("place", [EMPTY, FULL, crowded(15, "outside")], ids=["empty", "full", "outside"])
def test_the_name_of_a_ring_says_all_that_stands_in_it_and_leads_to_it(place: Place) -> None:
    """The outermost ring holds what is outside the home and what is about the whole situation, and says both in the
    words of the table; every name is large enough to read, and a line goes from each ring to its own name."""
    drawn = shapes(place, area(4))
    names = [word for word in drawn.words if CENTRE[1] < word.y < CENTRE[1] + RING_NAMES_DEPTH - 20]
    said = " ".join(word.said for word in names)
    for ring in ("outside", "whole", "parenting", "child"):
        assert RING_NAMES[ring] in said
    assert all(word.size >= 13 for word in names)
    ticks = [line.end[0] for line in drawn.lines if line.kind == "tick"]
    first = [word for word in names if word.y == names[0].y]
    assert len(ticks) == len(first) == len(RINGS)
    for at, word in zip(ticks, first, strict=True):
        assert abs(at - word.x) <= 0.6 * max(width_of(word.said), 12.0) * word.size


def lightness(colour: str) -> float:
    """How light a colour is, 0 to 1, as contrast is reckoned."""
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_grow_darker_from_calm_to_urgent() -> None:
    """Levels differ in lightness as well as in hue, so the picture works without colour."""
    known = [lightness(colour_of(level, number, 4)) for number, level in enumerate(samples.AREA.levels)]
    scale = [lightness(colour_of(level, number, 6)) for number, level in enumerate(area(6).levels)]
    for shades in (known, scale):
        assert all(earlier - later > 0.05 for earlier, later in pairwise(shades))


def test_words_can_be_told_from_their_ground() -> None:
    """Names on every level, and white words on the rim, have a contrast of 4.5 to 1 and more."""
    for ground in (*COLOURS.values(), *SCALE):
        assert (lightness(ground) + 0.05) / (lightness(INK) + 0.05) >= 4.5
    for rim in (URGENT, TODAY):
        assert 1.05 / (lightness(rim) + 0.05) >= 4.5


def strokes(place: Place, levels: int = 4) -> list[tuple[str, float, float]]:
    """What is drawn outside the levels: kind, start and end in degrees."""
    return [(stroke.kind, stroke.start, stroke.end) for stroke in shapes(place, area(levels)).strokes]


def test_the_band_is_solid_where_supported_and_striped_above() -> None:
    """The band covers the supported level; a striped part reaches to the highest at which something is so."""
    marks = crowded(2, order=4).marks
    found = marks[1]
    both = EMPTY.model_copy(update={"supported_order": 2, "highest_order": 4, "marks": (found,)})
    assert strokes(both) == [("supported", 135, 90), ("reaching", 90, 0)]
    assert strokes(EMPTY) == []
    assert strokes(both.model_copy(update={"supported_order": 0})) == [("reaching", 45, 0)]
    assert strokes(both.model_copy(update={"marks": (marks[0],)})) == [("supported", 135, 90)], "not sure reaches none"


@pytest.mark.parametrize(("outcome", "key"), [("call_999", "call_999"), ("refer_now", "refer_now"),
                                              ("consult_today", "today")])
def test_a_sign_is_a_rim_around_all_levels(outcome: str, key: str) -> None:
    """It runs from end to end outside every level, whole, with words that fit how urgent it is."""
    drawn = shapes(EMPTY.model_copy(update={"rim": (sign(outcome), sign("consult_today", True))}), area(4))
    rim, = (stroke for stroke in drawn.strokes if stroke.kind == "rim")
    assert (rim.start, rim.end) == (180, 0)
    assert rim.radius - rim.width / 2 > max(segment.outer for segment in drawn.segments)
    assert drawn.bent[-1].said == say(f"windscreen.rim.{key}")


def test_a_sign_in_doubt_is_an_open_rim() -> None:
    """Two broken lines and other words, so that nobody takes a doubt for a fact."""
    place = EMPTY.model_copy(update={"rim": (sign("consult_today", True),)})
    drawn = shapes(place, area(4))
    assert [stroke.kind for stroke in drawn.strokes] == ["edge", "edge"]
    assert drawn.bent[-1].said == rim_words(place) == say("windscreen.rim.doubted")


def test_a_raise_is_an_arrow_with_its_reason() -> None:
    """It leads from the supported level into the one it raises to, outside them, and its reason stands beside it."""
    place = EMPTY.model_copy(update={"supported_order": 2, "highest_order": 3, "raised": (raised("3"),)})
    drawn = shapes(place, area(4))
    arrow, = (stroke for stroke in drawn.strokes if stroke.kind == "raised")
    assert 90 < arrow.start < 135
    assert 45 < arrow.end < 90
    assert arrow.radius > max(segment.outer for segment in drawn.segments)
    assert len(drawn.heads) == 1
    assert drawn.bent[-1].said == say("windscreen.raise.help_without_change")


def test_a_raise_that_reaches_no_further_is_not_drawn() -> None:
    """Where the answers support the level anyway, an arrow to it would mislead."""
    place = EMPTY.model_copy(update={"supported_order": 4, "highest_order": 4, "raised": (raised("3"),)})
    assert [kind for kind, _, _ in strokes(place)] == ["supported"]


def test_a_mark_keeps_its_own_level() -> None:
    """A mark is drawn between the angles of the level it stands at."""
    drawn = {dot.id: dot for dot in shapes(samples.PLACE, samples.AREA).dots}
    for mark in samples.PLACE.marks:
        assert (drawn[mark.id].x < CENTRE[0]) == (mark.order <= 2)


@pytest.mark.parametrize("levels", range(2, 7))
def test_every_ring_has_a_segment_in_every_level(levels: int) -> None:
    """All levels are drawn, calmest left, each with every ring and one for its name."""
    drawn = shapes(EMPTY, area(levels))
    assert len(drawn.segments) == levels * (len(RINGS) + 1)
    assert drawn.segments[0].start == 180
    assert drawn.segments[-1].end == pytest.approx(0)
