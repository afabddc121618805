"""The arrow of imports, and what each package may not do: app, pages → exports → decision → guidance."""
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import layers
from tests.layers import ROOT, table, tree

AREAS = {folder.parent.name for folder in (ROOT / "guidance" / "areas").glob("*/area.yaml")}
PAGES = {
    "check.py", "compare.py", "contacts.py", "design.py", "documents.py", "exploitation.py", "look_up.py",
    "missing_education.py", "rang.py", "result.py", "sources.py",
}
"""Every address of the app beside the front page. A page is added here and in the menu, or it is not a page."""

LAYERS = table("Layers")
PACKAGES = [name for name in LAYERS if not name.endswith(".py")]
HEAVY = {"streamlit", "pandas", "plotly", "reportlab"}
IMPURE = re.compile(
    r"(datetime|date|time)\.(now|today|utcnow|time|monotonic)|open|input|print|os\.(environ|getenv)"
    r"|.*\.(read_text|read_bytes|write_text|write_bytes)"
)
NUMBER = re.compile(r"(?<![\d.#])0[1-9]\d{2,}")
"""A run that begins like a British telephone number."""


def sources(package: str) -> list[Path]:
    """Every Python file of a package, or the one file that is a layer by itself."""
    return [ROOT / package] if package.endswith(".py") else sorted((ROOT / package).rglob("*.py"))


def imports(file: Path) -> set[str]:
    """The first names of all modules a file imports, wherever in it."""
    return {name.split(".")[0] for name in layers.imports(file)}


def calls(file: Path) -> Iterator[str]:
    """The dotted names of everything a file calls, and of every attribute it reads."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def texts(file: Path) -> Iterator[ast.Constant]:
    """Every string constant of a file."""
    return (node for node in ast.walk(tree(file)) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_the_layers_are_the_ones_of_the_arrow() -> None:
    """What docs/layers.md allows is the arrow itself: each layer uses those before it, and the server knows no page."""
    arrow = ["guidance", "decision", "exports", "pages", "app.py"]
    wanted = {name: frozenset(arrow[:place]) for place, name in enumerate(arrow)}
    assert wanted | {"server.py": frozenset({"guidance"})} == LAYERS


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_imports_only_down_the_arrow(layer: str) -> None:
    """No file of a layer imports one of our packages that its row does not name."""
    ours = {*(name.removesuffix(".py") for name in LAYERS), "tests"}
    forbidden = ours - LAYERS[layer] - {layer}
    wrong = {str(file): found for file in sources(layer) if (found := imports(file) & forbidden)}
    assert sources(layer), "the layer is empty, so nothing was looked at"
    assert wrong == {}


@pytest.mark.parametrize("package", ["guidance", "decision"])
def test_the_engine_needs_no_screen_and_no_printer(package: str) -> None:
    """Neither guidance nor decision imports Streamlit, pandas, Plotly or ReportLab."""
    assert {str(file): found for file in sources(package) if (found := imports(file) & HEAVY)} == {}


def test_a_decision_depends_on_nothing_but_its_arguments() -> None:
    """No file of decision reads the clock, a file or the environment; its command line alone may."""
    files = [file for file in sources("decision") if file.name != "__main__.py"]
    assert files
    assert {(file.name, call) for file in files for call in calls(file) if IMPURE.fullmatch(call)} == set()


UNVALIDATED = {"model_copy", "model_construct"}
AS_IT_GREW = ("written.py", "to_print")
"""The one function that may copy without validating: a copy for print, whose texts may have grown (its docstring)."""


def unvalidated(package: str) -> Iterator[tuple[str, str]]:
    """File and function, empty outside any, of everything that makes a model without validating it."""
    for file in sources(package):
        inside = {id(node): outer.name for outer in ast.walk(tree(file)) if isinstance(outer, ast.FunctionDef)
                  for node in ast.walk(outer)}
        yield from ((file.name, inside.get(id(node), "")) for node in ast.walk(tree(file))
                    if isinstance(node, ast.Attribute) and node.attr in UNVALIDATED)


def test_nothing_is_changed_past_its_validation() -> None:
    """`but` of guidance/vocabulary.py is the one door: nowhere else is a model copied or built unvalidated."""
    assert [found for layer in LAYERS for found in unvalidated(layer)] == [AS_IT_GREW]


def docstrings(file: Path) -> set[int]:
    """The lines on which a text stands by itself and does nothing: a docstring, or the note below a constant."""
    return {node.value.lineno for node in ast.walk(tree(file))
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}


@pytest.mark.parametrize("package", LAYERS)
def test_no_code_asks_which_area_it_is(package: str) -> None:
    """No string in the code holds the id of an area that has a folder: what differs between areas is in their packs."""
    files = sources(package)
    an_id = re.compile(rf"(?<![a-z_])({'|'.join(AREAS)})(?![a-z_])")
    named = {(file.name, text.lineno) for file in files for text in texts(file)
             if an_id.search(text.value) and text.lineno not in docstrings(file)}
    assert AREAS
    assert named == set()


@pytest.mark.parametrize("package", ["decision", "exports", "pages", "app.py", "server.py"])
def test_no_telephone_number_stands_in_code(package: str) -> None:
    """No string in the code looks like a telephone number: numbers come from a pack, with their source and trust."""
    files = sources(package)
    assert {(file.name, text.value) for file in files for text in texts(file) if NUMBER.search(text.value)} == set()


def pages() -> list[Path]:
    """The files that are addresses of the app."""
    return sorted((ROOT / "pages").glob("*.py"))


def test_the_pages_are_the_ones_written_down() -> None:
    """A page appears only on purpose: the files in pages/ are exactly the list above."""
    assert {file.name for file in pages()} == PAGES


def test_no_page_has_the_name_of_a_package() -> None:
    """Streamlit puts pages/ on the path, so a page called like a package of ours or of others would hide it."""
    taken = {*PACKAGES, *HEAVY, "app", "server", "tests", *sys.stdlib_module_names}
    assert {file.stem for file in pages()} & taken == set()


@pytest.mark.parametrize("file", [ROOT / "app.py", *pages()], ids=lambda file: file.name)
def test_a_page_begins_with_its_frame(file: Path) -> None:
    """The first statement after docstring and imports is frame(...): danger strip and menu before anything else."""
    body = [node for node in tree(file).body if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert ast.get_docstring(tree(file)), "a page says in its docstring what it shows"
    first = next(node for node in body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)))
    value = getattr(first, "value", None)
    assert isinstance(value, ast.Call)
    assert ast.unparse(value.func).split(".")[-1] == "frame"


def test_nothing_uses_the_other_router() -> None:
    """Nothing calls st.navigation: beside a folder called pages/ it would make a deep link skip app.py."""
    files = [ROOT / "app.py", *sources("pages")]
    assert {file.name for file in files for call in calls(file) if call.endswith(".navigation")} == set()
