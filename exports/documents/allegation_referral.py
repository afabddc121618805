"""The referral of an allegation to the designated officer (LADO): one adult, four tests first, before any enquiry."""
from collections.abc import Iterator

from exports import findings, found, from_check
from exports.blocks import Block, Bullets, Callout, Heading, Paragraph, Rows, Ticks, Value, value
from exports.dates import birth, born, event, past, step
from exports.declaration import Document
from exports.details import Allegation
from exports.from_check import Told
from exports.material import Material, age, held, one_of, yes_no
from exports.parts import referrer, sources
from exports.pdf.text import sentences
from exports.two_answers import two_answers
from exports.words import CALL
from guidance.models import Contact, Duty, Process
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import listed

DOCUMENT_ID = "allegation_referral"
BASIS = {"permanent": "permanent", "temporary": "temporary or fixed term", "agency": "through an agency",
         "volunteer": "volunteer", "other": "another way"}
ONCE = {"once": "once", "more": "more than once", "not_known": "not known"}


def build(m: Material) -> tuple[Block, ...]:
    """The four tests, who refers, the adult, the child or children, what is said, and what has been done so far."""
    said = m.details.allegation
    return (
        _first(m), *two_answers(m, brief=True), *_tests(m, said), *referrer(m), *_adult(m, said), *_children(m),
        *_allegation(m, said),
        *_done(m, said), *sources(m),
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
    area, contact = officer(m)
    number = contact.dial() if contact else None
    where = f"the area where the adult works: {area}" if area else "the area where the adult works (not said yet)"
    ring = f"{contact.name}: {number.dial}. Check the number before use." if contact and number else (
        "No number that can be relied on is known here: ask the front door or the council for the designated officer.")
    return Callout("stop", f"A child in danger or hurt: ring {m.emergency_number()} or the front door first.", (
        f"Then ring the designated officer (LADO) of {where}. {ring}", *_not_yet(m),
        "One form for each adult. Nobody is interviewed and nothing is looked into before the officer has answered.",
    ))


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
        Paragraph("If you are not sure that one of them is met, ask the officer. Nothing is lost by asking.", "small"),
    )


def _adult(m: Material, said: Allegation) -> tuple[Block, ...]:
    return (
        Heading("The adult"),
        Rows((
            ("Name", held(said.name)), ("Date of birth", born(m, said.born, "adult_born")),
            ("Home address", held(said.address)),
            ("Job or role", value(said.job)), ("Place of work", value(said.workplace)),
            ("Employer", value(said.employer)), ("Personnel contact", value(said.personnel_contact)),
            ("Works there as", one_of(BASIS, said.basis)), ("Since", value(said.started)),
            ("Knows of this already", yes_no(said.knows)),
        ), columns=2),
        Paragraph("Whether the adult knows is a fact to pass on, not a thing to find out. The officer says who may be "
                  "told, by whom and when.", "small"),
        Rows((
            ("Other work or volunteering with children or adults at risk", yes_no(said.other_work)),
            ("Where, and as what", value(said.other_work_where)),
            ("Own children, or cares for children", yes_no(said.own_children)),
            ("Who: names, dates of birth or ages", value(said.own_children_who)),
            ("Earlier allegations or low-level concerns", value(said.earlier)),
        )),
    )


def _children(m: Material) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading("The child" if len(m.case.children) == 1 else "The children")]
    if not m.case.children:
        blocks.append(Paragraph("No child has been entered. Send this all the same if no child is named."))
    for child in m.case.children:
        details = m.details.child(child.label)
        blocks += [Heading(m.child_title(child), 3), Rows((
            ("Name", held(details.name)), ("Date of birth", birth(m, details)),
            ("Age", age(child)), ("Address", held(details.address)), ("School or nursery", held(details.school)),
            ("Social worker, plans", value(details.legal_status)), ("How they communicate", value(child.communication)),
        ), columns=2)]
    family = tuple((m.relation(member), yes_no(member.told)) for member in m.case.family)
    if family:
        blocks += [Heading("Has the family been told?", 3), Rows(family)]
    return tuple(blocks)


def _allegation(m: Material, said: Allegation) -> tuple[Block, ...]:
    return (
        Heading("What is said"),
        Rows((
            ("Who said it", value(said.said_by)), ("To whom", value(said.said_to)), ("On", _said_on(m, said)),
            ("When and where it happened", value(said.happened)), ("How often", one_of(ONCE, said.once)),
            ("During a restraint", yes_no(said.restraint)),
        ), columns=2),
        *_facts(m).under(say("papers.allegation.summary"), say("papers.allegation.summary.hint")),
        Rows((("Who else saw or heard it", value(said.witnesses)),
              ("Messages, recordings and papers kept as they are", value(said.kept)))),
    )


def _said_on(m: Material, said: Allegation) -> Value:
    """When it was said, or else when the writer came to know of it."""
    known = event(m, "allegation_known")
    return known if said.said_on is None and not known.muted else past(m, said.said_on)


def _facts(m: Material) -> Told:
    """What is said: the writer's summary, or each statement with its facts and words. Nothing of a paper for others."""
    lines = (sentences((one.says, *(part.said for part in one.evidence[1:] if not part.muted)))
             for one in found.in_order(m))
    return from_check.own_or(m.details.allegation.summary, *lines, m.case.other_worry_note)


def _so_far(m: Material) -> Told:
    """What has been done: what was written, or the calls and their results, and where the child is."""
    call = m.case.call
    rang = event(m, "call_made")
    outcome = CALL[call.outcome] if call.outcome else ""
    done = listed(part for part in ("" if rang.muted else say("papers.allegation.rang", when=rang.said), outcome)
                  if part)
    log = (sentences((listed(part for part in (step(m, item).said, item.what, item.who, item.result) if part),))
           for item in m.details.log)
    now = findings.where_now(m)
    where = "" if now.muted else say("papers.allegation.now", where=now.said)
    return from_check.own_or(m.details.allegation.actions, sentences((done, call.note)), *log, sentences((where,)))


def _done(m: Material, said: Allegation) -> tuple[Block, ...]:
    do_not = tuple(dict.fromkeys(
        sentences((step.says,)) for entry in duty(m) for step in entry.do_not))
    return (
        Heading("What has been done so far"),
        *_so_far(m).under(say("papers.allegation.done")),
        Rows((("Officer told on", past(m, said.officer_told_on)), ("What the officer said", value(said.officer_advice)),
              ("Who deals with it at the employer", value(said.case_manager)))),
        *((Heading("Do not", 3), Bullets(do_not)) if do_not else ()),
    )


DOCUMENT = Document(
    our_document(DOCUMENT_ID), audience="professional", build=build,
    needs=("tests", "adult", "children", "alleged", "done_so_far", "you"),
)
