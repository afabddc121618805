"""Who must be rung now, in sight on every page at the foot of the window until the call is recorded.

The engine says whom and when; here is only where it stands and that it goes once somebody has said "I have rung".
"""
import streamlit as st

from decision.case import Case
from decision.outcome import urgency
from decision.result import Decision, Route, RouteKind
from decision.routes import NEVER_WAITS
from guidance.vocabulary import FirstCall
from pages.parts import draft, knowledge
from pages.parts.markup import Markup, join, show, tag, telephone

NOW: tuple[RouteKind, ...] = ("emergency", "police", "ring_now")
HELP_FIRST: tuple[RouteKind, ...] = ("emergency", "police")
"""Calls that no talk with a council's team stands for."""
COUNCIL: FirstCall = "front_door"


def ring_bar() -> None:
    """The bar, where a call is due; nothing while the answers have not come back from the browser."""
    if draft.CASE not in st.session_state:
        return
    with st.container(key="ring"):
        if not draft.blank():
            show(_bar(draft.case()))


def recorded(case: Case, decision: Decision) -> tuple[FirstCall, ...]:
    """The calls that were made, with the one that the case now records: it is the call that is asked for first.

    Not where nobody answered. A call to a council's team does not stand for 999, the police or a doctor.
    """
    call, outcome = decision.first_call or COUNCIL, case.call.outcome
    if outcome == "no_answer":
        return tuple(made for made in case.rung if made != call)
    if not outcome and not case.events.call_made:
        return case.rung
    return tuple(dict.fromkeys((*case.rung, call if _answers(case.call.contact, decision) else COUNCIL)))


def due(decision: Decision) -> Route | None:
    """The first call to be made now; None where nothing has to be rung at once."""
    at_once = urgency(decision.outcome) >= urgency("refer_now") or decision.first_call in NEVER_WAITS
    return next((one for one in decision.routes if one.kind in NOW and one.open_now is not False), None) \
        if at_once else None


def has_rung(case: Case, decision: Decision) -> bool:
    """Whether the call that is asked for first is on record."""
    if case.rung:
        return (decision.first_call or COUNCIL) in case.rung
    made = case.call.outcome or case.events.call_made
    if not made or case.call.outcome == "no_answer":
        return False
    route = due(decision)
    if route is None or (route.kind in HELP_FIRST and not case.call.contact):
        return False
    return _answers(case.call.contact, decision)


def _answers(contact: str, decision: Decision) -> bool:
    """Whether ringing this contact, empty where it was not said whom, is the call that is asked for first."""
    route = due(decision)
    called = next((one for one in decision.routes if one.contact and one.contact == contact), None)
    return not (route and called and route.kind in HELP_FIRST and called.kind not in HELP_FIRST)


def _bar(case: Case) -> Markup:
    decision, words = _worked_out(case)
    return Markup("") if has_rung(case, decision) else words


def _worked_out(case: Case) -> tuple[Decision, Markup]:
    decision = knowledge.decide_about(case)
    route = due(decision)
    return decision, _words(route, decision) if route else Markup("")


def _words(route: Route, decision: Decision) -> Markup:
    """Whom to ring and the number; where the first cannot be dialled, what to do, and who is rung beside it."""
    number = route
    if not route.dial and urgency(decision.outcome) >= urgency("refer_now"):
        number = next((one for one in decision.routes if one.kind in NOW and one.dial and one.open_now is not False),
                      route)
    says = f"Ring now: {route.name}" if route.dial else f"{route.name}, now"
    if number is not route:
        says = f"{says}. Ring {number.name}"
    parts = join(tag("span", says, class_="who"), " ", telephone(number.dial) if number.dial else "")
    return tag("aside", tag("p", parts), class_="ring-bar", aria_label="To ring now", data_say="ring")
