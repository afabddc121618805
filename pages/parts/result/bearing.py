"""Which gaps bear on a case: open answers that could change its result, what is about its numbers, and duties, passages
and sources that what it found rests on. The rules on sharing and telling hold of every case, and so say of none that a
gap beside them bears on it.

The others are about the document and not about this child; they stand on the page of sources, and the fold leads there.
What is asked for the papers alone is named in them.
"""
from decision.result import AskedAt, Decision, Gap, GapKind, ReasonKind
from guidance.models import Statement
from guidance.packs import Packs
from guidance.vocabulary import Citation
from guidance.words import Said, say
from guidance.words.forms import apart, pieces
from pages.parts.result.once import each_sentence
from pages.parts.result.reasons_view import in_why

OPEN: tuple[GapKind, ...] = ("ask_now", "check_again", "unanswered", "not_known", "duty_fact")
"""Kinds of gap that are an answer that is open, and not about the document."""
OF_OPEN_ANSWERS: tuple[ReasonKind, ...] = ("blank", "sight")
"""Kinds of reason that name what was not answered, since it counts."""
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
    among the doubts or the reasons already, and from what counts as a reason."""
    said = {item.id for item in decision.settle} | {one.id for one in decision.reasons}
    reasons = as_reasons(decision, packs)
    return tuple(gap for gap in bearing(decision, packs)[0]
                 if gap not in reasons and (gap.kind != "not_known" or gap.id not in said))


def as_reasons(decision: Decision, packs: Packs) -> tuple[Gap, ...]:
    """The gaps that bear and are a reason in the same words, such as signs that nobody was asked about: they stand in
    the fold of why, and the one of what is not known leads there."""
    here = in_why(decision)
    left = " ".join(f"{one.says} {one.why}" for one in here if one.kind in OF_OPEN_ANSWERS)
    said = {words for one in here for words in (*each_sentence(one.says), *each_sentence(one.why))}
    return tuple(gap for gap in bearing(decision, packs)[0] if all(
        what in left if gap.kind == "unanswered" and (what := what_of(words)) else said.issuperset(each_sentence(words))
        for words in pieces(gap.says)))


def open_answers(here: tuple[Gap, ...]) -> tuple[str, ...]:
    """A line for each open answer, those first that bear most; what was not answered on one page in one line."""
    lines: dict[object, list[Gap]] = {}
    for gap in here:
        if gap.kind in OPEN:
            alone = gap.kind != "unanswered" or gap.step in BY_THEMSELVES or not what_of(gap.says)
            lines.setdefault(gap.says if alone else gap.step, []).append(gap)
    return tuple(one[0].says if len(one) == 1 else say("gap.not_answered", what=apart(what_of(gap.says) for gap in one))
                 for one in lines.values())


def what_of(says: str) -> str:
    """What was not answered, of words that say so of something; or nothing."""
    return str(says.filled.get("what", "")) if isinstance(says, Said) else ""


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
