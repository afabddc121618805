"""What failed in the field: each report's own input, and the kind of it in every area's pack.

The inputs stand in field_reports/ as they were sent, in the first format of a case.
"""
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.result import Decision
from guidance.models import Sign
from guidance.packs import Packs
from guidance.vocabulary import CARES_AS_WORK
from tests.decision.build import FRIDAY, PACKS, at, case, result, yes

INPUTS = Path(__file__).parent / "field_reports"
AREAS = tuple(PACKS.areas)
THURSDAY = at("2026-11-26 14:00")
MEDICAL = ("a_medical_neglect_cbc", "b_diabetes17_cbc")
TODAY_OR_MORE = ("consult_today", "refer_now", "call_999")
SIGN = {sign.id: sign for sign in PACKS.national.signs}


def sent_in(name: str, **update: Any) -> Case:
    """An input as it was sent, with further answers."""
    raw = json.loads((INPUTS / f"{name}.json").read_text())
    raw["format"] = Case.model_fields["format"].default
    for field, value in update.items():
        raw[field] = {**raw[field], **value} if isinstance(value, dict) and field in raw else value
    return Case.model_validate(raw)


def decided(read_case: Case, packs: Packs = PACKS, now: datetime = FRIDAY) -> Decision:
    """The decision for it."""
    return decide(read(read_case, packs), now)


def states(decision: Decision) -> dict[str, str]:
    """Person → what the decision says about telling them."""
    return {item.person: item.state for item in decision.telling}


def duties(decision: Decision) -> set[str]:
    """The duties met."""
    return {duty.id for duty in decision.duties if not duty.doubted}


def asked_now(decision: Decision) -> list[str]:
    """The questions that the result asks before everything else."""
    return [gap.id for gap in decision.gaps if gap.kind == "ask_now"]


def papers(decision: Decision) -> set[str]:
    """The documents offered."""
    return {item.ours for item in decision.documents}


def reachable(decision: Decision) -> bool:
    """Whether there is a number to dial now."""
    return any(route.dial for route in decision.routes)


TREATMENT = next(sign for sign in PACKS.national.signs if "not_brought" in sign.sight)


# --- Row 3: treatment is not given, and nobody refuses


@pytest.mark.parametrize("name", MEDICAL)
def test_clinics_missed_ask_today_whether_treatment_is_not_given(name: str) -> None:
    """As sent, with the pack as it is, nobody has answered that sign: it is asked first, today, without agreement."""
    decision = decided(sent_in(name), PACKS)

    assert decision.outcome == "consult_today"
    assert asked_now(decision)[0] == TREATMENT.id
    assert decision.consent.state != "have"


@pytest.mark.parametrize("name", MEDICAL)
def test_treatment_without_which_a_child_could_die_is_referred_now(name: str) -> None:
    """Answered yes, the front door is rung now, whatever the mother agrees to."""
    decision = decided(sent_in(name, signs=yes(TREATMENT.id)))

    assert (decision.outcome, decision.first_call) == ("refer_now", "front_door")
    assert "not_brought" in duties(decision)
    assert decision.consent.state == "not_needed"


@pytest.mark.parametrize("area_id", AREAS)
def test_what_is_left_undone_counts_in_every_area(area_id: str) -> None:
    """Not brought, and nobody has said if the child can do without: today. Treatment not given: now, with a paper."""
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs(area_id) if sign.id != TREATMENT.id}
    open_ = Case.model_validate({"home_area": area_id, "danger": "no", "asked": tuple(PACKS.national.topic),
                                 "signs": signs, "sight": {"not_brought": "yes"}})
    decision = decided(open_)
    assert decision.outcome == "consult_today"
    assert TREATMENT.id in asked_now(decision)

    answered = result(home_area=area_id, signs=yes(TREATMENT.id))
    assert answered.outcome == "refer_now"
    assert "not_brought" in duties(answered)
    assert "referral" in papers(answered)
    assert reachable(answered)


# --- Row 4: taken out of school after a closed referral


def test_taken_out_of_school_in_words_alone_is_talked_through_today() -> None:
    """As sent, the worry stands in words only: today, harm is asked about first, the girl is not simply told."""
    decision = decided(sent_in("h_withdrawn_after_nfa_luton"), now=THURSDAY)

    assert decision.outcome == "consult_today"
    assert asked_now(decision)[0] == "harm_before_next"
    assert states(decision) == {
        "father": "ask_first", "step": "ask_first", "young_person": "ask_first", "suspected": "ask_first"}


def test_taken_out_of_school_after_a_closed_referral_is_said_as_facts() -> None:
    """With a place for the facts: today, what the school must do, and the closed decision looked at again."""
    facts: dict[str, Any] = {
        "history": {"earlier_referral": "yes", "earlier_referral_on": "2026-03-12", "earlier_referral_answer": "closed",
                    "earlier_injury": "yes"},
        "sight": {"home_education": "yes", "notice": "spoken", "on": "2026-11-27"}, "harm_before_next": "no",
    }
    decision = decided(sent_in("h_withdrawn_after_nfa_luton", **facts), now=THURSDAY)

    assert decision.outcome == "consult_today"
    assert {"home_education", "closed_referral"} <= duties(decision)
    assert asked_now(decision) == []
    assert states(decision)["young_person"] == "ask_first"
    assert reachable(decision)


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("change", ["home_education", "off_roll", "moves", "appointments_end"])
def test_a_child_who_goes_out_of_sight_counts_in_every_area(area_id: str, change: str) -> None:
    """Beside an earlier referral it is today, and a duty says what to do; by itself nothing is urgent."""
    earlier = {"earlier_referral": "yes", "earlier_referral_answer": "assessed_then_closed"}
    decision = result(home_area=area_id, sight={change: "yes"}, history=earlier)
    alone = result(home_area=area_id, sight={change: "yes"})

    assert decision.outcome == "consult_today"
    assert "closed_referral" in duties(decision)
    assert duties(decision) & {"home_education", "out_of_sight"} == duties(alone) & {"home_education", "out_of_sight"}
    assert duties(alone)
    assert alone.outcome not in TODAY_OR_MORE
    assert reachable(decision)


# --- Row 5: bitten by a dog


def test_a_bite_in_words_alone_is_talked_through_today() -> None:
    """As sent, in the user's own words: today, since nobody has said that no harm could come before."""
    decision = decided(sent_in("e_dog_cbc"))
    assert decision.outcome == "consult_today"
    assert asked_now(decision) == ["harm_before_next"]


def test_a_child_bitten_in_the_face_has_something_to_do() -> None:
    """Named by its sign: medical care first, today, with the duty's steps."""
    decision = decided(sent_in("e_dog_cbc", signs=yes("dog_bite"), harm_before_next="no"))

    assert (decision.outcome, decision.first_call) == ("consult_today", "hospital")
    assert "dog_bite" in duties(decision)
    assert decision.routes[0].kind in ("emergency", "your_lead")
    assert any(route.kind == "emergency" for route in decision.routes)


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("sign", [sign for sign in PACKS.national.signs if sign.checked and
                                  sign.checked.checked_on.isoformat() > "2026-11-21"], ids=lambda sign: sign.id)
def test_every_new_sign_has_an_answer_in_every_area(area_id: str, sign: Sign) -> None:
    """Each gives its outcome or more, a number to dial, a paper, and no suspect is told."""
    family = [{"key": "father", "relation": "father"}]
    source = {"kinds": ["parent_or_carer"], "members": ["father"]}
    decision = result(home_area=area_id, signs=yes(sign.id), family=family, source_of_harm=source)

    assert decision.outcome == sign.outcome
    assert reachable(decision)
    assert papers(decision)
    assert states(decision)["father"] != "tell"


# --- Row 8: a foster carer is a carer and a worker


def test_a_foster_carer_is_a_matter_for_the_lado_as_well() -> None:
    """As sent, nobody said by what arrangement: LADO's number, time and form, beside front door and worker."""
    decision = decided(sent_in("i_looked_after_luton"))

    assert "allegation" in duties(decision)
    assert {"mash", PACKS.areas["luton"].allegations} <= {route.contact for route in decision.routes}
    assert "worker" in {route.kind for route in decision.routes}
    assert "lado" in {item.id for item in decision.deadlines}
    assert {"referral", "allegation_referral"} <= papers(decision)
    assert states(decision)["carer_1"] == "not_yet"
    steps = " ".join(step.says for duty in decision.duties if duty.id == "allegation" for step in duty.steps)
    assert "other children placed" in steps


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("role", [*CARES_AS_WORK, "not_known", None])
def test_a_carer_who_is_a_worker_counts_in_every_area(area_id: str, role: str | None) -> None:
    """A number for the LADO or whom to ask for it, the time, the form, and the carer is not told."""
    decision = result(
        home_area=area_id, signs=yes("disclosure"), children=[{"label": "A", "status": ["looked_after"]}],
        family=[{"key": "carer", "relation": "carer", "role": role}],
        source_of_harm={"kinds": ["parent_or_carer"], "members": ["carer"]},
    )
    lado = [route for route in decision.routes
            if route.contact == PACKS.areas[area_id].allegations or "LADO" in route.name]

    assert "allegation" in duties(decision)
    assert lado
    assert all(route.dial or route.says for route in lado)
    assert "lado" in {item.id for item in decision.deadlines}
    assert {"referral", "allegation_referral"} <= papers(decision)
    assert states(decision)["carer"] == "not_yet"


# --- Row 13: where on the body


@pytest.mark.parametrize("area_id", AREAS)
@pytest.mark.parametrize("place", SIGN["sexual_abuse"].body)
def test_a_mark_on_such_a_place_asks_about_sexual_abuse_before_anyone_is_told(area_id: str, place: str) -> None:
    """Bruises on the inner thighs of a child of six: the sign is asked first, and the family is not simply told."""
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs(area_id) if sign.id != "sexual_abuse"}
    marked = {"injury_unexplained": {"answer": "yes", "body": [place]}}
    child = Case.model_validate({
        "home_area": area_id, "danger": "no", "asked": tuple(PACKS.national.topic), "signs": {**signs, **marked},
        "children": [{"label": "A", "age_years": 6}], "source_of_harm": {"kinds": ["other_adult"]},
        "family": [{"key": "mother", "relation": "mother"}],
    })
    decision = decided(child)

    assert asked_now(decision) == ["sexual_abuse"]
    assert states(decision)["mother"] == "ask_first"


def test_a_mark_elsewhere_asks_nothing_more() -> None:
    """A bruise on the lower leg keeps to its own sign."""
    marked = {"injury_unexplained": {"answer": "yes", "body": ["lower_legs"]}}
    decision = decided(case(signs=marked, source_of_harm={"kinds": ["other_adult"]},
                            children=[{"label": "A", "age_years": 8}],
                            family=[{"key": "mother", "relation": "mother"}]))
    assert asked_now(decision) == []
    assert states(decision)["mother"] == "tell"
