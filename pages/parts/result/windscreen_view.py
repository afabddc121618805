"""The windscreen on the result: a fan, below 640 px bands, one line of words, and folds with what stands behind it."""
import base64
import re

import streamlit as st

from decision.result import Beside, Decision, Place, Rim
from decision.ways import REFERS
from exports import windscreen as words
from exports.windscreen_svg import svg
from guidance.models import Level
from guidance.packs import AreaPack, Packs
from guidance.words import key_of, say
from guidance.words.forms import capital, children, following, listed
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong, tag
from pages.parts.display.pieces import hidden, hint, more
from pages.parts.display.words import our_reading, source_line
from pages.parts.result.bands import bands
from pages.parts.result.sources_view import places
from pages.parts.result.then_behind import at_levels
from pages.parts.result.what_if_view import what_if


NOTHING = "windscreen.short.nothing"
"""Key of the line that no answer stands on a level."""


def is_drawn(decision: Decision, packs: Packs) -> bool:
    """Whether there is a windscreen: a document without levels has none."""
    area = packs.area(decision.home_area)
    return area is not None and bool(area.levels)


def windscreen(decision: Decision, packs: Packs) -> None:
    """The windscreen of the child's home area; where its document has no levels, that is said and nothing is drawn."""
    area = packs.area(decision.home_area)
    if area is None:
        show(hint(say("windscreen.no_area")))
    elif not area.levels:
        show(hint(say("windscreen.no_levels_here", area=area.name)), _beside(decision.place, packs))
    else:
        place = decision.place
        adds = at_levels(decision, packs)
        meanings = {level.id: meaning(level, adds.get(level.id, ""), source_line(packs, level.source))
                    for level in area.levels}
        together = {level.id: meaning(level, adds.get(level.id, "")) for level in area.levels}
        alone = decision.outcome in REFERS or not decision.then
        show(tag("div", _fan(place, area), bands(place, area, meanings),
                 line_under(place, area, alone), _beside(place, packs), class_="windscreen"))
        with st.container(key="fold_picture"), st.expander(say("windscreen.more")):
            table = _table(place, area)
            what_if(decision, packs)
            in_bands = bool(table) and not words.crowded(place)
            show(tag("div", table, _levels(area, together, in_bands), _sources(place, area, packs),
                     class_="windscreen-more"))


def _fan(place: Place, area: AreaPack) -> Markup:
    """The picture, whose words are the whole of it in sentences. Its room is kept before it is drawn."""
    named = words.in_words(place, area)
    drawn = svg(place, area, named)
    wide, tall = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', drawn)[0]
    data = base64.b64encode(drawn.encode()).decode("ascii")
    return tag("img", src=f"data:image/svg+xml;base64,{data}", alt=named, width=wide,
               height=str(round(float(tall))), class_="fan")


def line_under(place: Place, area: AreaPack, with_raise: bool) -> Markup:
    """The line under the picture. Beside the bands the rim stands above them and what leads to a level in its band, or
    where they stand in a row here, so that each is said once. `with_raise`: the second answer does not say it."""
    rim, raised = words.rim_in_words(place), words.raise_in_words(place, area)
    said = tag("span", strong(rim), " ", class_="with-fan") if rim else ""
    before, _, after = words.level_in_short(place, area).partition(raised or " \0")
    again = tag("span", raised, class_="with-fan") if raised and with_raise else ""
    led, row = words.led_in_words(place, area), words.crowded(place)
    here = tag("span", following(raised, led), " ", class_="with-bands") if row and (raised or led) else ""
    nothing = row and not here and key_of(before) == NOTHING   # a row of bands without a letter says it
    return paragraph(said, here, *_beside_fan(before, led), again, *_beside_fan(after, led),
                     class_=f"windscreen-says{' with-fan' if nothing else ''}")


def _beside_fan(said: str, part: str) -> tuple[str, ...]:
    """Words of which this part stands in a band on a narrow screen, so that it is said beside the fan alone."""
    before, found, after = said.partition(part or " \0")
    return (before, tag("span", found, class_="with-fan"), after) if found else (said,)


def meaning(level: Level, of_result: str = "", source: str = "") -> Markup:
    """What a level means here and who leads; what is done, whose agreement, by what law and how it is read, on demand.
    `of_result`: what is done and on which form where this result leads to the level, in sight. `source`: its line,
    where none stands below for several levels together.
    """
    reading = level.reading
    read = (our_reading(reading.says) if reading.ours else reading.says) if reading else ""
    facts = (("response", "" if of_result else level.response), ("agreement", level.agreement),
             ("law" if names_law(level.basis) else "basis", level.basis), ("reading", read))
    lines = (join(strong(say(f"windscreen.level.{key}")), " ", said) for key, said in facts if said)
    return join(
        paragraph(level.means), paragraph(strong(say("windscreen.level.leads")), " ", level.leads),
        of_result,
        more(say("windscreen.level.more", level=words.level_name(level)), bullets(*lines), source),
    )


def _levels(area: AreaPack, meanings: dict[str, Markup], in_bands: bool) -> Markup:
    """What each level means. `in_bands`: not on a narrow screen, whose bands say it, as something else stands here."""
    return tag("div", *(join(paragraph(strong(words.level_name(level))), meanings[level.id])
                        for level in area.levels), class_="with-fan" if in_bands else "")


def names_law(basis: str) -> bool:
    """Whether the basis of a level names a law: an Act, or a section of one."""
    return re.search(r"\bAct\b|\bsection \d", basis) is not None


def _sources(place: Place, area: AreaPack, packs: Packs) -> Markup:
    """Where the signs, the marks by their letters, and the levels stand."""
    cited = [(one.source, "") for one in place.rim] + [(one.source, one.letter) for one in place.marks]
    cited += [(level.source, "") for level in area.levels]
    return places(packs, ((source,) for source, _ in cited), (letter for _, letter in cited))


def _table(place: Place, area: AreaPack) -> Markup:
    """What stands on the rim, then every mark: what was said, how it is known, and where it stands."""
    heads = (words.TABLE_HEADS[0], words.TABLE_HEADS[1], words.TABLE_HEADS[2])
    rows = [_rim_row(one) for one in place.rim]
    for mark in place.marks:
        known = listed(part for part in (words.how_known(mark), children(mark.about)) if part)
        where = say("windscreen.table.where", level=words.level_name(area.levels[mark.order - 1]),
                    ring=words.RING_NAMES[mark.ring])
        rows.append(tag("tr", tag("th", mark.letter, scope="row"),
                        tag("td", f"{mark.says} ({known})", paragraph(mark.note)),
                        tag("td", where)))
    if not rows:
        return Markup("")
    return tag(
        "table", tag("caption", hidden(say("windscreen.table.caption"))),
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))), tag("tbody", *rows),
        class_="marks")


def _rim_row(one: Rim) -> Markup:
    state = say(f"windscreen.table.{'doubted' if one.doubted else 'suspected' if one.suspected else 'so'}")
    known = listed(part for part in (state, children(one.about)) if part)
    return tag("tr", tag("th", say("windscreen.table.rim_mark"), scope="row"),
               tag("td", f"{one.says} ({known})"),
               tag("td", say("windscreen.table.rim")))


def _beside(place: Place, packs: Packs) -> Markup:
    """Strengths and circumstances: they stand beside the windscreen and never lower or raise a place on it."""
    return more(
        say("windscreen.beside"), _titled(say("windscreen.strengths"), place.strengths),
        _titled(say("windscreen.context"), place.context),
        places(packs, ((one.source,) for one in (*place.strengths, *place.context))),
    )


def _titled(title: str, items: tuple[Beside, ...]) -> Markup:
    lines = (join(capital(one.says), f" ({children(one.about)})" if one.about else "") for one in items)
    return join(paragraph(title), bullets(*lines)) if items else Markup("")
