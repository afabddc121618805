"""Loading: typed packs, once a process, or the whole list of what to mend."""
import shutil
from datetime import date
from pathlib import Path

import pytest

from guidance.__main__ import main
from guidance.check import check
from guidance.load import load_area, load_national, load_packs
from guidance.packs import SetAside
from guidance.problems import PackError
from guidance.vocabulary import RESERVED_AREAS
from tests.made_up import append, made_up_root, replace, testshire, tiny_national, two_areas


def test_packs_load_with_their_areas_by_id(tmp_path: Path) -> None:
    """The national pack and every area's are there, and look-ups take the area first."""
    packs = load_packs(made_up_root(tmp_path))

    assert list(packs.areas) == ["testshire"]
    assert packs.national.version == "test.1"
    rule = packs.telling("testshire", "sexual_abuse")
    assert rule is not None
    assert rule.says.startswith("In Testshire")
    assert packs.source(rule.source).title == "Testshire thresholds"


def test_packs_are_read_once_a_process(tmp_path: Path) -> None:
    """The second call gives the same object, whatever has happened to the files."""
    root = made_up_root(tmp_path)
    first = load_packs(root)
    shutil.rmtree(root / "areas")

    assert load_packs(root) is first


def test_a_loaded_pack_cannot_be_changed(tmp_path: Path) -> None:
    """Neither the areas nor a fact can be altered after loading."""
    packs = load_packs(made_up_root(tmp_path))

    with pytest.raises(TypeError):
        packs.areas["other"] = packs.areas["testshire"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        packs.national.signs[0].says = "x"  # type: ignore[misc]


def test_a_new_area_is_one_folder_more_and_no_other_change(tmp_path: Path) -> None:
    """Adding a folder adds an area: no file of the app or of another pack is edited."""
    packs = load_packs(two_areas(tmp_path))

    assert list(packs.areas) == ["madeupton", "testshire"]
    area = packs.area("madeupton")
    assert area is not None
    assert (area.name, area.acting, len(area.indicators)) == ("Madeupton", 4, 13)
    assert packs.contact("madeupton", "front_door") is not packs.contact("testshire", "front_door")


def test_a_bad_area_is_set_aside_and_the_others_are_used(tmp_path: Path) -> None:
    """One pack that cannot be used stops nobody else's: it is named with how much is to be mended, and not held."""
    root = two_areas(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", "closes: 16:20", "closes: 4.20pm")
    replace(root / "areas/testshire/glossary.yaml", "source: tst_thresholds", "source: tst_threshold")

    packs = load_packs(root)

    assert list(packs.areas) == ["madeupton"]
    assert packs.set_aside == (SetAside(id="testshire", name="Testshire", problems=2),)
    assert (packs.aside("testshire"), packs.aside("madeupton")) == (packs.set_aside[0], None)
    assert [packs.name_of(id_) for id_ in ("testshire", "madeupton", "x")] == ["Testshire", "Madeupton", "x"]
    assert packs.signs("testshire") == packs.national.signs


@pytest.mark.parametrize("content", ["name: [Testshire]\n", "{", "\x00", f"name: {'x' * 500}"])
def test_a_pack_whose_head_cannot_be_read_is_set_aside_too(tmp_path: Path, content: str) -> None:
    """A name that is none, or far too long, is not passed on as one."""
    root = two_areas(tmp_path)
    (root / "areas/testshire/area.yaml").write_text(content)

    (aside,) = load_packs(root).set_aside

    assert aside.id == "testshire"
    assert len(aside.name) <= 80
    assert aside.problems > 0


def test_a_file_that_cannot_be_opened_sets_its_area_aside(tmp_path: Path) -> None:
    """A folder in the place of a file is a problem of that pack and no more."""
    root = two_areas(tmp_path)
    (root / "areas/testshire/contacts.yaml").unlink()
    (root / "areas/testshire/contacts.yaml").mkdir()

    packs = load_packs(root)

    assert (list(packs.areas), [aside.id for aside in packs.set_aside]) == (["madeupton"], ["testshire"])


def test_a_bad_area_takes_nothing_from_a_sound_one(tmp_path: Path) -> None:
    """What a pack that is set aside calls suspect, and the source ids that it uses, do not count against another."""
    root = two_areas(tmp_path)
    bad = root / "areas/madeupton"
    append(bad / "sources.yaml", "- {id: tst_web, title: x, publisher: x, date: x, checked_on: 2026-11-21}\n")
    replace(bad / "contacts.yaml", '{printed: 01632 960001, dial: "01632960001", trust: printed, ',
            "{printed: 01632 960001, trust: suspect, ")

    packs = load_packs(root)

    assert (list(packs.areas), [aside.id for aside in packs.set_aside]) == (["testshire"], ["madeupton"])


def _one_source_id(root: Path) -> Path:
    """The root with two areas that give one id to two sources."""
    for name in ("area.yaml", "sources.yaml", "contacts.yaml"):
        path = root / "areas/testshire" / name
        path.write_text(path.read_text(encoding="utf-8").replace("tst_web", "mut_web"), encoding="utf-8")
    return root


@pytest.mark.parametrize(("changed", "old", "new", "aside"), [
    ("testshire", "status: checked", "status: draft", "testshire"),
    ("madeupton", "status: checked", "status: draft", "madeupton"),
    ("testshire", "checked_on: 2026-11-21", "checked_on: 2026-11-22", "testshire"),
    ("madeupton", "checked_on: 2026-11-21", "checked_on: 2026-11-22", "madeupton"),
    ("madeupton", "name: Madeupton", "name: Madeupton", "testshire"),
])
def test_of_two_areas_that_give_one_id_to_two_sources_the_newer_is_set_aside(
    tmp_path: Path, changed: str, old: str, new: str, aside: str
) -> None:
    """A draft, or what was checked later, stops nothing that was there before; else the later name gives way."""
    root = _one_source_id(two_areas(tmp_path))
    replace(root / "areas" / changed / "area.yaml", old, new)

    assert [one.id for one in load_packs(root).set_aside] == [aside]
    (problem,) = check(date(2026, 11, 21), root).errors()
    assert problem.file == f"areas/{aside}/sources.yaml"


def test_a_copy_of_an_area_sets_nothing_aside(tmp_path: Path) -> None:
    """Two packs that say the same of one source share it, whatever their folders are called."""
    root = made_up_root(tmp_path)
    shutil.copytree(root / "areas/testshire", root / "areas/a_copy")
    replace(root / "areas/a_copy/area.yaml", "id: testshire", "id: a_copy")

    packs = load_packs(root)

    assert (list(packs.areas), packs.set_aside) == (["a_copy", "testshire"], ())


def test_a_file_of_nested_brackets_sets_its_area_aside(tmp_path: Path) -> None:
    """However deep they lie, it is a file that cannot be read and stops nobody else's."""
    root = two_areas(tmp_path)
    (root / "areas/testshire/glossary.yaml").write_text("[" * 5000 + "]" * 5000)

    packs = load_packs(root)

    assert (list(packs.areas), [aside.id for aside in packs.set_aside]) == (["madeupton"], ["testshire"])


@pytest.mark.parametrize("word", RESERVED_AREAS)
def test_a_word_of_the_app_is_no_area(tmp_path: Path, word: str) -> None:
    """An area called as the app calls a child who lives elsewhere would answer for every such child."""
    root = made_up_root(tmp_path)
    (root / "areas/testshire").rename(root / "areas" / word)
    replace(root / "areas" / word / "area.yaml", "id: testshire", f"id: {word}")

    assert [aside.id for aside in load_packs(root).set_aside] == [word]


def test_the_log_names_the_folder_and_nothing_of_its_content(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever keeps the server sees which pack is not used and how to see why; the file's words stay in the file."""
    root = two_areas(tmp_path)
    replace(root / "areas/testshire/area.yaml", "status: checked", "status: SECRET")

    load_packs(root)

    (line,) = [record.getMessage() for record in caplog.records]
    assert line == "The pack in the folder 'testshire' is set aside: 1 to mend. See: python -m guidance check"


def test_the_check_on_the_command_line_fails_for_an_area_that_would_be_set_aside(tmp_path: Path) -> None:
    """Setting aside is for the running app: who keeps a pack is told of its errors and gets no good exit code."""
    root = two_areas(tmp_path)
    replace(root / "areas/testshire/area.yaml", "status: checked", "status: done")

    assert load_packs(root).set_aside
    assert main(["check"], date(2026, 11, 21), root) == 1


def test_a_bad_national_pack_stops_the_start_with_the_whole_list(tmp_path: Path) -> None:
    """Without what holds everywhere nothing is shown, and everything that must be mended is said."""
    root = made_up_root(tmp_path)
    replace(root / "national/consent.yaml", "    use: risk_raised\n", "")
    replace(root / "national/law.yaml", "source: nat_guide, where: law", "source: nat_gude, where: law")

    with pytest.raises(PackError) as caught:
        load_packs(root)

    assert str(caught.value).startswith("The published guidance cannot be used: 2 problems to mend.\n  - ")
    assert 'There is no source "nat_gude".' in str(caught.value)


def test_a_mended_national_pack_loads_in_the_same_process(tmp_path: Path) -> None:
    """A failure is not remembered."""
    root = made_up_root(tmp_path)
    replace(root / "national/consent.yaml", "    use: risk_raised\n", "    use: risk_rised\n")
    with pytest.raises(PackError, match='Did you mean "risk_raised"'):
        load_packs(root)

    replace(root / "national/consent.yaml", "    use: risk_rised\n", "    use: risk_raised\n")

    assert load_packs(root).area("testshire") is not None


def test_a_national_folder_without_its_files_is_refused(tmp_path: Path) -> None:
    """What holds everywhere is never optional: only where there is no such folder at all the shipped one is used."""
    testshire(tmp_path)
    (tmp_path / "national").mkdir()

    with pytest.raises(PackError, match=r"national/national\.yaml: This file is missing"):
        load_packs(tmp_path)


def test_one_folder_loads_alone(tmp_path: Path) -> None:
    """An area or the national pack can be read without the rest."""
    assert load_area(testshire(tmp_path)).contacts[0].id == "front_door"
    assert load_national(tiny_national(tmp_path)).role["teacher"].fgm_duty is True


def test_one_bad_folder_raises_its_problems(tmp_path: Path) -> None:
    """A single folder that cannot be used says why."""
    folder = testshire(tmp_path)
    replace(folder / "area.yaml", "colour: acute", "couler: acute")
    national = tiny_national(tmp_path)
    (national / "national.yaml").write_text("version: 1\n")

    with pytest.raises(PackError, match='Did you mean "colour"'):
        load_area(folder)
    with pytest.raises(PackError, match='"holidays" is missing'):
        load_national(national)
