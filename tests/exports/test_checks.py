"""Checks that warn and never block."""
from typing import Any

import pytest

from decision.case import Case, Child, FamilyMember, Finding
from exports.checks import checks, not_this_help
from exports.details import NOT_KNOWN, AgreementBlock, Assessment, Details, HouseholdMember, Narrative
from exports.documents import DOCUMENTS
from exports.documents.early_help_assessment import DOCUMENT_ID
from exports.hiding.child_said import what_was_said
from exports.make import make
from guidance.words import say
from tests.decision.build import FRIDAY, PACKS, result
from tests.decision.build import case as case_of
from tests.exports import samples
from tests.exports.reading import squeezed, tagged_text

NOBODY_HELD_BACK = samples.decision(told=samples.telling("tell", "tell")[:2])


def fields(case: Case, details: Details) -> set[str]:
    """The fields that the checks point to."""
    return {field for field, _ in checks(case, details, NOBODY_HELD_BACK)}


def test_a_blank_case_is_warned_about_and_nothing_is_raised() -> None:
    """Everything a reader would miss is named: voice, analysis, level, history, tried, parents, contact, ask."""
    found = fields(Case(), Details())
    assert found >= {
        "case.voice", "case.children", "case.findings", "details.narrative.analysis", "details.narrative.history",
        "details.narrative.tried", "details.household", "details.referrer", "details.narrative.ask",
        "details.narrative.meanwhile", "details.narrative.why_now", "details.narrative.going_well",
    }


def test_what_the_check_knows_is_not_asked_for_again() -> None:
    """With statements, a time, strengths and a family the papers say it, so nobody is asked to type it."""
    found = fields(samples.CASE, Details())
    assert not found & {"details.narrative.why_now", "details.narrative.worry", "details.narrative.tried",
                        "details.narrative.ask", "details.narrative.going_well", "details.narrative.effects"}
    assert found >= {"details.narrative.analysis", "details.narrative.meanwhile", "details.referrer"}


def test_the_familys_paper_says_that_the_family_reads_what_was_written() -> None:
    """Only where something was chosen to stand in it, and of no other paper."""
    said = say("papers.eha.family_reads")
    choices = tuple(one.choice.but(may="stands") for one in what_was_said(samples.CASE, Details(), frozenset()))
    chosen = Details(assessment=Assessment(may_stand=choices))
    for case, details, id_, there in (
            (samples.CASE, chosen, DOCUMENT_ID, True), (samples.CASE, Details(), DOCUMENT_ID, False),
            (Case(), chosen, DOCUMENT_ID, False), (samples.CASE, chosen, "referral", False)):
        assert (said in [says for _, says in checks(case, details, NOBODY_HELD_BACK, id_)]) is there


def test_a_full_case_is_left_alone_where_it_is_full() -> None:
    """What is there is not asked for again; not known counts as there."""
    found = fields(samples.CASE, samples.DETAILS)
    assert not found & {"case.voice", "details.narrative.analysis", "details.narrative.ask", "details.referrer"}
    answered = Details(narrative=Narrative(analysis=NOT_KNOWN))
    assert "details.narrative.analysis" not in fields(Case(), answered)


def test_each_child_is_asked_for() -> None:
    """A child whose effect nobody has written is named, and an only child prompts for brothers and sisters."""
    case = Case(children=(Child(label="A"), Child(label="B")))
    said = [message for _, message in checks(case, samples.DETAILS, NOBODY_HELD_BACK)]
    assert any("child B" in message for message in said)
    assert not any("means for child A" in message for message in said)
    one = [message for _, message in checks(Case(children=(Child(label="A"),)), Details(), NOBODY_HELD_BACK)]
    assert any("brothers or sisters" in message for message in one)


def test_the_father_may_not_be_forgotten() -> None:
    """A household without the father is pointed out; one with him, or with "not known", is not."""
    household = (HouseholdMember(relation="Mother", parental_responsibility="yes"),)
    missing = [message for _, message in checks(Case(), Details(household=household), NOBODY_HELD_BACK)]
    assert any("father" in message for message in missing)
    both = (*household, HouseholdMember(relation="Father (not known)", parental_responsibility="not_known"))
    assert not any("father" in message.casefold() for _, message in checks(
        Case(), Details(household=both), NOBODY_HELD_BACK))


def test_told_and_agreed_are_asked_for_apart() -> None:
    """Somebody told whose agreement is unclear, and somebody of whom nothing is known, are two different warnings."""
    case = Case(family=(FamilyMember(key="mother", relation="mother", told="yes"),
                        FamilyMember(key="father", relation="father")))
    said = [message for field, message in checks(case, Details(), NOBODY_HELD_BACK) if field == "case.family"]
    assert len(said) == 2
    assert "agrees" in said[0]
    assert "has been told" in said[1]


def test_nobody_who_is_not_to_be_told_is_prompted_for() -> None:
    """A check never suggests telling or asking somebody who is not to be told yet; it asks for the reason instead."""
    case = Case(family=(FamilyMember(key="father", relation="father"),))
    found = checks(case, Details(), samples.decision(told=samples.telling()))
    assert not any(field == "case.family" for field, _ in found)
    assert any(field == "details.agreement.not_asked_because" for field, _ in found)
    written = Details(agreement=AgreementBlock(not_asked_because="It would raise the risk."))
    assert not any(field.endswith("not_asked_because") for field, _ in checks(
        case, written, samples.decision(told=samples.telling())))


@pytest.mark.parametrize(("said", "asks"), [
    ("Home is chaotic and mum disengaged", "What did you see or hear?"), ("He did not attend", "was not brought"),
    ("She is promiscuous", "never to blame"), ("Issues at home at times", "What did you see or hear?"),
])
def test_vague_and_hurtful_words_are_asked_about(said: str, asks: str) -> None:
    """A vague word prompts for what was seen; a hurtful one for what happened."""
    found = checks(Case(), Details(narrative=Narrative(worry=said)), NOBODY_HELD_BACK)
    assert any(field == "details.narrative.worry" and asks in message for field, message in found)


def test_the_childs_own_words_are_never_questioned() -> None:
    """What the child said stands as it was said."""
    found = checks(Case(), Details(narrative=Narrative(exact_words="It is chaotic and dirty")), NOBODY_HELD_BACK)
    assert not any(field == "details.narrative.exact_words" for field, _ in found)


def test_messages_never_repeat_an_answer() -> None:
    """Only our own words stand in a message, so it can be logged and shown."""
    case = Case(findings=(Finding(id="x", note="Zebediah is chaotic"),))
    assert not any("Zebediah" in message for _, message in checks(case, Details(), NOBODY_HELD_BACK))


MOTHER = {"key": "mother", "relation": "mother", "role": "parent", "responsibility": "yes", "told": "yes", "risk": "no"}
NOBODY: dict[str, Any] = {"source_of_harm": {"kinds": ["nobody"]}, "family": [MOTHER]}


@pytest.mark.parametrize(("ticked", "child", "words"), [
    ("CBC-2-CHILD-18", {"age_years": 9}, "a talk comes first"),
    ("CBC-2-CHILD-08", {"age_years": 9, "status": ("child_in_need",)}, "The social worker"),
    ("CBC-2-CHILD-18", {"age_years": 9, "status": ("protection_plan",)}, "a talk comes first"),
    ("CBC-2-CHILD-08", {"age_years": 19}, "Adult services"),
    ("CBC-2-CHILD-08", {"age_years": 9}, ""), ("CBC-3-FAMILY-05", {"age_years": 9}, ""),
])
def test_the_assessment_says_where_it_is_not_the_help_that_follows(
        ticked: str, child: dict[str, Any], words: str) -> None:
    """Before a talk, beside a social worker and for an adult; never beside early help itself, nor of another paper."""
    fields = {"ticked": (ticked,), "children": [{"label": "A", **child}], **NOBODY}
    decision, made = result(**fields), case_of(**fields)
    said = not_this_help(DOCUMENT_ID, decision)
    assert words in said if words else said == ""
    assert bool(said) == ("not the help that follows" in said) == ("Nobody is asked to agree" in said)
    first = checks(made, Details(), decision, DOCUMENT_ID)[0]
    assert (first == ("documents", said)) == bool(said)
    assert [id_ for id_ in DOCUMENTS if id_ != DOCUMENT_ID and not_this_help(id_, decision)] == []


@pytest.mark.parametrize("child", [{"age_years": 9, "status": ("child_in_need",)}, {"age_years": 19}])
def test_the_familys_own_paper_says_nothing_of_it(child: dict[str, Any]) -> None:
    """Who else leads the help, and that nobody is to be asked yet, is for the user alone."""
    fields = {"ticked": ("CBC-2-CHILD-08",), "children": [{"label": "A", **child}], **NOBODY}
    decision = result(**fields)
    assert not_this_help(DOCUMENT_ID, decision)
    paper = squeezed(tagged_text(make(DOCUMENT_ID, case_of(**fields), Details(), decision, PACKS, FRIDAY)))
    said = not_this_help(DOCUMENT_ID, decision)
    for words in (said, "not the help that follows", decision.headline, decision.then[0].leads):
        assert squeezed(words) not in paper
