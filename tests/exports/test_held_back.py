"""Held-back answers: in no paper but the front door's sheet; a family paper shows not even that anything is held."""
from typing import Any

import pytest

from decision.case import Case
from decision.result import Decision
from exports.details import Details
from exports.documents import DOCUMENTS
from exports.held_back import HELD, LABELS, answers, held, open_copy
from exports.make import blocks_of_text, make
from exports.material import DocumentNotForNow
from tests.exports import samples
from tests.exports.reading import pages_text, squeezed

TOLD = "Seen by the neighbour at number four through the window"
SOURCE = {"name": "Quilla Xanderson", "relation": "neighbour", "contact": "01632 960777", "told_what": "shouting"}
FAMILY = [id_ for id_, document in DOCUMENTS.items() if document.audience == "family"]


def with_everything_held() -> tuple[Case, Details]:
    """A case in which each written answer has a word of its own, and all of them are held back."""
    case, details = samples.CASE, samples.DETAILS
    places = [one.place for one in answers(case, details, samples.PACKS)]
    why = {place: {"why": "source_unnamed"} for place in places}
    return Case.model_validate({**case.model_dump(), "held_back": why}), details


def paper(id_: str, case: Case, details: Details, decision: Decision = samples.DECISION) -> str:
    """The text of a document, or nothing where it must not be made from this case."""
    try:
        if DOCUMENTS[id_].build is None:
            blocks = blocks_of_text(id_, case, details, decision, samples.PACKS, samples.NOW)
            return "\n".join(block.text for block in blocks)
        return pages_text(make(id_, case, details, decision, samples.PACKS, samples.NOW))
    except DocumentNotForNow:
        return ""


def open_result() -> Decision:
    """A result in which everybody may be told, so that every document can be made."""
    return samples.decision(told=samples.telling("tell", "tell")[:2])


@pytest.mark.parametrize("id_", [id_ for id_ in DOCUMENTS if id_ != "referral"])
def test_no_other_paper_holds_a_word_of_what_is_held_back(id_: str) -> None:
    """Whatever is held back, in whichever answer, stands in none of the other documents."""
    case, details = with_everything_held()
    said = squeezed(paper(id_, case, details, open_result()))
    for one in held(case, details, samples.PACKS):
        for part in one.said.splitlines():
            assert len(part) < 16 or squeezed(part) not in said, one.place


def test_the_referral_holds_it_on_the_last_sheet_alone() -> None:
    """Page one says what is held and why, the last sheet has the words, and nothing between them has."""
    case, details = with_everything_held()
    text = squeezed(paper("referral", case, details, open_result()))
    first, _, sheet = text.partition(squeezed("For the front door only"))
    assert squeezed("Held back: only on the last sheet") in first
    for one in held(case, details, samples.PACKS):
        for part in one.said.splitlines():
            assert squeezed(part)[:40] in sheet, one.place
            assert len(part) < 16 or squeezed(part) not in first, one.place


@pytest.mark.parametrize("id_", FAMILY)
def test_a_family_paper_does_not_show_that_anything_is_held(id_: str) -> None:
    """The same paper as from a case in which the held answers were never given."""
    case, details = with_everything_held()
    said = paper(id_, case, details, open_result())
    assert said
    for word in ("held back", HELD, "front door only", "unnamed", "not to be named"):
        assert word not in said.casefold()


@pytest.mark.parametrize("id_", list(DOCUMENTS))
def test_a_source_who_must_not_be_named_is_named_nowhere_else(id_: str) -> None:
    """Their name and number are swept out of every answer in which they were written, however they are spaced."""
    note = f"Told by {SOURCE['name'].upper()}, ring {SOURCE['contact']}"
    case = samples.CASE.model_copy(update={"strengths_note": note, "safe_people": note, "other_worry_note": note})
    narrative = samples.DETAILS.narrative.model_copy(update={"worry": note, "going_well": note})
    details = Details.model_validate({**samples.DETAILS.model_dump(), "narrative": narrative.model_dump(),
                                      "sources": [SOURCE]})
    said = squeezed(paper(id_, case, details, open_result())).casefold()
    before = said.partition(squeezed("For the front door only").casefold())[0]
    for part in ("xanderson", "01632960777"):
        assert part not in before
        assert (part in said) is (id_ == "referral")


@pytest.mark.parametrize("written", [
    "Xanderson", "and Quilla too", "QUILLA rang", "ring 01632960777", "ring (01632) 960-777", "01632 960 777 again",
])
@pytest.mark.parametrize("id_", list(DOCUMENTS))
def test_part_of_a_sources_name_or_number_is_swept_too(id_: str, written: str) -> None:
    """A first name, a last name, or the number with other spaces tells who it is as well."""
    case = samples.CASE.model_copy(update={"strengths_note": written, "safe_people": written})
    data = samples.DETAILS.model_dump()
    data["narrative"] |= {"why_now": written, "tried": written}
    data["assessment"] |= {"reason": written, "support_network": written}
    said = paper(id_, case, Details.model_validate({**data, "sources": [SOURCE]}), open_result())
    before = squeezed(said).casefold().partition(squeezed("For the front door only").casefold())[0]
    for part in ("quilla", "xanderson", "960777", "960-777"):
        assert part not in before


@pytest.mark.parametrize("copied", [
    "The neighbour heard shouting at night. More of my own.", "he was heard shouting at night in there",
    "Heard shouting at night, says somebody",
])
@pytest.mark.parametrize("id_", [id_ for id_ in DOCUMENTS if id_ != "referral"])
def test_a_sentence_or_a_few_words_of_a_held_answer_are_not_told_elsewhere(id_: str, copied: str) -> None:
    """What is held in one answer does not stand in another because somebody copied part of it."""
    note = "The neighbour heard shouting at night. She is frightened of him."
    case = Case.model_validate({
        **samples.CASE.model_dump(), "other_worry_note": note, "strengths_note": copied, "safe_people": copied,
        "held_back": {"other_worry_note": {"why": "source_unnamed"}}})
    data = samples.DETAILS.model_dump()
    data["assessment"] |= {"reason": copied, "analysis": "She is frightened of him"}
    data["narrative"] |= {"why_now": copied}
    said = squeezed(paper(id_, case, Details.model_validate(data), open_result())).casefold()
    assert squeezed("shouting at night").casefold() not in said
    assert squeezed("frightened of him") not in said


def test_the_name_of_a_child_stays_where_a_source_shares_it() -> None:
    """A grandmother of the same name is left out whole; the child's own name is not."""
    name = samples.DETAILS.children[0].name.text
    source = {**SOURCE, "name": f"Gertrud {name.split()[-1]}"}
    details = Details.model_validate({**samples.DETAILS.model_dump(), "sources": [source]})
    assert open_copy(samples.CASE, details, family=False)[1].children[0].name.text == name


def test_what_a_neighbour_told_who_asks_not_to_be_named_is_held() -> None:
    """The note of the sign is gone with the way it is known; the sign itself stays, since the front door acts on it."""
    case = Case.model_validate({
        **samples.CASE.model_dump(), "home_area": "luton",
        "signs": {"injury_unexplained": {"answer": "yes", "basis": "told", "note": TOLD, "when": "last night"}},
        "held_back": {"signs.injury_unexplained": {"why": "source_unnamed"}},
    })
    professional, _ = open_copy(case, samples.DETAILS, family=False)
    family, _ = open_copy(case, samples.DETAILS, family=True)
    assert (professional.signs["injury_unexplained"].note, family.signs["injury_unexplained"].note) == (HELD, "")
    for copy in (professional, family):
        answer = copy.signs["injury_unexplained"]
        assert (answer.answer, answer.basis, answer.when) == ("yes", None, "")
    assert dict(family.held_back) == {}


def test_a_case_in_which_nothing_is_held_is_left_as_it_is() -> None:
    """The copy of an open case says the same."""
    assert open_copy(samples.CASE, samples.DETAILS, family=False) == (samples.CASE, samples.DETAILS)


def test_every_long_answer_can_be_held_back() -> None:
    """Each free-text answer of the case and of the narrative has a place in the list."""
    texts = {f"details.narrative.{name}" for name in type(samples.DETAILS.narrative).model_fields if name != "effects"}
    texts |= {name for name, field in Case.model_fields.items()
              if _is_text(field) and name.endswith(("note", "people"))}
    assert texts - set(LABELS) == set()


def _is_text(field: Any) -> bool:
    return field.annotation is str
