"""Ages that a row can be about, and rows that are nearly the same: what stands together can be told apart."""
from collections.abc import Iterator
from typing import Any

from guidance.folder import Folder, Row
from guidance.models import Factor, Indicator, Sign
from guidance.problems import Problem

AGED = ("signs", "indicators", "factors")
ALIKE = ("indicators", "factors")
"""Parts whose rows may be alike. A sign is asked by itself and never joined with another."""
WORRIES = frozenset({"need", "status", "warning", "harm", "effect"})
"""Kinds of row, of either file, that are asked as worries: what says nearly the same is one question there."""


def fit_problems(folder: Folder[Any], national: Folder[Any]) -> Iterator[Problem]:
    """Ages that no child can have, and rows that are alike without being of one kind, or cannot be told apart.

    A row may be alike to a sign, of the pack or national, by the sign's own words.
    """
    for part in AGED:
        for row in folder.rows.get(part, ()):
            yield from _ages(row)
    alike: dict[str, list[tuple[str, Row]]] = {}
    for part in ALIKE:
        for row in folder.rows.get(part, ()):
            if row.item.alike:
                alike.setdefault(row.item.alike, []).append((part, row))
            elif row.item.differs:
                yield row.place.problem("alike", "This row says in what it differs, and not from which others.",
                                        "Write in alike the statement that it shares with them, or clear differs.",
                                        ("differs",))
    signs = {row.item.says: row for one in (folder, national) for row in one.rows.get("signs", ())}
    if set(ALIKE) & set(folder.rows) <= folder.whole:
        for word, rows in alike.items():
            yield from _alike(word, rows, signs.get(word))


def _ages(row: Row) -> Iterator[Problem]:
    item: Sign | Indicator | Factor = row.item
    first, end = item.from_months, item.under_months
    if end is not None and end <= (first or 0):
        yield row.place.problem(
            "ages", f"No child is {first or 0} months or older and under {end}.",
            "Write in from_months the youngest age, in under_months the first that is too old; or clear both.",
            ("under_months",))


def _alike(word: str, rows: list[tuple[str, Row]], sign: Row | None) -> Iterator[Problem]:
    """Rows under one word: two or more of one sort, or one beside a sign, about one topic, each with words of its own.

    Rows with identical words are asked once, and so may differ from the others in the same words.
    """
    part, first = rows[0]
    if sign and not set(first.item.topics) & set(sign.item.topics):
        yield first.place.problem("alike", f'The sign "{word}" is about another topic.',
                                  "A row that is alike to a sign shares a topic with it.", ("alike",))
    if len(rows) == 1 and sign is None:
        yield first.place.problem("alike", f'No other row is alike under the word "{word}".',
                                  "Write the same word beside each of them, or clear alike and differs.", ("alike",))
    said: dict[str, Row] = {}
    for other, row in rows:
        if (other, row.item.kind) != (part, first.item.kind) and not {row.item.kind, first.item.kind} <= WORRIES:
            yield row.place.problem("alike", f'Under "{word}" stands another kind of row too.',
                                    "Rows that are alike are of one file and one kind, or each of them a worry.",
                                    ("alike",))
        elif not set(row.item.topics) & set(first.item.topics):
            yield row.place.problem("alike", f'Under "{word}" stand rows without a topic in common.',
                                    "Rows that are alike share a topic, so that they are asked on one page.",
                                    ("alike",))
        same = said.setdefault(row.item.differs.casefold(), row)
        if not row.item.differs:
            yield row.place.problem("alike", "Nothing says in what this row differs from those that are alike.",
                                    "Write in differs the few words that tell them apart.", ("differs",))
        elif same.item.says != row.item.says:
            yield row.place.problem("alike", f'Two rows under "{word}" differ in the same words.',
                                    "Write other words in one of them, so that they can be told apart.", ("differs",))
