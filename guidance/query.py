"""A query read as what people say: past slips, the longest sayings first, and which words only say who or where.

Nothing of it is kept.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from guidance.models import EverydayWords
from guidance.stems import Stems, stem_of, stems_in_turn, stems_of, tokens, words_in_turn, words_of

LONGEST, MOST_WORDS = 2000, 30
"""Letters and words of a query that are read: somebody may paste a page."""
SHORTEST_SLIP = 5
"""Letters of a word that may be read as another: in a shorter one a slip cannot be told from another word."""
SURE = 0.8
"""How like a word must be to one of the packs to be read as it: one slip in five letters, two in ten."""
PARTICLES = frozenset({
    "by", "out", "off", "up", "down", "over", "back", "go", "goe", "went", "come", "came", "put", "keep", "kept", "left"
})
"""Words that mean something only beside others."""


@dataclass(frozen=True)
class Text:
    """What is searched of one thing: its `own` words, what stands `beside` them, and its topics with their words.

    `first`: it comes before others that hold the same words, as a sign that cannot wait does. `least`: what a word's
    meaning must weigh for it to be found by it, where its own words are all that is said of it, as of a process: one of
    many words says little of what a text is about.
    """

    own: str
    beside: str = ""
    topics: tuple[str, ...] = ()
    first: bool = False
    least: float = 0.0


@dataclass(frozen=True)
class Unit:
    """A word of the query, or several that mean one thing; `slip`: it was read as another than was typed."""

    typed: str
    stems: Stems
    groups: tuple[EverydayWords, ...] = ()
    slip: bool = False

    @property
    def topics(self) -> frozenset[str]:
        """The topics that people mean by it; none where it has no group or one about anything."""
        return frozenset(id_ for group in self.groups for id_ in group.topics)

    @property
    def who(self) -> bool:
        """Whether it only says who or where: everyday words, and of no topic."""
        return bool(self.groups) and not self.topics


Spoken = Mapping[Stems, tuple[EverydayWords, ...]]
"""What people say, as stems, and what they may mean by it."""


def spoken(everyday: Sequence[EverydayWords]) -> Spoken:
    """What people say, ready to be found in a query."""
    found: dict[Stems, tuple[EverydayWords, ...]] = {}
    for group in everyday:
        for said in group.said:
            stems = stems_in_turn(said)
            if stems and group not in found.get(stems, ()):
                found[stems] = (*found.get(stems, ()), group)
    return found


def words_typed(query: str) -> list[tuple[str, str]]:
    """The words of a query and their stems, as far as it is read; none where it has only words without a meaning."""
    typed = tokens(query[:LONGEST])[:MOST_WORDS]
    return typed if any(stem not in PARTICLES for _, stem in typed) else []


def mended(typed: list[tuple[str, str]], texts: Sequence[Text], spoken_: Spoken
           ) -> tuple[list[tuple[str, str, bool]], tuple[tuple[str, str], ...]]:
    """Each word as typed, its stem, and whether it was read as another; and which were read as which."""
    said = {stem for stems in spoken_ for stem in stems}
    known = said.union(*(stems_of(text.own) | stems_of(text.beside) for text in texts))
    words, read_as = [], []
    for word, stem in typed:
        other = "" if stem in known or len(word) < SHORTEST_SLIP else _likest(word, texts, spoken_)
        words.append((word, stem_of(other) if other else stem, bool(other)))
        if other:
            read_as.append((word, other))
    return words, tuple(read_as)


def _likest(word: str, texts: Sequence[Text], spoken_: Spoken) -> str:
    """The word of the packs, or of those that people say, that is most like one that none of them has."""
    words = {one for text in texts for one in words_of(text.own)}
    words |= {one for groups in spoken_.values() for group in groups for said in group.said for one in words_of(said)}
    like = sorted(one for one in words if one[0] == word[0])
    found = process.extractOne(word, like, scorer=OSA.normalized_similarity, score_cutoff=SURE)
    return found[0] if found else ""


def units_of(typed: list[tuple[str, str, bool]], spoken_: Spoken) -> Iterator[Unit]:
    """The longest things that people say, from the left; a word by itself where it belongs to none."""
    longest = max((len(stems) for stems in spoken_), default=1)
    place = 0
    while place < len(typed):
        for size in range(min(longest, len(typed) - place), 0, -1):
            part = typed[place:place + size]
            stems = tuple(stem for _, stem, _ in part)
            if stems in spoken_ or size == 1:
                break
        if stems in spoken_ or stems[0] not in PARTICLES:
            words = tuple(word for word, *_ in part)
            yield Unit(" ".join(words), stems, _as_said(words, spoken_.get(stems, ())), any(one[2] for one in part))
        place += size


def _as_said(words: tuple[str, ...], groups: tuple[EverydayWords, ...]) -> tuple[EverydayWords, ...]:
    """The groups that have the words in this very form, where one has: "cutting" is not a "cut"."""
    exact = tuple(group for group in groups if any(words == words_in_turn(said) for said in group.said))
    return exact or groups
