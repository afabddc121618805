"""What was found in the packs, as lists under headings: each entry with its area, its level, its topics and source."""
import streamlit as st

from exports.windscreen import level_name
from guidance.models import Contact, Duty, Factor, Indicator, Process, Sign, Term
from guidance.packs import AreaPack, Packs
from guidance.words.forms import apart, mid
from pages.parts.display.markup import Markup, bullets, folded, join, numbered, paragraph, show, strong, tag
from pages.parts.display.words import source_words
from pages.parts.reading.address import ALL, link
from pages.parts.reading.catalogue import KINDS, Entry, Wanted
from pages.parts.reading.contact_view import one_contact
from pages.parts.visit import clock

SHOWN, SHOWN_OF_MANY = 50, 5
"""How many entries stand on the page: of one kind, or of each kind where several are shown."""
INDICATOR_KIND = {
    "strength": "A strength", "context": "A circumstance, not a risk", "status": "A fact that starts a duty",
    "pointer": "See that part of the document",
}
FACTOR_KIND = {
    "strength": "A strength", "warning": "A warning sign", "harm": "A kind of harm", "effect": "What harm can lead to",
    "context": "A circumstance, not a risk",
}


def results(found: dict[str, tuple[Entry, ...]], wanted: Wanted, packs: Packs) -> None:
    """Every kind under a heading, no more of it than one can read, and how many more there are."""
    total = sum(len(some) for some in found.values())
    show(tag("p", strong(f"Found: {total}"), role="status"))
    if not total:
        show(paragraph("Nothing here fits. Try another word, or choose fewer things. If you are worried about a child, "
                       "do not keep looking: ring."))
    if len(found) > 1:
        show(bullets(*(_only(kind, f"{KINDS[kind]}: {len(some)}", wanted) for kind, some in found.items())))
    most = SHOWN if len(found) == 1 else SHOWN_OF_MANY
    for kind, some in found.items():
        st.header(f"{KINDS[kind]} ({len(some)})", anchor=False)
        lines = tuple(_ENTRY[kind](entry, wanted, packs) for entry in some[:most])
        show(*lines if kind == "contact" else (bullets(*lines),))
        if len(some) > most:
            _more(kind, len(some) - most, wanted)


def _more(kind: str, number: int, wanted: Wanted) -> None:
    if wanted.kind:
        show(paragraph(f"{number} more are not shown. Choose an area, a worry or a level, or search for a word."))
    else:
        only = _only(kind, f"show only {mid(KINDS[kind])}", wanted)
        show(paragraph(f"{number} more are not shown: ", only))


def _only(kind: str, words: str, wanted: Wanted) -> Markup:
    """A link to the same choice, with entries of one kind only."""
    here = link("look_up", area=wanted.area, topic=wanted.topic, level=wanted.level, kind=kind)
    return tag("a", words, href=here, class_="within")


def small(entry: Entry, packs: Packs, *more: str) -> Markup:
    """The small print under an entry: whose it is, what else is to be said in short, its worries and its source."""
    where = packs.areas[entry.area].name if entry.area else "All England"
    named = apart(packs.national.topic[id_].name for id_ in entry.topics if id_ in packs.national.topic)
    source = getattr(entry.item, "source", None)
    about, cited = f"About: {named}" if named else "", f"Source: {source_words(packs, source)}" if source else ""
    parts = (where, *more, about, cited)
    return paragraph(". ".join(part for part in parts if part), class_="source")


def _sign(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    sign = entry.item
    assert isinstance(sign, Sign)
    return join(
        paragraph(sign.says), paragraph(strong("Then: "), sign.then), folded("What this means", paragraph(sign.means)),
        small(entry, packs),
    )


def _duty(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    duty = entry.item
    assert isinstance(duty, Duty)
    area = entry.area or (wanted.area if wanted.area in packs.areas else "")
    return join(duty_link(duty, area or ALL), " ", paragraph(duty.says), small(entry, packs))


def duty_link(duty: Duty, area: str, before: str = "") -> Markup:
    """A link to everything about a duty, from this page or another."""
    return tag("a", before + duty.name, href=link("look_up", duty=duty.id, area=area), class_="within")


def _statement(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    row = entry.item
    assert isinstance(row, Indicator)
    area = packs.areas[entry.area]
    return join(paragraph(row.says), paragraph(*beyond(row, area, packs)),
                small(entry, packs, level_words(row, area), INDICATOR_KIND.get(row.kind, "")))


def level_words(row: Indicator, area: AreaPack) -> str:
    """Where a statement stands in its own document, and where it is printed if that is another level."""
    if row.scale:
        scale = next(one for one in area.scales if one.id == row.scale)
        band = next((one.name for one in scale.bands if one.id == row.level), "")
        return f"On another scale, {scale.name}{f': {band}' if band else ''}"
    stands = area.level.get(row.stands_at or row.level)
    if stands is None:
        return "At no level"
    moved = row.stands_at and row.stands_at != row.level and row.level in area.level
    printed = f" (printed at {level_name(area.level[row.level])})" if moved else ""
    return f"{level_name(stands)}{printed}"


def beyond(row: Indicator | Factor, area: AreaPack, packs: Packs) -> tuple[str, ...]:
    """What a statement asks for beside its level: at least an outcome, a sign to think of first, the pack's note."""
    sign = next((one for one in packs.signs(area.id) if one.id == row.ask_first), None)
    outcome = packs.national.words.get(row.at_least) if row.at_least else None
    said = (
        f"Whatever the level: {outcome.name}." if outcome else "", f"Ask yourself first: {sign.says}" if sign else "",
        row.note,
    )
    return (" ".join(part for part in said if part),)


def _list(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    factor = entry.item
    assert isinstance(factor, Factor)
    return join(paragraph(factor.says), paragraph(*beyond(factor, packs.areas[entry.area], packs)),
                small(entry, packs, FACTOR_KIND[factor.kind], factor.group))


def _process(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    process = entry.item
    assert isinstance(process, Process)
    steps = (join(step.says, paragraph(". ".join(part for part in (
        f"Who: {step.who}" if step.who else "", f"By when: {step.by}" if step.by else "") if part)))
        for step in process.steps)
    return join(
        paragraph(strong(process.name)), paragraph(process.says), paragraph(process.note),
        folded(f"Its steps: {process.name}", numbered(*steps)), small(entry, packs),
    )


def _contact(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    assert isinstance(entry.item, Contact)
    return join(one_contact(entry.item, packs, entry.area, clock.now()))


def _word(entry: Entry, wanted: Wanted, packs: Packs) -> Markup:
    assert isinstance(entry.item, Term)
    return join(paragraph(strong(f"{entry.item.term}: "), entry.item.says), small(entry, packs))


_ENTRY = {
    "sign": _sign, "duty": _duty, "statement": _statement, "list": _list, "process": _process,
    "contact": _contact, "word": _word,
}
