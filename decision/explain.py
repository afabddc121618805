"""What would change the result: one answer at a time, tried for real. Only answers that would move it up are shown."""
from decision.case import Case, Finding
from decision.core import core
from decision.known import Known, counts, read, stands
from decision.place import concern_orders
from decision.result import Change, Decision
from decision.urgency import urgency
from guidance.models import Indicator
from guidance.packs import AreaPack
from guidance.vocabulary import Outcome


def explain(known: Known, decision: Decision) -> tuple[Change, ...]:
    """Single answers that would make the result more urgent, most urgent first; none beside a sign or quiet duty,
    nor beside a doubt about harm that the whole family is not to hear of.
    """
    if quiet(known, decision):
        return ()
    now = decision.outcome
    changes = [change for change in (*_signs(known, now), *_statements(known, now)) if change]
    return tuple(sorted(changes, key=lambda change: -urgency(change.to_outcome)))


def quiet(known: Known, decision: Decision) -> bool:
    """Whether nothing is suggested that somebody might go and look for: beside a sign, beside a duty where looking for
    more would mean asking the child or the family, and beside a doubt that the whole family is not to hear of."""
    doubts = (known.packs.telling(known.area_id, sign.telling) for sign, _ in known.unsure_signs if sign.telling)
    return bool(known.yes_signs) or any(_quiet(known, duty.id) for duty in decision.duties) or any(
        rule and rule.scope == "family" for rule in doubts)


def _quiet(known: Known, duty_id: str) -> bool:
    """Whether beside this duty nothing is suggested: looking for more would mean asking the child or the family."""
    return any(duty.quiet for duty in known.packs.duties(known.area_id, duty_id))


def _signs(known: Known, now: Outcome) -> list[Change]:
    """Each unanswered sign that can be so of a child of this age. A sign's yes asks for its own outcome at least, so
    calmer ones need not be tried."""
    return [
        Change(id=sign.id, says=sign.says, to_outcome=sign.outcome, source=sign.source)
        for sign in known.unanswered_signs
        if urgency(sign.outcome) > urgency(now)
    ]


def _statements(known: Known, now: Outcome) -> list[Change]:
    """One representative unanswered statement for each level and harm."""
    if known.area is None:
        return []
    changes = []
    for indicator in _representatives(known, known.area):
        outcome_then, level_then = _with(known, indicator)
        if urgency(outcome_then) > urgency(now):
            changes.append(Change(id=indicator.id, says=indicator.says, to_outcome=outcome_then, to_level=level_then,
                                  source=indicator.source))
    return changes


def _representatives(known: Known, area: AreaPack) -> list[Indicator]:
    """The first unanswered counting statement of each level and harm, from the topics the user has opened if any."""
    answered = {row.indicator.id for row in known.rows} | set(known.case.answers)
    orders = concern_orders(known.counted)
    asked = set(known.case.asked)
    chosen: dict[tuple[int, str | None], Indicator] = {}
    candidates = [item for item in area.indicators if counts(item) and item.level and item.id not in answered
                  and orders.get(item.concern, 0) < stands(item, area)]
    for indicator in sorted(candidates, key=lambda item: not asked & set(item.topics)):
        chosen.setdefault((stands(indicator, area), indicator.harm), indicator)
    return list(chosen.values())


def _with(known: Known, indicator: Indicator) -> tuple[Outcome, str]:
    """The outcome and level if this one statement were so."""
    case: Case = known.case.but(findings=(*known.case.findings, Finding(id=indicator.id)))
    tried = core(read(case, known.packs, known.today))
    return tried.outcome, tried.place.highest
