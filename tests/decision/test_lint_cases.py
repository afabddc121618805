"""The made-up cases of the lint: each says what it is meant to say, and each duty that could be met is."""
import pytest

from decision.assess import decide
from decision.known import read
from decision.lint_cases import ANSWERS, NAMED, SITUATIONS, Situation, by_facts, items, narrowed, nothing, saying
from guidance.load import load_packs
from tests.decision.sixth import AREA, PACKS

QUAY, SHIPPED = AREA.id, load_packs()


@pytest.mark.parametrize("area_id", list(SHIPPED.areas))
def test_a_duty_that_asks_for_known_facts_is_brought_about(area_id: str) -> None:
    """A duty that is not met while its facts are unknown is tried with facts that are known, so it is no hole."""
    area = SHIPPED.areas[area_id]
    asking = [duty for duty in area.duties if duty.applies and duty.applies.beside_concern]
    base = nothing(SHIPPED, area_id, NAMED)
    for duty in asking:
        rows = [item for item in items(SHIPPED, area_id) if duty.id in item.duty]
        tried = [saying(case, ((row, "yes"),)) for row in rows for case in narrowed(SHIPPED, area_id, base, row)]
        assert duty.id in {met.id for case in tried for met in decide(read(case, SHIPPED), NAMED.now).duties}


@pytest.mark.parametrize("area_id", ["", *SHIPPED.areas])
@pytest.mark.parametrize("situation", SITUATIONS, ids=["named", "not_known"])
def test_every_duty_that_facts_can_start_is_started(area_id: str, situation: Situation) -> None:
    """The lint knows how to bring about each fact that a condition of the packs asks for."""
    missed = [id_ for id_, made in by_facts(SHIPPED, area_id, nothing(SHIPPED, area_id, situation))
              if id_ not in {duty.id for duty in decide(read(made, SHIPPED), situation.now).duties}]
    assert missed == []


def test_an_answer_stands_in_the_case_as_it_was_given() -> None:
    """Yes and not sure, of a sign, a row and a factor, are all read by the engine."""
    base = nothing(PACKS, QUAY, NAMED)
    sign = PACKS.signs(QUAY)[0]
    for said in ANSWERS:
        assert saying(base, ((sign, said),)).signs[sign.id].answer == said
    row = AREA.indicators[0]
    assert [found.id for found in saying(base, ((row, "yes"),)).findings] == [row.id]
    assert saying(base, ((row, "not_sure"),)).answers[row.id] == "not_sure"
