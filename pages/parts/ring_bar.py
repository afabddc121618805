"""Who must be rung now, in sight on every page at the foot of the window until the call is recorded.

The engine says whom and when; here is only where it stands and that it goes once somebody has said "I have rung".
"""
from collections.abc import Mapping

import streamlit as st

from decision.assess import decide
from decision.case import Case
from decision.known import read
from decision.outcome import CALL_ORDER, urgency
from decision.result import Decision, Route, RouteKind
from decision.routes import NEVER_WAITS
from guidance.vocabulary import FirstCall
from pages.parts import clock, draft, knowledge
from pages.parts.markup import Markup, join, show, tag, telephone

NOW: tuple[RouteKind, ...] = ("emergency", "police", "ring_now")
HELP_FIRST: tuple[RouteKind, ...] = ("emergency", "police")
"""Calls that no talk with a council's team stands for."""
RUNG, COUNCIL = "rung ", "front_door"
"""What the user's progress says of calls that were recorded: the word, then the first call that it was."""
_AHEAD = "ring_ahead"


def ring_bar() -> None:
    """The bar, where a call is due; nothing while the answers have not come back from the browser."""
    if draft.CASE not in st.session_state:
        return
    with st.container(key="ring"):
        if not draft.blank():
            show(_bar(draft.case()))


def if_ticked(answered: Mapping[str, Case]) -> None:
    """Show the bar at once, before anything is sent and without the server, for fields of a form that are ticked.

    `answered`: the name of a field → the case as it would be. The most urgent call of those ticked is shown.
    """
    found: dict[str, list[str]] = {}
    for bar, names in _ahead(answered).items():
        found[bar] = [f".st-key-{draft.widget_key(name)} input:checked" for name in names]
    with st.container(key="ring_ahead"):
        rules: list[str] = []
        earlier: list[str] = []
        for number, (_, ticked) in enumerate(found.items()):
            calmer = f":not(:has({', '.join(earlier)}))" if earlier else ""
            rules.append(f"body{calmer}:has({', '.join(ticked)}) .ahead-{number} {{ display: block; }}")
            earlier += ticked
        if earlier:
            rules.append(f"body:has({', '.join(earlier)}) .st-key-ring {{ display: none; }}")
        show(Markup(f"<style>{' '.join(rules)}</style>"),
             *(tag("div", Markup(bar), class_=f"ahead ahead-{number}") for number, bar in enumerate(found)))


def _ahead(answered: Mapping[str, Case]) -> dict[str, tuple[str, ...]]:
    """Bar → the fields that bring it, the most urgent first; worked out once for the same answers and minute."""
    noted = draft.progress().skipped
    key = (tuple(answered.items()), draft.case(), noted, clock.now().replace(second=0, microsecond=0))
    if st.session_state.get(_AHEAD, (None,))[0] == key:
        return st.session_state[_AHEAD][1]  # type: ignore[no-any-return]
    shown = _order(knowledge.decide_briefly()) if _bar(draft.case()) else (len(CALL_ORDER), 1)
    worked_out = [(name, case, *_worked_out(case)) for name, case in answered.items()]
    coming = sorted(((_order(decision), bar, name) for name, case, decision, bar in worked_out
                     if bar and not has_rung(case, decision, noted)), key=lambda one: one[0])
    found: dict[str, tuple[str, ...]] = {}
    for order, bar, name in coming:
        if order < shown:
            found[bar] = (*found.get(bar, ()), name)
    st.session_state[_AHEAD] = (key, found)
    return found


def recorded(case: Case, decision: Decision, before: tuple[str, ...]) -> tuple[str, ...]:
    """What the user's progress says of calls, once this record of one is saved: the call now asked for is made.

    Not where nobody answered. A call to a council's team does not stand for 999, the police or a doctor.
    """
    call = decision.first_call or COUNCIL
    if case.call.outcome == "no_answer":
        return tuple(noted for noted in before if noted != RUNG + call)
    return tuple(dict.fromkeys((*before, RUNG + (call if _answers(case.call.contact, decision) else COUNCIL))))


def due(decision: Decision) -> Route | None:
    """The first call to be made now; None where nothing has to be rung at once."""
    at_once = urgency(decision.outcome) >= urgency("refer_now") or decision.first_call in NEVER_WAITS
    return next((one for one in decision.routes if one.kind in NOW and one.open_now is not False), None) \
        if at_once else None


def has_rung(case: Case, decision: Decision, noted: tuple[str, ...]) -> bool:
    """Whether the call that is asked for first is on record."""
    calls = tuple(one.removeprefix(RUNG) for one in noted if one.startswith(RUNG))
    if calls:
        return (decision.first_call or COUNCIL) in calls
    made = case.call.outcome or case.events.call_made
    if not made or case.call.outcome == "no_answer":
        return False
    route = due(decision)
    return bool(route) and (bool(case.call.contact) or route.kind not in HELP_FIRST) \
        and _answers(case.call.contact, decision)


def _answers(contact: str, decision: Decision) -> bool:
    """Whether ringing this contact, empty where it was not said whom, is the call that is asked for first."""
    route = due(decision)
    called = next((one for one in decision.routes if one.contact and one.contact == contact), None)
    return not (route and called and route.kind in HELP_FIRST and called.kind not in HELP_FIRST)


def _bar(case: Case) -> Markup:
    decision, words = _worked_out(case)
    return Markup("") if has_rung(case, decision, draft.progress().skipped) else words


def _worked_out(case: Case) -> tuple[Decision, Markup]:
    decision = decide(read(case, knowledge.packs()), clock.now())
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


def _order(decision: Decision) -> tuple[int, int]:
    """Where a call stands among others: by the engine's own order of first calls, help before a talk today."""
    call: FirstCall = decision.first_call or COUNCIL
    return CALL_ORDER.index(call), -urgency(decision.outcome)
