"""A decision under editions: at every moment that of the edition in force, and an older one on request only."""
import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision import __main__ as commands
from decision.assess import assess
from decision.case import Case
from decision.fit import fit, versions
from decision.formats import CASE_FILE, current
from decision.result import Decision
from decision.run_worked import run_all
from guidance.load import load_packs
from guidance.packs import LONDON, Packs
from guidance.recorded import NotHeld, as_recorded
from tests.made_up import append, edition, made_up_root, replace

SPRING, SUMMER, NATIONAL_DAY = "2027-03-01", "2027-06-01", "2027-04-01"
CHANGES = tuple(datetime.fromisoformat(day).replace(tzinfo=LONDON) for day in (SPRING, NATIONAL_DAY, SUMMER))
NEW = "TST-2-NEW-01"
"""A statement that only the edition of summer has."""


def at(text: str) -> datetime:
    """A moment in London."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def case(**more: Any) -> Case:
    """A tired child in Testshire: the statement stands at another level in each edition."""
    return Case.model_validate({"home_area": "testshire", "danger": "no", "children": [{"label": "A", "age_years": 9}],
                                "findings": [{"id": "TST-2-CHILD-01", "basis": "seen"}], **more})


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Testshire with two editions and one to come, and what holds everywhere with one to come."""
    root = made_up_root(tmp_path_factory.mktemp("editions"))
    area = root / "areas/testshire"
    spring, summer = edition(area, SPRING), edition(area, SUMMER)
    for folder, level in ((spring, "complex"), (summer, "urgent")):
        replace(folder / "indicators.csv", "TST-2-CHILD-01,extra,child,,child,,need,,",
                f"TST-2-CHILD-01,{level},child,,child,,need,{'significant' if level == 'urgent' else ''},")
    replace(spring / "contacts.yaml", "opens: 08:45, closes: 16:20", "opens: 10:00, closes: 12:00")
    append(summer / "indicators.csv", f"{NEW},extra,child,,child,,need,,sad,overall,The child is sad.,,,,,4,,\n")
    replace(edition(root / "national", NATIONAL_DAY) / "outcomes.yaml",
            "name: Talk it through, says", "name: Talk from April on, says")
    return root


@pytest.fixture(scope="module")
def packs(root: Path) -> Packs:
    """All of them, loaded once."""
    return load_packs(root)


@pytest.fixture(scope="module")
def alone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Packs]:
    """The day of the area's edition and that of the national one → packs in which only these two were ever written."""
    found = {}
    for area in ("", SPRING, SUMMER):
        for national in ("", NATIONAL_DAY):
            only = tmp_path_factory.mktemp("only")
            for folder, day in (("areas/testshire", area), ("national", national)):
                source = root / folder / "editions" / day if day else root / folder
                shutil.copytree(source, only / folder, ignore=shutil.ignore_patterns("editions"))
            found[area, national] = load_packs(only)
    return found


def in_force(moment: datetime) -> tuple[str, str]:
    """The days of the two editions that hold at a moment, said without the code under test."""
    day = moment.astimezone(LONDON).date().isoformat()
    return max(one for one in ("", SPRING, SUMMER) if one <= day), NATIONAL_DAY if day >= NATIONAL_DAY else ""


def moments() -> Iterator[datetime]:
    """The last microsecond before each change, its midnight, and some time on both sides."""
    for change in CHANGES:
        for seconds in (-86_400, -3_600, -60, -1, 0, 1, 60, 3_600, 36_000, 86_400):
            yield change + timedelta(seconds=seconds)
        yield change - timedelta(microseconds=1)


@pytest.mark.parametrize("moment", list(moments()), ids=str)
def test_around_every_change_the_decision_is_that_of_the_edition_alone(
    moment: datetime, packs: Packs, alone: dict[tuple[str, str], Packs]
) -> None:
    """Equal to the last word, with `would_change`, numbers and the names of the editions."""
    assert assess(case(), packs, moment) == assess(case(), alone[in_force(moment)].at(moment), moment)


@given(minutes=st.integers(0, 60 * 24 * 200), ids=st.sets(st.sampled_from(
    ["TST-2-CHILD-01", "TST-2-PARENT-01", "TST-3-CHILD-01", "TST-3-HOME-01", "TST-4-CHILD-02"])))
def test_at_any_moment_the_decision_is_that_of_the_edition_alone(
    minutes: int, ids: set[str], packs: Packs, alone: dict[tuple[str, str], Packs]
) -> None:
    """Whatever was ticked, from February to August."""
    moment = at("2027-02-01") + timedelta(minutes=minutes)
    told = case(findings=[{"id": id_} for id_ in sorted(ids)])

    assert assess(told, packs, moment) == assess(told, alone[in_force(moment)].at(moment), moment)


def test_the_editions_do_differ(packs: Packs) -> None:
    """The tests above compare something: each edition gives another result, and says which it is."""
    found = [assess(case(), packs, change + timedelta(hours=10)) for change in (at("2027-02-01"), *CHANGES)]

    assert [one.outcome for one in found] == ["consult", "consult", "consult", "refer_now"]
    assert len({one.pack_versions for one in found}) == 4
    assert len({(one.outcome, one.headline, one.place.highest) for one in found}) == 4


def test_what_only_an_edition_to_come_has_is_kept_in_words_before_its_day(packs: Packs) -> None:
    """On its day the statement is read; before it stays a worry of the user's own, as any that no pack has."""
    told = case(findings=[{"id": NEW}])
    before, gone = fit(told, packs.at(at("2027-05-31T23:59")))

    assert before.other_worry is True
    assert any(NEW in sentence for sentence in gone)
    assert fit(told, packs.at(at(SUMMER))) == (told, ())


def test_worked_cases_are_run_with_the_edition_in_which_they_stand(packs: Packs) -> None:
    """Also those of an edition to come, whatever day they say; the list says from when, and leaves out what is past."""
    names = {name for name, _, _ in run_all(packs, at("2027-03-15").date())}

    assert {f"testshire, from {day}" for day in (SPRING, NATIONAL_DAY, SUMMER)} == names


# On request: a file read again under the editions that it names.


def written(tmp_path: Path, told: Case, packs: Packs, **changed: str) -> str:
    """A case file that names the editions of some packs."""
    file = {"format": current(CASE_FILE), "pack_versions": {**versions(told, packs), **changed},
            "case": told.model_dump(mode="json")}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    return str(path)


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    """The exit code, the decision as data, and what was said beside it."""
    code = commands.main(["assess", *arguments])
    shown = capsys.readouterr()
    return code, json.loads(shown.out) if shown.out else {}, shown.err


def test_a_file_is_read_under_todays_editions_unless_the_others_are_asked_for(
    root: Path, packs: Packs, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only with --as-recorded the older edition decides, at the moment of the command, and both are named."""
    file = written(tmp_path, case(), packs.at(at("2027-02-01")))
    common = (file, "--packs", str(root), "--now", f"{SUMMER}T10:00")

    code, today, said = asked(capsys, *common)
    assert (code, today["outcome"], said) == (0, "refer_now", "")
    code, then, said = asked(capsys, *common, "--as-recorded")
    assert (code, then["outcome"]) == (0, "consult")
    assert "As asked, under the editions that the file names: national test.1 #" in said
    assert f"In force now: national {NATIONAL_DAY} #" in said
    assert dict(then["pack_versions"]) == versions(case(), packs.at(at("2027-02-01")))


def test_under_its_editions_a_file_gives_the_decision_of_then(packs: Packs) -> None:
    """Equal to what was decided then, at the same moment, although other editions are in force now."""
    moment = at("2027-02-01T10:00")
    then: Decision = assess(case(), packs, moment)
    held = as_recorded(packs, dict(then.pack_versions), at("2027-08-01"))

    assert assess(case(), held, moment) == then
    assert held.turns == ()


REFUSED = [
    ({"testshire": "test.1"}, "testshire test.1: the file names only the version"),
    ({"testshire": "test.1 #00000000"}, "the version test.1 is held, but it says something else now"),
    ({"testshire": "test.0 #00000000"}, "testshire test.0 #00000000: this edition is not held any more. Held: test.1 "),
    ({"elsewhere_shire": "test.1 #00000000"}, "elsewhere_shire test.1 #00000000: this edition is not held any more. "
                                              "Held: none."),
    ({"national": "2019.1 #00000000"}, "national 2019.1 #00000000: this edition is not held any more"),
    ({"Jane Smith": "of Mill Lane"}, "One of the packs is not named as this app names them"),
]


@pytest.mark.parametrize(("named", "sentence"), REFUSED, ids=[row[1][:40] for row in REFUSED])
def test_what_is_not_held_is_said_and_not_pretended(
    root: Path, packs: Packs, tmp_path: Path, capsys: pytest.CaptureFixture[str], named: dict[str, str], sentence: str
) -> None:
    """No decision at all, a sentence for each pack, and nothing of the file that this app has not written."""
    file = written(tmp_path, case(), packs.at(at("2027-02-01")), **named)

    code, decision, said = asked(capsys, file, "--packs", str(root), "--as-recorded")
    assert (code, decision) == (2, {})
    assert sentence in said
    assert "Jane" not in said


def test_a_case_that_names_no_packs_cannot_be_read_under_them(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bare case and a file of an older kind say nothing of what they were made with."""
    path = tmp_path / "case.json"
    path.write_text(case().model_dump_json(), encoding="utf-8")

    code, decision, said = asked(capsys, str(path), "--packs", str(root), "--as-recorded")
    assert (code, decision) == (2, {})
    assert "does not name the packs" in said
    with pytest.raises(NotHeld):
        as_recorded(load_packs(root), {"testshire": "test.1"}, at(SUMMER))


def test_a_file_names_every_area_of_its_case(packs: Packs) -> None:
    """Also where the child is now and where an adult works: their numbers are part of what was decided."""
    there = packs.at(at(SUMMER))

    assert versions(case(home_area="elsewhere", area_now="testshire"), there) == {
        "national": there.national.edition, "testshire": there.areas["testshire"].edition}
