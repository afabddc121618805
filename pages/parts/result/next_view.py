"""What comes next after a talk or call: the steps, the answer to wait for, and what runs from the call."""
from datetime import datetime

from decision.after import has_rung, untried
from decision.calls import TALKED, answered, calls, last, silent, spoken_of
from decision.case import SOMEBODY_ELSE, Case, EarlierCall
from decision.headline import how_soon
from decision.result import Decision, Route
from decision.rung import due, lead_asked_first, still_to_ring
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.display.markup import Markup, bullets, join, numbered, paragraph, strong
from pages.parts.display.pieces import big, card, section
from pages.parts.display.words import source_line
from pages.parts.result.after_view import from_the_call, nobody_answered
from pages.parts.result.deadlines_view import by_when
from pages.parts.result.now_view import arranged, the_call


def what_next(case: Case, decision: Decision, packs: Packs, at: datetime) -> Markup:
    """The card that confirms what was written down; nothing where no call is on record. Where that was no call to whom
    the result says to ring now, it says so, and nothing of an answer that would come from them."""
    if decision.after_call is None or (talked_to_somebody_else(case) and not has_rung(case, decision)):
        return _beside(case, decision, at)
    first = still_to_ring(case, decision) if has_rung(case, decision) else _first(case, decision)
    if first and (spoken_of(case) or EarlierCall()).outcome in TALKED and not lead_asked_first(case, decision):
        return _still(first, case, decision, at)
    dates = from_the_call(case, decision)
    return card(section(
        say("result.rang.saved"),
        big(say("result.rang.next")),
        paragraph(decision.after_call.says),
        _number(case, decision, at),
        numbered(*decision.after_call.steps),
        bullets(*(join(strong(f"{capital(by_when(one)).rstrip('.')}: "), one.says) for one in dates)),
        source_line(packs, decision.after_call.source),
        tone="steady", id_="next",
    ))


def _still(first: Route, case: Case, decision: Decision, at: datetime) -> Markup:
    """That whom the result says to ring is still to be rung."""
    still = "still" if first.dial or first.web else "still_care"
    return card(section(say("result.rang.saved"), big(say(f"result.rang.{still}", name=first.name)),
                        paragraph(strong(nobody_answered(case, first, at))),
                        paragraph(say(f"result.rang.{still}_says")), tone=how_soon(decision.outcome), id_="next"))


def _beside(case: Case, decision: Decision, at: datetime) -> Markup:
    """The same after a talk with somebody else, which is none of those that the result asks for; nothing where nobody
    was spoken to."""
    if not talked_to_somebody_else(case):
        return Markup("")
    if first := _first(case, decision):
        return _still(first, case, decision, at)
    return card(section(say("result.rang.saved"), big(say("result.rang.beside")),
                        tone="steady", id_="next"))


def talked_to_somebody_else(case: Case) -> bool:
    """Whether the last talk on record was with somebody else."""
    told = last(case)
    return told is not None and told.contact == SOMEBODY_ELSE and told.outcome in TALKED


def _number(case: Case, decision: Decision, at: datetime) -> Markup:
    """The number to ring now where nobody answered, and nothing at the foot of the page has it."""
    if not silent(case) or due(decision, bool(case.signs_some)):
        return Markup("")
    _, call, _ = arranged(untried(case, decision), urgency(decision.outcome) < urgency("consult_today"))
    return the_call(call, (), at, False) if call and call.dial else Markup("")


def _first(case: Case, decision: Decision) -> Route | None:
    """Whom the result says to ring now or today, while no call to them is on record."""
    if urgency(decision.outcome) < urgency("consult_today"):
        return None
    spoken_to = {one.contact for one in calls(case) if answered(one)}
    return due(decision.but(routes=untried(case, decision)), bool(case.signs_some)) or next(
        (one for one in decision.routes if one.dial and one.contact not in spoken_to), None)
