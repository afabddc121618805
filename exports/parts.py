"""Sections that more than one document has: the stop box, the children, the household, where it all comes from."""
from decision.case import Child, FamilyMember
from decision.result import Deadline
from exports import findings, from_check
from exports.blocks import NOT_ANSWERED, Block, Bullets, Callout, Grid, Heading, Paragraph, Rows, Value, value
from exports.dates import birth, born
from exports.details import NOT_KNOWN, Held
from exports.material import Material, age, contact_line, held, joined, one_of, yes_no
from exports.pdf.text import sentences
from exports.words import AGREES, YES_NO, statuses
from guidance.words import say
from guidance.words.forms import apart, day, following, listed, weekday_and_moment

RING = 4
"""How many of the routes stand in the box at the top."""
ATTACHED = {state: say(f"papers.attached.{state}") for state in ("attached", "to_follow", "not_available")}


def stop_box(m: Material) -> Callout:
    """Danger first, the call before the paper, and whom to ring."""
    ring = tuple(say("papers.ring", whom=contact_line(route)) for route in m.ring(RING) if route.dial or route.instead)
    return Callout("stop", say("papers.danger", number=m.emergency_number()), (say("papers.ring_first"), *ring))


def filled_rows(rows: tuple[tuple[str, Value], ...], columns: int = 1) -> tuple[Block, ...]:
    """The answers that there are; then, in a line each, what is not known and what nobody has answered."""
    there = tuple(row for row in rows if not row[1].muted and row[1] != Value(NOT_KNOWN))
    gaps = (("papers.row_not_known", [label for label, answer in rows if answer == Value(NOT_KNOWN)]),
            ("papers.not_answered", [label for label, answer in rows if answer.muted]))
    lines = tuple(Paragraph(say(key, labels=apart(labels)), "gaps") for key, labels in gaps if labels)
    return (*([Rows(there, columns)] if there else []), *lines)


def to_fill(rows: tuple[tuple[str, Value], ...], columns: int = 1) -> tuple[Block, ...]:
    """Every row, with room to write where nobody has answered: for a paper that is filled in with the family."""
    return (Rows(tuple((label, to_write(answer)) for label, answer in rows), columns),)


def to_write(answer: Value) -> Value:
    """The answer, or an empty cell to write in."""
    return Value("") if answer.muted else answer


def stands_for(m: Material, document_id: str) -> tuple[Callout, ...]:
    """Which form of the area the paper stands for, how it is sent, and to whom the document sends it."""
    name, lines = m.stands_for(document_id)
    return (Callout("note", say("papers.form", form=name), lines),) if name else ()


def child_rows(m: Material, child: Child, full: bool = True) -> tuple[Block, ...]:
    """What is known about one child. `full`: with identifiers and health, for professionals."""
    details = m.details.child(child.label)
    rows: list[tuple[str, Value]] = [
        (say("papers.name"), held(details.name)), (say("papers.other_names"), held(details.other_names)),
        (say("papers.birth"), birth(m, details)), (say("papers.age"), age(child)),
        (say("papers.gender"), value(details.gender)), (say("papers.address"), held(details.address)),
        (say("papers.language"), value(details.language)), (say("papers.interpreter_needed"), _interpreter(m, child)),
        (say("papers.school"), held(details.school)), (say("papers.gp"), held(details.gp)),
        (say("papers.disability"), _disability(child, details.disability)),
        (say("papers.communicates"), value(child.communication)),
    ]
    if full:
        rows += [
            (say("papers.where_now"), _where(m, child)), (say("papers.phone"), held(details.phone)),
            (say("papers.ethnicity"), value(details.ethnicity)), (say("papers.religion"), value(details.religion)),
            (say("papers.moves_about"), yes_no(child.moves_about)), (say("papers.known_to"), _status(m, child)),
            (say("papers.legal_status"), value(details.legal_status)), (say("papers.upn"), value(details.upn)),
            (say("papers.nhs_number"), value(details.nhs_number)),
        ]
        if child.expecting:
            rows.append((say("ask.expecting.said"), yes_no(child.expecting)))
    return (filled_rows if full else to_fill)(tuple(rows), columns=2)


def _interpreter(m: Material, child: Child) -> Value:
    """What was said of the child; with one child alone, what was said of the young person."""
    said = m.details.child(child.label).interpreter
    young = m.case.young_person.interpreter if len(m.case.children) == 1 else None
    return yes_no(young if said in (None, "not_known") and young else said)


def _where(m: Material, child: Child) -> Value:
    """Where the child is now; with one child alone, what was answered before anything else."""
    said = held(m.details.child(child.label).where_now)
    told = findings.where_now(m) if len(m.case.children) == 1 else NOT_ANSWERED
    return told if (said.muted or said.said == NOT_KNOWN) and not told.muted else said


def _disability(child: Child, said: str) -> Value:
    parts = [part for part in (said, child.disability_note) if part.strip() and part != NOT_KNOWN]
    return Value(apart(parts)) if parts else value(said) if child.disability is None else yes_no(child.disability)


def _status(m: Material, child: Child) -> Value:
    """What the child already has, and on what ground a child who is looked after is."""
    ground = (f"{say('ask.cared_for_by.said').lower()}: {say(f'ask.cared_for_by.{child.cared_for_by}').lower()}"
              if child.cared_for_by else "")
    return value(apart(filter(None, (*statuses(child.status), ground, child.status_note))))


def agrees(m: Material, member: FamilyMember) -> Value:
    """What somebody says to help, and of a yes or a no how they were asked and which help was named."""
    said = one_of(AGREES, member.agrees)
    if member.agrees not in ("agrees", "refuses"):
        return said
    alone = f"{say('ask.asked_alone.said')}: {YES_NO[member.asked_alone]}" if member.asked_alone else ""
    named = listed(say(f"ask.agreed_to.{kind}") for kind in member.agreed_to)
    return Value(sentences((said.said, alone, f"{say('ask.agreed_to.said')}: {named}" if named else "")).rstrip("."))


def expecting(m: Material, member: FamilyMember) -> str:
    """Whether somebody is expecting the baby, and is a child herself; nothing where neither was answered."""
    facts = (("ask.expecting.said", member.expecting), ("ask.under_18.said", member.under_18))
    return sentences(f"{say(key)}: {YES_NO[answer]}" for key, answer in facts if answer)


def harmed(member: FamilyMember) -> str:
    """Whether somebody is being harmed too; nothing where that was not asked, or is not so."""
    return say("papers.harmed", answer=YES_NO[member.harmed]) if member.harmed in ("yes", "not_sure") else ""


def children(m: Material, full: bool = True) -> tuple[Block, ...]:
    """One part for each child of the case."""
    blocks: list[Block] = [Heading(say("papers.children" if len(m.case.children) != 1 else "papers.the_child"))]
    if not m.case.children:
        blocks.append(Paragraph(say("papers.no_child")))
    for child in m.case.children:
        blocks += [Heading(m.child_title(child), 3), *child_rows(m, child, full)]
    return tuple(blocks)


def household(m: Material, full: bool = True) -> tuple[Block, ...]:
    """Everybody in the home and family, mother and father always among them. `full`: and who else is being referred."""
    rows = []
    for member in from_check.household(m):
        row = (held(member.name), value(member.relation), born(m, member.born), yes_no(member.lives_in_home),
               yes_no(member.parental_responsibility), _reach(member.address, member.phone))
        rows.append((*row[:5], yes_no(member.also_referred), row[5]) if full else tuple(map(to_write, row)))
    heads = tuple(say(f"papers.home.{name}") for name in ("name", "relation", "born", "lives", "responsibility"))
    reach = say("papers.home.reach")
    if full:
        grid = Grid((*heads, say("papers.home.referred"), reach), tuple(rows),
                    (0.18, 0.12, 0.12, 0.1, 0.16, 0.1, 0.22))
    else:
        grid = Grid((*heads, reach), tuple(rows), (0.2, 0.14, 0.14, 0.11, 0.16, 0.25))
    return (Heading(say("papers.household")), grid)


def _reach(address: Held, phone: Held) -> Value:
    """Address and telephone in one cell; confidential if either is."""
    shown = [item.text for item in (address, phone) if item.text.strip()]
    if not shown:
        return NOT_ANSWERED
    return Value("\n".join(shown), confidential=address.confidential or phone.confidential)


def professionals(m: Material) -> tuple[Block, ...]:
    """Who else works with the family."""
    rows = tuple(
        (value(item.role), value(item.name), value(item.agency),
         value("\n".join(part for part in (item.phone, item.email) if part)), value(item.involvement))
        for item in m.details.professionals
    )
    if not rows:
        return (Heading(say("papers.professionals")), Paragraph(say("papers.none_entered")))
    heads = tuple(say(f"papers.professionals.{name}") for name in ("role", "name", "agency", "reach", "since"))
    return (Heading(say("papers.professionals")), Grid(heads, rows, (0.17, 0.2, 0.22, 0.23, 0.18)))


def referrer(m: Material, title: str = "") -> tuple[Block, ...]:
    """Who writes this, how to reach them, and their safeguarding lead."""
    me = m.details.referrer
    return (Heading(title or say("papers.who_refers")), *filled_rows((
        (say("papers.name"), value(me.name)), (say("papers.job"), value(me.job or m.role_name())),
        (say("papers.agency"), value(me.agency)), (say("papers.address"), value(me.address)),
        (say("papers.phone"), value(me.phone)), (say("papers.email"), value(me.email)),
        (say("papers.times"), value(me.best_times)), (say("papers.known_since"), value(me.known_since)),
        (say("papers.known_as"), value(m.case.practitioner.relationship)),
        (say("papers.own_lead"), value(joined(me.lead_name, value(me.lead_phone)))),
    ), columns=2))


def attachments(m: Material, document_id: str) -> tuple[Block, ...]:
    """What goes with a document, and what the area asks for with it; nothing where neither has anything."""
    wanted = tuple(dict.fromkeys(
        item for due in m.decision.documents if due.ours == document_id for item in due.attachments
    ))
    rows = tuple((value(item.name), Value(ATTACHED[item.state])) for item in m.details.attachments)
    blocks: list[Block] = [Heading(say("papers.attachments"))]
    blocks.append(Grid((say("papers.attachments.paper"), say("papers.attachments.state")), rows, (0.7, 0.3)))
    if wanted:
        blocks += [Paragraph(say("papers.attachments.wanted"), "small"), Bullets(wanted)]
    if not rows and not wanted:
        blocks.append(Paragraph(say("papers.none_entered"), "small"))
    return tuple(blocks)


def sources(m: Material, notes: bool = True) -> tuple[Block, ...]:
    """Where the result comes from, those that were checked on one day together, and (`notes`) what in it is out of date
    or our own reading."""
    by_state: dict[str, tuple[str, ...]] = {}
    for source in m.cited():
        state = _currency(m, source.id)
        by_state[state] = (*by_state.get(state, ()), f"{source.title}, {source.publisher}, {source.date}")
    blocks: list[Block] = [Heading(say("papers.sources"))]
    blocks += [Paragraph(sentences((apart(titles), state)), "small") for state, titles in by_state.items()]
    told = tuple(gap for gap in m.decision.gaps if notes and gap.kind in ("our_reading", "past_review", "out_of_date"))
    if told:
        blocks.append(Paragraph(
            following(*(sentences((gap.says, _bracketed(m.cite(gap.source)))) for gap in told)), "small"))
    return tuple(blocks)


def _bracketed(said: str) -> str:
    return f"({said})" if said else ""


def _currency(m: Material, source_id: str) -> str:
    source = m.packs.sources[source_id]
    newer = m.packs.sources.get(source.superseded_by)
    if source.superseded_by:
        newer_one = say("papers.sources.newer", title=newer.title, date=newer.date) if newer else ""
        return newer_one or say("papers.sources.replaced")
    late = say("papers.sources.late") if source.review_by < m.now.date() else ""
    return following(say("papers.sources.checked", day=day(source.checked_on)), late)


def by_when(item: Deadline) -> str:
    """What is to be done, by when, and what that is counted from."""
    counted = say("counted.from", start=item.from_event) if item.from_event else ""
    late = say("counted.late") if item.late else ""
    due = weekday_and_moment(item.due) if item.due else item.rule
    return following(f"{item.says.rstrip('.')}: {due}.", late, counted)
