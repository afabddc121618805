"""No calm outcome stands beside a doubt about the child's safety or about telling, and no tick answers another."""
from typing import Any, get_args

import pytest

from decision.urgency import urgency
from guidance.vocabulary import Status
from tests.decision.build import AREA, PACKS, result
from tests.decision.every import Added, areas, all_packs, asked, outcome_of

MOTHER = {"key": "mother", "relation": "mother"}
STATUSES = [status for status in get_args(Status) if status not in ("none", "not_known")]


@pytest.mark.parametrize(("fields", "outcome"), [
    ({}, "universal"), ({"own_view": "not_sure"}, "consult"),
    ({"where_now": {"with_whom": "person_suspected"}}, "consult_today"), ({"safe_until_open": "no"}, "consult_today"),
    ({"family": [{**MOTHER, "risk": "not_sure"}]}, "consult"), ({"family": [{**MOTHER, "risk": "yes"}]}, "consult"),
    ({"young_person": {"risk": "not_sure"}}, "consult"), ({"where_now": {"place": "not_known"}}, "universal"),
])
def test_nothing_calm_stands_beside_an_open_doubt(fields: dict[str, Any], outcome: str) -> None:
    """Everything else was answered no: a doubt is talked through, and a child who is not safe is talked of today."""
    assert result(**fields).outcome == outcome


def test_a_place_that_is_not_known_is_a_gap() -> None:
    """It says that the question is open, as where nobody answered it."""
    gaps = [gap.says for gap in result(where_now={"place": "not_known"}).gaps]
    assert "Not answered: where the child is now and who with." in gaps


@pytest.mark.parametrize("area_id", list(PACKS.areas))
def test_a_doubt_about_what_stands_in_a_tool_of_its_own_is_talked_through(area_id: str) -> None:
    """Whatever kind the row is, but a strength: in a tool on exploitation a circumstance is a warning."""
    blank = asked(PACKS, area_id)
    rows = [row.id for row in PACKS.areas[area_id].indicators if row.scale and row.kind != "strength"]
    assert [id_ for id_ in rows if outcome_of(Added(id_, "findings", "not_sure").to(blank), PACKS) == "universal"] == []


def test_a_factor_that_is_not_known_is_no_call_for_today() -> None:
    """One tick says it of every other row of a page; that somebody is not sure is another matter."""
    factor = next(one for one in AREA.factors if one.at_least in ("consult_today", "refer_now"))
    assert result(factors={factor.id: "not_known"}).outcome == "consult"
    assert result(factors={factor.id: "not_sure"}).outcome == "consult_today"


@pytest.mark.parametrize(("name", "area_id"), areas())
def test_one_status_ticked_is_never_calmer_than_none(name: str, area_id: str) -> None:
    """A tick answers nothing about the other statuses: each row with a duty, each status, beside the empty answer."""
    packs = all_packs()[name]
    found = []
    for row in packs.areas[area_id].indicators:
        if not any(duty.applies and duty.applies.statuses for id_ in row.duty for duty in packs.duties(area_id, id_)):
            continue
        with_row = Added(row.id, "findings", "yes")
        blank = outcome_of(with_row.to(_child(packs, area_id, ())), packs)
        after = {status: outcome_of(with_row.to(_child(packs, area_id, (status,))), packs) for status in STATUSES}
        found += [f"{row.id}, {status}: {blank} turned into {outcome}" for status, outcome in after.items()
                  if urgency(outcome) < urgency(blank)]
    assert found == []


def _child(packs: Any, area_id: str, status: tuple[str, ...]) -> dict[str, Any]:
    return asked(packs, area_id, children=({"label": "A", "age_years": 12, "status": status},))
