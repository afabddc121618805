"""The referral of an allegation to the designated officer (LADO): one adult, four tests first, before any enquiry."""
from collections.abc import Iterator

from decision.after import officer_rung
from decision.calls import calls
from decision.case import Child, EarlierCall, FamilyMember
from exports import alleged, findings, from_check
from exports.alleged import DOCUMENT_ID
from exports.blocks import Block, Bullets, Callout, Heading, Paragraph, Rows, Ticks, Value, value
from exports.by_known import known_rows
from exports.children import interpreter
from exports.calls_made import TALKS, came_of, in_a_line, made_on, told_on, whom
from exports.dates import birth, born, event, past, step
from exports.declaration import Document, of_each
from exports.details import NOT_KNOWN, Allegation, LogEntry
from exports.from_check import Told
from exports.gaps import gap, gathered
from exports.in_danger import danger_rows
from exports.material import Material, age, held, one_of, yes_no
from exports.not_yet import is_answered, possible
from exports.parts import filled_rows, referrer, sources
from exports.pdf.text import sentences
from exports.referral_family import advice, may_be_told
from exports.two_answers import two_answers
from exports.words import YES_NO, statuses
from guidance.models import Contact, Duty, Process
from guidance.our_documents import our_document
from guidance.vocabulary import HarmBy, YesNo
from guidance.words import say
from guidance.words.forms import apart, listed

THE_ADULT: frozenset[HarmBy] = frozenset({"works_with_children", "not_known"})
"""What the check says of who might be causing it where that is the adult whom the paper is about."""
BASIS: dict[str, str] = {basis: say(f"papers.allegation.basis.{basis}")
         for basis in ("permanent", "temporary", "agency", "volunteer", "other")}
ONCE: dict[str, str] = {once: say(f"papers.allegation.once.{once}") for once in ("once", "more", "not_known")}


def build(m: Material) -> tuple[Block, ...]:
    """The four tests, who refers, the adult, the child or children, what is said, and what has been done so far."""
    said = m.details.allegation
    return (
        _first(m), *two_answers(m, brief=True), *_tests(m, said), *gathered((
            *_adult(m, said), *_allegation(m, said), *_children(m), *referrer(m), *_done(m, said), *sources(m))),
    )


def tests(m: Material) -> Process:
    """The national process with the four tests."""
    return m.packs.national.process_for("allegation_tests")


def duty(m: Material) -> tuple[Duty, ...]:
    """What the national pack and the area's say of the duty that this paper is for."""
    return m.packs.duty_with_document(m.decision.home_area, DOCUMENT_ID)


def officer(m: Material) -> tuple[str, Contact | None]:
    """The area where the adult works, and its officer's contact; the area is empty where it is not known."""
    area = m.packs.area(m.case.work_area)
    return (area.name, m.packs.contact(area.id, area.allegations)) if area else ("", None)


def _first(m: Material) -> Callout:
    """Danger first; then to ring the officer and by when, or, once they were rung, by which number they are reached."""
    one_form, danger = say("papers.allegation.one_form"), say("papers.allegation.danger", number=m.emergency_number())
    if officer_rung(m.case):
        their = next((one for one in m.decision.routes if one.officer and one.dial), None)
        number = say("papers.labelled", who=their.name, said=their.dial) if their else ""
        again = (say("papers.reach", whom=number), their.warning) if their else ()
        return Callout("stop", danger, (sentences((say("papers.allegation.rung"), *again)), one_form))
    return Callout("stop", danger, (_to_ring(m), *_not_yet(m), one_form))


def _to_ring(m: Material) -> str:
    """To ring the officer, of which area, and their number where one is held."""
    area, contact = officer(m)
    number = contact.dial() if contact else None
    where = say("papers.allegation.area", area=area) if area else say("papers.allegation.area_not_said")
    ring = (say("papers.allegation.ring", name=contact.name, number=number.dial) if contact and number
            else say("papers.allegation.no_number"))
    return sentences((say("papers.allegation.officer", where=where), ring))


def _not_yet(m: Material) -> Iterator[str]:
    for entry in duty(m)[:1]:
        for timescale in m.packs.national.timescales:
            if timescale.id in entry.timescales:
                yield timescale.says


def _tests(m: Material, said: Allegation) -> tuple[Block, ...]:
    process = tests(m)
    return (
        Heading(process.name), Paragraph(process.says),
        Ticks(tuple((step.says, step.id in said.criteria) for step in process.steps)),
        Paragraph(say("papers.allegation.tests"), "small"),
    )


def _label(name: str) -> str:
    return say(f"papers.allegation.{name}")


def _adult(m: Material, said: Allegation) -> tuple[Block, ...]:
    return (
        Heading(_label("adult")),
        *filled_rows((
            (say("papers.name"), held(said.name)), (say("papers.birth"), born(m, said.born, "adult_born")),
            (_label("home"), held(said.address)), (_label("job"), value(said.job)),
            (_label("workplace"), value(said.workplace)), (_label("employer"), value(said.employer)),
            (_label("personnel"), value(said.personnel_contact)), (_label("works_as"), one_of(BASIS, said.basis)),
            (_label("since"), value(said.started)), (_label("knows"), yes_no(said.knows)),
        ), columns=2),
        Paragraph(_label("knows_note"), "small"),
        *filled_rows((
            (_label("other_work"), yes_no(said.other_work)),
            *_if_so(said.other_work, (_label("other_work_where"), value(said.other_work_where))),
            (_label("own_children"), yes_no(said.own_children)),
            *_if_so(said.own_children, (_label("own_children_who"), value(said.own_children_who))),
            (_label("earlier"), value(said.earlier)),
        )),
    )


def _if_so(answer: YesNo | None, row: tuple[str, Value]) -> tuple[tuple[str, Value], ...]:
    """What is asked where something is so; after a no, or where it is not known, only what was written all the same."""
    return (row,) if answer in (None, "yes") or is_answered(row[1]) else ()


def _plans(m: Material, child: Child) -> Value:
    """Orders and plans: what was written, and what the check knows that the child already has."""
    written = m.details.child(child.label).legal_status
    parts = (written, *statuses(child.status), child.status_note)
    return value(apart(dict.fromkeys(part for part in parts if part.strip() and part != NOT_KNOWN)) or written)


def _children(m: Material) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(say("papers.the_child" if len(m.case.children) == 1 else "papers.children"))]
    if not m.case.children:
        blocks.append(Paragraph(_label("no_child")))
    for child in m.case.children:
        details, speaks = m.details.child(child.label), interpreter(m, child)
        blocks += [Heading(m.child_title(child), 3), *filled_rows(possible(m, child, (
            (say("papers.name"), held(details.name)), (say("papers.birth"), birth(m, details)),
            (say("papers.age"), age(child)), (say("papers.address"), held(details.address)),
            (say("papers.school"), held(details.school)), (_label("plans"), _plans(m, child)),
            (say("papers.communicates"), value(child.communication)),
            *(() if speaks.muted else ((say("papers.interpreter_needed"), speaks),)),
        )), columns=2)]
    family = tuple((m.relation(member), _told(m, member)) for member in m.case.family)
    if family:
        blocks += [Heading(_label("family_told"), 3), *filled_rows(family)]
    return tuple(blocks)


def _told(m: Material, member: FamilyMember) -> Value:
    """Whether somebody of the family has been told; that they must not be, or not before somebody was asked, with it.
    """
    now = advice(m, member.key)
    if not may_be_told(m, member.key):
        return Value(apart((YES_NO[member.told], now.said)) if member.told else now.said)
    return yes_no(member.told)


def _allegation(m: Material, said: Allegation) -> tuple[Block, ...]:
    """Danger now; who said what to whom and when, in the order of how it is known; the writer's own summary where there
    is one."""
    written = said.summary.strip() not in ("", NOT_KNOWN)
    summary = Told(said.summary).under(_label("summary"), _label("summary_hint")) if written else ()
    rows, danger = known_rows(m), danger_rows(m)
    return (
        Heading(_label("said")), *([Rows(danger)] if danger else []),
        *filled_rows((
            (_label("said_by"), _or(said.said_by, alleged.said_by(m))),
            (_label("said_to"), _or(said.said_to, alleged.said_to(m))), (_label("said_on"), _said_on(m, said)),
            (_label("happened"), _or(said.happened, alleged.happened(m))), (_label("once"), one_of(ONCE, said.once)),
            *told_on(m),
            (_label("restraint"), yes_no(said.restraint)),
        ), columns=2),
        *summary, *([Rows(rows)] if rows else []), *(() if written or rows else (gap(_label("summary")),)),
        *filled_rows((_reach(m, said),
                      (_label("witnesses"), value(said.witnesses)), (_label("kept"), value(said.kept)))),
    )


def _reach(m: Material, said: Allegation) -> tuple[str, Value]:
    """Whether the adult can reach the child; beside somebody else who is suspected, or where nobody is named, who might
    be causing it as well."""
    source = m.case.source_of_harm
    named = "works_with_children" in source.kinds or is_answered(held(said.name))
    if not named or source.members or source.ruled_out or set(source.kinds) - THE_ADULT:
        return say("papers.can_reach"), from_check.suspected(m)
    return say("papers.access"), value(sentences((YES_NO[source.access] if source.access else "", source.note)))


def _or(own: str, known: str) -> Value:
    """The writer's own answer, or what the check knows."""
    return value(from_check.own_or(own, known).said)


def _said_on(m: Material, said: Allegation) -> Value:
    """When it was said, or else when the writer came to know of it."""
    known = event(m, "allegation_known")
    return known if said.said_on in (None, NOT_KNOWN) and not known.muted else past(m, said.said_on)


def _so_far(m: Material) -> Told:
    """What has been done: what was written, or the calls, their results and the log."""
    done = sentences(_call(m, one) for one in calls(m.case))
    log = (_step(m, item) for item in m.details.log)
    return from_check.own_or(m.details.allegation.actions, done, *log)


def _call(m: Material, call: EarlierCall) -> str:
    if call.contact in TALKS:
        return say("papers.labelled", who=TALKS[call.contact], said=in_a_line(m, call, short=True))
    rang = made_on(m, call)
    done = listed(part for part in ("" if rang.muted else say("papers.allegation.rang", when=rang.said),
                                    whom(m, call), came_of(m, call)) if part)
    return sentences((done, call.note))


def _step(m: Material, item: LogEntry) -> str:
    """A step in a line: when, what and with whom; then what came of it."""
    on, what = step(m, item), listed(part for part in (item.what, item.who) if part.strip())
    return sentences((what if on.muted else say("papers.labelled", who=on.said, said=what), item.result))


def _done(m: Material, said: Allegation) -> tuple[Block, ...]:
    do_not = tuple(dict.fromkeys(
        sentences((step.says,)) for entry in duty(m) for step in entry.do_not))
    return (
        Heading(_label("done_so_far")),
        *_so_far(m).under(_label("done")),
        *filled_rows(((say("papers.where_now"), findings.where_now(m)),
                      (_label("officer_told"), past(m, said.officer_told_on)),
                      (_label("officer_said"), value(said.officer_advice)),
                      (_label("case_manager"), value(said.case_manager)))),
        *((Heading(_label("do_not"), 3), Bullets(do_not)) if do_not else ()),
    )


DOCUMENT = Document(
    our_document(DOCUMENT_ID), audience="professional", build=build,
    needs=("tests", "adult", "children", "alleged", "done_so_far", "you"),
    only=of_each("children", "name", "born", "born_estimated", "due", "address", "school", "interpreter",
                 "legal_status"),
)
