"""Plain text to copy."""
import re

import pytest

from decision.assess import assess
from decision.worked import expand
from exports.details import Details
from exports.documents.referral import build, in_sections
from exports.make import blocks_of_text, make
from exports.material import Material, TextBlock
from guidance.words import say
from tests.exports import samples
from tests.exports.test_from_check import CASES, PACKS, said_in, worked


def blocks(role: str = "teacher") -> tuple[TextBlock, ...]:
    """The blocks of the sample case for a role."""
    practitioner = samples.CASE.practitioner.model_copy(update={"role": role})
    case = samples.CASE.model_copy(update={"practitioner": practitioner})
    return blocks_of_text("text_blocks", case, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW)


def test_text_for_a_practice_begins_with_a_note_to_hide_it() -> None:
    """A GP's first block says to hide the entry from online and proxy access; a teacher's does not."""
    first = blocks("gp")[0]
    assert "online access" in first.text
    assert "proxy access" in first.text
    assert blocks("teacher")[0].title == "In short"


def test_blocks_stand_in_the_order_of_a_referral() -> None:
    """After the summary, the sections of the referral in their order, each with its text and length."""
    titles = [block.title for block in blocks()]
    assert titles[:5] == ["In short", "Now, and then", "The call and what has been done",
                          "Told, and agreed: two separate facts", "The children"]
    assert all(block.count == len(block.text) > 0 for block in blocks())


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.title)
def test_a_portal_can_take_every_block(block: TextBlock) -> None:
    """No bullets, curly quotes, dashes, tabs or control characters, and nothing that nobody has answered."""
    assert not re.search("[•‘’“”–—…\t\x00-\x08]", block.text)
    assert "not answered" not in block.text


def test_answers_in_other_letters_stay_as_they_are() -> None:
    """Accents and other scripts are kept: it is text, not a font."""
    everything = "\n".join(block.text for block in blocks())
    assert "Zofia Żółkowska-Example" in everything
    assert '"I make the toast for me and baby."' in everything


def test_the_file_holds_all_blocks() -> None:
    """As one document it is UTF-8 text with each block under its title and length."""
    data = make("text_blocks", samples.CASE, samples.DETAILS, samples.DECISION, samples.PACKS, samples.NOW).decode()
    assert "CONFIDENTIAL" in data.splitlines()[0]
    for block in blocks():
        assert f"{block.title} ({block.count} characters)\n\n{block.text}" in data


def test_nobody_held_back_is_prompted_for() -> None:
    """The text says who is not to be told, and asks nothing of them."""
    everything = "\n".join(block.text for block in blocks())
    assert "Do not tell yet: father." in everything
    assert "Father (if they agree)" not in everything


@pytest.mark.parametrize(("pack_id", "number"), CASES)
def test_text_and_referral_name_the_form_that_the_result_calls_for(pack_id: str, number: int) -> None:
    """As the page does: the referral's form only where the result calls for a referral; otherwise the text stands for
    the form that the result has it go into, and says nothing of where another form goes."""
    m = worked(pack_id, number)
    text, paper = in_sections(m, "text_blocks"), build(m)
    due, own = m.due("referral"), m.due("text_blocks")
    said = {name: "\n".join(said_in(blocks)) for name, blocks in (("text", text), ("paper", paper))}
    forms = {form.name for area in PACKS.areas.values() for form in area.documents if form.ours == "referral"}
    for name, words in said.items():
        named = {form for form in forms if say("papers.form", form=form) in words
                 or say("papers.stands_for", form=form) in words}
        assert named <= ({due.name} if due else set()), name
    if own and own.form and not due:
        assert say("papers.form", form=own.name) in said["text"]
        assert say("papers.form", form=own.name) not in said["paper"]


def test_no_referral_form_is_named_at_additional_in_luton() -> None:
    """There each service has its own form, and nothing goes to the council."""
    cases = (expand(raw, "luton", PACKS) for raw in PACKS.areas["luton"].cases)
    m = next(m for one in cases if (m := Material(one.case, Details(), assess(one.case, PACKS, one.on), PACKS, one.on)
                                    ).decision.outcome == "early_help" and m.due("text_blocks"))
    assert m.due("referral") is None
    said = "\n".join(said_in(in_sections(m, "text_blocks")))
    assert "Stands for: The other service's own form or letter" in said
    assert "Stands for: Luton referral form" not in said
    assert "It goes to: " not in said
