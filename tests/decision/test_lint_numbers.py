"""The lint asks for an area's own numbers, since 101 always answers; an area that has none says so in a gap."""
from typing import get_args

import pytest

from decision.lint import lint
from decision.lint_numbers import without_own_number
from guidance.load import load_packs
from guidance.vocabulary import Door
from tests.decision.altered import changed, replaced, with_area
from tests.decision.sixth import AREA, PACKS

QUAY, SHIPPED = AREA.id, load_packs()
DOORS = [(area.id, door) for area in SHIPPED.areas.values() for door in get_args(Door)]


@pytest.mark.parametrize(("area_id", "door"), DOORS, ids=["-".join(one) for one in DOORS])
def test_a_door_without_a_number_of_its_own_is_listed(area_id: str, door: Door) -> None:
    """The police always have a number, so what an area itself lost is asked for: its numbers, or whom it names."""
    assert list(without_own_number(SHIPPED, area_id)) == []
    area = SHIPPED.areas[area_id]
    mute = with_area(SHIPPED, area_id, contacts=tuple(changed(item, numbers=()) for item in area.contacts))
    unnamed = with_area(SHIPPED, area_id, **{door: ""})
    stated = {one for gap in area.gaps for one in gap.lacks}

    assert {one for one, _ in without_own_number(mute, area_id)} == set(get_args(Door)) - stated
    assert {one for one, _ in without_own_number(unnamed, area_id)} == {door} - stated


def test_a_door_that_only_an_answerphone_answers_has_no_number() -> None:
    """Nothing urgent is ever left there."""
    area = SHIPPED.areas["luton"]
    taped = with_area(SHIPPED, area.id, contacts=replaced(area.contacts, area.duty_team, answerphone=True))
    assert [one for one, _ in without_own_number(taped, area.id)] == ["duty_team"]


@pytest.mark.parametrize(("area_id", "door"), [("north_east_lincolnshire", "front_door"),
                                               ("north_lincolnshire", "duty_team")])
def test_an_area_that_has_no_number_says_so_in_a_gap(area_id: str, door: Door) -> None:
    """Without the mark of the gap, or with one that is no silence, the lint asks for the number."""
    area = SHIPPED.areas[area_id]
    gap = next(gap for gap in area.gaps if door in gap.lacks)
    for lost in ({"lacks": ()}, {"kind": "contradictory"}):
        packs = with_area(SHIPPED, area_id, gaps=replaced(area.gaps, gap.id, **lost))
        assert [one for one, _ in without_own_number(packs, area_id)] == [door]


def test_a_gap_that_denies_a_number_that_is_there_is_listed() -> None:
    """It would hide the day on which the number is lost."""
    area = SHIPPED.areas["luton"]
    silent = next(gap for gap in area.gaps if gap.kind == "silent")
    gaps = replaced(area.gaps, silent.id, lacks=("duty_team",))
    (found,) = without_own_number(with_area(SHIPPED, area.id, gaps=gaps), area.id)
    assert "has a number" in found[1]


def test_the_lint_lists_a_missing_number_as_an_error() -> None:
    """Not only where nobody at all can be rung."""
    area = PACKS.areas[QUAY]
    packs = with_area(PACKS, QUAY, contacts=tuple(changed(item, numbers=()) for item in area.contacts))
    found = {(flaw.kind, flaw.ids[0], flaw.severity) for flaw in lint(packs, QUAY)}
    assert {("no_number", "front_door", "error"), ("no_number", "duty_team", "error")} <= found
