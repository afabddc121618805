"""Jobs that the app finds by a field: each is done by one national entry, whatever that entry is called."""
import csv
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from guidance.check import check
from guidance.check_uses import JOBS, MISSING, Job
from guidance.folder import AREA, NATIONAL
from guidance.read import read_yaml
from guidance.vocabulary import CallOutcome, ConsentUse, DutyUse, PlaceNow, ProcessUse, TellingUse
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 21)
EVERY = [(job, value) for job in JOBS for value in job.values]
NAMES = [f"{job.part}-{value}" for job, value in EVERY]


def _messages(root: Path) -> list[str]:
    return [str(problem) for problem in check(TODAY, root).problems]


def _replace_mark(folder: Path, job: Job, value: str, new: str) -> str:
    """Give another mark, or none, to the national entry that does a job; the name of its file."""
    name = NATIONAL.file_of(job.part)
    if job.part == "signs":
        rows = _rows(folder / name)
        _write_rows(folder / name, [row | ({job.field: new} if row[job.field] == value else {}) for row in rows])
    else:
        indent = "    " if name == "consent.yaml" else "  "
        written = f"\n{indent}{job.field}: {value}\n"
        replace(folder / name, written, f"\n{indent}{job.field}: {new}\n" if new else "\n")
    return name


@pytest.mark.parametrize("values", [TellingUse, ConsentUse, ProcessUse, CallOutcome, DutyUse])
def test_every_value_that_the_app_may_look_for_is_a_job(values: object) -> None:
    """A value added to the vocabulary is not looked for in a pack before the check holds that it is there."""
    assert set(get_args(values)) <= {value for job, value in EVERY}


def test_where_the_child_is_missing_is_a_job() -> None:
    """Of the answers about where the child is, "missing" is the one that a sign must stand for."""
    assert MISSING in get_args(PlaceNow)
    assert MISSING in {value for job, value in EVERY if job.part == "signs"}


@pytest.mark.parametrize(("job", "value"), EVERY, ids=NAMES)
def test_a_job_that_nobody_does_is_refused(tmp_path: Path, job: Job, value: str) -> None:
    """An entry that loses its mark is told in words: which job, in which file, and what to write."""
    root = made_up_root(tmp_path)
    name = _replace_mark(root / "national", job, value, "")

    (message,) = _messages(root)

    assert f"national/{name}" in message
    assert f'is marked as the one for this: {job.values[value]} ("{value}"). The app would not find it.' in message
    assert f"Write {value if job.part == 'signs' else f'{job.field}: {value}'} in the" in message


@pytest.mark.parametrize(("job", "value"), EVERY, ids=NAMES)
def test_a_renamed_mark_is_refused(tmp_path: Path, job: Job, value: str) -> None:
    """A mark that is misspelt or renamed cannot stand, and what may stand is listed."""
    root = made_up_root(tmp_path)
    _replace_mark(root / "national", job, value, f"{value}x")

    assert any(f'"{value}x" cannot stand here.' in message and value in message for message in _messages(root))


@pytest.mark.parametrize(("job", "value"), EVERY, ids=NAMES)
def test_a_job_done_twice_is_refused(tmp_path: Path, job: Job, value: str) -> None:
    """Which of two entries would be taken is never left to chance."""
    root = made_up_root(tmp_path)
    _add(root / "national", job.part, "one_more", **{job.field: value})

    assert any(f'is marked as "{value}" already, and there can be one only.' in message
               for message in _messages(root))


@pytest.mark.parametrize(("job", "value"), EVERY, ids=NAMES)
def test_an_area_has_no_job_of_its_own(tmp_path: Path, job: Job, value: str) -> None:
    """What holds everywhere is never replaced in one area by an entry of that area's."""
    root = made_up_root(tmp_path)
    _add(root / "areas/testshire", job.part, "tst_own", **{job.field: value})

    assert any(f'"{job.field}" is for the national pack, whose entry holds in every area. Leave it out.' in message
               for message in _messages(root))


def test_a_sign_may_stand_for_another_answer(tmp_path: Path) -> None:
    """Only the missing child is kept for the national pack."""
    root = made_up_root(tmp_path)
    _add(root / "areas/testshire", "signs", "tst_own", place_now="hospital", found_in="observation",
         group="gone", in_short="in hospital now")

    assert _messages(root) == []


def test_a_place_on_the_body_switches_on_national_rules_only(tmp_path: Path) -> None:
    """A mark means the same in every area, so an area's rule does not begin with one."""
    root = made_up_root(tmp_path)
    _add(root / "areas/testshire", "telling", "tst_own", body=["thighs"])

    assert any('"body" is for the national pack' in message for message in _messages(root))


@pytest.mark.parametrize(("field", "contact"), [("emergency", "emergency_999"), ("police", "police_101")])
def test_the_contacts_on_every_page_can_be_rung(tmp_path: Path, field: str, contact: str) -> None:
    """A contact without a number cannot be the one for an emergency or for the police."""
    root = made_up_root(tmp_path)
    number = "999" if field == "emergency" else "101"
    path = root / "national/contacts.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f'dial: "{number}", trust: printed', "trust: suspect"), encoding="utf-8")

    assert any(f'{field}: The contact "{contact}" has no number to dial.' in message for message in _messages(root))


def test_a_misspelt_kind_is_refused(tmp_path: Path) -> None:
    """A ladder for disagreement whose kind is misspelt would be missing from the result without a word."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/processes.yaml", "kind: escalation", "kind: escalaton")

    (message,) = _messages(root)

    assert '"escalaton" cannot stand here. Did you mean "escalation"?' in message


def test_an_areas_words_for_small_children_keep_the_age(tmp_path: Path) -> None:
    """An area's own wording of the rule for small children does not hold for fewer of them."""
    root = made_up_root(tmp_path)
    _add(root / "areas/testshire", "telling", "young_child_at_home", under_years="8")

    (message,) = _messages(root)

    assert message.endswith("under_years: The national rule with this id is for children under 12. "
                            "Write 12 or more.")


CHECKED = {"certainty": "high", "checked_on": "2026-11-21", "review_by": "2027-05-21"}
ENTRIES: dict[str, dict[str, object]] = {
    "telling": {"effect": "ask_first", "scope": "family", "says": "Ask first.", "lifted_by": "somebody"},
    "consent": {"about": "record", "says": "Write it down."},
    "processes": {"name": "One more", "kind": "how_to", "says": "One more.", "steps": [{"says": "Do it."}]},
    "duties": {"name": "One more", "says": "One more.", "steps": [{"says": "Do it."}]},
    "signs": {"group": "Missing", "says": "A child.", "means": "Any.", "first_call": "police", "then": "Ring.",
              "telling": "none", "topics": "missing"},
}
"""What an entry of each part has beside its id, its mark, its source and its check."""


def _add(folder: Path, part: str, id_: str, **marks: object) -> None:
    """One more entry of a part at the end of its list, with some fields filled."""
    national = folder.name == "national"
    path = folder / (NATIONAL if national else AREA).file_of(part)
    entry = {"id": id_, **ENTRIES[part], **marks}
    source = {"source": "nat_guide" if national else "tst_thresholds", "where": "made up"}
    if part == "signs":
        _add_row(path, entry | source | (CHECKED if national else {}))
        return
    entry |= {"source": source} | ({"checked": CHECKED} if national else {})
    data = read_yaml(path).value
    (data[{"consent": "rules"}.get(part, part)] if path.name == "consent.yaml" else data).append(entry)
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _add_row(path: Path, entry: dict[str, object]) -> None:
    _write_rows(path, [*_rows(path), {key: str(value) for key, value in entry.items()}])


def _write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    columns = list(dict.fromkeys(key for row in rows for key in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
