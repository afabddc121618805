"""Strengths, safe people and the child's voice."""
import pytest

from decision.case import Child, Voice
from tests.pages.asking import HOME, case_of, field, fill, has_field, open_step, press

pytestmark = pytest.mark.usefixtures("packs")
FACTOR, ROW = "strength-TST-F-01", "strength-TST-1-CHILD-01"


def test_strengths_of_both_lists_are_kept_in_their_places() -> None:
    """A protective factor and a strength of the threshold chart are answered yes; nothing becomes a finding."""
    case = case_of(press(fill(open_step("strengths"), **{FACTOR: True, ROW: True}), "Continue"))
    assert (dict(case.factors), dict(case.answers)) == ({"TST-F-01": "yes"}, {"TST-1-CHILD-01": "yes"})
    assert case.findings == ()
    assert field(open_step("strengths", case), ROW).value is True


def test_none_that_i_know_of_is_said_and_not_assumed() -> None:
    """Unticked strengths are no answer; only the explicit words are."""
    assert case_of(press(open_step("strengths"), "Continue")).no_protective_factor is None
    case = case_of(press(fill(open_step("strengths"), no_strength=True), "Continue"))
    assert case.no_protective_factor is True


def test_a_strength_beside_none_means_none_of_the_others() -> None:
    """Both are kept, so that the tick does not take back what "none" says of the others."""
    case = case_of(press(fill(open_step("strengths"), no_strength=True, **{FACTOR: True}), "Continue"))
    assert case.no_protective_factor is True
    assert "yes" in case.factors.values()


def test_the_childs_voice_is_kept() -> None:
    """Words, behaviour, what was observed, who can help, and why the child was not asked."""
    voice = {"words": "I am tired", "behaviour": "Quiet", "observed": "Turns away", "who_can_help": "Key worker",
             "not_asked_because": "Too young"}
    screen = fill(open_step("strengths"), safe_people="Aunt", **{f"voice-{name}": text for name, text in voice.items()})
    case = case_of(press(screen, "Continue"))
    assert (case.voice, case.safe_people) == (Voice(**voice), "Aunt")


def test_of_a_baby_what_was_seen_comes_first_and_no_words_are_asked_for() -> None:
    """Nobody asks what a baby has said, why it was not asked, or who interprets; what was written before stays."""
    case = HOME.but(children=(Child(label="A", age_months=5),))
    screen = open_step("strengths", case)
    assert screen.text_area[0].key == field(screen, "voice-observed").key
    assert has_field(screen, "voice-behaviour")
    assert not [name for name in ("words", "who_can_help", "not_asked_because") if has_field(screen, f"voice-{name}")]
    assert case_of(press(fill(screen, voice__observed="Still"), "Continue")).voice == Voice(observed="Still")
    before = case.but(voice=Voice(words="I am tired"))
    screen = open_step("strengths", before)
    assert field(screen, "voice-words").value == "I am tired"
    assert case_of(press(screen, "Continue")) == before


def test_of_several_children_the_words_ask_whose_they_are() -> None:
    """By the letter of one who talks; with one child, or with babies alone, there is nothing to ask."""
    baby, older = Child(label="A", age_months=5), Child(label="B", age_years=7)
    for children, asks in (((baby, older), True), ((older,), False), ((baby, baby.but(label="B")), False)):
        case = HOME.but(children=children, voice=Voice(words="Mummy is tired"))
        hint = str(field(open_step("strengths", case), "voice-words").label)
        assert ("Say which child first, by letter: “B: …”" in hint) == asks
