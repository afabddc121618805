"""The number to ring at this moment, on the card that takes the place of the list of areas.

Whom to ring comes from `decision.doors`; here is only how it is shown: one big number in sight, and what else there is
to know folded. Where no pack is held, the card says what holds everywhere and who knows the council's number.
"""
from datetime import datetime

from decision.doors import front_door_now
from decision.result import Route
from guidance.packs import Packs
from guidance.words import key_of, say
from guidance.words.forms import capital, soon
from pages.parts.display.markup import Markup, join, paragraph, tag, telephone
from pages.parts.display.pieces import call_block, call_button, fold
from pages.parts.display.words import source_line

HOURS_NOT_KNOWN = ("ring.hours_not_known", "ring.hours_not_known_last")
"""What a call says of itself that holds already that its hours are not known."""
SHORT = 3
"""Digits of the numbers that everybody knows, such as 101: nobody asks where they come from."""


def number_card(area_id: str, packs: Packs, now: datetime) -> Markup:
    """The card of an area, or of a place for which no pack is held."""
    first, *others = front_door_now(area_id, packs, now)
    if packs.area(area_id) is None:
        return _without_pack(first, tuple(others), packs)
    certain = first.kind == "ring_now" and first.open_now
    said_below = not certain and key_of(first.says) in HOURS_NOT_KNOWN
    return _card(
        _button(capital(first.name), first.dial, "" if said_below else hours(first, now)),
        paragraph(say("number.misprint", printed=first.printed), class_="warn") if _misprint(first) else "",
        "" if certain else paragraph(first.says),
        _behind(first, tuple(others), packs, now),
    )


def _card(*parts: str) -> Markup:
    """The number is the biggest thing of the page: what else is to be said stands under it, in no box of its own."""
    return tag("div", *parts, class_="number-card")


def hours(one: Route, now: datetime) -> str:
    """Until when somebody is there, or when they are next, as the end of a line; empty where there is nothing to say.
    """
    if one.open_now:
        return say("number.open_until", when=soon(one.until, now)) if one.until else say("number.open")
    if one.opens:
        return say("number.opens", when=soon(one.opens, now))
    if one.open_now is False:
        return say("number.closed")
    if one.year_unknown:
        return say("hours.year_unknown")
    return say("number.hours_not_known") if one.dial else ""


def _button(who: str, dial: str, detail: str) -> Markup:
    """The number, which is also read out when it appears (reach.js)."""
    return tag("div", call_button(who, dial, detail), data_say="number")


def _misprint(one: Route) -> bool:
    return bool(one.printed) and one.printed != one.dial


def _second_source(one: Route) -> bool:
    return one.trust == "reported" and len(one.dial) > SHORT


def _behind(first: Route, others: tuple[Route, ...], packs: Packs, now: datetime) -> Markup:
    """One fold: who else may be rung, the police always among them; then e-mail and source. Its line names who, and
    says where the number is only reported."""
    police = any(one.kind in ("police", "switchboard") for one in (first, *others))
    named = [*(() if police else (say("number.police_short"),)), *(_short(one, now) for one in others),
             *((say("number.second_source_short"),) if _second_source(first) else ())]
    return fold(say("number.nobody_answers"), " · ".join(named), paragraph(first.instead),
                "" if police else paragraph(say("number.ring_police")), *(_other(one, packs, now) for one in others),
                tag("h3", say("number.sources")), *_source(first, packs))


def _short(one: Route, now: datetime) -> str:
    if one.kind == "ring_when_open" and one.opens:
        return say("number.opens_short", name=one.name, when=soon(one.opens, now))
    return capital(one.name)


def _other(one: Route, packs: Packs, now: datetime) -> Markup:
    """One more that may be rung, with all that is known of it."""
    return join(
        tag("h3", capital(one.name)),
        paragraph(telephone(one.dial), " ", hours(one, now)) if one.dial else paragraph(hours(one, now)),
        paragraph(one.says),
        paragraph(say("number.misprint", printed=one.printed), class_="warn") if _misprint(one) else "",
        paragraph(one.warning), paragraph(one.instead), _way(one),
        paragraph(say("number.second_source")) if _second_source(one) else "",
        source_line(packs, one.source),
    )


def _way(one: Route) -> Markup:
    """E-mail and page, where there are some."""
    page = paragraph(say("number.page"), _leaving(one.web, one.web)) if one.web else ""
    return join(paragraph(say("number.email", email=one.email)) if one.email else "", page)


def _source(one: Route, packs: Packs) -> tuple[Markup, ...]:
    return (paragraph(one.warning),
            paragraph(say("number.second_source" if _second_source(one) else "number.as_printed")), _way(one),
            source_line(packs, one.source))


def _leaving(address: str, words: str) -> Markup:
    """A link that leaves, and tells the other side nothing: only when it is pressed."""
    return tag("a", words, href=address, rel="noreferrer", target="_blank")


def _without_pack(first: Route, others: tuple[Route, ...], packs: Packs) -> Markup:
    """What holds everywhere: the page that knows each council's number, then who else may be rung and when."""
    page = tag("a", say("result.now.find"), href=first.web, rel="noreferrer", target="_blank", class_="number")
    found = tag("div", call_block(say("result.now.find_who"), say("result.now.find_where"), page), data_say="number")
    return _card(
        _button(capital(first.name), first.dial, "") if first.dial else found,
        paragraph(first.says),
        *(paragraph(telephone(one.dial, say("number.police", number=one.dial)), " ", one.says)
          for one in others if one.kind == "police"),
        *(_advice(one, packs) for one in others if one.kind == "advice"),
        fold(say("number.source_page"), say("number.gov"), source_line(packs, first.source)) if first.web else "",
    )


def _advice(one: Route, packs: Packs) -> Markup:
    return fold(
        say("number.advice"), say("number.advice_short", name=one.name, number=one.dial), paragraph(one.says),
        paragraph(telephone(one.dial)), paragraph(one.instead),
        paragraph(say("number.second_source")) if _second_source(one) else "", source_line(packs, one.source),
    )
