"""On which form a path of help goes, where that goes to, why it is not written now, and the user's own part in writing.
"""
from decision.calls import talked
from decision.core import Seen
from decision.documents import ASSESSMENT, REFERRAL, TALKS, by_name
from decision.known import Known
from decision.path import Path
from decision.path_rules import review
from decision.people import here
from decision.result import DocumentDue
from guidance.words import Words, say


def form_of(document: str, ours: bool, seen: Seen, open_: bool = False) -> tuple[str, str]:
    """The form's name and where it goes. A document of `ours` stands under the name that the result gives it.
    `open_`: only the talk says which help it is, so that a referral is written if the talk asks for one.
    """
    known = seen.known
    if not document:
        return say("then.form_if_asked" if open_ else "then.no_form"), ""
    if ours:
        due = next((one for one in seen.forms if one.ours == document), None)
        return (due.name, _goes_to(due.sent_to, due.ours, due.area or here(known), known)) if due else (document, "")
    forms = known.area.documents if known.area else ()
    form = next(one for one in forms if document in (one.id, one.ours))
    return form.name, _goes_to(form.sent_to, form.ours, known.area_id, known)


def _goes_to(sent_to: str, ours: str, area_id: str, known: Known) -> str:
    """Where a form goes: as its document says, and a referral of which it says nothing to the front door."""
    area = known.packs.area(area_id)
    referral = ours == REFERRAL.ours
    id_ = sent_to or (area.front_door if area and referral else "")
    contact = known.packs.contact(area_id, id_) if id_ else None
    return contact.name if contact else say("then.front_door") if referral else ""


def written_part(seen: Seen) -> tuple[str, ...]:
    """The user's own part in writing, and by when, of the area that is rung."""
    return tuple(item.says for item in seen.deadlines if item.owner == "you" and item.start == "call_made"
                 and not item.chase)


def when_written(paths: tuple[Path, ...], due: tuple[DocumentDue, ...], seen: Seen) -> tuple[Path, ...]:
    """The paths, each with why its form is neither among the documents that are `due` nor written with a yes that may
    be asked for now, so that a form that is named is either there or said to be for later, or for nobody."""
    area = seen.known.area
    forms = by_name(area)
    listed = {one.name for one in due}
    return tuple(path.but(not_due=_not_due(path, forms[path.document], seen))
                 if path.document in forms and path.document not in listed else path for path in paths)


def _not_due(path: Path, ours: str, seen: Seen) -> Words:
    """Why this form is not written now: help that these children have, the talk, who is not told yet, and a no."""
    children = [child for child in seen.known.case.children if not path.about or child.label in path.about]
    if ours == ASSESSMENT.ours and children and all(review(child, seen.known) for child in children):
        return say("then.not_due.open")
    first = seen.outcome in TALKS and not talked(seen.known.case, with_a_team=seen.outcome == "consult_today")
    if path.agreement == "after_talk" or (first and not path.agreement_needed):
        return say("then.not_due.after_talk")
    if ours == ASSESSMENT.ours and any(person.state != "tell" for person in seen.telling):
        return say("then.not_due.held")
    return say(f"then.not_due.{path.agreement}") if path.agreement in ("refused", "not_sought") else ""
