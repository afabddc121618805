"""The words that people say: each meaning of theirs stands in a statement or sign of some pack, or it finds nothing."""
from collections.abc import Iterator, Sequence
from typing import Any

from guidance.folder import Folder
from guidance.problems import Problem
from guidance.search import holds
from guidance.stems import stems_in_turn

SEARCHED = ("signs", "indicators", "factors")


def everyday_problems(national: Folder[Any], areas: Sequence[Folder[Any]]) -> Iterator[Problem]:
    """Warnings: words that a search leaves out, and meanings that no sign or statement of these packs has."""
    texts = [row.item.says for folder in (national, *areas) for part in SEARCHED for row in folder.rows.get(part, ())]
    for row in national.rows.get("everyday", ()):
        for number, said in enumerate(row.item.said):
            if not stems_in_turn(said):
                yield row.place.problem("everyday", f'Nothing is left of "{said}" in a search.',
                                        "Leave it out, or add a word that means something.", ("said", number),
                                        "warning")
        for number, meaning in enumerate(row.item.means):
            if not any(holds(meaning, text) for text in texts):
                yield row.place.problem("everyday", f'No sign or statement has the words "{meaning}".',
                                        "Write words that stand in one, or leave it out.", ("means", number), "warning")
