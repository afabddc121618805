"""A copy of all packs, as real files, in which every id has another name, wherever it stands and is referred to.

What is written is read back by the loader, so that a reference that was not renamed is refused. Worked cases are left
out of the copy: a case is renamed after it was filled in.
"""
import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from decision.case import Case
from guidance.vocabulary import ELSEWHERE, NO_RULE
from guidance.check import area_folders
from guidance.check_ids import FIXED, REFERENCES
from guidance.folder import AREA, DOCUMENT_CITED, LIST_SEPARATOR, NATIONAL, Folder, csv_columns, read_folder
from guidance.models import Indicator, OutcomeWords, RowOfTopic, Sign, Statement

RENAMED = re.compile("zq[0-9a-f]{12}(_[0-9a-f]{12})?qz")
OLD: dict[str, str] = {}
"""Each other name that was given → what it stands for."""
BESIDE: Mapping[type[BaseModel], Mapping[str, str]] = {
    Indicator: {"level": "levels"}, Sign: {"group": "sign_groups"}}
"""Fields that hold ids and are checked with the levels or the signs (guidance/check_levels.py, check_signs.py)."""
KEYS: Mapping[type[BaseModel], str] = {Indicator: "concern", RowOfTopic: "concerns"}
"""Fields by which entries belong together, and which no other entry names."""


def name(id_: str) -> str:
    """The other name of an id. It has nothing of the old one in it, and it stands elsewhere in the alphabet.

    Only what begins alike still does: an area's own entries begin as its document does (guidance/check_own.py).
    """
    begins, low_line, rest = id_.partition("_")
    other = f"zq{_figures(begins)}{low_line}{_figures(rest)}qz" if id_ else ""
    OLD[other] = id_
    return other


def _figures(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12] if text else ""


def old_names(text: str) -> str:
    """A text in which every renamed id has its old name again."""
    return RENAMED.sub(lambda found: OLD[found.group()], text)


def renamed_case(case: Case) -> Case:
    """A case that says the same of the renamed packs."""
    return case.model_copy(update={
        **{field: _area(getattr(case, field)) for field in ("home_area", "area_now", "work_area")},
        "held_back": {_place(place): why for place, why in case.held_back.items()},
        "practitioner": case.practitioner.model_copy(update={"role": name(case.practitioner.role)}),
        "call": case.call.model_copy(update={"contact": name(case.call.contact)}),
        "findings": tuple(found.model_copy(update={"id": name(found.id)}) for found in case.findings),
        **{field: {name(id_): value for id_, value in getattr(case, field).items()}
           for field in ("signs", "answers", "factors")},
        **{field: tuple(name(id_) for id_ in getattr(case, field))
           for field in ("asked", "unsure_topics", "signs_unsure", "signs_some")},
        "signs_none": {name(group): tuple(name(id_) for id_ in ids) for group, ids in case.signs_none.items()},
    })


def _area(id_: str) -> str:
    return id_ if id_ == ELSEWHERE else name(id_)


def _place(place: str) -> str:
    """The place of an answer, which may name the entry that was answered."""
    field, point, id_ = place.partition(".")
    return f"{field}.{name(id_)}" if point and field in ("findings", "signs", "answers", "factors") else place


def write_renamed(root: Path, source: Path) -> Path:
    """Write the packs below `source` to `root` with every id renamed."""
    national = read_folder(source / "national", NATIONAL)
    everywhere = _ids(national)
    _write(national, root / "national", everywhere)
    for path in area_folders(source):
        area = read_folder(path, AREA)
        _write(area, root / "areas" / name(path.name), everywhere | _ids(area) | {path.name})
    return root


def _ids(folder: Folder[Any]) -> frozenset[str]:
    return frozenset(id_ for rows in folder.rows.values() for row in rows for id_ in ids_in(row.item))


def ids_in(item: Any) -> Iterator[str]:
    """The ids of an entry and of every part of it that has one; an outcome is no id of a pack."""
    if isinstance(item, tuple):
        for part in item:
            yield from ids_in(part)
    if isinstance(item, BaseModel) and not isinstance(item, OutcomeWords):
        if own := getattr(item, "id", ""):
            yield own
        for field in type(item).model_fields:
            yield from ids_in(getattr(item, field))


def _write(folder: Folder[Any], to: Path, ids: frozenset[str]) -> None:
    assert folder.pack is not None
    assert folder.head is not None
    to.mkdir(parents=True)
    form = folder.format
    own = {"id", *type(folder.pack).model_fields} - set(form.parts())
    head = {key: value for key, value in _plain(folder.pack, ids, whole=False).items() if key in own}
    files: dict[str, Any] = {form.head: head}
    for part in form.parts():
        model, file = form.model(part), form.file_of(part)
        entries = [_plain(row.item, ids) for row in folder.rows[part]] if model else []
        key = next((key for key, filled in form.inside.get(file, {}).items() if filled == part), "")
        if file.endswith(".csv") and model:
            own_document = part in DOCUMENT_CITED
            _write_csv(to / file, csv_columns(model, own_document, form.checked), entries)
        elif key:
            files.setdefault(file, {})[key] = entries
        else:
            files[file] = entries
    for file, content in files.items():
        (to / file).write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _write_csv(path: Path, columns: tuple[str, ...], entries: list[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore")
        writer.writeheader()
        for entry in entries:
            spread = {**entry, **entry.get("source", {}), **entry.get("checked", {})}
            writer.writerow({key: LIST_SEPARATOR.join(value) if isinstance(value, list) else value
                             for key, value in spread.items()})


def _plain(item: BaseModel, ids: frozenset[str], whole: bool = True) -> dict[str, Any]:
    """An entry as a file writes it, with the ids in it renamed. `whole` False leaves out the entries below it."""
    model = type(item)
    referring = {**REFERENCES.get(model, {}), **BESIDE.get(model, {})}
    found: dict[str, Any] = {}
    for field in model.model_fields:
        value = getattr(item, field)
        if field == "id":
            found[field] = _named(item, value, ids)
        elif KEYS.get(model) == field:
            found[field] = [name(one) for one in value] if isinstance(value, tuple) else name(value)
        elif field in referring:
            free = FIXED.get(referring[field], frozenset())
            found[field] = _each(value, lambda id_, free=free: name(id_) if id_ in ids - free else id_)
            if (model, field, value) == (Sign, "telling", ""):
                found[field] = NO_RULE
        elif whole or not isinstance(value, tuple):
            found[field] = _written(value, ids)
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _named(item: BaseModel, id_: str, ids: frozenset[str]) -> str:
    """The id of an entry; a gap about a level names it behind a word of its own. An outcome is no id of a pack."""
    kind, colon, level = id_.partition(":")
    if isinstance(item, Statement) and colon:
        return f"{kind}:{name(level)}"
    return name(id_) if id_ in ids and not isinstance(item, OutcomeWords) else id_


def _each(value: Any, change: Any) -> Any:
    return [change(id_) for id_ in value] if isinstance(value, tuple) else change(value)


def _written(value: Any, ids: frozenset[str]) -> Any:
    if isinstance(value, BaseModel):
        return _plain(value, ids)
    if isinstance(value, tuple):
        return [_written(one, ids) for one in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value if value is None else str(value)
