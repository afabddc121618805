"""The missing-education referral of a family that hides: no place is in it, and nobody has to have ticked anything."""
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from decision.assess import assess
from decision.case import Case, Child, FamilyMember, Finding, Practitioner, SourceOfHarm
from decision.result import Decision
from exports.details import (
    AttachedPaper, ChildDetails, Details, Held, HouseholdMember, LogEntry, MissingEducation, Referrer,
)
from exports.make import make
from exports.places import left_out
from guidance.load import load_packs
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
    """The child, who was told, the reasons and how to reach the writer are there; so is the request not to look."""
    _, text = made(tmp_path)
    for said in ("Robin Madeup", "2 March 2019", "Sam Worker", "01472 555000", "sam@council.example", "Ms Lead, by me",
                 "Talked with the lead", "No date for 10 days in school", "Ash Madeup",
                 "16 November 2026, morning", "where they are must stay secret", "Please do not look for the family"):
        assert squeezed(said) in squeezed(text)


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
    """"No", "none" and "not known" in the field for a place do not take these words out of the other answers."""
    child = ChildDetails(label="A", school=Held(text="none"), gp=Held(text="not sure"), phone=Held(text="no"))
    details = Details(children=(child,), log=(LogEntry(what="No answer, none of them is known to us, not sure why"),))
    _, kept = left_out(CASE, details, hides=True)
    assert kept.log == details.log


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
