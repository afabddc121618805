"""The missing-education referral: who, since when, who was told, what was done to find the child.

It may be passed on and read by many, so nothing that is held as confidential is in it: that is told by telephone. Where
the family hides, or may, it is built from a copy without any answer in free words (`exports/hiding/places.py`).
"""
from decision.case import Child
from decision.after import TALKED
from exports import findings, from_check
from exports.blocks import Block, Callout, Grid, Heading, Long, Paragraph, Rows, Value, value
from exports.dates import birth, event, past, step
from exports.declaration import Document
from exports.details import Held, MissingEducation
from exports.from_check import Told
from exports.material import Material, age, held, withheld, yes_no
from exports.parts import attachments, referrer, sources, stands_for, stop_box
from exports.two_answers import two_answers
from exports.words import CALL, SIGHT, YES_NO, statuses
from guidance.our_documents import our_document
from guidance.vocabulary import Answer, YesNo
from guidance.words import say
from guidance.words.forms import apart


def build(m: Material) -> tuple[Block, ...]:
    """Safety first, then the child, attendance, reasons, who was told, the enquiries, files and register."""
    return (
        stop_box(m), *_first(m), *two_answers(m, brief=True), *_children(m), *_family(m), *_attendance(m), *_reasons(m),
        *_told(m), *_enquiries(m), *_file(m), *_register(m), Heading("In short"),
        *_summary(m).under(say("papers.missing.summary")),
        *attachments(m, "missing_education_referral"), *referrer(m), *sources(m),
    )


HIDES = "This family may be hiding: where they are must stay secret"
HIDES_MEANS = (
    "Answers in free words are left out of this copy, because where the family is must stay secret and a place can "
    "stand in any of them. So are its addresses, telephone numbers, schools and GP. Ring me: I tell them by telephone.",
    "Please do not look for the family: no visit, and no question to housing, health, relatives, another area or a "
    "former school. Pass this paper on to nobody who does not need it.",
)


def _said(m: Material) -> MissingEducation:
    return m.details.missing_education


def _first(m: Material) -> tuple[Block, ...]:
    hides = (Callout("stop", HIDES, HIDES_MEANS),) if m.decision.withholds_place else ()
    return (
        *hides, *stands_for(m, "missing_education_referral"),
        Callout("note", "A worry for the child's safety never waits for school days", (
            "It goes to children's services or the police first. An address, number, school or GP that is held as "
            "confidential is left out of this paper: ask me by telephone.",)),
    )


def _children(m: Material) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("The child" if len(m.case.children) == 1 else "The children")]
    if not m.case.children:
        blocks.append(Paragraph("No child has been entered."))
    for child in m.case.children:
        blocks += [Heading(m.child_title(child), 3), _child(m, child)]
    return tuple(blocks)


def _child(m: Material, child: Child) -> Rows:
    details = m.details.child(child.label)
    status = apart(filter(None, (*statuses(child.status), child.status_note)))
    return Rows((
        ("Name", held(details.name)), ("Other names", held(details.other_names)),
        ("Date of birth", birth(m, details)), ("Age", age(child)),
        ("Gender", value(details.gender)), ("UPN", value(details.upn)),
        ("Last known address", withheld(details.address)), ("Telephone", withheld(details.phone)),
        ("School now or last", withheld(details.school)), ("GP", withheld(details.gp)),
        ("First language", value(details.language)), ("Interpreter needed", yes_no(details.interpreter)),
        ("Plans, orders, social worker", value(details.legal_status)), ("Known to", value(status)),
        ("Disability or need", value(details.disability or child.disability_note)),
        ("Ethnicity", value(details.ethnicity)),
    ), columns=2)


def _summary(m: Material) -> Told:
    """What is going on: what was written, or else what changed, and the changes that take the child out of sight."""
    sight = findings.sight(m)
    return from_check.own_or(_said(m).summary, "" if not findings.changes(m.case) else sight.said)


def _family(m: Material) -> tuple[Block, ...]:
    rows = tuple(
        (held(member.name), value(member.relation), yes_no(member.parental_responsibility),
         _reach(member.address, member.phone))
        for member in from_check.household(m) if member.key or member.name.text
    )
    heads = ("Name", "Relation", "Parental responsibility", "Address, telephone")
    grid: Block = Grid(heads, rows, (0.28, 0.2, 0.2, 0.32)) if rows else Paragraph("Nobody has been entered.")
    return (
        Heading("Parents, carers and other contacts"), grid,
        Long("Brothers and sisters: name, school, are they there?", value(_said(m).brothers_sisters)),
    )


def _reach(address: Held, phone: Held) -> Value:
    shown = [withheld(item).said for item in (address, phone) if item.text.strip()]
    return value("\n".join(dict.fromkeys(shown)))


def _attendance(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    seen = m.case.events.last_seen
    return (Heading("School and attendance"), Rows((
        ("Last attended", past(m, said.last_attended)),
        ("Last seen", event(m, "last_seen") if seen and not said.last_seen else past(m, said.last_seen)),
        ("Last seen by", value(said.last_seen_by)), ("Year group", value(said.year_group)),
        ("Attendance before", value(said.attendance_before)), ("Signs of a move", _move(m)),
    ), columns=2))


def _sight(answer: Answer | None) -> YesNo | None:
    """What the check knows of a change that takes the child out of sight, where it is sure."""
    return "yes" if answer == "yes" else "no" if answer == "no" else None


def _move(m: Material) -> Value:
    """Signs of a move: what was written, or that a move was answered in the check."""
    known = m.case.sight.moves
    moves = SIGHT["moves"] if known == "yes" else YES_NO["not_sure"] if known == "not_sure" else ""
    return from_check.own_or(_said(m).signs_of_a_move, moves).value


def _reasons(m: Material) -> tuple[Block, ...]:
    """What is known of why, with how it is known; statements of other matters stand in other papers."""
    rows = []
    duty = m.packs.national.duty_for("missing_education").id
    for finding in m.case.findings:
        row = m.area.indicator.get(finding.id) if m.area else None
        if row and duty in row.duty:
            rows.append((Value(row.says), *findings.evidence(finding)))
    heads = ("Reason or route", "Child", "How it is known", "When", "Facts, and the child's words")
    blocks: list[Block] = [Heading("Reasons and routes")]
    if not rows:
        return (*blocks, Paragraph("No reason has been ticked: it is not known why."))
    return (*blocks, Grid(heads, tuple(rows), (0.3, 0.1, 0.14, 0.15, 0.31)))


def _told(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (
        Heading("Who has been told, and safety"), Long("Told today: who, when, by whom", value(said.told_today)),
        Long("What the safeguarding lead thinks of the risk", value(said.risk),
             "A planned marriage, FGM, exploitation, radicalisation, flight from abuse, travel, a sick parent"),
        Rows((("Children's services told", yes_no(said.safeguarding_told or ("yes" if _talked(m) else None))),
              ("On", _told_on(m)),
              ("What came of it", from_check.own_or(said.safeguarding_result, _came_of_it(m)).value),
              ("A new address has been found", _found(m))), columns=2),
    )


def _talked(m: Material) -> bool:
    """Whether a call that was a talk is recorded."""
    return m.case.call.outcome in TALKED


def _told_on(m: Material) -> Value:
    said = past(m, _said(m).safeguarding_on)
    return event(m, "call_made") if said.muted and _talked(m) else said


def _came_of_it(m: Material) -> str:
    outcome = m.case.call.outcome
    return CALL[outcome] if outcome and _talked(m) else ""


def _found(m: Material) -> Value:
    answer = _said(m).address_found
    return Value("yes; it is not written here, ask me by telephone") if answer == "yes" else yes_no(answer)


def _enquiries(m: Material) -> tuple[Block, ...]:
    rows = tuple((step(m, item), value(item.what), value(item.who), value(item.result)) for item in m.details.log)
    heads = ("Date and time", "What was done", "Who did it, who answered", "What came of it")
    if not rows:
        return (Heading("Enquiries made"), Paragraph("No enquiry has been written down."))
    return (Heading("Enquiries made"), Grid(heads, rows, (0.2, 0.27, 0.23, 0.3)))


def _file(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (Heading("The school file and the leaver form"), Rows((
        ("The next school is known", yes_no(said.destination_known)),
        ("File uploaded (s2s)", yes_no(said.file_uploaded)),
        ("Uploaded on", past(m, said.file_on)), ("The next school has taken it", yes_no(said.file_taken)),
        ("Leaver form sent", yes_no(said.leaver_form)), ("Sent on", past(m, said.leaver_form_on)),
        ("Home education said or asked for", yes_no(said.home_education or _sight(m.case.sight.home_education))),
    ), columns=2))


def _register(m: Material) -> tuple[Block, ...]:
    said = _said(m)
    return (
        Heading("The admission register"),
        Paragraph("No date is worked out here. The name stays on until every part of a ground in law is met and the "
                  "authority has been asked."),
        Rows((("The authority has been asked", yes_no(said.authority_asked)), ("Ground thought of", value(said.ground)),
              ("If the child has an EHC plan: it has been reviewed", yes_no(said.plan_reviewed)))),
    )


DOCUMENT = Document(
    our_document("missing_education_referral"), audience="professional", build=build, passed_on=True,
    needs=("children", "home", "attendance", "told", "log", "school_file", "papers", "you"),
)
