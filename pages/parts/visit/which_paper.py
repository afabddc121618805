"""Which papers there are for a result, in their order, and the one that it leads to."""
from decision.documents import CALL_SHEET, RECORD, REFERRAL, paper_due
from decision.result import Decision
from exports.checks import not_this_help
from exports.documents import DOCUMENTS
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
    due = [one.ours for one in sorted(decision.documents, key=lambda one: not one.first)]
    referral = [id_ for id_ in due if id_ == REFERRAL.ours]
    first = [one.ours] if (one := paper_due(decision)) and _all_may_be_told(one.ours, decision) else []
    ordered = dict.fromkeys((*first, *referral, *_of_the_help(decision, area), *due, *here))
    return [id_ for id_ in ordered if id_ in here]


def _of_the_help(decision: Decision, area: AreaPack | None) -> tuple[str, ...]:
    """The paper on which the help goes that this result leads to: none where a talk comes before anybody is asked, or
    where it needs an agreement that was refused."""
    if decision.then and decision.then[0].agreement == "refused":
        return ()
    called = {form.name: form.ours for form in area.documents} if area else {}
    called |= {due.name: due.ours for due in decision.documents}
    found = called.get(decision.then[0].document, "") if decision.then else ""
    return (found,) if found and not not_this_help(found, decision) and _all_may_be_told(found, decision) else ()


def _all_may_be_told(document_id: str, decision: Decision) -> bool:
    """Whether a paper of the family's can be written with them now; any other paper always can."""
    return DOCUMENTS[document_id].audience != "family" or all(one.state == "tell" for one in decision.telling)
