"""The first answer once the call has been made: what they said, what is due now, and the numbers for ringing again; and
what is said where nobody answered.
"""
from collections.abc import Iterable
from datetime import datetime

from decision.after import asked_first, helped, made, talk_had
from decision.calls import OFFICER, silent, spoken_of
from decision.case import OWN_LEAD, SOMEBODY_ELSE, Case, EarlierCall
from decision.headline import how_soon
from decision.hours import local
from decision.result import Deadline, Decision, Route
from decision.rung import is_rung_again, lead_asked_first, told_before
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.vocabulary import EventName
from guidance.words import say
from guidance.words.forms import capital, following, listed, soon, weekday_and_time
from pages.parts.display.links import within
from pages.parts.display.markup import Markup, bullets, join, numbered, paragraph, strong, telephone
from pages.parts.display.pieces import big, more, section
from pages.parts.display.words import source_line
from pages.parts.result.action_view import route, whom
from pages.parts.result.deadlines_view import RANG, by_when, in_order
from pages.parts.result.instructions import Instruction, all_of_them, instructions
from pages.parts.result.sources_view import numbers, places

FROM_THE_CALL: tuple[EventName, ...] = ("call_made", "sent", "disagreement")
"""Events of a call: what is counted from them begins with it."""
FIRST = 3
"""Steps that stand in sight; the date by which an answer is asked for stands with them."""


def after_section(case: Case, decision: Decision, packs: Packs, at: datetime, due: Iterable[str],
                  left: Route | None, call: Markup) -> Markup:
    """What they said and when, then what is due now. `due`: what a duty still asks of the user at once. `left`: the
    team that is still to be rung now, which comes first then, with `call`, its number."""
    after, told = decision.after_call, spoken_of(case)
    dates = from_the_call(case, decision)
    in_sight = join(*due)
    not_done = _not_done(tuple(one for one in instructions(decision, packs) if join(one.then) not in in_sight))
    later = after.steps[FIRST:] if after else ()
    every = (*decision.routes, *decision.if_worse)
    source = source_line(packs, after.source) if after else ""
    lead = told is not None and told.contact == OWN_LEAD
    return section(
        say("result.after_talk" if lead else "result.after"),
        big(say("result.after.one_more") if left else
            say(f"result.after{'_talk' if lead else ''}.{_ended(told, case) if after else 'rang'}")),
        paragraph(strong(nobody_answered(case, left, at))) if left else "",
        call,
        paragraph(_when(case, decision)),
        paragraph(after.says) if after else paragraph(within(say("result.after.write_it"), RANG)),
        bullets(*due),
        bullets(*(after.steps if after else ())[:FIRST],
                *(join(strong(f"{capital(by_when(one)).rstrip('.')}: "), one.says) for one in dates)),
        more(say("result.after.then"), bullets(*later), source) if later else "",
        not_done,
        paragraph(*_ring_again(case, decision, at)),
        more_by_your_view(case, decision),
        more(say("result.after.numbers"), paragraph(rang_says(case, decision)),
             numbered(*(_number(one, case, decision, packs, at, join(in_sight, not_done)) for one in every)),
             "" if later else source, places(packs, ((one.source,) for one in every), numbers(len(every)))),
        tone=how_soon(decision.outcome) if left else "steady", id_="now",
    )


def more_by_your_view(case: Case, decision: Decision) -> Markup:
    """Where the user would ring 999, and the result asks for less: that they may, now, whoever was rung."""
    more_urgent = case.own_view == "call_999" and decision.outcome != "call_999"
    return paragraph(strong(say("result.now.your_view"))) if more_urgent else Markup("")


def _ended(told: EarlierCall | None, case: Case) -> str:
    """What came of it, as the name of its words; where 999, the police or medical care helped, that they were rung."""
    return told.outcome if told and told.outcome and not helped(told, case) else "rang"


def rang_says(case: Case, decision: Decision) -> str:
    """That they were rung, or that nobody was but the own lead talked with, and when to ring again or all the same."""
    return say("result.after_talk.says" if talk_had(case, decision) == "lead" else "result.after.rung_says")


def on_record(case: Case, decision: Decision) -> str:
    """Where the call that comes first is still, or again, to be made: which talk is on record. Of the one asked
    for first, with the own lead, when to ring all the same. Empty otherwise."""
    told = told_before(case, decision)
    if told is None:
        return ""
    if lead_asked_first(case, decision):
        said = "lead_not_referring" if told.outcome == "no_further_action" else "lead_agreed"
        return say(f"result.after.{said}", talk=_when(case, decision))
    if urgency(decision.outcome) < urgency("consult_today"):
        asks = "talk" if decision.outcome == "consult" else "rest"
        return say(f"result.after.said_beside_{asks}", talk=_when(case, decision))
    if told.to in case.rung and OFFICER in (told.to, asked_first(case, decision)):
        return say(f"result.after.said_to_{'officer' if told.to == OFFICER else 'team'}", talk=_when(case, decision))
    again = is_rung_again(told, case, decision) and told.to not in case.rung   # of all that is so they were told
    key = "result.after.said_before" if again else "result.after.said_to_others"
    return say(key, talk=_when(case, decision))


def from_the_call(case: Case, decision: Decision) -> tuple[Deadline, ...]:
    """Times of the user's own, and answers to ask for, that run from the call or from a disagreement."""
    return tuple(one for one in in_order(decision.deadlines)
                 if one.start in FROM_THE_CALL and one.starts_at is not None
                 and (one.chase or one.owner != "the_service"))


def nobody_answered(case: Case, next_: Route | None, at: datetime) -> str:
    """That nobody answered, and when, with what is done then: the `next_` number is rung, now or when it opens. Empty
    where that is not what the case records, and where it was somebody else who did not."""
    found = silent(case)
    if not found:
        return ""
    made = found[-1].made
    said = say("result.no_answer_at", when=soon(local(made), local(at))) if made else say("result.no_answer")
    if next_ is None:
        return said
    again = bool(next_.contact) and next_.contact in {one.contact for one in found}
    then = "again" if again else "now" if next_.open_now is not False else "when_open"
    return following(said, say(f"result.no_answer.{then}"))


def _when(case: Case, decision: Decision) -> str:
    """When the call was that the result speaks of, and whom it was to, as far as both are known."""
    told = spoken_of(case) or EarlierCall()
    beside = {OWN_LEAD: say("result.rang.own_lead_is"), SOMEBODY_ELSE: say("result.rang.somebody_else_is")}
    made, name = told.made, beside.get(told.contact) or next(
        (one.name for one in decision.routes if one.contact and one.contact == told.contact), "")
    whom = listed(part for part in (name, told.spoke_to_role) if part)
    if made and whom:
        key = "result.after.talked_when_whom" if told.contact in beside else "result.after.when_whom"
        return say(key, when=weekday_and_time(local(made)), whom=whom)
    if whom:
        return say("result.after.talked_whom" if told.contact in beside else "result.after.whom", whom=whom)
    return say("result.after.when", when=weekday_and_time(local(made))) if made else ""


def _not_done(found: tuple[Instruction, ...]) -> Markup:
    """What the signs ask beside the call: it is not done because somebody was rung."""
    return more(say("result.after.not_done"), all_of_them(found))


def _number(one: Route, case: Case, decision: Decision, packs: Packs, at: datetime, seen: str = "") -> Markup:
    """One of the numbers: that of a call that was made, not asked for anew; one's own lead, if it is not done. `seen`:
    what stands above it and is not said again."""
    if one.kind == "your_lead":
        one = one.but(says=say("result.after.lead"), before=None)
    return route(one, packs, at, sources=False, rung=made(one, case, decision), seen=seen,
                 unborn=decision.before_birth)


def _ring_again(case: Case, decision: Decision, at: datetime) -> Iterable[Markup | str]:
    """Whom to ring if it gets worse, as a link and no more: those who were spoken to, again; or else the first team;
    who answers now, with until when, where that one is closed."""
    told = spoken_of(case) or EarlierCall()
    there = [one for one in decision.routes if one.dial and not one.officer]
    one = next((one for one in there if one.contact == told.contact), next(iter(there), None))
    again = one is not None and not decision.if_worse and made(one, case, decision)
    yield strong(say("result.after.again" if again else "result.after.worse"))
    yield " "
    if decision.if_worse:
        yield whom(decision.if_worse[0], at)
    elif one:
        yield join(f"{capital(one.name)}, ", telephone(one.dial))
