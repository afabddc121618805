"""Which rule of the national pack comes before the levels for one child: by status, age, birth, or what was found."""
from collections.abc import Iterator
from typing import NamedTuple

from decision.case import Child
from decision.known import Known
from guidance.agreement import Ground, PathRule
from guidance.vocabulary import Outcome

MONTHS = 12


class Rests(NamedTuple):
    """What the result rests on: the one ground for the talk, the duties beside which nothing was found, and whether a
    refusal that counts stands, after which things got worse."""

    ground: Ground | None
    duties: frozenset[str]
    refused: bool = False


def first_path(child: Child | None, known: Known, result: Outcome, counted: bool, rests: Rests) -> PathRule | None:
    """The first rule that stands in the place of every other path of this child; None where the levels decide."""
    return next((rule for rule in known.packs.national.path_rules if rule.instead_of == "every_path"
                 and (not rule.outcomes or result in rule.outcomes)
                 and (rule.ground is None or rule.ground == rests.ground)
                 and (not rule.duties or bool(set(rule.duties) & rests.duties))
                 and (rule.worse_since_refusal is None or rule.worse_since_refusal == rests.refused)
                 and (rule.counted is None or rule.counted == counted) and _is(rule, child, known)), None)


def about_agreement(child: Child | None, known: Known) -> PathRule | None:
    """The rule on whose agreement counts for this child, where it is not simply that of those who hold it."""
    return next((rule for rule in known.packs.national.path_rules if rule.instead_of == "who_agrees"
                 and _is(rule, child, known)), None)


def step_up(known: Known) -> PathRule | None:
    """The rule for help that was tried without change: it is not begun anew, and the next step is more than that."""
    return next((rule for rule in _early(known) if rule.tried and _is(rule, None, known)), None)


def review(child: Child | None, known: Known) -> PathRule | None:
    """The rule for a child who has early help already, whose plan is looked at again."""
    return next((rule for rule in _early(known) if rule.tried is None and _is(rule, child, known)), None)


def _early(known: Known) -> Iterator[PathRule]:
    """The rules that stand in the place of early help begun anew."""
    return (rule for rule in known.packs.national.path_rules if rule.instead_of == "early_help")


def _is(rule: PathRule, child: Child | None, known: Known) -> bool:
    """Whether every field of a rule that is about a child, or about help so far, is met. Unknown meets none."""
    if rule.tried is not None and rule.tried != tried_without_change(known):
        return False
    if rule.understands is not None and rule.understands != understands(child, known):
        return False
    asks = (rule.statuses, rule.cared_for_by, rule.from_years, rule.under_years, rule.unborn)
    return not any(asks) or (child is not None and _child_is(rule, child))


def _child_is(rule: PathRule, child: Child) -> bool:
    if rule.unborn is not None and rule.unborn != child.unborn:
        return False
    if rule.statuses and not set(rule.statuses) & set(child.status):
        return False
    if rule.cared_for_by and child.cared_for_by not in rule.cared_for_by:
        return False
    if rule.from_years is None and rule.under_years is None:
        return True
    if child.unborn or child.months is None:
        return False
    old = child.months >= MONTHS * (rule.from_years or 0)
    return old and (rule.under_years is None or child.months < MONTHS * rule.under_years)


def tried_without_change(known: Known) -> bool:
    """Whether early help was tried and did not change enough."""
    history = known.case.history
    return history.help_tried == "yes" and history.changed in ("no", "some")


def worse_since_refusal(known: Known) -> bool:
    """Whether somebody in the family, or the young person, refused help, and things are worse since. Whether that no
    counts is another question (`decision/then.py`)."""
    said = (*(member.agrees for member in known.case.family), known.case.young_person.agrees)
    return "refuses" in said and known.case.history.worse_since_refusal == "yes"


def understands(child: Child | None, known: Known) -> bool:
    """Whether it is said that this young person understands the decision; of one of several children it is not known
    who is meant."""
    alone = sum(not one.unborn for one in known.case.children) <= 1
    return child is not None and alone and known.case.young_person.understanding == "understands"


def decides_alone(child: Child | None, known: Known) -> bool:
    """Whether a rule has this child or adult agree for themselves by their age, so that they are presumed able to."""
    return child is not None and any(
        rule.who == "young_person" and rule.from_years is not None and _child_is(rule, child)
        for rule in known.packs.national.path_rules)


def help_is_there(known: Known) -> bool:
    """Whether help was tried without change, or each child has somebody who leads help: nothing begins anew."""
    children = known.case.children
    return step_up(known) is not None or (bool(children) and all(
        review(child, known) or _has_worker(child, known) for child in children))


def _has_worker(child: Child, known: Known) -> bool:
    """Whether the first rule that is about this child alone has a social worker ask."""
    rule = next((rule for rule in known.packs.national.path_rules if rule.instead_of == "every_path"
                 and not rule.outcomes and (rule.statuses or rule.from_years) and _child_is(rule, child)), None)
    return rule is not None and rule.who == "worker"
