"""Answers that are held back: kept out of every paper but one sheet for the front door (practice rule 21).

Confidentiality belongs to an answer, not only to a field of identity: a neighbour who must not be named stands in a
note. So every document is built from a copy in which each held-back answer, and the name of each source who must not be
named, is gone. A paper for professionals says that something is held; a paper for the family shows not even that. Only
the referral's own sheet for the front door is given the words.
"""
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from decision.case import Case, HeldBack
from decision.one_of import without
from decision.result import Decision
from exports.details import Details, UnnamedSource
from exports.hiding.hold_labels import CALLED
from exports.hiding.hold_places import NOT_HELD, Place, emptied, places, said_at
from exports.hiding.source_names import Names, names_of
from exports.hiding.written import rewritten, texts, to_print
from guidance.packs import Packs
from guidance.vocabulary import Fact
from guidance.words import say
from guidance.words.forms import capital

F = TypeVar("F", bound=Fact)
HELD: str = say("papers.held")
"""What a paper for professionals prints in place of an answer that is held back."""
NO_RELATION: str = say("papers.no_relation")
FIRST = ("signs.", "findings.")
"""Answers with evidence, which are listed first."""
PASSAGE = 16
"""Letters of a run of words that is looked for in other answers: a shorter one says too little to tell a source."""
WHOLE = 10
"""Letters of a whole sentence that is looked for."""
RUN = 4
"""Words of a held passage that are known again elsewhere."""
TIMES = frozenset({"when", "time", "by_when"})
"""Parts of an answer that say a time: the same time in another answer tells nothing, in a text of the details it does.
"""
MARKS_BEFORE, MARKS_AFTER = r"(?:^|(?<=[.:;,!?\n“\"(]))\s*", r"(?=\s*(?:[.:;,!?\n”\")]|$))"
"""Between what a short answer stands where it was taken over: by itself, and no part of a sentence."""
WORD = re.compile(r"\w+")
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


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
    statements = _statements(case, packs)
    relations = {member.key: member.relation for member in case.family}
    found = sorted(places(case, details), key=lambda place: not place.path.startswith(FIRST))
    listed = []
    for place in dict.fromkeys(found):
        said = "\n".join(dict.fromkeys(text for _, text in said_at(case, details, place.path)))
        if said:
            called = statements.get(place.path) or _called(place, relations)
            listed.append(Answer(place.path, called, said, case.held_back.get(place.path)))
    return tuple(listed)


def sheet(case: Case, details: Details, packs: Packs) -> FrontDoorSheet:
    """What is held back, for the front door. What an answer is called names no source: that stands on page one too."""
    names = names_of(details)
    held = (answer for answer in answers(case, details, packs) if answer.held)
    said = {member.relation for member in case.family if names.found_in(member.relation)}
    hidden = tuple(replace(answer, called=_without(answer.called, said, names)) for answer in held)
    return FrontDoorSheet(hidden, details.sources)


def open_copy(case: Case, details: Details, family: bool) -> tuple[Case, Details]:
    """Case and details without what is held back, and without the name of a source who must not be named.

    A passage that is held back is gone from other answers too, where a sentence or a few words of it were copied. For
    `family` such an answer is simply not there, and a source is "somebody"; otherwise both say that something is held.
    Only free text is changed (exports/hiding/written.py), so whatever is held back, every paper can be made.
    """
    put = "" if family else HELD
    runs = {run for path in case.held_back for name, said in said_at(case, details, path) if name not in TIMES
            for part in SENTENCE.split(said) for run in _runs(part)}
    names, held = names_of(details), frozenset(case.held_back)
    few = [said for path in case.held_back for name, said in said_at(case, details, path)
           if name in TIMES or not _runs(said)]
    for path in case.held_back:
        case, details = emptied(case, details, path, put)
    details = _without_few(case, details, few, put)
    notes = {} if family else {path: HeldBack(why=held.why) for path, held in case.held_back.items()}
    case = to_print(case, held_back=MappingProxyType(notes))
    if family:   # the statement alone would tell that somebody told
        gone = {one.id for one in case.findings if f"findings.{one.id}" in held}
        case = to_print(case, findings=tuple(one for one in case.findings if one.id not in gone),
                        one_of=without(case, gone))
    details = to_print(details, sources=())

    def swept(model: F) -> F:
        if runs:
            model = rewritten(model, lambda _, text: _without_passages(text, runs, put), NOT_HELD)
        return rewritten(model, lambda name, text: names.without(name, text, family))

    return swept(case), swept(details)


def _without_few(case: Case, details: Details, few: list[str], put: str) -> Details:
    """The details without the times and the short answers that are held back, where they stand as they were taken over
    from the check; what an open answer says too tells nothing."""
    known = {said.strip().casefold() for _, said in texts(case)}
    left = [said.strip() for said in few if said.strip().casefold() not in known]
    if not left:
        return details
    each = "|".join(_taken_over(said) for said in sorted(left, key=len, reverse=True))
    pattern = re.compile(each, re.IGNORECASE)

    def without_them(name: str, text: str) -> str:
        if name in TIMES or not pattern.search(text):
            return text
        if put:
            return pattern.sub(lambda found: found[0][:len(found[0]) - len(found[0].lstrip())] + put, text)
        return " ".join(part for part in SENTENCE.split(text) if not pattern.search(part))

    return rewritten(details, without_them, NOT_HELD)


def _taken_over(said: str) -> str:
    """A pattern for a short answer: several words are known wherever they stand, one word or two only by itself."""
    words = r"\s+".join(map(re.escape, said.split()))
    return (rf"(?<!\w){words}(?!\w)" if len(said.split()) > 1 and len(said) >= WHOLE
            else f"{MARKS_BEFORE}{words}{MARKS_AFTER}")


def open_result(decision: Decision, before: Case, after: Case) -> Decision:
    """The result as a paper may print it: it calls the family by relation, and a relation may name a source."""
    changed = {old.relation: new.relation.strip() or NO_RELATION
               for old, new in zip(before.family, after.family, strict=True) if old.relation != new.relation}
    return _retold(decision, changed) if changed else decision


def sources_to_mind(case: Case, details: Details) -> tuple[str, ...]:
    """What a user has to read papers for, since no program can find it: a sentence for each."""
    names = names_of(details)
    unnamed = any(held.why == "source_unnamed" for held in case.held_back.values()) and not details.sources
    also = tuple(say("held.ordinary_word", name=name) for name in names.unsure)
    same = tuple(say("held.shared_name", name=name) for name in names.shared)
    return (*((say("held.enter_it"),) if unnamed or names.unnamed else ()), *also, *same)


def naming(case: Case, details: Details, packs: Packs) -> tuple[str, ...]:
    """What the answers are called in which a source is named, and that are not held back."""
    names = names_of(details)
    return tuple(answer.called for answer in answers(case, details, packs)
                 if not answer.held and names.found_in(answer.said))


def _statements(case: Case, packs: Packs) -> dict[str, str]:
    """Place → statement, for each sign and finding, in the words of the pack."""
    area = packs.area(case.home_area)
    signs = {sign.id: sign.says for sign in packs.signs(case.home_area)}
    rows = {row.id: row.says for row in area.indicators} if area else {}
    said = {f"signs.{id_}": signs.get(id_, id_) for id_ in case.signs}
    return said | {f"findings.{item.id}": rows.get(item.id, item.id) for item in case.findings}


def _called(place: Place, relations: Mapping[str, str]) -> str:
    """What an answer is called. One that has no name of its own yet goes by the name of its field."""
    own = capital(place.form.rpartition(".")[2].replace("_", " "))
    who = relations.get(place.key, place.key.replace("_", " "))
    return say(CALLED[place.form], who=who or say("held.somebody")) if place.form in CALLED else own


def _without(called: str, relations: set[str], names: Names) -> str:
    for relation in relations:
        called = called.replace(relation, names.without("relation", relation, family=False))
    return called


def _retold(node: Any, changed: Mapping[str, str]) -> Any:
    if isinstance(node, str):
        for old, new in changed.items():
            node = node.replace(old, new)
        return node
    if isinstance(node, Fact):
        told = {name: _retold(getattr(node, name), changed) for name in type(node).model_fields}
        return to_print(node, **{name: item for name, item in told.items() if item != getattr(node, name)})
    return tuple(_retold(item, changed) for item in node) if isinstance(node, tuple) else node


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
