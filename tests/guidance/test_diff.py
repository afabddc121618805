"""What changed between two folders, in sentences: one for every kind of change that a partnership makes."""
import shutil
from datetime import date
from pathlib import Path

import pytest

from guidance.__main__ import main
from guidance.diff import compare_folders, in_words
from guidance.problems import PackError
from tests.made_up import append, edition, made_up_root, replace, testshire, tiny_national

TODAY = date(2026, 11, 21)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Testshire as it was."""
    return testshire(tmp_path / "before")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Testshire, for a test to change."""
    return testshire(tmp_path / "after")


def says(old: Path, new: Path) -> dict[str, tuple[str, ...]]:
    """File → its sentences."""
    return {change.file: change.says for change in compare_folders(old, new)}


def test_the_same_folder_twice_says_that_nothing_has_changed(old: Path, new: Path) -> None:
    """No change is said in words, never as silence; blank lines and comments are no change."""
    append(new / "glossary.yaml", "\n# a comment\n")

    assert compare_folders(old, new) == ()
    assert in_words(()) == "Nothing has changed: both folders say the same."


CHANGES = [
    ("indicators.csv", "The child is often too tired to learn.", "The child is too tired to learn.",
     'TST-2-CHILD-01: the words changed from "The child is often too tired to learn." to "The child is too tired to '
     'learn."'),
    ("indicators.csv", "TST-2-PARENT-01,extra", "TST-2-PARENT-01,complex",
     'TST-2-PARENT-01: moved from "Level 2, Extra" to "Level 3, Complex".'),
    ("indicators.csv", "sexual_harm,The child shows signs of sexual harm.,urgent",
     "sexual_harm,The child shows signs of sexual harm.,complex",
     'TST-3-CHILD-02: stood at "Level 4, Urgent" and now stands at "Level 3, Complex".'),
    ("indicators.csv", "family,,context,,money", "family,,need,,money",
     'TST-2-HOME-01: the kind changed from "context" to "need".'),
    ("indicators.csv", "need,need,disabled", "need,significant,disabled",
     'TST-4-CHILD-02: harm changed from "need" to "significant".'),
    ("indicators.csv", "too full for the child to sleep.,,,", "too full for the child to sleep.,,consult_today,",
     'TST-2-HOME-02: at least is now "consult_today"; it was empty.'),
    ("indicators.csv", ",,consult_today,,missing,", ",,consult_today,,,", 'TST-3-HOME-01: duties removed: "missing".'),
    ("contacts.yaml", "{days: [fri], opens: 08:45, closes: 16:20}", "{days: [fri], opens: 08:45, closes: 12:30}",
     'front_door: opening hours changed from "mon, tue, wed, thu 08:45 to 17:20; fri 08:45 to 16:20, bank holidays '
     'closed" to "mon, tue, wed, thu 08:45 to 17:20; fri 08:45 to 12:30, bank holidays closed".'),
    ("contacts.yaml", "{printed: 01632 960002, dial: \"01632960002\", trust: reported",
     "{printed: 01632 960002, dial: \"01632960002\", trust: confirmed",
     'duty_team: number changed from "printed 01632 960002, dial 01632960002, trust reported, from tst_web, contact '
     'page" to "printed 01632 960002, dial 01632960002, trust confirmed, from tst_web, contact page".'),
    ("timescales.yaml", "amount: 1", "amount: 3",
     'tst_decision: how long it may take changed from "1 working days" to "3 working days".'),
    ("circumstances.yaml", "Send the missing child form.", "Ring, then send the form.",
     'missing: step removed: "Send the missing child form; you; the next day; for teacher".'),
    ("circumstances.yaml", "  contact: front_door", "  contact: front_door\n  at_least: call_999",
     'missing: at least is now "call_999"; it was empty.'),
    ("processes.yaml", "by: one working day", "by: two days",
     'escalation: step changed from "Talk to the worker; you; one working day" to "Talk to the worker; you; two '
     'days".'),
    ("consent.yaml", "levels: [extra, complex]", "levels: [extra]", 'tst_service: levels removed: "complex".'),
    ("sources.yaml", "date: January 2024", "date: May 2026",
     'tst_thresholds: date changed from "January 2024" to "May 2026".'),
    ("area.yaml", "  - {id: silent_advice,", "  - {id: other_gap,",
     'Removed: silent_advice: "The document does not say if advice is given without names."'),
    ("area.yaml", "front_door: front_door", "front_door: officer",
     'front door changed from "front_door" to "officer".'),
    ("area.yaml", "version: \"test.1\"", "version: \"test.2\"", 'version changed from "test.1" to "test.2".'),
    ("cases.yaml", "outcome: early_help,", "outcome: consult,",
     'Child A is often too tired to learn: expect changed from "outcome: early_help; place: extra, extra" to '
     '"outcome: consult; place: extra, extra".'),
]


@pytest.mark.parametrize(("file", "before", "after", "sentence"), CHANGES, ids=[row[3][:40] for row in CHANGES])
def test_a_change_is_said_with_the_old_and_the_new(old: Path, new: Path, file: str, before: str, after: str,
                                                   sentence: str) -> None:
    """Each change is a sentence under the file in which it stands, and nothing else is said to have changed."""
    replace(new / file, before, after)

    found = says(old, new)

    assert list(found) == [file]
    assert sentence in found[file]


def test_a_statement_that_came_or_went_is_said_with_its_level(old: Path, new: Path) -> None:
    """Added and removed statements are named, with level and words, whichever way round the folders are given."""
    append(new / "indicators.csv", "TST-2-CHILD-09,extra,child,,child,,need,,sad,overall,The child is sad.,,,,,4,\n")

    assert says(old, new) == {"indicators.csv": ('Added: TST-2-CHILD-09 at "Level 2, Extra": "The child is sad."',)}
    assert says(new, old) == {"indicators.csv": ('Removed: TST-2-CHILD-09 at "Level 2, Extra": "The child is sad."',)}


def test_another_order_is_said(old: Path, new: Path) -> None:
    """The order of levels and of a contact's numbers decides something, so a new order is a change."""
    replace(new / "area.yaml", "  - {id: child, name: The child, ring: child}\n", "")
    replace(new / "area.yaml", "  - {id: home, name: Home and family, ring: family}\n",
            "  - {id: home, name: Home and family, ring: family}\n  - {id: child, name: The child, ring: child}\n")

    assert says(old, new) == {"area.yaml": ("The order of domains has changed.",)}


def test_two_entries_of_one_name_are_both_looked_at(old: Path, new: Path) -> None:
    """A glossary may explain a word twice; neither explanation is lost."""
    again = '- {term: Front door, says: "%s", source: {source: tst_thresholds, where: section 7}}\n'
    append(old / "glossary.yaml", again % "A team.")
    append(new / "glossary.yaml", again % "A new team.")

    assert says(old, new) == {
        "glossary.yaml": ('Front door (2): the words changed from "A team." to "A new team."',)}


def test_what_holds_everywhere_can_be_compared(tmp_path: Path) -> None:
    """The national folder is compared in the same way, with the dates of its facts."""
    old, new = (tiny_national(tmp_path / name) for name in ("old", "new"))
    replace(new / "law.yaml", "status: reported", "status: in_force")
    replace(new / "national.yaml", '"0300 330 8123", ', "")

    assert says(old, new) == {
        "national.yaml": ('misprints removed: "0300 330 8123".',),
        "law.yaml": ('made_up_duty: status changed from "reported" to "in_force".',),
    }


def test_a_folder_that_cannot_be_read_gives_the_list_of_problems(old: Path, new: Path) -> None:
    """The list is that of the check: file, row or line, what is wrong, what to write instead."""
    replace(new / "indicators.csv", "family,,context,,money", "family,,risky,,money")

    with pytest.raises(PackError, match=r"indicators.csv, row 5 \(TST-2-HOME-01\), column kind"):
        compare_folders(old, new)
    shutil.rmtree(old)
    with pytest.raises(PackError, match="This file is missing, and a pack begins with it"):
        compare_folders(old, new)


def test_an_area_is_not_compared_with_what_is_national(tmp_path: Path) -> None:
    """Two folders of different kinds are refused in words."""
    with pytest.raises(PackError, match="Name two folders of the same kind"):
        compare_folders(tiny_national(tmp_path), testshire(tmp_path))


def test_the_command_prints_files_with_their_sentences(tmp_path: Path, old: Path, new: Path,
                                                       capsys: pytest.CaptureFixture[str]) -> None:
    """`diff` groups by file and ends well; with a folder it cannot read it ends with 1 and its problems."""
    replace(new / "timescales.yaml", "amount: 1", "amount: 3")
    root = made_up_root(tmp_path)

    assert main(["diff", str(old), str(new)], TODAY, root) == 0
    assert capsys.readouterr().out.startswith("timescales.yaml\n  - tst_decision: how long it may take changed from")
    assert main(["diff", str(old), str(tmp_path / "nowhere")], TODAY, root) == 1
    assert "area.yaml: This file is missing" in capsys.readouterr().err


def test_two_days_of_one_pack_compare_the_editions_that_hold_on_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the area's id, by its folder, and for what holds everywhere; the day need not be the first of an edition."""
    root = made_up_root(tmp_path)
    replace(edition(root / "areas/testshire", "2027-03-01") / "timescales.yaml", "amount: 1", "amount: 3")
    replace(edition(root / "national", "2027-04-01") / "law.yaml", "status: reported", "status: in_force")

    for pack in ("testshire", str(root / "areas/testshire")):
        assert main(["diff", pack, "2026-11-21", "2027-03-09"], TODAY, root) == 0
        said = capsys.readouterr().out
        assert 'tst_decision: how long it may take changed from "1 working days" to "3 working days".' in said
        assert 'holds from is now "2027-03-01"; it was empty.' in said
    assert main(["diff", "national", "2027-03-31", "2027-04-01", "--packs", str(root)], TODAY) == 0
    assert 'made_up_duty: status changed from "reported" to "in_force".' in capsys.readouterr().out
    assert main(["diff", "testshire", "2026-11-21", "2027-02-28"], TODAY, root) == 0
    assert "Nothing has changed" in capsys.readouterr().out


@pytest.mark.parametrize(("what", "sentence"), [
    (["testshire"], "Name two folders, or a pack and two days"),
    (["testshire", "2027-03-01", "spring"], "Name two folders, or a pack and two days"),
    (["nowhere", "2027-03-01", "2027-06-01"],
     'There is no pack "nowhere" here. Write the id of an area, national, or a folder: testshire, national.'),
    (["testshire", "2026-11-21", "2027-03-01"],
     "No edition of testshire holds on 2026-11-21. Those that are held: from 2027-03-01, from 2027-06-01."),
])
def test_days_that_cannot_be_compared_are_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], what: list[str], sentence: str
) -> None:
    """What to write instead, and which editions there are."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", 'version: "test.1"', 'version: "test.1"\nholds_from: 2027-03-01')
    later = edition(root / "areas/testshire", "2027-06-01")
    replace(later / "area.yaml", "holds_from: 2027-03-01\n", "")

    assert main(["diff", *what], TODAY, root) == 1
    assert sentence in capsys.readouterr().err
