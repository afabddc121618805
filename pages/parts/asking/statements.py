"""Which statements of a pack are asked about a topic, and finding them by the words in them. No level is shown."""
import re
from dataclasses import dataclass, replace
from hashlib import sha256

from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.repeated import identity

WORRY_ROWS = ("need", "status")
WORRY_FACTORS = ("warning", "harm", "effect")
CIRCUMSTANCES = ("context",)
MOST_FOUND = 20
_WORD = re.compile(r"[a-z0-9']+")
_ENDINGS = ("ing", "ies", "ed", "es", "s", "y", "e")
_SHORTEST_STEM = 3
_SMALL_WORDS = frozenset({
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "by", "child", "children", "do", "does", "for",
    "from", "had", "has", "have", "her", "him", "his", "i", "in", "is", "it", "its", "me", "my", "no", "not",
    "of", "off", "on", "or", "our", "she", "he", "so", "than", "that", "the", "their", "them", "then", "there",
    "they", "this", "to", "up", "was", "we", "what", "when", "who", "will", "with", "you", "your"
})


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


def _scrambled(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def worries(area: AreaPack | None) -> tuple[Asked, ...]:
    """Every statement that is asked as a worry. Strengths, circumstances, pointers and other scales are not."""
    return _of_kinds(area, WORRY_ROWS, WORRY_FACTORS)


def circumstances(area: AreaPack | None) -> tuple[Asked, ...]:
    """What is so about a child or family without being a worry: asked apart, because support may follow from it."""
    return _of_kinds(area, CIRCUMSTANCES, CIRCUMSTANCES)


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


def search(query: str, packs: Packs, area_id: str) -> tuple[Asked | Sign, ...]:
    """Signs and statements that hold the words of a query, best first; words of a topic's name and description count.

    Plain comparing of word stems: the statement itself counts double, its topics once.
    """
    wanted = stems(query)
    if not wanted:
        return ()
    topics = {topic.id: stems(f"{topic.name} {topic.says}") for topic in packs.national.topics}
    items: tuple[Asked | Sign, ...] = (*packs.signs(area_id), *worries(packs.area(area_id)))
    scored = [(_score(item, wanted, topics), -number, item) for number, item in enumerate(items)]
    best = sorted((entry for entry in scored if entry[0]), key=lambda entry: entry[:2], reverse=True)
    return tuple(item for _, _, item in best[:MOST_FOUND])


def _score(item: Asked | Sign, wanted: set[str], topics: dict[str, set[str]]) -> int:
    text = f"{item.says} {item.means}" if isinstance(item, Sign) else item.says
    beside: set[str] = set().union(*(topics.get(topic, set()) for topic in item.topics))
    return 2 * len(wanted & stems(text)) + len(wanted & beside)


def stems(text: str) -> set[str]:
    """The stems of the words in a text, without small words and endings."""
    return {_stem(word) for word in _WORD.findall(text.lower()) if word not in _SMALL_WORDS}


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
