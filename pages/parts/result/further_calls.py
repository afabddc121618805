"""A further call in one line, beside the first or once that was made."""
from datetime import datetime

from decision.after import CARE, made, no_team_told
from decision.calls import calls
from decision.case import Case
from decision.result import Decision, Route, RouteKind
from decision.urgency import urgency
from exports.pdf.text import sentences
from guidance.words import key_of, say
from guidance.words.forms import capital, pieces
from pages.parts.display.markup import Markup, join, tag, telephone
from pages.parts.result.action_view import UNNAMED, hours, kind_of, opens, or_else

NEXT = "ring.if_no_answer"
SAYS_WHY: tuple[RouteKind, ...] = ("emergency", "police", "tell_too", "worker")
"""Kinds of further call that say why they are made as well."""


def finds(one: Route) -> bool:
    """Whether somebody is rung, or asked for advice, whose number has to be found on a page first."""
    return one.kind in ("ring_now", "advice") and not one.dial and bool(one.web)


def further_call(one: Route, at: datetime) -> Markup:
    """A further call in one line, with when it is made. Somebody without a number is named by what the decision says of
    them, and so are numbers that everybody knows."""
    if finds(one):
        words = say("result.now.find" if one.kind == "ring_now" else "result.now.page")
        return join(one.says, " ", leaving(one.web, words))
    if not one.dial:
        return join(one.says, f" {sentences((or_else(one),))}" if one.instead else "")
    if one.kind == "police":
        return join(telephone(one.dial, say("result.now.police", number=one.dial)), " ", one.says)
    kind = _after_the_first(one)
    when = opens(one, at) if one.kind == "ring_when_open" else hours(one, at)
    return join(f"{kind}: " if kind else "", f"{capital(one.name)}, ", telephone(one.dial), ". ", when,
                f" {one.says}" if one.kind in SAYS_WHY else "")


def later_calls(case: Case, decision: Decision, at: datetime) -> tuple[Markup | str, ...]:
    """Whom to tell still once the first call was made: the designated officer, where the result is urgent the team that
    was closed, and medical care until it was had; that the team has no number here, where that is so."""
    found = tuple(further_call(one, at) for one in decision.routes if _is_later(one, case, decision))
    return (*found, *((say("result.after.no_team"),) if no_team_told(case, decision) else ()))


def _is_later(one: Route, case: Case, decision: Decision) -> bool:
    """Whether somebody is still to be told, or seen, once the first call was made."""
    if one.kind == "emergency" and not one.dial:
        return not any(call.to in (CARE, "999") and call.outcome == "taken" for call in calls(case))
    closed = one.kind == "ring_when_open" and urgency(decision.outcome) >= urgency("refer_now")
    return (one.officer or closed) and not made(one, case, decision)


def leaving(address: str, words: str) -> Markup:
    """The link to a page that has the number or takes the question, in a tab of its own, which is not told where
    somebody came from."""
    return tag("a", words, href=address, rel="noreferrer", target="_blank", class_="number")


def _after_the_first(one: Route) -> str:
    """What a further call is called: of several that are made now, which comes after the first."""
    if one.kind != "ring_now":
        return kind_words(one)
    return say("result.now.no_answer" if key_of(pieces(one.says)[0]) == NEXT else "result.now.then_ring")


def kind_words(one: Route) -> str:
    """What a call is called before its name; empty where the name says it."""
    return "" if one.kind in UNNAMED else say(f"result.route.{kind_of(one)}")
