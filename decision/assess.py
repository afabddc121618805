"""`assess(case, packs, now)`: from answers to a Decision. `decide` is the core; `assess` adds what would change it.

answers → known → duties → telling → place → reasons → outcome → consent → documents → routes → deadlines → gaps
"""
from datetime import datetime

from decision.after import after_call, compare_views
from decision.case import Case
from decision.consent import consent, most_cautious, state_of
from decision.deadlines_held import deadlines_held
from decision.documents import documents
from decision.duties import only_doubted, triggered, unprompted, untraced
from decision.elsewhere import calls_elsewhere, deadlines_elsewhere, duties_elsewhere
from decision.explain import explain
from decision.gaps import gaps
from decision.harm import of_harm
from decision.headline import action, headline, may_offer, what_to_say
from decision.hours import local, next_acting
from decision.known import Known, read
from decision.outcome import first_call, outcome, reasons
from decision.path_rules import help_is_there
from decision.place import place
from decision.path import Path
from decision.result import ConsentState, Decision
from decision.routes import routes
from decision.settle import settle
from decision.telling import somebody_told, telling
from decision.then import then
from decision.timescales import deadlines
from decision.ways import Seen, next_forms
from guidance.packs import Packs


def assess(case: Case, packs: Packs, now: datetime) -> Decision:
    """The Decision for a case at a moment, with what would change it.

    Raises CaseProblem where the case names something that no pack has.
    """
    known = read(case, packs)
    decision = decide(known, now)
    return decision.but(would_change=explain(known, decision), settle=settle(known, decision))


def decide(known: Known, now: datetime) -> Decision:
    """The core, without `would_change`: the same case, packs and time give an equal Decision."""
    packs = known.packs
    found_duties = triggered(known)
    duties = tuple(found for _, found in found_duties.values())
    entries = tuple(entry for both, _ in found_duties.values() for entry in both)
    told = telling(known, entries)
    where = place(known)
    why = reasons(known, where, tuple(found_duties.values()), told)
    result = outcome(why)
    call = first_call(known, result, duties)
    seen = Seen(known, where, result, why, told, duties)
    forms = documents(known, where, result, duties, told, next_forms(seen))
    ways = routes(known, result, call, duties, forms, now)
    due = every = deadlines(known, where, result, duties, now)
    if not somebody_told(told):
        duties, due = unprompted(duties), tuple(item for item in due if not item.prompts_telling)
    doubted = only_doubted(known, found_duties)
    if any(duty.withholds_place for duty in (*duties, *doubted)):
        duties, due = untraced(duties), tuple(item for item in due if not item.seeks_place)
    if calls_elsewhere(known, result):
        duties, due = duties_elsewhere(duties, known), deadlines_elsewhere(due, known)
        doubted = duties_elsewhere(doubted, known)
    next_day = next_acting(now, packs.national.holidays)
    view = compare_views(known.case, result)
    paths = then(seen._replace(duties=duties, forms=forms, deadlines=due))
    agreed = consent(known, where, result, told, duties, paths)
    return Decision(
        home_area=known.case.home_area,
        made_at=local(now),
        pack_versions=_versions(known),
        outcome=result,
        first_call=call,
        headline=headline(result, _agreement(paths), duties, packs, paths,
                          may_offer(known, where, result, why, paths), help_is_there(known)),
        action=action(ways, now),
        say=what_to_say(result, forms, known, of_harm(known, entries)),
        place=where,
        reasons=why,
        telling=told,
        consent=agreed,
        duties=duties + doubted,
        routes=ways,
        deadlines=due,
        deadlines_held=deadlines_held(every, due, somebody_told(told)),
        own_view=view,
        next_acting=next_day,
        after_call=after_call(known),
        documents=forms,
        then=paths,
        gaps=gaps(known, where, duties, ways, due, next_day, now),
    )


def _agreement(paths: tuple[Path, ...]) -> ConsentState:
    """The state that the headline is about: the one that asks for most care, also where the result is a talk."""
    deciding = most_cautious(paths)
    return state_of(deciding) if deciding else "not_needed"


def _versions(known: Known) -> tuple[tuple[str, str], ...]:
    area = ((known.area.id, known.area.version),) if known.area else ()
    return (("national", known.packs.national.version), *area)
