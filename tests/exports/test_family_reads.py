"""What the family may read of what was noticed."""
import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding, SignAnswer, SourceOfHarm
from decision.changes import one_of
from exports.blocks import Grid
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.documents.early_help_assessment import build
from exports.family_reads import noticed, waiting
from exports.hiding.family import family_copy
from exports.material import Material
from guidance.models import Indicator
from guidance.vocabulary import Answer
from guidance.words import say
from tests.exports.test_from_check import PACKS
from tests.exports import samples

AREAS = tuple(PACKS.areas)


def needs(area: str) -> tuple[Indicator, ...]:
    """Every need that is not of significant harm and not a band of another scale."""
    return tuple(row for row in PACKS.areas[area].indicators
                 if row.kind == "need" and row.harm != "significant" and not row.scale)


def material(area: str, row: Indicator, answer: Answer | None) -> Material:
    """A family's copy of a case with this one need, and this answer to the sign that it asks about first."""
    signs = {sign.id: SignAnswer(answer="no") for sign in PACKS.signs(area)}
    if row.ask_first:
        signs.pop(row.ask_first)
        signs |= {row.ask_first: SignAnswer(answer=answer)} if answer else {}
    case = Case(home_area=area, children=(Child(label="A", age_years=8),), danger="no", signs=signs,
                source_of_harm=SourceOfHarm(kinds=("nobody",)),
                findings=(Finding(id=row.id, about=("A",), basis="seen"),))
    decision = assess(case, PACKS, samples.NOW).but(outcome="early_help")
    given = DOCUMENTS["early_help_assessment"].given
    copy, details = family_copy(case, Details(), given)
    return Material(copy, details, decision, PACKS, samples.NOW)


@pytest.mark.parametrize("area", AREAS)
def test_every_need_arrives_once_its_sign_is_answered_no(area: str) -> None:
    """No need of an area is kept from the family's paper for asking about a sign that is known not to be so."""
    lost = [row.id for row in needs(area)
            if row.says not in [one.says for one in noticed(material(area, row, "no"))]]
    assert lost == []


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("answer", ["yes", "not_sure", None])
def test_a_need_waits_while_its_sign_is_open_and_the_writer_is_told(area: str, answer: Answer | None) -> None:
    """Yes, not sure and not asked keep it out, and it is named with the sign it waits for."""
    says = {sign.id: sign.says for sign in PACKS.signs(area)}
    for row in needs(area):
        if row.ask_first:
            m = material(area, row, answer)
            assert noticed(m) == ()
            assert waiting(m) == ((row.says, says[row.ask_first]),)


@pytest.mark.parametrize("area", AREAS)
def test_what_was_told_is_never_printed_as_seen(area: str) -> None:
    """Where statements that are known in different ways share a row, each says after itself how it is known."""
    rows = needs(area)
    plain = [row for row in rows if not row.ask_first]
    m = material(area, plain[0], None)
    findings = tuple(Finding(id=row.id, about=("A",), basis="seen" if number % 2 else "told")
                     for number, row in enumerate(plain))
    m = Material(m.case.but(findings=findings), m.details, m.decision, PACKS, samples.NOW)
    basis: dict[str, set[bool]] = {}
    for row, one in zip(plain, findings, strict=True):
        basis.setdefault(row.says, set()).add(one.basis == "seen")
    how = " " + say("papers.in_brackets", said=say("value.basis.seen"))
    printed = [(line.removesuffix(how), bool(row[3].said) or line.endswith(how))
               for block in build(m) if isinstance(block, Grid) and len(block.heads) == 4 for row in block.rows
               for line in row[2].said.split("\n")]
    checked = [(known, basis[said]) for said, known in printed if said in basis]
    assert {said for said, _ in printed} - {""} == set(basis)
    assert all(known in kinds for known, kinds in checked)
    assert {known for known, _ in checked} == {True, False}


def test_what_statements_share_arrives_where_the_family_may_read_each_of_them() -> None:
    """It is so, whichever of them is; where one of them states serious harm, nothing of it stands."""
    plain, harm = ("TEL-2-GUIDANCE-04", "TEL-3-GUIDANCE-01"), ("TEL-4-BASICCARE-17", "TEL-4-WARMTH-02")
    area = PACKS.areas["telford_wrekin"]
    signs = {sign.id: SignAnswer(answer="no") for sign in PACKS.signs(area.id)}
    case = Case(home_area=area.id, danger="no", signs=signs, source_of_harm=SourceOfHarm(kinds=("nobody",)))
    for ids, expected in ((plain, [area.indicator[plain[0]].alike]), (harm, [])):
        said = one_of(case, ids)
        decision = assess(said, PACKS, samples.NOW).but(outcome="early_help")
        copy, details = family_copy(said, Details(), DOCUMENTS["early_help_assessment"].given)
        assert [one.says for one in noticed(Material(copy, details, decision, PACKS, samples.NOW))] == expected
