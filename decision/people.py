"""The people whom to speak to, whose numbers no pack holds: the own lead, the social worker, a doctor; and the police.

The lead comes first where it can wait and is never a reason to wait; a social worker who has the case comes first of
all below an urgent call (design/2, Routes and hours; Outcome).
"""
from datetime import datetime

from decision.doors import closed_words, police
from decision.known import Known, open_case
from decision.open_signs import asked_first
from decision.outcome import own_rule
from decision.result import DutyFound, Route
from decision.sign_groups import answers
from decision.urgency import urgency
from guidance.models import Role
from guidance.vocabulary import FirstCall, Outcome
from guidance.words import say
from guidance.words.forms import following, mid

PHONE_FIRST, OWN_LEAD = "own_rule.phone_first", "own_rule.own_lead"
"""Keys of places in our own rules."""
HAS_SPOKEN = ("i_am_the_lead", "no_lead", "lead_decided_not_to_refer", "yes")


def here(known: Known) -> str:
    """Urgent action: the area where the child is now, otherwise where the child lives."""
    return known.case.area_now or known.case.home_area


def emergency(known: Known) -> Route:
    """999."""
    id_ = known.packs.national.emergency
    contact = known.packs.contact("", id_)
    number = contact.dial() if contact else None
    return Route(kind="emergency", contact=id_, name=say("people.emergency"), open_now=True,
                 says=say("people.emergency_says"),
                 dial=number.dial if number else "", trust=number.trust if number else None,
                 source=number.source if number else own_rule(known, PHONE_FIRST))


def first(known: Known, call: FirstCall | None) -> tuple[Route, ...]:
    """The sign's own first call where it is not the front door."""
    if call == "police":
        return (police(known.packs, say("people.police_first")),)
    if call == "hospital":
        return (Route(kind="emergency", contact=known.packs.national.emergency, name=say("people.medical"),
                      open_now=True, dial="", says=say("people.medical_says"), instead=say("people.medical_or"),
                      source=own_rule(known, PHONE_FIRST)),)
    if call == "named_doctor":
        return (Route(kind="your_lead", name=say("people.named_doctor"), open_now=None,
                      source=own_rule(known, OWN_LEAD), says=say("people.named_doctor_says")),)
    return ()


def medical(known: Known, duties: tuple[DutyFound, ...]) -> tuple[Route, ...]:
    """Urgent medical care wherever a sign or duty asks for it, also where somebody else is rung before.

    In the words of the sign, which say where and what makes it 999; of a duty, whose steps say so, in general ones.
    """
    asking = [sign for sign, _ in known.yes_signs if sign.first_call == "hospital"]
    if not asking and not any(duty.first_call == "hospital" for duty in duties):
        return ()
    if not asking:
        return first(known, "hospital")
    says = following(*dict.fromkeys(sign.then for sign in asking))
    return tuple(route.but(says=says) for route in first(known, "hospital"))


def rung_too(known: Known) -> tuple[Route, ...]:
    """The police, where a sign that is so has them told as well as those who are rung first."""
    if not any("police" in sign.also for sign, _ in known.yes_signs):
        return ()
    return (police(known.packs, say("people.police_too")),)


def whereabouts(known: Known) -> tuple[Route, ...]:
    """The police, where it could not be found out, or was not asked, whether nobody knows where the child is.

    By data: a sign that an answer about where the child is can amount to, whose own first call is the police.
    """
    said = answers(known.case)
    of_groups = (sign for sign in known.packs.signs(known.area_id)
                 if sign.group in known.unsure_groups and sign.id not in said)
    open_signs = (*(sign for sign, _ in known.unsure_signs), *of_groups, *asked_first(known))
    sign = next((item for item in open_signs if item.place_now and item.first_call == "police"), None)
    if sign is None:
        return ()
    return (police(known.packs, say("people.nobody_knows_where")).but(source=sign.source),)


def lead(known: Known, result: Outcome) -> tuple[Route, ...]:
    """The user's own lead: first for a consultation, told at once beside an urgent call, never a reason to wait. Then
    the named doctor where a sign asks for one, whatever else was added to it.
    """
    return (*_own_lead(known, result), *_doctor(known, result))


def _doctor(known: Known, result: Outcome) -> tuple[Route, ...]:
    """The named doctor; beside an urgent call they are told as well, and it does not wait for them."""
    if not any(sign.first_call == "named_doctor" for sign, _ in known.yes_signs):
        return ()
    found = first(known, "named_doctor")
    if urgency(result) < urgency("refer_now"):
        return found
    return tuple(route.but(says=say("people.named_doctor_too")) for route in found)


def _own_lead(known: Known, result: Outcome) -> tuple[Route, ...]:
    role: Role | None = known.packs.national.role.get(known.case.practitioner.role)
    answer = known.case.practitioner.lead
    if answer in HAS_SPOKEN or (role and not role.lead):
        return ()
    name = role.lead if role else say("people.safeguarding_lead")
    says = say(f"people.lead.{result}", lead=name)
    if answer == "cannot_reach" and urgency(result) >= urgency("consult"):
        says = say("people.lead_unreached", lead=name)
    elif result == "consult_today" and open_case(known):
        says = say("people.lead_too", lead=name)
    return (Route(kind="your_lead", name=say("people.lead", lead=name), says=says, source=own_rule(known, OWN_LEAD)),)


def workers(known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """An open case: the allocated worker, or whom the area's document names, as well as the front door if urgent."""
    if not open_case(known):
        return ()
    area = known.area
    contact = known.packs.contact(area.id, area.worker) if area and area.worker else None
    if contact is None or area is None:
        source = known.packs.national.duty_for("open_case").source
        return (Route(kind="worker", name=say("people.worker"), source=source,
                      says=_worker_says(say("people.the_worker"), result)),)
    number = contact.dial()
    return (Route(
        kind="worker", contact=contact.id, name=contact.name, says=_worker_says(mid(contact.name), result),
        source=contact.source, dial=number.dial if number else "", trust=number.trust if number else None,
        instead=following(contact.says, closed_words(contact, known.packs, area.id, moment)),
    ),)


def _worker_says(who: str, result: Outcome) -> str:
    if urgency(result) >= urgency("refer_now"):
        return say("people.worker_too", who=who)
    return say("people.worker_first_now" if result == "consult_today" else "people.worker_first", who=who)
