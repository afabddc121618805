"""Packs that somebody else keeps: which folders may be given, and what is used of them."""
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from decision import __main__ as decision
from decision.lint import Flaw
from exports import __main__ as exports
from guidance.__main__ import main
from guidance.check import ROOT, check
from guidance.load import load_packs
from guidance.packs import Packs
from guidance.places import find_places
from guidance.problems import PackError
from tests.made_up import append, made_up_root, replace, sixth_area, testshire

TODAY = date(2026, 11, 27)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A partnership's own repository: its area, and files that are no pack's."""
    sixth_area(tmp_path)
    for name in ("LICENSE", "README.md", ".gitignore"):
        (tmp_path / name).write_text("Not a pack.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The folder of one area, under another name than its id, as it may be called where it was put."""
    sixth_area(tmp_path / "first")
    return (tmp_path / "first/areas/quayshire").rename(tmp_path / "Our pack")


def test_a_folder_of_areas_takes_what_holds_everywhere_from_the_app(repository: Path) -> None:
    """Its own areas are all that there are; files beside areas/ do not matter."""
    packs = load_packs(repository)

    assert list(packs.areas) == ["quayshire"]
    assert packs.national == load_packs(ROOT).national
    assert [str(problem) for problem in check(TODAY, repository).errors()] == []


def test_a_folder_that_is_one_area_is_that_area_whatever_it_is_called(alone: Path) -> None:
    """Its id is the one that it says itself."""
    packs = load_packs(alone)

    assert list(packs.areas) == ["quayshire"]
    assert [str(problem) for problem in check(TODAY, alone).errors()] == []


def test_one_area_with_an_error_is_set_aside_under_its_id(alone: Path) -> None:
    """Not under the name of the folder in which it happens to lie."""
    replace(alone / "area.yaml", "status: checked", "status: done")

    assert [one.id for one in load_packs(alone).set_aside] == ["quayshire"]


def test_a_folder_with_its_own_national_pack_uses_that(tmp_path: Path) -> None:
    """As the made-up packs of the tests do."""
    root = made_up_root(tmp_path)

    assert load_packs(root).national.version == "test.1"
    assert find_places(root).own_national is True
    assert find_places(ROOT).own_national is True


@pytest.mark.parametrize("command", [
    ["check"], ["new", "newshire"], ["migrate"], ["diff", "quayshire", "2026-11-01", "2027-01-01"],
], ids=lambda command: command[0])
def test_every_command_of_the_packs_takes_the_folder(
    command: list[str], repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And ends well with it; nothing is written into the app's own folder."""
    before = set((ROOT / "areas").rglob("*"))

    assert main([*command, "--packs", str(repository)], TODAY) == 0, capsys.readouterr()
    assert set((ROOT / "areas").rglob("*")) == before
    assert (repository / "areas/newshire").exists() == (command[0] == "new")


def test_a_new_area_may_be_the_first_of_an_empty_folder_and_lies_in_none_that_is_one_itself(
    tmp_path: Path, alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A partnership begins its repository with this command."""
    (empty := tmp_path / "empty").mkdir()

    assert main(["new", "newshire", "--packs", str(empty)], TODAY) == 0
    assert list(load_packs(empty).areas) == ["newshire"]
    assert main(["new", "newshire", "--packs", str(alone)], TODAY) == 1
    assert "is itself one area" in capsys.readouterr().err


def test_the_engine_takes_the_folder(alone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its worked cases are run, and not those of the shipped national pack, which name areas that are not there."""
    folder = ["--packs", str(alone)]

    assert decision.main(["check", *folder]) == 0
    assert "0 of them not as expected" in capsys.readouterr().out
    assert decision.main(["example", "quayshire", *folder]) == 0
    file = tmp_path / "case.json"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert decision.main(["assess", str(file), *folder]) == 0
    assert '"quayshire"' in capsys.readouterr().out
    assert decision.main(["schema", *folder]) == 0
    capsys.readouterr()
    assert exports.main(["call_sheet", str(file), "-o", str(tmp_path / "sheet.pdf"), *folder]) == 0
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


TO_AND_FRO = """- name: A child stays with a neighbour
  on: 2026-11-20 10:05
  area_now: a_neighbour
  expect: {outcome: call_999}
"""


def test_a_worked_case_in_an_area_that_is_not_there_is_left_out_and_named(
    alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy of one area can be tried by itself, and nobody takes the case for one that was run."""
    append(alone / "cases.yaml", TO_AND_FRO)

    assert decision.main(["check", "--packs", str(alone)]) == 0
    assert ("quayshire: A child stays with a neighbour: left out, as these packs do not hold an area that it names "
            "(a_neighbour).") in capsys.readouterr().out
    assert decision.main(["check", "--json", "--packs", str(alone)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["left_out"] == [
        {"pack": "quayshire", "name": "A child stays with a neighbour", "not_held": ["a_neighbour"]}]
    assert said["cases"] == len(said["results"]) == len(load_packs(alone).areas["quayshire"].cases) - 1 > 0


def test_beside_its_own_national_pack_a_worked_case_in_an_area_that_is_not_there_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There all areas lie that there are, so that the name is a slip, or the area was taken away."""
    root = made_up_root(tmp_path)
    append(root / "areas/testshire/cases.yaml", TO_AND_FRO)

    assert decision.main(["check", "--packs", str(root)]) == 1
    said = capsys.readouterr().out
    assert "there is no pack for the area 'a_neighbour'" in said
    assert "left out" not in said


def test_the_lint_of_a_folder_leaves_what_holds_everywhere_to_the_app(
    alone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A duty that only another area's rows start is no flaw of this folder; with a national pack of its own it is."""
    tried: list[str] = []

    def noted(packs: Packs, area_id: str) -> tuple[Flaw, ...]:
        tried.append(area_id)
        return ()

    monkeypatch.setattr(decision, "lint", noted)

    assert decision.main(["lint", "--packs", str(alone)]) == 0
    assert tried == ["quayshire"]
    assert "national" not in capsys.readouterr().out
    tried.clear()
    assert decision.main(["lint", "--packs", str(made_up_root(tmp_path / "own"))]) == 0
    assert tried[0] == ""


@pytest.mark.parametrize("run", [
    lambda folder: main(["check", "--packs", folder], TODAY),
    lambda folder: decision.main(["schema", "--packs", folder]),
], ids=["guidance", "decision"])
def test_a_folder_without_a_pack_is_refused_in_words(
    run: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in the path is never an app without areas."""
    assert callable(run)
    assert run(str(tmp_path)) > 0
    assert "There is no pack in this folder: neither areas/ nor area.yaml lies in it." in capsys.readouterr().err
    with pytest.raises(PackError):
        load_packs(tmp_path / "nowhere")


def test_a_shipped_area_is_not_added_to_the_folders_own(tmp_path: Path) -> None:
    """Whoever keeps packs elsewhere decides which there are; to have a shipped one too they copy it."""
    testshire(tmp_path)
    shutil.copytree(ROOT / "areas/luton", tmp_path / "areas/luton")

    packs = load_packs(tmp_path)
    assert {*packs.areas, *(one.id for one in packs.set_aside)} == {"luton", "testshire"}
