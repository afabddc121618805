"""The rooms of exports: which door each has, and that no import runs in a circle."""
import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.layers import ROOT, table

OURS = ("guidance", "decision", "exports", "pages", "app", "server", "tests")
MAY_IMPORT = {f"exports.{name}": others for name, others in table("Rooms of `exports`").items()}
"""Room → all of ours that its files may import beside the room itself, as docs/layers.md says."""
ROOMS = set(MAY_IMPORT)
MAKING = ("exports.make", "exports.document", "exports.hiding", "exports.casefile", "exports.__main__")
"""What makes papers and what a paper is kept from: no paper looks at it."""


@cache
def modules() -> dict[str, Path]:
    """Every module of exports by its dotted name; a package by the name of its folder."""
    files = sorted((ROOT / "exports").rglob("*.py"))
    return {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


def imports(module: str) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it, each by its full name."""
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            names = [name if name in modules() else str(node.module) for name in below]
        else:
            continue
        yield from (name for name in names if name.split(".")[0] in OURS)


def room(module: str) -> str:
    """The room that a module stands in; a module that stands in none is its own."""
    return next((name for name in ROOMS if module == name or module.startswith(f"{name}.")), module)


def test_every_room_is_written_down() -> None:
    """Every folder of exports has its row, and every row its folder."""
    assert {f"exports.{file.parent.name}" for file in (ROOT / "exports").glob("*/__init__.py")} == ROOMS


@pytest.mark.parametrize("name", MAY_IMPORT)
def test_a_room_imports_only_what_its_door_lets_in(name: str) -> None:
    """The PDF knows nothing of a case, and what hides things knows nothing of papers."""
    inside = [module for module in modules() if room(module) == name]
    found = {other for module in inside for other in imports(module) if room(other) != name}
    let_in = {allowed: {other for other in found if f"{other}.".startswith(f"{allowed}.")}
              for allowed in MAY_IMPORT[name]}
    assert len(inside) > 1, "the room is empty, so nothing was looked at"
    assert found == set().union(*let_in.values())
    assert all(let_in.values()), "what is let in is used, else the row is taken out"


def test_a_paper_looks_at_nothing_that_makes_papers() -> None:
    """A paper says what stands in it: it neither makes itself nor unhides what was hidden from it."""
    papers = [module for module in modules() if room(module) == "exports.documents"]
    assert {(one, other) for one in papers for other in imports(one) if room(other) in MAKING} == set()


def test_only_making_looks_at_the_list_of_documents() -> None:
    """A document is found, not named: nothing but the making and the papers themselves imports the papers."""
    looking = {module for module in modules() if room(module) != "exports.documents"
               and any(room(other) == "exports.documents" for other in imports(module))}
    assert looking == {"exports.make"}


@pytest.mark.parametrize("whole_rooms", [False, True], ids=["modules", "rooms"])
def test_nothing_of_exports_runs_in_a_circle(whole_rooms: bool) -> None:
    """Neither the modules nor, each taken as one, the rooms import one another in a circle."""
    graph: dict[str, set[str]] = {}
    for module in modules():
        here = room(module) if whole_rooms else module
        found = {room(other) if whole_rooms else other for other in imports(module) if other.startswith("exports")}
        graph.setdefault(here, set()).update(found - {here})
    assert sum(map(len, graph.values())) > len(ROOMS)
    assert list(TopologicalSorter(graph).static_order())
