"""The worked cases of every pack, and how a worked case is read and compared."""
from collections import Counter
from typing import Any

import pytest
from pydantic import ValidationError

from decision.run_worked import run_all
from decision.worked import WorkedCase, expand, run
from tests.decision.altered import with_area, with_few_cases
from tests.decision.build import CBC, PACKS

HOLDERS: tuple[tuple[str, Any], ...] = (("national", PACKS.national), *PACKS.areas.items())
WRITTEN = [(pack_id, raw) for pack_id, pack in HOLDERS for raw in pack.cases]
SIMPLE = {
    "name": "A child tells", "on": "2026-11-20 10:05", "facts": [{"id": "disclosure"}],
    "children": [{"label": "A", "age_years": 9}], "expect": {"outcome": "refer_now"},
}


def expanded(pack_id: str, raw: Any) -> WorkedCase:
    """A worked case of a pack, filled in."""
    return expand(raw, "" if pack_id == "national" else pack_id, PACKS)


@pytest.mark.parametrize(("pack_id", "raw"), WRITTEN, ids=[f"{pack_id}: {raw['name']}" for pack_id, raw in WRITTEN])
def test_a_worked_case_comes_out_as_expected(pack_id: str, raw: Any) -> None:
    """What a safeguarding lead expects of this case is what the engine says."""
    assert run(expanded(pack_id, raw), PACKS) == ()


@pytest.mark.parametrize("pack_id", [pack_id for pack_id, _ in HOLDERS])
def test_worked_cases_are_told_apart_by_their_names(pack_id: str) -> None:
    """No two worked cases of a pack have the same name, so a failing one can be found."""
    names = Counter(raw["name"] for holder, raw in WRITTEN if holder == pack_id)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("area_id", list(PACKS.areas))
def test_the_first_worked_case_of_an_area_can_serve_as_its_example(area_id: str) -> None:
    """The case that `example` prints has two children, several findings with their basis, a view and a family."""
    case = expand(PACKS.areas[area_id].cases[0], area_id, PACKS).case

    assert len(case.children) >= 2
    assert len(case.findings) >= 3
    assert all(finding.basis and finding.about for finding in case.findings)
    assert case.own_view
    assert case.family
    assert case.history.help_tried
    assert case.where_now.place
    assert case.source_of_harm.kinds


def test_what_a_case_leaves_out_was_asked_and_answered_no() -> None:
    """Signs not mentioned are "no", danger is "no" and every topic was opened."""
    case = expand(SIMPLE, CBC, PACKS).case

    assert case.danger == "no"
    assert set(case.asked) == set(PACKS.national.topic)
    assert {answer.answer for id_, answer in case.signs.items() if id_ != "disclosure"} == {"no"}
    assert case.signs["disclosure"].answer == "yes"


def test_a_blank_case_answers_nothing_by_itself() -> None:
    """`blank: yes` leaves danger, signs and topics unanswered."""
    case = expand({**SIMPLE, "blank": "yes", "facts": []}, CBC, PACKS).case

    assert case.danger is None
    assert not case.signs
    assert case.asked == ()


def test_facts_are_sorted_into_signs_findings_answers_and_factors() -> None:
    """One list of facts fills four fields of the case, by what each id is and how it is answered."""
    facts = [{"id": "disclosure"}, {"id": "CBC-2-CHILD-08", "basis": "seen"},
             {"id": "CBC-2-CHILD-09", "answer": "not_sure"}, {"id": "CBC-RES-IND-01"}]
    case = expand({**SIMPLE, "facts": facts}, CBC, PACKS).case

    assert case.signs["disclosure"].answer == "yes"
    assert [(finding.id, finding.basis) for finding in case.findings] == [("CBC-2-CHILD-08", "seen")]
    assert dict(case.answers) == {"CBC-2-CHILD-09": "not_sure"}
    assert dict(case.factors) == {"CBC-RES-IND-01": "yes"}


def test_a_family_is_written_in_short_words() -> None:
    """`mother: asked_and_refuses` stands for told, refuses, has responsibility, no risk in asking."""
    family = {"mother": "asked_and_refuses", "uncle": "unsafe_to_ask", "step_father": {"told": "no"}}
    members = {item.key: item for item in expand({**SIMPLE, "family": family}, CBC, PACKS).case.family}

    assert (members["mother"].told, members["mother"].agrees, members["mother"].risk) == ("yes", "refuses", "no")
    assert (members["uncle"].told, members["uncle"].risk) == ("no", "yes")
    assert members["step_father"].relation == "step father"


def test_a_role_can_be_written_beside_other_facts_about_the_user() -> None:
    """`role` fills the practitioner's role and keeps what else is said about them."""
    practitioner = {"lead": "cannot_reach"}
    case = expand({**SIMPLE, "role": "teacher", "practitioner": practitioner}, CBC, PACKS).case
    assert (case.practitioner.role, case.practitioner.lead) == ("teacher", "cannot_reach")


@pytest.mark.parametrize("wrong", [
    {"colour": "blue"}, {"expect": {"outcome": "low_risk"}}, {"expect": {"outcome": "consult", "level": "2"}},
    {"on": "next Friday"}, {"facts": [{"id": "disclosure", "sure": "yes"}]},
])
def test_a_wrong_key_or_value_is_refused(wrong: dict[str, Any]) -> None:
    """A worked case with a key or value that means nothing is an error, not a case that passes."""
    with pytest.raises(ValidationError):
        expand({**SIMPLE, **wrong}, CBC, PACKS)


@pytest.mark.parametrize("wrong", [
    {"outcome": "universal"}, {"first": "lado"}, {"place": ["4", "4"]}, {"duties": ["fgm"]},
    {"duties_absent": ["escalation"]}, {"telling": {"young_person": "not_yet"}}, {"telling": {"aunt": "tell"}},
    {"route": "police_101"}, {"dial": "0300 330 8123"}, {"agreement": "have"}, {"due": {"chase": "2026-11-20"}},
    {"due": {"fgm_101": "2026-11-20"}}, {"documents": ["early_help_assessment"]}, {"reasons": ["danger"]},
    {"raised": "history"}, {"gaps": ["no_pack"]}, {"headline": "Offer early help"},
])
def test_each_expectation_that_is_not_met_is_said(wrong: dict[str, Any]) -> None:
    """Every key of `expect` is really compared: one wrong value gives one sentence."""
    call = {"outcome": "no_further_action"}
    worked = expand({**SIMPLE, "call": call, "expect": {"outcome": "refer_now", **wrong}}, CBC, PACKS)
    assert len(run(worked, PACKS)) == 1


def test_run_all_names_the_pack_and_the_case_and_goes_on_after_a_broken_one() -> None:
    """A case that cannot be read is reported in words beside the others, and none is left out."""
    cases = ({"name": "Cannot be read", "on": "soon", "expect": {"outcome": "consult"}},
             {**SIMPLE, "name": "Names nobody", "facts": [{"id": "CBC-9-NOBODY-01"}]}, SIMPLE)
    packs = with_area(with_few_cases(PACKS), CBC, cases=cases)
    found = {(pack_id, name): differs for pack_id, name, differs in run_all(packs)}

    assert found[(CBC, "A child tells")] == ()
    assert found[(CBC, "Cannot be read")][0].startswith("on: ")
    assert "CBC-9-NOBODY-01" in found[(CBC, "Names nobody")][0]
    assert {pack_id: sum(holder == pack_id for holder, _ in found) for pack_id, _ in HOLDERS} == {
        "national": len(packs.national.cases), **{id_: len(area.cases) for id_, area in packs.areas.items()}}
