"""The same worry in each area as a table: under each area its own levels, calmest first, with the statements there."""
from collections.abc import Iterator

from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.words import source_words
from pages.parts.reading.across import Across, Line, Row
from pages.parts.reading.catalogue_view import FACTOR_KIND, INDICATOR_KIND, beyond, duty_link, level_words

WARNING = ("The number or name of a level never carries over to another area. Each document draws its own lines and "
           "answers each level in its own way. Use the levels of the area where the child lives.")


def table(found: tuple[Across, ...], topic: str, packs: Packs) -> Markup:
    """One real table: a group of rows for each area, a row for each of its levels and lists.

    The roles are written out, so that it stays a table where a narrow screen puts its cells below each other.
    """
    caption = tag("caption", f"{topic}: where each document puts it. One area below the other, calmest level first.")
    columns = tag("colgroup", tag("col"), tag("col"))
    return tag("table", caption, columns, *(_area(one, packs) for one in found), class_="across", role="table")


def _area(one: Across, packs: Packs) -> Markup:
    head = tag("tr", tag("th", one.area.name, scope="rowgroup", colspan="2", role="rowheader"), role="row")
    return tag("tbody", head, *_rows(one, packs), role="rowgroup")


def _rows(one: Across, packs: Packs) -> Iterator[Markup]:
    if not one.area.levels:
        yield _row("Levels", paragraph("This document has no levels. We do not borrow another area’s."))
    for row in one.rows:
        yield _row(row.name, _lines(row, one.area, packs) or paragraph("Nothing of this is printed here."))
    if one.duties:
        yield _row("Whatever the level", bullets(*(duty_link(duty, one.area.id) for duty in one.duties)))


def _row(name: str, inside: Markup) -> Markup:
    return tag("tr", tag("th", name, scope="row", role="rowheader"), tag("td", inside, role="cell"), role="row")


def _lines(row: Row, area: AreaPack, packs: Packs) -> Markup:
    return bullets(*(_line(line, area, packs) for line in row.lines))


def _line(line: Line, area: AreaPack, packs: Packs) -> Markup:
    """A statement, what is to be known about it, and its source."""
    kind, moved, more = "", "", ""
    if isinstance(line, Indicator):
        kind, (more,) = INDICATOR_KIND.get(line.kind, ""), beyond(line, area, packs)
        moved = f"Level: {level_words(line, area)}." if line.scale or line.stands_at not in ("", line.level) else ""
    elif isinstance(line, Factor):
        kind, (more,) = f"{FACTOR_KIND[line.kind]}, {line.group}", beyond(line, area, packs)
    then = join(strong("Then: "), line.then) if isinstance(line, Sign) else Markup("")
    small = ". ".join(part for part in (kind, f"Source: {source_words(packs, line.source)}") if part)
    return join(line.says, paragraph(then), paragraph(moved), paragraph(more), paragraph(small, class_="source"))
