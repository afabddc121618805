"""The missing-education referral of a family that hides: no place is in it, and nobody has to have ticked anything."""
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Finding, Practitioner, SignAnswer, SourceOfHarm
from decision.result import Decision
from exports.details import (
    AttachedPaper, ChildDetails, Details, Held, HouseholdMember, LogEntry, MissingEducation, Referrer,
)
from exports.hiding.written import is_written
from exports.make import make
from exports.hiding.places import left_out
from guidance.load import load_packs
from guidance.vocabulary import Fact
from tests.exports.reading import pages_text, squeezed, tagged_text

PACKS = load_packs()
AREA, HIDES = next((area, duty.id) for area in PACKS.areas.values() for duty in area.duties if duty.withholds_place)
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)
REFUGE, ALONE = (next(row.id for row in AREA.indicators if HIDES in row.duty and (len(row.duty) == 1) == alone)
                 for alone in (False, True))
REASON = next(row.id for row in AREA.indicators if row.duty and PACKS.national.duty_for(
    "missing_education").id in row.duty and HIDES not in row.duty)
REFUGE_ADDRESS = "Flat 2, 9 Larkspur Rise, Humberbeck, DN39 4ZZ"
WITHHELD = (
    "Larkspur", "Humberbeck", "DN39 4ZZ", "07700 900123", "07700900123", "01472 000111", "000111", "Quillfeather",
    "Brambling", "Oddsworth", "Saltmere", "HU99 1AA", "07700 900999", "Tern Haven", "worker@ternhaven.example",
    "Dunlin", "Kittiwake",
)
"""What must not be found: of the fields, and of what stands in free text alone."""
CASE = Case(
    home_area=AREA.id, practitioner=Practitioner(relationship="Her key worker at Dunlin Lodge"),
    children=(Child(label="A", age_years=7, status=("none",), status_note="Was seen at Larkspur Rise"),),
    findings=(Finding(id=REFUGE, about=("A",), basis="told", when="since 13 November", note="At 9 Larkspur Rise now.",
                      words="My new school is Quillfeather and I sleep in Humberbeck"),),
    family=(FamilyMember(key="mother", relation="Mother"), FamilyMember(key="father", relation="Father")),
    source_of_harm=SourceOfHarm(kinds=("parent_or_carer",), members=("father",)),
)
DETAILS = Details(
    children=(ChildDetails(
        label="A", name=Held(text="Robin Madeup"), born=date(2019, 3, 2), address=Held(text=REFUGE_ADDRESS),
        where_now=Held(text=REFUGE_ADDRESS), phone=Held(text="07700 900123"), gp=Held(text="Dr Brambling"),
        school=Held(text="Quillfeather Primary School"), legal_status="Order of Saltmere Family Court"),),
    household=(
        HouseholdMember(key="mother", relation="Mother", name=Held(text="Ash Madeup"), phone=Held(text="01472 000111"),
                        address=Held(text=REFUGE_ADDRESS)),
        HouseholdMember(key="father", relation="Father", address=Held(text="not known"), phone=Held(text="no")),
    ),
    referrer=Referrer(name="Sam Worker", job="Key worker", agency="Kittiwake Refuge", phone="01472 555000",
                      address="Tern Haven, 9 Larkspur Rise", email="sam@council.example"),
    log=(
        LogEntry(on=date(2026, 11, 16), half="am", what="Rang 07700900123 and went to 9 larkspur  rise", who="Officer",
                 result="They moved on to 4 Saltmere Road, Saltmere, hu991aa"),
        LogEntry(on=date(2026, 11, 17), what="Asked at Oddsworth Academy", result="Ring 07700 900999 there"),
        LogEntry(on=date(2026, 11, 18), what="Talked with the lead", result="No date for 10 days in school"),
    ),
    attachments=(AttachedPaper(name="Letter from Saltmere Surgery"),),
    missing_education=MissingEducation(
        brothers_sisters="Jo, who goes to the one by the harbour", last_seen_by="The neighbour, by the lighthouse",
        signs_of_a_move="A van from the quay",
        summary="They are with Tern Haven Refuge, write to worker@ternhaven.example.",
        told_today="Ms Lead, by me", risk="Flight from abuse", address_found="yes",
        safeguarding_result="They know Quillfeather has her", ground="none",
    ),
)


def made(tmp_path: Path, case: Case = CASE, details: Details = DETAILS) -> tuple[Decision, str]:
    """The decision, and the whole text of the paper in three readings: as tagged, by pypdf, and by pdftotext."""
    decision = assess(case, PACKS, NOW)
    data = make("missing_education_referral", case, details, decision, PACKS, NOW)
    path = tmp_path / "paper.pdf"
    path.write_bytes(data)
    read = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return decision, "\n".join((tagged_text(data), pages_text(data), read.stdout))


@pytest.mark.parametrize("id_", [REFUGE, ALONE])
def test_nothing_that_was_withheld_is_in_the_paper(tmp_path: Path, id_: str) -> None:
    """No address, number, school or GP, in a field or in free text, of a child, a parent or the one who writes."""
    reason = Finding(id=REASON, about=("A",), note="9 Larkspur Rise")
    findings = (CASE.findings[0].model_copy(update={"id": id_}), reason)
    decision, text = made(tmp_path, CASE.model_copy(update={"findings": findings}))
    assert decision.withholds_place
    found = squeezed(text).casefold()
    assert [said for said in (*WITHHELD, "harbour", "lighthouse", "quay") if squeezed(said).casefold() in found] == []
    assert squeezed("held as confidential; ask me by telephone") in found


def test_a_place_that_looks_like_none_is_not_printed_either(tmp_path: Path) -> None:
    """A refuge named by its town alone stands in no free answer, nor in the facts behind a reason."""
    written = "Staying with Aunt Bettina in Cleethorpes, then a refuge in Scartho"
    answers = dict.fromkeys(("risk", "summary", "safeguarding_result"), written)
    said = DETAILS.missing_education.model_copy(update=answers)
    findings = tuple(item.model_copy(update={"note": written, "words": written}) for item in CASE.findings)
    _, text = made(tmp_path, CASE.model_copy(update={"findings": findings}),
                   DETAILS.model_copy(update={"missing_education": said}))
    assert not any(place in text for place in ("Scartho", "Bettina", "Cleethorpes"))


def test_what_is_no_place_stays_and_the_paper_says_what_is_missing(tmp_path: Path) -> None:
    """The child, dates, choices, relations and how to reach the writer are there; so is the request not to look."""
    _, text = made(tmp_path)
    for said in ("Robin Madeup", "2 March 2019", "Sam Worker", "Key worker", "01472 555000", "sam@council.example",
                 "Ash Madeup", "Mother", "16 November 2026, morning", "where they are must stay secret",
                 "Answers in free words are left out of this copy", "Please do not look for the family"):
        assert squeezed(said) in squeezed(text)
    for said in ("Ms Lead, by me", "Talked with the lead", "No date for 10 days in school"):
        assert squeezed(said) not in squeezed(text)


TOWN, PLACE = "Scartho", "Cleethorpes"
"""What is written in every field of words, and in every field for a place."""
ALLOWED = {
    ("ChildDetails", "name"), ("ChildDetails", "other_names"), ("HouseholdMember", "name"),
    *(("Referrer", name) for name in ("name", "job", "agency", "phone", "email", "lead_name", "lead_phone")),
}
"""Fields in free words that this paper prints for a family that hides: names, and the writer's own. No other."""
IDS = {
    ("Case", "home_area"): AREA.id, ("Case", "area_now"): "", ("Case", "work_area"): "", ("Practitioner", "role"): "",
    ("Child", "label"): "A", ("ChildDetails", "label"): "A", ("ChildText", "label"): "A", ("LivedDay", "label"): "A",
    ("FamilyMember", "key"): "mother", ("HouseholdMember", "key"): "mother", ("AgreementRecord", "key"): "mother",
    ("Call", "contact"): "", ("Finding", "id"): REFUGE, ("SignAnswer", "answer"): "yes",
    ("DomainAnswer", "domain"): "health", ("HeldBack", "why"): "safety",
    ("Settled", "id"): REFUGE, ("Settled", "answer"): "yes",
}
"""Fields of text that hold an id and no words of the user, and choices that cannot be left open."""


def filled(model: type[Fact]) -> Any:
    """A record of this kind with the town in every field that holds words; choices and dates are left open."""
    values: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        key, kind = (model.__name__, name), record_of(field.annotation)
        if key in ALLOWED or key == ("Details", "sources"):
            continue
        origin = get_origin(field.annotation)
        if key in IDS:
            values[name] = IDS[key]
        elif kind is not None:
            values[name] = (filled(kind),) if origin is tuple else {REFUGE: filled(kind)} if origin else filled(kind)
        elif field.annotation is str:
            values[name] = PLACE if key == ("Held", "text") else TOWN
        elif is_written(model, name):
            values[name] = (TOWN,)
    return model.model_validate(values)


def record_of(annotation: Any) -> type[Fact] | None:
    """The kind of record that a field holds, alone or in a list; None where it holds something else."""
    kinds = (item for item in (annotation, *get_args(annotation)) if isinstance(item, type) and not get_args(item))
    return next((item for item in kinds if issubclass(item, Fact)), None)


def test_a_town_in_any_words_at_all_is_in_no_line_of_it(tmp_path: Path) -> None:
    """Every field of words of the case and the details, found by walking the models, so that a new one is met too.

    Sources who must not be named are left out of it: another sweep takes their words out of every paper.
    """
    reason, hiding = (filled(Finding).model_copy(update={"id": id_}) for id_ in (REASON, REFUGE))
    signs = {"sexual_abuse": filled(SignAnswer)}
    case = filled(Case).model_copy(update={"findings": (reason, hiding), "signs": signs, "held_back": {}})
    decision, text = made(tmp_path, case, filled(Details))
    assert decision.withholds_place
    assert [said for said in (TOWN, PLACE) if said in text] == []
    _, other = made(tmp_path, case.model_copy(update={"findings": (reason,)}), filled(Details))
    assert other.count(TOWN) > 20
    assert PLACE in other


def test_it_is_withheld_too_where_nobody_is_sure_that_the_family_hides(tmp_path: Path) -> None:
    """Not sure and not known count as yes here: an address that is out cannot be taken back."""
    for answer in ("not_sure", "not_known"):
        case = CASE.model_copy(update={"findings": (Finding(id=REASON, about=("A",)),), "answers": {ALONE: answer}})
        decision, text = made(tmp_path, case)
        assert decision.withholds_place
        assert not [said for said in WITHHELD if squeezed(said).casefold() in squeezed(text).casefold()]


def test_a_family_that_does_not_hide_keeps_its_address(tmp_path: Path) -> None:
    """Without such a duty the team gets what it needs to find the child, and the paper does not say otherwise."""
    decision, text = made(tmp_path, CASE.model_copy(update={"findings": (Finding(id=REASON, about=("A",)),)}))
    assert not decision.withholds_place
    for said in (REFUGE_ADDRESS, "Quillfeather Primary School", "Dr Brambling", "the one by the harbour"):
        assert squeezed(said) in squeezed(text)
    assert "must stay secret" not in text


def test_a_confidential_place_is_left_out_of_what_was_ticked_as_well(tmp_path: Path) -> None:
    """The facts and the child's words beside a reason are free text too, whoever hides."""
    details = Details(children=(ChildDetails(label="A", address=Held(text=REFUGE_ADDRESS, confidential=True)),))
    case = CASE.model_copy(update={"findings": (Finding(id=REASON, about=("A",), note="Now in DN39  4ZZ"),)})
    _, text = made(tmp_path, case, details)
    assert squeezed("DN39 4ZZ") not in squeezed(text)


def test_an_answer_that_is_no_place_garbles_nothing() -> None:
    """"No", "none" and "not known" in the field for a place do not take these words out of what stays."""
    child = ChildDetails(label="A", name=Held(text="Ann None"), school=Held(text="none"), gp=Held(text="not sure"),
                         phone=Held(text="no"))
    me = Referrer(job="Not sure, none", agency="No school")
    _, kept = left_out(CASE, Details(children=(child,), referrer=me), hides=True)
    assert (kept.children[0].name, kept.referrer) == (child.name, me)


@pytest.mark.parametrize(("said", "stays"), [
    ("Mother", True), ("step-father", True), ("Year 4", True), ("16:30", True), ("girl", True), ("not known", True),
    ("A123456789012", True), ("mother, in Scartho", False), ("01472 555000", False), ("Scartho", False),
    ("flat 2", False),
])
def test_of_free_words_only_a_plain_one_stays(said: str, stays: bool) -> None:
    """A relation, gender, year group, time or UPN is no place; with anything beside it, it is left out."""
    _, kept = left_out(CASE, Details(household=(HouseholdMember(relation=said),)), hides=True)
    assert (kept.household[0].relation == said) == stays


def test_ids_and_answers_of_a_list_are_never_touched() -> None:
    """A place that reads like an answer of a list ("home") changes no answer: the case stays a case."""
    details = Details(children=(ChildDetails(label="A", address=Held(text="Home, 12 home", confidential=True)),))
    case = CASE.model_copy(update={"where_now": CASE.where_now.model_copy(update={"place": "home"})})
    for hides in (False, True):
        kept, _ = left_out(case, details, hides)
        assert (kept.where_now.place, kept.home_area, kept.findings[0].id) == ("home", case.home_area, REFUGE)
        assert Case.model_validate(kept.model_dump()) == kept


def test_a_referral_to_the_front_door_marks_each_place(tmp_path: Path) -> None:
    """Children's services do get the address, after the word confidential, though nobody ticked it."""
    decision = assess(CASE, PACKS, NOW)
    said = tagged_text(make("referral", CASE, DETAILS, decision, PACKS, NOW))
    assert f"CONFIDENTIAL: {REFUGE_ADDRESS}" in said
