"""Which documents a result calls for, in which order, with what beside them."""
from typing import Any

import pytest

from decision.documents import how_sent
from decision.result import DocumentDue
from guidance.models import Condition
from tests.decision.altered import replaced
from tests.decision.build import AREA, FRIDAY, result, with_made_up, yes

TWO_AT_3 = ("CBC-3-FAMILY-05", "CBC-3-CHILD-09")
TOLD = {"key": "mother", "relation": "mother", "told": "yes", "risk": "no", "responsibility": "yes"}


def documents(**fields: Any) -> dict[str, DocumentDue]:
    """The documents due, by the id of ours, in their order."""
    return {item.ours: item for item in result(**fields).documents}


@pytest.mark.parametrize(("fields", "due"), [
    ({}, ["conversation_record"]), ({"ticked": ("CBC-2-CHILD-08",)}, ["early_help_assessment"]),
    ({"ticked": ("CBC-3-FAMILY-05",)}, ["call_sheet", "conversation_record"]),
    ({"ticked": TWO_AT_3}, ["call_sheet", "referral"]),
    ({"ticked": ("CBC-2-CHILD-18",)}, ["call_sheet", "referral", "conversation_record"]),
    ({"signs": yes("disclosure")}, ["call_sheet", "referral"]),
    ({"danger": "yes"}, ["call_sheet", "referral"]),
])
def test_each_outcome_has_its_documents_and_the_call_sheet_comes_first(fields: dict[str, Any], due: list[str]) -> None:
    """A call comes before paper; a talk is written down; early help has its assessment, keeping watch a record."""
    assert list(documents(**fields)) == due


def test_a_document_carries_the_areas_own_name_and_channel() -> None:
    """The form is named as the area names it, and says how it is sent."""
    referral = documents(ticked=TWO_AT_3)["referral"]
    form = next(item for item in AREA.documents if item.id == "hub_referral")
    assert (referral.name, referral.local) == (form.name, how_sent(form))


def test_the_call_sheet_is_the_one_to_make_first() -> None:
    """Of all documents due one is marked as first."""
    due = documents(signs=yes("disclosure"))
    assert [item.ours for item in due.values() if item.first] == ["call_sheet"]


@pytest.mark.parametrize(("ticked", "words"), [
    ("CBC-4-CHILD-06", "Graded Care Profile"), ("CBC-4-CHILD-05", "Exploitation Tool"), ("CBC-4-DEF-03", "disabled"),
])
def test_an_attachment_is_named_where_its_duty_is_met(ticked: str, words: str) -> None:
    """Neglect, exploitation and disability each ask for something beside the referral."""
    assert any(words in says for says in documents(ticked=(ticked,))["referral"].attachments)
    assert not documents(signs=yes("disclosure"))["referral"].attachments


def test_an_attachment_never_stands_in_the_way() -> None:
    """The tool for neglect is named with the words that it stops nothing."""
    says = " ".join(documents(ticked=("CBC-4-CHILD-06",))["referral"].attachments)
    assert "never stops" in says


@pytest.mark.parametrize(("area", "ticked"), [
    ("telford_wrekin", ("TEL-3-HOUSING-03", "TEL-3-SEBI-03")), ("telford_wrekin", ("TEL-2-EDUCATION-01",)),
    ("central_bedfordshire", ("CBC-2-CHILD-08",)), ("central_bedfordshire", ("CBC-2-CHILD-18",)),
])
def test_no_form_for_children_is_due_for_an_adult(area: str, ticked: tuple[str, ...]) -> None:
    """Something to ring with and something to keep are, first the call sheet; beside a child the form stays, and so it
    does where there is a call now, since a child in the same home may have to be named."""
    def due(*ages: int, **more: Any) -> list[str]:
        children = [{"label": label, "age_years": age} for label, age in zip("AB", ages, strict=False)]
        return list(documents(home_area=area, children=children, **({"ticked": ticked} | more)))

    assert due(19) == due(18, 24) == ["call_sheet", "conversation_record"]
    assert {"referral", "early_help_assessment"} & set(due(19, 9))
    assert "referral" in due(19, signs=yes("disclosure"), ticked=())


@pytest.mark.parametrize("status", ["social_worker", "protection_plan", "child_in_need", "looked_after"])
def test_an_open_case_needs_no_new_early_help_assessment(status: str) -> None:
    """A new worry goes to the social worker; nobody is asked to start another assessment."""
    children = [{"label": "A", "age_years": 9, "status": [status]}]
    assert "early_help_assessment" not in documents(ticked=("CBC-2-CHILD-08",), children=children)


@pytest.mark.parametrize(("fields", "due"), [
    ({}, ["call_sheet", "conversation_record"]), ({"signs": yes("disclosure")}, ["call_sheet", "referral"]),
    ({"own_view": "refer_with_agreement"}, ["call_sheet", "referral"]),
])
def test_without_a_pack_the_plain_documents_help_anywhere(fields: dict[str, Any], due: list[str]) -> None:
    """A call sheet and a referral need no area."""
    assert list(documents(home_area="elsewhere", **fields)) == due


def test_an_allegation_calls_for_its_own_referral_in_every_area() -> None:
    """The designated officer gets a paper of their own; without an allegation nobody is asked for one."""
    assert "allegation_referral" in documents(signs=yes("allegation_adult"))
    assert "allegation_referral" in documents(home_area="elsewhere", signs=yes("allegation_adult"))
    assert "allegation_referral" not in documents(signs=yes("disclosure"))


def test_a_decision_not_to_act_calls_for_a_record_of_both_views() -> None:
    """Where a lead or the front door decides not to act and the worry stays, both views are written down."""
    both = documents(practitioner={"lead": "lead_decided_not_to_refer"})["conversation_record"]
    assert both.name != documents(practitioner={"lead": "yes"})["conversation_record"].name


def test_an_area_without_a_call_sheet_of_its_own_still_has_one() -> None:
    """Whoever has to ring gets a sheet to ring with."""
    forms = tuple(item for item in AREA.documents if item.ours != "call_sheet")
    decision = result(FRIDAY, with_made_up(documents=forms), home_area="made_up", signs=yes("disclosure"))
    assert [item.ours for item in decision.documents] == ["call_sheet", "referral"]


def test_where_nobody_may_be_asked_no_form_asks_the_family() -> None:
    """With a rule against telling, the early help form is not among the documents."""
    father = [{"key": "father", "relation": "father", "risk": "yes"}]
    assert "early_help_assessment" not in documents(ticked=("CBC-2-CHILD-08",), family=father)


HOLE = replaced(AREA.documents, "hub_referral", when=Condition(outcomes=("consult_today",)))
"""A referral form whose own condition leaves out what is most urgent."""


@pytest.mark.parametrize("fields", [{"signs": yes("disclosure")}, {"danger": "yes"}])
@pytest.mark.parametrize("forms", [(), HOLE])
def test_where_no_form_of_the_area_stands_for_it_ours_is_offered(forms: Any, fields: dict[str, Any]) -> None:
    """A hole in a form's condition never leaves an urgent result without a referral."""
    decision = result(FRIDAY, with_made_up(documents=forms), home_area="made_up", **fields)
    due = {item.ours: item for item in decision.documents}
    assert (due["referral"].name, due["referral"].form, due["referral"].sent_to) == ("Referral", "", "")


def test_a_levels_own_form_stands_in_for_a_condition_that_leaves_it_out() -> None:
    """The level says that this is its form, so it is offered and not ours, and it comes first."""
    forms = replaced(AREA.documents, "hub_referral", when=Condition(outcomes=("refer_now",)))
    due = result(FRIDAY, with_made_up(documents=forms), home_area="made_up", ticked=TWO_AT_3).documents
    assert [(item.ours, item.form) for item in due] == [("call_sheet", "hub_call"), ("referral", "hub_referral")]


def test_where_somebody_is_asked_about_first_no_form_asks_the_family() -> None:
    """Help for a need, and nobody may simply be told: a sheet to ask with and a record, no assessment."""
    decision = result(ticked=("CBC-2-CHILD-08",), family=[{**TOLD, "risk": "not_sure"}])
    assert decision.outcome == "consult"
    assert [item.ours for item in decision.documents] == ["call_sheet", "conversation_record"]


def test_the_form_is_that_of_the_area_where_the_child_is() -> None:
    """What goes with the call is the receiving area's; a level of the home area means nothing there."""
    due = documents(area_now="luton", signs=yes("disclosure"), ticked=("CBC-4-CHILD-06",))
    referral = due["referral"]
    assert (referral.area, referral.form, referral.sent_to) == ("luton", "luton_referral_form", "mash")
    assert due["call_sheet"].form == "mash_call"


def test_the_form_of_an_area_without_a_pack_is_not_held_and_said_so() -> None:
    """Ours is offered, with the words that its own is asked for."""
    referral = documents(area_now="elsewhere", signs=yes("disclosure"))["referral"]
    assert (referral.form, referral.sent_to) == ("", "")
    assert "do not hold the form" in referral.says


def test_what_can_wait_is_on_the_form_of_home() -> None:
    """Early help is for where the child lives, wherever the child is today."""
    form = documents(area_now="luton", ticked=("CBC-2-CHILD-08",))["early_help_assessment"]
    assert form.area == "central_bedfordshire"


def test_the_assessment_with_a_plan_comes_first_at_the_level_that_asks_for_it() -> None:
    """Where a level names a form of its own it stands before the others, after what is rung with."""
    rows = ("TEL-3-WARMTH-03", "TEL-3-WARMTH-04")
    child = [{"label": "A", "age_years": 12, "moves_about": "yes"}]
    due = result(FRIDAY, home_area="telford_wrekin", ticked=rows, family=[TOLD], children=child).documents
    assert [item.form for item in due] == ["family_connect_call", "early_help_plan", "family_connect_request"]
