"""Only an answer to how somebody is safely reached stands as the safe way: what else was said of a person may be how
they are watched."""
from collections.abc import Iterator
from dataclasses import replace

import pytest

from exports.blocks import Beside, Block, Callout, Led, Long, Paragraph, Rows
from exports.copies import for_readers
from exports.documents import DOCUMENTS
from exports.documents.referral import in_sections
from exports.from_check import also_said
from exports.gaps import is_gap
from exports.material import DocumentNotForNow, Material
from guidance.words import say
from tests.exports.test_from_check import CASES, said_in, worked

LABELS = {say("papers.safe_way"), say("papers.contact.safe"), say("papers.visiting"), say("papers.contact.visiting")}
"""Labels under which a reader takes what stands there for a way that is safe."""


def built(m: Material) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The blocks of every paper that may be made of a case, and of the text to copy."""
    for document in DOCUMENTS.values():
        there = for_readers(document, m)
        try:
            if document.refuse:
                document.refuse(m)
            if document.build:
                yield document.id, document.build(there)
        except DocumentNotForNow:
            continue
    yield "text", in_sections(for_readers(DOCUMENTS["text_blocks"], m), "text_blocks")


def labelled(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Every text that stands beside or under a label of its own."""
    for block in blocks:
        match block:
            case Rows(rows=rows):
                yield from ((label, answer.said) for label, answer in rows)
            case Long(label=label, answer=answer):
                yield label, answer.said
            case Callout(lines=lines):
                yield from ((line.lead, line.said) for line in lines if isinstance(line, Led))
            case Paragraph(said=Led(lead=lead, said=said)):
                yield lead, said
            case Beside(blocks=inside):
                yield from labelled(inside)


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_a_note_about_somebody_is_never_the_safe_way(pack_id: str, number: int) -> None:
    """In no paper does it stand under such a label; in those for the front door it stands by the person, as what was
    said of them."""
    m = worked(pack_id, number)
    for name, blocks in built(m):
        under = [said for label, said in labelled(blocks) if label in LABELS]
        assert not [one.key for one in m.case.family for said in under if f"{one.key} sentinel" in said], name
        if name in ("referral", "call_sheet", "text"):
            text = "\n".join(said_in(blocks))
            assert [one.key for one in m.case.family if also_said(one).rstrip(".") not in text] == [], name


def test_what_was_answered_of_the_safe_way_stands_there_and_what_was_not_is_open() -> None:
    """The answer under its label; without one, the paper says that there is none, and never the note in its place."""
    m = worked(*next((pack, number) for pack, number in CASES if worked(pack, number).case.family))
    label = say("papers.contact.safe")
    narrative = m.details.narrative.but(safe_contact="Ring the school office before noon")
    told = replace(m, details=m.details.but(narrative=narrative))
    for name, blocks in built(told):
        if name in ("referral", "call_sheet", "text"):
            ways = [said for one, said in labelled(blocks) if one in LABELS]
            assert "Ring the school office before noon" in ways, name
    open_ = next(blocks for name, blocks in built(m) if name == "text")
    assert any(is_gap(block) and label in str(getattr(block, "said", "")) for block in open_)
