"""Which documents a result calls for: the area's named forms first, then what helps whatever the area."""
from decision.conditions import holds
from decision.known import Known, open_case
from decision.outcome import urgency
from decision.result import DocumentDue, DutyFound, Place
from guidance.models import LocalDocument
from guidance.vocabulary import Outcome

CALL_SHEET = DocumentDue(
    ours="call_sheet", name="Call sheet", first=True,
    says="One page to ring with: the number, what to say, and room to write what you are told.",
)
ASSESSMENT = "early_help_assessment"
"""Never asked for where a social worker already has the case (design/2, Outcome)."""
REFERRAL = DocumentDue(
    ours="referral", name="Referral", says="What you know, in the order that a front door asks for it.",
)


def documents(known: Known, place: Place, result: Outcome, duties: tuple[DutyFound, ...]) -> tuple[DocumentDue, ...]:
    """Documents due, the call sheet first where a call comes before paper."""
    ids = tuple(duty.id for duty in duties)
    levels = tuple(dict.fromkeys(level for level in (place.supported, place.highest) if level))
    local = known.area.documents if known.area else ()
    met = [item for item in local if holds(item.when, known, result, levels, ids)
           and not (item.ours == ASSESSMENT and open_case(known))]
    due = [_due(item, known, result, levels, ids) for item in met]
    if not known.area and urgency(result) >= urgency("refer_with_agreement"):
        due.append(REFERRAL)
    due += [item for item in _of_duties(known, ids) if not any(one.ours == item.ours for one in due)]
    if urgency(result) >= urgency("consult") and not any(item.ours == CALL_SHEET.ours for item in due):
        due.insert(0, CALL_SHEET)
    return tuple(due)


def _of_duties(known: Known, ids: tuple[str, ...]) -> tuple[DocumentDue, ...]:
    """Documents that a duty calls for in every area."""
    named = (entry.document for id_ in ids for entry in known.packs.duties(known.area_id, id_))
    return tuple(DocumentDue(ours=item.ours, name=item.name, says=item.says) for item in named if item)


def _due(item: LocalDocument, known: Known, result: Outcome, levels: tuple[str, ...],
         ids: tuple[str, ...]) -> DocumentDue:
    attachments = tuple(
        attachment.says for attachment in item.attachments if holds(attachment.when, known, result, levels, ids)
    )
    return DocumentDue(ours=item.ours, name=item.name, says=item.says, local=item.channel, attachments=attachments,
                       first=item.ours == CALL_SHEET.ours)
