"""The record of a conversation about a worry and of what was decided, also where it was decided not to refer."""
from decision.calls import calls
from decision.case import FamilyMember
from decision.hours import local
from decision.result import Telling
from decision.settled import in_words, says
from exports import beside, findings, from_check
from exports.blocks import NOT_ANSWERED, Block, Bullets, Callout, Heading, Paragraph, Rows, Value, value
from exports.by_known import known_rows
from exports.calls_made import TALKS, besides, came_of, made_on, the_last_record, told_on, whom
from exports.children import what_they_have
from exports.dates import ahead, past
from exports.declaration import Document, of_each
from exports.details import NOT_KNOWN
from exports.found import none_of
from exports.from_check import Told
from exports.gaps import gathered
from exports.in_danger import danger_rows
from exports.material import Material, age, one_of, yes_no
from exports.parts import agrees, by_when, filled_rows, harmed, referrer, sources, stop_box, told
from exports.pdf.text import sentences
from exports.referral_family import interpreters
from exports.two_answers import two_answers
from exports.words import LEAD, OWN_VIEW
from exports.young_person import knows_whole, told_name_known
from guidance.our_documents import our_document
from guidance.vocabulary import YesNo
from guidance.words import say
from guidance.words.forms import apart, weekday_and_moment

SPOKEN = ("on", "time", "who", "named", "said", "advice", "their_view", "decided", "decided_by", "agree")
"""What is written of a talk once there was one: one's own view, and what one will do, are there before it."""
WAYS = ("refer", "not_refer", "early_help", "find_out_more", "other")
DECIDED: dict[str, str] = {way: say(f"papers.decided.{way}") for way in WAYS}


def build(m: Material) -> tuple[Block, ...]:
    """Who spoke to whom, what was said, both views, the decision with its reasons, and what happens next."""
    return (stop_box(m), *two_answers(m), *gathered((
        *_talk(m), *_known(m), *_said(m), *_views(m), *_decision(m), *_next(m),
        *referrer(m, say("papers.talk.writer")), *sources(m))))


def _talk(m: Material) -> tuple[Block, ...]:
    talk, call = m.details.conversation, the_last_record(m)
    children = apart(f"{m.child_title(child)} ({age(child).said})" for child in m.case.children)
    called = made_on(m, call)
    lead = call.contact in TALKS
    by_call = talk.on in (None, NOT_KNOWN) and not called.muted
    time = () if by_call and talk.time.strip() in ("", NOT_KNOWN) else ((say("papers.talk.time"), value(talk.time)),)
    return (Heading(say("papers.talk")), *filled_rows((
        (say("papers.talk.date"), called if by_call else past(m, talk.on)),
        *time,
        (say("papers.talk.with"), value(from_check.own_or(talk.who, call.spoke_to_role).said)),
        (say("papers.talk.team"), value(from_check.own_or(talk.team, whom(m, call)).said)),
        *(() if lead and not call.reference.strip() else ((say("papers.call.reference"), value(call.reference)),)),
        (say("papers.talk.about"), value(children)),
        (say("papers.known_to"), _known_to(m)),
        (say("papers.talk.named"), yes_no(talk.named)),
        (say("papers.lead_told"), one_of(LEAD, m.case.practitioner.lead)),
        (say("papers.talk.came"), value(came_of(m, call))), *besides(m, call),
        (say("papers.talk.written"), Value(weekday_and_moment(m.now))),
    ), columns=2))


def _known_to(m: Material) -> Value:
    """What the children have already, such as a social worker or a plan: by letter where there are several."""
    have = {child.label: one.said for child in m.case.children if not (one := what_they_have(child)).muted}
    if len(m.case.children) == 1:
        return value("".join(have.values()))
    return value("\n".join(say("papers.labelled", who=label, said=said) for label, said in have.items()))


def _known(m: Material) -> tuple[Block, ...]:
    """What it was about: danger now, the facts in the order of how they are known, where the child is and whether they
    are safe there, who might be causing it."""
    safe, speaks, none = from_check.safe_until(m), interpreters(m), none_of(m)
    rows = (*danger_rows(m), *known_rows(m), (say("papers.where_now"), findings.where_now(m)),
            *(() if safe.muted else ((say("papers.safe_until_open"), safe),)),
            (say("papers.can_reach"), from_check.suspected(m)), *told_on(m),
            *(() if speaks.muted else ((say("papers.contact.interpreter"), speaks),)),
            (say("papers.talk.not_known"), value(sentences(from_check.not_known(m, beside=True)))))
    return (Heading(say("papers.talk.known")), *filled_rows(rows),
            *([Paragraph(say("papers.none_of", signs=none), "small")] if none else []))


def _said(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    own = "" if talk.advice.strip() == NOT_KNOWN and the_last_record(m).note.strip() else talk.advice
    advice = "\n".join(part for part in (own, the_last_record(m).note) if part.strip())
    heading, hint = Heading(say("papers.talk.said")), say("papers.talk.hint")
    first = ((heading, *_what_i_said(m).under(say("papers.talk.i_said"), hint)) if _was_talk(m)
             else (*_what_i_said(m).under(say("papers.talk.to_say"), hint), heading))
    return (
        *first,
        *Told(advice).under(say("papers.talk.advised")), *_settled(m),
    )


def _was_talk(m: Material) -> bool:
    """Whether a talk or call is on record, or written of here: before it nobody has said anything."""
    talk = m.details.conversation
    return bool(calls(m.case)) or any(getattr(talk, name) not in (None, "", NOT_KNOWN, "not_known") for name in SPOKEN)


def _what_i_said(m: Material) -> Told:
    """What the writer said: their own words, or else that it was what is known, why now, and what is asked for;
    before a talk that is what there is to say. Where nobody answered nothing was said, so there it is their own words
    alone."""
    if the_last_record(m).outcome == "no_answer":
        return Told(m.details.conversation.said)
    facts = say("papers.talk.said_facts", heading=say("papers.talk.known")) if danger_rows(m) or known_rows(m) else ""
    return from_check.own_or(m.details.conversation.said, facts, beside.why_now(m, rows=False).said,
                             from_check.ask(m).said)


def _settled(m: Material) -> tuple[Block, ...]:
    """Each doubt that somebody's knowledge has settled, and the result before it."""
    found = tuple(sentences((says(record.id, m.case, m.packs), in_words(record, m.packs))) for record in m.case.settled)
    return (Heading(say("settle.records"), 3), Bullets(found)) if found else ()


def _views(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    words = m.packs.national.words.get(m.decision.outcome)
    return (
        Heading(say("papers.talk.views")),
        *filled_rows(((say("papers.talk.my_view"), one_of(OWN_VIEW, m.case.own_view)),
                      (say("papers.talk.result"), Value(words.name if words else m.decision.headline)),
                      (say("papers.talk.beside"), value(m.decision.own_view.says if m.case.own_view else "")))),
        *from_check.both(talk.my_view, m.case.own_view_reason).under(say("papers.talk.my_reason")),
        *Told(talk.their_view).under(say("papers.talk.their_reason")),
    )


def _decision(m: Material) -> tuple[Block, ...]:
    talk, agree, agrees_ = m.details.conversation, *_agree(m)
    blocks: list[Block] = [
        Heading(say("papers.talk.decision")),
        *filled_rows(((say("papers.talk.decided"), one_of(DECIDED, talk.decided)),
                      (say("papers.talk.by"), value(talk.decided_by)),
                      (say("papers.talk.i_agree"), agrees_))),
        *Told(talk.reasons).under(say("papers.talk.reasons")),
    ]
    differ = talk.decided == "not_refer" or agree == "no"
    if differ:
        blocks += _still_worried(m)
    if differ or talk.next_if_not.strip():
        blocks += Told(talk.next_if_not).under(say("papers.talk.next_if_not"))
    return tuple(blocks)


def _agree(m: Material) -> tuple[YesNo | None, Value]:
    """Whether the writer agrees, here or as it was noted with the call; and since when they do not."""
    written, since = m.details.conversation.agree, m.case.events.disagreement
    if written in (None, "not_known") and since:
        return "no", Value(say("papers.talk.disagree", when=past(m, local(since).date()).said))
    return written, yes_no(written)


def _still_worried(m: Material) -> tuple[Block, ...]:
    found = m.packs.national.process_for("disagreement")
    return (Callout("note", say("papers.talk.not_the_end"), (found.says,)),
            Bullets(tuple(sentences((step.says,)) for step in found.steps)))


def _next(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    family = tuple((m.relation(member), Value(apart((*(answer.said for answer in (_told(member), agrees(m, member))
                                                       if not answer.muted), *filter(None, (harmed(member),))))))
                   for member in m.case.family if member.told or member.agrees or member.harmed)
    held_back = tuple(sentences((_not_now(m, item), item.why)) for item in m.held_back())
    due = apart(by_when(item) for item in m.decision.deadlines if item.owner != "the_service")
    actions = from_check.own_or(talk.actions, "" if m.held_back() else due)
    return (
        Heading(say("papers.talk.next")), *actions.under(say("papers.talk.actions")),
        *filled_rows(((say("papers.talk.in_writing"), yes_no(talk.in_writing)),
                      (say("papers.talk.in_writing_by"), ahead(m, talk.in_writing_by)),
                      (say("papers.talk.again"), ahead(m, talk.look_again_on)),
                      (say("papers.talk.sooner"), value(talk.look_again_if)))),
        *((Heading(say("papers.talk.family"), 3), Rows(family)) if family else ()),
        *([Bullets(held_back)] if held_back else []),
        Paragraph(say("papers.talk.file"), "small"),
    )


def _not_now(m: Material, item: Telling) -> str:
    """Who is not to be told now; of somebody who knows already, that they are not to be told more."""
    rule = "papers.talk.no_more_now" if knows_whole(m, item.person) else "papers.talk.not_now"
    return say(rule, who=told_name_known(m, item))


def _told(member: FamilyMember) -> Value:
    return Value(told(member.told)) if member.told else NOT_ANSWERED


DOCUMENT = Document(
    our_document("conversation_record"), audience="professional", build=build,
    needs=("children", "talk", "decided", "you"), only=of_each("children", "name"),
)
