"""Editions of a pack: which is in force at a moment, what must be mended, and how each is named."""
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guidance import load
from guidance.check import check
from guidance.editions import read_editions
from guidance.folder import AREA
from guidance.load import load_packs
from guidance.packs import LONDON, Packs
from guidance.problems import PackError
from tests.made_up import edition, made_up_root, replace, two_areas

TODAY = date(2026, 11, 27)
SPRING, SUMMER = "2027-03-01", "2027-06-01"


def at(text: str) -> datetime:
    """A moment in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Testshire with today's edition, one from March 2027 with another council and one from June with another again."""
    root = made_up_root(tmp_path)
    area = root / "areas/testshire"
    for day, council in ((SPRING, "North Testshire"), (SUMMER, "Greater Testshire")):
        replace(edition(area, day) / "area.yaml", "council: Testshire Council", f"council: {council} Council")
    return root


def council(packs: Packs, moment: datetime) -> str:
    """The council of Testshire at a moment, by the edition in force."""
    return packs.at(moment).areas["testshire"].council


def stopped(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Stop the clock by which packs are loaded."""
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return at(moment)

    monkeypatch.setattr(load, "datetime", Stopped)


@pytest.mark.parametrize(("moment", "expected"), [
    ("2020-01-01T12:00", "Testshire"), ("2027-02-28T23:59:59.999999", "Testshire"),
    ("2027-03-01T00:00", "North Testshire"), ("2027-05-31T23:59:59", "North Testshire"),
    ("2027-06-01T00:00", "Greater Testshire"), ("2099-01-01T00:00", "Greater Testshire"),
])
def test_an_edition_is_in_force_from_midnight_of_its_day(root: Path, moment: str, expected: str) -> None:
    """Until then the one before it is, and it stays until the next; one that says no day was always in force."""
    assert council(load_packs(root), at(moment)) == f"{expected} Council"


def test_the_day_begins_in_london(root: Path) -> None:
    """In June midnight in London is eleven at night by universal time; a time without a zone is London's."""
    packs = load_packs(root)

    assert council(packs, datetime(2027, 5, 31, 22, 59, tzinfo=UTC)) == "North Testshire Council"
    assert council(packs, datetime(2027, 5, 31, 23, 0, tzinfo=UTC)) == "Greater Testshire Council"
    assert council(packs, datetime(2027, 6, 1)) == "Greater Testshire Council"  # noqa: DTZ001


def test_an_edition_to_come_works_on_its_day_without_a_restart(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has been read at the start; nothing is read from disk when its day has come."""
    stopped(monkeypatch, "2027-02-28T12:00")
    packs = load_packs(root)
    shutil.rmtree(root / "areas")

    assert packs.areas["testshire"].council == "Testshire Council"
    assert council(packs, at("2027-03-01T00:00")) == "North Testshire Council"
    stopped(monkeypatch, "2027-03-01T00:00")
    assert load_packs(root).areas["testshire"].council == "North Testshire Council"
    assert load_packs(root) is load_packs(root)


def test_what_is_in_force_at_a_moment_has_no_other_editions(root: Path) -> None:
    """Who works with it works with one edition from first to last, whatever the time becomes meanwhile."""
    there = load_packs(root).at(at("2027-03-01T00:00"))

    assert there.turns == ()
    assert there.at(at("2030-01-01T00:00")) is there


def test_packs_without_editions_are_always_the_same(tmp_path: Path) -> None:
    """The layout with one folder an area works as before, at no cost."""
    packs = load_packs(made_up_root(tmp_path))

    assert packs.at(at("1999-01-01T00:00")) is packs.at(at("2099-01-01T00:00")) is packs


def test_an_area_whose_first_edition_is_still_to_come_is_not_held_before(tmp_path: Path) -> None:
    """Nothing is borrowed from a document that does not hold yet; on its day the area is there."""
    root = two_areas(tmp_path)
    replace(root / "areas/madeupton/area.yaml", 'version: "test.1"', f'version: "test.1"\nholds_from: {SPRING}')
    packs = load_packs(root)

    assert list(packs.at(at("2027-02-28T23:59")).areas) == ["testshire"]
    assert list(packs.at(at("2027-03-01T00:00")).areas) == ["madeupton", "testshire"]
    assert [str(problem) for problem in check(TODAY, root).errors()] == []


def test_the_national_pack_has_editions_too(tmp_path: Path) -> None:
    """With a change of it every area stays; its oldest edition holds before its day, since there must be one."""
    root = made_up_root(tmp_path)
    replace(root / "national/national.yaml", "version:", f"holds_from: {TODAY}\nversion:")
    edition_ = edition(root / "national", SPRING)
    replace(edition_ / "national.yaml", f"holds_from: {TODAY}\n", "")
    packs = load_packs(root)

    for moment, version in (("2020-01-01", "test.1"), ("2027-02-28", "test.1"), (SPRING, SPRING)):
        there = packs.at(at(moment))
        assert there.national.version == version
        assert list(there.areas) == ["testshire"]


def test_an_area_and_the_national_pack_change_on_different_days(root: Path) -> None:
    """Each day of a change begins a time in which exactly those in force then stand side by side."""
    edition(root / "national", "2027-04-01")
    packs = load_packs(root)

    found = [(turn.holds_from.isoformat(), turn.packs.national.version, turn.packs.areas["testshire"].version)
             for turn in packs.turns if turn.packs]

    assert found == [
        ("0001-01-01", "test.1", "test.1"), (SPRING, "test.1", SPRING), ("2027-04-01", "2027-04-01", SPRING),
        (SUMMER, "2027-04-01", SUMMER),
    ]


def test_sound_editions_have_no_problem_and_stand_in_the_register(root: Path) -> None:
    """Each is checked, and the order is that of their days."""
    result = check(TODAY, root)

    assert [str(problem) for problem in result.problems if problem.kind != "past_review"] == []
    assert [folder.day for folder in result.areas] == [None, date(2027, 3, 1), date(2027, 6, 1)]
    assert {folder.called for folder in result.areas} == {"testshire"}


def one_error(root: Path) -> str:
    """The one thing that the check says must be mended."""
    (problem,) = check(TODAY, root).errors()
    return str(problem)


def test_an_edition_that_does_not_say_its_day_is_an_error(root: Path) -> None:
    """The folder's name and the head say the same, or nobody knows which was meant."""
    replace(root / f"areas/testshire/editions/{SPRING}/area.yaml", f"holds_from: {SPRING}\n", "")

    assert one_error(root) == (
        f"areas/testshire/editions/{SPRING}/area.yaml, holds_from: This edition lies in the folder of {SPRING}, and "
        f"does not say that it holds from that day. Write holds_from: {SPRING}.")


def test_a_folder_that_is_no_day_is_an_error(root: Path) -> None:
    """It is never in force by accident."""
    (root / f"areas/testshire/editions/{SPRING}").rename(root / "areas/testshire/editions/spring")

    assert '"spring" is not a day' in one_error(root)


def test_two_editions_of_one_day_are_an_error(root: Path) -> None:
    """From that day on neither is used, since nobody can tell which was meant; the check names both."""
    replace(root / "areas/testshire/area.yaml", 'version: "test.1"', f'version: "test.1"\nholds_from: {SPRING}')

    said = one_error(root)
    assert said.startswith(f"areas/testshire/editions/{SPRING}/area.yaml, line 8, holds_from: ")
    assert "Two editions hold from the same day: this one and the folder itself." in said
    assert [one.id for one in load_packs(root).at(at(SPRING)).set_aside] == ["testshire"]


def test_a_later_edition_with_the_version_of_an_earlier_one_is_an_error(root: Path) -> None:
    """A paper names an edition by its version; the earlier one stays in use."""
    replace(root / f"areas/testshire/editions/{SPRING}/area.yaml", f'version: "{SPRING}"', 'version: "test.1"')

    assert "Raise the version of the later one." in one_error(root)
    packs = load_packs(root)
    assert packs.at(at("2027-02-28")).area("testshire")
    assert [one.id for one in packs.at(at(SPRING)).set_aside] == ["testshire"]


def test_a_file_among_the_editions_is_an_error(root: Path) -> None:
    """It may have been meant for one of them."""
    (root / "areas/testshire/editions/signs.csv").write_text("id\n", encoding="utf-8")

    assert one_error(root).startswith("areas/testshire/editions/signs.csv: Only folders lie here")


def test_an_edition_of_another_area_is_an_error(root: Path) -> None:
    """Its id is that of the folder in which the editions lie."""
    replace(root / f"areas/testshire/editions/{SPRING}/area.yaml", "id: testshire", "id: other")

    assert 'The id "other" is not the name of the folder, "testshire".' in one_error(root)


def test_a_mistake_in_an_edition_to_come_takes_nothing_from_today(root: Path) -> None:
    """Today's is used; from its day on the area is set aside, and never the superseded edition in its place."""
    replace(root / f"areas/testshire/editions/{SPRING}/area.yaml", "front_door: front_door", "front_door: hub")
    packs = load_packs(root)

    assert 'There is no contact "hub"' in one_error(root)
    assert council(packs, at("2027-02-28")) == "Testshire Council"
    assert [one.id for one in packs.at(at(SPRING)).set_aside] == ["testshire"]
    assert council(packs, at(SUMMER)) == "Greater Testshire Council"


def test_what_only_a_later_national_edition_breaks_says_from_when(tmp_path: Path) -> None:
    """Today's area is sound beside today's national pack, and has time to be mended until the day."""
    root = made_up_root(tmp_path)
    later = edition(root / "national", SPRING)
    for file in ("topics.yaml", "everyday_words.yaml"):
        text = (later / file).read_text(encoding="utf-8").replace("housing_money", "housing")
        (later / file).write_text(text, encoding="utf-8")

    said = [str(problem) for problem in check(TODAY, root).errors()]

    assert said
    assert any(f"Beside what holds from {SPRING}: " in one and one.startswith("areas/testshire") for one in said)
    assert load_packs(root).at(at("2027-02-28")).area("testshire")


def test_what_is_wrong_only_in_the_past_is_a_warning(root: Path) -> None:
    """Nobody is given it any more, so it stops no check; it is still said."""
    replace(root / "areas/testshire/area.yaml", "front_door: front_door", "front_door: hub")

    found = [problem for problem in check(date(2027, 4, 1), root).problems if "hub" in problem.says]
    assert [problem.severity for problem in found] == ["warning"]
    assert check(date(2027, 4, 1), root).errors() == ()
    assert check(date(2027, 2, 28), root).errors() != ()


def test_a_national_edition_to_come_that_cannot_be_used_stops_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Better now than at midnight of its day. One that is past stops nothing; who asks for its time is refused."""
    root = made_up_root(tmp_path)
    edition(root / "national", SPRING)
    replace(root / "national/national.yaml", "emergency:", "emergencies:")

    stopped(monkeypatch, "2027-02-28T12:00")
    with pytest.raises(PackError, match="emergencies"):
        load_packs(root)
    stopped(monkeypatch, "2027-03-01T12:00")
    assert load_packs(root).national.version == SPRING
    with pytest.raises(PackError, match="emergencies"):
        load_packs(root).at(at("2027-02-28T12:00"))


def test_one_edition_can_be_checked_by_itself(root: Path) -> None:
    """Its folder is named, and it is still an edition of its area."""
    folder = root / f"areas/testshire/editions/{SPRING}"

    (found,) = read_editions(folder, AREA)
    assert (found.called, found.day) == ("testshire", date(2027, 3, 1))
    assert check(TODAY, root, [folder]).errors() == ()
