"""A case file and a draft in which every question of the models has an answer, each text another one."""
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from decision.case import Case
from decision.moving import SetAside
from exports.details import DOMAINS, Details
from guidance.load import load_packs
from guidance.packs import Packs
from pages.parts.visit.draft import Progress

AREA, OTHER = "central_bedfordshire", "telford_wrekin"
SAVED_AT = datetime(2026, 11, 26, 9, 30, tzinfo=UTC)


def answered(model: type[BaseModel], place: str = "", choice: int = -1) -> dict[str, Any]:
    """Every field of a model with a value that is not its default. `place` makes each text one of its own; `choice`:
    which of the values of a closed list is taken."""
    return {name: _value(field.annotation, f"{place}.{name}".strip("."), choice)
            for name, field in model.model_fields.items() if name != "format"}


def _value(kind: Any, place: str, choice: int) -> Any:
    origin, inside = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return answered(kind, place, choice)
    if origin is Literal:
        return inside[min(choice, len(inside) - 1)]
    if origin is tuple:
        return [_value(inside[0], f"{place}.{number}", choice) for number in (1, 2)]
    if origin in (Mapping, dict):
        return {"child": _value(inside[1], f"{place}.child", choice)}
    if origin is Union or str(origin) == "<class 'types.UnionType'>":
        return _value(next(one for one in inside if one is not type(None)), place, choice)
    if hasattr(kind, "__metadata__"):
        return _value(inside[0], place, choice)
    simple: dict[Any, Any] = {bool: True, int: 3, date: "2026-11-19", datetime: "2026-11-26T15:15:00Z"}
    return simple.get(kind, f"Said at {place}")


def full_case(packs: Packs, area_id: str = AREA, choice: int = -1) -> Case:
    """A case with every answer given, in ids that the packs have. `choice`: which value of each closed list."""
    area = packs.areas[area_id]
    data = answered(Case, "case", choice)
    children = [answered(type_of(Case, "children"), f"child {label}", choice) | {"label": label} for label in "ABC"]
    for child, age in zip(children, ({"age_years": 7}, {"age_months": 10}, {"due_date": "2027-03-01"}), strict=True):
        child.update({"age_years": None, "age_months": None, "due_date": None, "not_born": False, **age})
        child["status"] = ["early_help", "ehc_plan"]
    signs = [sign.id for sign in packs.signs(area_id)][:3]
    rows = [row.id for row in area.indicators][:5]
    data |= {
        "reference": "FULL-1", "home_area": area_id, "area_now": OTHER, "work_area": OTHER, "children": children,
        "danger": "no", "signs": {id_: {**data["signs"]["child"], "answer": answer, "about": ["A"]}
                                  for id_, answer in zip(signs, ("no", "not_sure", "yes"), strict=True)},
        "findings": [item | {"id": id_, "about": ["A", "B"], "why": why} for item, id_, why in zip(
            data["findings"], rows, ("cannot_prove", "could_not_find_out"), strict=False)],
        "signs_none": {"child_says": signs[:1], "adult": [packs.national.signs[-1].id]}, "signs_some": ["injury"],
        "answers": {rows[2]: "no", rows[3]: "not_sure", rows[4]: "not_known"},
        "one_of": [rows[2:4]],
        "factors": dict(zip((factor.id for factor in area.factors), ("yes", "no", "not_sure"), strict=False)),
        "asked": list(packs.national.topic)[:2], "unsure_topics": list(packs.national.topic)[2:4],
        "practitioner": data["practitioner"] | {"role": next(iter(packs.national.role))},
        "family": [item | {"key": key} for item, key in zip(data["family"], ("mother", "father"), strict=True)],
        "source_of_harm": data["source_of_harm"] | {"members": ["father"]},
        "call": data["call"] | {"contact": area.front_door},
    }
    if "held_back" in data:
        data["held_back"] = {"case.voice.words": data["held_back"]["child"]}
        data["source_of_harm"]["ruled_out"] = ["mother"]
    return Case.model_validate(data)


def full_details() -> Details:
    """Details with every answer given."""
    data = answered(Details, "details")
    for name in ("children", "household"):
        for item, mark in zip(data[name], "AB", strict=True):
            item.update({"label": mark} if name == "children" else {"key": f"person_{mark.lower()}"})
    for part in (data["narrative"]["effects"], data["assessment"]["children"]):
        for item, mark in zip(part, "AB", strict=True):
            item["label"] = mark
    for item, mark in zip(data["agreement"]["records"], ("mother", "young_person"), strict=True):
        item["key"] = mark
    for item, domain in zip(data["assessment"]["domains"], DOMAINS, strict=False):
        item["domain"] = domain
    return Details.model_validate(data)


def full_progress(packs: Packs) -> Progress:
    """Progress with every part filled, and the statements of another area set aside."""
    aside = SetAside(area=OTHER, case=full_case(packs, OTHER), note="What was answered for the other area")
    return Progress.model_validate(answered(Progress, "progress") | {
        "seen": ["safety", "where"], "skipped": ["children"], "topics": list(packs.national.topic)[:3],
        "brief": {"Care": "not_sure"}, "set_aside": {OTHER: aside},
    })


def type_of(model: type[BaseModel], name: str) -> type[BaseModel]:
    """The model of the items of a tuple field."""
    return get_args(model.model_fields[name].annotation)[0]  # type: ignore[no-any-return]


def packs() -> Packs:
    """The packs of today."""
    return load_packs()
