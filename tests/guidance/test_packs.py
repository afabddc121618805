"""Every pack that ships is sound."""
from datetime import date
from pathlib import Path

import pytest

from guidance.check import area_folders, check
from guidance.load import load_packs

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("folder", area_folders(), ids=lambda folder: folder.name)
def test_a_shipped_area_has_no_error(folder: Path) -> None:
    """An area's pack passes the check together with the national one."""
    assert [str(problem) for problem in check(TODAY, folders=[folder]).errors()] == []


def test_the_shipped_packs_load_together() -> None:
    """All areas stand side by side: no id of one collides with another's."""
    packs = load_packs()

    assert list(packs.areas) == [folder.name for folder in area_folders()]
    assert packs.areas


def test_a_scale_with_rows_can_be_filled_in_and_another_cannot() -> None:
    """Rows of a scale keep the order of the pack; a scale without rows is not among them."""
    for area in load_packs().areas.values():
        assert set(area.rows_of_scale) == {row.scale for row in area.indicators if row.scale}
        for scale, rows in area.rows_of_scale.items():
            assert [row.id for row in rows] == [row.id for row in area.indicators if row.scale == scale]
    assert any(area.rows_of_scale for area in load_packs().areas.values())
    assert any(not area.rows_of_scale for area in load_packs().areas.values())
