"""Whom to ring at this moment in an area, with no question asked; and a route made of a contact.

The front door, then who answers when it is closed: the duty team, and whoever a contact names for it. A number whose
hours are not printed is offered and said so. Where none can be trusted: 999 and 101, and whom to ask for.
"""
from collections.abc import Iterable
from datetime import datetime, time

from decision.hours import Open, is_working_day, local, opening
from decision.result import Route, RouteKind
from guidance.models import Contact
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import apart, following

GAP = "own_rule.no_number"
"""Key of the place in our own rules."""
FINDER, ADVICE = "find_council", "refer_if_no_answer"
"""What a national contact is for: the page on which each council's number is found, and advice without it."""
DAY_BEGINS, DAY_ENDS = time(7), time(20)
"""Our own reading, for the order only: outside these no office whose hours are not printed is likely to answer."""


def front_door_now(area_id: str, packs: Packs, now: datetime) -> tuple[Route, ...]:
    """The number to ring at this moment for an area, with no question asked; 999 and 101 where none can be trusted."""
    moment = local(now)
    area = packs.area(area_id)
    if area is None:
        return without_council(packs, now)
    open_doors = usable(area, packs, moment)
    if open_doors:
        certain = open_doors[:1] if open_doors[0][1].now else open_doors
        last = certain[-1][0]
        found = tuple(ring(contact, hours, "ring_now", _words(contact, hours, contact is last))
                      for contact, hours in certain)
        return (*found, *_beside_reported(found, packs), *_next_opening(area, packs, moment, certain))
    return (police(packs, say("ring.nobody_open", area=area.name)), *_next_opening(area, packs, moment, ()),
            *without_number(area, packs))


def usable(area: AreaPack, packs: Packs, moment: datetime) -> tuple[tuple[Contact, Open], ...]:
    """The area's doors that may answer at this moment and may be dialled, in the order in which to try them."""
    doors = ((contact, opening(contact, moment, packs, area.id)) for contact in _doors(area, packs, moment))
    return tuple((contact, hours) for contact, hours in doors
                 if hours.now is not False and contact.dial() and not contact.answerphone)


def teams_of(area: AreaPack, packs: Packs) -> frozenset[str]:
    """The ids of those who answer for a council's children's services: the front door, the duty team, whoever they name
    for when they are closed, and the teams of a worker and of the designated officer. Any other is a line beside them.
    """
    ids = [area.front_door, area.duty_team, area.worker, area.allegations]
    for id_ in ids:
        contact = packs.contact(area.id, id_) if id_ else None
        if contact and contact.outside and contact.outside not in ids:
            ids.append(contact.outside)
    return frozenset(id_ for id_ in ids if id_)


def gives_way(door: Contact, area: AreaPack, packs: Packs, moment: datetime) -> bool:
    """Whether a front door whose hours are not printed gives way to somebody else at this hour, as on the start page.
    """
    found = usable(area, packs, moment)
    return bool(found) and found[0][0] != door


def _doors(area: AreaPack, packs: Packs, moment: datetime) -> tuple[Contact, ...]:
    """The front door, the duty team, and who answers when they are closed, each once.

    Where the front door's hours are not printed, it comes last on a day of rest and at night.
    """
    found: dict[str, Contact] = {}
    ids = [area.front_door, area.duty_team]
    while ids:
        contact = packs.contact(area.id, ids.pop(0))
        if contact and contact in area.contacts and contact.id not in found:
            found[contact.id] = contact
            ids.append(contact.outside)
    doors = tuple(found.values())
    unknown = bool(doors) and doors[0].hours.kind == "unknown"
    return (*doors[1:], doors[0]) if unknown and at_rest(moment, packs) else doors


def at_rest(moment: datetime, packs: Packs) -> bool:
    """Whether offices rest: a weekend, a bank holiday, or the night. Only ever decides an order, so a day of which
    nobody knows whether it is a bank holiday is none of rest: they are tried, and nothing says that they answer."""
    day = is_working_day(moment.date(), packs.national.holidays) is not False
    return not (day and DAY_BEGINS <= moment.time() < DAY_ENDS)


def _words(contact: Contact, hours: Open, last: bool) -> str:
    if hours.now is None:
        return say("ring.hours_not_known_last" if last else "ring.hours_not_known", name=contact.name)
    return say("ring.now", name=contact.name)


def _next_opening(area: AreaPack, packs: Packs, moment: datetime,
                  used: Iterable[tuple[Contact, Open]]) -> tuple[Route, ...]:
    """When the front door opens next, if it is closed now."""
    door = packs.contact(area.id, area.front_door)
    if door is None or door in [contact for contact, _ in used] or not door.dial():
        return ()
    says = say("ring.when_it_opens", name=door.name)
    return (ring(door, opening(door, moment, packs, area.id), "ring_when_open", says),)


def without_number(area: AreaPack, packs: Packs) -> tuple[Route, ...]:
    """A front door for which no number is held, with its page; nobody is sent to a page with what cannot wait."""
    door = packs.contact(area.id, area.front_door)
    if door is None or door.dial() or not door.web:
        return ()
    page = door.web[0]
    return (Route(kind="advice", contact=door.id, name=door.name, says=say("ring.page_only"), web=page.at,
                  instead=page.note, source=page.source),)


def without_council(packs: Packs, now: datetime) -> tuple[Route, ...]:
    """Where no council's number is held: the page that knows each one's, then who advises if it cannot be found, and
    the police only for danger or a crime."""
    moment = local(now)
    finder = next((one for one in packs.national.contacts if FINDER in one.purpose and one.web), None)
    advice = next((one for one in packs.national.contacts if ADVICE in one.purpose and one.dial()), None)
    found = [Route(kind="ring_now", contact=finder.id, name=say("ring.council"), says=say("ring.find_council"),
                   web=finder.web[0].at, source=finder.web[0].source)] if finder else []
    if advice:
        found.append(ring(advice, opening(advice, moment, packs, ""), "advice", say("ring.council_not_found"),
                          advice.hours.note))
    return (*found, police(packs, say("ring.no_council")))


def ring(contact: Contact, hours: Open, kind: RouteKind, says: str, instead: str = "") -> Route:
    """A contact as a route. A suspect number is shown with its warning and is never the one to dial."""
    number = contact.dial()
    suspects = contact.suspects()
    warning = following(*(item.note for item in suspects))
    return Route(
        kind=kind, contact=contact.id, name=contact.name, says=says, dial=number.dial if number else "",
        printed=apart(item.printed for item in suspects), trust=number.trust if number else None,
        warning=warning, open_now=hours.now, until=hours.until, opens=hours.opens,
        year_unknown=hours.year_unknown,
        instead=contact.note if contact.answerphone else instead,
        email=contact.emails[0].at if contact.emails else "", web=contact.web[0].at if contact.web else "",
        source=number.source if number else contact.source,
    )


def closed_words(contact: Contact, packs: Packs, area_id: str, moment: datetime) -> str:
    """Who answers when a contact is closed, as its pack says, with the number; empty where nobody does so now.

    One who names somebody else in turn is passed over when closed, or with hours that are not printed while offices
    rest.
    """
    others: dict[str, Contact] = {}
    after = packs.contact(area_id, contact.outside)
    while after and after.id not in (contact.id, *others):
        others[after.id] = after
        after = packs.contact(area_id, after.outside)
    rest = at_rest(moment, packs)
    found = ((other, opening(other, moment, packs, area_id).now) for other in others.values() if not other.answerphone)
    other = next((one for one, now in found if now or (now is None and not (rest and one.outside))), None)
    if other is None:
        return ""
    number = other.dial()
    return (say("ring.closed_number", name=other.name, number=number.dial) if number else
            say("ring.closed", name=other.name))


def police(packs: Packs, says: str) -> Route:
    """The police as the ones to ring: 999 in danger, otherwise 101."""
    contact = packs.contact("", packs.national.police)
    number = contact.dial() if contact else None
    return Route(kind="police", contact=packs.national.police, name=say("ring.police"), says=says,
                 dial=number.dial if number else "", trust=number.trust if number else None, open_now=True,
                 instead=say("ring.police_or"),
                 source=number.source if number else packs.national.own_rule(GAP))


def _beside_reported(found: tuple[Route, ...], packs: Packs) -> tuple[Route, ...]:
    """Beside a number that nobody has rung to check, 101 as the way round it."""
    route = next((item for item in found if item.trust == "reported"), None)
    if route is None:
        return ()
    return (police(packs, way_round(route)).but(kind="switchboard"),)


def way_round(route: Route) -> str:
    """What to do where somebody does not answer on a number that nobody has rung to check. It names them."""
    return say("ring.way_round", name=route.name)
