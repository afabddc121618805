"""Which call is due now, for which call of a result a record stands, and which call is due once the first was made."""
from decision.after import CARE, COUNCIL, OF_THE_CALL, has_rung, script_is_due
from decision.calls import TALKED, calls, last, reached
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Case, EarlierCall
from decision.outcome import urgency
from decision.result import Decision, Route, RouteKind
from decision.routes import NEVER_WAITS
from guidance.packs import Packs
from guidance.vocabulary import FirstCall

NOW: tuple[RouteKind, ...] = ("emergency", "police", "ring_now")


def due(decision: Decision, doubt: bool = False) -> Route | None:
    """The first call to be made now; None where nothing has to be rung at once. `doubt`: a sign is so, and the user has
    not said which, so that it is not known to wait."""
    at_once = doubt or urgency(decision.outcome) >= urgency("refer_now") or decision.first_call in NEVER_WAITS
    return next((one for one in decision.routes if one.kind in NOW and one.open_now is not False), None) \
        if at_once else None


def stands_for(case: Case, decision: Decision, packs: Packs) -> FirstCall | None:
    """The call of the result that the talk on record was; None where it was nobody whom the result says to ring.

    Where it was not said whom, it was the call that comes first. 999, medical care and the police stand for themselves
    alone, also as the way round a number, and nobody else for them. A talk with one's own lead, with somebody whom the
    result does not name, or with a line for advice is no call where a talk is due today; what can wait is talked
    through with any of them.
    """
    contact, first = case.call.contact, decision.first_call or COUNCIL
    if not contact:
        return first
    if contact == packs.national.emergency:
        return CARE if first == CARE else "999"
    if contact == packs.national.police:
        return "police"
    call = due(decision, bool(case.signs_some))
    numbers = any(one.contact and one.kind in OF_THE_CALL for one in decision.routes)
    today = urgency(decision.outcome) >= urgency("consult_today")
    if contact == OWN_LEAD or (contact == SOMEBODY_ELSE and (call.contact if call else numbers)):
        return None if call or today else first
    route = next((one for one in decision.routes if one.contact == contact), None)
    if call and call.contact and contact != SOMEBODY_ELSE and (route is None or route.kind == "advice"):
        return None
    return COUNCIL if first in NEVER_WAITS else first


def with_record(before: Case, after: Case, decision: Decision, packs: Packs) -> Case:
    """The case with what the record of its last call stands for. `before`: as it was when that was opened.

    A record that is corrected stands for nothing that it stood for before, unless an earlier call does.
    """
    call, first = after.call, decision.first_call or COUNCIL
    told = call.outcome or after.events.call_made
    to = stands_for(after, decision, packs) if told else None
    kept = reached(one for one in after.earlier_calls if one.outcome in TALKED)
    undone = {before.call.to or (first if before.call.outcome or before.events.call_made else None)}
    undone |= {to or first} if call.outcome == "no_answer" else set()
    rung = [one for one in after.rung if one not in undone or one in kept]
    if to and call.outcome != "no_answer":
        rung += [to, *([COUNCIL] if to == CARE and not call.contact else [])]
    noted = to if call.contact not in (OWN_LEAD, SOMEBODY_ELSE) else None
    return after.but(call=call.but(to=noted), rung=tuple(dict.fromkeys(rung)))


def still_to_ring(case: Case, decision: Decision) -> Route | None:
    """The council's team that is to be rung now, where only 999 or the police have been; None otherwise."""
    if not has_rung(case, decision) or not script_is_due(case, decision) or not due(decision, bool(case.signs_some)):
        return None
    return next((one for one in decision.routes if one.kind == "ring_now" and one.open_now is not False), None)


def is_met(id_: str, case: Case, packs: Packs) -> bool:
    """Whether the call that does what a timescale asks for was made and answered, and knew of what it asks for: one
    that was about something else does not do it."""
    return any(one.id == id_ and one.met_by in case.rung for one in packs.timescales(case.home_area))


def rang_before(case: Case, decision: Decision) -> bool:
    """Whether those who are rung have been rung, with or without what is new: it is said that they were."""
    return has_rung(case, decision) or any(is_rung_again(one, decision) for one in calls(case))


def is_rung_again(one: EarlierCall, decision: Decision) -> bool:
    """Whether this call was to somebody who is to be rung now, or first, and answered."""
    if not one.to or one.outcome == "no_answer":
        return False
    now = {route.contact for route in decision.routes if route.kind == "ring_now"}
    return one.to == (decision.first_call or COUNCIL) or one.contact in now


def told_before(case: Case, decision: Decision) -> EarlierCall | None:
    """The last talk on record, where the call that comes first is still, or again, to be made."""
    found = last(case)
    return found if found and found.outcome in TALKED and not has_rung(case, decision) else None
