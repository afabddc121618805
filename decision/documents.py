"""Which documents a result calls for: the area's named forms first, then what helps whatever the area.

Every outcome has paper: where no form of the area stands for what it needs, ours is offered under its own name. A call
sheet and a referral go to the area where the child is now when the call does; everything else is for the home area.
"""
from typing import Literal

from decision.conditions import holds
from decision.elsewhere import calls_elsewhere
from decision.known import Known, open_case
from decision.path import Path
from decision.path_rules import MONTHS, help_is_there
from decision.result import Decision, DocumentDue, DutyFound, Place, Telling
from decision.ways import REFERS
from guidance.models import LocalDocument
from guidance.packs import AreaPack
from guidance.vocabulary import Outcome
from guidance.words import say
from guidance.words.forms import following

CALL_SHEET = DocumentDue(
    ours="call_sheet", name=say("paper.call_sheet"), first=True, says=say("paper.call_sheet_says"))
REFERRAL = DocumentDue(ours="referral", name=say("paper.referral"), says=say("paper.referral_says"))
RECORD = DocumentDue(ours="conversation_record", name=say("paper.record"), says=say("paper.record_says"))
WATCH = RECORD.but(name=say("paper.watch"), says=say("paper.watch_says"))
ASSESSMENT = DocumentDue(
    ours="early_help_assessment", name=say("paper.assessment"), says=say("paper.assessment_says"))
"""Never asked for where a social worker has the case (design/2, Outcome), where somebody is not to be told yet, or
where help is given already or was tried without change, so that none begins anew."""
NEEDED: dict[Outcome, tuple[DocumentDue, ...]] = {
    "universal": (WATCH,), "early_help": (ASSESSMENT,), "consult": (CALL_SHEET, RECORD),
    "refer_with_agreement": (CALL_SHEET, REFERRAL), "consult_today": (CALL_SHEET, RECORD),
    "refer_now": (CALL_SHEET, REFERRAL), "call_999": (CALL_SHEET, REFERRAL),
}
"""What each outcome needs at least: something to ring or write with, and something that is kept or sent."""
INSTEAD_OF_ASSESSMENT = (CALL_SHEET, RECORD)
FOR_CHILDREN = frozenset({REFERRAL.ours, ASSESSMENT.ours})
"""Documents that ask children's services for a child: not due where everybody whom the case is about is an adult, but
after a call now, in which children in the same home may have to be named."""
FOR_ADULTS = (CALL_SHEET, RECORD)
TALKS: tuple[Outcome, ...] = ("consult", "consult_today")
GOES_WITH_THE_CALL = frozenset({CALL_SHEET.ours, REFERRAL.ours})


def by_name(area: AreaPack | None) -> dict[str, str]:
    """Which of our documents stands for each form of an area, by the name of the form; empty with no pack."""
    return {form.name: form.ours for form in (area.documents if area else ())}


def find_documents(known: Known, place: Place, result: Outcome, duties: tuple[DutyFound, ...],
                   telling: tuple[Telling, ...], next_forms: tuple[str, ...] = ()) -> tuple[DocumentDue, ...]:
    """Documents due: what to ring with first, then the level's own form, then the others.

    `next_forms`: ids of the area's forms on which the next step of help goes, in the place of help begun anew.
    """
    ids = tuple(duty.id for duty in duties)
    levels = tuple(dict.fromkeys(level for level in (place.supported, place.highest) if level))
    with_family = not open_case(known) and all(person.state == "tell" for person in telling)
    anew = with_family and not (result == "early_help" and help_is_there(known))
    due = [item for item in _forms(known, result, levels, ids) if anew or item.ours != ASSESSMENT.ours]
    due += [_due(form, known, result, levels, ids, known.area_id)
            for form in (known.area.documents if known.area else ())
            if form.id in next_forms and (with_family or form.ours != ASSESSMENT.ours)
            and not any(one.form == form.id for one in due)]
    due += [item for item in _of_duties(known, ids) if not any(one.ours == item.ours for one in due)]
    due += [_in_place_of(item, known, result, levels, ids) for item in _needed(result, anew)
            if not any(one.ours == item.ours for one in due)]
    own = {form.id for form in _of_levels(known.area, levels)}
    found = tuple(sorted(due, key=lambda item: (not item.first, item.form not in own)))
    return _without_forms_for_children(found) if result not in REFERS and only_adults(known) else found


def with_agreed(due: tuple[DocumentDue, ...], paths: tuple[Path, ...], known: Known, result: Outcome,
                telling: tuple[Telling, ...]) -> tuple[DocumentDue, ...]:
    """The documents due, and the form of help that has been agreed to already, also where a talk comes before it; never
    one that is written with a family of whom somebody is not simply told."""
    agreed = {path.document for path in paths if path.agreement == "have"} - {one.name for one in due}
    if known.area is None or not agreed or any(person.state != "tell" for person in telling):
        return due
    more = tuple(_due(form, known, result, (), (), known.area_id) for form in known.area.documents
                 if form.name in agreed and form.ours not in {one.ours for one in due})
    return (*due, *more)


def paper_due(decision: Decision) -> DocumentDue | None:
    """The paper that a result leads to: a referral that is due and not talked about yet; then the form of the help that
    follows; then the first that is more than the sheet to ring with and the record of the talk. None without one."""
    others = [one for one in decision.documents if one.ours not in (CALL_SHEET.ours, RECORD.ours)]
    referral = [one for one in others if one.ours == REFERRAL.ours and not _talked(decision)]
    of_help = dict.fromkeys(path.document for path in decision.then)
    named = [one for document in of_help for one in others if one.name == document]
    return next(iter((*referral, *named, *others)), None)


def how_sent(form: LocalDocument) -> str:
    """The call that comes before a form, where there is one, and how it is sent."""
    return following(form.call_first, form.channel)


def comes_after(decision: Decision, paper: str) -> Literal["call", "asked", "this"]:
    """What comes before a paper of ours, by id: a referral now is written after the call, one beside a talk only if
    they ask for it in the talk; nothing comes before any other paper, nor after the talk."""
    if paper != REFERRAL.ours or _talked(decision):
        return "this"
    return "call" if decision.outcome in REFERS else "asked" if decision.outcome in TALKS else "this"


def _talked(decision: Decision) -> bool:
    return decision.after_call is not None and decision.after_call.talked


def only_adults(known: Known) -> bool:
    """Whether every child of the case is of an age at which a rule before the levels has them served as an adult."""
    years = [rule.from_years for rule in known.packs.national.path_rules if rule.instead_of == "every_path"
             and rule.from_years is not None]
    children = known.case.children
    return bool(children and years) and all(
        not child.unborn and child.months is not None and child.months >= MONTHS * min(years) for child in children)


def _without_forms_for_children(due: tuple[DocumentDue, ...]) -> tuple[DocumentDue, ...]:
    """What is left for an adult; where a form goes, something to ring with and something to keep stand in its place."""
    left = tuple(item for item in due if item.ours not in FOR_CHILDREN)
    if left == due:
        return due
    there = {item.ours for item in left}
    added = (*left, *(item for item in FOR_ADULTS if item.ours not in there))
    return tuple(sorted(added, key=lambda item: not item.first))


def _needed(result: Outcome, with_family: bool) -> tuple[DocumentDue, ...]:
    needed = NEEDED[result]
    return needed if with_family or ASSESSMENT not in needed else INSTEAD_OF_ASSESSMENT


def _forms(known: Known, result: Outcome, levels: tuple[str, ...], ids: tuple[str, ...]) -> list[DocumentDue]:
    """The forms whose condition holds: of the home area, or of the one where the child is for what goes with the call.

    A level means nothing in another area, so no form there depends on one.
    """
    away = calls_elsewhere(known, result)
    home = known.area.documents if known.area else ()
    found = [_due(item, known, result, levels, ids, known.area_id) for item in home
             if not (away and item.ours in GOES_WITH_THE_CALL) and holds(item.when, known, result, levels, ids)]
    receiving = known.packs.area(known.case.area_now) if away else None
    found += [_due(item, known, result, (), ids, receiving.id) for item in (receiving.documents if receiving else ())
              if receiving and item.ours in GOES_WITH_THE_CALL and holds(item.when, known, result, (), ids)]
    return found


def _in_place_of(item: DocumentDue, known: Known, result: Outcome, levels: tuple[str, ...],
                 ids: tuple[str, ...]) -> DocumentDue:
    """What is needed and no form's condition gave: the level's own form of that kind, otherwise ours."""
    if calls_elsewhere(known, result) and item.ours in GOES_WITH_THE_CALL:
        told = following(item.says, say("paper.not_held"))
        return item.but(says=told) if item.ours == REFERRAL.ours else item
    form = next((form for form in _of_levels(known.area, levels) if form.ours == item.ours), None)
    if form is None or _ruled_out(form, known):
        return item
    return _due(form, known, result, levels, ids, known.area_id)


def _of_levels(area: AreaPack | None, levels: tuple[str, ...]) -> tuple[LocalDocument, ...]:
    """The forms that the levels name as their own."""
    if area is None:
        return ()
    named = [area.level[level].document for level in levels]
    return tuple(form for form in area.documents if form.id in named)


def _ruled_out(form: LocalDocument, known: Known) -> bool:
    return any(set(form.when.without_statuses) & set(child.status) for child in known.case.children)


def _of_duties(known: Known, ids: tuple[str, ...]) -> tuple[DocumentDue, ...]:
    """Documents that a duty calls for in every area."""
    named = (entry.document for id_ in ids for entry in known.packs.duties(known.area_id, id_))
    return tuple(DocumentDue(ours=item.ours, name=item.name, says=item.says) for item in named if item)


def _due(item: LocalDocument, known: Known, result: Outcome, levels: tuple[str, ...], ids: tuple[str, ...],
         area_id: str) -> DocumentDue:
    attachments = tuple(
        attachment.says for attachment in item.attachments if holds(attachment.when, known, result, levels, ids)
    )
    return DocumentDue(
        ours=item.ours, name=item.name, says=item.says, area=area_id, form=item.id, local=how_sent(item),
        sent_to=item.sent_to, ask=item.contact, attachments=attachments,
        first=item.ours == CALL_SHEET.ours, source=item.source,
    )
