"""What lies around the levels of the windscreen: from the outside in the rim, the arrows, the band.

The rim is what asks to act whatever the level. An arrow leads to the level that a rule raises to, or to that of the
help, with the reason beside it. The band covers what the answers support.
"""
from typing import Literal, NamedTuple

from decision.result import Place, Raised, Rim
from exports.windscreen_parts import (
    ARROW, BAND, EDGE, INK, PAPER, TEAL, TODAY, URGENT, Bent, Look, Shapes, Stroke, edges_of, point, width_of,
)
from guidance.packs import AreaPack
from guidance.vocabulary import Outcome
from guidance.words import say

RIM_EXTRA, GAP = 11.0, 4.0
"""What the rim is thicker than its letters, and the room between what lies around the levels."""
AT_ONCE: tuple[Outcome, ...] = ("refer_now", "call_999")
"""What is done now, and not only today."""
HEAD, SMALL_HEAD = 5.5, 4.0
"""Half of how thick the point of an arrow is, and in a small picture."""


class Arrow(NamedTuple):
    """What leads to a level above the one that the answers support, and why in few words: a rule of the document, or
    what the help is for."""

    to_level: str
    reason: str
    kind: Literal["raised", "led"]


def raise_shown(place: Place, area: AreaPack) -> Raised | None:
    """The raise to a level above the one that the answers support; one that reaches no further changes no picture."""
    return next((one for one in place.raised if area.order[one.to_level] > place.supported_order), None)


def reached(place: Place) -> int:
    """The order of the highest level at which something that is so stands; 0 where nothing does."""
    return max((mark.order for mark in place.marks if mark.state == "found"), default=0)


def reaching(place: Place) -> range:
    """The orders of the levels that single answers reach above what the answers support; where they support none, of
    the highest one alone."""
    highest = reached(place)
    return range((place.supported_order or max(highest - 1, 0)) + 1, highest + 1)


def arrows(place: Place, area: AreaPack) -> tuple[Arrow, ...]:
    """What leads above the level that the answers support: the raise that is shown, and the level of the help where
    that is another; the one that reaches furthest last."""
    raised = raise_shown(place, area)
    found = [Arrow(raised.to_level, say(f"windscreen.raise.{raised.kind}"), "raised")] if raised else []
    found += [Arrow(one.to_level, say(f"windscreen.led.{one.by}"), "led") for one in place.led]
    return tuple(sorted(found, key=lambda one: area.order[one.to_level]))


def rim_words(place: Place) -> str:
    """What the rim says: as much as the first answer and no more. Empty without one. Where nothing on it asks for that
    by itself, it does not say that the level has no part in it; after the calls, that they were made: only where each
    thing that is so was rung about.
    """
    so = [one for one in place.rim if not one.doubted]
    if not place.rim:
        return ""
    if is_rung(place):
        return say("windscreen.rim.rung" if so else "windscreen.rim.still_doubted")
    asks = asks_now(place)
    if not so:
        return say("windscreen.rim.doubted_more" if asks in AT_ONCE else "windscreen.rim.doubted")
    if asks in AT_ONCE and not any(decides(one, place) for one in so):
        return say("windscreen.rim.act")
    return say(f"windscreen.rim.{asks if asks in AT_ONCE else 'today'}")


def is_rung(place: Place) -> bool:
    """Whether the calls were made: about each thing that is so, or where all is in doubt that of the result."""
    so = [one for one in place.rim if not one.doubted]
    return all(one.rung for one in so) if so else place.rung


def decides(one: Rim, place: Place) -> bool:
    """Whether this by itself asks for what the result asks for now, so that the result is for its sake."""
    return one.outcome == asks_now(place)


def asks_now(place: Place) -> Outcome | None:
    """What is asked for now: by the result, or without one by the first thing on the rim."""
    return place.asks or next((one.outcome for one in place.rim), None)


def around(place: Place, area: AreaPack, look: Look) -> tuple[float, Shapes]:
    """What lies outside the levels, from the outside in, and the radius that is left for them."""
    radius, found = EDGE, Shapes(0)
    for part in (_rim, _arrows, _bands):
        radius, more = part(place, area, look, radius)
        found = _both(found, more)
    return radius, found


def _both(one: Shapes, other: Shapes) -> Shapes:
    return Shapes(0, strokes=(*one.strokes, *other.strokes), heads=(*one.heads, *other.heads),
                  bent=(*one.bent, *other.bent))


def _rim(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """One rim for all signs: filled where one is so, two broken lines where all are in doubt."""
    if not place.rim:
        return radius, Shapes(0)
    first = place.rim[0]
    width = look.letters + RIM_EXTRA * (1 if look.whole else 0.5)
    middle = radius - width / 2
    colour = URGENT if asks_now(place) in AT_ONCE else TODAY
    strokes = ((Stroke("edge", radius - 1, 2, 180, 0, colour), Stroke("edge", radius - width + 1, 2, 180, 0, colour))
               if first.doubted else (Stroke("rim", middle, width, 180, 0, colour),))
    said = rim_words(place)
    size = min(look.letters, 150 / 57.3 * middle / width_of(said, True))
    foot = middle - size * (0.35 if look.whole else 0.28)
    word = Bent(said, foot, 90, round(size, 1), True, colour if first.doubted else PAPER)
    return radius - width - GAP, Shapes(0, strokes=strokes, bent=(word,))


def _arrows(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """An arrow from the level that the answers support to each that something leads to, and the reason beside it, or
    in a small picture in the key below; the longest outermost."""
    found = Shapes(0)
    for one in reversed(arrows(place, area)):
        radius, more = _arrow(one, place, area, look, radius)
        found = _both(found, more)
    return radius, found


def _arrow(one: Arrow, place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """One arrow, and the radius that is left. Where the answers support no level it comes from the edge."""
    count, to = len(area.levels), area.order[one.to_level]
    start = sum(edges_of(place.supported_order - 1, count)) / 2 if place.supported_order else 180.0
    from_, till = edges_of(to - 1, count)
    end, size = from_ + (till - from_) * 0.75, look.letters * 0.9
    half, gap = (HEAD, GAP / 2) if look.whole else (SMALL_HEAD, 0.5)
    away = radius - size * 1.3 - 3 if look.whole else radius - half
    stroke = Stroke("raised", away, ARROW, start, end, TEAL)
    head = (point(away, end - 340 / away), point(away + half, end), point(away - half, end))
    reason = Bent(one.reason, radius - size, (start + end) / 2, round(size, 1), False, INK)
    return away - half - gap, Shapes(0, strokes=(stroke,), heads=(head,), bent=(reason,) if look.whole else ())


def _bands(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """A whole line over the level that the answers support, a striped one up to the highest that single ones reach."""
    count, supported, middle, found = len(area.levels), place.supported_order, radius - BAND / 2, []
    if supported:
        found.append(Stroke("supported", middle, BAND, *edges_of(supported - 1, count), TEAL))
    if single := reaching(place):
        (start, _), (_, end) = edges_of(single[0] - 1, count), edges_of(single[-1] - 1, count)
        found.append(Stroke("reaching", middle, BAND, start, end, TEAL))
    return radius - BAND - GAP, Shapes(0, strokes=tuple(found))
