"""Words that may prompt somebody to tell or to ask the family: the lint finds them, and nothing unguarded has any."""
import pytest

from decision.lint_words import open_question, prompting, prompts, to_all, to_all_though_marked
from guidance.load import load_packs
from tests.decision.altered import changed

SHIPPED = load_packs()


@pytest.mark.parametrize(("text", "prompting"), [
    ("Tell the family today.", True), ("Talk it through with the child's parents first.", True),
    ("The parents are told by the school.", True), ("Inform both carers in writing.", True),
    ("Do not tell the parents.", False), ("Tell the parents unless that raises the risk.", False),
    ("Ask the front door before you tell the family.", False), ("Ask where the family is.", False),
    ("Ring Family Connect.", False), ("Ask Family Connect.", False),
    ("Where the police agree, parents may be told.", False),
])
def test_words_that_may_prompt_telling_are_a_warning(text: str, prompting: bool) -> None:
    """A sentence that asks to tell the family is pointed out, unless it says when not to."""
    assert bool(prompts(text)) == prompting


@pytest.mark.parametrize(("text", "words"), [
    ("Write it down. Ask what got in the way.", "Ask what got in the way"),
    ("Ring them; ask who keeps the dog away.", "ask who keeps the dog away"),
    ("Ask the front door what happens next.", ""), ("Ask yourself why. Ask for a doctor.", ""),
])
def test_a_question_to_nobody_in_particular_is_found(text: str, words: str) -> None:
    """What does not say whom to ask may be taken for a question to the family."""
    assert open_question(text) == words


@pytest.mark.parametrize(("text", "words"), [
    ("Think. Talk with the child and family as soon as you can, where they may be told.",
     "Talk with the child and family as soon as you can, where they may be told."),
    ("If that is not enough, talk with the family.", "If that is not enough, talk with the family."),
    ("Where nothing says not yet, inform the carers.", "Where nothing says not yet, inform the carers."),
    ("Talk with those of the child and family who may be told.", ""),
    ("Tell the parents or carers who may be told.", ""), ("Do not tell the family.", ""),
    ("Ring before you talk to the family.", ""), ("Ask Family Connect.", ""), ("Ask first; parents take part.", ""),
    ("Ask the family's friends.", ""),
])
def test_a_sentence_to_the_family_as_a_whole_is_found_whatever_stands_beside_it(text: str, words: str) -> None:
    """Whoever reads it beside "do not tell yet" must not be sent to everybody; those who may be told are named so."""
    assert to_all(text) == words


@pytest.mark.parametrize("area", ["", *SHIPPED.areas])
def test_no_pack_sends_to_the_family_as_a_whole_where_somebody_may_be_held_back(area: str) -> None:
    """Help at a level stands beside "do not tell yet", and so does what is marked wherever another may be told."""
    pack = SHIPPED.areas[area] if area else SHIPPED.national
    assert [found for found in prompting(pack) if found[0] == "help"] == []
    assert list(to_all_though_marked(pack)) == []


def test_what_prompts_to_tell_or_ask_the_family_stands_only_where_the_engine_can_leave_it_out() -> None:
    """Signs, what duties say, and notes are shown whoever is not to be told: no words there send to the family.

    In the national pack no other sentence does either: steps that do are marked.
    """
    assert list(prompting(SHIPPED.national)) == []
    assert [found for area in SHIPPED.areas.values() for found in prompting(area) if found[0] == "statement"] == []


def test_a_sign_that_sends_to_the_family_is_named() -> None:
    """The words that a sign once had: shown beside "do not tell yet", they sent to the family all the same."""
    sign = changed(SHIPPED.national.signs[0], id="loud", then="Ring now. Ask what got in the way.")
    assert ("sign", "loud", "Ask what got in the way") in prompting(changed(SHIPPED.national, signs=(sign,)))
