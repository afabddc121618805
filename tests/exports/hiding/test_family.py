"""The copy of a case that a family paper is built from."""
from datetime import date

import pytest

from decision.case import Finding, History, Sight, Voice
from exports.details import (
    Allegation, Assessment, Conversation, Details, DomainAnswer, Held, HouseholdMember, LogEntry, MissingEducation,
)
from exports.hiding.family import LEFT_OUT, family_copy, pattern_of, swept
from tests.exports import samples
from tests.exports.samples import PRIVATE_ADDRESS, PRIVATE_NAME, PRIVATE_PHONE


@pytest.mark.parametrize("said", [
    PRIVATE_ADDRESS, PRIVATE_ADDRESS.upper(), PRIVATE_ADDRESS.replace(" ", "  "), "14 Larkspur Court", "TE5 7ZZ",
    PRIVATE_PHONE, "07700900461", "07700-900-461", PRIVATE_NAME, "Marguerite", "MRS HOLLOWAY",
])
def test_what_is_confidential_is_left_out_wherever_it_stands(said: str) -> None:
    """An address, number or name that is confidential is left out of other answers too, however it is written there."""
    case = samples.CASE.model_copy(update={
        "voice": Voice(words=f"We live at {said} now"), "findings": (Finding(id="x", note=f"Seen: {said}."),),
    })
    assessment = Assessment(mother=f"Ring {said} please", domains=(DomainAnswer(domain="housing", evidence=said),))
    safe_case, safe = family_copy(case, samples.DETAILS.model_copy(update={"assessment": assessment}))
    everything = safe_case.model_dump_json() + safe.model_dump_json()
    for part in ("Larkspur", "TE5", "900461", "900 461", "Marguerite", "Holloway"):
        assert part.casefold() not in everything.casefold()
    assert LEFT_OUT in safe.assessment.mother


def test_names_that_are_open_stay() -> None:
    """A word that is also part of an open name is not cut out of the paper."""
    details = Details(
        household=(HouseholdMember(name=Held(text="Anna Example")),
                   HouseholdMember(name=Held(text="Greta Example", confidential=True))),
        assessment=Assessment(mother="Anna Example spoke; Greta did not."),
    )
    _, safe = family_copy(samples.CASE, details)
    assert safe.assessment.mother == f"Anna Example spoke; {LEFT_OUT} did not."


def test_somebody_whose_name_is_confidential_has_no_row() -> None:
    """The row itself would tell that there is a refuge worker."""
    _, safe = family_copy(samples.CASE, samples.DETAILS)
    assert "Refuge" not in safe.model_dump_json()
    assert [member.relation for member in safe.household] == ["Mother", "Father"]


def test_what_is_for_professionals_only_is_not_in_the_copy() -> None:
    """Signs, the person suspected, the call and the referral's own answers are not given to a family paper."""
    case, safe = family_copy(samples.CASE, samples.DETAILS)
    everything = case.model_dump_json() + safe.model_dump_json()
    for part in ("Collects on Fridays", "Duty worker", "large dog", "raise the risk", "Help has been offered twice"):
        assert part not in everything


def test_without_anything_confidential_the_answers_are_the_same() -> None:
    """Nothing is left out of a case that hides nothing."""
    details = Details(assessment=samples.DETAILS.assessment)
    assert family_copy(samples.CASE, details)[1].assessment == samples.DETAILS.assessment


def test_what_is_for_professionals_alone_is_in_no_copy_for_a_family() -> None:
    """The log, a missing-education referral, an allegation and the record of a conversation are left out whole."""
    details = samples.DETAILS.model_copy(update={
        "log": (LogEntry(what="Found at 9 Hidden Lane"),), "allegation": Allegation(summary="Something said"),
        "missing_education": MissingEducation(summary="At 9 Hidden Lane"), "conversation": Conversation(said="A worry"),
    })
    _, copy = family_copy(samples.CASE, details)
    assert (copy.log, copy.allegation, copy.missing_education, copy.conversation) == (
        (), Allegation(), MissingEducation(), Conversation())


def test_a_suspicion_that_the_child_told_of_stays_a_suspicion() -> None:
    """That the child told is left out; that it cannot be proved is not, or the copy would state it as a fact."""
    case = samples.CASE.model_copy(update={
        "findings": (Finding(id="CBC-2-CHILD-01", why="cannot_prove", basis="child_said", note="Told me"),)})
    open_case, _ = family_copy(case, samples.DETAILS)
    assert open_case.findings == (Finding(id="CBC-2-CHILD-01", why="cannot_prove"),)


def test_leaving_out_places_leaves_ordinary_words() -> None:
    """The name of a school that is left out does not take its everyday words with it."""
    details = Details(log=(LogEntry(what="Rang Testford Primary School about the school run"),))
    assert swept(details, pattern_of(["Testford Primary School"])).log[0].what == "Rang [left out] about the school run"


def test_an_earlier_referral_who_sees_the_child_and_the_place_of_a_mark_are_the_front_doors() -> None:
    """A family paper does not tell that somebody referred before, worries about a move, or noted thighs."""
    case = samples.CASE.model_copy(update={
        "history": History(earlier_referral="yes", earlier_referral_on=date(2026, 3, 12),
                           earlier_referral_answer="closed", how_long="A year"),
        "sight": Sight(home_education="yes", note="From Friday"), "harm_before_next": "yes",
        "findings": (Finding(id="x", body=("thighs",)),),
    })
    safe, _ = family_copy(case, samples.DETAILS)
    assert safe.history == History(how_long="A year")
    assert safe.sight == Sight()
    assert safe.harm_before_next is None
    assert safe.findings[0].body == ()
