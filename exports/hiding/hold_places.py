"""Which answers can be held back: every free text of a case and its details but those named here with a reason.

A place is a path: fields, the key of a record, and for a table of people a column. It stands in `Case.held_back`, so a
place keeps its name for good. The list is made from the types of the fields: a new answer is in it by itself.
"""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from decision.case import Call, Case, EarlierCall, FamilyMember, Finding, HeldBack, Settled, SignAnswer, YoungPerson
from exports.details import (
    NOT_KNOWN, AgreementRecord, ChildDetails, ChildText, ConsentRecord, Details, DomainAnswer, Held, HouseholdMember,
    LivedDay, MayStand, Professional, Referrer, UnnamedSource,
)
from exports.hiding.written import Field, is_written, rewritten, texts, to_print
from guidance.vocabulary import Fact
from guidance.words import say

OPEN_MODELS: Mapping[type[Fact], str] = {
    UnnamedSource: "it is on the front door’s own sheet already",
    Held: "it can be marked as confidential where it is asked",
    MayStand: "it says which words may stand, and holds none of them",
    Referrer: "whoever reads a paper has to be able to ring back",
}
OPEN_FIELDS: Mapping[Field, str] = {
    (Case, "reference"): "it is a mark on the paper and no answer",
    (HeldBack, "note"): "it is on the front door’s own sheet already",
    (Call, "reference"): "the front door finds its own record by it",
    (Settled, "when"): "the page writes it, and it is a time",
    (FamilyMember, "relation"): "it says who a row is about",
    (HouseholdMember, "relation"): "it says who a row is about",
    (FamilyMember, "language"): "it is needed to reach them",
    (YoungPerson, "language"): "it is needed to reach them",
    (ChildDetails, "language"): "it is needed to reach them",
    (ChildDetails, "upn"): "the child is found by it",
    (ChildDetails, "nhs_number"): "the child is found by it",
    (ConsentRecord, "must_not_see"): "no paper has its words, and that there is something to ask has to stay",
    **{(Professional, name): "a professional is not anonymous"
       for name in ("role", "name", "agency", "phone", "email")},
}
"""Free texts that cannot be held back, each with the reason. A source's name is left out of them all the same."""
NOT_HELD = frozenset(OPEN_FIELDS) | {
    (model, name) for model in OPEN_MODELS for name in model.model_fields if is_written(model, name)}
WHOLE = (SignAnswer, Finding, EarlierCall, FamilyMember, ChildText, AgreementRecord, LivedDay, DomainAnswer)
"""Records that are one answer: they are held back as a whole."""
COLUMNS = (Professional,)
"""Records of which only some fields can be held back, in every row."""
HELD_TOO: str = say("papers.held.too")
"""What stands for the rest of a record beside the field that says so: "not answered" would not be true of it."""
KEYS = ("id", "key", "label", "domain")
"""Fields that tell one record of a list from the others."""
SAYS = ("note", "text", "said", "view", "worries", "what", "event", "need", "name")
"""The field of a record that says, for professionals, that it is held back: the first of these that it has."""


@dataclass(frozen=True)
class Place:
    """Where an answer stands. `form`: the same with `*` for the key of a record, by which its name is found."""

    path: str
    form: str
    key: str = ""


def places(case: Case, details: Details) -> Iterator[Place]:
    """Every place of this case that can be held back, in the order of the questions."""
    yield from _places(case, Place("", ""))
    yield from _places(details, Place("details.", "details."))


def _places(node: Fact, at: Place) -> Iterator[Place]:
    kind = type(node)
    for name in kind.model_fields:
        value, here = getattr(node, name), Place(f"{at.path}{name}", f"{at.form}{name}", at.key)
        if kind in OPEN_MODELS or (kind, name) in NOT_HELD:
            continue
        if is_written(kind, name):
            yield here
        elif isinstance(value, Fact):
            yield from _places(value, _under(here))
        elif isinstance(value, Mapping | tuple):
            yield from _of_records(value, here)


def _of_records(value: Any, at: Place) -> Iterator[Place]:
    """The places of a list: its records, the fields of each, its columns, or the list as a whole."""
    named = value.items() if isinstance(value, Mapping) else ((key_of(item), item) for item in value)
    records = [(key, item) for key, item in named if isinstance(item, Fact)]
    kind = type(records[0][1]) if records else None
    if kind is None or kind in OPEN_MODELS:
        return
    if kind in COLUMNS:
        yield from (_with(at, name) for name in kind.model_fields
                    if is_written(kind, name) and (kind, name) not in NOT_HELD)
    elif records[0][0] is None:
        yield at
    else:
        for key, item in records:
            one = Place(f"{at.path}.{key}", f"{at.form}.*", str(key))
            yield from (one,) if isinstance(item, WHOLE) else _places(item, _under(one))


def _under(at: Place) -> Place:
    return Place(f"{at.path}.", f"{at.form}.", at.key)


def _with(at: Place, name: str) -> Place:
    return Place(f"{at.path}.{name}", f"{at.form}.{name}", at.key)


def key_of(item: object) -> str | None:
    """What tells a record from the others in its list; None for one that has no such field."""
    found = (getattr(item, name) for name in KEYS if isinstance(item, Fact) and name in type(item).model_fields)
    return next(found, None)


def said_at(case: Case, details: Details, path: str) -> tuple[tuple[str, str], ...]:
    """Name of the field and text of everything written at a place; nothing where nothing is."""
    found: list[tuple[str, str]] = []

    def read(name: str, value: Any, written: bool) -> Any:
        if written:
            found.extend((name, said) for said in ((value,) if isinstance(value, str) else value))
        else:
            found.extend(texts(value, NOT_HELD))
        return value

    _at(case, details, path, read)
    return tuple((name, said) for name, said in found if said.strip() and said != NOT_KNOWN)


def emptied(case: Case, details: Details, path: str, put: str) -> tuple[Case, Details]:
    """Without what is written at a place, and `put` in its stead. How it is known tells a source too, so that is gone,
    but for that it is only suspected: nothing is stated as a fact because it is held back.

    Only free texts and that change: an id or a choice stays whatever the place.
    """
    return _at(case, details, path, lambda _, value, written: _emptied(value, written, put))


def without_words(case: Case, path: str) -> Case:
    """Without what is written at a place; all that was chosen there stays, how it is known too."""
    def bare(_: str, value: Any, written: bool) -> Any:
        return (rewritten(value, lambda *_: "", NOT_HELD) if isinstance(value, Fact) else _emptied(value, written, ""))

    return _at(case, Details(), path, bare)[0]


def _emptied(value: Any, written: bool, put: str) -> Any:
    if isinstance(value, str):
        return put if written and value.strip() and value != NOT_KNOWN else value
    if isinstance(value, tuple) and value and written:
        return (put,) if put else ()
    if isinstance(value, tuple) and value and isinstance(value[0], Fact):
        return (_all_held(type(value[0]), put),) if put else ()
    if not isinstance(value, Fact):
        return value
    statement = isinstance(value, Finding | SignAnswer)   # of one not even which of these was said may be seen
    rest = HELD_TOO if put and not statement else ""
    empty = rewritten(value, lambda _, said: rest if said.strip() else said, NOT_HELD)
    says = _saying(type(value))
    update: dict[str, Any] = {says: put} if says else {}
    if isinstance(value, Finding | SignAnswer):
        update["basis"] = "suspected" if value.basis == "suspected" else None
    return to_print(empty, **update)


def _all_held(kind: type[Fact], put: str) -> Fact:
    """One record that stands for a whole list."""
    return kind(**dict.fromkeys(_held_fields(kind), HELD_TOO) | {_saying(kind): put})


def _saying(kind: type[Fact]) -> str:
    written = _held_fields(kind)
    return next((name for name in (*SAYS, *written) if name in written), "")


def _held_fields(kind: type[Fact]) -> tuple[str, ...]:
    return tuple(name for name in kind.model_fields if is_written(kind, name) and (kind, name) not in NOT_HELD)


def _at(
    case: Case, details: Details, path: str, leaf: Callable[[str, Any, bool], Any]
) -> tuple[Case, Details]:
    """Both with `leaf(name of the field, value, whether it is free text)` in place of what stands at a path."""
    parts = path.split(".")
    if parts[0] == "details":
        return case, _changed(details, parts[1:], leaf) if parts[1:] else details
    return _changed(case, parts, leaf), details


def _changed(node: Any, path: list[str], leaf: Callable[[str, Any, bool], Any]) -> Any:
    head, rest = path[0], path[1:]
    if isinstance(node, Fact):
        kind = type(node)
        if head not in kind.model_fields or (kind, head) in NOT_HELD:
            return node
        value = getattr(node, head)
        new = _changed(value, rest, leaf) if rest else leaf(head, value, is_written(kind, head))
        return to_print(node, **{head: new})
    if isinstance(node, Mapping):
        return MappingProxyType({key: _record(item, rest, leaf) if key == head else item for key, item in node.items()})
    if isinstance(node, tuple):
        keyed = any(key_of(item) == head for item in node)
        return tuple(_record(item, rest, leaf) if key_of(item) == head else item if keyed
                     else _changed(item, path, leaf) for item in node)
    return node


def _record(item: Any, rest: list[str], leaf: Callable[[str, Any, bool], Any]) -> Any:
    return _changed(item, rest, leaf) if rest else leaf("", item, False)
