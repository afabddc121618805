"""A statement stands in the row of the assessment that it is about, once; what leads nowhere keeps its own heading."""
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from decision.case import Finding
from exports.assessment_rows import GROUPS, group_of, heading, led_to, rows_by_topics, standing
from exports.blocks import Grid
from exports.details import DOMAINS, Assessment, Details, DomainAnswer
from exports.documents.early_help_assessment import build
from exports.family_reads import noticed
from exports.make import make
from exports.material import Material
from exports.prefilled import seen_in
from guidance.models import Indicator
from guidance.words import say
from tests.exports import samples
from tests.exports.reading import each_page
from tests.exports.test_family_reads import AREAS, PACKS, material

OURS = {say(f"papers.eha.{id_}"): id_ for id_ in DOMAINS}


def readable(area: str) -> list[Indicator]:
    """Every need and strength that the family may read, whatever sign it asks about first."""
    return [row for row in PACKS.areas[area].indicators if not row.scale and (
        row.kind == "strength" or (row.kind == "need" and row.harm != "significant"))]


@cache
def everything(area: str) -> Material:
    """A case of an area in which all of them are so, every second one seen."""
    rows = readable(area)
    m = material(area, rows[0], "no")
    found = tuple(Finding(id=row.id, about=("A",), basis="seen" if number % 2 else "told")
                  for number, row in enumerate(rows))
    signs = {id_: one.but(answer="no") for id_, one in m.case.signs.items()}
    return replace(m, case=m.case.but(findings=found, signs=signs))


def tables(m: Material) -> list[Grid]:
    """The three tables of how things are."""
    return [block for block in build(m) if isinstance(block, Grid) and len(block.heads) == 4]


def statements(cell: str) -> list[str]:
    """The statements of a cell, without how each is known."""
    how = " " + say("papers.in_brackets", said=say("value.basis.seen"))
    return [line.removesuffix(how) for line in cell.split("\n") if line]


def test_the_table_leads_to_rows_by_topics_that_there_are() -> None:
    """Each combination once, each to a row of the assessment, with topics of the national pack; each is in use."""
    written = [((topic.id, *one.beside), concern) for topic in PACKS.national.topics for one in topic.rows
               for concern in one.concerns or ("",)]
    assert len(rows_by_topics(PACKS)) == len(written)
    assert set(rows_by_topics(PACKS).values()) <= set(DOMAINS)
    assert {topic for topics, _ in written for topic in topics} <= PACKS.national.topic.keys()
    used = {(row.topics, concern) for area in AREAS for row in readable(area) for concern in (row.concern, "")}
    assert [one for one in written if one not in used] == []


@pytest.mark.parametrize("area", AREAS)
def test_every_statement_stands_once_and_nothing_is_lost(area: str) -> None:
    """All that the family may read is in the tables, in one row each, on its own side."""
    m = everything(area)
    seen = noticed(m)
    assert seen
    for strength, column in ((True, 1), (False, 2)):
        printed = Counter(said for table in tables(m) for row in table.rows for said in statements(row[column].said))
        assert printed == Counter(one.said for one in seen if one.strength == strength)


@pytest.mark.parametrize("area", AREAS)
def test_a_title_stands_once_in_the_whole_assessment(area: str) -> None:
    """One added row for each heading of the area's document, and each row of ours once."""
    titles = Counter(row[0].said for table in tables(everything(area)) for row in table.rows)
    added = {one.heading for one in noticed(everything(area)) if one.stands.row is None}
    assert [title for title, number in titles.items() if number != 1 and not (title in OURS and title in added)] == []
    assert set(titles) == set(OURS) | added


@pytest.mark.parametrize("area", AREAS)
def test_a_statement_stands_where_its_topics_lead(area: str) -> None:
    """In that row and no other; every other one under its heading, in the part where most of that heading stand."""
    pack = PACKS.areas[area]
    m = everything(area)
    found = {(OURS.get(row[0].said, row[0].said), number): statements(f"{row[1].said}\n{row[2].said}")
             for number, table in enumerate(tables(m)) for row in table.rows}
    for row in readable(area):
        where = standing(PACKS, pack, row)
        assert where.row == led_to(PACKS, row)
        assert row.says.rstrip(".") in " ".join(found[where.row or heading(pack, row), where.group])
        if where.row:
            assert where.row in GROUPS[where.group][0]


@pytest.mark.parametrize(("id_", "row"), [("CBC-2-CHILD-04", "basic_care"), ("CBC-2-CHILD-05", "stimulation")])
def test_a_babys_food_and_play_stand_in_the_rows_on_food_and_play(id_: str, row: str) -> None:
    """And not in one of the area's heading above them."""
    area = PACKS.areas["central_bedfordshire"]
    assert standing(PACKS, area, area.indicator[id_]).row == row


@pytest.mark.parametrize(("id_", "row"), [
    ("CBC-2-FAMILY-03", "housing"), ("CBC-2-CHILD-08", "relationships"), ("CBC-3-CHILD-14", "relationships"),
    ("TEL-3-HOUSING-01", "money_and_work"), ("LUT-2-FAMILY-02", "wider_family"), ("TEL-2-SEBI-14", "identity")])
def test_a_finding_stands_in_the_row_of_its_own_name(id_: str, row: str) -> None:
    """Housing under housing and friends under friends, and not beside that row, left empty."""
    area = next(pack for pack in PACKS.areas.values() if id_ in pack.indicator)
    assert standing(PACKS, area, area.indicator[id_]).row == row
    assert standing(PACKS, area, area.indicator[id_]).group == group_of(row)


@pytest.mark.parametrize("area", AREAS)
def test_what_was_written_comes_first_and_no_statement_borrows_how_it_is_known(area: str) -> None:
    """In a row with words of the writer, each statement says how it is known, and the writer's words stay their own."""
    led = [row for row in readable(area) if standing(PACKS, PACKS.areas[area], row).row and row.kind == "need"]
    if not led:
        pytest.skip("no statement of this area is about one row alone")
    row = led[0]
    id_ = standing(PACKS, PACKS.areas[area], row).row
    assert id_
    own = DomainAnswer(domain=id_, worries="My words", evidence="My visit")
    whole = replace(material(area, row, "no"), details=Details(assessment=Assessment(domains=(own,))))
    cells = next(one for table in tables(whole) for one in table.rows if one[0].said == say(f"papers.eha.{id_}"))
    how = say("papers.in_brackets", said=say("value.basis.seen"))
    assert cells[2].said.split("\n") == ["My words", f"{noticed(whole)[0].said} {how}"]
    assert cells[3].said == "My visit"


@pytest.mark.parametrize("area", AREAS)
def test_the_pages_read_back_what_stands_in_each_part(area: str) -> None:
    """Beside every row of a part all of that part, and all of it beside some row."""
    m = everything(area)
    read = [seen_in(m, rows[0]) for rows, _ in GROUPS]
    assert [seen_in(m, rows[-1]) for rows, _ in GROUPS] == read
    assert Counter(said for part in read for said in part) == Counter(one.said for one in noticed(m))


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13, 21, 34])
@pytest.mark.parametrize("area", AREAS)
def test_where_the_answers_are_from_never_stands_alone_on_a_page(area: str, number: int) -> None:
    """The line stands above the tables, on the page on which the first of them begins, however long the paper is."""
    m = everything(area)
    case = m.case.but(findings=m.case.findings[:number])
    pages = each_page(make("early_help_assessment", case, m.details, m.decision, PACKS, samples.NOW))
    line, first = say("papers.eha.noticed"), say("papers.eha.child")
    for page in pages:
        if line in page:
            assert first in page[page.index(line):]
