"""The missing-education referral: who, since when, who was told, what was done to find the child.

It may be passed on and read by many, so nothing that is held as confidential is in it: that is told by telephone. Where
the family hides, or may, it is built from a copy without any answer in free words (`exports/hiding/places.py`).
"""
from decision.case import Child
from exports import education, findings, found, from_check
from exports.blocks import Block, Callout, Grid, Heading, Paragraph, Rows, Value, value
from exports.calls_made import NONE, came_of, made_on
from exports.children import disability, interpreter, plans
from exports.dates import birth, event, past, step
from exports.declaration import Document, of_each
from exports.details import NOT_KNOWN, Held, MissingEducation
from exports.evidence import evidence_grid, evidence_heads
from exports.from_check import Told
from exports.gaps import gathered
from exports.in_danger import danger_line
from exports.material import Material, age, held, withheld, yes_no
from exports.not_yet import answered_only, none_at_school, possible
from exports.parts import attachments, filled_rows, referrer, sources, stands_for, stop_box
from exports.two_answers import two_answers
from exports.words import statuses
from guidance.models import Indicator
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import apart, capital


def build(m: Material) -> tuple[Block, ...]:
    """Safety first, then the child, attendance, reasons, who was told, the enquiries, files and register."""
    return (
        stop_box(m), *danger_line(m), *_first(m), *two_answers(m, brief=True), *gathered((
            *_children(m), *_family(m), *_attendance(m), *_reasons(m), *_told(m), *_enquiries(m), *_file(m),
            *_register(m), Heading(say("papers.missing.in_short")), *_summary(m).under(say("papers.missing.summary")),
            *attachments(m, "missing_education_referral"), *referrer(m), *sources(m))),
    )


def _said(m: Material) -> MissingEducation:
    return m.details.missing_education


def _first(m: Material) -> tuple[Block, ...]:
    hides = (Callout("stop", say("papers.missing.hides"), _hides()),) if m.decision.withholds_place else ()
    return (
        *hides, *stands_for(m, "missing_education_referral"),
        Callout("note", say("papers.missing.safety"), (say("papers.missing.safety.says"),)),
    )


def _hides() -> tuple[str, ...]:
    return say("papers.missing.hides.left_out"), say("papers.missing.hides.do_not_look")


def _children(m: Material) -> tuple[Block, ...]:
    only = len(m.case.children) == 1
    blocks: list[Block] = [Heading(say("papers.the_child" if only else "papers.children"))]
    if not m.case.children:
        blocks.append(Paragraph(say("papers.no_child")))
    for child in m.case.children:
        blocks += [Heading(m.child_title(child), 3), *_child(m, child)]
    return tuple(blocks)


def _child(m: Material, child: Child) -> tuple[Block, ...]:
    details = m.details.child(child.label)
    status = apart(filter(None, (*statuses(child.status), child.status_note)))
    return filled_rows(possible(m, child, (
        (say("papers.name"), held(details.name)), (say("papers.other_names"), held(details.other_names)),
        (say("papers.birth"), birth(m, details)), (say("papers.age"), age(child)),
        (say("papers.gender"), value(details.gender)), (say("papers.upn"), value(details.upn)),
        (say("papers.missing.address"), withheld(details.address)), (say("papers.phone"), withheld(details.phone)),
        (say("papers.missing.school"), withheld(details.school)), (say("papers.gp"), withheld(details.gp)),
        (say("papers.language"), value(details.language)),
        (say("papers.interpreter_needed"), interpreter(m, child)),
        *plans(m, child, say("papers.missing.orders")), (say("papers.known_to"), value(status)),
        (say("papers.disability"), disability(child, details.disability)),
        (say("papers.ethnicity"), value(details.ethnicity)),
    )), columns=2)


def _summary(m: Material) -> Told:
    """What is going on: what was written, or else what changed, and the changes that take the child out of sight."""
    sight = findings.sight(m)
    return from_check.own_or(_said(m).summary, "" if not findings.changes(m.case) else sight.said)


def _family(m: Material) -> tuple[Block, ...]:
    rows = tuple(
        (held(member.name), value(capital(member.relation)), yes_no(member.parental_responsibility),
         _reach(member.address, member.phone))
        for member in from_check.household(m)
    )
    heads = (say("papers.home.name"), say("papers.home.relation"), say("papers.home.responsibility"),
             say("papers.home.reach"))
    grid: Block = (Grid(heads, rows, (0.28, 0.2, 0.2, 0.32)) if rows
                   else Paragraph(say("papers.missing.nobody")))
    return (Heading(say("papers.missing.family")), grid,
            *([Rows(((say("papers.contact.interpreter"), value(apart(speaks))),))]
              if (speaks := from_check.interpreters(m)) else []),
            *Told(_said(m).brothers_sisters).under(say("papers.missing.brothers_sisters")))


def _reach(address: Held, phone: Held) -> Value:
    shown = [withheld(item).said for item in (address, phone) if item.text.strip()]
    return value("\n".join(dict.fromkeys(shown)))


def _attendance(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (Heading(say("papers.missing.attendance")), *filled_rows(answered_only((
        (say("papers.missing.last_attended"), past(m, said.last_attended)),
        (say("papers.missing.last_seen"), _last_seen(m)),
        (say("papers.missing.last_seen_by"), value(said.last_seen_by)),
        (say("papers.missing.year_group"), value(said.year_group)),
        (say("papers.missing.attendance_before"), value(said.attendance_before)),
        (say("papers.missing.signs_of_a_move"), _move(m)),
    ), none_at_school(m)), columns=2))


def _last_seen(m: Material) -> Value:
    """When the child was last seen: the day that was written, or what the check knows; that the child is with the
    writer now is no word for a paper that must not say where they are."""
    said = _said(m).last_seen
    known = event(m, "last_seen") if m.decision.withholds_place else from_check.last_seen(m)
    return known if said in (None, NOT_KNOWN) and not known.muted else past(m, said)


def _move(m: Material) -> Value:
    """Signs of a move: what was written, or what was answered of a move in the check."""
    told = from_check.own_or(_said(m).signs_of_a_move, education.moves(m))
    return told.value if told.said.strip() or m.case.sight.moves != "not_known" else Value(NOT_KNOWN)


def _reasons(m: Material) -> tuple[Block, ...]:
    """What is known of why, with how it is known; statements of other matters stand in other papers. Several of which
    one is so stand as one."""
    alone = tuple((Value(row.says), *findings.evidence(
        finding, known_by=row.known_by, held=findings.is_held(m, finding.id, finding))) for finding in m.case.findings
                  if finding.id not in found.only_together(m) and (row := _of_education(m, finding.id)))
    rows = (*alone, *((Value(one.says), *one.evidence) for ids, one in found.shared(m).items()
                      if any(_of_education(m, id_) for id_ in ids)))
    heads = (say("papers.missing.reason"), *evidence_heads())
    blocks: list[Block] = [Heading(say("papers.missing.reasons"))]
    if not rows:
        return (*blocks, Paragraph(say("papers.missing.no_reason")))
    return (*blocks, evidence_grid(m, heads, rows, (0.3, 0.1, 0.14, 0.15, 0.31), 1))


def _of_education(m: Material, id_: str) -> Indicator | None:
    """A statement of the area, where it is about missing education."""
    row = m.area.indicator.get(id_) if m.area else None
    duty = m.packs.national.duty_for("missing_education").id
    return row if row and duty in row.duty else None


def _told(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (
        Heading(say("papers.missing.told")),
        *Told(said.told_today).under(say("papers.missing.told_today")),
        *Told(said.risk).under(say("papers.missing.risk"), say("papers.missing.risk.hint")),
        *filled_rows((
            (say("papers.missing.services_told"),
             yes_no("yes" if _talked(m) and said.safeguarding_told != "no" else said.safeguarding_told)),
            (say("papers.missing.on"), _told_on(m)),
            (say("papers.missing.came_of_it"),
             from_check.own_or(said.safeguarding_result, _came_of_it(m)).value),
            (say("papers.missing.address_found"), _found(m))), columns=2),
    )


def _talked(m: Material) -> bool:
    """Whether a talk with a council's team is recorded."""
    return education.told(m) != NONE


def _told_on(m: Material) -> Value:
    said = _said(m).safeguarding_on
    return made_on(m, education.told(m)) if said in (None, NOT_KNOWN) and _talked(m) else past(m, said)


def _came_of_it(m: Material) -> str:
    return came_of(m, education.told(m))


def _found(m: Material) -> Value:
    answer = _said(m).address_found
    return Value(say("papers.missing.ask_me")) if answer == "yes" else yes_no(answer)


def _enquiries(m: Material) -> tuple[Block, ...]:
    rows = tuple((step(m, item), value(item.what), value(item.who), value(item.result)) for item in m.details.log)
    heads = tuple(say(f"papers.missing.enquiry.{name}") for name in ("when", "what", "who", "result"))
    if not rows:
        return (Heading(say("papers.missing.enquiries")), Paragraph(say("papers.missing.no_enquiry")))
    return (Heading(say("papers.missing.enquiries")), Grid(heads, rows, (0.2, 0.27, 0.23, 0.3)))


def _file(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (Heading(say("papers.missing.file")), *filled_rows(answered_only((
        (say("papers.missing.next_school"), yes_no(said.destination_known)),
        (say("papers.missing.uploaded"), yes_no(said.file_uploaded)),
        (say("papers.missing.uploaded_on"), past(m, said.file_on)),
        (say("papers.missing.taken"), yes_no(said.file_taken)),
        (say("papers.missing.leaver_form"), yes_no(said.leaver_form)),
        (say("papers.missing.sent_on"), past(m, said.leaver_form_on)),
        (say("papers.missing.home_education"),
         yes_no(m.case.sight.home_education if said.home_education in (None, "not_known")
                and m.case.sight.home_education else said.home_education)),
    ), none_at_school(m)), columns=2))


def _register(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (
        Heading(say("papers.missing.register")), Paragraph(say("papers.missing.register.says")),
        *filled_rows(answered_only((
            (say("papers.missing.asked"), yes_no(said.authority_asked)),
            (say("papers.missing.ground"), value(said.ground)),
            (say("papers.missing.plan_reviewed"), yes_no(said.plan_reviewed))), none_at_school(m))),
    )


DOCUMENT = Document(
    our_document("missing_education_referral"), audience="professional", build=build, passed_on=True,
    needs=("children", "home", "attendance", "told", "log", "school_file", "papers", "you"),
    only=(*of_each("children", "name", "other_names", "born", "born_estimated", "due", "gender", "address", "phone",
                   "school", "gp", "language", "interpreter", "disability", "ethnicity", "upn", "legal_status"),
          *of_each("household", "relation", "name", "parental_responsibility", "address", "phone")),
)
