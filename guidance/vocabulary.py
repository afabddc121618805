"""The words that packs, cases and decisions share: closed lists of values, and the frozen base of every model.

Nothing here is a rule. A value that a pack may use is listed here once; what follows from it is in `decision`.
"""
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer

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
    "noticed", "told", "call_made", "sent", "last_seen", "returned", "allegation_known", "disagreement", "now"
]
RaiseKind = Literal[
    "help_without_change", "history", "three_domains", "getting_worse", "no_protective_factor", "young_child"
]
StatementKind = Literal["silent", "contradictory", "out_of_date", "our_reading"]
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
YesNo = Literal["yes", "no", "not_known"]
Answer = Literal["yes", "no", "not_sure", "not_known"]

ROLE_PROPERTIES: tuple[str, ...] = ("internal_lead", "works_alone", "fgm_duty", "first_responder")
"""What a pack may write in place of a role's id: every role that has the property."""

OUR_DOCUMENTS: tuple[str, ...] = (
    "referral", "early_help_assessment", "call_sheet", "text_blocks", "missing_education_referral",
    "exploitation_grid", "allegation_referral", "conversation_record",
)
"""Ids of the documents of ours that may stand for a form an area names (`LocalDocument.ours`)."""

REFERRAL_SECTIONS: tuple[str, ...] = (
    "call", "consent", "children", "household", "professionals", "referrer", "why_now", "worry", "effects", "harm",
    "words", "findings", "windscreen", "voice", "history", "strengths", "tried", "analysis", "ask", "meanwhile",
    "contact", "attachments", "view", "declaration", "family_signatures",
)
"""Ids of the sections of our referral, in our own order. An area may ask for another (`LocalDocument.order`)."""


class Fact(BaseModel):
    """Base of every published fact and of every decision: frozen, closed, and silent about what a user typed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Citation(Fact):
    """Where a fact stands: `source` is an id in a pack's sources.yaml, `where` the section and item in it."""

    source: str
    where: str
