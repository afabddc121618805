"""The statements of a case as a reader acts on them: the most serious first, what is not sure apart from them."""
from collections.abc import Iterator
from dataclasses import dataclass

from decision.case import Finding, SignAnswer
from decision.known import is_unsure
from exports import findings
from exports.blocks import Block, Grid, Heading, Paragraph, Value, value
from exports.hiding.held_back import HELD
from exports.material import Material
from exports.words import YES_NO
from guidance.vocabulary import Citation
from guidance.words import say
from guidance.words.forms import apart, following, mid

BEFORE_ALL_LEVELS = 100
"""Where a sign stands that cannot wait: before every level."""


@dataclass(frozen=True)
class Found:
    """One statement with its evidence. `letter`: its mark on the windscreen; `where`: level, part and item in its
    document; `order`: the higher, the more serious; `unsure`: not stated as a fact."""

    id: str
    says: str
    answer: Finding | SignAnswer
    evidence: tuple[Value, Value, Value, Value]
    letter: str = ""
    where: str = ""
    order: int = 0
    unsure: bool = False


def in_order(m: Material) -> tuple[Found, ...]:
    """Every statement that was answered yes or not sure, each once: what is so first, and of that the most serious."""
    marks = {mark.id: mark for mark in m.decision.place.marks}
    kept: dict[object, Found] = {}
    for id_, answer, unsure in findings.answered(m):
        mark = marks.get(id_)
        says, evidence = findings.statement(m, id_)[0], findings.evidence(answer, unsure)
        order = BEFORE_ALL_LEVELS if isinstance(answer, SignAnswer) else mark.order if mark else 0
        one = Found(id_, says, answer, evidence, mark.letter if mark else "", m.where(_source(m, id_)), order,
                    bool(unsure) or is_unsure(answer))
        kept.setdefault((says, evidence), one)
    for one in _groups(m):
        kept[one.id] = one
    return tuple(sorted(kept.values(), key=lambda one: (one.unsure, -one.order)))


def _groups(m: Material) -> Iterator[Found]:
    """Groups of signs that were answered yes or not sure, where none of their signs was named."""
    named = {sign.group for sign in m.packs.signs(m.decision.home_area)
             if (answer := m.case.signs.get(sign.id)) and answer.answer in ("yes", "not_sure")}
    for key, groups in (("papers.group_some", m.case.signs_some), ("papers.group_unsure", m.case.signs_unsure)):
        for id_ in groups:
            if id_ not in named:
                group = m.packs.national.sign_group.get(id_)
                says = say(key, group=group.name if group else id_)
                answer = SignAnswer(answer="not_sure")
                yield Found(id_, says, answer, findings.evidence(answer), order=BEFORE_ALL_LEVELS,
                            unsure=key == "papers.group_unsure")


def none_of(m: Material) -> str:
    """The signs that were asked and are not so, in the few words of their lines."""
    no = {id_ for ids in m.case.signs_none.values() for id_ in ids} - set(m.case.signs)
    no |= {id_ for id_, answer in m.case.signs.items() if answer.answer == "no"}
    return apart(sign.in_short or mid(sign.says.rstrip(".")) for sign in m.packs.signs(m.decision.home_area)
                 if sign.id in no)


def _source(m: Material, id_: str) -> Citation | None:
    if m.area and (row := m.area.indicator.get(id_) or m.area.factor.get(id_)):
        return row.source
    return next((sign.source for sign in m.packs.signs(m.decision.home_area) if sign.id == id_), None)


def short_table(m: Material, most: int, letters: int) -> tuple[Block, ...]:
    """For a first page: letter, statement with its facts in short, and how known, when, and where in the document; at
    `most` so many rows, and of the facts beside each so many letters."""
    found = in_order(m)
    if not found:
        return (Paragraph(say("papers.nothing_ticked")),) if not m.case.other_worry_note else ()
    rows = tuple(_short_row(m, one, letters) for one in found[:most])
    heads = (say("papers.found.mark"), say("papers.found.what"), say("papers.found.known"))
    left = len(found) - most
    more = (Paragraph(say("papers.found.more", number=left), "small"),) if left > 0 else ()
    return (Grid(heads, rows, (0.06, 0.49, 0.45), tight=True), *more)


def is_cut(m: Material, most: int, letters: int) -> bool:
    """Whether a first page lacks part of what was found, so that the whole of it has to stand later."""
    found = in_order(m)
    return len(found) > most or any(len(part.said) > letters for one in found for part in one.evidence)


def _short_row(m: Material, one: Found, letters: int) -> tuple[Value, ...]:
    child, known, when, facts = one.evidence
    says = say("papers.found.unsure", statement=one.says) if one.unsure else one.says
    about = say("papers.found.about", children=child.said) if not child.muted and len(m.case.children) > 1 else ""
    said = following(says, "" if facts.muted else cut(" ".join(facts.said.split()), letters))
    basis = (when,) if one.unsure and known.said in YES_NO.values() else (known, when)
    how = following(about, apart(cut(part.said, letters) for part in basis if not part.muted))
    how = how or ("" if one.unsure else say("papers.found.how_not_said"))
    return (Value(_mark(one)), Value(said), value("\n".join(part for part in (how, one.where) if part)))


def _mark(one: Found) -> str:
    """The letter on the windscreen, with a question mark where it is not sure; an exclamation mark for a sign."""
    if one.unsure:
        return f"{one.letter}?"
    return one.letter or ("!" if one.order == BEFORE_ALL_LEVELS else "–")


def cut(said: str, room: int) -> str:
    """A text on a first page, with three dots where it goes on later; what is held back is always said whole."""
    line = said if len(said) <= room else said[:room].rsplit(" ", 1)[0].rstrip() + " …"
    return HELD if HELD in said and HELD not in line else line


def whole_table(m: Material) -> tuple[Block, ...]:
    """Every statement with all of its evidence, in the same order."""
    found = in_order(m)
    if not found:
        return (Paragraph(say("papers.nothing_ticked")),)
    rows = tuple((Value(_mark(one)), Value("\n".join(part for part in (one.says, one.where) if part)), *one.evidence)
                 for one in found)
    heads = tuple(say(f"papers.found.{name}") for name in ("mark", "statement", "child", "basis", "when", "facts"))
    return (Heading(say("papers.found.whole"), 3), Grid(heads, rows, (0.07, 0.34, 0.08, 0.14, 0.13, 0.24)))
