"""Which topics can be about no child of a case, each by an age that is known: an age not known rules nothing out.

No day is needed: of a child who is expected on a day nothing is ruled out here.
"""
from collections import defaultdict
from datetime import date

from decision.ages import may_have_signs, ruled_out
from decision.known import Known
from guidance.models import Factor, Indicator
from guidance.packs import AreaPack

ABOUT_ANYTHING = 9
"""A statement of so many topics is about anything, and so of no age."""
ROWS, FACTORS = ("need", "status", "context"), ("warning", "harm", "effect", "context")
"""Kinds of row and factor that are asked under a topic."""
_OF_AN_AGE: dict[int, tuple[AreaPack, dict[str, tuple[Indicator | Factor, ...]]]] = {}
"""What a pack asks, worked out once. The pack is kept beside it, so that its identity cannot be used again."""


def topics_ruled_out(known: Known, area: AreaPack) -> frozenset[str]:
    """The topics of which nothing can be so of any child: no statement about them, and no sign that is first of all."""
    children = known.case.children
    if not children or any(child.months is None for child in children):
        return frozenset()
    away = {topic for topic, rows in _of_an_age(area).items()
            if all(ruled_out(row, children, date.max) for row in rows)}
    if not away:
        return frozenset()
    may_have = may_have_signs(known.case)
    return frozenset(away - {sign.topics[0] for sign in known.packs.signs(known.area_id)
                             if sign.topics and not ruled_out(sign, may_have, date.max)})


def _of_an_age(area: AreaPack) -> dict[str, tuple[Indicator | Factor, ...]]:
    """Topic → its statements, where each of them names an age and one is about it first of all."""
    if id(area) not in _OF_AN_AGE:
        found: defaultdict[str, list[Indicator | Factor]] = defaultdict(list)
        asked: list[Indicator | Factor] = [row for row in area.indicators if row.kind in ROWS and not row.scale]
        asked += [factor for factor in area.factors if factor.kind in FACTORS]
        for row in asked:
            for topic in row.topics if len(row.topics) < ABOUT_ANYTHING else ():
                found[topic].append(row)
        _OF_AN_AGE[id(area)] = area, {
            topic: tuple(rows) for topic, rows in found.items()
            if all(row.from_months is not None or row.under_months is not None for row in rows)
            and any(row.topics[0] == topic for row in rows)}
    return _OF_AN_AGE[id(area)][1]
