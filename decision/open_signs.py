"""Signs that what was said asks about, and that nobody has answered: until somebody does, they count as open doubts."""
from typing import get_args

from decision.known import Known
from guidance.models import Sign
from guidance.vocabulary import SightFact

SIGHT_FACTS: tuple[SightFact, ...] = get_args(SightFact)


def changes_said(known: Known) -> frozenset[SightFact]:
    """The changes that take the child out of sight which are so, or of which the user is not sure."""
    return frozenset(field for field in SIGHT_FACTS if getattr(known.case.sight, field) in ("yes", "not_sure"))


def asked_first(known: Known) -> tuple[Sign, ...]:
    """Unanswered signs that a ticked row or factor, a mark on a certain place of the body, or a change asks about."""
    ids = {row.indicator.ask_first for row in known.yes_rows} | {factor.ask_first for factor in known.factors}
    seen = {place for finding in known.case.findings for place in finding.body}
    seen |= {place for _, answer in known.yes_signs for place in answer.body}
    changes = changes_said(known)
    return tuple(sign for sign in known.unanswered_signs
                 if sign.id in ids or seen & set(sign.body) or changes & set(sign.sight))
