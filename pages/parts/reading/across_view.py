"""The same worry in two areas side by side: under each its own levels, calmest first, with the statements there."""
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.words import say
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.words import source_words
from pages.parts.reading.across import Across, Line, Row
from pages.parts.reading.catalogue_view import beyond, duty_link, level_words, list_kind, statement_kind
from exports.pdf.text import sentences
from exports.windscreen_shapes import colour_of


def beside(found: tuple[Across, ...], packs: Packs) -> Markup:
    """A column for each area; on a narrow screen one below the other."""
    return tag("div", *(_area(one, packs) for one in found), class_="across")


def _area(one: Across, packs: Packs) -> Markup:
    return tag(
        "section", tag("h2", one.area.name),
        paragraph(say("across.borrow_none")) if not one.area.levels else "",
        *(_row(row, one.area, packs) for row in one.rows),
        join(tag("h3", say("across.whatever")), bullets(*(duty_link(duty, one.area.id) for duty in one.duties)))
        if one.duties else "",
        aria_label=one.area.name,
    )


def _row(row: Row, area: AreaPack, packs: Packs) -> Markup:
    """A level in its own colour and name, and what stands there; or a list without a level."""
    lines = bullets(*(_line(line, area, packs) for line in row.lines)) or paragraph(say("across.nothing"),
                                                                                    class_="hint")
    if not row.level:
        return join(tag("h3", row.name), lines)
    colour = colour_of(row.level, area.levels.index(row.level), len(area.levels))
    return join(tag("h3", row.name, class_="band", style=f"background:{colour}"), lines)


def _line(line: Line, area: AreaPack, packs: Packs) -> Markup:
    """A statement, what is to be known about it, and its source."""
    kind, moved, more = "", "", ""
    if isinstance(line, Indicator):
        kind, (more,) = statement_kind(line), beyond(line, area, packs)
        if line.scale or line.stands_at not in ("", line.level):
            moved = say("across.level", level=level_words(line, area))
    elif isinstance(line, Factor):
        kind, (more,) = sentences((list_kind(line), line.group)), beyond(line, area, packs)
    then = join(strong(say("look_up.then")), " ", line.then) if isinstance(line, Sign) else Markup("")
    small = sentences(part for part in (kind, source_words(packs, line.source)) if part)
    return join(line.says, paragraph(then), paragraph(moved), paragraph(more), paragraph(small, class_="source"))
