"""What was said about the child's safety and about telling that no calm outcome may stand beside.

The child is with the person suspected, or not safe until the front door opens: talk today. Telling somebody would, or
may, raise the risk for anyone: talk it through, since a person whom it is not safe to tell is a worry of its own.
"""
from decision.known import Known
from decision.result import Reason
from guidance.vocabulary import Outcome

SAFETY, UNANSWERED = "safety first", "unknown is never no"
"""Places in our own rules."""
NOT_SAFE_NOW: tuple[str, str] = ("The child is with somebody who might be causing this.",
                                 "You do not say that the child is safe until the front door opens.")


def unsafe_now(known: Known) -> tuple[str, ...]:
    """In words, what was said of where the child is that cannot wait until tomorrow."""
    said = (known.case.where_now.with_whom == "person_suspected", known.case.safe_until_open in ("no", "not_sure"))
    return tuple(words for words, is_so in zip(NOT_SAFE_NOW, said, strict=True) if is_so)


def doubt_reasons(known: Known) -> tuple[Reason, ...]:
    """A reason for each of these that was said."""
    found = [_reason(known, "danger", words, "consult_today", SAFETY) for words in unsafe_now(known)]
    risks = {known.case.young_person.risk, *(member.risk for member in known.case.family)}
    if risks & {"yes", "not_sure"}:
        words = ("Telling somebody would raise the risk for someone." if "yes" in risks else
                 "You are not sure whether telling somebody would raise the risk for someone.")
        found.append(_reason(known, "unsure", words, "consult", SAFETY if "yes" in risks else UNANSWERED))
    return tuple(found)


def _reason(known: Known, kind: str, says: str, outcome: Outcome, where: str) -> Reason:
    return Reason.model_validate({"kind": kind, "says": says, "outcome": outcome,
                                  "source": known.packs.national.own_rule(where)})
