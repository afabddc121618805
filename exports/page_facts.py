"""The head of page one of a referral: the call, child and home, who is there, and what must be minded to keep all safe.

Who must not be told, the safe way and what is held back are never cut: what a case says much of makes room for them.
Where the page is crowded the reasons are short here, and what else was said of each person; both stand whole after the
worry.
"""
import re

from decision.case import TEXT_LIMIT, Child, FamilyMember, YoungPerson
from decision.result import Telling
from exports import findings, found, from_check
from exports.after_call import first_line, first_numbers, was_rung
from exports.blocks import Block, Callout, Heading, Led, Paragraph, Rows, Value, value
from exports.calls_made import besides, in_a_line, the_last_call
from exports.dates import birth
from exports.details import NOT_KNOWN, HouseholdMember
from exports.front_door import held_lines
from exports.later import where
from exports.material import Material, age, held, marked
from exports.not_yet import only_unborn
from exports.parts import harmed, speaks, told
from exports.whose_yes import not_counted
from exports.pdf.text import sentences
from exports.words import AGREES
from exports.young_person import knows_whole, the_young_person, told_name, told_name_known
from guidance.words import say
from guidance.words.english import asks_to_keep_from
from guidance.words.forms import apart, capital, listed, mid

RING = 4
"""Routes among which the first with a number is looked for."""
PEOPLE = 8
"""People named in one row."""
ALSO = (TEXT_LIMIT, 60, 0, 0)
"""Letters of what else was said of a person, by how crowded the page is."""
NOTHING_ALSO = 2
"""How crowded a page is where none of that stands on it."""
ADVICE = (TEXT_LIMIT, 200, 60, 60)
"""Letters of what was said in the call, by how crowded the page is: it stands whole with the call."""
SUSPECTED = "suspected"
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


def head(m: Material, crowded: int = 0) -> tuple[Block, ...]:
    """From danger to what must be minded. `crowded`: at 1 reasons are one sentence, and what else was said of a person
    a few words; at 2 neither stands here, nor how the call and the form go together, which stands with the call; at 3
    not even until when somebody is not told."""
    return (_ring_first(m, crowded), *_sent(m, crowded), *_facts(m, crowded), *careful(m, crowded))


def _ring_first(m: Material, crowded: int) -> Callout:
    """Danger first; then the number to ring before the form, or, once that call was made, by which they are reached."""
    line = first_line(m, short=crowded >= NOTHING_ALSO)
    return Callout("stop", say("papers.danger", number=m.emergency_number()),
                   (sentences((line, *first_numbers(m, RING))),), tight=True)


def _sent(m: Material, crowded: int) -> tuple[Block, ...]:
    """What it stands for, and the call before it."""
    name, _ = m.stands_for("referral")
    form = say("papers.stands_for", form=name) if name and crowded < NOTHING_ALSO else ""
    earlier = tuple(Paragraph(say("papers.labelled", who=label, said=one.said), "tight")
                    for label, one in besides(m, the_last_call(m)))
    return (Paragraph(Led(say("papers.rung"), sentences((_rung(m, crowded), form))), "tight"), *earlier)


def _rung(m: Material, crowded: int) -> str:
    call = the_last_call(m)
    if call.made is None and call.outcome is None:
        return say("papers.rung.not_written" if was_rung(m) else "papers.rung.not_yet")
    return in_a_line(m, call.but(note=found.cut(call.note, ADVICE[crowded])))


def _facts(m: Material, crowded: int) -> tuple[Rows, ...]:
    """Child, home and who is there; where the child is now, who can reach them, and how the writer is reached."""
    there, not_there, others = _people(m)
    at_home = () if there.muted and not others.muted else ((say("papers.at_home"), there),)
    left = ((say("papers.child"), _children(m)), (say("papers.home"), _home(m)), *at_home)
    seen, safe = from_check.last_seen(m), from_check.safe_until(m)
    right = [(say("papers.now"), findings.where_now(m)), (say("papers.can_reach"), from_check.suspected(m))]
    right += [] if seen.muted else [(say("papers.last_seen"), seen)]
    right += [] if safe.muted else [(say("papers.safe_until_open"), safe)]
    more = ((say("papers.not_at_home"), not_there), (say("papers.family" if there.muted else "papers.others"), others))
    each = (say("papers.each_person"), _each_person(m, crowded))
    wide = (*((label, said) for label, said in (*more, each) if not said.muted), (say("papers.worried"), _writer(m)))
    if crowded:   # long answers take fewer lines in the whole width
        return (Rows((*left[:1], *right, *left[1:], *wide), open=True),)
    return (Rows((*left, *right), columns=2, open=True), Rows(wide, open=True))


def _each_person(m: Material, crowded: int) -> Value:
    """In a line each, where anything is known: who is harmed too, has been told, agrees, and needs an interpreter, and
    what else was said of them."""
    young = m.case.young_person
    lines = [(m.relation(member), (harmed(member) if member.harmed != "no" else "", *_spoken_with(m, member),
                                   _also(member, crowded))) for member in m.case.family if member.key not in m.unseen]
    lines.append((the_young_person(m), _spoken_with(m, young)))
    said = [(who, tuple(part for part in parts if part)) for who, parts in lines if any(parts)]
    if crowded >= NOTHING_ALSO:
        return value(" ".join(sentences((say("papers.labelled", who=who, said=listed(parts)),)) for who, parts in said))
    return value("\n".join(say("papers.labelled", who=who, said=apart(parts)) for who, parts in said))


def _also(member: FamilyMember, crowded: int) -> str:
    """What else was said of somebody, as much of it as stands here."""
    room = ALSO[crowded]
    return from_check.also_said(member.but(note=found.cut(member.note, room))) if room and member.note.strip() else ""


def _spoken_with(m: Material, one: FamilyMember | YoungPerson) -> tuple[str, ...]:
    """Whether somebody was told, whether they agree, and the interpreter whom they need."""
    known = told(one.told) if one.told != "not_known" else ""
    agrees = AGREES[one.agrees] if one.agrees in ("agrees", "refuses") else ""
    return known, agrees, not_counted(m, one), speaks(one)


def _writer(m: Material) -> Value:
    """Who is worried, and where and when they and their lead are reached."""
    me = m.details.referrer
    lead = _given(me.lead_name, me.lead_phone)
    lines = (_given(me.name, me.job or m.role_name(), me.agency), _given(me.phone, me.email),
             say("papers.best_times", times=me.best_times) if _given(me.best_times) else "",
             say("papers.lead", lead=lead) if lead else "")
    return value(sentences(lines))


def _given(*parts: str) -> str:
    """What was answered of these, in a row."""
    return listed(part for part in parts if part.strip() and part != NOT_KNOWN)


def _children(m: Material) -> Value:
    """Each child in a line: letter, name, gender, born, age."""
    lines, confidential = [], False
    for child in m.case.children:
        name = held(m.details.child(child.label).name)
        confidential = confidential or name.confidential
        lines.append(_child(m, child, "" if name.muted or name.said == NOT_KNOWN else name.said))
    return Value("\n".join(lines), confidential=confidential) if lines else Value(say("papers.no_child"))


def _child(m: Material, child: Child, name: str) -> str:
    who = m.details.child(child.label)
    on, old = birth(m, who), age(child)
    born = "" if on.muted or on.said == NOT_KNOWN or child.unborn else say("papers.born", day=on.said)
    parts = (name, "" if who.gender == NOT_KNOWN else who.gender, born, old.said)
    return say("papers.labelled", who=child.label, said=listed(part for part in parts if part))


def _home(m: Material) -> Value:
    """Where they live: each address once."""
    homes = [held(m.details.child(child.label).address) for child in m.case.children]
    said = dict.fromkeys(home.said for home in homes if not home.muted)
    return Value("\n".join(said), confidential=any(home.confidential for home in homes)) if said else value("")


def _people(m: Material) -> tuple[Value, Value, Value]:
    """Who was said to live at home, who was said not to, and the others in the child's life: that nobody was asked
    where they live, but for the woman who is expecting, where no other child is in the case: she is where hers is."""
    rows = from_check.household(m)
    others = [row for row in rows if row.lives_in_home in (None, "not_known")]
    expecting = [row for row in others if only_unborn(m) and (who := from_check.family_member(m, row))
                 and who.expecting == "yes"]
    open_ = _named([row for row in others if row not in expecting])
    with_child = say("papers.others.expecting", who=_named(expecting).said) if expecting else ""
    unsaid = "" if open_.muted else say("papers.others.where_not_said", who=open_.said)
    return (_named([row for row in rows if row.lives_in_home == "yes"]),
            _named([row for row in rows if row.lives_in_home == "no"]),
            value(apart(part for part in (with_child, unsaid) if part)))


def _named(rows: list[HouseholdMember]) -> Value:
    more = [say("papers.and_more", number=len(rows) - PEOPLE)] if len(rows) > PEOPLE else []
    return value(apart((*map(_person, rows[:PEOPLE]), *more)))


def _person(row: HouseholdMember) -> str:
    name = "" if row.name.text == NOT_KNOWN or not row.name.text.strip() else marked(held(row.name))
    return listed(part for part in (row.relation, name) if part)


def careful(m: Material, crowded: int = 0) -> tuple[Block, ...]:
    """Whom not to tell, why, and until when; the safe way to reach somebody; and what is held back: each of it whole,
    but for the reasons where the page is `crowded`."""
    reasons: dict[tuple[str, str], tuple[str, ...]] = {}
    held_back = m.held_back()
    for item in sorted(held_back, key=lambda item: item.state != "not_yet"):
        rule, knows = "papers.not_yet" if item.state == "not_yet" else "papers.ask_first", knows_whole(m, item.person)
        key = (f"{rule}_more" if knows else rule, _why(item, crowded))
        name = say("papers.nobody_yet", name=mid(item.name)) if _is_nobody(m, item) else told_name_known(m, item)
        reasons[key] = (*reasons.get(key, ()), name)
    lines = [Led(say(key, names=listed(names)), why) for (key, why), names in reasons.items()]
    if crowded > NOTHING_ALSO and reasons:
        lines.append(Led("", say("papers.reasons_later", where=where(say("papers.told.reasons")))))
    asks = tuple((key, said) for key, said in (("papers.child_asks", child_asks(m)), ("papers.told_asks", told_asks(m)))
                 if said)
    asked = bool(asks)
    lines += [Led(say(key), say("papers.child_asks.check", words=said)) for key, said in asks]
    safe = from_check.safe_contact(m)
    lines += [Led(say("papers.safe_way"), safe.said)] if safe.said else []
    visit = m.details.narrative.visiting_risk
    lines += [Led(say("papers.visiting"), visit)] if visit.strip() and visit != NOT_KNOWN else []
    lines += held_lines(m)
    if not lines:
        return ()
    title = say("papers.speak_to_me") if held_back or asked else ""
    stop = held_back or asked or m.sheet.answers or m.sheet.sources
    return (Callout("stop" if stop else "note", title, tuple(lines), tight=True),)


def _is_nobody(m: Material, item: Telling) -> bool:
    """Whether this is about the person suspected where the writer has said that nobody is."""
    source = m.case.source_of_harm
    return item.person == SUSPECTED and source.kinds == ("nobody",) and not source.members


def child_asks(m: Material) -> str:
    """The child's own sentences that ask that somebody is not told, each once; empty where there is none. What somebody
    else told is not the child's."""
    return _asking(m.case.young_person.view, *findings.childs_own(m))


def told_asks(m: Material) -> str:
    """Such sentences in what somebody else told, in whose words they may be."""
    return _asking(*(said for said, by in findings.voiced(m) if by == "told"))


def _asking(*said: str) -> str:
    each = dict.fromkeys(sentence for words in said for sentence in SENTENCE.split(words))
    return sentences(filter(asks_to_keep_from, each))


def whole_below(m: Material) -> tuple[Block, ...]:
    """What a crowded head has said in short, whole: why somebody is not told, and what is known of each person."""
    each = _each_person(m, 0)
    people = ((say("papers.each_person"), each),) if not each.muted else ()
    rows = (*_reasons(m), *people)
    return (Heading(say("papers.told.reasons"), tight=True), Rows(rows, open=True)) if rows else ()


def _reasons(m: Material) -> tuple[tuple[str, Value], ...]:
    """Who is not to be told, with the whole reason and until when: a row for each reason."""
    rows: dict[str, tuple[str, ...]] = {}
    for item in m.held_back():
        rows[_why(item)] = (*rows.get(_why(item), ()), mid(told_name(m, item)))
    return tuple((capital(listed(names)), Value(why)) for why, names in rows.items())


def _why(item: Telling, crowded: int = 0) -> str:
    """The reason, and until when; where it is crowded its first sentence, or until when alone, or neither."""
    why = (item.why, SENTENCE.split(item.why)[0], "", "")[crowded]
    until = say("papers.until", lifted=item.lifted_by) if item.lifted_by and crowded <= NOTHING_ALSO else ""
    return sentences((why, until))
