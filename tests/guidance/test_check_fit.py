"""Ages that a row can be about, and rows that are alike: each slip is told in words, with what to write instead."""
import csv
from datetime import date
from pathlib import Path

import pytest

from guidance.check import check
from tests.made_up import made_up_root

TODAY = date(2026, 11, 21)


def _errors(root: Path, name: str, **rows: dict[str, str]) -> list[str]:
    """The errors after cells of some rows of an area's spreadsheet were written; `_` in an id stands for `-`."""
    path = root / "areas/testshire" / name
    with path.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    new = {id_.replace("_", "-"): cells for id_, cells in rows.items()}
    assert set(new) <= {row["id"] for row in written}
    columns = dict.fromkeys((*written[0], *(column for cells in new.values() for column in cells)))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), restval="")
        writer.writeheader()
        writer.writerows(row | new.get(row["id"], {}) for row in written)
    return [problem.says for problem in check(TODAY, root).errors()]


@pytest.mark.parametrize(("first", "end", "wrong"), [
    ("", "", False), ("12", "", False), ("", "12", False), ("12", "13", False), ("12", "12", True), ("13", "12", True),
    ("", "0", True),
])
def test_an_age_that_no_child_has_is_refused(tmp_path: Path, first: str, end: str, wrong: bool) -> None:
    """The first age that is too old lies above the first at which it can be so."""
    ages = {"from_months": first, "under_months": end}
    found = _errors(made_up_root(tmp_path), "indicators.csv", TST_2_CHILD_01=ages)
    assert bool(found) is wrong
    assert all("No child is" in says for says in found)


def test_two_rows_that_are_alike_and_differ_are_sound(tmp_path: Path) -> None:
    """They share a topic, are of one kind, and each has words of its own."""
    root = made_up_root(tmp_path)
    topics = {"topics": "parenting"}
    assert _errors(root, "indicators.csv", TST_2_CHILD_01={**topics, "alike": "care", "differs": "now and then"},
                   TST_2_PARENT_01={**topics, "alike": "care", "differs": "all the time"}) == []


@pytest.mark.parametrize(("first", "second", "says"), [
    ({"alike": "care", "differs": "a"}, {}, "No other row is alike"),
    ({"alike": "care", "differs": "a"}, {"alike": "care"}, "Nothing says in what this row differs"),
    ({"alike": "care", "differs": "a"}, {"alike": "care", "differs": "A"}, "differ in the same words"),
    ({"alike": "care", "differs": "a"}, {"alike": "care", "differs": "b", "kind": "context"}, "another kind of row"),
    ({"alike": "care", "differs": "a"}, {"alike": "care", "differs": "b", "topics": "injury"}, "without a topic"),
    ({"differs": "a"}, {}, "not from which others"),
])
def test_rows_that_cannot_be_told_apart_are_refused(
    tmp_path: Path, first: dict[str, str], second: dict[str, str], says: str
) -> None:
    """One alone, one without words, two with the same, two of another kind or topic, and words beside nothing."""
    base = {"topics": "parenting"}
    root = made_up_root(tmp_path)
    found = _errors(root, "indicators.csv", TST_2_CHILD_01=base | first, TST_2_PARENT_01=base | second)
    assert any(says in one for one in found)


def test_rows_that_say_the_same_may_differ_from_others_in_the_same_words(tmp_path: Path) -> None:
    """They are asked once, so there is nothing to tell apart between them."""
    root = made_up_root(tmp_path)
    alike = {"topics": "parenting", "alike": "care", "concern": "care", "says": "Care is a worry.", "differs": "it is"}
    assert _errors(root, "indicators.csv", TST_2_CHILD_01=alike, TST_2_PARENT_01=alike) == []


@pytest.mark.parametrize(("topics", "wrong"), [("injury", False), ("parenting", True)])
def test_one_row_may_be_alike_to_a_sign_of_its_topic(tmp_path: Path, topics: str, wrong: bool) -> None:
    """By the whole words of the sign; one of another topic would never stand beside it."""
    root = made_up_root(tmp_path)
    with (root / "national/signs.csv").open(encoding="utf-8", newline="") as file:
        sign = next(row for row in csv.DictReader(file) if row["id"] == "non_mobile_injury")
    found = _errors(root, "indicators.csv",
                    TST_2_CHILD_01={"topics": topics, "alike": sign["says"], "differs": "a bruise"})
    assert bool(found) is wrong
    assert all("is about another topic" in says for says in found)
