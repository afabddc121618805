"""How times, sources and children are written on screen. Words only; nothing is decided here."""
from datetime import date, datetime

from guidance.packs import Packs
from guidance.vocabulary import Citation, Owner
from pages.parts.display.markup import Markup, paragraph

OWNER: dict[Owner, str] = {"you": "You", "your_setting": "Your setting", "the_service": "The service"}


def clock_time(moment: datetime) -> str:
    """A time of day as people say it: 9am, 5:20pm, midday, midnight."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def day(when: date) -> str:
    """A date in words: Monday 23 November 2026."""
    return f"{when:%A} {when.day} {when:%B %Y}"


def moment(when: datetime | date) -> str:
    """A date, with the time of day where there is one: Monday 23 November 2026, 5:20pm."""
    return f"{day(when)}, {clock_time(when)}" if isinstance(when, datetime) else day(when)


def soon(when: datetime, now: datetime) -> str:
    """A time as seen from now: 5:20pm today, or the day and the time."""
    return f"{clock_time(when)} today" if when.date() == now.date() else moment(when)


def children(labels: tuple[str, ...]) -> str:
    """The children something is about, by letter: child A, or children A and B. Empty for none."""
    if not labels:
        return ""
    *first, last = labels
    return f"children {', '.join(first)} and {last}" if first else f"child {last}"


def source_words(packs: Packs, citation: Citation) -> str:
    """Where a fact stands, in one line: document, date, section and item. Says if the document has been replaced.

    An area's own document goes by the name of the area: its full title is on the sources page.
    """
    source = packs.source(citation)
    own = next((area for area in packs.areas.values() if area.document == source.id), None)
    title = f"{own.name}’s document" if own else source.title
    replaced = ", since replaced" if source.superseded_by else ""
    return f"{title} ({source.date}{replaced}), {citation.where}"


def source_line(packs: Packs, *citations: Citation | None) -> Markup:
    """The source under a statement, in small print; sources that are the same are named once."""
    lines = dict.fromkeys(source_words(packs, citation) for citation in citations if citation)
    return paragraph(f"Source: {'; '.join(lines)}", class_="source") if lines else Markup("")


def our_reading(says: str) -> str:
    """A reading of ours, said to be one; some packs say so themselves."""
    return says if says.lower().startswith("our reading") else f"{says} This is our own reading."


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def named(what: str, answer: str) -> str:
    """An answer after the name of what it is about: "Knows: no". Empty where there is no answer."""
    return f"{capital(what)}: {answer[:1].lower()}{answer[1:]}" if answer else ""
