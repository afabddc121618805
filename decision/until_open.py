"""A talk that is for today while the front door is closed: until when the child has to be known to be safe. Pure."""
from datetime import datetime

from decision.case import Case
from decision.hours import local
from decision.result import Decision, Route, RouteKind
from guidance.packs import Packs

RUNG_BEFORE: tuple[RouteKind, ...] = ("emergency", "police", "ring_now", "worker", "advice")
"""Kinds of call that are made now."""


def is_about(case: Case, opens: datetime) -> bool:
    """Whether what was said of the child's safety was said of this opening of the front door and of no other."""
    return case.safe_until is not None and local(case.safe_until) == local(opens)


def night_is_over(case: Case, moment: datetime) -> bool:
    """Whether the child was not said to be safe for a night that is over by now, so that it is asked again."""
    over = case.safe_until is not None and local(case.safe_until) <= local(moment)
    return over and case.safe_until_open in ("no", "not_sure")


def rung_when_open(routes: tuple[Route, ...]) -> bool:
    """Whether a front door is rung once it opens, and nobody with a number before that."""
    return any(one.kind == "ring_when_open" for one in routes) and not any(
        one.dial and one.open_now is not False and one.kind in RUNG_BEFORE for one in routes)


def waits_for_door(case: Case, decision: Decision, packs: Packs) -> Route | None:
    """The front door that is closed now, with the time at which it opens; None where nothing waits for one.

    Nor does anything wait while the child is with somebody who might be causing it: no yes makes that safe.
    """
    area = packs.area(case.area_now or case.home_area)
    if decision.outcome != "consult_today" or area is None or case.where_now.with_whom == "person_suspected":
        return None
    return next((route for route in decision.routes
                 if route.kind == "ring_when_open" and route.contact == area.front_door and route.opens), None)
