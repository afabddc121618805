"""The steps of the questions: each module of this room that holds a `STEP` is one, and is found by itself.

The modules are imported when somebody first asks, not before: they use `steps.py`, which asks here for their order.
"""
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from guidance.words.forms import listed
from pages.parts.wizard.step import Step

ROOM = __name__.rpartition(".")[0]


@cache
def all_steps() -> Mapping[str, Step]:
    """Id → step, in order; looked for once a process. Raises ValueError as `in_order` does."""
    names = (f"{ROOM}.{found.name}" for found in pkgutil.iter_modules(import_module(ROOM).__path__))
    objects = (getattr(import_module(name), "STEP", None) for name in names)
    return MappingProxyType(in_order(found for found in objects if isinstance(found, Step)))


def in_order(found: Iterable[Step]) -> dict[str, Step]:
    """Id → step, by their places.

    Raises ValueError where two steps have one id or one place, or where the last is not the one, and the only one,
    that shows the answers of the others: then a step could be passed over, or its answers never be read back.
    """
    steps = sorted(found, key=lambda step: step.order)
    for what, values in (("id", [step.id for step in steps]), ("place", [str(step.order) for step in steps])):
        if twice := {value for value in values if values.count(value) > 1}:
            raise ValueError(f"Two steps of the questions have the same {what}: {listed(sorted(twice))}.")
    if [step.id for step in steps if step.rows is None] != [step.id for step in steps[-1:]]:
        raise ValueError("Each step says its answers in words, except the last one, which shows them.")
    return {step.id: step for step in steps}
