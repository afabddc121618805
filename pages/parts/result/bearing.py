"""Which gaps bear on a case: open answers that could change its result, what is about its numbers, and duties, passages
and sources that what it found rests on. The rules on sharing and telling hold of every case, and so say of none that a
gap beside them bears on it.

The others are about the document and not about this child; they stand on the page of sources, and the fold leads there.
What is asked for the papers alone is named in them.
"""
from decision.result import AskedAt, Decision, Gap, GapKind
from guidance.models import Statement
from guidance.packs import Packs
from guidance.vocabulary import Citation
from guidance.words import Said, say
from guidance.words.forms import apart

OPEN: tuple[GapKind, ...] = ("ask_now", "check_again", "unanswered", "not_known", "duty_fact")
"""Kinds of gap that are an answer that is open, and not about the document."""
BY_THEMSELVES: tuple[AskedAt, ...] = ("", "safety", "signs", "family")
"""Steps of which each question that is open stands alone: what is most urgent is never one of several."""


def bearing(decision: Decision, packs: Packs) -> tuple[tuple[Gap, ...], tuple[Gap, ...]]:
    """The gaps that bear on this case, and those that are only about its area's document, each said once."""
    area = packs.area(decision.home_area)
    of_area = {gap.id: gap for gap in area.gaps} if area else {}
    replaced = {source.id for source in area.sources if source.superseded_by} if area else set()
    cited = rests_on(decision)
    sources = {one.source for one in cited}
    here, others = [], []
    for gap in {gap.says: gap for gap in decision.gaps if gap.bears}.values():
        of_document = of_area.get(gap.id)
        unused = area and of_document and gap.says == of_document.says and not _used(of_document, area.document, cited)
        if unused or (gap.kind == "out_of_date" and gap.id in replaced and gap.id not in sources):
            others.append(gap)
        else:
            here.append(gap)
    return tuple(here), tuple(others)


def listed_here(decision: Decision, packs: Packs) -> tuple[Gap, ...]:
    """The gaps that the fold lists, and that its heading counts: those that bear, apart from a doubt that is named
    among the doubts or the reasons already."""
    said = {item.id for item in decision.settle} | {one.id for one in decision.reasons}
    return tuple(gap for gap in bearing(decision, packs)[0] if gap.kind != "not_known" or gap.id not in said)


def open_answers(here: tuple[Gap, ...]) -> tuple[str, ...]:
    """A line for each open answer, those first that bear most; what was not answered on one page in one line."""
    lines: dict[object, list[Gap]] = {}
    for gap in here:
        if gap.kind in OPEN:
            alone = gap.kind != "unanswered" or gap.step in BY_THEMSELVES or not _what(gap)
            lines.setdefault(gap.says if alone else gap.step, []).append(gap)
    return tuple(one[0].says if len(one) == 1 else say("gap.not_answered", what=apart(map(_what, one)))
                 for one in lines.values())


def _what(gap: Gap) -> str:
    return str(gap.says.filled.get("what", "")) if isinstance(gap.says, Said) else ""


def rests_on(decision: Decision) -> frozenset[Citation]:
    """Every passage that what was found here, or is to be done about it, names as its source: not the rules on sharing,
    telling and agreement, and not what the levels mean, which stand beside every result."""
    d = decision
    found: list[Citation | None] = [one.source for part in (d.reasons, d.routes, d.deadlines, d.deadlines_held)
                                    for one in part]
    found += [one.source for part in (d.documents, d.settle, d.then) for one in part]
    found += [one.source for part in (d.place.marks, d.place.raised, d.place.reading) for one in part]
    found += [one for duty in d.duties for one in (duty.source, duty.also, *(step.source for step in duty.steps))]
    return frozenset(one for one in found if one)


def _used(gap: Statement, document: str, cited: frozenset[Citation]) -> bool:
    """Whether the case uses what a gap of a document is about: a duty that is met, a door that has no number, a passage
    that the result rests on, or another source that it rests on."""
    if gap.duties or gap.lacks or gap.source in cited:
        return True
    return gap.source.source != document and any(gap.source.source == one.source for one in cited)
