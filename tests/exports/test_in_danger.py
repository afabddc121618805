"""Danger now is the first of what every paper says and knows, in the words of the result."""
from typing import Any

import pytest

from decision.assess import assess
from decision.case import Case, Child, Finding, WhereNow
from exports.blocks import Block, Grid, Heading, Led, Paragraph, Rows
from exports.copies import for_readers
from exports.details import Details
from exports.documents import DOCUMENTS, text_blocks
from exports.documents.exploitation_grid import tool
from exports.findings import by_writer
from exports.in_danger import danger_said
from exports.make import make
from exports.material import Material
from guidance.load import load_packs
from guidance.words import say
from tests.exports import samples
from tests.exports.documents.test_page_one_crowded import crowded
from tests.exports.reading import each_page, squeezed
from tests.exports.test_from_check import said_in

PACKS = load_packs().at(samples.NOW)
AREAS = tuple(area.id for area in PACKS.areas.values())
ANSWERS = (("yes", None), ("yes", "yes"), ("yes", "not_known"), ("not_sure", None), ("not_sure", "no"),
           ("not_sure", "yes"))
KNOWS = ("referral", "call_sheet", "conversation_record", "allegation_referral", "missing_education_referral")
"""Papers that say what is known; the grid of an area is one where the area has it."""


def small(area: str) -> Finding:
    """The mildest need of an area."""
    needs = [row for row in PACKS.areas[area].indicators if row.kind == "need" and not (row.scale or row.ask_first)]
    return Finding(id=needs[0].id, about=("A",), basis="seen", when="on Monday", note="Late twice")


def material(area: str = "central_bedfordshire", **more: Any) -> Material:
    """Two children and one small statement."""
    case = Case(home_area=area, children=(Child(label="A", age_years=8), Child(label="B", age_years=13)),
                findings=(small(area),), where_now=WhereNow(place="home")).but(**more)
    return Material(case, Details(), assess(case, PACKS, samples.NOW), PACKS, samples.NOW)


def blocks_of(m: Material, document_id: str) -> tuple[Block, ...]:
    """What stands on a paper."""
    document = DOCUMENTS[document_id]
    assert document.build
    return document.build(for_readers(document, m))


def after(blocks: tuple[Block, ...], heading: str) -> Block:
    """The first block under a heading."""
    return blocks[next(n for n, one in enumerate(blocks) if isinstance(one, Heading) and one.said == heading) + 1]


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize(("danger", "safe"), ANSWERS)
def test_it_is_said_on_every_paper_first(area: str, danger: str, safe: str | None) -> None:
    """One line, in the words of the reason: first on the call sheet, in the worry of page one, and in the record."""
    m = material(area, danger=danger, confirmed_safe=safe)
    said = danger_said(m)
    reason = next(one for one in m.decision.reasons if one.kind == "danger")
    assert said.startswith(by_writer(reason.says))
    for document_id, heading in (("call_sheet", "papers.sheet.say"), ("referral", "papers.worry")):
        first = after(blocks_of(m, document_id), say(heading))
        assert isinstance(first, Paragraph)
        assert first.said == Led(said, "")
    row = after(blocks_of(m, "conversation_record"), say("papers.talk.known"))
    assert isinstance(row, Rows)
    assert row.rows[0][1].said == said
    papers = (*KNOWS, *(("exploitation_grid",) if tool(PACKS.areas[area]) else ()))
    for document_id in papers:
        lines = list(said_in(blocks_of(m, document_id)))
        assert sum(said in line for line in lines) >= 1, document_id
        others = [n for n, line in enumerate(lines) if "Late twice" in line]
        if others and document_id != "exploitation_grid":
            assert next(n for n, line in enumerate(lines) if said in line) < others[0]
    assert text_blocks.build_text(m)[0].text.startswith(said)


def test_not_sure_is_said_as_not_sure() -> None:
    """And whether somebody safe has confirmed it, or that a named adult has the child."""
    for safe, words in ((None, "nobody safe has confirmed it"), ("yes", "a named adult has the child safe now")):
        said = danger_said(material(danger="not_sure", confirmed_safe=safe))
        assert said.startswith("I am not sure")
        assert words in said


def test_beside_a_yes_it_is_said_whether_the_child_is_safe() -> None:
    """What was answered of that is no less known."""
    assert say("papers.confirmed_safe.yes") in danger_said(material(danger="yes", confirmed_safe="yes"))
    assert say("papers.confirmed_safe.no") in danger_said(material(danger="yes", confirmed_safe="no"))


@pytest.mark.parametrize("danger", ["no", None])
def test_a_no_and_no_answer_say_nothing(danger: str | None) -> None:
    """No line; and a No of danger is never read as safe."""
    m = material(danger=danger, confirmed_safe="yes")
    assert danger_said(m) == ""
    assert say("papers.known.danger") not in "\n".join(said_in(blocks_of(m, "conversation_record")))


def test_a_worry_that_is_danger_alone_is_answered() -> None:
    """With nothing else said page one has no "not answered" in the worry."""
    m = material(danger="yes", findings=())
    blocks = blocks_of(m, "referral")
    worry = after(blocks, say("papers.worry"))
    second = blocks[blocks.index(worry) + 1]
    assert str(getattr(second, "said", "")) != say("papers.answer_missing")
    assert say("papers.alone.worry") not in "\n".join(said_in(blocks))


@pytest.mark.parametrize("area", AREAS)
def test_it_stands_on_page_one_however_much_was_written(area: str) -> None:
    """And the call sheet is one page."""
    case, details = crowded(area)
    for danger in ("yes", "not_sure"):
        one = case.but(danger=danger)
        decision = assess(one, PACKS, samples.NOW)
        said = squeezed(danger_said(Material(one, details, decision, PACKS, samples.NOW)))
        first = squeezed(next(iter(each_page(make("referral", one, details, decision, PACKS, samples.NOW)))))
        assert said in first
        sheet = list(each_page(make("call_sheet", one, details, decision, PACKS, samples.NOW)))
        assert len(sheet) == 1
        assert said in squeezed(sheet[0])


def test_a_table_is_no_statement_of_danger() -> None:
    """The line is none of the statements that were ticked: it has no mark and no place in a document."""
    m = material(danger="yes")
    grids = [one for one in blocks_of(m, "referral") if isinstance(one, Grid)]
    assert not any(danger_said(m) in cell.said for one in grids for row in one.rows for cell in row)
