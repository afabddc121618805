"""Whom to ring now, in order, and what to do where no number can be trusted. A call never waits for a form."""
from collections.abc import Iterable
from datetime import datetime

from decision.consistency import leaving_doubt
from decision.hours import Open, is_working_day, local, opening
from decision.known import ELSEWHERE, Known, open_case
from decision.outcome import own_rule, urgency
from decision.result import DutyFound, Route, RouteKind
from guidance.models import Contact, Role
from guidance.packs import AreaPack, Packs
from guidance.vocabulary import FirstCall, Outcome

PHONE_FIRST, OWN_LEAD, GAP = "phone first", "your own lead first, never a delay", "no number that can be trusted"
"""Places in our own rules."""


def front_door_now(area_id: str, packs: Packs, now: datetime) -> tuple[Route, ...]:
    """The number to ring at this moment for an area, with no question asked; 999 and 101 where none can be trusted."""
    moment = local(now)
    area = packs.area(area_id)
    if area is None:
        return (_police(packs, "We have no pack for this council, so we cannot give its number. Ring 999 if a child is "
                               "in danger now. Otherwise 101, or the council's switchboard, and ask for the children's "
                               "safeguarding front door."),)
    doors = [(contact, opening(contact, moment, packs, area_id)) for contact in _doors(area, packs, moment)]
    usable = [(contact, hours) for contact, hours in doors
              if hours.now is not False and contact.dial() and not contact.answerphone]
    if usable:
        certain = usable[:1] if usable[0][1].now else usable
        last = certain[-1][0]
        found = tuple(_ring(contact, hours, "ring_now", _ring_words(contact, hours, contact is last))
                      for contact, hours in certain)
        return (*found, *_beside_reported(found, packs), *_next_opening(area, packs, moment, certain))
    return (_police(packs, f"No number for {area.name} is open now that can be trusted. Ring 999 if a child is in "
                           "danger now, otherwise 101, and ask for the children's duty social worker."),
            *_next_opening(area, packs, moment, ()))


def _doors(area: AreaPack, packs: Packs, moment: datetime) -> list[Contact]:
    """The front door, then the duty team; where no hours are printed, the duty team first on a day of rest."""
    ids = (area.front_door, area.duty_team)
    doors = [contact for contact in (packs.contact(area.id, id_) for id_ in ids if id_) if contact]
    unknown = bool(doors) and doors[0].hours.kind == "unknown"
    holiday = is_working_day(moment.date(), packs.national.holidays) is False
    return doors[::-1] if unknown and holiday else doors


def _ring_words(contact: Contact, hours: Open, last: bool) -> str:
    if hours.now is None:
        then = "ring 101, or 999 if a child is in danger now" if last else "ring the next number"
        return f"{contact.name}: its hours are not known. If nobody answers, {then}."
    return f"{contact.name}: the number to ring now."


def _next_opening(area: AreaPack, packs: Packs, moment: datetime,
                  used: Iterable[tuple[Contact, Open]]) -> tuple[Route, ...]:
    """When the front door opens next, if it is closed now."""
    door = packs.contact(area.id, area.front_door)
    if door is None or door in [contact for contact, _ in used] or not door.dial():
        return ()
    hours = opening(door, moment, packs, area.id)
    return (_ring(door, hours, "ring_when_open", f"{door.name}, when it opens."),)


def _ring(contact: Contact, hours: Open, kind: RouteKind, says: str, before: datetime | None = None) -> Route:
    number = contact.dial()
    suspects = contact.suspects()
    warning = " ".join(item.note for item in suspects if item.note)
    return Route(
        kind=kind, contact=contact.id, name=contact.name, says=says, dial=number.dial if number else "",
        printed="; ".join(item.printed for item in suspects), trust=number.trust if number else None,
        warning=warning, open_now=hours.now, until=hours.until, opens=hours.opens, before=before,
        instead=contact.note if contact.answerphone else "",
        email=contact.emails[0].at if contact.emails else "", web=contact.web[0].at if contact.web else "",
        source=number.source if number else contact.source,
    )


def _police(packs: Packs, says: str) -> Route:
    contact = packs.contact("", packs.national.police)
    number = contact.dial() if contact else None
    return Route(kind="switchboard", contact=packs.national.police, name="Police, 999 or 101", says=says,
                 dial=number.dial if number else "", trust=number.trust if number else None, open_now=True,
                 instead="999 if a child is in danger now",
                 source=number.source if number else packs.national.own_rule(GAP))


def _beside_reported(found: tuple[Route, ...], packs: Packs) -> tuple[Route, ...]:
    """Beside a number that nobody has rung to check, 101 as the way round it."""
    route = next((item for item in found if item.trust == "reported"), None)
    if route is None:
        return ()
    return (_police(packs, f"If {route.name} does not answer on this number, ring 101, or 999 if a child is in danger "
                           "now, and ask for the children's duty social worker."),)


def routes(known: Known, result: Outcome, call: FirstCall | None, duties: tuple[DutyFound, ...],
           now: datetime) -> tuple[Route, ...]:
    """The calls to make, in order, for this outcome at this moment."""
    moment = local(now)
    parts: list[Route] = []
    if result == "call_999":
        parts += [_emergency(known), *_door_now(known, moment, "Then tell them too, as soon as you safely can.")]
        parts += _lead(known, wait=False)
    elif result == "refer_now":
        parts += _lado_first(known, duties, call, moment) + _first(known, call, moment)
        parts += _door_now(known, moment, "Ring now. The form comes after the call.")
        parts += _lead(known, wait=False)
    elif result == "consult_today":
        parts += _lado_first(known, duties, call, moment)
        parts += [*_lead(known, wait=True), *_first(known, call, moment)]
        parts += [*_own_team(known, duties, moment), *_today(known, moment)]
    else:
        parts += [*_lead(known, wait=True), *_workers(known, result), *_own_team(known, duties, moment)]
        parts += _when_open(known, result, moment)
    parts += [*_lado(known, duties, call, moment), *_workers(known, result), *_home_too(known, result, moment)]
    return _limited(_once(parts), leaving_doubt(known.case.where_now, moment))


def _limited(found: tuple[Route, ...], doubt: str) -> tuple[Route, ...]:
    """A time for leaving that cannot be right, or is past, is no limit: the first call that had it says so instead."""
    first = next((route for route in found if route.before), None) if doubt else None
    if first is None:
        return found
    said = first.model_copy(update={"says": f"{first.says} {doubt}"})
    return tuple((said if route is first else route).model_copy(update={"before": None}) for route in found)


def _once(parts: Iterable[Route]) -> tuple[Route, ...]:
    """Each call once. Telling the home area too stays, even where one team answers for both councils."""
    seen: dict[tuple[str, str, bool], Route] = {}
    for route in parts:
        seen.setdefault((route.contact or route.name, route.dial, route.kind == "tell_too"), route)
    return tuple(seen.values())


def _here(known: Known) -> str:
    """Urgent action: the area where the child is now, otherwise where the child lives."""
    return known.case.area_now or known.case.home_area


def _emergency(known: Known) -> Route:
    emergency = known.packs.national.emergency
    contact = known.packs.contact("", emergency)
    number = contact.dial() if contact else None
    return Route(kind="emergency", contact=emergency, name="Emergency services", open_now=True,
                 says="Ring 999 now. Say where the child is and what is happening.",
                 dial=number.dial if number else "", trust=number.trust if number else None,
                 source=number.source if number else own_rule(known, PHONE_FIRST))


def _door_now(known: Known, moment: datetime, says: str) -> tuple[Route, ...]:
    found = front_door_now(_here(known), known.packs, moment)
    before = known.case.where_now.leaves_at
    return tuple(
        route.model_copy(update={"says": says, "before": before if route.kind == "ring_now" else None})
        if route.kind == "ring_now" else route
        for route in found
    )


def _first(known: Known, call: FirstCall | None, moment: datetime) -> tuple[Route, ...]:
    """The sign's own first call where it is not the front door."""
    if call == "police":
        return (_police(known.packs, "Ring the police first: 999 if it is happening now or danger is near, "
                                     "otherwise 101."),)
    if call == "hospital":
        return (Route(kind="emergency", contact=known.packs.national.emergency, name="Urgent medical care",
                      open_now=True, dial="",
                      says="The child needs to be seen by a doctor today. Arrange it now; ring 999 if they are unwell.",
                      instead="999 if the child is unwell or you cannot get them there safely",
                      source=own_rule(known, PHONE_FIRST)),)
    if call == "named_doctor":
        return (Route(kind="your_lead", name="Named doctor for safeguarding", open_now=None,
                      source=own_rule(known, OWN_LEAD),
                      says="Speak to your named doctor or named professional today, before anything is said to the "
                           "family. If you cannot reach them, ring the front door for advice."),)
    return ()


def _lead(known: Known, wait: bool) -> tuple[Route, ...]:
    """The user's own lead: first for a consultation, told at once beside an urgent call, never a reason to wait."""
    role: Role | None = known.packs.national.role.get(known.case.practitioner.role)
    answer = known.case.practitioner.lead
    if answer in ("i_am_the_lead", "no_lead", "lead_decided_not_to_refer", "yes") or (role and not role.lead):
        return ()
    name = role.lead if role else "safeguarding lead"
    if answer == "cannot_reach":
        says = f"You could not reach your {name}. Do not wait: ring yourself and tell them afterwards."
    elif wait:
        says = (f"Speak to your {name} first. If you cannot reach them within minutes, or the child is about "
                "to leave, ring yourself.")
    else:
        says = f"Tell your {name} now, or have someone tell them. Do not wait for them before you ring."
    before = known.case.where_now.leaves_at
    return (Route(kind="your_lead", name=f"Your {name}", says=says, before=before,
                  source=own_rule(known, OWN_LEAD)),)


def _today(known: Known, moment: datetime) -> tuple[Route, ...]:
    """The front door while it is open; when it is closed, whether the child is safe until it opens decides."""
    area = known.packs.area(_here(known))
    door = known.packs.contact(area.id, area.front_door) if area else None
    if area is None or door is None or not door.dial():
        return front_door_now(_here(known), known.packs, moment)
    hours = opening(door, moment, known.packs, area.id)
    if hours.now is not False:
        return _door_now(known, moment, "Talk it through with them today, before the child leaves if you can.")
    opens = _ring(door, hours, "ring_when_open", f"{door.name} is closed. Ring as soon as it opens.")
    if known.case.safe_until_open == "yes":
        return (opens,)
    says = "If you are not sure that the child is safe until the front door opens, ring now."
    return (*_door_now(known, moment, says), opens)


def _own_team(known: Known, duties: tuple[DutyFound, ...], moment: datetime) -> tuple[Route, ...]:
    """A team that a leading duty names beside the front door, such as the one for children missing from education."""
    area = known.area
    if area is None:
        return ()
    doors = {area.front_door, area.duty_team, area.allegations}
    ids = dict.fromkeys(id_ for duty in duties if duty.leads for id_ in duty.contacts if id_ not in doors)
    teams = [contact for id_ in ids if (contact := known.packs.contact(area.id, id_)) and contact.dial()]
    found = [(contact, opening(contact, moment, known.packs, area.id)) for contact in teams if not contact.answerphone]
    return tuple(
        _ring(contact, hours, "advice" if hours.now is not False else "ring_when_open", contact.says)
        for contact, hours in found
    )


def _when_open(known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """Calm outcomes: the front door at its next opening, for the referral or for advice."""
    area = known.packs.area(known.case.home_area)
    door = known.packs.contact(area.id, area.front_door) if area else None
    if area is None:
        return front_door_now(known.case.home_area, known.packs, moment)
    if door is None or not door.dial():
        return (_police(known.packs, f"We have no number for advice in {area.name} that can be trusted. For what "
                                     "cannot wait: 999 if a child is in danger now, otherwise 101, and ask for the "
                                     "children's duty social worker."),)
    hours = opening(door, moment, known.packs, area.id)
    refused = any(member.agrees == "refuses" for member in known.case.family)
    says = {
        "refer_with_agreement": "Agreement was refused. Ring and talk it through: what you may share, and what next."
        if refused else "Refer once somebody who can agree has agreed; ring for advice if you are not sure.",
        "consult": "For advice, if you are still unsure after talking to your lead.",
        "early_help": "For advice about early help, and to send the assessment to.",
        "universal": "For advice at any time, if the worry comes back or grows.",
    }[result]
    kind: RouteKind = "advice" if hours.now is not False else "ring_when_open"
    return (_ring(door, hours, kind, says),)


def _lado_first(known: Known, duties: tuple[DutyFound, ...], call: FirstCall | None,
                moment: datetime) -> tuple[Route, ...]:
    """The designated officer before the front door where theirs is the first call and they can be at work now."""
    if call != "lado" or is_working_day(moment.date(), known.packs.national.holidays) is False:
        return ()
    return tuple(route for route in _lado(known, duties, call, moment) if route.kind == "ring_now")


def _lado(known: Known, duties: tuple[DutyFound, ...], call: FirstCall | None, moment: datetime) -> tuple[Route, ...]:
    """The designated officer of the area where the adult works, wherever the allegations duty is met."""
    if call != "lado" and not any(duty.first_call == "lado" for duty in duties):
        return ()
    area_id = known.case.work_area or known.case.area_now or known.case.home_area
    area = known.packs.area(area_id)
    contact = known.packs.contact(area_id, area.allegations) if area and area.allegations else None
    if contact is None:
        says = ("The document for this area prints no number for the designated officer (LADO). Ask the front door or "
                "the council where the adult works for it, within one working day.")
        return (Route(kind="ring_now", contact="", name="Designated officer (LADO)", says=says,
                      source=own_rule(known, GAP),
                      instead="Ask the council's switchboard, or the front door"),)
    hours = opening(contact, moment, known.packs, area_id)
    says = "Tell them within one working day and before anyone looks into it: the area where the adult works."
    return (_ring(contact, hours, "ring_now" if hours.now is not False else "ring_when_open", says),)


def _workers(known: Known, result: Outcome) -> tuple[Route, ...]:
    """An open case: the allocated worker, as well as the front door when it is urgent."""
    if not open_case(known):
        return ()
    says = ("Tell the child's social worker as well, today." if urgency(result) >= urgency("refer_now") else
            "Ring the child's social worker first. If you do not reach them today: their duty worker, their manager, "
            "or the front door. No new Early Help Assessment is needed.")
    source = known.packs.national.duty_for("open_case").source
    return (Route(kind="worker", name="The child's social worker", says=says, source=source),)


def _home_too(known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """Where the child is now in another area, the home or placing area is told too."""
    home, here = known.case.home_area, known.case.area_now
    if not here or here == home or urgency(result) < urgency("consult_today"):
        return ()
    if home in ("", ELSEWHERE) or not known.area:
        return (Route(kind="tell_too", name="The council where the child lives", source=own_rule(known, PHONE_FIRST),
                      says="Tell the council where the child lives as well. We have no pack for it, so ask the front "
                           "door here for the number."),)
    found = front_door_now(home, known.packs, moment)
    chosen = next((route for route in found if route.kind == "ring_now"), found[-1])
    says = f"Tell {known.area.name} too: the child lives there."
    return (chosen.model_copy(update={"kind": "tell_too", "says": says}),)
