"""The head of page one of a referral: the call, child and home, who is there, and what must be minded to keep all safe.

Nothing here is ever cut: what a case says much of makes room for it.
"""
import re

from decision.after import has_rung
from decision.case import Child, FamilyMember, YoungPerson
from decision.result import Telling
from exports import findings, from_check
from exports.after_call import first_line, first_route, is_known
from exports.blocks import Block, Callout, Led, Paragraph, Rows, Value, value
from exports.dates import birth, event
from exports.details import NOT_KNOWN, HouseholdMember
from exports.front_door import held_lines
from exports.material import Material, age, held, marked
from exports.parts import harmed, told
from exports.whose_yes import not_counted
from exports.pdf.text import sentences
from exports.words import AGREES, CALL
from exports.young_person import knows_whole, the_young_person, told_name_known
from guidance.words import say
from guidance.words.english import asks_to_keep_from
from guidance.words.forms import apart, listed, mid

RING = 4
"""Routes among which the first with a number is looked for."""
PEOPLE = 8
"""People named in one row."""
SUSPECTED = "suspected"
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


def head(m: Material) -> tuple[Block, ...]:
    """From danger to what must be minded."""
    return (_ring_first(m), *_sent(m), *_facts(m), *careful(m))


def _ring_first(m: Material) -> Callout:
    """Danger first; then the number to ring before the form, or, once that call was made, by which they are reached."""
    first = first_route(m, RING)
    number = say("papers.labelled", who=first.name, said=first.dial) if first else ""
    ring = (say("papers.reach", whom=number) if is_known(m) else number, first.warning) if first else ()
    return Callout("stop", say("papers.danger", number=m.emergency_number()),
                   (sentences((first_line(m), *ring)),), tight=True)


def _sent(m: Material) -> tuple[Block, ...]:
    """What it stands for, and the call before it."""
    name, _ = m.stands_for("referral")
    form = say("papers.stands_for", form=name) if name else ""
    return (Paragraph(Led(say("papers.rung"), sentences((_rung(m), form))), "tight"),)


def _rung(m: Material) -> str:
    call = m.case.call
    if m.case.events.call_made is None and call.outcome is None:
        return say("papers.rung.not_written" if has_rung(m.case, m.decision) else "papers.rung.not_yet")
    contact = m.packs.contact(m.decision.home_area, call.contact)
    to = say("papers.rung.spoke_to", who=call.spoke_to_role) if call.spoke_to_role else ""
    reference = say("papers.rung.reference", reference=call.reference) if call.reference else ""
    outcome = CALL[call.outcome] if call.outcome else ""
    made = event(m, "call_made")
    return sentences((listed(part for part in ("" if made.muted else made.said, contact.name if contact else "", to,
                                               reference, outcome) if part), call.note))


def _facts(m: Material) -> tuple[Rows, ...]:
    """Child, home and who is there; where the child is now, who can reach them, and how the writer is reached."""
    there, not_there, others = _people(m)
    left = ((say("papers.child"), _children(m)), (say("papers.home"), _home(m)), (say("papers.at_home"), there))
    seen, safe = from_check.last_seen(m), from_check.safe_until(m)
    right = [(say("papers.now"), findings.where_now(m)), (say("papers.can_reach"), from_check.suspected(m))]
    right += [] if seen.muted else [(say("papers.last_seen"), seen)]
    right += [] if safe.muted else [(say("papers.safe_until_open"), safe)]
    unsaid = Value(say("papers.others.where_not_said", who=others.said), others.muted)
    more = ((say("papers.not_at_home"), not_there), (say("papers.others"), unsaid))
    wide = (*((label, said) for label, said in (*more, (say("papers.each_person"), _each_person(m))) if not said.muted),
            (say("papers.worried"), _writer(m)))
    return (Rows((*left, *right), columns=2, open=True), Rows(wide, open=True))


def _each_person(m: Material) -> Value:
    """In a line each, where anything is known: who is harmed too, has been told, agrees, and needs an interpreter, and
    what else was said of them."""
    young = m.case.young_person
    lines = [(m.relation(member), (harmed(member), *_spoken_with(m, member), from_check.also_said(member)))
             for member in m.case.family
             if member.key not in m.unseen]
    lines.append((the_young_person(m), _spoken_with(m, young)))
    return value("\n".join(say("papers.labelled", who=who, said=apart(part for part in parts if part))
                           for who, parts in lines if any(parts)))


def _spoken_with(m: Material, one: FamilyMember | YoungPerson) -> tuple[str, ...]:
    """Whether somebody was told, whether they agree, and the interpreter whom they need."""
    known = told(one.told) if one.told != "not_known" else ""
    agrees = AGREES[one.agrees] if one.agrees in ("agrees", "refuses") else ""
    speaks = (say("papers.each_person.speaks", language=one.language) if one.language.strip()
              else say("papers.each_person.needs_one")) if one.interpreter == "yes" else ""
    return known, agrees, not_counted(m, one), speaks


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
    """Who was said to live at home, who was said not to, and the others in the child's life."""
    rows = from_check.household(m)
    return (_named([row for row in rows if row.lives_in_home == "yes"]),
            _named([row for row in rows if row.lives_in_home == "no"]),
            _named([row for row in rows if row.lives_in_home in (None, "not_known")]))


def _named(rows: list[HouseholdMember]) -> Value:
    more = [say("papers.and_more", number=len(rows) - PEOPLE)] if len(rows) > PEOPLE else []
    return value(apart((*map(_person, rows[:PEOPLE]), *more)))


def _person(row: HouseholdMember) -> str:
    name = "" if row.name.text == NOT_KNOWN or not row.name.text.strip() else marked(held(row.name))
    return listed(part for part in (row.relation, name) if part)


def careful(m: Material) -> tuple[Block, ...]:
    """Whom not to tell, why, and until when; the safe way to reach somebody; and what is held back: each of it whole.
    """
    reasons: dict[tuple[str, str], tuple[str, ...]] = {}
    held_back = m.held_back()
    for item in sorted(held_back, key=lambda item: item.state != "not_yet"):
        rule, knows = "papers.not_yet" if item.state == "not_yet" else "papers.ask_first", knows_whole(m, item.person)
        key = (f"{rule}_more" if knows else rule, _why(item))
        name = say("papers.nobody_yet", name=mid(item.name)) if _is_nobody(m, item) else told_name_known(m, item)
        reasons[key] = (*reasons.get(key, ()), name)
    lines = [Led(say(key, names=listed(names)), why) for (key, why), names in reasons.items()]
    asked = child_asks(m)
    lines += [Led(say("papers.child_asks"), say("papers.child_asks.check", words=asked))] if asked else []
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
    """The child's own sentences that ask that somebody is not told, each once; empty where there is none."""
    case = m.case
    said = (case.young_person.view, case.voice.words, *(one.words for one in case.signs.values()),
            *(one.words for one in case.findings))
    each = dict.fromkeys(sentence for words in said for sentence in SENTENCE.split(words))
    return " ".join(filter(asks_to_keep_from, each))


def _why(item: Telling) -> str:
    """The reason, and until when."""
    return sentences((item.why, say("papers.until", lifted=item.lifted_by) if item.lifted_by else ""))
