"""Which papers there are for a result, in their order, and the one that it leads to."""
from decision.documents import CALL_SHEET, RECORD, REFERRAL, by_name, paper_due
from decision.result import Decision
from exports.checks import not_this_help
from exports.documents import DOCUMENTS
from exports.two_answers import first_paths
from guidance.packs import AreaPack
from pages.parts.visit import knowledge


def leads_to(decision: Decision) -> str:
    """The paper that the page opens on, by id; empty where that is the sheet to ring with or the record of a talk,
    which are kept whatever comes of it."""
    first = in_order_of_use(decision)[0]
    return "" if first in (CALL_SHEET.ours, RECORD.ours) else first


def in_order_of_use(decision: Decision) -> list[str]:
    """The papers that this area has: the one that the result calls for, then the others that it calls for.

    A referral that is due comes first, then the form of the help that follows; the sheet to ring with comes after them,
    since what to say on the telephone stands in the result too.
    """
    area = knowledge.packs().area(decision.home_area)
    here = [id_ for id_, document in DOCUMENTS.items() if document.belongs is None or document.belongs(area)]
    open_ = decision.but(documents=tuple(one for one in decision.documents
                                         if not _needs_a_refused_yes(one.ours, decision, area)))
    due = [one.ours for one in sorted(open_.documents, key=lambda one: not one.first)]
    referral = [id_ for id_ in due if id_ == REFERRAL.ours]
    first = [one.ours] if (one := paper_due(open_)) and _all_may_be_told(one.ours, decision) else []
    kept = due or [CALL_SHEET.ours, RECORD.ours]   # not whichever paper is the first of all
    ordered = dict.fromkeys((*first, *referral, *_of_the_help(decision, area), *kept, *here))
    return [id_ for id_ in ordered if id_ in here]


def _of_the_help(decision: Decision, area: AreaPack | None) -> tuple[str, ...]:
    """The papers on which the help goes that this result leads to, of each group of children: none for help that needs
    an agreement that was refused, or where a talk comes before anybody is asked."""
    now = decision.but(then=tuple(path for path in first_paths(decision) if not path.not_due))
    found = _open_forms(now, area)
    return tuple(id_ for id_ in found if not not_this_help(id_, decision) and _all_may_be_told(id_, decision))


def _needs_a_refused_yes(document_id: str, decision: Decision, area: AreaPack | None) -> bool:
    """Whether a paper of the family's is only for children for whom the help was refused. A referral needs no yes."""
    refused = any(path.agreement == "refused" for path in first_paths(decision))
    return DOCUMENTS[document_id].audience == "family" and (
        refused and document_id not in _open_forms(decision, area))


def _open_forms(decision: Decision, area: AreaPack | None) -> tuple[str, ...]:
    """The papers on which the first help of each group of children goes, where its agreement was not refused."""
    called = by_name(area)
    called |= {due.name: due.ours for due in decision.documents}
    papers = (called.get(path.document, "") for path in first_paths(decision) if path.agreement != "refused")
    return tuple(dict.fromkeys(paper for paper in papers if paper))


def _all_may_be_told(document_id: str, decision: Decision) -> bool:
    """Whether a paper of the family's can be written with them now; any other paper always can."""
    return DOCUMENTS[document_id].audience != "family" or all(one.state == "tell" for one in decision.telling)
