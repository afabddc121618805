"""The words of every closed question: value → what the user reads. A test holds the values to the case's own lists."""
from collections.abc import Iterable, Mapping
from typing import get_args

from decision.case import OwnView
from guidance.vocabulary import Basis, BodyPlace
from guidance.words import say
from guidance.words.forms import capital

Words = dict[str, str]


def _same(value: str) -> str:
    """What a paper says too, from the catalogue, as a choice begins it."""
    return capital(say(f"value.{value}"))


YES, NO, NOT_KNOWN = _same("yes"), _same("no"), _same("not_known")
DANGER: Words = {"yes": YES, "no": NO, "not_sure": "I am not sure"}
YES_NO: Words = {"yes": YES, "no": NO, "not_known": NOT_KNOWN}
YES_NO_NOT_SURE: Words = {"yes": YES, "no": NO, "not_sure": "I am not sure"}
ANSWER: Words = {"yes": YES, "no": NO, "not_sure": "I am not sure", "not_known": NOT_KNOWN}
PLACE: Words = {
    "with_me": "Here with me", "school_or_nursery": _same("place.school_or_nursery"), "home": _same("place.home"),
    "hospital": _same("place.hospital"), "somewhere_else": _same("place.somewhere_else"),
    "missing": "Nobody knows where the child is", "not_known": "I do not know",
}
WITH: Words = {
    "safe_adult": "A safe adult", "parent": "A parent or carer",
    "person_suspected": "The person who might be causing this",
    "other_children": "Other children only", "alone": "Nobody", "not_known": "I do not know",
}
LEAD: Words = {
    "yes": YES, "not_yet": _same("lead.not_yet"), "cannot_reach": "I tried and cannot reach them",
    "lead_decided_not_to_refer": "Yes, and they decided not to refer", "i_am_the_lead": _same("lead.i_am_the_lead"),
    "no_lead": "I have no lead",
}
STATUS: Words = {
    "social_worker": "A social worker", "protection_plan": "A child protection plan",
    "child_in_need": "A child in need plan",
    "looked_after": "Looked after (in care)", "early_help": _same("status.early_help"),
    "ehc_plan": "An education, health and care plan",
    "care_leaver": _same("status.care_leaver"),
    "privately_fostered": "Lives with somebody who is not close family (private fostering)",
    "young_carer": _same("status.young_carer"), "youth_justice": _same("status.youth_justice"),
    "none": "None of these, or none of the others",
    "not_known": NOT_KNOWN,
}
HARM_BY: Words = {
    "parent_or_carer": _same("harm_by.parent_or_carer"),
    "partner": "A parent’s partner, or the young person’s own partner",
    "other_family": "Somebody else in the family", "another_child": "Another child or young person",
    "works_with_children": _same("harm_by.works_with_children"), "other_adult": _same("harm_by.other_adult"),
    "online": "Somebody online", "nobody": "Nobody: it is not about harm by a person", "not_known": "I do not know",
}
ACCESS: Words = {
    "yes": YES, "no": NO, "not_sure": "I am not sure", "not_known": "I could not find out",
}
WHY: Words = {
    "cannot_prove": "I suspect it but cannot prove it",
    "do_not_understand": "I do not understand it",
    "could_not_find_out": "I do not know, and it is not for me to find out",
}
WHY_MEANS: Words = {
    "cannot_prove": "It counts as yes. You need no proof",
    "do_not_understand": "You are shown what it means and asked again. Until then, talk to somebody today",
    "could_not_find_out": "Talk to somebody today. Do not ask the child or the family",
}
"""What follows from each reason why somebody is not sure, said beside it."""
WHY_SAID: Words = {value: f"{words}. {WHY_MEANS[value]}." for value, words in WHY.items()}
IS_SO: Words = {"yes": "Yes, this is so", "no": "No, this is not so", **WHY_SAID}
BASIS: Words = {basis: _same(f"basis.{basis}") for basis in get_args(Basis)}
CHANGED: Words = {"yes": "Yes, things got better", "some": "A little, or for a while", "no": NO,
                  "not_known": NOT_KNOWN}
OWN_VIEW: Words = {view: say(f"own_view.choice.{view}") for view in get_args(OwnView)}
"""What the user chooses, in their own voice; a paper and the result name it as others do (`own_view`)."""
AGREES: Words = {
    "agrees": _same("agrees.agrees"), "refuses": _same("agrees.refuses"), "not_asked": "Has not been asked",
    "not_known": NOT_KNOWN,
}
UNDERSTANDING: Words = {
    "understands": "Understands what it means", "does_not_understand": "Does not understand it yet",
    "not_sure": "I am not sure", "not_asked": "Has not been asked",
}
CARER_ROLE: Words = {
    "parent": "Parent", "step_parent_or_partner": "Step-parent, or a parent’s partner", "relative": "Relative",
    "special_guardian": "Special guardian", "foster_carer": "Foster carer",
    "connected_carer": "Connected person: a relative or friend who is approved as a foster carer",
    "supported_lodgings": "Supported lodgings", "private_foster_carer": "Private foster carer",
    "residential_worker": "Works in a children’s home", "other": "Something else", "not_known": NOT_KNOWN,
}
BODY: Words = {place: "Somewhere else" if place == "other" else _same(place) for place in get_args(BodyPlace)}
REFERRAL_ANSWER: Words = {
    "taken": "They took it on", "assessed_then_closed": "They assessed the child and closed it",
    "advice_only": "They gave advice and did nothing more", "closed": "They closed it",
    "no_answer": "They never answered", "not_known": NOT_KNOWN,
}
SIGHT: Words = {
    "home_education": _same("sight.home_education"),
    "off_roll": "The child leaves the school’s roll for another reason",
    "moves": _same("sight.moves"), "appointments_end": "A service that sees the child stops",
    "not_brought": _same("sight.not_brought"),
}
NOTICE: Words = {"spoken": "By word of mouth", "written": "In writing", "not_known": NOT_KNOWN}


def word(options: Mapping[str, str], value: str | None) -> str:
    """What was chosen, in words; empty where nothing was."""
    return options.get(value, "") if value else ""


def each_word(options: Mapping[str, str], values: Iterable[str]) -> str:
    """All that was ticked, in words, one a line."""
    return "\n".join(options[value] for value in values if value in options)
