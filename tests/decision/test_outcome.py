"""The outcome is the most urgent thing that any reason asks for; unknown is never no; nobody's view lowers it."""
from itertools import pairwise
from typing import Any

import pytest

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.not_asked import not_asked
from decision.result import Decision
from decision.urgency import most_urgent, urgency
from guidance.models import Factor, Indicator, Sign
from guidance.vocabulary import OUTCOMES, Outcome
from guidance.words import say
from tests.decision.altered import changed
from tests.decision.build import AREA, CBC, FRIDAY, PACKS, case, known, level, result, with_made_up, yes

NOT_YET = [{"key": "father", "relation": "father", "risk": "yes"}]
TWO_AT_3 = ("CBC-3-FAMILY-05", "CBC-3-CHILD-09")


def reason_kinds(decision: Decision) -> set[str]:
    """Which kinds of reason decided a result."""
    return {reason.kind for reason in decision.reasons}


def test_outcomes_are_ordered_from_calm_to_urgent() -> None:
    """Each outcome in the list is more urgent than the one before it."""
    assert [urgency(outcome) for outcome in OUTCOMES] == list(range(7))
    assert all(most_urgent(pair) == pair[1] for pair in pairwise(OUTCOMES))
    assert most_urgent(()) == "universal"


def test_universal_needs_every_question_asked() -> None:
    """Everything answered no is the only way to the calmest outcome."""
    calm = result()
    assert (calm.outcome, calm.reasons) == ("universal", ())


@pytest.mark.parametrize(("fields", "missing"), [
    ({"danger": None}, "whether anyone is in danger now"), ({"home_area": "elsewhere"}, "the council area"),
    ({"asked": ()}, say("domain.child")), ({"asked": ("parent_health", "family_support")}, say("domain.child")),
    ({"asked": ("education", "parent_health")}, say("domain.family")),
    ({"asked": ("education", "family_support")}, say("domain.parenting")),
])
def test_what_has_not_been_asked_is_named_and_keeps_it_from_being_calm(fields: dict[str, Any], missing: str) -> None:
    """One question left out is enough for "talk it through", and the reason says which."""
    decision = result(**fields)
    assert decision.outcome == "consult"
    assert reason_kinds(decision) == {"blank"}
    assert missing in decision.reasons[0].says.lower()
    assert not_asked(known(**fields))


@pytest.mark.parametrize("asked", [("neglect",), ("disability",), ("overall", "parenting"), ("sexual_harm",)])
def test_a_topic_does_not_stand_for_a_domain_that_it_only_touches(asked: tuple[str, ...]) -> None:
    """Whoever has looked at one page has not looked at the child, the parents and the home."""
    assert result(asked=asked).outcome == "consult"


def test_one_topic_from_each_domain_is_enough_to_have_asked() -> None:
    """Nobody has to open every page."""
    assert result(asked=("education", "parent_health", "family_support")).outcome == "universal"


def test_one_sign_left_out_is_enough_to_talk_it_through() -> None:
    """All signs but one answered no is not "no" to that one."""
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs(AREA.id)}
    signs.pop("disclosure")
    one_short = Case.model_validate({**case().model_dump(), "signs": signs})
    assert decide(read(one_short, PACKS), FRIDAY).outcome == "consult"


@pytest.mark.parametrize(("fields", "outcome"), [
    ({"danger": "yes"}, "call_999"), ({"danger": "yes", "confirmed_safe": "yes"}, "call_999"),
    ({"danger": "not_sure"}, "call_999"), ({"danger": "not_sure", "confirmed_safe": "no"}, "call_999"),
    ({"danger": "not_sure", "confirmed_safe": "not_known"}, "call_999"),
    ({"danger": "not_sure", "confirmed_safe": "yes"}, "consult_today"), ({"danger": "no"}, "universal"),
])
def test_danger_that_is_not_ruled_out_is_danger(fields: dict[str, Any], outcome: Outcome) -> None:
    """Only a named safe adult who has the child turns "not sure" into a call today."""
    assert result(**fields).outcome == outcome


@pytest.mark.parametrize("sign", PACKS.signs(AREA.id), ids=lambda sign: sign.id)
def test_a_sign_asks_for_its_own_outcome_and_its_own_first_call(sign: Sign) -> None:
    """Each sign alone, of a young person who can move about, whatever else is answered no."""
    decision = result(signs=yes(sign.id), children=[{"label": "A", "age_years": 15, "moves_about": "yes"}])
    assert decision.outcome == sign.outcome
    assert decision.first_call == sign.first_call


@pytest.mark.parametrize("sign", PACKS.signs(AREA.id), ids=lambda sign: sign.id)
@pytest.mark.parametrize("answer", [
    {"answer": "not_sure", "why": "could_not_find_out"}, {"answer": "not_sure", "why": "do_not_understand"},
    {"answer": "not_known"},
])
def test_a_sign_that_could_not_be_found_out_is_talked_through_today(sign: Sign, answer: dict[str, Any]) -> None:
    """Whatever the sign, and whoever it would be rung first."""
    decision = result(signs={sign.id: answer})
    assert decision.outcome == "consult_today"
    assert decision.first_call is None


@pytest.mark.parametrize(("signs", "first"), [
    (("disclosure", "serious_assault"), "police"), (("strangulation", "disclosure"), "hospital"),
    (("alone_unsafe", "serious_assault"), "999"), (("allegation_adult", "disclosure"), "front_door"),
    (("perplexing_presentation", "disclosure"), "front_door"), (("perplexing_presentation", "unsure_mark"), "hospital"),
])
def test_of_several_signs_the_most_urgent_leads_and_then_the_fastest_help(signs: tuple[str, ...], first: str) -> None:
    """999, police and hospital come before the front door, the front door before the LADO."""
    assert result(signs=yes(*signs)).first_call == first


@pytest.mark.parametrize(("child", "first"), [
    ({"age_months": 3}, "hospital"), ({"age_months": 35, "moves_about": "yes"}, "hospital"), ({}, "hospital"),
    ({"age_years": 3, "moves_about": "yes"}, "front_door"), ({"age_years": 9}, "front_door"),
    ({"age_years": 9, "moves_about": "no"}, "hospital"), ({"age_years": 9, "moves_about": "not_known"}, "hospital"),
])
def test_a_small_child_who_was_shaken_or_hit_is_seen_in_hospital_first(child: dict[str, Any], first: str) -> None:
    """Below the age in the pack, or not able to move about, or not known: medical care before the front door."""
    decision = result(signs=yes("seen_hurt"), children=[{"label": "A", **child}])
    assert decision.first_call == first
    assert any(route.name == "Urgent medical care" for route in decision.routes) == (first == "hospital")


@pytest.mark.parametrize("beside", ["disclosure", "serious_assault", "missing_now", "alone_unsafe"])
@pytest.mark.parametrize("sign", ["strangulation", "dog_bite", "unsure_mark", "seen_hurt"])
def test_medical_care_is_never_lost_beside_a_more_urgent_call(sign: str, beside: str) -> None:
    """Whoever is rung first, that a doctor sees the child today stays among the calls, before the front door."""
    decision = result(signs=yes(sign, beside), children=[{"label": "A", "age_months": 20}])
    names = [route.name for route in decision.routes]
    door = next(number for number, route in enumerate(decision.routes) if route.contact == "access_and_referral_hub")
    assert names.index("Urgent medical care") < door


def test_a_calm_outcome_names_nobody_to_ring_first() -> None:
    """Only urgent outcomes have a first call; significant harm without a sign goes to the front door."""
    assert result(ticked=("CBC-2-CHILD-08",)).first_call is None
    assert result(ticked=TWO_AT_3).first_call is None
    assert result(ticked=("CBC-4-CHILD-06",)).first_call == "front_door"


@pytest.mark.parametrize(("ticked", "outcome"), [
    (("CBC-2-CHILD-08",), "early_help"), (("CBC-3-FAMILY-05",), "consult"), (TWO_AT_3, "refer_with_agreement"),
    (("CBC-4-FAMILY-02",), "consult"), (("CBC-4-FAMILY-02", "CBC-4-FAMILY-03"), "refer_with_agreement"),
    (("CBC-4-CHILD-06",), "refer_now"),
])
def test_a_place_asks_for_what_its_level_says_and_more_where_one_worry_lies_higher(
    ticked: tuple[str, ...], outcome: Outcome
) -> None:
    """The supported level's own outcome, or "talk it through" where the highest lies above it."""
    assert result(ticked=ticked).outcome == outcome


def test_a_level_whose_own_outcome_is_calmer_than_a_lower_one_does_not_calm() -> None:
    """Two sub-levels for early help: more worries at the second never ask for less than one at the first."""
    levels = (level("1", "universal"), level("2", "consult", 1), level("3", "early_help", 2),
              level("4", "refer_now", 2, acting=True))
    packs = with_made_up(levels=levels)
    one = result(packs=packs, home_area="made_up", ticked=("CBC-3-FAMILY-05",))
    two = result(packs=packs, home_area="made_up", ticked=TWO_AT_3)
    assert urgency(two.outcome) >= urgency(one.outcome) >= urgency("consult")


def test_an_area_without_levels_goes_by_at_least_alone() -> None:
    """Nothing is placed, so a statement asks for what the pack says of it and nothing more."""
    rows = tuple(changed(row, level="", stands_at="", harm=None, duty=()) for row in AREA.indicators)
    packs = with_made_up(levels=(), raises=(), indicators=rows)
    urgent = result(packs=packs, home_area="made_up", ticked=("CBC-2-CHILD-18",))
    assert urgent.outcome == "consult_today"
    assert urgent.place.levels == ()


@pytest.mark.parametrize("row", [row for row in AREA.indicators if row.at_least], ids=lambda row: row.id)
def test_a_statement_too_serious_for_its_level_asks_for_more(row: Indicator) -> None:
    """Each `at_least` holds whatever the row is: need, circumstance, status or pointer."""
    decision = result(ticked=(row.id,))
    assert row.at_least
    assert urgency(decision.outcome) >= urgency(row.at_least)
    assert any(reason.kind == "at_least" and reason.id == row.id for reason in decision.reasons)


@pytest.mark.parametrize("row", [row for row in AREA.indicators if row.kind != "context" and (
    row.at_least or row.harm == "significant")], ids=lambda row: row.id)
def test_a_doubt_about_something_serious_is_never_passed_over(row: Indicator) -> None:
    """Not sure about a statement that would ask for a call today, or now, is itself talked through today."""
    serious = row.harm == "significant" or urgency(row.at_least or "universal") >= urgency("consult_today")
    wanted: Outcome = "consult_today" if serious else "consult"
    assert urgency(result(answers={row.id: "not_sure"}).outcome) >= urgency(wanted)


@pytest.mark.parametrize("item", [item for item in AREA.factors if item.at_least], ids=lambda item: item.id)
def test_a_doubt_about_a_serious_warning_sign_is_never_passed_over(item: Factor) -> None:
    """Not sure about a warning sign that would ask for a call is talked through today."""
    assert urgency(result(factors={item.id: "not_sure"}).outcome) >= urgency("consult_today")


@pytest.mark.parametrize(("view", "outcome"), [
    ("watch", "universal"), ("not_sure", "consult"), ("early_help", "early_help"), ("talk_to_lead", "consult"),
    ("refer_with_agreement", "refer_with_agreement"), ("refer_now", "consult_today"), ("call_999", "consult_today"),
])
def test_the_users_own_view_raises_as_far_as_a_call_today(view: str, outcome: Outcome) -> None:
    """A view alone asks for what it says, at most for a call today."""
    assert result(own_view=view).outcome == outcome


@pytest.mark.parametrize("view", ["watch", "early_help", "talk_to_lead", "not_sure", None])
def test_the_users_own_view_never_lowers(view: str | None) -> None:
    """However calm the user is, significant harm stays a call now."""
    assert result(own_view=view, ticked=("CBC-4-CHILD-06",)).outcome == "refer_now"


@pytest.mark.parametrize(("fields", "outcome"), [
    ({"family": [{"key": "mother", "relation": "mother", "agrees": "refuses"}]}, "consult"),
    ({"young_person": {"agrees": "refuses"}}, "consult"),
    ({"family": [{"key": "mother", "relation": "mother", "agrees": "refuses"}],
      "history": {"worse_since_refusal": "yes"}}, "consult_today"),
    ({"family": [{"key": "mother", "relation": "mother", "agrees": "agrees"}],
      "history": {"worse_since_refusal": "yes"}}, "universal"),
    ({"other_worry": True, "harm_before_next": "no"}, "consult"),
    ({"practitioner": {"lead": "lead_decided_not_to_refer"}}, "consult"),
    ({"signs_unsure": ("a page",)}, "consult_today"), ({"unsure_topics": ("neglect",)}, "consult"),
])
def test_what_is_said_beside_the_statements_counts_too(fields: dict[str, Any], outcome: Outcome) -> None:
    """Refusals, worries, a lead who decided otherwise and a page in doubt are talked through; a page of signs today."""
    assert result(**fields).outcome == outcome


@pytest.mark.parametrize(("ticked", "lifted"), [(("CBC-2-CHILD-08",), "consult_today"), (TWO_AT_3, "refer_now")])
def test_where_somebody_is_not_to_be_told_no_agreed_route_is_left(ticked: tuple[str, ...], lifted: Outcome) -> None:
    """Early help becomes a call today, and a referral with agreement becomes a referral now."""
    decision = result(ticked=ticked, family=NOT_YET)
    assert decision.outcome == lifted
    assert "telling" in reason_kinds(decision)


def test_a_person_suspected_who_is_no_member_of_the_family_lifts_nothing() -> None:
    """A stranger who is not told does not keep the parents from agreeing to help."""
    decision = result(ticked=("CBC-2-CHILD-08",), source_of_harm={"kinds": ["online"]})
    assert decision.outcome == "early_help"


def test_reasons_come_most_urgent_first() -> None:
    """What decided the result is read first."""
    decision = result(signs=yes("disclosure"), ticked=("CBC-2-CHILD-08", "CBC-2-CHILD-18"), own_view="talk_to_lead")
    grades = [urgency(reason.outcome) for reason in decision.reasons]
    assert grades == sorted(grades, reverse=True)
    assert decision.reasons[0].kind == "sign"
    assert decision.outcome == decision.reasons[0].outcome


def test_a_status_that_leads_is_never_headed_keep_watching() -> None:
    """A privately fostered child and an allegation ask for something although nobody is hurt."""
    fostered = result(children=[{"label": "A", "status": ["privately_fostered"]}])
    assert fostered.outcome == "consult"
    assert result(source_of_harm={"kinds": ["works_with_children"]}).outcome == "consult_today"


@pytest.mark.parametrize(("answer", "outcome"), [
    (None, "consult_today"), ("yes", "consult_today"), ("not_sure", "consult_today"), ("no", "consult"),
])
def test_a_worry_of_ones_own_waits_only_where_harm_could_not_come_first(answer: str | None, outcome: Outcome) -> None:
    """Yes, not sure and not asked are a talk today; no is a talk by the next working day, never less."""
    assert result(other_worry=True, harm_before_next=answer).outcome == outcome


def test_a_sign_that_a_statement_asks_about_first_is_talked_through_today_until_it_is_answered() -> None:
    """Self-harm printed at a low level can be danger to life: while nobody has answered that, it does not wait."""
    row = next(row for row in AREA.indicators if row.ask_first and not row.at_least and row.harm != "significant")
    signs = {sign.id: {"answer": "no"} for sign in PACKS.signs(CBC) if sign.id != row.ask_first}
    open_case = Case.model_validate({"home_area": CBC, "danger": "no", "signs": signs, "findings": [{"id": row.id}],
                                     "asked": tuple(PACKS.national.topic)})
    assert decide(read(open_case, PACKS), FRIDAY).outcome == "consult_today"
    assert urgency(result(ticked=(row.id,)).outcome) < urgency("consult_today")


def test_not_sure_is_never_louder_than_the_yes_through_a_duty_that_cannot_apply() -> None:
    """A child who moves about often has accidents: not sure is a talk, as yes is, and not a talk today."""
    child = [{"label": "A", "age_years": 8, "moves_about": "yes", "disability": "no", "status": ["none"]}]
    for answer in ("yes", "not_sure"):
        found = result(home_area="telford_wrekin", children=child, answers={"TEL-3-HEALTH-04": answer})
        assert found.outcome == "consult"
