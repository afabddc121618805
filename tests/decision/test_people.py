"""The people whom to speak to: the own lead, the social worker who has the case, the police for a child not found."""
from typing import Any

import pytest

from tests.decision.build import result, yes
from tests.decision.test_routes import HUB, TEACHER, kinds, rung

PLAN = [{"label": "A", "age_years": 9, "status": ["protection_plan"]}]
UNSURE = {"answer": "not_sure", "why": "could_not_find_out"}


def test_the_lead_comes_first_where_it_can_wait_and_beside_where_it_cannot() -> None:
    """Talk to the lead first for a call today; when it is now, tell the lead and do not wait."""
    teacher = {"practitioner": {"role": "teacher"}}
    assert kinds(result(ticked=("CBC-2-CHILD-18",), **teacher))[0] == "your_lead"
    now = result(signs=yes("disclosure"), **teacher)
    assert kinds(now).index("your_lead") > kinds(now).index("ring_now")
    assert "do not wait" in next(route.says for route in now.routes if route.kind == "your_lead").lower()


@pytest.mark.parametrize("fields", [
    {"practitioner": {"role": "designated_safeguarding_lead"}}, {"practitioner": {"lead": "i_am_the_lead"}},
    {"practitioner": {"lead": "no_lead"}}, {"practitioner": {"role": "teacher", "lead": "lead_decided_not_to_refer"}},
    {"practitioner": {"role": "teacher", "lead": "yes"}},
])
def test_nobody_is_sent_to_a_lead_whom_they_have_spoken_to_or_are(fields: dict[str, Any]) -> None:
    """Whoever is the lead, has none, or has already asked, rings the front door."""
    decision = result(ticked=("CBC-2-CHILD-18",), **fields)
    assert "your_lead" not in kinds(decision)
    assert HUB in rung(decision)


def test_a_lead_who_cannot_be_reached_is_no_reason_to_wait() -> None:
    """The user is told to ring themselves."""
    decision = result(ticked=("CBC-2-CHILD-18",), practitioner={"role": "teacher", "lead": "cannot_reach"})
    lead = next(route for route in decision.routes if route.kind == "your_lead")
    assert "ring yourself" in lead.says
    assert HUB in rung(decision)


def test_the_lead_is_named_as_in_the_users_setting() -> None:
    """A GP has a practice lead, a midwife a named midwife."""
    assert "practice" in result(ticked=("CBC-2-CHILD-18",), practitioner={"role": "gp"}).routes[0].name
    assert "midwife" in result(ticked=("CBC-2-CHILD-18",), practitioner={"role": "midwife"}).routes[0].name


@pytest.mark.parametrize("status", ["social_worker", "protection_plan", "child_in_need", "looked_after"])
def test_an_open_case_goes_to_the_social_worker_and_never_waits_for_them(status: str) -> None:
    """Urgent: the front door and the worker. Otherwise the worker is rung before the front door."""
    children = [{"label": "A", "age_years": 9, "status": [status]}]
    urgent = result(signs=yes("disclosure"), children=children)
    assert kinds(urgent).index("ring_now") < kinds(urgent).index("worker")
    calm = result(ticked=("CBC-3-FAMILY-05",), children=children)
    assert kinds(calm).index("worker") < rung(calm).index(HUB)


def test_a_closed_or_early_help_case_has_no_worker_to_ring() -> None:
    """Only an open social work case has one."""
    children = [{"label": "A", "status": ["early_help", "care_leaver"]}]
    assert "worker" not in kinds(result(signs=yes("disclosure"), children=children))


def test_a_role_that_is_not_known_is_sent_to_a_safeguarding_lead() -> None:
    """Without a role the lead is named in general words."""
    assert result(ticked=("CBC-2-CHILD-18",)).routes[0].name == "Your safeguarding lead"


def test_for_a_call_today_the_social_worker_comes_before_the_lead_and_the_front_door() -> None:
    """The worker who has the case is told first; the lead is told as well and is nobody to wait for."""
    decision = result(ticked=("CBC-2-CHILD-18",), children=PLAN, practitioner=TEACHER)
    assert kinds(decision)[:2] == ["worker", "your_lead"]
    assert "as well" in decision.routes[1].says
    assert decision.action.startswith("Ring the child's social worker first, now.")


def test_whom_a_document_names_for_an_open_case_is_named() -> None:
    """The document's own words stand beside the name, and who answers in their place."""
    route = result(home_area="luton", ticked=(), signs={"disclosure": UNSURE}, children=PLAN).routes[0]
    assert route.contact == "allocated_social_worker"
    assert "MASH" in route.instead
    assert "01582 547653" in route.instead


@pytest.mark.parametrize("signs", [{"missing_now": UNSURE}, {"missing_now": UNSURE, "disclosure": UNSURE}])
def test_where_nobody_can_say_where_the_child_is_the_police_come_first_of_all(signs: dict[str, Any]) -> None:
    """It could not be found out whether the child is missing: before the worker, the lead and the front door."""
    decision = result(signs=signs, children=PLAN, practitioner=TEACHER)
    assert decision.outcome == "consult_today"
    assert rung(decision)[:3] == ["police_101", "worker", "your_lead"]


def test_a_sign_that_says_nothing_of_where_the_child_is_sends_nobody_to_the_police_first() -> None:
    """An assault that could not be found out is for the lead, as any other sign."""
    decision = result(signs={"serious_assault": UNSURE}, practitioner=TEACHER)
    assert "police_101" not in rung(decision)


@pytest.mark.parametrize("answer", [None, "not_yet"])
def test_only_whoever_said_so_could_not_reach_their_lead(answer: str | None) -> None:
    """Nobody is told that they could not reach somebody whom they have not tried; nor, for a calm result, anybody."""
    for fields in ({"ticked": ("CBC-3-FAMILY-05",)}, {"ticked": ("CBC-2-CHILD-18",)}, {"signs": yes("disclosure")}, {}):
        tried, untried = (
            next(route.says for route in result(**fields, practitioner={"role": "teacher", "lead": lead}).routes
                 if route.kind == "your_lead") for lead in ("cannot_reach", answer))
        assert (tried == untried) is (not fields), fields
