"""Page one of the referral: all that a front door acts on. What does not fit here whole stands on a later page too."""
from decision.case import Child
from decision.path import Path
from decision.result import Telling
from decision.then import talk_first
from exports import findings, found, from_check
from exports.blocks import Beside, Block, Callout, Heading, Led, Paragraph, Rows, Value, Windscreen, value
from exports.dates import birth, event
from exports.details import NOT_KNOWN, HouseholdMember
from exports.front_door import held_lines
from exports.from_check import Told
from exports.material import Material, age, contact_line, held
from exports.pdf.text import sentences
from exports.two_answers import first_paths, so_far
from exports.words import CALL, YES_NO
from guidance.words import say
from guidance.words.forms import apart, capital, listed

ROOM = 520
"""Letters of a written answer that stand here; a longer one goes on later."""
PEOPLE = 8
"""People named in the row of who is at home."""


def page_one(m: Material) -> tuple[Block, ...]:
    """From danger to strengths, in the order in which a duty worker reads."""
    return (_ring_first(m), *_sent(m), _facts(m), *_careful(m), *_worry(m), *_ask(m), *_help(m))


def whole_here(m: Material) -> frozenset[str]:
    """The sections of the referral of which every word stands on this page."""
    answers = {"worry": from_check.worry(m, short=True), "why_now": from_check.why_now(m), "ask": from_check.ask(m),
               "tried": from_check.tried(m), "meanwhile": Told(m.details.narrative.meanwhile)}
    fits = {id_ for id_, answer in answers.items() if len(answer.said) <= ROOM and answer.said.count("\n") < 6}
    if _strengths_said(m) == _cut(_strengths_said(m)):
        fits.add("strengths")
    if not found.is_cut(m):
        fits.add("findings")
    return frozenset(fits)


def _cut(said: str) -> str:
    """As much of a text as stands here, with where it goes on."""
    lines = said.split("\n")
    shown = found.cut("\n".join(lines[:6]), ROOM)
    return shown if shown == said else say("papers.goes_on", text=shown)


def _ring_first(m: Material) -> Callout:
    first = next((route for route in m.ring(4) if route.dial and route.dial != m.emergency_number()), None)
    ring = say("papers.ring", whom=contact_line(first)) if first else ""
    return Callout("stop", say("papers.danger", number=m.emergency_number()),
                   (sentences((say("papers.ring_first"), ring)),), tight=True)


def _sent(m: Material) -> tuple[Block, ...]:
    """To whom it goes, and the call before it."""
    name, how = m.stands_for("referral")
    stands = (Led(say("papers.stands_for", form=name), sentences(how)),) if name else ()
    return tuple(Paragraph(line, "tight") for line in (*stands, Led(say("papers.rung"), _rung(m))))


def _rung(m: Material) -> str:
    call = m.case.call
    if m.case.events.call_made is None and call.outcome is None:
        return say("papers.rung.not_yet")
    contact = m.packs.contact(m.decision.home_area, call.contact)
    to = say("papers.rung.spoke_to", who=call.spoke_to_role) if call.spoke_to_role else ""
    reference = say("papers.rung.reference", reference=call.reference) if call.reference else ""
    outcome = CALL[call.outcome] if call.outcome else ""
    made = event(m, "call_made")
    return sentences((listed(part for part in ("" if made.muted else made.said, contact.name if contact else "", to,
                                               reference, outcome) if part), call.note))


def _facts(m: Material) -> Rows:
    """Child, home and who is there; where the child is now, who can reach them, and how the writer is reached."""
    left = ((say("papers.child"), _children(m)), (say("papers.home"), _home(m)), (say("papers.at_home"), _people(m)))
    me = m.details.referrer
    lead = listed(part for part in (me.lead_name, me.lead_phone) if part)
    worried = "\n".join(part for part in (
        listed(part for part in (me.name, me.job or m.role_name(), me.agency) if part),
        listed(part for part in (me.phone, me.email) if part),
        say("papers.best_times", times=me.best_times) if me.best_times else "",
        say("papers.lead", lead=lead) if lead else "") if part)
    seen, safe = from_check.last_seen(m), from_check.safe_until(m)
    right = [(say("papers.now"), findings.where_now(m)), (say("papers.can_reach"), _reach(m))]
    right += [] if seen.muted else [(say("papers.last_seen"), seen)]
    right += [] if safe.muted else [(say("papers.safe_until_open"), safe)]
    return Rows((*left, *_pad(len(right) + 1 - len(left)), *right, (say("papers.worried"), value(worried))), columns=2,
                open=True)


def _pad(rows: int) -> tuple[tuple[str, Value], ...]:
    return (("", Value("")),) * max(rows, 0)


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
    return f"{child.label}: {listed(part for part in parts if part)}"


def _home(m: Material) -> Value:
    """Where they live: each address once."""
    homes = [held(m.details.child(child.label).address) for child in m.case.children]
    said = dict.fromkeys(home.said for home in homes if not home.muted)
    return Value("\n".join(said), confidential=any(home.confidential for home in homes)) if said else value("")


def _people(m: Material) -> Value:
    """Who else is at home or in the family, as far as it was said."""
    rows = [row for row in from_check.household(m) if row.lives_in_home != "no" and _is_somebody(m, row)]
    shown = [_person(row) for row in rows[:PEOPLE]]
    more = [say("papers.and_more", number=len(rows) - PEOPLE)] if len(rows) > PEOPLE else []
    confidential = any(row.name.confidential and row.name.text for row in rows[:PEOPLE])
    said = apart((*shown, *more))
    return Value(said, confidential=confidential) if said else value("")


def _is_somebody(m: Material, row: HouseholdMember) -> bool:
    return bool(row.name.text.strip()) or from_check.family_member(m, row) is not None or bool(row.key)


def _person(row: HouseholdMember) -> str:
    name = row.name.text if row.name.text != NOT_KNOWN else ""
    return listed(part for part in (row.relation, name) if part)


def _reach(m: Material) -> Value:
    """Who might be causing this, whether they can reach the child, and what was written about it."""
    who, source = findings.suspected(m), m.case.source_of_harm
    can = say("papers.can_reach.answer", answer=YES_NO[source.access]) if source.access else ""
    cleared = [m.relation(member) for member in m.case.family if member.key in source.ruled_out]
    not_them = say("papers.ruled_out", who=listed(cleared), why=source.ruled_out_because) if cleared else ""
    return value(sentences(("" if who.muted else who.said, can, source.note, not_them)))


def _careful(m: Material) -> tuple[Block, ...]:
    """Whom not to tell and until when, the safe way to reach somebody, and what is held back."""
    not_yet = tuple(item for item in m.held_back() if item.state == "not_yet")
    ask = tuple(item for item in m.held_back() if item.state != "not_yet")
    lines = [Led(f"{capital(item.name)}:", _why(item)) for item in (*not_yet, *ask)]
    if m.held_back():
        lines.append(Led("", say("papers.speak_to_me")))
    safe = from_check.safe_contact(m)
    lines += [Led(say("papers.safe_way"), _cut(safe.said))] if safe.said else []
    visit = m.details.narrative.visiting_risk
    lines += [Led(say("papers.visiting"), _cut(visit))] if visit.strip() and visit != NOT_KNOWN else []
    lines += held_lines(m)
    if not lines:
        return ()
    title = sentences(say(key, names=listed(item.name for item in group))
                      for key, group in (("papers.not_yet", not_yet), ("papers.ask_first", ask)) if group)
    return (Callout("stop" if m.held_back() or m.sheet.answers or m.sheet.sources else "note", title, tuple(lines), tight=True),)


def _why(item: Telling) -> str:
    return sentences((item.why, say("papers.until", lifted=item.lifted_by) if item.lifted_by else ""))


def _worry(m: Material) -> tuple[Block, ...]:
    worry, now = from_check.worry(m, short=True), from_check.why_now(m)
    return (
        Heading(say("papers.worry")), _written("", worry), *([_written(say("papers.why_now"), now)] if now.said else []),
        *found.short_table(m),
    )


def _written(lead: str, told: Told) -> Paragraph:
    """An answer as a paragraph, with the words that say where it was taken from."""
    said = told.value
    text = _cut(told.said) if told.said.strip() else said.said
    return Paragraph(Led(lead, say("papers.taken_row", answer=text) if told.taken else text), "tight")


def _ask(m: Material) -> tuple[Block, ...]:
    """What it means, what is asked now and which help follows, beside the windscreen where the area has one."""
    story = m.details.narrative
    lines = [Led(f"{say('papers.now')}:", sentences((m.decision.headline,))),
             Led(say("papers.we_ask"), _cut(from_check.ask(m).said))]
    lines += [Led(f"{_then(m, path)}:", _help_line(m, path)) for path in first_paths(m.decision)]
    lines += [Led(say("papers.meanwhile"), _cut(story.meanwhile) if story.meanwhile.strip()
                  else say("papers.not_written"))]
    blocks = [Callout("note", "", tuple(lines), tight=True)]
    analysis = (Paragraph(_cut(story.analysis)),) if story.analysis.strip() and story.analysis != NOT_KNOWN else ()
    place = m.decision.place
    if m.area and m.area.levels and place.marks:
        side: tuple[Block, ...] = (Beside((*analysis, *blocks), Windscreen(place, m.area, small=True)),)
    else:
        side = (*analysis, *blocks)
    return (Heading(say("papers.meaning")), *side)


def _then(m: Material, path: Path) -> str:
    words = say("then.heading_after_talk" if talk_first(m.decision, path) else "then.heading")
    return f"{words} ({say('then.children', children=listed(path.about))})" if path.about else words


def _help_line(m: Material, path: Path) -> str:
    """The level and what happens there, and whose agreement it needs, in a few sentences."""
    help_ = path.help.partition(". ")[0] if path.name else path.says.partition(". ")[0]
    needed = say("then.needed" if path.agreement_needed else "then.not_needed")
    return sentences((path.name, help_, needed, path.says_agreement if path.agreement_needed else ""))


def agreement_lines(m: Material, path: Path) -> tuple[str, ...]:
    """Whether a path needs agreement; where it does who has given it, whose does not count, and what must be known."""
    if not path.agreement_needed:
        return (say("then.not_needed"),)
    return (say("then.needed"), path.says_agreement, *so_far(path, m.packs), *path.not_counted, path.question)


def _help(m: Material) -> tuple[Block, ...]:
    tried, strengths = from_check.tried(m), _strengths_said(m)
    return (
        Paragraph(Led(say("papers.tried"), _cut(tried.said) if tried.said else tried.value.said), "tight"),
        Paragraph(Led(say("papers.strengths"), _cut(strengths) if strengths else value("").said), "tight"),
    )


def _strengths_said(m: Material) -> str:
    return "\n".join(one.said for one in (from_check.going_well(m), from_check.safe_people(m)) if one.said)
