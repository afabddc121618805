"""Packs with something changed, for tests: fresh objects, so that nothing a pack has worked out is carried over."""
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from guidance.packs import AreaPack, Packs

M = TypeVar("M", bound=BaseModel)


def changed(model: M, **update: Any) -> M:
    """A copy of a pack or of part of it with other values in some fields, unchecked."""
    return model.model_construct(**{name: getattr(model, name) for name in type(model).model_fields} | update)


def with_national(packs: Packs, **update: Any) -> Packs:
    """The packs with other parts in what holds everywhere."""
    return changed(packs, national=changed(packs.national, **update))


def with_area(packs: Packs, area_id: str, **update: Any) -> Packs:
    """The packs with other parts in one area."""
    return with_areas(packs, changed(packs.areas[area_id], **update))


def with_areas(packs: Packs, *areas: AreaPack) -> Packs:
    """The packs with these areas added, or in the place of those of the same id."""
    return changed(packs, areas=MappingProxyType({**packs.areas, **{area.id: area for area in areas}}))


def with_few_cases(packs: Packs, most: int = 2) -> Packs:
    """The packs with only the first worked cases of each, for what is not about the cases: test_worked.py runs all."""
    areas = (changed(area, cases=area.cases[:most]) for area in packs.areas.values())
    return with_areas(with_national(packs, cases=packs.national.cases[:most]), *areas)


def replaced(items: Iterable[M], id_: str, **update: Any) -> tuple[M, ...]:
    """The items, the one with this id changed."""
    return tuple(changed(item, **update) if getattr(item, "id", "") == id_ else item for item in items)


def without_duty(packs: Packs, id_: str) -> Packs:
    """The packs without a duty, in every one of them."""
    rest = tuple(duty for duty in packs.national.duties if duty.id != id_)
    # the engine asks for a duty with a job by that job, so an empty one takes its place
    jobs = tuple(changed(duty, id="another", triggers=None)
                 for duty in packs.national.duties if duty.id == id_ and duty.use)
    packs = with_national(packs, duties=rest + jobs)
    for area_id, area in packs.areas.items():
        packs = with_area(packs, area_id, duties=tuple(duty for duty in area.duties if duty.id != id_))
    return packs
