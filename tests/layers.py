"""Reads docs/layers.md: the one place where it is written who may import whom."""
import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/layers.md"
ROW = re.compile(r"\| `(?P<name>[a-z_.]+)` \| [^|]{20,} \| (?P<may>[^|]+) \| [^|]{5,} \|")


def table(heading: str) -> dict[str, frozenset[str]]:
    """What each row under a heading of the page may import, beside itself, in the order of the rows.

    A row that cannot be read is an error: it would allow nothing, and forbid nothing either.
    """
    part = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("|")][2:]
    read = [ROW.fullmatch(line) for line in rows]
    assert rows, f"nothing is written under {heading}"
    assert all(read), [line for line, found in zip(rows, read, strict=True) if not found]
    return {found["name"]: frozenset(re.findall(r"`([a-z_.]+)`", found["may"])) for found in read if found}


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a file, read once."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imports(file: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it; of `from a import b` it is `a.b`."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import hides where it leads"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
