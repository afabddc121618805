"""What was said about the child's safety and about telling that no calm outcome may stand beside.

The child is with the person suspected, or not safe until the front door opens: talk today. Telling somebody would, or
may, raise the risk for anyone: talk it through, since a person whom it is not safe to tell is a worry of its own.
So is somebody in the family who is harmed too, or may be.
"""
from decision.case import Case
from decision.known import Known
from decision.result import Reason, ReasonKind
from guidance.vocabulary import Outcome
from guidance.words import say

SAFETY, UNANSWERED = "own_rule.safety_first", "own_rule.unknown_is_never_no"
"""Keys of places in our own rules."""
NOT_SAFE_NOW = ("doubt.with_suspected", "doubt.not_safe_until_open")


def danger_now(case: Case) -> str:
    """What was answered of danger now, in the words of the result and of every paper: a Yes, or that somebody is not
    sure, and then whether somebody safe has confirmed it. Empty after a No, and where nobody has answered.
    """
    if case.danger == "yes":
        return say("reason.danger")
    if case.danger == "not_sure":
        return say("reason.danger_child_safe" if case.confirmed_safe == "yes" else "reason.danger_not_sure")
    return ""


def unsafe_now(known: Known) -> tuple[str, ...]:
    """Keys of what was said of where the child is that cannot wait until tomorrow."""
    said = (known.case.where_now.with_whom == "person_suspected", known.case.safe_until_open in ("no", "not_sure"))
    return tuple(key for key, is_so in zip(NOT_SAFE_NOW, said, strict=True) if is_so)


def doubt_reasons(known: Known) -> tuple[Reason, ...]:
    """A reason for each of these that was said."""
    found = [_reason(known, "danger", key, "consult_today", SAFETY) for key in unsafe_now(known)]
    risks = {known.case.young_person.risk, *(member.risk for member in known.case.family)}
    if risks & {"yes", "not_sure"}:
        key = "doubt.telling_raises_risk" if "yes" in risks else "doubt.telling_may_raise_risk"
        found.append(_reason(known, "unsure", key, "consult", SAFETY if "yes" in risks else UNANSWERED))
    if {member.harmed for member in known.case.family} & {"yes", "not_sure"}:
        found.append(_reason(known, "unsure", "doubt.harmed_too", "consult", SAFETY))
    return tuple(found)


def _reason(known: Known, kind: ReasonKind, key: str, outcome: Outcome, where: str) -> Reason:
    return Reason(kind=kind, says=say(key), outcome=outcome, source=known.packs.national.own_rule(where))
