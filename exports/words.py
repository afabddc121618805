"""How values of a case are written in documents: plain words for each.

What the screen says in the same words stands once, in the catalogue below `value.`; what differs from it stands here.
"""
from typing import get_args

from decision.case import OwnView, WithWhom
from guidance.vocabulary import Basis, BodyPlace, CallOutcome, HeldBackWhy, KnownBy, ReferralAnswer, Status
from guidance.words import say

YES, NO, NOT_KNOWN, NOT_SURE = (say(f"value.{answer}") for answer in ("yes", "no", "not_known", "not_sure"))
BASIS: dict[str, str] = {basis: say(f"value.basis.{basis}") for basis in get_args(Basis)}
KNOWN_BY: dict[str, str] = {basis: say(f"value.known_by.{basis}") for basis in get_args(KnownBy)}
"""How a statement is known whose own words say it, where nobody has said more."""
YES_NO: dict[str, str] = {"yes": YES, "no": NO, "not_known": NOT_KNOWN, "not_sure": NOT_SURE}
AGREES: dict[str, str] = {"agrees": say("value.agrees.agrees"), "refuses": say("value.agrees.refuses"),
          "not_asked": say("papers.value.not_asked"), "not_known": NOT_KNOWN}
STATUS: dict[str, str] = {
    **{one: say(f"papers.value.status.{one}") for one in (
        "social_worker", "protection_plan", "child_in_need", "looked_after", "ehc_plan", "privately_fostered", "none")},
    **{one: say(f"value.status.{one}") for one in ("early_help", "care_leaver", "young_carer", "youth_justice")},
    "not_known": NOT_KNOWN,
}
NO_OTHER = say("papers.value.no_other")
HARM_BY: dict[str, str] = {
    **{one: say(f"papers.value.harm_by.{one}") for one in (
        "partner", "another_child", "other_family", "online", "nobody")},
    **{one: say(f"value.harm_by.{one}") for one in ("parent_or_carer", "works_with_children", "other_adult")},
    "not_known": NOT_KNOWN,
}
PLACE_NOW: dict[str, str] = {
    **{one: say(f"value.place.{one}") for one in ("school_or_nursery", "home", "hospital", "somewhere_else")},
    "with_me": say("papers.value.place.with_me"), "missing": say("papers.value.place.missing"), "not_known": NOT_KNOWN,
}
WITH_WHOM: dict[str, str] = {
    **{one: say(f"papers.value.with_whom.{one}") for one in get_args(WithWhom) if one != "not_known"},
    "not_known": NOT_KNOWN,
}
OWN_VIEW: dict[str, str] = {view: say(f"own_view.{view}") for view in get_args(OwnView)}
LEAD: dict[str, str] = {
    "yes": YES, "not_yet": say("value.lead.not_yet"), "i_am_the_lead": say("value.lead.i_am_the_lead"),
    **{one: say(f"papers.value.lead.{one}") for one in ("cannot_reach", "lead_decided_not_to_refer", "no_lead")},
}
REFERRAL_ANSWER: dict[str, str] = {
    one: say(f"papers.value.referral_answer.{one}") for one in get_args(ReferralAnswer)}
SIGHT: dict[str, str] = {
    **{one: say(f"value.sight.{one}") for one in ("home_education", "moves", "not_brought")},
    **{one: say(f"papers.value.sight.{one}") for one in ("off_roll", "appointments_end")},
}
NO_CHANGE = say("papers.value.no_change")
NOTICE: dict[str, str] = {**{one: say(f"papers.value.notice.{one}") for one in ("spoken", "written")}, "not_known": ""}
BODY: dict[str, str] = {
    **{place: say(f"value.{place}") for place in get_args(BodyPlace) if place not in ("other", "not_known")},
    "other": say("papers.value.body.other"), "not_known": say("papers.value.body.not_known"),
}
CALL: dict[str, str] = {one: say(f"papers.value.call.{one}") for one in get_args(CallOutcome)}
UNDERSTANDING: dict[str, str] = {
    "understands": say("papers.value.understands"), "does_not_understand": say("papers.value.does_not_understand"),
    "not_sure": NOT_SURE, "not_asked": say("papers.value.not_asked"),
}
TELL: dict[str, str] = {one: say(f"papers.value.tell.{one}") for one in ("tell", "ask_first", "not_yet")}
TELL_MORE: dict[str, str] = {one: say(f"papers.value.tell_more.{one}") for one in ("ask_first", "not_yet")}
"""The same of somebody who knows already: what is still to be asked, or waits, is what more they are told."""
TRUST: dict[str, str] = {
    **{one: say(f"papers.value.trust.{one}") for one in ("printed", "reported", "suspect")}, "confirmed": "",
}
HALF: dict[str, str] = {"am": say("papers.value.half.am"), "pm": say("papers.value.half.pm")}
DRAFT = say("papers.draft")
DRAFT_SHORT = say("papers.draft.short")
BY_TELEPHONE = say("papers.by_telephone")
KNOWN_CHANGE: dict[str, str] = {
    "yes": say("asking.changed.yes"), "some": say("asking.changed.some"), "no": NO, "not_known": NOT_KNOWN,
}
"""Whether help brought a change, in the words in which it was asked."""
HELD_BACK: dict[HeldBackWhy, str] = {why: say(f"papers.value.held_back.{why}") for why in get_args(HeldBackWhy)}
"""Why an answer is held back."""


def statuses(given: tuple[Status, ...]) -> tuple[str, ...]:
    """What a child already has, in words. Beside another status, "none" means none of the others."""
    return tuple(NO_OTHER if status == "none" and len(given) > 1 else STATUS[status] for status in given)
