"""The headline and the first action, in words: what to do now, with a time and a person."""
from datetime import datetime
from typing import Literal, NamedTuple

from decision.before_birth import means as before_birth
from decision.case import Case
from decision.conditions import is_for, role_of
from decision.consent import NEEDS_AGREEMENT
from decision.documents import CALL_SHEET, only_adults
from decision.duties import to_tell
from decision.hours import local
from decision.known import Known
from decision.own_lead import fitting, means, standing
from decision.path import AskedBy, Path
from decision.result import (
    ConsentState,
    Decision,
    DocumentDue,
    DutyFound,
    Place,
    Reason,
    ReasonKind,
    Route,
    RouteKind,
)
from decision.urgency import urgency
from decision.ways import FRONT_DOOR
from guidance.packs import Packs
from guidance.vocabulary import FirstCall, Outcome, ProcessUse
from guidance.words import key_of, say
from guidance.words.forms import hour, mid, pieces, weekday, weekday_in_year

HowSoon = Literal["urgent", "today", "steady"]
ASKS_ADVICE: tuple[Outcome, ...] = ("universal", "early_help", "consult")
"""Outcomes at which a call, if there is one, asks for advice: nothing is referred."""
SHORT: dict[str, tuple[str, str]] = {
    "headline.talk_then_early_help": ("result.short.talk_first", "result.short.talk_first_rest"),
    "lead.is_lead.headline_talk_then_early_help": ("lead.is_lead.short", "lead.is_lead.short_rest"),
    "lead.no_lead.headline_talk_then_early_help": ("lead.no_lead.short", "lead.no_lead.short_rest"),
    "lead.spoken.headline_talk_then_early_help": ("lead.spoken.short", "lead.spoken.short_rest"),
    "headline.next_step": ("result.short.next_step", "result.short.next_step_rest"),
    "headline.worker": ("result.short.worker", ""),
    "headline.adult": ("result.short.adult", "result.short.adult_rest"),
    "headline.each": ("result.short.each", ""),
}
"""Headlines of more than six words: what is said of them in six, and what they say beyond that."""

CARE: dict[Outcome, str] = {"refer_now": "result.short.care_ring", "consult_today": "result.short.care_talk"}
"""What is said in short where medical care comes before the call that the outcome asks for."""
CARE_TOO: dict[Outcome, str] = {"refer_now": "result.short.ring_care", "consult_today": "result.short.talk_care"}
"""What is said in short where it comes beside a call that is made first."""


class Care(NamedTuple):
    """Where a child is taken for medical care, and whether that comes before anybody is rung."""

    route: Route
    first: bool


PLACED: tuple[ReasonKind, ...] = ("finding", "raise")
"""Reasons that only say where the findings lie: no doubt, no refusal and no worry of the user's own is among them."""


def write_headline(result: Outcome, agreement: ConsentState, duties: tuple[DutyFound, ...], packs: Packs,
                   paths: tuple[Path, ...], may_offer: bool = False, help_is_there: bool = False) -> str:
    """The outcome's name; a leading duty's name where nothing is more urgent; talking, where agreement was refused.

    A refusal never stands in the place of a talk today or of more, which does not wait for anybody's agreement.
    Where the help asks no family, the headline says to whom it is taken, and never to ask the family.
    `may_offer`: a talk comes first only because of where the findings lie, and early help may follow it.
    `help_is_there`: help was tried without change, or is given already, so that none is offered anew.
    """
    leading = next((duty for duty in duties if duty.leads and duty.at_least == result), None)
    if leading and result not in ("call_999", "refer_now"):
        return leading.name
    if agreement == "refused" and urgency(result) < urgency("consult_today"):
        return say("headline.refused", talk=mid(packs.national.words["consult"].name))
    whose = of_no_family(result, paths)
    if whose:
        return say(f"headline.{whose}")
    if help_is_there and result == "early_help":
        return say("headline.next_step")
    return say("headline.talk_then_early_help") if may_offer else packs.national.words[result].name


def meaning(decision: Decision, packs: Packs, case: Case | None = None) -> tuple[str, str]:
    """What a page calls the outcome beside the headline, and what it means in words; of the next step of help, that
    none is begun anew, and of help that asks no family, to whom it is taken. The name is empty where the headline says
    it, or where the outcome's own would have the family asked. `case`: whose answer about the own lead it fits."""
    whose = of_no_family(decision.outcome, decision.then)
    if whose:
        return "", say(f"headline.{whose}_says")
    stands = standing(case, packs) if case else None
    if key_of(decision.headline) == "headline.next_step":
        next_step = say("headline.next_step_says")
        return "", fitting(next_step, stands) if stands else next_step
    words = packs.national.words[decision.outcome]
    return (words.name if words.name != decision.headline else "",
            before_birth(decision, means(decision.outcome, words.says, case, packs) if case else words.says, packs))


def medical_care(decision: Decision) -> Care | None:
    """Medical care that is needed beside the call that the outcome asks for; None where there is none. Where it is
    first nobody is rung before, and what is done first has no number of ours."""
    if decision.outcome not in CARE:
        return None
    found = next((one for one in decision.routes if one.kind == "emergency" and not one.dial), None)
    return Care(found, found is decision.routes[0]) if found else None


def in_short(decision: Decision, packs: Packs) -> tuple[str, str]:
    """What to do in at most six words, and what the headline says beyond them; of a duty that leads, its name. Medical
    care that comes before the call is said before it, and what comes beside it after it."""
    name = packs.national.words[decision.outcome].name
    rest = decision.headline if decision.headline != name else ""
    if care := medical_care(decision):
        return say((CARE if care.first else CARE_TOO)[decision.outcome]), rest
    if key := SHORT.get(key_of(decision.headline)):
        return say(key[0]), say(key[1]) if key[1] else ""
    if key_of(decision.headline):
        return decision.headline, ""
    return say("headline.tell") if to_tell(decision.duties, decision.outcome) else name, rest


def how_soon(outcome: Outcome) -> HowSoon:
    """How soon to act, in the one measure that a headline and a bar at the foot of a page share."""
    if urgency(outcome) >= urgency("refer_now"):
        return "urgent"
    return "today" if outcome == "consult_today" else "steady"


def of_no_family(result: Outcome, paths: tuple[Path, ...]) -> str:
    """Whose agreement the help is about, where its outcome has the family asked and no child's first path does: the
    worker's, an adult's own, or `each` where that differs or none is needed. Empty otherwise."""
    first: dict[tuple[str, ...], AskedBy] = {}
    for path in paths:
        first.setdefault(path.about, path.of)
    whose = set(first.values())
    if result not in NEEDS_AGREEMENT or not whose or "family" in whose:
        return ""
    return whose.pop() if len(whose) == 1 and "nobody" not in whose else "each"


def may_offer(known: Known, place: Place, result: Outcome, reasons: tuple[Reason, ...],
              paths: tuple[Path, ...]) -> bool:
    """Whether early help is the first help, and only the place of other findings asks for a talk before it.

    Never over a finding at the level for significant harm: that one is talked through, and nothing is offered on it.
    """
    area = known.area
    if result != "consult" or area is None or not all(path.level for path in paths[:1]):
        return False
    if place.highest_order >= area.acting:
        return False
    asking = {reason.kind for reason in reasons if reason.outcome == result}
    first = [area.level[path.level].outcome for path in paths[:1]]
    return first == ["early_help"] and asking <= set(PLACED)


DAYS_IN_WEEK = 7
TELL = "ring.calm.tell"
"""What a call says of itself that tells the council what it must be told."""
SAID: tuple[RouteKind, ...] = ("your_lead", "worker", "emergency", "switchboard", "police", "tell_too", "send_to")
"""Kinds of route whose own words say what to do."""
NO_TEAM: tuple[RouteKind, ...] = ("your_lead", "emergency", "police", "switchboard", "send_to", "if_worse")
"""Kinds of route for which the words to a team are not meant."""
TO_FIND: tuple[RouteKind, ...] = ("ring_now", "advice")
"""Kinds of route that are rung, also where the number has to be found on a page first."""


def write_action(routes: tuple[Route, ...], now: datetime) -> str:
    """The first thing to do, as a sentence: "Ring the Hub now on …, open until 5:20pm"."""
    if not routes:
        return say("action.talk")
    first = routes[0]
    if first.kind in SAID or not first.dial:
        return first.says
    if first.kind == "ring_when_open":
        if first.opens is None:
            return say("action.ring_next_day", name=first.name, number=first.dial)
        return say("action.ring_when_open", name=first.name, number=first.dial, time=clock(first.opens, now))
    asks = "tell" if tells(first) else "advice" if first.kind == "advice" else "ring_now"
    if first.until is None:
        return say(f"action.{asks}", name=first.name, number=first.dial)
    return say(f"action.{asks}_until", name=first.name, number=first.dial, time=clock(first.until, now))


def tells(one: Route) -> bool:
    """Whether this call tells the council something that it must be told, and asks for no advice."""
    return key_of(pieces(one.says)[0]) == TELL


def clock(moment: datetime, now: datetime) -> str:
    """A time as people say it: "5:20pm", with the day where it is not today."""
    when = local(moment)
    time, days = hour(when), (when.date() - local(now).date()).days
    if days == 0:
        return time
    if days == 1:
        return say("form.time_tomorrow", time=time)
    return say("form.time_on", time=time, day=weekday(when) if days < DAYS_IN_WEEK else weekday_in_year(when))


def what_to_tell_999(first_call: FirstCall | None, known: Known) -> tuple[str, ...]:
    """What to do and say on the call to 999, for this role, where that call comes first; otherwise nothing."""
    if first_call != "999":
        return ()
    steps = known.packs.national.process_for("emergency").steps
    return tuple(step.says for step in steps if is_for(step, role_of(known)))


def what_to_say(result: Outcome, forms: tuple[DocumentDue, ...], known: Known, harm: bool,
                duties: tuple[DutyFound, ...], routes: tuple[Route, ...]) -> tuple[str, ...]:
    """What to say when the call is answered: to refer, to ask for help or advice, to tell what must be told, or about
    an adult.

    Empty where nobody is to be rung: where no call sheet is due, and no number of a team is given either. `harm`:
    whether anything of harm was found or is not sure (decision/harm.py). Only a referral with agreement without any
    asks for help; every other one is about harm. A talk today says the worry as plainly, and asks for the talk and not
    yet for a referral.
    """
    given = any((one.dial and one.kind not in NO_TEAM) or (one.web and one.kind in TO_FIND) for one in routes)
    if not given and not any(form.ours == CALL_SHEET.ours for form in forms):
        return ()
    use: ProcessUse = "asking_advice" if result in ASKS_ADVICE else "what_to_say"
    if result == FRONT_DOOR and not harm:
        use = "asking_for_help"
    if only_adults(known):
        use = "about_an_adult"
    talk = result == "consult_today" and use == "what_to_say"
    purpose = say("say.talk_today") if talk else to_tell(duties, result) if use == "asking_advice" else ""
    return tuple(purpose or step.says if step.says_purpose else step.says
                 for step in known.packs.national.process_for(use).steps)
