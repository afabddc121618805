"""The words that packs, cases and decisions share: closed lists of values, and the frozen base of every model.

Nothing here is a rule. A value that a pack may use is listed here once; what follows from it is in `decision`.
"""
import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer

from guidance.words import Words

K = TypeVar("K")
V = TypeVar("V")
FrozenMap = Annotated[
    Mapping[K, V],
    AfterValidator(lambda mapping: MappingProxyType(dict(mapping))),
    PlainSerializer(dict),
]

Outcome = Literal[
    "universal", "early_help", "consult", "refer_with_agreement", "consult_today", "refer_now", "call_999"
]
OUTCOMES: tuple[Outcome, ...] = (
    "universal", "early_help", "consult", "refer_with_agreement", "consult_today", "refer_now", "call_999"
)
"""From calmest to most urgent (design/2, Outcome)."""

IndicatorKind = Literal["need", "strength", "context", "status", "pointer", "scale"]
Harm = Literal["significant", "need"]
Ring = Literal["child", "parenting", "family", "outside", "whole"]
FactorKind = Literal["strength", "warning", "harm", "effect", "context"]
FirstCall = Literal["999", "police", "hospital", "front_door", "lado", "named_doctor"]
FoundIn = Literal["records", "colleague", "observation", "only_the_child"]
"""Where an honest answer to a statement is held, loudest first: in the user's own records; with a colleague who works
with the family; only in looking at or listening to the child, home or parent; with the child or family alone. A doubt
is listed for looking up in the first two only, so that nobody is sent to find out (design/2, `settle`)."""
QUIETEST: FoundIn = "only_the_child"
"""What a pack that says nothing of it means: nobody is sent to look."""
TellingEffect = Literal["not_yet", "ask_first"]
TellingScope = Literal["family", "suspected"]
"""`family`: nobody in the household or wider family is told yet; `suspected`: the person suspected is not told yet."""

ConsentSubject = Literal["service", "sharing", "telling", "young_person", "tool", "accommodation", "record"]
Trust = Literal["printed", "reported", "confirmed", "suspect"]
Certainty = Literal["high", "medium", "low", "unverified"]
TimeKind = Literal[
    "at_once", "hours", "days", "working_days", "weeks", "months", "school_days", "recurring", "limit"
]
Owner = Literal["you", "your_setting", "the_service"]
EventName = Literal[
    "noticed", "told", "call_made", "sent", "last_seen", "returned", "allegation_known", "disagreement", "leaves",
    "assessed", "met", "now"
]
STILL_TO_COME: tuple[EventName, ...] = ("returned", "leaves", "assessed", "met")
"""Events that may not have happened yet: without their time no date is worked out, and none is counted from now.
A case does not hold when an assessment was finished (`assessed`) or a meeting held (`met`)."""
RaiseKind = Literal[
    "help_without_change", "history", "three_domains", "getting_worse", "no_protective_factor", "young_child"
]
StatementKind = Literal["silent", "contradictory", "out_of_date", "our_reading"]
TellingUse = Literal[
    "harm", "harm_at_home", "risk_raised", "source_unknown", "unread", "child_beside_family", "small_child",
]
"""The jobs of telling rules that the engine switches on by itself, each done by one national rule:
`harm` where a finding of harm has no rule of its own; `harm_at_home` where such a row is about the care that the child
gets or the home; `unread` where a sign was yes and its area cannot be read now; `risk_raised` where telling would raise
the risk; `source_unknown` where it is not known who caused harm; and, for what the child or young person is told,
`child_beside_family` where nobody in the family is simply told, `small_child` where somebody at home may be
dangerous."""
ConsentUse = Literal["be_open"]
ProcessUse = Literal[
    "emergency", "what_to_say", "asking_advice", "asking_for_help", "about_an_adult", "a_child_tells", "disagreement",
    "allegation_tests",
]
"""Jobs of national processes that a page or paper shows by itself."""
ProcessKind = Literal[
    "advice", "after_call", "after_referral", "assessment", "complaint", "criteria", "definition", "education",
    "enquiries", "escalation", "front_door", "how_to", "lead_allocation", "lead_choice", "meeting", "plan",
    "prevention", "principles", "quality", "record", "register", "returns", "review", "role", "route", "routes",
    "services", "step_down", "step_up", "step_up_down", "tool", "tracing", "triage", "whistleblowing",
]
DutyUse = Literal["open_case", "adult", "missing_education"]
"""Jobs of duties that the engine or a page looks for: an open social work case, 18 or over, missing education."""
HoursKind = Literal["weekly", "always", "outside", "unknown"]
BankHolidays = Literal["closed", "open", "unknown"]
NoNamesAdvice = Literal["yes", "no", "not_printed"]
LawStatus = Literal["in_force", "reported", "not_in_force", "not_known"]
RoleSetting = Literal[
    "school", "early years", "general practice", "health", "hospital", "social care", "community", "police", "other",
]
PackStatus = Literal["draft", "checked"]
PackFormat = Literal["windscreen-pack/4"]
"""How a pack is written. An older one is brought up to this when it is read (guidance/formats.py)."""
Door = Literal["front_door", "duty_team"]
"""Whom an area's head names to be rung about a child: by day, and when that is closed."""
ELSEWHERE = "elsewhere"
"""Stands in a case for an area of which no pack is held: what holds everywhere still works."""
AREA_ID = re.compile("[a-z][a-z0-9_]{1,39}")
"""What the id of an area looks like."""
EDITIONS = "editions"
"""The folder inside a pack's own in which its other editions lie, each in a folder called by the day it begins."""
RESERVED_AREAS = ("all", ELSEWHERE, "england", "national")
"""Words that the app itself writes in the place of an area's id, so that no pack may have one of them."""
NO_RULE = "none"
"""What a sign writes in the place of a telling rule where it has none of its own: an empty cell may be a lost one."""
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Status = Literal[
    "social_worker", "protection_plan", "child_in_need", "looked_after", "early_help", "ehc_plan", "care_leaver",
    "privately_fostered", "young_carer", "youth_justice", "none", "not_known",
]
HarmBy = Literal[
    "parent_or_carer", "partner", "another_child", "works_with_children", "other_family", "other_adult", "online",
    "nobody", "not_known",
]
Basis = Literal["seen", "child_said", "told", "suspected"]
KnownBy = Literal["child_said", "told"]
"""How a statement is known whose own words say it."""
YesNo = Literal["yes", "no", "not_known"]
Doubt = Literal["yes", "no", "not_sure"]
PlaceNow = Literal["with_me", "school_or_nursery", "home", "hospital", "somewhere_else", "missing", "not_known"]
CallOutcome = Literal["taken", "advice", "no_further_action", "no_answer", "get_agreement"]
CarerRole = Literal[
    "parent", "step_parent_or_partner", "relative", "special_guardian", "foster_carer", "connected_carer",
    "supported_lodgings", "private_foster_carer", "residential_worker", "other", "not_known",
]
"""By what right or arrangement a person cares for the child: it decides who may agree, and whether the LADO is told."""
CareBasis = Literal["care_order", "voluntary", "remand", "not_known"]
"""On what ground a council looks after a child: an order, the parents' agreement (section 20), remand by a court."""
HelpKind = Literal["early_help", "beyond_early_help"]
"""To which help somebody said yes: what services that know the family offer, or what goes through the front door."""
WhoAgrees = Literal["holders", "young_person", "pregnant_woman", "worker", "nobody"]
"""Whose agreement counts on a path: those with parental responsibility, the young person, the pregnant woman; asked
for by the social worker who has the case; or nobody's."""
CARES_AS_WORK: tuple[CarerRole, ...] = ("foster_carer", "connected_carer", "supported_lodgings", "residential_worker")
"""Carers who look after children for a council or an agency, so that a worry about them is also a LADO matter."""
BodyPlace = Literal[
    "head_or_face", "mouth", "ears", "neck", "chest_or_breasts", "back", "stomach", "buttocks", "genitals", "thighs",
    "lower_legs", "arms", "hands_or_feet", "other", "not_known",
]
"""Where on the body a mark is, as the user saw it in ordinary care or was shown it."""
SightFact = Literal["not_brought", "home_education", "off_roll", "moves", "appointments_end"]
"""Changes by which people stop seeing a child, or something is not done for them. Each is lawful by itself."""
ReferralAnswer = Literal["taken", "assessed_then_closed", "advice_only", "closed", "no_answer", "not_known"]
"""What the front door answered to an earlier referral."""
HeldBackWhy = Literal["source_unnamed", "safety", "third_party", "enquiry"]
"""Why an answer is kept out of every paper but the front door's: design/2 and practice rule 21."""
Answer = Literal["yes", "no", "not_sure", "not_known"]
Signer = Literal["family", "young_person", "worker"]
"""Who signs a form: somebody of the family who may be asked, the child or young person, or somebody at work."""

ROLE_PROPERTIES: tuple[str, ...] = ("internal_lead", "works_alone", "fgm_duty", "first_responder")
"""What a pack may write in place of a role's id: every role that has the property."""

REFERRAL_SECTIONS: tuple[str, ...] = (
    "call", "consent", "children", "household", "professionals", "referrer", "why_now", "worry", "effects", "harm",
    "words", "findings", "windscreen", "voice", "history", "strengths", "tried", "analysis", "ask", "meanwhile",
    "contact", "attachments", "view", "declaration", "family_signatures",
)
"""Ids of the sections of our referral, in our own order. An area may ask for another (`LocalDocument.order`)."""


class Fact(BaseModel):
    """Base of every published fact and of every decision: frozen, closed, and silent about what a user typed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def but(self, **changes: Any) -> Self:
        """The same with these fields changed: the one way to change anything that is frozen, and it validates.

        Facts that stand in it are taken over as they are, so it costs little. Raises ValidationError for a field that
        there is not, a value that its field refuses, and fields that do not fit each other any more.
        """
        kept = {name: getattr(self, name) for name in self.model_fields_set}
        return self.model_validate(kept | changes)

    def __copy__(self) -> Self:
        """The fields alone: what was worked out from them is worked out anew, since a copy may differ in them."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Checked(Fact):
    """When a national fact was checked, how sure it is, and when to look at it again."""

    certainty: Certainty
    checked_on: dt.date
    review_by: dt.date


class Citation(Fact):
    """Where a fact stands: `source` is an id in a pack's sources.yaml, `where` the section and item in it.

    The places in our own rules are words of ours (`own_rule` in the catalogue).
    """

    source: str
    where: Words
