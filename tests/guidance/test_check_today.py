"""Warnings: what needs a look on a given day, though the pack still works."""
from datetime import date
from pathlib import Path

from guidance.check import check
from guidance.load import load_packs
from tests.made_up import made_up_root, replace

TODAY = date(2026, 11, 21)
AFTER = date(2027, 5, 22)


def test_a_pack_past_its_review_date_is_warned_about_and_works(tmp_path: Path) -> None:
    """An old pack is no error: it loads, and the check says what to look at again."""
    root = made_up_root(tmp_path)

    result = check(AFTER, root)

    assert result.errors() == ()
    assert load_packs(root).area("testshire") is not None
    messages = [str(problem) for problem in result.problems]
    assert ("areas/testshire/area.yaml, line 10, review_by: This was to be looked at again by 21 May 2027. Compare "
            "with the publisher's page, then write new dates.") in messages
    assert any("sources.yaml, line 6 (tst_thresholds), review_by: This was to be" in message for message in messages)


def test_national_facts_past_review_are_counted_in_their_file(tmp_path: Path) -> None:
    """Many facts of one file give one warning, with the first of them."""
    messages = [str(problem) for problem in check(AFTER, made_up_root(tmp_path)).problems]

    assert sum("national/signs.csv" in message for message in messages) == 1
    assert any(message.endswith(
        "national/signs.csv: 6 entries, the first of them disclosure, were to be looked at again by 21 May 2027. "
        "Compare with the publisher's page, then write new dates."
    ) for message in messages)


def test_nothing_is_past_review_on_the_day_itself(tmp_path: Path) -> None:
    """The review date is the last good day."""
    root = made_up_root(tmp_path)
    replace(root / "national/law.yaml", "review_by: 2027-02-21", "review_by: 2027-05-21")

    assert check(date(2027, 5, 21), root).problems == ()


def test_twin_statements_with_different_concerns_are_pointed_out(tmp_path: Path) -> None:
    """Rows with the same words would count twice, so the check asks."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/indicators.csv", "The home is too full for the child to sleep.",
            "the child is  often too tired to learn")

    (problem,) = check(TODAY, root).problems

    assert problem.severity == "warning"
    assert str(problem) == (
        "areas/testshire/indicators.csv, row 6 (TST-2-HOME-02), column concern: The words are those of TST-2-CHILD-01 "
        '(areas/testshire/indicators.csv, row 3), but the concern differs: "crowded" and "tired". Give both the same '
        "concern, or make the difference clear."
    )


def test_a_draft_and_what_it_lacks_are_pointed_out(tmp_path: Path) -> None:
    """A draft says so, and so does a pack in which nobody could be rung."""
    root = made_up_root(tmp_path)
    area = root / "areas/testshire/area.yaml"
    replace(area, "status: checked", "status: draft")
    replace(area, "allegations: officer\n", "")

    problems = check(TODAY, root).problems

    assert {problem.severity for problem in problems} == {"warning"}
    assert [str(problem) for problem in problems] == [
        "areas/testshire/area.yaml, line 8, status: This pack is a draft: nobody has checked it against its document "
        "yet. Write status: checked when two people have.",
        "areas/testshire/area.yaml, allegations: No contact for allegations about adults is named. Name it, or say in "
        "gaps that none is printed.",
    ]


def test_texts_of_a_new_pack_are_pointed_out(tmp_path: Path) -> None:
    """A text that nobody has written yet does not pass for the document's."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "council: Testshire Council", 'council: "(write here: the council)"')

    (problem,) = check(TODAY, root).problems

    assert str(problem) == (
        "areas/testshire/area.yaml, line 4, council: This is still the text of a new pack. Write your own."
    )


def test_a_reading_that_says_itself_that_it_is_ours_is_pointed_out(tmp_path: Path) -> None:
    """Until format 3 packs said so in their own words; now the app does, and it would stand there twice."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", 'says: "One worry."', 'says: "Our reading: one worry."')

    [problem] = [one for one in check(TODAY, root).problems if one.kind == "said_twice"]
    assert problem.severity == "warning"
    assert "reading, says" in str(problem) or "reading.says" in str(problem)
