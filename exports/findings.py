"""What a case has found, in words: statements, how they are known, strengths, and who might be causing harm."""
import re
from collections.abc import Iterator

from decision.before_birth import if_unborn
from decision.case import ONE_OF, Case, Finding, SignAnswer, WhereNow
from decision.consistency import leaves_at_night, leaving_doubt
from decision.gaps import SAID_NO
from decision.hours import local
from decision.known import answered as known_answers, is_unsure, unproved
from decision.one_of import open_sets
from decision.result import Gap
from decision.spoken import time_of_day
from decision.written import is_before
from exports.blocks import Rows, Value, value
from exports.dates import case_day
from exports.hiding.family import LEFT_OUT
from exports.hiding.held_back import HELD
from exports.hiding.hold_places import HELD_TOO
from exports.hiding.written import to_print
from exports.material import Material
from exports.not_yet import NOT_BORN, only_unborn
from exports.words import (
    BASIS, BODY, HARM_BY, KNOWN_BY, NO_CHANGE, NOTICE, PLACE_NOW, REFERRAL_ANSWER, SIGHT, WITH_WHOM, YES_NO,
)
from guidance.vocabulary import Basis, KnownBy
from guidance.words import Said, say
from guidance.words.forms import apart, capital, following, listed, moment

Evidence = tuple[Value, Value, Value, Value]
SUREST: tuple[str | None, ...] = (None, "cannot_prove", ONE_OF, "do_not_understand", "could_not_find_out")
"""Why one is not sure, in the order in which of several the first holds; a plain yes has no reason."""
SPOKEN_TO = (
    (re.compile(r"\byou are\b", re.IGNORECASE), say("papers.by_writer.am")),
    (re.compile(r"\byou were\b", re.IGNORECASE), say("papers.by_writer.was")),
    (re.compile(r"\b(told|tells|shown|showed|worries|asked|to|with|from|by) you\b", re.IGNORECASE),
     say("papers.by_writer.me", before=r"\1")),
    (re.compile(r"\byour\b", re.IGNORECASE), say("papers.by_writer.my")),
    (re.compile(r"\byou\b", re.IGNORECASE), say("papers.by_writer.i")),
)
"""How a pack speaks to the user, and how the user says the same to a reader."""
QUOTES = ("“", "‘", '"', "'")


def by_writer(said: str) -> str:
    """A statement of a pack, which speaks to the user, as the user says it to whoever reads a paper."""
    for pattern, words in SPOKEN_TO:
        said = pattern.sub(words, said)
    return capital(said)


def asked_again(gap: Gap) -> str:
    """A gap as it stands; of a sign that a No covered, beside what amounts to it, that it is not answered."""
    if isinstance(gap.says, Said) and gap.says.key == SAID_NO:
        return say("reason.sign_not_answered", sign=by_writer(str(gap.says.filled["sign"])))
    return gap.says


def statement(m: Material, id_: str) -> tuple[str, tuple[str, ...]]:
    """The words of an indicator, factor or sign, and its topics; the id itself where no pack that is held has it."""
    if m.area:
        found = m.area.indicator.get(id_) or m.area.factor.get(id_)
        if found:
            return by_writer(found.says), found.topics
    for sign in m.packs.signs(m.decision.home_area):
        if sign.id == id_:
            return by_writer(sign.says), sign.topics
    if m.packs.aside(m.decision.home_area):
        return say("papers.unread", id=id_), ()
    marks = {mark.id: mark.says for mark in m.decision.place.marks}
    return marks.get(id_, id_), ()


def by_own_words(m: Material, id_: str) -> KnownBy | None:
    """How a statement or sign is known by its own words, as that the child told of harm; None where they say nothing
    of it."""
    row = m.area.indicator.get(id_) if m.area else None
    signs = m.packs.signs(m.decision.home_area)
    return row.known_by if row else next((sign.known_by for sign in signs if sign.id == id_), None)


def answered(m: Material) -> Iterator[tuple[str, Finding | SignAnswer, str]]:
    """Signs first, then findings: (id, answer, what was answered about a statement that has no finding)."""
    for id_, sign in m.case.signs.items():
        if sign.answer in ("yes", "not_sure"):
            yield id_, sign, ""
    for finding in m.case.findings:
        yield finding.id, finding, ""
    ticked = {finding.id for finding in m.case.findings}
    for id_, answer in m.case.answers.items():
        if answer in ("not_sure", "not_known") and id_ not in ticked:
            yield id_, Finding(id=id_), YES_NO[answer]


def one_of(m: Material) -> tuple[tuple[str, ...], ...]:
    """The sets of statements of which one is so, and nobody has said which."""
    return open_sets(m.case, m.area, known_answers(m.case)) if m.area else ()


def topic_names(m: Material) -> tuple[str, ...]:
    """The kinds of worry in plain words, each once: those that were chosen, and of each statement that is of none of
    them its first topic, which it is about. One of the whole picture, the last of all topics, may be of any kind, and
    nobody has said which: it names none."""
    topics, chosen = m.packs.national.topic, m.case.asked
    whole = max(topics.values(), key=lambda one: one.order).id if topics else ""
    rows = (statement(m, id_)[1] for id_, _, _ in answered(m))
    others = (topic for row in rows if not set(row) & set(chosen) for topic in row[:1])
    return tuple(topics[id_].name for id_ in dict.fromkeys((*chosen, *others)) if id_ in topics and id_ != whole)


def _known_by(found: Finding | SignAnswer) -> str:
    """How it is known; a suspicion without proof is said to be one, and a doubt to be a doubt, whatever else was said.
    """
    by = BASIS[found.basis] if found.basis else ""
    if is_unsure(found):
        return apart(filter(None, (YES_NO["not_sure"], by)))
    if unproved(found):
        return apart(filter(None, (say("papers.unproved"), "" if found.basis == "suspected" else by)))
    return by


def is_suspicion(found: Finding | SignAnswer) -> bool:
    """Whether it is only suspected: it counts as yes, and no paper states it as known."""
    return not is_unsure(found) and (unproved(found) or found.basis == "suspected")


def evidence(
    found: Finding | SignAnswer, unsure: str = "", known_by: KnownBy | None = None, held: bool = False
) -> Evidence:
    """About which child, how it is known, when, and the facts with the child's words. `known_by`: as the words of the
    statement itself say, where nobody has said more; `held`: these are held back, and never "not answered"."""
    said = words(found.words, found.basis or known_by)
    facts = "\n".join(part for part in (body(found), found.note, said) if part.strip())
    plain = not found.basis and not is_unsure(found) and not unproved(found)
    known = KNOWN_BY[known_by] if known_by and plain else _known_by(found)
    back = HELD_TOO if held else ""
    return value(listed(found.about)), value(unsure or known or back), value(found.when or back), value(facts)


def is_held(m: Material, id_: str, found: Finding | SignAnswer) -> bool:
    """Whether what was said of a statement is held back from this paper."""
    gone = HELD in found.note or found.note == LEFT_OUT
    return gone and not m.case.held_back.keys().isdisjoint((f"signs.{id_}", f"findings.{id_}"))


def body(found: Finding | SignAnswer) -> str:
    """Where on the body a mark was; empty where nobody said."""
    return say("papers.body", where=listed(BODY[place] for place in found.body)) if found.body else ""


def voiced(m: Material) -> tuple[tuple[str, Basis | None], ...]:
    """The words that stand with the signs, then with the statements, each with how it is known: as somebody said, or
    else as the statement's own words say. They are the child's, but for those that somebody else told."""
    answers: tuple[tuple[str, Finding | SignAnswer], ...] = (
        *m.case.signs.items(), *((one.id, one) for one in m.case.findings))
    return tuple((one.words, one.basis or by_own_words(m, id_)) for id_, one in answers if one.words.strip())


def childs_own(m: Material) -> tuple[str, ...]:
    """The words of the child alone, as they stand in the check, without what somebody else told."""
    return (*(said for said, by in voiced(m) if by != "told"), m.case.voice.words)


def words(said: str, basis: Basis | None = None) -> str:
    """The child's own words with a label; empty where there are none. What somebody else told may be their words, so
    nobody reads them as the child's."""
    return say("papers.told_words" if basis == "told" else "papers.childs_words", words=quoted(said)) \
        if said.strip() else ""


def quoted(said: str) -> str:
    """Words as they were said, in quotation marks, unless the writer has put some; empty where there are none."""
    if not said.strip():
        return ""
    return said if said == HELD or said.strip().startswith(QUOTES) else say("papers.quoted", words=said)


def joined(said: tuple[Finding, ...]) -> Finding:
    """One finding of several about the same statement: every child, every word once, nothing left out."""
    if len(said) == 1:
        return said[0]
    everyone = any(not one.about for one in said)
    basis = next((one.basis for one in said if one.basis), None)
    return to_print(
        said[0],
        about=() if everyone else tuple(dict.fromkeys(label for one in said for label in one.about)),
        basis=basis,
        why=min((one.why for one in said), key=SUREST.index),
        body=tuple(dict.fromkeys(place for one in said for place in one.body)),
        words="\n".join(dict.fromkeys(text for one in said if (text := _words_beside(one, basis)).strip())),
        **{field: between.join(dict.fromkeys(text for one in said if (text := getattr(one, field)).strip()))
           for field, between in (("when", "; "), ("note", "\n"))},
    )


def _words_beside(one: Finding, basis: Basis | None) -> str:
    """Words that come to stand under how another is known: with their own label where these are the child's and those
    were told by somebody else, or the other way round."""
    return one.words if (one.basis == "told") == (basis == "told") else words(one.words, one.basis)


def strengths(m: Material) -> tuple[str, ...]:
    """Strengths and protective factors that were found."""
    ticked = [statement(m, id_)[0] for id_, answer in m.case.factors.items() if answer == "yes"]
    return tuple(dict.fromkeys([*(item.says for item in m.decision.place.strengths), *ticked]))


def suspected(m: Material) -> Value:
    """Who might be causing harm: kinds of people, and family members by relation."""
    source = m.case.source_of_harm
    members = [m.person(member) for member in m.case.family if member.key in source.members]
    return value(apart([*(HARM_BY[kind] for kind in source.kinds), *members]))


def where_now(m: Material) -> Value:
    """Where the child is now, with whom, and until when; that nobody is born yet. A time that cannot be right is not
    printed as one."""
    said = where_said(m)
    return Value(NOT_BORN) if not said and only_unborn(m) else value(said)


def where_said(m: Material) -> str:
    """What was said of where the child is; empty where nothing was."""
    return apart(part for part in (where_facts(m), m.case.where_now.note) if part.strip())


def where_facts(m: Material) -> str:
    """The same without what was written about it: a few words each, which a short paper prints whole."""
    now = m.case.where_now
    parts = (PLACE_NOW[now.place] if now.place else "", WITH_WHOM[now.with_whom] if now.with_whom else "",
             _leaves(now, m))
    return apart(part for part in parts if part)


def _leaves(where: WhereNow, m: Material) -> str:
    """Until when; a time that has passed or is not today is printed with a mark."""
    if where.leaves_at is None:
        return ""
    if leaves_at_night(where, m.now):
        return if_unborn(m.decision.before_birth, say("papers.leaves.ask", time=time_of_day(where.leaves_at)))
    mark = ""
    if leaving_doubt(where, m.now):
        mark = say("papers.leaves.not_today" if is_before(m.now, where.leaves_at) else "papers.leaves.passed")
    return following(say("papers.leaves", time=moment(local(where.leaves_at))), mark)


def earlier_and_next(m: Material) -> Rows:
    """An earlier referral with its answer, an earlier injury, who goes on seeing the child, harm before anyone acts."""
    history = m.case.history
    injury = YES_NO[history.earlier_injury] if history.earlier_injury else ""
    rows = ((say("papers.earlier_referral"), _earlier_referral(m)), (say("papers.earlier_injury"), value(injury)),
            (say("papers.sight"), sight(m)))
    return Rows((*rows, *_before_next(m.case)))


def _earlier_referral(m: Material) -> Value:
    """Whether the front door was asked before, with the day and what it answered."""
    history = m.case.history
    earlier = history.earlier_referral_on
    on = say("papers.on", day=case_day(m, "history.earlier_referral_on", earlier)) if earlier else ""
    answer = REFERRAL_ANSWER[history.earlier_referral_answer] if history.earlier_referral_answer else ""
    said = YES_NO[history.earlier_referral] if history.earlier_referral else ""
    return value(listed(part for part in (said, on, answer) if part))


def sight(m: Material) -> Value:
    """The changes by which people stop seeing the child, from which day, and what is known about them."""
    known = m.case.sight
    said = [say("papers.not_sure", said=change) if answer == "not_sure" else change for fact, change in SIGHT.items()
            if (answer := getattr(known, fact)) in ("yes", "not_sure")]
    notice = NOTICE[known.notice] if known.notice else ""
    on = say("papers.from", day=case_day(m, "sight.on", known.on)) if known.on else ""
    if all(getattr(known, fact) == "no" for fact in SIGHT):
        said = [NO_CHANGE]
    return value(apart(part for part in (*said, notice, on, known.note) if part.strip()))


def changes(case: Case) -> bool:
    """Whether some change takes the child out of sight, or may."""
    return any(getattr(case.sight, fact) in ("yes", "not_sure") for fact in SIGHT)


def _before_next(case: Case) -> tuple[tuple[str, Value], ...]:
    """Whether harm could come before somebody would next act, where that was asked beside a worry of one's own."""
    answer = case.harm_before_next
    if not case.other_worry or answer is None:
        return ()
    return ((say("papers.harm_before_next"), Value(YES_NO[answer])),)
