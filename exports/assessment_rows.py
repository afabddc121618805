"""Where in an Early Help Assessment a statement stands: in the row that its topics lead to, else in one of its own part
of the area's document.

Which topics lead to which row is written beside the topics of the national pack, for no code knows one; of a topic
that is about more than one row, such as friends and sense of self, which concerns. Only a statement whose topics are
all that a row says is led to it: what is also about something else stays under its area's own heading.
"""
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple, cast

from exports.details import DomainId
from guidance.models import Indicator
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import Ring
from guidance.words.forms import apart

GROUPS: tuple[tuple[tuple[DomainId, ...], tuple[Ring, ...]], ...] = (
    (("health", "learning", "emotions_and_behaviour", "identity", "relationships", "self_care"), ("child",)),
    (("basic_care", "safety", "warmth", "stimulation", "boundaries", "stability"), ("parenting",)),
    (("household", "wider_family", "housing", "money_and_work", "community", "family_health"),
     ("family", "outside", "whole")),
)
"""The rows of each part of the assessment, and the rings of the area's statements that stand there without a row."""


class Standing(NamedTuple):
    """The number of the part of the assessment, and the row in it; none where it stands under its area's heading."""

    group: int
    row: DomainId | None = None


def standing(packs: Packs, area: AreaPack, row: Indicator) -> Standing:
    """Where a statement stands. All of one heading of the area stand in one part: that of most of its statements."""
    if led := led_to(packs, row):
        return Standing(group_of(led), led)
    heads = heading(area, row)
    rings = Counter(of_ring(one.ring) for one in area.indicators if not one.scale and heading(area, one) == heads)
    return Standing(min(rings, key=lambda group: (-rings[group], group)) if rings else of_ring(row.ring))


def heading(area: AreaPack, row: Indicator) -> str:
    """What a statement stands under in its area's document."""
    names = {domain.id: domain.name for domain in area.domains}
    return row.subdomain or apart(names[id_] for id_ in row.domain if id_ in names)


def led_to(packs: Packs, row: Indicator) -> DomainId | None:
    """The row that a statement's topics lead to, by themselves or with its concern; None where they lead to none."""
    rows = rows_by_topics(packs)
    return rows.get((row.topics, row.concern)) or rows.get((row.topics, ""))


def rows_by_topics(packs: Packs) -> Mapping[tuple[tuple[str, ...], str], DomainId]:
    """The row that topics, all of a statement and in their order, lead to with a concern; without one, whatever it is.
    """
    return {((topic.id, *one.beside), concern): cast(DomainId, one.row)
            for topic in packs.national.topics for one in topic.rows for concern in one.concerns or ("",)}


def group_of(row: str) -> int:
    """The number of the part of the assessment that a row stands in."""
    return next(number for number, (rows, _) in enumerate(GROUPS) if row in rows)


def of_ring(ring: Ring) -> int:
    """The number of the part that has a ring's statements."""
    return next(number for number, (_, rings) in enumerate(GROUPS) if ring in rings)
