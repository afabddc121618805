"""What a paper says now: to ring first, or that the call which the result asks for was made, and what comes next."""
from decision.after import OF_THE_CALL, made, script_is_due, talk_had
from decision.calls import spoken_of
from decision.case import OWN_LEAD
from decision.documents import TALKS
from decision.headline import write_action
from decision.result import Deadline, Route
from decision.rung import due, was_had
from decision.then import before_ringing
from exports.calls_made import NONE, came_of, the_last_call, the_last_talk
from exports.contact_lines import contact_line
from exports.education import told
from exports.material import Material
from exports.pdf.text import sentences
from guidance.words import key_of, say
from guidance.words.forms import following, pieces


FOR_THEMSELVES = ("people.police_first", "people.nobody_knows_where", "people.police_too")
"""What the police are rung for where they are no way round a number: no call to a team stands for it."""


def is_known(m: Material) -> bool:
    """Whether the council's team, or whoever stands in its place, was rung and has answered, so that nothing asks to
    ring them anew. 999 or the police alone are not enough."""
    return _answered(m) and not script_is_due(m.case, m.decision)


def _answered(m: Material) -> bool:
    """Whether the call that the result asks for first was made and answered; where nobody answered, or
    nobody but the writer's own lead or somebody else was talked with, none was."""
    silent = m.case.call.outcome == "no_answer" and not m.case.earlier_calls
    return was_rung(m) and not silent


def was_rung(m: Material) -> bool:
    """Whether a call for which this result asks is held to be made, whatever is recorded of it."""
    return talk_had(m.case, m.decision) == "team"


def first_line(m: Material, *, short: bool = False) -> str:
    """What the box at the top says before the numbers: to ring first, or to talk first where that is what is asked for,
    or that the call was made; of that `short` no more."""
    if not is_known(m):
        talk = m.decision.outcome in TALKS and not due(m.decision, bool(m.case.signs_some))
        return say("papers.talk_first" if talk else "papers.ring_first")
    return say("papers.call_made" if short else "papers.call_made.send")


def first_route(m: Material, most: int) -> Route | None:
    """The number in the box at the top: of a call that is still to be made, or by which they are reached again."""
    known = is_known(m)
    return next((one for one in m.ring(most) if one.dial and one.dial != m.emergency_number()
                 and (known or not _was_made(m, one))), None)


def line_to(m: Material, route: Route) -> str:
    """One number in the box at the top: to ring, to reach those whom a call that was made was to, or to ring if it
    gets worse, which it says first."""
    if route.kind == "if_worse":
        return contact_line(route, m.packs)
    return say("papers.reach" if _was_made(m, route) else "papers.ring", whom=contact_line(to_ring(m, route), m.packs))


def to_ring(m: Material, route: Route) -> Route:
    """A call as it stands in a list: what the police are rung for no more once they were; as the way round a number,
    once the team was."""
    if route.kind != "police" or not ("police" in m.case.rung or is_known(m)):
        return route
    left = () if "police" in m.case.rung else (words for words in pieces(route.says) if key_of(words) in FOR_THEMSELVES)
    return route.but(says=following(*left))


def _was_made(m: Material, route: Route) -> bool:
    """Whether the call to this number was made, or it stands for the council's team that was reached another way."""
    first = next((one for one in m.decision.routes if one.dial), None)
    return _answered(m) and (made(route, m.case, m.decision) or (is_known(m) and route is first))


def now_in_short(m: Material) -> str:
    """What is done now, in a line: the headline; after the call that it was made, or, where it was to 999 or the police
    alone, whom to ring as well."""
    if had := _talked_with_lead(m):
        return sentences((m.decision.headline if m.decision.outcome != "consult" else "", had))
    if not _answered(m):
        return sentences((m.decision.headline,))
    return sentences((_made(m), _still_to_ring(m)))


def now_whole(m: Material, *before: str, brief: bool = False) -> str:
    """What is done now: `before` a call these words, and that nobody's agreement is needed to ring. Once it was made
    that it was, what comes next, and what the result has asked for beside it; `brief` without what comes next."""
    nobody, after = before_ringing(m.decision, m.packs), m.decision.after_call
    if had := _talked_with_lead(m):
        return sentences((had, *((after.says, *after.steps) if after and not brief else ()), nobody))
    if not _answered(m):
        return sentences((*before, nobody))
    if brief:
        return now_in_short(m)
    if not is_known(m):
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
    to_team = told(m)
    outcome = came_of(m, to_team if to_team != NONE else the_last_talk(m)) if is_known(m) else ""
    return say("papers.call_made.how", outcome=outcome) if outcome else say("papers.call_made")


def _talked_with_lead(m: Material) -> str:
    """That the talk which was asked for was had with the writer's own lead, and what came of it; empty otherwise."""
    if talk_had(m.case, m.decision) != "lead":
        return ""
    outcome = came_of(m, spoken_of(m.case) or NONE)
    return say("papers.lead_talk.how", outcome=outcome) if outcome else say("papers.lead_talk")


def _still_to_ring(m: Material) -> str:
    """The call to the council's team where only 999 or the police were rung."""
    if is_known(m):
        return ""
    team = tuple(one for one in m.decision.routes if one.kind in OF_THE_CALL)
    left = team or tuple(one for one in m.decision.routes if one.dial and not _was_made(m, one))
    return write_action(left, m.now) if left else ""


def _beside(m: Material) -> str:
    """The medical care that comes before the call: no call does it."""
    first = next(iter(m.decision.routes), None)
    care = first is not None and first.kind == "emergency" and not first.dial
    return say("papers.call_made.not_done", what=first.says) if first and care else ""
