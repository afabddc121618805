"""What a pack rests on and how current it is: sources, law, our readings, doubtful numbers, and what is not covered."""
from datetime import date

import streamlit as st

from decision.case import Case
from guidance.models import Contact, Law, Number, Source
from guidance.packs import AreaPack, NationalPack, Pack, Packs
from guidance.vocabulary import Certainty
from guidance.words.forms import apart, counted, weekday_and_day
from pages.parts.display.markup import Markup, bullets, folded, join, paragraph, show, strong, tag
from pages.parts.display.words import our_reading, source_line

CERTAINTY: dict[Certainty, str] = {
    "high": "",
    "medium": "We are fairly sure of this. Check it before you rely on it.",
    "low": "Reported. Check it before you rely on it.",
    "unverified": "We could not check this. Look at the original before you rely on it.",
}
LAW = (
    ("in_force", "In force"),
    ("reported", "Reported to be in force. Check before you rely on it"),
    ("not_in_force", "Passed, or announced, and not in force"),
    ("not_known", "Not known whether it is in force"),
)
STATUS = {
    "checked": "Checked against the document.",
    "draft": "A draft: nobody has yet checked every line of it against the document.",
}


def draft_mark(case: Case, packs: Packs) -> Markup:
    """Said of each draft that a result or number rests on: of the home, of where the child is now, of an adult's work.

    Nothing for packs that were checked.
    """
    return join(*(paragraph(strong("Draft guidance. "), f"Nobody has yet checked every line for {area.name} against "
                            "its document. Check a level or a number before you rely on it; a call never waits for "
                            "that.", class_="warn") for area in packs.drafts(case.areas())))


def not_held(packs: Packs) -> None:
    """The areas whose packs are set aside, and who can do something about it. Nothing where all are held."""
    if packs.set_aside:
        st.header("Not held at the moment", anchor=False)
        show(
            paragraph("The guidance of these areas cannot be used until it is mended. A child who lives there is "
                      "treated as one who lives where we hold no guidance: what holds everywhere is shown, and answers "
                      "given earlier are kept."),
            bullets(*(f"{packs.name_of(aside.id)}: {counted('packs.to_mend', aside.problems)}"
                      for aside in packs.set_aside)),
            paragraph("Whoever keeps this service sees what to mend with: python -m guidance check"),
        )


def area_summary(area: AreaPack, packs: Packs, today: date) -> None:
    """Whose document this is, its version, when it was checked and when it is due again."""
    show(
        paragraph(strong("Document: "), packs.sources[area.document].title),
        paragraph(strong("Council: "), area.council),
        paragraph(strong("Partnership: "), area.partnership),
        paragraph(strong("Version of this pack: "), f"{area.version}. {STATUS[area.status]}"),
        _dates(area.checked_on, area.review_by, today),
    )


def not_covered(area: AreaPack, packs: Packs) -> None:
    """What the area's document does not say. Nothing is borrowed from another area."""
    if not area.gaps:
        show(paragraph("We know of nothing that the document leaves out."))
    show(bullets(*(join(gap.says, source_line(packs, gap.source)) for gap in area.gaps)))


def readings(area: AreaPack, packs: Packs) -> None:
    """How the levels are read, and where the number is ours because the document gives none."""
    ours = tuple(
        join(strong(f"{level.name}: "), our_reading(level.reading.says),
             source_line(packs, level.source))
        for level in area.levels if level.reading and level.reading.ours
    )
    printed = tuple(join(one.says, source_line(packs, one.source)) for one in area.reading)
    if not ours and not printed:
        show(paragraph("Nothing here is a reading of our own."))
    show(bullets(*ours), _titled("How the document says it is to be read", printed))


def numbers(pack: Pack, packs: Packs) -> None:
    """Numbers that look misprinted, and those that come from a second source."""
    suspect = tuple(_suspect(contact, one, packs) for contact in pack.contacts for one in contact.suspects())
    reported = tuple(
        join(f"{contact.name}: {one.dial}. {one.note}", source_line(packs, one.source))
        for contact in pack.contacts for one in contact.numbers if one.trust == "reported"
    )
    confirmed = any(one.trust == "confirmed" for contact in pack.contacts for one in contact.numbers)
    show(
        paragraph("" if confirmed else "Nobody has rung any of these numbers for us. Check each before you use it."),
        _titled("Printed in the document, and likely to be wrong", suspect),
        _titled("From a second source", reported),
    )


def sources(pack: Pack, packs: Packs, today: date) -> None:
    """Every document behind a pack, folded: publisher, dates, whether it is due again or has been replaced."""
    show(*(folded(_title(one, today), *_source(one, packs, today)) for one in pack.sources))


def law(national: NationalPack, packs: Packs, today: date) -> None:
    """What has changed in law and statutory guidance, by whether it is in force."""
    for status, heading in LAW:
        found = tuple(_law(one, packs, today) for one in national.law if one.status == status)
        if found:
            st.subheader(heading, anchor=False)
            show(*found)


def _suspect(contact: Contact, one: Number, packs: Packs) -> Markup:
    return join(f"{contact.name}: printed as {one.printed}. Do not dial it. {one.note}", source_line(packs, one.source))


def _title(one: Source, today: date) -> str:
    """The title and date, and what a reader must not overlook while the rest is folded."""
    flags = (", since replaced" if one.superseded_by else "", ", due to be checked" if one.review_by < today else "")
    return f"{one.title} ({one.date}{''.join(flags)})"


def _source(one: Source, packs: Packs, today: date) -> tuple[Markup, ...]:
    newer = packs.sources.get(one.superseded_by)
    replaced = f"Replaced by: {newer.title} ({newer.date}). Where the two differ, the newer one holds." if newer else ""
    edition = f", {one.edition}" if one.edition else ""
    return (
        paragraph(f"{one.publisher}, {one.date}{edition}."),
        paragraph(replaced, class_="warn"),
        paragraph(one.note),
        paragraph(CERTAINTY[one.certainty]),
        _dates(one.checked_on, one.review_by, today),
        paragraph(f"Address: {one.url}" if one.url else "", class_="source"),
    )


def _law(one: Law, packs: Packs, today: date) -> Markup:
    replaced = tuple(packs.sources[id_].title for id_ in one.replaces if id_ in packs.sources)
    return tag(
        "section",
        tag("h4", one.name),
        paragraph(one.says),
        paragraph(f"Since {weekday_and_day(one.in_force)}." if one.in_force else ""),
        paragraph(f"Replaces: {apart(replaced)}." if replaced else ""),
        paragraph(CERTAINTY[one.checked.certainty]),
        _dates(one.checked.checked_on, one.checked.review_by, today),
        source_line(packs, one.source),
    )


def _dates(checked_on: date, review_by: date, today: date) -> Markup:
    past = review_by < today
    words = f"Checked on {weekday_and_day(checked_on)}. Due to be checked again by {weekday_and_day(review_by)}."
    late = paragraph("That day has passed, so check what matters before you rely on it.", class_="warn") if past else ""
    return join(paragraph(words, class_="source"), late)


def _titled(title: str, lines: tuple[Markup, ...]) -> Markup:
    return join(tag("h3", title), bullets(*lines)) if lines else Markup("")
