"""Which statements of a pack are asked about a topic, and finding them by the words in them. No level is shown."""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from hashlib import sha256

from decision.ages import ruled_out
from decision.case import Case
from decision.conditions import moves_about
from decision.known import Known, read, so
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.repeated import identity
from guidance.query import Text
from guidance.search import Found, find

WORRY_ROWS = ("need", "status")
WORRY_FACTORS = ("warning", "harm", "effect")
CIRCUMSTANCES = ("context",)
MOST_FOUND = 20


@dataclass(frozen=True)
class Asked:
    """One statement as it is asked: rows of one concern with identical words are asked once and share the answer.

    `hint` stands under it: where else the document prints it. `from_months`, `under_months`: the ages of which it can
    be so, of all its rows. `alike`, `differs`: as in the pack (guidance/models.py).
    """

    ids: tuple[str, ...]
    says: str
    topics: tuple[str, ...]
    ask_first: str = ""
    hint: str = ""
    concern: str = ""
    from_months: int | None = None
    under_months: int | None = None
    alike: str = ""
    differs: str = ""

    @property
    def name(self) -> str:
        """The part of field names that stands for this statement."""
        return self.ids[0]


def about(topic: str, area: AreaPack | None) -> tuple[Asked, ...]:
    """The worries of one topic, in an order that says nothing of their level: those of one concern together."""
    return tuple(sorted((asked for asked in worries(area) if topic in asked.topics), key=_place))


def _place(asked: Asked) -> tuple[str, str]:
    """Where a statement stands among others: by its concern and its words, and by nothing that a level is known from.

    Not by the alphabet, since the name of a concern or the first words may tell how serious it is.
    """
    return _scrambled(asked.concern or asked.says), _scrambled(asked.says)


def in_choice(rows: Iterable[Asked]) -> tuple[Asked, ...]:
    """The statements of one question, the same way round wherever they are chosen from or listed: by the words that
    tell them apart, and by nothing that a level is known from."""
    return tuple(sorted(rows, key=lambda row: (_scrambled(f"{row.alike}\n{row.differs}"), _place(row))))


def _scrambled(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def worries(area: AreaPack | None) -> tuple[Asked, ...]:
    """Every statement that is asked as a worry. Strengths, circumstances, pointers and other scales are not."""
    return _of_kinds(area, WORRY_ROWS, WORRY_FACTORS)


def circumstances(area: AreaPack | None) -> tuple[Asked, ...]:
    """What is so about a child or family without being a worry: asked apart, because support may follow from it."""
    return _of_kinds(area, CIRCUMSTANCES, CIRCUMSTANCES)


def beside(topic: str, area: AreaPack | None) -> tuple[Asked, ...]:
    """The circumstances of one topic, in an order that says nothing of where they are printed."""
    return tuple(sorted((asked for asked in circumstances(area) if topic in asked.topics), key=_place))


_ASKED: dict[tuple[int, tuple[str, ...]], tuple[AreaPack, tuple[Asked, ...]]] = {}
"""What a pack asks, worked out once. The pack is kept beside it, so that its identity cannot be used again."""


def _of_kinds(area: AreaPack | None, rows: tuple[str, ...], factors: tuple[str, ...]) -> tuple[Asked, ...]:
    if area is None:
        return ()
    key = (id(area), rows)
    if key not in _ASKED:
        _ASKED[key] = (area, _worked_out(area, rows, factors))
    return _ASKED[key][1]


def _worked_out(area: AreaPack, rows: tuple[str, ...], factors: tuple[str, ...]) -> tuple[Asked, ...]:
    found: dict[tuple[str, str], Asked] = {}
    for row in area.indicators:
        if row.kind in rows and not row.scale:
            _add(found, identity(row), row)
    for factor in area.factors:
        if factor.kind in factors:
            _add(found, (factor.id, factor.says), factor)
    return tuple(found.values())


def strengths(area: AreaPack | None) -> dict[str, tuple[Asked, ...]]:
    """Group → the strengths that the pack lists, protective factors first; statements with identical words once."""
    if area is None:
        return {}
    found: dict[str, dict[tuple[str, str], Asked]] = {}
    for factor in area.factors:
        if factor.kind == "strength":
            _add(found.setdefault(factor.group, {}), (factor.says, ""), factor)
    names = {domain.id: domain.name for domain in area.domains}
    for row in area.indicators:
        if row.kind == "strength":
            group = row.subdomain or next((names.get(id_, id_) for id_ in row.domain), "")
            _add(found.setdefault(group, {}), (row.says, ""), row)
    return {group: tuple(items.values()) for group, items in found.items()}


def _add(found: dict[tuple[str, str], Asked], key: tuple[str, str], row: Indicator | Factor) -> None:
    new = Asked(ids=(row.id,), says=row.says, topics=row.topics, ask_first=row.ask_first, alike=row.alike,
                concern=row.concern if isinstance(row, Indicator) else "", differs=row.differs,
                from_months=row.from_months, under_months=row.under_months)
    found[key] = _both(found[key], new) if key in found else new


def _both(one: Asked, other: Asked) -> Asked:
    """Two rows as one statement: of every age that either of them may be about."""
    return replace(
        one, ids=(*one.ids, *other.ids), topics=tuple(dict.fromkeys((*one.topics, *other.topics))),
        ask_first=one.ask_first or other.ask_first, alike=one.alike or other.alike,
        differs=one.differs or other.differs,
        from_months=None if None in (one.from_months, other.from_months)
        else min(one.from_months or 0, other.from_months or 0),
        under_months=None if None in (one.under_months, other.under_months)
        else max(one.under_months or 0, other.under_months or 0),
    )


def signs_about(topic: str, packs: Packs, area_id: str) -> tuple[Sign, ...]:
    """The signs that cannot wait that belong to a topic."""
    return tuple(sign for sign in packs.signs(area_id) if topic in sign.topics)


Item = Asked | Sign


@dataclass(frozen=True)
class Hits:
    """What a search has found, best first, and how its words were read. `near`: what has none of the words and is about
    the same worry; `away`: what can be so of none of the children, by ages that are known."""

    held: tuple[Item, ...]
    how: Found
    near: tuple[Item, ...] = ()
    away: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All of it, as it is shown."""
        return (*self.held, *self.near, *self.away)


def search(query: str, packs: Packs, area_id: str, case: Case | None = None, today: date = date.max) -> Hits:
    """Signs, statements and circumstances for the words of a query (guidance/search.py). What says nearly the same as
    one that was found is found with it, so that the choice between them is whole.

    `case`: what fits its children stands first, what is so already too. An age that is not known fits everything.
    """
    area, national = packs.area(area_id), packs.national
    items: tuple[Item, ...] = (*packs.signs(area_id), *worries(area), *circumstances(area))
    how = find(query, [_text(item) for item in items], national.spoken, national.topic_words)
    at_hand = _Children.of(case, packs, today) if how.order and case else None
    first = len(how.order) - how.near
    order = sorted(how.order[:first], key=lambda place: at_hand.place(items[place]) if at_hand else 0)
    held, near = (_whole(part, items) for part in (order[:MOST_FOUND], how.order[first:]))
    near = tuple(item for item in near if item not in held)
    away = frozenset(item for item in (*held, *near) if at_hand and at_hand.rules_out(item))
    held, near, other = (tuple(item for item in part if (item in away) is folded) for part, folded in (
        (held, False), (near, False), ((*held, *near), True)))
    return Hits(held, how, near, other)


@dataclass(frozen=True)
class _Children:
    """The children of a case, for whom what is found fits or does not."""

    known: Known
    today: date
    so: frozenset[str]

    @classmethod
    def of(cls, case: Case, packs: Packs, today: date) -> "_Children":
        """As the case has them, with what is so of them."""
        signs = (id_ for id_, given in case.signs.items() if given.answer == "yes")
        return cls(read(case, packs), today, frozenset((*signs, *(finding.id for finding in so(case)))))

    def rules_out(self, item: Item) -> bool:
        """Whether it can be so of none of them, and is not said to be."""
        ids = (item.id,) if isinstance(item, Sign) else item.ids
        return not self.so & set(ids) and ruled_out(item, self.known.case.children, self.today)

    def place(self, item: Item) -> int:
        """Where it stands among what was found: what is about a child who cannot move about first where a child may be
        one, and after the rest where all of them are known to move; last what can be so of none of them."""
        return 2 if self.rules_out(item) else self._for_still if together(item) in self._still else 0

    @cached_property
    def _still(self) -> frozenset[str]:
        return frozenset(sign.says for sign in self.known.packs.signs(self.known.area_id) if sign.still)

    @cached_property
    def _for_still(self) -> int:
        moving = [moves_about(child, self.known) for child in self.known.case.children if child.months is not None]
        return -1 if not all(moving) else int(0 < len(moving) == len(self.known.case.children))


def _whole(places: Sequence[int], items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What stands at these places, each with all that stand together with it."""
    return tuple(dict.fromkeys(
        other for place in places for other in (items[place], *_beside(items[place], items))))


def together(item: Item) -> str:
    """The statement under which an item stands with others that say nearly the same."""
    return item.says if isinstance(item, Sign) else item.alike or item.says


def _beside(item: Item, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """All that stand together with an item, a sign first."""
    return tuple(other for other in items if together(other) == together(item)) or (item,)


@cache
def _text(item: Item) -> Text:
    """What is searched of an item: a sign also by its few words and what it means, and never by its topics alone."""
    if isinstance(item, Sign):
        return Text(f"{item.says} {item.in_short}", item.means, item.topics, first=True)
    return Text(item.says, "", item.topics)
