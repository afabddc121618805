"""The one search over what packs say: by the words themselves, by what people say in everyday words, and past slips.

Order: the words as one phrase; all of them; everyday words, or some of the words; then only what belongs to the topic.
A level is never looked at, and what is equal stands in an order that says nothing.
"""
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import log

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

from guidance.models import EverydayWords

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
SHORTEST_SLIP = 5
"""Letters of a word that may be read as another: in a shorter one a slip cannot be told from another word."""
SURE = 0.8
"""How like a word must be to one of the packs to be read as it: one slip in five letters, two in ten."""
SELF = "self"
_WORD = re.compile(r"[a-z0-9']+")
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "themself", "itself", "myself", "yourself", "hisself"})
_PARTICLES = frozenset({
    "by", "out", "off", "up", "down", "over", "back", "go", "goe", "went", "come", "came", "put", "keep", "kept", "left"
})
"""Words that mean something only beside others."""
_SMALL_WORDS = frozenset(_WORD.findall("""
a about after again all also always am an and any are as at be because been before being boy boys but can cannot child
children could did do does doing for from get gets getting girl girls got had has have having he her hers him his how
i if in into is it its kid kids lad lads lot lots may me more much my never no nobody none not of on one or our pupil
pupils really seem seems she so some somebody someone student students than that the their them then there these they
this to too us very was we were what when where which while who whose why will with would you your says said say ain't
aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't shouldn't wasn't weren't won't wouldn't aint
arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont wouldnt i'm he's she's it's
they're we're i've im hes shes year years yr yrs old month months week weeks day days today yesterday last just found
saw think thinks thought feel feels
"""))
_STEMMER = snowballstemmer.stemmer("english")
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """What is searched of one thing: its `own` words, what stands `beside` them, and its topics with their words.

    `first`: it comes before others that hold the same words, as a sign that cannot wait does.
    """

    own: str
    beside: str = ""
    topics: tuple[str, ...] = ()
    first: bool = False


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
    typed = _tokens(query[:LONGEST])[:MOST_WORDS]
    if not any(stem not in _PARTICLES for _, stem in typed):
        return Found()
    mended, read_as = _mended(typed, texts, spoken)
    units = tuple(_units(mended, spoken))
    own = [stems_of(text.own) for text in texts]
    weights, missed = _weights(units, own, texts)
    whole = tuple(stem for _, stem, slip in mended if not slip and stem not in _PARTICLES)
    sure = not any(slip for *_, slip in mended)
    ranked, rest = list[tuple[int, bool, float, str, int]](), list[tuple[float, str, int]]()
    for place, text in enumerate(texts):
        tier = _tier(whole, text.own, own[place]) if sure and _meant(units, text) else 2
        weight = sum(each.get(place, 0.0) for each in weights)
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


@cache
def stems_in_turn(text: str) -> Stems:
    """The stems of a text of a pack as they stand. Kept for the next search: never call it with what somebody typed."""
    return tuple(SELF if word in _REFLEXIVE else _stem_kept(word) for word in _words(text))


@cache
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text of a pack. Never call it with what somebody typed."""
    return frozenset(stems_in_turn(text))


def _tokens(text: str) -> list[tuple[str, str]]:
    """The words of a text and their stems, without small words. Nothing of it is kept."""
    return [(word, SELF if word in _REFLEXIVE else _stem(word)) for word in _words(text)]


def _words(text: str) -> list[str]:
    """The words of a text in small letters without accents, and without small words and figures."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    words = _WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))
    return [word for word in words if word.strip("'") and word not in _SMALL_WORDS and not word.isdigit()]


def _stem(word: str) -> str:
    stem: str = _STEMMER.stemWord(word.strip("'"))
    return stem.replace("'", "")


@cache
def _stem_kept(word: str) -> str:
    """The stem of a word of a pack: they have few words, and each stands in many places."""
    return _stem(word)


def _mended(typed: list[tuple[str, str]], texts: Sequence[Text], spoken_: Spoken
            ) -> tuple[list[tuple[str, str, bool]], tuple[tuple[str, str], ...]]:
    """Each word as typed, its stem, and whether it was read as another; and which were read as which."""
    said = {stem for stems in spoken_ for stem in stems}
    known = said.union(*(stems_of(text.own) | stems_of(text.beside) for text in texts))
    mended, read_as = [], []
    for word, stem in typed:
        other = "" if stem in known or len(word) < SHORTEST_SLIP else _likest(word, texts, spoken_)
        mended.append((word, _stem(other) if other else stem, bool(other)))
        if other:
            read_as.append((word, other))
    return mended, tuple(read_as)


def _likest(word: str, texts: Sequence[Text], spoken_: Spoken) -> str:
    """The word of the packs, or of those that people say, that is most like one that none of them has."""
    words = {one for text in texts for one in _words_of(text.own)}
    words |= {one for groups in spoken_.values() for group in groups for said in group.said for one in _words_of(said)}
    like = sorted(one for one in words if one[0] == word[0])
    found = process.extractOne(word, like, scorer=OSA.normalized_similarity, score_cutoff=SURE)
    return found[0] if found else ""


@cache
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_words(text))


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
            nearest = max((weight for target, weight in wanted if target and target <= stems), default=0.0)
            if nearest > 0:
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


def _wanted(unit: _Unit) -> list[tuple[frozenset[str], float]]:
    """The words of a unit, and those that people mean by it, with what each weighs."""
    return [(frozenset(unit.stems), 1.0), *(
        (frozenset(stems_in_turn(target)), NEARNESS - STEP * place)
        for group in unit.groups for place, target in enumerate(group.means))]


def _meant(units: tuple[_Unit, ...], text: Text) -> bool:
    """Whether a text is about what people mean by these words, as far as that is known."""
    return all(not unit.topics or unit.topics & set(text.topics) for unit in units)


def _tier(whole: Stems, text: str, own: frozenset[str]) -> int:
    """0: the words as one phrase; 1: all of them; 2: something else."""
    if not set(whole) <= own:
        return 2
    turn = stems_in_turn(text)
    together = any(turn[place:place + len(whole)] == whole for place in range(len(turn) - len(whole) + 1))
    return 0 if together and len(whole) > 1 else 1


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
