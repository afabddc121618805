"""Everything that the packs say, as one list to filter and search: by area, topic, level, kind and words."""
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from guidance.models import Contact, Duty, Factor, Indicator, Process, Sign, Term, Topic
from guidance.packs import AreaPack, Pack, Packs
from guidance.query import Text
from guidance.search import ITSELF, NEAR_ENOUGH, Found
from guidance.search import find as search
from guidance.words import say
from pages.parts.reading.address import ALL

KINDS = ("sign", "duty", "statement", "list", "process", "contact", "word")
"""Kinds of entry, in the order in which they are shown."""
Item = Sign | Duty | Indicator | Factor | Process | Contact | Term


@dataclass(frozen=True)
class Entry:
    """One thing to find. `area` is empty for what holds in all England; `beside` is searched, and not shown as a title.

    `levels` are the level where a statement stands and the one it is printed at.
    """

    kind: str
    area: str
    item: Item
    says: str
    beside: str = ""
    topics: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for; an empty field asks for nothing. `area` is an area's id, `all` or `england`."""

    area: str = ALL
    topic: str = ""
    level: str = ""
    kind: str = ""
    words: str = ""


class Listed(NamedTuple):
    """Kind → what fits, no kind empty; and how the words of the search were read, where there were some."""

    kinds: dict[str, tuple[Entry, ...]]
    how: Found


def find(packs: Packs, wanted: Wanted) -> Listed:
    """What fits, in the order of the packs; where words are given, best first, the kind of the best one first too."""
    kinds: tuple[str, ...] = KINDS
    fitting, how = [entry for entry in entries(packs, wanted.area) if _fits(entry, wanted)], Found()
    if wanted.words:
        national = packs.national
        how = search(wanted.words, [_text(entry) for entry in fitting], national.spoken, national.topic_words)
    if how.asked:
        fitting = [fitting[place] for place in how.order]
        kinds = tuple(dict.fromkeys(entry.kind for entry in fitting))
    found = {kind: tuple(entry for entry in fitting if entry.kind == kind) for kind in kinds}
    return Listed({kind: some for kind, some in found.items() if some}, how)


def entries(packs: Packs, area: str) -> Iterator[Entry]:
    """England's entries, then those of the area, or of every area."""
    yield from _of_pack(packs.national, "", packs)
    for id_, pack in packs.areas.items():
        if area in (ALL, id_):
            yield from _of_pack(pack, id_, packs)
            yield from _of_chart(pack)


def _of_pack(pack: Pack, area: str, packs: Packs) -> Iterator[Entry]:
    for sign in pack.signs:
        yield Entry("sign", area, sign, sign.says, f"{sign.means} {sign.then}", sign.topics)
    national = {duty.id for duty in packs.national.duties} if area else set()
    for duty in pack.duties:
        if duty.id not in national:
            every = [one for where in (area or "", *packs.areas) for one in packs.duties(where, duty.id)]
            says = " ".join(dict.fromkeys(f"{one.name} {one.says}" for one in every))
            topics = tuple(dict.fromkeys(topic for one in every for topic in one.topics))
            yield Entry("duty", area, duty, duty.name, says, topics)
    for process in pack.processes:
        steps = " ".join(step.says for step in process.steps)
        yield Entry("process", area, process, process.name, f"{process.says} {process.note} {steps}")
    for contact in pack.contacts:
        yield Entry("contact", area, contact, contact.name, f"{contact.says} {' '.join(contact.purpose)}")
    for term in pack.glossary:
        yield Entry("word", area, term, term.term, term.says)


def _of_chart(pack: AreaPack) -> Iterator[Entry]:
    for row in pack.indicators:
        levels = () if row.scale else tuple(dict.fromkeys(id_ for id_ in (row.stands_at, row.level) if id_))
        yield Entry("statement", pack.id, row, row.says, row.note, row.topics, levels)
    for factor in pack.factors:
        yield Entry("list", pack.id, factor, factor.says, f"{factor.group} {factor.note}", factor.topics)


def _fits(entry: Entry, wanted: Wanted) -> bool:
    """Only statements have a level, and processes, contacts and words no topic: choosing one leaves the others out."""
    return (
        (not wanted.kind or entry.kind == wanted.kind)
        and (not wanted.topic or wanted.topic in entry.topics)
        and (not wanted.level or wanted.level in entry.levels)
    )


@cache
def _text(entry: Entry) -> Text:
    """What is searched of an entry. A statement is known by its own words, a number or a process by all that is said.
    """
    if entry.kind in ("statement", "list"):
        return Text(entry.says, entry.beside, entry.topics)
    if isinstance(entry.item, Sign):
        return Text(f"{entry.says} {entry.item.in_short}", entry.beside, entry.topics, first=True)
    return Text(f"{entry.says} {entry.beside}", "", entry.topics,
                least=ITSELF if entry.kind == "word" else NEAR_ENOUGH)


def kind_options() -> dict[str, str]:
    """Value → words of a field for the kind of entry."""
    return {kind: say(f"look_up.kind.{kind}") for kind in KINDS}


def topics_of(packs: Packs, area: str) -> dict[str, tuple[Topic, ...]]:
    """Group → the worries that something is printed about in an area, or in any, in the order of the national pack."""
    spoken = {topic for entry in entries(packs, area) for topic in entry.topics}
    found: dict[str, tuple[Topic, ...]] = {}
    for topic in sorted(packs.national.topics, key=lambda one: one.order):
        if topic.id in spoken:
            found[topic.group] = (*found.get(topic.group, ()), topic)
    return found


def topic_options(packs: Packs, none: str) -> dict[str, str]:
    """Value → words of a field for the topic, in the order of the pack; `none` is what an empty value says."""
    return {"": none, **{topic.id: topic.name for topic in sorted(packs.national.topics, key=lambda one: one.order)}}
