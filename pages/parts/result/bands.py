"""The windscreen on a narrow screen: a band for each level in the area's own names, in real words."""
from collections.abc import Mapping

from decision.result import Mark, Place
from exports import windscreen as words
from exports.windscreen_around import AT_ONCE, Arrow, arrows, asks_now, reaching
from exports.windscreen_marks import is_open
from exports.windscreen_shapes import colour_of
from guidance.packs import AreaPack
from guidance.words import say
from guidance.words.forms import capital
from pages.parts.display.markup import Markup, join, paragraph, strong, tag
from pages.parts.display.pieces import hidden


def bands(place: Place, area: AreaPack, meanings: Mapping[str, str]) -> Markup:
    """The rim in words above all bands, then the levels from the calmest on, each with what leads to it and why, as the
    fan's arrows do. A tap on a band opens its meaning. Under a crowded rim they stand in one row: the reasons in the
    line below, and what the levels mean in the fold, since acting comes before levels.

    `meanings`: level id → what it means and who leads.
    """
    row, rows = words.crowded(place), []
    for number, level in enumerate(area.levels):
        stands = _stands(number + 1, place, area)
        also = say(f"windscreen.bands.{stands[0]}") if stands and stands[0] in ("supported", "reached") else ""
        said = join(tag("span", words.level_name(level), _reasons(level.id, place, area, row), class_="band-name"),
                    hidden(f", {also}") if also else "",
                    _marks([mark for mark in place.marks if mark.order == number + 1]))
        opens = said if row else tag("details", tag("summary", said),
                                     tag("div", meanings[level.id], class_="band-inside"))
        colour = colour_of(level, number, len(area.levels))
        wide = f";flex-grow:{len(words.level_name(level))}" if row else ""
        rows.append(tag("li", opens, class_=" ".join(("band", *stands)), style=f"background-color:{colour}{wide}"))
    return tag("div", _rim(place), tag("ol", *rows, **({"class_": "in-row"} if row else {})), class_="bands")


def _rim(place: Place) -> Markup:
    said = words.rim_in_words(place, short=True)
    if not said:
        return Markup("")
    tone = "doubted" if place.rim[0].doubted else "urgent" if asks_now(place) in AT_ONCE else "today"
    return paragraph(strong(said), class_=f"band-rim {tone}")


def _reasons(level: str, place: Place, area: AreaPack, row: bool) -> Markup:
    """Each arrow to this level with its reason, in the band itself, so that it is not read as a supported one. In a
    row only the arrow is drawn: its sentence stands below."""
    arrow = tag("span", "", class_="band-arrow", aria_hidden="true")
    here = [one for one in arrows(place, area) if one.to_level == level]
    if row:
        return join(*(tag("span", arrow, class_="band-reason") for _ in here))
    return join(*(tag("span", arrow, hidden(", "), capital(one.reason), _means(one), class_="band-reason")
                  for one in here))


def _means(one: Arrow) -> Markup:
    """What an arrow to a level means: of a rule that one thinks of it, of help that it is that of the level."""
    means = f": {say(f'windscreen.bands.{one.kind}')}"
    return join(means) if one.kind == "raised" else hidden(means)


def _stands(order: int, place: Place, area: AreaPack) -> tuple[str, ...]:
    """How a level is marked at its edge: that the answers support it, that single ones reach it, or that an arrow leads
    to it or past it."""
    to = [area.order[one.to_level] for one in arrows(place, area)]
    if order == place.supported_order:
        return ("supported",)
    if order in reaching(place):
        return ("reached",)
    return ("raised",) if place.supported_order < order <= max(to, default=0) else ()


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
