"""Nothing that the check has answered stands on a paper among what nobody has answered, or knows."""
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding, SignAnswer, Voice, WhereNow
from exports.blocks import Block, Heading, Led, Paragraph
from exports.copies import for_readers
from exports.details import NOT_KNOWN, ChildDetails, Details, Held, HouseholdMember
from exports.documents import DOCUMENTS
from exports.material import Material
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.formats.full import AREA, OTHER, full_case

PACKS = load_packs().at(samples.NOW)
WITH_LIST = ("referral", "conversation_record", "allegation_referral", "missing_education_referral")
NOTHING = Details()
YES, NO, LAST = 0, 1, -1
"""Which value of each closed list a full case has: mostly yes, no, and not known."""
OF_A_CHILD = ("name", "other_names", "birth", "gender", "address", "language", "school", "gp", "phone", "ethnicity",
              "religion", "upn", "nhs_number", "missing.address", "missing.school", "legal_status", "missing.orders")
OF_THE_WRITER = ("agency", "email", "times", "own_lead", "known_since", "job")
OF_THE_STORY = ("told.why_not", "told.approved", "analysis.label", "question", "contact.visiting", "contact.safe",
                "meanwhile.label")
OF_A_TALK = tuple(f"talk.{name}" for name in (
    "named", "their_reason", "decided", "by", "i_agree", "actions", "in_writing", "in_writing_by", "again", "sooner",
    "reasons", "next_if_not"))
OF_THE_ADULT = tuple(f"allegation.{name}" for name in (
    "home", "job", "workplace", "employer", "personnel", "works_as", "since", "knows", "other_work",
    "other_work_where", "own_children", "own_children_who", "earlier", "once", "restraint", "witnesses", "kept",
    "officer_told", "officer_said", "case_manager"))
OF_A_SCHOOL = tuple(f"missing.{name}" for name in (
    "last_attended", "last_seen_by", "year_group", "attendance_before", "brothers_sisters", "told_today", "risk",
    "address_found", "next_school", "uploaded", "uploaded_on", "taken", "leaver_form", "sent_on", "asked", "ground",
    "plan_reviewed", "services_told", "on", "came_of_it"))
SECTIONS = ("professionals", "attachments", "analysis", "missing.told", "missing.file", "meanwhile.label",
            "talk.decision")
NOT_OF_THE_CHECK = frozenset(say(f"papers.{name}").rstrip("?") for name in (
    *OF_A_CHILD, *OF_THE_WRITER, *OF_THE_STORY, *OF_A_TALK, *OF_THE_ADULT, *OF_A_SCHOOL, *SECTIONS))
"""What only the questions of a paper ask."""
WHOSE = frozenset(say(key) for key in ("papers.interpreter_needed", "papers.allegation.said_to",
                                       "papers.allegation.said_by"))
"""What the check answers of one of several children, or by how a thing is known, and a full case may not have."""


@cache
def full(area: str, choice: int, children: int) -> Case:
    """A full case with so many children, of whom the first is the one whom everything is about."""
    case = full_case(PACKS, area, choice)
    return case.but(children=case.children[:children], held_back={},
                    findings=tuple(one.but(about=("A",)) for one in case.findings))


def all_not_known(case: Case) -> Details:
    """Details in which every answer that can be is not known."""
    said = {name: _not_known(getattr(Details(), name)) for name in (
        "referrer", "narrative", "agreement", "allegation", "missing_education", "conversation")}
    return Details(children=tuple(_not_known(ChildDetails(label=one.label)) for one in case.children),
                   household=tuple(_not_known(HouseholdMember(key=one.key, relation=one.relation))
                                   for one in case.family), **said)


def _not_known(record: Any) -> Any:
    said: dict[str, object] = {}
    for name, field in type(record).model_fields.items():
        before, kinds = getattr(record, name), str(field.annotation)
        if isinstance(before, Held):
            said[name] = Held(text=NOT_KNOWN)
        elif before == "":
            said[name] = NOT_KNOWN
        elif before is None:
            said[name] = NOT_KNOWN if "date" in kinds else "not_known" if "not_known" in kinds else None
    return record.but(**said)


def material(case: Case, details: Details = NOTHING) -> Material:
    """A case with its result."""
    return Material(case, details, assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def blocks_of(m: Material, document_id: str) -> tuple[Block, ...]:
    """What stands on a paper, as its readers get it."""
    document = DOCUMENTS[document_id]
    assert document.build
    return document.build(for_readers(document, m))


def listed(m: Material, document_id: str) -> Iterator[tuple[str, str]]:
    """(what it is under, question) for each entry of the list at the end of a paper."""
    here = False
    for block in blocks_of(m, document_id):
        if isinstance(block, Heading):
            here = block.said == say("papers.gaps")
        elif here and isinstance(block, Paragraph) and isinstance(block.said, Led) and (
                block.said.lead != say("papers.gaps.check")):
            yield from ((block.said.lead, one.rstrip("?")) for one in block.said.said.rstrip(".").split("; "))


@pytest.mark.parametrize("not_known", [False, True])
@pytest.mark.parametrize("children", [1, 2])
@pytest.mark.parametrize("choice", [YES, NO, LAST])
@pytest.mark.parametrize("area", [AREA, OTHER])
def test_only_what_the_check_does_not_ask_is_called_open(
    area: str, choice: int, children: int, not_known: bool
) -> None:
    """A full case with nothing written for its papers, or all of that not known: the list has none of the check's own
    questions, but what the check itself has answered "not known"."""
    case = full(area, choice, children)
    m = material(case, all_not_known(case) if not_known else Details())
    effects = {say("papers.effect", child=one.label) for one in case.children} if children > 1 else set()
    for document_id in WITH_LIST:
        found = [(lead, one) for lead, one in listed(m, document_id)
                 if choice != LAST or lead != say("papers.gaps.not_known", section=lead.partition(", said")[0])]
        wrong = [(lead, one) for lead, one in found if one not in NOT_OF_THE_CHECK | WHOSE | effects]
        assert [one for one in wrong if one[1] != say("papers.missing.in_short")] == [], document_id


CHILDREN = (Child(label="A", age_years=9), Child(label="B", age_years=12))


@pytest.mark.parametrize("children", [CHILDREN[:1], CHILDREN])
def test_where_the_child_is_and_what_they_said_are_answered(children: tuple[Child, ...]) -> None:
    """The two that were found: where they are now, for each of several children, and the child's own words."""
    case = Case(home_area=AREA, danger="no", children=children, voice=Voice(words="I am hungry"),
                where_now=WhereNow(place="with_me", with_whom="safe_adult"))
    for details in (Details(), all_not_known(case)):
        found = list(listed(material(case, details), "referral"))
        assert not [one for _, one in found if one in (
            say("papers.where_now"), say("papers.exact_words"), say("papers.alone.words"))]


def test_a_child_of_whom_nobody_knows_where_they_are_is_said_to_be() -> None:
    """Once somebody has written of one child where they are, of another "not known" stands."""
    case = Case(home_area=AREA, danger="no", children=CHILDREN, where_now=WhereNow(place="with_me"))
    details = Details(children=(ChildDetails(label="A", where_now=Held(text="In my room")),
                                ChildDetails(label="B", where_now=Held(text=NOT_KNOWN))))
    found = list(listed(material(case, details), "referral"))
    assert [lead for lead, one in found if one == say("papers.where_now")] == [
        say("papers.gaps.not_known", section=say("papers.child_title", child="B"))]


def test_words_and_times_that_are_held_back_are_not_called_open() -> None:
    """Why now and the exact words may be behind what is held back, so neither is said to be unanswered."""
    need = next(row.id for row in PACKS.areas[AREA].indicators if row.kind == "need")
    for case in (
        Case(home_area=AREA, danger="no", children=CHILDREN[:1], held_back={f"findings.{need}": {"why": "safety"}},
             findings=(Finding(id=need, basis="child_said", when="on Monday", words="Don't tell"),)),
        Case(home_area=AREA, danger="no", children=CHILDREN[:1], held_back={"signs.disclosure": {"why": "safety"}},
             signs={"disclosure": SignAnswer(answer="yes", basis="child_said", when="on Monday", words="Don't tell")}),
    ):
        found = [one for _, one in listed(material(case), "referral")]
        assert not {say("papers.exact_words"), say("papers.alone.words"), say("papers.why_now.heading"),
                    say("papers.why_now.label")} & set(found)
