"""Statements that a document prints more than once: rows of one concern with identical words are one statement."""
from collections.abc import Iterable

from guidance.models import Indicator


def identity(row: Indicator) -> tuple[str, str]:
    """What makes two rows one statement: the concern and the words."""
    return row.concern, row.says


def statements(rows: Iterable[Indicator]) -> tuple[tuple[Indicator, ...], ...]:
    """The rows, those of one concern with identical words together; statements and rows in the order given."""
    found: dict[tuple[str, str], tuple[Indicator, ...]] = {}
    for row in rows:
        found[identity(row)] = (*found.get(identity(row), ()), row)
    return tuple(found.values())
