"""An area's additions to national entries, and its own entries: no slip in an id goes unnoticed, whoever makes it."""
from collections.abc import Iterator
from dataclasses import replace as with_
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from guidance.check import ROOT, area_folders, area_problems, check, cross_check, national_problems
from guidance.check_ids import REFERENCES
from guidance.folder import AREA, NATIONAL, Folder, Row, read_folder
from tests.made_up import PACKS, append, made_up_root, replace

TODAY = date(2026, 11, 21)


def _kinds(root: Path) -> list[tuple[str, str]]:
    return [(problem.kind, problem.id) for problem in check(TODAY, root).errors()]


def _message(root: Path) -> str:
    (problem,) = check(TODAY, root).errors()
    return str(problem)


def test_an_addition_whose_id_is_misspelt_says_which_was_meant(tmp_path: Path) -> None:
    """The national duty would go on without the area's steps."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/circumstances.yaml", "id: missing", "id: misssing")

    assert _message(root).endswith(
        'id: There is no national duty "misssing" to which this could add. If it is the area\'s own, begin its id with '
        '"tst_", as the id of its document begins. Did you mean "missing"? Write allegation, grown_up, missing, '
        "no_school, non_mobile_injury or worker_known.")


def test_an_areas_words_for_a_telling_rule_have_its_id(tmp_path: Path) -> None:
    """Words under an id that no national rule has would never be shown."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/consent.yaml", "id: sexual_abuse", "id: sexual_abusex")

    assert 'There is no national telling rule "sexual_abusex" to which this could add.' in _message(root)


@pytest.mark.parametrize(("file", "id_", "part"), [
    ("circumstances.yaml", "missing", "duty"), ("consent.yaml", "sexual_abuse", "rule on telling"),
])
def test_an_own_entry_that_nothing_leads_to_is_refused(tmp_path: Path, file: str, id_: str, part: str) -> None:
    """Called as the area's own, it would be no slip, and still never hold."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire" / file, f"id: {id_}", f"id: tst_{id_}")

    assert part in _message(root)
    assert _kinds(root) == [("idle", f"tst_{id_}")]


def test_a_fact_may_start_an_own_duty(tmp_path: Path) -> None:
    """Then no row need name it."""
    root = made_up_root(tmp_path)
    append(root / "areas/testshire/circumstances.yaml",
           "- {id: tst_gp, name: Doctors, says: For doctors., triggers: {roles: [teacher]}, steps: [{says: Ring.}], "
           "source: {source: tst_thresholds, where: section 9}}\n")

    assert _kinds(root) == []


def test_where_a_row_cannot_be_read_nothing_is_called_idle(tmp_path: Path) -> None:
    """It may be the row that names the duty, and one thing to mend is enough."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/circumstances.yaml", "id: missing", "id: tst_missing")
    replace(root / "areas/testshire/signs.csv", ",call_999,", ",call_998,")

    assert [kind for kind, _ in _kinds(root)] == ["not_allowed"]


def test_a_national_duty_with_another_id_leaves_its_additions_over(tmp_path: Path) -> None:
    """Also where the areas' own rows name it, and the national pack itself nowhere does."""
    root = made_up_root(tmp_path)
    replace(root / "national/duties.yaml", "- id: missing\n", "- id: gone\n")
    replace(root / "national/signs.csv", "none,missing,missing,,missing", "none,gone,missing,,missing")
    replace(root / "national/law.yaml", "duties: [missing]", "duties: [gone]")

    assert _kinds(root) == [("adds_to_nothing", "missing")]


# Every id of every pack, given another name alone.

SHARED = ("duties", "telling")
Packs = tuple[Folder[Any], ...]
"""The national folder, then the areas."""
NEVER_LOOKED_UP = ("outcomes", "glossary", "cases")
"""Parts whose entries have no id of their own making: outcomes are a closed list, and a term is found by its words."""


@cache
def _shipped(name: str) -> Packs:
    root, paths = (ROOT, area_folders()) if name == "shipped" else (PACKS, (PACKS / "areas/testshire",))
    return (read_folder(root / "national", NATIONAL), *(_shorter(read_folder(path, AREA)) for path in paths))


def _shorter(folder: Folder[Any]) -> Folder[Any]:
    """The folder with one row of each kind that refers to the same entries, which is all that matters here."""
    kept = {}
    for part in ("indicators", "factors"):
        alike = {(row.item.kind, *_references(row.item)): row for row in reversed(folder.rows[part])}
        kept[part] = tuple(reversed(alike.values()))
    return with_(folder, rows={**folder.rows, **kept})


def _named_ids(folders: Packs) -> dict[str, set[str]]:
    """Part → the ids that some entry of any pack refers to."""
    found: dict[str, set[str]] = {}
    for folder in folders:
        for row in (*folder.entries(), *((folder.head,) if folder.head else ())):
            for part, id_ in _references(row.item):
                found.setdefault(part, set()).add(id_)
    return found


def _references(item: BaseModel) -> Iterator[tuple[str, str]]:
    for field in type(item).model_fields:
        value = getattr(item, field)
        part = REFERENCES.get(type(item), {}).get(field)
        for one in value if isinstance(value, tuple) else (value,):
            if part and isinstance(one, str):
                yield part, one
            elif isinstance(one, BaseModel):
                yield from _references(one)
    level = getattr(item, "level", None)
    if isinstance(level, str):
        yield "levels", level


def _another_name(folder: Folder[Any], part: str, number: int) -> Folder[Any]:
    """The folder with one entry under another id, and everything that refers to it left as it was."""
    rows = list(folder.rows[part])
    old = rows[number].item
    new = f"{old.id}x"
    rows[number] = Row(with_(rows[number].place, id=new), old.model_copy(update={"id": new}))
    ids = (folder.ids[part] - {old.id}) | {row.item.id for row in rows}
    return with_(folder, rows={**folder.rows, part: tuple(rows)}, ids={**folder.ids, part: ids})


def _looked_up(folders: Packs) -> list[tuple[int, str, int]]:
    """(folder, part, entry) of each entry that another names, or that has the id of another pack's entry.

    An entry that nobody names and that shares its id with none is found by what it is and never by its id: that
    nothing depends on such ids is held by tests/decision/test_renamed.py.
    """
    named, found = _named_ids(folders), []
    for at, folder in enumerate(folders):
        for part, rows in folder.rows.items():
            shared = {row.item.id for other in folders if other is not folder for row in other.rows.get(part, ())
                      if part in SHARED}
            found += [(at, part, number) for number, row in enumerate(rows)
                      if part not in NEVER_LOOKED_UP and getattr(row.item, "id", "")
                      and row.item.id in shared | named.get(part, set())]
    return found


@pytest.mark.parametrize("name", ["shipped", "made up"])
def test_no_entry_gets_another_id_unnoticed(name: str) -> None:
    """Whatever is named anywhere, or shared by two packs, cannot change its id in one place without an error."""
    folders = _shipped(name)
    thinned = "column alike"   # of rows that are alike some are left out above
    assert [str(problem) for problem in cross_check(folders[0], folders[1:]) if thinned not in str(problem)] == []
    unnoticed = []
    for at, part, number in _looked_up(folders):
        other = _another_name(folders[at], part, number)
        national, areas = (other, folders[1:]) if at == 0 else (folders[0], (other,))
        below = (problem for area in areas for problem in area_problems(area, national, frozenset(), {}))
        own = national_problems(national, frozenset()) if at == 0 else ()
        if not any(own) and not any(thinned not in str(problem) for problem in below):
            unnoticed.append((folders[at].path.name, part, folders[at].rows[part][number].item.id))
    assert unnoticed == []
