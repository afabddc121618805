"""Every answer that a paper asks for stands on it: each field of its sections, filled in, is read back from its blocks.

All fields of a paper are filled in at once, each text with a word of its own. What is no text (a choice, a tick, a day)
is taken out again, one by one, and the paper has to change.
"""
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from decision.case import Case, Child, FamilyMember
from decision.result import Decision
from exports.declaration import Document
from exports.details import Details, Held
from exports.documents import DOCUMENTS
from exports.make import as_read
from exports.material import Material
from guidance.vocabulary import Fact
from pages.parts.papers.detail_fields import Field
from pages.parts.papers.detail_record import Record, blank_of, read, write
from pages.parts.papers.detail_sections import SECTIONS, section_of, sections_for
from tests.decision.build import CBC, FRIDAY, PACKS, case, result
from tests.pages.opening import open_page, paper

TEXTS = ("line", "lines", "held", "held_lines", "when", "clock")
FIRST = date(2026, 1, 5)
FAMILY = tuple(FamilyMember(key=key, relation=key, told="yes", agrees="agrees", risk="no")
               for key in ("mother", "father"))
ELSEWHERE = {"text_blocks": {"sources"}, "early_help_assessment": {"must_not_see"}}
"""Parts and fields that are asked so that nothing names somebody: who told it stands on the front door's own sheet, and
a family reads of somebody who must not see the paper only that the writer is to be asked first."""


class Filled(NamedTuple):
    """A field of a record with what was written in it: a word of its own, or none where it is no text."""

    record: Record
    field: Field
    word: str


def area_of(document: Document) -> str:
    """An area for which a paper is offered."""
    return next(id_ for id_, pack in PACKS.areas.items() if document.belongs is None or document.belongs(pack))


def asked(document: Document, one: Case, decision: Decision) -> Iterator[Record]:
    """The records of a paper, those that add a row first."""
    records = [record for section in sections_for(document) for record in section.records(one, Details(), decision)]
    yield from sorted(records, key=lambda record: record.blank is None or record.key is not None)


def fill(document: Document, one: Case, decision: Decision) -> tuple[Details, list[Filled]]:
    """Details in which everything that a paper asks is said."""
    details, found = Details(), []
    for record in asked(document, one, decision):
        if record.path == ("assessment", "may_stand"):
            continue
        said, values = read(details, record), {}
        for field in record.fields:
            word = f"mark{len(found):03}er" if field.kind in TEXTS else ""
            found.append(Filled(record, field, word))
            values[field.attribute] = _value(field, said, word, len(found))
        details = write(details, record, type(said).model_validate(dict(said) | values))
    return details, found


def _value(field: Field, said: Fact, word: str, number: int) -> object:
    if word:
        return Held(text=word) if isinstance(getattr(said, field.attribute), Held) else word
    if field.kind == "day":
        return FIRST + timedelta(days=number)
    return {"tick": True, "ticks": (field.options[0][0],)}.get(field.kind, field.options[-2][0])


def text(document: Document, one: Case, details: Details, decision: Decision) -> str:
    """All that a paper says, as it is built."""
    m = as_read(document.id, Material(one, details, decision, PACKS, FRIDAY))
    said = document.build(m) if document.build else document.build_text(m) if document.build_text else ()
    return repr(said).casefold()


def missing(document: Document, child: Child) -> list[str]:
    """What a paper asks and does not print."""
    answers = {"home_area": area_of(document), "children": (child,), "family": FAMILY}
    one, decision = case(**answers), result(**answers)
    details, found = fill(document, one, decision)
    whole, left = text(document, one, details, decision), []
    for record, field, word in found:
        there = word in whole
        if not word:
            said, blank = read(details, record), getattr(blank_of(record), field.attribute)
            without = type(said).model_validate(dict(said) | {field.attribute: blank})
            there = text(document, one, write(details, record, without), decision) != whole
        if not there and not {record.path[0], field.attribute} & ELSEWHERE.get(document.id, set()):
            left.append(".".join((record.name, *record.path, field.attribute)))
    return left


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_paper_asks_nothing_that_it_does_not_print(document: str) -> None:
    """Of a child of seven whose parents may be told."""
    assert missing(DOCUMENTS[document], Child(label="A", age_years=7)) == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_day_of_a_birth_to_come_arrives(document: str) -> None:
    """The only thing that is asked of an unborn child alone."""
    left = missing(DOCUMENTS[document], Child(label="A", not_born=True))
    assert [one for one in left if ".due" in one] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_field_that_a_paper_names_is_one_that_it_asks(document: str) -> None:
    """A name that is written wrongly would take its question away."""
    paper = DOCUMENTS[document]
    answers = {"home_area": CBC, "children": (Child(label="A"),), "family": FAMILY}
    there = {".".join((*record.path, field.attribute)) for record in asked(paper, case(**answers), result(**answers))
             for field in record.fields}
    assert set(paper.only) <= there


def test_what_a_paper_does_not_ask_at_all_is_whole_where_its_page_is_opened() -> None:
    """A page that was bookmarked, or opened from another tool, asks what it always did."""
    sheet = DOCUMENTS["call_sheet"]
    for section in SECTIONS:
        same = section_of(sheet, section)
        assert (same.of is None) == (section.id not in sheet.needs)


def test_the_page_of_a_section_asks_for_the_chosen_paper() -> None:
    """The record of a talk names the children and prints nothing else of them, so its page asks no more."""
    screen = paper(open_page("documents", Case(home_area=CBC, children=(Child(label="A", age_years=7),))),
                   "conversation_record")
    screen.query_params["section"] = "children"
    screen.run()
    shown = [one.key or "" for one in (*screen.text_input, *screen.text_area)]
    assert [one for one in shown if "child-A-name" in one]
    assert not [one for one in shown if "child-A-address" in one or "child-A-upn" in one]
