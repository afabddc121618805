"""What "not sure" and "not known" about a statement ask for, and what is said of a suspicion that cannot be proved.

Not sure about significant harm: today, whatever the reason; only a suspicion that cannot be proved counts as yes, and
that is read in `decision/known.py`. Not sure about anything else that would count: talk it through.
"""
from decision.case import NotSureWhy
from decision.duties import may_ask_for
from decision.known import Known, Row, matters
from decision.result import Reason
from guidance.vocabulary import OUTCOMES, Answer, Outcome

UNANSWERED = "unknown is never no"
SUSPECTED = "You suspect this and cannot prove it, which counts as yes."
NOT_SURE: dict[NotSureWhy | None, str] = {
    None: "You are not sure about this.",
    "do_not_understand": "You are not sure what this means. Ask your lead or the front door.",
    "could_not_find_out": "You do not know about this, and it is not for you to find out.",
    "cannot_prove": SUSPECTED,
}
NOT_KNOWN = "You do not know about this."


def suspected(row: Row, why: str) -> str:
    """Why a row counts, after a sentence that says so where the user suspects it and cannot prove it."""
    return f"{SUSPECTED} {why}".strip() if row.finding.why == "cannot_prove" else why


def unsure_reasons(known: Known) -> tuple[Reason, ...]:
    """A reason for each statement and factor that is not sure or not known and would count, and for whole pages."""
    found = [_row(row, known) for row in known.rows
             if row.answer != "yes" and matters(row.indicator, known.packs, known.area_id)]
    for factor in (*known.unsure_factors, *known.unknown_factors):
        if by_itself := may_ask_for(factor, (), known):
            not_sure = factor in known.unsure_factors
            found.append(Reason(kind="unsure", id=factor.id, says=factor.says, source=factor.source,
                                why=NOT_SURE[None] if not_sure else NOT_KNOWN, outcome=_outcome(by_itself, not_sure)))
    if known.case.signs_unsure or known.case.unsure_topics:
        found.append(Reason(kind="unsure", says="You were not sure about some of the questions on a page.",
                            outcome="consult", source=known.packs.national.own_rule(UNANSWERED)))
    return tuple(found)


def _row(row: Row, known: Known) -> Reason:
    acting = known.area.acting if known.area else 0
    not_sure = row.answer == "not_sure"
    harm = not_sure and row.indicator.harm == "significant" and row.order == acting
    asked = "consult_today" if harm else _outcome(may_ask_for(row.indicator, known.meant(row), known), not_sure)
    return Reason(
        kind="unsure", id=row.indicator.id, says=row.indicator.says, about=row.finding.about,
        why=_why(row.answer, row.finding.why), outcome=asked, source=row.indicator.source,
    )


def _why(answer: Answer, why: NotSureWhy | None) -> str:
    return NOT_SURE[why] if answer == "not_sure" else NOT_KNOWN


def _outcome(at_least: Outcome | None, not_sure: bool) -> Outcome:
    """`consult`; `consult_today` where a yes would ask for that or more and the user is not sure."""
    today = at_least is not None and OUTCOMES.index(at_least) >= OUTCOMES.index("consult_today")
    return "consult_today" if not_sure and today else "consult"
