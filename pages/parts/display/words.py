"""How sources and answers are written on screen. Words only; nothing is decided here."""
from guidance.packs import Packs
from guidance.vocabulary import Citation, Owner
from guidance.words import say
from guidance.words.forms import apart, capital, following, mid
from pages.parts.display.markup import Markup, paragraph

OWNER: dict[Owner, str] = {"you": say("owner.you"), "your_setting": say("owner.your_setting"),
                           "the_service": say("owner.the_service")}


def source_words(packs: Packs, citation: Citation) -> str:
    """Where a fact stands, in one line: document, date, section and item."""
    return say("source.where", document=document_words(packs, citation), where=citation.where)


def document_words(packs: Packs, citation: Citation) -> str:
    """The document and its date. Says if it has been replaced. An area's own goes by the name of the area: its full
    title is on the sources page."""
    source = packs.source(citation)
    key = "source.document_replaced" if source.superseded_by else "source.document"
    return say(key, title=title_words(packs, citation), date=source.date)


def title_words(packs: Packs, citation: Citation) -> str:
    """What the document is called in a few words."""
    source = packs.source(citation)
    own = next((area for area in packs.areas.values() if area.document == source.id), None)
    return say("source.own", area=own.name) if own else source.title


def source_line(packs: Packs, *citations: Citation | None) -> Markup:
    """The source under a statement, in small print; sources that are the same are named once."""
    lines = dict.fromkeys(source_words(packs, citation) for citation in citations if citation)
    return paragraph(say("source.line", sources=apart(lines)), class_="source") if lines else Markup("")


def our_reading(says: str) -> str:
    """A reading that its pack marks as ours, said to be one."""
    return following(says, say("reading.ours"))


def named(what: str, answer: str) -> str:
    """An answer after the name of what it is about: "Knows: no". Empty where there is no answer."""
    return f"{capital(what)}: {mid(answer)}" if answer else ""
