"""Tables of statements with their evidence."""
from decision.case import Case, Child
from decision.result import Decision
from exports.blocks import Value
from exports.details import Details
from exports.evidence import evidence_grid, evidence_heads
from exports.material import Material
from tests.exports import samples

ROW = tuple(map(Value, ("No coat", "A", "I saw it", "Monday", "Cold hands")))
SHARES = (0.3, 0.1, 0.14, 0.15, 0.31)


def columns(*labels: str) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    """The headings, the first row and the whole width of the table for a case with these children."""
    case = Case(children=tuple(Child(label=label) for label in labels))
    decision: Decision = samples.decision("early_help")
    m = Material(case, Details(), decision, samples.PACKS, samples.NOW)
    grid = evidence_grid(m, ("Reason", *evidence_heads()), (ROW,), SHARES, 1)
    return grid.heads, tuple(cell.said for cell in grid.rows[0]), round(sum(grid.shares), 6)


def test_with_one_child_no_column_says_which() -> None:
    """Every row would say the same, or that nobody has answered; the others share the width."""
    assert columns("A") == (("Reason", "How it is known", "When", "Facts, and the exact words"),
                            ("No coat", "I saw it", "Monday", "Cold hands"), 1)


def test_with_several_children_each_row_says_which() -> None:
    """Also where no child has been entered: then the row may say whom it is about."""
    for labels in (("A", "B"), ()):
        assert columns(*labels)[:2] == (("Reason", *evidence_heads()), tuple(cell.said for cell in ROW))
