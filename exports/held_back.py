"""Answers that are held back: kept out of every paper but one sheet for the front door (practice rule 21).

Confidentiality belongs to an answer, not only to a field of identity: a neighbour who must not be named stands in a
note. So every document is built from a copy in which each held-back answer, and the name of each source who must not be
named, is gone. A paper for professionals says that something is held; a paper for the family shows not even that. Only
the referral's own sheet for the front door is given the words.
"""
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from decision.case import Case, HeldBack
from exports.details import NOT_KNOWN, Details, UnnamedSource
from exports.family import words_of
from guidance.packs import Packs

HELD = "[held back: ask the person who wrote this]"
"""What a paper for professionals prints in place of an answer that is held back."""
KEPT = frozenset({"id", "key", "label", "answer", "why", "format", "relation", "role", "reference", "language"})
"""Parts of an answer that say which answer it is, and tell nothing about a source."""
LABELS: Mapping[str, str] = {
    "other_worry_note": "A worry in your own words", "where_now.note": "Where the child is now",
    "source_of_harm.note": "Who might be causing it", "voice.words": "The child’s own words",
    "voice.behaviour": "How the child behaves", "voice.observed": "What was observed",
    "voice.who_can_help": "Who can help the child to be heard", "history.how_long": "How long it has been going on",
    "history.how_often": "How often", "history.note": "History", "history.help": "Help that was tried",
    "sight.note": "Who still sees the child", "strengths_note": "Strengths", "safe_people": "Safe people",
    "own_view_reason": "The reason for your own view", "young_person.view": "The young person’s own view",
    "call.note": "What was said on the telephone",
    "details.narrative.why_now": "Why now", "details.narrative.worry": "What you are worried about",
    "details.narrative.injury": "An injury or mark",
    "details.narrative.exact_words": "What was said, in the exact words",
    "details.narrative.question_asked": "The question asked before it",
    "details.narrative.history": "History and pattern",
    "details.narrative.going_well": "What goes well", "details.narrative.tried": "What has been tried",
    "details.narrative.analysis": "What will happen if nothing changes", "details.narrative.ask": "What you ask for",
    "details.narrative.meanwhile": "What you go on doing", "details.narrative.not_known": "What is not known",
    "details.narrative.visiting_risk": "Risk to visiting staff",
    "details.narrative.safe_contact": "Safe ways and times",
    "details.narrative.accessibility": "Access and communication",
    "details.log": "What has been done, step by step", "details.chronology": "Events in the past",
    "details.missing_education.summary": "Missing education: summary",
    "details.missing_education.risk": "Missing education: risk",
    "details.missing_education.told_today": "Missing education: who was told",
    "details.missing_education.signs_of_a_move": "Missing education: signs of a move",
    "details.allegation.summary": "Allegation: summary", "details.allegation.said_by": "Allegation: who said it",
    "details.allegation.happened": "Allegation: when and where",
    "details.allegation.witnesses": "Allegation: witnesses",
    "details.conversation.said": "The conversation: what you said",
    "details.conversation.advice": "The conversation: what they advised",
    "details.conversation.my_view": "The conversation: your view",
    "details.conversation.their_view": "The conversation: their view",
    "details.conversation.reasons": "The conversation: the reasons",
}
"""Place of an answer that can be held back → what it is called. Findings, signs and family notes are listed by case."""
ROWS: Mapping[str, str] = {"help": "what", "log": "what", "chronology": "event"}
"""Answers that are tables → the column that says, for professionals, that its rows are held back."""


PASSAGE = 16
"""Letters of a run of words that is looked for in other answers: a shorter one says too little to tell a source."""
WHOLE = 10
"""Letters of a whole sentence that is looked for."""
RUN = 4
"""Words of a held passage that are known again elsewhere."""
SHORTEST = 3
"""Letters of a word of a name that is worth looking for."""
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
NUMBER = re.compile(r"\d[\d\s().-]{4,}\d")
WRITTEN = frozenset({
    "", "note", "words", "when", "text", "what", "result", "event", "source", "effect", "action", "who",
})
"""Parts of an answer that hold words of the user; the others are choices."""
TOLD = frozenset({"", "note", "words", "text", "what", "event"})
"""Parts that hold what was told, so that a copy of it elsewhere would tell the source too."""


@dataclass(frozen=True)
class Answer:
    """An answer that can be held back: its place, what it is called, its words, and why it is held, if it is."""

    place: str
    called: str
    said: str
    held: HeldBack | None


@dataclass(frozen=True)
class FrontDoorSheet:
    """What only the front door is given: the answers that are held back, and the sources who must not be named."""

    answers: tuple[Answer, ...] = ()
    sources: tuple[UnnamedSource, ...] = ()


NOTHING_HELD = FrontDoorSheet()


def answers(case: Case, details: Details, packs: Packs) -> tuple[Answer, ...]:
    """Every written answer that can be held back, those with evidence first. Empty answers are left out."""
    whole = _whole(case, details)
    names = {**_statements(case, packs), **LABELS}
    names |= {f"family.{member.key}": f"About {member.relation or 'a family member'}" for member in case.family}
    names |= {f"details.narrative.effects.{item.label}": f"What it means for child {item.label}"
              for item in details.narrative.effects}
    found = ((place, called, _words(_at(whole, place.split(".")))) for place, called in names.items())
    return tuple(Answer(place, called, said, case.held_back.get(place)) for place, called, said in found if said)


def held(case: Case, details: Details, packs: Packs) -> tuple[Answer, ...]:
    """The answers that are held back."""
    return tuple(answer for answer in answers(case, details, packs) if answer.held)


def open_copy(case: Case, details: Details, family: bool) -> tuple[Case, Details]:
    """Case and details without what is held back, and without the name of a source who must not be named.

    A passage that is held back is gone from other answers too, where a sentence or a few words of it were copied.
    For `family` such an answer is simply not there, and an answer that names a source is left out whole; otherwise both
    say that something is held.
    """
    whole = _whole(case, details)
    put = "" if family else HELD
    runs = {run for place in case.held_back for said in _texts(_at(whole, place.split(".")), TOLD)
            for part in SENTENCE.split(said) for run in _runs(part)}
    for place in case.held_back:
        _replace(whole, place.split("."), put)
    whole["details"]["sources"] = []
    if runs:
        whole = _swept(whole, lambda text: _without_passages(text, runs, put))
    if pattern := _names(details):
        whole = _swept(whole, lambda text: pattern.sub(put, text) if put else "" if pattern.search(text) else text)
    if family:
        whole["held_back"] = {}
    data = whole.pop("details")
    return Case.model_validate(whole), Details.model_validate(data)


def _whole(case: Case, details: Details) -> dict[str, Any]:
    """Both as plain data that can be changed; dates stay dates, so that no sweep of words can touch one."""
    whole: dict[str, Any] = _plain({**case.model_dump(), "details": details.model_dump()})
    return whole


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _plain(item) for key, item in node.items()}
    return [_plain(item) for item in node] if isinstance(node, tuple | list) else node


def _statements(case: Case, packs: Packs) -> dict[str, str]:
    """Place → statement, for each sign and finding, in the words of the pack."""
    area = packs.area(case.home_area)
    signs = {sign.id: sign.says for sign in packs.signs(case.home_area)}
    rows = {row.id: row.says for row in area.indicators} if area else {}
    said = {f"signs.{id_}": signs.get(id_, id_) for id_ in case.signs}
    return said | {f"findings.{item.id}": rows.get(item.id, item.id) for item in case.findings}


def _at(node: Any, path: list[str]) -> Any:
    for part in path:
        node = _child(node, part)
    return node


def _child(node: Any, part: str) -> Any:
    if isinstance(node, list):
        return next((item for item in node if part in (item.get("id"), item.get("key"), item.get("label"))), None)
    return node.get(part) if isinstance(node, dict) else None


def _words(node: Any) -> str:
    """Everything written in an answer, in one text."""
    return "\n".join(dict.fromkeys(said for said in _texts(node, WRITTEN) if said.strip() and said != NOT_KNOWN))


def _texts(node: Any, wanted: frozenset[str], name: str = "") -> Iterator[str]:
    if isinstance(node, str) and name in wanted:
        yield node
    elif isinstance(node, dict):
        for key, item in node.items():
            yield from _texts(item, wanted, key)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item, wanted, name)


def _replace(whole: dict[str, Any], path: list[str], put: str) -> None:
    """Empty an answer in place. Of a record only the note says that it is held; how it is known tells a source too."""
    parent, last = _at(whole, path[:-1]), path[-1]
    node = _child(parent, last)
    if isinstance(node, str):
        parent[last] = put
    elif isinstance(node, list):
        parent[last] = [{ROWS[last]: put}] if put and last in ROWS else []
    elif isinstance(node, dict):
        for key, item in node.items():
            if isinstance(item, str) and key not in KEPT:
                node[key] = None if key == "basis" else ""
        says = next((key for key in ("note", "text") if key in node), None)
        if says:
            node[says] = put


def _names(details: Details) -> re.Pattern[str] | None:
    """Names and numbers of sources who must not be named: whole, each word of a name, each number however spaced.

    A word that is also part of somebody else's name, such as a child's, is left where it stands alone.
    """
    sources = [part for source in details.sources for part in (source.name, source.contact)
               if part.strip() and part != NOT_KNOWN]
    open_words = {word for name in _open_names(details) for word in words_of(name)}
    parts = {r"\s+".join(re.escape(word) for word in said.split()) for said in sources}
    parts |= {r"[\s().-]*".join(re.findall(r"\d", number)) for said in sources for number in NUMBER.findall(said)}
    parts |= {rf"\b{re.escape(word)}\b" for source in details.sources
              for word in words_of(source.name) - open_words if len(word) >= SHORTEST}
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE) if parts else None


def _open_names(details: Details) -> Iterator[str]:
    yield from (child.name.text for child in details.children)
    yield from (member.name.text for member in details.household)
    yield from (person.name for person in details.professionals)
    yield from (details.referrer.name, details.referrer.lead_name)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of a few words that says enough to be known again, and the sentence as a whole."""
    said = [word.casefold() for word in WORD.findall(text)]
    runs = {tuple(said[at:at + RUN]) for at in range(max(len(said) - RUN, 0) + 1)}
    long = {run for run in runs if sum(map(len, run)) >= PASSAGE}
    return long | {tuple(said)} if sum(map(len, said)) >= WHOLE else long


def _without_passages(text: str, runs: set[tuple[str, ...]], put: str) -> str:
    """A text without the sentences that repeat a held passage; nothing of it where nothing may stand for them."""
    lengths = {len(run) for run in runs}
    if not runs & _all_runs(text, lengths):
        return text
    parts = SENTENCE.split(text)
    kept = [put if runs & _all_runs(part, lengths) else part for part in parts]
    return " ".join(dict.fromkeys(kept)) if put and kept != parts else put


def _all_runs(text: str, lengths: set[int]) -> set[tuple[str, ...]]:
    said = [word.casefold() for word in WORD.findall(text)]
    return {tuple(said[at:at + length]) for length in lengths for at in range(len(said) - length + 1)}


def _swept(node: Any, change: Callable[[str], str]) -> Any:
    """The answers with this done to every text; ids and choices stay."""
    if isinstance(node, str):
        return change(node)
    if isinstance(node, dict):
        return {key: item if key in KEPT else _swept(item, change) for key, item in node.items()}
    return [_swept(item, change) for item in node] if isinstance(node, list) else node
