"""No entry of a pack is known to the code by its id: what the app does with an entry follows from its typed fields.

Words that are also a value of a closed list, a field's name or a field's default, a document of ours or a page's file
are no ids where they stand in code. Which these are is read from the models, not from a list kept here.
"""
import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

import decision
import exports
import guidance
from guidance import vocabulary
from guidance.check import ROOT, area_folders
from guidance.check_ids import REFERENCES
from guidance.folder import AREA, NATIONAL, Folder, read_folder
from guidance.our_documents import our_documents

HOUSE = Path(__file__).parents[1]
CODE = tuple(sorted(
    path for part in ("app.py", "server.py", "pages", "exports", "decision", "guidance")
    for path in ([HOUSE / part] if part.endswith(".py") else (HOUSE / part).rglob("*.py"))
))


def _folders() -> Iterator[Folder[Any]]:
    yield read_folder(ROOT / "national", NATIONAL)
    yield from (read_folder(path, AREA) for path in area_folders())


def _ids() -> dict[str, str]:
    """Every id of every pack of more than one letter or figure, with the part that it stands in."""
    found = {row.item.id: part for folder in _folders() for part, rows in folder.rows.items() for row in rows
             if len(getattr(row.item, "id", "")) > 1}
    return found | {folder.path.name: "area" for folder in _folders() if folder.format is AREA}


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def _models() -> set[type[BaseModel]]:
    return {item for package in (guidance, decision, exports) for module in _modules(package)
            for item in vars(module).values() if isinstance(item, type) and issubclass(item, BaseModel)}


def _literals(annotation: Any) -> Iterator[Any]:
    """The values of every closed list inside an annotation."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from _literals(part)


def _words() -> set[str]:
    """Words that are no ids where they stand in code."""
    found: set[Any] = {value for item in vars(vocabulary).values() for value in _literals(item)}
    found |= {*our_documents(), *vocabulary.REFERRAL_SECTIONS, *vocabulary.ROLE_PROPERTIES}
    for model in _models():
        for name, field in model.model_fields.items():
            found |= {name, *_literals(field.annotation), field.default}
    return {word for word in found if isinstance(word, str)}


IDS, WORDS = _ids(), _words()
HOLD_IDS = {"id", *(field for fields in REFERENCES.values() for field in fields)}


@pytest.mark.parametrize("path", CODE, ids=[str(path.relative_to(HOUSE)) for path in CODE])
def test_no_id_of_a_pack_stands_in_code(path: Path) -> None:
    """A text in code is never the id of a sign, duty, rule, contact, level, area or anything else of a pack."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = [f"line {node.lineno}: {node.value} ({IDS[node.value]})" for node in ast.walk(tree)
             if isinstance(node, ast.Constant) and isinstance(node.value, str)
             and node.value in IDS and node.value not in WORDS]
    assert known == []


@pytest.mark.parametrize("path", CODE, ids=[str(path.relative_to(HOUSE)) for path in CODE])
def test_no_field_that_holds_ids_is_compared_with_one(path: Path) -> None:
    """Not even a word that may stand elsewhere: "missing" is an answer, and never the duty that is looked for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for compared in (node for node in ast.walk(tree) if isinstance(node, ast.Compare)):
        sides = (compared.left, *compared.comparators)
        fields = {side.attr for side in sides if isinstance(side, ast.Attribute)}
        said = {node.value for side in sides for node in ast.walk(side)
                if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        assert not (fields & HOLD_IDS and said & IDS.keys()), f"line {compared.lineno}: {ast.unparse(compared)}"


def test_the_words_that_may_stand_are_few_of_the_ids() -> None:
    """Most ids are caught where they stand in code, or the test above would hold of anything."""
    assert {"sexual_abuse", "raises_risk", "suspected_unknown", "emergency_999", "windscreen_practice",
            "central_bedfordshire", "exploitation"} <= IDS.keys() - WORDS
    assert len(IDS.keys() & WORDS) < len(IDS) / 10
