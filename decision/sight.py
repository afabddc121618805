"""A child who is going out of sight: taken out of school, moving away, no longer seen by a service, not brought.

Each is lawful and ordinary by itself. Beside harm, an injury, a social worker or an earlier referral it cannot wait:
the people who would notice are the ones who are lost (practice rule 18).
"""
from decision.harm import of_harm
from decision.known import Known
from decision.open_signs import changes_said
from decision.result import Reason
from guidance.vocabulary import Outcome, SightFact

OUT_OF_SIGHT: dict[SightFact, str] = {
    "home_education": "The child is taken out of school, or may be, to be taught at home.",
    "off_roll": "The child leaves the school’s roll, or may.",
    "moves": "The family moves away, or may.",
    "appointments_end": "A service that saw the child stops, or may.",
    "not_brought": "The child is not brought to appointments, or treatment is given late or not at all.",
}
"""Field of `Sight` → what it says of the child."""
RULE = "a child who goes out of sight"
"""The place in our own rules."""


def sight_reasons(known: Known) -> tuple[Reason, ...]:
    """One reason for each change that is so or not sure, as urgent as what stands beside it asks for."""
    said = changes_said(known)
    outcome = _beside(known) if said else None
    if outcome is None:
        return ()
    why = "Beside what else you told us, the people who would notice are the ones who are lost."
    return tuple(
        Reason(kind="sight", id=field, says=OUT_OF_SIGHT[field], why=why, outcome=outcome,
               source=known.packs.national.own_rule(RULE))
        for field in OUT_OF_SIGHT if field in said
    )


def _beside(known: Known) -> Outcome | None:
    """Today beside anything of harm, which a change beside a mark, a social worker or an earlier injury is by itself; a
    talk beside a need; or None."""
    if of_harm(known, ()):
        return "consult_today"
    if known.counted or known.case.other_worry or known.case.history.earlier_concerns == "yes":
        return "consult"
    return None
