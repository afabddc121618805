"""Nothing that the check has answered is asked again: every field of every detail page, for a case in which every
question of the check has an answer."""
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from decision.assess import assess
from decision.case import Call, Case, Child, EarlierCall, FamilyMember, Sight, SourceOfHarm, WhereNow
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.material import Material
from exports.prefilled import answered
from exports.said_beside import said_beside
from pages.parts.papers.detail_record import Record
from pages.parts.papers.detail_sections import SECTION, sections_for
from pages.parts.visit import clock, knowledge
from tests.exports import samples
from tests.formats.full import full_case, packs

PACKS = packs().at(samples.NOW)
NEW = {
    "children": "name other_names born born_estimated gender address phone school gp language ethnicity religion"
                " nhs_number upn",
    "household": "name lives_in_home born address phone also_referred",
    "referrer": "name agency phone email best_times address lead_name lead_phone",
    "professionals": "role name agency phone email involvement",
    "narrative": "question_asked analysis meanwhile visiting_risk safe_contact",
    "sources": "name relation contact told_what", "attachments": "name state",
    "agreement.records": "asked_on asked_by how whose_information", "agreement": "approved_by approved_on",
    "assessment": "checked_for_others started_on completed_on lead_professional took_part arrangements analysis"
                  " father_not_asked_because review_on signed_off_by signed_off_on",
    "assessment.start": "given by on share_with must_not_see comments",
    "assessment.end": "given by on share_with must_not_see comments",
    "assessment.children": "day method", "assessment.may_stand": "may",
    "assessment.plan": "need outcome action who by_when how_we_know",
    "missing_education": "last_attended last_seen_by year_group brothers_sisters attendance_before told_today risk"
                         " address_found destination_known file_uploaded file_on file_taken leaver_form leaver_form_on"
                         " authority_asked ground plan_reviewed summary",
    "allegation": "criteria name born address job workplace employer personnel_contact basis started other_work"
                  " other_work_where own_children own_children_who earlier knows once restraint witnesses kept"
                  " officer_told_on officer_advice case_manager",
    "conversation": "named their_view decided decided_by reasons next_if_not actions in_writing in_writing_by"
                    " look_again_on look_again_if",
}
"""What the details ask that no question of the check does, by the record."""
ON_PURPOSE = {
    "narrative.ask": "the paper asks for what the result asks; here the writer asks for more",
    "narrative.not_known": "the paper lists what is open; here the writer adds what else is not known",
    "conversation.said": "the check has no question about what was said; the paper says the facts and the request",
    "agreement.records.said": "their own words; told, agrees and the young person's view are read back above it",
    "agreement.not_asked_because": "why nobody asked; the reasons of the result are read back above it",
    "assessment.support_network": "the family reads it, so who is safe is not taken over without the writer",
    "assessment.children.view": "the family reads it: what was said stands there once the writer says that it may",
    "assessment.mother": "the same for a parent's own words",
    "assessment.father": "the same for a parent's own words",
    "assessment.domains.strengths": "what was ticked is read back above each part (seen_in)",
    "assessment.domains.worries": "what was ticked is read back above each part (seen_in)",
    "assessment.domains.evidence": "what was ticked is read back above each part (seen_in)",
    "chronology.*": "dated events; a time in the check stands beside its statement and on the paper already",
    "log.*": "steps beside the calls, which are all read back above it",
}
"""Fields near to an answer of the check that are asked all the same, with the reason."""
ASKED_NOWHERE = {
    r"reference|home_area|area_now|work_area": "ids and the reference, which no detail page asks",
    r"children\.2\.(status_note|disability_note|communication)": "not asked of a child who is not born",
    r"source_of_harm\.": "who may cause harm: no detail page asks more than who is read back in the household",
    r"sight\.note": "no detail page asks what is written beside the changes that take a child out of sight",
    r"safe_people|voice\.(who_can_help|not_asked_because)": "printed from the check; no detail page asks it",
    r"(family\.\d|young_person)\.language": "said with the interpreter, and only where one is needed",
    r"family\.\d\.note": "read back where somebody is asked about; otherwise no detail page asks it",
    r"(call|earlier_calls\.\d)\.(contact|key)": "ids; the name of the contact is read back",
    r"settled|held_back|earlier_answers": "records of the check itself",
}
"""What the check holds in words and no detail page asks, with the reason."""


def cases() -> dict[str, Case]:
    """Every answer given: for three children, for one alone, and with nobody who may not be told."""
    full = full_case(PACKS)
    call = Call(outcome="taken", contact=PACKS.areas[full.home_area].front_door, spoke_to_role="Duty worker",
                note="Said at case.call.note", reference="R1")
    full = full.but(call=call, sight=full.sight.but(moves="yes", home_education="yes"),
                    young_person=full.young_person.but(interpreter="yes"),
                    findings=(full.findings[0].but(basis="told"), *full.findings[1:]))
    alone = full.but(children=full.children[:1], findings=tuple(one.but(about=()) for one in full.findings), signs={})
    open_to_all = Case(
        home_area=full.home_area, children=(Child(label="A", age_years=12),), danger="no", call=call,
        family=(FamilyMember(key="mother", relation="mother", told="yes", agrees="agrees", risk="no"),),
        young_person=full.young_person.but(risk="no"), sight=Sight(), source_of_harm=SourceOfHarm(kinds=("nobody",)),
        events=full.events, voice=full.voice)
    return {"full": full, "alone": alone, "open": open_to_all}


def records(case: Case) -> Iterator[tuple[Material, Record]]:
    """Every record of every document's detail pages, each once, with all that any of them asks."""
    decision = assess(case, PACKS, clock.now())
    m = Material(case, Details(), decision, PACKS, clock.now())
    asked = {section.id for document in DOCUMENTS.values() for section in sections_for(document)}
    found = {record.name: record for id_ in sorted(asked) for record in SECTION[id_].records(case, Details(), decision)}
    yield from ((m, record) for record in found.values())


@pytest.fixture(autouse=True)
def real_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages read the packs of today."""
    monkeypatch.setattr(knowledge, "packs", lambda: PACKS)


def test_each_field_is_read_back_or_is_new() -> None:
    """Every field of every page is one that the check answers, one that it has no question for, or named with a reason;
    and none is two of these, so that a list cannot hide what the check holds."""
    asked, known = set(), set()
    for case in cases().values():
        for m, record in records(case):
            path, held = ".".join(record.path), record.known(Details(), answered(m))
            asked |= {f"{path}.{field.attribute}" for field in record.fields}
            known |= {f"{path}.{field.attribute}" for field in record.fields if field.attribute in held}
    new = {f"{path}.{attribute}" for path, names in NEW.items() for attribute in names.split()}
    purpose = {one for one in asked if one in ON_PURPOSE or f"{one.rpartition('.')[0]}.*" in ON_PURPOSE}
    assert asked - known - new - purpose == set()
    assert known & (new | purpose) == set()
    assert new <= asked


@pytest.mark.parametrize("name", ["full", "alone"])
def test_each_answer_in_words_is_read_back_or_is_not_asked(name: str) -> None:
    """Each text that the check holds is its own, so a page that does not say it does not read it back."""
    case, shown = cases()[name], ""
    for m, record in records(case):
        row = record.key[1] if record.key else ""
        held = record.known(Details(), answered(m))
        texts = [*(one.words for one in held.values()), *(one.said for one in said_beside(m, record.path, row))]
        shown += "\n".join((*texts, record.shows))
    left = [place for place, said in texts_of(case) if said not in shown]
    assert [place for place in left if not any(re.match(pattern, place) for pattern in ASKED_NOWHERE)] == []


def texts_of(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """The place and the words of every text that the full case gave."""
    items: Any = ()
    if isinstance(value, BaseModel):
        items = ((name, getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, (tuple, list)):
        items = enumerate(value)
    elif hasattr(value, "items"):
        items = value.items()
    elif isinstance(value, str) and value.startswith("Said at"):
        yield place, value
    for name, one in items:
        yield from texts_of(one, f"{place}.{name}".strip("."))


def beside(case: Case, *path: str, row: str = "") -> str:
    """What is read back beside a record."""
    m = Material(case, Details(), assess(case, PACKS, clock.now()), PACKS, clock.now())
    return "\n".join(f"{one.label}: {one.said}" for one in said_beside(m, path, row))


def test_where_several_children_are_is_read_back_for_each() -> None:
    """It was said of them together, and each can still be said to be elsewhere."""
    where = WhereNow(place="school_or_nursery", with_whom="safe_adult")
    two = Case(children=(Child(label="A", age_years=12), Child(label="B", age_years=9)), where_now=where)
    assert "school" in beside(two, "children", row="B")
    assert beside(two.but(children=two.children[:1]), "children", row="A") == ""


def test_every_call_is_read_back_where_steps_are_written() -> None:
    """With the person and the reference, so that nobody writes it down again."""
    case = cases()["open"].but(earlier_calls=(EarlierCall(key="1", outcome="advice", contact="own_lead", note="Ring"),))
    said = beside(case, "log")
    assert all(part in said for part in ("Duty worker", "R1", "own lead", "Ring"))


def test_who_was_told_and_agrees_is_read_back_whether_or_not_they_may_be_asked_now() -> None:
    """Those who may be told have a record of their own; the others stand above the reason why nobody asked."""
    case = cases()["open"]
    assert "Agrees" in beside(case, "agreement", "records", row="mother")
    assert "Mother" in beside(case.but(family=(case.family[0].but(risk="yes"),)), "agreement")
