"""What the check knows, in words, where the writer has typed nothing of their own: one answer for every paper.

The writer's own words in the details come first. Where there are none, or "not known" of what the check knows, the
answers of the check say it, and the paper says that it was taken from them. Nothing is made up: where neither has an
answer, there is none.
"""
from dataclasses import dataclass

from decision.before_birth import if_unborn
from decision.case import Case, FamilyMember, SignAnswer
from decision.consistency import leaving_doubt
from decision.hours import local
from decision.known import is_yes
from decision.urgency import urgency
from exports import findings, found
from exports.asked_for import asked_for
from exports.blocks import NOT_ANSWERED, Block, Long, Rows, Value, value
from exports.dates import event
from exports.details import NOT_KNOWN, HouseholdMember
from exports.gaps import gap
from exports.hiding.hold_places import HELD_TOO
from exports.hiding.written import to_print
from exports.material import Material
from exports.pdf.text import sentences
from exports.words import KNOWN_CHANGE, STATUS, YES_NO
from exports.young_person import the_young_person
from guidance.words import say
from guidance.words.forms import apart, clock, listed, moment, weekday_in_year

SHORT = 120
"""Letters of an answer taken from the check that stands beside its question and not under it."""
MOST = 3
"""Statements that make a sentence of a worry where nobody has written one."""
TO_ASK = ("ask_now", "check_again", "duty_fact")
"""Kinds of gap that are questions to somebody, and not only answers that nobody has given yet."""
HELP_ALREADY = ("early_help", "child_in_need", "protection_plan", "social_worker", "ehc_plan")


@dataclass(frozen=True)
class Told:
    """An answer for a paper, and whether it was taken from the answers of the check."""

    said: str
    taken: bool = False

    @property
    def value(self) -> Value:
        """The answer for a cell, with the words that say where it was taken from."""
        if not self.said.strip():
            return NOT_ANSWERED
        return Value(say("papers.taken_row", answer=self.said) if self.taken else self.said)

    def under(self, label: str, hint: str = "") -> tuple[Block, ...]:
        """The answer under its question, one in few words beside it; that there is none, in a line."""
        if not self.said.strip():
            return (gap(label),)
        if self.taken and len(self.said) <= SHORT and "\n" not in self.said:
            return (Rows(((label, Value(self.said)),)),)
        return (Long(label, value(self.said), say("papers.taken") if self.taken else hint),)


def own_or(own: str, *parts: str) -> Told:
    """The writer's own words, or else what the check knows: each part a line."""
    if own.strip() and own.strip() != NOT_KNOWN:
        return Told(own)
    known = "\n".join(dict.fromkeys(part for part in parts if part.strip()))
    return Told(known, True) if known else Told(own)


def both(own: str, *parts: str) -> Told:
    """The writer's own words and then what the check knows, each once: for a paper that is given nothing in vain."""
    if not own.strip() or own.strip() == NOT_KNOWN:
        return own_or(own, *parts)
    return Told("\n".join(dict.fromkeys(part for part in (own, *parts) if part.strip())))


def worry(m: Material) -> Told:
    """What the worry is: the writer's words, or their words in the check with a sentence from the findings."""
    return own_or(m.details.narrative.worry, m.case.other_worry_note,
                  sentences(one.stated for one in found.in_order(m) if not one.unsure))


def why_now(m: Material) -> Told:
    """What changed or happened, and when."""
    dated = [say("papers.why_now.dated", statement=one.stated, when=one.answer.when)
             for one in found.in_order(m) if one.answer.when.strip()]
    signs = [one.stated for one in found.in_order(m)
             if isinstance(one.answer, SignAnswer) and is_yes(one.answer) and not one.answer.when.strip()]
    return why_now_of(m, *signs[:MOST], *dated[:MOST])


def why_now_of(m: Material, *happened: str) -> Told:
    """Why now: these happenings, and what the check knows of how it changes."""
    history, events = m.case.history, m.case.events
    noticed = say("papers.why_now.noticed", when=event(m, "noticed").said) if events.noticed else ""
    worse = say("papers.why_now.worse") if history.getting_worse == "yes" else ""
    refused = say("papers.why_now.worse_since_refusal") if history.worse_since_refusal == "yes" else ""
    before = m.case.harm_before_next
    next_ = say(f"papers.why_now.before_next.{before}") if before in ("yes", "not_sure") else ""
    sight = findings.sight(m)
    changes = say("papers.why_now.sight", what=sight.said) if findings.changes(m.case) else ""
    mine = m.case.own_view_reason
    return own_or(m.details.narrative.why_now, sentences((noticed, *happened)),
                  sentences((worse, refused, next_, changes)), say("papers.why_now.mine", why=mine) if mine else "")


def effect(m: Material, label: str) -> Told:
    """What the worry means for one child: what was written, or how an only child shows it. What was found of a child,
    such as a mark, is no effect and stands under its own heading."""
    own = next((item.text for item in m.details.narrative.effects if item.label == label), "")
    return own_or(own, m.case.voice.behaviour if len(m.case.children) == 1 else "")


def injury(m: Material) -> Told:
    """Marks and injuries: each place on the body with its facts, and an earlier one."""
    marks = [sentences((one.stated, findings.body(one.answer), one.answer.note, one.answer.when))
             for one in found.in_order(m) if one.answer.body]
    return injury_of(m, *marks)


def injury_of(m: Material, *marks: str) -> Told:
    """These marks, and an earlier one."""
    earlier = m.case.history.earlier_injury
    before = say("papers.injury.earlier", answer=YES_NO[earlier]) if earlier in ("yes", "no") else ""
    return own_or(m.details.narrative.injury, *marks, before)


def exact_words(m: Material) -> Told:
    """The child's words, as they were said: those beside each statement, and those of the child's voice."""
    return own_or(m.details.narrative.exact_words, *spoken(m))


def spoken(m: Material) -> tuple[str, ...]:
    """The same as they stand in the check; what somebody else told is said to be told."""
    return (*(findings.words(said, by) if by == "told" else said for said, by in findings.voiced(m)),
            m.case.voice.words)


def history(m: Material) -> Told:
    """The pattern so far in sentences."""
    known = m.case.history
    parts = (
        say("papers.history.earlier", answer=YES_NO[known.earlier_concerns]) if known.earlier_concerns else "",
        say("papers.history.how_long", answer=known.how_long) if known.how_long else "",
        say("papers.history.how_often", answer=known.how_often) if known.how_often else "",
        say("papers.history.worse", answer=YES_NO[known.getting_worse]) if known.getting_worse else "",
        say("papers.history.since_refusal", answer=YES_NO[known.worse_since_refusal])
        if known.worse_since_refusal else "",
    )
    return own_or(m.details.narrative.history, sentences(parts), known.note)


def tried(m: Material) -> Told:
    """What help there was and what it changed; that there was none, or that nobody knows, is an answer too."""
    return own_or(m.details.narrative.tried, *_help_lines(m.case), help_already(m.case))


def _help_lines(case: Case) -> tuple[str, ...]:
    known = case.history
    lines = tuple(sentences((apart(part for part in (item.what, item.when) if part.strip() not in ("", HELD_TOO)),
                             "" if item.result == HELD_TOO else item.result))
                  for item in known.help)
    tried_ = say(f"papers.tried.{known.help_tried}") if known.help_tried and not known.help else ""
    changed = say("papers.tried.changed", answer=KNOWN_CHANGE[known.changed]) if known.changed else ""
    return (*lines, sentences((tried_, changed)))


def help_already(case: Case) -> str:
    """The help that each child has, by letter."""
    has = {child.label: tuple(one for one in child.status if one in HELP_ALREADY) for child in case.children}
    return sentences(say("papers.tried.has", child=label, help=listed(STATUS[one] for one in already))
                     for label, already in has.items() if already)


def going_well(m: Material) -> Told:
    """Strengths: the statements and what was written of them; that none was found is an answer."""
    none = say("papers.strengths.none") if m.case.no_protective_factor else ""
    known = sentences((*findings.strengths(m), m.case.strengths_note, none))
    own = m.details.narrative.going_well
    return both(own, known)


def safe_people(m: Material) -> Told:
    """Who is safe for the child, and who helps them to be heard."""
    helps = m.case.voice.who_can_help
    return own_or("", m.case.safe_people, say("papers.strengths.helps", who=helps) if helps else "")


def ask(m: Material) -> Told:
    """What is asked of whoever reads this: may the child leave, what may be said and to whom, and what the result is
    for, or in its place the writer's own words. Nothing that is written takes the first two away."""
    leaves = m.case.where_now.leaves_at
    soon = urgency(m.decision.outcome) >= urgency("consult_today")
    when = (say("papers.ask.leaves", time=clock(local(leaves)), day=weekday_in_year(local(leaves)))
            if leaves and soon and not leaving_doubt(m.case.where_now, m.now) else "")
    telling = say("papers.ask.telling") if m.held_back() else ""
    leaving, own = if_unborn(m.decision.before_birth, when), m.details.narrative.ask
    if own.strip() and own.strip() != NOT_KNOWN:
        return both(own, sentences(part for part in (leaving, telling) if part not in own))
    return own_or(own, sentences((leaving, asked_for(m.decision), telling)))


def not_known(m: Material, beside: bool = False) -> tuple[str, ...]:
    """What to say that one does not know: in the writer's words, what is not sure, and what this result says to ask.

    `beside` the table of what was found without what is not sure, which stands there.
    """
    own = m.details.narrative.not_known
    unsure = [] if beside else [one.says for one in found.in_order(m) if one.unsure]
    gaps = [findings.asked_again(gap) for gap in m.decision.gaps if gap.kind in TO_ASK]
    return tuple(dict.fromkeys((*((own,) if own.strip() and own != NOT_KNOWN else ()), *unsure, *gaps)))


def safe_contact(m: Material) -> Told:
    """How and when somebody may be reached: only what the writer has written to that very question, never what guidance
    says of everybody, and never what else was said of a person, which may be how they are watched."""
    return Told(m.details.narrative.safe_contact)


def also_said(member: FamilyMember) -> str:
    """What else the writer has said of somebody; empty where nothing was."""
    return sentences((say("papers.labelled", who=say("papers.also_said"), said=member.note),)) \
        if member.note.strip() else ""


def _of(who: str, said: str) -> str:
    return sentences((say("papers.labelled", who=who, said=said),))


def accessibility(m: Material) -> Told:
    """What somebody needs in order to follow: how each child communicates, and in which language."""
    lines = [_of(m.child_title(child), apart(parts)) for child in m.case.children
             if (parts := [part for part in (child.communication, child.disability_note) if part.strip()])]
    return own_or(m.details.narrative.accessibility, *lines, *interpreters(m))


def interpreters(m: Material) -> tuple[str, ...]:
    """Who needs an interpreter, and for which language."""
    needs = [(m.person(member), member.language) for member in m.case.family
             if member.interpreter == "yes" and member.key not in m.unseen]
    if m.case.young_person.interpreter == "yes":
        needs.append((the_young_person(m), m.case.young_person.language))
    return tuple(say("papers.interpreter_for", who=who, language=language) if language.strip()
                 else say("papers.interpreter_for_whom", who=who) for who, language in needs)


def suspected(m: Material) -> Value:
    """Who might be causing this, whether they can reach the child, what was written about it, and who is not the cause.
    """
    who, source = findings.suspected(m), m.case.source_of_harm
    can = say("papers.can_reach.answer", answer=YES_NO[source.access]) if source.access else ""
    cleared = [m.relation(member) for member in m.case.family if member.key in source.ruled_out]
    not_them = say("papers.ruled_out", who=listed(cleared), why=source.ruled_out_because) if cleared else ""
    return value(sentences(("" if who.muted else who.said, can, source.note, not_them)))


def household(m: Material) -> tuple[HouseholdMember, ...]:
    """Everybody who was entered in the home and family: the rows of the details, then those of the family answers."""
    rows = list(m.details.household)
    keys = {row.key for row in rows if row.key}
    again = [row.relation.strip().casefold() for row in rows if not row.key and row.relation.strip()]
    for member in m.case.family:
        if member.key in keys | m.unseen:
            continue
        if (said := member.relation.strip().casefold()) in again:
            again.remove(said)   # the same person, added once more: of two brothers one row is one of them
        else:
            rows.append(HouseholdMember(key=member.key, relation=member.relation,
                                        parental_responsibility=member.responsibility))
    return tuple(_filled(m, row) for row in rows)


def _filled(m: Material, row: HouseholdMember) -> HouseholdMember:
    """A row with what the family answers say of the same person where the row says nothing."""
    member = family_member(m, row)
    if member is None or row.parental_responsibility not in (None, "not_known") or member.responsibility is None:
        return row
    return to_print(row, parental_responsibility=member.responsibility)


def family_member(m: Material, row: HouseholdMember) -> FamilyMember | None:
    """The person of the family answers whom a row of the household is about."""
    return next((member for member in m.case.family if row.key == member.key), None)


def last_seen(m: Material) -> Value:
    """When the child was last seen, or that they are with the writer now."""
    if m.case.events.last_seen:
        return event(m, "last_seen")
    return Value(say("papers.last_seen.with_me")) if m.case.where_now.place == "with_me" else NOT_ANSWERED


def safe_until(m: Material) -> Value:
    """Whether the child was said to be safe until the front door opens, and when that is; empty where not asked."""
    answer, until = m.case.safe_until_open, m.case.safe_until
    if answer is None:
        return NOT_ANSWERED
    return Value(listed((YES_NO[answer], say("papers.safe_until", when=moment(local(until))) if until else ""))
                 if until else YES_NO[answer])
