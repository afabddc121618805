"""The designated officer for an allegation about an adult who works with children: their number, or whom to ask."""
from datetime import datetime

from decision.after import officer_rung, team_rung
from decision.calls import OFFICER
from decision.doors import GAP, at_rest, closed_words, front_door_now, ring
from decision.hours import opening
from decision.known import Known
from decision.outcome import own_rule
from decision.people import here
from decision.result import Decision, DutyFound, Route
from guidance.vocabulary import FirstCall
from guidance.words import key_of, say
from guidance.words.forms import following

TO_OFFICER = ("say.officer", "say.officer_alleged", "say.officer_adult", "say.officer_told", "say.officer_ask")
"""What is said to the designated officer once the team for the child knows, after who rings."""


def officer_first(known: Known, duties: tuple[DutyFound, ...], call: FirstCall | None,
                  moment: datetime) -> tuple[Route, ...]:
    """The designated officer before the front door where theirs is the first call, they can be at work now, and nobody
    has rung them about all that is so: then the front door is next, which is not the officer."""
    if call != OFFICER or at_rest(moment, known.packs) or officer_rung(known.case):
        return ()
    return tuple(route for route in officer(known, duties, call, moment) if route.kind == "ring_now")


def officer(known: Known, duties: tuple[DutyFound, ...], call: FirstCall | None, moment: datetime) -> tuple[Route, ...]:
    """The designated officer of the area where the adult works, wherever the allegations duty is met."""
    if call != OFFICER and not any(duty.first_call == OFFICER for duty in duties):
        return ()
    area_id = known.case.work_area or here(known)
    area = known.packs.area(area_id)
    contact = known.packs.contact(area_id, area.allegations) if area and area.allegations else None
    if contact is None or not contact.dial():
        return _asked_for(known, area_id, moment)
    hours = opening(contact, moment, known.packs, area_id)
    rests = hours.now is False or (hours.now is None and at_rest(moment, known.packs))
    return (ring(contact, hours, "ring_when_open" if rests else "ring_now", say("ring.lado_says"),
                 closed_words(contact, known.packs, area_id, moment)).but(officer=True),)


def _asked_for(known: Known, area_id: str, moment: datetime) -> tuple[Route, ...]:
    """No number for the officer is held: the front door, now, is asked for the officer; then whom to ask for. In
    another area than the child's that call is for the officer alone."""
    area = known.packs.area(area_id)
    doors, away = front_door_now(area_id, known.packs, moment) if area else (), area_id != here(known)
    if not any(route.kind == "ring_now" for route in doors):
        doors, away = front_door_now(here(known), known.packs, moment), False
    asked = tuple(route.but(says=say("ring.lado_asked"), officer=away) for route in doors
                  if route.kind == "ring_now" and not at_rest(moment, known.packs))
    none = say("ring.lado_not_printed", area=area.name) if area else say("ring.lado_not_held")
    whom = say("ring.lado_ask_door" if asked else "ring.lado_ask_lead")
    told = Route(kind="tell_too", officer=True, name=say("ring.lado"), source=own_rule(known, GAP),
                 says=following(none, whom), instead=say("ring.lado_or"))
    return (*asked, told)


def say_to_officer(known: Known, routes: tuple[Route, ...]) -> tuple[str, ...]:
    """What to say where the team for the child was told and the designated officer is still to be rung: who rings, as
    on any call, then what is said of the adult. Empty wherever the words to the team are still to be said."""
    now = any(one.officer and one.dial and one.kind == "ring_now" for one in routes)
    if not now or officer_rung(known.case) or not team_rung(known.case):
        return ()
    steps = known.packs.national.process_for("what_to_say").steps
    purpose = next((number for number, step in enumerate(steps) if step.says_purpose), 0)
    return (*(step.says for step in steps[:purpose]), *map(say, TO_OFFICER))


def says_to_officer(decision: Decision) -> bool:
    """Whether what there is to say is for the designated officer, and so still to be said."""
    return any(key_of(line) == TO_OFFICER[0] for line in decision.say)
