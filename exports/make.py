"""`make(document_id, case, details, decision, packs, now)`: one finished document as bytes."""
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import get_args

from decision.case import Case
from decision.documents import REFERRAL
from decision.result import Decision
from exports.copies import for_readers
from exports.declaration import Build, Document
from exports.details import Details, Marking
from exports.document import Paper, render
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import DOCUMENT as TEXT_BLOCKS
from exports.documents.text_blocks import lines_of
from exports.material import DocumentNotForNow, Material, TextBlock, subtitle
from exports.pdf.paging import Chrome
from exports.pdf.seal import page_count
from exports.pdf.text import plain, sentences
from exports.words import DRAFT_SHORT
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import following, listed, moment

MARKINGS: dict[str, str] = {marking: say(f"papers.marking.{marking}") for marking in get_args(Marking)}
__all__ = ["DOCUMENTS", "DocumentNotForNow", "blocks_of_text", "make", "plain_text"]


def make(
    document_id: str, case: Case, details: Details, decision: Decision, packs: Packs, now: datetime, *,
    password: str | None = None,
) -> bytes:
    """A PDF, or UTF-8 text for a document of text blocks.

    `packs` are taken as in force at `now`. The same arguments give the same bytes, unless there is a password (then
    AES-256, PDF only). Raises KeyError for an unknown document and DocumentNotForNow for one that must not be made from
    this case now.
    """
    document = DOCUMENTS[document_id]
    material = _material(document, case, details, decision, packs.at(now), now)
    if document.build is None:
        return _as_text(document, material).encode()
    chrome = _chrome(document, material)

    def made(build: Build) -> bytes:
        return render(Paper(document.title, subtitle(material), build(material)), chrome, now, password)

    data = made(document.build)
    return data if not document.shorter or page_count(data, password) == 1 else _longest(
        document.shorter, made, lambda shorter: page_count(shorter, password) == 1)


def _longest(shorter: tuple[Build, ...], made: Callable[[Build], bytes], fits: Callable[[bytes], bool]) -> bytes:
    """The longest of the shorter forms of a paper that fits, which stand from the longest to the shortest; the shortest
    where none does."""
    data, low, high = b"", 0, len(shorter) - 1
    while low < high:
        middle = (low + high) // 2
        tried = made(shorter[middle])
        if fits(tried):
            data, high = tried, middle
        else:
            low = middle + 1
    return data or made(shorter[low])


def blocks_of_text(
    document_id: str, case: Case, details: Details, decision: Decision, packs: Packs, now: datetime
) -> tuple[TextBlock, ...]:
    """The plain text blocks of a document of text, each with title and length, to be copied one by one."""
    document = DOCUMENTS[document_id]
    if document.build_text is None:
        raise ValueError(f"{document_id} is not a document of text blocks")
    return document.build_text(_material(document, case, details, decision, packs.at(now), now))


def plain_text(
    document_id: str, case: Case, details: Details, decision: Decision, packs: Packs, now: datetime
) -> str:
    """All that a document says as plain text, to paste into a portal or a record; the front door's own sheet is not in
    it. Raises as `make` does.
    """
    document = replace(DOCUMENTS[document_id], front_door_sheet=False)
    if document_id == REFERRAL.ours:   # its blocks say the same without a page that is laid out for the eye
        document = DOCUMENTS[TEXT_BLOCKS.id]
    material = _material(document, case, details, decision, packs.at(now), now)
    if document.build is None:
        return _as_text(document, material)
    said = (line for block in document.build(material) for line in lines_of(block) if line.strip())
    return "\n".join((_head(document, material), "", *map(plain, said))) + "\n"


def as_read(document_id: str, whole: Material) -> Material:
    """What a paper is built from, so that a page can say what stands in it. Raises KeyError for an unknown paper."""
    return for_readers(DOCUMENTS[document_id], whole)


def _material(
    document: Document, case: Case, details: Details, decision: Decision, packs: Packs, now: datetime
) -> Material:
    if document.refuse:
        document.refuse(Material(case, details, decision, packs, now))
    return for_readers(document, Material(case, details, decision, packs, now))


def _chrome(document: Document, material: Material) -> Chrome:
    source = material.source
    document_line = listed((source.title, source.date)) if source else say("papers.foot.no_document")
    if source and source.superseded_by:
        document_line = following(document_line, say("papers.foot.replaced"))
    versions = listed(f"{pack} {version}" for pack, version in material.decision.pack_versions)
    reference = (say("papers.foot.reference", reference=material.case.reference),) if material.case.reference else ()
    others = [say("papers.foot.other_draft", draft=DRAFT_SHORT, area=name) for name in material.other_drafts]
    area = material.area_name
    drafted = say("papers.with_more", said=area, more=DRAFT_SHORT) if material.draft else area
    return Chrome(
        marking=MARKINGS[material.details.marking],
        running=" · ".join((document.title, area, *([DRAFT_SHORT] if material.draft else []), *others)),
        foot=(sentences((drafted, say("papers.foot.source", source=document_line), *others)),
              sentences((say("papers.foot.packs", versions=versions),
                         say("papers.foot.made", when=moment(material.now)), *reference))),
    )


def _as_text(document: Document, material: Material) -> str:
    if document.build_text is None:
        raise ValueError(f"{document.id} has neither pages nor text blocks")
    blocks = document.build_text(material)
    parts = [_head(document, material)]
    parts += ["\n\n".join((say("papers.text.title", title=block.title, number=block.count), block.text))
              for block in blocks]
    return "\n\n\n".join(parts) + "\n"


def _head(document: Document, material: Material) -> str:
    return sentences((document.title, subtitle(material), MARKINGS[material.details.marking]))
