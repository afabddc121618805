"""On a telephone the bands say what the fan says: which level is supported, which single answers reach, each arrow with
its reason and where it leads, every mark, and which of them is open. Over every worked case, every statement and every
set of which one is so, in every pack."""
import re
from collections.abc import Iterator
from html import unescape

import pytest

from decision.assess import decide
from decision.known import read
from decision.result import Place
from exports.windscreen import crowded, level_name, raise_in_words
from exports.windscreen_around import arrows
from exports.windscreen_parts import edges_of
from exports.windscreen_shapes import shapes
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.result.bands import bands
from pages.parts.result.windscreen_view import line_under
from tests.decision.every import all_packs, areas
from tests.exports.test_picture_says_the_same import NOON, Meant, answered, worked
from tests.exports.test_windscreen_shapes import EMPTY, sign
from tests.pages.screen import read as words

BAND = re.compile(r'<li class="([^"]*)"[^>]*>(.*?)</li>', re.DOTALL)
MARK = re.compile(r'<span class="mark( open)?">([^<?]+)')
INSIDE = re.compile(r'<div class="band-inside">.*?</div>', re.DOTALL)


def drawn(place: Place, area: AreaPack) -> dict[str, tuple[int, ...]]:
    """What the fan draws over the levels, by the order of each: what is supported, what is reached, where the arrows
    end."""
    count, found = len(area.levels), {"supported": [], "reaching": [], "raised": []}
    for stroke in shapes(place, area).strokes:
        for order in range(1, count + 1):
            start, end = edges_of(order - 1, count)
            over = stroke.start > (start + end) / 2 > stroke.end
            if stroke.kind in found and (start >= stroke.end > end if stroke.kind == "raised" else over):
                found[stroke.kind].append(order)
    return {kind: tuple(sorted(orders)) for kind, orders in found.items()}


def differs(place: Place, area: AreaPack) -> Iterator[str]:
    """In words, what the bands do not say of what the fan does."""
    text = bands(place, area, {level.id: "" for level in area.levels})
    rows = [(classes.split(), INSIDE.sub("", inside)) for classes, inside in BAND.findall(text)]
    fan, by_order = drawn(place, area), dict(enumerate(rows, start=1))
    for kind, class_, hint in (("supported", "supported", "supported"), ("reaching", "reached", "reached")):
        shown = tuple(order for order, (classes, _) in by_order.items() if class_ in classes)
        said = tuple(order for order, (_, inside) in by_order.items() if say(f"windscreen.bands.{hint}") in inside)
        if not fan[kind] == shown == said:
            yield f"{kind}: the fan {fan[kind]}, the bands {shown}, in words {said}"
    heads = tuple(order for order, (_, inside) in by_order.items() for _ in range(inside.count("band-arrow")))
    if heads != fan["raised"]:
        yield f"arrows: the fan to {fan['raised']}, the bands to {heads}"
    for one in arrows(place, area):
        order = area.order[one.to_level]
        here = words(str(line_under(place, area, with_raise=False)) if crowded(place) else by_order[order][1])
        if capital(one.reason) not in here or (one.kind == "raised" and say("windscreen.bands.raised") not in here
                                               and raise_in_words(place, area) not in here):
            yield f"{one} is not in {here}"
        if not {"raised", "reached"} & set(by_order[order][0]):
            yield f"{one}: its level is not marked"
    for order, (_, inside) in by_order.items():
        letters = [(letter, bool(open_)) for open_, letter in MARK.findall(inside)]
        if letters != [(one.letter, next(dot.open for dot in shapes(place, area).dots if dot.id == one.id))
                       for one in place.marks if one.order == order]:
            yield f"marks of {order}: {letters}"
        if level_name(area.levels[order - 1]) not in unescape(inside):
            yield f"the name of {order}"


def found(packs: Packs, meant: Iterator[Meant]) -> list[str]:
    """Every difference, of every case whose area has levels, alone and under so many signs that the bands stand in a
    row."""
    problems = []
    for name, case in meant:
        area = packs.area(case.home_area)
        if area and area.levels:
            place = decide(read(case.but(rung=()), packs), NOON).place
            row = place.but(rim=(sign("refer_now"),) * 3)
            problems += [f"{name}: {says}" for one in (place, row) for says in differs(one, area)]
    return problems


def test_in_every_worked_case_the_bands_say_what_the_fan_says() -> None:
    """Also a level that a rule raises to, which says by itself why."""
    for packs in all_packs().values():
        assert found(packs, worked(packs)) == []


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_with_whatever_is_answered_the_bands_say_what_the_fan_says(name: str, area_id: str) -> None:
    """Each set of which one is so, beside each kind of statement, where help was tried and where harm was done."""
    packs = all_packs()[name]
    assert found(packs, answered(packs, area_id)) == []


def test_without_an_answer_no_band_is_marked() -> None:
    """Nothing stands at a level, and nothing leads to one."""
    area = all_packs()["shipped"].areas["luton"]
    assert list(differs(EMPTY, area)) == []
    assert [classes for classes, _ in BAND.findall(bands(EMPTY, area, {one.id: "" for one in area.levels}))] == [
        "band"] * len(area.levels)
