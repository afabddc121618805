"""The first answer of the result: what to do now in six words, whom to ring and until when, and what if nobody answers.
"""
from collections.abc import Iterable
from datetime import datetime

from decision.after import has_rung, made, untried
from decision.before_birth import if_unborn
from decision.case import Case
from decision.headline import how_soon, in_short, meaning, medical_care
from decision.hours import local
from decision.result import Deadline, Decision, Route, RouteKind
from decision.rung import is_met, still_to_ring
from decision.then import before_ringing
from decision.until_open import rung_when_open
from decision.urgency import urgency
from exports.pdf.text import sentences
from guidance.packs import Packs
from guidance.words import key_of, say
from guidance.words.forms import capital, clock_time, following, listed, mid, pieces, soon, weekday_in_year
from pages.parts.display.markup import Markup, bullets, join, numbered, paragraph, strong, tag
from pages.parts.display.pieces import big, call_button, more, section
from pages.parts.result.after_view import after_section, more_by_your_view, nobody_answered, on_record
from pages.parts.result.instructions import in_sight, left_over, said_first, which_one
from pages.parts.result.deadlines_view import by_when
from pages.parts.result.action_view import (
    hours, misprint, or_else, other_number, route, said_of, trust, whom, words_of,
)
from pages.parts.result.further_calls import finds, further_call, kind_words, later_calls, leaving
from pages.parts.result.once import not_in
from pages.parts.result.sources_view import numbers, places

NOW: tuple[RouteKind, ...] = ("emergency", "police", "ring_now", "worker")
AROUND: tuple[RouteKind, ...] = ("switchboard", "send_to")
"""What stands only with the other routes: the way round a number, and where a form goes."""
LEAD_FIRST, LEAD_UNREACHED = "people.lead.consult_today", "people.lead_unreached"
SAID_BY_THE_REST = ("ring.front_door_today",)
"""What a call says of itself that the sentence about the lead says too."""
SAID_BY_A_SIGN = ("ring.front_door_now",)
"""What a call says of itself that the words of each sign say too."""
WAY_ROUND = "ring.way_round"


def now_section(case: Case, decision: Decision, packs: Packs, at: datetime) -> Markup:
    """Six words, what each sign says, one number; every further call of now in a line; the rest in a small fold. Once
    the call has been made, what came of it and what is due now."""
    due = tuple(_duty(one) for one in at_once(decision, packs) if not is_met(one.id, case, packs))
    if has_rung(case, decision):
        due += later_calls(case, decision, at)
        left = still_to_ring(case, decision)
        return after_section(case, decision, packs, at, due, left, the_call(left, (), at, False))
    short, rest = in_short(decision, packs)
    waits, care = urgency(decision.outcome) < urgency("consult_today"), medical_care(decision)
    before, call, after = arranged(untried(case, decision), waits)
    agreement, signs = before_ringing(decision, packs), in_sight(decision, packs)
    silent = nobody_answered(case, call, at)
    seen = join(
        big(short),
        paragraph(strong(rest)) if rest else "",
        paragraph(strong(silent)) if not _lead_first(before) else "",
        paragraph(on_record(case, decision)),
        *which_one(decision),
        *_in_order(said_first(signs, (one.says for one in decision.routes)),
                   tuple(_sentences(decision, before, call, at, bool(signs), silent)), decision),
        the_call(call, () if silent else before, at, bool(care and care.first)),
        of_the_number(call),
        paragraph(strong(agreement), " ", tag("span", _doubtful(call), class_="source")) if agreement else "",
        bullets(*(further_call(one, at) for one in after if one.kind not in AROUND and not made(one, case, decision))),
        bullets(*due),
        paragraph(say("result.now.more_signs")) if left_over(decision, packs) else "",
        worse(decision, at),
        more_by_your_view(case, decision),
    )
    behind = tag("div", _behind(case, decision, packs, at, seen), class_="beside")
    return section(say("result.now"), seen, behind, tone=how_soon(decision.outcome), id_="now")



def _in_order(signs: tuple[Markup, ...], call: tuple[Markup, ...], decision: Decision) -> tuple[Markup, ...]:
    """What the signs say to do, then what the call is for; that 999 is rung comes before all."""
    return (*call, *signs) if decision.first_call == "999" else (*signs, *call)


def worse(decision: Decision, at: datetime) -> Markup:
    """That what is worse does not wait, with who answers now where what is asked waits for a door that is closed."""
    if decision.if_worse:
        return paragraph(say("result.now.worse_ring"), " ", whom(decision.if_worse[0], at))
    waits = urgency(decision.outcome) < urgency("consult_today")
    return paragraph(say("result.now.worse")) if waits else Markup("")


def _behind(case: Case, decision: Decision, packs: Packs, at: datetime, seen: Markup) -> Markup:
    """Every number in full, what is done where nobody answers, and what the outcome means: what of it is not `seen`,
    nor said with the help that follows. Of somebody without a number of whom nothing is left to say the source."""
    then = join(*(words for path in decision.then for words in (path.help, path.note)))
    lead, every = _lead_first(decision.routes), (*decision.routes, *decision.if_worse)
    again = lead is not None and say("result.now.not_reached") in seen
    left = [one for one in (_beyond_the_first(one, decision) if again and one is lead else one for one in every)
            if said_of(one, at, seen=seen, unborn=decision.before_birth)]
    means, closed = meaning(decision, packs, case)[1], rung_when_open(decision.routes)
    if decision.outcome == "consult_today" and (again or closed):
        means = say("result.now.still_worried_closed" if closed else "result.now.still_worried")
    labels = dict(zip(map(id, left), numbers(len(left)), strict=True))
    return more(say("result.now.nobody_answers" if decision.routes else "result.now.means"),
                numbered(*(route(one, packs, at, sources=False, seen=seen, unborn=decision.before_birth)
                           for one in left)),
                paragraph(say("result.now.way_round")) if no_way_round(decision.routes) else "",
                paragraph(not_in(join(seen, then), means)),
                places(packs, ((one.source,) for one in every), (labels.get(id(one), "") for one in every)))


def _lead_first(routes: tuple[Route, ...]) -> Route | None:
    """The lead who is spoken to before anybody is rung; None where nobody is."""
    return next((one for one in routes if key_of(pieces(one.says)[0]) == LEAD_FIRST), None)


def _beyond_the_first(lead: Route, decision: Decision) -> Route:
    """The lead who is spoken to first, with what the first answer does not say: that they come first, and that the
    number is rung where they are not reached, stands there."""
    leaving = if_unborn(decision.before_birth, say("result.now.lead_or_leaving"))
    return lead.but(says=following(leaving, *pieces(lead.says)[1:]))


def no_way_round(routes: tuple[Route, ...]) -> bool:
    """Whether there is a number, and nothing says yet what is done where nobody answers any of them."""
    said = {key_of(words) for one in routes for words in pieces(one.says)}
    return any(one.dial for one in routes) and WAY_ROUND not in said and not any(
        one.kind in ("police", "emergency") for one in routes)


def arranged(routes: tuple[Route, ...],
             waits: bool = False) -> tuple[tuple[Route, ...], Route | None, tuple[Route, ...]]:
    """Those without a number that come before the first call, that call, and the others, in the decision's order.

    Medical care, which has no number of ours, stands before any call but 999, also where that call comes first. The
    first call is one that is made now, by its number or by the page on which that is found, and only without one a
    team that gives advice about something else. What can wait (`waits`) is nothing to ring the police about first.
    """
    page = [one for one in routes if one.kind == "advice" and not one.dial]
    dialled = [one for one in routes if (one.dial or finds(one)) and one not in page and one.kind not in AROUND
               and not (waits and one.kind == "police")]
    call = next((one for one in dialled if one.kind in NOW), None) or next(iter(dialled), None)
    if call is None and waits:
        after = tuple(one for one in routes if one.dial or finds(one))
        return tuple(one for one in routes if one not in after), None, after
    if call is None:
        return routes, None, ()
    place = routes.index(call)
    before = tuple(one for one in routes[:place] if not one.dial)
    if call.kind != "emergency":   # beside 999 medical care is no condition of the call, and stands after it
        before += tuple(one for one in routes[place:] if one.kind == "emergency" and not one.dial)
    return before, call, tuple(one for one in routes if one not in (*before, call))



def at_once(decision: Decision, packs: Packs) -> tuple[Deadline, ...]:
    """What a duty of this case asks of the user themselves at once, or before anybody would next act, so that it never
    stands only in a fold."""
    of_duties = {id_ for duty in decision.duties for one in packs.duties(decision.home_area, duty.id)
                 for id_ in one.timescales}
    return tuple(one for one in decision.deadlines
                 if one.id in of_duties and one.owner == "you" and (one.kind == "at_once" or _soon(one, decision)))


def _soon(one: Deadline, decision: Decision) -> bool:
    """Whether it is late, or due by the end of the day by which somebody would next act."""
    if one.due is None:
        return False
    due = local(one.due).date() if isinstance(one.due, datetime) else one.due
    return one.late or (decision.next_acting is not None and due <= decision.next_acting)


def _duty(one: Deadline) -> str:
    if one.kind == "at_once":
        return say("result.now.at_once", what=one.says)
    plain = one.due and not one.late and not isinstance(one.due, datetime)   # within days: the year is plain
    when = weekday_in_year(one.due) if one.due and plain else by_when(one).rstrip(".")
    return say("result.now.soon", when=when, what=one.says)


def _sentences(decision: Decision, before: tuple[Route, ...], call: Route | None, at: datetime,
               told: bool, silent: str) -> Iterable[Markup]:
    """Whom to speak to before the number, and by when; what the call is for, where that is not said by then. `told`:
    the words of a sign, which stand above, have said to ring. `silent`: that nobody answered, said with the lead."""
    timed = False
    for one in before:
        timed = timed or (key_of(pieces(one.says)[0]) == LEAD_FIRST and not silent)
        care = one.kind == "emergency"
        yield paragraph(_before(one, at, silent, decision.before_birth),
                        *((" ", sentences((or_else(one),))) if care and one.instead else ()))
        yield misprint(one)
        yield paragraph("" if one.kind == "worker" or care else one.instead)
    if not decision.routes:
        yield paragraph(decision.action)
    known = (*(SAID_BY_THE_REST if timed else ()), *(SAID_BY_A_SIGN if told else ()))
    if call and finds(call):
        yield Markup("")
    elif call and key_of(pieces(call.says)[0]) not in known:
        yield paragraph(words_of(call))
    elif call:
        yield from (paragraph(words) for words in pieces(call.says)[1:])
    leaves = next((one.before for one in decision.routes if one.before), None)
    if leaves and not timed:
        yield paragraph(strong(if_unborn(decision.before_birth, say("result.now.before", time=soon(leaves, at)))))


def _before(one: Route, at: datetime, silent: str, unborn: bool) -> Markup:
    """The lead who is spoken to first, or tried again where nobody answered, in a few words; of anybody else what the
    decision says of them."""
    first, *others = pieces(one.says)
    if key_of(first) != LEAD_FIRST:
        return join(one.says)
    if silent:
        return join(strong(silent), " ", say("result.now.lead_again", lead=mid(one.name)),
                    *(join(" ", strong(other)) for other in others))
    words = say("result.now.lead_first", lead=one.name)
    if one.before:
        leaves = local(one.before)
        words = say("result.now.lead_first_before", lead=one.name, time=clock_time(leaves))
        if leaves.date() != local(at).date():
            words = say("result.now.lead_first_before_day", lead=one.name, time=soon(leaves, local(at)))
    return join(if_unborn(unborn, words), *(join(" ", strong(other)) for other in others))


def the_call(call: Route | None, before: tuple[Route, ...], at: datetime, care: bool) -> Markup:
    """The one number. `care`: it is rung after medical care."""
    if call is None:
        return Markup("")
    if finds(call):
        return tag("div", tag("span", tag("span", say("result.now.find_who"), class_="call-who"),
                              tag("span", say("result.now.find_where"), class_="call-detail"), class_="call-words"),
                   leaving(call.web, say("result.now.find")), class_="call")
    lead = _lead_first(before) is not None and call.open_now is not False
    who = say("result.now.not_reached") if lead else say("result.now.then_ring") if care else kind_words(call)
    if not who:
        return call_button(capital(call.name), call.dial, hours(call, at))
    return call_button(who, call.dial, listed(part for part in (capital(call.name), _short_hours(call, at)) if part))


def _short_hours(one: Route, at: datetime) -> str:
    """Until when today, or what else is to be said of the hours, as it follows a name."""
    today = one.open_now and one.until and local(one.until).date() == local(at).date()
    return say("result.hours.until_short", time=clock_time(local(one.until))) if today and one.until else mid(
        hours(one, at))



def _doubtful(call: Route | None) -> str:
    """What is to be known of this number and not of every one; what holds of all stands beside the numbers."""
    return trust(call, short=True) if call and call.trust != "printed" else ""


def of_the_number(call: Route | None) -> Markup:
    """A number that is printed wrong, and when the police are rung on another one: never only in a fold."""
    if call is None:
        return Markup("")
    return join(misprint(call), paragraph(capital(other_number(call))) if call.kind == "police" else "")


