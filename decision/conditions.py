"""Whether a pack's `Condition` holds: once read as "must be known", once as "counts unless known otherwise"."""
from collections.abc import Iterable, Iterator
from functools import lru_cache

from decision.calls import refused
from decision.carers import suspected_works
from decision.case import Case, Child
from decision.consistency import CRAWLS_FROM
from decision.known import Known, Row, asks_for
from guidance.models import Condition, Role, Step
from guidance.vocabulary import OUTCOMES, Basis, Outcome, ReferralAnswer, Status
from guidance.words import say


def starts(condition: Condition | None, known: Known) -> bool:
    """Whether facts of the case start a duty: all filled lists match what is known; an unknown fact starts nothing.

    Two facts count where they are not known for sure: a change that is *not sure*, and by what arrangement somebody
    suspected cares for a looked-after child.
    """
    if condition is None:
        return False
    tests = _tests(condition, known)
    return condition.always or (next(tests, False) and all(tests))


def _tests(condition: Condition, known: Known) -> Iterator[bool]:
    """Each thing that the condition asks for: whether it is so. No more is looked at than has to be."""
    if condition.statuses:
        yield any(set(condition.statuses) & set(child.status) for child in known.case.children)
    if condition.harm_by:
        yield bool(set(condition.harm_by) & set(known.case.source_of_harm.kinds))
    if condition.roles:
        yield bool(role_of(known) and has_role(role_of(known), condition.roles))
    if condition.about_child:
        yield any(_child_meets(condition, child, known) is True for child in known.case.children)
    if condition.sight:
        yield any(getattr(known.case.sight, fact) in ("yes", "not_sure") for fact in condition.sight)
    if condition.earlier_referral:
        yield _earlier_referral(known) in condition.earlier_referral
    if condition.suspected_works is not None:
        yield (suspected_works(known) is not False) == condition.suspected_works
    yield from _of_the_case(condition, known.case)
    if condition.worry is not None:
        yield _worry(known, condition.statuses) == condition.worry


def started_unknown(condition: Condition | None, known: Known) -> tuple[str, ...]:
    """In words, the facts that are not known and by which a duty was started all the same."""
    if condition is None or condition.suspected_works is None or suspected_works(known) is not None:
        return ()
    return (say("open.works"),)


def _earlier_referral(known: Known) -> ReferralAnswer | None:
    """What the front door answered before; `not_known` where it was asked and nobody said what it answered."""
    history = known.case.history
    return (history.earlier_referral_answer or "not_known") if history.earlier_referral == "yes" else None


def unless_known_otherwise(
    condition: Condition | None, known: Known, children: tuple[Child, ...], basis: tuple[Basis | None, ...] = ()
) -> tuple[bool, tuple[str, ...]]:
    """Whether a duty applies, and which facts are unknown and were counted as met (in words)."""
    if condition is None:
        return True, ()
    results: list[tuple[bool | None, str]] = []
    if condition.roles:
        role = role_of(known)
        results.append((has_role(role, condition.roles) if role else None, say("open.role")))
    if condition.basis:
        known_basis = [item for item in basis if item]
        met = None if len(known_basis) < len(basis) or not basis else False
        results.append((True if set(known_basis) & set(condition.basis) else met, say("open.how_known")))
    if condition.statuses:
        statuses = [_status(condition, child) for child in children]
        results.append((_any(statuses) if statuses else None, say("open.status")))
    if condition.harm_by:
        kinds = set(known.case.source_of_harm.kinds)
        met = True if kinds & set(condition.harm_by) else None if not kinds or "not_known" in kinds else False
        results.append((met, say("open.who")))
    if condition.about_child:
        each = [_child_meets(condition, child, known) for child in children]
        results.append((_any(each) if each else None, say("open.age_or_abilities")))
    applies = all(met is not False for met, _ in results)
    if condition.beside_concern and any(met is None for met, _ in results) and not another_concern(known):
        return False, ()
    return applies, tuple(words for met, words in results if met is None) if applies else ()


def another_concern(known: Known) -> bool:
    """Whether more than a circumstance is known or in doubt: a sign, a need, danger, a mark, what happened before."""
    case = known.case
    history = case.history
    before = "yes" in (history.earlier_concerns, history.earlier_referral, history.earlier_injury)
    marked = any(finding.body for finding in case.findings)
    rows = any(row.indicator.kind == "need" for row in known.rows)
    signs = known.yes_signs or known.unsure_signs
    return bool(signs or rows or before or marked or case.other_worry) or case.danger in ("yes", "not_sure")


def holds(condition: Condition, known: Known, outcome: Outcome, levels: tuple[str, ...],
          duties: tuple[str, ...]) -> bool:
    """Whether a timescale or document belongs to this result: outcome, level, duty or role, each list if filled."""
    if any(set(condition.without_statuses) & set(child.status) for child in known.case.children):
        return False
    if condition.always:
        return True
    filled = [
        (condition.outcomes, outcome in condition.outcomes),
        (condition.levels, bool(set(levels) & set(condition.levels))),
        (condition.duties, bool(set(duties) & set(condition.duties))),
    ]
    asked = [met for values, met in filled if values]
    if condition.statuses or condition.about_case or condition.about_child:
        asked.append(starts(_narrowed(condition), known))
    if condition.roles:
        role = role_of(known)
        asked.append(role is None or has_role(role, condition.roles))
    return bool(asked) and all(asked)


@lru_cache(maxsize=1024)
def _narrowed(condition: Condition) -> Condition:
    """A condition without roles and bases, which are asked apart. It is of the packs alone, the same in every case."""
    return condition.but(roles=(), basis=())


def has_role(role: Role | None, wanted: tuple[str, ...]) -> bool:
    """Whether a role is one of the ids wanted or has one of the properties wanted."""
    if role is None:
        return False
    properties = {
        "internal_lead": bool(role.lead), "works_alone": role.works_alone, "fgm_duty": role.fgm_duty,
        "first_responder": role.first_responder, role.id: True,
    }
    return any(properties.get(name, False) for name in wanted)


def is_for(step: Step, role: Role | None) -> bool:
    """Whether a step is for this role; where the role is not known, every step is shown."""
    if role is None:
        return True
    wanted = not step.for_roles or has_role(role, step.for_roles)
    return wanted and not has_role(role, step.not_for_roles)


def role_of(known: Known) -> Role | None:
    """The role of who answers; None where none is given."""
    return known.packs.national.role.get(known.case.practitioner.role)


def _of_the_case(condition: Condition, case: Case) -> Iterator[bool]:
    """The same of what the condition asks of the case as a whole."""
    if condition.interpreter is not None:
        needed = case.young_person.interpreter == "yes" or any(item.interpreter == "yes" for item in case.family)
        yield needed == condition.interpreter
    if condition.elsewhere is not None:
        yield (bool(case.area_now) and case.area_now != case.home_area) == condition.elsewhere
    if condition.disagreement is not None:
        refuses = refused(case) or case.practitioner.lead == "lead_decided_not_to_refer"
        yield refuses == condition.disagreement


def _worry(known: Known, statuses: tuple[Status, ...]) -> bool:
    """Whether a need or risk was found or is not sure, in whatever scale it stands, a fact at the level for significant
    harm sends the child on, a sign is so or not sure, things get worse, or the user's own words name a worry; where
    statuses are asked for, about a child who has one. A circumstance or a strength is none."""
    def of_them(labels: tuple[str, ...]) -> bool:
        return not statuses or any(set(statuses) & set(child.status) for child in known.children(labels))

    rows = (known.meant(row) for row in known.rows if _worries(row, known))
    signs = (answer.about for _, answer in (*known.yes_signs, *known.unsure_signs))
    said = known.case.other_worry is True or known.case.history.getting_worse == "yes"
    return said or any(of_them(labels) for labels in (*rows, *signs))


def _worries(row: Row, known: Known) -> bool:
    """Whether a row, so or not sure, is a need or risk; or so, and a fact that is printed at the level for significant
    harm and asks for a referral, with agreement or at once."""
    if row.indicator.kind in ("need", "scale"):
        return row.answer in ("yes", "not_sure")
    at_acting = known.area is not None and bool(known.area.levels) and row.order == known.area.acting
    asked = asks_for(row.indicator, known.packs, known.area_id) or "universal"
    return (row.answer == "yes" and row.indicator.kind == "status" and at_acting
            and OUTCOMES.index(asked) >= OUTCOMES.index("refer_with_agreement"))


def _child_meets(condition: Condition, child: Child, known: Known) -> bool | None:
    """True, False, or None where a fact about the child is not known."""
    results: list[bool | None] = []
    if condition.under_years is not None:
        results.append(None if child.months is None else child.months < 12 * condition.under_years)
    if condition.from_years is not None:
        results.append(None if child.months is None else child.months >= 12 * condition.from_years)
    if condition.unborn is not None:
        results.append(None if child.months is None else child.unborn == condition.unborn)
    if condition.disabled is not None:
        results.append(_yes_no(child.disability, condition.disabled))
    if condition.moves_about is not None:
        results.append(_yes_no(_moves_about(child, known), condition.moves_about))
    if condition.either:
        return _any(results)
    if any(result is False for result in results):
        return False
    return None if any(result is None for result in results) else True


def may_meet(condition: Condition, child: Child, known: Known) -> bool:
    """Whether a child is such a one, or may be: what is not known of them counts as met."""
    return _child_meets(condition, child, known) is not False


def moves_about(child: Child, known: Known) -> bool:
    """Whether a child is known to move about alone."""
    return _moves_about(child, known) == "yes"


def _moves_about(child: Child, known: Known) -> str | None:
    """The answer; yes where it was not asked of a child old enough of whom no disability was said either.

    A yes about a baby too young to crawl is not taken for one: whoever only rolls cannot move about (`CRAWLS_FROM`).
    """
    if child.moves_about == "yes" and child.months is not None and child.months < CRAWLS_FROM:
        return "not_known"
    old = known.packs.national.moves_about_from
    grown = old is not None and child.months is not None and child.months >= 12 * old
    unsaid = child.moves_about is None and child.disability in (None, "no")
    return "yes" if grown and unsaid else child.moves_about


def _yes_no(answer: str | None, wanted: bool) -> bool | None:
    return (answer == "yes") == wanted if answer in ("yes", "no") else None


def _status(condition: Condition, child: Child) -> bool | None:
    """Only "none of these" says no of a status that was not ticked: one tick answers nothing about the others. Beside a
    tick it means none of the others."""
    if set(condition.statuses) & set(child.status):
        return True
    return False if "none" in child.status else None


def _any(results: Iterable[bool | None]) -> bool | None:
    """True if any is true, None if none is true but one is not known, otherwise False."""
    values = tuple(results)
    if any(value is True for value in values):
        return True
    return None if any(value is None for value in values) else False
