"""What stands in a model, and who reads or changes it: for the test that nothing is in vain."""
import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from streamlit.testing.v1 import AppTest

ROOT = str(Path(__file__).parents[1])
Field = tuple[str, str]
"""The name of a model and of one of its fields."""


def models_in(*roots: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """These models and every model that stands in one of their fields, at any depth."""
    found: dict[type[BaseModel], None] = {}

    def look(kind: Any) -> None:
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in found:
            found[kind] = None
            for field in kind.model_fields.values():
                look(field.annotation)
        for inside in get_args(kind):
            look(inside)

    for root in roots:
        look(root)
    return tuple(found)


def fields_of(*roots: type[BaseModel]) -> set[Field]:
    """Every field of these models and of all that stand in them."""
    return {(model.__name__, name) for model in models_in(*roots) for name in model.model_fields}


def differing(before: Any, after: Any) -> Iterator[Field]:
    """The fields in which two answers differ, at any depth; beside nothing, those that are not as they begin."""
    if isinstance(before, BaseModel) or isinstance(after, BaseModel):
        kind = type(before if isinstance(before, BaseModel) else after)
        for name, field in kind.model_fields.items():
            start = None if field.is_required() else field.get_default(call_default_factory=True)
            one, other = (start if side is None else getattr(side, name) for side in (before, after))
            if one != other:
                yield kind.__name__, name
                yield from differing(one, other)
    elif isinstance(before, tuple) or isinstance(after, tuple):
        pair = (before or (), after or ())
        for number in range(max(map(len, pair))):
            yield from differing(*(side[number] if number < len(side) else None for side in pair))
    elif isinstance(before, Mapping) or isinstance(after, Mapping):
        for key in {**(before or {}), **(after or {})}:
            yield from differing((before or {}).get(key), (after or {}).get(key))


def change(screen: AppTest, turn: int) -> None:
    """Another value in every field of a page; `turn` says which of the choices, and every second one leaves days empty.
    """
    for choice in screen.radio:
        choice.set_value(choice.options[((-1 if choice.index is None else choice.index) + turn) % len(choice.options)])
    for box in screen.checkbox:
        box.set_value(not box.value)
    for text in (*screen.text_input, *screen.text_area):
        said = next((said for part, said in TYPED.items() if part in str(text.key)), f"Other words {turn}")
        text.set_value("" if turn % 2 == 0 and any(part in str(text.key) for part in A_DAY) else said)
    for chosen in screen.selectbox:
        chosen.set_value(chosen.options[turn % len(chosen.options)])


TYPED = {"-day": "3", "-month": "4", "-year": "2026", "_time": "14:10", "leaves_at": "21:40", "clock": "9:05",
         "age-": "6", "file_reference": "ABC-7"}
A_DAY = ("-day", "-month", "-year")
"""A part of a field's name → what is typed into it, where not any words will do."""


def named_in(*layers: str) -> set[str]:
    """Every name that code of these layers reads of anything."""
    files = [file for layer in layers for file in Path(ROOT, layer).rglob("*.py")]
    return {node.attr for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)}
