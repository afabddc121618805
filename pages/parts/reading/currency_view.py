"""What a pack rests on and how current it is: sources, law, our readings, doubtful numbers, and what is not covered."""
from collections.abc import Sequence
from datetime import date

import streamlit as st

from decision.case import Case
from exports.pdf.text import sentences
from guidance.models import Contact, Law, Number, Source
from guidance.packs import AreaPack, NationalPack, Pack, Packs
from guidance.vocabulary import Certainty
from guidance.words import say
from guidance.words.forms import apart, capital, counted, listed, weekday_and_day
from pages.parts.display.markup import Markup, bullets, join, paragraph, show, strong, tag
from pages.parts.display.pieces import fold
from pages.parts.display.words import our_reading, source_line

LAW = ("in_force", "reported", "not_in_force", "not_known")
"""States of a law, in the order in which they are shown."""
FIRST = 3
"""So many of a longer list are named in the line that it is folded under."""
PAGE = "page"
"""How the kind of a source ends that is a page on the web: read for a number or a date, and no guidance of its own."""


def certainty(sure: Certainty) -> str:
    """How sure we are of a fact; empty where we are."""
    return "" if sure == "high" else say(f"certainty.{sure}")


def draft_mark(case: Case, packs: Packs) -> Markup:
    """Said of each draft that a result or number rests on: of the home, of where the child is now, of an adult's work.

    Nothing for packs that were checked.
    """
    return join(*(
        paragraph(strong(say("draft.guidance")), " ", say("draft.guidance_says", area=area.name), class_="warn")
        for area in packs.drafts(case.areas())))


def not_held(packs: Packs) -> None:
    """The areas whose packs are set aside, and who can do something about it. Nothing where all are held."""
    if packs.set_aside:
        st.header(say("sources.not_held"), anchor=False)
        show(
            paragraph(say("sources.not_held_says")),
            bullets(*(say("sources.to_mend", area=packs.name_of(aside.id),
                          problems=counted("packs.to_mend", aside.problems)) for aside in packs.set_aside)),
            paragraph(say("sources.not_held_do")),
        )


def area_documents(area: AreaPack, packs: Packs, today: date) -> None:
    """The documents that an area's guidance is taken from, its own first: the title, the kind and the date of each."""
    held = sorted((one for one in area.sources if not _named(one) and not _page(one)),
                  key=lambda one: one.id != area.document)
    whose = paragraph(say("sources.whose", council=area.council, partnership=area.partnership))
    show(tag("h2", say("sources.of", area=area.name)),
         tag("div", *(_row(one, packs, today, whose if one.id == area.document else "") for one in held),
             class_="documents"))


def area_state(area: AreaPack, today: date) -> None:
    """The version of an area's pack, when it was checked and when it is due again."""
    show(paragraph(say("sources.version", version=area.version), " ", say(f"sources.status.{area.status}")),
         _dates(area.checked_on, area.review_by, today))


def further_documents(area: AreaPack, packs: Packs, today: date) -> None:
    """Behind a line each: pages that only give a number or a date, and documents that an area's own ones name."""
    show(_documents(say("sources.pages"), [one for one in area.sources if _page(one)], packs, today),
         _documents(say("sources.named"), [one for one in area.sources if _named(one)], packs, today))


def _named(one: Source) -> bool:
    return bool(one.cited_in)


def _page(one: Source) -> bool:
    return not one.cited_in and one.kind.endswith(PAGE)


def not_covered(area: AreaPack, packs: Packs) -> None:
    """What the area's document does not say. Nothing is borrowed from another area."""
    if not area.gaps:
        show(paragraph(say("sources.nothing_left_out")))
    show(fold(say("sources.not_covered"), say("sources.not_covered_says"),
              bullets(*(join(gap.says, source_line(packs, gap.source)) for gap in area.gaps))))


def readings(area: AreaPack, packs: Packs) -> None:
    """How the levels are read, and where the number is ours because the document gives none."""
    ours = tuple(
        join(strong(say("sources.of_level", level=level.name)), " ", our_reading(level.reading.says),
             source_line(packs, level.source))
        for level in area.levels if level.reading and level.reading.ours
    )
    printed = tuple(join(one.says, source_line(packs, one.source)) for one in area.reading)
    show(fold(say("sources.readings"), say("sources.readings_ours") if ours else say("sources.readings_none"),
              bullets(*ours), _titled(say("sources.readings_printed"), printed)))


def numbers(pack: Pack, packs: Packs) -> None:
    """Numbers that look misprinted, and those that come from a second source."""
    suspect = tuple(_suspect(contact, one, packs) for contact in pack.contacts for one in contact.suspects())
    reported = tuple(
        join(say("sources.number", contact=contact.name, number=one.dial, note=one.note),
             source_line(packs, one.source))
        for contact in pack.contacts for one in contact.numbers if one.trust == "reported"
    )
    confirmed = any(one.trust == "confirmed" for contact in pack.contacts for one in contact.numbers)
    misprinted = say("sources.numbers_wrong") if suspect else ""
    show(fold(
        say("sources.numbers"), sentences((misprinted, "" if confirmed else say("sources.numbers_not_rung"))),
        _titled(say("sources.numbers_suspect"), suspect), _titled(say("sources.numbers_second"), reported),
        paragraph("" if suspect or reported else say("sources.numbers_as_printed")),
    ))


def sources(pack: Pack, packs: Packs, today: date) -> None:
    """Every document behind a pack, folded: what it is, dates, whether it is due again or has been replaced."""
    show(_documents(say("sources.documents"), pack.sources, packs, today))


def _documents(name: str, some: Sequence[Source], packs: Packs, today: date) -> Markup:
    """Documents in a fold, whose line says what must not be overlooked while they are not seen."""
    return fold(name, _due(some, today), tag("div", *(_row(one, packs, today) for one in some), class_="documents")
                ) if some else Markup("")


def _row(one: Source, packs: Packs, today: date, *beside: str) -> Markup:
    """A document in two lines: its title; what it is, its date and what must not be overlooked. The rest opens."""
    flags = tuple(say(key) for key, so in (("sources.replaced", bool(one.superseded_by)),
                                           ("sources.due", one.review_by < today)) if so)
    return fold(one.title, capital(listed((one.kind, one.date, *flags))), *beside, *_source(one, packs, today))


def _due(some: Sequence[Source], today: date) -> str:
    """What must not be overlooked while documents are folded."""
    replaced = any(one.superseded_by for one in some)
    late = any(one.review_by < today for one in some)
    said = tuple(say(key) for key, so in (("sources.some_replaced", replaced), ("sources.some_due", late)) if so)
    return sentences(said) or say("sources.all_current")


def law(national: NationalPack, packs: Packs, today: date) -> None:
    """What has changed in law and statutory guidance, by whether it is in force."""
    for status in LAW:
        named = tuple(one for one in national.law if one.status == status)
        more_ = say("sources.law.more", names=apart(one.name for one in named[:FIRST]))
        show(fold(say(f"sources.law.{status}"), more_ if len(named) > FIRST else apart(one.name for one in named),
                  *(_law(one, packs, today) for one in named)))


def _suspect(contact: Contact, one: Number, packs: Packs) -> Markup:
    said = say("sources.suspect", contact=contact.name, printed=one.printed, note=one.note)
    return join(said, source_line(packs, one.source))


def _source(one: Source, packs: Packs, today: date) -> tuple[Markup, ...]:
    newer = packs.sources.get(one.superseded_by)
    replaced = say("sources.replaced_by", title=newer.title, date=newer.date) if newer else ""
    return (
        paragraph(sentences((listed(part for part in (one.publisher, one.date, one.edition) if part),))),
        paragraph(replaced, class_="warn"),
        paragraph(one.note),
        paragraph(certainty(one.certainty)),
        _dates(one.checked_on, one.review_by, today),
        paragraph(say("sources.address", address=one.url) if one.url else "", class_="source"),
    )


def _law(one: Law, packs: Packs, today: date) -> Markup:
    replaced = tuple(packs.sources[id_].title for id_ in one.replaces if id_ in packs.sources)
    return tag(
        "section",
        tag("h3", one.name),
        paragraph(one.says),
        paragraph(say("law.since", day=weekday_and_day(one.in_force)) if one.in_force else ""),
        paragraph(say("law.replaces", titles=apart(replaced)) if replaced else ""),
        paragraph(certainty(one.checked.certainty)),
        _dates(one.checked.checked_on, one.checked.review_by, today),
        source_line(packs, one.source),
    )


def _dates(checked_on: date, review_by: date, today: date) -> Markup:
    past = review_by < today
    words = say("sources.checked", day=weekday_and_day(checked_on), review=weekday_and_day(review_by))
    late = paragraph(say("sources.past"), class_="warn") if past else ""
    return join(paragraph(words, class_="source"), late)


def _titled(title: str, lines: tuple[Markup, ...]) -> Markup:
    return join(tag("h3", title), bullets(*lines)) if lines else Markup("")
