"""The referral's sections on the call and the people: what was done, who was told and agrees, how they are reached."""
from dataclasses import dataclass

from decision.case import YoungPerson
from decision.telling import WHOLE_FAMILY
from exports import from_check
from exports.after_call import all_made, in_order, to_ring
from exports.blocks import Block, Bullets, Grid, Heading, Paragraph, Rows, Value, value
from exports.calls_made import besides, came_of, made_on, the_last_call, told_on, whom
from exports.contact_lines import contact_line
from exports.dates import event, past, step
from exports.details import NOT_KNOWN, AgreementRecord
from exports.material import Material, joined, one_of, yes_no
from exports.not_yet import answered_only, only_unborn
from exports.page_facts import child_asks, told_asks
from exports.parts import agrees, expecting, filled_rows, harmed, stands_for
from exports.two_answers import agreement_says
from exports.words import LEAD, TELL, TELL_MORE, UNDERSTANDING
from exports.young_person import YOUNG, can_answer, of_whom, several, the_young_person
from guidance.words import say
from guidance.words.forms import apart, capital, listed, mid

REFERRAL = "referral"
"""The paper that these sections are of."""
NOTHING_KNOWN = frozenset({"blank", "own_view", "duty"})
"""Kinds of reasons of a result for which nothing was said of the worry."""
RING = 4
"""How many of the routes are listed."""
HOW: dict[str, str] = {way: say(f"papers.asked.how.{way}") for way in ("face_to_face", "telephone", "writing", "other")}


def call(m: Material, paper: str = REFERRAL) -> tuple[Block, ...]:
    """The call before it, what has been done, which form this paper stands for, and whom to ring."""
    ring = tuple(contact_line(to_ring(m, route), m.packs) for route in in_order(m, RING) if route.dial or route.instead)
    log = tuple((step(m, item), value(item.what), value(item.who), value(item.result)) for item in m.details.log)
    heads = tuple(say(f"papers.log.{name}") for name in ("when", "what", "who", "result"))
    heading = Heading(say("papers.call.reach" if all_made(m) else "papers.call.ring"), 3)
    whom: tuple[Block, ...] = (heading, Bullets(ring, small=True)) if ring else ()
    steps: tuple[Block, ...] = (Grid(heads, log, (0.2, 0.25, 0.2, 0.35)),) if log else ()
    return (Heading(say("papers.call")), *stands_for(m, paper), *filled_rows(_call_rows(m), 2), *steps, *whom)


def _call_rows(m: Material) -> tuple[tuple[str, Value], ...]:
    told = the_last_call(m)
    return (
        (say("papers.call.on"), made_on(m, told)),
        (say("papers.call.rang"), value(whom(m, told))),
        (say("papers.call.spoke_to"), value(told.spoke_to_role)),
        (say("papers.call.result"), value(came_of(m, told))),
        (say("papers.call.reference"), value(told.reference)), (say("papers.call.advice"), value(told.note)),
        *besides(m, told),
        (say("papers.lead_told"), one_of(LEAD, m.case.practitioner.lead)),
        *told_on(m), (say("papers.noticed"), event(m, "noticed")),
        *answered_only(((say("papers.last_seen"), from_check.last_seen(m)),), only_unborn(m)),
        (say("papers.safe_until_open"), from_check.safe_until(m)), (say("papers.call.sent"), event(m, "sent")),
    )


def telling(m: Material) -> tuple[Block, ...]:
    """Told and agrees as separate facts; who must not be told yet; what was asked of those who may be."""
    heads = tuple(say(f"papers.told.{name}") for name in ("who", "told", "agrees", "risk", "now"))
    rows = _people(m)
    known = tuple((Value(row.who_and_more), *row.answers, row.now) for row in rows if row.is_known)
    others = tuple(row.in_a_line for row in rows if not row.is_known)
    blocks: list[Block] = [Heading(say("papers.told")), Paragraph(agreement_says(m.decision, m.packs))]
    blocks += [Grid(heads, known, (0.24, 0.14, 0.22, 0.14, 0.26))] if known else []
    blocks += [Bullets(others)] if others else []
    also = tuple((m.person(one), Value(from_check.also_said(one))) for one in m.case.family if one.note.strip())
    blocks += [Rows(also)] if also else []
    blocks += [block for record in m.details.agreement.records if m.may_be_prompted(record.key)
               for block in _record(m, record)]
    asked, young = m.details.agreement, m.case.young_person
    own = ((of_whom(m, say("papers.told.understands")), one_of(UNDERSTANDING, young.understanding)),
           (of_whom(m, say("papers.told.view")), value(young.view)))
    return (*blocks, *filled_rows((
        (say("papers.told.why_not"), value(asked.not_asked_because)),
        (say("papers.told.approved"), value(joined(asked.approved_by, past(m, asked.approved_on)))),
        *(own if can_answer(m) else ()),
    )))


@dataclass(frozen=True)
class _Person:
    """Somebody on the list of who was told: with facts of their own, whether they were told, agree and would be at
    risk, and what applies now."""

    who: str
    now: Value
    more: tuple[str, ...] = ()
    answers: tuple[Value, ...] = (Value(""),) * 3

    @property
    def is_known(self) -> bool:
        """Whether any of it was answered."""
        return any(not cell.muted and cell.said for cell in self.answers)

    @property
    def who_and_more(self) -> str:
        """The person with the facts of their own."""
        return listed((self.who, *self.more))

    @property
    def in_a_line(self) -> str:
        """The same with what applies now."""
        return say("papers.labelled", who=self.who, said=apart((*self.more, self.now.said)))


def _people(m: Material) -> tuple[_Person, ...]:
    """Each of the family, or all of it as one where nobody was entered, the young person, and the person suspected."""
    rows = [_Person(m.person(one), advice(m, one.key), tuple(filter(None, (*expecting(one), harmed(one)))),
                    (yes_no(one.told), agrees(m, one), yes_no(one.risk))) for one in m.case.family]
    if not m.case.family and (whole := m.telling(WHOLE_FAMILY.key)):
        rows.append(_Person(capital(whole.name), advice(m, WHOLE_FAMILY.key)))
    rows += _young(m)
    if suspected := m.telling("suspected"):
        rows.append(_Person(capital(suspected.name), advice(m, "suspected")))
    return tuple(rows)


def _young(m: Material) -> tuple[_Person, ...]:
    """The child or young person, where one can be told: of several with which of them it is; the others, of whom
    nothing was said, in a line of their own."""
    young = m.case.young_person
    row = _Person(the_young_person(m), advice(m, YOUNG), (),
                  (yes_no(young.told), agrees(m, young), yes_no(young.risk)))
    if not can_answer(m):
        return ()
    return (row, *(_Person(who, now) for who, now in other_children(m)))


def other_children(m: Material) -> tuple[tuple[str, Value], ...]:
    """The other children, where something was answered of one of several, with what applies to them now."""
    answered = several(m) and m.case.young_person != YoungPerson()
    return ((say("papers.other_children"), _advice(m, YOUNG, knows=False)),) if answered else ()


def advice(m: Material, key: str) -> Value:
    """Whether somebody may be told now. Where nothing is known of the worry nobody can say so, and nobody of the family
    is plainly told while the child's own words, or what somebody told, ask that somebody does not know. Of somebody who
    knows already it is what more they are told."""
    return _advice(m, key, m.knows(key))


def _advice(m: Material, key: str, knows: bool) -> Value:
    rule, kinds = m.telling(key), {one.kind for one in m.decision.reasons}
    nothing = "blank" in kinds and kinds <= NOTHING_KNOWN
    if rule is None or (rule.state == "tell" and nothing):
        return Value(say("papers.told.ask_door"))
    if rule.state == "tell" and key != YOUNG and (who := "child" if child_asks(m) else "told" if told_asks(m) else ""):
        return Value(say(f"papers.told.{who}_asks{'_more' if knows else ''}"))
    return Value(TELL_MORE[rule.state] if knows and rule.state in TELL_MORE else TELL[rule.state])


def may_be_told(m: Material, key: str) -> bool:
    """Whether a paper says plainly that somebody may be told."""
    return advice(m, key).said == TELL["tell"]


def _record(m: Material, record: AgreementRecord) -> tuple[Block, ...]:
    person = next((m.person(member) for member in m.case.family if member.key == record.key),
                  the_young_person(m))
    return filled_rows((
        (say("papers.asked"), Value(person)), (say("papers.asked.when"), past(m, record.asked_on)),
        (say("papers.asked.by"), value(record.asked_by)), (say("papers.asked.how"), one_of(HOW, record.how)),
        (say("papers.asked.whose"), value(record.whose_information)), (say("papers.asked.said"), value(record.said)),
    ), 2)


def contact(m: Material) -> tuple[Block, ...]:
    """How somebody is reached safely, what a visit must mind, and what somebody needs in order to follow."""
    return (Heading(say("papers.contact")), *filled_rows((*_reached(m), *_follow(m))))


def contact_rest(m: Material) -> tuple[Block, ...]:
    """The same where the safe way and the visit stand on page one; that nobody has answered them stands here."""
    open_ = tuple(row for row in _reached(m) if row[1].muted)
    return (Heading(say("papers.contact")), *filled_rows((*open_, *_follow(m))))


def _reached(m: Material) -> tuple[tuple[str, Value], ...]:
    return ((say("papers.contact.visiting"), value(m.details.narrative.visiting_risk)),
            (say("papers.contact.safe"), value(from_check.safe_contact(m).said)))


def _follow(m: Material) -> tuple[tuple[str, Value], ...]:
    return (
        (say("papers.contact.access"), value(from_check.accessibility(m).said)),
        (say("papers.contact.interpreter"), interpreters(m)),
    )


def interpreters(m: Material) -> Value:
    """Who needs an interpreter, and of whom it was said that they do not; not known where that is all that was said."""
    answers = [(mid(m.relation(one)), one.interpreter) for one in m.case.family]
    answers.append((mid(the_young_person(m)), m.case.young_person.interpreter))
    without = [who for who, answer in answers if answer == "no"]
    none = say("papers.no_interpreter_for", who=listed(without)) if without else ""
    said = apart(part for part in (*from_check.interpreters(m), none) if part)
    return value(said or (NOT_KNOWN if any(answer for _, answer in answers) else ""))
