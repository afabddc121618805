"""What lies around the levels of the windscreen: from the outside in the rim, the arrow of a raise, the band.

The rim is what asks to act whatever the level. The arrow has the reason of the raise beside it. The band covers what
the answers support.
"""
from collections.abc import Iterable

from decision.result import Place, Raised, Rim
from exports.windscreen_parts import (
    BAND, EDGE, INK, PAPER, TEAL, TODAY, URGENT, Bent, Look, Shapes, Stroke, edges_of, point, width_of,
)
from guidance.packs import AreaPack
from guidance.words import say

RIM_EXTRA, GAP = 11.0, 4.0
"""What the rim is thicker than its letters, and the room between what lies around the levels."""


def raise_shown(place: Place, area: AreaPack) -> Raised | None:
    """The raise to a level above the one that the answers support; one that reaches no further changes no picture."""
    return next((one for one in place.raised if area.order[one.to_level] > place.supported_order), None)


def reached(place: Place) -> int:
    """The order of the highest level at which something that is so stands; 0 where nothing does."""
    return max((mark.order for mark in place.marks if mark.state == "found"), default=0)


def rim_words(rim: Iterable[Rim]) -> str:
    """What the rim says, by the most urgent thing in it; empty without one. After the calls, that they were made: only
    where each thing that is so was rung about."""
    rim = tuple(rim)
    first, so = next(iter(rim), None), [one for one in rim if not one.doubted]
    if first is None:
        return ""
    if so and all(one.rung for one in so):
        return say("windscreen.rim.rung")
    known = ("call_999", "refer_now")
    return say(f"windscreen.rim.{'doubted' if first.doubted else first.outcome if first.outcome in known else 'today'}")


def around(place: Place, area: AreaPack, look: Look) -> tuple[float, Shapes]:
    """What lies outside the levels, from the outside in, and the radius that is left for them."""
    radius, found = EDGE, Shapes(0)
    for part in (_rim, _raise, _bands):
        radius, more = part(place, area, look, radius)
        found = Shapes(0, strokes=(*found.strokes, *more.strokes), heads=(*found.heads, *more.heads),
                       bent=(*found.bent, *more.bent))
    return radius, found


def _rim(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """One rim for all signs: filled where one is so, two broken lines where all are in doubt."""
    if not place.rim:
        return radius, Shapes(0)
    first = place.rim[0]
    width = look.letters + RIM_EXTRA * (1 if look.whole else 0.7 if first.doubted else 0.5)
    middle = radius - width / 2
    colour = URGENT if first.outcome in ("call_999", "refer_now") else TODAY
    strokes = ((Stroke("edge", radius - 1, 2, 180, 0, colour), Stroke("edge", radius - width + 1, 2, 180, 0, colour))
               if first.doubted else (Stroke("rim", middle, width, 180, 0, colour),))
    said = rim_words(place.rim)
    size = min(look.letters, 150 / 57.3 * middle / width_of(said, True))
    word = Bent(said, middle - size * 0.35, 90, round(size, 1), True, colour if first.doubted else PAPER)
    return radius - width - GAP, Shapes(0, strokes=strokes, bent=(word,))


def _raise(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """The arrow from the level that the answers support to the one that a rule raises it to, and the reason.

    In a small picture it goes on from the band, in whose place further up nothing else stands then.
    """
    raised = raise_shown(place, area)
    if raised is None:
        return radius, Shapes(0)
    count, to = len(area.levels), area.order[raised.to_level]
    start = sum(edges_of(max(place.supported_order, 1) - 1, count)) / 2
    from_, till = edges_of(to - 1, count)
    end, size = from_ + (till - from_) * 0.75, look.letters * 0.9
    away = radius - size * 1.3 - 3 if look.whole else radius - BAND / 2
    reason = Bent(say(f"windscreen.raise.{raised.kind}"), radius - size, (start + end) / 2, round(size, 1), False, INK)
    head = (point(away, end - 340 / away), point(away + 5.5, end), point(away - 5.5, end))
    stroke = Stroke("raised", away, 3.5, start if look.whole else from_, end, TEAL)
    if not look.whole:
        return radius, Shapes(0, strokes=(stroke,), heads=(head,))
    return away - 5.5 - GAP / 2, Shapes(0, strokes=(stroke,), heads=(head,), bent=(reason,))


def _bands(place: Place, area: AreaPack, look: Look, radius: float) -> tuple[float, Shapes]:
    """A whole line over the level that the answers support, a striped one up to the highest that single ones reach."""
    count, supported, highest, middle = len(area.levels), place.supported_order, reached(place), radius - BAND / 2
    found = []
    if supported:
        found.append(Stroke("supported", middle, BAND, *edges_of(supported - 1, count), TEAL))
    if highest > supported and (look.whole or raise_shown(place, area) is None):
        first = supported if supported else highest - 1
        found.append(Stroke("reaching", middle, BAND, edges_of(first, count)[0], edges_of(highest - 1, count)[1], TEAL))
    return radius - BAND - GAP, Shapes(0, strokes=tuple(found))
