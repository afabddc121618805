"""The choices of a question that stands for several statements: in no order of levels, the same wherever they stand."""
from collections import Counter
from math import factorial, prod, sqrt

import pytest

from decision.case import Case
from guidance.load import load_packs
from guidance.models import Sign
from guidance.packs import AreaPack, Packs
from pages.parts.asking.laid_out import Question, lay_out
from pages.parts.asking.statements import Asked, about, beside, in_choice, search, worries
from pages.parts.visit import clock
from pages.parts.wizard import found

PACKS = load_packs()
AREAS = [area for area in PACKS.areas.values() if area.levels]
BOUND = 2.0
"""Standard deviations that the number of questions may lie above what chance gives."""


def groups(area: AreaPack) -> dict[str, tuple[Asked, ...]]:
    """What several statements share → these, as they stand in their question."""
    shared = {row.alike for row in worries(area) if row.alike}
    return {alike: in_choice(row for row in worries(area) if row.alike == alike) for alike in shared}


def levels(rows: tuple[Asked, ...], area: AreaPack) -> list[int]:
    """Where each of them stands that has a level, in turn."""
    found_ = (area.indicator[row.ids[0]] for row in rows if row.ids[0] in area.indicator)
    return [area.order[one.stands_at or one.level] for one in found_ if one.level]


def chance(orders: list[int]) -> float:
    """How likely it is that they stand sorted if they are shuffled."""
    return prod(factorial(number) for number in Counter(orders).values()) / factorial(len(orders))


@pytest.mark.parametrize("reverse", [False, True], ids=["rising", "falling"])
@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_choices_are_sorted_by_level_no_more_often_than_chance_sorts_them(area: AreaPack, reverse: bool) -> None:
    """In the order in which the document prints them more of them would be, and the test can see it."""
    several = [orders for rows in groups(area).values() if len(set(orders := levels(rows, area))) > 1]
    likely = [chance(orders) for orders in several]
    most = sum(likely) + BOUND * sqrt(sum(one * (1 - one) for one in likely))
    assert sum(orders == sorted(orders, reverse=reverse) for orders in several) <= most
    assert len(several) > most


@pytest.mark.parametrize("area", PACKS.areas.values(), ids=lambda area: area.id)
def test_the_same_choices_at_other_levels_stand_in_the_same_order(area: AreaPack) -> None:
    """With every row at one level, renamed and printed the other way round, each question reads the same."""
    level = area.levels[-1].id if area.levels else ""
    rows = tuple(one.but(level=level, id=f"X-{number}") for number, one in enumerate(reversed(area.indicators)))
    other = area.but(indicators=rows, factors=tuple(reversed(area.factors)))
    said = {alike: [row.differs for row in rows_] for alike, rows_ in groups(area).items()}
    assert said == {alike: [row.differs for row in rows_] for alike, rows_ in groups(other).items()}
    for topic in PACKS.national.topic:
        assert [row.says for row in beside(topic, area)] == [row.says for row in beside(topic, other)]


def on_pages(area: AreaPack) -> dict[str, list[str]]:
    """What several statements share → these, as they stand on the page of a topic that asks all of them."""
    stands: dict[str, list[str]] = {}
    for topic in PACKS.national.topic:
        page = lay_out(topic, about(topic, area), Case(), PACKS.national.topic, clock.now().date())
        for question in page.questions:
            if question.several:
                rows = [row.name for row in question.rows]
                stands[question.says] = max(stands.get(question.says, []), rows, key=len)
    return stands


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
def test_choices_found_by_a_search_stand_as_on_their_page(area: AreaPack) -> None:
    """Whatever was typed, and whichever of them has the words."""
    pages = on_pages(area)
    assert pages
    for alike, names in pages.items():
        for query in (alike, *(area_says(name, area) for name in names)):
            items = search(query, PACKS, area.id).items
            for some in found.questions(items):
                rows = [item for item in some if isinstance(item, Asked)]
                if rows and rows[0].alike == alike:
                    assert [row.name for row in rows if row.name in names] == names


def area_says(name: str, area: AreaPack) -> str:
    """The words of a statement."""
    row = area.indicator.get(name) or area.factor[name]
    return row.says


def test_a_sign_stands_before_the_statement_that_repeats_it(packs: Packs) -> None:
    """And what they share is the sign's own words."""
    sign = packs.national.signs[0]
    rows = (Asked(ids=("B",), says="b", topics=(), alike=sign.says, differs="b"),
            Asked(ids=("A",), says="a", topics=(), alike=sign.says, differs="a"))
    (some,) = found.questions((*rows, sign))
    assert isinstance(some[0], Sign)
    assert some[1:] == in_choice(rows) == in_choice(reversed(rows))
    assert Question(rows).several
