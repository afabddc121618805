"""What a paper says now: to ring first, or that the call which the result asks for was made, and what comes next."""
from decision.after import OF_THE_CALL, made, script_is_due, talk_had, team_rung, untried
from decision.calls import spoken_of
from decision.case import OWN_LEAD
from decision.documents import TALKS
from decision.headline import write_action
from decision.result import Deadline, Route
from decision.rung import TEAMS, due, still_to_ring, was_had
from decision.then import before_ringing
from exports.calls_made import NONE, came_of, the_last_call, the_last_talk
from exports.contact_lines import contact_line, opens, way_words
from exports.education import told
from exports.material import Material
from exports.pdf.text import sentences
from guidance.words import key_of, say
from guidance.words.forms import following, pieces


FOR_THEMSELVES = ("people.police_first", "people.nobody_knows_where", "people.police_too")
"""What the police are rung for where they are no way round a number: no call to a team stands for it."""


def is_known(m: Material) -> bool:
    """Whether the council's team, or whoever stands in its place, was rung and has answered, so that nothing asks to
    ring them anew, also where somebody else is still to be rung. 999 or the police alone are not enough."""
    told = team_rung(m.case) or (was_rung(m) and not script_is_due(m.case, m.decision))
    return told and not _silent(m)


def _silent(m: Material) -> bool:
    """Whether the only call on record is one that nobody answered."""
    return m.case.call.outcome == "no_answer" and not m.case.earlier_calls


def _answered(m: Material) -> bool:
    """Whether the call that the result asks for first was made and answered; where nobody answered, or
    nobody but the writer's own lead or somebody else was talked with, none was."""
    return was_rung(m) and not _silent(m)


def was_rung(m: Material) -> bool:
    """Whether a call for which this result asks is held to be made, whatever is recorded of it."""
    return talk_had(m.case, m.decision) == "team"


def left(m: Material) -> Route | None:
    """Whom the result still asks to ring, as the page does; None where nobody is rung at once any more. The designated
    officer stays until they were rung, also where they are closed."""
    if _answered(m):
        officer = (one for one in m.decision.routes if one.officer and one.dial and not was_made(m, one))
        return still_to_ring(m.case, m.decision) or next(officer, None)
    return due(m.decision.but(routes=untried(m.case, m.decision)), bool(m.case.signs_some))


def all_made(m: Material) -> bool:
    """Whether the call that is asked for was made, and nobody is left to be rung now."""
    return (is_known(m) or _answered(m)) and left(m) is None


def reached(m: Material) -> Route | None:
    """By which number they are reached again who were told: whom the last talk with a team was with, or else the first
    team. None where they were not, and where there is no number of any team."""
    teams = [one for one in m.decision.routes if one.dial and one.kind in TEAMS and not one.officer]
    their = [one for one in m.decision.routes
             if one.dial and one.contact and one.contact == told(m).contact and not one.officer]
    return next(iter((*their, *teams)), None) if is_known(m) else None


def in_order(m: Material, most: int) -> tuple[Route, ...]:
    """At most so many of the numbers: who is to be rung first, or, once nobody is left, who was told."""
    again = reached(m) if left(m) is None else None
    others = tuple(one for one in m.ring(most) if one != again)
    return (again, *others)[:most] if again else others


def first_line(m: Material, *, short: bool = False) -> str:
    """What the box at the top says before the numbers: to ring first, or to talk first where that is what is asked for,
    or that the call was made, and of several which; of that `short` no more."""
    if is_known(m) or all_made(m):
        key = "papers.first_call_made" if not is_known(m) else "papers.team_rung" if left(m) else "papers.call_made"
        return say(key if short else f"{key}.send")
    talk = m.decision.outcome in TALKS and not due(m.decision, bool(m.case.signs_some))
    return say("papers.talk_first" if talk else "papers.ring_first")


def first_numbers(m: Material, most: int) -> tuple[str, ...]:
    """What the box says of numbers: by which those who were told are reached again, and then whom to ring besides;
    otherwise the number to ring, now or once they open."""
    first, next_ = first_route(m, most), left(m)
    number = say("papers.labelled", who=first.name, said=first.dial) if first else ""
    if is_known(m):
        again = (say("papers.reach", whom=number), opens(first), first.warning) if first else ()
        return (*again, *((write_action((next_,), m.now), next_.warning) if next_ else ()))
    if first is None:
        return ()
    if all_made(m):
        return (say("papers.still_to_ring", whom=number), opens(first), way_words(first), first.warning)
    return (number, way_words(first), first.warning)


def first_route(m: Material, most: int) -> Route | None:
    """The number in the box at the top: of a call that is still to be made, or by which they are reached again."""
    if is_known(m):
        return reached(m)
    next_ = left(m)
    return next((one for one in (*((next_,) if next_ else ()), *m.ring(most))
                 if one.dial and one.dial != m.emergency_number() and not was_made(m, one)), None)


def action(m: Material) -> str:
    """The first thing to do, as a sentence: of whoever did not answer no more, where the next can be rung."""
    routes = untried(m.case, m.decision)
    return m.decision.action if routes[:1] == m.decision.routes[:1] else write_action(routes, m.now)


def line_to(m: Material, route: Route) -> str:
    """One number in the box at the top: to ring, to reach those whom a call that was made was to, or to ring if it
    gets worse, which it says first."""
    if route.kind == "if_worse":
        return contact_line(route, m.packs)
    return say("papers.reach" if was_made(m, route) else "papers.ring", whom=contact_line(to_ring(m, route), m.packs))


def to_ring(m: Material, route: Route) -> Route:
    """A call as it stands in a list: what the police are rung for no more once they were; as the way round a number,
    once the team was."""
    if route.kind != "police" or not ("police" in m.case.rung or is_known(m)):
        return route
    return route.but(says=following(*(() if "police" in m.case.rung else _for_themselves(route))))


def was_made(m: Material, route: Route) -> bool:
    """Whether the call to this number was made, or the police are a way round the number of a team that was told."""
    if _silent(m):
        return False
    way = route.kind == "police" and is_known(m) and not _for_themselves(route)
    return way or made(route, m.case, m.decision)


def _for_themselves(route: Route) -> tuple[str, ...]:
    """What the police are rung for themselves, whoever else was rung."""
    return tuple(words for words in pieces(route.says) if key_of(words) in FOR_THEMSELVES)


def now_in_short(m: Material) -> str:
    """What is done now, in a line: the headline; after the call that it was made, or, where it was to 999 or the police
    alone, whom to ring as well."""
    if had := _talked_with_lead(m):
        return sentences((m.decision.headline if m.decision.outcome != "consult" else "", had))
    if not _answered(m) and not is_known(m):
        return sentences((m.decision.headline,))
    return sentences((_made(m), _still_to_ring(m)))


def now_whole(m: Material, *before: str, brief: bool = False) -> str:
    """What is done now: `before` a call these words, and that nobody's agreement is needed to ring. Once it was made
    that it was, what comes next, and what the result has asked for beside it; `brief` without what comes next."""
    nobody, after = before_ringing(m.decision, m.packs), m.decision.after_call
    if had := _talked_with_lead(m):
        return sentences((had, *((after.says, *after.steps) if after and not brief else ()), nobody))
    if not _answered(m) and not is_known(m):
        return sentences((*before, nobody))
    if brief:
        return now_in_short(m)
    if not is_known(m) or left(m):
        return sentences((now_in_short(m), nobody))
    spoken = spoken_of(m.case) or NONE
    to_lead = spoken.contact == OWN_LEAD   # what follows a talk with them is not what follows the call
    after = None if to_lead and the_last_call(m) != NONE else m.decision.after_call
    next_ = (after.says, *after.steps) if after else (say("papers.call_made.write"),)
    return sentences((_made(m), *next_, _beside(m)))


def is_due(m: Material, item: Deadline) -> bool:
    """Whether something still has to be done: a call or talk that was had has not."""
    return not was_had(item, m.case, m.decision, m.packs)


def _made(m: Material) -> str:
    if not is_known(m):
        return say("papers.first_call_made")
    to_team = told(m)
    outcome = came_of(m, to_team if to_team != NONE else the_last_talk(m))
    key = "papers.team_rung" if left(m) else "papers.call_made"
    return say(f"{key}.how", outcome=outcome) if outcome else say(key)


def _talked_with_lead(m: Material) -> str:
    """That the talk which was asked for was had with the writer's own lead, and what came of it; empty otherwise."""
    if talk_had(m.case, m.decision) != "lead":
        return ""
    outcome = came_of(m, spoken_of(m.case) or NONE)
    return say("papers.lead_talk.how", outcome=outcome) if outcome else say("papers.lead_talk")


def _still_to_ring(m: Material) -> str:
    """Whom to ring besides: the council's team where only 999 or the police were rung, the designated officer or 999
    where the team was told; also a team that is closed."""
    if next_ := left(m):
        return write_action((next_,), m.now)
    if is_known(m):
        return ""
    team = tuple(one for one in m.decision.routes if one.kind in OF_THE_CALL)
    others = team or tuple(one for one in m.decision.routes if one.dial and not was_made(m, one))
    return write_action(others, m.now) if others else say("papers.team_not_rung")


def _beside(m: Material) -> str:
    """The medical care that comes before the call: no call does it."""
    first = next(iter(m.decision.routes), None)
    care = first is not None and first.kind == "emergency" and not first.dial
    return say("papers.call_made.not_done", what=first.says) if first and care else ""
