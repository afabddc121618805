"""Signs: none can wait, somebody who can act is rung first, and each says how telling the family is affected."""
import csv
from dataclasses import replace as with_
from datetime import date
from pathlib import Path

import pytest

from guidance.check import ROOT, area_folders, check
from guidance.check_signs import sign_problems
from guidance.folder import AREA, NATIONAL, read_folder
from guidance.load import load_packs
from guidance.vocabulary import OUTCOMES, Outcome
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 21)
SHIPPED = load_packs()
HOLDERS = {"national": SHIPPED.national, **SHIPPED.areas}
NATIONAL_FOLDER = read_folder(ROOT / "national", NATIONAL)
CALM: tuple[Outcome, ...] = OUTCOMES[:OUTCOMES.index("consult_today")]


def _kinds(folder: Path, id_: str, **cells: str) -> set[str]:
    """The kinds of error of a copy of signs.csv in `folder` after changes to one sign."""
    path = folder / "signs.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | (cells if row["id"] == id_ else {}) for row in rows)
    root = folder.parent if folder.name == "national" else folder.parent.parent
    return {problem.kind for problem in check(TODAY, root).errors() if problem.id == id_}


@pytest.mark.parametrize("outcome", CALM)
def test_a_sign_never_waits(tmp_path: Path, outcome: str) -> None:
    """A sign with a calm outcome would be answered with time that there is not."""
    assert _kinds(made_up_root(tmp_path) / "national", "disclosure", outcome=outcome) == {"sign_outcome"}


def test_an_areas_sign_never_waits_either(tmp_path: Path) -> None:
    """What holds for the national signs holds for those that an area adds."""
    area = made_up_root(tmp_path) / "areas/testshire"
    assert _kinds(area, "tst_quarry", outcome="universal") == {"sign_outcome"}


@pytest.mark.parametrize("call", ["named_doctor", "lado"])
def test_who_is_rung_first_can_act(tmp_path: Path, call: str) -> None:
    """A named doctor only advises, and the designated officer is for adults who work with children."""
    assert _kinds(made_up_root(tmp_path) / "national", "disclosure", first_call=call) == {"first_call"}


def test_a_named_doctor_may_be_asked_first_where_there_is_time_to_talk(tmp_path: Path) -> None:
    """For a talk today their advice may come first."""
    national = made_up_root(tmp_path) / "national"
    assert _kinds(national, "disclosure", first_call="named_doctor", outcome="consult_today") == set()


def test_the_police_are_rung_first_for_a_child_whom_nobody_can_find(tmp_path: Path) -> None:
    """The engine looks for the police there, and nobody else can begin a search."""
    assert _kinds(made_up_root(tmp_path) / "national", "missing_now", first_call="front_door") == {"first_call"}


def test_an_empty_telling_is_no_answer(tmp_path: Path) -> None:
    """A cell that was lost and one that was left empty look alike, so that there is none says so in a word."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/signs.csv", "Ring 999.,none,", "Ring 999.,,")

    (problem,) = check(TODAY, root).errors()

    assert str(problem) == ("areas/testshire/signs.csv, row 2 (tst_quarry), column telling: Nothing says how telling "
                            "the family is affected. Write the id of a telling rule, or none where this has none of "
                            "its own.")


def test_every_shipped_sign_would_be_missed_without_its_telling() -> None:
    """No sign of any pack is read where the cell is empty."""
    for holder, path in (("national", ROOT / "national"), *((path.name, path) for path in area_folders())):
        with (path / "signs.csv").open(encoding="utf-8", newline="") as file:
            written = {row["id"]: row["telling"] for row in csv.DictReader(file)}
        assert "" not in written.values(), holder
        read = {sign.id: sign.telling or "none" for sign in HOLDERS[holder].signs}
        assert written == read


@pytest.mark.parametrize("update", [*({"outcome": outcome} for outcome in CALM),
                                    {"outcome": "refer_now", "first_call": "named_doctor"}])
@pytest.mark.parametrize("path", [ROOT / "national", *area_folders()], ids=lambda path: path.name)
def test_no_shipped_sign_may_be_calm_or_go_to_somebody_who_only_advises(path: Path, update: dict[str, str]) -> None:
    """Of each sign: every calm outcome is refused, and so is a named doctor where there is no time for advice."""
    folder = read_folder(path, NATIONAL if path.name == "national" else AREA)
    signs = tuple(with_(row, item=row.item.model_copy(update=update)) for row in folder.rows["signs"])
    found = list(sign_problems(with_(folder, rows={**folder.rows, "signs": signs}), NATIONAL_FOLDER))
    assert {problem.id for problem in found} == {row.item.id for row in signs}


@pytest.mark.parametrize("words", ["", "one two three four five six", "hit, shaken"])
def test_a_sign_is_named_in_its_group_in_one_to_five_words(tmp_path: Path, words: str) -> None:
    """One No answers all that the line names, and a comma parts the signs in it."""
    assert _kinds(made_up_root(tmp_path) / "national", "disclosure", in_short=words) == {"in_short"}


def test_two_signs_of_a_group_are_named_otherwise(tmp_path: Path) -> None:
    """Two that read the same would be one to whoever answers; an area's sign beside a national one too."""
    root = made_up_root(tmp_path)
    same = {sign.id: sign.in_short for sign in load_packs(root).national.signs}["disclosure"]
    assert _kinds(root / "national", "suicide_or_self_harm", in_short=same.upper()) == {"in_short"}
    assert _kinds(root / "areas/testshire", "tst_quarry", group="child_says", in_short=same) == {"in_short"}


def test_a_sign_stands_in_a_national_group(tmp_path: Path) -> None:
    """One in no group would be asked by nobody's question."""
    assert _kinds(made_up_root(tmp_path) / "areas/testshire", "tst_quarry", group="Places") == {"sign_group"}
