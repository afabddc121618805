"""Who must be rung now, in sight on every page at the foot of the window until the call is recorded.

The engine says whom and when; here is only where it stands and that it goes once somebody has said "I have rung".
`Case.rung` holds the calls that know all that is so: a sign that is new takes its call off again.
"""
import streamlit as st

from decision.case import Case
from decision.known import read
from decision.outcome import urgency
from decision.result import Decision, Route, RouteKind
from decision.routes import NEVER_WAITS
from guidance.vocabulary import FirstCall
from guidance.words import say
from pages.parts.display.markup import Markup, join, show, tag, telephone
from pages.parts.visit import draft, knowledge

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


def with_new_signs(before: Case, after: Case) -> Case:
    """The answers `after` a change, without the calls for which the signs that are new in them ask, by themselves or
    through what follows from them for these children: no call has told of them."""
    if not after.rung:
        return after
    packs = knowledge.packs()
    if set(after.signs_some) - set(before.signs_some):
        after = after.but(rung=tuple(call for call in after.rung if call != COUNCIL))
    known = {sign.id for sign, _ in read(before, packs).yes_signs}
    new = {sign: answer for sign, answer in read(after, packs).yes_signs if sign.id not in known}
    if not new:
        return after
    alone = Case(home_area=after.home_area, children=after.children,
                 signs={sign.id: answer for sign, answer in new.items()})
    asked = {knowledge.decide_about(alone).first_call or COUNCIL, *(sign.first_call for sign in new)}
    return after.but(rung=tuple(call for call in after.rung if call not in asked))


def due(decision: Decision, doubt: bool = False) -> Route | None:
    """The first call to be made now; None where nothing has to be rung at once. `doubt`: a sign is so, and the user has
    not said which, so that it is not known to wait."""
    at_once = doubt or urgency(decision.outcome) >= urgency("refer_now") or decision.first_call in NEVER_WAITS
    return next((one for one in decision.routes if one.kind in NOW and one.open_now is not False), None) \
        if at_once else None


def has_rung(case: Case, decision: Decision) -> bool:
    """Whether the call that is asked for first is on record."""
    return (decision.first_call or COUNCIL) in case.rung


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
    route = due(decision, bool(case.signs_some))
    return decision, _words(route, decision) if route else Markup("")


def _words(route: Route, decision: Decision) -> Markup:
    """Whom to ring and the number; where the first cannot be dialled, what to do, and who is rung beside it."""
    number = route
    if not route.dial and urgency(decision.outcome) >= urgency("refer_now"):
        number = next((one for one in decision.routes if one.kind in NOW and one.dial and one.open_now is not False),
                      route)
    says = say("ring_bar.ring" if route.dial else "ring_bar.now", name=route.name)
    if number is not route:
        says = say("ring_bar.and_ring", says=says, name=number.name)
    parts = join(tag("span", says, class_="who"), " ", telephone(number.dial) if number.dial else "")
    return tag("aside", tag("p", parts), class_="ring-bar", aria_label=say("ring_bar.label"), data_say="ring")
