"""Rows and signs that do not say where an answer is held: read as the quietest, which may be silence by a slip."""
from collections.abc import Iterator
from typing import Any

from guidance.folder import Folder
from guidance.formats import WHOLE
from guidance.problems import Place, Problem
from guidance.vocabulary import QUIETEST

PARTS = ("indicators", "signs")


def unsaid(folder: Folder[Any]) -> Iterator[Problem]:
    """One warning a file whose column `found_in` is left out or has empty cells, with the first such row."""
    for part in PARTS if folder.number >= WHOLE else ():
        rows = [row for row in folder.rows.get(part, ()) if "found_in" not in row.item.model_fields_set]
        if rows:
            first = rows[0]
            says = (f"Where an answer is held is not said in {len(rows)} of its rows, the first of them "
                    f"{first.item.id}. That is read as {QUIETEST}, so nothing about it is offered for looking up.")
            instead = "Fill in found_in, and when torn the later of records, colleague, observation, only_the_child."
            yield Place(first.place.file).problem("found_in", says, instead, severity="warning")
