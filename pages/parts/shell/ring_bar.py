"""Who must be rung now, in sight on every page at the foot of the window until the call is recorded.

The engine says whom and when; here is only where it stands and that it goes once somebody has said "I have rung".
`Case.rung` holds the calls that know all that is so: a sign that is new takes its call off again.
"""
import streamlit as st

from decision.after import has_rung, untried
from decision.case import Case
from decision.headline import HowSoon, how_soon, medical_care
from decision.result import Decision, Route
from decision.rung import NOW, due, still_to_ring
from guidance.words import say
from guidance.words.forms import mid
from pages.parts.display.markup import Markup, join, link, show, tag, telephone
from pages.parts.visit import draft, knowledge

LONG = 60
"""Letters from which on the words stand smaller on a telephone, so that they leave the page its room."""


def ring_bar() -> None:
    """The bar, where a call is due; nothing while the answers have not come back from the browser."""
    if draft.CASE not in st.session_state:
        return
    with st.container(key="ring"):
        if not draft.blank():
            show(_bar(draft.case()))


def with_new_signs(before: Case, after: Case) -> Case:
    """The answers `after` a change, without the calls that do not know of what is new in them."""
    return knowledge.without_old_calls(before, after)


def _bar(case: Case) -> Markup:
    decision, words = _worked_out(case)
    if not has_rung(case, decision):
        return words
    left = still_to_ring(case, decision)
    return _words(left, decision) if left else Markup("")


def _worked_out(case: Case) -> tuple[Decision, Markup]:
    decision = knowledge.decide_about(case)
    left = untried(case, decision)
    if left != decision.routes:
        decision = decision.but(routes=left)
    route = due(decision, bool(case.signs_some))
    return decision, _words(route, decision) if route else Markup("")


def _words(route: Route, decision: Decision) -> Markup:
    """Whom to ring and the number, as soon as the headline says; where the first cannot be dialled, what to do, and who
    is rung beside it, or where the number is found."""
    soon = how_soon(decision.outcome)
    number = route if _reached(route) else next(
        (one for one in decision.routes if one.kind in NOW and _reached(one) and one.open_now is not False), route)
    name, first = (number.name if number.dial or not number.web else say("ring_bar.council")), number is route
    says = say(f"ring_bar.ring.{soon}" if first and _reached(route) else f"ring_bar.do.{soon}",
               name=name if first else route.name)
    if not first:
        says = say(f"ring_bar.and_ring.{soon}", says=says, name=name)
    if (care := medical_care(decision)) and not care.first and care.route is not route:
        says = say("ring_bar.with_care", says=says, care=mid(care.route.name))
    if number.dial or not _reached(number):
        return _strip(says, telephone(number.dial) if number.dial else "", soon)
    return _strip(says, tag("a", say("ring_bar.find"), href=number.web, rel="noreferrer", target="_blank"), soon)


def _reached(one: Route) -> bool:
    """Whether there is a number, or for a council's team a page on which it is found."""
    return bool(one.dial or (one.web and one.kind == "ring_now"))


def _strip(says: str, number: str, soon: HowSoon) -> Markup:
    """Whom to ring, the way to all that is to be done now, and the number, which nothing is larger than."""
    see = tag("a", say("ring_bar.see"), href=link("result"), class_="within see")
    parts = join(tag("span", says, " ", see, class_="who" if len(says) <= LONG else "who long"), " ", number)
    return tag("aside", tag("p", parts), class_="ring-bar" if soon == "urgent" else f"ring-bar {soon}",
               aria_label=say(f"ring_bar.label.{soon}"), data_say="ring")
