"""Who in the family might be the one, for what one rule on telling is about.

One answer about who caused it is given for everything that was ticked. So it closes the question for a rule only where
the rule can be about such a person: what by its meaning happens at home is open until somebody there is named, and a
kind of person that was named without a member of that kind leaves open those in the family who fit it.
"""
from decision.case import Child, FamilyMember
from decision.conditions import may_meet
from decision.known import Known
from guidance.models import TellingRule
from guidance.vocabulary import CarerRole, HarmBy

WITHIN_FAMILY = frozenset({"parent_or_carer", "partner", "other_family"})
ROLE_OPEN: frozenset[CarerRole | None] = frozenset({None, "other", "not_known"})
RELATIVES: frozenset[CarerRole | None] = frozenset({"relative", "special_guardian", "connected_carer"})


def at_home(rule: TellingRule, known: Known) -> bool:
    """Whether what the rule is about happens at home, whoever is named: always, or for a child such as this one."""
    always = rule.at_home or rule.use == "harm_at_home"
    if always or rule.at_home_for is None:
        return always
    condition, children = rule.at_home_for, _about(rule, known)
    return not children or any(may_meet(condition, child, known) for child in children)


def might_be(rule: TellingRule, member: FamilyMember, known: Known, rules: tuple[TellingRule, ...]) -> bool:
    """Whether this family member could be the one: it is not known who it is, and the user has not ruled them out.

    Of abuse by the young person's own partner "a partner" means that one, and nobody at home is meant unless the user
    says so. `rules`: all that this case switches on.
    """
    source = known.case.source_of_harm
    kinds = set(source.kinds)
    if member.key in source.ruled_out:
        return False
    if "not_known" in kinds:
        return True
    within = kinds & WITHIN_FAMILY - ({"partner"} if rule.own_partner else set())
    if source.members:
        return any(_unnamed(kind, member, known) for kind in within)
    if rule.own_partner:
        return bool(within)
    if not kinds or (kinds == {"nobody"} and _by_somebody(known, rules)):
        return True
    return bool(within) or at_home(rule, known) or (kinds != {"nobody"} and kinds - {"nobody"} <= set(rule.not_by))


def _unnamed(kind: str, member: FamilyMember, known: Known) -> bool:
    """Whether this member fits a kind of person that was named, while nobody who was named fits it as well."""
    named = [one.role for one in known.case.family if one.key in known.case.source_of_harm.members]
    if any(_is(kind, role) for role in named):
        return False
    may_be_named = any(_may_be(kind, role) for role in named)
    return _is(kind, member.role) or (_may_be(kind, member.role) and not may_be_named)


def _is(kind: str, role: CarerRole | None) -> bool:
    """Whether somebody with this role is surely of the kind."""
    if kind == "partner":
        return role == "step_parent_or_partner"
    return role in RELATIVES if kind == "other_family" else role not in ROLE_OPEN


def _may_be(kind: str, role: CarerRole | None) -> bool:
    """Whether somebody with this role may be of the kind: a parent can be the other parent's partner."""
    return role in ROLE_OPEN or (kind == "partner" and role == "parent")


def _by_somebody(known: Known, rules: tuple[TellingRule, ...]) -> bool:
    """Whether what is so, or may be, is by its own rule on telling about somebody who did it.

    Then "nobody" closes nothing: a good explanation does not change what such a finding means, and each parent has to
    be ruled out by name and with the reason.
    """
    of_signs = (known.packs.telling(known.area_id, sign.telling)
                for sign, _ in (*known.yes_signs, *known.unsure_signs) if sign.telling)
    return any(rule is not None and rule.scope == "suspected" for rule in of_signs) or any(
        rule.scope == "suspected" and rule.use is None for rule in rules)


def _about(rule: TellingRule, known: Known) -> tuple[Child, ...]:
    """The children whom the signs and rows are about that switch a rule on; all where one names none."""
    said = [answer.about for sign, answer in (*known.yes_signs, *known.unsure_signs) if sign.telling == rule.id]
    said += [row.finding.about for row in known.rows
             if any(duty.telling == rule.id for id_ in row.indicator.duty
                    for duty in known.packs.duties(known.area_id, id_))]
    labels = tuple(label for about in said for label in about)
    return known.children(labels if all(said) else ())


def outside(kinds: tuple[HarmBy, ...]) -> bool:
    """Whether somebody outside the family was named."""
    return bool(set(kinds) - WITHIN_FAMILY - {"nobody", "not_known"})
