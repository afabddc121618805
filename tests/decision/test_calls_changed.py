"""Any call on record can be taken off or changed: what follows is as if it had never been written, or written so."""
from collections import Counter
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from decision.after import has_rung, since_the_call
from decision.assess import decide
from decision.calls import OFFICER, calls, corrected, lead_told, with_another, without, written
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Case, Child, EarlierCall, HeldBack, SignAnswer
from decision.known import read
from decision.result import Decision
from decision.rung import due, no_more_than, taken_off, with_record
from guidance.load import load_packs
from guidance.vocabulary import CallOutcome
from tests.decision.strategies import FEWER

PACKS = load_packs()
NOW = datetime(2026, 11, 20, 10, 5, tzinfo=ZoneInfo("Europe/London"))
WHOM = ("", "door", "police", "emergency", OWN_LEAD, SOMEBODY_ELSE)
OUTCOMES: tuple[CallOutcome, ...] = ("taken", "advice", "no_further_action", "no_answer", "get_agreement")
Made = tuple[Literal["call"], str, CallOutcome]
New = tuple[Literal["sign"], int]
History = list[Made | New]

made = st.tuples(st.just("call"), st.sampled_from(WHOM), st.sampled_from(OUTCOMES))
new = st.tuples(st.just("sign"), st.integers(0, 40))
histories = st.lists(made | made | new, min_size=1, max_size=5)


def decided(case: Case) -> Decision:
    """What follows at the moment of these tests."""
    return decide(read(case, PACKS), NOW)


def record(case: Case, one: EarlierCall) -> Case:
    """The case once this record was saved, as the page does it."""
    after = lead_told(case, corrected(case, one), written(case, one.key), one)
    return with_record(case, after, decided(after), PACKS, one.key)


def entry(area: str, key: int, whom: str, outcome: CallOutcome, minute: int) -> EarlierCall:
    """A record with this number, made so many minutes from now."""
    named = {"door": PACKS.areas[area].front_door, "police": PACKS.national.police,
             "emergency": PACKS.national.emergency}.get(whom, whom)
    return EarlierCall(key=str(key), contact=named, outcome=outcome, note=f"at {minute}",
                       made=NOW + timedelta(minutes=minute))


def lived(area: str, history: History, but: int = -1) -> Case:
    """The case after all of it; `but`: without the call at this place."""
    case, number = Case(home_area=area, children=(Child(label="A", age_years=8),)), 0
    signs = tuple(PACKS.signs(area))
    for minute, one in enumerate(history):
        if one[0] == "sign":
            ticked = case.but(signs={**case.signs, signs[one[1] % len(signs)].id: SignAnswer(answer="yes")})
            case = since_the_call(case, ticked, PACKS, decided)
        elif minute != but:
            number += 1
            case = with_another(case) if number > 1 else case
            case = record(case, entry(area, number, one[1], one[2], minute))
    return case


def told(case: Case) -> tuple[tuple[EarlierCall, ...], Counter[str], object]:
    """What the calls of a case come to."""
    return calls(case), Counter(case.rung), case.practitioner.lead


def key_of(history: History, place: int) -> str:
    """The number of the call at this place."""
    return str(sum(one[0] == "call" for one in history[:place + 1]))


@pytest.mark.parametrize("area", PACKS.areas)
@FEWER
@given(history=histories)
def test_taking_a_call_off_is_as_if_it_had_never_been_written(area: str, history: History) -> None:
    """Whichever it is, whatever was ticked between: the others, the lead's answer and what is still to be rung."""
    whole = lived(area, history)
    for place, one in enumerate(history):
        if one[0] == "call":
            left = taken_off(whole, key_of(history, place), decided)
            assert told(left) == told(lived(area, history, but=place))
            assert left.signs == whole.signs
            assert not Counter(left.rung) - Counter(whole.rung)


@pytest.mark.parametrize("area", PACKS.areas)
@FEWER
@given(history=histories, other=made)
def test_a_call_that_is_changed_leaves_the_others(area: str, history: History, other: Made) -> None:
    """As if it had been written so, in its place; it never stands for more than that. A record of a call that nobody
    answered, and that becomes one of a talk, is of one that was had by now."""
    whole = lived(area, history)
    for place, one in enumerate(history):
        if one[0] == "call":
            key = key_of(history, place)
            after = record(whole, entry(area, int(key), other[1], other[2], place))
            written_so = lived(area, [*history[:place], other, *history[place + 1:]])
            nothing_new = all(later[0] == "call" for later in history[place:])
            assert [one for one in calls(after) if one.key != key] == [one for one in calls(whole) if one.key != key]
            assert after.practitioner.lead == written_so.practitioner.lead
            if nothing_new:
                assert told(after) == told(written_so)
            elif one[2] != "no_answer" and entry(area, 0, one[1], one[2], 0).contact == entry(
                    area, 0, other[1], other[2], 0).contact:
                assert not Counter(after.rung) - Counter(written_so.rung)


@pytest.mark.parametrize("area", PACKS.areas)
def test_the_number_comes_back_with_the_only_call_that_stood_for_it(area: str) -> None:
    """For every sign: with both calls and without either of two it is rung, without both it is to be rung. Where the
    designated officer has a number of their own, the two are theirs and the team's, and neither does for the other."""
    for number, sign in enumerate(PACKS.signs(area)):
        case = lived(area, [("sign", number), ("call", "", "taken"), ("call", "", "advice")])
        if not due(decided(case)):
            continue
        assert has_rung(case, decided(case)), sign.id
        for key in "12":
            one = taken_off(case, key, decided)
            assert has_rung(one, decided(one)) == (OFFICER not in case.rung), sign.id
            none = taken_off(one, calls(one)[0].key, decided)
            assert (calls(none), none.rung) == ((), ()), sign.id
            assert not has_rung(none, decided(none)), sign.id


def test_what_a_record_held_back_goes_with_it_and_the_others_stay_held_back() -> None:
    """By the number that each has then."""
    why = HeldBack(why="safety")
    case = lived("luton", [("call", "door", "taken"), ("call", "police", "taken"), ("call", "door", "advice")])
    case = case.but(held_back={"earlier_calls.1": why, "earlier_calls.2": why, "call.note": why, "findings.X": why})
    assert set(without(case, "1").held_back) == {"earlier_calls.1", "call.note", "findings.X"}
    assert set(without(case, "2").held_back) == {"earlier_calls.1", "call.note", "findings.X"}
    assert set(without(case, "3").held_back) == {"earlier_calls.1", "earlier_calls.2", "findings.X"}
    assert without(case, "4") == case


def test_a_disagreement_that_began_with_a_call_goes_with_it() -> None:
    """One with a day of its own stays while there is a call on record."""
    case = lived("luton", [("call", "door", "no_further_action"), ("call", "door", "advice")])
    first, second = calls(case)
    disagrees = case.but(events=case.events.but(disagreement=first.made))
    assert without(disagrees, "1").events.disagreement is None
    assert without(disagrees, "2").events.disagreement == first.made
    assert without(without(disagrees, "2"), "1").events.disagreement is None
    assert without(disagrees, "1").events.call_made == second.made


def test_an_old_file_that_counts_two_calls_once_asks_again_rather_than_too_little() -> None:
    """A format before this one kept what several calls stand for only once."""
    case = lived("luton", [("sign", 0), ("call", "", "taken"), ("call", "", "taken")])
    old = case.but(rung=tuple(dict.fromkeys(case.rung)))
    assert len(case.rung) == 2 * len(old.rung) > 0
    assert taken_off(old, "2", decided).rung == ()
    assert taken_off(old, "1", decided).rung == old.rung


def test_what_is_not_saved_adds_nothing_and_may_take_off() -> None:
    """Each as often as in both."""
    assert no_more_than(("police", "front_door"), ("front_door", "front_door")) == ("front_door",)
    assert no_more_than((), ("999",)) == ()
