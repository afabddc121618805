"""The one search over what packs say: by the words themselves, by what people say in everyday words, and past slips.

Order: the words as one phrase; all of them; everyday words, or some of the words; then only what belongs to the topic.
Of long texts, such as a process, those that hold fewer of the words than something else are no answer.
A level is never looked at, and what is equal stands in an order that says nothing.
"""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import log

from guidance.query import PARTICLES, Spoken, Text, Unit, mended, units_of, words_typed
from guidance.stems import Stems, stems_in_turn, stems_of

FEW = 5
"""Where fewer hold the words, others of the same topic follow them."""
WEAKEST = 0.4
"""Of those that hold some of the words, the share of the best one's weight below which nothing is shown."""
NEARNESS, STEP, ABOUT = 0.9, 0.08, 0.6
"""What the nearest meaning of an everyday word weighs beside the word itself, how much less each further one, and what
the topic weighs where nothing has such words."""
UNKNOWN = 0.5
"""The share of its weight that a word keeps which is none of the everyday ones, where others of the query are."""
ELSEWHERE = 0.7
"""The share of its weight that a word keeps where a text is about another topic than people mean by it: "no money" is
about a home, and "sex, work or money" is not."""
BESIDE, SIGN = 0.8, 1.05
"""What a text counts that is about the topic beside another, and a sign that is about it, which cannot wait."""
WHO = 0.3
"""What a word for a person or a place weighs beside a word for a worry, such as "grandma" in "grandma hits"; several of
them weigh as much as one."""
NEAR_ENOUGH, ITSELF = 0.6, 1.0
"""What a meaning weighs at least for a long text to be found by it, since a far one, such as "care", stands in most of
them; and what only the word itself weighs."""


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


def find(query: str, texts: Sequence[Text], spoken: Spoken, topics: Mapping[str, str]) -> Found:
    """What holds the words of a query, best first. `topics`: the words of each topic. The query is kept nowhere."""
    typed = words_typed(query)
    if not typed:
        return Found()
    words, read_as = mended(typed, texts, spoken)
    units = tuple(units_of(words, spoken))
    own = [stems_of(text.own) for text in texts]
    weights, missed = _weights(units, own, texts)
    whole = tuple(stem for _, stem, slip in words if not slip and stem not in PARTICLES)
    sure = not any(slip for *_, slip in words)
    most = max((_holds(weights, place) for place in range(len(texts))), default=0)
    ranked = list[tuple[int, bool, float, str, int]]()
    for place, text in enumerate(texts):
        tier = _tier(whole, text.own, own[place]) if sure and _meant(units, text) else 2
        weight = _weight(units, weights, place)
        if weight and not (text.least and _holds(weights, place) < most):
            ranked.append((tier, tier < 2 and not text.first, -weight, _scrambled(text.own), place))
    best = max((-weight for tier, _, weight, *_ in ranked if tier > 1), default=0.0)
    kept = [entry for entry in sorted(ranked) if entry[0] < 2 or -entry[2] >= WEAKEST * best]
    order = tuple(entry[-1] for entry in kept)
    about = frozenset(id_ for unit in units for group in unit.groups for id_ in group.topics[:1])
    answered = any(about & set(texts[place].topics) for place in order if not texts[place].least)
    others = [place for place in range(len(texts)) if not _weight(units, weights, place)]
    more = _nearest(units, others, texts, topics, answered)[:max(0, FEW - len(order))]
    lost = missed if 2 * len(missed) >= len(units) else ()
    return Found((*order, *more), read_as, lost, asked=True, near=len(more))


def _weight(units: tuple[Unit, ...], weights: list[dict[int, float]], place: int) -> float:
    """What a text weighs: its worries, and beside one of them who it is or where. Somebody alone makes no worry, where
    a word for one is found anywhere."""
    worries = [each for unit, each in zip(units, weights, strict=True) if not unit.who]
    others = max((each.get(place, 0.0) for unit, each in zip(units, weights, strict=True) if unit.who), default=0.0)
    if not any(worries):
        return others
    found = sum(each.get(place, 0.0) for each in worries)
    return found + WHO * others if found else 0.0


def holds(target: str, text: str) -> bool:
    """Whether all words of a meaning stand in a text, in whatever form."""
    return frozenset(stems_in_turn(target)) <= stems_of(text)


def _weights(units: tuple[Unit, ...], own: list[frozenset[str]], texts: Sequence[Text]
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
                here[place] = nearest * _about(unit, texts[place])
        if not here:
            here = {place: ABOUT for place, text in enumerate(texts)
                    if not text.first and unit.topics & set(text.topics)}
        rare = log(1 + len(own) / len(here)) / log(1 + len(own)) if here else 0.0
        known = 1.0 if unit.groups or not any(one.groups for one in units) else UNKNOWN
        weights.append({place: weight * rare * known for place, weight in here.items()})
        if not here:
            missed.append(unit.typed)
    return weights, tuple(missed)


def _about(unit: Unit, text: Text) -> float:
    """What a word counts in a text by what that is about, beside what people mean by the word."""
    if not unit.topics:
        return 1.0
    if not unit.topics & set(text.topics):
        return ELSEWHERE
    return SIGN if text.first else 1.0 if text.topics[0] in unit.topics else BESIDE


def _holds(weights: list[dict[int, float]], place: int) -> int:
    """How many words of the query a text holds, or something that they mean."""
    return sum(place in each for each in weights)


def _wanted(unit: Unit) -> list[tuple[Stems, float]]:
    """The words of a unit, and those that people mean by it, with what each weighs."""
    return [(unit.stems, 1.0), *(
        (stems_in_turn(target), NEARNESS - STEP * place)
        for group in unit.groups for place, target in enumerate(group.means))]


def _meant(units: tuple[Unit, ...], text: Text) -> bool:
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


def _nearest(units: tuple[Unit, ...], places: list[int], texts: Sequence[Text], topics: Mapping[str, str],
             answered: bool) -> tuple[int, ...]:
    """The places that have none of the words and are about the worry first of all, best first, the long ones last.

    Those that are about it beside another only where nothing else is, so that a word for a blow does not lead to
    neglect. `answered`: something that has the words, and is not long, is about the worry."""
    near = {place: _near(units, texts[place], topics) for place in places}
    if not answered and not any(
            _first_of_all(units, texts[place]) for place in places if not texts[place].least):
        near = {place: found or _beside(units, texts[place], topics) for place, found in near.items()}
    return tuple(sorted((place for place in places if near[place]), key=lambda place: (
        texts[place].least, -near[place], _scrambled(texts[place].own))))


def _near(units: tuple[Unit, ...], text: Text, topics: Mapping[str, str]) -> float:
    """How many words of the query belong to what a text is about first of all, or to what stands beside it."""
    about = () if text.first else text.topics[:1]
    beside = stems_of(text.beside).union(*(stems_of(topics.get(id_, "")) for id_ in about))
    return float(sum(_first_of_all((unit,), text) or set(unit.stems) <= beside for unit in units))


def _beside(units: tuple[Unit, ...], text: Text, topics: Mapping[str, str]) -> float:
    """How many words of the query belong to a topic of a text, whichever; a sign is never found by its topics alone."""
    about = frozenset[str]() if text.first else frozenset(text.topics)
    words = frozenset[str]().union(*(stems_of(topics.get(id_, "")) for id_ in about))
    return BESIDE * sum(bool(unit.topics & about) or set(unit.stems) <= words for unit in units if about)


def _first_of_all(units: tuple[Unit, ...], text: Text) -> bool:
    """Whether a text, and no sign, is about what people mean by one of these words first of all."""
    return not text.first and any(one in unit.topics for one in text.topics[:1] for unit in units)


@cache
def _scrambled(words: str) -> str:
    """An order that says nothing of a level: not that of the pack, nor of the alphabet."""
    return sha256(words.encode()).hexdigest()
