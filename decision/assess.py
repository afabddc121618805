"""`assess(case, packs, now)`: from answers to a Decision. `decide` adds the clock, `assess` what would change it.

answers → known → core (decision/core.py) → documents → routes → deadlines → then → consent → gaps
"""
from datetime import datetime

from decision.after import after_call
from decision.before_birth import as_before_birth, only_before_birth
from decision.case import Case
from decision.compared import compare_views
from decision.consent import find_consent, most_cautious, state_of
from decision.core import Seen, core
from decision.deadlines_held import find_held_deadlines
from decision.documents import find_documents, with_agreed
from decision.duties import find_doubted_duties, unprompted, untraced
from decision.elsewhere import calls_elsewhere, deadlines_elsewhere, duties_elsewhere
from decision.explain import explain
from decision.gaps import find_gaps
from decision.harm import of_harm
from decision.headline import may_offer, what_to_say, what_to_tell_999, write_action, write_headline
from decision.hours import find_next_acting, local
from decision.if_worse import if_worse
from decision.known import Known, read
from decision.led import find_led
from decision.not_asked import before_telling
from decision.officer import say_to_officer
from decision.outcome import find_first_call
from decision.own_lead import as_it_stands
from decision.path import Path
from decision.path_form import when_written
from decision.path_rules import help_is_there
from decision.result import ConsentState, Deadline, Decision, DutyFound
from decision.rim import after_calls
from decision.routes import find_routes
from decision.settle import settle
from decision.telling import somebody_told
from decision.then import find_paths
from decision.timescales import find_deadlines
from decision.until_open import rung_when_open
from decision.ways import find_next_forms
from guidance.packs import Packs


def assess(case: Case, packs: Packs, now: datetime) -> Decision:
    """The Decision for a case at a moment, with what would change it, under the editions in force at that moment.

    Raises CaseProblem where the case names something that no pack has.
    """
    known = read(case, packs.at(now), local(now).date())
    return with_changes(known, decide(known, now))


def with_changes(known: Known, decision: Decision) -> Decision:
    """The decision of this reading, with what would change it and what would settle its doubts."""
    known = known.on(decision.made_at.date())
    changed = decision.but(would_change=explain(known, decision), settle=settle(known, decision))
    return as_before_birth(changed, known.packs)


def decide(known: Known, now: datetime) -> Decision:
    """The core and what follows from it at this moment, without `would_change`: the same case, packs and time give an
    equal Decision."""
    known = known.on(local(now).date())
    packs, seen = known.packs, core(known)
    place, outcome, telling, reasons = seen.place, seen.outcome, seen.telling, seen.reasons
    first_call = find_first_call(known, outcome, seen.duties)
    documents = find_documents(known, place, outcome, seen.duties, telling, find_next_forms(seen))
    routes = find_routes(known, outcome, first_call, seen.duties, documents, now)
    found = find_deadlines(known, place, outcome, seen.duties, now, rung_when_open(routes))
    duties, doubted, deadlines = _held_back(seen, found)
    next_acting = find_next_acting(now, packs.national.holidays)
    held = seen._replace(duties=duties, forms=documents, deadlines=deadlines)
    paths = find_paths(held)
    documents = with_agreed(documents, paths, known, outcome, telling)
    paths = when_written(paths, documents, held)
    fitted = as_it_stands(Decision(
        home_area=known.case.home_area,
        made_at=local(now),
        pack_versions=_versions(known),
        outcome=outcome,
        first_call=first_call,
        headline=write_headline(outcome, _agreement(paths), duties, packs, paths,
                                may_offer(known, place, outcome, reasons, paths), help_is_there(known)),
        action=write_action(routes, now),
        say_999=what_to_tell_999(first_call, known),
        say=say_to_officer(known, routes) or what_to_say(
            outcome, documents, known, of_harm(known, seen.entries), duties, routes),
        place=after_calls(known, place.but(led=find_led(paths, place, known.area)), first_call, routes),
        reasons=reasons,
        telling=telling,
        before_telling=before_telling(known),
        consent=find_consent(known, place, outcome, telling, duties, paths),
        duties=duties + doubted,
        routes=routes,
        if_worse=if_worse(known, outcome, routes, now),
        deadlines=deadlines,
        deadlines_held=find_held_deadlines(found, deadlines, somebody_told(telling)),
        own_view=compare_views(known.case, outcome, paths),
        next_acting=next_acting,
        after_call=after_call(known),
        documents=documents,
        then=paths,
        gaps=find_gaps(held, routes, next_acting, now),
        before_birth=only_before_birth(known.case, known.today),
    ), known.case, packs)
    return as_before_birth(fitted, packs)


def _held_back(
    seen: Seen, deadlines: tuple[Deadline, ...]
) -> tuple[tuple[DutyFound, ...], tuple[DutyFound, ...], tuple[Deadline, ...]]:
    """The duties met, those only in doubt, and the deadlines, without what would prompt to tell somebody who is not to
    be told, look for a family that hides, or go with a call that another area takes."""
    known, duties = seen.known, seen.duties
    doubted = find_doubted_duties(known, duties)
    if not somebody_told(seen.telling):
        duties, deadlines = unprompted(duties), tuple(item for item in deadlines if not item.prompts_telling)
    if any(duty.withholds_place for duty in (*duties, *doubted)):
        duties, deadlines = untraced(duties), tuple(item for item in deadlines if not item.seeks_place)
    if calls_elsewhere(known, seen.outcome):
        duties, deadlines = duties_elsewhere(duties, known), deadlines_elsewhere(deadlines, known)
        doubted = duties_elsewhere(doubted, known)
    return duties, doubted, deadlines


def _agreement(paths: tuple[Path, ...]) -> ConsentState:
    """The state that the headline is about: the one that asks for most care, also where the result is a talk."""
    deciding = most_cautious(paths)
    return state_of(deciding) if deciding else "not_needed"


def _versions(known: Known) -> tuple[tuple[str, str], ...]:
    """The editions of what holds everywhere and of the home area. A paper may not name the area of a hidden child."""
    area = ((known.area.id, known.area.edition),) if known.area else ()
    return (("national", known.packs.national.edition), *area)
