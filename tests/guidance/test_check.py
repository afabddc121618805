"""Checks across files: what every pack must satisfy beyond the type of each value."""
from datetime import date
from pathlib import Path

import pytest

from guidance.check import area_folders, check
from tests.made_up import append, made_up_root, replace

TODAY = date(2026, 11, 21)


def _messages(root: Path) -> list[str]:
    return [str(problem) for problem in check(TODAY, root).problems]


def test_the_made_up_packs_have_nothing_to_mend(tmp_path: Path) -> None:
    """The packs that other tests change are sound before they are changed."""
    assert _messages(made_up_root(tmp_path)) == []


def test_only_folders_of_areas_are_read(tmp_path: Path) -> None:
    """Hidden and private folders, and files, are no areas; areas come in the order of their names."""
    root = made_up_root(tmp_path)
    for name in (".git", "__pycache__", "anotherland"):
        (root / "areas" / name).mkdir()
    (root / "areas" / "notes.txt").write_text("x")

    assert [path.name for path in area_folders(root)] == ["anotherland", "testshire"]


def test_given_folders_are_checked_with_the_national_pack(tmp_path: Path) -> None:
    """A draft outside the app is checked alone, against what holds everywhere."""
    root = made_up_root(tmp_path)
    draft = (root / "areas" / "testshire").rename(tmp_path / "testshire")
    replace(draft / "circumstances.yaml", "id: missing", "id: misssing")
    (root / "areas" / "broken").mkdir()

    result = check(TODAY, root, [draft])

    assert [folder.path for folder in result.areas] == [draft]
    assert [problem.kind for problem in result.errors()] == ["adds_to_nothing"]


@pytest.mark.parametrize(("name", "old", "new", "where"), [
    ("signs.csv", "high,2026-11-21,2027-05-21,only_the_child\nnon_mobile", ",,,only_the_child\nnon_mobile",
     "signs.csv, row 2 (disclosure), column checked"),
    ("duties.yaml", '"duties, 1"}\n  checked: {certainty: high, checked_on: 2026-11-21, review_by: 2027-05-21}',
     '"duties, 1"}', "duties.yaml, line 1 (non_mobile_injury), checked"),
    ("consent.yaml", '"consent, 1"}\n    checked: {certainty: high, checked_on: 2026-11-21, review_by: 2027-05-21}',
     '"consent, 1"}', "consent.yaml, line 2 (open), checked"),
    ("consent.yaml", '"telling, 1"}\n    checked: {certainty: high, checked_on: 2026-11-21, review_by: 2027-05-21}',
     '"telling, 1"}', "consent.yaml, line 21 (sexual_abuse), checked"),
])
def test_a_national_fact_says_when_it_was_checked(tmp_path: Path, name: str, old: str, new: str, where: str) -> None:
    """A national sign, duty, consent rule or telling rule without its check is refused."""
    root = made_up_root(tmp_path)
    replace(root / "national" / name, old, new)

    (message,) = _messages(root)

    assert message.endswith(f"national/{where}: Nothing says when this national fact was checked. Write certainty, "
                            "checked_on and review_by.")


def test_every_outcome_has_its_words(tmp_path: Path) -> None:
    """An outcome that the result page could not name is refused."""
    root = made_up_root(tmp_path)
    replace(root / "national/outcomes.yaml", "- {id: consult, name: Talk it through, says: Talk to your lead., "
                                             "agreement: not needed to talk}\n", "")

    (message,) = _messages(root)

    assert message.endswith('national/outcomes.yaml: The outcome "consult" has no words. Add an entry with this id.')


@pytest.mark.parametrize("part", ["roles", "topics"])
def test_what_everything_refers_to_must_be_there(tmp_path: Path, part: str) -> None:
    """Without roles or topics nobody could begin."""
    root = made_up_root(tmp_path)
    (root / "national" / f"{part}.yaml").write_text("[]\n")

    assert any(message.endswith(f"national/{part}.yaml: There are no {part}. Copy this file from the version before.")
               for message in _messages(root))


def test_an_area_is_called_as_its_folder(tmp_path: Path) -> None:
    """The id in area.yaml is the folder's name, so that an address leads to one place."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "id: testshire", "id: test_shire")

    assert _messages(root) == [
        'areas/testshire/area.yaml, line 2, id: The id "test_shire" is not the name of the folder, "testshire". Make '
        "them the same."
    ]


def test_a_counted_timescale_says_how_many(tmp_path: Path) -> None:
    """Working days without a number are no deadline."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/timescales.yaml", "  amount: 1\n", "")

    assert _messages(root) == [
        "areas/testshire/timescales.yaml, line 1 (tst_decision), amount: How many working days? Write the amount."
    ]


@pytest.mark.parametrize(("old", "new", "message"), [
    ("effect: not_yet", "effect: ask_first", "effect: The national rule with this id says not_yet. Write not_yet."),
    ("scope: family", "scope: suspected", "scope: The national rule with this id is about the whole family. Write "
                                          "family."),
])
def test_an_area_never_loosens_a_national_telling_rule(tmp_path: Path, old: str, new: str, message: str) -> None:
    """An area's own words for "not yet" may be stricter than the national ones, never looser."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/consent.yaml", old, new)

    (found,) = _messages(root)

    assert found.endswith(message)


def test_an_area_never_loosens_what_others_are_told(tmp_path: Path) -> None:
    """Where a national rule holds back from the family members who are not suspected, so does the area's."""
    root = made_up_root(tmp_path)
    replace(root / "national/consent.yaml", "    says: Nobody in the family is told before",
            "    others: ask_first\n    says: Nobody in the family is told before")

    (message,) = _messages(root)

    assert message.endswith("others: The national rule with this id says ask_first. Write ask_first.")


def test_an_area_never_forgets_that_a_rule_is_about_what_happens_at_home(tmp_path: Path) -> None:
    """An area's own words for such a rule keep the parents a question, whoever is named outside the home."""
    root = made_up_root(tmp_path)
    replace(root / "national/consent.yaml", "    says: Nobody in the family is told before",
            "    at_home: yes\n    says: Nobody in the family is told before")

    (message,) = _messages(root)

    assert message.endswith("at_home: The national rule with this id is about what happens at home. Write at_home: "
                            "yes.")


def test_errors_of_several_folders_are_all_listed(tmp_path: Path) -> None:
    """A mistake in the national pack does not hide one in an area."""
    root = made_up_root(tmp_path)
    replace(root / "national/topics.yaml", "id: injury", "id: injurys")
    append(root / "areas/testshire/glossary.yaml", "- {term: Hub}\n")

    assert {message.split("/")[0] for message in _messages(root)} >= {"areas", tmp_path.name}
