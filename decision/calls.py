"""The talks and calls that were written down: whether one was a talk, which was the last, and who owes an answer.

The one that is being written stands in `Case.call`, with its time among the events; those before it stay beside it.
"""
from datetime import datetime
from typing import Any

from decision.case import OWN_LEAD, SOMEBODY_ELSE, Call, Case, EarlierCall, LeadReached
from guidance.vocabulary import CallOutcome, FirstCall

TALKED: tuple[CallOutcome, ...] = ("taken", "advice", "no_further_action", "get_agreement")
"""What a call that was a talk ended in."""
HELP: tuple[FirstCall, ...] = ("999", "police")
"""First calls that stand for none to a council's team."""
OFFICER: FirstCall = "lado"
"""The designated officer for an allegation about an adult who works with children, who is not the team for the child.
"""

LEAD_AFTER: dict[CallOutcome, LeadReached] = {
    "no_answer": "cannot_reach", "no_further_action": "lead_decided_not_to_refer",
}
"""What a talk with the user's own lead says of having spoken with them; any other end of it is that they have."""


def calls(case: Case) -> tuple[EarlierCall, ...]:
    """Every talk and call on record, the oldest first."""
    made = case.events.call_made
    if case.call == Call() and made is None:
        return case.earlier_calls
    return (*case.earlier_calls, EarlierCall(**_fields(case.call), key=next_number(case), made=made))


def next_number(case: Case) -> str:
    """The number of the one that is being written."""
    return str(len(case.earlier_calls) + 1)


def written(case: Case, key: str) -> EarlierCall | None:
    """The record with this number; None where there is none."""
    return next((one for one in calls(case) if one.key == key), None)


def last(case: Case) -> EarlierCall | None:
    """The last one of which it is said what came of it, or else the last one; None before any."""
    return _last(calls(case))


def silent(case: Case) -> tuple[EarlierCall, ...]:
    """Those who did not answer and have not since, the last one last; none once a council's team has answered."""
    found: list[EarlierCall] = []
    for one in calls(case):
        if one.contact == SOMEBODY_ELSE or not (one.outcome or one.made):
            continue
        found = [] if answered(one) and to_a_team(one) else [other for other in found if other.contact != one.contact]
        found += [] if answered(one) else [one]
    return tuple(found)


def _last(found: tuple[EarlierCall, ...]) -> EarlierCall | None:
    return next((one for one in reversed(found) if one.outcome), found[-1] if found else None)


def spoken_of(case: Case) -> EarlierCall | None:
    """The one that the result speaks of once its call was made: the last talk with a team of a council. A later talk
    with one's own lead, or somebody who did not answer, takes back nothing of what they said, nor of what 999, the
    police or the designated officer did. Without one the last; with somebody else only where nothing else is on record.
    """
    talks = [one for one in calls(case) if one.outcome in TALKED and one.contact != OWN_LEAD]
    teams = _with_the_team(talks) or [one for one in talks if one.to in (*HELP, OFFICER)]
    found = _last(tuple(one for one in calls(case) if one.contact != SOMEBODY_ELSE)) or last(case)
    alone = found is not None and found.outcome == "no_answer" and not case.rung
    return teams[-1] if teams and not alone else found


def talked(case: Case, with_a_team: bool = False) -> bool:
    """Whether a talk is on record with those whom a result asks to talk to, a council's team or one's own lead;
    `with_a_team`: with those who decide on the help. Somebody else, 999, the police and the designated officer are
    neither."""
    return any(one.outcome in TALKED and (to_a_team(one) or (one.contact == OWN_LEAD and not with_a_team))
               for one in calls(case))


def answered(one: EarlierCall) -> bool:
    """Whether a record tells of somebody who answered."""
    return one.outcome != "no_answer" and bool(one.outcome or one.made)


def refused(case: Case) -> bool:
    """Whether somebody who was rung, or the own lead, will do nothing further; somebody else decides nothing."""
    return any(one.outcome == "no_further_action" and one.contact != SOMEBODY_ELSE for one in calls(case))


def decided(case: Case) -> bool:
    """Whether the last word of a council's team, which knew of all that is so, is that they will do nothing further:
    no other answer is waited for."""
    said = [one.outcome for one in _with_the_team([one for one in calls(case) if one.outcome in TALKED])]
    return said[-1:] == ["no_further_action"] and "front_door" in case.rung


def answered_to(case: Case) -> datetime | None:
    """When the council's team was last rung and answered: from then they owe an answer. No talk with one's own lead, no
    advice of somebody whom the result does not name, and no call to 999, the police or the designated officer alone
    starts that."""
    made = [one.made for one in _with_the_team([one for one in calls(case) if one.made and one.outcome != "no_answer"])]
    return made[-1] if made else None


def with_another(case: Case) -> Case:
    """The same with the call on record among the earlier ones, and the next one still to be written down."""
    found = calls(case)
    held = {f"earlier_calls.{found[-1].key}" if place.startswith("call.") else place: why
            for place, why in case.held_back.items()} if found else case.held_back
    return case.but(call=Call(), events=case.events.but(call_made=None), earlier_calls=found, held_back=held)


def corrected(case: Case, one: EarlierCall) -> Case:
    """The same with this record in the place of the one with its number, or as the one that is being written; the
    others stay as they are."""
    if one.key == next_number(case):
        return case.but(call=Call(**_fields(one)), events=case.events.but(call_made=one.made))
    return case.but(earlier_calls=tuple(one if other.key == one.key else other for other in case.earlier_calls))


def without(case: Case, key: str) -> Case:
    """The same as if this record had never been written, with what it held back and a disagreement that began with it;
    what the calls stand for is left to `rung.taken_off`. Where it was the last, the next is still to be written down.
    """
    gone = written(case, key)
    if gone is None:
        return case
    earlier = tuple(one for one in case.earlier_calls if one.key != key)
    now_called = {one.key: str(number) for number, one in enumerate(earlier, 1)}
    last_one, events = key == next_number(case), case.events
    disagreed = events.disagreement if len(calls(case)) > 1 and events.disagreement != gone.made else None
    left = case.but(
        call=Call() if last_one else case.call,
        events=events.but(disagreement=disagreed, call_made=None if last_one else events.call_made),
        earlier_calls=tuple(one.but(key=now_called[one.key]) for one in earlier),
        held_back={place: why for was, why in case.held_back.items()
                   if (place := _held(was, last_one, now_called)) is not None})
    return lead_told(case, left, gone, None)


def lead_told(before: Case, after: Case, was: EarlierCall | None, now: EarlierCall | None) -> Case:
    """`after` with the answer about the user's own lead, as the talks with them say it, once a record `was` this and is
    `now` that. What no talk had said stays, and so do a lead who is the user, and none."""
    you = after.practitioner
    if you.lead in ("i_am_the_lead", "no_lead"):
        return after
    said = [found for one in calls(after) if (found := _said_of_lead(one))]
    if _said_of_lead(now) or (was and before.practitioner.lead == you.lead == _said_of_lead(was)):
        return after.but(practitioner=you.but(lead=said[-1] if said else None))
    return after


def to_a_team(one: Call) -> bool:
    """Whether it was with a council's team for the child: no talk with one's own lead or with somebody else, whatever
    they said, and none to 999, the police or the designated officer."""
    return one.contact not in (OWN_LEAD, SOMEBODY_ELSE) and one.to not in (*HELP, OFFICER)


def _with_the_team(found: list[EarlierCall]) -> list[EarlierCall]:
    """Of these records those of the team that takes the referral; where none says that it was that call, all that were
    to a council's team. What a team that is told as well says is not that team's answer."""
    return [one for one in found if one.to == "front_door"] or [one for one in found if to_a_team(one)]


def _said_of_lead(one: EarlierCall | None) -> LeadReached | None:
    """What a record says of having spoken with the user's own lead; None where it was no talk with them."""
    return LEAD_AFTER.get(one.outcome, "yes") if one and one.contact == OWN_LEAD and one.outcome else None


def _fields(one: Call) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Call.model_fields}


def _held(place: str, last_one: bool, now_called: dict[str, str]) -> str | None:
    """Where what is held back stands once a record is taken off; None where it was in that one."""
    if place.startswith("earlier_calls."):
        key = now_called.get(place.removeprefix("earlier_calls."))
        return key and f"earlier_calls.{key}"
    return None if last_one and place.startswith("call.") else place
