"""A translation is one file: whatever a decision says of itself comes from the catalogue, and from nowhere else."""
import string
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from decision.assess import assess, decide
from decision.case import Case
from decision.documents import how_sent
from decision.known import read
from decision.result import Decision
from decision.worked import WorkedCase, expand
from guidance.words import Said, key_of, ours, say, say_again
from guidance.words.again import retell
from guidance.words.forms import following, pieces
from tests.decision.build import PACKS

MARK = "¦"
RUN_ON = "form.run_on"
"""A published sentence with words of ours in it: only parts of it are as the pack has them."""
IDS = frozenset({"id", "person", "step", "ours", "about", "letter", "rings", "pack_versions", "home_area"})
"""Fields of a decision that hold ids of the engine and of the case, besides those whose values are a closed list."""


def _bare(text: str) -> str:
    """A sentence of the catalogue without its own words: a mark for each stretch of them, and what is filled in."""
    parts = ((literal, name) for literal, name, _, _ in string.Formatter().parse(text))
    return "".join(f"{MARK if literal else ''}{f'{{{name}}}{MARK}' if name else ''}" for literal, name in parts)


BARE = {key: _bare(text) for key, text in ours().items()}
"""A catalogue that says nothing: what is left of a decision in it is what did not come from a catalogue."""


@cache
def worded(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that may hold words: no ids of ours, and no values of closed lists."""
    return tuple(name for name, field in model.model_fields.items()
                 if name not in IDS and "Literal[" not in str(field.annotation))


def texts(value: Any) -> Iterator[str]:
    """Every text in a model, at any depth, but for ids and the values of closed lists."""
    if isinstance(value, BaseModel):
        for name in worded(type(value)):
            yield from texts(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in (*value, *value.values()):
            yield from texts(item)
    elif isinstance(value, (tuple, list, frozenset)):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def sentences(said: object) -> Iterator[Said]:
    """A sentence of ours and every one that was filled into it."""
    if isinstance(said, Said):
        yield said
        for part in said.filled.values():
            yield from sentences(part)


@cache
def published() -> frozenset[str]:
    """Every text of every pack, also as it stands in the middle of a sentence."""
    packs = {text.strip() for pack in (PACKS.national, *PACKS.areas.values()) for text in every_text(pack)}
    packs |= {how_sent(form) for area in PACKS.areas.values() for form in area.documents}
    return frozenset(packs | {text[:1].lower() + text[1:] for text in packs})


def every_text(value: Any) -> Iterator[str]:
    """Every text in a pack, ids and all."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "cases":
                yield from every_text(getattr(value, name))
    elif isinstance(value, Mapping):
        for item in (*value, *value.values()):
            yield from every_text(item)
    elif isinstance(value, (tuple, list, frozenset)):
        for item in value:
            yield from every_text(item)
    elif isinstance(value, str):
        yield value


def left_over(decision: Decision, case: Case) -> set[str]:
    """Words of a decision that no catalogue, no pack and no user has said."""
    typed = {text.strip() for text in texts(case)}
    found = set()
    for said in texts(decision):
        bare = say_again(said, BARE)
        left = {part.strip() for part in bare.split(MARK) if any(letter.isalpha() for letter in part)}
        left = {part for part in left if part not in published() and part not in typed}
        if any(one.key == RUN_ON for one in sentences(said)):
            left = {part for part in left if not any(part in text for text in published())}
        found |= left
    return found


@cache
def worked() -> tuple[WorkedCase, ...]:
    """Every worked case of every pack."""
    national = tuple(expand(raw, "", PACKS) for raw in PACKS.national.cases)
    return national + tuple(expand(raw, area.id, PACKS) for area in PACKS.areas.values() for raw in area.cases)


def test_whatever_worked_cases_say_is_of_the_catalogue_or_of_a_pack() -> None:
    """In a catalogue without words nothing is left but what a pack or a user says: each key that they reach, once."""
    seen: set[str] = set()
    for one in worked():
        decision = decide(read(one.case, PACKS), one.on)
        keys = {said.key for text in texts(decision) for said in sentences(text)}
        if keys - seen:
            seen |= keys
            assert left_over(decision, one.case) == set(), one.name
    assert len(seen) > 150


@pytest.mark.parametrize("area_id", ["", *PACKS.areas])
def test_what_would_change_a_result_is_of_them_too(area_id: str) -> None:
    """So it is with the doubts that could be settled, and with the whole of a few results of each area."""
    cases = [one for one in worked() if one.case.home_area == area_id] if area_id else worked()[:40:8]
    assert cases
    for one in cases[::40]:
        assert left_over(assess(one.case, PACKS, one.on), one.case) == set(), one.name


def test_the_test_finds_what_was_glued() -> None:
    """Words that no catalogue has are found, alone, beside a sentence of ours, and filled into one."""
    case = worked()[0].case
    decision = decide(read(case, PACKS), worked()[0].on)
    glued = (f"{say('now.heading')} and more", "Loose words", following(say("now.heading"), "Filled words"),
             say("gap.not_answered", what="filled words"))
    for text in glued:
        assert left_over(decision.but(action=text), case)
    assert not left_over(decision.but(action=say("now.heading")), case)


def test_another_catalogue_says_the_whole_decision() -> None:
    """A decision retold has the same ids and values, and each of its own sentences in the other words."""
    framed = {key: f"⟦{text}⟧" for key, text in ours().items()}
    decision = assess(worked()[0].case, PACKS, worked()[0].on)
    again = retell(decision, framed)
    assert retell(again, ours()) == decision
    assert [(one.kind, one.id, one.outcome) for one in again.reasons] == [
        (one.kind, one.id, one.outcome) for one in decision.reasons]
    assert key_of(again.action) == key_of(decision.action)
    assert again.action == f"⟦{decision.action}⟧"
    assert pieces(again.action) == (again.action,)
