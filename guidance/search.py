"""The one search over what packs say: by the words themselves, by what people say in everyday words, and past slips.

Order: the words as one phrase; all of them; everyday words, or some of the words; then only what belongs to the topic.
Of long texts, such as a process, those that hold fewer of the words than something else are no answer.
A level is never looked at, and what is equal stands in an order that says nothing.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from guidance.models import EverydayWords
from guidance.stems import Stems, stem_of, stems_in_turn, stems_of, tokens, words_of

FEW = 5
"""Where fewer hold the words, others of the same topic follow them."""
WEAKEST = 0.4
"""Of those that hold some of the words, the share of the best one's weight below which nothing is shown."""
NEARNESS, STEP, ABOUT = 0.9, 0.08, 0.6
"""What the nearest meaning of an everyday word weighs beside the word itself, how much less each further one, and what
the topic weighs where nothing has such words."""
UNKNOWN = 0.5
"""The share of its weight that a word keeps which is none of the everyday ones, where others of the query are."""
LONGEST, MOST_WORDS = 2000, 30
"""Letters and words of a query that are read: somebody may paste a page."""
ELSEWHERE = 0.7
"""The share of its weight that a word keeps where a text is about another topic than people mean by it: "no money" is
about a home, and "sex, work or money" is not."""
MOSTLY = 1.5
"""What a text counts that is about the topic first of all, beside one that is about others too."""
NEAR_ENOUGH, ITSELF = 0.6, 1.0
"""What a meaning weighs at least for a long text to be found by it, since a far one, such as "care", stands in most of
them; and what only the word itself weighs."""
SHORTEST_SLIP = 5
"""Letters of a word that may be read as another: in a shorter one a slip cannot be told from another word."""
SURE = 0.8
"""How like a word must be to one of the packs to be read as it: one slip in five letters, two in ten."""
_PARTICLES = frozenset({
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
class Found:
    """The places of what was found, best first; words that were read as another; words that nothing
    holds, where they are half of the query or more.

    `near`: how many of them, the last ones, have none of the words and are only about the topic. `asked`: whether there
    was a word to search for at all.
    """

    order: tuple[int, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    missed: tuple[str, ...] = ()
    asked: bool = False
    near: int = 0


@dataclass(frozen=True)
class _Unit:
    """A word of the query, or several that mean one thing; `slip`: it was read as another than was typed."""

    typed: str
    stems: Stems
    groups: tuple[EverydayWords, ...] = ()
    slip: bool = False

    @property
    def topics(self) -> frozenset[str]:
        """The topics that people mean by it; none where it has no group or one about anything."""
        return frozenset(id_ for group in self.groups for id_ in group.topics)


Spoken = Mapping[Stems, tuple[EverydayWords, ...]]
"""What people say, as stems, and what they may mean by it."""


def find(query: str, texts: Sequence[Text], spoken: Spoken, topics: Mapping[str, str]) -> Found:
    """What holds the words of a query, best first. `topics`: the words of each topic. The query is kept nowhere."""
    typed = tokens(query[:LONGEST])[:MOST_WORDS]
    if not any(stem not in _PARTICLES for _, stem in typed):
        return Found()
    mended, read_as = _mended(typed, texts, spoken)
    units = tuple(_units(mended, spoken))
    own = [stems_of(text.own) for text in texts]
    weights, missed = _weights(units, own, texts)
    whole = tuple(stem for _, stem, slip in mended if not slip and stem not in _PARTICLES)
    sure = not any(slip for *_, slip in mended)
    most = max((_holds(weights, place) for place in range(len(texts))), default=0)
    ranked, rest = list[tuple[int, bool, float, str, int]](), list[tuple[float, str, int]]()
    for place, text in enumerate(texts):
        tier = _tier(whole, text.own, own[place]) if sure and _meant(units, text) else 2
        weight = sum(each.get(place, 0.0) for each in weights)
        if weight and text.least and _holds(weights, place) < most:
            continue
        if weight:
            ranked.append((tier, tier < 2 and not text.first, -weight, _scrambled(text.own), place))
        elif near := _near(units, text, topics):
            rest.append((-near, _scrambled(text.own), place))
    best = max((-weight for tier, _, weight, *_ in ranked if tier > 1), default=0.0)
    kept = [entry for entry in sorted(ranked) if entry[0] < 2 or -entry[2] >= WEAKEST * best]
    order = tuple(entry[-1] for entry in kept)
    more = tuple(entry[-1] for entry in sorted(rest))[:max(0, FEW - len(order))]
    lost = missed if 2 * len(missed) >= len(units) else ()
    return Found((*order, *more), read_as, lost, asked=True, near=len(more))


def spoken(everyday: Sequence[EverydayWords]) -> Spoken:
    """What people say, ready to be found in a query."""
    found: dict[Stems, tuple[EverydayWords, ...]] = {}
    for group in everyday:
        for said in group.said:
            stems = stems_in_turn(said)
            if stems and group not in found.get(stems, ()):
                found[stems] = (*found.get(stems, ()), group)
    return found


def holds(target: str, text: str) -> bool:
    """Whether all words of a meaning stand in a text, in whatever form."""
    return frozenset(stems_in_turn(target)) <= stems_of(text)


def _mended(typed: list[tuple[str, str]], texts: Sequence[Text], spoken_: Spoken
            ) -> tuple[list[tuple[str, str, bool]], tuple[tuple[str, str], ...]]:
    """Each word as typed, its stem, and whether it was read as another; and which were read as which."""
    said = {stem for stems in spoken_ for stem in stems}
    known = said.union(*(stems_of(text.own) | stems_of(text.beside) for text in texts))
    mended, read_as = [], []
    for word, stem in typed:
        other = "" if stem in known or len(word) < SHORTEST_SLIP else _likest(word, texts, spoken_)
        mended.append((word, stem_of(other) if other else stem, bool(other)))
        if other:
            read_as.append((word, other))
    return mended, tuple(read_as)


def _likest(word: str, texts: Sequence[Text], spoken_: Spoken) -> str:
    """The word of the packs, or of those that people say, that is most like one that none of them has."""
    words = {one for text in texts for one in words_of(text.own)}
    words |= {one for groups in spoken_.values() for group in groups for said in group.said for one in words_of(said)}
    like = sorted(one for one in words if one[0] == word[0])
    found = process.extractOne(word, like, scorer=OSA.normalized_similarity, score_cutoff=SURE)
    return found[0] if found else ""


def _units(typed: list[tuple[str, str, bool]], spoken_: Spoken) -> Iterator[_Unit]:
    """The longest things that people say, from the left; a word by itself where it belongs to none."""
    longest = max((len(stems) for stems in spoken_), default=1)
    place = 0
    while place < len(typed):
        for size in range(min(longest, len(typed) - place), 0, -1):
            part = typed[place:place + size]
            stems = tuple(stem for _, stem, _ in part)
            if stems in spoken_ or size == 1:
                break
        if stems in spoken_ or stems[0] not in _PARTICLES:
            yield _Unit(" ".join(word for word, *_ in part), stems, spoken_.get(stems, ()), any(one[2] for one in part))
        place += size


def _weights(units: tuple[_Unit, ...], own: list[frozenset[str]], texts: Sequence[Text]
             ) -> tuple[list[dict[int, float]], tuple[str, ...]]:
    """For each unit the places that hold it and how much that weighs: the rarer, the more. Where nothing holds it, the
    places that are about it. And what there is nothing about."""
    weights, missed = [], []
    for unit in units:
        wanted = _wanted(unit)
        here: dict[int, float] = {}
        for place, stems in enumerate(own):
            nearest = max((weight for target, weight in wanted if target and stems.issuperset(target)
                           and (not texts[place].least or _in_turn(target, texts[place].own))), default=0.0)
            if nearest and nearest >= texts[place].least:
                here[place] = nearest * (1.0 if _meant((unit,), texts[place]) else ELSEWHERE)
        if not here:
            here = {place: ABOUT for place, text in enumerate(texts)
                    if not text.first and unit.topics & set(text.topics)}
        rare = log(1 + len(own) / len(here)) / log(1 + len(own)) if here else 0.0
        known = 1.0 if unit.groups or not any(one.groups for one in units) else UNKNOWN
        weights.append({place: weight * rare * known for place, weight in here.items()})
        if not here:
            missed.append(unit.typed)
    return weights, tuple(missed)


def _holds(weights: list[dict[int, float]], place: int) -> int:
    """How many words of the query a text holds, or something that they mean."""
    return sum(place in each for each in weights)


def _wanted(unit: _Unit) -> list[tuple[Stems, float]]:
    """The words of a unit, and those that people mean by it, with what each weighs."""
    return [(unit.stems, 1.0), *(
        (stems_in_turn(target), NEARNESS - STEP * place)
        for group in unit.groups for place, target in enumerate(group.means))]


def _meant(units: tuple[_Unit, ...], text: Text) -> bool:
    """Whether a text is about what people mean by these words, as far as that is known."""
    return all(not unit.topics or unit.topics & set(text.topics) for unit in units)


def _tier(whole: Stems, text: str, own: frozenset[str]) -> int:
    """0: the words as one phrase; 1: all of them; 2: something else."""
    if not set(whole) <= own:
        return 2
    return 0 if len(whole) > 1 and _in_turn(whole, text) else 1


def _in_turn(words: Stems, text: str) -> bool:
    """Whether words stand in a text of a pack one after the other."""
    turn = stems_in_turn(text)
    return any(turn[place:place + len(words)] == words for place in range(len(turn) - len(words) + 1))


def _near(units: tuple[_Unit, ...], text: Text, topics: Mapping[str, str]) -> float:
    """How many words of the query belong to what stands beside a text, or to its topics; its first one counts more."""
    about = () if text.first else text.topics
    beside = stems_of(text.beside).union(*(stems_of(topics.get(id_, "")) for id_ in about))
    near = 0.0
    for unit in units:
        mine = unit.topics & set(about)
        near += (MOSTLY if about[0] in mine else 1.0) if mine else float(set(unit.stems) <= beside)
    return near


@cache
def _scrambled(words: str) -> str:
    """An order that says nothing of a level: not that of the pack, nor of the alphabet."""
    return sha256(words.encode()).hexdigest()
