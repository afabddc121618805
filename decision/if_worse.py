"""Whom to ring at this moment if anything gets worse, where what the result asks for waits for a closed door."""
from datetime import datetime

from decision.doors import front_door_now
from decision.known import Known
from decision.people import here
from decision.result import Route
from decision.urgency import urgency
from guidance.vocabulary import Outcome
from guidance.words import say
from guidance.words.forms import following


def if_worse(known: Known, result: Outcome, routes: tuple[Route, ...], now: datetime) -> tuple[Route, ...]:
    """The number that answers now, as the start page names it first, where none of these `routes` is it; the police
    where the council has none.

    None where the result is rung now, where that number is among its calls, or where the council's has to be found on a
    page. It is no call of the result: what can wait is not rung through to the night team.
    """
    if urgency(result) >= urgency("refer_now"):
        return ()
    first = front_door_now(here(known), known.packs, now)[0]
    if not first.dial or any(one.dial == first.dial and one.open_now is not False for one in routes):
        return ()
    asks = first.says if first.kind == "police" else ""
    return (first.but(kind="if_worse", says=following(say("ring.if_worse"), asks)),)
