"""What several parts of a decision ask of the same reading, worked out once."""
from collections.abc import Callable
from typing import TypeVar

from decision.known import Known

T = TypeVar("T")


def once(known: Known, name: str, make: Callable[[Known], T]) -> T:
    """What `make` says of this reading, kept with it under a name of its own (`Known.kept`)."""
    if name not in known.kept:
        known.kept[name] = make(known)
    found: T = known.kept[name]
    return found
