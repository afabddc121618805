"""Sections that more than one document has: the stop box, the children, the household, where it all comes from."""
from decision.case import Child, FamilyMember
from decision.result import Deadline
from exports.blocks import NOT_ANSWERED, Block, Bullets, Callout, Grid, Heading, Paragraph, Rows, Value, value
from exports.dates import birth, born
from exports.details import Held
from exports.material import Material, age, contact_line, held, joined, one_of, parent_rows, yes_no
from exports.pdf.text import sentences
from exports.words import AGREES, YES_NO, statuses
from guidance.words import say
from guidance.words.forms import apart, day, following, listed, weekday_and_moment

RING = 4
"""How many of the routes stand in the box at the top."""
ATTACHED = {"attached": "attached", "to_follow": "to follow", "not_available": "not available"}


def stop_box(m: Material) -> Callout:
    """Danger first, the call before the paper, and whom to ring."""
    ring = tuple(f"Ring: {contact_line(route)}" for route in m.ring(RING) if route.dial or route.instead)
    return Callout(
        "stop", f"Is a child in danger, or badly hurt? Ring {m.emergency_number()} now.",
        ("Ring first, then send this form. Do not wait until it is complete.", *ring),
    )


def stands_for(m: Material, document_id: str) -> tuple[Callout, ...]:
    """Which form of the area the paper stands for, how it is sent, and to whom the document sends it."""
    name, lines = m.stands_for(document_id)
    return (Callout("note", f"Stands for: {name}", lines),) if name else ()


def child_rows(m: Material, child: Child, full: bool = True) -> Rows:
    """What is known about one child. `full`: with identifiers and health, for professionals."""
    details = m.details.child(child.label)
    rows: list[tuple[str, Value]] = [
        ("Name", held(details.name)), ("Other names", held(details.other_names)),
        ("Date of birth", birth(m, details)), ("Age", age(child)),
        ("Gender", value(details.gender)), ("Address", held(details.address)),
        ("First language", value(details.language)), ("Interpreter needed", yes_no(details.interpreter)),
        ("School or nursery", held(details.school)), ("GP", held(details.gp)),
        ("Disability or need", _disability(child, details.disability)),
        ("How they communicate", value(child.communication)),
    ]
    if full:
        rows += [
            ("Where they are now", held(details.where_now)), ("Telephone", held(details.phone)),
            ("Ethnicity", value(details.ethnicity)), ("Religion", value(details.religion)),
            ("Moves about", yes_no(child.moves_about)), ("Known to", _status(m, child)),
            ("Legal status", value(details.legal_status)), ("UPN", value(details.upn)),
            ("NHS number", value(details.nhs_number)),
        ]
        if child.expecting:
            rows.append((say("ask.expecting.said"), yes_no(child.expecting)))
    return Rows(tuple(rows), columns=2)


def _disability(child: Child, said: str) -> Value:
    parts = [part for part in (said, child.disability_note) if part.strip()]
    return Value(apart(parts)) if parts else yes_no(child.disability)


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


def children(m: Material, full: bool = True) -> tuple[Block, ...]:
    """One part for each child of the case."""
    blocks: list[Block] = [Heading("The children" if len(m.case.children) != 1 else "The child")]
    if not m.case.children:
        blocks.append(Paragraph("No child has been entered."))
    for child in m.case.children:
        blocks += [Heading(m.child_title(child), 3), child_rows(m, child, full)]
    return tuple(blocks)


def household(m: Material, full: bool = True) -> tuple[Block, ...]:
    """Everybody in the home and family, mother and father always among them. `full`: and who else is being referred."""
    rows = []
    for member in parent_rows(m.details):
        row = (held(member.name), value(member.relation), born(m, member.born), yes_no(member.lives_in_home),
               yes_no(member.parental_responsibility), _reach(member.address, member.phone))
        rows.append((*row[:5], yes_no(member.also_referred), row[5]) if full else row)
    heads = ("Name", "Relation", "Born", "Lives in the home", "Parental responsibility")
    if full:
        grid = Grid((*heads, "Also referred", "Address, telephone"), tuple(rows),
                    (0.18, 0.12, 0.12, 0.1, 0.16, 0.1, 0.22))
    else:
        grid = Grid((*heads, "Address, telephone"), tuple(rows), (0.2, 0.14, 0.14, 0.11, 0.16, 0.25))
    return (Heading("Household and family"), grid)


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
        return (Heading("Professionals"), Paragraph("None entered."))
    heads = ("Role", "Name", "Agency", "Telephone, e-mail", "Involved since, how")
    return (Heading("Professionals"), Grid(heads, rows, (0.17, 0.2, 0.22, 0.23, 0.18)))


def referrer(m: Material, title: str = "Who is referring") -> tuple[Block, ...]:
    """Who writes this, how to reach them, and their safeguarding lead."""
    me = m.details.referrer
    return (Heading(title), Rows((
        ("Name", value(me.name)), ("Job", value(me.job or m.role_name())),
        ("Agency", value(me.agency)), ("Address", value(me.address)),
        ("Telephone", value(me.phone)), ("E-mail", value(me.email)),
        ("Best times", value(me.best_times)), ("Knows the child since", value(me.known_since)),
        ("Knows the child as", value(m.case.practitioner.relationship)),
        ("Safeguarding lead", value(joined(me.lead_name, value(me.lead_phone)))),
    ), columns=2))


def attachments(m: Material, document_id: str) -> tuple[Block, ...]:
    """What goes with a document, and what the area asks for with it."""
    wanted = tuple(dict.fromkeys(
        item for due in m.decision.documents if due.ours == document_id for item in due.attachments
    ))
    rows = tuple((value(item.name), Value(ATTACHED[item.state])) for item in m.details.attachments)
    blocks: list[Block] = [Heading("Attachments"), Grid(("Paper", "State"), rows, (0.7, 0.3))]
    if wanted:
        blocks += [Paragraph("The area asks for these. Their absence stops nothing.", "small"), Bullets(wanted)]
    if not rows and not wanted:
        blocks.append(Paragraph("None entered.", "small"))
    return tuple(blocks)


def sources(m: Material, notes: bool = True) -> tuple[Block, ...]:
    """Where the result comes from, and (`notes`) what in it is out of date or our own reading."""
    listed = tuple(
        f"{source.title}. {source.publisher}, {source.date}. {_currency(m, source.id)}" for source in m.cited()
    )
    blocks: list[Block] = [Heading("Where this comes from")]
    if listed:
        blocks.append(Bullets(listed, small=True))
    told = tuple(gap for gap in m.decision.gaps if notes and gap.kind in ("our_reading", "past_review", "out_of_date"))
    if told:
        blocks.append(Bullets(tuple(sentences((gap.says, _bracketed(m.cite(gap.source)))) for gap in told), small=True))
    return tuple(blocks)


def _bracketed(said: str) -> str:
    return f"({said})" if said else ""


def _currency(m: Material, source_id: str) -> str:
    source = m.packs.sources[source_id]
    newer = m.packs.sources.get(source.superseded_by)
    if source.superseded_by:
        return f"Since replaced by: {newer.title} ({newer.date})." if newer else "Since replaced by a newer document."
    late = " Past its review date." if source.review_by < m.now.date() else ""
    return f"Checked {day(source.checked_on)}.{late}"


def by_when(item: Deadline) -> str:
    """What is to be done, by when, and what that is counted from."""
    counted = say("counted.from", start=item.from_event) if item.from_event else ""
    late = say("counted.late") if item.late else ""
    due = weekday_and_moment(item.due) if item.due else item.rule
    return following(f"{item.says.rstrip('.')}: {due}.", late, counted)
