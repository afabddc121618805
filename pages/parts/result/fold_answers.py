"""The answer in the heading of each fold: computed from the decision, and never calmer than what stands inside."""
from collections.abc import Iterable
from datetime import date, datetime

from decision.hours import local
from decision.outcome import urgency
from decision.result import Decision, DutyFound, TellState
from guidance.packs import Packs
from guidance.vocabulary import Outcome
from guidance.words import say
from guidance.words.forms import apart, capital, clock_time, counted, listed, mid, soon, weekday_in_year
from pages.parts.result.bearing import OPEN, bearing
from pages.parts.result.deadlines_view import in_order
from pages.parts.result.reasons_view import deciding
from pages.parts.result.telling_view import HELD_FIRST

NAMED = 2
"""Things that are named in an answer; more are counted."""
TODAY: Outcome = "consult_today"


def what_to_say(decision: Decision) -> str:
    """How long the script is."""
    return counted("result.say", len(decision.say))


def why(decision: Decision) -> str:
    """How many things were told that count, and of what kind those are that decided it."""
    if not decision.reasons:
        return say("result.why.nothing")
    told = {one.says for one in decision.reasons if one.kind in ("danger", "sign", "finding", "at_least")}
    kinds = list(dict.fromkeys(one.kind for one in deciding(decision)))[:NAMED]
    number = [counted("result.why", len(told))] if told else []
    return apart((*number, *(say(f"result.why.kind.{kind}") for kind in kinds)))


def who_is_told(decision: Decision) -> str:
    """Who is not to be told, then who is asked about first, then who is told; that nobody is held back where so."""
    if not decision.telling:
        return say("result.told.nobody_named")
    parts: list[str] = [said for state in HELD_FIRST if (said := _told(decision, state))]
    if all(one.state == "tell" for one in decision.telling):
        parts.append(say("result.told.nobody_held"))
    return capital(apart(parts))


def _told(decision: Decision, state: TellState) -> str:
    names = tuple(dict.fromkeys(_within(one.name) for one in decision.telling if one.state == state))
    if not names:
        return ""
    return say(f"result.told.{state}", names=names[0]) if len(names) == 1 else say(
        f"result.told.{state}_several", names=listed(names))


def _within(name: str) -> str:
    """A name in the middle of a sentence; one that begins with several large letters keeps them."""
    return name if name[1:2].isupper() else mid(name)


def duties(decision: Decision, packs: Packs) -> str:
    """The duties by name; those in which something is due at once or today stand first and are called so."""
    if not decision.duties:
        return say("result.duties.none")
    now = tuple(one for one in decision.duties if urgent(one, decision, packs))
    later = tuple(one for one in decision.duties if one not in now)
    parts: list[str] = [say("result.duties.at_once", names=_names(now))] if now else []
    shown, others = later[:0 if now else NAMED], later[0 if now else NAMED:]
    parts += [_names(shown)] if shown else []
    parts += [counted("result.duties.more", len(others))] if others else []
    return capital(apart(parts))


def urgent(duty: DutyFound, decision: Decision, packs: Packs) -> bool:
    """Whether a duty asks by itself for a talk today or more, or for something at once."""
    times = {id_ for one in packs.duties(decision.home_area, duty.id) for id_ in one.timescales}
    at_once = any(one.id in times and (one.kind == "at_once" or one.late) for one in decision.deadlines)
    asks = duty.at_least is not None and urgency(duty.at_least) >= urgency(TODAY)
    return not duty.doubted and (at_once or asks)


def _names(found: Iterable[DutyFound]) -> str:
    return apart(_within(one.name) for one in found)


def by_when(decision: Decision, packs: Packs, at: datetime) -> str:
    """When to act, what is late or what a duty asks at once, the user's own next date, and when an answer is asked for.
    """
    own = tuple(one for one in in_order(decision.deadlines) if one.owner != "the_service")
    late = sum(one.late for one in own)
    of_duties = {id_ for duty in decision.duties for one in packs.duties(decision.home_area, duty.id)
                 for id_ in one.timescales}
    at_once = sum(one.kind == "at_once" and not one.late and one.id in of_duties for one in own)
    dated = [one for one in own if one.due and not one.chase and not one.late]
    chase = next((one.due for one in in_order(decision.deadlines) if one.chase and one.due), None)
    parts = [_when_to_act(decision, at)]
    parts += [counted("result.when.late", late)] if late else []
    parts += [counted("result.when.at_once", at_once)] if at_once else []
    parts += [say("result.when.first", day=_day(dated[0].due, at))] if dated and dated[0].due else []
    parts += [say("result.when.chase", day=_day(chase, at))] if chase else []
    return capital(apart(part for part in parts if part) or say("result.when.none"))


def _day(due: date, at: datetime) -> str:
    """A day, or of a time the hour today; of another day the day alone, which is the earlier one to read."""
    return soon(due, at) if isinstance(due, datetime) and due.date() == at.date() else weekday_in_year(due)


def _when_to_act(decision: Decision, at: datetime) -> str:
    """How soon the outcome itself asks to act; empty where it names no day."""
    if urgency(decision.outcome) > urgency(TODAY):
        return say("result.when.now")
    if decision.outcome == TODAY:
        leaves = next((one.before for one in decision.routes if one.before), None)
        return say("result.when.today_before", time=clock_time(local(leaves))) if leaves else say("result.when.today")
    if decision.outcome in ("consult", "refer_with_agreement") and decision.next_acting:
        return say("result.when.next_acting", day=weekday_in_year(decision.next_acting))
    return ""


def unknown(decision: Decision, packs: Packs) -> str:
    """How many answers are open and what must be looked at again, and how much the document leaves open here."""
    here, _ = bearing(decision, packs)
    kinds = [gap.kind for gap in here]
    found = sum(kind in OPEN for kind in kinds)
    about = len(kinds) - found - kinds.count("suspect_number")
    parts = [say("result.unknown.answer_first")] if "ask_now" in kinds else []
    parts += [say("result.unknown.look_again")] if "check_again" in kinds else []
    parts += [counted("result.unknown.open", found)] if found else []
    parts += [say("result.unknown.no_pack")] if "no_pack" in kinds else []
    parts += [say("result.unknown.misprint")] if "suspect_number" in kinds else []
    parts += [counted("result.unknown.document", about)] if about else []
    return capital(listed(parts) or say("result.unknown.nothing"))


def own_view(decision: Decision) -> str:
    """How the user's view stands to the result."""
    return say(f"result.view.{decision.own_view.relation}")


def papers(decision: Decision) -> str:
    """The documents that are due, by name."""
    return listed(dict.fromkeys(say(f"result.paper.{one.ours}") for one in decision.documents)) or say(
        "result.no_paper")
