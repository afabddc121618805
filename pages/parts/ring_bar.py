"""Who must be rung now, in sight on every page at the foot of the window until the call is recorded.

The engine says whom and when; here is only where it stands and that it goes once somebody has said "I have rung".
"""
from collections.abc import Mapping
from itertools import combinations

import streamlit as st

from decision.case import Case
from decision.outcome import CALL_ORDER, urgency
from decision.result import Decision, Route, RouteKind
from decision.routes import NEVER_WAITS
from guidance.vocabulary import FirstCall
from pages.parts import clock, draft, knowledge
from pages.parts.markup import Markup, join, show, tag, telephone

NOW: tuple[RouteKind, ...] = ("emergency", "police", "ring_now")
HELP_FIRST: tuple[RouteKind, ...] = ("emergency", "police")
"""Calls that no talk with a council's team stands for."""
COUNCIL: FirstCall = "front_door"
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
    with st.container(key="ring_ahead"):
        rules: list[str] = []
        earlier: list[str] = []
        coming = _ahead(answered)
        for number, (_, groups) in enumerate(coming):
            picked = "".join(f":has({_any_of(names)})" for names in groups)
            calmer = "".join(f":not({other})" for other in earlier)
            rules.append(f"body{picked}{calmer} .ahead-{number} {{ display: block; }}")
            rules.append(f"body{picked} .st-key-ring {{ display: none; }}")
            earlier.append(f"body{picked}")
        show(Markup(f"<style>{' '.join(rules)}</style>"),
             *(tag("div", Markup(bar), class_=f"ahead ahead-{number}") for number, (bar, _) in enumerate(coming)))


def _any_of(names: tuple[str, ...]) -> str:
    return ", ".join(f".st-key-{draft.widget_key(name)} input:checked" for name in names)


Ahead = tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]
"""Bar → the groups of fields of each of which one is ticked; the first that fits is shown."""


def _ahead(answered: Mapping[str, Case]) -> Ahead:
    """The bars that ticks would bring, the most urgent first; worked out once for the same answers and minute."""
    minute = clock.now().replace(second=0, microsecond=0)
    key = (tuple(answered.items()), draft.case(), minute)
    if st.session_state.get(_AHEAD, (None,))[0] != key:
        now = knowledge.decide_briefly()
        shown = _order(now) if _bar(draft.case()) else (0, len(CALL_ORDER))
        st.session_state[_AHEAD] = (key, ahead(answered, shown))
    return st.session_state[_AHEAD][1]  # type: ignore[no-any-return]


def ahead(answered: Mapping[str, Case], shown: tuple[int, int]) -> Ahead:
    """The same for these answers. Fields that bring the same bar are one group; two groups at once are tried too,
    because together they may ask for more than each.
    """
    groups: dict[tuple[tuple[int, int], str], tuple[str, ...]] = {}
    for name, case in answered.items():
        decision, bar = _worked_out(case)
        if bar and not has_rung(case, decision):
            groups[_order(decision), bar] = (*groups.get((_order(decision), bar), ()), name)
    found: list[tuple[tuple[int, int], int, str, tuple[tuple[str, ...], ...]]] = [
        (order, 0, bar, (names,)) for (order, bar), names in groups.items()]
    for (one, names), (two, others) in combinations(sorted(groups.items()), 2):
        first, second = answered[names[0]], answered[others[0]]
        both = first.model_copy(update={"signs": {**first.signs, **second.signs}})
        decision, bar = _worked_out(both)
        if bar not in (one[1], ""):
            found.append((min(one[0], two[0], _order(decision)), -1, bar, (names, others)))
    return tuple((bar, fields) for order, _, bar, fields in sorted(found) if order < shown or len(fields) > 1)


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


def _order(decision: Decision) -> tuple[int, int]:
    """Where a call stands among others: by urgency, then by the engine's own order of first calls."""
    call: FirstCall = decision.first_call or COUNCIL
    return -urgency(decision.outcome), CALL_ORDER.index(call)
