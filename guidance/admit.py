"""Giving text its type: one entry of a file becomes a part of a pack, or a list of problems in plain words.

pydantic decides what is admitted; nothing that pydantic says is shown as it stands.
"""
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, time
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from guidance.problems import KeyPath, Place, Problem, choose
from guidance.vocabulary import NO_RULE
from guidance.words.forms import all_of, capital

M = TypeVar("M", bound=BaseModel)


class Shape(NamedTuple):
    """How a typed value is written: pydantic alone would read 1700 as 28 minutes past midnight."""

    pattern: re.Pattern[str]
    kind: str
    says: str
    instead: str


SHAPES: Mapping[type, Shape] = {
    bool: Shape(re.compile("(?i)yes|no|true|false"), "yes_no", "is neither yes nor no", "Write yes or no."),
    int: Shape(re.compile("[0-9]+"), "number", "is not a whole number", "Write it in figures, for example 20."),
    date: Shape(re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date", "is not a date that can be read",
                "Write year-month-day, for example 2026-11-21."),
    time: Shape(re.compile("([01][0-9]|2[0-3]):[0-5][0-9]"), "time", "is not a time that can be read",
                "Write hours and minutes of the 24-hour clock, for example 08:45 or 17:20."),
}
SOURCE_MISSING = "This fact has no source."
SOURCE_INSTEAD = "Write where it stands: the id of the document, and the section and item in it."
ALTERNATIVES = re.compile(r"\^\(([a-z_|]+)\)\$")


def admit(
    model: type[M], data: Any, place: Place, elsewhere: Collection[str] = ()
) -> tuple[M | None, list[Problem]]:
    """The entry as a `model`, or None with every problem found in it. Keys that stand `elsewhere` are not offered."""
    if not isinstance(data, Mapping):
        says = "This should be an entry with keys, but it is a single text or a list."
        return None, [place.problem("shape", says, f"Write it as key: value, with {all_of(_required(model))}.")]
    found = dict(_ill_written(model, data, ()))
    try:
        item = model.model_validate(data)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            found.setdefault(detail["loc"], _explained(model, detail, elsewhere))
    else:
        if not found:
            return item, []
    return None, [place.problem(kind, says, instead, key) for key, (kind, says, instead) in found.items()]


Words = tuple[str, str, str]
"""The kind of a problem, what is wrong, and what to write instead."""


def _ill_written(model: type[BaseModel], data: Mapping[str, Any], path: KeyPath) -> Iterator[tuple[KeyPath, Words]]:
    """Values that are not written as their type asks, whatever pydantic would make of them."""
    leaves = leaf_types(model)
    for name, value in data.items():
        leaf = leaves.get(name)
        if leaf is None:
            continue
        listed_values = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for number, item in listed_values:
            here = (*path, name) if number is None else (*path, name, number)
            if isinstance(item, Mapping) and issubclass(leaf, BaseModel):
                yield from _ill_written(leaf, item, here)
            elif isinstance(item, str) and leaf in SHAPES and not SHAPES[leaf].pattern.fullmatch(item):
                shape = SHAPES[leaf]
                yield here, (shape.kind, f'"{item}" {shape.says}.', shape.instead)


@cache
def leaf_types(model: type[BaseModel]) -> Mapping[str, type]:
    """Field name → the class of its values, through lists and "or none"; plain text has no entry."""
    found = {name: _leaf(info.annotation) for name, info in model.model_fields.items()}
    return {name: leaf for name, leaf in found.items() if leaf is not None}


def is_list(model: type[BaseModel], name: str) -> bool:
    """Whether a field holds a list."""
    return get_origin(model.model_fields[name].annotation) is tuple


def _leaf(annotation: Any) -> type | None:
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        return next((leaf for part in get_args(annotation) if (leaf := _leaf(part))), None)
    if isinstance(annotation, type) and (annotation in SHAPES or issubclass(annotation, BaseModel)):
        return annotation
    return None


def _explained(model: type[BaseModel], detail: ErrorDetails, elsewhere: Collection[str]) -> Words:
    """One pydantic error in plain words. `detail["input"]` is the file's own text, never a user's."""
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    value, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return _missing(key)
        case "extra_forbidden":
            fields = _model_at(model, detail["loc"][:-1]).model_fields
            allowed = tuple(name for name in fields if name not in elsewhere or len(detail["loc"]) > 1)
            return "unknown_key", f'There is no key "{key}" here.', choose(key, allowed)
        case "literal_error":
            allowed = tuple(re.findall(r"'([^']*)'", context["expected"]))
            return "not_allowed", f'"{value}" cannot stand here.', choose(str(value), allowed)
        case "string_pattern_mismatch" if match_ := ALTERNATIVES.fullmatch(context["pattern"]):
            return "not_allowed", f'"{value}" cannot stand here.', choose(str(value), match_[1].split("|"))
        case "value_error":
            return "contradiction", _sentence(str(context["error"])), ""
        case "too_short":
            return "empty", "This list is empty.", "Write at least one item."
        case "tuple_type":
            return "shape", "This should be a list.", "Write the items in [square brackets], with commas between."
        case "string_type":
            return "shape", "This should be one text.", "Write it on one line, without keys or dashes."
        case "greater_than_equal":
            return "number", f'"{value}" is too small.', f"Write {context['ge']} or more."
        case "model_type":
            wanted = all_of(_required(_model_at(model, detail["loc"])))
            return "shape", "This should be an entry with keys of its own.", f"Write at least {wanted}."
    leaf = leaf_types(_model_at(model, detail["loc"][:-1])).get(key)
    shape = SHAPES.get(leaf) if leaf else None
    if shape and isinstance(value, str):
        return shape.kind, f'"{value}" {shape.says}.', shape.instead
    return "shape", "This value cannot be used here.", "Compare it with the same key in another area's file."


def _missing(key: str) -> Words:
    if key == "source":
        return "missing_source", SOURCE_MISSING, SOURCE_INSTEAD
    if key == "where":
        return "missing_source", "The source does not say where in the document this stands.", (
            "Write the section and item, for example: section 11, second list, item 3.")
    if key == "telling":
        return "missing_key", "Nothing says how telling the family is affected.", (
            f"Write the id of a telling rule, or {NO_RULE} where this has none of its own.")
    return "missing_key", f'"{key}" is missing.', "Fill it in: nothing else can stand for it."


def _model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    for part in path:
        if isinstance(part, str) and issubclass(leaf := leaf_types(model).get(part, model), BaseModel):
            model = leaf
    return model


def _required(model: type[BaseModel]) -> list[str]:
    return [name for name, info in model.model_fields.items() if info.is_required()]


def _sentence(text: str) -> str:
    return f"{capital(text.rstrip('.'))}."
