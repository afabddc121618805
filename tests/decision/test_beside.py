"""What stands on the windscreen and what beside it, for every statement of every area."""
import pytest

from decision.place import place_findings
from guidance.packs import AreaPack
from tests.decision.build import PACKS, known


@pytest.mark.parametrize("area", PACKS.areas.values(), ids=lambda area: area.id)
def test_each_thing_beside_the_windscreen_is_called_what_it_is(area: AreaPack) -> None:
    """Every row and factor that is a strength stands among the strengths, as one, and a circumstance as a circumstance;
    whatever else is ticked stands in neither."""
    findings = [{"id": row.id} for row in area.indicators]
    found = place_findings(known(home_area=area.id, findings=findings, factors={one.id: "yes" for one in area.factors}))
    for kind, shown in (("strength", found.strengths), ("context", found.context)):
        assert [one.id for one in shown] == [one.id for one in (*area.indicators, *area.factors) if one.kind == kind]
        assert {one.kind for one in shown} <= {kind}


@pytest.mark.parametrize("area", [area for area in PACKS.areas.values() if area.levels], ids=lambda area: area.id)
def test_only_needs_of_the_levels_have_a_mark(area: AreaPack) -> None:
    """A circumstance, a strength, a status and a row of another scale lie nowhere on the windscreen."""
    marks = place_findings(known(home_area=area.id, findings=[{"id": row.id} for row in area.indicators])).marks
    assert {mark.id for mark in marks} == {row.id for row in area.indicators if row.kind == "need" and not row.scale}
