"""Whom to ring, in order, for a result at a moment, and what to do where no number can be trusted.

A call never waits for a form. Urgent action is for the area where the child is now; calm outcomes for where they live.
"""
from collections.abc import Iterable
from datetime import datetime

from decision.consistency import leaving_doubt
from decision.doors import GAP, at_rest, closed_words, front_door_now, police, ring, way_round, without_number
from decision.hours import local, opening
from decision.known import ELSEWHERE, Known
from decision.outcome import own_rule, urgency
from decision.path_rules import help_is_there
from decision.people import PHONE_FIRST, emergency, first, lead, medical, whereabouts, workers
from decision.result import DocumentDue, DutyFound, Route, RouteKind
from guidance.models import Contact
from guidance.packs import AreaPack
from guidance.vocabulary import FirstCall, Outcome

NEVER_WAITS: tuple[FirstCall, ...] = ("999", "police", "hospital")
"""First calls that come before the user's own lead, also where the rest is a talk today."""
RUNG_NOW: tuple[RouteKind, ...] = ("ring_now", "police", "your_lead", "worker", "advice")
"""Kinds that are rung now where a result is urgent, so that the time at which the child leaves belongs beside them."""
CALM: dict[Outcome, str] = {
    "refer_with_agreement": "Refer once somebody who can agree has agreed; ring for advice if you are not sure.",
    "consult": "For advice, if you are still unsure after talking to your lead.",
    "early_help": "For advice about early help.",
    "universal": "For advice at any time, if the worry comes back or grows.",
}
NEXT_STEP = "For advice about the next step of help."
"""Where early help was tried or is given, so that none is begun anew."""
REFUSED = "Agreement was refused. Ring and talk it through: what you may share, and what next."
"""What the front door is for where nothing is urgent."""


def find_routes(known: Known, result: Outcome, call: FirstCall | None, duties: tuple[DutyFound, ...],
                forms: tuple[DocumentDue, ...], now: datetime) -> tuple[Route, ...]:
    """The calls to make, in order, for this outcome at this moment; at the end, where the due forms go."""
    moment = local(now)
    if urgency(result) >= urgency("refer_now"):
        parts = _urgent(known, result, call, duties, moment)
    elif result == "consult_today":
        parts = _today(known, call, duties, moment)
    else:
        teams, later = _own_teams(known, duties, moment)
        parts = [*workers(known, result, moment), *lead(known, result), *teams,
                 *_when_open(known, result, forms, moment), *later]
    parts += [*_lado(known, duties, call, moment), *_home_too(known, result, moment)]
    return _before_home(_once(parts), known, result, moment)


def _urgent(known: Known, result: Outcome, call: FirstCall | None, duties: tuple[DutyFound, ...],
            moment: datetime) -> list[Route]:
    if result == "call_999":
        door = _door_now(known, moment, "Then tell them too, as soon as you safely can.")
        parts = [emergency(known), *medical(known, duties), *door, *whereabouts(known)]
    else:
        door = _door_now(known, moment, "Ring now. The form comes after the call.")
        near = whereabouts(known)
        nobody_knows = near if known.case.where_now.place == "not_known" else ()
        parts = [*nobody_knows, *_lado_first(known, duties, call, moment), *first(known, call),
                 *medical(known, duties), *door, *near]
    teams, later = _own_teams(known, duties, moment)
    return [*parts, *workers(known, result, moment), *lead(known, result), *teams, *later]


def _today(known: Known, call: FirstCall | None, duties: tuple[DutyFound, ...], moment: datetime) -> list[Route]:
    """Talk today. Medical care and the police never wait for the lead; a named doctor comes after them."""
    teams, later = _own_teams(known, duties, moment)
    at_once = first(known, call) if call in NEVER_WAITS else ()
    return [
        *at_once, *medical(known, duties), *whereabouts(known), *_lado_first(known, duties, call, moment),
        *workers(known, "consult_today", moment), *lead(known, "consult_today"), *first(known, call), *teams,
        *_door_today(known, moment), *later,
    ]


def _before_home(found: tuple[Route, ...], known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """With the time at which the child leaves, on every call that is made now where the result is for today.

    A time that cannot be right, or is past, is no limit: the first such call says so instead.
    """
    where = known.case.where_now
    if where.leaves_at is None or urgency(result) < urgency("consult_today"):
        return found
    now = [route.kind in RUNG_NOW and route.open_now is not False for route in found]
    if doubt := leaving_doubt(where, moment):
        first_now = now.index(True) if True in now else -1
        return tuple(route.model_copy(update={"says": f"{route.says} {doubt}"}) if number == first_now else route
                     for number, route in enumerate(found))
    return tuple(route.model_copy(update={"before": where.leaves_at}) if rung else route
                 for route, rung in zip(found, now, strict=True))


def _once(parts: Iterable[Route]) -> tuple[Route, ...]:
    """Each call once; the police, who may be rung for two reasons, with both.

    Telling the home area too stays, even where one team answers for both councils. The police as the way round a number
    are no reason to ring them first: where they are rung anyway, it is said beside that number.
    """
    seen: dict[tuple[str, str, bool, bool], Route] = {}
    for route in parts:
        key = (route.contact or route.name, route.dial, route.kind == "tell_too", route.kind == "switchboard")
        before = seen.setdefault(key, route)
        if before.kind == "police" and route.says not in before.says:
            seen[key] = before.model_copy(update={"says": f"{before.says} {route.says}"})
    found = tuple(seen.values())
    if not any(route.kind == "police" for route in found):
        return found
    ways = {route.says for route in found if route.kind == "switchboard"}
    return tuple(_with_way_round(route, ways) for route in found if route.kind != "switchboard")


def _with_way_round(route: Route, ways: set[str]) -> Route:
    """A call with what to do where nobody answers, if one of these ways round is round its number."""
    if (way := way_round(route)) not in ways:
        return route
    return route.model_copy(update={"instead": f"{route.instead} {way}".strip()})


def here(known: Known) -> str:
    """Urgent action: the area where the child is now, otherwise where the child lives."""
    return known.case.area_now or known.case.home_area


def _door_now(known: Known, moment: datetime, says: str) -> tuple[Route, ...]:
    return tuple(
        route.model_copy(update={"says": says}) if route.kind == "ring_now" else route
        for route in front_door_now(here(known), known.packs, moment) if route.kind != "advice"
    )


def _door_today(known: Known, moment: datetime) -> tuple[Route, ...]:
    """The front door while it is open; when it is closed, whether the child is safe until it opens decides."""
    area = known.packs.area(here(known))
    door = known.packs.contact(area.id, area.front_door) if area else None
    if area is None or door is None or not door.dial():
        return _door_now(known, moment, "Talk it through with them today, before the child leaves if you can.")
    hours = opening(door, moment, known.packs, area.id)
    if hours.now is not False:
        return _door_now(known, moment, "Talk it through with them today, before the child leaves if you can.")
    opens = ring(door, hours, "ring_when_open", f"{door.name} is closed. Ring as soon as it opens.")
    if known.case.safe_until_open == "yes":
        return (opens,)
    says = "If you are not sure that the child is safe until the front door opens, ring now."
    return (*_door_now(known, moment, says), opens)


def _own_teams(known: Known, duties: tuple[DutyFound, ...],
               moment: datetime) -> tuple[tuple[Route, ...], tuple[Route, ...]]:
    """Teams that a leading duty names beside the front door: those to ring now, and those that rest at this hour.

    Such as the one for children missing from education. Where its hours are not known it rests when offices do.
    """
    area = known.area
    if area is None:
        return (), ()
    doors = {area.front_door, area.duty_team, area.allegations, area.worker}
    ids = dict.fromkeys(id_ for duty in duties if duty.leads for id_ in duty.contacts if id_ not in doors)
    teams = [contact for id_ in ids if (contact := known.packs.contact(area.id, id_)) and contact.dial()]
    found = [_team(known, contact, moment, area.id) for contact in teams if not contact.answerphone]
    return (tuple(route for route in found if route.kind == "advice"),
            tuple(route for route in found if route.kind != "advice"))


def _team(known: Known, contact: Contact, moment: datetime, area_id: str) -> Route:
    hours = opening(contact, moment, known.packs, area_id)
    rests = hours.now is False or (hours.now is None and at_rest(moment, known.packs))
    says = f"{contact.says} Ring on the next working day." if rests and hours.now is None else contact.says
    return ring(contact, hours, "ring_when_open" if rests else "advice", says,
                closed_words(contact, known.packs, area_id, moment))


def _when_open(known: Known, result: Outcome, forms: tuple[DocumentDue, ...], moment: datetime) -> tuple[Route, ...]:
    """Calm outcomes: the front door at its next opening, for the referral or for advice; and where a form goes."""
    area = known.area
    if area is None:
        return (police(known.packs, "We have no pack for this council, so we cannot give its number. Ask the council's "
                                    "switchboard for the children's safeguarding front door. For what cannot wait: "
                                    "999 if a child is in danger now, otherwise 101."),)
    door = known.packs.contact(area.id, area.front_door)
    if door is None or not door.dial():
        return (*without_number(area, known.packs),
                police(known.packs, f"We have no number for advice in {area.name} that can be trusted. For what "
                                    "cannot wait: 999 if a child is in danger now, otherwise 101, and ask for the "
                                    "children's duty social worker."))
    hours = opening(door, moment, known.packs, area.id)
    refused = any(member.agrees == "refuses" for member in known.case.family)
    next_step = result == "early_help" and help_is_there(known)
    says = REFUSED if refused and result == "refer_with_agreement" else NEXT_STEP if next_step else CALM[result]
    kind: RouteKind = "advice" if hours.now is not False else "ring_when_open"
    return (ring(door, hours, kind, " ".join([says, *_goes_to(door, forms, result)])),
            *_sent_elsewhere(known, area, door, forms, result))


def _goes_to(door: Contact, forms: tuple[DocumentDue, ...], result: Outcome) -> list[str]:
    """Which due form goes to the front door, where early help is offered and the document sends it there."""
    if result != "early_help":
        return []
    return [f"{form.name}: {form.local}" for form in forms if form.sent_to == door.id]


def _sent_elsewhere(known: Known, area: AreaPack, door: Contact, forms: tuple[DocumentDue, ...],
                    result: Outcome) -> tuple[Route, ...]:
    """Where early help is offered: the service that the document sends the form to, if it is not the front door."""
    if result != "early_help":
        return ()
    found = ((form, known.packs.contact(area.id, form.sent_to)) for form in forms if form.sent_to != door.id)
    return tuple(
        Route(kind="send_to", contact=contact.id, name=contact.name, says=f"{form.name}: {form.local}",
              email=contact.emails[0].at if contact.emails else "", web=contact.web[0].at if contact.web else "",
              source=form.source or contact.source)
        for form, contact in found if contact
    )


def _lado_first(known: Known, duties: tuple[DutyFound, ...], call: FirstCall | None,
                moment: datetime) -> tuple[Route, ...]:
    """The designated officer before the front door where theirs is the first call and they can be at work now."""
    if call != "lado" or at_rest(moment, known.packs):
        return ()
    return tuple(route for route in _lado(known, duties, call, moment) if route.kind == "ring_now")


def _lado(known: Known, duties: tuple[DutyFound, ...], call: FirstCall | None, moment: datetime) -> tuple[Route, ...]:
    """The designated officer of the area where the adult works, wherever the allegations duty is met."""
    if call != "lado" and not any(duty.first_call == "lado" for duty in duties):
        return ()
    area_id = known.case.work_area or here(known)
    area = known.packs.area(area_id)
    contact = known.packs.contact(area_id, area.allegations) if area and area.allegations else None
    if contact is None or not contact.dial():
        return _ask_for_lado(known, area_id, moment)
    hours = opening(contact, moment, known.packs, area_id)
    rests = hours.now is False or (hours.now is None and at_rest(moment, known.packs))
    says = "Tell them within one working day and before anyone looks into it: the area where the adult works."
    return (ring(contact, hours, "ring_when_open" if rests else "ring_now", says,
                 closed_words(contact, known.packs, area_id, moment)),)


def _ask_for_lado(known: Known, area_id: str, moment: datetime) -> tuple[Route, ...]:
    """No number for the officer is held: the front door, now, is asked for the officer; then whom to ask for."""
    area = known.packs.area(area_id)
    doors = front_door_now(area_id, known.packs, moment) if area else ()
    if not any(route.kind == "ring_now" for route in doors):
        doors = front_door_now(here(known), known.packs, moment)
    says = ("Ring now, say what you know of the child, and ask for the designated officer (LADO) of the council where "
            "the adult works. The form comes after the call.")
    asked = tuple(route.model_copy(update={"says": says}) for route in doors
                  if route.kind == "ring_now" and not at_rest(moment, known.packs))
    which = f"The document for {area.name} prints" if area else "We hold"
    whom = "Ask the front door" if asked else "Ask your lead"
    officer = Route(kind="tell_too", name="Designated officer (LADO)", source=own_rule(known, GAP),
                    says=f"{which} no number for the designated officer (LADO). {whom} for it: the officer is told "
                         "within one working day, before anyone looks into it.",
                    instead="Or ask the switchboard of the council where the adult works")
    return (*asked, officer)


def _home_too(known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """Where the child is now in another area, the home or placing area is told too; said plainly if without number."""
    home, area = known.case.home_area, known.area
    away = known.case.area_now
    if not away or away == home or urgency(result) < urgency("consult_today"):
        return ()
    if home in ("", ELSEWHERE) or area is None:
        return (Route(kind="tell_too", name="The council where the child lives", source=own_rule(known, PHONE_FIRST),
                      says="Tell the council where the child lives as well. We have no pack for it, so ask the front "
                           "door here for the number."),)
    says = f"Tell {area.name} too: the child lives there."
    found = front_door_now(home, known.packs, moment)
    chosen = next((route for route in found if route.kind in ("ring_now", "ring_when_open") and route.dial), None)
    if chosen:
        return (chosen.model_copy(update={"kind": "tell_too", "says": says}),)
    door = known.packs.contact(home, area.front_door)
    return (Route(kind="tell_too", name=f"{area.name}: {door.name if door else 'the front door'}",
                  says=f"{says} We hold no number for its front door that can be used now. Ask the front door that you "
                       "ring to tell them, and your lead for the number.",
                  source=door.source if door else own_rule(known, GAP)),)
