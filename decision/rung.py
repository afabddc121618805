"""Which call is due now, for which call of a result a record stands, and which call is due once the first was made."""
from collections.abc import Callable

from decision.after import CARE, COUNCIL, asked_first, has_rung, is_of, made, script_is_due, untried
from decision.calls import HELP, OFFICER, TALKED, answered, calls, corrected, next_number, spoken_of, without, written
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Call, Case, EarlierCall
from decision.doors import teams_of
from decision.path import Path
from decision.result import Deadline, Decision, Route, RouteKind
from decision.routes import NEVER_WAITS
from decision.then import talk_first
from decision.urgency import urgency
from guidance.models import Contact
from guidance.packs import Packs
from guidance.vocabulary import FirstCall
from guidance.words import key_of
from guidance.words.forms import pieces

NOW: tuple[RouteKind, ...] = ("emergency", "police", "ring_now")
TEAMS: tuple[RouteKind, ...] = ("ring_now", "ring_when_open", "worker")
"""Kinds of route that lead to a team of the council's."""
DOOR_TODAY = ("ring.front_door_today", "ring.front_door_if_unsafe", "ring.front_door_closed")
"""What the front door's number says where a talk is for today and the user's own lead comes before it."""


def due(decision: Decision, doubt: bool = False) -> Route | None:
    """The first call to be made now; None where nothing has to be rung at once. `doubt`: a sign is so, and the user has
    not said which, so that it is not known to wait."""
    at_once = doubt or urgency(decision.outcome) >= urgency("refer_now") or decision.first_call in NEVER_WAITS
    return next((one for one in decision.routes if one.kind in NOW and one.open_now is not False), None) \
        if at_once else None


def stands_for(call: Call, case: Case, decision: Decision, packs: Packs) -> FirstCall | None:
    """The call of the result that this talk was; None where it was nobody whom the result says to ring.

    Where it was not said whom, it was the call that comes first. 999, medical care and the police stand for themselves
    alone, also as the way round a number, and nobody else for them; so does the designated officer, where they have a
    number of their own or are asked for in another area. A talk with somebody else is never that call, whatever came of
    it. One with one's own lead, or with a line for advice, is none where a talk is due today; what can
    wait is talked through with either.
    """
    contact, first = call.contact, asked_first(case, decision)
    if not contact:
        return first
    if contact == SOMEBODY_ELSE:
        return None
    if contact == packs.national.emergency:
        return CARE if first == CARE else "999"
    if contact == packs.national.police:
        return "police"
    now = due(decision, bool(case.signs_some))
    today = urgency(decision.outcome) >= urgency("consult_today")
    if contact == OWN_LEAD:
        return None if now or today else first
    door = door_without_number(case, decision, packs)
    if door and contact == door.id:
        return COUNCIL
    if _is_the_officer(contact, case, decision):
        return OFFICER
    if _is_beside(contact, case, decision, packs, bool(now and now.contact) or today):
        return None
    return COUNCIL if first in (*NEVER_WAITS, OFFICER) else first


def _is_beside(contact: str, case: Case, decision: Decision, packs: Packs, soon: bool) -> bool:
    """Whether somebody named is rung beside the call that is asked for: told as well, or, where a talk is due today or
    now (`soon`), no team of the council's at all, such as a line for advice or a school's admissions."""
    kinds = {one.kind for one in decision.routes if one.contact == contact}
    if kinds:
        return kinds == {"tell_too"} or (soon and not kinds & {"ring_now", "worker"}
                                         and contact not in _teams_here(case, packs))
    return soon


def _is_the_officer(contact: str, case: Case, decision: Decision) -> bool:
    """Whether this is where the designated officer alone is rung. Where the teams of two areas go by one name in their
    packs, the first record of that name is theirs."""
    found = {one.officer for one in decision.routes if one.contact == contact and one.dial}
    return True in found and (False not in found or OFFICER not in case.rung)


def _teams_here(case: Case, packs: Packs) -> frozenset[str]:
    """Those who answer for the council in the areas that a case is about."""
    areas = (packs.area(id_) for id_ in (case.area_now or case.home_area, case.work_area))
    return frozenset().union(*(teams_of(area, packs) for area in areas if area))


def door_without_number(case: Case, decision: Decision, packs: Packs) -> Contact | None:
    """The front door where the child is, if the result has no number of any team there: whoever found one and rang it
    can say so. None otherwise."""
    area = packs.area(case.area_now or case.home_area)
    if area is None or any(one.dial and one.kind in TEAMS and not one.officer for one in decision.routes):
        return None
    return packs.contact(area.id, area.front_door)


def with_record(before: Case, after: Case, decision: Decision, packs: Packs, key: str = "") -> Case:
    """The case with what a record stands for: that with this number, or the last. `before`: as it was when it was
    opened.

    A record that is corrected stands for nothing that it stood for before, and what the others stand for stays. One
    that does not know of something new does not come to know of it by being changed, and one to the same is still what
    it was.
    """
    key = key or next_number(after)
    was, now, first = written(before, key), written(after, key), asked_first(after, decision)
    rung = _less(after.rung, _stood(before, key, first))
    if now is None:
        return after.but(rung=rung)
    kept = was.to if was and was.contact == now.contact else None   # a call to the same is none to whom comes first now
    to = kept or stands_for(now, after, decision, packs) if now.outcome or now.made else None
    noted = now.but(to=to if now.contact not in (OWN_LEAD, SOMEBODY_ELSE) else None)
    if to and answered(now):
        adds = (to, COUNCIL) if to == CARE and not now.contact else (to,)
        rung += tuple(one for one in adds if not _is_old(before, was, one) and not _later_is_old(before, key, one))
    return corrected(after, noted).but(rung=rung)


def taken_off(case: Case, key: str, decide: Callable[[Case], Decision]) -> Case:
    """The case as if the record with this number had never been written: what no other record stands for is to be rung
    again."""
    left = without(case, key)
    rung = _less(case.rung, _stood(case, key, asked_first(left, decide(left))))
    others = [one for one in calls(left) if answered(one)]
    return left.but(rung=tuple(one for number, one in enumerate(rung)
                               if rung[:number].count(one) < sum(_may_be(other, one) for other in others)))


def no_more_than(rung: tuple[FirstCall, ...], before: tuple[FirstCall, ...]) -> tuple[FirstCall, ...]:
    """Of what the records stand for, what they stood for before as well."""
    return _less(before, _less(before, rung))


def _stood(case: Case, key: str, first: FirstCall) -> tuple[FirstCall, ...]:
    """What the record with this number stands for now. Where it does not say which call it was, that was the first one,
    as far as the other records do not stand for it."""
    one = written(case, key)
    if one is None or not answered(one):
        return ()
    if one.to is None:
        others = sum(is_of(other, first) or (one.contact == SOMEBODY_ELSE and _may_be(other, first))
                     for other in calls(case) if other.key != key)
        return (first,) if case.rung.count(first) > others else ()
    return tuple(call for call in dict.fromkeys((one.to, COUNCIL)) if is_of(one, call) and _stands(case, one, call))


def _stands(case: Case, one: EarlierCall, call: FirstCall) -> bool:
    """Whether this record stands for a call now. What is new takes off all that stood for it until then, so it is those
    written last that stand, as many as `Case.rung` has."""
    able = [other.key for other in calls(case) if is_of(other, call)]
    number = case.rung.count(call)
    return number > 0 and one.key in able[-number:]


def _is_old(case: Case, was: EarlierCall | None, call: FirstCall) -> bool:
    """Whether a record no longer stands for what it said it was: then something new came after it."""
    if was is None or was.to is None or not answered(was):
        return False
    return not _stands(case, was, call if is_of(was, call) else was.to)


def _later_is_old(case: Case, key: str, call: FirstCall) -> bool:
    """Whether a later record of this call no longer stands for it: then something new came after this one, too."""
    return any(int(one.key) > int(key) and is_of(one, call) and not _stands(case, one, call) for one in calls(case))


def _may_be(one: EarlierCall, call: FirstCall) -> bool:
    """Whether it may be a record of this call: it says so, or it is a talk with the user's own lead, of which no call
    is noted."""
    return is_of(one, call) or (one.to is None and one.contact == OWN_LEAD and answered(one))


def _less(rung: tuple[FirstCall, ...], gone: tuple[FirstCall, ...]) -> tuple[FirstCall, ...]:
    """Without these, each as often as it stands among them; the last first."""
    left = list(reversed(rung))
    for one in gone:
        if one in left:
            left.remove(one)
    return tuple(reversed(left))


def still_to_ring(case: Case, decision: Decision) -> Route | None:
    """The council's team that is to be rung now, where only 999 or the police have been; None otherwise."""
    if not has_rung(case, decision) or not script_is_due(case, decision) or not due(decision, bool(case.signs_some)):
        return None
    return next((one for one in untried(case, decision) if one.kind == "ring_now" and one.open_now is not False
                 and not made(one, case, decision)), None)


def of_outcomes(packs: Packs) -> frozenset[str]:
    """Ids of the times that run from now and hold by the outcome alone, everywhere: of the call or talk itself."""
    return frozenset(one.id for one in packs.national.timescales
                     if one.start == "now" and not one.chase and one.when.model_fields_set == {"outcomes"})


def was_had(one: Deadline, case: Case, decision: Decision, packs: Packs) -> bool:
    """Whether this is the time of the call or talk for which the outcome itself asks, and that was had; or of one that
    a duty asks for."""
    if one.owner != "you" or one.id not in of_outcomes(packs):
        return is_met(one.id, case, packs)
    talked_ = has_rung(case, decision) and still_to_ring(case, decision) is None
    return talked_ or lead_asked_first(case, decision)


def still_due(case: Case, decision: Decision, packs: Packs) -> Decision:
    """The decision without the times of a call or talk that was had."""
    return decision.but(deadlines=tuple(one for one in decision.deadlines if not was_had(one, case, decision, packs)))


def is_met(id_: str, case: Case, packs: Packs) -> bool:
    """Whether the call that does what a timescale asks for was made and answered, and knew of what it asks for: one
    that was about something else does not do it."""
    return any(one.id == id_ and one.met_by in case.rung for one in packs.timescales(case.home_area))


def rang_before(case: Case, decision: Decision) -> bool:
    """Whether the team to whom the script is said has been rung, with or without what is new: it is said that they
    were. A talk with the user's own lead is no call, and neither 999, the police nor medical care is that team."""
    return not script_is_due(case, decision) or any(
        is_rung_again(one, case, decision) for one in calls(case) if one.to not in (*HELP, CARE))


def is_rung_again(one: EarlierCall, case: Case, decision: Decision) -> bool:
    """Whether this call was to somebody who is to be rung now, or first, and answered."""
    asked = asked_first(case, decision)
    if not one.to or one.outcome == "no_answer":
        return False
    if one.to == asked or OFFICER in (one.to, asked):
        return one.to == asked
    now = {route.contact for route in decision.routes if route.kind == "ring_now"}
    return one.contact in now


def told_before(case: Case, decision: Decision) -> EarlierCall | None:
    """The talk on record of which the result speaks, where the call that comes first is still, or again, to be made."""
    found = spoken_of(case)
    return found if found and found.outcome in TALKED and not has_rung(case, decision) else None


def lead_asked_first(case: Case, decision: Decision) -> bool:
    """Whether the last talk on record is one with the user's own lead and it was that talk for which this result asks
    first. Not where anything is rung at once, or where a worker, a doctor, the police or another team comes before the
    front door: there that talk was beside what is asked."""
    told = told_before(case, decision)
    first = next(iter(decision.routes), None)
    if told is None or told.contact != OWN_LEAD or first is None or decision.outcome != "consult_today":
        return False
    return not due(decision, bool(case.signs_some)) and key_of(pieces(first.says)[0]) in DOOR_TODAY


def help_waits(case: Case, decision: Decision, *first: Path) -> bool:
    """Whether the help of these `first` paths comes after a talk that is still to be had: also where one was had that
    does not know of all that is so now, unless it was the one with the own lead that comes first."""
    had = decision if has_rung(case, decision) else decision.but(after_call=None)
    return talk_first(had, *first) and not lead_asked_first(case, decision)
