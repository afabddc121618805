"""The statements of a case as a reader acts on them: the most serious first, what is not sure apart from them."""
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from decision.ages import ruled_out
from decision.case import ONE_OF, Finding, SignAnswer
from decision.hours import local
from decision.known import answered, is_unsure
from decision.one_of import in_words, name, which
from decision.result import Mark, Place
from decision.said_again import asked_beside, said_as_sign
from decision.urgency import urgency
from exports import findings
from exports.blocks import Block, Grid, Paragraph, Value, value
from exports.hiding.held_back import HELD
from exports.hiding.written import to_print
from exports.later import where
from exports.material import Material
from exports.pdf.text import sentences
from exports.words import YES_NO
from guidance.vocabulary import Basis, Citation, Outcome
from guidance.words import say
from guidance.words.forms import apart, following, listed, mid

SIGN = "!"
"""The mark of a sign that cannot wait."""
BEFORE_ALL_LEVELS = 100
"""Where a sign stands that cannot wait: before every level."""
FEW = 1
"""How many places of one row stand on a first page beside the first of them."""


@dataclass(frozen=True)
class Found:
    """One statement with its evidence. `mark`: by which it is named on its paper, the letter on the windscreen
    where it has one; `where`: level, part and item in its document, and of statements of which one is so each of these
    (`places`); `order`: the higher, the more serious;
    `unsure`: not stated as a fact; `suspected`: counted as so, and not stated as a fact either; `known_by`: as somebody
    said it is, or else as the statement's own words say; `held`: what was said of it is held back."""

    id: str
    says: str
    answer: Finding | SignAnswer
    evidence: tuple[Value, Value, Value, Value]
    mark: str = ""
    where: str = ""
    order: int = 0
    unsure: bool = False
    suspected: bool = False
    known_by: Basis | None = None
    places: tuple[str, ...] = ()
    held: bool = False

    @property
    def stated(self) -> str:
        """The statement where nothing stands beside it: of what is in doubt or only suspected, that it is."""
        key = "papers.found.unsure" if self.unsure else "papers.found.suspected" if self.suspected else ""
        return say(key, statement=self.says) if key else self.says


def in_order(m: Material) -> tuple[Found, ...]:
    """Every statement that was answered yes or not sure, each once: what is so first, and of that the most serious.
    One that is acted on whatever the level stands before a level that is below the highest, or before all of them."""
    acted_on = {one.id: one.outcome for one in m.decision.place.rim}
    marks = {mark.id: mark for mark in m.decision.place.marks}
    kept: dict[object, Found] = {}
    together = only_together(m)
    for id_, answer, unsure in findings.answered(m):
        if id_ in together:
            continue
        mark = marks.get(id_)
        by = findings.by_own_words(m, id_)
        held = findings.is_held(m, id_, answer)
        says, evidence = findings.statement(m, id_)[0], findings.evidence(answer, unsure, by, held)
        order = BEFORE_ALL_LEVELS if isinstance(answer, SignAnswer) else mark.order if mark else 0
        one = Found(id_, says, answer, evidence, mark.letter if mark else "", m.where(_source(m, id_)), order,
                    bool(unsure) or is_unsure(answer), not unsure and findings.is_suspicion(answer),
                    answer.basis or by, held=held)
        kept.setdefault((says, evidence), one)
    for one in (*_groups(m), *shared(m).values()):
        kept[one.id] = one
    return _marked(sorted(kept.values(), key=lambda one: (
        one.unsure, -max(one.order, _whatever_the_level(m, acted_on.get(one.id))))))


def _whatever_the_level(m: Material, asks: Outcome | None) -> float:
    """Where a statement stands by what it alone `asks` for, whatever the level: a call now before every level, and a
    talk today before every level but the highest."""
    if asks and urgency(asks) >= urgency("refer_now"):
        return BEFORE_ALL_LEVELS - 1
    return len(m.area.levels) - 0.5 if asks and m.area else 0


def only_together(m: Material) -> frozenset[str]:
    """Ids of the statements of which one is so, and of none by itself was anything said: no paper has a row for
    each."""
    return frozenset(id_ for ids in findings.one_of(m) for id_ in ids) - {
        finding.id for finding in m.case.findings if finding.why != ONE_OF}


def shared(m: Material) -> Mapping[tuple[str, ...], Found]:
    """What each set of statements shares of which one is so, by the ids of the set."""
    marks = {mark.id: mark for mark in m.decision.place.marks}
    return {ids: _shared(m, ids, marks) for ids in findings.one_of(m)}


def some_held(m: Material) -> bool:
    """Whether what was said of some statement is held back: its time and its words may be there, and are not shown."""
    return any(one.held for one in in_order(m))


def _marked(statements: list[Found]) -> tuple[Found, ...]:
    """The same, each with its mark: a letter of the windscreen, an exclamation mark for a sign, a number for others;
    with a question mark where it is not sure or only suspected."""
    signs = [one.id for one in statements if one.order == BEFORE_ALL_LEVELS]
    others = [one.id for one in statements if not one.mark and one.id not in signs]
    found = []
    for one in statements:
        number = str(signs.index(one.id) + 1) if one.id in signs and len(signs) > 1 else ""
        mark = one.mark or (f"{SIGN}{number}" if one.id in signs else str(others.index(one.id) + 1))
        found.append(replace(one, mark=f"{mark}?" if one.unsure or one.suspected else mark))
    return tuple(found)


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


def _shared(m: Material, ids: tuple[str, ...], marks: Mapping[str, Mark]) -> Found:
    """What statements share of which one is so: by all of their marks, which are open, and where each stands; as
    serious as the most serious of them, which it may be."""
    said = tuple(finding for finding in m.case.findings if finding.id in ids and finding.why == ONE_OF)
    answer = to_print(findings.joined(said), why=None) if said else Finding(id=ids[0])
    rows = [marks[id_] for id_ in ids if id_ in marks]
    says = say("papers.one_of", statement=findings.by_writer(in_words(ids, m.area)), statements=which(ids, m.area))
    places = tuple(dict.fromkeys(m.where(_source(m, id_)) for id_ in ids))
    held = any(findings.is_held(m, one.id, one) for one in said)
    letters = listed(f"{row.letter}?" for row in rows)
    return Found(name(ids), says, answer, findings.evidence(answer, held=held), letters, apart(places),
                 max((row.order for row in rows), default=0), places=places, held=held)


def none_of(m: Material) -> str:
    """The signs that were asked and are not so, in the few words of their lines: none that a child of that age cannot
    have, nor one to which amounts what is said to be so, nor one denied in a list beside what asks about it."""
    signs, said = m.packs.signs(m.decision.home_area), answered(m.case)
    no = {id_ for ids in m.case.signs_none.values() for id_ in ids} - set(m.case.signs)
    no |= {id_ for id_, answer in m.case.signs.items() if answer.answer == "no"}
    no -= {*said_as_sign(signs, m.case, m.area, said), *asked_beside(signs, m.case, m.area, said)}
    return apart(mid(sign.short) for sign in signs
                 if sign.id in no and not ruled_out(sign, m.case.children, local(m.now).date()))


def place(m: Material) -> Place:
    """The place of a case for a reader: what asks to act whatever the level, of what is only suspected that it is."""
    rim = tuple(one.but(says=findings.by_writer(one.says)) for one in m.decision.place.rim)
    return m.decision.place.but(rim=rim)


def _source(m: Material, id_: str) -> Citation | None:
    if m.area and (row := m.area.indicator.get(id_) or m.area.factor.get(id_)):
        return row.source
    return next((sign.source for sign in m.packs.signs(m.decision.home_area) if sign.id == id_), None)


@dataclass(frozen=True)
class Together:
    """Statements with one and the same evidence, the most serious first: what was noted of them stands once."""

    statements: tuple[Found, ...]

    @property
    def first(self) -> Found:
        """The most serious of them."""
        return self.statements[0]

    @property
    def says(self) -> tuple[str, ...]:
        """Each statement; of what is not sure, that it is not."""
        return tuple(say("papers.found.unsure", statement=one.says) if one.unsure else one.says
                     for one in self.statements)


def together(m: Material) -> tuple[Together, ...]:
    """Every statement in the same order, those that share a time, a note or the child's words in one."""
    groups: dict[object, tuple[Found, ...]] = {}
    for one in in_order(m):
        _, _, when, facts = one.evidence
        key = one.id if when.muted and facts.muted else (one.evidence, one.unsure)
        groups[key] = (*groups.get(key, ()), one)
    return tuple(Together(group) for group in groups.values())


def short_table(m: Material, most: int, letters: int) -> tuple[Block, ...]:
    """For a first page: letter, statement with its facts in short, and how known, when, and where in the document; at
    `most` so many rows, and of the facts beside each so many letters."""
    groups = together(m)
    if not groups:
        return (Paragraph(say("papers.nothing_ticked")),) if not m.case.other_worry_note else ()
    rows = tuple(_short_row(m, one, letters) for one in groups[:most])
    heads = (say("papers.found.mark"), say("papers.found.what"), say("papers.found.known"))
    left = sum(len(one.statements) for one in groups[most:])
    key = "papers.found.all" if not rows else "papers.found.more"
    more = (Paragraph(say(key, number=left, where=where(say("papers.findings.left"))), "small"),) if left > 0 else ()
    return (Grid(heads, rows, (0.06, 0.62, 0.32), tight=True), *more)


def left_over(m: Material, most: int, letters: int) -> tuple[Together, ...]:
    """What a first page of this size lacks, or has only in part, so that it stands later."""
    return tuple(one for number, one in enumerate(together(m))
                 if number >= most or any(len(said) > letters for said in _written(one))
                 or any(_in_short(each) != each.where for each in one.statements))


def _written(one: Together) -> tuple[str, ...]:
    return one.first.answer.when, one.first.answer.note, one.first.answer.words


def _short_row(m: Material, one: Together, letters: int) -> tuple[Value, ...]:
    child, known, when, facts = one.first.evidence
    about = say("papers.found.about", children=child.said) if not child.muted and len(m.case.children) > 1 else ""
    said = "\n".join((*_named(one, one.says), *(() if facts.muted else (_facts(one.first, letters),))))
    basis = (when,) if one.first.unsure and known.said in YES_NO.values() else (known, when)
    how = apart(dict.fromkeys(cut(part.said, letters) for part in basis if not part.muted))
    how = following(about, how or ("" if one.first.unsure else say("papers.found.how_not_said")))
    stands = _named(one, tuple(say("papers.found.sign") if isinstance(each.answer, SignAnswer) else _in_short(each)
                               for each in one.statements))
    return (Value(_marks(one)), Value(said), value("\n".join(part for part in (how, *stands) if part)))


def _in_short(one: Found) -> str:
    """Where it stands in its document, on a first page: of more than a few places the first, and how many more."""
    first, *others = one.places or (one.where,)
    return say("papers.found.more_places", where=first, number=len(others)) if len(others) > FEW else one.where


def _facts(one: Found, letters: int) -> str:
    """The place on the body and the note in one line, the child's words in another."""
    answer, note = one.answer, cut(one.answer.note, letters)
    said = (sentences((findings.body(answer), note)), findings.words(cut(answer.words, letters), one.known_by))
    return "\n".join(part for part in said if part)


def _named(one: Together, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Texts of statements that stand in one row, each with its mark; one alone without."""
    if len(one.statements) == 1:
        return texts
    return tuple(say("papers.found.of_mark", mark=each.mark, text=text)
                 for each, text in zip(one.statements, texts, strict=True) if text)


def _marks(one: Together) -> str:
    return listed(each.mark for each in one.statements)


def marks(statements: Iterable[Found]) -> str:
    """The marks under which statements stand, each once and in quotation marks; empty for none."""
    return listed(say("papers.quoted", words=one) for one in dict.fromkeys(one.mark for one in statements))


def cut(said: str, room: int) -> str:
    """A text on a first page, with three dots where it goes on later; what is held back is always said whole."""
    line = said if len(said) <= room else said[:room].rsplit(" ", 1)[0].rstrip() + " …"
    return HELD if HELD in said and HELD not in line else line


def words_cut(said: str, room: int) -> str:
    """The child's own words on a first page, in quotation marks."""
    return findings.quoted(cut(said, room))


def whole_table(m: Material, groups: tuple[Together, ...]) -> tuple[Block, ...]:
    """These statements with all of their evidence, in the same order; that none was ticked where there are none."""
    if not groups:
        return (Paragraph(say("papers.nothing_ticked")),)
    rows = tuple((Value(_marks(one)), Value("\n".join(_whole(one))), *one.first.evidence) for one in groups)
    heads = tuple(say(f"papers.found.{name}") for name in ("mark", "statement", "child", "basis", "when", "facts"))
    return (Grid(heads, rows, (0.07, 0.32, 0.1, 0.14, 0.13, 0.24)),)


def _whole(one: Together) -> tuple[str, ...]:
    return _named(one, tuple("\n".join(part for part in (says, each.where) if part)
                             for each, says in zip(one.statements, one.says, strict=True)))
