"""What is *of harm*: findings beside which a person named as suspected is never simply told (design/2, statement 0).

By data, not by name: every sign; every row that states significant harm, or that asks for a talk today or more; every
duty that has a telling rule, unless that rule only keeps a young person's confidence or only speaks of somebody whom
the user suspects; a worry in the user's own words, unless they say that no harm could come before anyone acts; a child
who is with the person suspected or not safe until the front door opens; a view that 999 should be rung; a sign that
what was ticked asks about and nobody has answered; and a change that takes the child out of sight beside a mark, an
open case, or an earlier injury or referral.
Ordinary neglect is none of these, or nobody could be asked to agree to help. Yes and not sure count, and a sign that is
not known; a row or factor that is not known is a gap, since one tick says it of every other row of a page.
"""
from decision.doubts import unsafe_now
from decision.known import Known, Row, open_case
from decision.open_signs import asked_first, changes_said
from guidance.models import Duty, Factor, Indicator, TellingRule
from guidance.vocabulary import OUTCOMES, Outcome, Ring

TODAY: Outcome = "consult_today"
HOME_RINGS: tuple[Ring, ...] = ("parenting", "family")


def of_harm(known: Known, duties: tuple[Duty, ...]) -> bool:
    """Whether anything of harm is yes or not sure. `duties`: entries of the duties met or in doubt."""
    case = known.case
    return bool(
        known.yes_signs or known.unsure_signs or known.unsure_groups or known.unread
        or case.danger in ("yes", "not_sure")
        or (case.other_worry and case.harm_before_next != "no")
        or case.own_view == "call_999" or unsafe_now(known)
        or rows_of_harm(known) or any(item_of_harm(factor) for factor in (*known.factors, *known.unsure_factors))
        or asked_first(known) or _going_out_of_sight(known)
        or any(_tells_of_harm(duty, known) for duty in duties)
    )


def _tells_of_harm(duty: Duty, known: Known) -> bool:
    """Whether a duty's telling rule says that there may be harm. A rule that no pack has counts as one."""
    if not duty.telling:
        return False
    rule = known.packs.telling(known.area_id, duty.telling)
    return rule is None or not (rule.confidence or rule.named_only)


def _going_out_of_sight(known: Known) -> bool:
    """Whether the child goes out of sight beside what makes that urgent."""
    return bool(changes_said(known)) and makes_a_change_urgent(known)


def makes_a_change_urgent(known: Known) -> bool:
    """Whether there is a mark, an open case, or an earlier injury or referral."""
    history = known.case.history
    marked = any(finding.body for finding in known.case.findings)
    return marked or "yes" in (history.earlier_referral, history.earlier_injury) or open_case(known)


def rows_of_harm(known: Known) -> tuple[Row, ...]:
    """The rows that are so, or not sure, and that are of harm by themselves."""
    return tuple(row for row in known.rows if row.answer != "not_known" and item_of_harm(row.indicator))


def of_the_home(known: Known) -> bool:
    """Whether a row of harm stands in the part of the document about the care that the child gets, or the home.

    Then it cannot be about somebody online, another child or a stranger alone, whatever was said of other findings.
    """
    return any(row.indicator.ring in HOME_RINGS or row.indicator.at_home for row in rows_of_harm(known))


def item_of_harm(item: Indicator | Factor) -> bool:
    """Whether a row or factor is of harm by itself: it states significant harm, or asks for a talk today or more."""
    today = item.at_least is not None and OUTCOMES.index(item.at_least) >= OUTCOMES.index(TODAY)
    return today or (isinstance(item, Indicator) and item.harm == "significant")


def body_rules(known: Known) -> tuple[TellingRule, ...]:
    """The telling rules that a mark on a certain place of the body switches on."""
    case = known.case
    seen = {place for finding in case.findings for place in finding.body}
    seen |= {place for _, answer in (*known.yes_signs, *known.unsure_signs) for place in answer.body}
    if not seen:
        return ()
    found = (known.packs.telling(known.area_id, rule.id) or rule for rule in known.packs.national.telling
             if seen & set(rule.body))
    return tuple(found)
