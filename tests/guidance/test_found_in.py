"""Where an answer is held: said for every row and sign, and quiet wherever looking could turn into an investigation."""
import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from guidance.check import ROOT, area_folders, check
from guidance.folder import AREA, NATIONAL, read_folder
from guidance.load import load_packs
from guidance.models import Indicator, Sign
from guidance.vocabulary import QUIETEST, FoundIn
from tests.made_up import PACKS as MADE_UP
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 27)
PACKS = load_packs()
LOOKED_UP: tuple[FoundIn, ...] = ("records", "colleague")
FILES = [path for root in (ROOT, MADE_UP) for path in sorted(root.rglob("*.csv"))
         if path.name in ("indicators.csv", "signs.csv")]

APPOINTMENT = "whether appointments were kept is in the health record; nobody asks the family why"
ATTENDANCE = "attendance, roll and exclusion are in the school's or the council's own register"
CARE = "an earlier order or removal is on the council's file, and the social worker or midwife has been told of it"
COURT = "a court order that the youth justice worker supervises"
ON_RECORD: Mapping[str, str] = {
    "treatment_not_given": "the sign itself sends the user to the treating team for the answer",
    "cbc_unborn_children_removed": CARE,
    "cbc_unborn_removed_earlier": CARE,
    "cbc_left_care_unplanned": "that a child is in care, and was to stay, is on the social worker's file",
    "CBC-4-DEF-03": "what treatment is set, and whether it is followed, the treating team knows",
    "CBC-2-CHILD-21": APPOINTMENT,
    "CBC-4-CHILD-03": CARE,
    "CBC-3-PARENT-06": "the date on which pregnancy care began is in the maternity record",
    "CBC-4-PARENT-10": CARE,
    "LUT-2-HEALTH-05": APPOINTMENT,
    "LUT-2-BASICCARE-07": "a count of visits to a doctor or to casualty, which the GP's record holds",
    "LUT-2-HOUSING-07": "a decision of the housing department, given in writing",
    "LUT-3-HEALTH-01": "how a known health problem is treated, the treating team knows",
    "LUT-3-BEHAVIOUR-04": COURT,
    "NEL-REASON-12": ATTENDANCE,
    "NEL-ROUTE-04": ATTENDANCE,
    "NEL-ROUTE-07": ATTENDANCE,
    "NEL-ROUTE-10": ATTENDANCE,
    "nel_left_unknown": ATTENDANCE,
    "nel_not_back_from_leave": ATTENDANCE,
    "TEL-4-BASICCARE-03": "a pre-birth assessment is a document that the social worker holds",
    "TEL-4-BASICCARE-15": APPOINTMENT,
    "TEL-4-BASICCARE-19": CARE,
    "TEL-4-WARMTH-03": CARE,
    "TEL-3-HEALTH-01": APPOINTMENT,
    "TEL-3-HEALTH-04": "a count of treatments in hospital, which the GP's record holds",
    "TEL-4-HEALTH-02": APPOINTMENT,
    "TEL-3-SEBI-04": COURT,
    "TELCE-01-COMPLEX-04": "the placements that a child has had are on the social worker's file",
    "TELCE-05-COMPLEX-01": ATTENDANCE,
    "TELCE-05-COMPLEX-03": ATTENDANCE,
    "TELCE-05-COMPLEX-06": ATTENDANCE,
    "TELCE-05-ACUTE-01": ATTENDANCE,
    "TELCE-05-ACUTE-02": ATTENDANCE,
}
"""Id of a row or sign by which somebody may not be told → why it is a plain fact on record all the same."""
NEVER = frozenset({
    "sexual_abuse", "forced_marriage", "honour_based_abuse", "fgm", "faith_abuse", "deliberate_injury", "harm_at_home",
    "domestic_abuse", "own_partner", "grooming", "allegation", "extremism", "raises_risk",
})
"""Telling rules of harm that no record settles: a row that leads to one has no exception."""


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.name}" for path in FILES])
def test_every_row_says_where_its_answer_is_held(path: Path) -> None:
    """No pack that we ship or test with leaves the column out or a cell empty."""
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        wrong = [row["id"] for row in reader if row.get("found_in") not in get_args(FoundIn)]
    assert "found_in" in (reader.fieldnames or ())
    assert wrong == []


def test_what_may_not_be_told_is_not_looked_up() -> None:
    """A row or sign whose data leads to a rule on telling is quiet, unless a reason stands here why it is on record."""
    loud = {item.id for item, rules in _items() if rules and item.found_in in LOOKED_UP}
    assert loud == set(ON_RECORD)


def test_no_record_settles_such_harm() -> None:
    """Sexual harm, control, abuse by somebody and extremism have no exception, whoever lists one."""
    led = [(item, rules & NEVER) for item, rules in _items() if rules & NEVER]
    assert {rule for _, rules in led for rule in rules} >= NEVER, "each of these rules is one that something leads to"
    assert [item.id for item, _ in led if item.found_in in LOOKED_UP] == []


def test_most_signs_are_never_looked_up() -> None:
    """A sign that cannot wait is not waited for: of the national ones only one is a question to the treating team."""
    assert [sign.id for sign in PACKS.national.signs if sign.found_in in LOOKED_UP] == ["treatment_not_given"]


@pytest.mark.parametrize("area", sorted(PACKS.areas))
def test_an_area_has_doubts_that_can_be_looked_up(area: str) -> None:
    """The column is no empty form: each area has rows that its users can settle from what is held."""
    assert any(row.found_in in LOOKED_UP and row.kind == "need" for row in PACKS.areas[area].indicators)


@pytest.mark.parametrize(("name", "first"), [
    ("indicators.csv", "TST-2-CHILD-01"), ("signs.csv", "tst_quarry"),
])
def test_an_empty_cell_is_warned_about(tmp_path: Path, name: str, first: str) -> None:
    """The check names the file, how many and the first, and the pack still works, quietly."""
    root = made_up_root(tmp_path)
    assert not [one for one in check(TODAY, root).problems if one.kind == "found_in"]
    old = {"indicators.csv": '"section 4, item 2",,colleague', "signs.csv": '"section 5, item 1",observation'}[name]
    replace(root / "areas/testshire" / name, old, old.rpartition(",")[0] + ",")

    (problem,) = (one for one in check(TODAY, root).problems if one.kind == "found_in")

    assert problem.severity == "warning"
    assert str(problem).startswith(f"areas/testshire/{name}: Where an answer is held is not said in 1 of its "
                                   f"rows, the first of them {first}.")
    pack = read_folder(root / "areas/testshire", AREA).pack
    assert pack is not None
    assert {one.id: one.found_in for one in (*pack.indicators, *pack.signs)}[first] == QUIETEST


def test_a_column_that_is_left_out_is_warned_about_and_read_as_quiet(tmp_path: Path) -> None:
    """A pack that is silent sends nobody to look."""
    root = made_up_root(tmp_path)
    path = root / "national/signs.csv"
    lines = [line.rpartition(",")[0] for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    (problem,) = (one for one in check(TODAY, root).problems if one.kind == "found_in")

    assert "not said in 6 of its rows, the first of them disclosure" in str(problem)
    pack = read_folder(root / "national", NATIONAL).pack
    assert pack is not None
    assert {sign.found_in for sign in pack.signs} == {QUIETEST}


def test_another_word_is_refused(tmp_path: Path) -> None:
    """A place that is none of the four is an error, never read as something else."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/indicators.csv", '"section 4, item 2",,colleague', '"section 4, item 2",,teacher')

    (problem,) = check(TODAY, root).errors()

    assert '"teacher" cannot stand here' in str(problem)


def test_the_shipped_packs_leave_nothing_unsaid() -> None:
    """No warning of this kind stands for a pack that we ship."""
    assert area_folders()
    assert [str(one) for one in check(TODAY).problems if one.kind == "found_in"] == []


def _items() -> Iterator[tuple[Indicator | Sign, frozenset[str]]]:
    """Each shipped row and sign with the telling rules that it, the sign it asks first and its duties lead to."""
    packs = (PACKS.national, *PACKS.areas.values())
    signs = {sign.id: sign.telling for pack in packs for sign in pack.signs}
    duties = {(pack.id, duty.id): duty.telling for pack in PACKS.areas.values() for duty in pack.duties}
    everywhere = {duty.id: duty.telling for duty in PACKS.national.duties}
    for area, items in (("", PACKS.national.signs), *((id_, _of(id_)) for id_ in PACKS.areas)):
        for item in items:
            asked = item.ask_first if isinstance(item, Indicator) else ""
            own = item.telling if isinstance(item, Sign) else ""
            led = {rule for id_ in item.duty for rule in (duties.get((area, id_), ""), everywhere.get(id_, ""))}
            yield item, frozenset({own, signs.get(asked, ""), *led} - {""})


def _of(area: str) -> tuple[Indicator | Sign, ...]:
    return (*PACKS.areas[area].indicators, *PACKS.areas[area].signs)
