"""What a child or parent said stands in a family's paper only where the writer says so, and only those words."""
from typing import Literal

import pytest

from decision.case import Case, Child, FamilyMember, Finding, HeldBack, SignAnswer, Voice, YoungPerson
from exports.details import AgreementBlock, AgreementRecord, Assessment, Details, LivedDay, UnnamedSource
from exports.hiding.child_said import chosen, what_was_said, with_what_may_stand
from exports.make import make
from exports.make import plain_text
from tests.exports import samples
from tests.exports.reading import squeezed, tagged_text

WORDS = "He shouts when the football is on"
CASE = samples.CASE.but(
    children=samples.CASE.children[:1], voice=Voice(words=WORDS, behaviour="Hides under the table"),
    findings=(Finding(id="CBC-2-CHILD-01", about=("A",), basis="child_said", note="Told me on Friday",
                      words="I get no tea"),))
TOLD = tuple(one.but(state="tell") for one in samples.telling())
OPEN = samples.decision("early_help", TOLD)


def choosing(may: Literal["stands", "not", "ask_first"], case: Case = CASE, details: Details = samples.DETAILS,
             *places: str) -> Details:
    """Details in which this was chosen of each answer, or of those at these places."""
    choices = tuple(one.choice.but(may=may) for one in what_was_said(case, details, frozenset())
                    if not places or one.place in places)
    return details.but(assessment=details.assessment.but(may_stand=choices))


def paper(case: Case, details: Details) -> str:
    """The text of the assessment."""
    return squeezed(tagged_text(make("early_help_assessment", case, details, OPEN, samples.PACKS, samples.NOW)))


def test_each_answer_of_the_childs_is_asked_about_once() -> None:
    """The voice, the words beside a statement, and what was noted of what the child told."""
    found = what_was_said(CASE, Details(), frozenset())
    assert [(one.place, one.whose, one.said) for one in found if not one.noted] == [
        ("voice.words", "A", WORDS), ("voice.behaviour", "A", "Hides under the table"),
        ("findings.CBC-2-CHILD-01.words", "A", "I get no tea"),
        ("findings.CBC-2-CHILD-01.note", "A", "Told me on Friday")]


@pytest.mark.parametrize("may", ["not", "ask_first", None])
def test_nothing_stands_that_was_not_chosen(may: Literal["not", "ask_first"] | None) -> None:
    """Unanswered, "it must not" and "ask the child first" all leave every word out."""
    said = paper(CASE, choosing(may, CASE) if may else samples.DETAILS)
    for words in (WORDS, "Hides under the table", "I get no tea", "Told me on Friday"):
        assert squeezed(words) not in said


def test_what_was_chosen_stands_as_it_was_said() -> None:
    """With the child's view, after what the writer wrote there; what the child showed says that it was noticed."""
    said = paper(CASE, choosing("stands", CASE, samples.DETAILS, "voice.words", "voice.behaviour"))
    assert squeezed("I want mummy to have a rest. " + WORDS) in said
    assert squeezed("What was noticed: Hides under the table") in said
    assert squeezed("I get no tea") not in said


def test_what_the_writer_took_into_their_own_words_stands_once() -> None:
    """Words that may stand and were written into the view as well are not added to it."""
    own = samples.DETAILS.but(assessment=Assessment(children=(LivedDay(label="A", view=f"At home: {WORDS}. Often."),)))
    assert paper(CASE, choosing("stands", CASE, own, "voice.words")).count(squeezed(WORDS)) == 1


def test_other_words_are_asked_about_anew() -> None:
    """A choice is about the words that were read: once they are changed nothing stands, and nothing is chosen."""
    details = choosing("stands")
    changed = CASE.but(voice=CASE.voice.but(words="He hits when the football is on"))
    assert squeezed("He hits") not in paper(changed, details)
    assert [choice.may for one, choice in chosen(changed, details, frozenset()) if one.place == "voice.words"] == [None]


def test_a_choice_holds_no_words() -> None:
    """Words that are deleted in the check are gone, and no copy of them stays in what was chosen."""
    assert WORDS not in choosing("stands").model_dump_json()


@pytest.mark.parametrize("place", ["voice.words", "findings.CBC-2-CHILD-01"])
def test_what_is_held_back_is_not_offered_and_never_stands(place: str) -> None:
    """Also where it was chosen before it was held back."""
    held = CASE.but(held_back={place: HeldBack(why="safety")})
    assert not [one for one in what_was_said(held, Details(), frozenset()) if one.place.startswith(place)]
    said = paper(held, choosing("stands"))
    assert squeezed(WORDS if place == "voice.words" else "I get no tea") not in said


def test_a_source_who_must_not_be_named_is_not_in_words_that_may_stand() -> None:
    """The sweeps of every paper for a family go over them too."""
    case = CASE.but(voice=Voice(words="Quilla takes me to school"))
    details = choosing("stands", case).but(sources=(UnnamedSource(name="Quilla", relation="aunt"),))
    assert "Quilla" not in paper(case, details)
    text = plain_text("early_help_assessment", case, details, OPEN, samples.PACKS, samples.NOW)
    assert "takes me to school" in text


def views(case: Case) -> dict[str, str]:
    """What stands under each child once all of it may; under no letter what nobody said whose it is."""
    copy = with_what_may_stand(case, choosing("stands", case, Details()), frozenset())
    return {day.label: day.view for day in copy.assessment.children}


BABY, OLDER, SISTER = Child(label="A", age_months=5), Child(label="B", age_years=7), Child(label="C", age_years=9)
NOT_BORN = Child(label="A", not_born=True)


@pytest.mark.parametrize(("children", "whose"), [
    ((BABY, OLDER), "B"), ((NOT_BORN, OLDER), "B"), ((BABY, OLDER, SISTER), ""), ((BABY, Child(label="B")), ""),
    ((BABY, OLDER, Child(label="C")), ""), ((BABY, Child(label="B", age_months=6)), ""),
])
def test_of_several_children_nobody_is_given_anothers_words(children: tuple[Child, ...], whose: str) -> None:
    """What was said of none of them stands with the one who surely talks, and otherwise with no child."""
    assert views(CASE.but(children=children, voice=Voice(words=WORDS), findings=(), strengths_note="")) == {
        whose: WORDS}


@pytest.mark.parametrize(("words", "whose"), [
    ("B: Mummy is tired", "B"), ("B: Mummy is tired\nB: I cook", "B"), ("B: Mummy is tired\nC: I cook", ""),
    ("B: Mummy is tired\nShe sleeps", ""), ("A: Mummy is tired", ""), ("D: Mummy is tired", ""),
])
def test_a_letter_before_each_line_says_whose_words_they_are(words: str, whose: str) -> None:
    """A letter of a child who cannot talk, or of no child of the case, says nothing."""
    case = CASE.but(children=(BABY, OLDER, SISTER), voice=Voice(words=words), findings=(), strengths_note="")
    assert views(case) == {whose: words}


def test_words_beside_a_statement_stand_with_its_child_but_never_with_one_who_cannot_talk() -> None:
    """What was told beside a statement about a baby was said by somebody else."""
    case = CASE.but(children=(BABY, OLDER, SISTER), voice=Voice(), strengths_note="", findings=(
        Finding(id="x", about=("A",), words="He cries"), Finding(id="y", about=("C",), words="I cook")))
    assert views(case) == {"": "He cries", "C": "I cook"}


def test_what_was_noticed_of_several_children_is_put_to_none_of_them() -> None:
    """A baby shows much as well, so that who talks says nothing of whom it is about."""
    assert views(CASE.but(children=(BABY, OLDER), voice=Voice(behaviour="Hides"), findings=(), strengths_note="")) == {
        "": "What was noticed: Hides"}


def test_what_nobody_said_whose_it_is_stands_once_and_under_no_child() -> None:
    """The paper has a place for it after the children, and only then."""
    case = CASE.but(children=(BABY, OLDER, SISTER), findings=(), voice=Voice(words=WORDS))
    said, place = paper(case, choosing("stands", case, Details())), squeezed("One of the children, not said which")
    assert said.count(squeezed(WORDS)) == said.count(place) == 1
    assert said.index(squeezed("Child C: what I think")) < said.index(place) < said.index(squeezed(WORDS))
    assert place not in paper(CASE, choosing("stands"))


def test_a_parents_words_stand_with_their_own_view_alone() -> None:
    """What the mother said when she was asked is offered, and stands as her view, after what is written there."""
    details = Details(agreement=AgreementBlock(records=(AgreementRecord(key="mother", said="I would like help"),)),
                      assessment=Assessment(mother="Tired.", children=(LivedDay(label="A", view="Mine"),)))
    case = Case(children=(Child(label="A"),), family=(FamilyMember(key="mother", relation="Mother"),))
    views = with_what_may_stand(case, choosing("stands", case, details), frozenset()).assessment
    assert (views.mother, views.father, views.children[0].view) == ("Tired.\nI would like help", "", "Mine")


def test_a_sign_that_is_not_so_has_nothing_to_say() -> None:
    """Words beside a No are of no statement; those beside a sign that is so, or in doubt, are offered."""
    case = Case(children=(Child(label="A"),), young_person=YoungPerson(view="I want it to stop"), signs={
        "x": SignAnswer(answer="no", words="Nothing"), "y": SignAnswer(answer="not_sure", words="Perhaps")})
    assert [one.place for one in what_was_said(case, Details(), frozenset())] == ["young_person.view", "signs.y.words"]
