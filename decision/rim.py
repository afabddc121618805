"""What asks to act whatever the level. It is drawn around the whole windscreen: inside a level it would read as one.

Signs and danger always; a statement where it alone asks for a talk today or more, and for no less than a sign that is
so: printed at a low level, it would look calm there. A duty so too, where no sign says as much. What asks for less than
the result stands after it, and no picture says of it that the result is for its sake (exports/windscreen.py).
"""
from decision.after import CARE, COUNCIL, first_of, had_for
from decision.calls import HELP, OFFICER
from decision.known import Known, unproved
from decision.one_of import asks_for_more
from decision.result import Place, Reason, Rim, Route
from decision.urgency import urgency
from guidance.models import Factor, Indicator
from guidance.vocabulary import FirstCall, Outcome

TALK: Outcome = "consult_today"
AFTER_HELP: Outcome = "refer_now"
"""What is asked for once 999, the police or medical care were rung, and the council was not."""
NOW: tuple[Outcome, ...] = (AFTER_HELP, "call_999")


def find_rim(known: Known, reasons: tuple[Reason, ...]) -> tuple[Rim, ...]:
    """From the reasons, which come most urgent first; those that are so before those in doubt."""
    open_signs = {sign.id for sign in known.no_answer}
    unsure = {sign.id for sign, _ in known.unsure_signs} | set(known.unsure_groups)
    guessed = {id_ for id_, given in known.case.signs.items() if unproved(given)}
    guessed |= {finding.id for finding in known.case.findings if unproved(finding)}
    signs = tuple(_rim(one, unsure, guessed) for one in reasons if _is_sign(one, open_signs))
    so = max((urgency(one.outcome) for one in signs if not one.doubted), default=0)
    alone = tuple(one for one in reasons if one.kind in ("at_least", "one_of", "duty") and one.alone
                  and urgency(one.outcome) >= max(urgency(TALK), so + (one.kind == "duty")))
    said = _said_by_statements(known, alone)
    others = tuple(_rim(one, unsure, guessed) for one in alone
                   if one.kind != "duty" or urgency(one.outcome) > said.get(one.id, -1))
    return tuple(sorted(signs + others, key=lambda one: (one.doubted, -urgency(one.outcome))))


def _said_by_statements(known: Known, alone: tuple[Reason, ...]) -> dict[str, int]:
    """Duty → how urgent a statement is that has it and stands on the rim itself, so that one thing is said once."""
    asked = {one.id: urgency(one.outcome) for one in alone if one.kind == "at_least"}
    items: tuple[Indicator | Factor, ...] = (*(row.indicator for row in known.yes_rows), *known.factors)
    found: dict[str, int] = {}
    for item in items:
        for duty in item.duty if item.id in asked else ():
            found[duty] = max(found.get(duty, -1), asked[item.id])
    return found


def after_calls(known: Known, place: Place, first_call: FirstCall | None, routes: tuple[Route, ...]) -> Place:
    """The place with what the calls on record were about: for what is so, where the call that it asks for itself and
    the first call of the result were both made and answered; and whether the first one was. While the council is still
    to be rung beside 999, the police or medical care, it is that call that is asked for. Where no number for the
    designated officer is held, the council's is their call."""
    first = first_of(first_call or COUNCIL, known.case, place.asks or AFTER_HELP, routes)
    both: FirstCall = OFFICER if any(one.officer and one.dial for one in routes) else COUNCIL
    rung = {call for call in known.case.rung if had_for(known.case, call) == "team"}
    asks: dict[str, FirstCall] = {sign.id: both if sign.first_call == OFFICER else sign.first_call or COUNCIL
                                  for sign, _ in known.yes_signs}
    if first not in rung:
        return place
    if first in (*HELP, CARE) and COUNCIL not in rung:
        asks_now = AFTER_HELP if place.asks in NOW else place.asks
        return place.but(asks=asks_now, rim=tuple(
            one.but(outcome=AFTER_HELP) if one.outcome in NOW else one for one in place.rim))
    return place.but(rung=True, rim=tuple(
        one.but(rung=not one.doubted and ("999" if one.kind == "danger" else asks.get(one.id, first)) in rung)
        for one in place.rim))


def _is_sign(reason: Reason, open_signs: set[str]) -> bool:
    """Danger, a sign that is so or not sure, or one that something ticked asks about and nobody has answered."""
    return reason.kind in ("danger", "sign") or (reason.kind == "unsure" and reason.id in open_signs)


def _rim(reason: Reason, unsure: set[str], guessed: set[str]) -> Rim:
    doubted = (asks_for_more(reason) or reason.kind == "unsure" or (reason.kind == "danger" and reason.outcome == TALK)
               or reason.id in unsure)
    return Rim(kind=reason.kind, id=reason.id, says=reason.says, doubted=doubted, suspected=reason.id in guessed,
               about=reason.about, outcome=reason.outcome, source=reason.source)
