"""Part 4 of the result: agreement, sharing and telling, kept apart."""
import re

import pytest

from decision.assess import assess
from decision.case import Case
from decision.result import Consent, ConsentStatement
from guidance.load import load_packs
from guidance.words import say
from pages.parts.result.fold_answers import who_is_told
from pages.parts.result.telling_view import nobody_held_back, telling
from tests.decision.build import FRIDAY
from tests.pages.sample import CITE, FULL, LAW, MOTHER, PACKS
from tests.pages.screen import read

OPEN = FULL.model_copy(update={"telling": (MOTHER,)})


def test_the_three_questions_have_three_headings() -> None:
    """Agreement, sharing and telling are never one answer."""
    headings = re.findall("<h3>(.*?)</h3>", telling(FULL, PACKS))
    assert headings == ["Telling each person", "Agreement to a service", "Sharing information with the front door",
                        "What to record"]


def test_who_is_not_to_be_told_stands_first() -> None:
    """Nobody reads "tell them" before they have read whom not to tell."""
    seen = read(telling(FULL, PACKS))
    assert seen.index("Do not tell them yet") < seen.index("Mother: Tell them")


def test_each_person_has_a_state_in_words_a_reason_and_who_lifts_it() -> None:
    """Colour is not needed to know who is not told yet, why, and until when."""
    seen = read(telling(FULL, PACKS))
    assert "Mother: Tell them" in seen
    assert "The person who might be causing this: Do not tell them yet It may put the child at risk." in seen
    assert "Until when: The police" in seen


def test_general_advice_to_be_open_is_left_out_while_anybody_is_not_to_be_told() -> None:
    """No sentence for everybody contradicts what is said of one person."""
    assert "Be open with the family." not in read(telling(FULL, PACKS))
    assert "Be open with the family." in read(telling(OPEN, PACKS))
    assert not nobody_held_back(FULL)


@pytest.mark.parametrize("state", ["not_needed", "not_sought"])
def test_nobody_is_named_to_agree_where_no_agreement_is_sought(state: str) -> None:
    """Without a need for agreement the page does not say from whom to get it."""
    consent = FULL.consent.model_copy(update={"state": state})
    assert "A parent." not in read(telling(OPEN.model_copy(update={"consent": consent}), PACKS))


def test_a_stricter_local_rule_shows_the_national_one_beside_it() -> None:
    """A reader sees both, each with its source."""
    seen = read(telling(FULL, PACKS))
    assert "You may share this. National guidance: Share it." in seen
    assert "A Statute (2023), section 47" in seen


def test_what_is_needed_and_refused_is_said_with_what_then() -> None:
    """Where agreement is needed, the page says from whom, and what a refusal means."""
    statement = ConsentStatement(about="service", says="Agreement to help.", from_whom="A parent.",
                                 if_refused="You may still share.", source=CITE)
    consent = Consent(agreement_needed=True, state="refused", says="Refused.", statements=(statement,), source=LAW)
    seen = read(telling(OPEN.model_copy(update={"consent": consent}), PACKS))
    assert "From whom: A parent." in seen
    assert "If refused: You may still share." in seen


def test_where_a_parent_is_told_the_open_question_stands_right_there() -> None:
    """By name, in the heading and with the way to answer it; of nobody of whom it was answered, or who is held back."""
    family = [{"key": "mother", "relation": "Mother"}, {"key": "father", "relation": "Father", "risk": "no"}]
    shipped = load_packs()
    signs = {sign.id: {"answer": "no"} for sign in shipped.signs("luton")}
    case = Case.model_validate({"home_area": "luton", "danger": "no", "signs": signs, "family": family})
    decision = assess(case, shipped, FRIDAY)
    seen = read(telling(decision, shipped))
    assert say("result.told.risk", names="mother") in seen
    assert 'href="check?step=family"' in telling(decision, shipped)
    assert say("result.told.risk_first", names="mother") in who_is_told(decision)
    held = case.but(family=tuple(member.but(risk="yes") for member in case.family))
    assert "raise the risk for anyone?" not in read(telling(assess(held, shipped, FRIDAY), shipped))


@pytest.mark.parametrize(("state", "words"), [
    ("ask_first", "Knows already. Ask before you say more"), ("not_yet", "Knows already. Say nothing more to them yet"),
    ("tell", "Knows already. Tell them what is new")])
def test_somebody_who_knows_already_is_not_spoken_of_as_if_they_did_not(state: str, words: str) -> None:
    """Who knows stands apart from those of the same state who do not."""
    knows = MOTHER.model_copy(update={"state": state, "knows": True})
    other = MOTHER.model_copy(update={"person": "aunt", "name": "Aunt", "state": state})
    seen = read(telling(FULL.model_copy(update={"telling": (knows, other)}), PACKS))
    assert f"Mother: {words}" in seen
    assert f"Aunt: {words}" not in seen
