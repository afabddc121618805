"""The copy of a case that a family paper is built from."""
from datetime import date

import pytest

from decision.case import TEXT_LIMIT, Case, Finding, History, Sight, SignAnswer, Voice
from exports.copies import for_readers
from exports.declaration import Document
from exports.details import (
    Allegation, Assessment, ChildDetails, Conversation, Details, DomainAnswer, Held, HouseholdMember, LogEntry,
    MissingEducation, Narrative, UnnamedSource,
)
from exports.documents import DOCUMENTS
from exports.hiding.child_said import what_was_said
from exports.hiding.family import LEFT_OUT, family_copy, keep_only, pattern_of, swept
from exports.hiding.held_back import open_copy
from exports.hiding.written import texts
from exports.make import make
from exports.material import Material
from guidance.packs import Packs
from tests.exports import samples
from tests.exports.filled import filled
from tests.exports.reading import squeezed, tagged_text
from tests.exports.tools import row
from tests.exports.samples import PRIVATE_ADDRESS, PRIVATE_NAME, PRIVATE_PHONE

GIVEN = DOCUMENTS["early_help_assessment"].given
PAPERS = [document for document in DOCUMENTS.values() if document.audience == "family"]


@pytest.mark.parametrize("said", [
    PRIVATE_ADDRESS, PRIVATE_ADDRESS.upper(), PRIVATE_ADDRESS.replace(" ", "  "), "14 Larkspur Court", "TE5 7ZZ",
    PRIVATE_PHONE, "07700900461", "07700-900-461", PRIVATE_NAME, "Marguerite", "MRS HOLLOWAY",
])
def test_what_is_confidential_is_left_out_wherever_it_stands(said: str) -> None:
    """An address, number or name that is confidential is left out of other answers too, however it is written there."""
    case = samples.CASE.model_copy(update={
        "voice": Voice(words=f"We live at {said} now"), "findings": (Finding(id="x", note=f"Seen: {said}."),),
        "strengths_note": said, "other_worry_note": f"Near {said}",
    })
    assessment = Assessment(mother=f"Ring {said} please", domains=(DomainAnswer(domain="housing", evidence=said),))
    safe_case, safe = family_copy(case, samples.DETAILS.model_copy(update={"assessment": assessment}),
                                  GIVEN)
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
    _, safe = family_copy(samples.CASE, details, GIVEN)
    assert safe.assessment.mother == f"Anna Example spoke; {LEFT_OUT} did not."


def test_somebody_whose_name_is_confidential_has_no_row() -> None:
    """The row itself would tell that there is a refuge worker."""
    _, safe = family_copy(samples.CASE, samples.DETAILS, GIVEN)
    assert "Refuge" not in safe.model_dump_json()
    assert [member.relation for member in safe.household] == ["Mother", "Father"]


def test_what_is_for_professionals_only_is_not_in_the_copy() -> None:
    """Signs, the person suspected, the call and the referral's own answers are not given to a family paper."""
    case, safe = family_copy(samples.CASE, samples.DETAILS, GIVEN)
    everything = case.model_dump_json() + safe.model_dump_json()
    for part in ("Collects on Fridays", "Duty worker", "large dog", "raise the risk", "Help has been offered twice"):
        assert part not in everything


def test_without_anything_confidential_the_answers_are_the_same() -> None:
    """Nothing is left out of a case that hides nothing."""
    details = Details(assessment=samples.DETAILS.assessment)
    assert family_copy(samples.CASE, details, GIVEN)[1].assessment == samples.DETAILS.assessment


def test_what_is_for_professionals_alone_is_in_no_copy_for_a_family() -> None:
    """The log, a missing-education referral, an allegation and the record of a conversation are left out whole."""
    details = samples.DETAILS.model_copy(update={
        "log": (LogEntry(what="Found at 9 Hidden Lane"),), "allegation": Allegation(summary="Something said"),
        "missing_education": MissingEducation(summary="At 9 Hidden Lane"), "conversation": Conversation(said="A worry"),
    })
    _, copy = family_copy(samples.CASE, details, GIVEN)
    assert (copy.log, copy.allegation, copy.missing_education, copy.conversation) == (
        (), Allegation(), MissingEducation(), Conversation())


def test_a_suspicion_that_the_child_told_of_stays_a_suspicion() -> None:
    """That the child told is left out; that it cannot be proved is not, or the copy would state it as a fact."""
    case = samples.CASE.model_copy(update={
        "findings": (Finding(id="CBC-2-CHILD-01", why="cannot_prove", basis="child_said", note="Told me"),)})
    open_case, _ = family_copy(case, samples.DETAILS, ("findings",))
    assert open_case.findings == (Finding(id="CBC-2-CHILD-01", why="cannot_prove"),)


def test_leaving_out_places_leaves_ordinary_words() -> None:
    """The name of a school that is left out does not take its everyday words with it."""
    details = Details(log=(LogEntry(what="Rang Testford Primary School about the school run"),))
    assert swept(details, pattern_of(["Testford Primary School"])).log[0].what == "Rang [left out] about the school run"


def test_an_earlier_referral_who_sees_the_child_and_the_place_of_a_mark_are_the_front_doors() -> None:
    """A family paper does not tell that somebody referred before, worries about a move, or noted thighs; for how long
    it has been so is theirs to read."""
    case = samples.CASE.model_copy(update={
        "history": History(earlier_referral="yes", earlier_referral_on=date(2026, 3, 12),
                           earlier_referral_answer="closed", how_long="A year"),
        "sight": Sight(home_education="yes", note="From Friday"), "harm_before_next": "yes",
        "findings": (Finding(id="x", body=("thighs",)),),
    })
    safe, _ = family_copy(case, samples.DETAILS, GIVEN)
    assert (safe.history, safe.sight, safe.harm_before_next, safe.findings) == (
        History(how_long="A year"), Sight(), None, (Finding(id="x"),))


def test_the_childs_own_words_are_not_in_it_where_the_child_told() -> None:
    """A child who told of something must not be known by their words, even on a paper given them; and none is."""
    told = samples.CASE.but(findings=(Finding(id="x", basis="child_said", words="He shouts"),))
    assert family_copy(told, samples.DETAILS, (*GIVEN, "voice.words"))[0].voice.words == ""
    seen = samples.CASE.but(findings=(Finding(id="x", basis="seen"),))
    assert family_copy(seen, samples.DETAILS, GIVEN)[0].voice.words == ""


def test_who_told_and_when_is_not_in_it() -> None:
    """Of what somebody told the statement stands alone: what the writer noted of it may say who that was."""
    case = samples.CASE.but(findings=(Finding(id="x", basis="told", when="told by a neighbour", note="No coat"),))
    assert family_copy(case, samples.DETAILS, GIVEN)[0].findings == (Finding(id="x"),)


class MoreOfAChild(ChildDetails):
    """The details of a child with an answer that nobody has thought of yet."""

    tomorrow: str = ""


class MoreDetails(Details):
    """The details with a part that nobody has thought of yet."""

    tomorrow: Narrative = Narrative()


class MoreOfACase(Case):
    """The case with an answer that nobody has thought of yet."""

    tomorrow: str = ""


@pytest.mark.parametrize("document", PAPERS, ids=lambda document: document.id)
def test_what_is_added_tomorrow_is_given_to_no_family(document: Document) -> None:
    """A new part of the details, a new answer about a child and a new answer of the case are empty in the copy."""
    child = MoreOfAChild(**dict(samples.DETAILS.children[0]), tomorrow="At 9 Hidden Lane")
    details = MoreDetails(**dict(samples.DETAILS) | {"children": (child,)}, tomorrow=Narrative(worry="Hidden Lane"))
    case = MoreOfACase(**dict(samples.CASE), tomorrow="Hidden Lane")
    safe_case, safe = family_copy(case, details, document.given)
    assert isinstance(safe_case, MoreOfACase)
    assert isinstance(safe, MoreDetails)
    assert (safe_case.tomorrow, safe.tomorrow) == ("", Narrative())
    assert safe.children[0].name == child.name
    assert "Hidden" not in safe_case.model_dump_json() + safe.model_dump_json()


@pytest.mark.parametrize("document", PAPERS, ids=lambda document: document.id)
def test_a_family_paper_prints_all_that_it_is_given(document: Document) -> None:
    """Every word of the copy stands on the paper: nothing is given that is not used.

    But for who must not see it, of whom it says that there is somebody; why a father was not asked, beside his view;
    and the relation of the check, where the household has another. What begins a sentence has a capital letter.
    """
    case, details = filled()
    rows = tuple(row(one.id, "2", "How the child is", one.id, kind="need", scale="") for one in case.findings)
    packs = Packs(national=samples.PACKS.national,
                  areas={samples.AREA.id: samples.AREA.model_copy(update={"indicators": rows, "scales": ()})})
    told = tuple(one.model_copy(update={"state": "tell"}) for one in samples.telling())
    may = tuple(one.choice.but(may="stands") for one in what_was_said(case, details, frozenset()) if one.noted)
    details = details.but(assessment=details.assessment.but(may_stand=may))
    built = for_readers(document, Material(case, details, samples.decision("early_help", told), packs, samples.NOW))
    copy = (built.case, built.details)
    assert built.case.strengths_note
    paper = squeezed(tagged_text(make(document.id, case, details, samples.decision("early_help", told), packs,
                                      samples.NOW))).casefold()
    unprinted = {name for model in copy for name, said in texts(model)
                 if said.strip() and squeezed(said).casefold() not in paper}
    assert unprinted <= {"must_not_see", "father_not_asked_because", "relation"}


@pytest.mark.parametrize("document", PAPERS, ids=lambda document: document.id)
def test_a_text_that_grows_when_a_name_is_left_out_is_still_printed(document: Document) -> None:
    """An answer at its limit grows past it in the copy, as "somebody" is longer than a name, and the paper is made."""
    full = ("Told by Quilla today. " * TEXT_LIMIT)[:TEXT_LIMIT]
    case = samples.CASE.but(strengths_note=full, voice=Voice(words=full))
    details = samples.DETAILS.but(sources=(UnnamedSource(name="Quilla", relation="aunt"),),
                                  assessment=Assessment(reason=full))
    told = tuple(one.but(state="tell") for one in samples.telling())
    assert len(open_copy(case, details, family=True)[0].strengths_note) > TEXT_LIMIT
    paper = make(document.id, case, details, samples.decision("early_help", told), samples.PACKS, samples.NOW)
    assert "Quilla" not in tagged_text(paper)


def test_a_paper_that_names_nothing_is_given_nothing() -> None:
    """Without a list the copy is blank: a family paper that forgets to say what it needs leaks nothing."""
    assert family_copy(samples.CASE, samples.DETAILS, ()) == (Case(), Details())


@pytest.mark.parametrize("paths", [
    ("details.narratives",), ("details.children.nickname", "details.children.label"), ("details.children.name",),
    ("details.assessment", "details.assessment.reason"), ("details.assessment.reason", "details.assessment"),
    ("details.marking.colour",),
])
def test_a_path_that_leads_nowhere_is_refused(paths: tuple[str, ...]) -> None:
    """A misspelt path, one without what a row needs, and one that is given twice do not pass in silence."""
    with pytest.raises(ValueError, match=r"has no|cannot be without|is given|no path leads"):
        family_copy(samples.CASE, samples.DETAILS, paths)


def test_keeping_only_some_parts_keeps_those_the_parts_of_every_row_and_of_every_entry() -> None:
    """A path goes through lists and through answers that are kept under an id."""
    case = samples.CASE.model_copy(update={"signs": {"injury": SignAnswer(answer="yes", note="A mark")}})
    kept = keep_only(case, ("signs.answer", "family.key", "family.relation"))
    assert dict(kept.signs) == {"injury": SignAnswer(answer="yes")}
    assert [(one.key, one.relation, one.told) for one in kept.family] == [
        ("mother", "mother", None), ("father", "father", None)]
