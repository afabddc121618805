"""The hash of what a pack says: another with every letter of meaning, the same with every other layout."""
from pathlib import Path

import pytest

from guidance.formats import FORMAT
from guidance.load import load_area
from tests.made_up import append, made_up_root, replace

SPRING = "2027-03-01"
MEANING = [
    ("area.yaml", "council: Testshire Council", "council: Testshire council"),
    ("area.yaml", 'version: "test.1"', 'version: "test.2"'),
    ("indicators.csv", "too tired to learn.", "too tired to learn!"),
    ("indicators.csv", "TST-2-PARENT-01,extra", "TST-2-PARENT-01,complex"),
    ("contacts.yaml", "opens: 08:45, closes: 16:20", "opens: 08:45, closes: 16:21"),
    ("contacts.yaml", "printed: 01632 960002", "printed: 01632 960003"),
    ("timescales.yaml", "amount: 1", "amount: 2"),
    ("sources.yaml", "date: January 2024", "date: January 2025"),
    ("circumstances.yaml", "  contact: front_door", "  contact: front_door\n  at_least: call_999"),
]
NO_MEANING = [
    ("area.yaml", "council: Testshire Council", "council:   'Testshire Council'   # as people say it"),
    ("area.yaml", f"format: {FORMAT}  # Testshire", "format: windscreen-pack/3\n# Testshire"),
    ("area.yaml", 'version: "test.1"', f'version: "test.1"\nholds_from: {SPRING}'),
    ("indicators.csv", "TST-2-CHILD-01,extra", '"TST-2-CHILD-01","extra"'),
    ("cases.yaml", "outcome: early_help,", "outcome: consult,"),
]


def digest(folder: Path) -> str:
    """The hash of what a pack says."""
    return load_area(folder).digest


@pytest.mark.parametrize(("file", "old", "new"), MEANING, ids=[f"{row[0]}: {row[2][:30]}" for row in MEANING])
def test_a_change_of_what_a_pack_says_is_another_hash(tmp_path: Path, file: str, old: str, new: str) -> None:
    """Whatever a user could be told otherwise, to the last letter and minute."""
    folder = made_up_root(tmp_path) / "areas/testshire"
    before = digest(folder)
    replace(folder / file, old, new)

    assert digest(folder) != before


@pytest.mark.parametrize(("file", "old", "new"), NO_MEANING, ids=[f"{row[0]}: {row[2][:30]}" for row in NO_MEANING])
def test_a_change_of_layout_or_of_a_worked_case_is_the_same_hash(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    """Comments, quotes, the day from which it holds, and the cases that try a pack decide nothing."""
    folder = made_up_root(tmp_path) / "areas/testshire"
    before = digest(folder)
    replace(folder / file, old, new)

    assert digest(folder) == before


def test_no_statement_can_be_altered_or_lost_without_another_hash(tmp_path: Path) -> None:
    """Every line of the statements counts: without it, or with one letter more, the hash is another."""
    folder = made_up_root(tmp_path) / "areas/testshire"
    file, before = folder / "factors.csv", digest(folder)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    found = {before}
    for number in range(1, len(lines)):
        file.write_text("".join((*lines[:number], *lines[number + 1:])), encoding="utf-8")
        found.add(digest(folder))
    append(file, lines[-1].replace("TST", "TSU", 1).replace("tst", "tsu", 1))
    found.add(digest(folder))

    assert len(found) == len(lines) + 1
