"""On which form a path of help goes, where that goes to, and what the user has to put in writing."""
from decision.core import Seen
from decision.documents import REFERRAL
from decision.known import Known
from decision.routes import here
from guidance.words import say


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
