"""How values of a case are written in documents: plain words for each."""
from typing import get_args

from decision.case import OwnView
from guidance.vocabulary import HeldBackWhy, Status
from guidance.words import say

BASIS = {
    "seen": "I saw or heard it", "child_said": "the child told me", "told": "someone told me",
    "suspected": "I suspect it",
}
YES_NO = {"yes": "yes", "no": "no", "not_known": "not known", "not_sure": "not sure"}
AGREES = {"agrees": "agrees", "refuses": "does not agree", "not_asked": "not asked", "not_known": "not known"}
STATUS = {
    "social_worker": "has a social worker", "protection_plan": "on a child protection plan",
    "child_in_need": "child in need plan", "looked_after": "looked after by the council",
    "early_help": "early help", "ehc_plan": "EHC plan", "care_leaver": "care leaver",
    "privately_fostered": "privately fostered", "young_carer": "young carer", "youth_justice": "youth justice",
    "none": "none that I know of", "not_known": "not known",
}
NO_OTHER = "no other that I know of"
HARM_BY = {
    "parent_or_carer": "a parent or carer", "partner": "a partner of a parent", "another_child": "another child",
    "works_with_children": "an adult who works or volunteers with children", "other_family": "another family member",
    "other_adult": "another adult", "online": "someone online", "nobody": "nobody in particular",
    "not_known": "not known",
}
PLACE_NOW = {
    "with_me": "with me", "school_or_nursery": "at school or nursery", "home": "at home", "hospital": "in hospital",
    "somewhere_else": "somewhere else", "missing": "missing", "not_known": "not known",
}
WITH_WHOM = {
    "safe_adult": "with a safe adult", "parent": "with a parent", "person_suspected": "with the person suspected",
    "other_children": "with other children", "alone": "alone", "not_known": "not known",
}
OWN_VIEW: dict[str, str] = {view: say(f"own_view.{view}") for view in get_args(OwnView)}
LEAD = {
    "yes": "yes", "not_yet": "not yet", "cannot_reach": "could not be reached",
    "lead_decided_not_to_refer": "yes; the lead decided not to refer", "i_am_the_lead": "I am the lead",
    "no_lead": "there is none",
}
REFERRAL_ANSWER = {
    "taken": "it was taken on", "assessed_then_closed": "the child was assessed and it was closed",
    "advice_only": "advice and nothing more", "closed": "it was closed", "no_answer": "it was never answered",
    "not_known": "the answer is not known",
}
SIGHT = {
    "home_education": "the child leaves school to be taught at home", "off_roll": "the child leaves the school's roll",
    "moves": "the family moves away", "appointments_end": "a service that saw the child stops",
    "not_brought": "the child is not brought to appointments, or treatment is given late or not at all",
}
NO_CHANGE = "no change that I know of"
NOTICE = {"spoken": "told by word of mouth", "written": "told in writing", "not_known": ""}
BODY = {
    "head_or_face": "head or face", "mouth": "mouth", "ears": "ears", "neck": "neck",
    "chest_or_breasts": "chest or breasts", "back": "back", "stomach": "stomach", "buttocks": "buttocks",
    "genitals": "genitals", "thighs": "thighs", "lower_legs": "lower legs", "arms": "arms",
    "hands_or_feet": "hands or feet", "other": "another place", "not_known": "place not known",
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
KNOWN_CHANGE = {"yes": "yes", "some": "some change", "no": "no change", "not_known": "not known"}
HELD_BACK: dict[HeldBackWhy, str] = {
    "source_unnamed": "whoever told this asks not to be named", "safety": "somebody could be hurt if it were known",
    "third_party": "it is about somebody else", "enquiry": "it could get in the way of an enquiry",
}
"""Why an answer is held back."""


def statuses(given: tuple[Status, ...]) -> tuple[str, ...]:
    """What a child already has, in words. Beside another status, "none" means none of the others."""
    return tuple(NO_OTHER if status == "none" and len(given) > 1 else STATUS[status] for status in given)
