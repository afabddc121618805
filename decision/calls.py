"""The talks and calls that were written down: whether one was a talk, which was the last, and who owes an answer.

The one that is being written stands in `Case.call`, with its time among the events; those before it stay beside it.
"""
from collections.abc import Iterable
from datetime import datetime

from decision.case import OWN_LEAD, SOMEBODY_ELSE, Call, Case, EarlierCall, LeadReached
from guidance.vocabulary import CallOutcome, FirstCall

TALKED: tuple[CallOutcome, ...] = ("taken", "advice", "no_further_action", "get_agreement")
"""What a call that was a talk ended in."""
HELP: tuple[FirstCall, ...] = ("999", "police")
"""First calls that stand for none to a council's team."""

LEAD_AFTER: dict[CallOutcome, LeadReached] = {
    "no_answer": "cannot_reach", "no_further_action": "lead_decided_not_to_refer",
}
"""What a talk with the user's own lead says of having spoken with them; any other end of it is that they have."""


def calls(case: Case) -> tuple[EarlierCall, ...]:
    """Every talk and call on record, the oldest first."""
    made = case.events.call_made
    if case.call == Call() and made is None:
        return case.earlier_calls
    now = {name: getattr(case.call, name) for name in Call.model_fields}
    return (*case.earlier_calls, EarlierCall(**now, key=str(len(case.earlier_calls) + 1), made=made))


def last(case: Case) -> EarlierCall | None:
    """The last one of which it is said what came of it, or else the last one; None before any."""
    found = calls(case)
    return next((one for one in reversed(found) if one.outcome), found[-1] if found else None)


def talked(case: Case, with_a_team: bool = False) -> bool:
    """Whether a talk is on record; `with_a_team`: one with those who decide on the help."""
    return any(one.outcome in TALKED and (not with_a_team or to_a_team(one)) for one in calls(case))


def refused(case: Case) -> bool:
    """Whether somebody who was rung will do nothing further."""
    return any(one.outcome == "no_further_action" for one in calls(case))


def answered_to(case: Case) -> datetime | None:
    """When the council's team was last rung and answered: from then they owe an answer. No talk with one's own lead, no
    advice of somebody whom the result does not name, and no call to 999 or the police alone starts that."""
    made = [one.made for one in calls(case) if one.made and one.outcome != "no_answer" and to_a_team(one)]
    return made[-1] if made else None


def reached(found: Iterable[Call]) -> frozenset[FirstCall]:
    """The calls for which these stand, where somebody answered."""
    return frozenset(one.to for one in found if one.to and one.outcome != "no_answer")


def with_another(case: Case) -> Case:
    """The same with the call on record among the earlier ones, and the next one still to be written down."""
    found = calls(case)
    held = {f"earlier_calls.{found[-1].key}" if place.startswith("call.") else place: why
            for place, why in case.held_back.items()} if found else case.held_back
    return case.but(call=Call(), events=case.events.but(call_made=None), earlier_calls=found, held_back=held)


def to_a_team(one: Call) -> bool:
    """Whether it was with a council's team: no talk with one's own lead, none to 999 or the police, and with somebody
    whom the result does not name only one that was taken."""
    if one.contact == SOMEBODY_ELSE:
        return one.outcome == "taken"
    return one.contact != OWN_LEAD and one.to not in HELP
