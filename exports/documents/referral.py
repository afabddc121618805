"""The referral: all that a front door acts on on page one, then the rest in the order in which it is read."""
from dataclasses import dataclass

from decision.case import FamilyMember
from decision.path import Path
from decision.result import Telling
from decision.then import before_ringing
from exports import findings, found, from_check
from exports.blocks import Block, Bullets, Grid, Heading, Long, Paragraph, Rows, Signatures, Value, value
from exports.dates import event, past, step
from exports.declaration import Build, Document, OwnLines
from exports.details import AgreementRecord
from exports.from_check import Told
from exports.front_door import front_door_sheet
from exports.material import Material, contact_line, joined, one_of, yes_no
from exports.page_one import WHOLE, agreement_lines, careful, page_one
from exports.parts import (
    agrees, attachments, by_when, children, expecting, filled_rows, harmed, household, professionals, referrer, sources,
    stands_for, stop_box,
)
from exports.pdf.text import sentences
from exports.signing import family_signs, signature_lines, workers_sign
from exports.two_answers import agreement_says, two_answers
from exports.windscreen import in_words
from exports.words import AGREES, CALL, KNOWN_CHANGE, LEAD, OWN_VIEW, TELL, UNDERSTANDING
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import apart, listed

STILL_OPEN = ("ask_now", "check_again", "unanswered", "not_known", "duty_fact")
"""Kinds of gap that a reader must know to be open questions."""
RING = 4
"""How many of the routes are listed."""
HOW = {"face_to_face": "face to face", "telephone": "by telephone", "writing": "in writing", "other": "another way"}


def build(m: Material) -> tuple[Block, ...]:
    """Page one, then each section of which something does not stand there. Danger is first in every order."""
    first, already = page_one(m, DOCUMENT.title)
    return (*first, *_sections(m, already), *sources(m), *front_door_sheet(m))


def in_sections(m: Material) -> tuple[Block, ...]:
    """Every section in the area's own order, without a first page: for text that is copied box by box."""
    return (stop_box(m), *two_answers(m), *careful(m, WHOLE), *_sections(m, frozenset()),
            *sources(m), *front_door_sheet(m))


def _sections(m: Material, already: frozenset[str]) -> tuple[Block, ...]:
    """The sections but for those that stand on page one `already`, each under a heading."""
    local = m.local("referral")
    blocks: list[Block] = []
    before = ""
    for id_ in in_order(local.order if local else ()):
        if id_ in already:
            continue
        section = SECTIONS[id_]
        stands = section.build(m)
        if stands and section.alone and before != section.after:
            blocks.append(Heading(section.alone))
        blocks += stands
        before = id_
    return tuple(blocks)


def in_order(first: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of all sections: those that the area puts first, then the others in our own order, each once."""
    return tuple(dict.fromkeys((*first, *SECTIONS)))


def _call(m: Material) -> tuple[Block, ...]:
    call = m.case.call
    contact = m.packs.contact(m.decision.home_area, call.contact)
    rows = (
        (say("papers.call.on"), event(m, "call_made")),
        (say("papers.call.rang"), value(contact.name if contact else "")),
        (say("papers.call.spoke_to"), value(call.spoke_to_role)),
        (say("papers.call.result"), one_of(CALL, call.outcome)),
        (say("papers.call.reference"), value(call.reference)), (say("papers.call.advice"), value(call.note)),
        (say("papers.lead_told"), one_of(LEAD, m.case.practitioner.lead)),
        (say("papers.noticed"), event(m, "noticed")), (say("papers.last_seen"), from_check.last_seen(m)),
        (say("papers.safe_until_open"), from_check.safe_until(m)), (say("papers.call.sent"), event(m, "sent")),
    )
    ring = tuple(contact_line(route) for route in m.ring(RING) if route.dial or route.instead)
    log = tuple((step(m, item), value(item.what), value(item.who), value(item.result)) for item in m.details.log)
    heads = tuple(say(f"papers.log.{name}") for name in ("when", "what", "who", "result"))
    form = stands_for(m, "referral")
    whom: tuple[Block, ...] = (Heading(say("papers.call.ring"), 3), Bullets(ring, small=True)) if ring else ()
    return (Heading(say("papers.call")), *form, *filled_rows(rows, 2), Grid(heads, log, (0.2, 0.25, 0.2, 0.35)), *whom)


def _telling(m: Material) -> tuple[Block, ...]:
    """Told and agrees as separate facts; who must not be told yet; what was asked of those who may be."""
    rows = [_family_row(m, member) for member in m.case.family]
    young = m.case.young_person
    rows.append((Value(say("papers.young_person")), yes_no(young.told), one_of(AGREES, young.agrees),
                 yes_no(young.risk), _advice(m.telling("young_person"))))
    if suspected := m.telling("suspected"):
        rows.append((Value(suspected.name), Value(""), Value(""), Value(""), _advice(suspected)))
    heads = tuple(say(f"papers.told.{name}") for name in ("who", "told", "agrees", "risk", "now"))
    blocks: list[Block] = [
        Heading(say("papers.told")), Paragraph(agreement_says(m.decision, m.packs)),
        Grid(heads, tuple(rows), (0.24, 0.14, 0.22, 0.14, 0.26)),
    ]
    blocks += [block for record in m.details.agreement.records if m.may_be_prompted(record.key)
               for block in _record(m, record)]
    asked = m.details.agreement
    return (*blocks, *filled_rows((
        (say("papers.told.why_not"), value(asked.not_asked_because)),
        (say("papers.told.approved"), value(joined(asked.approved_by, past(m, asked.approved_on)))),
        (say("papers.told.understands"), one_of(UNDERSTANDING, young.understanding)),
        (say("papers.told.view"), value(young.view)),
    )))


def _family_row(m: Material, member: FamilyMember) -> tuple[Value, ...]:
    more = [part for part in (expecting(m, member), harmed(member)) if part]
    who = sentences((m.person(member), *more)) if more else m.person(member)
    return (Value(who), yes_no(member.told), agrees(m, member), yes_no(member.risk), _advice(m.telling(member.key)))


def _advice(telling: Telling | None) -> Value:
    return Value(TELL[telling.state]) if telling else Value(say("papers.told.ask_door"))


def _record(m: Material, record: AgreementRecord) -> tuple[Block, ...]:
    person = next((m.person(member) for member in m.case.family if member.key == record.key),
                  say("papers.young_person"))
    return filled_rows((
        (say("papers.asked"), Value(person)), (say("papers.asked.when"), past(m, record.asked_on)),
        (say("papers.asked.by"), value(record.asked_by)), (say("papers.asked.how"), one_of(HOW, record.how)),
        (say("papers.asked.whose"), value(record.whose_information)), (say("papers.asked.said"), value(record.said)),
    ), 2)


def _why_now(m: Material) -> tuple[Block, ...]:
    return (Heading(say("papers.why_now.heading")), *from_check.why_now(m).under(say("papers.why_now.label")))


def _worry(m: Material) -> tuple[Block, ...]:
    return from_check.worry(m).under(say("papers.worry"), say("papers.worry.hint"))


def _effects(m: Material) -> tuple[Block, ...]:
    return (
        *(block for child in m.case.children
          for block in from_check.effect(m, child.label).under(say("papers.effect", child=child.label))),
        *filled_rows(((say("papers.kinds_of_worry"), value(apart(findings.topic_names(m)))),
                         (say("papers.other_worry"), value(m.case.other_worry_note)))),
    )


def _harm(m: Material) -> tuple[Block, ...]:
    return from_check.injury(m).under(say("papers.injury"), say("papers.injury.hint"))


def _words(m: Material) -> tuple[Block, ...]:
    return (*from_check.exact_words(m).under(say("papers.exact_words")),
            *filled_rows(((say("papers.question"), value(m.details.narrative.question_asked)),)))


def _findings(m: Material) -> tuple[Block, ...]:
    source = m.case.source_of_harm
    cleared = [m.person(member) for member in m.case.family if member.key in source.ruled_out]
    return (
        Heading(say("papers.findings")), *found.whole_table(m),
        *filled_rows(((say("papers.can_reach"), findings.suspected(m)), (say("papers.access"), yes_no(source.access)),
                         (say("papers.more"), value(source.note)),
                         (say("papers.cleared"), value(sentences((listed(cleared), source.ruled_out_because)))),
                         (say("papers.where_now"), findings.where_now(m)))),
    )


def _windscreen(m: Material) -> tuple[Block, ...]:
    """The picture stands on page one; here it stands in words, with what its levels mean."""
    if not m.area:
        return ()
    means = tuple(sentences((say("papers.level_means", level=one.name, means=one.means),
                             say("papers.level_leads", who=one.leads))) for one in m.decision.place.meaning)
    return (Heading(say("papers.windscreen")), Paragraph(in_words(m.decision.place, m.area)),
            *([Bullets(means, small=True)] if means else []))


def _voice(m: Material) -> tuple[Block, ...]:
    voice = m.case.voice
    return (
        Heading(say("papers.voice")),
        *filled_rows((
            (say("papers.voice.words"), value(voice.words)), (say("papers.voice.behaviour"), value(voice.behaviour)),
            (say("papers.voice.observed"), value(voice.observed)),
            (say("papers.voice.helps"), value(voice.who_can_help)),
            (say("papers.voice.why_not"), value(voice.not_asked_because)),
        )),
    )


def _history(m: Material) -> tuple[Block, ...]:
    history, known = m.case.history, from_check.history(m)
    rows = ((say("papers.history.concerns"), yes_no(history.earlier_concerns)),
            (say("papers.history.since"), value(history.how_long)),
            (say("papers.history.often"), value(history.how_often)),
            (say("papers.history.getting_worse"), yes_no(history.getting_worse)),
            (say("papers.history.after_refusal"), yes_no(history.worse_since_refusal)),
            *findings.earlier_and_next(m).rows)
    events = tuple((value(item.when), value(item.event), value(item.source), value(item.effect), value(item.action))
                   for item in m.details.chronology)
    heads = tuple(say(f"papers.chronology.{name}") for name in ("when", "event", "source", "effect", "action"))
    own = () if known.taken else known.under(say("papers.history.pattern"))
    return (
        Heading(say("papers.history")), *filled_rows(rows, 2), *own,
        *([Long(say("papers.more"), Value(history.note))] if history.note else []),
        Grid(heads, events, (0.14, 0.26, 0.16, 0.22, 0.22)),
    )


def _strengths(m: Material) -> tuple[Block, ...]:
    going, known = m.details.narrative.going_well, findings.strengths(m)
    note, none = m.case.strengths_note, say("papers.strengths.none") if m.case.no_protective_factor else ""
    return (
        Heading(say("papers.strengths.heading")), *([Bullets(known)] if known else []),
        *filled_rows(((say("papers.strengths.well"), value("\n".join(filter(str.strip, (going, note, none))))),
                         (say("papers.strengths.people"), value(m.case.safe_people)))),
    )


def _tried(m: Material) -> tuple[Block, ...]:
    rows = tuple((value(item.when), value(item.what), value(item.result)) for item in m.case.history.help)
    heads = tuple(say(f"papers.tried.{name}") for name in ("when", "what", "result"))
    known = from_check.tried(m)
    return (
        Heading(say("papers.tried.heading")), Grid(heads, rows, (0.2, 0.4, 0.4)),
        *filled_rows(((say("papers.tried.any"), yes_no(m.case.history.help_tried)),
                         (say("papers.tried.change"), one_of(KNOWN_CHANGE, m.case.history.changed)))),
        *(() if known.taken and rows else known.under(say("papers.more"))),
    )


def _analysis(m: Material) -> tuple[Block, ...]:
    return (
        Heading(say("papers.analysis")), *Told(m.details.narrative.analysis).under(say("papers.analysis.label")),
        *_not_known(m),
    )


def _not_known(m: Material) -> tuple[Block, ...]:
    """What the writer says that they do not know, and what the check left open, each once."""
    open_ = tuple(dict.fromkeys(gap.says for gap in m.decision.gaps if gap.kind in STILL_OPEN))
    own = m.details.narrative.not_known
    return (*([Long(say("papers.not_known"), value(own))] if own.strip() or not open_ else
              [Heading(say("papers.not_known"), 3)]), *([Bullets(open_)] if open_ else []))


def _ask(m: Material) -> tuple[Block, ...]:
    return (Heading(say("papers.ask")), *from_check.ask(m).under(say("papers.ask.label")))


def _meanwhile(m: Material) -> tuple[Block, ...]:
    return Told(m.details.narrative.meanwhile).under(say("papers.meanwhile.label"))


def _contact(m: Material) -> tuple[Block, ...]:
    return (Heading(say("papers.contact")), *filled_rows((
        (say("papers.contact.visiting"), value(m.details.narrative.visiting_risk)),
        (say("papers.contact.safe"), from_check.safe_contact(m).value),
        (say("papers.contact.access"), from_check.accessibility(m).value),
        (say("papers.contact.interpreter"), value(apart(from_check.interpreters(m)))),
    )))


def _attachments(m: Material) -> tuple[Block, ...]:
    return attachments(m, "referral")


def _view_and_result(m: Material) -> tuple[Block, ...]:
    result = m.decision
    words = m.packs.national.words.get(result.outcome)
    why = tuple(sentences((reason.says, reason.why, f"({m.cite(reason.source)})")) for reason in result.reasons)
    deadlines = tuple(by_when(item) for item in result.deadlines if item.owner != "the_service")
    blocks: list[Block] = [
        Heading(say("papers.view")),
        *filled_rows((
            (say("papers.view.own"), one_of(OWN_VIEW, m.case.own_view)),
            (say("papers.view.reason"), value(m.case.own_view_reason)),
            (say("papers.view.result"), Value(words.name if words else result.headline)),
            (say("papers.view.now"), Value(sentences((result.action, before_ringing(result, m.packs))))),
            (say("papers.view.compared"), Value(result.own_view.says)),
            (say("papers.view.duties"), value(apart(duty.name for duty in result.duties))))),
        *([Paragraph(say("papers.none_of", signs=none), "small")] if (none := found.none_of(m)) else []),
        *_paths(m),
        Heading(say("papers.view.reasons"), 3), Bullets(why),
    ]
    if deadlines and not m.held_back():
        blocks += [Heading(say("papers.view.by_when"), 3), Bullets(deadlines)]
    return (*blocks, Paragraph(say("papers.view.supports"), "small"))


def _paths(m: Material) -> tuple[Block, ...]:
    """Each path of help, a row a fact; the same for several children once."""
    same: dict[tuple[bool, Rows], tuple[str, ...]] = {}
    for number, path in enumerate(m.decision.then):
        again = path.about in [other.about for other in m.decision.then[:number]]
        key = (again, _path(m, path))
        same[key] = (*same.get(key, ()), *path.about)
    blocks: list[Block] = []
    for (again, rows), labels in same.items():
        about = say("then.children", children=listed(labels)) if labels else ""
        heading = sentences((say("then.second" if again else "papers.help_that_follows"), about)).rstrip(".")
        blocks += [Heading(heading, 3), rows]
    return tuple(blocks)


def _path(m: Material, path: Path) -> Rows:
    """One path of help. Dates of the user's own part stand on no paper while somebody is not to be told."""
    form = say("then.goes_to", form=path.document, place=path.goes_to) if path.goes_to else path.document
    written = path.written if not m.held_back() else ()
    rows = (
        (say("papers.help.what"), sentences((path.name, path.says))),
        (say("then.agreement"), sentences(agreement_lines(m, path))), (say("then.leads"), path.leads),
        (say("then.help"), path.help), (say("then.form"), sentences((form, *written))), (say("papers.more"), path.note),
    )
    return Rows(tuple((label, Value(said)) for label, said in rows if said.strip()))


def _declaration(m: Material) -> tuple[Block, ...]:
    return (
        Heading(say("papers.declaration")),
        Signatures((m.role_name() or say("papers.referrer"), *(tuple(line.says for line in workers_sign(m, DOCUMENT))
                                                               or (say("papers.lead_signs"),)))),
        Paragraph(say("papers.declaration.says"), "small"),
    )


def _family_signatures(m: Material) -> tuple[Block, ...]:
    """A line for each of the family who may be told, as the form asks; for the others, why there is none."""
    left_out = tuple(say("papers.no_signature", who=item.name, why=item.why) for item in m.held_back())
    return (*signature_lines(family_signs(m, DOCUMENT)), *([Bullets(left_out)] if left_out else []))


@dataclass(frozen=True)
class Section:
    """One section. Where it does not stand right after the section `after`, the heading `alone` is put above it."""

    build: Build
    alone: str = ""
    after: str = ""


SECTIONS: dict[str, Section] = {
    "call": Section(_call), "consent": Section(_telling), "children": Section(children),
    "household": Section(household), "professionals": Section(professionals), "referrer": Section(referrer),
    "why_now": Section(_why_now), "worry": Section(_worry, say("papers.alone.worry"), "why_now"),
    "effects": Section(_effects, say("papers.alone.effects"), "worry"),
    "harm": Section(_harm, say("papers.alone.harm"), "effects"),
    "words": Section(_words, say("papers.alone.words"), "harm"),
    "findings": Section(_findings), "windscreen": Section(_windscreen), "voice": Section(_voice),
    "history": Section(_history), "strengths": Section(_strengths), "tried": Section(_tried),
    "analysis": Section(_analysis), "ask": Section(_ask),
    "meanwhile": Section(_meanwhile, say("papers.meanwhile.label"), "ask"), "contact": Section(_contact),
    "attachments": Section(_attachments), "view": Section(_view_and_result), "declaration": Section(_declaration),
    "family_signatures": Section(_family_signatures, say("papers.alone.family_signatures"), "declaration"),
}
"""Section id → what stands in it, in our own order. A test holds the ids to guidance.vocabulary.REFERRAL_SECTIONS."""

DOCUMENT = Document(
    our_document("referral"), audience="professional", build=build, front_door_sheet=True,
    own_lines=OwnLines(parent=say("papers.if_they_agree")),
)
