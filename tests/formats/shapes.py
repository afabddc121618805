"""The shape of a format: every field with what it may hold, one line each, without our words about it.

Packs have one too: a folder that somebody wrote for a format that has landed is read for ever.
"""
import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from decision import formats
from decision.case import Case
from exports.casefile import CaseFile
from exports.details import Details
from guidance.formats import FORMAT
from guidance.packs import AreaPack, NationalPack
from pages.parts.visit.draft import Progress

HERE = Path(__file__).parent
MODELS: dict[str, type[BaseModel]] = {
    formats.CASE: Case, formats.DETAILS: Details, formats.CASE_FILE: CaseFile, formats.DRAFT: Progress,
}
"""Kind of format → its model. The draft's own part is the progress; case and details inside have their own numbers."""


def shape(kind: str) -> str:
    """The shape of today, sorted. What is inside and has a number of its own is left out."""
    own = MODELS[kind]
    inside = [model for model in (Case, Details) if model is not own]
    theirs = {name for model in inside for name in (model.__name__, *model.model_json_schema().get("$defs", {}))}
    schema = own.model_json_schema()
    parts = {own.__name__: schema} | schema.get("$defs", {})
    needed = parts if own in (Case, Details) else {name: part for name, part in parts.items() if name not in theirs}
    return "".join(f"{line}\n" for name in sorted(needed) for line in _lines(name, needed[name]))


def pack_shape() -> str:
    """The shape of a pack of today, of an area's and of the national one, sorted."""
    parts: dict[str, dict[str, Any]] = {}
    for model in (AreaPack, NationalPack):
        schema = model.model_json_schema()
        parts |= {model.__name__: schema} | schema.get("$defs", {})
    return "".join(f"{line}\n" for name in sorted(parts) for line in _lines(name, parts[name]))


def pack_landed(format_: str = FORMAT) -> bool:
    """Whether a pack of this format stays in the tests: then people may hold such folders."""
    return (HERE / f"pack_{format_.rpartition('/')[2]}").is_dir()


def _lines(name: str, part: dict[str, Any]) -> list[str]:
    lines = [f"{name}.{field}: {_plain(value)}" for field, value in sorted(part.get("properties", {}).items())
             if field != "format"]
    return [f"{name}: needs {', '.join(sorted(part['required']))}", *lines] if "required" in part else lines


def _plain(value: Any) -> str:
    return json.dumps(_bare(value), sort_keys=True, ensure_ascii=False)


def _bare(value: Any) -> Any:
    """Without our words, and without the default of a whole part: its fields have theirs."""
    if isinstance(value, dict) and "$ref" in value:
        return {"$ref": value["$ref"]}
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in ("title", "description")}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def recorded(format_: str) -> Path:
    """Where the shape of a format, such as "windscreen-case/2", is written down."""
    return HERE / "shapes" / f"{format_.replace('/', '-')}.txt"


def files(format_: str) -> list[Path]:
    """The files of a format that stay in the tests. A format that has one has landed: people may hold such files."""
    return sorted((HERE / "files" / format_.replace("/", "-")).glob("*.json"))
