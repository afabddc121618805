"""A child who is going out of sight: taken out of school, moving away, no longer seen by a service, not brought.

Each is lawful and ordinary by itself. Beside harm, an injury, a social worker or an earlier referral it cannot wait:
the people who would notice are the ones who are lost (practice rule 18). What is not known is never taken for "no":
then it is talked through, and looked up in one's own records.
"""
from decision.harm import makes_a_change_urgent, of_harm
from decision.known import Known
from decision.open_signs import changes_said
from decision.result import Gap, Reason
from guidance.vocabulary import Outcome, SightFact
from guidance.words import say
from guidance.words.forms import apart, following

OUT_OF_SIGHT: tuple[SightFact, ...] = ("home_education", "off_roll", "moves", "appointments_end", "not_brought")
"""Fields of `Sight`, each with a sentence on what it says of the child."""
RULE = "own_rule.out_of_sight"
"""Key of the place in our own rules."""
YOUR_RECORDS = "sight.your_records"
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
    return tuple(Gap(kind="unanswered", id=id_,
                     says=following(say("gap.not_answered", what=say(f"sight.open.{id_}")), say(YOUR_RECORDS)))
                 for id_ in _open_facts(known))


def _change(field: SightFact, known: Known) -> Reason | None:
    """A change that is not known asks for a talk where a yes would ask for that or more."""
    said = field in changes_said(known)
    outcome = _beside(known) if said or field in _not_known(known) else None
    if outcome is None:
        return None
    change = say(f"sight.{field}")
    left = apart(say(f"sight.open.{id_}") for id_ in _open_facts(known)) if outcome == "consult" else ""
    why = following(say("sight.not_known_yet", facts=left), say(YOUR_RECORDS)) if left else say("sight.why")
    return Reason(kind="sight", id=field, says=change if said else say("sight.not_known", change=change),
                  why=why, outcome=outcome if said else "consult", source=known.packs.national.own_rule(RULE))


def _not_known(known: Known) -> frozenset[SightFact]:
    """The changes of which the user says that they do not know."""
    return frozenset(field for field in OUT_OF_SIGHT if getattr(known.case.sight, field) == "not_known")


def _never_answered(known: Known) -> tuple[Reason, ...]:
    """An earlier referral that nobody answered, or whose answer is not known: somebody asks after it, by itself too."""
    history = known.case.history
    if history.earlier_referral != "yes" or history.earlier_referral_answer not in UNANSWERED_REFERRAL:
        return ()
    return (Reason(kind="sight", id="earlier_referral", outcome="consult", says=say("sight.earlier_referral"),
                   why=following(say("sight.find_out"), say(YOUR_RECORDS)),
                   source=known.packs.national.own_rule(RULE)),)


def _beside(known: Known) -> Outcome | None:
    """Today beside anything of harm, a mark, a social worker, an earlier injury or referral; a talk beside a need, or
    while one of the facts that make it urgent is not known; or None.
    """
    if of_harm(known, ()) or makes_a_change_urgent(known):
        return "consult_today"
    history = known.case.history
    if known.counted or known.case.other_worry or history.earlier_concerns == "yes" or _open_facts(known):
        return "consult"
    return None


def _open_facts(known: Known) -> tuple[str, ...]:
    """The facts that make a change urgent and that nobody has answered or knows, each with its words."""
    history, children = known.case.history, known.case.children
    answered = {
        "earlier_referral": history.earlier_referral in ("yes", "no"),
        "earlier_injury": history.earlier_injury in ("yes", "no"),
        "status": bool(children) and all(child.status and "not_known" not in child.status for child in children),
    }
    return tuple(id_ for id_, is_known in answered.items() if not is_known)
