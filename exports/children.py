"""Each child of a case: what was written of them, and what the check knows."""
from decision.case import Child
from exports import findings
from exports.blocks import Block, Heading, Paragraph, Rows, Value, value
from exports.dates import birth
from exports.details import NOT_KNOWN
from exports.gaps import is_gap_or_heading
from exports.material import Material, age, held, yes_no
from exports.not_yet import is_answered, possible
from exports.parts import filled_rows, said_of, to_fill
from exports.words import statuses
from exports.young_person import is_theirs
from guidance.words import say
from guidance.words.forms import apart


def children(m: Material, full: bool = True) -> tuple[Block, ...]:
    """One part for each child of the case."""
    blocks: list[Block] = [Heading(say("papers.children" if len(m.case.children) != 1 else "papers.the_child"))]
    if not m.case.children:
        blocks.append(Paragraph(say("papers.no_child")))
    for child in m.case.children:
        blocks += [Heading(m.child_title(child), 3), *child_rows(m, child, full)]
    return tuple(blocks)


def children_rest(m: Material) -> tuple[Block, ...]:
    """The same after page one, which says it where no child has been entered; of a child of whom nothing is known but
    what page one says, only what nobody has answered."""
    blocks: list[Block] = [Heading(say("papers.children" if len(m.case.children) != 1 else "papers.the_child"))]
    on_page_one = {say(f"papers.{name}") for name in ("age", "gender")}
    for child in m.case.children:
        there = child_rows(m, child)
        known = {label for block in there if isinstance(block, Rows) for label, _ in block.rows}
        blocks += [Heading(m.child_title(child), 3),
                   *(one for one in there if known - on_page_one or is_gap_or_heading(one))]
    return tuple(blocks) if m.case.children else ()


def child_rows(m: Material, child: Child, full: bool = True) -> tuple[Block, ...]:
    """What is known about one child. `full`: with identifiers and health, for professionals."""
    details = m.details.child(child.label)
    rows: list[tuple[str, Value]] = [
        (say("papers.name"), held(details.name)), (say("papers.other_names"), held(details.other_names)),
        (say("papers.birth"), birth(m, details)), (say("papers.age"), age(child)),
        (say("papers.gender"), value(details.gender)), (say("papers.address"), held(details.address)),
        (say("papers.language"), value(details.language)), (say("papers.interpreter_needed"), interpreter(m, child)),
        (say("papers.school"), held(details.school)), (say("papers.gp"), held(details.gp)),
        (say("papers.disability"), disability(child, details.disability)),
        (say("papers.communicates"), value(child.communication)),
    ]
    if full:
        rows += [
            *_where(m, child), (say("papers.phone"), held(details.phone)),
            (say("papers.ethnicity"), value(details.ethnicity)), (say("papers.religion"), value(details.religion)),
            (say("papers.moves_about"), yes_no(child.moves_about)), (say("papers.known_to"), what_they_have(child)),
            *plans(m, child, say("papers.legal_status")), (say("papers.upn"), value(details.upn)),
            (say("papers.nhs_number"), value(details.nhs_number)),
        ]
        if child.expecting:
            rows.append((say("ask.expecting.said"), yes_no(child.expecting)))
    return (filled_rows if full else to_fill)(possible(m, child, tuple(rows)), columns=2)


def interpreter(m: Material, child: Child) -> Value:
    """What was said of the child; or of the young person, where no other child can be meant."""
    said = m.details.child(child.label).interpreter
    young = m.case.young_person.interpreter if is_theirs(m, child.label) else None
    return yes_no(young if said in (None, "not_known") and young else said)


def _where(m: Material, child: Child) -> tuple[tuple[str, Value], ...]:
    """Where the child is now; of an only child, what was answered before anything else. Of several that was said once
    and not of each, so it stands where the paper says it, and no row calls it unanswered; once somebody has written it
    of one of them, what nobody knows of another is said."""
    said, label = held(m.details.child(child.label).where_now), say("papers.where_now")
    if is_answered(said) or findings.where_now(m).muted:
        return ((label, said),)
    if len(m.case.children) == 1:
        return ((label, findings.where_now(m)),)
    of_each = any(is_answered(held(m.details.child(one.label).where_now)) for one in m.case.children)
    return ((label, said),) if of_each else ()


def plans(m: Material, child: Child, label: str) -> tuple[tuple[str, Value], ...]:
    """Legal status, orders and plans as somebody wrote them; no row where only the check says what the child has, which
    stands with whom they are known to."""
    said = value(m.details.child(child.label).legal_status)
    return () if said.muted and not what_they_have(child).muted else ((label, said),)


def disability(child: Child, said: str) -> Value:
    """What was written of a disability or need, here or in the check; otherwise whether there is one."""
    parts = [part for part in (said, child.disability_note) if part.strip() and part != NOT_KNOWN]
    return Value(apart(parts)) if parts else value(said) if child.disability is None else yes_no(child.disability)


def what_they_have(child: Child) -> Value:
    """What the child already has, and on what ground a child who is looked after is."""
    ground = (said_of("ask.cared_for_by.said", say(f"ask.cared_for_by.{child.cared_for_by}"))
              if child.cared_for_by else "")
    return value(apart(filter(None, (*statuses(child.status), ground, child.status_note))))
