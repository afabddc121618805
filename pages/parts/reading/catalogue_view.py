"""What was found in the packs, as lists under headings: each entry with its area, its level and its source."""
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from exports.pdf.text import sentences
from exports.windscreen import level_name
from guidance.models import Contact, Duty, Factor, Indicator, Process, Sign, Step, Term, Topic
from guidance.packs import AreaPack, Packs
from guidance.words import ended, say
from guidance.words.forms import all_of, apart, counted, mid
from pages.parts.display.markup import Markup, bullets, join, link, numbered, paragraph, show, strong, tag
from pages.parts.display.pieces import fold, more
from pages.parts.display.words import source_words
from pages.parts.reading.address import ALL
from pages.parts.reading.catalogue import Entry, Listed, Wanted, find, topics_of
from pages.parts.reading.contact_view import one_contact
from pages.parts.shell.searched import how_read, nothing
from pages.parts.visit import clock

LISTS = ("sign", "process", "contact", "word")
"""Kinds of entry that are read as a list, whatever the worry."""
BESIDE_A_WORRY = ("strength", "context", "status", "pointer")
"""Kinds of statement that are no worry."""
OF_AREAS = ("statement", "list")
"""Kinds of which every entry belongs to one area."""
SEVERAL = 2
SHOWN, SHOWN_OF_MANY = 50, 5
"""How many entries stand on the page: of one kind, or of each kind where several are shown."""


def browse(packs: Packs, area: str) -> None:
    """Where nothing is looked for: the special circumstances, and the worries that something is printed about."""
    duties = find(packs, Wanted(area=area, kind="duty")).kinds.get("duty", ())
    names = bullets(*(duty_link(entry.item, entry.area or area) for entry in duties if isinstance(entry.item, Duty)))
    show(
        tag("h2", say("look_up.browse")),
        *(fold(group, apart(topic.name for topic in topics), bullets(*(_worry(topic, area) for topic in topics)))
          for group, topics in topics_of(packs, area).items()),
        fold(say("look_up.kind.duty"), say("look_up.browse_duties"), names),
        fold(say("look_up.browse_kinds"), apart(mid(say(f"look_up.kind.{kind}")) for kind in LISTS),
             bullets(*(_only(kind, say(f"look_up.kind.{kind}"), Wanted(area=area)) for kind in LISTS))),
    )


def _worry(topic: Topic, area: str) -> Markup:
    return join(tag("a", topic.name, href=link("look_up", area=area, topic=topic.id), class_="within"), " ",
                tag("span", topic.says, class_="hint"))


def results(listed: Listed, wanted: Wanted, packs: Packs) -> None:
    """Every kind under a heading, no more of it than one can read, and how many more there are."""
    found = listed.kinds
    if found:
        show(how_read(listed.how), tag("p", strong(_how_many(found, wanted, packs)), role="status"))
    else:
        own_words = tag("a", say("search.own_words"), href=link("check", step="topics"), class_="within")
        show(nothing(wanted.area, packs, clock.now(), own_words))
    most = SHOWN if len(found) == 1 else SHOWN_OF_MANY
    for kind, some in found.items():
        st.header(say(f"look_up.kind.{kind}"), anchor=False)
        if kind in OF_AREAS and wanted.area not in packs.areas:
            show(*(_of_area(packs.areas[id_], kind, of, wanted, packs) for id_, of in _by_area(some).items()))
            continue
        lines = _lines(kind, some[:most], wanted, packs)
        show(*lines if kind == "contact" else (bullets(*lines),))
        if len(some) > most:
            _more(kind, len(some) - most, wanted)


def _how_many(found: Mapping[str, tuple[Entry, ...]], wanted: Wanted, packs: Packs) -> str:
    """How much was found in one area; of every area in which ones, since no number of all of them says anything."""
    areas = {entry.area: packs.areas[entry.area].name for some in found.values() for entry in some if entry.area}
    if wanted.area in packs.areas or len(areas) < SEVERAL:
        return counted("search.found", sum(len(some) for some in found.values()))
    return say("look_up.found_in", areas=all_of(areas.values()))


def _by_area(some: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    return {id_: tuple(entry for entry in some if entry.area == id_) for id_ in dict.fromkeys(one.area for one in some)}


def _of_area(area: AreaPack, kind: str, some: tuple[Entry, ...], wanted: Wanted, packs: Packs) -> Markup:
    """What one of several areas has, folded, with the best of it in sight."""
    here = replace(wanted, area=area.id)
    rest = len(some) - SHOWN
    return fold(area.name, some[0].says, bullets(*_lines(kind, some[:SHOWN], here, packs)),
                paragraph(say("look_up.not_shown", number=rest)) if rest > 0 else "")


def _lines(kind: str, some: tuple[Entry, ...], wanted: Wanted, packs: Packs) -> tuple[Markup, ...]:
    """Each entry; statements that say nearly the same stand under one line, as they are asked."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for place, entry in enumerate(some):
        alike = entry.item.alike if isinstance(entry.item, Indicator) else ""
        groups.setdefault((entry.area, alike or str(place)), []).append(entry)
    return tuple(_alike(kind, together, wanted, packs) for together in groups.values())


def _alike(kind: str, together: list[Entry], wanted: Wanted, packs: Packs) -> Markup:
    lines = tuple(_ENTRY[kind](entry, wanted, packs) for entry in together)
    first = together[0].item
    if len(lines) < SEVERAL or not isinstance(first, Indicator):
        return lines[0]
    return join(paragraph(strong(ended(first.alike))), bullets(*lines))


def _more(kind: str, number: int, wanted: Wanted) -> None:
    if wanted.kind:
        show(paragraph(say("look_up.not_shown", number=number)))
    else:
        show(paragraph(_only(kind, say("look_up.show_all", number=number, kind=mid(say(f"look_up.kind.{kind}"))),
                             wanted)))


def _only(kind: str, words: str, wanted: Wanted) -> Markup:
    """A link to the same choice, with entries of one kind only."""
    here = link("look_up", area=wanted.area, topic=wanted.topic, level=wanted.level, kind=kind)
    return tag("a", words, href=here, class_="within")


def small(entry: Entry, packs: Packs, *beside: str) -> Markup:
    """The small print under an entry: whose it is, what else is to be said in short, and its source."""
    where = packs.areas[entry.area].name if entry.area else say("reading.england")
    source = getattr(entry.item, "source", None)
    parts = (where, *beside, source_words(packs, source) if source else "")
    return paragraph(sentences(part for part in parts if part), class_="source")


def _sign(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    sign = entry.item
    assert isinstance(sign, Sign)
    return join(
        paragraph(sign.says), paragraph(strong(say("look_up.then")), " ", sign.then),
        more(say("look_up.means"), paragraph(sign.means)), small(entry, packs),
    )


def _duty(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    duty = entry.item
    assert isinstance(duty, Duty)
    area = entry.area or (wanted.area if wanted.area in packs.areas else "")
    return join(duty_link(duty, area or ALL), " ", paragraph(duty.says), small(entry, packs))


def duty_link(duty: Duty, area: str, of: str = "") -> Markup:
    """A link to everything about a duty, from this page or another; `of`: the name of the area whose it is."""
    name = say("duty.of_area", area=of, duty=duty.name) if of else duty.name
    return tag("a", name, href=link("look_up", duty=duty.id, area=area), class_="within")


def _statement(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    row = entry.item
    assert isinstance(row, Indicator)
    area = packs.areas[entry.area]
    return join(paragraph(row.says), paragraph(*beyond(row, area, packs)),
                small(entry, packs, level_words(row, area), statement_kind(row)))


def level_words(row: Indicator, area: AreaPack) -> str:
    """Where a statement stands in its own document, and where it is printed if that is another level."""
    if row.scale:
        scale = next(one for one in area.scales if one.id == row.scale)
        band = next((one.name for one in scale.bands if one.id == row.level), "")
        return (say("look_up.on_band", scale=scale.name, band=band) if band
                else say("look_up.on_scale", scale=scale.name))
    stands = area.level.get(row.stands_at or row.level)
    if stands is None:
        return say("look_up.at_no_level")
    moved = row.stands_at and row.stands_at != row.level and row.level in area.level
    if moved:
        return say("look_up.moved", level=level_name(stands), printed=level_name(area.level[row.level]))
    return level_name(stands)


def statement_kind(row: Indicator) -> str:
    """What a statement is where it is no worry; empty for a worry."""
    return say(f"look_up.statement.{row.kind}") if row.kind in BESIDE_A_WORRY else ""


def list_kind(factor: Factor) -> str:
    """What an entry of a list is."""
    return say(f"look_up.list.{factor.kind}")


def beyond(row: Indicator | Factor, area: AreaPack, packs: Packs, first: bool = True) -> tuple[str, ...]:
    """What a statement asks for beside its level: at least an outcome, a sign to think of first (not where that stands
    elsewhere: `first`), the pack's note."""
    sign = next((one for one in packs.signs(area.id) if first and one.id == row.ask_first), None)
    outcome = packs.national.words.get(row.at_least) if row.at_least else None
    said = (
        say("look_up.whatever", outcome=outcome.name) if outcome else "",
        say("look_up.first", sign=sign.says) if sign else "",
        row.note,
    )
    return (" ".join(part for part in said if part),)


def _list(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    factor = entry.item
    assert isinstance(factor, Factor)
    return join(paragraph(factor.says), paragraph(*beyond(factor, packs.areas[entry.area], packs)),
                small(entry, packs, list_kind(factor), factor.group))


def _process(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    process = entry.item
    assert isinstance(process, Process)
    steps = (join(step.says, paragraph(who_and_when(step))) for step in process.steps)
    return join(
        paragraph(strong(process.name)), paragraph(process.says), paragraph(process.note),
        more(say("look_up.steps", process=process.name), numbered(*steps)), small(entry, packs),
    )


def who_and_when(step: Step) -> str:
    """Who does a step, and by when; empty where neither is printed."""
    return sentences(part for part in (say("step.who", who=step.who) if step.who else "",
                                       say("step.by", when=step.by) if step.by else "") if part)


def _contact(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    assert isinstance(entry.item, Contact)
    return join(one_contact(entry.item, packs, entry.area, clock.now()))


def _word(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    assert isinstance(entry.item, Term)
    return join(paragraph(strong(say("look_up.term", term=entry.item.term)), " ", entry.item.says), small(entry, packs))


_ENTRY = {
    "sign": _sign, "duty": _duty, "statement": _statement, "list": _list, "process": _process,
    "contact": _contact, "word": _word,
}
