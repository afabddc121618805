"""Every day, moment and number that a case or its details can hold is bounded, by construction."""
import types
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from decision.bounds import FIRST_YEAR, LAST_YEAR, Day, Moment, Months, Years, within
from decision.case import Case
from exports.details import Details
from pages.parts.visit.draft import Progress

COUNTED = (date, datetime, int, float)


def fields(model: type[BaseModel], seen: set[type]) -> Iterator[tuple[str, FieldInfo]]:
    """Every field of a model and of all models in it, by name."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        yield f"{model.__name__}.{name}", field
        for inside in models(field.annotation):
            yield from fields(inside, seen)


def models(kind: Any) -> Iterator[type[BaseModel]]:
    """The models that stand anywhere in a type."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inside in get_args(kind):
        yield from models(inside)


def leaves(kind: Any) -> Iterator[Any]:
    """The types that a value may have, with their bounds."""
    origin = get_origin(kind)
    if origin is Annotated and get_args(kind)[0] in COUNTED:
        yield kind
    elif origin in (Union, types.UnionType, tuple, Mapping, Annotated):
        for inside in get_args(kind):
            yield from leaves(inside)
    else:
        yield kind


WHOLE = tuple(entry for model in (Case, Details, Progress) for entry in fields(model, set()))


def unbounded(kind: Any) -> list[Any]:
    """The bare dates, moments and numbers in a type."""
    return [leaf for leaf in leaves(kind) if leaf in COUNTED]


@pytest.mark.parametrize(("name", "field"), WHOLE, ids=[name for name, _ in WHOLE])
def test_no_field_holds_a_bare_date_or_number(name: str, field: FieldInfo) -> None:
    """Whoever adds one has to take it from decision/bounds.py."""
    assert not unbounded(field.annotation), f"{name}: use Day, Moment, Years or Months of decision/bounds.py"


@pytest.mark.parametrize("kind", [Years, Months])
@pytest.mark.parametrize("value", [True, False, "true", "1.5", 1.5, "x", -1, 61, 10**400])
def test_a_number_is_a_whole_number_within_its_limits(kind: Any, value: object) -> None:
    """True is not one year old, and nobody is minus one."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


def test_the_walk_finds_what_it_looks_for() -> None:
    """It sees a bare date in an optional field, a tuple and a mapping, and every date of the case."""
    assert unbounded(date | None) == [date]
    assert unbounded(tuple[datetime, ...]) == [datetime]
    assert unbounded(Mapping[str, int]) == [int]
    dated = {name for name, field in WHOLE if {Day, Moment} & set(leaves(field.annotation))}
    assert {"Child.due_date", "WhereNow.leaves_at", "Sight.on", "Events.noticed", "LogEntry.when", "Allegation.said_on",
            "HouseholdMember.born"} <= dated
    assert len(dated) > 30


@pytest.mark.parametrize("value", [
    "0001-01-01", "9901-01-01", "9999-12-31", 0, 1e9, "0", "1700000000", True, "", "tomorrow", "+2026-01-01",
    "20261120", "2026-11-20x",
])
@pytest.mark.parametrize("kind", [Day, Moment])
def test_what_leaves_no_room_to_count_or_is_no_date_is_refused(kind: Any, value: object) -> None:
    """The ends of the calendar, and a number, which would be taken for seconds since 1970."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize("value", [
    "0018-03-27T10:00:00", "2026-11-20T10:05:00+14:00", "2026-11-20T10:05:00-12:00", "2026-11-20 10:05",
    "2026-11-20T10:05:00.123456Z", f"{LAST_YEAR}-12-31T23:59:59-23:59", f"000{FIRST_YEAR}-01-01T00:00:00+23:59",
])
def test_an_odd_year_or_offset_is_kept(value: str) -> None:
    """A slip of the hand is shown and marked elsewhere; it does not cost somebody the whole file."""
    moment = TypeAdapter(Moment).validate_python(value)
    assert moment == datetime.fromisoformat(value)
    assert moment.astimezone()


def test_within_gives_back_what_it_was_given() -> None:
    """It changes nothing."""
    assert within(date(18, 3, 27)) == date(18, 3, 27)
