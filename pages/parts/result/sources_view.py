"""The sources of a fold: one short line, and on demand each document once with all the places that are meant in it."""
from collections.abc import Iterable

from guidance.packs import Packs
from guidance.vocabulary import Citation
from guidance.words import say
from guidance.words.forms import all_of, apart
from pages.parts.display.markup import Markup, bullets, paragraph
from pages.parts.display.pieces import more
from pages.parts.display.words import document_words, source_words, title_words

Cited = tuple[Citation | None, ...]
"""What a line rests on."""


def places(packs: Packs, cited: Iterable[Cited], labels: Iterable[str] | None = None) -> Markup:
    """The one source line of a fold: the first document in sight, all of them on demand; nothing without a source.

    `labels`: what each line goes by, such as its number, so that it can be said which stands where; empty for none.
    """
    lines: list[tuple[Citation, ...]] = [tuple(one for one in citations if one) for citations in cited]
    names = list(labels) if labels is not None else [""] * len(lines)
    documents: dict[str, dict[str, list[str]]] = {}
    flat = [one for citations in lines for one in citations]
    titles = {id_: document_words(packs, one) for id_, one in {one.source: one for one in flat}.items()}
    for name, citations in zip(names, lines, strict=True):
        for one in citations:
            found = documents.setdefault(titles[one.source], {}).setdefault(one.where, [])
            found += [name] if name and name not in found else []
    if not flat:
        return Markup("")
    if all(one == flat[0] for one in flat):
        return paragraph(say("source.line", sources=source_words(packs, flat[0])), class_="source")
    first = title_words(packs, flat[0]).partition(" (")[0]
    return more(say("result.sources.many" if len(documents) > 1 else "result.sources.one", first=first),
                bullets(*(say("source.where", document=document, where=_joined(wheres))
                          for document, wheres in documents.items())))


def numbers(lines: int) -> tuple[str, ...]:
    """The numbers of a list as the labels of its lines; none of a single one, which has no number."""
    return tuple(str(number) for number in range(1, lines + 1)) if lines > 1 else ("",) * lines


def _joined(wheres: dict[str, list[str]]) -> str:
    """The places in a document, those that differ only in their last part together: "Health, item 1 and item 3"."""
    groups: dict[str, list[str]] = {}
    for where, names in wheres.items():
        before, comma, last = where.rpartition(", ")
        groups.setdefault(f"{before}{comma}", []).append(
            say("result.sources.place", place=last, labels=all_of(names)) if names else last)
    return apart(f"{before}{all_of(lasts)}" if before else apart(lasts) for before, lasts in groups.items())
