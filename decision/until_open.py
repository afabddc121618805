"""A talk that is for today while the front door is closed: until when the child has to be known to be safe. Pure."""
from decision.case import Case
from decision.result import Decision, Route
from guidance.packs import Packs


def waits_for_door(case: Case, decision: Decision, packs: Packs) -> Route | None:
    """The front door that is closed now, with the time at which it opens; None where nothing waits for one.

    Nor does anything wait while the child is with somebody who might be causing it: no yes makes that safe.
    """
    area = packs.area(case.area_now or case.home_area)
    if decision.outcome != "consult_today" or area is None or case.where_now.with_whom == "person_suspected":
        return None
    return next((route for route in decision.routes
                 if route.kind == "ring_when_open" and route.contact == area.front_door and route.opens), None)
