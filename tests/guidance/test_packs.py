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
