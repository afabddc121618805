"""A child who is going out of sight: taken out of school, moving away, no longer seen by a service, not brought.

Each is lawful and ordinary by itself. Beside harm, an injury, a social worker or an earlier referral it cannot wait:
the people who would notice are the ones who are lost (practice rule 18). What is not known is never taken for "no":
then it is talked through, and looked up in one's own records.
"""
from decision.harm import of_harm
from decision.known import Known
from decision.open_signs import changes_said
from decision.result import Gap, Reason
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
YOUR_RECORDS = "Look only in your own records, or ask a colleague. Do not ask the child."
UNANSWERED_REFERRAL = ("no_answer", "not_known", None)
"""Answers to an earlier referral after which nobody may have looked at it."""


def sight_reasons(known: Known) -> tuple[Reason, ...]:
    """One reason for each change that is so or may be, as urgent as what stands beside it asks for.

    And one for an earlier referral of which it is not known that anybody answered it.
    """
    found = tuple(_change(field, known) for field in OUT_OF_SIGHT)
    return (*(reason for reason in found if reason), *_never_answered(known))


def sight_gaps(known: Known) -> tuple[Gap, ...]:
    """What is to be looked up beside a change, because the answer would make it urgent."""
    if not (changes_said(known) or _not_known(known)):
        return ()
    return tuple(Gap(kind="unanswered", id=id_, says=f"Not answered: {words}. {YOUR_RECORDS}")
                 for id_, words in _open_facts(known).items())


def _change(field: SightFact, known: Known) -> Reason | None:
    """A change that is not known asks for a talk where a yes would ask for that or more."""
    said = field in changes_said(known)
    outcome = _beside(known) if said or field in _not_known(known) else None
    if outcome is None:
        return None
    why = "Beside what else you told us, the people who would notice are the ones who are lost."
    if outcome == "consult" and _open_facts(known):
        why = f"Not known yet: {'; '.join(_open_facts(known).values())}. {YOUR_RECORDS}"
    return Reason(kind="sight", id=field, says=OUT_OF_SIGHT[field] if said else f"Not known: {OUT_OF_SIGHT[field]}",
                  why=why, outcome=outcome if said else "consult", source=known.packs.national.own_rule(RULE))


def _not_known(known: Known) -> frozenset[SightFact]:
    """The changes of which the user says that they do not know."""
    return frozenset(field for field in OUT_OF_SIGHT if getattr(known.case.sight, field) == "not_known")


def _never_answered(known: Known) -> tuple[Reason, ...]:
    """An earlier referral that nobody answered, or whose answer is not known: somebody asks after it, by itself too."""
    history = known.case.history
    if history.earlier_referral != "yes" or history.earlier_referral_answer not in UNANSWERED_REFERRAL:
        return ()
    why = f"Unknown is never no: find out what was answered. {YOUR_RECORDS}"
    return (Reason(kind="sight", id="earlier_referral", outcome="consult",
                   says="Somebody asked children’s services about this child before, and no answer is known.",
                   why=why, source=known.packs.national.own_rule(RULE)),)


def _beside(known: Known) -> Outcome | None:
    """Today beside anything of harm, which a change beside a mark, a social worker or an earlier injury is by itself; a
    talk beside a need, or while one of the facts that make it urgent is not known; or None.
    """
    if of_harm(known, ()):
        return "consult_today"
    history = known.case.history
    if known.counted or known.case.other_worry or history.earlier_concerns == "yes" or _open_facts(known):
        return "consult"
    return None


def _open_facts(known: Known) -> dict[str, str]:
    """The facts that make a change urgent and that nobody has answered or knows, in words."""
    history, children = known.case.history, known.case.children
    asked = {
        "earlier_referral": (history.earlier_referral in ("yes", "no"),
                             "whether anybody has asked children’s services about this child before"),
        "earlier_injury": (history.earlier_injury in ("yes", "no"),
                           "whether there was an earlier injury or mark that worried somebody"),
        "status": (bool(children) and all(child.status and "not_known" not in child.status for child in children),
                   "whether a child here has a social worker or a plan, or is looked after"),
    }
    return {id_: words for id_, (answered, words) in asked.items() if not answered}
