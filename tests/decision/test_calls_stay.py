"""One more finding takes away no call: for every sign beside every other, and beside each way in which a row counts."""
import pytest

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.result import Decision
from guidance.packs import Packs
from tests.decision.build import FRIDAY
from tests.decision.every import Added, all_packs, areas, asked, representatives

CHILD = ({"label": "A", "age_years": 8},)
AREAS = [(name, area_id) for name, area_id in areas() if name != "sixth"]
"""Without the copy of one area under another id, which would be the same twice."""


def calls(decision: Decision) -> frozenset[str]:
    """Whom the result has rung: by name, without the own lead and the worker. 999 stands for the police as well."""
    doors = ("emergency", "police", "ring_now", "ring_when_open")
    rung = {route.name for route in decision.routes if route.kind in doors}
    rung |= {route.name for route in decision.routes if route.kind == "your_lead" and "octor" in route.name}
    if decision.outcome == "call_999":
        rung.add("Police, 999 or 101")
    return frozenset(rung)


def decided(packs: Packs, area_id: str, *added: Added) -> frozenset[str]:
    """The calls of a case in which these were added and everything else was answered no."""
    data = asked(packs, area_id, children=CHILD)
    for one in added:
        data = one.to(data)
    return calls(decide(read(Case.model_validate(data), packs), FRIDAY))


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_each_call_of_each_finding_is_there_when_both_are(name: str, area_id: str) -> None:
    """Urgent medical care, the police, the named doctor, the LADO and the front door: what one asks for stays."""
    packs = all_packs()[name]
    signs = [Added(sign.id, "signs", "yes") for sign in packs.signs(area_id)]
    ways = [*signs, *(way for way in representatives(packs, area_id) if way.field != "signs")]
    alone = {way.id: decided(packs, area_id, way) for way in ways}
    lost = [f"{one.id} and {other.id}: {sorted(gone)}"
            for number, one in enumerate(signs) for other in ways[number + 1:]
            if (gone := (alone[one.id] | alone[other.id]) - decided(packs, area_id, one, other))]
    assert lost == []
