"""One person or service to ring, as it is said in full: who, the number, until when, and what to watch out for."""
from datetime import datetime

from decision.before_birth import if_unborn
from decision.headline import tells
from decision.result import Route, RouteKind
from exports.pdf.text import sentences
from guidance.packs import Packs
from guidance.vocabulary import Trust
from guidance.words import key_of, say
from guidance.words.forms import capital, following, pieces, soon
from pages.parts.display.markup import Markup, join, paragraph, strong, tag, telephone
from pages.parts.display.words import source_line
from pages.parts.result.once import not_in
from pages.parts.shell.header import EMERGENCY

UNNAMED: tuple[RouteKind, ...] = ("police", "your_lead")
"""Kinds of route whose name says by itself what they are."""
TRUST: dict[Trust, str] = {
    "printed": say("result.trust.printed"), "reported": say("result.trust.reported"), "confirmed": "", "suspect": "",
}
IF_NOT_ANSWERED = ("ring.if_no_answer", "ring.way_round", "ring.hours_not_known", "ring.hours_not_known_last")
"""What is said of a number that holds for a second call too."""
SAYS_999 = ("people.police_first", "people.nobody_knows_where")
"""What a call to the police first says of itself, which names when it is 999."""
POLICE_TOO, POLICE_OR = "people.police_too", "ring.police_or"
SHORT = 3
"""Digits of the numbers that everybody knows, such as 999 and 101: nobody needs to check those before use."""


def route(one: Route, packs: Packs, now: datetime, rung: bool = False, sources: bool = True,
          seen: str = "", unborn: bool = False) -> Markup:
    """One person or service to ring: who, the number as a link, until when, and what to watch out for. `rung`: that
    call was made, so that nothing here asks for it anew; what is left is how they are reached again. `sources`: with
    where it stands, where nothing below says so for several together. `seen`: what was read before it and is not said
    again. `unborn`: the decision is in the words of before a birth."""
    named = capital(one.name) if one.kind in UNNAMED or rung else say(
        "result.route.named", kind=say(f"result.route.{'medical' if _is_care(one) else kind_of(one)}"), name=one.name)
    return join(paragraph(strong(named)), said_of(one, now, rung, seen, unborn),
                source_line(packs, one.source) if sources else "")


def kind_of(one: Route) -> str:
    """What a call is for: its kind, or to tell what must be told."""
    return "tell" if tells(one) and one.kind == "advice" else one.kind


def said_of(one: Route, now: datetime, rung: bool = False, seen: str = "", unborn: bool = False) -> Markup:
    """All that `route` says beside the name; empty where nothing is left to say."""
    before = if_unborn(unborn, say("result.now.before", time=soon(one.before, now))) if one.before and not rung else ""
    leaves = paragraph(strong(before)) if before else ""
    return join(
        paragraph(telephone(one.dial), " ", hours(one, now)) if one.dial else paragraph(hours(one, now)),
        paragraph(*_again(one) if rung else (not_in(seen, one.says),)),
        leaves if leaves not in seen else "",
        misprint(one),
        paragraph(one.warning),
        paragraph(not_in(seen, or_else(one))),
        paragraph(say("result.route.email", address=one.email)) if one.email else "",
        paragraph(say("result.route.web"), " ", tag("a", one.web, href=one.web, rel="noreferrer", target="_blank"))
        if one.web else "",
        paragraph(trust(one), class_="source"),
    )


def _again(one: Route) -> tuple[str, ...]:
    """What still holds of a number for a second call: what to do where it is not answered."""
    return (following(*(words for words in pieces(one.says) if key_of(words) in IF_NOT_ANSWERED)),)


def _is_care(one: Route) -> bool:
    """Whether this is medical care and no call: the child is taken there."""
    return one.kind == "emergency" and not one.dial


def hours(one: Route, now: datetime) -> str:
    """Until when they answer, or from when; empty of somebody without hours and number."""
    if _is_care(one):
        return ""
    if one.open_now and one.until:
        return say("result.hours.until", time=soon(one.until, now))
    if one.open_now:
        return say("result.hours.open")
    if one.opens:
        return following(say("result.hours.closed"), opens(one, now)) if one.open_now is False else opens(one, now)
    if one.open_now is False:
        return following(say("result.hours.closed"), say("result.hours.opens_not_known"))
    if one.year_unknown:
        return say("hours.year_unknown")
    return say("result.hours.not_known") if one.dial else ""


def opens(one: Route, now: datetime) -> str:
    """From when they answer; what else is known of their hours where no time is."""
    return say("result.hours.opens", time=soon(one.opens, now)) if one.opens else hours(one, now)


def whom(one: Route, now: datetime) -> Markup:
    """Who answers, the number, and until when, at the end of a line; of the police when it is the other number."""
    if len(one.dial) <= SHORT:
        return join(telephone(one.dial, say("result.now.police", number=one.dial)), ". ", sentences((one.instead,)))
    return join(f"{capital(one.name)}, ", telephone(one.dial), ". ", hours(one, now))


def or_else(one: Route) -> str:
    """What to do if the first thing cannot be done. Beside words of medical care that name the emergency number,
    it names the ambulance: a number is said once."""
    care = one.kind == "emergency" and not one.dial
    return say("result.route.ambulance") if care and EMERGENCY in one.says else one.instead


def words_of(call: Route) -> str:
    """What the first call is for: of the police who are rung first not once more that they are told as well."""
    said = pieces(call.says)
    first = any(key_of(words) in SAYS_999 for words in said)
    return following(*(words for words in said if not (first and key_of(words) == POLICE_TOO)))


def other_number(call: Route) -> str:
    """When the police are rung on their other number: nothing where the words of the call have said it."""
    said = any(key_of(words) in SAYS_999 for words in pieces(call.says))
    return following(*(words for words in pieces(call.instead) if not (said and key_of(words) == POLICE_OR)))


def misprint(one: Route) -> Markup:
    """One line: that the document prints a number wrong. What else is to be known of it is said by `route`, in a fold.
    """
    differs = bool(one.printed) and one.printed != one.dial
    return paragraph(say("result.now.misprint", number=one.printed), class_="warn") if differs else Markup("")


def trust(one: Route | None, *, short: bool = False) -> str:
    """How far a number can be relied on, `short` where all of it stands in a fold; nothing of those everybody knows."""
    if one is None or not one.trust or len(one.dial) <= SHORT:
        return ""
    return say("result.trust.reported_short") if short and one.trust == "reported" else TRUST[one.trust]
