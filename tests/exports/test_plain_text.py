"""All of a paper as plain text, to paste: the same words, without what only the front door's own sheet holds."""
import pytest

from exports.details import UnnamedSource
from exports.documents import DOCUMENTS
from exports.make import DocumentNotForNow, plain_text
from tests.exports import samples

SOURCE = samples.DETAILS.but(sources=(UnnamedSource(name="Quilla Maker", told_what="Saw it over the fence"),))


@pytest.mark.parametrize("document", [one.id for one in DOCUMENTS.values() if one.id != "early_help_assessment"])
def test_every_paper_can_be_pasted(document: str) -> None:
    """It begins with its title and marking, has no curly quotes, and nobody in it who must not be named."""
    said = plain_text(document, samples.CASE, SOURCE, samples.DECISION, samples.PACKS, samples.NOW)
    assert "CONFIDENTIAL: contains personal information about a child" in said.splitlines()[0]
    assert not set("“”‘’•") & set(said)
    assert "Quilla" not in said
    assert "over the fence" not in said


def test_what_was_written_is_in_it() -> None:
    """The referral as text holds the writer's words and the findings with their facts."""
    said = plain_text("referral", samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
    assert samples.DETAILS.narrative.why_now in said
    assert samples.CASE.findings[0].note in said


def test_a_paper_that_is_not_for_now_is_no_text_either() -> None:
    """What must not be made now is not made in another form."""
    with pytest.raises(DocumentNotForNow):
        plain_text("early_help_assessment", samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)
