"""The same worry in two areas side by side: levels that ask for the same in one row, each under its own name."""
from exports.pdf.text import sentences
from exports.windscreen_shapes import colour_of
from guidance.models import Factor, Indicator, Sign
from guidance.packs import AreaPack, Packs
from guidance.words import say
from guidance.words.forms import apart, capital, listed
from pages.parts.display.markup import Markup, bullets, join, paragraph, strong, tag
from pages.parts.display.pieces import fold, hint, more
from pages.parts.display.words import source_words
from pages.parts.reading.across import Across, Line, Row, Together, first_asked, together
from pages.parts.reading.catalogue_view import duty_link, level_words, list_kind, statement_kind

MOST = 4
"""So many statements of one cell that ask for the same are in sight at most; the rest opens below them."""
Noted = dict[str, str]
"""A note of a pack, and the statement that it was written beside first: it stands on the page once."""


def first(found: tuple[Across, ...], packs: Packs) -> Markup:
    """The signs to think of before any statement below, each once; empty where none asks for one."""
    signs = first_asked(found, packs)
    return fold(say("across.first"), apart(sign.short for sign in signs),
                bullets(*(sign.says for sign in signs)))


def beside(found: tuple[Across, ...], packs: Packs) -> Markup:
    """The names of both areas, then in two columns what stands together in both, on the narrowest screen too.

    Where the document of one has no levels there is nothing to stand beside: each area is a column of its own.
    """
    noted: Noted = {}
    heads = tag("div", *(tag("h2", one.area.name) for one in found), class_="across-heads")
    if all(one.area.levels for one in found):
        rows = join(hint(say("across.by_asks")), heads,
                    *(_pair(row, found, packs, noted) for row in together(found, packs)), _duties(found))
    else:
        columns = (tag("div", _of(one), _alone(one, packs, noted), class_="across-cell") for one in found)
        rows = join(heads, tag("div", *columns, class_="across-row"))
    documents = tag("div", *(_document(one, packs) for one in found), class_="across-row across-documents")
    return tag("div", rows, documents, class_="across")


def _document(one: Across, packs: Packs) -> Markup:
    """The title of an area's document, which is then not said again of each statement."""
    source = packs.sources[one.area.document]
    replaced = say("papers.sources.replaced") if source.superseded_by else ""
    return paragraph(sentences((listed((source.title, source.date)), replaced)), class_="source")


def _of(one: Across) -> Markup:
    """Whose cell this is, for those who do not see the heads of the columns, and on paper."""
    return paragraph(one.area.name, class_="across-of hidden-words")


def _pair(row: Together, found: tuple[Across, ...], packs: Packs, noted: Noted) -> Markup:
    """What these levels ask for over both areas, and under it each area's own."""
    silent = hint(say("across.no_such_level" if row.levels else "across.nothing"))
    cells = (
        tag("div", _of(one),
            join(*(_row(each, one.area, packs, noted, "h4" if row.levels else "") for each in cell)) or silent,
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


def _alone(one: Across, packs: Packs, noted: Noted) -> Markup:
    """An area in a column of its own: that it has no levels, or each of them; then its lists and duties."""
    return join(
        paragraph(say("across.borrow_none")) if not one.area.levels else "",
        *(_row(row, one.area, packs, noted, "h3") for row in one.rows),
        join(tag("h3", say("across.whatever")), _links(one)) if one.duties else "")


def _row(row: Row, area: AreaPack, packs: Packs, noted: Noted, head: str) -> Markup:
    """A level in its own colour and name, or the name of a list where it is not said above (no `head`), and what
    stands there; what asks for the same beside its level stands together, under one line that says so."""
    groups: dict[Markup, list[Line]] = {}
    for line in row.lines:
        groups.setdefault(_asked(line, packs), []).append(line)
    lines = (join(paragraph(asked, class_="across-asked"), _some([_line(line, area, packs, noted) for line in some]))
             for asked, some in sorted(groups.items(), key=lambda one: bool(one[0])))
    inside = join(*lines) or hint(say("across.nothing"))
    if not row.level:
        return join(tag(head, row.name) if head else "", inside)
    colour = colour_of(row.level, area.levels.index(row.level), len(area.levels))
    return join(tag(head, row.name, class_="band", style=f"background:{colour}"), inside)


def _some(items: list[Markup]) -> Markup:
    """The first of them in sight, and the rest behind a line of its own where they are many."""
    seen = items if len(items) <= MOST + 1 else items[:MOST]
    return join(bullets(*seen), more(say("across.rest"), bullets(*items[len(seen):])))


def _asked(line: Line, packs: Packs) -> Markup:
    """What stands once above all statements of a cell that ask for the same: that one is a strength or circumstance, an
    outcome whatever the level, a sign to think of first. Empty for a statement that asks for no more than its level."""
    if isinstance(line, Sign):
        return Markup("")
    outcome = packs.national.words.get(line.at_least) if line.at_least else None
    kind = statement_kind(line) if isinstance(line, Indicator) else ""
    said = sentences(part for part in (kind, outcome.name if outcome else "",
                                       say("across.first") if line.ask_first else "") if part)
    return join(said)


def _line(line: Line, area: AreaPack, packs: Packs, noted: Noted) -> Markup:
    """A statement, and behind it what is to be known of it and where it is printed."""
    beside = ""
    if isinstance(line, Sign):
        beside = join(strong(say("look_up.then")), " ", line.then)
    elif isinstance(line, Indicator) and (line.scale or line.stands_at not in ("", line.level)):
        beside = say("across.level", level=level_words(line, area))
    where = line.source.where if line.source.source == area.document else source_words(packs, line.source)
    kinds = (list_kind(line), line.group) if isinstance(line, Factor) else ()
    return tag("details", tag("summary", line.says), *(paragraph(said) for said in (beside, _note(line, noted))),
               paragraph(sentences(capital(part) for part in (*kinds, where) if part), class_="source"))


def _note(line: Line, noted: Noted) -> str:
    """What the pack notes of a statement; where it has noted the same of another one above, which one that is."""
    note = "" if isinstance(line, Sign) else line.note
    if not note:
        return ""
    at = noted.setdefault(note, line.says)
    return note if at is line.says else say("across.noted", words=at)
