"""How values of a case are written in documents: plain words for each.

What the screen says in the same words stands once, in the catalogue below `value.`; what differs from it stands here.
"""
from typing import get_args

from decision.case import OwnView
from guidance.vocabulary import Basis, BodyPlace, HeldBackWhy, Status
from guidance.words import say

YES, NO, NOT_KNOWN, NOT_SURE = (say(f"value.{answer}") for answer in ("yes", "no", "not_known", "not_sure"))
BASIS: dict[str, str] = {basis: say(f"value.basis.{basis}") for basis in get_args(Basis)}
YES_NO: dict[str, str] = {"yes": YES, "no": NO, "not_known": NOT_KNOWN, "not_sure": NOT_SURE}
AGREES = {
    "agrees": say("value.agrees.agrees"), "refuses": say("value.agrees.refuses"), "not_asked": "not asked",
    "not_known": NOT_KNOWN,
}
STATUS = {
    "social_worker": "has a social worker", "protection_plan": "on a child protection plan",
    "child_in_need": "child in need plan", "looked_after": "looked after by the council",
    "early_help": say("value.status.early_help"), "ehc_plan": "EHC plan",
    "care_leaver": say("value.status.care_leaver"), "privately_fostered": "privately fostered",
    "young_carer": say("value.status.young_carer"), "youth_justice": say("value.status.youth_justice"),
    "none": "none that I know of", "not_known": NOT_KNOWN,
}
NO_OTHER = "no other that I know of"
HARM_BY = {
    "parent_or_carer": say("value.harm_by.parent_or_carer"), "partner": "a partner of a parent",
    "another_child": "another child", "works_with_children": say("value.harm_by.works_with_children"),
    "other_family": "another family member", "other_adult": say("value.harm_by.other_adult"),
    "online": "someone online", "nobody": "nobody in particular", "not_known": NOT_KNOWN,
}
PLACE_NOW = {
    "with_me": "with me", "school_or_nursery": say("value.place.school_or_nursery"), "home": say("value.place.home"),
    "hospital": say("value.place.hospital"), "somewhere_else": say("value.place.somewhere_else"),
    "missing": "missing", "not_known": NOT_KNOWN,
}
WITH_WHOM = {
    "safe_adult": "with a safe adult", "parent": "with a parent", "person_suspected": "with the person suspected",
    "other_children": "with other children", "alone": "alone", "not_known": NOT_KNOWN,
}
OWN_VIEW: dict[str, str] = {view: say(f"own_view.{view}") for view in get_args(OwnView)}
LEAD = {
    "yes": YES, "not_yet": say("value.lead.not_yet"), "cannot_reach": "could not be reached",
    "lead_decided_not_to_refer": "yes; the lead decided not to refer", "i_am_the_lead": say("value.lead.i_am_the_lead"),
    "no_lead": "there is none",
}
REFERRAL_ANSWER = {
    "taken": "it was taken on", "assessed_then_closed": "the child was assessed and it was closed",
    "advice_only": "advice and nothing more", "closed": "it was closed", "no_answer": "it was never answered",
    "not_known": "the answer is not known",
}
SIGHT = {
    "home_education": say("value.sight.home_education"), "off_roll": "the child leaves the school's roll",
    "moves": say("value.sight.moves"), "appointments_end": "a service that saw the child stops",
    "not_brought": say("value.sight.not_brought"),
}
NO_CHANGE = "no change that I know of"
NOTICE = {"spoken": "told by word of mouth", "written": "told in writing", "not_known": ""}
BODY: dict[str, str] = {
    **{place: say(f"value.{place}") for place in get_args(BodyPlace) if place not in ("other", "not_known")},
    "other": "another place", "not_known": "place not known",
}
CALL = {
    "taken": "the referral was taken", "advice": "advice was given", "no_further_action": "no further action",
    "no_answer": "no answer", "get_agreement": "told to ask the family for agreement",
}
UNDERSTANDING = {
    "understands": "understands the decision", "does_not_understand": "does not understand the decision",
    "not_sure": "not sure", "not_asked": "not asked",
}
TELL = {"tell": "may be told", "ask_first": "ask before telling", "not_yet": "do not tell yet"}
TRUST = {
    "printed": "As printed in the area's document: check before use", "confirmed": "",
    "reported": "From a second source: check before use", "suspect": "Printed wrongly: do not use",
}
HALF = {"am": "morning", "pm": "afternoon or evening"}
DRAFT = "draft guidance, not yet checked against the area’s document"
DRAFT_SHORT = "draft guidance"
OTHER_DRAFT = "draft guidance for {}, not yet checked against its document"
BY_TELEPHONE = "held as confidential; ask me by telephone"
KNOWN_CHANGE = {"yes": "yes", "some": "some change", "no": "no change", "not_known": NOT_KNOWN}
HELD_BACK: dict[HeldBackWhy, str] = {
    "source_unnamed": "whoever told this asks not to be named", "safety": "somebody could be hurt if it were known",
    "third_party": "it is about somebody else", "enquiry": "it could get in the way of an enquiry",
}
"""Why an answer is held back."""


def statuses(given: tuple[Status, ...]) -> tuple[str, ...]:
    """What a child already has, in words. Beside another status, "none" means none of the others."""
    return tuple(NO_OTHER if status == "none" and len(given) > 1 else STATUS[status] for status in given)
