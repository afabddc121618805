"""Making documents: the registry, what every document carries, determinism, safety."""
import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from decision.result import Decision
from exports.blocks import Paragraph
from exports.declaration import Document
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.make import DocumentNotForNow, blocks_of_text, make
from exports.material import Material
from exports.pdf.seal import page_count
from guidance.our_documents import OurDocument, our_documents
from tests.exports import samples
from tests.exports.reading import pages_text, roles, squeezed, tagged_text, untagged
from tests.exports.samples import PRIVATE_ADDRESS, PRIVATE_NAME, PRIVATE_PHONE

pytestmark = pytest.mark.long
OPEN = samples.decision("early_help", tuple(item.model_copy(update={"state": "tell"}) for item in samples.telling()))
PDFS = [document.id for document in DOCUMENTS.values() if document.build]
FAMILY = [document.id for document in DOCUMENTS.values() if document.audience == "family"]
ROOT = Path(__file__).parents[2]


def made(document_id: str, decision: Decision = OPEN, details: Details = samples.DETAILS) -> bytes:
    """A document of the sample case."""
    return make(document_id, samples.CASE, details, decision, samples.PACKS, samples.NOW)


@cache
def sample(document_id: str) -> bytes:
    """A document of the sample case as it is, made once."""
    return made(document_id)


def test_every_document_that_is_declared_can_be_made_and_no_other() -> None:
    """An id that a pack may name has a paper, and a paper has an id that a pack may name."""
    assert set(DOCUMENTS) == set(our_documents())


def test_every_document_says_what_it_is() -> None:
    """Each has an id, a title, words, an audience, and either pages or text."""
    assert {"referral", "early_help_assessment", "call_sheet", "text_blocks"} <= set(DOCUMENTS)
    for id_, document in DOCUMENTS.items():
        assert document.id == id_
        assert document.title
        assert document.says.endswith(".")
        assert document.audience in ("professional", "family")
        assert (document.build is None) != (document.build_text is None)


@pytest.mark.parametrize("document_id", PDFS)
def test_every_paper_carries_its_source_and_marking(document_id: str) -> None:
    """Area, source document and date, pack versions, time, reference, marking and page number are on every page."""
    text = pages_text(sample(document_id))
    for part in ("Central Bedfordshire. Source: Threshold document, 2023 (since replaced: see the end).",
                 "Guidance packs: national 2026.2, central_bedfordshire 2026.1.", "Made 20 November 2026, 10:05.",
                 "Reference KESTREL-17.", "Page 1 of ", "CONFIDENTIAL: contains personal information about a child"):
        assert squeezed(part) in squeezed(text)


DRAFT_AREA = samples.AREA.model_copy(update={"status": "draft"})
DRAFT = samples.PACKS.model_copy(update={"areas": {DRAFT_AREA.id: DRAFT_AREA}})


@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_paper_says_that_it_rests_on_a_draft(document_id: str) -> None:
    """Under its title, and on each page at the top and at the foot; a pack that was checked has no such words."""
    data = make(document_id, samples.CASE, samples.DETAILS, OPEN, DRAFT, samples.NOW)
    if DOCUMENTS[document_id].build is None:
        assert "draft guidance, not yet checked" in data.decode().split("\n")[0]
        return
    said = squeezed(pages_text(data))
    assert squeezed("Central Bedfordshire · draft guidance, not yet checked against the area’s document") in said
    assert said.count(squeezed("· Central Bedfordshire · draft guidance")) >= page_count(data)
    assert said.count(squeezed("Central Bedfordshire (draft guidance). Source:")) == page_count(data)
    assert squeezed("draft guidance") not in squeezed(pages_text(made(document_id)))


OTHER = DRAFT_AREA.model_copy(update={"id": "otherton", "name": "Otherton"})
BESIDE = samples.PACKS.model_copy(update={"areas": {samples.AREA.id: samples.AREA, OTHER.id: OTHER}})


@pytest.mark.parametrize("field", ["area_now", "work_area"])
@pytest.mark.parametrize("document_id", DOCUMENTS)
def test_every_paper_names_the_draft_of_another_area(document_id: str, field: str) -> None:
    """Where the child is now, or where an adult works, a draft is as much a draft as at home, and is named."""
    case = samples.CASE.model_copy(update={field: OTHER.id})
    data = make(document_id, case, samples.DETAILS, OPEN, BESIDE, samples.NOW)
    if DOCUMENTS[document_id].build is None:
        assert "draft guidance for Otherton, not yet checked" in data.decode().split("\n")[0]
        return
    said = squeezed(pages_text(data))
    assert squeezed("draft guidance for Otherton, not yet checked against its document") in said
    assert said.count(squeezed("· Central Bedfordshire · draft guidance for Otherton")) == page_count(data)
    assert said.count(squeezed("Draft guidance for Otherton.")) == page_count(data)


def test_a_place_that_stays_secret_is_not_named_by_its_draft() -> None:
    """The mark stands on a paper that may be passed on, so it says whose draft it is without the name."""
    duty = next(iter(OPEN.duties)).model_copy(update={"withholds_place": True})
    hiding = OPEN.model_copy(update={"duties": (duty, *OPEN.duties[1:])})
    m = Material(samples.CASE.model_copy(update={"area_now": OTHER.id}), samples.DETAILS, hiding, BESIDE, samples.NOW)
    assert m.other_drafts == ("the area where the child is now",)


def test_the_marking_can_be_official() -> None:
    """A council's own marking stands in place of the usual one."""
    official = samples.DETAILS.model_copy(update={"marking": "official_sensitive"})
    assert "OFFICIAL-SENSITIVE" in pages_text(made("call_sheet", details=official))


@pytest.mark.parametrize("document_id", PDFS)
def test_every_paper_is_whole_in_its_structure(document_id: str) -> None:
    """Nothing is untagged, there is one title, and a heading stands before every table."""
    data = sample(document_id)
    assert untagged(data) == []
    assert roles(data).count("H1") == 1


@pytest.mark.parametrize("document_id", FAMILY)
def test_nothing_confidential_is_in_a_family_paper(document_id: str) -> None:
    """What is held as confidential is in no paper that a family could see, in no answer and under no other form."""
    found = squeezed(tagged_text(sample(document_id)) + pages_text(sample(document_id))).casefold()
    for part in (PRIVATE_ADDRESS, PRIVATE_PHONE, PRIVATE_NAME, "Larkspur", "900461", "Marguerite", "Refuge"):
        assert squeezed(part).casefold() not in found


def test_confidential_answers_are_marked_for_professionals() -> None:
    """The referral carries them, each with the mark."""
    found = tagged_text(sample("referral"))
    for part in (PRIVATE_ADDRESS, PRIVATE_PHONE, PRIVATE_NAME):
        assert f"CONFIDENTIAL: {part}" in found


@pytest.mark.parametrize("outcome", ["refer_now", "call_999"])
def test_no_family_paper_is_made_when_a_referral_is_due(outcome: str) -> None:
    """An assessment with the family is refused, with the reason, while a child may need protection now."""
    with pytest.raises(DocumentNotForNow, match="needs a referral now"):
        made("early_help_assessment", samples.decision(outcome, OPEN.telling))


@pytest.mark.parametrize("state", ["not_yet", "ask_first"])
def test_no_family_paper_is_made_while_somebody_is_not_to_be_told(state: str) -> None:
    """An assessment with the family is refused while anybody is not to be told, or only after asking."""
    with pytest.raises(DocumentNotForNow, match="not to be told yet"):
        made("early_help_assessment", samples.decision("early_help", samples.telling("tell", state)[:2]))


def digests(document_ids: list[str]) -> dict[str, str]:
    """The hash of each of these documents, made one after the other."""
    return {document_id: hashlib.sha256(made(document_id)).hexdigest() for document_id in document_ids}


@cache
def in_a_fresh_process(seed: str, *, backwards: bool) -> dict[str, str]:
    """The hash of every document, all made in one new process, the last one first if `backwards`."""
    script = (
        "import json\nfrom tests.exports.test_make import DOCUMENTS, digests\n"
        f"print(json.dumps(digests(list(DOCUMENTS)[::{-1 if backwards else 1}])))"
    )
    said = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True,
                          env={"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}).stdout
    return dict(json.loads(said))


@pytest.mark.parametrize("document_id", list(DOCUMENTS))
def test_the_same_case_gives_the_same_bytes_in_a_fresh_process(document_id: str) -> None:
    """A document does not depend on the process, on what was made before it or after, or on the order of a hash.

    What is first in one process is last in the other.
    """
    first, second = in_a_fresh_process("1", backwards=False), in_a_fresh_process("2", backwards=True)
    assert first[document_id] == second[document_id] == digests([document_id])[document_id]


def test_documents_made_at_once_do_not_disturb_each_other() -> None:
    """Many people's documents made in the same moment are each the same as if made alone."""
    alone = {document_id: made(document_id) for document_id in DOCUMENTS}
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda document_id: (document_id, made(document_id)), list(DOCUMENTS) * 6))
    assert all(data == alone[document_id] for document_id, data in together)


def test_an_unknown_document_is_a_key_error() -> None:
    """A document that does not exist is not silently another one."""
    with pytest.raises(KeyError):
        made("nonsense")


def test_text_blocks_are_only_for_documents_of_text() -> None:
    """Asking a paper for its text blocks is a mistake that is said."""
    with pytest.raises(ValueError, match="not a document of text"):
        blocks_of_text("referral", samples.CASE, samples.DETAILS, OPEN, samples.PACKS, samples.NOW)


def test_a_blank_case_makes_every_document() -> None:
    """An urgent, empty case still gives papers: nothing has to be filled in."""
    from decision.case import Case
    from decision.result import Place
    bare = samples.decision("consult", (), place=Place(), routes=(), reasons=(), duties=(), gaps=(), deadlines=(),
                            home_area="")
    for document_id in DOCUMENTS:
        assert len(make(document_id, Case(), Details(), bare, samples.PACKS, samples.NOW)) > 300


def test_the_words_that_must_never_appear_do_not() -> None:
    """No paper speaks of low risk, no risk, a score, a percentage or a threshold that is not met."""
    for document_id in PDFS:
        found = tagged_text(sample(document_id)).casefold()
        for words in ("low risk", "no risk", "does not meet", "score", "%"):
            assert words not in found


def test_a_document_may_refuse_for_its_own_reason() -> None:
    """A refusal is the document's own: a document without one is made in every case."""
    called = OurDocument(id="x", title="X", says="X.")
    assert Document(called, audience="family", build=lambda _: (Paragraph("x"),)).refuse is None
    material = Material(samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
    refuse = DOCUMENTS["early_help_assessment"].refuse
    assert refuse is not None
    with pytest.raises(DocumentNotForNow):
        refuse(material)
