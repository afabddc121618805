"""Sections that more than one document has: the stop box, the household, where it all comes from."""
from dataclasses import replace

from decision.case import FamilyMember, YoungPerson
from decision.result import Deadline
from exports import from_check
from exports.after_call import first_line, in_order, is_known, line_to
from exports.blocks import Block, Bullets, Callout, Grid, Heading, Led, Paragraph, Rows, Value, value
from exports.dates import born
from exports.details import NOT_KNOWN, Held, HouseholdMember
from exports.gaps import gap, is_gap_or_heading
from exports.material import Material, held, in_one, joined, marked, one_of, yes_no
from exports.pdf.text import sentences
from exports.whose_yes import not_counted
from exports.words import AGREES, YES_NO
from guidance.models import Source
from guidance.vocabulary import YesNo
from guidance.words import say
from guidance.words.forms import apart, capital, counted, day, following, listed, mid, weekday_and_moment

RING = 4
"""How many of the routes stand in the box at the top."""
BY_THEMSELVES = ("name", "reach")
"""Of a person in the household, what needs no word before it."""
TO_WRITE_ON = 2
"""Empty lines of a household that nobody has entered."""
ATTACHED = {state: say(f"papers.attached.{state}") for state in ("attached", "to_follow", "not_available")}


def stop_box(m: Material) -> Callout:
    """Danger first, the call before the paper, and whom to ring."""
    ring = tuple(line_to(m, route) for route in in_order(m, RING) if route.dial or route.instead)
    return Callout("stop", say("papers.danger", number=m.emergency_number()), (first_line(m), *ring))


def filled_rows(rows: tuple[tuple[str, Value], ...], columns: int = 1) -> tuple[Block, ...]:
    """The answers that there are; then, in a line each, what is not known and what nobody has answered."""
    there = tuple(row for row in rows if not row[1].muted and row[1] != Value(NOT_KNOWN))
    gaps = (([label for label, answer in rows if answer == Value(NOT_KNOWN)], False),
            ([label for label, answer in rows if answer.muted], True))
    lines = tuple(gap(apart(labels), known) for labels, known in gaps if labels)
    return (*([Rows(there, columns)] if there else []), *lines)


def to_fill(rows: tuple[tuple[str, Value], ...], columns: int = 1) -> tuple[Block, ...]:
    """Every row, with room to write where nobody has answered: for a paper that is filled in with the family."""
    return (Rows(tuple((label, to_write(answer)) for label, answer in rows), columns),)


def to_write(answer: Value) -> Value:
    """The answer, or an empty cell to write in."""
    return Value("") if answer.muted else answer


def stands_for(m: Material, document_id: str) -> tuple[Callout, ...]:
    """Which form of the area the paper stands for, how it is sent, and to whom the document sends it."""
    name, sent = m.stands_for(document_id, called=is_known(m))
    return (Callout("note", say("papers.form", form=name), sent),) if name else ()


def agrees(m: Material, member: FamilyMember | YoungPerson) -> Value:
    """What somebody says to help, and of a yes or a no how they were asked and which help was named."""
    said = one_of(AGREES, member.agrees)
    if member.agrees not in ("agrees", "refuses"):
        return said
    if isinstance(member, YoungPerson):
        return Value(sentences((said.said, not_counted(m, member))).rstrip("."))
    alone = said_of("ask.asked_alone.said", YES_NO[member.asked_alone]) if member.asked_alone else ""
    named = listed(say(f"ask.agreed_to.{kind}") for kind in member.agreed_to)
    which = said_of("ask.agreed_to.said", named) if named else ""
    return Value(sentences((said.said, not_counted(m, member), alone, which)).rstrip("."))


def said_of(key: str, answer: str) -> str:
    """An answer with the few words of its question."""
    return say("papers.labelled", who=say(key), said=answer)


def expecting(member: FamilyMember) -> tuple[str, ...]:
    """Whether somebody is expecting the baby, and is a child herself; nothing where neither was answered."""
    facts = (("expecting", member.expecting), ("under_18", member.under_18))
    return tuple(say(f"papers.{fact}.{answer}") for fact, answer in facts if answer)


def harmed(member: FamilyMember) -> str:
    """Whether somebody is being harmed too; nothing where that was not answered."""
    return say(f"papers.harmed.{member.harmed}") if member.harmed else ""


def speaks(one: FamilyMember | YoungPerson) -> str:
    """The interpreter whom somebody needs; nothing where none is."""
    if one.interpreter != "yes":
        return ""
    return (say("papers.each_person.speaks", language=one.language) if one.language.strip()
            else say("papers.each_person.needs_one"))


def told(answer: YesNo | None) -> str:
    """Whether somebody was told, as it stands after their name; nothing where that was not answered."""
    return {"yes": say("papers.each_person.told"), "no": say("papers.each_person.not_told"),
            "not_known": say("papers.each_person.not_known")}[answer] if answer else ""


def household(m: Material, full: bool = True) -> tuple[Block, ...]:
    """Everybody who was entered in the home and family with what is known of them; of whom nothing is known, in one
    line. Not `full`: a table to fill in with the family.
    """
    if not full:
        return _household_to_fill(m)
    rows = [(row, _of_person(m, row)) for row in from_check.household(m)]
    if not rows:
        return (Heading(say("papers.household")), gap(say("papers.household")))
    known = tuple((capital(row.relation) or say("papers.home.somebody"), said) for row, said in rows if not said.muted)
    nothing = [mid(row.relation) for row, said in rows if said.muted and row.relation.strip()]
    return (
        Heading(say("papers.household")), *([Rows(known)] if known else []),
        *([Paragraph(Led(say("papers.home.nothing"), sentences((listed(nothing),))))] if nothing else []),
    )


def _of_person(m: Material, row: HouseholdMember) -> Value:
    """What is known of somebody in the household, in a line; what of it is confidential has that mark. What was said to
    be not known stands once, at the end."""
    name, reach = held(row.name), _reach(row.address, row.phone)
    facts = (("name", name), ("born", born(m, row.born)), ("lives", yes_no(row.lives_in_home)),
             ("responsibility", yes_no(row.parental_responsibility)), ("referred", yes_no(row.also_referred)),
             ("reach", reach))
    said = [marked(answer) if key in BY_THEMSELVES else say("papers.labelled", who=_home(key), said=answer.said)
            for key, answer in facts if not answer.muted and answer.said != NOT_KNOWN]
    unknown = listed(mid(_home(key)) for key, answer in facts if answer.said == NOT_KNOWN)
    return value(apart((*said, *([following(say("papers.row_not_known"), unknown)] if unknown else []))))


def _home(key: str) -> str:
    return say(f"papers.home.{key}")


def _household_to_fill(m: Material) -> tuple[Block, ...]:
    """Who was entered; where nobody was, lines for parents or carers to write on, which name nobody."""
    nobody = (HouseholdMember(relation=say("papers.home.parent_or_carer")),) * TO_WRITE_ON
    rows = tuple(tuple(to_write(answer) for answer in (
        held(member.name), value(capital(member.relation)), born(m, member.born), yes_no(member.lives_in_home),
        yes_no(member.parental_responsibility), _reach(member.address, member.phone)))
        for member in from_check.household(m) or nobody)
    heads = tuple(say(f"papers.home.{name}") for name in (
        "name", "relation", "born", "lives", "responsibility", "reach"))
    return (Heading(say("papers.household")), Grid(heads, rows, (0.2, 0.14, 0.14, 0.11, 0.16, 0.25)))


def _reach(address: Held, phone: Held) -> Value:
    """Address and telephone in one cell; confidential if either is."""
    shown = value(in_one(item.text for item in (address, phone)))
    hides = not shown.muted and shown.said != NOT_KNOWN
    return replace(shown, confidential=hides and (address.confidential or phone.confidential))


def professionals(m: Material) -> tuple[Block, ...]:
    """Who else works with the family."""
    rows = tuple(
        (value(item.role), value(item.name), value(item.agency),
         value(in_one((item.phone, item.email), "\n")), value(item.involvement))
        for item in m.details.professionals
    )
    if not rows:
        return (Heading(say("papers.professionals")), gap(say("papers.professionals")))
    heads = tuple(say(f"papers.professionals.{name}") for name in ("role", "name", "agency", "reach", "since"))
    return (Heading(say("papers.professionals")), Grid(heads, rows, (0.17, 0.2, 0.22, 0.23, 0.18)))


def referrer(m: Material, title: str = "") -> tuple[Block, ...]:
    """Who writes this, how to reach them, and their safeguarding lead."""
    me = m.details.referrer
    return (Heading(title or say("papers.who_refers")), *filled_rows((
        (say("papers.name"), value(me.name)), (say("papers.job"), value(from_check.own_or(me.job, m.role_name()).said)),
        (say("papers.agency"), value(me.agency)), (say("papers.address"), value(me.address)),
        (say("papers.phone"), value(me.phone)), (say("papers.email"), value(me.email)),
        (say("papers.times"), value(me.best_times)), *_knows(m),
        (say("papers.own_lead"), value(joined(me.lead_name, value(me.lead_phone)))),
    ), columns=2))


def referrer_rest(m: Material) -> tuple[Block, ...]:
    """The same but for what page one says, and what of that nobody has answered."""
    rows = tuple(block for block in referrer(m) if is_gap_or_heading(block))
    address = (say("papers.address"), value(m.details.referrer.address))
    known = tuple(row for row in (address, *_knows(m)) if not row[1].muted and row[1] != Value(NOT_KNOWN))
    return (*rows[:1], *([Rows(known, columns=2)] if known else []), *rows[1:])


def _knows(m: Material) -> tuple[tuple[str, Value], ...]:
    """Since when and as what the writer knows the child; as what, which the check asks, may say since when too."""
    since, known_as = m.details.referrer.known_since, m.case.practitioner.relationship
    rows = ((say("papers.known_since"), value(since)), (say("papers.known_as"), value(known_as)))
    return rows[1:] if known_as.strip() and not from_check.own_or(since).said.strip() else rows


def attachments(m: Material, document_id: str) -> tuple[Block, ...]:
    """What goes with a document, and what the area asks for with it; nothing where neither has anything."""
    wanted = tuple(dict.fromkeys(
        item for due in m.decision.documents if due.ours == document_id for item in due.attachments
    ))
    rows = tuple((value(item.name), Value(ATTACHED[item.state])) for item in m.details.attachments)
    blocks: list[Block] = [Heading(say("papers.attachments"))]
    blocks.append(Grid((say("papers.attachments.paper"), say("papers.attachments.state")), rows, (0.7, 0.3))
                  if rows else gap(say("papers.attachments")))
    if wanted:
        blocks += [Paragraph(say("papers.attachments.wanted"), "small"), Bullets(wanted)]
    return tuple(blocks)


def sources(m: Material, notes: bool = True) -> tuple[Block, ...]:
    """Where the facts of a paper come from, each document by its title and date, and (`notes`) which reading of the
    area's document is ours."""
    used = m.used()
    titles = tuple(sentences((listed((source.title, source.date)), _currency(m, source))) for source in used)
    checked = min((source.checked_on for source in used), default=None)
    told = tuple(gap for gap in m.decision.gaps if notes and gap.kind in ("our_reading", "past_review"))
    old = sum(notes and gap.kind == "out_of_date" for gap in m.decision.gaps)
    lines = (say("papers.sources.checked", day=day(checked)) if checked else "",
             *(sentences((gap.says, say("papers.in_brackets", said=m.cite(gap.source)) if gap.source else ""))
               for gap in told), counted("papers.sources.old", old) if old else "")
    return (Heading(say("papers.sources")), *([Bullets(titles, small=True)] if titles else []),
            *([Paragraph(following(*lines), "small")] if any(lines) else []))


def _currency(m: Material, source: Source) -> str:
    """Whether a document has been replaced, or is past the day on which it was to be looked at again."""
    newer = m.packs.sources.get(source.superseded_by)
    if source.superseded_by:
        newer_one = say("papers.sources.newer", title=newer.title, date=newer.date) if newer else ""
        return newer_one or say("papers.sources.replaced")
    return say("papers.sources.late") if source.review_by < m.now.date() else ""


def by_when(item: Deadline) -> str:
    """What is to be done, by when, and what that is counted from."""
    from_ = say("counted.from", start=item.from_event) if item.from_event else ""
    late = say("counted.late") if item.late else ""
    due = weekday_and_moment(item.due) if item.due else item.rule
    return following(say("papers.by_when", what=item.says, due=due), late, from_)
