"""The referral: what a front door asks for, in the order in which it is read, from the emergency to the signature."""
from dataclasses import dataclass

from decision.case import FamilyMember
from decision.result import Telling
from exports import findings
from exports.blocks import (
    Block, Bullets, Callout, Grid, Heading, Long, Paragraph, Rows, Signatures, Value, Windscreen, value,
)
from exports.dates import event, past, step
from exports.declaration import Build, Document, OwnLines
from exports.details import AgreementRecord
from exports.front_door import front_door_sheet, held_back
from exports.material import Material, joined, one_of, yes_no
from exports.parts import (
    agrees, attachments, by_when, children, expecting, household, professionals, referrer, sources, stands_for,
    stop_box,
)
from exports.pdf.text import sentences
from exports.signing import family_signs, signature_lines, workers_sign
from exports.two_answers import agreement_says, two_answers
from exports.words import AGREES, CALL, KNOWN_CHANGE, LEAD, OWN_VIEW, TELL, UNDERSTANDING
from guidance.our_documents import our_document
from guidance.words.forms import apart

STILL_OPEN = ("ask_now", "check_again", "unanswered", "not_known", "duty_fact")
"""Kinds of gap that a reader must know to be open questions."""
HOW = {"face_to_face": "face to face", "telephone": "by telephone", "writing": "in writing", "other": "another way"}


def build(m: Material) -> tuple[Block, ...]:
    """Every section, also the empty ones: what is not known is passed on as such. Danger is first in every order."""
    local = m.local("referral")
    blocks: list[Block] = [stop_box(m), *stands_for(m, "referral"), *two_answers(m), *held_back(m)]
    before = ""
    for id_ in in_order(local.order if local else ()):
        section = SECTIONS[id_]
        stands = section.build(m)
        if stands and section.alone and before != section.after:
            blocks.append(Heading(section.alone))
        blocks += stands
        before = id_
    return (*blocks, *sources(m), *front_door_sheet(m))


def in_order(first: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of all sections: those that the area puts first, then the others in our own order, each once."""
    return tuple(dict.fromkeys((*first, *SECTIONS)))


def _call(m: Material) -> tuple[Block, ...]:
    call = m.case.call
    contact = m.packs.contact(m.decision.home_area, call.contact)
    rows = (
        ("Rang on", event(m, "call_made")), ("Rang", value(contact.name if contact else "")),
        ("Spoke to (role)", value(call.spoke_to_role)), ("Result", one_of(CALL, call.outcome)),
        ("Their reference", value(call.reference)), ("Advice given", value(call.note)),
        ("Own safeguarding lead told", one_of(LEAD, m.case.practitioner.lead)),
        ("Noticed on", event(m, "noticed")), ("Last seen", event(m, "last_seen")),
        ("Sent on", event(m, "sent")),
    )
    log = tuple((step(m, item), value(item.what), value(item.who), value(item.result)) for item in m.details.log)
    return (Heading("The call and what has been done"), Rows(rows, columns=2),
            Grid(("When", "What", "Who", "Result"), log, (0.2, 0.25, 0.2, 0.35)))


def _telling(m: Material) -> tuple[Block, ...]:
    """Told and agrees as separate facts; who must not be told yet, and why; what was asked of those who may be."""
    rows = [_family_row(m, member) for member in m.case.family]
    young = m.case.young_person
    rows.append((Value("The child or young person"), yes_no(young.told), one_of(AGREES, young.agrees),
                 yes_no(young.risk), _advice(m.telling("young_person"))))
    if suspected := m.telling("suspected"):
        rows.append((Value(suspected.name), Value(""), Value(""), Value(""), _advice(suspected)))
    heads = ("Who", "Told of this?", "Agrees to help?", "Would telling raise the risk?", "What applies now")
    blocks: list[Block] = [
        Heading("Told, and agreed: two separate facts"), Paragraph(agreement_says(m.decision, m.packs)),
        Grid(heads, tuple(rows), (0.24, 0.14, 0.16, 0.18, 0.28)),
    ]
    blocks += [_not_yet(item) for item in m.held_back()]
    blocks += [_record(m, record) for record in m.details.agreement.records if m.may_be_prompted(record.key)]
    asked = m.details.agreement
    blocks.append(Rows((
        ("If anybody was not asked or told: why", value(asked.not_asked_because)),
        ("Approved by, on", value(joined(asked.approved_by, past(m, asked.approved_on)))),
        ("Does the young person understand the decision?", one_of(UNDERSTANDING, young.understanding)),
        ("The young person's own view", value(young.view)),
    )))
    return tuple(blocks)


def _family_row(m: Material, member: FamilyMember) -> tuple[Value, ...]:
    who = sentences((m.person(member), expecting(m, member))) if expecting(m, member) else m.person(member)
    return (Value(who), yes_no(member.told), agrees(m, member), yes_no(member.risk), _advice(m.telling(member.key)))


def _advice(telling: Telling | None) -> Value:
    return Value(TELL[telling.state]) if telling else Value("ask the front door")


def _not_yet(item: Telling) -> Callout:
    title = f"Not to be told yet: {item.name}" if item.state == "not_yet" else f"Ask before telling: {item.name}"
    lifted = sentences((f"Until: {item.lifted_by}",)) if item.lifted_by else ""
    lines = (item.why, lifted, "Please speak to me before you contact this person.")
    return Callout("stop", title, tuple(line for line in lines if line))


def _record(m: Material, record: AgreementRecord) -> Rows:
    person = next((m.person(member) for member in m.case.family if member.key == record.key), "The young person")
    return Rows((
        ("Asked", Value(person)), ("When", past(m, record.asked_on)), ("By whom", value(record.asked_by)),
        ("How", one_of(HOW, record.how)), ("Whose information", value(record.whose_information)),
        ("What they said", value(record.said)),
    ), columns=2)


def _why_now(m: Material) -> tuple[Block, ...]:
    return (Heading("Why now"), Long("What happened or changed, and when", value(m.details.narrative.why_now)))


def _worry(m: Material) -> tuple[Block, ...]:
    hint = "What was seen or heard, how often, since when"
    return (Long("What you are worried about", value(m.details.narrative.worry), hint),)


def _effects(m: Material) -> tuple[Block, ...]:
    effects = {item.label: item.text for item in m.details.narrative.effects}
    return (
        *(Long(f"Effect on child {child.label}", value(effects.get(child.label, ""))) for child in m.case.children),
        Rows((("Kinds of worry", value(apart(findings.topic_names(m)))),
              ("A worry that no statement names", value(m.case.other_worry_note)))),
    )


def _harm(m: Material) -> tuple[Block, ...]:
    said = m.details.narrative.injury
    return (Long("Any injury or mark", value(said), "Where, size, colour, and the explanation given, by whom"),)


def _words(m: Material) -> tuple[Block, ...]:
    story = m.details.narrative
    return (Long("What was said, in the exact words", value(story.exact_words)),
            Long("The question asked before it", value(story.question_asked)))


def _findings(m: Material) -> tuple[Block, ...]:
    source = m.case.source_of_harm
    return (
        Heading("What was found, and how it is known"), *findings.table(m),
        Rows((("Who might be causing this", findings.suspected(m)),
              ("Can they reach the child?", yes_no(source.access)), ("More about this", value(source.note)),
              ("Where the child is now", findings.where_now(m)))),
    )


def _windscreen(m: Material) -> tuple[Block, ...]:
    if not m.area:
        return ()
    means = tuple(sentences((f"{one.name} here means: {one.means}", f"Who leads: {one.leads}"))
                  for one in m.decision.place.meaning)
    return (Heading("Where it stands on the windscreen"), Windscreen(m.decision.place, m.area),
            *([Bullets(means, small=True)] if means else []))


def _voice(m: Material) -> tuple[Block, ...]:
    voice = m.case.voice
    return (
        Heading("The child's voice"), Long("In the child's own words", value(voice.words)),
        Long("How the child behaves", value(voice.behaviour)),
        Long("What was observed", value(voice.observed), "For a baby, or a child who does not speak"),
        Rows((("Who can help the child to be heard", value(voice.who_can_help)),
              ("If the child was not spoken to: why", value(voice.not_asked_because)))),
    )


def _history(m: Material) -> tuple[Block, ...]:
    history = m.case.history
    rows = (
        ("Earlier concerns", yes_no(history.earlier_concerns)), ("For how long", value(history.how_long)),
        ("How often", value(history.how_often)), ("Getting worse", yes_no(history.getting_worse)),
    )
    events = tuple((value(item.when), value(item.event), value(item.source), value(item.effect), value(item.action))
                   for item in m.details.chronology)
    heads = ("When", "What happened", "How it is known", "What it meant for the child", "What was done")
    return (
        Heading("History"), Rows(rows, columns=2), Long("History and pattern", value(m.details.narrative.history)),
        *([Long("More about this", Value(history.note))] if history.note else []), findings.earlier_and_next(m),
        Grid(heads, events, (0.14, 0.26, 0.16, 0.22, 0.22)),
    )


def _strengths(m: Material) -> tuple[Block, ...]:
    found = findings.strengths(m)
    return (
        Heading("What goes well, and who is safe"), *([Bullets(found)] if found else []),
        Long("What goes well", value(_both(m.details.narrative.going_well, m.case.strengths_note))),
        Long("Safe people", value(m.case.safe_people)),
    )


def _both(first: str, second: str) -> str:
    return "\n".join(part for part in (first, second) if part.strip())


def _tried(m: Material) -> tuple[Block, ...]:
    rows = tuple((value(item.when), value(item.what), value(item.result)) for item in m.case.history.help)
    return (
        Heading("What has been tried"), Grid(("When", "What", "What changed"), rows, (0.2, 0.4, 0.4)),
        Rows((("Did help bring a change?", one_of(KNOWN_CHANGE, m.case.history.changed)),)),
        Long("More about this", value(m.details.narrative.tried)),
    )


def _analysis(m: Material) -> tuple[Block, ...]:
    story = m.details.narrative
    unknown = tuple(gap.says for gap in m.decision.gaps if gap.kind in STILL_OPEN)
    return (
        Heading("Analysis"), Long("What will happen to each child if nothing changes", value(story.analysis)),
        Long("What is not known", value(story.not_known)), *([Bullets(unknown)] if unknown else []),
    )


def _ask(m: Material) -> tuple[Block, ...]:
    return (Heading("What is asked for"), Long("What you ask for, and hope for", value(m.details.narrative.ask)))


def _meanwhile(m: Material) -> tuple[Block, ...]:
    return (Long("What you will go on doing", value(m.details.narrative.meanwhile)),)


def _contact(m: Material) -> tuple[Block, ...]:
    story = m.details.narrative
    speaks = [f"{m.person(member)}: {member.language or 'interpreter'}" for member in m.case.family
              if member.interpreter == "yes"]
    return (Heading("Safe contact and access"), Rows((
        ("Risk to visiting staff", value(story.visiting_risk)), ("Safe ways and times", value(story.safe_contact)),
        ("Access and communication", value(story.accessibility)), ("Interpreter needed", value(apart(speaks))),
    )))


def _attachments(m: Material) -> tuple[Block, ...]:
    return attachments(m, "referral")


def _view_and_result(m: Material) -> tuple[Block, ...]:
    result = m.decision
    words = m.packs.national.words.get(result.outcome)
    why = tuple(sentences((reason.says, reason.why, f"({m.cite(reason.source)})")) for reason in result.reasons)
    deadlines = tuple(by_when(item) for item in result.deadlines if item.owner != "the_service")
    blocks: list[Block] = [
        Heading("The practitioner's own view, and the result"),
        Rows((("Own view", one_of(OWN_VIEW, m.case.own_view)), ("Reason", value(m.case.own_view_reason)),
              ("Result", Value(words.name if words else result.headline)), ("Compared", Value(result.own_view.says)),
              ("Duties", value(apart(duty.name for duty in result.duties))))),
        Heading("Reasons for the result", 3), Bullets(why),
    ]
    if deadlines and not m.held_back():
        blocks += [Heading("By when", 3), Bullets(deadlines)]
    return (*blocks, Paragraph("The result supports professional judgement and does not replace it.", "small"))


def _declaration(m: Material) -> tuple[Block, ...]:
    return (
        Heading("Declaration"),
        Paragraph("What stands here is true as far as I know. Fact and opinion are kept apart. I keep a copy."),
        Signatures((m.role_name() or "Referrer", *(tuple(line.says for line in workers_sign(m, DOCUMENT))
                                                   or ("Safeguarding lead or manager",)))),
    )


def _family_signatures(m: Material) -> tuple[Block, ...]:
    """A line for each of the family who may be told, as the form asks; for the others, why there is none."""
    left_out = tuple(f"No signature is asked of: {item.name}. {item.why}" for item in m.held_back())
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
    "why_now": Section(_why_now), "worry": Section(_worry, "The worry", "why_now"),
    "effects": Section(_effects, "What it means for each child", "worry"),
    "harm": Section(_harm, "Anybody hurt", "effects"), "words": Section(_words, "What was said", "harm"),
    "findings": Section(_findings), "windscreen": Section(_windscreen), "voice": Section(_voice),
    "history": Section(_history), "strengths": Section(_strengths), "tried": Section(_tried),
    "analysis": Section(_analysis), "ask": Section(_ask),
    "meanwhile": Section(_meanwhile, "What you will go on doing", "ask"), "contact": Section(_contact),
    "attachments": Section(_attachments), "view": Section(_view_and_result), "declaration": Section(_declaration),
    "family_signatures": Section(_family_signatures, "Signatures of the family", "declaration"),
}
"""Section id → what stands in it, in our own order. A test holds the ids to guidance.vocabulary.REFERRAL_SECTIONS."""

DOCUMENT = Document(
    our_document("referral"), audience="professional", build=build, front_door_sheet=True,
    own_lines=OwnLines(parent="If they agree"),
)
