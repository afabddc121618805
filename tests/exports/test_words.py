"""Words for the values of a case."""
from typing import get_args

import pytest

from decision import case, result
from decision.case import Case, History
from exports import from_check, words
from exports.details import Narrative
from exports.material import Material
from exports.words import KNOWN_CHANGE
from guidance import vocabulary
from guidance.words import say
from tests.exports import samples


@pytest.mark.parametrize(("found", "values"), [
    (words.BASIS, vocabulary.Basis), (words.YES_NO, vocabulary.Answer), (words.AGREES, case.Agreement),
    (words.STATUS, vocabulary.Status), (words.HARM_BY, vocabulary.HarmBy), (words.PLACE_NOW, case.PlaceNow),
    (words.WITH_WHOM, case.WithWhom), (words.OWN_VIEW, case.OwnView), (words.LEAD, case.LeadReached),
    (words.CALL, vocabulary.CallOutcome), (words.UNDERSTANDING, case.Understanding), (words.TELL, result.TellState),
    (words.TRUST, vocabulary.Trust),
])
def test_every_value_of_a_case_has_words(found: dict[str, str], values: object) -> None:
    """Whatever a case can hold can be printed: no value without words, no words for a value that is none."""
    assert set(found) == set(get_args(values))
    assert all(text == text.strip() and (text or value == "confirmed") for value, text in found.items())


def test_not_known_reads_the_same_everywhere() -> None:
    """Not known prints as not known in every list that has it."""
    lists = (words.YES_NO, words.AGREES, words.STATUS, words.HARM_BY, words.PLACE_NOW, words.WITH_WHOM)
    assert {found["not_known"] for found in lists} == {"not known"}


def test_none_beside_a_status_means_none_of_the_others() -> None:
    """The paper never says "none" beside what the child has."""
    assert words.statuses(("none",)) == ("none that I know of",)
    assert words.statuses(("ehc_plan", "none")) == ("EHC plan", "no other that I know of")


def test_a_change_is_printed_in_the_words_in_which_it_was_asked() -> None:
    """"A little, or for a while" is no "some change": the same page may say that little has changed."""
    assert KNOWN_CHANGE["some"] == say("asking.changed.some") == "A little, or for a while"
    assert KNOWN_CHANGE["yes"] == say("asking.changed.yes")
    case = Case(history=History(help_tried="yes", changed="some"))
    told = from_check.tried(Material(case, samples.DETAILS.but(narrative=Narrative()), samples.DECISION, samples.PACKS,
                                     samples.NOW)).said
    assert "Did it bring a change? A little, or for a while." in told
