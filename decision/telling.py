"""Telling, person by person: tell, ask first, or not yet. The strictest rule that touches a person wins."""
from dataclasses import dataclass

from decision.case import FamilyMember
from decision.known import Known
from decision.result import Telling, TellState
from guidance.models import ConsentRule, Duty, TellingRule

OPEN_RULE = "open"
RISK_RULE = "raises_risk"
ASK_HOW_RULE = "ask_how"
"""For a statement of significant harm that does not say which harm: the person suspected is asked about first."""
SUSPECTED_UNKNOWN_RULE = "suspected_unknown"
FAMILY = "family"
YOUNG_PERSON = "young_person"
SUSPECTED = "suspected"
TALKS_FROM_MONTHS = 24
"""Below this age "tell the child" makes no sense on a screen; it is wording, not a threshold."""
APART = "Listen to them apart from the family, in words that they understand, and without questions that lead."
WITHIN_FAMILY = frozenset({"parent_or_carer", "partner", "other_family"})
STRENGTH: dict[TellState, int] = {"tell": 0, "ask_first": 1, "not_yet": 2}


@dataclass(frozen=True)
class _Verdict:
    state: TellState
    rule: TellingRule


def telling(known: Known, duties: tuple[Duty, ...]) -> tuple[Telling, ...]:
    """One entry a person: each family member (or the family as a whole), the young person, the person suspected."""
    rules = active_rules(known, duties)
    members = known.case.family or (FamilyMember(key=FAMILY, relation="Parents and carers"),)
    people = [_member(member, rules, known) for member in members]
    if any(child.months is None or child.months >= TALKS_FROM_MONTHS for child in known.case.children):
        people.append(_young_person(rules, known))
    if suspected := _suspected(rules, known):
        people.append(suspected)
    return tuple(people)


def active_rules(known: Known, duties: tuple[Duty, ...]) -> tuple[TellingRule, ...]:
    """Telling rules that this case switches on. What is only not sure switches a rule on as "ask first"."""
    ids = [sign.telling for sign, _ in known.yes_signs] + [duty.telling for duty in duties]
    if any(row.indicator.harm == "significant" and not row.indicator.duty for row in known.counted):
        ids.append(ASK_HOW_RULE)
    certain = _rules(ids, known)
    unsure = _rules([sign.telling for sign, _ in known.unsure_signs] + _unsure_row_rules(known), known)
    return certain + tuple(rule.model_copy(update={"effect": "ask_first"}) for rule in unsure if rule not in certain)


def _rules(ids: list[str], known: Known) -> tuple[TellingRule, ...]:
    found = (known.packs.telling(known.area_id, id_) for id_ in dict.fromkeys(ids) if id_)
    return tuple(rule for rule in found if rule)


def _unsure_row_rules(known: Known) -> list[str]:
    """Telling rules of the duties of rows and factors answered "not sure" or "not known"."""
    duties = [id_ for row in known.rows if row.answer != "yes" for id_ in row.indicator.duty]
    duties += [id_ for factor in known.unsure_factors for id_ in factor.duty]
    return [duty.telling for id_ in duties for duty in known.packs.duties(known.area_id, id_)]


def _member(member: FamilyMember, rules: tuple[TellingRule, ...], known: Known) -> Telling:
    verdicts = [verdict for rule in rules if (verdict := _verdict(rule, member, known))]
    if member.risk in ("yes", "not_sure") and (rule := known.packs.telling(known.area_id, RISK_RULE)):
        verdicts.append(_Verdict("not_yet" if member.risk == "yes" else "ask_first", rule))
    if verdicts:
        return _told(member.key, member.relation, max(verdicts, key=lambda verdict: STRENGTH[verdict.state]))
    unless = "; ".join(rule.unless for rule in rules if rule.unless)
    return _open(member.key, member.relation, known, unless)


def _verdict(rule: TellingRule, member: FamilyMember, known: Known) -> _Verdict | None:
    """What one rule says about one family member; None where it does not touch them."""
    if rule.scope == "family":
        return _Verdict(rule.effect, rule)
    source = known.case.source_of_harm
    if member.key in source.members:
        return _Verdict(rule.effect, rule)
    kinds = set(source.kinds)
    might_be = not kinds or "not_known" in kinds or bool(kinds & WITHIN_FAMILY and not source.members)
    if might_be and (unknown := known.packs.telling(known.area_id, SUSPECTED_UNKNOWN_RULE)):
        return _Verdict("ask_first", unknown)
    return _Verdict(rule.others, rule) if rule.others else None


def _told(person: str, name: str, verdict: _Verdict) -> Telling:
    rule = verdict.rule
    return Telling(
        person=person, name=name, state=verdict.state, why=rule.says, how=rule.unless, lifted_by=rule.lifted_by,
        source=rule.source,
    )


def _open(person: str, name: str, known: Known, how: str = "") -> Telling:
    rule = open_rule(known)
    return Telling(person=person, name=name, state="tell", why=rule.says, how=how, source=rule.source)


def open_rule(known: Known) -> ConsentRule:
    """The national rule to be open with the family unless there is a reason not to."""
    return next(rule for rule in known.packs.national.consent if rule.id == OPEN_RULE)


def _young_person(rules: tuple[TellingRule, ...], known: Known) -> Telling:
    """The young person: by their own risk first; then, where the whole family is not to know, ask first."""
    name = "The child or young person"
    risk = known.case.young_person.risk
    raised = known.packs.telling(known.area_id, RISK_RULE)
    if risk in ("yes", "not_sure") and raised:
        return _told(YOUNG_PERSON, name, _Verdict("not_yet" if risk == "yes" else "ask_first", raised))
    family_wide = next((rule for rule in rules if rule.scope == "family"), None)
    if family_wide:
        return _told(YOUNG_PERSON, name, _Verdict("ask_first", family_wide)).model_copy(update={"how": APART})
    return _open(YOUNG_PERSON, name, known, APART)


def _suspected(rules: tuple[TellingRule, ...], known: Known) -> Telling | None:
    """The person suspected, wherever a rule speaks of them or the user has named a kind of person."""
    kinds = set(known.case.source_of_harm.kinds) - {"nobody"}
    strict = [rule for rule in rules if rule.effect == "not_yet"] or list(rules)
    if strict:
        rule = strict[0]
        return _told(SUSPECTED, "The person who might be causing this", _Verdict(rule.effect, rule))
    outside = kinds - WITHIN_FAMILY - {"not_known"}
    rule_unknown = known.packs.telling(known.area_id, SUSPECTED_UNKNOWN_RULE)
    if outside and rule_unknown:
        return _told(SUSPECTED, "The person who might be causing this", _Verdict("ask_first", rule_unknown))
    return None
