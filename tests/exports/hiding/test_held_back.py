"""Held-back answers: in no paper but the front door's sheet; a family paper shows not even that anything is held."""
import pytest

from decision.case import Case, FamilyMember, YoungPerson
from decision.result import Decision, Reason
from exports.details import ChildDetails, Details, HouseholdMember, Professional, UnnamedSource
from exports.documents import DOCUMENTS
from exports.hiding.hold_places import NOT_HELD, places
from exports.hiding.held_back import HELD, answers, open_copy, sheet
from exports.make import blocks_of_text, make
from exports.material import DocumentNotForNow
from exports.hiding.written import texts
from tests.exports import samples
from tests.exports.filled import filled
from tests.exports.reading import pages_text, squeezed

TOLD = "Seen by the neighbour at number four through the window"
SOURCE = {"name": "Quilla Xanderson", "relation": "neighbour", "contact": "01632 960777", "told_what": "shouting"}
OTHERS_NAMES = NOT_HELD - {
    (Case, "reference"), (FamilyMember, "relation"), (FamilyMember, "language"), (YoungPerson, "language"),
    (HouseholdMember, "relation"), (ChildDetails, "language"), (Professional, "role"), (Professional, "agency"),
}
"""Names, numbers and addresses of the family and of professionals: these stay, whoever shares them."""
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


def stays(details: Details) -> set[str]:
    """Names and places of the family and of professionals: they stay where they are asked, also where one is held."""
    return {said for answer in (*details.children, *details.household, *details.professionals, details.referrer)
            for name, said in texts(answer) if name in ("text", "name", "agency")}


def open_result() -> Decision:
    """A result in which everybody may be told, so that every document can be made."""
    return samples.decision(told=samples.telling("tell", "tell")[:2])


@pytest.mark.parametrize("id_", [id_ for id_ in DOCUMENTS if id_ != "referral"])
def test_no_other_paper_holds_a_word_of_what_is_held_back(id_: str) -> None:
    """Whatever is held back, in whichever answer, stands in none of the other documents."""
    case, details = with_everything_held()
    said = squeezed(paper(id_, case, details, open_result()))
    for one in sheet(case, details, samples.PACKS).answers:
        for part in one.said.splitlines():
            assert len(part) < 16 or part in stays(details) or squeezed(part) not in said, one.place


def test_the_referral_holds_it_on_the_last_sheet_alone() -> None:
    """Page one says what is held and why, the last sheet has the words, and nothing between them has."""
    case, details = with_everything_held()
    text = squeezed(paper("referral", case, details, open_result()))
    first, _, last = text.partition(squeezed("For the front door only"))
    assert squeezed("Held back: only on the last sheet") in first
    for one in sheet(case, details, samples.PACKS).answers:
        for part in one.said.splitlines():
            assert squeezed(part)[:40] in last, one.place
            assert len(part) < 16 or part in stays(details) or squeezed(part) not in first, one.place


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


def test_holding_back_what_is_said_of_a_family_member_leaves_the_choices() -> None:
    """A mother who was not told, with a note: the note is gone, that she was not told stays, and papers are made."""
    case = samples.CASE.model_copy(update={"family": (FamilyMember(key="mother", relation="Mother", told="no",
                                                                   note="She told the neighbour"),)})
    case = Case.model_validate({**case.model_dump(), "held_back": {"family.mother": {"why": "safety"}}})
    for family in (False, True):
        mother = open_copy(case, samples.DETAILS, family)[0].family[0]
        assert (mother.relation, mother.told, mother.agrees, mother.risk) == ("Mother", "no", None, None)
        assert mother.note == ("" if family else HELD)
    assert paper("referral", case, samples.DETAILS, open_result())


@pytest.mark.parametrize("path", [place.path for place in places(*filled())])
def test_whatever_is_held_back_every_document_is_made(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For every place of the list: the copy is a valid case, every paper is built, and only free text has changed."""
    monkeypatch.setattr("exports.make.render", lambda *_: b"made")
    monkeypatch.setattr("exports.make.page_count", lambda *_: 1)
    case, details = filled()
    case = Case.model_validate({**case.model_dump(), "held_back": {path: {"why": "safety"}}})
    for family in (False, True):
        open_case, open_details = open_copy(case, details, family)
        assert Case.model_validate(open_case.model_dump()) == open_case
        assert Details.model_validate(open_details.model_dump()) == open_details
    for id_ in DOCUMENTS:
        assert make(id_, case, details, open_result(), samples.PACKS, samples.NOW)


def test_a_text_at_its_limit_that_grows_stops_no_paper() -> None:
    """A name is shorter than what stands for it: an answer of the greatest length is still printed."""
    long = ("Quilla said so. " * 1250)[:20_000]
    details = samples.DETAILS.model_copy(update={
        "sources": (UnnamedSource(name="Quilla"),),
        "assessment": samples.DETAILS.assessment.model_copy(update={"reason": long})})
    assert "Quilla" not in open_copy(samples.CASE, details, family=False)[1].assessment.reason


@pytest.mark.parametrize("id_", list(DOCUMENTS))
def test_a_name_is_swept_out_of_every_answer_that_can_be_written(id_: str) -> None:
    """Relation, role, language and every other free text; what the result calls the family by is such a text."""
    case, details = filled("Childminder Quilla and Mrs Xanderson", beside=OTHERS_NAMES)
    details = details.model_copy(update={"sources": (UnnamedSource(name=SOURCE["name"]),)})
    case = case.model_copy(update={"reference": "Xanderson-7", "family": tuple(
        member.model_copy(update={"relation": f"{word} (Quilla’s sister)"})
        for member, word in zip(case.family, ("Mother", "Father"), strict=True))})
    said = case.family[0].relation
    result = open_result().model_copy(update={
        "telling": tuple(one.model_copy(update={"name": said}) for one in open_result().telling),
        "reasons": (Reason(kind="telling", says=f"{said}: may be told.", outcome="consult", source=samples.HERE),)})
    found = squeezed(paper(id_, case, details, result)).casefold()
    assert found
    before = found.partition(squeezed("For the front door only").casefold())[0]
    assert "quilla" not in before
    assert "xanderson" not in before
    assert "childminder" in before or id_ in ("call_sheet", "exploitation_grid")


def test_what_the_user_adds_about_a_held_answer_stands_on_the_sheet_alone() -> None:
    """A note says who it was: page one has the answer's name and the reason, each begun as a sentence."""
    case = Case.model_validate({**samples.CASE.model_dump(), "held_back": {
        "voice.words": {"why": "source_unnamed", "note": "It was Mrs Zebediah of number 4"}}})
    text = squeezed(paper("referral", case, samples.DETAILS, open_result()))
    first, _, last = text.partition(squeezed("For the front door only"))
    assert squeezed("The child’s own words. Whoever told this asks not to be named.") in first
    assert "Zebediah" not in first
    assert squeezed("Whoever told this asks not to be named. It was Mrs Zebediah of number 4") in last
    for id_ in DOCUMENTS:
        assert id_ == "referral" or "Zebediah" not in paper(id_, case, samples.DETAILS, open_result())


def test_page_one_calls_an_answer_by_no_sources_name() -> None:
    """A relation that names a source is part of what an answer is called."""
    case = samples.CASE.model_copy(update={"family": (
        FamilyMember(key="mother", relation="Mother (Quilla’s sister)", note="Rang at night"),)})
    case = Case.model_validate({**case.model_dump(), "held_back": {"family.mother": {"why": "safety"}}})
    details = samples.DETAILS.model_copy(update={"sources": (UnnamedSource(name="Quilla"),)})
    assert [one.called for one in sheet(case, details, samples.PACKS).answers] == [
        "About Mother ([name held back]’s sister)"]


def test_a_family_paper_loses_the_name_and_not_the_answer() -> None:
    """Only what is held goes whole, with its copies; an answer in which a source is named loses the name alone."""
    assessment = samples.DETAILS.assessment.model_copy(update={
        "reason": "The move was hard. Quilla helps. Mark Smith does not.", "mother": "I will rest, and mark the days."})
    details = samples.DETAILS.model_copy(update={
        "assessment": assessment, "sources": tuple(UnnamedSource(name=name) for name in (
            "Quilla", "Mark Smith", "Will", "not known", "The neighbour at number 4"))})
    copy = open_copy(samples.CASE, details, family=True)[1].assessment
    assert copy.reason == "The move was hard. Somebody helps. Somebody does not."
    assert copy.mother == "I will rest, and mark the days."
    assert copy.model_copy(update={"reason": assessment.reason}) == assessment


def test_ordinary_words_and_not_known_stay_in_the_referral() -> None:
    """A source of whom no name is known takes no word out of any answer."""
    details = samples.DETAILS.model_copy(update={"sources": tuple(
        UnnamedSource(name=name, contact="not known") for name in ("not known", "The neighbour at number 4", "Mr A"))})
    for family in (False, True):
        case, copy = open_copy(samples.CASE, details, family)
        assert (case, copy) == (samples.CASE, samples.DETAILS)
