"""What is held back is said to be: how a statement is known, and when it was, are never called "not answered"."""
from collections.abc import Iterator
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, EarlierCall, Finding, Help, History, SignAnswer
from exports.blocks import NOT_ANSWERED, Block, Grid
from exports.by_known import known_rows
from exports.copies import for_readers
from exports.details import AgreementBlock, AgreementRecord, ChronologyEntry, Details
from exports.documents import DOCUMENTS
from exports.hiding.held_back import HELD, open_copy
from exports.hiding.hold_places import HELD_TOO
from exports.material import Material
from guidance.load import load_packs
from guidance.vocabulary import Basis
from guidance.words import say
from tests.exports import samples
from tests.exports.test_from_check import said_in

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
PAPERS = ("referral", "conversation_record", "call_sheet", "allegation_referral", "missing_education_referral",
          "exploitation_grid")
SECRET = {"when": "after the party", "note": "Nora heard it through the wall", "words": "Nobody may know"}
CHILDREN = (Child(label="A", age_years=9), Child(label="B", age_years=12))
SIGN = "injury_unexplained"


def material(area: str, basis: Basis | None = "told", **of_finding: Any) -> Material:
    """A statement of each kind of paper and a sign, all of it held back."""
    pack = PACKS.areas[area]
    scaled = {one.id for one in pack.scales if one.id in pack.rows_of_scale}
    duty = PACKS.national.duty_for("missing_education").id
    rows = [next(row for row in pack.indicators if row.kind == "need" and not (row.scale or row.known_by))]
    rows += [row for row in pack.indicators if row.scale in scaled][:1]
    rows += [row for row in pack.indicators if duty in row.duty and not row.known_by][:1]
    findings = tuple(Finding(id=row.id, about=("A",), basis=basis, **SECRET, **of_finding) for row in rows)
    held = {f"findings.{one.id}": {"why": "source_unnamed"} for one in findings}
    case = Case(home_area=area, danger="no", children=CHILDREN, findings=findings,
                signs={SIGN: SignAnswer(answer="yes", about=("A",), basis=basis, **SECRET)},
                held_back=held | {f"signs.{SIGN}": {"why": "safety"}})
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def blocks_of(m: Material, document_id: str) -> tuple[Block, ...]:
    """What stands on a paper, as its readers get it."""
    document = DOCUMENTS[document_id]
    assert document.build
    return document.build(for_readers(document, m))


def evidence_rows(blocks: tuple[Block, ...]) -> Iterator[tuple[str, ...]]:
    """The cells of each row of a table that has something held back."""
    for block in blocks:
        if isinstance(block, Grid):
            yield from (tuple(cell.said for cell in row) for row in block.rows
                        if any(HELD in cell.said for cell in row))


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("document_id", PAPERS)
def test_how_and_when_are_never_called_not_answered(area: str, document_id: str) -> None:
    """On every paper of every area: no such cell, no such label, and not a word of it."""
    blocks = blocks_of(material(area), document_id)
    for cells in evidence_rows(blocks):
        assert NOT_ANSWERED.said not in cells
        assert HELD_TOO in " ".join(cells)
    said = "\n".join(said_in(blocks))
    assert say("papers.known.not_said") not in said
    assert say("papers.found.how_not_said") not in said
    front_door = said.partition(say("papers.front_door"))[0]
    assert not [one for one in SECRET.values() if one in front_door]


def test_what_the_statement_itself_says_of_it_stands() -> None:
    """A sign that the child told of is one that the child told of, whatever is held back."""
    case = Case(home_area=AREAS[0], danger="no", children=CHILDREN[:1],
                held_back={"signs.disclosure": {"why": "safety"}},
                signs={"disclosure": SignAnswer(answer="yes", **SECRET)})
    m = Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)
    labels = [label for label, _ in known_rows(for_readers(DOCUMENTS["conversation_record"], m))]
    assert labels == [say("papers.known.child_said")]


@pytest.mark.parametrize("area", AREAS)
def test_a_suspicion_stays_one(area: str) -> None:
    """Nothing is stated as a fact because its words are held back."""
    open_ = for_readers(DOCUMENTS["conversation_record"], material(area, "suspected"))
    assert [label for label, _ in known_rows(open_)] == [say("papers.known.suspected")]
    unproved = for_readers(DOCUMENTS["conversation_record"], material(area, "told", why="cannot_prove"))
    assert say("papers.known.suspected") in [label for label, _ in known_rows(unproved)]


def test_how_it_is_known_still_tells_no_source() -> None:
    """Of whoever told, saw or heard it nothing is left."""
    bases: tuple[Basis, ...] = ("seen", "told", "child_said")
    for basis in bases:
        m = material(AREAS[0], basis)
        case, _ = open_copy(m.case, m.details, family=False)
        assert {one.basis for one in (*case.findings, *case.signs.values())} == {None}


def test_where_nobody_said_how_and_nothing_is_held_that_is_said() -> None:
    """The words for held back are never said of what simply was not answered."""
    m = material(AREAS[0], None)
    bare = m.case.but(held_back={}, findings=tuple(one.but(when="") for one in m.case.findings))
    said = "\n".join(said_in(blocks_of(Material(bare, Details(), m.decision, PACKS, samples.NOW), "referral")))
    assert HELD_TOO not in said
    assert say("papers.found.how_not_said") in said


def test_the_rest_of_a_record_that_is_held_back_says_so_too() -> None:
    """A talk, who was asked, help and the chronology: each answered field, and never "not answered"."""
    case = Case(
        home_area=AREAS[0], danger="no", children=CHILDREN[:1],
        history=History(help=(Help(what="A club", when="in May", result="better"),)),
        earlier_calls=(EarlierCall(key="1", outcome="advice", spoke_to_role="Duty worker", note="Wait"),),
        held_back={place: {"why": "third_party"} for place in (
            "history.help", "earlier_calls.1", "details.chronology", "details.agreement.records.mother")})
    details = Details(
        chronology=(ChronologyEntry(when="May", event="A fall", source="School", effect="Sad", action="None"),),
        agreement=AgreementBlock(records=(AgreementRecord(key="mother", asked_by="Mr Lead", said="Yes",
                                                          whose_information="Hers"),)))
    case, details = open_copy(case, details, family=False)
    assert case.history.help == (Help(what=HELD, when=HELD_TOO, result=HELD_TOO),)
    assert (case.earlier_calls[0].note, case.earlier_calls[0].spoke_to_role) == (HELD, HELD_TOO)
    record = details.agreement.records[0]
    assert (record.said, record.asked_by, record.whose_information) == (HELD, HELD_TOO, HELD_TOO)
    assert details.chronology[0] == ChronologyEntry(when=HELD_TOO, event=HELD, source=HELD_TOO, effect=HELD_TOO,
                                                    action=HELD_TOO)
    family, _ = open_copy(case, details, family=True)
    assert family.history.help == ()
    assert not [one for one in said_in(blocks_of(
        Material(case, details, assess(case, PACKS, samples.NOW), PACKS, samples.NOW), "referral"))
        if HELD in one and NOT_ANSWERED.said in one]
