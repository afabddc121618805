"""The core of a decision, which knows no clock and is told once."""
from datetime import timedelta

import pytest

from decision.assess import decide
from decision.core import core
from decision.known import read
from decision.worked import expand
from guidance.packs import AreaPack
from tests.decision.build import PACKS


@pytest.mark.parametrize("area", PACKS.areas.values(), ids=lambda area: area.id)
def test_a_decision_holds_the_core_as_it_is_whatever_the_hour(area: AreaPack) -> None:
    """Place, reasons, telling and outcome of a decision are those of the core, by day, by night and a year later. The
    level of the help, which the picture draws too, comes after it."""
    for raw in area.cases:
        worked = expand(raw, area.id, PACKS)
        known = read(worked.case, PACKS)
        seen = core(known)
        for later in (timedelta(), timedelta(hours=12), timedelta(days=365)):
            made = decide(known, worked.on + later)
            assert (made.place.but(led=()), made.reasons, made.telling, made.outcome) == (
                seen.place, seen.reasons, seen.telling, seen.outcome), worked.name


def test_the_core_keeps_each_duty_met_with_its_entries_in_the_packs() -> None:
    """Every duty that is met has an entry of its own id, and no entry is of a duty that is not met."""
    for area in PACKS.areas.values():
        for raw in area.cases:
            seen = core(read(expand(raw, area.id, PACKS).case, PACKS))
            assert {entry.id for entry in seen.entries} == {duty.id for duty in seen.duties}
            assert not seen.forms
            assert not seen.deadlines
