"""The answers in a case that a person wrote, found by the type of their field: everything else is an id or a choice.

A new field of free text is found here without a change anywhere else.
"""
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from decision.case import Case, Text
from exports.details import NOT_KNOWN, Said
from guidance.vocabulary import Fact

F = TypeVar("F", bound=Fact)
FREE_TEXT = (get_args(Text)[1], get_args(Said)[1])
"""What marks a field that the user writes in."""
SHORT_TEXT = frozenset({(Case, "reference")})
"""Short fields that the user writes in too, though their type is their own."""
Field = tuple[type[Fact], str]
"""A field of a model, by the model and its name."""


@cache
def is_written(kind: type[Fact], name: str) -> bool:
    """Whether a field is free text, or holds several free texts."""
    field = kind.model_fields[name]
    inside = (mark for part in get_args(field.annotation) for mark in get_args(part)[1:])
    return (kind, name) in SHORT_TEXT or any(mark in FREE_TEXT for mark in (*field.metadata, *inside))


def texts(node: Any, beside: frozenset[Field] = frozenset()) -> Iterator[tuple[str, str]]:
    """Name of the field and text of everything written in a model, at any depth, but for the fields in `beside`."""
    if isinstance(node, Fact):
        for name in type(node).model_fields:
            if (type(node), name) not in beside:
                yield from _texts_of(node, name, beside)
    elif isinstance(node, Mapping | tuple):
        for item in node.values() if isinstance(node, Mapping) else node:
            yield from texts(item, beside)


def _texts_of(node: Fact, name: str, beside: frozenset[Field]) -> Iterator[tuple[str, str]]:
    value = getattr(node, name)
    if is_written(type(node), name):
        yield from ((name, said) for said in ((value,) if isinstance(value, str) else value))
    else:
        yield from texts(value, beside)


def rewritten(node: F, change: Callable[[str, str], str], beside: frozenset[Field] = frozenset()) -> F:
    """The same model with `change(name of the field, text)` in place of each free text; choices and ids stay.

    "Not known" is an answer and is never changed.
    """
    update = {}
    for name in type(node).model_fields:
        if (type(node), name) in beside:
            continue
        old = getattr(node, name)
        new = _rewritten(old, name if is_written(type(node), name) else "", change, beside)
        if new != old:
            update[name] = new
    return to_print(node, **update) if update else node


def to_print(node: F, **changes: Any) -> F:
    """A copy to be printed or shown, with these fields changed and nothing validated again: it is never an answer.

    "[left out]" is longer than many a name, so a text at its limit may grow beyond it, and still has to be printed.
    Answers are changed by `but` alone.
    """
    return node.model_copy(update=changes)


def _rewritten(value: Any, written: str, change: Callable[[str, str], str], beside: frozenset[Field]) -> Any:
    """`written`: the name of the field where its texts are free, otherwise empty."""
    if isinstance(value, str):
        return change(written, value) if written and value != NOT_KNOWN else value
    if isinstance(value, Fact):
        return rewritten(value, change, beside)
    if isinstance(value, tuple):
        return tuple(_rewritten(item, written, change, beside) for item in value)
    if isinstance(value, Mapping):
        return MappingProxyType({key: _rewritten(item, written, change, beside) for key, item in value.items()})
    return value
