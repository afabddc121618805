"""Loading: typed packs, once a process, or the whole list of what to mend."""
import shutil
from pathlib import Path

import pytest

from guidance.load import load_area, load_national, load_packs
from guidance.problems import PackError
from tests.made_up import PACKS, made_up_root, replace, testshire, tiny_national


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
    root = made_up_root(tmp_path)
    folder = root / "areas" / "madeupton"
    folder.mkdir()
    for path in (PACKS / "areas" / "testshire").iterdir():
        text = path.read_text(encoding="utf-8").replace("tst_", "mut_").replace("Testshire", "Madeupton")
        (folder / path.name).write_text(text.replace("id: testshire", "id: madeupton"), encoding="utf-8")

    packs = load_packs(root)

    assert list(packs.areas) == ["madeupton", "testshire"]
    area = packs.area("madeupton")
    assert area is not None
    assert (area.name, area.acting, len(area.indicators)) == ("Madeupton", 4, 13)
    assert packs.contact("madeupton", "front_door") is not packs.contact("testshire", "front_door")


def test_one_bad_area_stops_the_start_with_the_whole_list(tmp_path: Path) -> None:
    """The app does not start with half of its guidance, and says everything that must be mended."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/contacts.yaml", "closes: 16:20", "closes: 4.20pm")
    replace(root / "areas/testshire/glossary.yaml", "source: tst_thresholds", "source: tst_threshold")

    with pytest.raises(PackError) as caught:
        load_packs(root)

    assert len(caught.value.problems) == 2
    assert str(caught.value).startswith("The published guidance cannot be used: 2 problems to mend.\n  - areas/tests")
    assert 'closes: "4.20pm" is not a time that can be read.' in str(caught.value)
    assert 'There is no source "tst_threshold".' in str(caught.value)


def test_a_mended_pack_loads_in_the_same_process(tmp_path: Path) -> None:
    """A failure is not remembered."""
    root = made_up_root(tmp_path)
    replace(root / "areas/testshire/area.yaml", "status: checked", "status: done")
    with pytest.raises(PackError, match="Write draft or checked"):
        load_packs(root)

    replace(root / "areas/testshire/area.yaml", "status: done", "status: checked")

    assert load_packs(root).area("testshire") is not None


def test_a_root_without_a_national_pack_is_refused(tmp_path: Path) -> None:
    """What holds everywhere is never optional."""
    testshire(tmp_path)

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
