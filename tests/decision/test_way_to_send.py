"""Every outcome has a way to send (design/2, statements 3 and 11): every statement of every pack, at any hour.

For each there is a number or a person, a document, and a telling answer; alone, in pairs of the ways in which one can
count, with each fact that starts a duty, and where the child is somewhere else than home.
"""
from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args

import pytest

from decision.assess import decide
from decision.case import Case
from decision.documents import NEEDED
from decision.known import read
from guidance.vocabulary import ELSEWHERE, HarmBy, OUTCOMES, Status
from decision.result import Decision
from decision.routes import RUNG_NOW
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.words import say
from tests.decision.build import at
from tests.decision.every import Added, all_packs, areas, asked, representatives, statements

DAY, NIGHT, HOLIDAY = at("2026-11-20 10:05"), at("2026-11-24 03:00"), at("2026-12-25 03:00")
AREAS = areas()
SOON = {"where_now": {"place": "with_me", "leaves_at": "2026-11-20T15:15:00"}}
ANYBODY = "nobody described"
CONTEXTS: dict[str, dict[str, Any]] = {
    ANYBODY: {},
    "a teacher, and a child with a protection plan": {
        "practitioner": {"role": "teacher"},
        "children": ({"label": "A", "age_years": 9, "status": ("protection_plan",)},)},
    "the child is where there is no pack": {"area_now": ELSEWHERE, "practitioner": {"lead": "no_lead"}},
    "the mother may be told": {
        "family": ({"key": "mother", "relation": "mother", "risk": "no", "responsibility": "yes"},),
        "source_of_harm": {"ruled_out": ("mother",)}},
}
FACTS: tuple[dict[str, Any], ...] = (
    *({"children": ({"label": "A", "age_years": 9, "status": (status,)},)} for status in get_args(Status)),
    *({"source_of_harm": {"kinds": (kind,)}} for kind in get_args(HarmBy)),
    *({"children": ({"label": "A", **age},)} for age in (
        {"age_years": 18}, {"age_years": 12}, {"age_months": 3, "moves_about": "no"}, {"not_born": True}, {})),
    {"young_person": {"interpreter": "yes"}}, {"call": {"outcome": "no_further_action"}},
    {"practitioner": {"lead": "lead_decided_not_to_refer"}},
    *({"own_view": view} for view in ("early_help", "refer_with_agreement", "refer_now")),
    {"family": ({"key": "mother", "relation": "mother", "agrees": "refuses", "risk": "no"},)},
    {"danger": "yes"}, {"danger": "not_sure"}, {"other_worry": True, "harm_before_next": "no"},
)
"""Facts of a case that start duties, and answers that ask for an outcome by themselves."""


def decided(data: dict[str, Any], packs: Packs, now: datetime) -> Decision:
    """The decision for the data of a case."""
    return decide(read(Case.model_validate(data), packs), now)


def missing(decision: Decision) -> Iterator[str]:
    """In words, what a decision lacks to be acted on."""
    urgent = urgency(decision.outcome) >= urgency("refer_now")
    if not any(route.dial and (route.open_now is not False or (route.opens and not urgent))
               for route in decision.routes):
        yield "no number"
    due = {item.ours for item in decision.documents}
    if not due:
        yield "no document"
    needed = {item.ours for item in NEEDED[decision.outcome]} - {"early_help_assessment"}
    if needed - due:
        yield f"no {needed - due}"
    if not decision.telling or not all(item.why for item in decision.telling):
        yield "no telling answer"
    if not all(route.says for route in decision.routes) or not decision.action:
        yield "a route that does not say what to do"
    if not decision.documents[0].first and "call_sheet" in due:
        yield "paper before the call"


def found(data: dict[str, Any], packs: Packs, moments: tuple[datetime, ...] = (DAY, HOLIDAY)) -> list[str]:
    """What is missing at these moments."""
    decisions = ((now, decided(data, packs, now)) for now in moments)
    return [f"{now:%H:%M} {decision.outcome}: {says}" for now, decision in decisions for says in missing(decision)]


@pytest.mark.parametrize("context", list(CONTEXTS))
@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_statement_has_a_number_a_paper_and_a_telling_answer(name: str, area_id: str, context: str) -> None:
    """Each sign, row and factor, yes and not sure, alone."""
    packs = all_packs()[name]
    base = asked(packs, area_id, **CONTEXTS[context])
    wrong = [f"{added.id} ({added.answer}): {says}" for added in statements(packs, area_id)
             for says in found(added.to(base), packs, (HOLIDAY,) if context == ANYBODY else (DAY,))]
    assert wrong == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_pair_of_ways_to_count_has_them_too(name: str, area_id: str) -> None:
    """Two rows that meet a level, a row with harm, a sign, a duty or a telling rule beside it; by day and by night."""
    packs = all_packs()[name]
    base = asked(packs, area_id)
    ways = representatives(packs, area_id, each=2)
    wrong = [f"{one.id} and {other.id}: {says}" for number, one in enumerate(ways) for other in ways[:number:2]
             for says in found(other.to(one.to(base)), packs, (DAY, NIGHT)[number % 2:][:1])]
    assert wrong == []


@pytest.mark.parametrize(("name", "area_id"), [*AREAS, ("shipped", ELSEWHERE)])
@pytest.mark.parametrize("beside", ["nothing", "a sign", "a blank case"])
def test_every_fact_that_starts_a_duty_has_them_too(name: str, area_id: str, beside: str) -> None:
    """Each status, age, source of harm, view and answer of the family; alone, beside a sign, and with nothing asked."""
    packs = all_packs()[name]
    here = area_id if area_id in packs.areas else ""
    base = asked(packs, here, home_area=area_id) if beside != "a blank case" else {"home_area": area_id}
    if beside == "a sign":
        base = Added(packs.signs(here)[0].id, "signs", "yes").to(base)
    wrong = [f"{fact}: {says}" for fact in FACTS for says in found({**base, **fact}, packs, (DAY, NIGHT, HOLIDAY))]
    assert wrong == []


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_a_form_goes_only_where_its_document_sends_it(name: str, area_id: str) -> None:
    """No paper is said to be sent to anybody but the contact that the form names; ours, without a form, to nobody."""
    packs = all_packs()[name]
    area = packs.areas[area_id]
    forms = {form.id: form for form in area.documents}
    base = asked(packs, area_id)
    for way in representatives(packs, area_id):
        decision = decided(way.to(base), packs, DAY)
        for due in decision.documents:
            assert due.sent_to == (forms[due.form].sent_to if due.form else "")
        allowed = {due.sent_to for due in decision.documents}
        assert {route.contact for route in decision.routes if route.kind == "send_to"} <= allowed
        for route in decision.routes:
            assert not [due.name for due in decision.documents if due.name in route.says
                        and due.form and route.contact != due.sent_to]


@pytest.mark.parametrize(("name", "area_id"), AREAS)
def test_every_call_that_is_made_now_names_the_time_at_which_the_child_leaves(name: str, area_id: str) -> None:
    """Lead, worker, police, officer and front door alike, where the talk is for today or now; nowhere else."""
    packs = all_packs()[name]
    base = asked(packs, area_id, **SOON, **CONTEXTS["a teacher, and a child with a protection plan"])
    for way in representatives(packs, area_id):
        decision = decided(way.to(base), packs, DAY)
        urgent = urgency(decision.outcome) >= urgency("consult_today")
        for route in decision.routes:
            rung = route.kind in RUNG_NOW and route.open_now is not False
            assert (route.before is not None) == (urgent and rung), (way.id, route)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_only_what_cannot_wait_speaks_of_minutes(outcome: str) -> None:
    """The lead of a calm result is not somebody to be reached within minutes, and the family is nobody to be told."""
    says = say(f"people.lead.{outcome}", lead="lead").lower()
    assert ("minutes" in says or "do not wait" in says) == (OUTCOMES.index(outcome) >= 4)  # type: ignore[arg-type]
    assert not any(word in says for word in ("family", "parent", "mother", "father"))
