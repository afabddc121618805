"""The windscreen on a narrow screen: a band for each level in the area's own names, in real words."""
from collections.abc import Mapping

from decision.result import Mark, Place
from exports import windscreen as words
from exports.windscreen_around import AT_ONCE, asks_now, raise_shown, reached
from exports.windscreen_marks import is_open
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.display.markup import Markup, join, paragraph, strong, tag
from pages.parts.display.pieces import hidden


def bands(place: Place, area: AreaPack, meanings: Mapping[str, str], with_raise: bool = True) -> Markup:
    """The rim in words above all bands, then the levels from the calmest on. A tap on a band opens its meaning. Under a
    crowded rim they stand in one row, and what they mean stands in the fold below: acting comes before levels.

    `meanings`: level id → what it means and who leads. `with_raise`: nothing else says why a level is thought of.
    """
    marks: dict[int, list[Mark]] = {}
    for mark in place.marks:
        marks.setdefault(mark.order, []).append(mark)
    row, rows = words.crowded(place), []
    for number, level in enumerate(area.levels):
        stands = _stands(number + 1, place, area)
        reason = _reason(number + 1, stands, place, area, with_raise)
        also = stands and (with_raise or not reason or stands == "led")
        said = join(tag("span", words.level_name(level), reason, class_="band-name"),
                    hidden(f", {say(f'windscreen.bands.{stands}')}") if also else "",
                    _marks(marks.get(number + 1, [])))
        opens = said if row else tag("details", tag("summary", said),
                                     tag("div", meanings[level.id], class_="band-inside"))
        colour = colour_of(level, number, len(area.levels))
        wide = f";flex-grow:{len(words.level_name(level))}" if row else ""
        rows.append(tag("li", opens, class_=f"band {stands}".strip(), style=f"background-color:{colour}{wide}"))
    return tag("div", _rim(place), tag("ol", *rows, **({"class_": "in-row"} if row else {})), class_="bands")


def _rim(place: Place) -> Markup:
    said = words.rim_in_words(place, short=True)
    if not said:
        return Markup("")
    tone = "doubted" if place.rim[0].doubted else "urgent" if asks_now(place) in AT_ONCE else "today"
    return paragraph(strong(said), class_=f"band-rim {tone}")


def _reason(order: int, stands: str, place: Place, area: AreaPack, with_raise: bool) -> Markup:
    """Why a rule raises to this level, or the help is at it, in the band itself, so that it is not read as a supported
    one; of a rule that it does, where the reason stands elsewhere."""
    level = next((one for one in place.led if stands == "led" and area.order[one.to_level] == order), None)
    if level:
        return tag("span", capital(say(f"windscreen.led.{level.by}")), class_="band-reason")
    raised = raise_shown(place, area) if stands == "raised" else None
    if raised is None:
        return Markup("")
    words_ = say(f"windscreen.raise.{raised.kind}" if with_raise else "windscreen.bands.raised")
    return tag("span", capital(words_), class_="band-reason")


def _stands(order: int, place: Place, area: AreaPack) -> str:
    """Whether the answers support this level, single ones reach it, a rule raises to it, or the help is at it."""
    raised = raise_shown(place, area)
    if order == place.supported_order:
        return "supported"
    if raised and area.order[raised.to_level] == order:
        return "raised"
    if any(area.order[one.to_level] == order for one in place.led):
        return "led"
    return "reached" if place.supported_order < order <= reached(place) else ""


def _marks(marks: list[Mark]) -> Markup:
    if not marks:
        return Markup("")
    drawn = (_mark(mark) for mark in marks)
    return tag("span", hidden(f", {say('windscreen.bands.marks')} "), *drawn, class_="band-marks")


def _mark(mark: Mark) -> Markup:
    """A letter; an open one for what is not sure or only suspected, which is said as well."""
    if not is_open(mark):
        return join(tag("span", mark.letter, class_="mark"), " ")
    said = say("windscreen.bands.suspected" if mark.state == "found" else "windscreen.bands.not_sure")
    return join(tag("span", f"{mark.letter}?", hidden(f" {said}"), class_="mark open"), " ")
