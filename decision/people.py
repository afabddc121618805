"""The people whom to speak to, whose numbers no pack holds: the own lead, the social worker, a doctor; and the police.

The lead comes first where it can wait and is never a reason to wait; a social worker who has the case comes first of
all below an urgent call (design/2, Routes and hours; Outcome).
"""
from datetime import datetime

from decision.doors import closed_words, police
from decision.known import Known, open_case
from decision.open_signs import asked_first
from decision.outcome import own_rule, urgency
from decision.result import DutyFound, Route
from guidance.models import Role
from guidance.vocabulary import FirstCall, Outcome

PHONE_FIRST, OWN_LEAD = "phone first", "your own lead first, never a delay"
"""Places in our own rules."""
HAS_SPOKEN = ("i_am_the_lead", "no_lead", "lead_decided_not_to_refer", "yes")
LEAD_SAYS: dict[Outcome, str] = {
    "universal": "Tell your {} what you noticed, and set a date to look at it again together.",
    "early_help": "Talk it through with your {}: what help would fit, and who offers it.",
    "consult": "Talk it through with your {} by the next working day. You may also ring the front door yourself.",
    "refer_with_agreement": "Talk it through with your {} before you refer, by the next working day.",
    "consult_today": "Speak to your {} first. If you cannot reach them within minutes, or the child is about to leave, "
                     "ring yourself.",
    "refer_now": "Tell your {} now, or have someone tell them. Do not wait for them before you ring.",
    "call_999": "Tell your {} now, or have someone tell them. Do not wait for them before you ring.",
}
"""What to do with the own lead, by outcome. Nothing here asks anybody to speak to the family."""


def emergency(known: Known) -> Route:
    """999."""
    id_ = known.packs.national.emergency
    contact = known.packs.contact("", id_)
    number = contact.dial() if contact else None
    return Route(kind="emergency", contact=id_, name="Emergency services", open_now=True,
                 says="Ring 999 now. Say where the child is and what is happening.",
                 dial=number.dial if number else "", trust=number.trust if number else None,
                 source=number.source if number else own_rule(known, PHONE_FIRST))


def first(known: Known, call: FirstCall | None) -> tuple[Route, ...]:
    """The sign's own first call where it is not the front door."""
    if call == "police":
        return (police(known.packs, "Ring the police first: 999 if it is happening now or danger is near, "
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


def medical(known: Known, duties: tuple[DutyFound, ...]) -> tuple[Route, ...]:
    """Urgent medical care wherever a sign or duty asks for it, also where somebody else is rung before."""
    calls = {sign.first_call for sign, _ in known.yes_signs} | {duty.first_call for duty in duties}
    return first(known, "hospital") if "hospital" in calls else ()


def whereabouts(known: Known) -> tuple[Route, ...]:
    """The police, where it could not be found out, or was not asked, whether nobody knows where the child is.

    By data: a sign that an answer about where the child is can amount to, whose own first call is the police.
    """
    open_signs = (*(sign for sign, _ in known.unsure_signs), *asked_first(known))
    sign = next((item for item in open_signs if item.place_now and item.first_call == "police"), None)
    if sign is None:
        return ()
    says = ("If nobody can say where the child is and that they are safe, ring the police now, before anybody else: "
            "999 in danger, otherwise 101. Do not let time pass first.")
    return (police(known.packs, says).but(source=sign.source),)


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
    says = ("Speak to your named doctor or named professional today as well, before anything is said to the family. "
            "Do not wait for them before you ring.")
    return tuple(route.but(says=says) for route in found)


def _own_lead(known: Known, result: Outcome) -> tuple[Route, ...]:
    role: Role | None = known.packs.national.role.get(known.case.practitioner.role)
    answer = known.case.practitioner.lead
    if answer in HAS_SPOKEN or (role and not role.lead):
        return ()
    name = role.lead if role else "safeguarding lead"
    says = LEAD_SAYS[result].format(name)
    if answer == "cannot_reach" and urgency(result) >= urgency("consult"):
        says = f"You could not reach your {name}. Do not wait: ring yourself and tell them afterwards."
    elif result == "consult_today" and open_case(known):
        says = f"Tell your {name} as well. Do not wait for them."
    return (Route(kind="your_lead", name=f"Your {name}", says=says, source=own_rule(known, OWN_LEAD)),)


def workers(known: Known, result: Outcome, moment: datetime) -> tuple[Route, ...]:
    """An open case: the allocated worker, or whom the area's document names, as well as the front door if urgent."""
    if not open_case(known):
        return ()
    area = known.area
    contact = known.packs.contact(area.id, area.worker) if area and area.worker else None
    if contact is None or area is None:
        source = known.packs.national.duty_for("open_case").source
        return (Route(kind="worker", name="The child's social worker", source=source,
                      says=_worker_says("the child's social worker", result)),)
    number = contact.dial()
    name = contact.name[:1].lower() + contact.name[1:]
    more = (contact.says, closed_words(contact, known.packs, area.id, moment))
    return (Route(
        kind="worker", contact=contact.id, name=contact.name, says=_worker_says(name, result), source=contact.source,
        dial=number.dial if number else "", trust=number.trust if number else None,
        instead=" ".join(words for words in more if words),
    ),)


def _worker_says(who: str, result: Outcome) -> str:
    if urgency(result) >= urgency("refer_now"):
        return f"Tell {who} as well, now. Do not wait for them before you ring."
    first_of_all = "first, now" if result == "consult_today" else "first"
    return (f"Ring {who} {first_of_all}. If you do not reach them today: their duty worker, their manager, or the "
            "front door. No new Early Help Assessment is needed.")
