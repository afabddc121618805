"""The outcome: the most urgent of danger, signs, place, duties, telling, the family's answers and the user's own view.

Each reason says what it alone asks for; the outcome is the most urgent of them, so nothing added makes it calmer.
"""
from decision.case import OWN_VIEW_OUTCOME
from decision.known import Known, matters
from decision.place import (
    CONCERNS_FOR_RAISE, concern_orders, raise_base, raises, significant, supported_order,
)
from decision.result import DutyFound, Place, Reason, Telling
from guidance.models import Duty, Sign
from guidance.packs import AreaPack
from guidance.vocabulary import OUTCOMES, Citation, FirstCall, Outcome, Ring

OWN_RULES = "windscreen_practice"
"""Source id of our own product rules (guidance/national/sources.yaml), for reasons that no published document gives."""
SAFETY = Citation(source=OWN_RULES, where="safety first")
UNANSWERED = Citation(source=OWN_RULES, where="unknown is never no")
OWN_VIEW = Citation(source=OWN_RULES, where="your own view")
NOT_YET_LIFTS: dict[Outcome, Outcome] = {"refer_with_agreement": "refer_now", "early_help": "consult_today"}
CALL_ORDER: tuple[FirstCall, ...] = ("999", "police", "hospital", "front_door", "lado", "named_doctor")
RINGS_TO_ASK: dict[Ring, str] = {
    "child": "the child's own needs", "parenting": "the care that the child gets", "family": "the family and the home",
}


def urgency(outcome: Outcome) -> int:
    """0 for the calmest, 6 for 999."""
    return OUTCOMES.index(outcome)


def most_urgent(outcomes: tuple[Outcome, ...]) -> Outcome:
    """The most urgent of several outcomes; `universal` if there is none."""
    return max(outcomes, key=urgency, default="universal")


def reasons(known: Known, place: Place, duties: tuple[tuple[tuple[Duty, ...], DutyFound], ...],
            telling: tuple[Telling, ...]) -> tuple[Reason, ...]:
    """Every reason, most urgent first. What telling "not yet" does is worked out last, on what the others ask for."""
    found = (
        _danger(known) + _signs(known) + _place(known, place) + _at_least(known) + _duties(duties) + _unsure(known)
        + _family(known) + _own(known) + _not_asked(known)
    )
    found += _not_yet(found, telling)
    return tuple(sorted(found, key=lambda reason: -urgency(reason.outcome)))


def _danger(known: Known) -> tuple[Reason, ...]:
    case = known.case
    if case.danger == "yes" or (case.danger == "not_sure" and case.confirmed_safe != "yes"):
        says = "A child may be in danger now." if case.danger == "yes" else (
            "You are not sure that the child is out of danger, and nobody safe has confirmed it.")
        return (Reason(kind="danger", says=says, outcome="call_999", source=SAFETY),)
    if case.danger == "not_sure":
        says = "You are not sure about danger, though a named adult has the child safe now."
        return (Reason(kind="danger", says=says, outcome="consult_today", source=SAFETY),)
    return ()


def _signs(known: Known) -> tuple[Reason, ...]:
    yes = tuple(
        Reason(kind="sign", id=sign.id, says=sign.says, why=sign.then, about=answer.about, outcome=sign.outcome,
               source=sign.source)
        for sign, answer in known.yes_signs
    )
    unsure = tuple(
        Reason(kind="sign", id=sign.id, says=sign.says, about=answer.about, outcome="consult_today",
               why="You could not find out, or are not sure, whether this is so.", source=sign.source)
        for sign, answer in known.unsure_signs
    )
    return yes + unsure


def _place(known: Known, place: Place) -> tuple[Reason, ...]:
    area = known.area
    if not area or not area.levels or not known.counted:
        return ()
    significant_rows = significant(known.counted, area)
    if significant_rows:
        return tuple(
            Reason(kind="finding", id=row.indicator.id, says=row.indicator.says, about=row.finding.about,
                   outcome=area.levels[area.acting - 1].outcome, source=row.indicator.source,
                   why="This states significant harm, and one such finding is enough.")
            for row in significant_rows
        )
    asked = place_outcome(known, area)
    deciding = [row for row in known.counted if row.order >= max(place.supported_order, 1)]
    base = tuple(
        Reason(kind="finding", id=row.indicator.id, says=row.indicator.says, about=row.finding.about, outcome=asked,
               source=row.indicator.source)
        for row in deciding
    )
    lifted = tuple(
        Reason(kind="raise", id=raised.kind, says=raised.says, outcome=_raise_outcome(known, area),
               why="The document says that this matters beyond the count of concerns.", source=raised.source)
        for raised in place.raised
    )
    return base + lifted


def place_outcome(known: Known, area: AreaPack) -> Outcome:
    """What the findings ask for without significant harm: the supported level's outcome, or `consult` above it.

    A level that asks for several concerns is at least `consult`, since one of them alone would have been; so one more
    finding never makes it calmer.
    """
    orders = concern_orders(known.counted)
    supported = supported_order(known.counted, area)
    asked: list[Outcome] = ["consult"] if max(orders.values(), default=0) > supported else []
    for number, level in enumerate(area.levels[:supported], 1):
        acting = number == area.acting
        asked.append("refer_with_agreement" if acting and level.outcome == "refer_now" else level.outcome)
        if level.reading and level.reading.concerns >= CONCERNS_FOR_RAISE:
            asked.append("consult")
    return most_urgent(tuple(asked))


def _raise_outcome(known: Known, area: AreaPack) -> Outcome:
    """`consult_today` where the raise reaches the acting level, otherwise `consult`."""
    orders = concern_orders(known.counted)
    supported = supported_order(known.counted, area)
    if not raises(known, orders, supported, area):
        return "universal"
    return "consult_today" if raise_base(orders, supported) + 1 >= area.acting else "consult"


def _at_least(known: Known) -> tuple[Reason, ...]:
    rows = tuple(
        Reason(kind="at_least", id=row.indicator.id, says=row.indicator.says, about=row.finding.about,
               why=row.indicator.note, outcome=row.indicator.at_least, source=row.indicator.source)
        for row in known.yes_rows if row.indicator.at_least
    )
    factors = tuple(
        Reason(kind="at_least", id=factor.id, says=factor.says, why=factor.note, outcome=factor.at_least,
               source=factor.source)
        for factor in known.factors if factor.at_least
    )
    return rows + factors


def _duties(duties: tuple[tuple[tuple[Duty, ...], DutyFound], ...]) -> tuple[Reason, ...]:
    return tuple(
        Reason(kind="duty", id=found.id, says=found.name, why=found.says, about=found.about,
               outcome=found.at_least, source=found.source)
        for _, found in duties if found.at_least
    )


def _unsure(known: Known) -> tuple[Reason, ...]:
    """Not sure about significant harm: today. Not sure about anything else that would count: talk it through."""
    acting = known.area.acting if known.area else 0
    found = []
    for row in known.rows:
        if row.answer == "yes" or not matters(row.indicator):
            continue
        harm = row.answer == "not_sure" and row.indicator.harm == "significant" and row.order == acting
        asked = "consult_today" if harm else _unsure_outcome(row.indicator.at_least, row.answer == "not_sure")
        found.append(Reason(
            kind="unsure", id=row.indicator.id, says=row.indicator.says, about=row.finding.about,
            why="You are not sure about this." if row.answer == "not_sure" else "You do not know about this.",
            outcome=asked, source=row.indicator.source,
        ))
    for factor in known.unsure_factors:
        if factor.at_least:
            found.append(Reason(kind="unsure", id=factor.id, says=factor.says, why="You are not sure about this.",
                                outcome=_unsure_outcome(factor.at_least, True), source=factor.source))
    if known.case.signs_unsure or known.case.unsure_topics:
        found.append(Reason(kind="unsure", says="You were not sure about some of the questions on a page.",
                            outcome="consult", source=UNANSWERED))
    return tuple(found)


def _unsure_outcome(at_least: Outcome | None, not_sure: bool) -> Outcome:
    """`consult`; `consult_today` where a yes would ask for that or more and the user is not sure."""
    return "consult_today" if not_sure and at_least and urgency(at_least) >= urgency("consult_today") else "consult"


def _family(known: Known) -> tuple[Reason, ...]:
    refused = [member for member in known.case.family if member.agrees == "refuses"]
    if known.case.young_person.agrees == "refuses":
        says = "The young person does not agree."
        return (*_refused(bool(refused), known),
                Reason(kind="family", says=says, outcome="consult", source=UNANSWERED))
    return _refused(bool(refused), known)


def _refused(refused: bool, known: Known) -> tuple[Reason, ...]:
    if not refused:
        return ()
    worse = known.case.history.worse_since_refusal == "yes"
    rule = next((rule for rule in known.packs.consent(known.area_id) if rule.about == "service"), None)
    source = rule.source if rule else SAFETY
    says = "Agreement was refused, and something has got worse since." if worse else "Agreement was refused."
    return (Reason(kind="family", says=says, outcome="consult_today" if worse else "consult", source=source),)


def _own(known: Known) -> tuple[Reason, ...]:
    found: list[Reason] = []
    view = known.case.own_view
    if view and view in OWN_VIEW_OUTCOME:
        found.append(Reason(kind="own_view", id=view, says="Your own view of what should happen.",
                            outcome=OWN_VIEW_OUTCOME[view], source=OWN_VIEW))
    if known.case.other_worry:
        found.append(Reason(kind="worry", says="A worry that none of the statements names.", outcome="consult",
                            source=UNANSWERED))
    if known.case.practitioner.lead == "lead_decided_not_to_refer":
        found.append(Reason(kind="own_view", id="lead", outcome="consult", source=OWN_VIEW,
                            says="Your lead decided not to refer. You may ring the front door yourself."))
    return tuple(found)


def _not_asked(known: Known) -> tuple[Reason, ...]:
    """While signs or a whole domain have not been asked, the answer is to talk it through: unknown is never "no"."""
    missing = not_asked(known)
    if not missing:
        return ()
    return (Reason(kind="blank", says="Not asked yet: " + "; ".join(missing) + ".", outcome="consult",
                   source=UNANSWERED),)


def not_asked(known: Known) -> tuple[str, ...]:
    """In words, what must have been asked before a calm outcome is possible and has not been."""
    missing = []
    if known.case.danger is None:
        missing.append("whether anyone is in danger now")
    if known.unanswered_signs:
        missing.append("signs that cannot wait")
    if not known.area:
        missing.append("the council area where the child lives")
    else:
        rings = asked_rings(known, known.area)
        asked_about = {ring for of_topic in known.area.rings_of_topic.values() for ring in of_topic}
        there = {domain.ring: domain.name for domain in known.area.domains}
        missing += [words if ring in asked_about else there[ring]
                    for ring, words in RINGS_TO_ASK.items() if ring in there and ring not in rings]
    return tuple(missing)


def asked_rings(known: Known, area: AreaPack) -> frozenset[str]:
    """Rings in which at least one topic with a counting row has been opened."""
    return frozenset(ring for topic in known.case.asked for ring in area.rings_of_topic.get(topic, ()))


def _not_yet(found: tuple[Reason, ...], telling: tuple[Telling, ...]) -> tuple[Reason, ...]:
    """Where somebody in the family is not told yet, no agreement is sought: agreed routes become urgent ones."""
    asked = most_urgent(tuple(reason.outcome for reason in found))
    person = next((item for item in telling if item.state == "not_yet" and item.person != "suspected"), None)
    if person is None:
        return ()
    wanted = {reason.outcome for reason in found if reason.outcome in NOT_YET_LIFTS}
    lifted = most_urgent(tuple(NOT_YET_LIFTS[outcome] for outcome in wanted))
    if not wanted or urgency(lifted) <= urgency(asked):
        return ()
    return (Reason(kind="telling", id=person.person, says=f"{person.name}: not to be told yet.", why=person.why,
                   outcome=lifted, source=person.source),)


def outcome(found: tuple[Reason, ...]) -> Outcome:
    """The most urgent outcome that any reason asks for."""
    return most_urgent(tuple(reason.outcome for reason in found))


def first_call(known: Known, result: Outcome, duties: tuple[DutyFound, ...]) -> FirstCall | None:
    """Who is rung first: led by the most urgent sign; LADO where that duty leads; nobody named for a calm outcome."""
    if result == "call_999":
        return "999"
    calls = {sign.first_call for sign in _leading(known, result)}
    if calls:
        return next(call for call in CALL_ORDER if call in calls)
    if result == "refer_now":
        return "front_door"
    if result == "consult_today" and any(duty.leads and duty.id == "allegation" for duty in duties):
        return "lado"
    return None


def _leading(known: Known, result: Outcome) -> tuple[Sign, ...]:
    return tuple(sign for sign, _ in known.yes_signs if sign.outcome == result)
