"""The question which of a child's words may stand in a paper that the family reads."""
import pytest

from decision.case import Case, Child, Finding, SourceOfHarm, Voice
from exports.details import Assessment, Details
from exports.hiding.child_said import what_was_said
from guidance.packs import Packs
from guidance.words import say
from tests.pages.asking import fill, press
from tests.pages.opening import details_of, open_page, paper
from tests.pages.screen import words

WORDS = "I get no tea"
CASE = Case(home_area="testshire", children=(Child(label="A", age_years=7),), voice=Voice(words=WORDS),
            findings=(Finding(id="TST-2-TWICE-01", about=("A",), basis="child_said", note="Told me on Friday"),),
            source_of_harm=SourceOfHarm(kinds=("nobody",)))
LIST, TITLE = "Save and go back to the list", "What may the family read?"


def opened(case: Case = CASE) -> list[str]:
    """The rows of the assessment's list."""
    return [button.label for button in paper(open_page("documents", case), "early_help_assessment").button]


def test_the_question_is_a_row_of_the_familys_paper_alone(packs: Packs) -> None:
    """Where the child said something; a referral does not ask it."""
    assert TITLE in opened()
    assert TITLE not in opened(CASE.but(voice=Voice(), findings=()))
    assert TITLE not in [button.label for button in paper(open_page("documents", CASE), "referral").button]


def test_the_words_stand_beside_the_question_and_nothing_is_chosen(packs: Packs) -> None:
    """Each with where it was said; no answer is chosen beforehand."""
    screen = open_page("documents", CASE, section="assess_said")
    seen = words(screen)
    assert WORDS in seen
    assert "Told me on Friday" in seen
    assert [radio.value for radio in screen.radio] == [None, None]
    assert details_of(screen) == Details()


def test_what_is_chosen_is_kept_and_the_row_says_it(packs: Packs) -> None:
    """A line of two is chosen: the row says so, and that another is still to be chosen."""
    screen = paper(open_page("documents", CASE), "early_help_assessment")
    screen = press(fill(press(screen, TITLE), said__0__may="stands"), LIST)
    assert [one.may for one in details_of(screen).assessment.may_stand] == ["stands"]
    assert "One may stand" in words(screen)
    assert say("documents.state.said") in words(screen)
    screen = press(fill(press(screen, TITLE), said__1__may="ask_first"), LIST)
    assert "One may stand, one to ask the child about" in words(screen)
    assert say("documents.state.said") not in words(screen)


@pytest.mark.parametrize(("source", "warned"), [
    (SourceOfHarm(), True), (SourceOfHarm(kinds=("parent_or_carer",)), True),
    (SourceOfHarm(kinds=("not_known",)), True),
    (SourceOfHarm(kinds=("another_child",), members=("brother",)), True), (SourceOfHarm(kinds=("online",)), False),
    (SourceOfHarm(kinds=("nobody",)), False),
])
def test_a_warning_stands_where_harm_may_be_at_home(source: SourceOfHarm, warned: bool, packs: Packs) -> None:
    """A parent named, nobody known and never asked alike."""
    screen = open_page("documents", CASE.but(source_of_harm=source), section="assess_said")
    assert (say("documents.said.at_home") in words(screen)) == warned


def test_words_of_several_children_say_that_nobody_knows_whose(packs: Packs) -> None:
    """The child's voice is asked once for all of them."""
    two = CASE.but(children=(Child(label="A"), Child(label="B")))
    assert "it is not said which child" in words(open_page("documents", two, section="assess_said"))


def test_an_address_without_anything_to_choose_says_so(packs: Packs) -> None:
    """The page is no error."""
    screen = open_page("documents", CASE.but(voice=Voice(), findings=()), section="assess_said")
    assert say("documents.said.nothing") in words(screen)


def test_what_may_stand_is_read_back_where_the_view_is_asked(packs: Packs) -> None:
    """The page of views says it and does not ask it a second time; what was not chosen is not there."""
    choices = tuple(one.choice.but(may="stands") for one in what_was_said(CASE, Details(), frozenset())
                    if one.place == "voice.words")
    details = Details(assessment=Assessment(may_stand=choices))
    screen = open_page("documents", CASE, details, section="assess_voice")
    seen = words(screen)
    assert f"Child’s view {WORDS}" in seen
    assert "Told me on Friday" not in seen
    assert WORDS not in words(open_page("documents", CASE, section="assess_voice"))
