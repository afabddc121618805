"""The record of a conversation about a worry and of what was decided, also where it was decided not to refer."""
from decision.settled import in_words, says
from exports.blocks import Block, Bullets, Callout, Heading, Long, Paragraph, Rows, Value, value
from exports.dates import ahead, event, past
from exports.declaration import Document
from exports.material import Material, age, one_of, yes_no
from exports.parts import referrer, sources, stop_box
from exports.pdf.text import sentences
from exports.two_answers import two_answers
from exports.words import CALL, LEAD, OWN_VIEW
from guidance.our_documents import our_document
from guidance.words import say
from guidance.words.forms import apart, weekday_and_moment

DECIDED = {
    "refer": "refer", "not_refer": "not to refer now", "early_help": "offer early help",
    "find_out_more": "find out more first", "other": "something else",
}


def build(m: Material) -> tuple[Block, ...]:
    """Who spoke to whom, what was said, both views, the decision with its reasons, and what happens next."""
    return (stop_box(m), *two_answers(m), *_talk(m), *_said(m), *_views(m), *_decision(m), *_next(m),
            *referrer(m, "Who wrote this"), *sources(m))


def _talk(m: Material) -> tuple[Block, ...]:
    talk, call = m.details.conversation, m.case.call
    children = apart(f"{m.child_title(child)} ({age(child).said})" for child in m.case.children)
    contact = m.packs.contact(m.decision.home_area, call.contact)
    called = event(m, "call_made")
    return (Heading("The conversation"), Rows((
        ("Date", called if talk.on is None and not called.muted else past(m, talk.on)), ("Time", value(talk.time)),
        ("With (name and role)", value(talk.who or call.spoke_to_role)),
        ("Team, organisation", value(talk.team or (contact.name if contact else ""))),
        ("Their reference", value(call.reference)), ("About", value(children)),
        ("The child was named", yes_no(talk.named)), ("Own lead told", one_of(LEAD, m.case.practitioner.lead)),
        ("What came of the call", one_of(CALL, call.outcome)), ("Written down", Value(weekday_and_moment(m.now))),
    ), columns=2))


def _said(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    advice = "\n".join(part for part in (talk.advice, m.case.call.note) if part.strip())
    return (
        Heading("What was said"), Long("What I said", value(talk.said), "The worry in one paragraph: facts first"),
        Long("What they advised", value(advice)), *_settled(m),
    )


def _settled(m: Material) -> tuple[Block, ...]:
    """Each doubt that somebody's knowledge has settled, and the result before it."""
    found = tuple(sentences((says(record.id, m.case, m.packs), in_words(record, m.packs))) for record in m.case.settled)
    return (Heading(say("settle.records"), 3), Bullets(found)) if found else ()


def _views(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    words = m.packs.national.words.get(m.decision.outcome)
    mine = "\n".join(part for part in (talk.my_view, m.case.own_view_reason) if part.strip())
    return (
        Heading("Both views"),
        Rows((("My view", one_of(OWN_VIEW, m.case.own_view)),
              ("Result of the questions", Value(words.name if words else m.decision.headline)),
              ("My view beside the result", Value(m.decision.own_view.says)))),
        Long("My view, and why", value(mine)), Long("Their view, and why", value(talk.their_view)),
    )


def _decision(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    blocks: list[Block] = [
        Heading("The decision"),
        Rows((("Decided", one_of(DECIDED, talk.decided)), ("By (name and role)", value(talk.decided_by)),
              ("I agree", yes_no(talk.agree)))),
        Long("Reasons, also the reasons not to refer", value(talk.reasons)),
    ]
    if talk.decided == "not_refer" or talk.agree == "no":
        blocks += [*_still_worried(m), Long("What I do next if I do not agree", value(talk.next_if_not))]
    return tuple(blocks)


def _still_worried(m: Material) -> tuple[Block, ...]:
    found = m.packs.national.process_for("disagreement")
    own = "A decision not to refer is not the end. Whoever still worries may ring the front door."
    return (Callout("note", own, (found.says,)), Bullets(tuple(sentences((step.says,)) for step in found.steps)))


def _next(m: Material) -> tuple[Block, ...]:
    talk = m.details.conversation
    family = tuple((f"{m.relation(member)}: told", yes_no(member.told)) for member in m.case.family)
    held_back = tuple(sentences((f"Not to be told now: {item.name}", item.why)) for item in m.held_back())
    return (
        Heading("What happens next"), Long("Who does what, by when", value(talk.actions)),
        Rows((("To be put in writing", yes_no(talk.in_writing)), ("By", ahead(m, talk.in_writing_by)),
              ("Looked at again on", ahead(m, talk.look_again_on)),
              ("Sooner, if", value(talk.look_again_if)))),
        *((Heading("The family", 3), Rows(family)) if family else ()),
        *([Bullets(held_back)] if held_back else []),
        Paragraph("Fact and opinion are kept apart. This belongs in the child's safeguarding file.", "small"),
    )


DOCUMENT = Document(
    our_document("conversation_record"), audience="professional", build=build,
    needs=("children", "talk", "decided", "you"),
)
