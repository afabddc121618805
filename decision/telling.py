"""Telling, person by person: tell, ask first, or not yet. The strictest rule that touches a person wins.

These hold by construction, whatever the packs leave out (design/2, statements 0 and 6):

* while anything *of harm* (`decision/harm.py`) is yes or not sure, a person named as suspected is never `tell`;
* while it is not known who caused it, no parent or carer is `tell` but those whom the user has ruled out;
* what by its rule, or by the part of the document in which it stands, happens at home leaves no parent or carer `tell`
  whoever is named outside it, but those ruled out (`decision/suspects.py`);
* no softening clause ("a parent who is plainly not part of it may be told") where nobody in the family is `tell`;
* the child or young person is never plainly told where nobody in the family is, nor, below the age that the pack gives,
  where somebody at home may be dangerous; and their row has words of its own, never the family's;
* somebody who is harmed too, or may be, is asked about first: how to speak with them alone and safely. It says nothing
  of who the cause is, and makes nobody else `tell`;
* what is kept for the young person's own sake (`confidence`) is never kept from the young person.
"""
from dataclasses import dataclass

from decision.carers import beside_suspected
from decision.case import Child, FamilyMember
from decision.duties import doubtful
from decision.harm import body_rules, of_harm, of_the_home
from decision.known import Known
from decision.result import Telling, TellState
from decision.sign_groups import answers
from decision.suspects import WITHIN_FAMILY, at_home, might_be, outside
from decision.whose_answer import whose_answer
from guidance.models import Duty, TellingRule
from guidance.vocabulary import TellingUse
from guidance.words import say
from guidance.words.forms import apart, following

FAMILY = "family"
YOUNG_PERSON = "young_person"
SUSPECTED = "suspected"
TALKS_FROM_MONTHS = 24
"""Below this age "tell the child" makes no sense on a screen; it is wording, not a threshold."""
WHOLE_FAMILY = FamilyMember(key=FAMILY, relation=FAMILY)
"""Stands where nobody of the family was named."""
STRENGTH: dict[TellState, int] = {"tell": 0, "ask_first": 1, "not_yet": 2}


def talks(child: Child) -> bool:
    """Whether a child may be old enough to say what they think; so may one whose age is not known."""
    return child.months is None or child.months >= TALKS_FROM_MONTHS


@dataclass(frozen=True)
class _Verdict:
    """`says`: the reason in words about this person, where the rule's own words are about somebody else."""

    state: TellState
    rule: TellingRule
    says: str = ""


def find_telling(known: Known, duties: tuple[Duty, ...]) -> tuple[Telling, ...]:
    """One entry a person: each family member (or the family as a whole), the young person, the person suspected."""
    rules = active_rules(known, duties)
    members = known.case.family or (WHOLE_FAMILY,)
    people = [_asked_of(member, _member(member, rules, known)) for member in members]
    some_told = any(person.state == "tell" for person in people)
    open_to_them = some_told or any(in_confidence(person, known) for person in people)
    rules = tuple(rule for rule in rules if not rule.confidence)
    children = known.case.children
    if not children or any(map(talks, children)):
        people.append(_who_knows(_young_person(rules, open_to_them, known), known))
    if suspected := _suspected(rules, some_told, known):
        people.append(suspected)
    return tuple(people)


def somebody_told(people: tuple[Telling, ...]) -> bool:
    """Whether anybody in the family may simply be told. Where nobody may, nothing prompts to tell or to ask them."""
    return any(item.state == "tell" for item in people if item.person not in (YOUNG_PERSON, SUSPECTED))


def in_confidence(person: Telling, known: Known) -> bool:
    """Whether somebody is asked about first only because the young person decides who knows."""
    rule = known.packs.telling(known.area_id, person.rule)
    return person.state == "ask_first" and rule is not None and rule.confidence


def active_rules(known: Known, duties: tuple[Duty, ...]) -> tuple[TellingRule, ...]:
    """Telling rules that this case switches on, those of single findings first. What is only not sure asks first.

    Where anything is of harm and no rule speaks of the person suspected, the rule for harm does: missing data never
    leaves a suspected person without one.
    """
    ids = [sign.telling for sign, _ in known.yes_signs] + [duty.telling for duty in duties]
    doubted = doubtful(known)
    certain = _rules(ids, known) + body_rules(known)
    unsure = _rules([sign.telling for sign, _ in known.unsure_signs] + [duty.telling for duty in doubted]
                    + _of_unsure_groups(known), known)
    rules = certain + tuple(
        rule.but(effect="ask_first") for rule in unsure if rule not in certain)
    if known.unread_signs:
        rules = (*rules, _doing(known, "unread"))
    harm = of_harm(known, (*duties, *doubted)) or _danger_beside_named(known)
    if harm and not any(rule.scope == "suspected" and not rule.named_only for rule in rules):
        rules = (*rules, _doing(known, "harm"))
    if of_the_home(known) and not any(rule.at_home for rule in rules):
        rules = (*rules, _doing(known, "harm_at_home"))
    return rules if _suspects_at_home(known) else tuple(rule for rule in rules if not rule.named_only)


def _of_unsure_groups(known: Known) -> list[str]:
    """The telling rules of the signs in a group that somebody was not sure about as a whole, without an answer of their
    own: one of them may be so."""
    groups, said = set(known.case.signs_unsure), answers(known.case)
    return [sign.telling for sign in known.packs.signs(known.area_id) if sign.group in groups and sign.id not in said]


def _suspects_at_home(known: Known) -> bool:
    """Whether the user suspects somebody in the family, named or not."""
    source = known.case.source_of_harm
    return bool(source.members or set(source.kinds) & WITHIN_FAMILY)


def _danger_beside_named(known: Known) -> bool:
    """Whether somebody is named, and telling somebody in the family would raise the risk, or one of them is harmed."""
    return bool(known.case.source_of_harm.members) and any(
        member.risk == "yes" or member.harmed == "yes" for member in known.case.family)


def _rules(ids: list[str], known: Known) -> tuple[TellingRule, ...]:
    found = (known.packs.telling(known.area_id, id_) for id_ in dict.fromkeys(ids) if id_)
    return tuple(rule for rule in found if rule)


def _doing(known: Known, use: TellingUse) -> TellingRule:
    """The rule that does a job, in the area's own words where it has some."""
    national = known.packs.national.telling_for(use)
    return known.packs.telling(known.area_id, national.id) or national


def _member(member: FamilyMember, rules: tuple[TellingRule, ...], known: Known) -> Telling:
    name = say("telling.whole_family") if member is WHOLE_FAMILY else member.relation
    verdicts = [verdict for rule in rules if (verdict := _verdict(rule, member, known, rules))]
    if member.risk in ("yes", "not_sure"):
        verdicts.append(_Verdict("not_yet" if member.risk == "yes" else "ask_first", _doing(known, "risk_raised")))
    if member.harmed in ("yes", "not_sure"):
        verdicts.append(_Verdict("ask_first", _doing(known, "risk_raised"), say("telling.harmed_too")))
    if verdicts:
        strictest = max(verdicts, key=lambda verdict: (STRENGTH[verdict.state], not verdict.rule.confidence))
        asked = strictest.rule.scope == "family" and strictest.state == "ask_first"
        how = strictest.rule.unless if asked and member.key not in known.case.source_of_harm.members else ""
        return _told(member.key, name, strictest, how)
    return _open(member.key, name, known, apart(rule.unless for rule in rules if rule.unless))


def _asked_of(member: FamilyMember, person: Telling) -> Telling:
    """The same, marked where nobody has said whether telling them would raise the risk, and where they know already."""
    marks = {"risk_open": member.risk is None, "knows": member.told == "yes"}
    changed = {mark: True for mark, is_so in marks.items() if is_so}
    return person.but(**changed) if changed else person


def _verdict(rule: TellingRule, member: FamilyMember, known: Known, rules: tuple[TellingRule, ...]) -> _Verdict | None:
    """What one rule says about one family member; None where it does not touch them."""
    if rule.scope == "family":
        return _Verdict(rule.effect, rule)
    if member.key in known.case.source_of_harm.members:
        return _Verdict(rule.effect, rule)
    if beside_suspected(member, known):
        return _Verdict("ask_first", _doing(known, "harm"))
    if might_be(rule, member, known, rules):
        return _Verdict("ask_first", _doing(known, "source_unknown"),
                        say("telling.nobody_said") if _nobody_said(known) else "")
    return _Verdict(rule.others, rule, rule.others_says) if rule.others else None


def _nobody_said(known: Known) -> bool:
    """Whether it was answered that nobody caused this, and that alone: where somebody might have all the same, because
    of what else is so, that answer is named and clears nobody."""
    return set(known.case.source_of_harm.kinds) == {"nobody"} and not known.case.source_of_harm.members


def _told(person: str, name: str, verdict: _Verdict, how: str = "") -> Telling:
    rule = verdict.rule
    return Telling(person=person, name=name, state=verdict.state, rule=rule.id, why=verdict.says or rule.says, how=how,
                   lifted_by=rule.lifted_by, source=rule.source)


def _open(person: str, name: str, known: Known, how: str = "") -> Telling:
    rule = known.packs.national.consent_for("be_open")
    return Telling(person=person, name=name, state="tell", rule=rule.id, why=rule.says, how=how, source=rule.source)


def _young_person(rules: tuple[TellingRule, ...], open_to_them: bool, known: Known) -> Telling:
    """The child or young person: by their own risk; then as the family is told; then by age and who is dangerous."""
    name = say("telling.young_person")
    risk = known.case.young_person.risk
    if risk in ("yes", "not_sure"):
        return _told(YOUNG_PERSON, name,
                     _Verdict("not_yet" if risk == "yes" else "ask_first", _doing(known, "risk_raised")))
    small = _doing(known, "small_child")
    rule = None
    if not open_to_them or any(one.scope == "family" for one in rules):
        rule = _doing(known, "child_beside_family")
    elif _danger_at_home(rules, known) and _somebody_under(small, known):
        rule = small
    if rule is None:
        return _open(YOUNG_PERSON, name, known, say("telling.apart"))
    how = following(rule.unless, say("telling.apart"))
    return _told(YOUNG_PERSON, name, _Verdict("ask_first", rule), how)


def _who_knows(person: Telling, known: Known) -> Telling:
    """The entry of the children, marked where it was answered that they know; of several, with whose answer it can be.
    """
    if known.case.young_person.told != "yes":
        return person
    whose = whose_answer(known)
    if not whose:
        return person.but(knows=True)
    return person.but(how=following(say("telling.one_knows", child=whose), person.how))


def _danger_at_home(rules: tuple[TellingRule, ...], known: Known) -> bool:
    """Whether the person who may be dangerous may live with the child, or be heard by them at home; or whether telling
    somebody in the family may raise the risk, or somebody there may be harmed too."""
    if any({member.risk, member.harmed} & {"yes", "not_sure"} for member in known.case.family):
        return True
    kinds = set(known.case.source_of_harm.kinds)
    open_question = not kinds or "not_known" in kinds or bool(known.case.source_of_harm.members)
    return bool(rules) and (
        open_question or bool(kinds & WITHIN_FAMILY) or any(at_home(rule, known) for rule in rules))


def _somebody_under(rule: TellingRule, known: Known) -> bool:
    """Whether a child who talks is below the rule's age; where no child was described the age is not known."""
    return not known.case.children or any(_under(rule, child) for child in known.case.children)


def _under(rule: TellingRule, child: Child) -> bool:
    """Whether a child who talks is below the rule's age; an age not known counts as below."""
    if child.months is None:
        return True
    return TALKS_FROM_MONTHS <= child.months < 12 * (rule.under_years or 0)


def _suspected(rules: tuple[TellingRule, ...], some_told: bool, known: Known) -> Telling | None:
    """The person suspected, wherever a rule is switched on or the user has named somebody outside the family; beside
    somebody of the family who is named, whoever else it may be."""
    rule = next((one for one in rules if one.effect == "not_yet"), rules[0] if rules else None)
    if rule is None and outside(known.case.source_of_harm.kinds):
        rule = _doing(known, "harm")
    if rule is None:
        return None
    softened = rule.unless if some_told else ""
    name = say("telling.suspected_too" if known.case.source_of_harm.members else
               "telling.suspected_after_all" if _nobody_said(known) else "telling.suspected")
    return _told(SUSPECTED, name, _Verdict(rule.effect, rule), softened)
