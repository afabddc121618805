"""Signs that what was said asks about, and that nobody has answered: until somebody does, they count as open doubts."""
from typing import get_args

from decision.ages import of_other_ages
from decision.known import Known, counts
from decision.once import once
from decision.one_of import rows_of
from guidance.models import Sign
from guidance.vocabulary import SightFact

SIGHT_FACTS: tuple[SightFact, ...] = get_args(SightFact)


def changes_said(known: Known) -> frozenset[SightFact]:
    """The changes that take the child out of sight which are so, or of which the user is not sure.

    A ticked circumstance says so too where it has the duty that such a change starts: a child who is taught at home.
    """
    said = {field for field in SIGHT_FACTS if getattr(known.case.sight, field) in ("yes", "not_sure")}
    pulled = {id_ for row in known.yes_rows if not counts(row.indicator) for id_ in row.indicator.duty}
    ticked = {field for entry in known.packs.started_by_facts(known.area_id) if entry.id in pulled and entry.triggers
              for field in entry.triggers.sight}
    return frozenset(said | ticked)


def open_signs(known: Known) -> tuple[Sign, ...]:
    """The signs that have to be answered before anything calm is said: each that a child of the case can have, and
    whatever the age those that something asks about (`asked_first`)."""
    asked = {sign.id for sign in (*known.unanswered_signs, *asked_first(known))}
    return tuple(sign for sign in known.no_answer if sign.id in asked)


def asked_first(known: Known) -> tuple[Sign, ...]:
    """Unanswered signs that a ticked row or factor, a mark on a certain place of the body, or a change asks about; of
    several rows of which one is so a sign that each of them asks about. Those too to which a statement amounts.

    So it is where the user does not know where the child is, and something ticked says that the child may be missing.
    None whose words name an age that no child has: it would be asked of a child who is not there.
    """
    return once(known, "asked_first", _asked_first)


def _asked_first(known: Known) -> tuple[Sign, ...]:
    ids = {row.indicator.ask_first for row in known.yes_rows} | {factor.ask_first for factor in known.factors}
    shared = ([row.ask_first for row in rows_of(one_of, known.area)] for one_of in known.one_of)
    ids |= {one for each in shared for one in each if each.count(one) == len(each)}
    seen = {place for finding in known.case.findings for place in finding.body}
    seen |= {place for _, answer in known.yes_signs for place in answer.body}
    changes, again = changes_said(known), {sign.id for sign, _ in known.said_again}
    asked = (sign for sign in known.no_answer
             if sign.id in ids | again or not seen.isdisjoint(sign.body) or not changes.isdisjoint(sign.sight)
             or _out_of_reach(sign, known))
    return tuple(sign for sign in asked if sign.id in again or not of_other_ages(sign, known.case.children))


def _out_of_reach(sign: Sign, known: Known) -> bool:
    """Whether nobody here knows where the child is, beside a ticked row or factor that makes this sign a question.

    By data: it has a duty of the sign, or the one for a child missing from education. By itself, not knowing where a
    child is at this moment is ordinary.
    """
    if sign.place_now is None or known.case.where_now.place != "not_known":
        return False
    about_it = {*sign.duty, known.packs.national.duty_for("missing_education").id}
    duties = [row.indicator.duty for row in known.yes_rows] + [factor.duty for factor in known.factors]
    return any(about_it & set(ids) for ids in duties)
