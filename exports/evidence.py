"""Tables of statements with their evidence: which child, how it is known, when, and the facts."""
from exports.blocks import Grid, Value
from exports.material import Material
from guidance.words import say


def evidence_heads() -> tuple[str, ...]:
    """The headings of the four cells of evidence (exports/findings.py)."""
    return tuple(say(f"papers.found.{name}") for name in ("child", "basis", "when", "facts"))


def evidence_grid(m: Material, heads: tuple[str, ...], rows: tuple[tuple[Value, ...], ...], shares: tuple[float, ...],
                  child: int) -> Grid:
    """The table; without the column of the child, which is at number `child`, where there is only one in the case."""
    if len(m.case.children) != 1:
        return Grid(heads, rows, shares)
    kept = tuple(share for number, share in enumerate(shares) if number != child)
    return Grid(tuple(head for number, head in enumerate(heads) if number != child),
                tuple(tuple(cell for number, cell in enumerate(row) if number != child) for row in rows),
                tuple(share / sum(kept) for share in kept))
