"""The rooms of pages/parts: each stands on those that docs/layers.md names for it, and none on itself in a circle."""
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.layers import ROOT, imports, table

PARTS = ROOT / "pages" / "parts"
ROOMS = table("Rooms of `pages/parts`")
INSIDE = "pages.parts."
MODULES = {
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
    for file in sorted(PARTS.rglob("*.py"))
}


def room(module: str) -> str:
    """The room of a module or of anything in one."""
    return module.removeprefix(INSIDE).split(".")[0]


def used(file: Path) -> set[str]:
    """The modules of pages/parts that a file imports."""
    found = {name if name in MODULES else name.rpartition(".")[0] for name in imports(file) if name.startswith(INSIDE)}
    assert found <= set(MODULES), f"{file} imports what is no module: {found - set(MODULES)}"
    return found


def test_every_module_stands_in_a_room_that_is_written_down() -> None:
    """Every folder of pages/parts has its row, every row its folder, and no module lies beside the rooms."""
    assert {path.name for path in PARTS.iterdir() if path.name != "__pycache__"} == set(ROOMS)
    assert all(any(room(module) == name for module in MODULES) for name in ROOMS)


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_uses_the_rooms_of_its_row(name: str) -> None:
    """What a room imports is what its row names: nothing more, and no arrow stays allowed that nobody needs."""
    found = {room(other) for module, file in MODULES.items() if room(module) == name for other in used(file)}
    assert found - {name} == ROOMS[name]


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_stands_on_rooms_above_it_only(name: str) -> None:
    """The rows are in order, lowest room first, so no two rooms can use each other, by whatever way round."""
    earlier = list(ROOMS)[:list(ROOMS).index(name)]
    assert ROOMS[name] <= set(earlier)


def test_no_module_leads_back_to_itself() -> None:
    """Inside a room too, imports form no circle, those within functions included."""
    arrows = {module: used(file) for module, file in MODULES.items()}
    assert sum(map(len, arrows.values())) > len(MODULES)
    assert set(TopologicalSorter(arrows).static_order()) == set(MODULES)


def test_no_room_uses_a_page() -> None:
    """A page describes a screen and is run by Streamlit; what two pages need stands in a room."""
    leads = {(module, name) for module, file in MODULES.items() for name in imports(file)
             if name.startswith("pages.") and not name.startswith(INSIDE)}
    assert leads == set()


def test_a_name_of_a_module_is_used_once() -> None:
    """So the name alone says which module a test, a comment or a person means."""
    names = Counter(module.rpartition(".")[2] for module in MODULES)
    assert [name for name, times in names.items() if times > 1] == []
