"""A decision with other words: each of its texts is put through one function, and everything else stays as it is."""
from collections.abc import Callable
from typing import Any, TypeVar

from guidance.vocabulary import Citation, Fact
from guidance.words import Said

Kind = TypeVar("Kind", bound=Fact)
Fits = Callable[[str], str]
"""What says a text in other words, or gives it back as it was."""


def reworded(fact: Kind, fits: Fits) -> Kind:
    """A fact with its words as they fit; itself where nothing changes. Ids and places in a source are no words."""
    changed = {}
    for name in fact.model_fields_set:
        before = getattr(fact, name)
        after = _value(before, fits)
        if after is not before:
            changed[name] = after
    return fact.but(**changed) if changed else fact


def _value(value: Any, fits: Fits) -> Any:
    if isinstance(value, str):
        after = fits(value)
        return value if after == value and _key(after) == _key(value) else after
    if isinstance(value, Citation):
        return value
    if isinstance(value, Fact):
        return reworded(value, fits)
    if isinstance(value, tuple):
        all_ = tuple(_value(one, fits) for one in value)
        return value if all(new is old for new, old in zip(all_, value, strict=True)) else all_
    return value


def _key(said: str) -> str:
    return said.key if isinstance(said, Said) else ""
