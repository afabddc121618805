"""What "not sure" and "not known" about a statement ask for, and what is said of a suspicion that cannot be proved.

Not sure about significant harm: today, whatever the reason; only a suspicion that cannot be proved counts as yes, and
that is read in `decision/known.py`. Not sure about anything else that would count: talk it through.
"""
from decision.basis import without_basis
from decision.case import ONE_OF, Finding, SignAnswer
from decision.duties import may_ask_for
from decision.known import Known, Row, matters, unproved
from decision.result import Reason
from decision.sign_groups import asked_for, would_be_less, would_be_more
from guidance.models import Factor
from guidance.vocabulary import OUTCOMES, Outcome
from guidance.words import key_of, say
from guidance.words.forms import any_of, following, pieces

UNANSWERED = "own_rule.unknown_is_never_no"
"""Key of the place in our own rules."""
SUSPECTED = "unsure.suspected"
NOT_SURE: dict[str | None, str] = {
    None: "unsure.not_sure", "do_not_understand": "unsure.not_understood", "could_not_find_out": "unsure.not_for_you",
    "cannot_prove": SUSPECTED, ONE_OF: "unsure.not_sure",
}
NOT_KNOWN, SIGN_NOT_SURE = "unsure.not_known", "unsure.sign"
DOUBTS = frozenset((*NOT_SURE.values(), NOT_KNOWN, SIGN_NOT_SURE))
"""Keys of the sentences that say that something is a suspicion or a doubt."""


def suspected(given: SignAnswer | Finding, why: str) -> str:
    """Why an answer counts, after a sentence that says so where the user suspects it and cannot prove it."""
    return following(say(SUSPECTED), why) if unproved(given) else why


def finding_of(factor: Factor, known: Known) -> Finding:
    """What was said of a factor; a plain yes where it was only ticked."""
    return next((finding for finding in known.case.findings if finding.id == factor.id), Finding(id=factor.id))


def in_doubt(reason: Reason) -> str:
    """The sentence that says that a reason is a suspicion or a doubt; empty where it is a plain answer."""
    first = pieces(reason.why)[0]
    return first if key_of(first) in DOUBTS else ""


def unsure_reasons(known: Known) -> tuple[Reason, ...]:
    """A reason for each statement and factor that is not sure or not known and would count, and for whole pages.

    A whole group of signs in doubt is as urgent as one of its signs in doubt.

    A suspicion that cannot be proved counts as yes. Where "not sure" would be talked through, it is talked through as
    well: of a need a yes may ask for less, and a reason for a doubt never makes the answer calmer. So it is with a yes
    that was to settle a doubt and rests on nobody's knowledge.
    """
    baseless = without_basis(known.case, known.area, "yes")
    suspicions = {finding.id for finding in known.case.findings if unproved(finding)}
    rows = tuple(_row(row, known) for row in known.rows if matters(row.indicator, known.packs, known.area_id)
                 and (row.answer != "yes" or row.indicator.id in suspicions | baseless))
    suspected_factors = tuple(factor for factor in known.factors if factor.id in suspicions)
    factors = tuple(_factor(factor, asked, known) for factor in (*known.unsure_factors, *known.unknown_factors,
                                                                 *suspected_factors)
                    if (asked := may_ask_for(factor, (), known)))
    found = tuple(reason for reason in rows + factors if reason.id not in suspicions or reason.outcome == "consult")
    found += tuple(_some_of(group, known) for group in known.some_of)
    found += tuple(_group_in_doubt(group, known) for group in known.unsure_groups)
    if not (set(known.case.signs_unsure) - set(known.unsure_groups) or known.case.unsure_topics):
        return found
    return (*found, Reason(kind="unsure", says=say("unsure.page"),
                           outcome="consult", source=known.packs.national.own_rule(UNANSWERED)))


def _some_of(group: str, known: Known) -> Reason:
    """What a Yes to a group of signs asks for while it does not say which of them is so."""
    name = known.packs.national.sign_group.get(group)
    return Reason(
        kind="sign", id=group, says=say("unsure.some_of", group=name.name) if name else say("unsure.some_signs"),
        why=following(*some_of_doubts(group, known), say("unsure.some_of_why")),
        outcome=asked_for(group, known.packs.signs(known.area_id), known.case),
        source=known.packs.national.own_rule(UNANSWERED))


def group_in_doubt(group: str, known: Known) -> str:
    """In a sentence, that the user is not sure about a group of signs, by its name where a pack has it."""
    name = known.packs.national.sign_group.get(group)
    return say("unsure.group", group=name.name) if name else say("unsure.group_gone")


def _group_in_doubt(group: str, known: Known) -> Reason:
    """What a whole group of signs in doubt asks for: the same as one of its signs in doubt."""
    return Reason(kind="sign", id=group, says=group_in_doubt(group, known), why=say(SIGN_NOT_SURE),
                  outcome="consult_today", source=known.packs.national.own_rule(UNANSWERED))


def some_of_doubts(group: str, known: Known) -> tuple[str, ...]:
    """In a line, which of the signs of which one is so would change what is asked for: those that are a 999 call, and
    the few that could be a talk today."""
    signs = known.packs.signs(known.area_id)
    said = {"unsure.some_of_999": would_be_more(group, signs, known.case),
            "unsure.some_of_talk": would_be_less(group, signs, known.case)}
    return tuple(say(key, signs=any_of(sign.in_short for sign in found)) for key, found in said.items() if found)


def _row(row: Row, known: Known) -> Reason:
    """What a row asks for that is not known or, with or without a suspicion, not sure."""
    acting = known.area.acting if known.area else 0
    not_sure = row.answer != "not_known"
    harm = not_sure and row.indicator.harm == "significant" and row.order == acting
    asked = "consult_today" if harm else _outcome(may_ask_for(row.indicator, known.meant(row), known), not_sure)
    return Reason(
        kind="unsure", id=row.indicator.id, says=row.indicator.says, about=row.finding.about,
        why=say(NOT_SURE[row.finding.why] if not_sure else NOT_KNOWN), outcome=asked, source=row.indicator.source,
    )


def _factor(factor: Factor, asked: Outcome, known: Known) -> Reason:
    not_sure = factor not in known.unknown_factors
    why = say(NOT_SURE[finding_of(factor, known).why] if not_sure else NOT_KNOWN)
    return Reason(kind="unsure", id=factor.id, says=factor.says, why=why, outcome=_outcome(asked, not_sure),
                  source=factor.source)


def _outcome(at_least: Outcome | None, not_sure: bool) -> Outcome:
    """`consult`; `consult_today` where a yes would ask for that or more and the user is not sure."""
    today = at_least is not None and OUTCOMES.index(at_least) >= OUTCOMES.index("consult_today")
    return "consult_today" if not_sure and today else "consult"
