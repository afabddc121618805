"""Names, addresses and the written answers of a case: what a document needs and the decision never sees.

Every answer may be a value, empty (not answered), or `NOT_KNOWN`, which prints as it reads. Addresses, telephone
numbers and names can be held as confidential: they are then left out of every paper that a family could see.
"""
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from decision.bounds import Day, Moment
from decision.case import TEXT_LIMIT
from guidance.vocabulary import Fact, YesNo
from guidance.words import say

NOT_KNOWN = "not known"
LINE_LIMIT = 1_000
"""Lines that one answer holds."""


def _within_limits(value: str) -> str:
    if len(value) > TEXT_LIMIT:
        raise PydanticCustomError(
            "too_long", say("details.too_long")
        )
    if value.count("\n") >= LINE_LIMIT:
        raise PydanticCustomError(
            "too_many_lines", say("details.too_many_lines")
        )
    return value


Said = Annotated[str, AfterValidator(_within_limits)]
"""A written answer, empty (not answered), or `NOT_KNOWN`."""
Known = Day | Literal["not known"] | None
"""A date, `NOT_KNOWN`, or not answered."""
Label = Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
Marking = Literal["confidential", "official_sensitive"]


class Held(Fact):
    """An answer that can be held as confidential. A plain text is taken as one that is not."""

    text: Said = ""
    confidential: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value


class ChildDetails(Fact):
    """Who the child with this letter is."""

    label: Label
    name: Held = Held()
    other_names: Held = Held()
    born: Known = None
    born_estimated: bool = False
    due: Known = None
    gender: Said = ""
    address: Held = Held()
    where_now: Held = Held()
    phone: Held = Held()
    ethnicity: Said = ""
    religion: Said = ""
    language: Said = ""
    interpreter: YesNo | None = None
    disability: Said = ""
    school: Held = Held()
    upn: Said = ""
    nhs_number: Said = ""
    gp: Held = Held()
    legal_status: Said = ""


class HouseholdMember(Fact):
    """Somebody in the household or family. `key` is the key of the same person in `Case.family`, or empty."""

    key: Annotated[str, StringConstraints(max_length=20)] = ""
    name: Held = Held()
    relation: Said = ""
    born: Known = None
    address: Held = Held()
    phone: Held = Held()
    lives_in_home: YesNo | None = None
    parental_responsibility: YesNo | None = None
    also_referred: YesNo | None = None


class Professional(Fact):
    """Somebody who works with the family."""

    role: Said = ""
    name: Said = ""
    agency: Said = ""
    phone: Said = ""
    email: Said = ""
    involvement: Said = ""


class Referrer(Fact):
    """The user, and their safeguarding lead."""

    name: Said = ""
    job: Said = ""
    agency: Said = ""
    address: Said = ""
    phone: Said = ""
    email: Said = ""
    best_times: Said = ""
    known_since: Said = ""
    lead_name: Said = ""
    lead_phone: Said = ""


class LogEntry(Fact):
    """Something that was done: a call, a message, a visit. `when` is the moment, or else `on`, `time` and `half`."""

    when: Moment | None = None
    on: Known = None
    time: Said = ""
    half: Literal["am", "pm"] | None = None
    what: Said = ""
    who: Said = ""
    result: Said = ""


class ChronologyEntry(Fact):
    """A significant event: when (a date or a period), what, how it is known, and what it meant for the child."""

    when: Said = ""
    event: Said = ""
    source: Said = ""
    effect: Said = ""
    action: Said = ""


class UnnamedSource(Fact):
    """Somebody who told the user something and must not be named: only the front door's own sheet says who it is."""

    name: Said = ""
    relation: Said = ""
    contact: Said = ""
    told_what: Said = ""


class AttachedPaper(Fact):
    """Something that goes with a document."""

    name: Said
    state: Literal["attached", "to_follow", "not_available"] = "attached"


class ChildText(Fact):
    """A written answer about one child."""

    label: Label
    text: Said = ""


class Narrative(Fact):
    """The written answers of a referral."""

    why_now: Said = ""
    worry: Said = ""
    effects: tuple[ChildText, ...] = ()
    injury: Said = ""
    exact_words: Said = ""
    question_asked: Said = ""
    history: Said = ""
    going_well: Said = ""
    tried: Said = ""
    analysis: Said = ""
    ask: Said = ""
    meanwhile: Said = ""
    not_known: Said = ""
    visiting_risk: Said = ""
    safe_contact: Said = ""
    accessibility: Said = ""


class AgreementRecord(Fact):
    """What one person was asked and said. `key` is their key in `Case.family`, or `young_person`."""

    key: Annotated[str, StringConstraints(max_length=20)]
    asked_on: Known = None
    asked_by: Said = ""
    how: Literal["face_to_face", "telephone", "writing", "other"] | None = None
    whose_information: Said = ""
    said: Said = ""


class AgreementBlock(Fact):
    """What was asked of whom; or why nobody was asked, and who approved that."""

    records: tuple[AgreementRecord, ...] = ()
    not_asked_because: Said = ""
    approved_by: Said = ""
    approved_on: Known = None


DOMAINS = (
    "health", "learning", "emotions_and_behaviour", "identity", "relationships", "self_care", "basic_care", "safety",
    "warmth", "stimulation", "boundaries", "stability", "household", "wider_family", "housing", "money_and_work",
    "community", "family_health",
)
"""The parts of an Early Help Assessment, after the assessment framework: child, parenting, family and environment."""
DomainId = Literal[
    "health", "learning", "emotions_and_behaviour", "identity", "relationships", "self_care", "basic_care", "safety",
    "warmth", "stimulation", "boundaries", "stability", "household", "wider_family", "housing", "money_and_work",
    "community", "family_health",
]


class DomainAnswer(Fact):
    """One part of the assessment: what goes well, what is hard, and how this is known."""

    domain: DomainId
    strengths: Said = ""
    worries: Said = ""
    evidence: Said = ""


NOT_SAID = ""
"""The letter under which stands, on a paper alone, what one of several children said and nobody said which."""


class LivedDay(Fact):
    """A child's own view, and an ordinary day through their eyes."""

    label: Label
    view: Said = ""
    day: Said = ""
    method: Said = ""


class MayStand(Fact):
    """Whether a paper that the family reads may have something that a child or parent said; without one it has not.

    `place`: where the words stand among the answers. `words`: their mark (exports/hiding/child_said.py), so that
    words that were changed since are asked about anew.
    """

    place: str
    words: str
    may: Literal["stands", "not", "ask_first"] | None = None

    @property
    def key(self) -> str:
        """What tells this choice from the others."""
        return f"{self.place} {self.words}"


class PlanRow(Fact):
    """One line of the plan, from need to how it will be known that it helped."""

    need: Said = ""
    outcome: Said = ""
    action: Said = ""
    who: Said = ""
    by_when: Said = ""
    how_we_know: Said = ""


class ConsentRecord(Fact):
    """One of the two agreements of an Early Help Assessment: at the start, and to share at the end."""

    given: YesNo | None = None
    by: Said = ""
    on: Known = None
    share_with: Said = ""
    must_not_see: Said = ""
    comments: Said = ""


class Assessment(Fact):
    """The written answers of an Early Help Assessment."""

    reason: Said = ""
    checked_for_others: YesNo | None = None
    started_on: Known = None
    completed_on: Known = None
    lead_professional: Said = ""
    took_part: Said = ""
    arrangements: Said = ""
    start: ConsentRecord = ConsentRecord()
    end: ConsentRecord = ConsentRecord()
    domains: tuple[DomainAnswer, ...] = ()
    children: tuple[LivedDay, ...] = ()
    may_stand: tuple[MayStand, ...] = ()
    mother: Said = ""
    father: Said = ""
    father_not_asked_because: Said = ""
    support_network: Said = ""
    tried: Said = ""
    analysis: Said = ""
    plan: tuple[PlanRow, ...] = ()
    review_on: Known = None
    signed_off_by: Said = ""
    signed_off_on: Known = None


class MissingEducation(Fact):
    """What a missing-education referral asks beside the child. There is no field for a found address, on purpose."""

    last_attended: Known = None
    last_seen: Known = None
    last_seen_by: Said = ""
    year_group: Said = ""
    brothers_sisters: Said = ""
    attendance_before: Said = ""
    signs_of_a_move: Said = ""
    told_today: Said = ""
    risk: Said = ""
    safeguarding_told: YesNo | None = None
    safeguarding_on: Known = None
    safeguarding_result: Said = ""
    summary: Said = ""
    address_found: YesNo | None = None
    destination_known: YesNo | None = None
    file_uploaded: YesNo | None = None
    file_on: Known = None
    file_taken: YesNo | None = None
    leaver_form: YesNo | None = None
    leaver_form_on: Known = None
    home_education: YesNo | None = None
    authority_asked: YesNo | None = None
    ground: Said = ""
    plan_reviewed: YesNo | None = None


class Allegation(Fact):
    """One adult who works with children, and what is said about them. `criteria` are ids of steps in the packs."""

    criteria: tuple[str, ...] = ()
    name: Held = Held()
    born: Known = None
    address: Held = Held()
    job: Said = ""
    workplace: Said = ""
    employer: Said = ""
    personnel_contact: Said = ""
    basis: Literal["permanent", "temporary", "agency", "volunteer", "other"] | None = None
    started: Said = ""
    other_work: YesNo | None = None
    other_work_where: Said = ""
    own_children: YesNo | None = None
    own_children_who: Said = ""
    earlier: Said = ""
    knows: YesNo | None = None
    said_by: Said = ""
    said_to: Said = ""
    said_on: Known = None
    happened: Said = ""
    once: Literal["once", "more", "not_known"] | None = None
    restraint: YesNo | None = None
    summary: Said = ""
    witnesses: Said = ""
    kept: Said = ""
    actions: Said = ""
    officer_told_on: Known = None
    officer_advice: Said = ""
    case_manager: Said = ""


class Conversation(Fact):
    """A conversation about a worry, and what was decided: also a decision not to refer, with both views."""

    on: Known = None
    time: Said = ""
    who: Said = ""
    team: Said = ""
    named: YesNo | None = None
    said: Said = ""
    advice: Said = ""
    my_view: Said = ""
    their_view: Said = ""
    decided: Literal["refer", "not_refer", "early_help", "find_out_more", "other"] | None = None
    decided_by: Said = ""
    reasons: Said = ""
    agree: YesNo | None = None
    next_if_not: Said = ""
    actions: Said = ""
    in_writing: YesNo | None = None
    in_writing_by: Known = None
    look_again_on: Known = None
    look_again_if: Said = ""


class Details(Fact):
    """Everything that a document adds to a case."""

    format: Literal["windscreen-details/3"] = "windscreen-details/3"
    marking: Marking = "confidential"
    children: tuple[ChildDetails, ...] = Field(default=(), max_length=26)
    household: tuple[HouseholdMember, ...] = Field(default=(), max_length=60)
    professionals: tuple[Professional, ...] = Field(default=(), max_length=60)
    referrer: Referrer = Referrer()
    log: tuple[LogEntry, ...] = Field(default=(), max_length=200)
    chronology: tuple[ChronologyEntry, ...] = Field(default=(), max_length=500)
    attachments: tuple[AttachedPaper, ...] = Field(default=(), max_length=60)
    sources: tuple[UnnamedSource, ...] = Field(default=(), max_length=20)
    narrative: Narrative = Narrative()
    agreement: AgreementBlock = AgreementBlock()
    assessment: Assessment = Assessment()
    missing_education: MissingEducation = MissingEducation()
    allegation: Allegation = Allegation()
    conversation: Conversation = Conversation()

    def child(self, label: str) -> ChildDetails:
        """The details of the child with this letter; empty ones where none were given."""
        return next((child for child in self.children if child.label == label), ChildDetails(label=label))

    def member(self, key: str) -> HouseholdMember | None:
        """The household row of a person of `Case.family`."""
        return next((member for member in self.household if key and member.key == key), None)
