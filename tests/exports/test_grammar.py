"""Joined texts read as sentences on every paper: one full stop, a large letter after it, no space before a mark."""
import re

import pytest

from exports.documents import DOCUMENTS
from guidance.words import ours
from tests.exports.test_from_check import CASES, paper, worked

BAD = re.compile(
    r"[.?!][”’\"')\]]* +[a-z]"        # a sentence that begins with a small letter
    r"|\.\.(?!\.)|[.?!] *\.(?!\.)"    # a full stop after an end
    r"|[.:,;][;,](?!\w)"              # a mark after a mark
    r"|\s[.,;:?!](?:\s|$)|\(\s|\s\)")  # a space before a mark
ENDS_THERE = re.compile(r"\{\w+\}[.]|[.?!] \{\w+\}|\{\w+\}(?= [A-Z])")
"""In a sentence of the catalogue: what is filled in before a full stop or after one, or before a sentence of ours, in
no form that fits there."""
NAMES = {"number", "total", "time", "date", "day", "area", "level", "format", "when", "reference", "setting", "rule",
         "form"}
"""What is filled in with a name, a number or a time, and never with a sentence."""


@pytest.mark.parametrize("document_id", [one.id for one in DOCUMENTS.values() if one.build])
@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_a_paper_reads_as_sentences(pack_id: str, number: int, document_id: str) -> None:
    """Whatever was typed, with a small letter and without a full stop, and whatever it is joined to."""
    m = worked(pack_id, number)
    document = DOCUMENTS[document_id]
    if document.belongs and not document.belongs(m.area):
        return
    found = [line[max(hit.start() - 40, 0):hit.end() + 20]
             for line in paper(document_id, m).split("\n") for hit in BAD.finditer(line)]
    assert found == []


@pytest.mark.parametrize("key", [key for key in ours() if key.startswith(("papers.", "form."))])
def test_a_sentence_of_a_paper_asks_for_the_form_that_fits(key: str) -> None:
    """What is filled in at an end or a beginning is asked for in that form, so that no text of anybody breaks it."""
    wrong = [hit.group() for hit in ENDS_THERE.finditer(ours()[key])
             if not set(re.findall(r"\{(\w+)\}", hit.group())) <= NAMES]
    assert wrong == []
