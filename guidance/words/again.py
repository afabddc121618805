"""A whole decision from another catalogue."""
from typing import Any, TypeVar

from guidance.vocabulary import Fact
from guidance.words import Catalogue, say_again

F = TypeVar("F", bound=Fact)


def retell(fact: F, catalogue: Catalogue) -> F:
    """A decision, or anything made of facts, tuples and texts, as another catalogue says it."""
    return fact.but(**{name: _retold(getattr(fact, name), catalogue) for name in type(fact).model_fields})


def _retold(value: Any, catalogue: Catalogue) -> Any:
    if isinstance(value, Fact):
        return retell(value, catalogue)
    if isinstance(value, tuple):
        return tuple(_retold(item, catalogue) for item in value)
    return say_again(value, catalogue) if isinstance(value, str) else value
