"""The words of the second answer: nothing is claimed that nobody asked, and who is to be asked is named."""
import pytest

from guidance.packs import AreaPack
from tests.decision.build import PACKS

IN_NEED = [area for area in PACKS.areas.values() if any(level.need_path for level in area.levels)]


@pytest.mark.parametrize("area", IN_NEED, ids=lambda area: area.id)
def test_the_way_of_a_child_in_need_says_as_a_condition_that_there_is_no_harm(area: AreaPack) -> None:
    """It stands also where nobody has said where harm may come from, so it never says that there is none."""
    for path in (level.need_path for level in area.levels if level.need_path):
        assert "harm" not in path.means.partition("If it turns out that no harm is known or suspected:")[0]
        assert "harm" not in path.means or "If it turns out" in path.means
