"""Whom to ring, in order, for a result at a moment, and what to do where no number can be trusted.

A call never waits for a form. Urgent action is for the area where the child is now; calm outcomes for where they live.
"""
from collections.abc import Iterable
from datetime import datetime

from decision.consistency import HAS_LEFT, leaving_doubt
from decision.doors import (
    GAP, at_rest, closed_words, front_door_now, gives_way, police, ring, usable, way_round, without_council,
    without_number,
)
from decision.doubts import unsafe_now
from decision.duties import to_tell
from decision.hours import local, opening
from decision.known import Known
from guidance.vocabulary import ELSEWHERE, FirstCall, Outcome
from decision.officer import officer, officer_first
from decision.outcome import own_rule
from decision.path_rules import help_is_there
from decision.people import PHONE_FIRST, emergency, first, here, lead, medical, rung_too, whereabouts, workers
from decision.result import DocumentDue, DutyFound, Route, RouteKind
from decision.until_open import is_about
from decision.urgency import urgency
from guidance.models import Contact
from guidance.packs import AreaPack
from guidance.words import key_of, say
from guidance.words.forms import following, pieces

NEVER_WAITS: tuple[FirstCall, ...] = ("999", "police", "hospital")
"""First calls that come before the user's own lead, also where the rest is a talk today."""
RUNG_NOW: tuple[RouteKind, ...] = ("ring_now", "police", "your_lead", "worker", "advice")
"""Kinds rung now where a result is urgent, with the time at which the child leaves."""


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
                 *_when_open(known, result, forms, duties, moment), *later]
    parts += [*officer(known, duties, call, moment), *_home_too(known, result, moment)]
    return _before_home(_once(parts), known, result, moment)


def _urgent(known: Known, result: Outcome, call: FirstCall | None, duties: tuple[DutyFound, ...],
            moment: datetime) -> list[Route]:
    if result == "call_999":
        door = _door_now(known, moment, say("ring.front_door_after_999"))
        parts = [emergency(known), *medical(known, duties), *door, *rung_too(known), *whereabouts(known)]
    else:
        door = _door_now(known, moment, say("ring.front_door_now"))
        near = whereabouts(known)
        nobody_knows = near if known.case.where_now.place == "not_known" else ()
        parts = [*nobody_knows, *officer_first(known, duties, call, moment), *_first(known, call),
                 *medical(known, duties), *door, *rung_too(known), *near]
    teams, later = _own_teams(known, duties, moment)
    return [*parts, *workers(known, result, moment), *lead(known, result), *teams, *later]


def _today(known: Known, call: FirstCall | None, duties: tuple[DutyFound, ...], moment: datetime) -> list[Route]:
    """Talk today. Medical care and the police never wait for the lead; a named doctor comes after them."""
    teams, later = _own_teams(known, duties, moment)
    at_once = _first(known, call) if call in NEVER_WAITS else ()
    later_first = first(known, call) if call not in NEVER_WAITS else ()
    return [
        *at_once, *medical(known, duties), *whereabouts(known), *officer_first(known, duties, call, moment),
        *workers(known, "consult_today", moment), *lead(known, "consult_today"), *later_first, *teams,
        *_door_today(known, moment), *rung_too(known), *later,
    ]


def _first(known: Known, call: FirstCall | None) -> tuple[Route, ...]:
    """The first call of a sign; medical care has its own place next to it, with what the sign says of it."""
    return first(known, call) if call != "hospital" else ()


def _before_home(found: tuple[Route, ...], known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """With the time at which the child leaves, on every call that is made now where the result is for today.

    A time that cannot be right, or is past, is no limit: the first such call says so; of one that is past not where the
    child is said to be safe until the front door opens."""
    where = known.case.where_now
    if where.leaves_at is None or urgency(result) < urgency("consult_today"):
        return found
    now = [route.kind in RUNG_NOW and route.open_now is not False for route in found]
    if doubt := leaving_doubt(where, moment):
        safe = any(one.kind == "ring_when_open" and one.opens and _said_safe(known, one.opens) for one in found)
        if safe and key_of(doubt) in HAS_LEFT:
            return found
        first_now = now.index(True) if True in now else -1
        return tuple(route.but(says=following(route.says, doubt)) if number == first_now else route
                     for number, route in enumerate(found))
    return tuple(route.but(before=where.leaves_at) if rung else route
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
        if before.kind == "police" and not set(pieces(route.says)) <= set(pieces(before.says)):
            seen[key] = before.but(says=following(before.says, route.says))
    found = tuple(seen.values())
    if not any(route.kind == "police" for route in found):
        return found
    ways = {route.says for route in found if route.kind == "switchboard"}
    return tuple(_with_way_round(route, ways) for route in found if route.kind != "switchboard")


def _with_way_round(route: Route, ways: set[str]) -> Route:
    """A call with what to do where nobody answers, if one of these ways round is round its number."""
    if (way := way_round(route)) not in ways:
        return route
    return route.but(instead=following(route.instead, way))


def _door_now(known: Known, moment: datetime, says: str) -> tuple[Route, ...]:
    """The front door now; where nobody knows who answers, each further number only after the one before it."""
    return _one_after_another(tuple(
        route.but(says=says) if route.kind == "ring_now" and route.dial else route
        for route in front_door_now(here(known), known.packs, moment)
        if route.kind != "advice" or not known.packs.area(here(known))
    ))


def _one_after_another(found: tuple[Route, ...]) -> tuple[Route, ...]:
    """Several numbers to ring now in the order in which to try them: of the later ones, that they are for no answer."""
    several = [route for route in found if route.kind == "ring_now" and route.dial]
    before = dict(zip(several[1:], several, strict=False))
    return tuple(route.but(says=say("ring.if_no_answer", name=before[route].name)) if route in before else route
                 for route in found)


def _door_today(known: Known, moment: datetime) -> tuple[Route, ...]:
    """The front door while it is open; when it is closed, whether the child is safe until it opens decides.

    Where nobody knows when it opens, nothing waits. A yes of one evening is no yes of the next."""
    area = known.packs.area(here(known))
    door = known.packs.contact(area.id, area.front_door) if area else None
    if area is None or door is None or not door.dial():
        return _door_now(known, moment, say("ring.front_door_today"))
    hours = opening(door, moment, known.packs, area.id)
    if hours.now is not False:
        return _door_now(known, moment, say("ring.front_door_today"))
    opens = ring(door, hours, "ring_when_open", say("ring.front_door_closed", name=door.name))
    if hours.opens and _said_safe(known, hours.opens):
        return (opens,)
    return (*_door_now(known, moment, say("ring.front_door_if_unsafe")), opens)


def _said_safe(known: Known, opens: datetime) -> bool:
    """Whether the child is said to be safe until this opening of the front door, and nothing else says otherwise."""
    return known.case.safe_until_open == "yes" and is_about(known.case, opens) and not unsafe_now(known)


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
    says = following(contact.says, say("ring.next_working_day")) if rests and hours.now is None else contact.says
    return ring(contact, hours, "ring_when_open" if rests else "advice", says,
                closed_words(contact, known.packs, area_id, moment))


def _when_open(known: Known, result: Outcome, forms: tuple[DocumentDue, ...], duties: tuple[DutyFound, ...],
               moment: datetime) -> tuple[Route, ...]:
    """Calm outcomes: the front door at its next opening, for the referral, for advice or to tell what must be told; and
    where a form goes."""
    area = known.area
    if area is None:
        return without_council(known.packs, moment)
    door = known.packs.contact(area.id, area.front_door)
    if door is None or not door.dial():
        there = next((one.name for one, _ in usable(area, known.packs, moment)), "")
        none = say("ring.no_advice_open" if there else "ring.no_advice", area=area.name, name=there)
        return (*without_number(area, known.packs), police(known.packs, none))
    hours = opening(door, moment, known.packs, area.id)
    refused = any(member.agrees == "refuses" for member in known.case.family)
    next_step = result == "early_help" and help_is_there(known)
    other = "refused" if refused and result == "refer_with_agreement" else "next_step" if next_step else result
    calm = "tell" if to_tell(duties, result) else other
    says = following(say(f"ring.calm.{calm}"), *_goes_to(door, forms, result))
    rests = hours.now is False or (hours.now is None and gives_way(door, area, known.packs, moment))
    says = following(says, say("ring.next_working_day")) if rests and hours.now is None else says
    kind: RouteKind = "ring_when_open" if rests else "advice"
    return (ring(door, hours, kind, says), *_sent_elsewhere(known, area, door, forms, result))


def _goes_to(door: Contact, forms: tuple[DocumentDue, ...], result: Outcome) -> list[str]:
    """Which due form goes to the front door, where early help is offered and the document sends it there."""
    if result != "early_help":
        return []
    return [say("ring.form_sent", form=form.name, how=form.local) for form in forms if form.sent_to == door.id]


def _sent_elsewhere(known: Known, area: AreaPack, door: Contact, forms: tuple[DocumentDue, ...],
                    result: Outcome) -> tuple[Route, ...]:
    """Where early help is offered: the service that the document sends the form to, if it is not the front door."""
    if result != "early_help":
        return ()
    found = ((form, known.packs.contact(area.id, form.sent_to)) for form in forms if form.sent_to != door.id)
    return tuple(
        Route(kind="send_to", contact=contact.id, name=contact.name,
              says=say("ring.form_sent", form=form.name, how=form.local),
              email=contact.emails[0].at if contact.emails else "", web=contact.web[0].at if contact.web else "",
              source=form.source or contact.source)
        for form, contact in found if contact
    )


def _home_too(known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """Where the child is now in another area, the home or placing area is told too; said plainly if without number."""
    home, area = known.case.home_area, known.area
    away = known.case.area_now
    if not away or away == home or urgency(result) < urgency("consult_today"):
        return ()
    if home in ("", ELSEWHERE) or area is None:
        return (Route(kind="tell_too", name=say("ring.home_council"), source=own_rule(known, PHONE_FIRST),
                      says=say("ring.home_council_says")),)
    says = say("ring.home_too", area=area.name)
    found = front_door_now(home, known.packs, moment)
    chosen = next((route for route in found if route.kind in ("ring_now", "ring_when_open") and route.dial), None)
    if chosen:
        return (chosen.but(kind="tell_too", says=says),)
    door = known.packs.contact(home, area.front_door)
    called = door.name if door else say("ring.home_door_unnamed")
    return (Route(kind="tell_too", name=say("ring.home_door", area=area.name, door=called),
                  says=following(says, say("ring.home_no_number")),
                  source=door.source if door else own_rule(known, GAP)),)
