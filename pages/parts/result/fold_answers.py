"""The answer in the heading of each fold: computed from the decision, and never calmer than what stands inside."""
from collections.abc import Iterable
from datetime import date, datetime

from decision.after import call_999_is_due, has_rung
from decision.case import Case
from decision.hours import local
from decision.officer import says_to_officer
from decision.result import Deadline, Decision, DutyFound, Gap, GapKind, TellState
from decision.rung import is_met, rang_before, still_due
from decision.urgency import urgency
from guidance.packs import Packs
from guidance.words import key_of, say
from guidance.words.forms import all_of, apart, capital, clock_time, counted, listed, mid, weekday_in_year
from pages.parts.result.bearing import OPEN, open_answers
from pages.parts.result.deadlines_view import TODAY, in_order, is_the_act, is_the_talk, when_to_act
from pages.parts.result.duties_view import care_first, lead_told_now
from pages.parts.result.instructions import instructions, left_over
from pages.parts.result.reasons_view import deciding
from pages.parts.result.telling_view import HELD_FIRST, risk_open
from pages.parts.result.then_view import nothing_said
from pages.parts.visit.which_paper import leads_to

AT_ONCE = ("now", "at once")
"""How the packs write that a step is done at once."""
TIMES = ("at_once", "first", "today")
"""The words of when in the order in which they are said."""
NAMED = 2
"""Things that are named in an answer; more are counted."""
SOON_NAMED = 3
"""Duties that ask for something soon and are named in an answer, those at once before the others; more are counted."""
NAMED_ALONE: tuple[GapKind, ...] = ("no_pack", "suspect_number")
"""What is not known and is named by what it is, and not counted."""


def what_to_say(case: Case, decision: Decision, packs: Packs) -> str:
    """What the call is for, in the words of the script, or what 999 asks; after it, what a second one is for."""
    if call_999_is_due(case, decision):
        return say("result.say.to_999")
    if decision.say and rang_before(case, decision) and not says_to_officer(decision):
        return say("result.say.again")
    purposes = {words for one in packs.national.processes for step in one.steps if step.says_purpose
                for words in (step.says, step.if_unborn) if words}
    purposes |= {one.tells for one in decision.duties if one.tells}
    said = next((line for line in decision.say if line in purposes or key_of(line)), "")
    return say("result.say.quoted", words=said.partition(". ")[0].rstrip(".")) if said else ""


def why(decision: Decision) -> str:
    """How many things were told that count, and of what kind the first is that decided it."""
    if not decision.reasons:
        return say("result.why.nothing")
    doubts = {item.id for item in decision.settle} | {rim.id for rim in decision.place.rim if rim.doubted and rim.id}
    told = {one.says for one in decision.reasons
            if one.kind in ("danger", "finding", "at_least", "one_of") or (one.kind == "sign" and one.id not in doubts)}
    by_itself = len({one.says for one in deciding(decision) if one.kind == "at_least"})
    kinds = [say(f"result.why.kind.{'unsure' if one.kind == 'sign' and one.id in doubts else one.kind}")
             for one in deciding(decision)][:1]
    if by_itself > 1 and key_of(kinds[0]) == "result.why.kind.at_least":
        kinds = [say("result.why.kind.at_least_several", number=by_itself)]
    return apart((*((counted("result.why", len(told)),) if told else ()), *kinds))


def who_is_told(decision: Decision) -> str:
    """What must be answered before anybody is told; who is not to be told, then who is asked about first, then who is
    told; that nobody is held back where so."""
    if not decision.telling:
        return say("result.told.nobody_named")
    parts: list[str] = [said for state in HELD_FIRST if (said := _told(decision, state))
                        and not (decision.before_telling and state == "tell")]
    told = any(one.state == "tell" for one in decision.telling)
    if decision.before_telling and told:
        parts.append(say("result.told.answer_first", what=all_of(decision.before_telling[:NAMED])))
    elif risk := risk_open(decision.telling):
        parts.append(say("result.told.risk_first", names=risk))
    elif all(one.state == "tell" for one in decision.telling):
        parts.append(say("result.told.nobody_held"))
    return capital(apart(parts))


def _told(decision: Decision, state: TellState) -> str:
    names = tuple(dict.fromkeys(_within(one.name) for one in decision.telling
                                if one.state == state and not (state == "tell" and one.risk_open)))
    if not names:
        return ""
    return say(f"result.told.{state}", names=names[0]) if len(names) == 1 else say(
        f"result.told.{state}_several", names=listed(names))


def _within(name: str) -> str:
    """A name in the middle of a sentence; one that begins with several large letters keeps them."""
    return name if name[1:2].isupper() else mid(name)


def duties(case: Case, decision: Decision, packs: Packs) -> str:
    """What the duties ask first, those at once or today before the others; what signs ask beyond the first answer; of
    those in doubt that there is something not to do. Never "nothing" while anything asks for more."""
    met = tuple(one for one in decision.duties if not one.doubted)
    now = tuple(one for one in met if urgent(one, decision, packs) and not _done(one, case, decision, packs))
    soon = {one.id for one in now}
    later = tuple(one for one in met if one.id not in soon)
    signs = instructions(decision, packs)
    rung = has_rung(case, decision)
    more_signs = left_over(decision, packs, rung)
    above = say("result.duties.as_signs" if rung else "result.duties.as_now") if signs and not more_signs else ""
    care = care_first(decision, packs)
    parts: list[str] = [mid(care.name)] if care else []
    times = sorted(((_time_of(one, decision, packs), one) for one in now), key=lambda one: TIMES.index(one[0]))
    parts += [say(f"result.duties.{word}", names=_first_things(of_it, decision)) for word in TIMES
              if (of_it := tuple(one for time, one in times[:SOON_NAMED] if time == word))]
    parts += [counted("result.duties.more_soon", len(times) - SOON_NAMED)] if len(times) > SOON_NAMED else []
    shown, others = later[:0 if now else NAMED], later[0 if now else NAMED:]
    parts += [_first_things(shown, decision)] if shown else []
    parts += [counted("result.duties.more", len(others))] if others else []
    parts += [say("result.duties.signs", signs=_few(tuple(mid(one.sign) for one in more_signs)))] if more_signs else []
    parts += [say("result.duties.in_doubt")] if len(met) < len(decision.duties) else []
    parts += [above] if above and not decision.duties else []
    return capital(apart(parts)) if parts else say("result.duties.none")


def _few(names: tuple[str, ...]) -> str:
    """The first names, and how many more there are: one more is named as well."""
    shown = names if len(names) <= NAMED + 1 else names[:NAMED]
    left = len(names) - len(shown)
    return listed((*shown, say("result.duties.more.many", number=left)) if left else shown)


def _done(duty: DutyFound, case: Case, decision: Decision, packs: Packs) -> bool:
    """Whether a call on record was the one that this duty asks for by a day."""
    return any(is_met(id_, case, packs) for one in packs.duties(decision.home_area, duty.id) for id_ in one.timescales)


def urgent(duty: DutyFound, decision: Decision, packs: Packs) -> bool:
    """Whether a duty asks by itself for a talk today or more, or for something at once."""
    times = {id_ for one in packs.duties(decision.home_area, duty.id) for id_ in one.timescales}
    at_once = any(one.id in times and (one.kind == "at_once" or one.late) for one in decision.deadlines)
    asks = duty.at_least is not None and urgency(duty.at_least) >= urgency(TODAY)
    return not duty.doubted and (at_once or asks)


def _time_of(duty: DutyFound, decision: Decision, packs: Packs) -> str:
    """The word of when for a duty that asks for something soon: that of its own steps where all of those that have a
    time have the same, or of its own time at once; otherwise only that it comes first."""
    ids = {id_ for one in packs.duties(decision.home_area, duty.id) for id_ in one.timescales}
    if any(one.id in ids and one.owner == "you" and one.kind == "at_once" for one in decision.deadlines):
        return "at_once"
    soon = {"at_once" if one.by in AT_ONCE else one.by for one in duty.steps if one.by in (*AT_ONCE, "today")}
    return soon.pop() if len(soon) == 1 else "first"


def _first_things(found: Iterable[DutyFound], decision: Decision) -> str:
    return apart(dict.fromkeys(_first_thing(one, decision) for one in found))


def _first_thing(duty: DutyFound, decision: Decision) -> str:
    """The first thing that a duty asks, or its name: also where that is a talk with the user's own lead, and the first
    answer has them told now."""
    told_now = lead_told_now(duty.in_short, decision)
    return _within(duty.name) if told_now or not duty.in_short else duty.in_short


def by_when(case: Case, decision: Decision, packs: Packs, at: datetime) -> str:
    """When to act, what is late or due at once, and the next day by which something is due, with all that is due
    on it: each of them a line of those that stand inside, and nothing else. A call that was made is not due again."""
    own = tuple(one for one in in_order(still_due(case, decision, packs).deadlines) if one.owner != "the_service")
    late = sum(one.late for one in own)
    of_duties = {id_ for duty in decision.duties for one in packs.duties(decision.home_area, duty.id)
                 for id_ in one.timescales}
    at_once = sum(one.kind == "at_once" and not one.late and one.id in of_duties for one in own)
    days: dict[str, tuple[date, list[str]]] = {}
    for day, words in _dated(own, packs, nothing_said(case)):
        days.setdefault(_day(day, at), (_date(day), []))[1].append(words)
    parts = [when_to_act(decision) for one in own if is_the_act(one, packs) and not one.late][:1]
    parts += [counted("result.when.late", late)] if late else []
    parts += [counted("result.when.at_once", at_once)] if at_once else []
    if days:
        soonest, (_, due) = min(days.items(), key=lambda one: one[1][0])
        parts.append(say("result.when.by", day=soonest, what=listed(dict.fromkeys(due))))
    return capital(apart(part for part in parts if part) or say("result.when.none"))


def _dated(own: tuple[Deadline, ...], packs: Packs, blank: bool) -> Iterable[tuple[date, str]]:
    """The days by which something of the user's is due, and what of it in a few words: the talk, the first
    other date, and the first at which to ask for an answer. `blank`: nothing was said that one could
    talk through."""
    dated = [one for one in own if one.due and not one.late]
    talk = next((one for one in dated if is_the_talk(one, packs) and not blank), None)
    other = next((one for one in dated if not one.chase and not is_the_talk(one, packs)), None)
    chase = next((one for one in dated if one.chase), None)
    for one, words in ((talk, "result.when.talk"), (other, "result.when.own"), (chase, "result.when.chase")):
        if one and one.due:
            yield one.due, say(words)


def _date(due: date) -> date:
    return local(due).date() if isinstance(due, datetime) else due


def _day(due: date, at: datetime) -> str:
    """A day, or of a time the hour today; of another day the day alone, which is the earlier one to read."""
    today = isinstance(due, datetime) and local(due).date() == local(at).date()
    return clock_time(local(due)) if today and isinstance(due, datetime) else weekday_in_year(_date(due))


def unknown(here: tuple[Gap, ...], reasons: tuple[Gap, ...] = ()) -> str:
    """How many answers are open and what must be looked at again, and how much is listed that what this case rests on
    leaves open. `here`: what the fold lists; `reasons`: what is open and stands under why, to which it leads."""
    kinds = [gap.kind for gap in here]
    found, about = len(open_answers(here)), sum(kind not in (*OPEN, *NAMED_ALONE) for kind in kinds)
    parts = [say("result.unknown.answer_first")] if "ask_now" in kinds else []
    parts += [say("result.unknown.look_again")] if "check_again" in kinds else []
    parts += [counted("result.unknown.open", found)] if found else []
    parts += [say("result.unknown.no_pack")] if "no_pack" in kinds else []
    parts += [say("result.unknown.misprint")] if "suspect_number" in kinds else []
    parts += [counted("result.unknown.document", about)] if about and len(parts) < NAMED else []
    parts += [say("result.unknown.under_why", number=len(reasons))] if reasons else []
    return capital(listed(parts) or say("result.unknown.nothing"))


def own_view(decision: Decision) -> str:
    """How the user's view stands to the result."""
    return say(f"result.view.{decision.own_view.relation}")


def papers(decision: Decision) -> str:
    """The documents that are due, by name, the one that the result leads to first."""
    papers_ = dict.fromkeys((leads_to(decision), *(one.ours for one in decision.documents)))
    return listed(say(f"result.paper.{ours}") for ours in papers_ if ours) or say("result.no_paper")
