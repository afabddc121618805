"""The words of every closed question: value → what the user reads. A test holds the values to the case's own lists."""
from collections.abc import Iterable, Mapping
from typing import get_args

from decision.case import Case, NotSureWhy, OwnView
from decision.own_lead import said_to
from guidance.packs import Packs
from guidance.vocabulary import Basis, BodyPlace
from guidance.words import ours, say
from guidance.words.forms import capital

Words = dict[str, str]


def _words(question: str, *values: str) -> Words:
    """Each answer in its own words (`asking.`), or else in those that papers use too (`value.`), as a choice begins."""
    return {value: capital(say(_key(question, value))) for value in values}


def _key(question: str, value: str) -> str:
    own = (f"asking.{question}.{value}", f"value.{question}.{value}", f"asking.{value}")
    return next((key for key in own if key in ours()), f"value.{value}")


YES_NO: Words = _words("yes_no", "yes", "no", "not_known")
YES_NO_NOT_SURE: Words = _words("yes_no", "yes", "no", "not_sure")
DANGER: Words = YES_NO_NOT_SURE
ANSWER: Words = _words("yes_no", "yes", "no", "not_sure", "not_known")
PLACE: Words = _words("place", "with_me", "school_or_nursery", "home", "hospital", "somewhere_else", "missing",
                      "not_known")
WITH: Words = _words("with", "safe_adult", "parent", "person_suspected", "other_children", "alone", "not_known")
LEAD: Words = _words("lead", "yes", "not_yet", "cannot_reach", "lead_decided_not_to_refer", "i_am_the_lead", "no_lead")
STATUS: Words = _words("status", "social_worker", "protection_plan", "child_in_need", "looked_after", "early_help",
                       "ehc_plan", "care_leaver", "privately_fostered", "young_carer", "youth_justice", "none",
                       "not_known")
HARM_BY: Words = _words("harm_by", "parent_or_carer", "partner", "other_family", "another_child", "works_with_children",
                        "other_adult", "online", "nobody", "not_known")
ACCESS: Words = _words("access", "yes", "no", "not_sure", "not_known")
WHY: Words = _words("why", *get_args(NotSureWhy))
WHY_MEANS: Words = _words("why_means", *get_args(NotSureWhy))
"""What follows from each reason why somebody is not sure, said beside it."""
WHY_SAID: Words = {value: say("asking.why_said", why=words, means=WHY_MEANS[value]) for value, words in WHY.items()}
IS_SO: Words = {**_words("is_so", "yes", "no"), **WHY_SAID}
BASIS: Words = _words("basis", *get_args(Basis))
CHANGED: Words = _words("changed", "yes", "some", "no", "not_known")
OWN_VIEW: Words = {view: say(f"own_view.choice.{view}") for view in get_args(OwnView)}
"""What the user chooses, in their own voice; a paper and the result name it as others do (`own_view`). Of whoever is
the lead or has none: `own_views`."""
AGREES: Words = _words("agrees", "agrees", "refuses", "not_asked", "not_known")
UNDERSTANDING: Words = _words("understanding", "understands", "does_not_understand", "not_sure", "not_asked")
CARER_ROLE: Words = _words("carer_role", "parent", "step_parent_or_partner", "relative", "special_guardian",
                           "foster_carer", "connected_carer", "supported_lodgings", "private_foster_carer",
                           "residential_worker", "other", "not_known")
BODY: Words = _words("body", *get_args(BodyPlace))
REFERRAL_ANSWER: Words = _words("referral_answer", "taken", "assessed_then_closed", "advice_only", "closed",
                                "no_answer", "not_known")
SIGHT: Words = _words("sight", "home_education", "off_roll", "moves", "appointments_end", "not_brought")
NOTICE: Words = _words("notice", "spoken", "written", "not_known")


def own_views(case: Case, packs: Packs) -> Words:
    """What somebody may think should happen, as it fits whether there is a lead to talk it through with."""
    return {view: said_to(case, packs, f"own_view.choice.{view}") for view in OWN_VIEW}


def word(options: Mapping[str, str], value: str | None) -> str:
    """What was chosen, in words; empty where nothing was."""
    return options.get(value, "") if value else ""


def each_word(options: Mapping[str, str], values: Iterable[str]) -> str:
    """All that was ticked, in words, one a line."""
    return "\n".join(options[value] for value in values if value in options)
