"""The coverage register: what each pack holds and lacks, in words and as data."""
import json
from datetime import date
from pathlib import Path

from guidance.check import check
from guidance.register import AreaEntry, as_data, in_words, register
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 21)


def _entry(root: Path, today: date = TODAY) -> AreaEntry:
    return register(check(today, root), today).areas[0]


def test_rows_are_counted_by_the_level_at_which_they_stand_and_by_kind(tmp_path: Path) -> None:
    """A row lifted to another level is counted there."""
    assert _entry(made_up_root(tmp_path)).indicators == {
        "everyone": {"strength": 1}, "extra": {"context": 1, "need": 3}, "complex": {"need": 3},
        "urgent": {"need": 4, "status": 1},
    }


def test_rows_of_other_scales_are_counted_apart(tmp_path: Path) -> None:
    """A grid's rows do not swell the count of a level."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/indicators.csv", "family,,context,,money", "family,replies,scale,,money")

    assert _entry(root).indicators["other scales"] == {"scale": 1}


def test_parts_are_counted(tmp_path: Path) -> None:
    """Signs, duties, numbers by trust, timescales, processes, cases and factors are all there."""
    entry = _entry(made_up_root(tmp_path))

    assert entry.factors == {"strength": 1, "warning": 1}
    assert entry.counts.numbers == {"printed": 2, "reported": 1, "suspect": 1}
    assert (entry.counts.signs, entry.counts.duties, entry.counts.contacts, entry.counts.timescales) == (1, 1, 3, 1)
    assert (entry.counts.processes, entry.counts.worked_cases, entry.counts.sources) == (1, 1, 2)
    assert entry.gaps == ("The document does not say if advice is given without names.",)


def test_old_and_replaced_sources_are_listed(tmp_path: Path) -> None:
    """Sources past their review date depend on the day; replaced ones name what has replaced them."""
    root = made_up_root(tmp_path)

    assert _entry(root).counts.past_review == ()
    assert _entry(root, date(2027, 6, 1)).counts.past_review == ("tst_thresholds", "tst_web")
    national = register(check(TODAY, root), TODAY).national
    assert national is not None
    assert national.counts.superseded == ("nat_old_guide (now nat_guide)",)


def test_a_folder_with_errors_is_listed_as_not_loaded(tmp_path: Path) -> None:
    """What could not be read is not passed over in silence."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "colour: acute", "colour:")

    found = register(check(TODAY, root), TODAY)

    assert (found.areas, found.not_loaded) == ((), ("testshire",))
    assert "testshire: not loaded, see the problems below" in in_words(found)


def test_a_row_at_a_level_that_does_not_exist_is_counted_there(tmp_path: Path) -> None:
    """The register of a pack with errors is still written, so that the errors below it can be read."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/indicators.csv", "TST-2-HOME-02,extra", "TST-2-HOME-02,5")

    found = register(check(TODAY, root), TODAY)

    assert found.areas[0].indicators["5"] == {"need": 1}
    assert 'There is no level "5".' in in_words(found)


def test_words_and_data_tell_the_same(tmp_path: Path) -> None:
    """The text for people and the JSON for programs hold the same problems and the same counts."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "status: checked", "status: draft")

    found = register(check(TODAY, root), TODAY)
    words, data = in_words(found), json.loads(json.dumps(as_data(found)))

    assert "Testshire (testshire), version test.1, draft" in words
    assert "indicators, level urgent: need 4, status 1" in words
    assert words.endswith("Errors: 0. Warnings: 1.")
    assert data["areas"][0]["indicators"]["urgent"] == {"need": 4, "status": 1}
    assert (data["today"], data["problems"][0]["severity"]) == ("2026-11-21", "warning")
