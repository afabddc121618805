"""What a sentence does, as it is read in English."""
import pytest

from guidance.words.english import asks_to_keep_from, instructs


@pytest.mark.parametrize(("sentence", "does"), [
    ("Ask who cares for the child.", True), ("It is urgent, so ring today.", True), ("You may find it there.", True),
    ("Printed at Level 3; our reading.", True), ("The document prints no number.", False),
    ("It is asked at the second visit.", False), ("A call was made.", False),
])
def test_a_sentence_to_the_practitioner_is_known(sentence: str, does: bool) -> None:
    """By "you", or by what it has somebody do where a clause begins."""
    assert instructs(sentence) == does


@pytest.mark.parametrize(("sentence", "asks"), [
    ("Please don't tell my dad.", True), ("Mum must not know.", True), ("I told my dad.", False),
])
def test_a_wish_that_somebody_is_not_told_is_known(sentence: str, asks: bool) -> None:
    """In the words of a child."""
    assert asks_to_keep_from(sentence) == asks
