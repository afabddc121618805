"""After the call: what follows from it, and whether it is the one that the result asks for."""
from collections.abc import Callable
from typing import Literal

from decision.calls import HELP, OFFICER, TALKED, answered, calls, silent, spoken_of
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Case, EarlierCall
from decision.known import Known, read
from decision.result import AfterCall, Decision, Reason, ReasonKind, Route, RouteKind
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import CallOutcome, Citation, FirstCall, Outcome
from guidance.words import say

RUNG: tuple[RouteKind, ...] = ("police", "ring_now", "worker")
"""Kinds of call that are made now and may have found nobody."""
OF_THE_CALL: tuple[RouteKind, ...] = ("ring_now", "worker", "ring_when_open", "switchboard", "advice")
"""Kinds of route that lead to the talk with a council's team, or round a number that does not answer."""
AT_ONCE: Outcome = "refer_now"
"""What asks to ring at once, and no less."""
CARE: FirstCall = "hospital"
"""Medical care, which has no number of ours: whoever has said no more than that they rang has rung whom the page names.
"""
COUNCIL: FirstCall = "front_door"
"""The call that is meant where a result names no other."""
AFTER_LEAD: dict[CallOutcome, tuple[str, ...]] = {
    "taken": ("after.lead_taken_step",),
    "advice": ("after.lead_write", "after.lead_ring"),
    "no_further_action": ("after.lead_write_why", "after.lead_ring_all_the_same"),
    "get_agreement": ("after.lead_not_wait", "after.lead_not_told", "after.lead_ask"),
}
"""What a talk with the user's own lead ended in → the steps that follow."""
OF_HELP = ("after.help_write", "after.help_ring", "after.help_tell")
"""What follows a call to 999, the police or medical care, which take no referral and no form."""
OF_THE_OFFICER = ("after.officer_write", "after.officer_ring", "after.officer_tell")
"""What follows a call to the designated officer, who sees to what is alleged and not to what the child needs."""
TalkHad = Literal["none", "somebody_else", "lead", "team"]
"""With whom there has been a talk, as far as this result goes."""
TELLS: tuple[ReasonKind, ...] = ("danger", "sign", "finding", "at_least", "one_of", "duty")
"""Kinds of reason that a call has to tell of where they are so."""


def after_call(known: Known) -> AfterCall | None:
    """The next steps after what happened on the telephone; None before a call. The area's ladder follows a refusal.
    After a talk with the user's own lead it is what fits one: nobody has been rung. Where 999, the police, medical care
    or the designated officer took it on or gave advice, it is what fits those; a refusal of theirs is one like any
    other. Nothing follows from a talk with somebody else: what the result asks for is still asked."""
    call = spoken_of(known.case)
    result = call.outcome if call else None
    if call is None or result is None or call.contact == SOMEBODY_ELSE:
        return None
    process = known.packs.national.after(result)
    if call.contact == OWN_LEAD and result in AFTER_LEAD:
        return AfterCall(says=say(f"after.lead_{result}"), steps=tuple(map(say, AFTER_LEAD[result])), talked=True,
                         source=process.source)
    if helped(call, known.case) and call.to == OFFICER:
        return AfterCall(says=say("after.officer"), steps=tuple(map(say, OF_THE_OFFICER)), talked=False,
                         source=_of_the_officer(known.packs))
    if helped(call, known.case):
        return AfterCall(says=say("after.help"), steps=tuple(map(say, OF_HELP)), talked=True,
                         source=known.packs.national.process_for("emergency").source)
    steps = tuple(step.says for step in process.steps)
    if result == "no_further_action" and known.area:
        ladder = [item for item in known.area.processes if item.kind == "escalation"]
        steps += tuple(step.says for item in ladder for step in item.steps)
    return AfterCall(says=process.says, steps=steps, talked=result in TALKED, source=process.source)


def _of_the_officer(packs: Packs) -> Citation:
    """Where it is said what the designated officer is rung for."""
    return next(duty.source for duty in packs.national.duties if duty.first_call == OFFICER)


def helped(call: EarlierCall, case: Case) -> bool:
    """Whether 999, the police, medical care or the designated officer took a call on or gave advice, and it stands for
    no team's as well."""
    alone = call.to in (*HELP, OFFICER) or (call.to == CARE and COUNCIL not in case.rung)
    return alone and call.outcome in ("taken", "advice")


def asked_first(case: Case, decision: Decision) -> FirstCall:
    """The call that this result asks for first as it stands: the designated officer's only where theirs is the first
    number. Where they have none, where they are not at work and once they were rung, it is that of the council's team;
    where no team can be rung now and the result names the police in their place, theirs."""
    return first_of(decision.first_call or COUNCIL, case, decision.outcome, decision.routes)


def first_of(call: FirstCall, case: Case, outcome: Outcome, routes: tuple[Route, ...]) -> FirstCall:
    """The same of this outcome and these routes, where this call is the one that the signs and duties have first."""
    if call not in (OFFICER, COUNCIL):
        return call
    now = [one for one in routes if one.kind in RUNG and (one.dial or one.web) and one.open_now is not False]
    if call == OFFICER and not officer_rung(case) and now and now[0].officer:
        return OFFICER
    teams = [one for one in now if one.kind != "police" and not one.officer]
    alone = bool(now) and not teams and now[0].kind == "police" and urgency(outcome) >= urgency(AT_ONCE)
    return "police" if alone and not team_rung(case) else COUNCIL


def talk_had(case: Case, decision: Decision) -> TalkHad:
    """With whom the talk was had for which this result asks first, and that knows all that is so now: with the `team`
    that is rung, or, where that can wait, with the user's own `lead` alone, so that nobody has been rung. Otherwise
    whether the talks on record were with `somebody_else` than it asks for now, or there were none."""
    return had_for(case, asked_first(case, decision))


def had_for(case: Case, call: FirstCall) -> TalkHad:
    """The same of this call. What stands for one without a record is one; a talk with somebody else never stands for
    any, also where a record of before said so."""
    made = [one for one in calls(case) if answered(one)]
    beside = [one.contact for one in made if one.contact in (OWN_LEAD, SOMEBODY_ELSE)]
    number = case.rung.count(call)
    if number and (number > len(beside) or call in (*HELP, CARE) or any(is_of(one, call) for one in made)):
        return "team"
    if number and OWN_LEAD in beside:
        return "lead"
    return "somebody_else" if any(one.outcome in TALKED for one in made) else "none"


def is_of(one: EarlierCall, call: FirstCall) -> bool:
    """Whether somebody answered to this record, and it says that it was this call."""
    return answered(one) and (one.to == call or (call == COUNCIL and one.to == CARE and not one.contact))


def team_rung(case: Case) -> bool:
    """Whether a council's team was rung and has answered, whoever comes first."""
    return had_for(case, COUNCIL) == "team"


def officer_rung(case: Case) -> bool:
    """Whether the designated officer was rung and has answered."""
    return had_for(case, OFFICER) == "team"


def no_team_told(case: Case, decision: Decision) -> bool:
    """Whether no team for the child was rung where one is to know now, and none of them has a number here."""
    teams = [one for one in decision.routes if one.kind in ("ring_now", "worker", "ring_when_open") and not one.officer]
    return urgency(decision.outcome) >= urgency(AT_ONCE) and not team_rung(case) and not any(
        one.dial or one.web for one in teams)


def has_rung(case: Case, decision: Decision) -> bool:
    """Whether the talk or call that this result asks for first was had, and told of all that is so now.

    `Case.rung` holds such calls alone (`since_the_call`). What a page shows first rests on it, and no outcome does.
    """
    return talk_had(case, decision) in ("lead", "team")


def made(one: Route, case: Case, decision: Decision) -> bool:
    """Whether the call for which this number is was made and answered, so that nothing asks for it anew. Who is told as
    well, where a form goes and medical care are none; 999, the police, the designated officer and the council each
    stand for themselves."""
    if one.officer:
        return officer_rung(case)
    if one.kind in ("emergency", "police"):
        return bool(one.dial) and ("999" if one.kind == "emergency" else "police") in case.rung
    had = talk_had(case, decision)
    if had != "team":
        return had != "lead" and one.kind in OF_THE_CALL and team_rung(case)
    return one.kind in OF_THE_CALL and _talked_to_team(case, decision)


def call_999_is_due(case: Case, decision: Decision) -> bool:
    """Whether the words for 999 are still to be said: that call comes first, and none is on record."""
    return bool(decision.say_999) and "999" not in case.rung


def script_is_due(case: Case, decision: Decision) -> bool:
    """Whether what to say on the phone is still to be said: no call was made, or 999 or the police alone, or
    nobody but the user's own lead was talked with."""
    return talk_had(case, decision) != "team" or not _talked_to_team(case, decision)


def _talked_to_team(case: Case, decision: Decision) -> bool:
    """Whether a call on record was one to a council's team, or to whom the result names in its place."""
    return team_rung(case) or asked_first(case, decision) not in (*HELP, CARE, OFFICER)


def untried(case: Case, decision: Decision) -> tuple[Route, ...]:
    """The calls of a result, those that were made after those that are still to be made."""
    return tuple(sorted(_answering(case, decision.routes), key=lambda one: made(one, case, decision)))


def _answering(case: Case, routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """The calls with each that nobody answered after the next that may be made now.

    Where it was not said who was rung, it was the first that is rung now. 999 is never put after anybody.
    """
    called = [[one for one in routes if one.dial and one.kind != "emergency" and (
        one.contact == call.contact if call.contact else one.kind in RUNG)][:1] for call in silent(case)]
    tried = tuple(one for found in called for one in found)
    for one in tried:
        routes = _after_the_next(one, tried, routes)
    return routes


def _after_the_next(tried: Route, silent_: tuple[Route, ...], routes: tuple[Route, ...]) -> tuple[Route, ...]:
    later = routes[routes.index(tried) + 1:] if tried in routes else ()
    open_ = [one for one in later if one.dial and one.kind in (*RUNG, "switchboard") and one.open_now is not False
             and one not in silent_]
    if not open_:
        return routes
    next_ = min(open_, key=lambda one: one.kind not in ("ring_now", "switchboard"))
    rest = [one for one in routes if one not in (tried, next_)]
    place = routes.index(tried)
    return (*rest[:place], next_.but(kind="police") if next_.kind == "switchboard" else next_, tried, *rest[place:])


def since_the_call(before: Case, after: Case, packs: Packs, decide: Callable[[Case], Decision]) -> Case:
    """The answers `after` a change, without the calls that do not know all of it: those for which signs that are new in
    them ask, by themselves or through what follows from them for these children; the one that does what is newly due by
    a day; and the call of the result where anything else that is new asks to be rung now, or the result has become more
    urgent. The council's is among them whoever comes first: where it is closed or has no number, it is told all the
    same. A team of another area, and the officer of another, are told anew."""
    if not after.rung or after == before:
        return after
    asked: set[FirstCall] = {COUNCIL} if set(after.signs_some) - set(before.signs_some) else set()
    known = {sign.id for sign, _ in read(before, packs).yes_signs}
    new = {sign: answer for sign, answer in read(after, packs).yes_signs if sign.id not in known}
    if new:
        alone = Case(home_area=after.home_area, children=after.children,
                     signs={sign.id: answer for sign, answer in new.items()})
        asked |= {COUNCIL, *_asked_of(alone, decide(alone)), *(sign.first_call for sign in new)}
    asked |= _moved(before, after)
    was, now = decide(before), decide(after)
    new_days = {one.id for one in now.deadlines} - {one.id for one in was.deadlines}
    asked |= {one.met_by for one in packs.timescales(after.home_area) if one.met_by and one.id in new_days}
    told = {(one.kind, one.id) for one in was.reasons if _cannot_wait(one)}
    untold = any(_cannot_wait(one) and (one.kind, one.id) not in told for one in now.reasons)
    if untold or urgency(now.outcome) > max(urgency(was.outcome), urgency("consult")):
        asked |= {COUNCIL, *_asked_of(after.but(rung=()), now)}
    return after.but(rung=tuple(call for call in after.rung if call not in asked))


def _moved(before: Case, after: Case) -> set[FirstCall]:
    """The calls that were to the team or the designated officer of another area than is asked for now."""
    here, there = (one.area_now or one.home_area for one in (before, after))
    work, works = (one.work_area or one.area_now or one.home_area for one in (before, after))
    moved: set[FirstCall] = {COUNCIL} if here != there else set()
    return moved | ({OFFICER} if work != works else set())


def _asked_of(case: Case, decision: Decision) -> tuple[FirstCall, FirstCall]:
    """The call that the signs and duties of a case without any have first, and the one that is asked for in its place.
    """
    return decision.first_call or COUNCIL, asked_first(case, decision)


def _cannot_wait(reason: Reason) -> bool:
    return reason.kind in TELLS and urgency(reason.outcome) >= urgency("refer_now")
