"""The same worry in two areas side by side: levels that ask for the same in one row, each under its own name."""
from exports.pdf.text import sentences
from exports.windscreen_shapes import colour_of
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import capital, listed
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import hint
from pages.parts.display.words import source_words
from pages.parts.reading.across import Across, Line, Row, Together, first_asked, together
from pages.parts.reading.catalogue_view import beyond, duty_link, level_words, list_kind, statement_kind


def first(found: tuple[Across, ...], packs: Packs) -> Markup:
    """The signs to think of before any statement below, each once; empty where none asks for one."""
    signs = first_asked(found, packs)
    if not signs:
        return Markup("")
    return tag("section", tag("h2", say("across.first")), bullets(*(sign.says for sign in signs)),
               class_="across-first")


def beside(found: tuple[Across, ...], packs: Packs) -> Markup:
    """The names of both areas, then what stands together in both; on a narrow screen one below the other.

    Where the document of one has no levels there is nothing to stand beside: each area is a column of its own.
    """
    heads = tag("div", *(_head(one, packs) for one in found), class_="across-heads")
    if all(one.area.levels for one in found):
        rows = join(hint(say("across.by_asks")), heads, *(_pair(row, found, packs) for row in together(found, packs)),
                    _duties(found))
    else:
        columns = (tag("div", _of(one), _alone(one, packs), class_="across-cell") for one in found)
        rows = join(heads, tag("div", *columns, class_="across-row"))
    return tag("div", rows, class_="across")


def _head(one: Across, packs: Packs) -> Markup:
    """An area with the title of its document, which is then not said again of each statement."""
    source = packs.sources[one.area.document]
    replaced = say("papers.sources.replaced") if source.superseded_by else ""
    return tag("div", tag("h2", one.area.name),
               paragraph(sentences((listed((source.title, source.date)), replaced)), class_="source"))


def _of(one: Across) -> Markup:
    """Whose cell this is, where the heads of the columns are out of sight."""
    return paragraph(one.area.name, class_="across-of")


def _pair(row: Together, found: tuple[Across, ...], packs: Packs) -> Markup:
    """What these levels ask for over both areas, and under it each area's own."""
    silent = hint(say("across.no_such_level" if row.levels else "across.nothing"))
    cells = (
        tag("div", _of(one),
            join(*(_row(each, one.area, packs, head="h4" if row.levels else "") for each in cell)) or silent,
            class_="across-cell")
        for one, cell in zip(found, row.cells, strict=True))
    return tag("section", tag("h3", row.name), tag("div", *cells, class_="across-row"), aria_label=row.name)


def _duties(found: tuple[Across, ...]) -> Markup:
    """What each area asks for whatever the level."""
    if not any(one.duties for one in found):
        return Markup("")
    cells = (tag("div", _of(one), _links(one) or hint(say("across.nothing")), class_="across-cell") for one in found)
    name = say("across.whatever")
    return tag("section", tag("h3", name), tag("div", *cells, class_="across-row"), aria_label=name)


def _links(one: Across) -> Markup:
    return bullets(*(duty_link(duty, one.area.id) for duty in one.duties))


def _alone(one: Across, packs: Packs) -> Markup:
    """An area in a column of its own: that it has no levels, or each of them; then its lists and duties."""
    return join(
        paragraph(say("across.borrow_none")) if not one.area.levels else "",
        *(_row(row, one.area, packs, head="h3") for row in one.rows),
        join(tag("h3", say("across.whatever")), _links(one)) if one.duties else "")


def _row(row: Row, area: AreaPack, packs: Packs, head: str) -> Markup:
    """A level in its own colour and name, or the name of a list where it is not said above (no `head`), and what
    stands there; what asks for a sign first comes after the rest, under one line that says so."""
    after = [line for line in row.lines if not isinstance(line, Sign) and line.ask_first]
    lines = join(
        bullets(*(_line(line, area, packs) for line in row.lines if line not in after)),
        paragraph(say("across.first.above"), class_="across-after") if after else "",
        bullets(*(_line(line, area, packs) for line in after))) if row.lines else hint(say("across.nothing"))
    if not row.level:
        return join(tag(head, row.name) if head else "", lines)
    colour = colour_of(row.level, area.levels.index(row.level), len(area.levels))
    return join(tag(head, row.name, class_="band", style=f"background:{colour}"), lines)


def _line(line: Line, area: AreaPack, packs: Packs) -> Markup:
    """A statement, what is to be known of it, and where it stands; a sign to think of first stands above them all."""
    kind, moved, more = "", "", ""
    if isinstance(line, Indicator):
        kind, (more,) = statement_kind(line), beyond(line, area, packs, first=False)
        if line.scale or line.stands_at not in ("", line.level):
            moved = say("across.level", level=level_words(line, area))
    elif isinstance(line, Factor):
        kind, (more,) = sentences((list_kind(line), line.group)), beyond(line, area, packs, first=False)
    then = join(strong(say("look_up.then")), " ", line.then) if isinstance(line, Sign) else Markup("")
    where = line.source.where if line.source.source == area.document else source_words(packs, line.source)
    small = sentences(capital(part) for part in (kind, where) if part)
    return join(paragraph(line.says, class_="printed"), paragraph(then), paragraph(moved), paragraph(more),
                paragraph(small, class_="source"))
