"""What is held back is offered in no box of the details, and no text that was taken over from the check has it.

A box is filled with what the check has answered; with one word added it is the writer's own words, and a paper prints
them. So every written answer is held back in turn, before its words are taken over and after.
"""
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from decision.case import Case, EarlierCall, SignAnswer
from exports.copies import for_readers
from exports.details import Assessment, Details, MayStand, Narrative
from exports.documents import DOCUMENTS
from exports.documents.text_blocks import lines_of
from exports.hiding.child_said import what_was_said
from exports.hiding.held_back import answers, open_copy
from exports.hiding.hold_places import NOT_HELD, said_at
from exports.hiding.written import rewritten
from exports.material import DocumentNotForNow, Material
from exports.prefilled import FromCheck, Place, answered
from tests.exports import samples

RECORDS = {("narrative",), ("conversation",), ("assessment",), ("allegation",), ("missing_education",)}
"""Parts of the details that hold one answer to each question, which is most of what the check fills."""
DECISION = samples.decision(told=samples.telling("tell", "tell")[:2])


def written() -> Case:
    """A case in which each written answer has a number of its own, after two words or as one."""
    case = samples.CASE.but(
        signs={"choking": SignAnswer(answer="yes", basis="told", when="x", note="x", words="x")},
        history=samples.CASE.history.but(note="x"),
        source_of_harm=samples.CASE.source_of_harm.but(ruled_out=("mother",), ruled_out_because="x"),
        earlier_calls=(EarlierCall(outcome="taken", contact="hub", spoke_to_role="x", note="x"),))
    numbers = iter(range(100, 999))

    def numbered(_: str, said: str) -> str:
        number = next(numbers)
        return said and (f"marrow kettle {number}" if number % 2 else f"w{number}")

    return rewritten(case, numbered, NOT_HELD)


def holding(case: Case, place: str) -> Case:
    """The case with one answer held back."""
    return Case.model_validate({**case.model_dump(), "held_back": {place: {"why": "source_unnamed"}}})


def offered(case: Case) -> Mapping[Place, FromCheck]:
    """What the boxes of the details are filled with, where the writer lets the family read all that may be read."""
    return answered(Material(case, reading(case), DECISION, samples.PACKS, samples.NOW))


def reading(case: Case) -> Details:
    """Details in which all that is asked about may stand in a paper for the family."""
    said = what_was_said(case, Details(), frozenset())
    return Details(assessment=Assessment(may_stand=tuple(
        MayStand(place=one.place, words=one.mark, may="stands") for one in said)))


def taken_over(case: Case, before: Mapping[Place, FromCheck]) -> Details:
    """The details after somebody added one word to each box."""
    said: dict[str, Any] = reading(case).model_dump()
    for place, words in before.items():
        record = said[place.path[0]]
        if place.path in RECORDS and isinstance(record.get(place.attribute), str):
            record[place.attribute] = f"{words.words}\nAdded."
    said["narrative"]["effects"] = [{"label": place.row, "text": f"{words.words}\nAdded."}
                                    for place, words in before.items() if place.path == ("narrative", "effects")]
    return Details.model_validate(said)


def papers(case: Case, details: Details) -> Iterator[tuple[str, str]]:
    """Each paper that can be made, as text, without the front door's own sheet."""
    for id_, document in DOCUMENTS.items():
        whole = Material(case, details, DECISION, samples.PACKS, samples.NOW)
        try:
            if document.refuse:
                document.refuse(whole)
        except DocumentNotForNow:
            continue
        m = for_readers(replace(document, front_door_sheet=False), whole)
        blocks = document.build(m) if document.build else ()
        texts = document.build_text(m) if document.build_text else ()
        yield id_, "\n".join((*(line for block in blocks for line in lines_of(block)), *(one.text for one in texts)))


def held_texts(case: Case, place: str) -> set[str]:
    """The texts of one answer, each with a number that no other has."""
    return {said for _, said in said_at(case, Details(), place)}


def test_no_box_offers_what_is_held_back_and_no_paper_says_it() -> None:
    """Held before the boxes are filled, or after: no text of it stands outside the sheet of what is held back."""
    case = written()
    before = offered(case)
    seen = set()
    for place in (one.place for one in answers(case, Details(), samples.PACKS)):
        held, gone = holding(case, place), held_texts(case, place)
        boxes = offered(held)
        assert not any(said in box.words for said in gone for box in boxes.values()), place
        seen |= {said for said in gone if any(said in box.words for box in before.values())}
        for details in (taken_over(held, boxes), taken_over(held, before)):
            for id_, paper in papers(held, details):
                assert not any(said in paper for said in gone), (place, id_, gone)
    assert len(seen) > 15   # the test would say nothing of a box that is never filled


def test_a_time_that_an_open_answer_says_too_stays() -> None:
    """The same day stands beside something else that was seen: it tells nothing, and the reader needs it."""
    case = Case.model_validate({
        "findings": [{"id": "one", "when": "Saturday night"}, {"id": "two", "when": "Saturday night"}],
        "held_back": {"findings.one": {"why": "source_unnamed"}}})
    details = Details(narrative=Narrative(why_now="Seen: Saturday night."))
    assert open_copy(case, details, family=False)[1] == details


def test_a_short_answer_is_left_out_by_itself_alone() -> None:
    """A word that is an answer where it stands alone is an ordinary word in a sentence."""
    case = Case.model_validate({
        "history": {"how_often": "today"}, "held_back": {"history.how_often": {"why": "safety"}}})
    details = Details(narrative=Narrative(history="How often: today. I ring you today about it."))
    said = open_copy(case, details, family=False)[1].narrative.history
    assert said == "How often: [held back: ask the person who wrote this]. I ring you today about it."
