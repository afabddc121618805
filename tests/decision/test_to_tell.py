"""What the council must be told is told, and asks for no advice: in the headline, the script and the call."""
from datetime import datetime
from typing import get_args

import pytest

from decision.assess import decide
from decision.case import Case, Child, SignAnswer
from decision.duties import to_tell
from decision.headline import in_short, tells
from decision.hours import LONDON
from decision.known import read
from decision.result import Decision
from guidance.load import load_packs
from guidance.vocabulary import Outcome
from guidance.words import key_of

PACKS = load_packs()
TEN = datetime(2026, 11, 20, 10, 5, tzinfo=LONDON)
TOLD = {(duty.id, status): duty for duty in PACKS.national.duties if duty.tells and duty.triggers
        for status in duty.triggers.statuses}


def decided(area: str, status: str, sign: str = "") -> Decision:
    """A child of nine with this status, everything else asked and answered no, but for a sign."""
    said = {one.id: SignAnswer(answer="yes" if one.id == sign else "no") for one in PACKS.signs(area)}
    return decide(read(Case.model_validate({
        "home_area": area, "danger": "no", "children": (Child(label="A", age_years=9, status=(status,)),),
        "asked": tuple(PACKS.national.topic), "signs": said}), PACKS), TEN)


def test_there_is_something_to_tell() -> None:
    """Or nothing below is tried."""
    assert TOLD


@pytest.mark.parametrize(("id_", "status"), TOLD)
@pytest.mark.parametrize("area", PACKS.areas)
def test_what_must_be_told_is_told(area: str, id_: str, status: str) -> None:
    """The first answer, the words for the call and the call itself tell it, in every area that has a number for it."""
    decision = decided(area, status)
    assert key_of(in_short(decision, PACKS)[0]) == "headline.tell"
    assert TOLD[id_, status].tells in decision.say
    calls = [one for one in decision.routes if one.kind in ("advice", "ring_when_open") and one.dial]
    assert all(tells(one) for one in calls)
    assert not any(step.says in decision.say for step in PACKS.national.process_for("asking_advice").steps
                   if step.says_purpose)


@pytest.mark.parametrize("area", PACKS.areas)
def test_beside_a_sign_the_worry_is_said(area: str) -> None:
    """A talk today, or a call now, is about the harm: nothing stands in its place."""
    for (_, status), sign in ((told, sign) for told in TOLD for sign in PACKS.signs(area)):
        decision = decided(area, status, sign.id)
        assert to_tell(decision.duties, decision.outcome) == ""
        assert key_of(in_short(decision, PACKS)[0]) != "headline.tell"


def test_no_duty_is_told_of_at_another_outcome() -> None:
    """Only the result that comes from the duty itself tells it."""
    duties = decided(next(iter(PACKS.areas)), next(status for _, status in TOLD)).duties
    told = [outcome for outcome in get_args(Outcome) if to_tell(duties, outcome)]
    assert told == [duty.at_least for duty in duties if duty.tells]
